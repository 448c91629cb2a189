"""What is new, gone, fixed, broken or changed between two audits, whatever ids the runs gave."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.history import mark_findings, remember
from factcheck.history.changes import CHANGES, changes_since
from factcheck.history.stored import previous_report


def told(changes, what):
    return [(change["change"], change["before"], change["after"]) for change in changes[what]]


def test_the_first_audit_has_nothing_to_be_set_against(make):
    assert changes_since(None, make.lake()) is None


def test_the_same_audit_again_has_no_changes(make):
    changes = changes_since(make.lake(), make.lake())
    assert (changes["citations"], changes["findings"]) == ([], [])
    assert changes["summary"]["citations"] == dict.fromkeys(CHANGES, 0)
    assert changes["since"] == "2026-11-21T18:02:09Z"


STATES = [
    ("verified", "dead", "broken"),
    ("unchecked", "mismatched", "broken"),
    ("dead", "verified", "fixed"),
    ("mismatched", "reachable", "fixed"),
    ("mismatched", "unchecked", "changed"),
    ("dead", "mismatched", "changed"),
    ("unchecked", "verified", "changed"),
    ("verified", "unchecked", "changed"),
]


@pytest.mark.parametrize(("before", "after", "change"), STATES)
def test_a_citation_is_followed_by_its_address(before, after, change, make):
    changes = changes_since(make.lake(status=before), make.lake(status=after))
    assert told(changes, "citations") == [(change, before, after)]
    assert changes["citations"][0]["url"] == "https://lake.example/1"
    assert changes["summary"]["citations"][change] == 1


def test_a_note_whose_address_was_corrected_is_the_same_note(make):
    changes = changes_since(make.lake(status="dead"), make.lake(url="https://lake.example/new"))
    assert told(changes, "citations") == [("fixed", "dead", "verified")]


def test_a_note_that_moved_keeps_its_address(make):
    one, two = make.citation(1, "dead"), make.citation(2)
    before = make.report(make.brief([one, two], []))
    first = make.citation(1, "verified", "https://lake.example/0")
    moved = [first, {**one, "id": "c2", "footnote": "2"}, {**two, "id": "c3", "footnote": "3"}]
    changes = changes_since(before, make.report(make.brief(moved, [])))
    assert told(changes, "citations") == [("new", None, "verified")]


def test_a_figure_is_followed_by_its_words_in_their_sentence(make):
    changes = changes_since(make.lake(verdict="mismatched"), make.lake(verdict="supported"))
    assert told(changes, "findings") == [("fixed", "mismatched", "supported")]
    assert changes["findings"][0]["text"] == "4 of 10"


def test_a_number_that_was_corrected_is_the_same_figure(make):
    before = make.lake(sentence="The lake froze in 4 of 10 winters.", figure="4 of 10", verdict="mismatched")
    after = make.lake(sentence="The lake froze in 5 of 10 winters.", figure="5 of 10")
    assert told(changes_since(before, after), "findings") == [("fixed", "mismatched", "supported")]


def test_a_sentence_that_was_struck_out_is_gone(make):
    before = make.lake(verdict="not_found")
    after = make.report(make.brief([make.citation(1)], []))
    changes = changes_since(before, after)
    assert told(changes, "findings") == [("gone", "not_found", None)]
    assert changes["findings"][0]["id"] is None
    assert told(changes_since(after, before), "findings") == [("new", None, "not_found")]


def test_two_equal_figures_of_a_sentence_are_two(make):
    claim = make.claim(1, "4 here and 4 there.", make.figure("4"), make.figure("4", "mismatched"))
    both = make.report(make.brief([make.citation(1)], [claim]))
    one = make.report(make.brief([make.citation(1)], [{**claim, "figures": claim["figures"][:1]}]))
    assert told(changes_since(both, both), "findings") == []
    assert told(changes_since(both, one), "findings") == [("gone", "mismatched", None)]


def test_briefs_that_come_and_go_are_named_and_not_taken_apart(make):
    lake, wood = make.lake()["briefs"][0], make.brief([make.citation(1, "dead")], [], "notes/wood.md")
    changes = changes_since(make.report(lake), make.report(lake, wood))
    assert (changes["citations"], changes["briefs_added"], changes["briefs_left_out"]) == ([], ["notes/wood.md"], [])
    changes = changes_since(make.report(lake, wood), make.report(lake))
    assert (changes["citations"], changes["briefs_added"], changes["briefs_left_out"]) == ([], [], ["notes/wood.md"])


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from("abc"), max_size=6), st.lists(st.sampled_from("abc"), max_size=6))
def test_nothing_is_lost_and_nothing_counted_twice(before, after):
    from factcheck.history.changes import _Item, _paired

    old = [_Item((name, "x"), "verified", {}) for name in before]
    new = [_Item((name, "x"), "verified", {}) for name in after]
    pairs, gone, added = _paired(old, new)
    assert len(pairs) == min(len(old), len(new))
    assert {id(item) for item in old} == {id(pair[0]) for pair in pairs} | {id(item) for item in gone}
    assert {id(item) for item in new} == {id(pair[1]) for pair in pairs} | {id(item) for item in added}


# --- which report is the one before ----------------------------------------------------------------------------------


@pytest.fixture
def store(tmp_path):
    def store(name, data):
        run = tmp_path / name
        run.mkdir()
        (run / "report.json").write_text(data if isinstance(data, str) else json.dumps(data), "utf-8")

    return store


def test_the_newest_report_with_the_brief_is_the_one_before(make, store, tmp_path):
    assert previous_report(make.lake(), tmp_path / "none") is None
    store("2026-11-01T00-00-00Z", {**make.lake(), "generated_at": "first"})
    store("2026-11-02T00-00-00Z", {**make.lake(), "generated_at": "second"})
    store("2026-11-02T00-00-00Z-2", {**make.lake(), "generated_at": "second, once more"})
    store("2026-11-02T00-00-00Z-10", {**make.lake(), "generated_at": "second, the tenth"})
    store("2026-11-03T00-00-00Z", make.report(make.brief([], [], "other.md")))
    store("2026-11-04T00-00-00Z", make.lake() | {"interrupted": True})
    store("2026-11-05T00-00-00Z", make.lake() | {"network_down": True})
    store("2026-11-06T00-00-00Z", "torn")
    store("2026-11-07T00-00-00Z", {"format": 1, "briefs": [{}]})
    assert previous_report(make.lake(), tmp_path)["generated_at"] == "second, the tenth"


def test_a_report_of_nobody_knows_what_does_not_stop_a_run(make, store, tmp_path):
    store("2026-11-07T00-00-00Z", {"format": 1, "briefs": [{"path": "notes/lake.md"}]})
    data = make.lake()
    remember(data, tmp_path, None)
    assert data["changes"] is None


# --- keys ------------------------------------------------------------------------------------------------------------


def key_and_digest(data):
    mark_findings(data)
    found = data["briefs"][0]["claims"][0]["figures"][0]
    return found["key"], found["evidence_digest"]


SAME_KEY = [{"verdict": "mismatched"}, {"exact": "five winters"}, {"sentence": "The lake  froze in\n4 of 10 winters."}]
OTHER_KEY = [{"sentence": "The pond froze in 4 of 10 winters."}, {"figure": "10"}, {"url": "https://lake.example/2"}]


@pytest.mark.parametrize("change", SAME_KEY)
def test_a_finding_keeps_its_key_whatever_is_found(change, make):
    assert key_and_digest(make.lake(**change))[0] == key_and_digest(make.lake())[0]


@pytest.mark.parametrize("change", OTHER_KEY)
def test_another_sentence_figure_or_source_is_another_finding(change, make):
    assert key_and_digest(make.lake(**change))[0] != key_and_digest(make.lake())[0]


@pytest.mark.parametrize("change", [{"verdict": "mismatched"}, {"exact": "five winters"}, {"exact": None}])
def test_other_evidence_has_another_digest(change, make):
    assert key_and_digest(make.lake(**change))[1] != key_and_digest(make.lake())[1]


def test_blanks_of_a_passage_do_not_count(make):
    assert key_and_digest(make.lake(exact="four \n winters")) == key_and_digest(make.lake())


def test_equal_figures_have_keys_of_their_own(make):
    claim = make.claim(1, "4 here and 4 there.", make.figure("4"), make.figure("4"))
    data = make.report(make.brief([make.citation(1)], [claim, claim | {"figures": [make.figure("4")]}]))
    mark_findings(data)
    keys = [found["key"] for claim in data["briefs"][0]["claims"] for found in claim["figures"]]
    assert len(set(keys)) == 3


def test_a_brief_is_the_same_however_its_path_is_written(make, store, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    absolute = make.lake(verdict="mismatched")
    absolute["briefs"][0]["path"] = str(tmp_path / "notes" / "lake.md")
    dotted = make.lake(verdict="mismatched")
    dotted["briefs"][0]["path"] = "./notes//lake.md"
    assert key_and_digest(absolute) == key_and_digest(dotted) == key_and_digest(make.lake(verdict="mismatched"))
    store("2026-11-02T00-00-00Z", absolute)
    data = make.lake()
    remember(data, tmp_path, None)
    assert told(data["changes"], "findings") == [("fixed", "mismatched", "supported")]
    elsewhere = make.lake()
    elsewhere["briefs"][0]["path"] = "/elsewhere/notes/lake.md"
    assert key_and_digest(elsewhere)[0] != key_and_digest(make.lake())[0]
