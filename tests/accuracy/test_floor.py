"""The corpus of this folder is judged at least as well as pinned; the gate itself works."""

import json
from collections import Counter

import pytest
from scoring_of_corpus import FLOOR, VERDICTS, digest, outcome, pairs, score, worse

from factcheck.verdicts import RULE_TABLE


@pytest.fixture(scope="module")
def outcomes():
    return [outcome(pair) for pair in pairs()]


def test_the_corpus_is_the_one_that_the_floor_was_pinned_on():
    assert json.loads(FLOOR.read_text())["corpus_sha256"] == digest(), "run python tests/accuracy/scoring.py --pin"


def test_nothing_is_worse_than_the_floor(outcomes):
    assert worse(score(outcomes), json.loads(FLOOR.read_text())["floor"]) == []


def test_the_corpus_has_150_pairs_in_eight_languages():
    found = pairs()
    assert len(found) >= 150
    assert {pair.page.language for pair in found} == {"en", "ru", "be", "uk", "pl", "de", "fr", "lt"}


def test_every_rule_is_wanted_three_times():
    wanted = Counter(pair.rule for pair in pairs())
    rare = {rule.name for rule in RULE_TABLE if wanted[rule.name] < 3}
    assert rare == set()


def test_every_rule_of_the_corpus_exists():
    assert {pair.rule for pair in pairs() if pair.rule} <= set(VERDICTS)


def test_the_gate_sees_what_got_worse():
    floor = {"verdicts": 0.9, "rules": 0.8, "false_supported": 0.02}
    assert worse(floor, floor) == []
    assert worse({"verdicts": 0.89, "rules": 0.8, "false_supported": 0.02}, floor) == ["verdicts"]
    assert worse({"verdicts": 0.95, "rules": 0.9, "false_supported": 0.03}, floor) == ["false_supported"]
