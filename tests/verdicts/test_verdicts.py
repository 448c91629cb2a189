"""The ordered rules, each against evidence made by hand; the roll-ups against the report format."""

from decimal import Decimal

import pytest

from factcheck.model import (
    DESIGNATION,
    CitationStatus,
    FigureEvidence,
    Match,
    MatchLevel,
    Passage,
    Quantity,
    QuantityKind,
    Quotation,
    QuotationEvidence,
    UncheckedReason,
    VerdictKind,
)
from factcheck.verdicts import RULE_TABLE, RULES, judge_figure, judge_quotation, roll_up_citation, roll_up_claim

S, M, N, U = VerdictKind.SUPPORTED, VerdictKind.MISMATCHED, VerdictKind.NOT_FOUND, VerdictKind.UNCHECKED
UNDECIDED, TRANSLATED = UncheckedReason.UNDECIDED, UncheckedReason.TRANSLATED


def quantity(kind=QuantityKind.COUNT, low="4200", text="4,200"):
    return Quantity(text, 0, len(text), Decimal(low), Decimal(low), None, kind)


def match(level=MatchLevel.EXACT, exact="4,200", calculation=None):
    return Match(level, Passage(0, 5, "", exact, ""), Decimal(4200), Decimal(4200), None, 0.8, None, calculation)


def evidence(compatible=None, rival=None, support=0.0, contradiction=0.0, conflict=False, asked=None):
    return FigureEvidence(asked or quantity(), compatible, rival, support, contradiction, (), conflict)


RIVAL = match(MatchLevel.RIVAL, "4,800")

NAMED = Quantity("Ostfest 12", 0, 10, Decimal(12), Decimal(12), DESIGNATION, QuantityKind.ORDINAL)


def named(level, score):
    """Evidence on a name with a number: `score` is how well its passage fits."""
    return Match(level, Passage(0, 10, "", "Ostfest 12", ""), Decimal(12), Decimal(12), DESIGNATION, score)


FIGURES = [
    (evidence(named(MatchLevel.EXACT, 0.8), None, 0.9, asked=NAMED), S, "supported_by_name"),
    (evidence(None, named(MatchLevel.RIVAL, 0.8), 0.0, 0.9, asked=NAMED), M, "same_name_other_number"),
    (evidence(named(MatchLevel.EXACT, 0.7), named(MatchLevel.RIVAL, 0.75), 0.9, 0.9, asked=NAMED), U, "undecided"),
    (evidence(match(), None, 0.9), S, "supported_exactly"),
    (evidence(match(MatchLevel.UNIT_MISSING), None, 0.9), S, "supported_without_unit"),
    (evidence(match(MatchLevel.ROUNDED), None, 0.9), S, "supported_by_rounding"),
    (evidence(match(MatchLevel.HEDGED), None, 0.9), S, "supported_by_hedge"),
    (evidence(match(MatchLevel.FRACTION), None, 0.9), S, "supported_by_fraction"),
    (evidence(match(MatchLevel.CONVERTED), None, 0.9), S, "supported_by_conversion"),
    (evidence(match(MatchLevel.IN_RANGE), None, 0.9), S, "supported_in_range"),
    (evidence(match(MatchLevel.PAGE_DATE), None, 0.9), S, "supported_by_page_date"),
    (evidence(match(), None, 0.9, conflict=True), U, "direction_conflict"),
    (evidence(match(), RIVAL, 0.1, 0.9), M, "same_subject_other_value"),
    (evidence(None, RIVAL, 0.0, 0.9, asked=quantity(QuantityKind.YEAR, "2019", "2019")), M, "same_subject_other_date"),
    (evidence(match(), RIVAL, 0.45, 0.3), U, "undecided"),
    (evidence(None, RIVAL, 0.0, 0.4), U, "undecided"),
    (evidence(match(MatchLevel.DERIVED), RIVAL, 0.0, 0.9), U, "derived"),
    (evidence(match(MatchLevel.DERIVED), None, 0.99), U, "derived"),
    (evidence(match(), RIVAL, 0.1, 0.1), U, "undecided"),
    (evidence(match(MatchLevel.IN_RANGE), RIVAL, 0.9, 0.1), U, "undecided"),
    (evidence(match(), RIVAL, 0.1, 0.1, asked=quantity(low="12", text="12")), N, "not_found"),
    (evidence(), N, "not_found"),
]


@pytest.mark.parametrize(("given", "verdict", "rule"), FIGURES)
def test_a_figure_is_judged_by_the_first_rule_that_fits(given, verdict, rule):
    judged = judge_figure(given)
    assert (judged.verdict, judged.rule) == (verdict, rule)
    assert (judged.reason is not None) == (verdict is U)
    assert judged.explanation.endswith(".")


