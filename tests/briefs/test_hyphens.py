"""A hyphen at a line's end stays where the document shows that it belongs to the word."""

from __future__ import annotations

import pytest

from factcheck.briefs.hyphens import Words

DOCUMENT = [
    "The so-called early warning system of the north-eastern provinces is a registration of all movements.",
    "Peace and integration, long foreseen by the government, depend on EU and NATO support for re-election",
    "of the parliament; the office of statistics knows the number of provinces and their military tech-",
    "nical equipment. Foreign policy is made elsewhere, some thousand kilometres away.",
]


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ("in 2018-", "2019 the", True),
        ("some 60-", "70,000 people", True),
        ("the S-", "300 system", True),
        ("a Covid-", "19 case", True),
        ("the Non-", "Aligned states", True),
        ("an EU-", "NATO summit", True),
        ("the STRA-", "TEX game", False),
        ("the so-", "called system", True),
        ("the regis-", "tration of", False),
        ("a north-", "eastern flank", True),
        ("an early-", "warning radar", True),
        ("a peace-", "loving people", True),
        ("his foot-", "dragging", True),
        ("a long-", "range plan", True),
        ("non-", "contiguous areas", True),
        ("a govern-", "mental body", False),
        ("the ma-", "ke of it", False),
        ("their ex-", "penses", False),
        ("soft\u00ad", "ness", False),
        ("wrong\u00ac", "ly", False),
        ("re-inte-", "gration of", False),
        ("(re-", "election)", True),
        ("the regis-", "tration”.12", False),
        ("социально-", "экономический", True),
        ("какой-", "нибудь", True),
    ],
)
def test_what_speaks_for_a_hyphen(before, after, kept):
    assert Words(DOCUMENT).keeps_hyphen(before, after) is kept


@pytest.mark.parametrize(
    ("before", "after", "hangs"),
    [
        ("pre-", "and post-war", True),
        ("Wirtschafts-", "und Finanzpolitik", True),
        ("thous-", "and", False),
        ("thous-", "ands", False),
        ("inte-", "gration", False),
    ],
)
def test_a_hyphen_may_hang(before, after, hangs):
    assert Words([*DOCUMENT, "thousand"]).hangs(before, after) is hangs
