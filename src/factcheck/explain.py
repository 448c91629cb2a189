"""Why a verdict is what it is: rules by their name, and claims and citations of the last run by their id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.errors import ReportError
from factcheck.history import stored_report

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

Stored = tuple[str, dict[str, Any]]
"""A brief's path, and a claim or citation of it as in ``report.json``."""


# Rules by which a figure or quotation is `unchecked` before any page is looked at; all others are of `verdicts`.
_BEFORE_ANY_PAGE = {
    "uncited": "unchecked: The sentence carries no footnote and no link for it.",
    "not_compared": "unchecked: None of its sources could be read; the reason says why.",
    "not_fetched": "unchecked: The brief was only read; its sources were not fetched.",
    "source_dead": "unchecked: Its source is gone, and no archived copy was found.",
}


def meanings() -> dict[str, str]:
    """What every word of a report means: rules, statuses of a citation, reasons why something is unchecked."""
    from factcheck.report.words import REASON_SENTENCES, STATUS_MEANINGS  # noqa: PLC0415 - a finding needs none of it
    from factcheck.verdicts import RULES  # noqa: PLC0415 - the same

    reasons = {word: f"unchecked: {clause}" for word, clause in REASON_SENTENCES.items()}
    return {**reasons, **STATUS_MEANINGS, **_BEFORE_ANY_PAGE, **RULES}


def stored_findings(report: Path, name: str) -> list[Stored]:
    """Every claim and citation of the stored `report` whose id is `name`: ids are unique within one brief only.

    Raises `ReportError` where there is no report, or what is there is none.
    """
    data = stored_report(report)
    try:
        return [
            (str(brief["path"]), found)
            for brief in data["briefs"]
            for found in (*brief["citations"], *brief["claims"])
            if found["id"] == name
        ]
    except (ValueError, KeyError, TypeError) as error:
        raise ReportError(f"{report}: is no report of format 1; make a new one with factcheck run") from error


def finding_lines(path: str, found: Mapping[str, Any]) -> Iterator[str]:
    """A stored claim or citation with what was found for it, not yet made `printable`."""
    if "status" in found:
        yield from _citation_lines(path, found)
    else:
        yield from _claim_lines(path, found)


def _citation_lines(path: str, found: Mapping[str, Any]) -> Iterator[str]:
    note = f", note {found['footnote']}" if found.get("footnote") else ""
    yield f"{path}{note}: {found.get('url') or found.get('raw_url') or 'no address'}"
    yield f"  {found['status']}: {found.get('reason') or 'no reason given'}"
    yield from _spelling_lines(found)
    if capture := found.get("capture"):
        yield f"  captured {capture['captured_at']} with status {capture['http_status']}: {capture['final_url']}"
    if memento := found.get("memento"):
        yield f"  archived copy: {memento.get('memento_url') or memento.get('final_url')}"
    yield from (f"  {told}" for told in _told(found))


def _told(found: Mapping[str, Any]) -> Iterator[str]:
    """How the page was had where that was unusual, what else is worth a look, and what a web archive made of it."""
    if failure := found.get("failure"):
        status = f" with status {failure['http_status']}" if failure.get("http_status") else ""
        yield f"no page{status}: {failure.get('detail') or failure['reason']}"
    yield from (found.get("capture") or {}).get("remarks") or ()
    yield from (f"note: {warning}" for warning in found.get("warnings") or ())
    if saving := found.get("saving"):
        said = (saving["state"].replace("_", " "), saving.get("detail"), saving.get("memento_url"))
        yield "web archive: " + ": ".join(part for part in said if part)


def _spelling_lines(found: Mapping[str, Any]) -> Iterator[str]:
    """What was done to the printed address, on what evidence, and how else it may be read."""
    from factcheck.report.words import repair_words  # noqa: PLC0415 - as above

    for repair in found.get("repairs") or ():
        yield f"  {repair_words(repair['kind'])} (evidence: {repair['evidence']})"
    for other in found.get("alternative_urls") or ():
        yield f"  may also be {other}"


def _claim_lines(path: str, found: Mapping[str, Any]) -> Iterator[str]:
    notes = ", ".join(found["footnotes"])
    yield f"{path}, {f'notes {notes}' if notes else 'no note'}: {found['text']}"
    for checked in _checked(found):
        said = f" {checked['explanation']}" if checked.get("explanation") else ""
        yield f"  “{checked['text']}” {checked['verdict'].replace('_', ' ')} by the rule {checked['rule']}.{said}"
        if evidence := checked.get("evidence"):
            yield f"    {_passage(evidence)}"
            if evidence.get("calculation"):
                yield f"    reckoned: {evidence['calculation']}"
        if rival := checked.get("rival"):
            yield f"    the same source has also {_passage(rival)}"
        if review := checked.get("review"):
            yield f"    {_decided(review)}"
    if not _checked(found):
        yield "  It has no figure and no quotation to check."


def _checked(found: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    return [*found["figures"], *found["quotations"]]


def _decided(review: Mapping[str, Any]) -> str:
    """What a person decided, as the last report has it."""
    lapsed = review.get("lapsed")
    holds = f"lapsed: {str(review['because']).replace('_', ' ')}" if lapsed else f"until {review['expires']}"
    return f"{review['initials']} decided: {review['verdict'].replace('_', ' ')} ({holds}). {review['reason']}"


def _passage(evidence: Mapping[str, Any]) -> str:
    where = ", ".join(str(evidence[key]) for key in ("citation", "locator") if evidence.get(key))
    return f"{where}: …{evidence.get('prefix') or ''}[{evidence['exact']}]{evidence.get('suffix') or ''}…"
