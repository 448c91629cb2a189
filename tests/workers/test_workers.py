"""Processes that take work over: they answer, die alone, and end with their parent, however it ends."""

from __future__ import annotations

import os
import pickle
import queue
import signal
import subprocess
import sys
import time
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from factcheck.workers import UnavailableError, WorkerDiedError, Workers
from factcheck.workers import child as in_child

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and process groups as POSIX has them")

CHORES = """
import os, signal, subprocess, sys, time

class Sum:
    def __init__(self, start):
        self.start = start
    def __add__(self, other):
        return self.start + other

def do(argument, task):
    what, *rest = task
    if what == "add":
        return argument + rest[0]
    if what == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "exit":
        os._exit(7)
    if what == "deep":
        return do(argument, task)
    if what == "print":
        print("noise")
        return os.getpid()
    if what == "sleep":
        open(rest[0], "w").write(str(os.getpid()))
        time.sleep(600)
"""


@pytest.fixture
def chores(tmp_path, monkeypatch):
    (tmp_path / "chores.py").write_text(CHORES)
    monkeypatch.syspath_prepend(str(tmp_path))
    return "chores:do"


def test_answers_come_to_whom_they_belong(chores):
    with Workers(chores, 1000, 2) as workers:
        futures = [workers.submit(("add", n)) for n in range(20)]
        assert [future.result() for future in futures] == [1000 + n for n in range(20)]


def test_what_a_worker_is_told_may_be_of_a_class_that_only_the_parents_path_leads_to(chores):
    from chores import Sum

    with Workers(chores, Sum(30), 1) as workers:
        assert workers.submit(("add", 4)).result() == 34


def test_what_a_task_prints_disturbs_no_answer(chores):
    with Workers(chores, 0, 1) as workers:
        pid = workers.submit(("print",)).result()
        assert pid != os.getpid()
        assert workers.submit(("add", 5)).result() == 5


@pytest.mark.parametrize(
    ("task", "how"),
    [("kill", "signal 9"), ("exit", "code 7"), ("deep", "code 1")],
    ids=["killed", "ended", "recursion"],
)
def test_a_worker_that_dies_takes_only_its_task_with_it(chores, task, how):
    with Workers(chores, 0, 1) as workers:
        before, lost, after = (workers.submit(each) for each in [("add", 1), (task,), ("add", 2)])
        assert before.result() == 1
        with pytest.raises(WorkerDiedError, match=how):
            lost.result()
        assert after.result() == 2


def test_where_none_can_be_started_the_task_comes_back(chores, monkeypatch):
    with Workers("no_such_module:do", 0, 1) as workers, pytest.raises(UnavailableError):
        workers.submit(("add", 1)).result()
    with Workers("no_such_module:do", 0, 1) as workers:
        refused = [workers.submit(("add", n)) for n in range(50)]
        assert all(isinstance(future.exception(), UnavailableError) for future in refused)
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")
    with Workers(chores, 0, 1) as workers, pytest.raises(UnavailableError):
        workers.submit(("add", 1)).result()


def test_closing_ends_a_worker_at_whatever_it_is(chores, tmp_path):
    with Workers(chores, 0, 1) as workers:
        busy, waiting = workers.submit(("sleep", str(tmp_path / "pid"))), workers.submit(("add", 1))
        pid = pid_in(tmp_path / "pid")
    assert not is_alive(pid)
    assert not busy.running() or busy.done() or isinstance(busy.exception(), WorkerDiedError)
    assert not waiting.running()


def test_workers_end_with_a_parent_that_was_killed(chores, tmp_path):
    program = (
        "import sys; sys.path[:0] = [{!r}]\n"
        "from factcheck.workers import Workers\n"
        "Workers('chores:do', 0, 1).submit(('sleep', {!r})).result()\n"
    ).format(str(tmp_path), str(tmp_path / "pid"))
    with subprocess.Popen([sys.executable, "-c", program]) as parent:
        pid = pid_in(tmp_path / "pid")
        parent.kill()
    deadline = time.monotonic() + 30
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_alive(pid)


def pid_in(path: Path) -> int:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if path.exists() and path.read_text():
            return int(path.read_text())
        time.sleep(0.05)
    raise AssertionError("no worker began")


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # Whose parent has been killed may wait as a zombie for whoever collects it.
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return bool(state.strip()) and not state.startswith("Z")


def test_a_message_is_whole_or_none():
    stream = BytesIO()
    in_child.send(stream, b"abc")
    whole = stream.getvalue()
    assert in_child.receive(BytesIO(whole)) == b"abc"
    assert [in_child.receive(BytesIO(whole[:n])) for n in range(len(whole))] == [None] * len(whole)


def test_a_child_whose_parent_is_gone_stops(monkeypatch):
    told = []
    monkeypatch.setattr(in_child.os, "kill", lambda pid, number: told.append((pid, number)))
    monkeypatch.setattr(in_child.os, "_exit", told.append)
    monkeypatch.setattr(in_child.time, "sleep", lambda _: None)
    stream = BytesIO()
    in_child.send(stream, pickle.dumps("task"))
    tasks: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    in_child._listen(BytesIO(stream.getvalue()), tasks)
    assert (pickle.loads(tasks.get()), tasks.get()) == ("task", None)
    assert told == [(os.getpid(), signal.SIGTERM), 1]
