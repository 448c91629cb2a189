"""Whole runs: several briefs, facts stated many times, size, hostile text; the real briefs where they are at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.model import FactRelation
from factcheck.pipeline import parse

COST = "The census of Talvia cost {} million euros."
WORDS = (
    "Talvia|census|the|cost|in|2024|18%|a third|of|31 May 2021|euros|5 million|,|conference|Lind|was|founded|it|"
    "over 400 villages|—|١٢|\u202e|\x00|«|1.234|."
).split("|")


def kinds(pairs):
    return [pair.relation.value for pair in pairs]


def test_two_briefs_that_give_other_values_for_one_year_contradict_each_other(find):
    (pair,) = find(
        ("In 2024 unemployment in Talvia was 6.2%.",), ("Unemployment in Talvia was 8.1% in 2024, a sad record.",)
    )
    assert pair.relation is FactRelation.CONTRADICTING
    assert (pair.left.brief, pair.left.path, pair.right.path) == (0, "brief-0.md", "brief-1.md")
    assert (pair.left.quantity.text, pair.right.quantity.text) == ("6.2%", "8.1%")
    assert "6.2% and 8.1%" in pair.explanation
    assert "unemployment in Talvia" in pair.explanation


def test_between_briefs_values_without_a_time_are_in_tension(find):
    (pair,) = find((COST.format(11),), (COST.format(14),))
    assert pair.relation is FactRelation.TENSION
    assert "neither sentence says for when" in pair.explanation


def test_briefs_without_a_name_in_common_are_not_compared(find):
    assert (
        find(("The reactor in Lind heats 300 homes in 2024.",), ("The reactor in Merrow heats 120 homes in 2024.",))
        == ()
    )
    assert (
        find(
            (
                "# Lind",
                "In 2024 the port had 300 cranes.",
            ),
            (
                "# Merrow",
                "In 2024 the port had 120 cranes.",
            ),
        )
        == ()
    )


def test_a_chapter_without_a_name_is_not_set_against_another(find):
    text = "The ministry employs {} officials."
    assert find(("# Energy", text.format(300), "# Health", text.format(450))) == ()
    assert kinds(find(("# Energy", text.format(300), text.format(450)))) == ["contradicting"]


def test_briefs_of_one_country_may_both_tell_of_its_households(find):
    text = "An average household has {} members."
    assert kinds(find((text.format("2.4"),), (text.format("2.6"),), title="Talvia")) == ["tension"]
    assert find(("# Lind", "The port has 30 cranes."), ("# Merrow", "The port has 12 cranes."), title="Talvia") == ()


def test_types_and_articles_set_apart(find):
    text = "The navy of Talvia bought {} boats of type T-{} from Varga."
    assert find((text.format(30, 5), text.format(12, 6))) == ()
    assert kinds(find((text.format(30, 5), text.format(12, 5)))) == ["contradicting"]


def test_the_year_of_the_sentence_before_counts(find):
    text = "Talvia counted its villages in {}. The villages of the Varga district had {} doctors."
    assert find((text.format(2015, 30), text.format(2025, 12))) == ()
    assert "contradicting" in kinds(find((text.format(2025, 30), text.format(2025, 12))))


def test_a_fact_stated_many_times_is_told_once(find):
    pairs = find(tuple(COST.format(value) for value in (11, 11, 11, 14, 14)))
    assert kinds(pairs).count("contradicting") == 1
    assert kinds(pairs).count("agreeing") == 3


def test_no_figure_is_set_beside_one_of_its_own_sentence(find):
    assert find(("The port of Lind has 30 cranes and the port of Lind has 45 cranes.",)) == ()


def test_a_claim_that_is_a_run_together_table_is_left_out(find):
    row = "The census of Talvia cost 11 million euros " + "and more " * 500 + "."
    assert find((row, row.replace("11", "14"))) == ()


def test_thousands_of_statements_are_compared_with_few_each(find, monkeypatch):
    counted = 0

    def judged(*_args):
        nonlocal counted
        counted += 1

    monkeypatch.setattr("factcheck.consistency.pairs.judge", judged)
    find(tuple(f"The port of Lind in Talvia has {n} cranes." for n in range(2000)))
    assert counted <= 2000 * 16 * 10


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=24).map(" ".join), min_size=1, max_size=6))
def test_any_text_is_read_and_no_figure_is_paired_with_itself(find, texts):
    pairs = find(*((text,) for text in texts))
    for pair in pairs:
        left, right = pair.left, pair.right
        assert (left.brief, left.claim.id, left.quantity.start) != (right.brief, right.claim.id, right.quantity.start)
        for side in (left, right):
            assert side.claim.text[side.quantity.start : side.quantity.end] == side.quantity.text
        assert pair.explanation.endswith(".")


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=20), st.lists(st.sampled_from(WORDS), min_size=1, max_size=20)
)
def test_two_statements_stand_to_each_other_alike_in_either_order(find, one, other):
    first, second = " ".join(one), " ".join(other)
    assert sorted(kinds(find((first,), (second,)))) == sorted(kinds(find((second,), (first,))))


SHARED = Path(os.environ.get("FACTCHECK_SHARED", Path(__file__).parents[3] / "shared")) / "briefs"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real briefs are not at hand")
def test_real_briefs_show_their_two_known_contradictions_and_no_other():
    pairs = [pair for pair in parse([SHARED]).consistency if pair.relation is not FactRelation.AGREEING]
    dates = {frozenset({pair.left.quantity.iso_date, pair.right.quantity.iso_date}) for pair in pairs}
    assert dates == {frozenset({"2022-02-03", "2022-01-20"}), frozenset({"2021-09-17", "2021-11-04"})}
    assert len(pairs) == 2
