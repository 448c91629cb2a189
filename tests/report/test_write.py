"""A report is on disk whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.errors import ReportError
from factcheck.report import write as writing
from factcheck.report import write_report

RUN = "2026-11-21T18-02-09Z"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_run_is_named_by_its_utc_time_and_latest_points_to_it(audit, tmp_path):
    run = write_report(audit, tmp_path / "a" / "reports")
    assert run == tmp_path / "a" / "reports" / RUN
    assert names(run) == ["report.html", "report.json"]
    assert names(run.parent) == [RUN, "latest"]
    assert (run.parent / "latest").resolve() == run.resolve()
    assert json.loads((run / "report.json").read_text("utf-8"))["format"] == 1
    assert (run / "report.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_second_report_of_the_same_second_gets_a_counter(audit, tmp_path):
    runs = [write_report(audit, tmp_path) for _ in range(3)]
    assert [run.name for run in runs] == [RUN, f"{RUN}-2", f"{RUN}-3"]
    assert (tmp_path / "latest").resolve() == runs[-1].resolve()


def test_later_report_takes_latest_over(audit, tmp_path):
    write_report(audit, tmp_path)
    run = write_report(replace(audit, generated_at=datetime(2027, 1, 1, tzinfo=UTC)), tmp_path)
    assert (tmp_path / "latest").readlink() == Path(run.name)


def test_where_links_are_impossible_latest_is_a_file_with_the_name(audit, tmp_path, monkeypatch):
    def refuse(self, target, target_is_directory=False):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    write_report(audit, tmp_path)
    assert (tmp_path / "latest").read_text("utf-8") == f"{RUN}\n"


def failing(code, when):
    """An fsync that fails at the `when`-th call, as a full disk does."""
    calls = iter(range(1, 100))

    def fsync(handle):
        if next(calls) == when:
            raise OSError(code, os.strerror(code))

    return fsync


@pytest.mark.parametrize("when", [1, 2, 3, 4])
def test_full_disk_leaves_nothing_half_written(audit, tmp_path, monkeypatch, when):
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC, when))
    with pytest.raises(ReportError, match=r"no space left on device.*free some space") as caught:
        write_report(audit, tmp_path)
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert [name for name in names(tmp_path) if name.endswith(".tmp")] == []
    assert "latest" not in names(tmp_path)


def test_folder_that_cannot_be_synced_is_no_reason_to_stop(audit, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", failing(errno.EINVAL, 3))
    assert write_report(audit, tmp_path).is_dir()


def test_file_in_the_way_is_named(audit, tmp_path):
    (tmp_path / "reports").write_text("mine", "utf-8")
    with pytest.raises(ReportError, match=r"reports: the report cannot be written \(.*a file stands where"):
        write_report(audit, tmp_path / "reports")
    with pytest.raises(ReportError, match="a file stands where"):
        write_report(audit, tmp_path / "reports" / "below")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_read_only_folder_is_named(audit, tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(ReportError, match="make the folder writable"):
        write_report(audit, tmp_path)


def test_refused_folder_is_named(audit, tmp_path, monkeypatch):
    def refuse(*args, **more):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(ReportError, match=r"permission denied\); make the folder writable"):
        write_report(audit, tmp_path / "reports")


def test_latest_that_is_a_folder_is_not_deleted(audit, tmp_path):
    (tmp_path / "latest").mkdir()
    (tmp_path / "latest" / "mine").write_text("kept", "utf-8")
    with pytest.raises(ReportError, match=rf"latest: cannot be pointed to the new report in .*{RUN}"):
        write_report(audit, tmp_path)
    assert names(tmp_path) == [RUN, "latest"]
    assert (tmp_path / "latest" / "mine").read_text("utf-8") == "kept"


def test_name_taken_between_look_and_rename_is_passed_over(audit, tmp_path, monkeypatch):
    rename = Path.rename
    taken = iter([True])

    def racing(self, target):
        if next(taken, False):
            raise OSError(errno.ENOTEMPTY, "Directory not empty")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", racing)
    assert write_report(audit, tmp_path).name == f"{RUN}-2"


def test_names_run_out_with_one_line(audit, tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "_MOST_RUNS_A_SECOND", 1)
    with pytest.raises(ReportError, match="of the same second are already there"):
        write_report(audit, tmp_path)
    assert names(tmp_path) == []


def test_full_file_system_of_one_block(audit, tmp_path):
    """A real full disk, where the machine lets one be mounted."""
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small file system cannot be mounted here")
    try:
        with pytest.raises(ReportError, match="no space left on device"):
            write_report(audit, tmp_path / "reports")
        assert names(tmp_path / "reports") == []
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)
