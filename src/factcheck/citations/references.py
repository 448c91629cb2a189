"""What a note says of the work it cites: authors, title, publisher, date; what is not clear is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.citations.dates import DATE, access_date, first_date, iso_date, without_access
from factcheck.citations.locators import find_locators
from factcheck.model import Reference

_LONGEST = 600
_MOST_NAME_WORDS = 8
_MOST_PERSON_WORDS = 4
_UPPER = r"[^\W\d_a-zа-яёіў]"
_LEAD = re.compile(
    r"^\W*(?:(?:for\s(?:more|further)\s(?:information|details?|discussion),?\s)?(?:see|cf\.?|см\.|гл\.|див\.|zob\.|vgl\.|siehe|voir|por\.)"
    r"(?:\s(?:also|for\sexample|e\.g\.,?|также|też|auch|aussi))?|and(?:\smore)?)[\s:,]+",
    re.IGNORECASE,
)
_AVAILABLE = re.compile(
    r"[,;.(]?\s*(?<!\w)(?:(?:advanced?\sonline\spublication\s)?available\s(?:online\s)?(?:at|from|on|via|online)|online|url|doi|"
    r"retrieved\sfrom|at|from|link|доступно(?:\sна)?|режим\sдоступа|источник|dostępn[ey](?:\sna)?|verfügbar(?:\sunter)?|"
    r"disponible\ssur|unter)\s*:?\s*$",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"“([^“”]{3,300})”|«([^«»]{3,300})»|„([^„“”]{3,300})[“”]|\"([^\"]{3,300})\"|(?<!\w)[‘'](.{3,300}?)[’'](?=[,.;:)]|\s[(iI]|$)"
)
_BRACKET_DATE = re.compile(r"\(([^()]{0,20}(?:1[5-9]|20)\d\d[a-z]?)\)[.,:]*\s*")
_INITIALS = re.compile(rf"(?:{_UPPER}\.[\s-]?){{1,4}}$")
_BETWEEN_NAMES = re.compile(r"\s*(?:,|;)?\s(?:and|&|и|і|i|und|et|with)\s|\s*[;,]\s", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|&|и|і|i|und|et)\s")
_NAME_WORD = re.compile(rf"(?:{_UPPER}[\w’'-]*\.?|van|von|of|for|the|and|de|der|den|du|la|le|al|bin|di|da|zu)$")
_HOST = re.compile(r"^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"\.\s|;\s|$")
_FIELD_END = re.compile(r"(?<!\b\w)\.(?:\s|$)|[,;]\s|$")
_IMPRINT = re.compile(
    rf"(?:^|[,.(]\s?)(?P<place>{_UPPER}[\w. -]{{2,30}}):\s(?P<publisher>{_UPPER}[^,.;:()]{{2,60}}),?\s"
    r"(?=(?:1[5-9]|20)\d\d)"
)
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s?[\d-]{10,17}[\dXx]?", re.IGNORECASE)
_ISSUE = re.compile(
    r"(?:\b(?:Vol|No|Nr|Jg|т|вып)\.|№)\s?\d+.{0,40}\b(?:pp?|S|s|с)\.\s?\d+"
    r"|\b\d{1,3}\s?\(\d{1,2}\),? .{0,10}\d+\s?[-–]\s?\d+",
    re.IGNORECASE,
)
_NO_PUBLISHER = re.compile(
    r"\d|^(?:vol|no|nr|pp?|in|ed|eds|available|accessed|online|vgl|см|transl|forthcoming)\b", re.IGNORECASE
)


# Words of which the names of bodies are made; two capitals alone may be a title as well as a person.
_BODY = re.compile(
    r"\b(?:Ministry|Ministère|Министерство|Ministerstwo|Ministerium|Government|Agency|Bank|Commission|Council|Institute|Office|"
    r"Centre|Center|University|Department|Statistics|Committee|Organi[sz]ation|Union|Parliament|Association|Foundation)\b"
)


@dataclass(frozen=True, slots=True)
class _Parts:
    """A reference's text, cut where its style says so."""

    names: str = ""
    title: str = ""
    rest: str = ""


def read_reference(before: str, after: str = "") -> Reference:
    """The reference printed `before` a URL; its access date, or its date where none is before, may stand `after`."""
    text, tail = one_line(before)[-_LONGEST:], one_line(after)[:_LONGEST]
    accessed = access_date(tail) or access_date(text)
    for placed in reversed(find_locators(text, after_url=False)):
        text = text[: placed.start].rstrip(" ,;(") + text[placed.end :]
    text = _LEAD.sub("", _AVAILABLE.sub("", without_access(text).strip())).strip(" ,;:–—-")
    parts = _cut(text)
    publisher = _publisher(parts, text)
    return Reference(_authors(parts.names), parts.title or None, publisher, _published(text, tail), accessed)


def is_work(text: str) -> bool:
    """Whether a note without a URL names a work that a library finds: a book's imprint, an ISBN, a journal's issue."""
    line = one_line(text)
    return any(pattern.search(line) for pattern in (_IMPRINT, _ISBN, _ISSUE))


