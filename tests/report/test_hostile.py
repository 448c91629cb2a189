"""Page text is hostile: whatever stands in a field is shown as text, and only http(s) can be followed."""

from __future__ import annotations

import json
import os
import re
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.history import mark_findings
from factcheck.history.changes import changes_since
from factcheck.report import json_bytes, render_html, report_data
from factcheck.report.links import passage_href, safe_href
from factcheck.report.site import pages

SHARED = Path(os.environ.get("FACTCHECK_SHARED", Path(__file__).parents[3] / "shared"))
CLOSED = {
    "status", "verdict", "kind", "hedge", "source", "captured_at", "at", "generated_at", "origin", "low", "high",
    "change", "before", "after", "since", "because", "expires", "key", "evidence_digest",
}  # fmt: skip
LEADS = r"https?://|#b\d|#main$|data:,$|\.\./report\.html(?:#b\d+)?$|briefs/[A-Za-z0-9_-]+\.html(?:#b1[\w-]*)?$"
LINKED = {"url", "final_url", "requested_url", "memento_url", "location"}
OWN_PAYLOADS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "\x01javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    'https://a.example/" onclick="alert(1)',
    "https://a.example/'><svg/onload=alert(1)>",
    "//evil.example/x",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "{{ 7 * 7 }}{% for x in () %}",
    "-->]]><!--",
    "&lt;script&gt;&#60;",
    "\x00\x0b\x1f\x7f\x85\ufffe",
    "\u202egpj.exe\u2066",
    "\ud800",
    "<base href=https://evil.example>",
    "</noscript><img src=x onerror=alert(1)>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<!--</noscript><style>*{display:none}</style>-->",
    "</div></details></template><form action=//evil.example><input autofocus onfocus=alert(1)>",
]


def _hostile(value, payloads, key="", *, whole_urls=False):
    """`value` with a payload behind every string that is no member of a closed set, the same behind the same string."""
    if isinstance(value, dict):
        return {name: _hostile(found, payloads, name, whole_urls=whole_urls) for name, found in value.items()}
    if isinstance(value, list):
        return [_hostile(found, payloads, key, whole_urls=whole_urls) for found in value]
    if not isinstance(value, str) or key in CLOSED:
        return value
    if whole_urls and key in LINKED:
        return payloads(value)
    return value + payloads(value)


def _dealer(payloads):
    """Deals the payloads out, one to each different string, so that ids still fit each other."""
    dealt, supply = {}, cycle(payloads)
    return lambda value: dealt.setdefault(value, next(supply))


def _innocent(found, reference) -> None:
    """No tag or attribute that the page does not have by itself, and no link but http(s) and the page's own."""
    assert {tag for tag, _ in found.tags} <= {tag for tag, _ in reference.tags} | {"bdi"}
    names = {name for _, attributes in reference.tags for name in attributes}
    assert {name for _, attributes in found.tags for name in attributes} <= names | {"data-note", "dir"}
    for tag in ("script", "style", "meta", "link"):
        assert [t for t, _ in found.tags].count(tag) == [t for t, _ in reference.tags].count(tag)
    assert all(re.match(r"https?://|#b\d|#main$|data:,$", href) for href in found.having("href"))


def _remembered(audit):
    """A report with everything on it that is known from before."""
    data = json.loads(json_bytes(report_data(audit, "0.1.0")))
    mark_findings(data)
    review = {"verdict": "supported", "reason": "r", "initials": "AB", "expires": "2027-05-21", "file": "r.toml"}
    states = cycle([(False, None), (True, "expired"), (True, "evidence_changed")])
    for claim in data["briefs"][0]["claims"]:
        for found in claim["figures"] + claim["quotations"]:
            lapsed, because = next(states)
            found["review"] = {**review, "lapsed": lapsed, "because": because}
    for number, citation in enumerate(data["briefs"][0]["citations"]):
        citation["warnings"], citation["alternative_urls"] = ["w"], ["https://a.example/other"]
        citation["repairs"] = [{"kind": "ambiguous", "evidence": "e"}]
        citation["saving"] = {
            "state": ("archived", "failed")[number % 2], "detail": "d" if number else None,
            "at": data["generated_at"], "memento_url": "https://w.example/copy",
        }  # fmt: skip
        if citation["capture"] is not None:
            citation["capture"]["remarks"] = ["r"]
    later = json.loads(json_bytes(data)) | {"reviews": None}
    for citation in later["briefs"][0]["citations"]:
        citation["status"] = "dead"
    data["changes"] = changes_since(later, data)
    unused = {"brief": "a.md", "subject": "s", "finding": "f", "file": "r.toml"}
    data["reviews"] = {"applied": 3, "lapsed": 2, "unused": [unused], "malformed": ["m"]}
    return data


def _noscript_ends_where_it_should(page) -> None:
    """With scripts a browser reads what is in ``<noscript>`` as text up to the first end tag, whatever is around it."""
    body = page[page.index("<body>") :]
    assert len(re.findall("(?i)<noscript", body)) == body.count("<noscript>")
    assert len(re.findall("(?i)</noscript", body)) == body.count("<noscript>")


def _site(data, payloads=None):
    """The pages of `data` and of a second brief like its own, by their names."""
    twin = json.loads(json.dumps(data["briefs"][0])) | {"path": "twin.md", "name": "twin.md"}
    both = {**data, "briefs": [*data["briefs"], twin], "problems": [{"path": "p.md", "message": "m"}]}
    shown = both if payloads is None else _hostile(both, _dealer(payloads))
    return {name: page.decode() for name, page in pages({**shown, "briefs": []}, shown["briefs"])}


