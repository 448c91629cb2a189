"""Markers that are no numbers: an asterisk or a dagger behind a word, a raised letter, a letter in brackets."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.model import BlockKind, Marker
from factcheck.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.citations.note_groups import NoteGroups
    from factcheck.model import Brief

_RAISED = str.maketrans("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
_RAISED_LETTERS = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
_SIGNS = re.escape("*∗†‡§¶‖#")
_MOST_LABELS = 60  # each is looked for in the whole text
_AFTER = r"(?=[\s.,;:!?)\]\"'”’»–—]|$)"


def sign_markers(brief: Brief, groups: NoteGroups, labels: Sequence[str]) -> Iterator[Marker]:
    """The markers of the notes with these `labels`, every place where one stands.

    Only labels of notes are looked for, so that an asterisk which belongs to no note stays the author's.
    """
    wanted = [(label, _pattern(label)) for label in islice(dict.fromkeys(labels), _MOST_LABELS)]
    for number, block in enumerate(brief.blocks):
        if block.kind is BlockKind.CODE:
            continue
        for label, pattern in wanted:
            for match in pattern.finditer(block.text.text):
                meant = groups.meant(label, block.text.origin(match.start()))
                if meant:
                    yield Marker(meant[0][1], number, match.start(), match.end())


def _pattern(label: str) -> re.Pattern[str]:
    if label.isalpha():
        raised = label.translate(_RAISED)
        return regex(
            rf"(?<=[^\s{_RAISED_LETTERS}]){raised}(?![{_RAISED_LETTERS}])|\[{re.escape(label)}\]"
            if raised.isalpha() and raised != label
            else rf"\[{re.escape(label)}\]"
        )
    return regex(rf"(?<=[^\s{_SIGNS}]){re.escape(label)}{_AFTER}")
