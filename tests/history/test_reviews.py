"""Reviews: read strictly, kept whole, set beside their findings, and lapsing when they must."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.history import apply_reviews, mark_findings, remember, reviews_now
from factcheck.history.review_store import attach_reviews, kept_reviews, lapse, review_states
from factcheck.history.reviews import Review, read_reviews, reviews_text
from factcheck.model import VerdictKind

TODAY = date(2026, 11, 21)


def review_of(data, **change):
    mark_findings(data)
    brief = data["briefs"][0]
    found = brief["claims"][0]["figures"][0]
    facts = {
        "brief": brief["path"],
        "finding": found["key"],
        "verdict": VerdictKind.SUPPORTED,
        "reason": "The table is an image.",
        "initials": "AB",
        "expires": date(2027, 5, 21),
        "evidence": found["evidence_digest"],
        "reviewed": TODAY,
        "subject": found["text"],
    }
    return Review(**facts | change)


def put(folder, *reviews, name="reviews-lake-2026-11-21.toml"):
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(reviews_text(reviews), "utf-8")
    return path


def found_in(data):
    return data["briefs"][0]["claims"][0]["figures"][0]


# --- files -----------------------------------------------------------------------------------------------------------

ENTRY = """format = 1
[[review]]
brief = "notes/lake.md"
finding = "0123456789abcdef01234567"
verdict = "supported"
reason = "The table is an image."
initials = "AB"
expires = 2027-05-21
evidence = "0123456789abcdef01234567"
"""

MALFORMED = [
    ("", "no file of reviews"),
    ("review = 3\nformat = 1", "no file of reviews"),
    ("format = 2", "no file of reviews"),
    ("format = ", "not valid TOML"),
    ("format = 1\nreview = [1]", "expected a [[review]] table"),
    (ENTRY.replace('verdict = "supported"', 'verdict = "true"'), "verdict: expected one of supported, mismatched"),
    (ENTRY.replace('verdict = "supported"', "verdict = []"), "verdict: expected one of"),
    (ENTRY.replace("expires = 2027-05-21", 'expires = "soon"'), "expires: expected a day like 2027-05-21"),
    (ENTRY.replace("expires = 2027-05-21", "expires = 2027-05-21T10:00:00"), "expires: expected a day"),
    (ENTRY.replace("expires = 2027-05-21", "expires = 2027"), "expires: expected a day"),
    (ENTRY.replace('initials = "AB"', 'initials = "  "'), "initials: expected a text of 1 to 12"),
    (ENTRY.replace('initials = "AB"', ""), "initials is missing"),
    (ENTRY.replace('initials = "AB"', 'initials = "AB"\ninitial = "A"'), "unknown key 'initial'"),
    (ENTRY.replace('finding = "0', 'finding = "z'), "finding: expected the digest"),
    (ENTRY.replace('evidence = "0123456789abcdef01234567"', "evidence = 3"), "evidence: expected the digest"),
]


@pytest.mark.parametrize(("text", "message"), MALFORMED)
def test_what_is_malformed_is_said_in_one_line(text, message):
    reviews, problems = read_reviews(text, "r.toml")
    assert reviews == ()
    assert len(problems) == 1
    assert message in problems[0]
    assert problems[0].startswith("r.toml: ")
    assert "\n" not in problems[0]


def test_what_a_review_needs_is_enough():
    (review,), problems = read_reviews(ENTRY, "r.toml")
    assert problems == ()
    assert (review.verdict, review.expires, review.subject) == (VerdictKind.SUPPORTED, date(2027, 5, 21), None)
    assert read_reviews(ENTRY.replace("2027-05-21", '"2027-05-21"'), "r.toml")[0][0].expires == review.expires


CHARACTERS = st.characters(exclude_categories=["Cs"])
TEXTS = st.text(CHARACTERS, min_size=1, max_size=40).filter(str.strip).map(str.strip)


@settings(deadline=None, max_examples=150)
@given(TEXTS, TEXTS, st.dates(min_value=date(1, 1, 1)))
def test_what_is_written_is_read_back(reason, subject, day):
    review = Review('a\\b"c\n.md', "0" * 24, VerdictKind.UNCHECKED, reason, "Ü", day, "f" * 24, day, subject, "r")
    assert read_reviews(reviews_text([review, review]), "r") == ((review, review), ())


def test_half_a_surrogate_pair_cannot_break_the_file():
    review = Review("a.md", "0" * 24, VerdictKind.UNCHECKED, "a\ud800b", "AB", TODAY, "f" * 24)
    text = reviews_text([review]).encode("utf-8", "replace").decode()
    assert read_reviews(text, "r")[0][0].reason == "a?b"


# --- taking in -------------------------------------------------------------------------------------------------------


def test_a_file_is_kept_under_its_name(make, tmp_path):
    review = review_of(make.lake())
    kept, count = apply_reviews(put(tmp_path / "downloads", review), tmp_path / "kept" / "reviews")
    assert (kept, count) == (tmp_path / "kept" / "reviews" / "reviews-lake-2026-11-21.toml", 1)
    assert [found.finding for found in kept_reviews(kept.parent).reviews.values()] == [review.finding]


def test_a_second_download_of_the_day_adds_and_replaces(make, tmp_path):
    one = review_of(make.lake())
    other = review_of(make.lake(sentence="The pond froze in 4 of 10 winters."))
    apply_reviews(put(tmp_path / "d", one, other), tmp_path / "kept")
    again = review_of(make.lake(), reason="I asked them.")
    kept, _ = apply_reviews(put(tmp_path / "d", again, name="reviews-lake-2026-11-21 (1).toml"), tmp_path / "kept")
    assert [path.name for path in (tmp_path / "kept").iterdir()] == [kept.name]
    found = kept_reviews(tmp_path / "kept").reviews
    assert {review.reason for review in found.values()} == {"I asked them.", "The table is an image."}


NAMES = [("../../up.toml", "reviews-up.toml"), ("a b/ü*.toml", "reviews-ü.toml"), ("...toml", "reviews-brief.toml")]


@pytest.mark.parametrize(("name", "kept_as"), NAMES)
def test_no_name_leads_out_of_the_folder(name, kept_as, make, tmp_path):
    from pathlib import Path

    from factcheck.history.review_store import _safe_name

    assert _safe_name(Path(name).name) == kept_as


@pytest.mark.parametrize(("text", "message"), [*MALFORMED, ("format = 1", "has no reviews in it")])
def test_a_malformed_file_is_refused_whole(text, message, tmp_path):
    (tmp_path / "r.toml").write_text(text, "utf-8")
    with pytest.raises(UsageError) as caught:
        apply_reviews(tmp_path / "r.toml", tmp_path / "kept")
    assert message in str(caught.value)
    assert not (tmp_path / "kept").exists()


def test_what_cannot_be_read_or_written_is_one_line(make, tmp_path):
    with pytest.raises(UsageError, match=r"none\.toml: cannot be read"):
        apply_reviews(tmp_path / "none.toml", tmp_path)
    (tmp_path / "b.toml").write_bytes(b"\xff")
    with pytest.raises(UsageError, match=r"b\.toml: not UTF-8"):
        apply_reviews(tmp_path / "b.toml", tmp_path)
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(UsageError, match="cannot be written"):
        apply_reviews(put(tmp_path, review_of(make.lake())), tmp_path / "file")
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "reviews-lake-2026-11-21.toml").write_text("torn", "utf-8")
    with pytest.raises(UsageError, match="not valid TOML"):
        apply_reviews(put(tmp_path, review_of(make.lake())), tmp_path / "kept")


# --- beside the findings ---------------------------------------------------------------------------------------------


def test_a_review_stands_beside_the_machine_s_verdict(make, tmp_path):
    put(tmp_path / "kept", review_of(make.lake(verdict="not_found")))
    data = make.lake(verdict="not_found")
    remember(data, tmp_path / "reports", tmp_path / "kept")
    assert found_in(data)["verdict"] == "not_found"
    assert found_in(data)["review"] | {"file": None} == {
        "verdict": "supported",
        "reason": "The table is an image.",
        "initials": "AB",
        "expires": "2027-05-21",
        "lapsed": False,
        "because": None,
        "file": None,
    }
    assert data["reviews"] == {"applied": 1, "lapsed": 0, "unused": [], "malformed": []}


def test_a_review_lapses_when_its_evidence_changes(make, tmp_path):
    put(tmp_path / "kept", review_of(make.lake()))
    data = make.lake(exact="five winters")
    remember(data, tmp_path / "reports", tmp_path / "kept")
    assert (found_in(data)["review"]["lapsed"], found_in(data)["review"]["because"]) == (True, "evidence_changed")
    assert data["reviews"]["lapsed"] == 1


@pytest.mark.parametrize(("day", "because"), [(date(2026, 11, 20), "expired"), (TODAY, None)])
def test_a_review_holds_to_the_end_of_its_day(day, because, make):
    review = review_of(make.lake(), expires=day)
    assert lapse(review, review.evidence, TODAY) == because


def test_a_review_whose_finding_is_gone_is_named(make, tmp_path):
    other = review_of(make.lake(), brief="notes/elsewhere.md", finding="a" * 24)
    put(tmp_path / "kept", review_of(make.lake()), other)
    (tmp_path / "kept" / "torn.toml").write_text("torn", "utf-8")
    data = make.lake(sentence="The pond froze in 4 of 10 winters.")
    remember(data, tmp_path / "reports", tmp_path / "kept")
    assert [(found["brief"], found["subject"]) for found in data["reviews"]["unused"]] == [("notes/lake.md", "4 of 10")]
    assert "torn.toml: not valid TOML" in data["reviews"]["malformed"][0]


def test_of_two_reviews_the_later_counts(make, tmp_path):
    early = review_of(make.lake(), reason="early", reviewed=date(2026, 11, 1))
    put(tmp_path, review_of(make.lake(), reason="late"), name="a.toml")
    put(tmp_path, early, name="b.toml")
    kept = kept_reviews(tmp_path)
    assert [review.reason for review in kept.reviews.values()] == ["late"]
    data = make.lake()
    mark_findings(data)
    assert [(r.reason, state) for r, state in review_states(kept, data, TODAY)] == [
        ("late", "holds"),
        ("early", "superseded"),
    ]


def test_without_reviews_or_a_folder_there_are_none(make, tmp_path):
    data = make.lake()
    mark_findings(data)
    attach_reviews(data, kept_reviews(tmp_path / "none"))
    assert data["reviews"] == {"applied": 0, "lapsed": 0, "unused": [], "malformed": []}
    assert reviews_now(tmp_path / "none", tmp_path) == ([], ())
    with pytest.raises(UsageError, match="cannot be read"):
        reviews_now(tmp_path, tmp_path, tmp_path / "none.toml")
