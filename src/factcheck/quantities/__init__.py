"""Figures in running text: value intervals, units, hedges and dates, in eight languages.

Reads in time linear in the text's length, whatever the text.  `docs/languages.md` tells how to add a language.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.model import Span
from factcheck.quantities.lexicon import CODES, lexicon
from factcheck.quantities.scanner import Scanner
from factcheck.quantities.tokens import chunks, cut
from factcheck.quantities.vocabulary import begins_figure
from factcheck.records import record
from factcheck.text import guess_language

if TYPE_CHECKING:
    from factcheck.model import NonFigure, Quantity
    from factcheck.quantities.lexicon import Lexicon

__all__ = ["LANGUAGES", "Scan", "find_quantities", "find_quantities_in", "pieces", "scan"]

LANGUAGES = CODES
"""ISO 639-1 codes of the languages whose words of figures are known."""


@record
class Scan:
    """The figures of a text, and the digits in it that are none, both in the text's order."""

    quantities: tuple[Quantity, ...]
    non_figures: tuple[NonFigure, ...]


def find_quantities(text: str, language: str | None = None) -> tuple[Quantity, ...]:
    """The figures of `text` in its order; offsets count code points of `text`.

    `language` is an ISO 639-1 code; None guesses it.  In a language that is not known, figures in digits are read with
    English words of figures.
    """
    return scan(text, language).quantities


def pieces(text: str) -> list[Span]:
    """`text` in pieces, of about 1,000 characters, that are read each for itself: nothing beyond one is looked at.

    They end with a paragraph or a sentence where one ends in time; together they are the whole of `text`.
    """
    return [Span(start, start + len(piece)) for start, piece in chunks(text)]


def find_quantities_in(text: str, piece: Span, language: str) -> tuple[Quantity, ...]:
    """The figures of one of the `pieces` of `text`, those that `find_quantities` finds there, for who needs not all.

    `language` is the whole text's; offsets count code points of `text`.
    """
    lex = lexicon(_known("", language))
    return tuple(_scanned(lex, piece.start, text[piece.start : piece.end]).quantities())


def scan(text: str, language: str | None = None) -> Scan:
    """The figures of `text` and its digits that are no figures, each with the reason."""
    lex = lexicon(_known(text, language))
    quantities: list[Quantity] = []
    names: list[NonFigure] = []
    for offset, chunk in chunks(text):
        scanner = _scanned(lex, offset, chunk)
        quantities += scanner.quantities()
        names += scanner.names
    return Scan(tuple(quantities), tuple(names))


def _scanned(lex: Lexicon, offset: int, chunk: str) -> Scanner:
    scanner = Scanner(cut(chunk, lex.token, offset, partial(begins_figure, lex)), lex)
    scanner.run()
    return scanner


def _known(text: str, language: str | None) -> str:
    code = (language or guess_language(text) or "").partition("-")[0].lower()
    return code if code in CODES else "en"
