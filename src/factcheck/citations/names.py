"""Names of people and bodies at the head of a reference, in the orders in which styles print them."""

from __future__ import annotations

import re

from factcheck.patterns import regex

UPPER = r"[^\W\d_a-zа-яёіўїєґąćęłńóśźżäöüßàâçéèêëîïôûùœčęėįšųūž]"
_MOST_NAME_WORDS = 8
_MOST_PERSON_WORDS = 4
_INITIAL = rf"{UPPER}\.(?:[\s-]?{UPPER}\.){{0,3}}"
_SURNAME = rf"(?:(?:van|von|de|der|den|la|le|di|da|zu)\s){{0,2}}{UPPER}[\w’'-]+(?:\s{UPPER}[\w’'-]+)?"
_WITH_INITIALS = rf"(?:{_SURNAME},?\s{_INITIAL}|{_INITIAL}\s?{_SURNAME})"
_JOINED = r"(?:\s*[,;]\s*|\s*,?\s(?:and|&|и|і|i|und|et|with|ir)\s)"
# "Иванов И. И., Петрова А. А." and "A. Berg and I. Novak", which say themselves where they end.
INITIALLED = regex(rf"(?:{_WITH_INITIALS}{_JOINED}?){{1,9}}")
# "Berg A, Novak I." (Vancouver).
VANCOUVER = regex(rf"{_SURNAME}\s{UPPER}{{1,3}}(?:,\s{_SURNAME}\s{UPPER}{{1,3}}){{0,8}}(?=\.\s)")
# "Berg, Anna." and "Berg, Anna:" (Chicago's bibliography, German); others may follow in their usual order.
INVERTED = regex(
    rf"{UPPER}[\w’'-]+,\s{UPPER}[\w’'-]{{2,}}(?:\s{UPPER}[\w’'-]*\.?)?"
    rf"(?:,?\s(?:and|und|et|i|и)\s{UPPER}[\w’' .-]{{2,40}}?)?"
    r"(?=[.:]\s|\s?$|,\s?$)"
)
_INITIALS_ONLY = regex(rf"(?:{UPPER}\.[\s-]?){{1,4}}$")
_ENDS_IN_INITIAL = regex(rf"(?<!\w){UPPER}\.$")
_BETWEEN = regex(r"\s*(?:,|;)?\s(?:and|&|и|і|i|und|et|with|ir)\s|\s*[;,]\s", re.IGNORECASE)
_AND_OTHERS = regex(r",?\s(?:et\sal|и\sдр|та\sін|и\sдругие|i\sin|u\.\s?a|and\sothers|ir\skt)\b\.?", re.IGNORECASE)
_HANDLE = regex(r"\s?\(@[\w.]{1,40}\)")
_NAME_WORD = regex(rf"(?:{UPPER}[\w’'-]*\.?|van|von|of|for|the|and|de|der|den|du|la|le|al|bin|di|da|zu)$")
_HOST = regex(r"^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}$", re.IGNORECASE)
# Words of which the names of bodies are made; two capitals alone may be a title as well as a person.
_BODY = regex(
    r"\b(?:Ministry|Ministère|Министерств\w+|Міністерств\w+|Міністэрств\w+|Ministerstw\w+|Ministerium|Ministerija|Government|"
    r"Agency|Bank|Банк|Commission|Комисси\w+|Council|Совет|Institute|Институт|Instytut|Institut|Office|Centre|Center|Центр|"
    r"University|Университет|Department|Statistics|Committee|Комитет|Organi[sz]ation|Union|Parliament|Association|Foundation|"
    r"Фонд|Stiftung|Fundacja|Bundesamt|Белстат|Росстат)\b"
)


def is_host(text: str) -> bool:
    """Whether a field is the name of a site: ``Tass.ru``."""
    return _HOST.match(text) is not None


def is_initials(text: str) -> bool:
    """Whether a field is ``A.`` or ``A. B.``, which belongs to the surname before it."""
    return _INITIALS_ONLY.match(text) is not None


def is_person(text: str) -> bool:
    """Whether `text` may be the names of one to three people, and nothing else."""
    people = [name for name in _BETWEEN.split(text) if name]
    words = [person.split() for person in people]
    return bool(people) and all(
        2 <= len(each) <= _MOST_PERSON_WORDS and all(_NAME_WORD.match(word) for word in each) for each in words
    )


def is_short_name(text: str) -> bool:
    """Whether a field is somebody's name rather than a title: short, capitals, no colon."""
    words = text.split()
    return ":" not in text and 0 < len(words) <= _MOST_PERSON_WORDS and all(_NAME_WORD.match(word) for word in words)


def is_body(text: str) -> bool:
    """Whether a field is the name of an authority, a bank, an institute."""
    return _BODY.search(text) is not None and len(text.split()) <= _MOST_NAME_WORDS


def people_in(names: str) -> tuple[str, ...]:
    """The names in a reference's head, each as printed; empty where it does not look like names."""
    names = _HANDLE.sub("", _AND_OTHERS.sub("", names)).strip(" ,:;")
    if not _ENDS_IN_INITIAL.search(names):
        names = names.rstrip(" .")
    if not names or ":" in names or is_host(names):
        return ()
    if INVERTED.fullmatch(names) and not _BODY.search(names):
        first, _, others = re.sub(_BETWEEN.pattern.split("|\\s*[;,]")[0], "\n", names).partition("\n")
        return tuple(name.strip(" ,") for name in (first, others) if name)
    people: list[str] = []
    for field in _BETWEEN.split(names):
        if people and is_initials(field) and not people[-1].endswith("."):
            people[-1] += f", {field}"
        elif field:
            people.append(field.strip())
    fits = all(
        len(person.split()) <= _MOST_NAME_WORDS and _NAME_WORD.match(person.split()[0].strip(","))
        for person in people
        if person
    )
    return tuple(people) if fits else ()
