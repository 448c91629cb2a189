"""Broken, locked, fuzzed and exploding files: no crash, no hang, bounded memory, and one clear reason each."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

CORPORA = ["poi-docx", "defusedxml", "pdf-broken", "pdfjs-hard"]
SECONDS, MEGABYTES = 10, 300
# Every file is read as a brief is, in a process that can tell its own peak of memory and its children's.
READER = """
import json, os, pathlib, resource, sys
from factcheck.errors import FactcheckError
from factcheck.intake import read_brief

for path in sys.argv[1:]:
    start = sum(os.times()[:4])  # of processors, its children's too: a loaded machine is no hang
    try:
        said = "read: %d blocks" % len(read_brief(path).brief.blocks)
    except FactcheckError as error:
        said = str(error)
    # Not getrusage for itself: that begins with what the test runner held when it forked this program.
    own = next(line for line in open("/proc/self/status") if line.startswith("VmHWM:"))
    peak = max(int(own.split()[1]), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) // 1024
    print(json.dumps([path, sum(os.times()[:4]) - start, peak, said]), flush=True)
"""


@pytest.mark.parametrize("corpus", CORPORA)
def test_every_file_of_a_hostile_corpus_is_read_or_refused_in_one_line(shared, corpus):
    folder = shared / "corpora" / corpus
    if not folder.is_dir():
        pytest.skip(f"no {corpus} beside the checkout")
    files = sorted(
        str(path) for path in folder.rglob("*") if path.is_file() and path.suffix in (".docx", ".pdf", ".xml")
    )
    done = subprocess.run(
        [sys.executable, "-c", READER, *files], capture_output=True, text=True, timeout=SECONDS * len(files), check=True
    )
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [path for path, *_ in found] == files
    assert [(path, seconds) for path, seconds, _, _ in found if seconds > SECONDS] == []
    assert [(path, peak) for path, _, peak, _ in found if peak > MEGABYTES] == []
    assert [(path, said) for path, _, _, said in found if not said or "\n" in said or "Traceback" in said] == []


MANY = {
    "elements": b"<html><body>" + b"<p>x" * 500_000,
    "anchors": b"<html><body>" + b'<a href="#x" id="x">1</a> ' * 300_000,
    "depth": b"<html><body>" + b"<div>" * 300_000,
    "table": b"<html><body><table>" + b"<tr><td>1<td>2" * 300_000,
    "text": b"<html><body>" + b"word " * 1_500_000,
}


@pytest.mark.parametrize("kind", sorted(MANY))
def test_large_html_takes_bounded_memory(kind, tmp_path):
    path = tmp_path / "brief.html"
    path.write_bytes(MANY[kind])
    code = READER.replace("read_brief(path).brief", "read_document(pathlib.Path(path).read_bytes())")
    code = code.replace("factcheck.intake import read_brief", "factcheck.documents import read_document")
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, timeout=60, check=True
    )
    _, _, peak, said = json.loads(done.stdout)
    assert peak < MEGABYTES
    assert said.startswith("read: ") or "more memory" in said
