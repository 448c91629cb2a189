"""robots.txt as RFC 9309 has it: Google's published cases, each exception with its reason, and hostile files."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from factcheck.capture.robots import read_rules

SHARED = Path(os.environ.get("FACTCHECK_SHARED", Path(__file__).parents[3] / "shared"))
CASES = SHARED / "corpora" / "google-robotstxt" / "cases.json"
CUT = "the data set does not hold the lines that the test makes at run time"
EXCEPTIONS = {
    ("GoogleOnly_LineTooLong", "http://foo.bar/x//fux"): CUT,
    ("GoogleOnly_LineTooLong", "http://foo.bar/x//qux"): CUT,
    ("GoogleOnly_AcceptUserAgentUpToFirstSpace", "http://foo.bar/x/y"): "asks as 'Foo Bar', which is no product token",
    ("ID_Encoding", "http://foo.bar/foo/bar/ツ"): "asks with a URL that is not percent-encoded; ours always are",
    ("ID_Encoding", "http://foo.bar/foo/bar/baz"): "RFC 9309, 2.2.2: %62 is compared as b",
}


@pytest.mark.skipif(not CASES.exists(), reason="Google's cases are not here")
def test_google_s_cases_hold():
    wrong = []
    for case in json.loads(CASES.read_text(encoding="utf-8")):
        allowed = read_rules(case["robots"]).can_fetch(case["url"], case["agent"])
        if allowed != case["allowed"] and (case["test"], case["url"]) not in EXCEPTIONS:
            wrong.append(case)
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("User-agent: factcheck\nSitemap: /s.xml\nUser-agent: *\nDisallow: /", False),
        ("User-agent: factcheck\nNoindex: /\nDisallow: /", False),
        ("User-agent: factcheck bot\nDisallow: /", False),
        ("User-agent: Factcheck/2.0\nDisallow: /", False),
        ("\ufeffUser-agent: *\nDisallow: /", False),
        ("user-agent:*\ndissallow:/", False),
        ("User-agent: other\nDisallow: /", True),
        ("Disallow: /", True),
        ("", True),
    ],
)
def test_rules_are_read_as_they_are_met(text, allowed):
    assert read_rules(text).can_fetch("http://page.example/path", "factcheck") is allowed


@given(st.text(alphabet=st.sampled_from("user-agent:*\n /allowDis$%#2fA\x00é"), max_size=300), st.text(max_size=50))
@examples(deadline=None, max_examples=200)
def test_any_file_has_an_answer(text, path):
    assert read_rules(text).can_fetch(f"http://page.example/{path}", "factcheck") in {True, False}
