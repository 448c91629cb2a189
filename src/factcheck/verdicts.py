"""Evidence → verdicts, by one ordered table of named rules; the first that fits gives the verdict.

The thresholds are probabilities of the two decisions of `evidence`.  They are set once for all figures, stricter for
years and small numbers, which stand on every page; what falls between them is for a person to check.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from factcheck.model import (
    DESIGNATION,
    CitationStatus,
    FigureEvidence,
    Hedge,
    Match,
    MatchLevel,
    Quantity,
    QuantityKind,
    QuotationEvidence,
    UncheckedReason,
    Verdict,
    VerdictKind,
)
from factcheck.records import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Judged = tuple[VerdictKind, UncheckedReason | None]
"""A verdict with the reason of an unchecked one."""


@record
class Rule:
    """A named rule: the verdict it gives, what it means to an editor, and an example."""

    name: str
    verdict: VerdictKind
    meaning: str
    example: str

    def __str__(self) -> str:
        """The rule as ``factcheck explain`` prints it."""
        return f"{self.verdict.replace('_', ' ')}: {self.meaning} Example: {self.example}"


RULE_TABLE = (
    Rule(
        "direction_conflict",
        VerdictKind.UNCHECKED,
        (
            "The page has the figure for this subject, but says it rose where the brief says it fell, or that it is "
            "less where the brief says more, or the reverse. Check by hand."
        ),
        "Brief: “exports fell by 12 %”; page: “exports grew by 12 %”.",
    ),
    Rule(
        "said_differently",
        VerdictKind.UNCHECKED,
        (
            "The page has the figure for this subject, but denies, plans or only expects it, gives it for another "
            "date, place or part, counts something else with it, or has it only in a comment or a link, where the "
            "brief does not. Check by hand."
        ),
        "Brief: “40 % trust the police”; page: “40 % do not trust the police”.",
    ),
    Rule(
        "supported_exactly",
        VerdictKind.SUPPORTED,
        "The page has the same figure in a passage on the same subject, and no rival figure fits better.",
        "Brief: “4.2 bcm in 2021”; page: “imports of 4.2 billion cubic metres in 2021”.",
    ),
    Rule(
        "supported_without_unit",
        VerdictKind.SUPPORTED,
        (
            "The page has the same value in a passage on the same subject, but one side leaves out the unit, or "
            "the day of a date, as tables do."
        ),
        "Brief: “12.8 %”; page: a table row “Unemployment 12.8”.",
    ),
    Rule(
        "supported_by_rounding",
        VerdictKind.SUPPORTED,
        "The page's figure, rounded to as many digits as the brief writes, is the brief's.",
        "Brief: “75 %”; page: “74.6 %”.",
    ),
    Rule(
        "supported_by_hedge",
        VerdictKind.SUPPORTED,
        "The page's figure is what the brief's “about”, “over”, “nearly” or “up to” means.",
        "Brief: “over 400 people”; page: “412 people”.",
    ),
    Rule(
        "supported_by_fraction",
        VerdictKind.SUPPORTED,
        "One side writes a percentage, the other the same share as a fraction or as a part of a total.",
        "Brief: “a quarter”; page: “25 %”.",
    ),
    Rule(
        "supported_by_conversion",
        VerdictKind.SUPPORTED,
        (
            "The page's figure is the brief's in another unit of the same measure. Money and percentage points "
            "are never converted."
        ),
        "Brief: “100 km”; page: “62 miles”.",
    ),
    Rule(
        "supported_in_range",
        VerdictKind.SUPPORTED,
        "The page's figure lies within the range that the brief gives.",
        "Brief: “between 70 and 100 tanks”; page: “85 tanks”.",
    ),
    Rule(
        "supported_by_page_date",
        VerdictKind.SUPPORTED,
        (
            "The page leaves the year out in the passage, and is itself dated in the brief's year. Weaker than a "
            "year that is written."
        ),
        "Brief: “in May 2019”; page of 30 May 2019: “on 12 May”.",
    ),
    Rule(
        "supported_by_name",
        VerdictKind.SUPPORTED,
        (
            "The number is part of a name and counts nothing; the page has the name with the same number in a passage "
            "on the same subject. Asked of single sentences only: names are no figures of a brief."
        ),
        "Brief: “fans of Ostfest 12”; page: “Ostfest 12 was sold out”.",
    ),
    Rule(
        "same_subject_other_value",
        VerdictKind.MISMATCHED,
        (
            "The passage on the same subject has another value of the same kind, and the brief's does not fit "
            "better anywhere on the page."
        ),
        "Brief: “imports fell to 4.2 bcm”; page: “imports fell to 4.8 bcm”.",
    ),
    Rule(
        "same_subject_other_date",
        VerdictKind.MISMATCHED,
        (
            "The passage on the same subject has another date or year, and the brief's does not fit better "
            "anywhere on the page."
        ),
        "Brief: “signed on 3 May 2019”; page: “signed on 5 May 2019”.",
    ),
    Rule(
        "same_name_other_number",
        VerdictKind.MISMATCHED,
        (
            "The number is part of a name, and the passage that fits best has the name with another number; the page "
            "has it nowhere with the claim's."
        ),
        "Brief: “fans of Ostfest 13”; page: “fans of Ostfest 12”.",
    ),
    Rule(
        "derived",
        VerdictKind.UNCHECKED,
        (
            "The page does not write the figure, but two figures of one passage give it as a sum, difference, "
            "share or change. Check by hand whether that is what the brief means."
        ),
        "Brief: “70 together”; page: “30 in the north and 40 in the south”.",
    ),
    Rule(
        "undecided",
        VerdictKind.UNCHECKED,
        "There is evidence, but not enough for a verdict. Check the passages shown by hand.",
        "Brief: “12 schools”; page: “twelve” stands near the subject, and so does “15 schools”.",
    ),
    Rule(
        "not_found",
        VerdictKind.NOT_FOUND,
        "The page was read, and no passage on this subject has the figure or one that contradicts it.",
        "Brief: “1,200 flats”; page: nothing on flats.",
    ),
    Rule(
        "quoted_of_another",
        VerdictKind.UNCHECKED,
        (
            "The page has the quotation word for word, but as somebody else's words than the brief says, or only in a "
            "reader's comment, a search box or a link to another article. Check by hand."
        ),
        "Brief: Halm said “we shall build”; page: “We shall build”, Brandt said.",
    ),
    Rule(
        "exact_after_normalising",
        VerdictKind.SUPPORTED,
        ("The page has the quotation word for word; quotation marks, dashes, blanks and capitals are not compared."),
        "Brief: “we shall build – here”; page: “We shall build — here”.",
    ),
    Rule(
        "with_gaps",
        VerdictKind.SUPPORTED,
        ("The page has all the words quoted, in order; what the brief marks as left out or put in is left open."),
        "Brief: “we (…) shall build [it]”; page: “we, the council, shall build”.",
    ),
    Rule(
        "translated",
        VerdictKind.UNCHECKED,
        (
            "The page is in another language than the quotation, which must be a translation. The passage that "
            "fits best is shown."
        ),
        "Brief: “We shall build”; page: “Мы будем строить”.",
    ),
    Rule(
        "quoted_otherwise",
        VerdictKind.MISMATCHED,
        "The page has the quotation with another word that carries meaning.",
        "Brief: “we shall never build”; page: “we shall build”.",
    ),
    Rule(
        "nearly_quoted",
        VerdictKind.UNCHECKED,
        "The page has something close to the quotation. Check the differences shown by hand.",
        "Brief: “we shall build a house”; page: “we shall build the house”.",
    ),
    Rule(
        "quotation_not_found",
        VerdictKind.NOT_FOUND,
        "The page was read and does not have the quotation or anything close to it.",
        "Brief: “we shall build”; page: nothing of the kind.",
    ),
)
"""Every rule in the order in which it is tried, first those of figures, then those of quotations."""

RULES: Mapping[str, str] = MappingProxyType({rule.name: str(rule) for rule in RULE_TABLE})
"""What each rule means, by its name."""

_BY_NAME = {rule.name: rule for rule in RULE_TABLE}
_BY_LEVEL = {
    MatchLevel.EXACT: "supported_exactly",
    MatchLevel.UNIT_MISSING: "supported_without_unit",
    MatchLevel.ROUNDED: "supported_by_rounding",
    MatchLevel.HEDGED: "supported_by_hedge",
    MatchLevel.FRACTION: "supported_by_fraction",
    MatchLevel.CONVERTED: "supported_by_conversion",
    MatchLevel.IN_RANGE: "supported_in_range",
    MatchLevel.PAGE_DATE: "supported_by_page_date",
}
_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.RANGE})


@record
class Thresholds:
    """The least probabilities for a verdict; `doubt` is that below which a verdict is not even undecided."""

    supported: float = 0.5
    supported_common: float = 0.65
    mismatched: float = 0.6
    doubt: float = 0.35


NORMAL = Thresholds()
"""Those of an audit, chosen on cross-validated pairs; `supported_common` is for years and small numbers."""

OUTRANKED = 0.11
"""Where a rival's passage aligns so much better than the agreeing figure's (scores of 0 to 1), nothing is decided."""

ONE_PASSAGE = 100
"""Characters within which two figures stand side by side."""

STRICT = Thresholds(supported=0.7, supported_common=0.8, mismatched=0.75)
"""Those of ``--strict``: fewer answers, and surer ones."""


def judge_figure(evidence: FigureEvidence, *, strict: bool = False, objection: str | None = None) -> Verdict:
    """The verdict on one figure against one page.

    `objection` says in words what the page's clause does with the figure and the claim does not (``denies it``).
    """
    limits = STRICT if strict else NORMAL
    compatible, rival = evidence.compatible, evidence.rival
    if compatible is not None and compatible.level is MatchLevel.DERIVED:
        return _verdict("derived", compatible.calculation or "It follows from two figures of one passage.")
    least = limits.supported_common if stands_everywhere(evidence.quantity) else limits.supported
    if compatible is not None and evidence.support >= least:
        return _supported(compatible, evidence, objection)
    against = (1 - evidence.support) * evidence.contradiction
    if rival is not None and against >= limits.mismatched:
        if compatible is not None and evidence.quantity.unit == DESIGNATION:
            return _undecided(evidence)  # the page has the very name: with another number it is another
        return _mismatch(rival, evidence.quantity)
    if max(evidence.support, against) >= limits.doubt:
        return _undecided(evidence)
    if compatible is not None and not stands_everywhere(evidence.quantity):
        # Saying "not found" of a figure that an editor then finds with one search would cost the report its credit.
        words = f"The page has “{compatible.passage.exact}”, but not clearly on this subject. Check by hand."
        return _verdict("undecided", words)
    return _verdict("not_found", f"No passage on this subject has {_said(evidence.quantity)} or contradicts it.")


def _supported(compatible: Match, evidence: FigureEvidence, objection: str | None) -> Verdict:
    """Supported, unless a rival's passage fits clearly better, it goes the other way, or is said differently."""
    if evidence.rival is not None and outranks(evidence.rival, compatible):
        return _undecided(evidence)
    if evidence.direction_conflict:
        return _direction_conflict(compatible, evidence.quantity)
    if objection is not None:
        words = f"The page has “{compatible.passage.exact}”, but {objection}. Check by hand."
        return _verdict("said_differently", words)
    name = "supported_by_name" if evidence.quantity.unit == DESIGNATION else _BY_LEVEL[compatible.level]
    return _verdict(name, _agreement_in_words(compatible, evidence.quantity))


