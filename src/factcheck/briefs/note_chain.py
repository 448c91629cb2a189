"""Which lines begin a note: the best ascending chain of numbered lines, each weighed by what speaks for it.

A line of the body may begin with a number, and a note's second line may too; no line can be told alone.  But note
numbers ascend one by one through the whole document, so that the heaviest ascending chain is looked for.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from factcheck.briefs.layout import URL_START, plain_digits
from factcheck.briefs.stray_starts import with_strays
from factcheck.patterns import regex
from factcheck.records import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.briefs.lines import Line, Setting

_STYLES = {
    "bracket": regex(r"\[(\d{1,3})\][.:]?\s*"),
    "raised": regex(r"([⁰¹²³⁴-⁹]{1,3})\s*"),
    "stop": regex(r"(\d{1,3})[.)](?:\s+|(?=[^\W\d_])|$)"),
    "bare": regex(r"(\d{1,3})(?:\s*(?=[^\s\d.,;:)\]%/–—-])|$)"),
}
_SIGNS = frozenset("*†‡§¶")
_SIGN_START = regex(r"((?P<sign>[*†‡§¶])(?P=sign){0,3})\s*(?=[^\W\d_a-z]|[\"“„«(]|https?:|www\.)")
_SIGN_MARKER = regex(r"(?<=[^\s*†‡§¶])((?P<sign>[*†‡§¶])(?P=sign){0,3})(?=[\s.,;:!?)\]\"'”’»]|$)")
# How a note may begin with a small letter.
_OPENERS = regex(
    r"(?:see|cf|ibid|idem|op|id|e\.g|quoted|cited|author|interview|там|см|ср|цит|vgl|siehe|ebd|zob|por|tamże|voir)\b",
    re.IGNORECASE,
)
_WORD = regex(r"[\"'“‘«„(\[]?(?:[^\W\d_]{2,}|[^\W\d_]\.)")
_HAS_URL = regex(r"https?://|www\.|doi\.org|\bdoi:", re.IGNORECASE)
_MARKERS = {
    # Behind a stop only where it is no decimal's (a year may stand before it), and no abbreviation's ("p. 1").
    "bare": regex(
        r"(?:(?<=[^\W\d_])|(?<=[^\W\d][.!?;:,…])|(?<=[)\]\"'”’»%][.;:,])|(?<=(?:1[5-9]|20)\d\d[.,;:])"
        r"|(?<=(?<!\d)(?:19|20)\d\d)|(?<=[!?…)\]\"'”’»%])|(?<=[^\s(\[„]“)|(?<=[^\s(\[„]“[.,;:])"
        r"|(?<=[^\W\d_]{3}[.!?] )|(?<=[.!?”»][”»)] ))(\d{1,3})(?=[\s.,;:!?)\]\"'”’»–—]|$)"
    ),
    "bracket": regex(r"\[(\d{1,3})\]"),
    "raised": regex(r"(?:(?<=[^\s⁰¹²³⁴-⁹])|(?<=[.,;:!?”»)] ))([⁰¹²³⁴-⁹]{1,3})"),
}
# Where markers begin: a search for a digit is many times quicker than one for what may stand before it.
_DIGIT = regex(r"[\d⁰¹²³⁴-⁹]")
_DIGITS = regex(r"(\d+)|([⁰¹²³⁴-⁹]+)|\[")
_STYLE_OF_GROUP = {1: "bare", 2: "raised", None: "bracket"}
# A note's label may be set otherwise than its marker: "13 See …" for ¹³.
_MARKER_STYLES = {
    "bracket": ("bracket",),
    "raised": ("raised", "bare"),
    "stop": ("bare", "bracket", "raised"),
    "bare": ("bare", "raised", "bracket"),
}
NOTES_HEADING = regex(
    r"(?:[\dIVX]{1,4}\.?\s+)?(?:notes?|end\s?notes?|foot\s?notes?|примечания|сноски|przypisy|anmerkungen|fußnoten|endnoten|"
    r"notes de bas de page|išnašos|заўвагі|зноскі|примітки|виноски|poznámky|noten|note|notas)\W{0,3}",
    re.IGNORECASE,
)
SOURCES_HEADING = regex(
    r"(?:[\dIVX]{1,4}\.?\s+)?(?:references(?: and notes)?|sources|"
    r"bibliography|works cited|literature|источники|"
    r"литература|список литературы|ссылки|bibliografia|źródła|literatur|quellen|références|šaltiniai|literatūra|"
    r"крыніцы|літаратура|"
    r"джерела|література)\W{0,3}",
    re.IGNORECASE,
)
_SKIPS = 8  # numbers that may be missing between two notes
_NEXT_BONUS, _SKIP_COST, _START_COST, _RESTART_COST = 1.5, 0.8, 0.7, 2.0
_NEAR_MARKER, _PAGE_LINES = 2.5, 120
_LEAST_LIST = 3
_BELOW = 0.3  # for a label alone on its line, with words below it
_NOTE_LINES = 9  # of a note in a list at the end
_LEAST_WEIGHT, _LEAST_MEAN, _ALONE = 0.5, 1.5, 4.0


@record
class NoteStart:
    """A line that begins a note: its number, the label, and where the note's text begins in the line."""

    line: int
    label: str
    skip: int
    weight: float

    @property
    def number(self) -> int:
        """The label as a number."""
        return int(self.label)


