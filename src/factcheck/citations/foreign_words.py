"""Words in the addresses of sites that are not English: as written, transliterated, or with their accents left off.

Transliteration differs from site to site ("rossiya", "rossija", "rossiia"), so a word and what it is compared with are
both folded to one form that these spellings share.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from factcheck.patterns import regex

_LETTERS = dict(
    zip(
        "абвгґдеёжзийіїклмнопрстуўфхцчшщыэюяєьъ",
        (
            *("a", "b", "v", "g", "g", "d", "e", "e", "zh", "z", "i", "i", "i", "i", "k", "l", "m", "n", "o", "p", "r"),
            *("s", "t", "u", "u", "f", "h", "c", "ch", "sh", "sh", "i", "e", "iu", "ia", "e", "", ""),
        ),
        strict=True,
    )
)
_LETTERS |= {"ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ı": "i"}
_PLAIN = str.maketrans(_LETTERS)
_SHARED = tuple(
    pair.split(">") for pair in "shch>sh sch>sh kh>h ts>c tz>c y>i j>i ae>a oe>o ue>u ie>e io>e w>v".split()
)
_DOUBLED = regex(r"(.)\1+")
# Inflection and derivation: Russian, Ukrainian and Belarusian; Polish; German; French; Lithuanian.
_ENDINGS = """
а я о е и ы у ю й ь ом ем ов ев ей ой ою ею ам ям ами ями ах ях ий ый ая яя ое ее ие ые ого его ому ему их ых им ым ими
ыми ую юю ост ость ости остью ост ство ства ству ский ская ское ские ского скому ским ских скую ской ный ная ное ные
ного ному ным ных ную ной н на но ны ка ки ке ку кой ков к ик ики иков ник ники ников ника ница ция ции цию ций ия ии ию
ией иям иях ть ться л ла ло ли лся лась лись ет ют ит ят ут ают яют ает яет ал ала али ил ила или ил ение ения ению
ением ений ние ния нию нием ний ание ания анию анием аний тель тели телей телям ец цы цев цам ся сь на ін ський ська
ські ів ями ення ання ість ості ець ці ння цыя цыі асць асці а ą e ę i y o u ów om ami ach em iem ie ia ii ię ią ego emu
ym im ych ich ymi imi ej ość ości owy owa owe owych owego owej ny na ne nych nego nej cja cji cje ski ska skie skich
skiego skiej ów anie ania eniu enie enia er es en e n s t te ten tes ung ungen keit keiten heit lich liche lichen licher
isch ische ischen ischer in innen schaft schaften es x ale aux ent ement ements ique iques if ive ifs ives eur eurs euse
tion tions al ien ienne iens iennes ée és ées ant ants aire aires as is us ė o ų ai iai ius ės os uose ose ą į iams ams
oms ui iui yje je ją ji jos jų imas imo ija ijos inė inis inių
"""
_SHORTEST_IN_COMPOUND = 4
_SHORTEST = 3
_LONGEST = 40
_LINKS = ("", "s", "es", "n", "en", "o", "e")


def folded(word: str) -> str:
    """`word` in the form that its spellings on the web share: "Россия", "rossija" and "rossiya" are one."""
    text = word.casefold()
    if not text.isascii():
        text = text.translate(_PLAIN)
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if c.isascii() or not unicodedata.combining(c))
    for spelled, shared in _SHARED:
        text = text.replace(spelled, shared)
    return _DOUBLED.sub(r"\1", text)


@cache
def foreign_stems() -> frozenset[str]:
    """Beginnings of frequent words, folded; the list itself is ``foreign.txt``."""
    lines = Path(__file__).with_name("foreign.txt").read_text("utf-8").splitlines()
    words = " ".join(line.partition(" ")[2] for line in lines if not line.startswith("#"))
    return frozenset(folded(words).split())  # at once: word by word takes ten times as long


@cache
def _endings() -> frozenset[str]:
    return frozenset({"", *folded(_ENDINGS).split()})


@lru_cache(maxsize=4096)
def is_foreign_word(word: str, parts: int = 1) -> bool:
    """Whether `word` is inflected from stems that are frequent on Slavic, German, French and Baltic sites.

    `parts` is how many of them may stand together, as in German compounds.
    """
    return _SHORTEST <= len(word) <= _LONGEST and _is_made(folded(word), parts=parts)


def _is_made(word: str, *, parts: int) -> bool:
    stems, endings = foreign_stems(), _endings()
    for end in range(len(word), _SHORTEST - 1, -1):
        if word[:end] not in stems:
            continue
        if word[end:] in endings:
            return True
        if parts > 1 and end >= _SHORTEST_IN_COMPOUND and _goes_on(word[end:], parts=parts - 1):
            return True
    return False


def _goes_on(rest: str, *, parts: int) -> bool:
    return any(
        rest.startswith(link)
        and len(rest) - len(link) >= _SHORTEST_IN_COMPOUND
        and _is_made(rest[len(link) :], parts=parts)
        for link in _LINKS
    )