def outranks(rival: Match, compatible: Match) -> bool:
    """Whether the rival stands in another passage that fits clearly better; figures side by side are of one passage.

    Of names with different numbers each is another thing, however near they stand.
    """
    if compatible.level is MatchLevel.IN_RANGE and rival.score >= compatible.score:
        return True
    if compatible.unit == DESIGNATION:
        return rival.score > compatible.score
    apart = abs(rival.passage.start - compatible.passage.start) > ONE_PASSAGE
    return apart and rival.score - compatible.score > OUTRANKED


def stands_everywhere(quantity: Quantity) -> bool:
    """Years and whole numbers of one or two digits: found on most pages whatever they are about."""
    if quantity.kind in {QuantityKind.YEAR, QuantityKind.RANGE}:
        return True
    return quantity.low is not None and abs(quantity.low) < 100 and quantity.low == int(quantity.low)


def _verdict(name: str, explanation: str, reason: UncheckedReason | None = None) -> Verdict:
    rule = _BY_NAME[name]
    if rule.verdict is VerdictKind.UNCHECKED and reason is None:
        reason = UncheckedReason.UNDECIDED
    return Verdict(rule.verdict, name, explanation, reason)


def _said(quantity: Quantity) -> str:
    return f"“{quantity.text}”"


def _agreement_in_words(match: Match, quantity: Quantity) -> str:
    if match.calculation:
        return match.calculation
    place = f" on {match.passage.locator}" if match.passage.locator else ""
    return f"The page says “{match.passage.exact}”{place}; the brief says {_said(quantity)}."


