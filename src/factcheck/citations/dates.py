"""Dates of publication and access as notes write them, to ISO 8601 at the precision written."""

from __future__ import annotations

import re

from factcheck.patterns import regex

# English, Russian, Polish, German, French, Lithuanian, Belarusian and Ukrainian month names as they stand in dates.
_NAMES = (
    "january jan январь января студзеня січня styczeń stycznia januar jänner janvier sausio",
    "february feb февраль февраля лютага лютого luty lutego februar février vasario",
    "march mar март марта сакавіка березня marzec marca märz mars kovo",
    "april apr апрель апреля красавіка квітня kwiecień kwietnia avril balandžio",
    "may май мая траўня травня maj maja mai gegužės",
    "june jun июнь июня чэрвеня червня czerwiec czerwca juni juin birželio",
    "july jul июль июля ліпеня липня lipiec lipca juli juillet liepos",
    "august aug август августа жніўня серпня sierpień sierpnia août rugpjūčio",
    "september sept sep сентябрь сентября верасня вересня wrzesień września septembre rugsėjo",
    "october oct октябрь октября кастрычніка жовтня październik października oktober octobre spalio",
    "november nov ноябрь ноября лістапада листопада listopad listopada novembre lapkričio",
    "december dec декабрь декабря снежня грудня grudzień grudnia dezember décembre gruodžio",
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:1[5-9]|20)\d\d"
_LAST_MONTH, _LAST_DAY = 12, 31
# The months' names stand in it once, as they are most of what compiling costs: what comes before decides what follows.
DATE = regex(
    rf"""(?<![\w/.–-])(?:
        (?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)
      | (?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.|er)?\s(?:of\s|de\s)?
          |(?P<y6>{_YEAR})[.,]?\s(?P<d6>\d{{1,2}})\s|(?P<y7>{_YEAR})\sm\.\s)?(?P<month>{_MONTH})
        (?(d1)\.?,?\s(?P<y1>{_YEAR})|(?(y6)|(?(y7)\s(?P<d7>\d{{1,2}})(?=\sd\.)
          |(?:\.?\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>{_YEAR})|\.?,?\s(?P<y3>{_YEAR})))))
      | (?P<d4>\d{{1,2}})\.\s?(?P<n4>\d{{1,2}})\.\s?(?P<y4>{_YEAR})
      | (?P<y5>{_YEAR})
    )(?![\w–-]|[./]\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_ACCESSED = regex(
    r"""(?:(?:last\s)?(?:accessed|retrieved|visited|viewed|checked|consulted)(?:\son)?|access(?:ed)?\sdate
    |дата\s(?:обращения|доступа|просмотра|звернення|звароту)|доступ|просмотрено|dostęp|data\sdostępu|abgerufen(?:\sam)?
    |(?:letzter\s)?(?:Zugriff|Abruf)(?:\sam)?|consulté\sle|žiūrėta)\s*:?,?\s*(?=.{0,12}\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_ACCESS_NOTE = regex(rf"[(\[]?{_ACCESSED.pattern}[^)\];]{{0,30}}[)\]]?", re.VERBOSE | re.IGNORECASE)
_NEAR = 30


def first_date(text: str) -> str | None:
    """The first date in `text` as ISO 8601, as precise as written (``2022-01-27``, ``2019-12``, ``2015``)."""
    match = DATE.search(text)
    return None if match is None else iso_date(match)


def iso_date(match: re.Match[str]) -> str:
    """The date that `DATE` matched; a day or month that the calendar does not have is left out."""
    part = match.groupdict()
    if part["iso"]:
        return str(part["iso"])
    for number in "123467":
        year = part[f"y{number}"]
        if year:
            month = int(part["n4"]) if number == "4" else _MONTHS[part["month"].casefold()]
            day = int(part.get(f"d{number}") or 0)
            if not 1 <= month <= _LAST_MONTH or day > _LAST_DAY:
                return str(year)
            return f"{year}-{month:02}" + (f"-{day:02}" if day else "")
    return str(part["y5"])


def access_date(text: str) -> str | None:
    """The date after "accessed" or its like; None where none is given."""
    match = _ACCESSED.search(text)
    return None if match is None else first_date(text[match.end() : match.end() + _NEAR])


def without_access(text: str) -> str:
    """`text` without its "(accessed …)"."""
    return _ACCESS_NOTE.sub("", text)
