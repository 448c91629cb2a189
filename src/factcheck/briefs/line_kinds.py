"""What a line shows itself to be: a bullet or a numbered item, a caption, a heading in capitals or with a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.briefs.layout import ends_sentence, goes_on
from factcheck.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.briefs.lines import Line

BULLET = regex(r"[\ue000-\uf8ff•▪■●◦‣∙⁃]\s*|[*–—-]\s{1,8}(?=[^\W\d_])")
NUMBER = regex(r"\(?(\d{1,2})[.)]\s+(?=\S)")
# Symbol fonts put their bullets into the private use area.
PRIVATE_GLYPH = regex(r"[\ue000-\uf8ff]\s*")
CAPTION = regex(
    r"(?:fig(?:ure)?|table|chart|graph|map|box|photo|рис(?:унок)?|табл(?:ица)?|график|карта|фото|rys(?:unek)?|"
    r"tab(?:ela)?|wykres|mapa|abb(?:ildung)?|tabelle|tableau|graphique|carte|pav(?:eikslas)?|lentelė|малюнак|табліца|"
    r"рисунок|таблиця)\.?\s?\d{1,3}(?:\.\d{1,2})?\s?[.:–—|]",
    re.IGNORECASE,
)
CELL_SEPARATOR = " | "
HEADING_LENGTH = 160
_CAPTION_LENGTH = 200
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LEAST_CAPITALS = 5  # letters: more than most abbreviations have
# "3.2 Results", "IV. Findings"; a bar stands where an extractor saw a wide blank.
_NUMBERED = regex(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.)\s+(?:\|\s+)?[\"“«„]?[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐЎ]")


def is_caption(text: str) -> bool:
    """Whether a line begins the caption of a figure or table."""
    return len(text) <= _CAPTION_LENGTH and CAPTION.match(text) is not None


def is_capitals(text: str) -> bool:
    """A line in capitals only, no sentence's end: a heading."""
    return text.isupper() and not text.endswith((".", ",", ";")) and sum(map(str.isalpha, text)) >= _LEAST_CAPITALS


def is_numbered_heading(text: str) -> bool:
    """Whether a line looks like a heading with its number."""
    if len(text) > HEADING_LENGTH or text.rstrip(_RAISED).endswith((".", ",", ";", "-")):
        return False
    return _NUMBERED.match(text) is not None


def is_sure_bullet(text: str) -> bool:
    """Whether a line begins with a mark that is nothing but a bullet; a dash or asterisk may be a sentence's own."""
    return BULLET.match(text) is not None and text[:1] not in "-–—*"


def _is_figure_below(line: Line) -> bool:
    """Whether a line right below another begins with a figure, which no sentence and no title does."""
    return line.gap == 0 and line.text[0].isdigit() and NUMBER.match(line.text) is None


def numbered_items(lines: Sequence[Line], body: Iterable[int]) -> set[int]:
    """Lines that begin the items of a numbered list: 1, 2, 3 … in order, sentences and not headings."""
    items: set[int] = set()
    chain: list[int] = []
    for n in body:
        match = NUMBER.match(lines[n].text)
        if match is None:
            continue
        goes_over = n + 1 < len(lines) and (goes_on(lines[n + 1].text) or _is_figure_below(lines[n + 1]))
        if is_numbered_heading(lines[n].text) and not goes_over:
            continue
        number = int(match.group(1))
        if number == 1:
            chain = [n]
        elif chain and number == len(chain) + 1 and ends_sentence(lines[n - 1].text):
            chain.append(n)
            items.update(chain[-2:])
    return items
