"""Paths → briefs with all that they cite and claim, nothing fetched."""

from __future__ import annotations

import hashlib
import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.briefs import lay_out
from factcheck.citations import find_citations
from factcheck.claims import find_claims
from factcheck.documents import read_document
from factcheck.errors import BriefError, PageError, UsageError
from factcheck.findings import SourceCheck, SourceState, citation_finding, figure_finding, quotation_finding
from factcheck.model import (
    Apparatus,
    BlockKind,
    Brief,
    BriefFinding,
    BriefProblem,
    Citation,
    Claim,
    ClaimFinding,
    FootnoteKind,
    UncheckedReason,
)
from factcheck.text import guess_language
from factcheck.urls import without_password

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

# Files of a folder that are taken for briefs; a file that is named itself is read whatever it is called.
BRIEF_SUFFIXES = frozenset(".md .markdown .qmd .txt .text .html .htm .xhtml .pdf .docx .odt .epub .tex .rst".split())
MAX_BRIEF_BYTES = 16 * 1024 * 1024
# How a report.json begins.
_OWN_REPORT = re.compile(rb'"tool":\s{0,9}\{\s{0,9}"name":\s{0,9}"factcheck"')
_REPORT_HEAD_BYTES = 400
_NOT_ASKED = (UncheckedReason.NOT_FETCHED, "nothing was fetched.")


def expand_paths(paths: Iterable[Path | str]) -> list[Path]:
    """The brief files that `paths` name: files as they are, folders with all their briefs below, sorted by name.

    Hidden files and folders, and the reports of earlier runs, are passed over; a file that is named twice, by a link
    or in another spelling, is one brief.  Raises `UsageError` for a path that does not exist, `BriefError` for a folder
    without a brief.
    """
    found: dict[Path, Path] = {}
    for path in map(Path, paths):
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if _is_brief(p, path))
            if not inside:
                wanted = ", ".join(sorted(BRIEF_SUFFIXES))
                raise BriefError(f"{path}: no brief in this folder; briefs are files ending in {wanted}")
            for one in inside:
                found.setdefault(one.resolve(), one)
        elif path.exists():
            found.setdefault(path.resolve(), path)
        else:
            raise UsageError(
                f"{path}: no such file or folder; check the spelling and the working folder ({Path.cwd()})"
            )
    return list(found.values())