def one_line(text: str) -> str:
    """A note's text with its printed lines joined, a hyphen between small letters at a line's end left out."""
    return " ".join(re.sub(r"(?<=[a-zа-яё])-[ \t]*\n[ \t]*(?=[a-zа-яё])", "", text).split())


def _cut(text: str) -> _Parts:
    """Cut by the first style that fits: “title” in quotation marks, a date in brackets, or names before a comma."""
    dated, quoted = _BRACKET_DATE.search(text), _QUOTED.search(text)
    if quoted is not None:
        title = next(group for group in quoted.groups() if group)
        names = text[: dated.start() if dated is not None and dated.start() < quoted.start() else quoted.start()]
        return _Parts(names.strip(" ,.:"), title.strip(" ,."), text[quoted.end() :].lstrip(" ,."))
    if dated is not None:
        return _cut_at_date(text[: dated.start()].strip(" ,."), text[dated.end() :])
    return _cut_names_first(text) if ", " in text else _Parts()


def _cut_at_date(before: str, after: str) -> _Parts:
    """``Names (2019) Title. Rest`` or, where nothing follows the date, ``Title (2019)``."""
    imprint = _IMPRINT.search(after)
    end = imprint.start() if imprint else _SENTENCE_END.search(after).start()  # type: ignore[union-attr] # matches at the end
    title = after[:end].strip(" ,.")
    if title:
        return _Parts(before, title, after[end:].lstrip(" ,."))
    if _is_body(before):
        return _Parts(before)
    names_first = _cut_names_first(before)
    return names_first if names_first.names else _Parts("", before)


def _cut_names_first(text: str) -> _Parts:
    """``First Last, First Last and First Last, Title, Rest``."""
    fields = re.split(r",\s", text)
    if len(fields) == 1 or not (_is_person(fields[0]) or (_is_body(fields[0]) and _BODY.search(fields[0]))):
        return _Parts()
    if fields[1][:1].islower():
        return _Parts("", fields[0])
    count = 2 if len(fields) > 2 and _INITIALS.match(fields[1]) else 1
    for number in range(count, min(len(fields) - 1, _MOST_NAME_WORDS)):
        # A list of names ends in "and"; without one, the next field is the title, be it two capitalised words.
        if not (_is_person(fields[number]) or _INITIALS.match(fields[number])):
            break
        if _AND.search(fields[number]):
            count = number + 1
    names, rest = ", ".join(fields[:count]), ", ".join(fields[count:])
    ending = _IMPRINT.search(rest) or re.search(r",\s|\.\s|$", rest)
    end = ending.start() if ending else len(rest)
    return _Parts(names, rest[:end].strip(" ,."), rest[end:].lstrip(" ,."))


def _is_person(text: str) -> bool:
    """Whether `text` may be the names of one to three people, and nothing else."""
    people = [name for name in _BETWEEN_NAMES.split(text) if name]
    words = [person.split() for person in people]
    return bool(people) and all(
        2 <= len(each) <= _MOST_PERSON_WORDS and all(_NAME_WORD.match(word) for word in each) for each in words
    )


def _is_body(text: str) -> bool:
    """Whether a field before a date is somebody's name rather than a title: short, capitals, no colon."""
    words = text.split()
    return ":" not in text and len(words) <= _MOST_PERSON_WORDS and all(_NAME_WORD.match(word) for word in words)


def _authors(names: str) -> tuple[str, ...]:
    names = _LEAD.sub("", names).strip(" ,.:") + ("." if re.search(rf"(?<!\w){_UPPER}$", names.strip(" ,.:")) else "")
    if not names or ":" in names or _HOST.match(names) or DATE.search(names):
        return ()
    people: list[str] = []
    for field in _BETWEEN_NAMES.split(names):
        if people and _INITIALS.match(field) and not people[-1].endswith("."):
            people[-1] += f", {field}"
        elif field:
            people.append(field.strip())
    fits = all(
        len(person.split()) <= _MOST_NAME_WORDS and _NAME_WORD.match(person.split()[0].strip(","))
        for person in people
        if person
    )
    return tuple(people) if fits else ()


def _publisher(parts: _Parts, text: str) -> str | None:
    imprint = _IMPRINT.search(text)
    if imprint:
        return imprint.group("publisher").strip()
    if _HOST.match(parts.names):
        return parts.names
    field = parts.rest[: _FIELD_END.search(parts.rest).start()].strip()  # type: ignore[union-attr] # matches at the end
    field = _AVAILABLE.sub("", field).rpartition(": ")[2]
    if not field or _NO_PUBLISHER.search(field) or not field[0].isupper() or len(field.split()) > _MOST_NAME_WORDS:
        return None
    return field


def _published(text: str, tail: str) -> str | None:
    bracket = _BRACKET_DATE.search(text)
    if bracket:
        return first_date(bracket.group(1).rstrip("abcdefgh"))
    dates = [match for match in DATE.finditer(text) if not _in_quotes(text, match)]
    if dates:
        return iso_date(dates[-1])
    match = DATE.match(without_access(tail).lstrip(" ,;.("))
    return None if match is None else iso_date(match)


def _in_quotes(text: str, match: re.Match[str]) -> bool:
    return any(quoted.start() < match.start() < quoted.end() for quoted in _QUOTED.finditer(text))
