"""Facts stated twice, in the report's JSON and on its page."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest

from factcheck.config import Settings
from factcheck.pipeline import audit, parse
from factcheck.report import render_html, report_data

COST = "In 2025 the census of Talvia cost {}.\n"


@pytest.fixture
def run(tmp_path):
    """The data of a run over two briefs, read as a user's run reads them."""
    (tmp_path / "one.md").write_text("# Talvia\n\n" + COST.format("11.8 million <b>euros</b>"), encoding="utf-8")
    (tmp_path / "two.md").write_text(
        "# Talvia counted\n\n" + COST.format("14.1 million euros") + "\nThe Merrow Institute was founded in May 1994.\n"
        "\nIn May 1994 the Merrow Institute was founded by Talvians.\n",
        encoding="utf-8",
    )
    return report_data(parse([tmp_path]), "0.1.0")


def test_json_has_both_sides_and_keeps_to_the_schema(run):
    schema = json.loads(files("factcheck.report").joinpath("schema", "report-1.schema.json").read_text("utf-8"))
    jsonschema.validate(run, schema)
    pair = next(pair for pair in run["consistency"] if pair["relation"] == "contradicting")
    assert pair["kind"] == "money"
    for side, name, amount in ((pair["left"], "one.md", "11.8 million"), (pair["right"], "two.md", "14.1 million")):
        assert side["brief"].endswith(name)
        assert side["text"][side["start"] : side["end"]] == side["figure"]
        assert side["figure"].startswith(amount)
        (brief,) = (brief for brief in run["briefs"] if brief["path"] == side["brief"])
        assert side["text"] == next(claim["text"] for claim in brief["claims"] if claim["id"] == side["claim"])


def test_page_shows_both_sentences_and_counts_those_that_agree(run):
    page = render_html(run)
    section = page[page.index('<section class="twice"') : page.index('<div class="filter"')]
    assert section.count("<article") == 1
    assert "14.1 million euros</mark>" in section
    assert "1 more pair agrees" in section
    for target in ("b1-k1", "b2-k1"):
        assert f'href="#{target}"' in section
        assert f'id="{target}"' in page


def test_page_without_contradictions_has_no_such_section(run):
    agreeing = [pair for pair in run["consistency"] if pair["relation"] == "agreeing"]
    assert 'id="contradictions"' not in render_html(run | {"consistency": agreeing})
    del run["consistency"]
    assert 'id="contradictions"' not in render_html(run)


def test_page_stands_where_a_side_names_a_brief_that_is_not_in_the_report(run):
    (pair,) = (pair for pair in run["consistency"] if pair["relation"] == "contradicting")
    lost = pair | {"left": pair["left"] | {"brief": "gone.md"}}
    page = render_html(run | {"consistency": [lost]})
    assert "gone.md</figcaption>" in page


def test_an_audit_has_them_too(tmp_path):
    brief = tmp_path / "one.md"
    brief.write_text(COST.format("11.8 million euros") + "\n" + COST.format("14.1 million euros"), encoding="utf-8")
    settings = Settings(archive_dir=tmp_path / "archive", offline=True)
    assert [pair.relation.value for pair in audit([brief], settings).consistency] == ["contradicting"]
