"""The parts of a lexicon: a language's data file and its CLDR file read into look-up tables."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.quantities.forms import Phrases, Stems, forms, pieces, table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

    from factcheck.quantities.languages.record import Language

# Currency codes that are everyday words in capitals.
WORDS_NOT_CODES = frozenset({"ALL", "TOP", "CUP", "MOP", "TRY"})
# CLDR abbreviates units to words that are others in running text (in, w, dec); of two letters only these are kept.
_SHORT = 3
_SHORT_UNITS = frozenset(
    """km cm mm ha kg mg ml gb mb tb kb hz gw kw mw ft oz yd kwh ghz khz mhz bbl hrs wks yrs mph mins gal min day ans
    км см мм га кг мг мл гб мб тб кб гц квт мвт гвт
    год лет час мин фут ярд акр дня дні рік лат г м т л кгц мгц вт""".split()
)
# Endings of годам, годами, годах and their like.
PLURAL_OBLIQUE = ("ам", "амі", "ами", "ах")
# Read in every language: a brief quotes amounts as its source writes them.
_WORLD_MONEY = [
    ("euro", "EUR"), ("euros", "EUR"), ("dollars", "USD"), ("us$", "USD"), ("$us", "USD"), ("$ us", "USD"),
    ("$cad", "CAD"), ("$ ca", "CAD"), ("$ c", "CAD"), ("$ hk", "HKD"), ("rs", "INR"), ("rs.", "INR"), ("元", "CNY"),
    ("₾", "GEL"),
]  # fmt: skip
_MONEY_SIGNS = "$€£¥₽₴₹₸¢₺₩₪"
_MONEY_CODES = ("USD", "EUR", "GBP", "JPY", "RUB", "UAH", "INR", "KZT", "US_CENT", "TRY", "KRW", "ILS")
_UMLAUTS = str.maketrans({"ü": "ue", "ö": "oe", "ä": "ae", "ß": "ss"})
_TEEN = 20
_HUNDRED = 100
_THOUSAND = 1000


def bounds(key: str) -> tuple[int, int]:
    """The two ends of ``200-999``."""
    low, _, high = key.partition("-")
    return int(low), int(high)


def words_of(listed: str) -> frozenset[str]:
    """The forms of a list as a set."""
    return frozenset(forms(listed))


def phrases_of(listed: str, *, backwards: bool = False) -> Phrases[bool]:
    """The forms of a list as phrases."""
    return Phrases(((form, True) for form in forms(listed)), backwards=backwards)


def unaccented(form: str) -> str:
    """`form` without its accents."""
    return "".join(char for char in unicodedata.normalize("NFD", form) if not unicodedata.combining(char))


def numerals_of(language: Language) -> dict[str, tuple[int, int]]:
    """Cardinals with the room after them: twenty takes up to nine, a hundred up to ninety-nine."""
    sixty_up, ten_up = words_of(language.sixty_up), words_of(language.ten_up)
    found: dict[str, tuple[int, int]] = {}
    for key, form in table(language.numerals):
        value = int(key)
        room = 0
        if form in sixty_up:
            room = _TEEN
        elif form in ten_up:
            room = 10
        elif value >= _HUNDRED:
            room = _HUNDRED
        elif value >= _TEEN and value % 10 == 0:
            room = 10
        found[form] = (value, room)
        if language.umlauts_spelled:
            found[form.translate(_UMLAUTS)] = (value, room)
    return _glued(language, found) if language.glue else found


def _glued(language: Language, plain: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """The numerals below a hundred that are written as one word (*dreiundzwanzig*), and hundreds (*zweihundert*).

    Longer ones are put together as they are met: see `spelled.glued_numeral`.
    """
    units = {form: value for form, (value, _) in plain.items() if 0 < value < 10 and form not in words_of(language.one)}
    units |= dict.fromkeys(("ein",), 1)
    tens = {form: value for form, (value, room) in plain.items() if room == 10}
    found = {u + language.glue + t: (units[u] + tens[t], 0) for u in units for t in tens} | plain
    for hundred in forms(language.hundred):
        for unit, value in {"": 1, **units}.items():
            found[unit + hundred] = (value * _HUNDRED, _HUNDRED)
    return found


def scales_of(language: Language, cldr: ModuleType) -> dict[str, Decimal]:
    """Scale words; single letters are left out, since they mean a scale only beside a currency."""
    found = {form: Decimal(10) ** power for form, power in cldr.SCALES.items() if len(form) > 1}
    found |= {form: Decimal(12) for form in forms(language.dozen)}
    return found | {form: Decimal(10) ** int(key) for key, form in table(language.scales)}


def units_of(language: Language, cldr: ModuleType) -> list[tuple[str, str]]:
    """(form, unit) pairs, the language file's before CLDR's."""
    own = [(form, unit) for unit, form in table(language.units)]
    own += [(form, "times") for form in forms(language.times)]
    if language.accents_optional:
        own += [(unaccented(form), unit) for form, unit in own]
    known = {form for form, _ in own} | words_of(language.stopwords)
    cldrs = ((form, unit) for unit, listed in cldr.UNITS.items() for form in listed.split(", "))
    fold = language.accents_optional
    cldrs = ((shown, unit) for form, unit in cldrs for shown in ((form, unaccented(form)) if fold else (form,)))
    own += ((form, unit) for form, unit in cldrs if form not in known and (len(form) > _SHORT or form in _SHORT_UNITS))
    return [
        *own,
        ("‰", "permille"),
        ("per mille", "permille"),
        ("promille", "permille"),
        ("meur", "MEUR"),
        ("m€", "MEUR"),
        ("md€", "BEUR"),
        ("m$", "MUSD"),
        ("md$", "BUSD"),
        ("m£", "MGBP"),
        ("md£", "BGBP"),
        ("k$", "KUSD"),
        ("k€", "KEUR"),
        ("musd", "MUSD"),
        ("¢", "US_CENT"),
    ]


def money_of(language: Language, cldr: ModuleType) -> list[tuple[str, str]]:
    """(form, ISO 4217 code) pairs, the language file's before CLDR's."""
    own = [(form, code) for code, form in table(language.currencies)] + _WORLD_MONEY
    codes = [(code.lower(), code) for code in cldr.CURRENCIES if code not in WORDS_NOT_CODES]
    return own + [(form, code) for code, listed in cldr.CURRENCIES.items() for form in listed.split(", ")] + codes


def money_before(money: list[tuple[str, str]], cldr: ModuleType) -> list[tuple[str, str]]:
    """What may stand before an amount: signs and codes."""
    signs = [
        ("rs", "INR"),
        ("rs.", "INR"),
        ("us$", "USD"),
        ("a$", "AUD"),
        ("c$", "CAD"),
        ("hk$", "HKD"),
        ("nz$", "NZD"),
        ("s$", "SGD"),
        ("r$", "BRL"),
    ]
    own = [
        (form, code) for form, code in money if not form[-1].isalpha() and not form[-1].isdigit() and form[-1] != "."
    ]
    codes = [(code.lower(), code) for code in cldr.CURRENCIES if code not in WORDS_NOT_CODES]
    return [*signs, *own, *zip(_MONEY_SIGNS, _MONEY_CODES, strict=True), *codes]


def hedge_pairs(language: Language) -> frozenset[tuple[str, str]]:
    """Neighbouring words of hedges, single ones with an empty second."""
    found: set[tuple[str, str]] = set()
    for _, form in table(language.hedges):
        words = pieces(form)
        found.update(pairwise(words) if len(words) > 1 else [(form, "")])
    return frozenset(found)


def money_adjectives(language: Language) -> list[tuple[Stems, str, str]]:
    """(adjectives, the bare noun's currency, the currency that they make of it)."""
    found = []
    for line in language.money_adjectives.strip().split("\n"):
        code, _, rest = line.partition(" ")
        base, _, stems = rest.partition(" ")
        if stems:
            found.append((Stems(forms(stems)), base, code))
    return found


def compounds_of(language: Language) -> tuple[dict[str, Decimal], dict[str, str]]:
    """The halves of compound adjectives (*восьмимесячный*): numerals, and stems of units, the longer first."""
    values = {form: Decimal(key) for key, form in table(language.prefixes)}
    units = {form: unit for unit, form in table(language.suffixes)}
    return values, {stem: units[stem] for stem in sorted(units, key=len, reverse=True)}


def compound_firsts(language: Language, numerals: Iterable[str]) -> frozenset[str]:
    """The first two letters of the compounds, whose first halves may be glued numerals."""
    if not language.suffixes:
        return frozenset()
    values = [form for _, form in table(language.prefixes)]
    return frozenset(form[:2] for form in [*values, *(numerals if language.numeral_hint else ())])