@pytest.mark.parametrize("kind", [QuantityKind.YEAR, QuantityKind.RANGE])
def test_a_year_needs_more_than_another_figure(kind):
    asked = quantity(kind, "2019", "2019")
    assert judge_figure(evidence(match(), None, 0.55, asked=asked)).verdict is U
    assert judge_figure(evidence(match(), None, 0.55)).verdict is S


def test_a_two_digit_number_needs_more_than_a_longer_one():
    assert judge_figure(evidence(match(), None, 0.55, asked=quantity(low="17", text="17"))).verdict is U


def test_strict_mode_turns_likely_answers_into_undecided():
    likely = evidence(match(), None, 0.6)
    assert judge_figure(likely).verdict is S
    assert judge_figure(likely, strict=True).rule == "undecided"


def test_a_mismatch_names_both_values():
    said = judge_figure(evidence(None, RIVAL, 0.0, 0.9)).explanation
    assert "4,800" in said
    assert "4,200" in said


def test_a_calculation_is_the_explanation():
    rounded = match(MatchLevel.ROUNDED, calculation="74.6 % rounds to 75 %.")
    assert judge_figure(evidence(rounded, None, 0.9)).explanation == "74.6 % rounds to 75 %."


def quoted(similarity=1.0, **options):
    return QuotationEvidence(Quotation("we shall build", 0, 14), None, similarity, **{"exact": False, **options})


@pytest.mark.parametrize(
    ("given", "verdict", "rule", "reason"),
    [
        (quoted(exact=True), S, "exact_after_normalising", None),
        (quoted(exact=True, gaps=2), S, "with_gaps", None),
        (quoted(0.1, translated=True), U, "translated", TRANSLATED),
        (quoted(0.9, altered=True), M, "quoted_otherwise", None),
        (quoted(0.9), U, "nearly_quoted", UNDECIDED),
        (quoted(0.65, altered=True), U, "nearly_quoted", UNDECIDED),
        (quoted(0.3), N, "quotation_not_found", None),
    ],
)
def test_a_quotation_is_judged_by_the_first_rule_that_fits(given, verdict, rule, reason):
    judged = judge_quotation(given)
    assert (judged.verdict, judged.rule, judged.reason) == (verdict, rule, reason)


@pytest.mark.parametrize(
    ("figures", "quotations", "status"),
    [
        ([(S, None), (M, None), (N, None)], [], CitationStatus.MISMATCHED),
        ([(S, None), (N, None), (U, UNDECIDED)], [], CitationStatus.UNSUPPORTED),
        ([(S, None), (U, UNDECIDED)], [], CitationStatus.UNCHECKED),
        ([(S, None)], [(U, TRANSLATED)], CitationStatus.VERIFIED),
        ([], [(U, TRANSLATED)], CitationStatus.REACHABLE),
        ([], [], CitationStatus.REACHABLE),
        ([], [(N, None)], CitationStatus.UNSUPPORTED),
    ],
)
def test_a_citation_is_rolled_up_as_the_report_format_says(figures, quotations, status):
    assert roll_up_citation(False, None, figures, quotations) is status


def test_a_dead_page_is_dead_whatever_its_copy_says():
    assert roll_up_citation(True, None, [(S, None)], []) is CitationStatus.DEAD


def test_an_unread_page_is_unchecked_unless_something_was_found_wrong():
    assert roll_up_citation(False, UncheckedReason.BLOCKED, [], []) is CitationStatus.UNCHECKED
    assert roll_up_citation(False, UncheckedReason.BLOCKED, [(M, None)], []) is CitationStatus.MISMATCHED


@pytest.mark.parametrize(
    ("figures", "quotations", "verdict"),
    [
        ([(S, None), (M, None)], [], M),
        ([(S, None), (N, None)], [], N),
        ([(S, None)], [(U, TRANSLATED)], S),
        ([(S, None)], [(U, UNDECIDED)], U),
        ([], [], U),
    ],
)
def test_a_claim_is_as_bad_as_its_worst_part(figures, quotations, verdict):
    assert roll_up_claim(figures, quotations) is verdict


def test_every_rule_explains_itself_with_an_example():
    assert list(RULES) == [rule.name for rule in RULE_TABLE]
    for rule in RULE_TABLE:
        assert rule.meaning.endswith(".")
        assert rule.example.startswith("Brief: ")
        assert rule.meaning in RULES[rule.name]
