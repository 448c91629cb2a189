"""What a note says of the work it cites: authors, title, publisher, dates; what is not clear is left out."""

from __future__ import annotations

import re

from factcheck.model import Reference

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan января январь studzień stycznia januar janvier sausio",
            "february feb февраля февраль luty lutego februar février vasario",
            "march mar марта март marzec marca märz mars kovo",
            "april apr апреля апрель kwiecień kwietnia avril balandžio",
            "may мая май maj maja mai gegužės",
            "june jun июня июнь czerwiec czerwca juni juin birželio",
            "july jul июля июль lipiec lipca juli juillet liepos",
            "august aug августа август sierpień sierpnia août rugpjūčio",
            "september sept sep сентября сентябрь wrzesień września septembre rugsėjo",
            "october oct октября октябрь październik października oktober octobre spalio",
            "november nov ноября ноябрь listopad listopada novembre lapkričio",
            "december dec декабря декабрь grudzień grudnia dezember décembre gruodžio",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"""(?<![\w/.-])(?:
        (?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))
      | (?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.|er)?\s(?:of\s)?(?P<m1>{_MONTH})\.?,?\s(?P<y1>(?:19|20)\d\d)
      | (?P<m2>{_MONTH})\.?\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>(?:19|20)\d\d)
      | (?P<m3>{_MONTH})\.?,?\s(?P<y3>(?:19|20)\d\d)
      | (?P<d4>\d{{1,2}})\.\s?(?P<n4>\d{{1,2}})\.\s?(?P<y4>(?:19|20)\d\d)
      | (?P<y5>(?:19|20)\d\d)
    )(?![\w-]|[./]\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_ACCESSED = re.compile(
    r"(?:(?:last\s)?(?:accessed|retrieved|visited|viewed|checked|consulted)(?:\son)?|access\sdate|дата\s(?:обращения|доступа)|"
    r"доступ|просмотрено|dostęp|data\sdostępu|abgerufen(?:\sam)?|Zugriff(?:\sam)?|letzter\sZugriff|consulté\sle|žiūrėta|"
    r"dátum\sprístupu|дата\sзвернення|дата\sзвароту)\s*:?,?\s*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“«„\"]([^“”«»„\"]{4,300})[”»“\"]|(?<!\w)[‘']([^\n]{4,300}?)[’'](?=[,.;:)]|\s*$|\s\()")
_YEAR_IN_BRACKETS = re.compile(r"\(((?:\d{1,2}\.\d{1,2}\.)?(?:19|20)\d\d)[a-z]?\)\.?,?:?\s*")
_PERSON = r"[^\W\d_a-zа-яё][^\W\d_]+(?:[-’'][^\W\d_]+)*"
_AUTHORS = re.compile(
    rf"""^(?i:(?:for\smore\sinformation,?\s)?(?:see|cf\.?|также|см\.|zob\.|vgl\.)\s(?:also\s)?)?
    (?P<authors>(?:{_PERSON},\s(?:[^\W\d_]\.[\s-]?){{1,3}}|(?:(?:[^\W\d_]\.|{_PERSON})\s){{1,4}}{_PERSON})
    (?:(?:,\s|,?\s(?:and|&|и|i|und|et)\s)(?:{_PERSON},\s(?:[^\W\d_]\.[\s-]?){{1,3}}|(?:(?:[^\W\d_]\.|{_PERSON})\s){{1,4}}{_PERSON})){{0,5}})
    (?=\.?\s?\((?:19|20)\d\d|,\s[“«„"‘']|,\s|:\s)""",
    re.VERBOSE,
)
_AVAILABLE = re.compile(
    r"[,;.]?\s*(?:(?:advanced\sonline\spublication\s)?available\s(?:at|from|online)|online|url|retrieved\sfrom|at|in|доступно|"
    r"режим\sдоступа|dostępne|verfügbar|link)\s*:?\s*$",
    re.IGNORECASE,
)
_PLACE_PUBLISHER = re.compile(
    r"(?P<place>[A-Z][\w. ]{2,30}):\s(?P<publisher>[A-Z][^,.;:()]{2,60}),?\s(?P<year>(?:19|20)\d\d)"
)
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s?[\d-]{10,17}[\dXx]?", re.IGNORECASE)
_JOURNAL = re.compile(r"\b(?:Vol|No|Nr|Jg|т|вып)\.\s?\d+.{0,40}\b(?:pp?|S|s|с)\.\s?\d+", re.IGNORECASE)
_LONGEST = 600


def read_reference(before: str, after: str = "") -> Reference:
    """The reference printed `before` a URL, with an access date that may stand `after` it."""
    text, tail = _one_line(before)[-_LONGEST:], _one_line(after)[:_LONGEST]
    accessed = _accessed(tail) or _accessed(text)
    text = _ACCESSED_PART.sub("", _AVAILABLE.sub("", text)).strip(" ,;:")
    return Reference(
        _authors(text), _title(text), _publisher(text), _published(text) or _published_after(tail), accessed
    )


_ACCESSED_PART = re.compile(rf"\(?{_ACCESSED.pattern}[^);]{{0,40}}\)?", re.IGNORECASE)


def is_work(text: str) -> bool:
    """Whether a note without a URL names a work that a library finds: a book's imprint, an ISBN, a journal's issue."""
    line = _one_line(text)
    return any(pattern.search(line) for pattern in (_PLACE_PUBLISHER, _ISBN, _JOURNAL))


def first_date(text: str) -> str | None:
    """The first date in `text` as ISO 8601, as precise as written."""
    match = _DATE.search(text)
    return None if match is None else _iso(match)


def _one_line(text: str) -> str:
    return " ".join(re.sub(r"(?<=[a-zа-яё])-\n(?=[a-zа-яё])", "", text).split())


def _accessed(text: str) -> str | None:
    match = _ACCESSED.search(text)
    return None if match is None else first_date(text[match.end() : match.end() + 40])


def _iso(match: re.Match[str]) -> str | None:
    group = match.groupdict()
    if group["iso"]:
        return str(group["iso"])
    for number in "1234":
        if group.get(f"y{number}"):
            month = int(group["n4"]) if number == "4" else _MONTHS[group[f"m{number}"].casefold()]
            day = group.get(f"d{number}")
            if not 1 <= month <= 12 or (day and not 1 <= int(day) <= 31):
                return str(group[f"y{number}"])
            return f"{group[f'y{number}']}-{month:02}" + (f"-{int(day):02}" if day else "")
    return str(group["y5"])


def _published(text: str) -> str | None:
    bracket = _YEAR_IN_BRACKETS.search(text)
    if bracket:
        return first_date(bracket.group(1))
    dates = [match for match in _DATE.finditer(text) if not _in_quotes(text, match)]
    return _iso(dates[-1]) if dates else None


def _published_after(tail: str) -> str | None:
    match = _DATE.match(tail.lstrip(" ,;.("))
    return None if match is None else _iso(match)


def _in_quotes(text: str, match: re.Match[str]) -> bool:
    return any(quoted.start() < match.start() < quoted.end() for quoted in _QUOTED.finditer(text))


def _title(text: str) -> str | None:
    quoted = _QUOTED.search(text)
    if quoted:
        return (quoted.group(1) or quoted.group(2)).strip(" ,.") or None
    bracket = _YEAR_IN_BRACKETS.search(text)
    if bracket:
        return _to_sentence_end(text[bracket.end() :]) or _to_sentence_end(text[: bracket.start()]) or None
    authors = _AUTHORS.match(text)
    return _to_sentence_end(text[authors.end("authors") :].lstrip(" ,:.")) or None if authors else None


def _to_sentence_end(text: str) -> str:
    match = re.match(r"\s*(.{3,300}?)(?:\.\s|[,;]\s(?=[^\W\d_a-zа-яё])|,\s(?=\d)|$)", text)
    return match.group(1).strip(" ,.") if match else ""


def _authors(text: str) -> tuple[str, ...]:
    match = _AUTHORS.match(text)
    if match is None:
        return ()
    names = re.split(
        r",?\s(?:and|&|и|i|und|et)\s|(?<=\.),\s|(?<=\w{3}),\s(?=[^\W\d_]\.\s?[^\W\d_]{2})", match.group("authors")
    )
    return tuple(name.strip(" ,") for name in names if name.strip(" ,"))


def _publisher(text: str) -> str | None:
    imprint = _PLACE_PUBLISHER.search(text)
    return imprint.group("publisher").strip() if imprint else None
