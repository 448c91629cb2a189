"""The clause of a figure against the clauses beside it: whose figure it is, and what happened then.

"The Greens won 27 seats, the Liberals only a few" has all the words of "the Liberals won 27 seats", and "modernised in
2008 and closed later" those of "closed in 2008": which clause they stand in decides.  Questions and captions are told
apart here as well.  Each objection is a reason to look by hand, not a proof.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.evidence.background import told_of_before
from factcheck.evidence.changes import by_so_much, in_more_years, lost
from factcheck.evidence.context import KeyKind
from factcheck.evidence.countries import other_country
from factcheck.evidence.joints import JOINT, Placed, stands_in
from factcheck.evidence.other_names import other_name
from factcheck.evidence.parallel import put_for_another, sides
from factcheck.evidence.passages import ask
from factcheck.evidence.reading import CAPTION, read_page
from factcheck.evidence.sayings import says
from factcheck.evidence.sections import stands_in_heading, under_another_name
from factcheck.evidence.undone import done_in_the_end, listed_as, still_to_do
from factcheck.evidence.wholes import of_another_whole
from factcheck.model import MatchLevel, QuantityKind, Span
from factcheck.words.vocabulary import COMMON

if TYPE_CHECKING:
    from factcheck.evidence.alignment import Found
    from factcheck.evidence.context import Key
    from factcheck.evidence.reading import PageFigure, PageReading
    from factcheck.model import Claim, Match, Page, Quantity

_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.RANGE})
_ASKED = re.compile(r"\?[\"'”»)\s]*$")
_CLAIMED = re.compile(
    r"^\W*(?:claim|rumou?r|myth|fake|утверждение|слух|миф|фейк|твердження|міф|сцвярджэнне|twierdzenie|mit|behauptung|gerücht|"
    r"affirmation|rumeur|teiginys)\s*:",
    re.IGNORECASE,
)
_CAPTION_SHARE = 0.9
_LONGEST = 600  # code points of a sentence that is read so
_AFTER = 80  # code points after a figure
_NEAR = 24  # code points between a year and the word that tells what happened
_LEADING = 5  # words of "In the summer of 2013, …"


def objection_of_clause(claim: Claim, quantity: Quantity, match: Match, page: Page) -> str | None:
    """What speaks against the figure of `match` being the claim's, by its clause and those beside it; else None."""
    reading = read_page(page)
    figure = reading.figure_at(match.passage.start)
    keys = tuple(found for found in ask(claim, reading).found if found.key.quantity is not quantity)
    if match.level is MatchLevel.PAGE_DATE:
        return told_of_before(keys, match, reading)
    if figure is None or figure.sentence in reading.rows:
        return None
    section = under_another_name(keys, reading, match.passage.start)
    if section is not None:
        return f"has it under “{section}”"
    place = Placed(claim, quantity, figure, reading, keys)
    told = _not_told(place) or _not_done(place)
    if told is not None or place.sentence.end - place.sentence.start > _LONGEST:
        return told
    clause = _clause(place)
    return _of_changes(place, clause) or _of_neighbours(place, clause) or _in_another_place(place, clause)


def _in_another_place(place: Placed, clause: Span) -> str | None:
    """One word put for another in a clause that is built as the claim's."""
    claim, quantity, figure, reading = place.claim, place.quantity, place.figure.quantity, place.reading
    if claim.language != reading.language:
        return None
    told = [found.quantity for found in reading.figures_in(place.figure.sentence)]
    asked = [cited.quantity for cited in claim.figures]
    for own, said in ((_parted(claim.text, quantity), clause), (Span(0, len(claim.text)), place.sentence)):
        ours = sides(claim.text, own, quantity, asked, claim.language)
        word = put_for_another(ours, sides(reading.text, said, figure, told, reading.language), reading.language)
        if word is not None:
            return f"speaks of “{word}” there"
    return None


def _not_told(place: Placed) -> str | None:
    """A question, what others claim, a caption that has not all of what the claim says."""
    sentence = place.sentence
    text = place.reading.text[sentence.start : sentence.end]
    if _ASKED.search(text) and "?" not in place.claim.text:
        return "only asks whether it is so"
    if _CLAIMED.match(text):
        return "only repeats what others say of it"
    if _in_caption(place.figure, place.reading) and _share(place, sentence) < _CAPTION_SHARE:
        return "has it only in a caption, of something else it seems"
    return None


def _not_done(place: Placed) -> str | None:
    """An item of a list of plans; a verb that the page has in the infinitive only."""
    if place.quantity.kind in _DATED:
        return None
    word = listed_as(place.claim, place.figure.quantity.start, place.reading)
    if word is None:
        clause = _clause(place)
        before = place.reading.text[place.sentence.start : clause.start]
        word = None if done_in_the_end(before) else still_to_do(place.claim, place.keys, clause, place.reading)
    return f"tells of it with the word “{word}”" if word is not None else None


