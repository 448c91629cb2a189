"""Raised characters of a PDF's lines: note labels and markers, told by their size and their baseline."""

from __future__ import annotations

import re

Box = tuple[float, float, float, float]

_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# Unicode's raised letters (modifier letters); a note's label is small as a rule.
_LETTERS = str.maketrans("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
_LOWERED = {raised: plain for plain, raised in _LETTERS.items()}
RAISED_LETTERS = re.compile("[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ]+")
_LABEL = re.compile(r"\d{1,3}|[a-z]{1,4}")
_LETTER_AT_END = re.compile(r"[a-z](?=[.,;:!?)\]”’»\"']{0,3}$)")
_HEIGHT = 0.9  # of the character beside it: what is raised is set smaller
_BY = 0.1


def is_raised(reference: Box, own: Box) -> bool:
    """Whether a character stands smaller and higher than the one beside it."""
    height = reference[3] - reference[1]
    return own[3] - own[1] <= _HEIGHT * height and own[1] >= reference[1] + _BY * height


def raise_text(text: str) -> str:
    """`text` in raised characters, as far as Unicode has them."""
    return text.translate(_DIGITS).translate(_LETTERS)


def lower_letters(text: str) -> str:
    """`text` with raised letters as plain ones; raised digits stay."""
    return text.translate(_LOWERED)


def plain_label(text: str) -> str:
    """`text` with raised letters and digits as plain ones."""
    return lower_letters(text).translate(_PLAIN_DIGITS)


def is_label(text: str) -> bool:
    """Whether a word that is raised as a whole may be a note's label."""
    return _LABEL.fullmatch(text) is not None


def letter_at_end(printed: str) -> int | None:
    """Where the last letter of a word is, stops and closing marks behind it or not, if it may be a label's."""
    found = _LETTER_AT_END.search(printed[-4:])
    return None if found is None else max(0, len(printed) - 4) + found.start()


def label_length(text: str) -> int:
    """How many characters at the beginning of a line are a note's label: digits, or few small letters."""
    found = _LABEL.match(text)
    return found.end() if found else 0
