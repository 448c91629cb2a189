from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from factcheck.findings import SourceCheck, SourceState, citation_finding, figure_finding, quotation_finding
from factcheck.model import (
    Capture,
    CaptureSource,
    Citation,
    CitationStatus,
    CitedQuantity,
    CitedQuotation,
    FigureCheck,
    Locator,
    Match,
    MatchLevel,
    Passage,
    Quantity,
    QuantityKind,
    Quotation,
    QuotationCheck,
    Reference,
    UncheckedReason,
    VerdictKind,
    WarcLocation,
)

V = VerdictKind
FIGURE = Quantity("12%", 0, 3, Decimal(12), Decimal(12), "percent", QuantityKind.PERCENT)
WORDS = Quotation("one two three four", 0, 18)
CITATION = Citation("c1a", "1", "https://a.example/", "https://a.example/")
OTHER = Citation("c1b", "1", "https://b.example/", "https://b.example/")
READ = SourceState()


def figure(verdict, locator=None, reason=None):
    passage = Passage(0, 3, "", "12%", "", locator)
    match = Match(MatchLevel.EXACT, passage, Decimal(12), Decimal(12), "percent", 1.0)
    return FigureCheck("12%", FIGURE, verdict, "some_rule", "Some words.", match, reason=reason)


def quotation(verdict, reason=None):
    return QuotationCheck("one two three four", WORDS, verdict, "some_rule", "Some words.", None, reason=reason)


def memento():
    return Capture(
        "https://a.example/", "https://a.example/", 200, (), "text/html", None, datetime(2021, 5, 4, tzinfo=UTC),
        CaptureSource.MEMENTO, "0" * 64, 1, WarcLocation("x", 0, "y"),
    )  # fmt: skip


def over(*sources):
    return figure_finding(CitedQuantity(FIGURE, ("1",)), sources)


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (V.SUPPORTED, V.NOT_FOUND, V.SUPPORTED),
        (V.NOT_FOUND, V.SUPPORTED, V.SUPPORTED),
        (V.MISMATCHED, V.NOT_FOUND, V.MISMATCHED),
        (V.UNCHECKED, V.NOT_FOUND, V.UNCHECKED),
        (V.NOT_FOUND, V.NOT_FOUND, V.NOT_FOUND),
    ],
)
def test_one_source_that_has_a_figure_is_enough_and_not_found_needs_all(first, second, verdict):
    found = over(SourceCheck(CITATION, READ, figure(first)), SourceCheck(OTHER, READ, figure(second)))
    assert found.verdict is verdict


def test_a_figure_is_never_not_found_while_one_of_its_sources_was_not_read():
    unread = SourceState(unread=(UncheckedReason.BLOCKED, "the site turned it away."))
    found = over(SourceCheck(CITATION, READ, figure(V.NOT_FOUND)), SourceCheck(OTHER, unread, None))
    assert (found.verdict, found.reason, found.citation) == (V.UNCHECKED, UncheckedReason.BLOCKED, "c1b")


def test_a_figure_of_a_dead_source_is_not_checked():
    found = over(SourceCheck(CITATION, SourceState(dead="no such page."), None))
    assert (found.verdict, found.rule) == (V.UNCHECKED, "source_dead")


def test_uncited_and_noted_without_address_are_told_apart():
    assert figure_finding(CitedQuantity(FIGURE), ()).rule == "uncited"
    assert over().rule == "not_compared"
    assert quotation_finding(CitedQuotation(WORDS), ()).rule == "uncited"


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        (("1",), "It carries the marker 1, but the brief has no such note."),
        (("1", "2"), "It carries the markers 1, 2, but the brief has no such notes."),
        (
            ("1", "3"),
            (
                "It carries the marker 1, but the brief has no such note; "
                "its other footnotes name no source that could be opened."
            ),
        ),
        (("3",), "Its footnote names no source that could be opened."),
    ],
)
def test_a_marker_whose_note_is_missing_is_told_from_a_note_that_names_nothing(labels, words):
    assert figure_finding(CitedQuantity(FIGURE, labels), (), {"1", "2"}).explanation == words
    assert quotation_finding(CitedQuotation(WORDS, labels), (), {"1", "2"}).explanation == words


def test_a_quotation_keeps_its_own_check():
    check = quotation(V.SUPPORTED)
    assert quotation_finding(CitedQuotation(WORDS, ("1",)), [SourceCheck(CITATION, READ, check)]).check is check


