"""Figures and quotations as the page shows them: the claim on one side, the source on the other, and why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from factcheck.report.links import passage_fragment, passage_href
from factcheck.report.totals import shown_verdict
from factcheck.report.view import FindingView, PassageView, SourceLink
from factcheck.report.view_memory import review_view
from factcheck.report.words import SENTENCES, VERDICT_WORDS, reason_sentence, said, time_words, when_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.report.view import CitationView

    Json = dict[str, Any]

_CONTEXT = 120
"""Characters shown on each side of a passage's mark; the source is one link away."""
_CLAIM_CONTEXT = 80
"""The same for the claim: its paragraph stands above, or beside."""
_CUT = 60
"""Surroundings of a passage at least this long were cut by length, shorter ones by the page's own end."""
_CHANGE = re.compile(r"\[-([^\[\]]{0,500})-\]|\{\+([^{}]{0,500})\+\}")
_LONGEST_SUBJECT = 100
_SHORT_CONTEXT = 45
"""The same for the claim of a finding that was not compared: it is only named again in a list."""


class FindingViews:
    """Makes the finding views of one brief, numbered in its order."""

    def __init__(
        self, brief: Json, prefix: str, notes: Mapping[str, str], citations: Mapping[str, CitationView]
    ) -> None:
        """`prefix` begins every anchor; `notes` has the anchor of each label, `citations` the view of each id."""
        self._prefix, self._notes, self._citations = prefix, notes, citations
        self._data = {citation["id"]: citation for citation in brief["citations"]}
        self._by_note: dict[str, str] = {}
        for citation in brief["citations"]:
            if citation["footnote"] is not None:
                self._by_note.setdefault(citation["footnote"], citation["id"])
        self._language = brief["language"]
        self._count = 0

    def of(self, claim: Json) -> list[tuple[Json, FindingView]]:
        """The claim's figures and quotations by their place, each beside its view."""
        both = [("figure", found) for found in claim["figures"]] + [
            ("quotation", found) for found in claim["quotations"]
        ]
        both.sort(key=lambda item: (item[1]["start"], item[1]["end"]))
        return [(found, self._view(claim, kind, found)) for kind, found in both]

    def _view(self, claim: Json, kind: str, found: Json) -> FindingView:
        self._count += 1
        verdict = shown_verdict(claim, found)
        evidence = found["evidence"]
        citation_id = self._citation_id(claim, found)
        citation = self._citations.get(citation_id or "")
        compared = evidence is not None or verdict in {"supported", "mismatched", "not_found"}
        return FindingView(
            anchor=f"{self._prefix}-f{self._count}",
            verdict=verdict,
            word=VERDICT_WORDS[verdict],
            kind=kind,
            text=found["text"],
            short=_short(found["text"]),
            explanation=_runs(_explanation(found)),
            rule=found["rule"],
            compared=compared,
            claim=_around(claim["text"], found, _CLAIM_CONTEXT if compared else _SHORT_CONTEXT),
            source=self._source(evidence, citation),
            rival=None if verdict == "supported" else self._source(found.get("rival"), citation),
            reading=_reading(found, verdict),
            calculation=None if evidence is None else evidence.get("calculation"),
            citation=citation,
            notes=tuple((label, self._notes.get(label)) for label in found["footnotes"]),
            links=tuple(self._links(citation_id, citation, evidence)),
            captured=self._captured(citation_id, compared=compared),
            section=claim["section"],
            key=found.get("key"),
            evidence_digest=found.get("evidence_digest"),
            review=review_view(found.get("review")),
        )

    def _citation_id(self, claim: Json, found: Json) -> str | None:
        """The source that the verdict is about: the evidence's own, else the first that the figure rests on."""
        evidence = found["evidence"] or found.get("rival")
        if evidence is not None and evidence["citation"] is not None:
            return str(evidence["citation"])
        noted = [self._by_note[label] for label in found["footnotes"] if label in self._by_note]
        return next(iter([*noted, *claim.get("links", ())]), None)

    def _source(self, evidence: Json | None, citation: CitationView | None) -> PassageView | None:
        if evidence is None:
            return None
        return PassageView(
            before=_whole_start(evidence["prefix"] or ""),
            mark=evidence["exact"],
            after=_whole_end(evidence["suffix"] or ""),
            language=None if citation is None else citation.language,
            place=evidence["locator"] or "",
        )

    def _links(
        self, citation_id: str | None, citation: CitationView | None, evidence: Json | None
    ) -> Iterable[SourceLink]:
        if citation_id is None or citation is None:
            return
        data = self._data[citation_id]
        href = citation.href
        if evidence is not None and data["memento"] is None:
            href = passage_href(data["url"], citation.media_type, evidence)
        if href is not None:
            at_passage = evidence is not None and href != citation.href
            yield SourceLink(said("open_passage" if at_passage else "open_page"), href, citation.attributes)
        if citation.memento is not None and data["memento"] is not None:
            url = data["memento"].get("memento_url") or data["memento"]["final_url"]
            at = (
                citation.memento.href
                if evidence is None
                else passage_href(url, data["memento"]["media_type"], evidence)
            )
            yield SourceLink(citation.memento.text, at or citation.memento.href)
        for copy in citation.copies[:1]:
            fragment = "" if evidence is None else passage_fragment(evidence)
            yield SourceLink(copy.text, copy.href + fragment)

    def _captured(self, citation_id: str | None, *, compared: bool) -> str | None:
        data = self._data.get(citation_id or "")
        if data is None or (data["capture"] is None and data["memento"] is None):
            return None
        if data["memento"] is not None:
            at = time_words(data["memento"]["captured_at"])
            return said("gone_compared" if compared else "gone_copy", time=at)
        return said("captured_at", time=time_words(data["capture"]["captured_at"]))


