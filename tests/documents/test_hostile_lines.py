"""Hostile lines cost no more than their length: long runs of what patterns look for, and whatever hypothesis makes."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import BriefError
from factcheck.intake import read_brief

if TYPE_CHECKING:
    from pathlib import Path
    from types import FrameType

# Read in a process of their own: work that grows with the square of the length would take hours, not this long.
BYTES, ENOUGH_SECONDS, MEGABYTES = 60_000, 120, 300
FEW_CALLS = 2_000
OPENING = {"txt": "", "md": "", "html": "<!doctype html><body><p>"}
RUNS = {
    "brackets closed": "[1]",
    "parentheses": "(",
    "hyphens": "-",
    "hyphenated": "a-",
    "schemes": "http://",
    "digits": "1",
    "grouped digits": "1 000 ",
    "quotes": "“",
    "nested quotes": "“‘",
    "glued addresses": "https://a.example/c;",
    "broken addresses": "https://a.example/b-\n",
    "same": "Ibid. ",
    "pages": "pp. 1-",
    "years": "2020-",
    "bars": " | ",
    "raised": "¹",
    "stops": ".",
    "blanks": " ",
    "angles": "<",
    "note definitions": "[^1]: a\n",
    "note paragraphs": "[^1]: a\n\n",
    "numbered": "1. a\n",
    "strong": "**",
    "emphasis": "*a*b",
    "code": "`a`",
    "fences": "```\n",
    "escapes": "\\",
    "links": "](",
    "markers": "word[^1] ",
    "raised tags": "word.<sup>1</sup> ",
    "quoted lines": "> a\n",
    "items": "- a\n",
    "rows": "|a|\n",
    "paragraphs": "a\n\n",
    "figures with addresses": "5 See X, http://a.example/c\n",
    "bare hosts": "www.a.example ",
    "identifiers": "doi:10.1/a ",
    "straight quotes": '"',
    "soft hyphens": "a\u00ad",
    "directions": "\u202ea",
    "zero widths": "\u200b",
    "entities": "&amp;",
    "elements": "<div>",
    "anchors": '<a href="#fn1">1</a> ',
    "page breaks": "\f",
}
# The last line tells the peak of memory: this process's own, or that of a child that reads a format for it.
READ = """
import resource, sys
from factcheck.errors import BriefError
from factcheck.intake import read_brief

for path in sys.argv[1:]:
    try:
        read_brief(path)
    except BriefError as error:
        assert "\\n" not in str(error)
own = next(line for line in open("/proc/self/status") if line.startswith("VmHWM:"))
print(max(int(own.split()[1]), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) // 1024)
"""


@pytest.mark.parametrize("kind", sorted(RUNS))
def test_a_long_run_of_a_hostile_piece_is_read_or_refused_in_one_line(kind, tmp_path):
    run = RUNS[kind] * (BYTES // len(RUNS[kind].encode()))
    paths = [tmp_path / f"brief.{suffix}" for suffix in OPENING]
    for path in paths:
        path.write_text(f"{OPENING[path.suffix[1:]]}A line before. {run}\nA line after.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", READ, *map(str, paths)],
        check=True,
        timeout=ENOUGH_SECONDS,
        capture_output=True,
        text=True,
    )
    assert int(done.stdout) < MEGABYTES


@pytest.mark.parametrize("label", ["[^" + "1" * 6000 + "]", "¹" * 6000, "[" + "1" * 6000 + "]"])
@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_a_label_may_have_more_digits_than_a_number(label, suffix, tmp_path):
    path = tmp_path / f"brief.{suffix}"
    path.write_text(f"It fell by 5% then.{label}\n\nMore.\n\n{label}: See it.\n", encoding="utf-8")
    assert read_brief(path).claims


def calls_in_reading(path: Path) -> int:
    """How many calls, of functions in Python and in C, it takes to read a file: its work, whatever the machine does."""
    counted = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        read_brief(path)
    except BriefError:
        return 0
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize("kind", sorted(RUNS))
def test_four_times_the_length_takes_four_times_the_work(kind, suffix, tmp_path):
    path = tmp_path / f"brief.{suffix}"
    calls = []
    for size in (5_000, 20_000):
        path.write_text(f"A line before. {RUNS[kind] * (size // len(RUNS[kind].encode()))}", encoding="utf-8")
        calls.append(calls_in_reading(path))
    # Four times, and something for what is done at greater lengths only; the square would be sixteen times.
    assert calls[1] <= 6 * max(calls[0], FEW_CALLS)


PIECES = st.sampled_from(
    [*RUNS.values(), "word ", "\n", "\n\n", "# ", "| a | b |\n", "](", "[^1]", "<sup>2</sup>", "12%"]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=60), suffix=st.sampled_from(["md", "txt", "html"]))
def test_whatever_is_read_points_into_its_own_text(pieces, suffix, tmp_path):
    path = tmp_path / f"brief.{suffix}"
    path.write_text("A line of words before. " + "".join(pieces) + " end", encoding="utf-8")
    found = read_brief(path)
    for block in found.brief.blocks:
        assert 0 <= block.text.origin(0) <= block.text.origin(len(block.text.text)) <= len(found.brief.text) + 1
    for each in found.claims:
        assert 0 <= each.claim.start <= each.claim.end <= len(found.brief.text)