def _in_caption(figure: PageFigure, reading: PageReading) -> bool:
    """Whether the figure's line begins as captions do; a full stop after "Fig" may have cut it in sentences."""
    line = reading.text.rfind("\n", 0, figure.quantity.start) + 1
    return (
        figure.quantity.start - line < _LONGEST and CAPTION.match(reading.text, line, figure.quantity.start) is not None
    )


def _share(place: Placed, span: Span) -> float:
    """How much of what the claim says stands in `span` itself."""
    within = place.reading.tokens_in(span)
    total = sum(found.key.weight for found in place.keys)
    here = sum(found.key.weight for found in place.keys if stands_in(found, within))
    return here / total if total else 1.0


def _clause(place: Placed) -> Span:
    """The page's words between the joints around the figure; a date that leads a sentence is of what follows."""
    figure, sentence, reading = place.figure.quantity, place.sentence, place.reading
    start, end = sentence.start, sentence.end
    for joint in JOINT.finditer(reading.text, sentence.start, sentence.end):
        if joint.end() <= figure.start:
            start = joint.end()
        elif joint.start() >= figure.end:
            words = reading.tokens_in(Span(start, joint.start()))
            leads = figure.kind in _DATED and start == sentence.start and len(words) <= _LEADING
            if not leads or any(stands_in(found, words) for found in place.keys):
                return Span(start, joint.start())
    return Span(start, end)


def _of_changes(place: Placed, clause: Span) -> str | None:
    claim, quantity, figure, reading = place.claim, place.quantity, place.figure.quantity, place.reading
    if quantity.kind in _DATED:
        return None
    text = reading.text[clause.start : clause.end]
    word = lost(claim.text, quantity, text, reading.language, claim.language)
    if word is not None:
        return f"tells of it with the word “{word}”"
    after = reading.text[figure.end : min(place.sentence.end, figure.end + _AFTER)]
    if by_so_much(claim.text, quantity, reading.text[clause.start : figure.start], figure, after):
        return "says by how much, or after how long"
    if of_another_whole(quantity, figure, place.keys, place.sentence, reading):
        return f"gives it as a part of “{figure.noun}”"
    within = [
        f.quantity for f in reading.figures_in(place.figure.sentence) if clause.start <= f.quantity.start < clause.end
    ]
    if in_more_years(claim, within, reading.text, clause):
        return "gives it for another length of time"
    word = says("jointly", text, reading.language)
    own = says("jointly", claim.text, claim.language)
    return f"gives it for several “{word}”" if word is not None and own is None else None


def _of_neighbours(place: Placed, clause: Span) -> str | None:
    """The claim's name, or its word next to a year, beside the figure's clause and not in it."""
    inside = place.reading.tokens_in(clause)
    if place.quantity.kind not in _DATED:
        other = other_name(place, inside) or other_country(place.keys, place.claim, inside, place.reading)
        return f"gives it for “{other}”" if other is not None else None
    over_table = place.figure.sentence + 1 in place.reading.table_rows
    if place.quantity.kind is not QuantityKind.YEAR or over_table or stands_in_heading(place.reading, place.figure):
        return None
    word = _happened(place)
    if word is None or stands_in(word, inside):
        return None
    sentences, number = place.reading.sentences, place.figure.sentence
    before, after = max(0, number - 1), min(len(sentences) - 1, number + 1)
    around = place.reading.tokens_in(Span(sentences[before].start, sentences[after].end))
    return f"has “{word.key.text}” only in another clause than the year" if stands_in(word, around) else None


def _happened(place: Placed) -> Found | None:
    """The claim's word next to its year, in the same clause of it: what happened then."""
    claim, quantity = place.claim.text, place.quantity
    clause = _parted(claim, quantity)
    near = [
        found
        for found in place.keys
        if found.key.kind is KeyKind.WORD
        and found.key.weight > COMMON
        and claim[found.key.at].islower()
        and clause.start <= found.key.at < clause.end
        and _gap(quantity, found.key) <= _NEAR
    ]
    return min(near, key=lambda found: _gap(quantity, found.key), default=None)


def _parted(text: str, quantity: Quantity) -> Span:
    """The claim's own clause around its figure."""
    joints = [joint.span() for joint in JOINT.finditer(text)]
    start = max((end for _, end in joints if end <= quantity.start), default=0)
    return Span(start, min((begin for begin, _ in joints if begin >= quantity.end), default=len(text)))


def _gap(quantity: Quantity, key: Key) -> int:
    """How far a word of the claim is from its figure, in code points."""
    return max(key.at - quantity.end, quantity.start - key.at - len(key.text))