@pytest.mark.parametrize(
    ("cited", "found_on", "said"),
    [
        ("p. 7", "p. 9", True),
        ("p. 7", "p. 7", False),
        ("pp. 17-18", "p. 18", False),
        ("pp. 17–18", "p. 19", True),
        ("p. xii", "p. 3", False),
    ],
)
def test_a_figure_found_on_another_page_than_the_one_cited_is_said_so(cited, found_on, said):
    citation = Citation("c1a", "1", "https://a.example/", None, locators=(Locator("page", cited),))
    found = over(SourceCheck(citation, READ, figure(V.SUPPORTED, locator=found_on)))
    assert (f"It stands on {found_on}, while the note cites {cited}." in found.explanation) is said


def test_a_comparison_with_an_archived_copy_says_so():
    found = over(SourceCheck(CITATION, SourceState(dead="gone.", memento=memento()), figure(V.SUPPORTED)))
    assert found.explanation == "Some words. Compared with the archived copy of 04 May 2021."


BLOCKED = SourceState(unread=(UncheckedReason.BLOCKED, "the site turned it away."))


@pytest.mark.parametrize(
    ("state", "checks", "status", "reason"),
    [
        (READ, [figure(V.SUPPORTED)], CitationStatus.VERIFIED, "1 of 1 figure found."),
        (
            READ,
            [figure(V.SUPPORTED), figure(V.MISMATCHED), quotation(V.NOT_FOUND)],
            CitationStatus.MISMATCHED,
            "1 of 2 figures found, 1 contradicted; 1 of 1 quotation not found.",
        ),
        (READ, [figure(V.NOT_FOUND)], CitationStatus.UNSUPPORTED, "1 of 1 figure not found."),
        (
            READ,
            [figure(V.UNCHECKED, reason=UncheckedReason.UNDECIDED)],
            CitationStatus.UNCHECKED,
            "undecided: 1 of 1 figure to be checked by hand.",
        ),
        (READ, [], CitationStatus.REACHABLE, "The page is alive; the sentence has nothing that could be compared."),
        (
            READ,
            [quotation(V.UNCHECKED, UncheckedReason.TRANSLATED)],
            CitationStatus.REACHABLE,
            "1 of 1 quotation to be checked by hand.",
        ),
        (BLOCKED, [], CitationStatus.UNCHECKED, "blocked: the site turned it away."),
        (SourceState(dead="gone (HTTP 404)."), [], CitationStatus.DEAD, "gone (HTTP 404)."),
        (
            SourceState(dead="gone.", memento=memento()),
            [figure(V.SUPPORTED)],
            CitationStatus.DEAD,
            "gone. In the archived copy of 04 May 2021: 1 of 1 figure found.",
        ),
        (
            SourceState(dead="gone.", memento=memento()),
            [],
            CitationStatus.DEAD,
            "gone. In the archived copy of 04 May 2021: nothing to compare.",
        ),
        (
            SourceState(unread=(UncheckedReason.UNSUPPORTED_MEDIA, "a film."), watchable=True),
            [],
            CitationStatus.REACHABLE,
            "The page is alive; the sentence has nothing that could be compared.",
        ),
    ],
)
def test_a_citation_is_rolled_up_with_its_reason_in_words(state, checks, status, reason):
    found = citation_finding(CITATION, state, checks)
    assert (found.status, found.reason) == (status, reason)


@pytest.mark.parametrize(
    ("differs", "checks", "said"),
    [
        (True, [figure(V.NOT_FOUND)], True),
        (True, [], True),
        (True, [figure(V.NOT_FOUND), quotation(V.SUPPORTED)], False),
        (False, [figure(V.NOT_FOUND)], False),
        (None, [], None),
    ],
)
def test_another_work_than_the_note_names_is_said_and_changes_no_status(differs, checks, said):
    citation = replace(CITATION, reference=Reference(title="The lakes of the north and their fish"))
    state = SourceState(title="Opening hours", differs=differs)
    found = citation_finding(citation, state, checks)
    assert found.reference_differs is said
    words = "The page is titled “Opening hours”, the note names “The lakes of the north and their fish”."
    assert (words in found.reason) is (said is True)
    assert found.status is citation_finding(citation, SourceState(), checks).status


FILM = SourceState(unread=(UncheckedReason.UNSUPPORTED_MEDIA, "a film."), watchable=True)


def test_a_film_is_reachable_only_where_nothing_rests_on_it():
    assert citation_finding(CITATION, FILM, ()).status is CitationStatus.REACHABLE
    found = citation_finding(CITATION, FILM, (), checkable=True)
    assert (found.status, found.reason) == (CitationStatus.UNCHECKED, "unsupported_media: a film.")


def test_a_page_that_needs_no_more_proof_is_not_said_to_have_nothing_to_compare():
    found = citation_finding(CITATION, READ, (), checkable=True)
    assert found.status is CitationStatus.REACHABLE
    assert "another source of the sentence has its figures" in found.reason
