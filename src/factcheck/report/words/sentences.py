"""The sentences that are put together before a page or a file is laid out, with places for what they are about."""

from __future__ import annotations

SENTENCES = {
    # head of the page
    "no_briefs": "No brief was read",
    "read_today": "sources read today",
    "read_ago": "sources read {days} ago",
    "because": "{count} because {reason}",
    "bar": "Sources: {counts}",
    "none": "none",
    "no_sources": "no sources",
    "without_source": "{count} without a source",
    # what is known from before
    "reviewed": "{findings} reviewed by a person",
    "lapsed_reviews": "{reviews} lapsed",
    "unused_review": "“{subject}” in {brief} ({file})",
    "change": "{items} {changed}",
    "added": "{briefs} added",
    "decided": "{initials} decided: {word} ({state}). {reason}",
    "lapsed": "lapsed: {because}",
    "until": "until {day}",
    # findings
    "finding_label": "{text}, {word}",
    "note": "note {label}",
    "open_passage": "open the page at the passage",
    "open_page": "open the page",
    "gone_compared": "The page is gone. Compared with an archived copy of {time}.",
    "gone_copy": "The page is gone. There is an archived copy of {time}.",
    "captured_at": "Captured {time}.",
    "only_read": "The brief was only read; its sources were not fetched.",
    "goes_alone": "No footnote and no link goes with it.",
    "no_more_known": "No more is known.",
    "not_checked": "Not checked: ",
    "only_source": "[only in the source: {words}]",
    "only_brief": "[only in the brief: {words}]",
    "marked": "{before}»{mark}«{after}",
    # sources
    "nameless": "Source without a name",
    "dated": "dated {day}",
    "accessed": "accessed {day}",
    "byte": "{file}, byte {offset}",
    "redirect": "answered {status} (redirect)",
    "answered": "answered {status}",
    "answered_media": "answered {status}, {media_type}",
    "answered_but": "answered {status}: {what}",
    "web_archive": "web archive: {state}: {detail}",
    "web_archive_plain": "web archive: {state}",
    "saved_copy": "copy saved on {day}",
    "archived_copy": "archived copy of {day}",
    "with_evidence": "{repair} (evidence: {evidence})",
    "saved_in": "Saved in {place}.",
    "text_copy": "kept copy (text)",
    "text_copy_at": "kept copy at the passage (text)",
    "original": "kept copy (as received)",
    # the text of a page, beside the report
    "copy_made": "The text of a cited page, as factcheck read it: not the page itself, and in its authors' words.",
    "copy_address": "Address: {url}",
    "copy_captured": "Captured: {time}",
    "copy_archived": "Archived in: {place}",
    "copy_received": "SHA-256 of what was received: {digest}",
    "copy_text": "SHA-256 of the text that was compared: {digest}",
    "copy_again": "Read again from the archive just now; the report has no copy of what was compared.",
    # files made of the report
    "audit_of": "factcheck, audit of {time}",
    "made_by": "factcheck {version}",
    "audit_by": "factcheck {version}, audit of {time}",
    "notes_and_sources": "Notes and sources",
    "findings": "Findings",
    "linked": "Linked in the text: {citation}",
    "linked_item": "linked in the text: {citation}",
    "twice": "Stated twice and differently",
    "reckoned": "Reckoned: {calculation}",
    "source_passage": "Source ({name}): “{passage}”",
    "captured_from": "captured {where}",
    "quoted": "“{words}”",
    "archive_file": "WARC file",
    "archived": "archived {time}",
    "copy_of": "Archived copy of {day}: {place}",
    "captured_in": "Captured in {place}",
}


def said(name: str, /, **parts: object) -> str:
    """The sentence called `name` with its places filled."""
    return SENTENCES[name].format(**parts)
