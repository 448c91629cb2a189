"""Hostile lines cost no more than their length: long runs of what patterns look for, and whatever hypothesis makes."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.intake import read_brief

# Read in a process of their own: work that grows with the square of the length would take hours, not this long.
BYTES, ENOUGH_SECONDS = 200_000, 120
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
    "numbered": "1. a\n",
}
READ = """
import sys
from factcheck.errors import BriefError
from factcheck.intake import read_brief

try:
    read_brief(sys.argv[1])
except BriefError as error:
    assert "\\n" not in str(error)
"""


@pytest.mark.parametrize("kind", sorted(RUNS))
def test_a_long_run_of_a_hostile_piece_is_read_or_refused_in_one_line(kind, tmp_path):
    path = tmp_path / "brief.txt"
    piece = RUNS[kind]
    path.write_text(f"A line before. {piece * (BYTES // len(piece))}\nA line after.\n", encoding="utf-8")
    subprocess.run([sys.executable, "-c", READ, str(path)], check=True, timeout=ENOUGH_SECONDS)


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