def _mismatch(rival: Match, quantity: Quantity) -> Verdict:
    name = "same_subject_other_date" if quantity.kind in _DATED else "same_subject_other_value"
    if quantity.unit == DESIGNATION:
        name = "same_name_other_number"
    if rival.calculation:
        return _verdict(name, f"{rival.calculation} The brief says {_said(quantity)}.")
    return _verdict(name, f"The page says “{rival.passage.exact}”; the brief says {_said(quantity)}.")


_SIDES = frozenset({Hedge.OVER, Hedge.AT_LEAST, Hedge.UNDER, Hedge.ALMOST, Hedge.UP_TO})


def _direction_conflict(match: Match, quantity: Quantity) -> Verdict:
    apart = (
        "one says more and the other less"
        if quantity.hedge in _SIDES
        else "one says it rose and the other that it fell"
    )
    words = f"The page has “{match.passage.exact}”, but {apart}: {_said(quantity)}."
    return _verdict("direction_conflict", words)


def _undecided(evidence: FigureEvidence) -> Verdict:
    shown = [f"“{m.passage.exact}”" for m in (evidence.compatible, evidence.rival) if m is not None]
    return _verdict("undecided", f"Not sure enough: the page has {' and '.join(shown)}. Check by hand.")


_SAME = 0.8  # of its words, for a quotation to be the page's at all
_CLOSE = 0.6  # of its words, for it to be worth a look


