"""Dates, years, spans of years and decades at a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.quantities import kinds
from factcheck.quantities.drafts import Draft
from factcheck.quantities.tokens import NUMBER, WORD, Tokens

if TYPE_CHECKING:
    from factcheck.quantities.lexicon import Lexicon

FIRST_YEAR, LAST_YEAR = 1000, 2199
FIRST_LIKELY = 1700
_DAYS = 31
_MONTHS = 12
_YEAR_DIGITS = 4
_LONGEST_DATE = 10  # 03.02.2016
DASHES = frozenset("-–—−‒‑")
_LIST_SIGNS = frozenset({"-", "–", "—", ",", "/"})
_APOSTROPHES = frozenset("'’`ʼ‘")


def find_dates(t: Tokens, lex: Lexicon, i: int) -> tuple[list[Draft], int] | None:
    """The dates that begin at token `i` and the token after them: one, or several that share a month or a year."""
    if t.kinds[i] == NUMBER:
        if not t.words[i].isdecimal():
            return _numeric(t, lex, i)
        return _numeric(t, lex, i) or _named_parts(t, lex, i) or _year_first(t, lex, i) or _day_first(t, lex, i)
    if t.words[i] in lex.months:
        return _month_first(t, lex, i)
    return _day_first(t, lex, i) if t.words[i] in lex.ordinals or t.words[i] in lex.numerals else None


def is_year(word: str) -> bool:
    """Whether digits can be a year: four of them, 1000 to 2199."""
    return len(word) == _YEAR_DIGITS and word.isdecimal() and FIRST_YEAR <= int(word) <= LAST_YEAR


def date(start: int, end: int, iso: str) -> Draft:
    """A date draft; its bounds stay empty as the report format asks."""
    return Draft(start, end, None, None, kind=kinds.DATE, iso_date=iso, bare=False)


def _iso(year: str | None, month: int, day: int | None) -> str:
    head = f"{int(year):04d}" if year else "-"
    return f"{head}-{month:02d}" + (f"-{day:02d}" if day else "")


def _numeric(t: Tokens, lex: Lexicon, i: int) -> tuple[list[Draft], int] | None:
    """``03.02.2016``, ``2016-02-03``, ``25/12/2019``, ``12.2019``."""
    word = t.words[i]
    if t.glued[i] and t.words[i - 1] in {"/", "-", ".", "_"}:
        return None
    if not word.isdecimal():
        parts = word.split(".") if len(word) <= _LONGEST_DATE else []
        return (
            (_parts(t, lex, i, i + 1, parts) or _day_stop_month(t, lex, i, parts))
            if len(parts) in {2, 3} and all(parts)
            else None
        )
    sign = t.words[i + 1]
    if sign not in {"-", "/", "."} or not t.glued[i + 1] or not t.glued[i + 2] or t.kinds[i + 2] != NUMBER:
        return None
    if t.words[i + 3] != sign or not t.glued[i + 3] or not t.glued[i + 4] or t.kinds[i + 4] != NUMBER:
        return None
    if t.glued[i + 5] and t.words[i + 5] in {"-", "/"}:
        return None
    return _parts(t, lex, i, i + 5, [word, t.words[i + 2], t.words[i + 4]])


def _named_parts(t: Tokens, lex: Lexicon, i: int) -> tuple[list[Draft], int] | None:
    """``23/Sep/2020``, ``2020-Sep-23``, ``01-août-2019``."""
    sign = t.words[i + 1]
    month = lex.months.get(t.words[i + 2])
    if month is None or sign not in {"-", "/", "."} or t.words[i + 3] != sign or not all(t.glued[i + 1 : i + 5]):
        return None
    first, last = t.words[i], t.words[i + 4]
    year, day = (first, last) if is_year(first) else (last, first)
    if not is_year(year) or not (len(day) <= 2 and day.isdecimal() and 1 <= int(day) <= _DAYS):
        return None
    return [date(i, i + 5, _iso(year, month, int(day)))], i + 5


def _day_stop_month(t: Tokens, lex: Lexicon, i: int, parts: list[str]) -> tuple[list[Draft], int] | None:
    """``28.10.`` and ``am 28.10``, where a full stop is no decimal sign."""
    if (
        not lex.comma_decimal
        or len(parts) != 2
        or len(parts[1]) != 2
        or len(parts[0]) > 2
        or not "".join(parts).isdecimal()
    ):
        return None
    day, month = int(parts[0]), int(parts[1])
    stop = t.words[i + 1] == "." and t.glued[i + 1] and i + 2 < t.size
    if not ((stop and lex.code == "de") or t.words[i - 1] in lex.day_before) or not (
        1 <= day <= _DAYS and 1 <= month <= _MONTHS
    ):
        return None
    end = i + 2 if stop else i + 1
    return [date(i, end, _iso(None, month, day))], end


def _parts(t: Tokens, lex: Lexicon, start: int, end: int, parts: list[str]) -> tuple[list[Draft], int] | None:
    if not all(part.isdecimal() and len(part) <= _YEAR_DIGITS for part in parts):
        return None
    if len(parts) == 2:
        month, year = parts
        if is_year(year) and int(year) >= FIRST_LIKELY and len(month) == 2 and 1 <= int(month) <= _MONTHS:
            return [date(start, end, _iso(year, int(month), None))], end
        return None
    iso = _day_month_year(parts, american=lex.code == "en" and t.words[start + 1] in {"/", "-"})
    return ([date(start, end, iso)], end) if iso else None


def _day_month_year(parts: list[str], *, american: bool) -> str | None:
    first, second, third = parts
    if is_year(first) and len(second) <= 2 and len(third) <= 2:
        day, month, year = int(third), int(second), first
    elif is_year(third) and len(first) <= 2 and len(second) <= 2:
        day, month, year = int(first), int(second), third
        if month > _MONTHS >= day:
            day, month = month, day
        elif american and day <= _MONTHS and day != month:
            return third  # 3/4/2016: March or April, by country; only the year is certain
    elif len(first) == len(second) == len(third) == 2 and (int(first) > _MONTHS or not american or first == second):
        day, month, year = int(first), int(second), ("20" if int(third) < 50 else "19") + third
    else:
        return None
    return _iso(year, month, day) if 1 <= day <= _DAYS and 1 <= month <= _MONTHS else None


def _month(t: Tokens, lex: Lexicon, i: int, *, sure: bool = False) -> tuple[int, int] | None:
    """The month named at token `i` and the token after it, its abbreviation's stop included.

    `sure`: what stands beside it proves that ``march`` is the month without its capital.
    """
    if t.kinds[i] != WORD:
        return None
    month = lex.months.get(t.words[i])
    if month is not None and t.words[i] in lex.numerals and not _dated(t, i):
        return None  # sept is seven
    if month is None or (t.words[i] in lex.month_capital and not sure and not t.written(i)[0].isupper()):
        return None
    end = i + 1
    if t.words[end] == "." and t.glued[end] and len(t.words[i]) <= 5 and t.near[end + 1]:
        end += 1
    return month, end


def _dated(t: Tokens, i: int) -> bool:
    return t.kinds[i - 1] == NUMBER and ((t.words[i + 1] == "." and t.glued[i + 1]) or is_year(t.words[i + 1]))


def _year(t: Tokens, lex: Lexicon, i: int) -> tuple[str, int] | None:
    """The year at token `i`, after a comma or *of* or not, and the token after it and its word for year."""
    at = i
    if t.words[at] == ",":
        at += 1
    elif t.words[at] in lex.date_joins or t.words[at] in lex.year_joins:
        at += 1
        if t.words[at] in lex.date_joins:
            at += 1
    elif t.words[at] in {"-", "/"} and t.glued[at] and t.glued[at + 1] and is_year(t.words[at + 1]):
        return t.words[at + 1], at + 2
    if t.words[at] in _APOSTROPHES and t.glued[at + 1] and len(t.words[at + 1]) == 2 and t.words[at + 1].isdecimal():
        digits = t.words[at + 1]
        return ("20" if int(digits) < 50 else "19") + digits, at + 2
    word = t.words[at]
    if not is_year(word) and not (len(word) in {6, 7, 8} and is_year(word[:4]) and word[4] == "."):
        return None
    if (
        not t.near[at]
        or int(word[:4]) < FIRST_YEAR
        or (t.words[at + 1] in DASHES and t.glued[at + 1] and t.kinds[at + 2] == NUMBER and t.glued[at + 2])
    ):
        return None
    return word[:4], year_word(t, lex, at + 1)


def year_word(t: Tokens, lex: Lexicon, end: int) -> int:
    """Past the word for year at token `end` and its stop (``г.``), if there is one."""
    if t.words[end] in lex.year_words and (t.near[end] or t.glued[end]):
        end += 1
        if t.words[end] == "." and t.glued[end] and t.near[end + 1] and len(t.words[end - 1]) <= 2:
            end += 1
    return end


def _day(t: Tokens, lex: Lexicon, i: int) -> tuple[int, int] | None:
    """The day of a month at token `i` and the token after it, ordinal endings included."""
    word = t.words[i]
    spelled = lex.ordinals.get(word)
    if spelled is not None and spelled <= _DAYS:
        return spelled, i + 1
    if t.kinds[i] == WORD:
        return _spelled_day(t, lex, i)
    if t.kinds[i] != NUMBER or not word.isdecimal() or not 1 <= len(word) <= 2 or not 1 <= int(word) <= _DAYS:
        return None
    end = i + 1
    if t.glued[end] and (t.words[end] in lex.ordinal_suffixes):
        end += 1
    elif t.glued[end] and t.words[end] in {"-", "‑"} and t.words[end + 1] in lex.ordinal_suffixes and t.glued[end + 1]:
        end += 2
    elif t.glued[end] and t.words[end] == ".":
        end += 1
    return int(word), end


def _spelled_day(t: Tokens, lex: Lexicon, i: int) -> tuple[int, int] | None:
    """``twenty-first``, ``twenty one``, ``двадцать первое``."""
    tens = lex.numerals.get(t.words[i])
    at = i + 2 if t.words[i + 1] in {"-", "‑"} and t.glued[i + 1] else i + 1
    if tens is None or tens[0] not in {20, 30} or not (t.near[at] or t.glued[at]):
        return None
    unit = lex.ordinals.get(t.words[at]) or lex.numerals.get(t.words[at], (int(t.words[at] in lex.one), 0))[0]
    return (tens[0] + unit, at + 1) if 0 < unit < 10 and tens[0] + unit <= _DAYS else None


def _day_first(t: Tokens, lex: Lexicon, i: int) -> tuple[list[Draft], int] | None:
    """``4 November 2021``, ``2–8 December``, ``2, 5 и 8 декабря``, ``9. August 2020``."""
    days: list[tuple[int, int, int]] = []
    at = i
    while (day := _day(t, lex, at)) is not None:
        days.append((day[0], at, day[1]))
        after = day[1]
        sure = t.words[after - 1] in lex.ordinal_suffixes
        if t.words[after] in lex.date_joins and t.near[after]:
            after += 1
            if t.words[after] in lex.date_joins:
                after += 1
        near = t.near[after] or t.words[after - 1] == "." or t.words[after] in DASHES
        month = _month(t, lex, after, sure=sure) if near else None
        if month:
            return None if _has_day(t, lex, month[1]) else _with_days(t, lex, days, month)
        if t.words[after] in DASHES and t.glued[after] and (month := _month(t, lex, after + 1)):
            return _with_days(t, lex, days, month)
        if len(days) > 4 or not _list_join(t, lex, day[1]):
            return None
        at = day[1] + 1
    return None


def _has_day(t: Tokens, lex: Lexicon, i: int) -> bool:
    """Whether the month before token `i` has its day after it: ``Nr. 7 kovo 3 d.``."""
    return t.kinds[i] == NUMBER and t.words[i + 1] in lex.day_words


def _list_join(t: Tokens, lex: Lexicon, i: int) -> bool:
    word = t.words[i]
    return (
        word in _LIST_SIGNS
        or word in lex.conjunctions
        or word in lex.to
        or word in lex.between_joins
        or word in lex.alternatives
    )


def _with_days(
    t: Tokens, lex: Lexicon, days: list[tuple[int, int, int]], month: tuple[int, int]
) -> tuple[list[Draft], int]:
    year = _year(t, lex, month[1])
    end = year[1] if year else month[1]
    drafts = [date(start, stop, _iso(year[0] if year else None, month[0], day)) for day, start, stop in days]
    drafts[-1].end = end
    return drafts, end


def _month_first(t: Tokens, lex: Lexicon, i: int) -> tuple[list[Draft], int] | None:
    month = _month(t, lex, i, sure=_day_and_end(t, lex, i + 1))
    if month is None or (t.glued[i] and t.words[i - 1] in {".", "/", "@"}):
        return None
    number, at = month
    found = _month_days(t, lex, i, number, at)
    if found:
        return found
    year = _year(t, lex, at)
    if year:
        return [date(i, year[1], _iso(year[0], number, None))], year[1]
    pair = _month_pair(t, lex, i, number, at)
    if pair:
        return pair
    return _month_alone(t, lex, i, number)


def _day_and_end(t: Tokens, lex: Lexicon, i: int) -> bool:
    """Whether a day and then a year or the end of the clause stand at token `i`: ``march 3, 2015``."""
    if t.words[i - 1] not in lex.month_capital or t.kinds[i] != NUMBER or not t.near[i]:
        return False
    day = _day(t, lex, i)
    return (
        day is not None
        and (t.kinds[day[1]] != WORD)
        and (t.words[day[1]] in {"", ",", ".", ")"} or is_year(t.words[day[1]]))
    )


def _month_days(t: Tokens, lex: Lexicon, i: int, month: int, at: int) -> tuple[list[Draft], int] | None:
    """``September 17, 2021``, ``May 2–8, 2019``, ``lapkričio 4 d.``."""
    glued = t.words[at] in {"-", "/"} and t.glued[at] and t.glued[at + 1]
    ordinal = t.words[at] == "," and t.kinds[at + 1] == NUMBER and t.words[at + 2] in lex.ordinal_suffixes
    if t.words[at] in lex.date_joins or glued or ordinal:
        at += 1
    day = _day(t, lex, at)
    if day is None or not (t.near[at] or t.glued[at]):
        return None
    days = [(day[0], i, day[1])]
    end = day[1]
    while len(days) < 5 and _list_join(t, lex, end) and (more := _day(t, lex, end + 1)) and t.words[end] != "/":
        if not _ends_day(t, lex, more[1]) or more[0] <= days[-1][0]:
            break
        days.append((more[0], end + 1, more[1]))
        end = more[1]
    if not _ends_day(t, lex, end):
        return None
    if t.words[end] in lex.day_words:
        end += 1
        if t.words[end] == "." and t.glued[end]:
            end += 1
    year = _year(t, lex, end)
    end = year[1] if year else end
    drafts = [date(start, stop, _iso(year[0] if year else None, month, number)) for number, start, stop in days]
    drafts[-1].end = end
    return drafts, end


def _ends_day(t: Tokens, lex: Lexicon, end: int) -> bool:
    """No day: ``March 5 million``, ``May 12%``, ``August 15:30``."""
    return not (t.words[end] in {"%", ":", "€", "$"} or t.words[end] in lex.scales) and not (
        t.glued[end] and t.kinds[end] == NUMBER
    )


def _month_pair(t: Tokens, lex: Lexicon, i: int, month: int, at: int) -> tuple[list[Draft], int] | None:
    """``January–March 2020``, ``March and April 2020``: the year is both months'."""
    word = t.words[at]
    if word not in DASHES and word not in lex.conjunctions and word not in lex.to and word not in lex.alternatives:
        return None
    second = _month(t, lex, at + 1)
    if second is None or _month_days(t, lex, at + 1, second[0], second[1]):
        return None
    year = _year(t, lex, second[1])
    if year is None and not _may_stand(t, lex, i):
        return None
    digits, end = year or (None, second[1])
    return [date(i, at, _iso(digits, month, None)), date(at + 1, end, _iso(digits, second[0], None))], end


