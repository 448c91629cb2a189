"""The sources as BibLaTeX entries, with the date of access and where a copy is kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from factcheck.report.exports.works import works_of
from factcheck.report.words import STATUS_WORDS, day_words, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.report.exports.works import Work

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    # Readers of BibTeX count braces whatever stands before them.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    **{char: "\\" + char for char in "$&#%_"},
}
# BibLaTeX 3.20, section 2.3.8: dates are ISO 8601-2; nothing else may stand in a date field.
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)


def biblatex_bytes(data: dict[str, Any]) -> bytes:
    """The works of format-1 `data`, one entry each."""
    return "\n".join(_entry(work) for work in works_of(data)).encode()


def latex(text: str) -> str:
    """`text` with every character that TeX or BibTeX reads as a command or a brace written as the character it is."""
    return "".join(_SPECIAL.get(char, char) for char in text)


def latex_url(url: str) -> str:
    """A URL that `safe_href` has passed (so without braces and backslashes) inside an argument of a command."""
    return url.replace("%", r"\%").replace("#", r"\#")


def _entry(work: Work) -> str:
    kind = "online" if work.url else "misc"
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(work))
    return f"@{kind}{{{work.key},\n{fields}}}\n"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    # Inner braces keep capitals as they are and a body's name, even one with "and" in it, in one piece.
    yield "title", f"{{{latex(work.title)}}}"
    if work.authors:
        yield "author", " and ".join(f"{{{latex(name)}}}" for name in work.authors)
    if work.publisher:
        yield "organization", latex(work.publisher)
    if work.published and _DATE.fullmatch(work.published[:10]):
        yield "date", work.published[:10]
    if work.url:
        yield "url", work.url
    if work.accessed and _DATE.fullmatch(work.accessed[:10]):
        yield "urldate", work.accessed[:10]
    if work.archive_url and work.archived_at:
        place = rf"\url{{{latex_url(work.archive_url)}}}"
        yield "addendum", said("copy_of", day=day_words(work.archived_at), place=place)
    elif work.archive_place:
        yield "addendum", said("captured_in", place=latex(work.archive_place))
    yield "keywords", f"factcheck-{STATUS_WORDS[work.status].replace(' ', '-')}"
