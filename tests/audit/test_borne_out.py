"""A link that ends at a home page is dead, whatever that page has: the whole pipeline."""

from __future__ import annotations

import pytest

from factcheck.model import CitationStatus
from factcheck.pipeline import audit

HOME = (
    "<html lang=en><title>Grain office of Lind</title><p>{}</p><p>Welcome to the grain office of Lind, which counts "
    "sacks and carts since the year 1902 and answers letters within a week.</p>"
)
TOLD = "Farmers in Lind brought in 5,812 tonnes of barley in 2024, the grain office says."
LOST = "<html lang=en><title>Lind</title><h2>404, alas</h2><p>{}</p><p>Ask the porter of the grain office of Lind.</p>"


@pytest.fixture
def site(site):
    site.put("/", HOME.format(""))
    site.put("/robots.txt", status=404)
    site.put("/by-script/harvest.html", "<html><head></head><script>window.location.replace('/')</script>Moving")
    site.put(None, status=302, Location="/")
    return site


@pytest.fixture
def found(site, settings, tmp_path):
    """Return the findings of a brief that cites the given paths."""

    def audited(*paths):
        notes = {number: f"{site.address}{path}" for number, path in enumerate(paths, 1)}
        said = [f"Farmers in Lind brought in 5,812 tonnes of barley in 2024.[^{number}]" for number in notes]
        brief = tmp_path / "brief.md"
        brief.write_text(
            "\n\n".join([*said, *(f"[^{number}]: Harvest, {url}" for number, url in notes.items())]) + "\n"
        )
        return audit([brief], settings).briefs[0].citations

    return audited


@pytest.fixture
def status_of(found):
    def status(path="/reports/2024/harvest.html"):
        (finding,) = found(path)
        return finding.status

    return status


def answer_everything(site, page):
    for path in ("/", None):
        site.put(path, page)


def test_a_link_that_ends_at_a_home_page_is_dead(site, status_of):
    assert status_of() is CitationStatus.DEAD


def test_a_script_that_leads_to_the_home_page_is_such_a_link(site, status_of):
    assert status_of("/by-script/harvest.html") is CitationStatus.DEAD


def test_a_home_page_is_not_the_page_though_it_has_the_figure_today(site, status_of):
    site.put("/", HOME.format(TOLD))
    assert status_of() is CitationStatus.DEAD


def test_a_page_at_every_address_that_has_the_figure_is_the_page_with_a_warning(site, found):
    answer_everything(site, HOME.format(TOLD))
    findings = found("/reports/2024/harvest.html", "/reports/2023/barley.html")
    assert {each.status for each in findings} == {CitationStatus.VERIFIED}
    assert {len(each.warnings) for each in findings} == {1}


def test_an_answer_to_everything_that_speaks_of_loss_is_dead_whatever_else_stands_there(site, status_of):
    answer_everything(site, LOST.format("Nobody knows."))
    assert status_of() is CitationStatus.DEAD
    answer_everything(site, LOST.format(TOLD))
    assert status_of("/elsewhere/harvest.html") is CitationStatus.DEAD
