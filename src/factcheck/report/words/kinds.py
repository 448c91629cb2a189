"""What each member of a closed set is called, in plain English."""

from __future__ import annotations

STATUS_WORDS = {
    "verified": "verified",
    "mismatched": "mismatched",
    "dead": "dead",
    "unsupported": "unsupported",
    "reachable": "reachable",
    "unchecked": "not checked",
}
STATUS_MEANINGS = {
    "verified": "every checkable figure and quotation was found on the page",
    "mismatched": "the page says something else",
    "dead": "the page is gone",
    "unsupported": "the page was read and does not have it",
    "reachable": "the page is alive; the sentence has nothing to compare",
    "unchecked": "nothing was compared; the reason is given",
}
VERDICT_WORDS = {
    "supported": "verified",
    "mismatched": "mismatched",
    "not_found": "not found",
    "unchecked": "not checked",
    "uncited": "no source",
}
VERDICT_MEANINGS = {
    "supported": "the source has it",
    "mismatched": "the source says something else",
    "not_found": "the source was read and does not have it",
    "unchecked": "it could not be compared",
    "uncited": "no note and no link goes with it",
}
RELATION_WORDS = {
    "contradicting": "contradicted",
    "tension": "stated differently",
}
REASON_SENTENCES = {
    "no_url": "the note gives no address",
    "truncated_url": "the end of the address is missing in the brief",
    "blocked": "the site turned the request away",
    "login_required": "the site answered with a login page",
    "robots": "the site's robots.txt asks programs to stay away",
    "rate_limited": "the site asked for fewer requests",
    "timeout": "the site did not answer in time",
    "server_error": "the site had an error of its own",
    "tls_error": "the secure connection could not be trusted",
    "connection_error": "no connection could be made",
    "too_large": "the page is larger than the limit",
    "unsupported_media": "the source is not a kind of document that can be read",
    "no_text": "the source has no text to compare",
    "refused_address": "the address is not one that may be requested",
    "offline": "the audit was run without network and the archive does not have the page",
    "not_fetched": "the page was not fetched",
    "translated": "the page is in another language, so the words cannot be compared",
    "undecided": "the evidence points both ways: check by hand",
}
SOURCE_WORDS = {
    "network": "from the site",
    "cache": "from the site earlier, and kept",
    "archive": "from the local archive",
    "memento": "from a web archive",
}
NOTE_WORDS = {
    "citation": "",
    "text": "no source named",
    "missing": "the brief has a marker but no such note",
    "truncated": "the address is cut off in the brief",
}
REPAIR_WORDS = {
    "dropped_layout_hyphen": "a hyphen of the layout was taken out",
    "kept_hyphen": "a hyphen at a line's end was kept",
    "restored_hyphen": "a hyphen that a line's end had lost was put back",
    "joined_line": "lines were joined",
    "removed_space": "a blank was taken out",
    "trimmed_punctuation": "punctuation after the address was taken off",
    "split_glued": "it was parted from the address before it",
    "mended_scheme": "a misprinted “http://” or “https://” was mended",
    "added_scheme": "“http://” or “https://” was put before it",
    "cleaned": "characters that no address has were taken out",
    "unescaped": "escapes of the text format were undone",
    "completed": "the shortened print was completed",
    "ibid": "the source is the one of an earlier note",
    "ambiguous": "it points back to a note with several sources",
    "unwrapped_redirection": "the link led there through a counter of clicks",
    "alternative_url": "another reading of the print was taken",
}
CHANGE_WORDS = {
    "broken": "gone wrong",
    "fixed": "put right",
    "new": "new",
    "changed": "changed",
    "gone": "no longer there",
}
LAPSE_SENTENCES = {
    "expired": "it has expired",
    "evidence_changed": "the evidence is not what it was",
}
SAVING_WORDS = {
    "archived": "saved",
    "submitted": "submitted, not archived yet",
    "failed": "not saved",
    "unsubmitted": "not submitted",
}
WARNING_SENTENCES = {
    "network_down": "No host could be reached: nothing is said here about links being alive or dead.",
    "interrupted": "The run was stopped before it was done: what was not fetched is marked so.",
    "offline": "The audit was run without network: only pages in the archive were compared.",
}
ORDER_OF_CONCERN = ("mismatched", "not_found", "unchecked", "uncited", "supported")


def repair_words(kind: str) -> str:
    """What a repair did to a printed URL; an unknown kind in its own words."""
    return REPAIR_WORDS.get(kind, kind.replace("_", " "))


def reason_sentence(word: str | None) -> str | None:
    """A reason's closed word as a clause ("the site answered with a login page")."""
    return None if word is None else REASON_SENTENCES.get(word, word.replace("_", " "))