def _explanation(found: Json) -> str:
    """The rule's sentence; of a finding that was not checked, why not."""
    sentence: str | None = found.get("explanation")
    if sentence is None:
        sentence = reason_sentence(found.get("reason")) or said("no_more_known")
    # The verdict's word stands right before it.
    sentence = sentence.removeprefix(SENTENCES["not_checked"])
    return sentence[:1].upper() + sentence[1:]


def _reading(found: Json, verdict: str) -> str | None:
    """What the figure of the brief counts, for each of what, when and which way, where the page has another one."""
    if verdict == "supported" or (found["evidence"] or found.get("rival")) is None:
        return None
    noun, per, time, direction = (found.get(key) for key in ("noun", "per", "time", "direction"))
    parts = (
        noun and said("read_noun", noun=noun),
        per and said("read_per", per=per),
        time and said("read_time", time=when_words(time)),
        direction and said("read_up" if direction == "up" else "read_down"),
    )
    return "; ".join(filter(None, parts)) or None


def _runs(sentence: str) -> tuple[tuple[str, str], ...]:
    """The sentence with the differences that it writes as ``[-old-]`` and ``{+new+}`` told apart."""
    runs: list[tuple[str, str]] = []
    for number, words in enumerate(_CHANGE.split(sentence)):
        if words:
            runs.append(("text", words) if number % 3 == 0 else ("del" if number % 3 == 1 else "ins", words))
    return tuple(runs)


def _whole_start(prefix: str) -> str:
    """What stands right before a passage, without the half word that it was cut at."""
    if len(prefix) > _CONTEXT:
        return "… " + prefix[-_CONTEXT:].partition(" ")[2]
    if len(prefix) < _CUT or prefix[0].isupper() or prefix[0] in "…\n" or " " not in prefix:
        return prefix
    return "… " + prefix.split(None, 1)[-1]


def _whole_end(suffix: str) -> str:
    """What stands right behind a passage, without the half word that it was cut at."""
    if len(suffix) > _CONTEXT:
        return suffix[:_CONTEXT].rpartition(" ")[0] + " …"
    if len(suffix) < _CUT or suffix[-1] in ".!?…\n" or " " not in suffix:
        return suffix
    return suffix.rsplit(None, 1)[0] + " …"


def _short(text: str) -> str:
    """`text` cut at a word where it is long: it stands whole beside its source."""
    return text if len(text) <= _LONGEST_SUBJECT else text[:_LONGEST_SUBJECT].rpartition(" ")[0] + " …"


def _around(text: str, found: Json, width: int) -> PassageView:
    """The figure in its sentence, cut to whole words some `width` characters before and behind it."""
    before, after = text[: found["start"]], text[found["end"] :]
    if len(before) > width:
        before = "… " + before[-width:].partition(" ")[2]
    if len(after) > width:
        after = after[:width].rpartition(" ")[0] + " …"
    return PassageView(before, text[found["start"] : found["end"]], after, None, "")
