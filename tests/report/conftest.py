"""Audits built by hand: a made-up brief that shows every status, verdict and kind of block, and one of any length."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.model import (
    Apparatus,
    Audit,
    Block,
    BlockKind,
    Brief,
    BriefFinding,
    BriefProblem,
    Capture,
    CaptureFailure,
    CaptureSource,
    Citation,
    CitationFinding,
    CitationStatus,
    CitedQuantity,
    CitedQuotation,
    Claim,
    ClaimFinding,
    FigureCheck,
    FigureFinding,
    Footnote,
    FootnoteKind,
    Hedge,
    Hop,
    Link,
    LinkOrigin,
    Locator,
    LostLink,
    MappedText,
    Marker,
    Match,
    MatchLevel,
    NoteText,
    Passage,
    Quantity,
    QuantityKind,
    Quotation,
    QuotationCheck,
    QuotationFinding,
    Reference,
    Repair,
    UncheckedReason,
    VerdictKind,
    WarcLocation,
)

if TYPE_CHECKING:
    from collections.abc import Callable

SCRIPTS = Path(__file__).parent / "browser"
MODULES = Path(os.environ.get("FACTCHECK_BROWSER_MODULES", SCRIPTS))
CHROMIUM = os.environ.get("FACTCHECK_CHROMIUM", "/usr/bin/chromium")

NOW = datetime(2026, 11, 21, 18, 2, 9, tzinfo=UTC)
_MARKUP = re.compile(r"\{(?P<key>\w+)=(?P<words>[^}]*)\}|\[\^(?P<label>\w+)\]|\|\|")


@dataclass
class Found:
    """What a fixture says about one figure or quotation."""

    verdict: str
    citation: str | None = None
    rule: str = "same_subject_same_value"
    explanation: str = "The page gives the same value for the same subject."
    passage: tuple[str, str, str] | None = None
    low: str | None = None
    high: str | None = None
    unit: str | None = None
    kind: str = "number"
    hedge: str = "exact"
    iso_date: str | None = None
    page_low: str | None = None
    level: str = "exact"
    locator: str | None = None
    reason: str | None = None
    notes: tuple[str, ...] = ()
    calculation: str | None = None
    quotation: bool = False
    speaker: str | None = None
    difference: str | None = None
    links: tuple[str, ...] = ()


@dataclass
class Writer:
    """Takes blocks in a small markup and gives a brief with its claims.

    ``{a=4.2 bcm}`` is the figure or quotation `a` of `found`, ``[^1]`` a marker (printed as glued digits), ``||``
    parts sentences; every sentence with a figure, quotation or marker is a claim.
    """

    found: dict[str, Found]
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    claims: list[ClaimFinding] = field(default_factory=list)
    section: str | None = None

    def block(self, markup: str, kind: str = "paragraph", level: int = 0, page: int | None = None) -> None:
        origin = len(self.text)
        printed = ""
        for sentence in markup.split("||"):
            printed = self._sentence(sentence, printed, origin)
        self.text += printed + "\n\n"
        self.blocks.append(Block(BlockKind(kind), MappedText(printed, (0,), (origin,)), level, page))
        if kind == "heading":
            self.section = printed

    def _sentence(self, markup: str, printed: str, origin: int) -> str:
        start, words, at = len(printed), "", 0
        spots, notes = [], []
        for match in _MARKUP.finditer(markup):
            words += markup[at : match.start()]
            printed += markup[at : match.start()]
            at = match.end()
            if match["label"]:
                mark = Marker(match["label"], len(self.blocks), len(printed), len(printed) + len(match["label"]))
                self.markers.append(mark)
                notes.append((match["label"], len(words)))
                printed += match["label"]
            else:
                spots.append((match["key"], match["words"], len(words)))
                words += match["words"]
                printed += match["words"]
        words += markup[at:]
        printed += markup[at:]
        if spots or notes:
            lead = len(words) - len(words.lstrip())
            self._claim(words.strip(), spots, notes, lead, origin + start + lead, origin + len(printed.rstrip()))
        return printed

    def _claim(self, words, spots, notes, lead, start, end) -> None:
        labels = tuple(dict.fromkeys(label for label, _ in notes))
        figures, quotations = [], []
        for key, text, place in spots:
            found = self.found[key]
            cited = found.notes or (() if found.rule == "uncited" else labels)
            if found.quotation:
                quotations.append(_quotation_finding(found, text, place - lead, cited))
            else:
                figures.append(_figure_finding(found, text, place - lead, cited))
        links = tuple(link for key, _, _ in spots for link in self.found[key].links)
        claim = Claim(
            id=f"k{len(self.claims) + 1}",
            text=words,
            start=start,
            end=end,
            block=len(self.blocks),
            section=self.section,
            footnotes=labels,
            links=links,
            figures=tuple(figure.cited for figure in figures),
            quotations=tuple(quotation.cited for quotation in quotations),
            markers=tuple((label, min(place - lead, len(words))) for label, place in notes),
            language="en",
        )
        self.claims.append(ClaimFinding(claim, tuple(figures), tuple(quotations)))


def _match(found: Found) -> Match | None:
    if found.passage is None:
        return None
    prefix, exact, suffix = found.passage
    low = found.page_low or found.low
    value = None if low is None else Decimal(low)
    passage = Passage(100, 100 + len(exact), prefix, exact, suffix, found.locator)
    return Match(MatchLevel(found.level), passage, value, value, found.unit, 0.9312345, calculation=found.calculation)


def _figure_finding(found: Found, text: str, start: int, notes: tuple[str, ...]) -> FigureFinding:
    low = None if found.low is None else Decimal(found.low)
    high = low if found.high is None else Decimal(found.high)
    kind, hedge = QuantityKind(found.kind), Hedge(found.hedge)
    quantity = Quantity(text, start, start + len(text), low, high, found.unit, kind, hedge, found.iso_date)
    verdict = VerdictKind(found.verdict)
    reason = None if found.reason is None else UncheckedReason(found.reason)
    check = None
    if found.citation is not None:
        match = _match(found)
        mismatched = verdict is VerdictKind.MISMATCHED
        agreeing, rival = (None, match) if mismatched else (match, None)
        check = FigureCheck(text, quantity, verdict, found.rule, found.explanation, agreeing, rival, reason=reason)
    cited = CitedQuantity(quantity, notes)
    return FigureFinding(cited, verdict, found.rule, found.explanation, found.citation, check, reason)


def _quotation_finding(found: Found, text: str, start: int, notes: tuple[str, ...]) -> QuotationFinding:
    quotation = Quotation(text, start, start + len(text), found.speaker)
    verdict = VerdictKind(found.verdict)
    reason = None if found.reason is None else UncheckedReason(found.reason)
    check = None
    if found.citation is not None:
        check = QuotationCheck(
            text,
            quotation,
            verdict,
            found.rule,
            found.explanation,
            _match(found),
            0.9,
            found.difference,
            reason,
        )
    cited = CitedQuotation(quotation, notes)
    return QuotationFinding(cited, verdict, found.rule, found.explanation, found.citation, check, reason)


def make_capture(url: str, *, status: int = 200, media_type: str = "text/html", days: int = 1, **more) -> Capture:
    digest = sha256(url.encode()).hexdigest()
    values = {
        "requested_url": url,
        "final_url": url,
        "http_status": status,
        "headers": (("Content-Type", media_type),),
        "media_type": media_type,
        "charset": "utf-8",
        "captured_at": NOW - timedelta(days=days, minutes=7),
        "source": CaptureSource.NETWORK,
        "payload_sha256": digest,
        "payload_length": 48213,
        "warc": WarcLocation("references/archive/captures-2026-11.warc.gz", 1234, f"<urn:uuid:{digest[:8]}>"),
    }
    return Capture(**{**values, **more})


def _sources() -> list[CitationFinding]:
    """One citation finding per note of the sample, every status among them."""
    ministry = "https://energy.example/reports/annual-2021.pdf"
    desk = "https://news.example/2021/11/14/storage?id=7&lang=en#top"
    gone = "https://institute.example/papers/winter-outlook"
    verified = CitationFinding(
        Citation(
            "c1a",
            "1",
            ministry,
            "https://energy.example/re-\nports/annual-\n2021.pdf",
            (Repair("dropped_layout_hyphen", "link annotation"), Repair("joined_lines", "the path goes on")),
            locators=(Locator("page", "p. 7"),),
            reference=Reference(("Ministry of Energy",), "Annual report 2021", "State Press", "2021", None),
        ),
        CitationStatus.MISMATCHED,
        "1 of 3 figures contradicts the source",
        make_capture(ministry, media_type="application/pdf", days=3),
        page_title="Annual report of the Ministry of Energy 2021",
        page_language="en",
        page_published="2022-02",
    )
    news = CitationFinding(
        Citation(
            "c2a", "2", desk, desk, reference=Reference(("I. Verrault",), "Stores fill up", "News Desk", "2021-11-14")
        ),
        CitationStatus.VERIFIED,
        "2 figures and 1 quotation were found",
        make_capture(
            desk,
            source=CaptureSource.CACHE,
            redirects=(Hop("http://news.example/2021/11/14/storage?id=7", 301, desk),),
        ),
        page_title="Stores fill up before the frost",
        page_language="en",
        page_published="2021-11-14",
    )
    outlook = CitationFinding(
        Citation("c3a", "3", gone, gone),
        CitationStatus.DEAD,
        "The site answers 404; an archive still holds the page of 2 March 2021.",
        make_capture(gone, status=404, days=0),
        memento=make_capture(
            gone,
            captured_at=datetime(2021, 3, 2, 8, 30, tzinfo=UTC),
            source=CaptureSource.MEMENTO,
            memento_url="https://archive.example/web/20210302083000/" + gone,
        ),
        page_title="Зимний прогноз",
        page_language="ru",
    )
    portal = "https://statistics.example/census"
    census = CitationFinding(
        Citation("c4a", "4", portal, portal),
        CitationStatus.UNSUPPORTED,
        "The page was read and does not have 1 of 1 figure.",
        make_capture(portal, source=CaptureSource.ARCHIVE, days=2),
        page_title="Spis ludności",
        page_language="pl",
    )
    walled = "https://paper.example/archive/1998/prices"
    login = CitationFinding(
        Citation("c5a", "5", walled, walled),
        CitationStatus.UNCHECKED,
        "login_required: the site answered with a login page",
        make_capture(walled, status=200, days=0),
        page_title="Sign in",
    )
    slow = "https://slow.example/"
    timeout = CitationFinding(
        Citation("c6a", "6", slow, slow),
        CitationStatus.UNCHECKED,
        "timeout: no whole answer within 60 seconds",
        failure=CaptureFailure(
            slow, UncheckedReason.TIMEOUT, "total_timeout", "no whole answer within 60 seconds", NOW, redirects=()
        ),
    )
    about = "https://energy.example/about"
    reachable = CitationFinding(
        Citation("c7a", "7", about, about),
        CitationStatus.REACHABLE,
        "The page is alive; the claim has no figure and no quotation.",
        make_capture(about),
        page_title="About the ministry",
    )
    cut = CitationFinding(
        Citation("c8a", "8", None, "https://www.assembly.example/documents/20"),
        CitationStatus.UNCHECKED,
        "truncated_url: the end of the address is missing in the brief",
    )
    nowhere = "https://no-such-host.example/a"
    vanished = CitationFinding(
        Citation("c10a", "10", nowhere, nowhere),
        CitationStatus.DEAD,
        "The host name does not exist.",
        failure=CaptureFailure(
            nowhere, UncheckedReason.CONNECTION_ERROR, "no_such_host", "the host name does not exist", NOW, dead=True
        ),
    )
    linked = "https://energy.example/tariffs"
    inline = CitationFinding(
        Citation("l1", None, linked, linked, link=Link(linked, "tariff table", LinkOrigin.INLINE, 6, 0, 12)),
        CitationStatus.VERIFIED,
        "1 figure was found",
        make_capture(linked),
        page_title="Tariffs",
    )
    return [verified, news, outlook, census, login, timeout, reachable, cut, vanished, inline]


def _sample_found() -> dict[str, Found]:
    return {
        "stores": Found(
            "supported",
            "c2a",
            passage=("By mid-November the stores held ", "4.2 billion cubic metres", ", more than in any year."),
            low="4200000000",
            unit="m3",
            calculation="4.2 bcm = 4.2 billion cubic metres",
        ),
        "share": Found(
            "supported",
            "c2a",
            rule="rounded_at_written_digits",
            explanation="The page says 74.6 %, which rounds to 75 %.",
            passage=("That is ", "74.6 %", " of what the caverns can take."),
            low="75",
            page_low="74.6",
            unit="percent",
            kind="percent",
            hedge="about",
            level="rounded",
            calculation="74.6 rounds to 75",
        ),
        "said": Found(
            "supported",
            "c2a",
            rule="exact_after_normalising",
            explanation="The page has these words.",
            passage=("The operator told reporters: “", "we shall not run short this winter", "”, and left."),
            quotation=True,
            speaker="the operator",
        ),
        "imports": Found(
            "mismatched",
            "c1a",
            rule="same_subject_other_value",
            explanation="The page says 4.8 billion cubic metres; the brief says 4.2.",
            passage=(
                "In the year under review imports fell to ",
                "4.8 billion cubic metres",
                ", the lowest since 2009.",
            ),
            low="4200000000",
            page_low="4800000000",
            unit="m3",
            level="rival",
            locator="p. 7",
            notes=("1",),
        ),
        "cost": Found(
            "supported",
            "c1a",
            passage=("The bill came to ", "USD 715 million", " after rebates."),
            low="715000000",
            unit="USD",
            kind="money",
            locator="p. 9",
            notes=("1",),
        ),
        "year": Found(
            "supported",
            "c1a",
            passage=("The law of ", "2021", " allows it."),
            low="2021",
            kind="year",
            iso_date="2021",
            locator="p. 3",
        ),
        "households": Found(
            "not_found",
            "c4a",
            rule="no_figure_of_this_kind",
            explanation="The page has no figure that could be this one.",
            low="1300000",
            kind="count",
        ),
        "forecast": Found(
            "supported",
            "c3a",
            passage=("Потребление вырастет на ", "12,8 процента", " к 2023 году."),
            low="12.8",
            unit="percent",
            kind="percent",
            level="exact",
            hedge="up_to",
        ),
        "prices": Found(
            "unchecked",
            rule="page_not_read",
            explanation="The site answered with a login page.",
            low="60000",
            high="70000",
            kind="range",
            reason="login_required",
        ),
        "months": Found(
            "unchecked",
            rule="page_not_read",
            explanation="No whole answer came within 60 seconds.",
            low="3",
            unit="month",
            kind="duration",
            reason="timeout",
        ),
        "promise": Found(
            "unchecked",
            "c3a",
            rule="translated",
            explanation="The page is in Russian; the words were translated.",
            quotation=True,
            reason="translated",
        ),
        "vow": Found(
            "mismatched",
            "c1a",
            rule="words_differ",
            explanation="The page has “half”, the brief “most”.",
            passage=("The minister wrote that “", "half of the old pipes will be gone by spring", "”."),
            quotation=True,
            locator="p. 12",
            difference="“half” → “most”",
            speaker="the minister",
        ),
        "loss": Found(
            "unchecked", rule="uncited", explanation="No footnote goes with it.", low="0.333333", kind="ratio"
        ),
        "villages": Found("unchecked", rule="uncited", explanation="No footnote goes with it.", low="41", kind="count"),
        "tariff": Found(
            "supported",
            "l1",
            passage=("Households: ", "0.14 EUR", " per kWh"),
            low="0.14",
            unit="EUR",
            kind="money",
            links=("l1",),
        ),
        "undecided": Found(
            "unchecked",
            "c10a",
            rule="evidence_both_ways",
            explanation="The page gives two values; check by hand.",
            low="9",
            unit="percent",
            kind="percent",
            reason="undecided",
        ),
    }


def _sample_writer() -> Writer:
    writer = Writer(_sample_found())
    writer.block("Heat for the winter", "heading", 1)
    writer.block("Stores and imports", "heading", 2)
    writer.block(
        "The country went into the cold season with fuller caverns than its neighbours had feared. ||"
        "In mid-November the stores held {stores=4.2 bcm}, or {share=about 75%} of what they can take.[^2] ||"
        "The operator promised that “{said=we shall not run short this winter}”.[^2] ||"
        "Imports fell to {imports=4.2 bcm} for a bill of {cost=USD 715 mln}[^1] under the law of {year=2021}.[^1]"
    )
    writer.block(
        "Yet the census counts {households=1.3 million} households on gas,[^4] and demand may grow by up to "
        "{forecast=12.8%}.[^3] ||Nobody has added up what leaks: by our own estimate {loss=a third}."
    )
    writer.block("The minister wrote that “{vow=most of the old pipes will be gone by spring}”.[^1]", "quote")
    writer.block("Prices", "heading", 2)
    writer.block(
        "A tonne cost {prices=60-70,000} crowns before the reform,[^5] and the tariff table has {tariff=EUR 0.14} "
        "a kWh. ||"
        "Contracts run for {months=three months}.[^6] ||The ministry runs the auctions.[^7] ||"
        "The assembly voted on it.[^8] ||A later paper speaks of {undecided=9%}.[^10]"
    )
    writer.block("Auctions are held twice a year.", "list_item", 1)
    writer.block("Some {villages=41} villages have no mains at all.", "list_item", 1)
    writer.block("Region | Households | Share", "table_row")
    writer.block("North | 410,000 | 31 %", "table_row")
    writer.block("The forecast spoke of “{promise=a winter like no other before}”.[^3] ||See also the list.[^9][^11]")
    return writer


def sample_finding(path: str = "references/briefs/heat.md") -> BriefFinding:
    writer, sources = _sample_writer(), _sources()
    notes = {
        "1": "Ministry of Energy (2021), Annual report, https://energy.example/re-ports/annual-2021.pdf, p. 7",
        "2": "I. Verrault, “Stores fill up”, News Desk, 14 November 2021",
        "3": "Institute for Winter Studies, https://institute.example/papers/winter-outlook",
        "4": "https://statistics.example/census",
        "5": "https://paper.example/archive/1998/prices",
        "6": "https://slow.example/",
        "7": "https://energy.example/about",
        "8": "https://www.assembly.example/documents/20",
        "9": "The author's own reckoning.",
        "10": "https://no-such-host.example/a",
    }
    kinds = {"8": FootnoteKind.TRUNCATED, "9": FootnoteKind.TEXT, "11": FootnoteKind.MISSING}
    footnotes = tuple(
        Footnote(
            label,
            notes.get(label, ""),
            kinds.get(label, FootnoteKind.CITATION),
            tuple(marker for marker in writer.markers if marker.label == label),
            tuple(found.citation.id for found in sources if found.citation.footnote == label),
        )
        for label in [*notes, "11"]
    )
    lost = (LostLink("the gas directive", 10, 27),)
    markers = tuple(writer.markers)
    brief = Brief(
        path=path,
        sha256=sha256(writer.text.encode()).hexdigest(),
        media_type="text/markdown",
        title="Heat for the winter",
        language="en",
        text=writer.text,
        blocks=tuple(writer.blocks),
        notes=tuple(NoteText(label, MappedText(text)) for label, text in notes.items()),
        markers=markers,
        links=(),
    )
    apparatus = Apparatus(markers, footnotes, tuple(found.citation for found in sources), lost)
    return BriefFinding(brief, apparatus, tuple(sources), tuple(writer.claims))


def make_audit(*findings: BriefFinding, **more) -> Audit:
    return Audit(NOW, findings, **more)


def sample_audit() -> Audit:
    problems = (
        BriefProblem("references/briefs/broken.txt", "references/briefs/broken.txt: not text (NUL at byte 12)"),
    )
    return make_audit(sample_finding(), problems=problems, commit="a1b2c3d")


def long_finding(notes: int = 170) -> BriefFinding:
    """A brief of `notes` notes, two figures to each, of the size that a long real one has."""
    found, sources, footnotes = {}, [], []
    for number in range(1, notes + 1):
        verdict = ("supported", "mismatched", "not_found", "unchecked")[number % 4]
        url = f"https://source-{number % 60}.example/some/longer/path/to-article-{number}.html"
        passage = (
            f"In the {number}th district, as the yearbook has it, the number grew to ",
            f"{number},500",
            " people " * 12,
        )
        reason = "timeout" if verdict == "unchecked" else None
        for key in ("a", "b"):
            found[f"{key}{number}"] = Found(
                verdict,
                f"c{number}a",
                passage=passage,
                low=f"{number}500",
                kind="count",
                reason=reason,
                explanation="A sentence of ordinary length says what the page has and what the brief has.",
            )
        status = {"supported": "verified", "mismatched": "mismatched", "not_found": "unsupported"}.get(
            verdict, "unchecked"
        )
        sources.append(
            CitationFinding(
                Citation(f"c{number}a", str(number), url, url),
                CitationStatus(status),
                "timeout: nothing came" if status == "unchecked" else "as counted",
                make_capture(url, days=number % 9),
                page_title=f"Yearbook of district {number}",
                page_language="en",
            )
        )
    writer = Writer(found)
    for number in range(1, notes + 1):
        if number % 20 == 1:
            writer.block(f"Chapter {number // 20 + 1}", "heading", 2)
        writer.block(
            f"{'Plain words fill the page before anything is counted. ' * 4}||In district {number} there were "
            f"{{a{number}={number},500}} people, of whom {{b{number}={number},500}} were counted twice.[^{number}]"
        )
    for number in range(1, notes + 1):
        marks = tuple(marker for marker in writer.markers if marker.label == str(number))
        text = f"Yearbook of district {number}, https://source-{number % 60}.example/some/longer/path"
        footnotes.append(Footnote(str(number), text, FootnoteKind.CITATION, marks, (f"c{number}a",)))
    brief = Brief(
        "references/briefs/long.txt",
        "0" * 64,
        "text/plain",
        "A long brief",
        "en",
        writer.text,
        tuple(writer.blocks),
        (),
        tuple(writer.markers),
        (),
    )
    apparatus = Apparatus(tuple(writer.markers), tuple(footnotes), tuple(found.citation for found in sources))
    return BriefFinding(brief, apparatus, tuple(sources), tuple(writer.claims))


@pytest.fixture
def audit() -> Audit:
    """One brief that shows everything, and one that could not be read."""
    return sample_audit()


@pytest.fixture
def empty_audit() -> Audit:
    return make_audit()


@pytest.fixture
def long_audit() -> Audit:
    return make_audit(long_finding())


VOID = {"meta", "link", "input", "br", "rect"}


class Outline(HTMLParser):
    """Start tags with their attributes, and whether everything opened is closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs), f"twice the same attribute in <{tag}>"
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not self.open or self.open[-1] not in {"script", "style"}:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def having(self, name: str) -> list[str]:
        return [attributes[name] or "" for _, attributes in self.tags if name in attributes]


