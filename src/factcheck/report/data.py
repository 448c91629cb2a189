"""An audit as format 1: plain dicts, lists and strings, ready to be written as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.model import VerdictKind
from factcheck.report.body import body_of
from factcheck.report.stated_twice import consistency_data
from factcheck.report.summary import summary_of
from factcheck.report.values import decimal_text, known, time_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import (
        Audit,
        BriefFinding,
        Capture,
        CaptureFailure,
        Citation,
        CitationFinding,
        ClaimFinding,
        FigureFinding,
        Footnote,
        Hop,
        Match,
        QuotationFinding,
        Reference,
        Saving,
    )
    from factcheck.report.copies import TextCopies

FORMAT = 1
Json = dict[str, Any]


def report_data(audit: Audit, tool_version: str, copies: TextCopies | None = None) -> Json:
    """The whole report of `audit`; the HTML page is made from nothing else.

    `copies` are the texts that were judged, where they are to be laid beside it.
    """
    briefs = [_brief(finding, copies) for finding in audit.briefs]
    return {
        "format": FORMAT,
        "tool": {"name": "factcheck", "version": tool_version},
        "generated_at": time_text(audit.generated_at),
        "commit": known(audit.commit),
        "offline": audit.offline,
        "network_down": audit.network_down,
        "interrupted": audit.interrupted,
        "summary": summary_of(briefs),
        "problems": [{"path": problem.path, "message": problem.message} for problem in audit.problems],
        "briefs": briefs,
        "consistency": consistency_data(audit.consistency),
    }


def _brief(finding: BriefFinding, copies: TextCopies | None) -> Json:
    brief = finding.brief
    return {
        "path": brief.path,
        "sha256": brief.sha256,
        "title": known(brief.title),
        "language": known(brief.language),
        "media_type": brief.media_type,
        "footnotes": _footnotes(finding),
        "citations": [_citation(found, copies) for found in finding.citations],
        "claims": [_claim(found) for found in finding.claims],
        "lost_links": [
            {"text": lost.text, "start": lost.start, "end": lost.end} for lost in finding.apparatus.lost_links
        ],
        "body": body_of(finding),
    }


# --- footnotes and citations -----------------------------------------------------------------------------------------


def _footnotes(finding: BriefFinding) -> list[Json]:
    places: dict[str, list[Json]] = {}
    for found in finding.claims:
        for label, start in _marker_places(found):
            places.setdefault(label, []).append({"claim": found.claim.id, "start": start})
    return [_footnote(note, places.get(note.label, [])) for note in finding.apparatus.footnotes]


def _marker_places(found: ClaimFinding) -> Sequence[tuple[str, int]]:
    claim = found.claim
    return claim.markers or [(label, len(claim.text)) for label in claim.footnotes]


def _footnote(note: Footnote, markers: list[Json]) -> Json:
    return {
        "label": note.label,
        "text": known(note.text),
        "kind": note.kind.value,
        "markers": markers,
        "citations": list(note.citations),
    }


def _citation(found: CitationFinding, copies: TextCopies | None) -> Json:
    citation = found.citation
    return {
        "id": citation.id,
        "footnote": citation.footnote,
        "url": known(citation.url),
        "raw_url": known(citation.raw_url),
        "repairs": [{"kind": repair.kind, "evidence": repair.evidence} for repair in citation.repairs],
        "alternative_urls": list(citation.alternative_urls),
        "locators": [{"kind": locator.kind, "label": locator.label} for locator in citation.locators],
        "reference": _reference(citation.reference),
        "link": _link(citation),
        "status": found.status.value,
        "reason": known(found.reason),
        "capture": _capture(found.capture),
        "failure": _failure(found.failure),
        "memento": _capture(found.memento),
        "text": None if copies is None else copies.told(found.memento or found.capture),
        "page": {
            "title": known(found.page_title),
            "language": known(found.page_language),
            "published": known(found.page_published),
        },
        "reference_differs": found.reference_differs,
        "saving": _saving(found.saving),
        "warnings": list(found.warnings),
    }


def _saving(saving: Saving | None) -> Json | None:
    if saving is None:
        return None
    return {
        "state": saving.state.value,
        "detail": known(saving.detail),
        "at": time_text(saving.at),
        "memento_url": known(saving.memento_url),
    }


def _reference(reference: Reference) -> Json:
    return {
        "authors": list(reference.authors),
        "title": known(reference.title),
        "publisher": known(reference.publisher),
        "published": known(reference.published),
        "accessed": known(reference.accessed),
    }


def _link(citation: Citation) -> Json | None:
    if citation.link is None:
        return None
    return {"text": known(citation.link.text), "origin": citation.link.origin.value}


# --- captures --------------------------------------------------------------------------------------------------------


def _capture(capture: Capture | None) -> Json | None:
    if capture is None:
        return None
    return {
        "requested_url": capture.requested_url,
        "final_url": capture.final_url,
        "redirects": [_hop(hop) for hop in capture.redirects],
        "http_status": capture.http_status,
        "media_type": known(capture.media_type),
        "captured_at": time_text(capture.captured_at),
        "source": capture.source.value,
        "payload_sha256": capture.payload_sha256,
        "payload_length": capture.payload_length,
        "memento_url": known(capture.memento_url),
        "remarks": list(capture.remarks),
        "warc": {
            "file": capture.warc.file,
            "offset": capture.warc.offset,
            "record_id": known(capture.warc.record_id),
        },
    }


def _hop(hop: Hop) -> Json:
    return {"url": hop.url, "http_status": hop.http_status, "location": known(hop.location)}


def _failure(failure: CaptureFailure | None) -> Json | None:
    if failure is None:
        return None
    return {
        "requested_url": failure.requested_url,
        "reason": failure.reason.value,
        "signal": failure.signal,
        "detail": known(failure.detail),
        "at": time_text(failure.at),
        "redirects": [_hop(hop) for hop in failure.redirects],
        "http_status": failure.http_status,
        "failed_on": [time_text(at) for at in failure.failed_on],
    }


# --- claims ----------------------------------------------------------------------------------------------------------


def _claim(found: ClaimFinding) -> Json:
    claim = found.claim
    return {
        "id": claim.id,
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "section": known(claim.section),
        "footnotes": list(claim.footnotes),
        "links": list(claim.links),
        "language": known(claim.language),
        "markers": [{"label": label, "start": start} for label, start in _marker_places(found)],
        "figures": [_figure(figure) for figure in found.figures],
        "quotations": [_quotation(quotation) for quotation in found.quotations],
    }


def _figure(found: FigureFinding) -> Json:
    quantity, check = found.cited.quantity, found.check
    shown = None if check is None else check.evidence
    rival = None if check is None else check.rival
    if found.verdict is VerdictKind.MISMATCHED and rival is not None:
        shown = rival
    return {
        "text": quantity.text,
        "start": quantity.start,
        "end": quantity.end,
        "low": decimal_text(quantity.low),
        "high": decimal_text(quantity.high),
        "unit": known(quantity.unit),
        "kind": quantity.kind.value,
        "hedge": quantity.hedge.value,
        "of": known(quantity.of),
        "noun": known(quantity.noun),
        "per": known(quantity.per),
        "time": known(quantity.time),
        "direction": known(quantity.direction),
        "iso_date": known(quantity.iso_date),
        "footnotes": list(found.cited.footnotes),
        "verdict": found.verdict.value,
        "rule": found.rule,
        "reason": None if found.reason is None else found.reason.value,
        "explanation": known(found.explanation),
        "evidence": _figure_evidence(shown, found.citation),
        "rival": None if rival is shown else _figure_evidence(rival, found.citation),
    }


def _quotation(found: QuotationFinding) -> Json:
    quotation, check = found.cited.quotation, found.check
    match = None if check is None else check.evidence
    return {
        "text": quotation.text,
        "start": quotation.start,
        "end": quotation.end,
        "speaker": known(quotation.speaker),
        "footnotes": list(found.cited.footnotes),
        "verdict": found.verdict.value,
        "rule": found.rule,
        "reason": None if found.reason is None else found.reason.value,
        "explanation": known(found.explanation),
        "difference": None if check is None else known(check.difference),
        "evidence": None if match is None else _passage(match, found.citation),
    }


def _figure_evidence(match: Match | None, citation: str | None) -> Json | None:
    if match is None:
        return None
    return {
        **_passage(match, citation),
        "low": decimal_text(match.low),
        "high": decimal_text(match.high),
        "unit": known(match.unit),
        "iso_date": known(match.iso_date),
    }


def _passage(match: Match, citation: str | None) -> Json:
    passage = match.passage
    return {
        "citation": citation,
        "prefix": known(passage.prefix),
        "exact": passage.exact,
        "suffix": known(passage.suffix),
        "locator": known(passage.locator),
        "score": round(match.score, 4),
        "level": match.level.value,
        "calculation": known(match.calculation),
    }
