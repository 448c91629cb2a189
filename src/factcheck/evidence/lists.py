"""Lists under a line that leads in to them: what that line says holds for every item.

"What the town wants to build:" makes plans of its items, and "Spending, in million euros:" gives them their unit.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.evidence.cell_units import in_unit
from factcheck.model import QuantityKind, Span
from factcheck.quantities import find_quantities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Quantity

_BULLET = re.compile(r"\s*(?:[-•—–*·▪◦]|\d{1,2}[.)])\s")
_ITEMS = 15  # lines above an item that its lead-in is looked for in
_ITEM = 80  # code points of an item without a bullet
_LEAD = 300  # code points of a lead-in
_PLAIN = frozenset({QuantityKind.NUMBER, QuantityKind.COUNT})
# After a comma, in brackets or after "in": "Spending, in million crowns" and "Расходы (млн рублей)", with a colon
_STATED = re.compile(
    r"(?:,\s*(?:in\s+|w\s+|в\s+|у\s+|en\s+)?|\(\s*(?:in\s+|w\s+|в\s+|у\s+|en\s+)?|\s(?:in|w|в|у|ў|en)\s+)([^\W\d][^,()\d]{1,30})\)?\s*:$"
)
_SCALE = 1000


def lead_in(text: str, offset: int) -> str | None:
    """The line that ends with a colon over the items among which `offset` stands; None where it is in no list."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    if not _is_item(text[start : end if end >= 0 else len(text)]):
        return None
    for _ in range(_ITEMS):
        end = start - 1
        if end <= 0:
            return None
        start = text.rfind("\n", max(0, end - _LEAD), end) + 1
        line = text[start:end].rstrip()
        if line.endswith(":") and not _BULLET.match(line):
            return line
        if line and not _is_item(line):
            return None
    return None


def _is_item(line: str) -> bool:
    return _BULLET.match(line) is not None or (len(line) <= _ITEM and not line.rstrip().endswith((".", "!", "?", ":")))


def items_with_unit(text: str, sentences: Sequence[Span], language: str | None) -> Iterator[Span]:
    """The stretches of `text` in which items may stand whose lead-in states a unit or a scale."""
    for sentence in sentences:
        if text[sentence.end - 1] != ":" or text[sentence.end : sentence.end + 1].strip():
            continue
        start = text.rfind("\n", max(0, sentence.end - _LEAD), sentence.end) + 1
        if _unit_in(text[start : sentence.end], language) is not None:
            end = sentence.end
            for _ in range(_ITEMS + 1):
                end = text.find("\n", end + 1)
                if end < 0:
                    break
            yield Span(sentence.end, end if end >= 0 else len(text))


def with_unit_of_list(quantity: Quantity, text: str, language: str | None) -> Quantity:
    """A bare number of an item in the unit or scale that the lead-in of its list states."""
    if quantity.unit is not None or quantity.of is not None or quantity.kind not in _PLAIN:
        return quantity
    lead = lead_in(text, quantity.start)
    one = _unit_in(lead, language) if lead is not None else None
    if one is None or one.low is None or (quantity.low or 0) >= _SCALE <= one.low:
        return quantity
    return in_unit(quantity, replace(one, kind=one.kind if one.unit is not None else quantity.kind))


@lru_cache(maxsize=256)
def _unit_in(lead: str, language: str | None) -> Quantity | None:
    match = _STATED.search(lead)
    if match is None:
        return None
    found = find_quantities(f"1 {match[1].strip()}", language)
    if len(found) != 1 or found[0].start != 0 or found[0].low != found[0].high:
        return None
    return found[0] if found[0].unit is not None or (found[0].low or 0) >= _SCALE else None
