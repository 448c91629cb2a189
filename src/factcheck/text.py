"""Text on the ground floor: cleaned text that maps back to its original, and the spans of its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcheck.model import MappedText, Span

# Abbreviations that end in a full stop without ending a sentence, folded to lower case and without the stop.  Taken from
# the words' use in the style guides of each language; months and units are those that CLDR abbreviates with a stop.
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof sr jr st gen col lt capt sgt maj adm gov sen rep hon rev amb dept univ inc ltd co corp
    vs cf al etc eg ie e.g i.e p pp vol no nos art para paras ch sec fig figs ed eds approx est ca c jan feb mar apr jun jul
    aug sep sept oct nov dec u.s u.k u.n e.u a.m p.m
    тыс млн млрд трлн руб долл коп г гг в вв им ул стр с т.е т.д т.п т.к др см ст п пп рис табл ред проц чел кв куб тел
    тис грн крб дол р рр ім вул див мал тзв млд
    tys mln mld zł gr r w np m.in tj tzn prof dr inż ul str art ust pkt rys tab św godz ok im
    bzw z.b d.h u.a usw ca mio mrd tsd nr str abs vgl bsp hrsg s f ff jh
    m mme mlle env éd chap réf av apr
    pvz t.y ir kt d mėn val tūkst mlrd proc g gyv
    """.split()
)
_END = re.compile(r"[.!?…。]+[\"'”’»)\]]*(?=\s|$)|\n+")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“«„]{1,24}$")


def sentence_spans(text: str) -> list[Span]:
    """The sentences of `text`, blanks around them left out; a line break always ends one.

    A full stop does not end a sentence after a known abbreviation, an initial or a number, nor before a small letter.
    """
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if not _ends_sentence(text, match):
            continue
        spans.extend(_trimmed(text, start, match.end()))
        start = match.end()
    spans.extend(_trimmed(text, start, len(text)))
    return spans


def _trimmed(text: str, start: int, end: int) -> Iterable[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield Span(start, end)


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    ending = match.group()
    if "\n" in ending:
        return True
    follows = text[match.end() : match.end() + 48].lstrip(" \t\u00a0\"'“„«([")
    if follows[:1].islower():
        return False
    if not ending.startswith(".") or ending.startswith(".."):
        return True
    before = _WORD_BEFORE.search(text[max(0, match.start() - 24) : match.start()])
    return before is None or not _is_abbreviation(before.group(), follows)


def _is_abbreviation(word: str, follows: str) -> bool:
    if word.casefold() in _ABBREVIATIONS:
        # "5 млн. Минск" may end there, but cutting a figure from its noun costs more than joining two sentences.
        return True
    if len(word) == 1 and word.isalpha() and word.isupper():
        return True
    return word.isdigit() and len(word) <= 2 and follows[:1].isdigit()


def join_pieces(pieces: Sequence[tuple[str, int]]) -> MappedText:
    """One text out of (string, original offset) pieces, in order."""
    starts: list[int] = []
    origins: list[int] = []
    length = 0
    for string, origin in pieces:
        if not string:
            continue
        starts.append(length)
        origins.append(origin)
        length += len(string)
    if not starts:
        return MappedText("", (0,), (pieces[0][1] if pieces else 0,))
    return MappedText("".join(string for string, _ in pieces), tuple(starts), tuple(origins))


def slice_mapped(mapped: MappedText, start: int, end: int) -> MappedText:
    """``mapped.text[start:end]`` with its map."""
    return remove_spans(mapped, (), start, end)


def remove_spans(mapped: MappedText, cuts: Iterable[Span], start: int = 0, end: int | None = None) -> MappedText:
    """The text's [start, end) without the `cuts` (ascending, not overlapping), with its map."""
    stop = len(mapped.text) if end is None else end
    pieces: list[tuple[str, int]] = []
    at = start
    for cut in [*cuts, Span(stop, stop)]:
        pieces.extend(_copied(mapped, at, min(max(cut.start, at), stop)))
        at = max(at, cut.end)
    return join_pieces(pieces or [("", mapped.origin(start))])


def _copied(mapped: MappedText, start: int, end: int) -> Iterable[tuple[str, int]]:
    bounds = [start, *(s for s in mapped.starts if start < s < end), end]
    for left, right in zip(bounds, bounds[1:], strict=False):
        if right > left:
            yield mapped.text[left:right], mapped.origin(left)