@pytest.mark.parametrize("payload", OWN_PAYLOADS)
def test_payload_on_the_list_of_briefs_and_on_their_pages_stays_text(audit, payload, outline):
    data = _remembered(audit)
    innocent = [outline(page) for page in _site(data).values()]
    for reference, (name, page) in zip(innocent, _site(data, [payload]).items(), strict=True):
        assert re.fullmatch(r"report\.html|briefs/[A-Za-z0-9_-]+\.html", name)
        found = outline(page)
        assert {tag for tag, _ in found.tags} <= {tag for tag, _ in reference.tags} | {"bdi"}
        names = {attribute for _, attributes in reference.tags for attribute in attributes} | {"data-note", "dir"}
        assert {attribute for _, attributes in found.tags for attribute in attributes} <= names
        for tag in ("script", "style", "meta", "link", "form"):
            assert [t for t, _ in found.tags].count(tag) == [t for t, _ in reference.tags].count(tag)
        assert all(re.match(LEADS, href) for href in found.having("href"))
        _noscript_ends_where_it_should(page)


def _attacked(audit, payloads, outline) -> None:
    data = _remembered(audit)
    reference = outline(render_html(data))
    for whole_urls in (False, True):
        page = render_html(_hostile(data, _dealer(payloads), whole_urls=whole_urls))
        _innocent(outline(page), reference)
        _noscript_ends_where_it_should(page)


@pytest.mark.parametrize("payload", OWN_PAYLOADS)
def test_payload_in_every_field_stays_text(audit, outline, payload):
    _attacked(audit, [payload], outline)


def _corpus() -> list[str]:
    listed = SHARED / "corpora/xss-payloadbox/Intruder/xss-payload-list.txt"
    expected = SHARED / "corpora/dompurify/expect.json"
    if not (listed.exists() and expected.exists()):
        pytest.skip("the payload collections are not beside the checkout")
    lines = listed.read_text("utf-8", "replace").splitlines()
    return [*filter(None, lines), *(case["payload"] for case in json.loads(expected.read_text("utf-8")))]


def test_public_payload_collections_stay_text(audit, outline):
    payloads = _corpus()
    for start in range(0, len(payloads), 240):
        _attacked(audit, payloads[start : start + 240], outline)


def test_public_payload_collections_do_nothing_in_a_browser(audit, put, in_browser):
    data, payloads = _remembered(audit), _corpus()
    pages = [
        put(f"{start}-{whole_urls}", _hostile(data, _dealer(payloads[start : start + 240]), whole_urls=whole_urls))
        for start in range(0, len(payloads), 240)
        for whole_urls in (False, True)
    ]
    assert in_browser("withstand.mjs", *pages) == []


def test_controls_and_halves_of_pairs_never_reach_the_page(audit):
    data = _hostile(report_data(audit, "0.1.0"), lambda _: "\x00\x08\x1f\x7f\x9f\ufffe\ud800")
    page = render_html(data)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]", page)
    page.encode("utf-8")


@pytest.mark.parametrize(
    ("url", "href"),
    [
        (None, None),
        ("", None),
        ("javascript:alert(1)", None),
        (" https://a.example/", None),
        ("ftp://a.example/", None),
        ("https:///path", None),
        ("https://[::1", None),
        ("//a.example/", None),
        ("https://a.example/x?q=1&r=2#f", "https://a.example/x?q=1&r=2#f"),
        ("HTTP://A.example/", "HTTP://A.example/"),
        ("https://a.example/a b\"<>'`", "https://a.example/a%20b%22%3C%3E%27%60"),
        ("https://a.example/зима", "https://a.example/зима"),
    ],
)
def test_only_web_addresses_become_links(url, href):
    assert safe_href(url) == href


def passage(prefix, exact, suffix, locator=None):
    return {"prefix": prefix, "exact": exact, "suffix": suffix, "locator": locator}


@pytest.mark.parametrize(
    ("media_type", "found", "fragment"),
    [
        (
            "text/html",
            passage("and so it fell to ", "4.8 bcm", " in that year."),
            "#:~:text=it%20fell%20to-,4.8%20bcm,-in%20that",
        ),
        ("text/html", passage(None, "a, b-c & d", None), "#:~:text=a%2C%20b%2Dc%20%26%20d"),
        ("text/html", passage("Head\nThe sum of ", "5", ".\nNext"), "#:~:text=The%20sum%20of-,5,-."),
        ("text/html", passage("…rom a cut word ", "5", " and a cut wo…"), "#:~:text=a%20cut%20word-,5,-and%20a%20cut"),
        ("text/html", passage(None, " ", None), ""),
        ("application/pdf", passage("a", "5", "b", "p. 12"), "#page=12"),
        ("application/pdf", passage("a", "5", "b", "Table 2"), ""),
    ],
)
def test_links_lead_to_the_passage(media_type, found, fragment):
    assert passage_href("https://a.example/x", media_type, found) == "https://a.example/x" + fragment


def test_long_passage_is_named_by_its_ends():
    words = " ".join(f"w{number}" for number in range(200))
    href = passage_href("https://a.example/x", "text/html", passage(None, words, None))
    assert href == "https://a.example/x#:~:text=w0%20w1%20w2%20w3%20w4,w195%20w196%20w197%20w198%20w199"


@settings(deadline=None, max_examples=200)
@given(st.text(), st.text(), st.text(), st.text())
def test_no_text_breaks_a_link(url, prefix, exact, suffix):
    href = passage_href("https://a.example/" + url, "text/html", passage(prefix, exact, suffix))
    assert href is None or (href.startswith("https://a.example/") and not re.search(r"[\s\"'<>`]", href.split("#")[-1]))