@record
class _Link:
    """The best chain that ends in a candidate."""

    score: float
    before: int | None


def note_starts(lines: Sequence[Line], setting: Setting, excluded: frozenset[int] | set[int]) -> list[NoteStart]:
    """The lines of `lines` that begin notes, in order; `excluded` are numbers of lines that are known to be none."""
    best: list[NoteStart] = []
    of_style: list[NoteStart] = []
    best_score = 0.0
    context = _Context(lines, setting)
    numbered = [(n, line) for n, line in enumerate(lines) if n not in excluded and _is_numbered(line)]
    for style, pattern in _STYLES.items():
        weighed = (context.weigh(n, line, style, pattern) for n, line in numbered)
        candidates = [candidate for candidate in weighed if candidate is not None]
        chain, score = _heaviest_chain(_in_small_type(candidates, lines), context.second_first_marker(style))
        if score > best_score and _is_believable(chain, style, context):
            best, best_score, of_style = chain, score, candidates
    return with_strays(best, of_style)


def _is_numbered(line: Line) -> bool:
    """Whether a line begins as every style of label does: with a digit, raised or not, or a bracket."""
    first = line.text[:1]
    return first.isdigit() or first == "["


def sign_starts(lines: Sequence[Line], excluded: frozenset[int] | set[int]) -> list[NoteStart]:
    """Lines that begin a note with an asterisk or a dagger, whose like stands behind a word shortly before."""
    starts: list[NoteStart] = []
    marked: dict[str, int] = {}
    for n, line in enumerate(lines):
        if n in excluded or _SIGNS.isdisjoint(line.text):
            continue
        start = _SIGN_START.match(line.text)
        if start is not None and n - marked.pop(start.group(1), -_PAGE_LINES) < _PAGE_LINES:
            starts.append(NoteStart(n, start.group(1), start.end(), _ALONE))
        marked.update((match.group(1), n) for match in _SIGN_MARKER.finditer(line.text))
    return starts


def _in_small_type(candidates: Sequence[NoteStart], lines: Sequence[Line]) -> Sequence[NoteStart]:
    """The candidates in smaller type than the body, if each number stands there: the others are lists of the body."""
    small = [candidate for candidate in candidates if lines[candidate.line].small]
    return small if small and {c.number for c in candidates} == {c.number for c in small} else candidates


