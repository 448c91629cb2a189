"""A number with what it measures: currency before or after, unit, hedge, direction, counted noun."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantities import kinds
from factcheck.quantities.tokens import NUMBER, OPENERS, SIGN, WORD, Tokens

if TYPE_CHECKING:
    from factcheck.quantities.drafts import Draft
    from factcheck.quantities.lexicon import Lexicon

TIME_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
# Units that are so many of another: (that unit, how many).
FOLDED: dict[str, tuple[str, int | Decimal]] = {
    "decade": ("year", 10),
    "century": ("year", 100),
    "fortnight": ("week", 2),
    "half_year": ("month", 6),
    "MEUR": ("EUR", 10**6),
    "KEUR": ("EUR", 10**3),
    "BEUR": ("EUR", 10**9),
    "MUSD": ("USD", 10**6),
    "KUSD": ("USD", 10**3),
    "BUSD": ("USD", 10**9),
    "MGBP": ("GBP", 10**6),
    "BGBP": ("GBP", 10**9),
    "Mt": ("t", 10**6),
    "kt": ("t", 10**3),
    "mcm": ("m3", 10**6),
    "bcm": ("m3", 10**9),
    "tcm": ("m3", 10**12),
    **{f"{code}_CENT": (code, Decimal("0.01")) for code in ("USD", "EUR", "RUB", "UAH", "BYN", "PLN")},
    "US_CENT": ("USD", Decimal("0.01")),
    "permille": ("percent", Decimal("0.1")),
}
_SIGNS = {"$": "USD"}
_COUNTRIES = frozenset({"us", "u"})
_KINDS = {
    "percent": kinds.PERCENT,
    "percentage_points": kinds.PERCENTAGE_POINTS,
    "times": kinds.RATIO,
    "share": kinds.RATIO,
}
_APOSTROPHES = frozenset("'’")
_THOUSAND = Decimal(1000)
_HYPHENS = frozenset("-‑")
_NOUN_WORDS = 3
_REMEMBERED = 20_000
_LONG = 40
_BRACKETS = frozenset("([")
_YOUNGEST, _OLDEST = 10, 110


def measure(t: Tokens, lex: Lexicon, draft: Draft) -> None:
    """Adds the unit or currency that stands beside the number."""
    _money_before(t, lex, draft)
    if draft.money_before and not draft.scaled:
        _scale_letter(t, lex, draft)
    _unit_after(t, lex, draft)


def _money_before(t: Tokens, lex: Lexicon, draft: Draft) -> None:
    before = draft.start - 1
    word = t.words[before]
    if word not in lex.money_before.starts or (len(word) == 3 and word.isalpha() and not t.written(before).isupper()):
        return
    found = lex.money_before.match_back(t.words, before)
    if not found or not (t.near[draft.start] or t.glued[draft.start]):
        return
    code, first = found
    if first < before and not t.glued[before] and t.words[first] not in _COUNTRIES:
        first = before  # "a $1 billion suit" is no Australian dollar
        code = _SIGNS.get(word, code)
    elif first == before and word == "$" and t.glued[before] and t.words[before - 1].upper() in lex.codes:
        first, code = before - 1, t.words[before - 1].upper()
    draft.unit, draft.start, draft.money_before, draft.bare = code, first, True, False


def _scale_letter(t: Tokens, lex: Lexicon, draft: Draft) -> None:
    factor = lex.scale_letters.get(t.words[draft.end])
    if factor and t.glued[draft.end]:
        multiply(draft, factor)
        draft.end += 1


def multiply(draft: Draft, factor: Decimal) -> None:
    """Scales a draft's bounds and the worth of its last digit."""
    draft.low = draft.low * factor if draft.low is not None else None
    draft.high = draft.high * factor if draft.high is not None else None
    draft.step = draft.step * factor if draft.step else None
    draft.other = draft.other * factor if draft.other is not None else None
    draft.factor *= factor
    draft.scaled = True


def _unit_after(t: Tokens, lex: Lexicon, draft: Draft) -> None:
    at = draft.end
    if at >= t.size:
        return
    if t.words[at] in _HYPHENS and t.glued[at] and t.glued[at + 1] and t.kinds[at + 1] == WORD:
        at += 1
    elif not (t.glued[at] or t.near[at]):
        return
    if draft.scaled and t.words[at] in lex.unit_joins:
        at += 2 if t.words[at + 1] in _APOSTROPHES else 1
    found = _unit_near(t, lex, at)
    if found:
        set_unit(draft, found[0], found[1])
        if t.words[draft.end] == ".":
            _stop_after(t, draft)
        if draft.spelled:
            _half_unit(t, lex, draft)
        _scale_after_money(t, lex, draft)
    elif not draft.scaled and t.glued[at]:
        _glued_scale(t, lex, draft, at)


