"""The page: one file, its own policy, every fact in its place."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest

from factcheck.report import json_bytes, render_html, report_data


@pytest.fixture
def page(audit) -> str:
    return render_html(report_data(audit, "0.1.0"))


def test_every_element_is_closed_and_every_anchor_has_one_target(page, outline):
    found = outline(page)
    assert found.open == []
    ids = found.having("id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in found.having("href") if href.startswith("#")}
    assert targets <= set(ids)


def test_policy_names_the_style_and_the_script_by_their_digests(page, outline):
    policy = next(a["content"] for t, a in outline(page).tags if a.get("http-equiv") == "Content-Security-Policy")
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_page_asks_for_nothing_and_has_no_inline_handlers(page, outline):
    found = outline(page)
    assert {tag for tag, _ in found.tags}.isdisjoint({"img", "iframe", "object", "embed", "base"})
    assert not [name for _, attributes in found.tags for name in attributes if name.startswith("on")]
    assert not found.having("src") + found.having("style") + found.having("srcset")
    assert [a["href"] for t, a in found.tags if t == "link"] == ["data:,"]
    assert "url(" not in page
    assert "@import" not in page


def test_counts_stand_first_in_words(page, outline):
    text = outline(page).text
    before_the_text = text[: text.index("The country went into")]
    for words in ("2 verified", "1 mismatched", "2 dead", "1 unsupported", "3 not checked", "2 no source"):
        assert words in before_the_text
    assert "1 because the site answered with a login page" in before_the_text
    assert "sources read 0–3 days ago" in before_the_text


def test_brief_stands_in_its_own_order_with_marks_and_markers(page, outline):
    text = outline(page).text
    places = [text.index(words) for words in ("stores held 4.2 bcm", "Yet the census", "Auctions are held", "North |")]
    assert places == sorted(places)
    assert re.search(
        r'<a class="fig v-mismatched" href="#b1-f\d+" aria-label="4.2 bcm, mismatched"><span>4.2 bcm</span></a>', page
    )
    assert '<sup><a href="#b1-n2" aria-label="note 2">2</a></sup>' in page


def test_evidence_has_claim_and_source_and_reason(page, outline):
    article = next(part for part in page.split('<article class="finding"')[1:] if "The page says 4.8 billion" in part)
    found = outline('<article class="finding"' + article.split("</article>")[0] + "</article>")
    for words in ("mismatched 4.2 bcm", "Claim · note 1", "imports fell to 4.8 billion cubic metres", "p. 7"):
        assert words in found.text
    assert "https://energy.example/reports/annual-2021.pdf#page=7" in found.having("href")


def test_rounding_is_shown_and_the_link_leads_to_the_passage(page, outline):
    found = outline(page)
    assert "74.6 rounds to 75" in found.text
    assert (
        "https://news.example/2021/11/14/storage?id=7&lang=en#top:~:text=is-,74.6%20%25,-of%20what%20the"
        in found.having("href")
    )


def test_dead_page_with_an_archived_copy_names_it_and_carries_robust_link_attributes(page, outline):
    found = outline(page)
    assert "archived copy of 2 Mar 2021" in found.text
    assert "The page is gone. Compared with an archived copy of 2 Mar 2021 08:30 UTC." in found.text
    link = next(a for _, a in found.tags if "data-versiondate" in a)
    assert link["data-originalurl"] == "https://institute.example/papers/winter-outlook"
    assert link["data-versionurl"].startswith("https://archive.example/web/20210302083000/")
    assert link["data-versiondate"] == "2021-03-02T08:30:00Z"


def test_passages_carry_the_language_of_their_page(page):
    assert '<blockquote lang="ru">Потребление' in page


def test_lists_follow_the_text(page, outline):
    text = outline(page).text
    for words in (
        "Notes and sources", "The address is cut off in the brief.", "The brief has a marker but no such note.",
        "Linked in the text", "Sources by host", "Without a source", "Repaired addresses",
        "a hyphen of the layout was taken out (evidence: link annotation)", "Lost links", "the gas directive",
        "Briefs that could not be read", "not text (NUL at byte 12)",
    ):  # fmt: skip
        assert words in text


def test_http_trail_shows_every_answer(page, outline):
    text = outline(page).text
    assert "http://news.example/2021/11/14/storage?id=7 answered 301 (redirect)" in text
    assert "Fetched from the site, 21 Nov 2026 17:55 UTC answered 404, text/html" in text
    assert "How it was fetched the host name does not exist" in text


def test_page_is_made_from_the_stored_file_alone(audit):
    data = report_data(audit, "0.1.0")
    assert render_html(json.loads(json_bytes(data))) == render_html(data)


def test_report_without_the_added_fields_is_still_shown(audit, outline):
    data = json.loads(json_bytes(report_data(audit, "0.1.0")))
    for added in ("commit", "problems", "offline", "network_down", "interrupted"):
        data.pop(added)
    for brief in data["briefs"]:
        for added in ("body", "lost_links"):
            brief.pop(added)
        for citation in brief["citations"]:
            for added in ("page", "failure", "link"):
                citation.pop(added)
        for claim in brief["claims"]:
            for added in ("links", "markers", "language"):
                claim.pop(added)
            for found in claim["figures"] + claim["quotations"]:
                for added in ("reason", "explanation", "rival", "difference"):
                    found.pop(added, None)
    assert "4.8 billion cubic metres" in outline(render_html(data)).text


def test_empty_report_says_so(empty_audit, outline):
    assert "No brief was read" in outline(render_html(report_data(empty_audit, "0.1.0"))).text


def test_long_brief_stays_well_below_a_megabyte(long_audit):
    data = report_data(long_audit, "0.1.0")
    assert len(render_html(data).encode()) < 850_000
    for number, citation in enumerate(data["briefs"][0]["citations"]):
        citation["text"] = {"sha256": "0" * 64, "characters": 1, "file": f"captures/{number:032x}.txt"}
    assert len(render_html(data).encode()) < 850_000


def test_what_a_figure_of_the_brief_was_read_as_stands_where_the_page_has_another(audit, outline):
    data = report_data(audit, "0.1.0")
    figures = [found for claim in data["briefs"][0]["claims"] for found in claim["figures"] if found["evidence"]]
    for found in figures:
        found.update(noun="tonnes", per="year", time="2021-09", direction="down")
    said = "The brief's figure, as read: counts “tonnes”; for each “year”; stated for Sep 2021; said to fall"
    shown = sum(found["verdict"] != "supported" for found in figures)
    assert shown
    assert outline(render_html(data)).text.count(said) == shown


@pytest.mark.parametrize(
    ("printed", "used", "shown"),
    [
        ("https://a.example/re-\nport", "https://a.example/report", "https://a.example/re<del>-\n</del>port</span>"),
        ("https://a.example/x).", "https://a.example/x", "https://a.example/x<del>).</del></span>"),
        ("a.example/x", "https://a.example/x", 'a.example/x</span></p>\n<p class="url" dir="ltr"><b>used</b>'),
    ],
)
def test_what_was_taken_out_of_an_address_is_struck_out(audit, printed, used, shown):
    data = report_data(audit, "0.1.0")
    citation = data["briefs"][0]["citations"][0]
    citation.update(raw_url=printed, url=used, repairs=[{"kind": "cleaned", "evidence": "by hand"}])
    assert f"<b>printed</b> <span>{shown}" in render_html(data)


def test_an_address_that_was_used_as_printed_is_not_repeated(audit):
    data = report_data(audit, "0.1.0")
    for citation in data["briefs"][0]["citations"]:
        citation.update(raw_url=citation["url"], repairs=[{"kind": "cleaned", "evidence": "by hand"}])
    assert "<b>printed</b>" not in render_html(data)


def test_headings_never_skip_a_level(page, outline):
    levels = [int(tag[1]) for tag, _ in outline(page).tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_what_stands_only_on_one_side_is_marked_as_such(audit):
    data = report_data(audit, "0.1.0")
    quotation = next(
        q for claim in data["briefs"][0]["claims"] for q in claim["quotations"] if q["verdict"] == "mismatched"
    )
    quotation["explanation"] = "In other words: [-half-] {+most+} of it; 3 [ - 4"
    page = render_html(data)
    assert "In other words: <del>half</del> <ins>most</ins> of it; 3 [ - 4" in page


def test_reason_is_not_said_twice(audit, outline):
    data = report_data(audit, "0.1.0")
    data["briefs"][0]["claims"][0]["figures"][0].update(verdict="unchecked", explanation="Not checked: it was dark.")
    assert "not checked 4.2 bcm It was dark." in outline(render_html(data)).text


@pytest.mark.parametrize(
    ("flag", "words"),
    [
        ("network_down", "No host could be reached"),
        ("interrupted", "The run was stopped"),
        ("offline", "The audit was run without network"),
    ],
)
def test_a_run_that_was_not_whole_says_so_first(audit, outline, flag, words):
    text = outline(render_html({**report_data(audit, "0.1.0"), flag: True})).text
    assert text.index(words) < text.index("11 notes")


def test_several_briefs_are_listed_first_the_one_that_needs_a_person_on_top(audit, outline):
    data = report_data(audit, "0.1.0")
    calm = {**data["briefs"][0], "path": "calm.md", "title": "Calm", "claims": [], "citations": [], "footnotes": []}
    text = outline(render_html({**data, "briefs": [calm, data["briefs"][0]]})).text
    assert "2 briefs" in text
    assert text.index("references/briefs/heat.md") < text.index("calm.md")
    assert "no sources" in text
    assert "Nothing was compared with its source in this run." in text


@pytest.mark.parametrize(
    ("prefix", "suffix", "shown"),
    [
        ("Short ", " end", "Short <mark"),
        ("alf a word and then " + "x " * 40, ".", "… a word and then x"),
        ("Whole words from the start of a sentence on, all of them " + "x " * 10, ".", "Whole words from"),
        ("a" * 80, ".", "a" * 80 + "<mark"),
        ("a ", " and so it goes on " + "x " * 40 + "half", "x x …</blockquote>"),
        ("a ", " and so it goes on " + "x " * 40 + "whole.", "x whole.</blockquote>"),
    ],
)
def test_passages_end_in_whole_words(audit, prefix, suffix, shown):
    data = report_data(audit, "0.1.0")
    data["briefs"][0]["claims"][0]["figures"][0]["evidence"].update(prefix=prefix, suffix=suffix)
    assert shown in render_html(data)


def test_many_findings_of_concern_are_folded_behind_the_first_dozen(long_audit, outline):
    assert "and 160 more" in outline(render_html(report_data(long_audit, "0.1.0"))).text


def test_a_brief_in_a_script_from_right_to_left_is_laid_out_so_and_its_evidence_is_not(audit):
    data = report_data(audit, "0.1.0")
    plain = render_html(data)
    assert not re.search(r' dir="rtl"|class="evidence" dir', plain)
    data["briefs"][0]["language"] = "he"
    page = render_html(data)
    assert '<ol lang="he" dir="rtl">' in page
    assert '<ul class="copy" dir="rtl">' in page
    assert page.count('<details class="evidence" dir="ltr">') == plain.count('<details class="evidence">')
