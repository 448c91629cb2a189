"""Every record and closed set of the pipeline: brief → citations, claims → captures → pages → evidence → verdicts.

Records are frozen and hold values only; this module imports nothing of the package.  Unless a field says otherwise,
offsets are 0-based, half-open and count code points, times are timezone-aware UTC, and ``None`` means "not known".
"""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.records import record

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

# --- text ------------------------------------------------------------------------------------------------------------


@record
class Span:
    """A stretch of a text: ``text[start:end]``."""

    start: int
    end: int


@record
class MappedText:
    """A cleaned text that still knows where each character came from.

    Piece ``i`` is ``text[starts[i]:starts[i + 1]]`` and was copied from the original at ``origins[i]`` onward; a
    character that was put in (a blank for a line break) points at the place where it was put in.
    """

    text: str
    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)

    def origin(self, index: int) -> int:
        """The original offset of character `index`; of the text's end, where its last character ended."""
        if index >= len(self.text) and index > 0:
            return self.origin(len(self.text) - 1) + 1
        piece = bisect_right(self.starts, index) - 1
        return self.origins[piece] + index - self.starts[piece]

    def span(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stood in the original."""
        return Span(self.origin(start), self.origin(end - 1) + 1 if end > start else self.origin(start))


class BlockKind(StrEnum):
    """What a block of a document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    QUOTE = "quote"
    CAPTION = "caption"
    CODE = "code"


@record
class Block:
    """A paragraph, heading, list item or table row, in reading order.

    `text` is one line (breaks joined); printed note markers are still in it and named by `Marker`.  `level` is the
    depth of a heading (1 is the highest) or list item; `page` counts from 1.
    """

    kind: BlockKind
    text: MappedText
    level: int = 0
    page: int | None = None


@record
class Marker:
    """A printed note marker: `blocks[block].text.text[start:end]` is the marker as printed (``39``, ``[^a]``)."""

    label: str
    block: int
    start: int
    end: int


@record
class NoteText:
    r"""The text of one footnote or endnote as printed.

    `text` keeps the printed line ends as ``\n``, since a URL may be broken there.  `links` are targets that the format
    itself gives (Markdown links, HTML anchors, PDF annotations inside the note), in order.  `joints` say for each line
    end what stands there once the lines are joined: a blank, nothing, or ``-`` where the hyphen before it goes.
    """

    label: str
    text: MappedText
    page: int | None = None
    links: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()


class LinkOrigin(StrEnum):
    """How a link stands in a document."""

    INLINE = "inline"  # [words](target), <a href>
    AUTOLINK = "autolink"  # the URL itself is printed and linked
    LISTED = "listed"  # a link annotation, listed apart from the text (page ends of extracted PDFs)
    LOST = "lost"  # the words of a link whose target is gone


@record
class Link:
    """A link of the body: `text` is what is printed, at ``blocks[block]`` [start, end); a listed link has no block."""

    url: str | None
    text: str
    origin: LinkOrigin
    block: int | None = None
    start: int = 0
    end: int = 0
    page: int | None = None


@record
class Document:
    """Bytes read by media type; nothing repaired yet.

    `text` is the decoded source of a text format, else the extracted text; every MappedText points into it.  A plain
    text has no blocks: its lines are laid out by `briefs`.  `page_starts` are offsets into `text`; `small_type` are
    ascending stretches of it that are set smaller than the body, none where the format does not tell; `asides` are
    lines whose raised labels belong to a table, a figure or a list of authors, and mark no note of the text; `remarks`
    say in one line each what belongs to the document and was not read.
    """

    media_type: str
    text: str
    title: str | None = None
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    notes: tuple[NoteText, ...] = ()
    markers: tuple[Marker, ...] = ()
    links: tuple[Link, ...] = ()
    page_starts: tuple[int, ...] = ()
    encoding: str | None = None
    small_type: tuple[Span, ...] = ()
    asides: tuple[Span, ...] = ()
    remarks: tuple[str, ...] = ()


@record
class Brief:
    """A brief in reading order: body blocks without notes, running heads and page numbers.

    `markers` are those the format itself marks (``[^1]``, ``<sup>``); glued digits of extracted text are found by
    `citations`.  `sha256` is of the file's bytes; `text` is the decoded file, which all offsets point into, those of
    `page_starts` and `asides` (lines whose raised labels mark no note of the text) too; `remarks` are those of the
    `Document`.
    """

    path: str
    sha256: str
    media_type: str
    title: str | None
    language: str | None
    text: str
    blocks: tuple[Block, ...]
    notes: tuple[NoteText, ...]
    markers: tuple[Marker, ...]
    links: tuple[Link, ...]
    page_starts: tuple[int, ...] = ()
    asides: tuple[Span, ...] = ()
    remarks: tuple[str, ...] = ()


# --- citations -------------------------------------------------------------------------------------------------------


class FootnoteKind(StrEnum):
    """What a footnote holds (report format 1)."""

    CITATION = "citation"
    TEXT = "text"
    MISSING = "missing"
    TRUNCATED = "truncated"


@record
class Repair:
    """One change made to a printed URL, and what speaks for it."""

    kind: str
    evidence: str


@record
class Locator:
    """A place inside a source: kind ``page``, ``table``, ``section``, ``time`` …, label as printed (``p. 7``)."""

    kind: str
    label: str


@record
class Reference:
    """What a note says of the work it cites; dates as ISO 8601 at the precision written."""

    authors: tuple[str, ...] = ()
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    accessed: str | None = None


@record
class Citation:
    """One source that a brief points to: by a footnote, or by a link in the body (`footnote` is None).

    `url` is ready to be requested; None where the printed one is cut off or absent.  `raw_url` is as printed, line
    breaks included.
    """

    id: str
    footnote: str | None
    url: str | None
    raw_url: str | None
    repairs: tuple[Repair, ...] = ()
    alternative_urls: tuple[str, ...] = ()
    locators: tuple[Locator, ...] = ()
    reference: Reference = Reference()
    link: Link | None = None


@record
class Footnote:
    """A footnote with the markers that point to it and the citations in it (ids)."""

    label: str
    text: str
    kind: FootnoteKind
    markers: tuple[Marker, ...] = ()
    citations: tuple[str, ...] = ()


@record
class LostLink:
    """Words that were a link once, and where they stand in the brief's file."""

    text: str
    start: int
    end: int


@record
class Apparatus:
    """All that a brief cites: every marker found, the footnotes in order, the citations, the links that were lost."""

    markers: tuple[Marker, ...]
    footnotes: tuple[Footnote, ...]
    citations: tuple[Citation, ...]
    lost_links: tuple[LostLink, ...] = ()


# --- quantities, quotations, claims ----------------------------------------------------------------------------------


class QuantityKind(StrEnum):
    """What a figure counts (report format 1)."""

    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage_points"
    MONEY = "money"
    COUNT = "count"
    DURATION = "duration"
    DATE = "date"
    YEAR = "year"
    RANGE = "range"
    RATIO = "ratio"
    ORDINAL = "ordinal"
    AGE = "age"
    NUMBER = "number"


class Hedge(StrEnum):
    """How a figure is qualified; the hedge does not move its bounds."""

    EXACT = "exact"
    ABOUT = "about"
    ALMOST = "almost"
    OVER = "over"
    UNDER = "under"
    UP_TO = "up_to"
    AT_LEAST = "at_least"


@record
class Quantity:
    """A figure: ``text`` is the text's [start, end), hedge words left out of it or not as the format asks.

    `low` and `high` are in full units ("USD 715 mln" is 715000000); both None for a date.  `unit` is ``percent``,
    ``percentage_points``, an ISO 4217 code, a unit name (``year``, ``km``, ``m3``) or None.  `iso_date` has the
    precision written (``2019-12``, ``--09-06``).  `step` is the worth of the last digit written, in full units: 74.6 %
    has 0.1, "715 mln" 1000000.  `alternatives` are other readings of an ambiguous separator ("1.234").

    What is counted is told twice.  `of` is the words right after a bare number, at most three, as written; None where a
    unit follows.  `noun` is the one word of them that says what is counted, in small letters and inflected as written
    ("45 new employees": ``employees``), given after a unit too ("60% of its imports": ``imports``); a figure that
    shares its noun with a later one ("1200 and 250 specialists", "28 out of 31 programmes") has it as well.  It is None
    where a noun could not be told from a verb or a name, so that a missing noun says nothing.  Two nouns are to be
    compared by their stems.

    `per` is what the figure is for each of: a unit's name (``year``), ``capita``, or the word or the digits after *per*
    (``100000``).  `time` is the date or year of the same sentence that the figure is dated by (``2019``,
    ``2021-09-17``; a span as ``2014/2016``): one that follows within a few words before one that stands in front; None
    where the sentence has no date.  It reads the order of words, not grammar: good to compare two figures by, no proof.
    `direction` is ``up`` or ``down`` where a word of rise or fall stands beside the figure.
    """

    text: str
    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    kind: QuantityKind
    hedge: Hedge = Hedge.EXACT
    iso_date: str | None = None
    of: str | None = None
    step: Decimal | None = None
    alternatives: tuple[tuple[Decimal, Decimal], ...] = ()
    part_of: Decimal | None = None
    direction: str | None = None
    noun: str | None = None
    per: str | None = None
    time: str | None = None


DESIGNATION = "designation"
"""The unit of a number that is part of a name ("Bellator 206"), where one is set against a page's all the same."""


@record
class NonFigure:
    """Digits that are no figure (a designation, a note number, a phone number), with the reason."""

    text: str
    start: int
    end: int
    reason: str


@record
class Quotation:
    """Words in quotation marks, marks left out: the claim's text [start, end)."""

    text: str
    start: int
    end: int
    speaker: str | None = None


@record
class CitedQuantity:
    """A figure of a claim with the labels of the footnotes that it rests on; none where it is uncited."""

    quantity: Quantity
    footnotes: tuple[str, ...] = ()


@record
class CitedQuotation:
    """A quotation of a claim with the labels of the footnotes that it rests on."""

    quotation: Quotation
    footnotes: tuple[str, ...] = ()


@record
class Claim:
    """A sentence with a figure, a quotation or a marker.

    `text` is the sentence without its markers, broken words joined; `start` and `end` are in the brief's file.
    `footnotes` are the labels of all its markers, `links` the ids of citations linked in its words.  `context` is the
    sentence before it, `section` the heading above it.  `markers` gives, per marker, its label and its place in `text`.
    """

    id: str
    text: str
    start: int
    end: int
    block: int
    section: str | None = None
    footnotes: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    figures: tuple[CitedQuantity, ...] = ()
    quotations: tuple[CitedQuotation, ...] = ()
    markers: tuple[tuple[str, int], ...] = ()
    language: str | None = None
    context: str | None = None


# --- captures --------------------------------------------------------------------------------------------------------


class CaptureSource(StrEnum):
    """Where a capture's bytes came from in this run."""

    NETWORK = "network"
    CACHE = "cache"
    ARCHIVE = "archive"
    MEMENTO = "memento"


class UncheckedReason(StrEnum):
    """Why something was not compared (report format 1)."""

    NO_URL = "no_url"
    TRUNCATED_URL = "truncated_url"
    BLOCKED = "blocked"
    LOGIN_REQUIRED = "login_required"
    ROBOTS = "robots"
    RATE_LIMITED = "rate_limited"
    TIMEOUT = "timeout"
    SERVER_ERROR = "server_error"
    TLS_ERROR = "tls_error"
    CONNECTION_ERROR = "connection_error"
    TOO_LARGE = "too_large"
    UNSUPPORTED_MEDIA = "unsupported_media"
    NO_TEXT = "no_text"
    REFUSED_ADDRESS = "refused_address"
    OFFLINE = "offline"
    NOT_FETCHED = "not_fetched"
    TRANSLATED = "translated"
    UNDECIDED = "undecided"


@record
class Hop:
    """One answer on the way to a page."""

    url: str
    http_status: int
    location: str | None = None
    address: str | None = None


@record
class WarcLocation:
    """Where a response record lies: the file's path as given in the settings, and the record's first byte."""

    file: str
    offset: int
    record_id: str


@record
class Capture:
    """A whole HTTP answer, of whatever status, that is stored in the archive.

    `headers` are the answer's own (names as sent); `redirects` the hops before it.  `captured_at` is when the bytes
    were received (for a memento: its Memento-Datetime).  `memento_url` is the archive's address of a memento.
    """

    requested_url: str
    final_url: str
    http_status: int
    headers: tuple[tuple[str, str], ...]
    media_type: str | None
    charset: str | None
    captured_at: datetime
    source: CaptureSource
    payload_sha256: str
    payload_length: int
    warc: WarcLocation
    redirects: tuple[Hop, ...] = ()
    address: str | None = None
    memento_url: str | None = None
    remarks: tuple[str, ...] = ()
    """What a reader should know of how it was had, a sentence each (answered only to a browser's User-Agent)."""
    stand_in: str | None = None
    """A sentence that says why this answer is no page, where that was seen by comparing it with others of its host."""


@record
class CaptureFailure:
    """No whole answer could be had.

    `dead` is set only where that itself proves the page gone: the host name does not exist while others are reached, or
    the host was away three times, days apart.
    `signal` is a short stable name (``no_such_host``, ``tls_expired``, ``redirect_loop``); `detail` says what was seen.
    `failed_on` are the times at which this and earlier runs saw the host away, at least three days apart.
    """

    requested_url: str
    reason: UncheckedReason
    signal: str
    detail: str
    at: datetime
    dead: bool = False
    redirects: tuple[Hop, ...] = ()
    http_status: int | None = None
    failed_on: tuple[datetime, ...] = ()


# --- pages -----------------------------------------------------------------------------------------------------------


@record
class Position:
    """From this offset of a page's text on, the place is called `label` (``p. 7``, ``Sheet 2``)."""

    start: int
    label: str


@record
class Page:
    """A cited page as text: blocks one to a line, table cells of a row on one line, nothing left out.

    `published` is the page's own stated date (ISO 8601, precision as stated).  `positions` ascend.  `decoding` names
    the rule by which the character set was decided.
    """

    text: str
    media_type: str
    title: str | None = None
    language: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    site: str | None = None
    positions: tuple[Position, ...] = ()
    decoding: str | None = None
    warnings: tuple[str, ...] = ()


@record
class PageProblem:
    """An answer that is not the page which was cited: gone (`dead`), or not readable for a named reason."""

    dead: bool
    reason: UncheckedReason | None
    signal: str
    detail: str


# --- evidence and verdicts -------------------------------------------------------------------------------------------


class MatchLevel(StrEnum):
    """In what way a figure of the page agrees with the claim's, the strongest first; `RIVAL` does not agree."""

    EXACT = "exact"
    UNIT_MISSING = "unit_missing"
    ROUNDED = "rounded"
    HEDGED = "hedged"
    FRACTION = "fraction"
    CONVERTED = "converted"
    IN_RANGE = "in_range"
    PAGE_DATE = "page_date"
    DERIVED = "derived"
    RIVAL = "rival"


@record
class Passage:
    """A place on a page: ``exact`` is the page text's [start, end), with some text around it and its locator."""

    start: int
    end: int
    prefix: str
    exact: str
    suffix: str
    locator: str | None = None


@record
class Match:
    """A figure or passage of the page set against one of the claim; `score` is its alignment, 0 to 1."""

    level: MatchLevel
    passage: Passage
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    score: float
    iso_date: str | None = None
    calculation: str | None = None


@record
class Term:
    """One summand of a decision: `value` × `weight`."""

    name: str
    value: float
    weight: float


@record
class FigureEvidence:
    """What one page has on one figure: the best agreeing figure, the best rival of its kind, and the weighing.

    `support` and `contradiction` are the two decisions' probabilities as fitted on the development pairs;
    `direction_conflict` is set where the agreeing figure rises on the page and falls in the claim, or the reverse.
    """

    quantity: Quantity
    compatible: Match | None
    rival: Match | None
    support: float
    contradiction: float
    terms: tuple[Term, ...] = ()
    direction_conflict: bool = False


@record
class QuotationEvidence:
    """What one page has on one quotation; `similarity` is 0 to 1 over the quotation's words.

    `translated` is set where page and quotation are in different languages; `altered` where a word that carries meaning
    is another than on the page, `difference` then shows which.  `objection` says of words that stand there exactly how
    the page has them and the claim has not ("as somebody else's", "only in a reader's comment").
    """

    quotation: Quotation
    best: Passage | None
    similarity: float
    exact: bool
    gaps: int = 0
    translated: bool = False
    difference: str | None = None
    altered: bool = False
    objection: str | None = None


class VerdictKind(StrEnum):
    """What was found for a figure or a quotation (report format 1)."""

    SUPPORTED = "supported"
    MISMATCHED = "mismatched"
    NOT_FOUND = "not_found"
    UNCHECKED = "unchecked"


@record
class Verdict:
    """A verdict by a named rule, with one plain sentence; `reason` is set exactly where the verdict is unchecked."""

    verdict: VerdictKind
    rule: str
    explanation: str
    reason: UncheckedReason | None = None


@record
class FigureCheck:
    """One figure against one page: the verdict, the agreeing match or the contradicting rival, and the weighing."""

    text: str
    quantity: Quantity
    verdict: VerdictKind
    rule: str
    explanation: str
    evidence: Match | None
    rival: Match | None = None
    terms: tuple[Term, ...] = ()
    reason: UncheckedReason | None = None
    support: float = 0.0


@record
class QuotationCheck:
    """One quotation against one page."""

    text: str
    quotation: Quotation
    verdict: VerdictKind
    rule: str
    explanation: str
    evidence: Match | None
    similarity: float = 0.0
    difference: str | None = None
    reason: UncheckedReason | None = None


@record
class ClaimCheck:
    """One claim against one page: `verdict` is the roll-up of its figures and quotations."""

    verdict: VerdictKind
    figures: tuple[FigureCheck, ...] = ()
    quotations: tuple[QuotationCheck, ...] = ()


# --- findings: what a report is made of ------------------------------------------------------------------------------


class CitationStatus(StrEnum):
    """What became of a citation (report format 1)."""

    VERIFIED = "verified"
    MISMATCHED = "mismatched"
    UNSUPPORTED = "unsupported"
    DEAD = "dead"
    REACHABLE = "reachable"
    UNCHECKED = "unchecked"


class SavingState(StrEnum):
    """What came of handing a page to a web archive."""

    ARCHIVED = "archived"
    SUBMITTED = "submitted"  # taken, but not said to be archived before the run ended
    FAILED = "failed"
    NOT_SUBMITTED = "not_submitted"


@record
class Saving:
    """A page handed to a web archive: the outcome, one line of the archive's, when (UTC), and the copy's address."""

    state: SavingState
    detail: str
    at: datetime
    memento_url: str | None = None


@record
class CitationFinding:
    """A citation with what was captured for it and the status rolled up from its figures and quotations.

    `reason` is a sentence; of an unchecked citation it begins with its `UncheckedReason`.  `memento` is set where a
    dead page was found in an archive.  `reference_differs` is set where the page is clearly another work than the note
    names, None where that could not be told.
    """

    citation: Citation
    status: CitationStatus
    reason: str
    capture: Capture | None = None
    failure: CaptureFailure | None = None
    memento: Capture | None = None
    page_title: str | None = None
    page_language: str | None = None
    page_published: str | None = None
    reference_differs: bool | None = None
    saving: Saving | None = None
    warnings: tuple[str, ...] = ()
    """What does not change the status and is worth a look: a ``#place`` that the page lacks, a price of reading."""


@record
class FigureFinding:
    """A figure of a claim: the verdict over all sources it rests on, and the check it was taken from."""

    cited: CitedQuantity
    verdict: VerdictKind
    rule: str
    explanation: str
    citation: str | None = None
    check: FigureCheck | None = None
    reason: UncheckedReason | None = None


@record
class QuotationFinding:
    """A quotation of a claim: the verdict over all sources it rests on, and the check it was taken from."""

    cited: CitedQuotation
    verdict: VerdictKind
    rule: str
    explanation: str
    citation: str | None = None
    check: QuotationCheck | None = None
    reason: UncheckedReason | None = None


@record
class ClaimFinding:
    """A claim with a finding for each figure and quotation, in the claim's order."""

    claim: Claim
    figures: tuple[FigureFinding, ...] = ()
    quotations: tuple[QuotationFinding, ...] = ()


@record
class BriefFinding:
    """All findings of one brief, in its own order."""

    brief: Brief
    apparatus: Apparatus
    citations: tuple[CitationFinding, ...]
    claims: tuple[ClaimFinding, ...]


class FactRelation(StrEnum):
    """How two statements of the same fact stand to each other."""

    AGREEING = "agreeing"
    TENSION = "tension"  # both may be right: rounded, hedged or dated differently
    CONTRADICTING = "contradicting"


@record
class FactSide:
    """One statement of a fact: a figure of a claim; `brief` counts the run's briefs from 0, `path` is its file's."""

    brief: int
    path: str
    claim: Claim
    quantity: Quantity


@record
class FactPair:
    """The same fact stated twice, within one brief or in two; `left` stands first in the run's order.

    `explanation` is one plain sentence: what both speak of, and what each says.
    """

    relation: FactRelation
    explanation: str
    left: FactSide
    right: FactSide


@record
class BriefProblem:
    """A brief that could not be read, with the one line that says why."""

    path: str
    message: str


@record
class Audit:
    """One run: every brief's findings, the briefs that could not be read, and how the network was.

    `consistency` holds the facts that the run's briefs state twice, in the order of the first statement.
    `network_down` is set where requests were made and no host at all could be reached; `interrupted` where the user
    stopped the run and the rest was not fetched.
    """

    generated_at: datetime
    briefs: tuple[BriefFinding, ...]
    problems: tuple[BriefProblem, ...] = ()
    offline: bool = False
    network_down: bool = False
    interrupted: bool = False
    commit: str | None = None
    consistency: tuple[FactPair, ...] = ()