def _unit_near(t: Tokens, lex: Lexicon, at: int) -> tuple[str, int] | None:
    """The unit at token `at`, in brackets there, or after an adjective (*two full years*)."""
    found = _unit_at(t, lex, at)
    if found is None and t.words[at] in _BRACKETS:
        return _unit_in_brackets(t, lex, at)
    if found is None and t.words[at] in lex.unit_adjectives and t.near[at + 1]:
        found = _unit_at(t, lex, at + 1)
        if found and found[0] not in TIME_UNITS and FOLDED.get(found[0], ("",))[0] not in TIME_UNITS:
            return None
    return found


def _half_unit(t: Tokens, lex: Lexicon, draft: Draft) -> None:
    """``a year and a half``."""
    half = (
        lex.and_half.match(t.words, draft.end)
        if draft.spelled and (draft.unit in TIME_UNITS or draft.unit == "times")
        else None
    )
    if half and draft.factor == 1 and draft.low is not None and draft.low == draft.high:
        draft.low = draft.high = draft.low + half[0]
        draft.end = half[1]


def _scale_after_money(t: Tokens, lex: Lexicon, draft: Draft) -> None:
    """``75 USD million``."""
    scale = lex.scales.get(t.words[draft.end])
    if scale and not draft.scaled and draft.unit in lex.codes and t.near[draft.end]:
        multiply(draft, scale)
        draft.end += 1


def _unit_at(t: Tokens, lex: Lexicon, at: int) -> tuple[str, int] | None:
    word = t.words[at]
    if word in lex.unit_starts:
        found = lex.units.match(t.words, at)
        if found and len(word) == 1 and found[1] == at + 1 and _no_abbreviation(t, lex, at):
            found = None
        capital = found and found[1] == at + 1 and len(word) == 1 and t.written(at).isupper() and word not in {"w", "l"}
        if found and t.kinds[found[1] - 1] == NUMBER and not t.glued[found[1] - 1]:
            found = next(((unit, at + 1) for _, size, unit in lex.units.beginning(word) if not size), None)  # 12 m 2 dm
        if found and not capital and not _cut_short(t, found[1], word):
            return found
    if t.words[at - 1] in _HYPHENS and (compound := _compound_unit(t, lex, at)):
        return compound
    return _adjective_money(t, lex, at) if t.kinds[at] == WORD else None


def _no_abbreviation(t: Tokens, lex: Lexicon, at: int) -> bool:
    """Whether a single letter is no unit: after a number in words, or cut off a word (*Sept s'est tu*)."""
    spelled = t.kinds[at - 1] == WORD and t.words[at - 1] not in lex.scales
    return t.words[at].isalpha() and (spelled or t.words[at + 1] in _APOSTROPHES)


def _unit_in_brackets(t: Tokens, lex: Lexicon, at: int) -> tuple[str, int] | None:
    """``20 (kg)``: a unit alone in its brackets."""
    found = lex.units.match(t.words, at + 1)
    return (found[0], found[1] + 1) if found and t.words[found[1]] in {")", "]"} else None


def _cut_short(t: Tokens, end: int, word: str) -> bool:
    """Whether the unit goes on as another word: ``m-code``, ``day-to-day``; a single letter needs a blank or a stop."""
    follows = t.words[end]
    if not t.glued[end]:
        return False
    if follows in _HYPHENS and t.glued[end + 1] and t.kinds[end + 1] == NUMBER:
        return False  # 3km-5km
    return len(word) <= 2 and (follows in _HYPHENS or t.kinds[end] == NUMBER)


def _compound_unit(t: Tokens, lex: Lexicon, at: int) -> tuple[str, int] | None:
    """The second half of ``35-летний``, after digits and a hyphen."""
    word = t.words[at]
    if not lex.compound_units or len(word) < 4:
        return None
    for size in range(min(len(word), 12), 2, -1):
        unit = lex.compound_units.get(word[:size])
        if unit:
            return unit, at + 1
    return None


def _adjective_money(t: Tokens, lex: Lexicon, at: int) -> tuple[str, int] | None:
    """``белорусских рублей``, ``Canadian dollars``: an adjective turns the bare noun's currency into another."""
    word = t.words[at]
    makes = lex.adjectives.get(word)
    if makes is None:
        makes = tuple((base, code) for stems, base, code in lex.money_adjectives if word in stems)
        if len(lex.adjectives) < _REMEMBERED and len(word) < _LONG:
            lex.adjectives[word] = makes
    noun = lex.units.match(t.words, at + 1) if makes and t.near[at + 1] else None
    return next(((code, noun[1]) for base, code in makes if noun[0] == base), None) if noun else None