def judge_quotation(evidence: QuotationEvidence) -> Verdict:
    """The verdict on one quotation against one page."""
    if evidence.exact:
        return _quoted(evidence)
    if evidence.translated:
        words = "The page is in another language, so the quotation must be a translation."
        return _verdict("translated", words, UncheckedReason.TRANSLATED)
    if evidence.similarity >= _SAME and evidence.altered:
        return _verdict("quoted_otherwise", f"The page says it in other words: {evidence.difference}.")
    if evidence.similarity >= _CLOSE:
        return _verdict("nearly_quoted", f"The page has something close to it: {evidence.difference}.")
    return _verdict("quotation_not_found", "The page does not have these words.")


def _quoted(evidence: QuotationEvidence) -> Verdict:
    if evidence.objection is not None:
        words = f"The page has the quotation word for word, but {evidence.objection}. Check by hand."
        return _verdict("quoted_of_another", words)
    if evidence.gaps:
        return _verdict("with_gaps", "The page has all the words quoted, in order, with something left out.")
    return _verdict("exact_after_normalising", "The page has the quotation word for word.")


_WORST_FIRST = (VerdictKind.MISMATCHED, VerdictKind.NOT_FOUND, VerdictKind.UNCHECKED, VerdictKind.SUPPORTED)


def roll_up_claim(figures: Iterable[Judged], quotations: Iterable[Judged]) -> VerdictKind:
    """The verdict on a whole claim against one page: the worst of its parts; unchecked where it has none.

    A translated quotation counts only where there is nothing else.
    """
    parts = [verdict for verdict, reason in (*figures, *quotations) if reason is not UncheckedReason.TRANSLATED]
    return min(parts, key=_WORST_FIRST.index, default=VerdictKind.UNCHECKED)


def roll_up_citation(
    dead: bool, unreadable: UncheckedReason | None, figures: Iterable[Judged], quotations: Iterable[Judged]
) -> CitationStatus:
    """A citation's status (report format 1), the first that holds; translated quotations count neither way."""
    parts = [verdict for verdict, reason in (*figures, *quotations) if reason is not UncheckedReason.TRANSLATED]
    if dead:
        return CitationStatus.DEAD
    if VerdictKind.MISMATCHED in parts:
        return CitationStatus.MISMATCHED
    if VerdictKind.NOT_FOUND in parts:
        return CitationStatus.UNSUPPORTED
    if unreadable is not None or VerdictKind.UNCHECKED in parts:
        return CitationStatus.UNCHECKED
    return CitationStatus.VERIFIED if VerdictKind.SUPPORTED in parts else CitationStatus.REACHABLE
