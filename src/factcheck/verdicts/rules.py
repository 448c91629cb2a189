"""Every verdict's rule: one ordered table of named, documented rules; the first that fits gives the verdict."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from factcheck.model import UncheckedReason, Verdict, VerdictKind
from factcheck.records import record

if TYPE_CHECKING:
    from collections.abc import Mapping


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


def verdict(name: str, explanation: str, reason: UncheckedReason | None = None) -> Verdict:
    """The verdict of the rule `name`; an unchecked one without a reason of its own is undecided."""
    rule = _BY_NAME[name]
    if rule.verdict is VerdictKind.UNCHECKED and reason is None:
        reason = UncheckedReason.UNDECIDED
    return Verdict(rule.verdict, name, explanation, reason)
