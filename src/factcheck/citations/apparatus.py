"""The whole apparatus of a brief: markers, footnotes and citations, tied together."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.citations.body_links import lost_links, source_blocks
from factcheck.citations.body_urls import body_urls
from factcheck.citations.locators import find_locators
from factcheck.citations.markers import find_markers
from factcheck.citations.note_groups import own_labels
from factcheck.citations.note_text import joined_text
from factcheck.citations.references import is_work, read_reference
from factcheck.citations.repeats import Earlier
from factcheck.citations.resolve import urls_in
from factcheck.citations.surroundings import surroundings
from factcheck.model import Apparatus, Citation, Footnote, FootnoteKind, Repair
from factcheck.patterns import regex
from factcheck.records import record

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from factcheck.citations.resolve import FoundUrl
    from factcheck.citations.surroundings import Surroundings
    from factcheck.model import Brief, Locator, Marker, NoteText

_ID = regex(r"[^\w-]+")
_NEXT_SOURCE = regex(r";\s+(?!\W*(?:pp?|с|стр|s|S|cf|Table|Fig|§)\b)|\.\s+(?=[^\W\d_a-zа-яё])|\n{2,}")


_AND_MORE = regex(r"[;.]\s|\balso\b|\bтакже\b|\bauch\b|\bteż\b", re.IGNORECASE)  # "Ibid.; see also https://…"
_TAIL = 120  # characters after a link in which its access date may stand


@record
class _NoteCitations:
    note: NoteText
    citations: tuple[Citation, ...]
    truncated: bool
    text: str


def find_citations(brief: Brief, known_urls: Container[str] = ()) -> Apparatus:
    """Every marker, footnote and citation of `brief`, and the links whose targets it has lost.

    Footnotes stand in the order of their labels, or where these are not all numbers, of the text; one that only a
    marker tells of is `missing`.  Ids are ``c12a`` for
    the first citation of note 12 and ``b1`` for the first link of the body.  `known_urls` are URLs that were
    captured before, as evidence for how a broken one is spelled: only whether it has a spelling is ever asked.
    """
    markers = find_markers(brief)
    brief = replace(brief, notes=_with_own_labels(brief.notes))
    around = surroundings(brief, known_urls)
    noted = _cite_notes(brief, around)
    footnotes = _footnotes(noted, markers)
    cited = tuple(citation for each in noted for citation in each.citations)
    return Apparatus(markers, footnotes, cited + tuple(_cite_body(brief, around)), lost_links(brief))


def _with_own_labels(notes: tuple[NoteText, ...]) -> tuple[NoteText, ...]:
    labels = own_labels(notes)
    return tuple(
        note if note.label == label else replace(note, label=label) for note, label in zip(notes, labels, strict=True)
    )


def _cite_body(brief: Brief, around: Surroundings) -> Iterator[Citation]:
    sources = source_blocks(brief)
    for number, each in enumerate(body_urls(brief, around), start=1):
        # The words before a link are a sentence of the brief; in a list of sources they name what is linked.
        before = each.before if each.link.block in sources else ""
        tail = each.after[:_TAIL]
        yield Citation(
            id=f"b{number}",
            footnote=None,
            url=each.found.url,
            raw_url=each.found.raw,
            repairs=each.found.repairs,
            alternative_urls=each.found.alternatives,
            locators=_locators(before, tail) if before else (),
            reference=read_reference(before, tail),
            link=each.link,
        )


def _cite_notes(brief: Brief, around: Surroundings) -> list[_NoteCitations]:
    noted: list[_NoteCitations] = []
    earlier = Earlier()
    all_cited: list[Citation] = []
    used: dict[str, int] = {}
    for note in brief.notes:
        found = urls_in(note.text, note.links, note.page, around)
        stem = _stem(note.label, used)
        lead = note.text.text[: found[0].start] if found else note.text.text
        more = _AND_MORE.search(lead) if found else None
        repeated = _repeated(note, lead, stem, earlier, all_cited) if more or not found else ()
        own = _cited(note, found, stem, after=more.end() if more and repeated else 0, count=len(repeated))
        citations = (*repeated, *own) or _work(note, stem)
        if citations:
            earlier.add(note.label, len(all_cited), [_named_in(citation) for citation in citations], note.text.text)
            all_cited.extend(citations)
        else:
            earlier.pass_by(note.label)
        cut = any(url.truncated for url in found)
        noted.append(_NoteCitations(note, citations, cut, joined_text(note, found)))
    return noted


def _stem(label: str, used: dict[str, int]) -> str:
    """An id for the label; `used` are the ids given so far, with the number that the next of that name may have."""
    stem = base = "c" + (_ID.sub("-", label).strip("-") or "-".join(f"{ord(character):x}" for character in label))
    number = used.get(base, 2)
    while stem in used:
        stem, number = f"{base}-{number}-", number + 1
    used[base] = number
    used.setdefault(stem, 2)
    return stem


def _letters(number: int) -> str:
    """Count in letters: ``a`` to ``z``, ``aa``."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _cited(note: NoteText, found: Sequence[FoundUrl], stem: str, *, after: int, count: int) -> Iterator[Citation]:
    """The note's URLs as citations, whose words begin `after` an earlier source; `count` of its citations are made."""
    text = note.text.text
    begin = after
    for number, url in enumerate(found):
        limit = found[number + 1].start if number + 1 < len(found) else len(text)
        tail_end = _tail_end(text, url.end, limit)
        before, tail = text[begin : url.start], text[url.end : tail_end]
        begin = tail_end
        yield Citation(
            id=stem + _letters(count + number),
            footnote=note.label,
            url=url.url,
            raw_url=url.raw,
            repairs=url.repairs,
            alternative_urls=url.alternatives,
            locators=_locators(before, tail),
            reference=read_reference(before, tail),
        )