class _Context:
    """What the weight of a candidate depends on besides its own line."""

    def __init__(self, lines: Sequence[Line], setting: Setting) -> None:
        self.lines, self.setting = lines, setting
        marked = _marked_lines(lines)
        self.marked = {style: _first_marked(found) for style, found in marked.items()}
        self.second = {style: _second_one(found) for style, found in marked.items()}
        self.section = section_start(lines)

    def second_first_marker(self, style: str) -> int:
        """The line where a marker "1" stands the second time: before it no list of notes begins anew."""
        seconds = [self.second[of] for of in _MARKER_STYLES[style] if self.second[of] is not None]
        return min((n for n in seconds if n is not None), default=len(self.lines))

    def weigh(self, n: int, line: Line, style: str, pattern: re.Pattern[str]) -> NoteStart | None:
        """The line as a candidate of a style, or None where it cannot begin a note."""
        match = pattern.match(line.text)
        if match is None:
            return None
        label = str(int(plain_digits(match.group(1))))
        rest = line.text[match.end() :]
        weight = self._weight_of_words(n, rest, glued=style == "bare" and match.end() == match.end(1))
        if weight is None:
            return None
        weight += self._weight_of_place(n, line) + (1.0 if style in {"bracket", "raised"} else 0.0)
        marked = max(self._weight_of_marker(n, int(label), of) for of in _MARKER_STYLES[style])
        if not rest and not marked:
            return None  # a page's number, a cell
        weight += marked
        return NoteStart(n, label, match.end(), weight) if weight >= _LEAST_WEIGHT else None

    def _weight_of_marker(self, n: int, number: int, style: str) -> float:
        """A raised or bracketed marker shortly before says more than a number that happens to be glued to a word."""
        first = self.marked[style].get(number, n)
        if first >= n:
            return 0.0
        return _NEAR_MARKER if style != "bare" and n - first < _PAGE_LINES else 1.0

    def _weight_of_words(self, n: int, rest: str, *, glued: bool) -> float | None:
        if not rest:
            return self._weight_of_words_below(n)
        if URL_START.match(rest):
            return 3.0
        if rest[0].islower() and not _OPENERS.match(rest):
            return None
        if _WORD.match(rest) is None:
            return None
        following = [line.text for line in self.lines[n + 1 : n + 3]]
        if len(following) > 1 and following[0][:1].isdigit():
            following.pop()  # the next note, perhaps
        has_url = any(_HAS_URL.search(text) for text in (rest, *following))
        return (1.5 if glued else 0.0) + (1.5 if has_url else 0.0)

    def _weight_of_words_below(self, n: int) -> float | None:
        """What speaks for a label that stands alone on its line: the note must begin in the next."""
        below = self.lines[n + 1].text if n + 1 < len(self.lines) else ""
        if URL_START.match(below):
            return 2.0
        return _BELOW if _WORD.match(below) and (below[0].isupper() or not below[0].isalpha()) else None

    def _weight_of_place(self, n: int, line: Line) -> float:
        weight = 0.0
        if line.ruled:
            weight += 1.5
        if self.section is not None and n > self.section:
            weight += 2.5
        if self.setting.runs:
            tight = line.gap == 0 or (n + 1 < len(self.lines) and self.lines[n + 1].gap == 0)
            weight += 1.5 if tight else -1.5
        return weight


def marked_in(text: str, pattern: re.Pattern[str]) -> Iterator[int]:
    """The numbers of `text` that a `pattern` of markers finds, its first group their digits; tried at digits only."""
    done = 0
    for digit in _DIGIT.finditer(text):
        if digit.start() >= done and (match := pattern.match(text, digit.start())) is not None:
            done = match.end()
            yield int(plain_digits(match.group(1)))


def _markers_in(text: str) -> Iterator[tuple[str, int]]:
    """The style and number of whatever stands like a marker; none begins inside a row of digits."""
    for digits in _DIGITS.finditer(text):
        style = _STYLE_OF_GROUP[digits.lastindex]
        if (match := _MARKERS[style].match(text, digits.start())) is not None:
            yield style, int(plain_digits(match.group(1)))


def _marked_lines(lines: Sequence[Line]) -> dict[str, list[tuple[int, int]]]:
    """By style, each number that stands like a marker, with its line."""
    marked: dict[str, list[tuple[int, int]]] = {style: [] for style in _MARKERS}
    for n, line in enumerate(lines):
        for style, number in _markers_in(line.text):
            marked[style].append((number, n))
    return marked


def _first_marked(marked: Sequence[tuple[int, int]]) -> dict[int, int]:
    """For each number that stands like a marker, the first line where it does."""
    return dict(reversed(marked))