def set_unit(draft: Draft, unit: str, end: int) -> None:
    """Gives the draft its unit, folding decades into years and the like."""
    folded = FOLDED.get(unit)
    if folded:
        scaled = draft.scaled
        unit = folded[0]
        multiply(draft, Decimal(folded[1]))
        draft.scaled = scaled
    if draft.money_before and not (len(unit) == 3 and unit.isupper()):
        return
    draft.unit, draft.end, draft.bare = unit, end, False


def _stop_after(t: Tokens, draft: Draft) -> None:
    """Takes in the stop of an abbreviated unit (``долл.``) where the sentence goes on."""
    end = draft.end
    last = t.words[end - 1]
    short = t.words[end] == "." and t.glued[end] and last.isalpha() and len(last) <= 5 and end + 1 < t.size
    if short and (t.written(end + 1)[0].islower() or t.kinds[end + 1] == SIGN):
        draft.end = end + 1


def _glued_scale(t: Tokens, lex: Lexicon, draft: Draft, at: int) -> None:
    """``20k``, ``€5m``-like letters where no unit was found."""
    word = t.words[at]
    factor = lex.scale_letters.get(word)
    if t.glued[at] and factor == _THOUSAND:
        multiply(draft, factor)
        draft.end = at + 1
        _unit_after(t, lex, draft)


def settle_kind(t: Tokens, lex: Lexicon, draft: Draft) -> None:
    """The kind by unit, cue words and the noun that follows."""
    unit = draft.unit
    if unit in TIME_UNITS:
        draft.kind = kinds.DURATION
    elif unit in _KINDS:
        draft.kind = _KINDS[unit]
    elif unit and len(unit) == 3 and unit.isupper() and unit.isalpha():
        draft.kind = kinds.MONEY
    elif unit:
        draft.kind = kinds.NUMBER
    else:
        whole = draft.low is not None and draft.low == draft.low.to_integral_value()
        draft.kind = kinds.COUNT if whole else kinds.NUMBER
    _age(t, lex, draft)


def _age(t: Tokens, lex: Lexicon, draft: Draft) -> None:
    if (draft.unit is not None and draft.unit not in TIME_UNITS) or draft.kind is kinds.ORDINAL:
        return
    after = _age_after(t, lex, draft)
    before = t.words[draft.start - 1]
    if (
        after
        or (before in lex.age_before.starts and lex.age_before.match_back(t.words, draft.start - 1))
        or (before == "," and _aside(t, draft))
    ):
        draft.kind, draft.unit, draft.bare = kinds.AGE, draft.unit or "year", False
        if after and after[1] > draft.end:
            draft.end = after[1]


def _age_after(t: Tokens, lex: Lexicon, draft: Draft) -> tuple[bool, int] | None:
    """The words that make an age of the number before them, the unit being one of them (*45 years old*)."""
    first, end = lex.age_after.starts, draft.end
    word = t.words[end]
    if word in first and (after := lex.age_after.match(t.words, end)):
        return after
    if word in _HYPHENS and (after := lex.age_after.match(t.words, end + 1)):
        return after
    for at in range(end - 1, max(draft.start, end - 4), -1) if draft.unit in TIME_UNITS else ():
        found = lex.age_after.match(t.words, at) if t.words[at] in first else None
        if found and found[1] >= end:
            return found
    return None


def _aside(t: Tokens, draft: Draft) -> bool:
    """``Watson, 52, brings``: a number set off by commas after a name is an age."""
    if t.words[draft.end] != "," or not draft.plain or not draft.bare or draft.start < 2:
        return False
    named = t.kinds[draft.start - 2] == WORD and t.written(draft.start - 2)[0].isupper()
    return named and draft.low is not None and _YOUNGEST <= draft.low <= _OLDEST


def noun_after(t: Tokens, lex: Lexicon, draft: Draft) -> str | None:
    """The counted noun: up to three words right after the figure, function words left out."""
    at = draft.end
    if t.words[at] in OPENERS:
        at += 1
    if t.words[at] in _HYPHENS and t.glued[at]:
        at += 1
    first = last = at
    while last < t.size and last - first < _NOUN_WORDS and t.kinds[last] == WORD:
        if t.words[last] in lex.stopwords or not (last == first or t.starts[last] - t.ends[last - 1] == 1):
            break
        last += 1
    return t.text[t.starts[first] : t.ends[last - 1]] if last > first else None