def _tail_end(text: str, start: int, limit: int) -> int:
    """Where the words after a URL stop belonging to it: at the note's end, or where the next source begins."""
    if limit == len(text):
        return limit
    match = _NEXT_SOURCE.search(text, start, limit)
    if match:
        return match.end()
    end = start
    for placed in find_locators(text[start:limit], after_url=True):
        if text[end : start + placed.start].strip(" ,;:(\n\t"):
            break  # words between: the place belongs to the next source
        end = start + placed.end
    return end


def _locators(before: str, tail: str) -> tuple[Locator, ...]:
    placed = [*find_locators(before, after_url=False), *find_locators(tail, after_url=True)]
    return tuple(dict.fromkeys(each.locator for each in placed))


def _repeated(
    note: NoteText, lead: str, stem: str, earlier: Earlier, cited: Sequence[Citation]
) -> tuple[Citation, ...]:
    """The earlier citations that a note's words before any URL point back to, as those of this note.

    Where one of several is meant and it is not said which, none is guessed at: the citation has no URL.
    """
    repeat = earlier.resolve(lead, note.label, alone=lead == note.text.text)
    if repeat is None:
        return ()
    places = _locators("", lead)
    sources = [cited[number] for number in repeat.citations]
    if repeat.ambiguous and len({source.url or source.id for source in sources}) > 1:
        words = f"{repeat.evidence}, which has {len(sources)} sources"
        return (Citation(stem + "a", note.label, None, None, (Repair("ambiguous", words),), locators=places),)
    repairs = (Repair("ibid", repeat.evidence),)
    kept = sources[:1] if repeat.ambiguous else sources
    return tuple(
        replace(source, id=stem + _letters(number), footnote=note.label, raw_url=None, repairs=repairs, locators=places)
        for number, source in enumerate(kept)
    )


def _named_in(citation: Citation) -> str:
    """The words that name one source of a note."""
    return " ".join([*citation.reference.authors, citation.reference.title or ""])


def _work(note: NoteText, stem: str) -> tuple[Citation, ...]:
    text = note.text.text
    if not is_work(text):
        return ()
    return (Citation(stem + "a", note.label, None, None, locators=_locators(text, ""), reference=read_reference(text)),)


def _footnotes(noted: Sequence[_NoteCitations], markers: Sequence[Marker]) -> tuple[Footnote, ...]:
    by_label: dict[str, list[Marker]] = {}
    for marker in markers:
        by_label.setdefault(marker.label, []).append(marker)
    footnotes = []
    for each in noted:
        kind = FootnoteKind.CITATION if each.citations else FootnoteKind.TEXT
        kind = FootnoteKind.TRUNCATED if each.truncated else kind
        pointing = tuple(by_label.pop(each.note.label, ()))
        ids = tuple(citation.id for citation in each.citations)
        footnotes.append(Footnote(each.note.label, each.text, kind, pointing, ids))
    missing = [Footnote(label, "", FootnoteKind.MISSING, tuple(pointing)) for label, pointing in by_label.items()]
    if any(not note.label.isdecimal() for note in footnotes):
        return (*footnotes, *missing)  # signs and letters have no order but that of the text
    return tuple(sorted([*footnotes, *missing], key=lambda note: _order(note.label)))


def _order(label: str) -> tuple[int, int, str]:
    if not label.isdecimal():
        return 1, 0, label
    # By length first: a hostile label has more digits than Python makes a number of.
    digits = label.lstrip("0")
    return 0, len(digits), digits