def _is_brief(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and path.suffix.lower() in BRIEF_SUFFIXES and path.is_file() and not _is_own_report(path)


def _is_own_report(path: Path) -> bool:
    """Whether a file of a folder is a report of ours (reports may lie among the briefs): ``report.json`` says so."""
    if path.stem != "report":
        return False
    try:
        with path.with_name("report.json").open("rb") as file:
            return _OWN_REPORT.search(file.read(_REPORT_HEAD_BYTES)) is not None
    except OSError:
        return False


def read_brief(path: Path | str, known_urls: Container[str] = ()) -> BriefFinding:
    """One brief with its footnotes, citations and claims, nothing fetched: every status and verdict is unchecked.

    `known_urls` are URLs whose pages were captured before, as evidence for how a broken one is spelled.
    Raises `BriefError` where the file is missing, empty, binary, locked or in an encoding that cannot be read.
    """
    path = Path(path)
    data = _bytes_of(path)
    try:
        document = read_document(data, name=path.name, folder=path.parent)
    except PageError as error:
        raise BriefError(f"{path}: {error}") from error
    except BriefError as error:
        raise BriefError(f"{path}: {error}") from error
    sha256 = hashlib.sha256(data).hexdigest()
    del data  # what a long brief fills of the memory is needed below
    brief = _described(lay_out(document, path.as_posix(), sha256))
    apparatus = find_citations(brief, known_urls)
    claims = find_claims(brief, apparatus)
    truncated = _truncated(apparatus)
    state = {citation.id: _unasked(citation, truncated) for citation in apparatus.citations}
    first = _FirstSources(apparatus, state)
    finding = BriefFinding(
        brief=brief,
        apparatus=apparatus,
        citations=tuple(citation_finding(c, state[c.id], ()) for c in apparatus.citations),
        claims=tuple(_unchecked_claim(claim, first) for claim in claims),
    )
    written = (brief.text, *(c.url or "" for c in apparatus.citations), *(link.url or "" for link in brief.links))
    return _without_passwords(finding) if any(without_password(text) != text for text in written) else finding


def _without_passwords(value: Any) -> Any:
    """A record with every user name and password of a URL dotted out: reports are passed on and published."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return without_password(value)
    if isinstance(value, tuple):
        return tuple(map(_without_passwords, value))
    if is_dataclass(value) and not isinstance(value, type):
        kept = {field.name: getattr(value, field.name) for field in fields(value)}
        changed = {name: new for name, old in kept.items() if (new := _without_passwords(old)) is not old}
        return replace(value, **changed) if changed else value
    return value


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise BriefError(f"{path}: not a regular file; give a file or a folder of briefs")
        size = path.stat().st_size
        if size > MAX_BRIEF_BYTES:
            raise BriefError(
                f"{path}: {size:,} bytes, more than the {MAX_BRIEF_BYTES:,} of the longest brief; split it"
            )
        return path.read_bytes()
    except OSError as error:
        raise BriefError(f"{path}: cannot be read ({error.strerror}); check that it exists and may be read") from error


def _described(brief: Brief) -> Brief:
    """The brief with a language, guessed from its words, and a title, its first heading, where the file names none."""
    language = brief.language or guess_language("\n".join(block.text.text for block in brief.blocks))
    heading = next((block.text.text for block in brief.blocks if block.kind is BlockKind.HEADING), None)
    return replace(brief, language=language, title=brief.title or heading)


def read_briefs(
    paths: Sequence[Path], known_urls: Container[str] = ()
) -> tuple[list[BriefFinding], list[BriefProblem]]:
    """Every brief that can be read, and a line for each that cannot; `known_urls` as `read_brief` takes them."""
    read: list[BriefFinding] = []
    problems: list[BriefProblem] = []
    for path in paths:
        try:
            read.append(read_brief(path, known_urls))
        except BriefError as error:
            problems.append(BriefProblem(path.as_posix(), str(error)))
    return read, problems


def unasked(citation: Citation, apparatus: Apparatus) -> SourceState:
    """Why a citation has no capture before anything was asked for."""
    return _unasked(citation, _truncated(apparatus))


def _truncated(apparatus: Apparatus) -> frozenset[str]:
    """The citations of the notes whose URL has lost its end."""
    notes = (note for note in apparatus.footnotes if note.kind is FootnoteKind.TRUNCATED)
    return frozenset(name for note in notes for name in note.citations)


def _unasked(citation: Citation, truncated: frozenset[str]) -> SourceState:
    if citation.url is not None:
        return SourceState(unread=_NOT_ASKED)
    if citation.id in truncated and citation.raw_url:
        return SourceState(unread=(UncheckedReason.TRUNCATED_URL, "the end of the printed address is lost."))
    if any(repair.kind == "ambiguous" for repair in citation.repairs):
        words = "the note points back to one with several sources and does not say which."
        return SourceState(unread=(UncheckedReason.NO_URL, words))
    return SourceState(unread=(UncheckedReason.NO_URL, "the note gives no address."))


def sources_of(claim: Claim, labels: Sequence[str], citations: Iterable[Citation]) -> list[Citation]:
    """The citations that a figure or quotation with these footnote labels rests on, links in its sentence included."""
    return [c for c in citations if (c.footnote in labels if c.footnote is not None else c.id in claim.links)]


def missing_notes(apparatus: Apparatus) -> frozenset[str]:
    """The labels of the notes that only a marker tells of."""
    return frozenset(note.label for note in apparatus.footnotes if note.kind is FootnoteKind.MISSING)


class _FirstSources:
    """The first source of each note and link: where nothing was asked for, the others say the same as the first."""

    def __init__(self, apparatus: Apparatus, state: Mapping[str, SourceState]) -> None:
        self.missing = missing_notes(apparatus)
        self._citations, self._state = apparatus.citations, state
        self._of_note: dict[str, int] = {}
        self._of_link: dict[str, int] = {}
        for number, citation in enumerate(apparatus.citations):
            if citation.footnote is not None:
                self._of_note.setdefault(citation.footnote, number)
            else:
                self._of_link.setdefault(citation.id, number)

    def of_links(self, claim: Claim) -> int | None:
        """The number of the first citation that is a link in the claim's sentence."""
        return min((self._of_link[name] for name in claim.links if name in self._of_link), default=None)

    def of(self, labels: Sequence[str], linked: int | None) -> list[SourceCheck]:
        """The first of what `sources_of` gives, in a look-up: a hostile brief has as many claims as citations."""
        found = [self._of_note[label] for label in labels if label in self._of_note]
        found += [] if linked is None else [linked]
        first = [self._citations[min(found)]] if found else []
        return [SourceCheck(citation, self._state[citation.id], None) for citation in first]


def _unchecked_claim(claim: Claim, first: _FirstSources) -> ClaimFinding:
    """A claim whose figures and quotations were compared with nothing."""
    linked = first.of_links(claim)
    return ClaimFinding(
        claim,
        tuple(figure_finding(cited, first.of(cited.footnotes, linked), first.missing) for cited in claim.figures),
        tuple(quotation_finding(cited, first.of(cited.footnotes, linked), first.missing) for cited in claim.quotations),
    )