def is_list_at_end(lines: Sequence[Line], starts: Sequence[NoteStart]) -> bool:
    """Whether the notes are one list at the text's end: counted from 1, all markers before it, no body behind it."""
    numbers = [start.number for start in starts if start.label.isdecimal()]
    if len(numbers) < _LEAST_LIST or numbers != list(range(1, len(starts) + 1)):
        return False
    first, last = starts[0].line, starts[-1].line
    tight = all(after.line - before.line <= _NOTE_LINES for before, after in pairwise(starts))
    if not tight or len(lines) - last > _NOTE_LINES:
        return False
    marked: set[int] = set()
    for line in lines[:first]:
        marked.update(number for _, number in _markers_in(line.text))
    return marked.issuperset(numbers)


def _second_one(marked: Sequence[tuple[int, int]]) -> int | None:
    """The second line with a marker of the first note."""
    found = dict.fromkeys(n for number, n in marked if number == 1)
    return next(islice(found, 1, None), None)


def section_start(lines: Sequence[Line]) -> int | None:
    """The last line that is a heading such as "Notes", if anything follows it."""
    found = [n for n, line in enumerate(lines) if len(line.text) < 40 and NOTES_HEADING.fullmatch(line.text)]
    return found[-1] if found and found[-1] + 1 < len(lines) else None


def _heaviest_chain(candidates: Sequence[NoteStart], restarts_after: int) -> tuple[list[NoteStart], float]:
    """The ascending chain of greatest weight: a step to the next number is rewarded, a number left out costs.

    Only after the line `restarts_after` may it begin at 1 again.
    """
    best_of: dict[int, int] = {}
    links: list[_Link] = []
    top: int | None = None
    for place, candidate in enumerate(candidates):
        link = _best_link(candidate, best_of, links, top if candidate.line > restarts_after else None)
        links.append(link)
        rival = best_of.get(candidate.number)
        if rival is None or links[rival].score <= link.score:  # of two, the one nearer to the notes that follow
            best_of[candidate.number] = place
        if top is None or links[top].score < link.score:
            top = place
    if top is None:
        return [], 0.0
    chain: list[NoteStart] = []
    at: int | None = top
    while at is not None:
        chain.append(candidates[at])
        at = links[at].before
    return chain[::-1], links[top].score


def _best_link(candidate: NoteStart, best_of: dict[int, int], links: Sequence[_Link], top: int | None) -> _Link:
    number = candidate.number
    best = _Link(candidate.weight - min(4.0, _START_COST * (number - 1)), None)
    for step in range(1, _SKIPS + 1):
        before = best_of.get(number - step)
        if before is not None:
            gain = _NEXT_BONUS if step == 1 else -_SKIP_COST * (step - 1)
            best = max(best, _Link(links[before].score + candidate.weight + gain, before), key=lambda link: link.score)
    if number == 1 and top is not None:
        restarted = _Link(links[top].score + candidate.weight - _RESTART_COST, top)
        best = max(best, restarted, key=lambda link: link.score)
    return best


def _is_believable(chain: Sequence[NoteStart], style: str, context: _Context) -> bool:
    """A numbered list in the body is a chain too: notes have URLs, markers, a rule or a heading of their own."""
    mean = sum(start.weight for start in chain) / len(chain)
    if len(chain) == 1:
        return mean >= _ALONE
    if style == "stop":
        marked = sum(_is_marked(start, context.marked.values()) for start in chain)
        in_section = context.section is not None and chain[0].line > context.section
        return _is_complete(chain, marked) or ((in_section or marked * 2 >= len(chain)) and mean >= _LEAST_MEAN)
    return mean >= _LEAST_MEAN


def _is_complete(chain: Sequence[NoteStart], marked: int) -> bool:
    """Whether a list counts from 1 without a gap, and each of its numbers stands as a marker before it."""
    numbers = [start.number for start in chain]
    return marked == len(chain) >= _LEAST_LIST and numbers == list(range(1, len(chain) + 1))


def _is_marked(start: NoteStart, markers: Iterable[dict[int, int]]) -> bool:
    return any(first.get(start.number, start.line) < start.line for first in markers)