def _may_stand(t: Tokens, lex: Lexicon, i: int) -> bool:
    before = t.words[i - 1]
    if before in {"-", "–"} or before in _APOSTROPHES:
        before = t.words[i - 2]
    return before in lex.month_before or t.words[i] in lex.month_alone


def _month_alone(t: Tokens, lex: Lexicon, i: int, month: int) -> tuple[list[Draft], int] | None:
    if len(t.words[i]) < 3 or not _may_stand(t, lex, i) or t.words[i + 1] in _APOSTROPHES:
        return None
    if lex.month_capital and not t.written(i)[0].isupper():
        return None
    return [date(i, i + 1, _iso(None, month, None))], i + 1


def _year_first(t: Tokens, lex: Lexicon, i: int) -> tuple[list[Draft], int] | None:
    """``2021 m. lapkričio 4 d.``, ``2019 m. gruodžio mėn.``; elsewhere a month after a year is the next phrase's."""
    if lex.code != "lt" or not is_year(t.words[i]):
        return None
    at = year_word(t, lex, i + 1)
    month = _month(t, lex, at)
    if month is None or at == i + 1:
        return None
    days = _month_days(t, lex, at, month[0], month[1])
    if days is None:
        return [date(i, month[1], _iso(t.words[i], month[0], None))], month[1]
    drafts, end = days
    for draft in drafts:
        draft.iso_date = t.words[i] + str(draft.iso_date)[1:]
    drafts[0].start = i
    return drafts, end