@pytest.fixture
def outline() -> type[Outline]:
    """Reads a page: its tags, anchors and words."""
    return Outline


@pytest.fixture
def browser_modules() -> Path:
    """The folder whose node_modules has the packages of browser/package.json."""
    return MODULES


@pytest.fixture
def in_browser() -> Callable[..., object]:
    """Runs a script of browser/ on pages and gives what it printed, read as JSON.

    Needs Node, Debian's Chromium, and the packages of browser/package.json (``npm install`` there, or a folder that has
    them named by FACTCHECK_BROWSER_MODULES).
    """
    needed = (shutil.which("node"), Path(CHROMIUM).exists(), (MODULES / "node_modules" / "playwright-core").exists())
    if not all(needed):
        pytest.skip("needs node, chromium and the packages of tests/report/browser/package.json")

    def run(script: str, *arguments: Path | str) -> object:
        command = ["node", str(SCRIPTS / script), *map(str, arguments)]
        environment = {**os.environ, "FACTCHECK_BROWSER_MODULES": str(MODULES)}
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture
def put(tmp_path) -> Callable[[str, object], Path]:
    """Writes the page of some data, under a name."""
    from factcheck.report import render_html

    def put(name: str, data: object) -> Path:
        path = tmp_path / f"{name}.html"
        path.write_text(render_html(data), "utf-8")
        return path

    return put
