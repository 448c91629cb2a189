"""Links to places of one page: the page is asked for once, and a place that it lacks is a warning."""

from __future__ import annotations

from factcheck.model import CitationStatus
from factcheck.pipeline import audit

PAGE = (
    "<html lang=en><title>Lind</title><h2 id=barley>Barley</h2><p>Farmers in Lind brought in 5,812 tonnes in 2024.</p>"
)


def test_a_place_that_is_not_there_is_a_warning_and_the_page_is_asked_once(site, settings, tmp_path):
    site.put("/harvest", PAGE)
    base = f"{site.address}/harvest"
    brief = tmp_path / "brief.md"
    notes = [base, f"{base}#barley", f"{base}#wheat", f"{base}#:~:text=Farmers"]
    claims = "".join(f"Farmers in Lind brought in 5,812 tonnes in 2024.[^{n}]\n\n" for n, _ in enumerate(notes, 1))
    brief.write_text(claims + "\n".join(f"[^{n}]: Harvest, {url}\n" for n, url in enumerate(notes, 1)))
    found = audit([brief], settings).briefs[0].citations
    assert {citation.status for citation in found} == {CitationStatus.VERIFIED}
    assert [len(citation.warnings) for citation in found] == [0, 0, 1, 0]
    assert "#wheat" in found[2].warnings[0]
    assert site.asked["/harvest"] == 1
