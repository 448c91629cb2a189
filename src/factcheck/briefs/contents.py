"""Tables of contents: their page numbers are no figures, their lines no sentences."""

from __future__ import annotations

from factcheck.patterns import regex

_TAG = regex(r"<[^<>\n]{0,200}>")
# A page number set off by a tab, dots, a table's bar or a run of blanks.
_ENTRY = regex(r"(?:\t|[ \u00a0]{2,}|(?:\.[ ]?){3,}|…|\|)[\s.…|]*\d{1,3}[\s|*_]*$")
_LEAST_ENTRIES = 3
_SHARE = 0.7


def is_contents(raw: str) -> bool:
    """Whether the source lines of a block are a table of contents."""
    lines = [line for line in _TAG.sub("", raw).splitlines() if line.strip()]
    entries = sum(is_contents_entry(line) for line in lines)
    return entries >= _LEAST_ENTRIES and entries >= _SHARE * len(lines)


def is_contents_entry(line: str) -> bool:
    """Whether a line ends in a page number that stands apart."""
    return len(line) < 300 and _ends_in_digit(line) and _ENTRY.search(line) is not None


def _ends_in_digit(line: str) -> bool:
    """Whether a digit is the last that stands on a line but for bars and emphasis: few lines need a closer look."""
    end = len(line)
    while end and (line[end - 1].isspace() or line[end - 1] in "|*_"):
        end -= 1
    return line[end - 1 : end].isdecimal()
