"""What the page shows, as records: counts, order, labels and links are settled here; the template only places them."""

from __future__ import annotations

from dataclasses import dataclass

Runs = tuple[tuple[str, str], ...]
Attributes = tuple[tuple[str, str], ...]
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
"""Languages written in scripts that CLDR gives the order right-to-left."""


@dataclass(frozen=True, slots=True)
class Tally:
    """One count of the summary: a closed word, what it is called, how many; its place on a bar of 1000."""

    key: str
    word: str
    meaning: str
    count: int
    x: int = 0
    width: int = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """The counts that stand first, of a brief or of the whole run."""

    line: tuple[str, ...]
    statuses: tuple[Tally, ...]
    verdicts: tuple[Tally, ...]
    reasons: tuple[str, ...]
    bar_label: str

    def count(self, key: str) -> int:
        """How many citations have the status, or findings the verdict, `key`."""
        return sum(tally.count for tally in (*self.statuses, *self.verdicts) if tally.key == key)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a block's text: plain, a figure or quotation (`finding` is its anchor), a note marker, a claim's start.

    `note` is the anchor of a marker's note, empty where the brief has none; `claim` the anchor of the claim begun here.
    """

    text: str
    finding: str | None = None
    verdict: str | None = None
    label: str | None = None
    quoted: bool = False
    note: str | None = None
    first: bool = True
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the HTTP trail."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A link to a source, with its Robust Links attributes (https://robustlinks.mementoweb.org/spec/)."""

    text: str
    href: str
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class CitationView:
    """A citation with its status in words, where it leads, and how it was fetched."""

    anchor: str
    name: str
    status: str
    word: str
    reason: str | None
    host: str | None
    href: str | None
    shown_url: str | None
    language: str | None
    attributes: Attributes
    details: tuple[str, ...]
    captured_at: str | None
    captured_from: str | None
    trail: tuple[Step, ...]
    archive: str | None
    digest: str | None
    memento: SourceLink | None
    memento_at: str | None
    repairs: tuple[str, ...]
    printed: Runs
    """The address as printed where it was repaired: ``text``, and ``del`` what was only taken out."""
    note: str | None
    locators: tuple[str, ...]
    media_type: str | None
    warnings: tuple[str, ...]
    alternatives: tuple[str, ...]
    saved: SourceLink | None
    copies: tuple[SourceLink, ...] = ()
    """What is kept of it on this machine: its text, and where it is served what was received."""


@dataclass(frozen=True, slots=True)
class NoteView:
    """A footnote as printed, with its citations and the way back to its markers."""

    anchor: str
    label: str
    text: str | None
    remark: str
    citations: tuple[CitationView, ...]
    back: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage of a source: the mark and what stands around it."""

    before: str
    mark: str
    after: str
    language: str | None
    place: str


@dataclass(frozen=True, slots=True)
class ReviewView:
    """What a person decided about a finding; `lapsed` says why it no longer holds."""

    verdict: str
    word: str
    reason: str
    initials: str
    expires: str
    lapsed: str | None


@dataclass(frozen=True, slots=True)
class FindingView:
    """One figure or quotation: what the brief says, what the source says, and why the verdict is what it is.

    `explanation` is in runs: ``text``, ``del`` (only in the source) and ``ins`` (only in the brief).
    """

    anchor: str
    verdict: str
    word: str
    kind: str
    text: str
    explanation: Runs
    rule: str
    compared: bool
    claim: PassageView
    source: PassageView | None
    rival: PassageView | None
    calculation: str | None
    citation: CitationView | None
    notes: tuple[tuple[str, str | None], ...]
    links: tuple[SourceLink, ...]
    captured: str | None
    section: str | None
    reading: str | None = None
    """As what the brief's figure was read, where the verdict may have turned on that."""
    short: str = ""
    """The `text`, cut at a word where it is long."""
    key: str | None = None
    evidence_digest: str | None = None
    review: ReviewView | None = None


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block of the brief's text with the findings in it; `level` of a heading is that of the page's own outline."""

    kind: str
    level: int
    anchor: str | None
    pieces: tuple[Piece, ...]
    findings: tuple[FindingView, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class BlockGroup:
    """Blocks that belong into one list or table; else a single block."""

    kind: str
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True)
class TextPart:
    """A heading with what stands under it; `lines` is about how tall it is, so that it need not be laid out unseen."""

    lines: int
    groups: tuple[BlockGroup, ...]


@dataclass(frozen=True, slots=True)
class Extents:
    """About how many lines of text each list behind the brief takes."""

    notes: int
    hosts: int
    uncited: int
    repaired: int


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A heading of the brief with the number of findings under it that need a person."""

    anchor: str
    text: str
    depth: int
    concerns: int


@dataclass(frozen=True, slots=True)
class HostView:
    """All citations of one host, by status."""

    host: str
    citations: int
    counts: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class BriefView:
    """One brief of the report; `name` is what reviews call it."""

    anchor: str
    title: str
    label: str
    path: str
    name: str
    language: str | None
    digest: str
    totals: Totals
    parts: tuple[TextPart, ...]
    contents: tuple[ContentsEntry, ...]
    concerns: tuple[FindingView, ...]
    dead: tuple[CitationView, ...]
    compared: int
    uncited: tuple[FindingView, ...]
    notes: tuple[NoteView, ...]
    linked: tuple[CitationView, ...]
    hosts: tuple[HostView, ...]
    repaired: tuple[CitationView, ...]
    lost_links: tuple[str, ...]
    extents: Extents
    usual_evidence: str | None = None
    """The evidence digest that most of its findings have, those without evidence among them."""

    @property
    def right_to_left(self) -> bool:
        """Whether the brief's language is written from right to left."""
        return self.language is not None and self.language.partition("-")[0].lower() in RIGHT_TO_LEFT

    @property
    def citations(self) -> tuple[CitationView, ...]:
        """Its sources: those of its notes, then those linked in its text."""
        return (*(view for note in self.notes for view in note.citations), *self.linked)

    @property
    def groups(self) -> tuple[BlockGroup, ...]:
        """The brief's whole text in order."""
        return tuple(group for part in self.parts for group in part.groups)
