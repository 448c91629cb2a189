"""The page in a real browser: nobody is shut out, nothing leaves the file, the keys and filters do what they say.

The fixture `in_browser` says what this needs, and skips where it is absent.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import factcheck
from factcheck.config import load_settings
from factcheck.history import apply_reviews
from factcheck.model import Passage
from factcheck.report import full_data, render_html, report_data, write_report

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("FACTCHECK_SHARED", ROOT.parent / "shared"))


def test_pages_pass_the_accessibility_run_and_never_scroll_sideways(audit, empty_audit, put, in_browser):
    data = report_data(audit, "0.1.0")
    second = {**data["briefs"][0], "path": "second.md"}
    files = [
        put("one", data),
        put("two", {**data, "briefs": [*data["briefs"], second]}),
        put("empty", report_data(empty_audit, "0.1.0")),
        ROOT / "reports/sample/report.html",
    ]
    assert in_browser("look.mjs", *files) == []


def test_page_of_a_real_long_brief_passes_the_accessibility_run(put, in_browser, tmp_path):
    brief = SHARED / "briefs/004.txt"
    if not brief.exists():
        pytest.skip("the real briefs are not beside the checkout")
    settings = replace(load_settings(None), offline=True, cache_dir=tmp_path, archive_dir=tmp_path / "archive")
    assert in_browser("look.mjs", put("long", report_data(factcheck.audit([brief], settings), "0.1.0"))) == []


def test_every_place_of_a_long_page_is_where_its_links_lead(long_audit, put, in_browser):
    data = report_data(long_audit, "0.1.0")
    for citation in data["briefs"][0]["citations"]:
        citation.update(raw_url=f"{citation['url']}.", repairs=[{"kind": "trimmed_punctuation", "evidence": "."}])
    places = ["b1-notes", "b1-n100", "b1-c160", "b1-hosts", "b1-repaired"]
    seen = in_browser("jump.mjs", put("long", data), *places)
    assert list(seen) == places
    assert all(0 <= top <= 300 for tops in seen.values() for top in tops), seen


def test_reviewer_steps_filters_copies_and_comes_back(audit, put, in_browser):
    seen = in_browser("review.mjs", put("one", report_data(audit, "0.1.0")))
    assert seen["first"] == ["4.2 bcm", "4.2 bcm", "#?f=b1-f1"]
    assert (seen["second"], seen["back"]) == ("about 75%", "4.2 bcm")
    assert seen["closed"] == [None, ""]
    assert seen["filtered"] == ["2 of 16 findings shown", "#?q=verdict:mismatched"]
    assert seen["firstFiltered"] == "4.2 bcm"
    assert seen["markdown"].startswith(
        "**mismatched**: “4.2 bcm” (references/briefs/heat.md, note 1). The page says 4.8"
    )
    assert seen["markdown"].endswith("](<https://energy.example/reports/annual-2021.pdf#page=7>)")
    assert seen["reloaded"] == ["verdict:mismatched", "2 of 16 findings shown", "4.2 bcm"]
    assert seen["not"] == "7 of 16 findings shown"
    assert seen["host"] == "5 of 16 findings shown"
    assert seen["word"] == "1 of 16 findings shown"
    assert seen["none"] == "0 of 16 findings shown"
    assert seen["tally"] == ["status:dead", "3 of 16 findings shown"]
    assert seen["help"] is True
    assert seen["worst"] == "4.2 bcm"
    assert seen["noise"] == []
    assert seen["phone"] == "4.2 bcm"
    assert seen["withoutScript"] == [True, "4.2 bcm"]


def with_corrected_pages(value):
    """An audit like `value`, whose every passage stands after other words than before."""
    if isinstance(value, Passage):
        return replace(value, prefix=f"Corrected: {value.prefix}")
    if is_dataclass(value):
        return replace(value, **{one.name: with_corrected_pages(getattr(value, one.name)) for one in fields(value)})
    return tuple(map(with_corrected_pages, value)) if isinstance(value, tuple) else value


def test_reviewer_decides_downloads_and_meets_the_decision_in_later_reports(audit, tmp_path, put, in_browser):
    page = write_report(audit, tmp_path / "reports") / "report.html"
    (tmp_path / "downloads").mkdir()
    seen = in_browser("decide.mjs", page, tmp_path / "downloads")
    nothing = "Nothing is saved until you download the file and run factcheck review apply."
    assert seen["empty"] == ["", nothing, False]
    assert seen["half"] == f"1 draft, 0 complete. {nothing}"
    assert seen["full"] == [f"1 draft, 1 complete. {nothing}"] * 2
    assert seen["keysLeftAlone"] == "4.2 bcm"
    assert seen["initialsKept"] == ["AB", ""]
    assert seen["draftKept"] == ["4.2 bcm", "not_found"]
    assert seen["discarded"] == ["", False]
    assert seen["phone"] == [True, 1]
    assert seen["noise"] == []

    assert re.fullmatch(r"reviews-heat-\d{4}-\d\d-\d\d\.toml", Path(seen["file"]).name)
    apply_reviews(Path(seen["file"]), tmp_path / "reviews")
    data = full_data(audit, tmp_path / "reports", reviews_dir=tmp_path / "reviews")
    (found,) = [f for k in data["briefs"][0]["claims"] for f in k["figures"] + k["quotations"] if f["review"]]
    assert (found["text"], found["verdict"], found["review"]["verdict"]) == ("4.2 bcm", "supported", "not_found")
    assert found["review"]["reason"] == 'The table is an image:\n"4.2" = <b>right</b> \\ \U0001f9ca'
    reason = " ".join(found["review"]["reason"].split())
    assert found["review"]["lapsed"] is False

    corrected = full_data(with_corrected_pages(audit), tmp_path / "reports", reviews_dir=tmp_path / "reviews")
    expired = full_data(
        replace(audit, generated_at=datetime(2099, 5, 22, tzinfo=UTC)),
        tmp_path / "reports",
        reviews_dir=tmp_path / "reviews",
    )
    assert in_browser("decided.mjs", put("kept", data), put("corrected", corrected), put("expired", expired)) == [
        f"AB decided: not found until 21 May 2099 {reason}",
        f"AB decided: not found (lapsed: the evidence is not what it was) {reason}",
        f"AB decided: not found (lapsed: it has expired) {reason}",
    ]
    data["changes"] = full_data(replace(audit, briefs=audit.briefs), tmp_path / "reports")["changes"]
    data["reviews"]["unused"] = [{"brief": "a.md", "subject": None, "finding": "0" * 24, "file": "r.toml"}]
    (tmp_path / "next.html").write_text(render_html(data), "utf-8")
    assert in_browser("look.mjs", tmp_path / "next.html") == []


def test_hostile_text_stays_text_in_the_browser(audit, put, tmp_path, in_browser):
    data = json.loads(json.dumps(full_data(audit, tmp_path / "none")))
    payload = "</script><img src=x onerror=alert(1)><svg onload=alert(2)><meta http-equiv=refresh content='0;url=https://a.example'>"
    brief = data["briefs"][0]
    for key in ("path", "title"):
        brief[key] += payload
    for claim in brief["claims"]:
        claim["text"] += payload
        for found in claim["figures"] + claim["quotations"]:
            found.update(explanation=payload, rule=payload)
            if found["evidence"]:
                found["evidence"].update(prefix=payload, exact=payload, suffix=payload, locator=payload)
    for citation in brief["citations"]:
        citation.update(url="javascript:alert(3)", reason=payload, raw_url=payload)
        citation["page"]["title"] = payload
    for note in brief["footnotes"]:
        note["text"] = payload
    assert in_browser("withstand.mjs", put("hostile", data)) == []
