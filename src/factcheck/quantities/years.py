"""Years, spans of years and decades at a token."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantities import kinds
from factcheck.quantities.dates import DASHES, FIRST_LIKELY, LAST_YEAR, is_year, year_word
from factcheck.quantities.drafts import Draft
from factcheck.quantities.tokens import NUMBER, WORD, Tokens

if TYPE_CHECKING:
    from factcheck.quantities.lexicon import Lexicon

_YEAR_DIGITS = 4
_PART_NEAR = 4
# Before 1200 they are no sign of a year, as *in* is.
_PLAIN = frozenset("the of for by about de d pour vers за на по za na po około für um gegen apie".split())
_APOSTROPHES = frozenset("'’`ʼ‘")


def year_draft(start: int, end: int, low: int, high: int | None = None, *, span: bool = False) -> Draft:
    """A year, a span of years (kind range) or a decade."""
    last = low if high is None else high
    draft = Draft(start, end, Decimal(low), Decimal(last), step=Decimal(1), bare=False)
    draft.kind = kinds.RANGE if span else kinds.YEAR
    draft.iso_date = f"{low:04d}" if high is None else None
    return draft


def find_years(t: Tokens, lex: Lexicon, i: int) -> tuple[list[Draft], int] | None:
    """A decade, a span of years or a year at token `i`."""
    word = t.words[i]
    decade = _decade(t, lex, i)
    if decade:
        return [decade], decade.end
    if not is_year(word):
        return _marked_year(t, i)
    year = int(word)
    span = _span(t, lex, i, year)
    if span:
        return [span], span.end
    if t.words[i + 1] in {"-", "‑"} and t.glued[i + 1] and t.glued[i + 2] and t.words[i + 2] in lex.ordinal_suffixes:
        end = year_word(t, lex, i + 3)
        return [year_draft(i, end, year)], end
    if not _reads_as_year(t, lex, i, year):
        return None
    end = year_word(t, lex, i + 1)
    return [year_draft(i, end, year)], end


def _marked_year(t: Tokens, i: int) -> tuple[list[Draft], int] | None:
    """``2020.152``: a year, a full stop and a note marker."""
    word = t.words[i]
    head, _, tail = word.partition(".")
    if not (is_year(head) and int(head) >= 1900 and 1 <= len(tail) <= 3 and tail.isdecimal()) or t.words[i + 1] == "%":
        return None
    return [year_draft(i, i + 1, int(head))], i + 1


def _decade(t: Tokens, lex: Lexicon, i: int) -> Draft | None:
    """``mid-1990s``, ``1990-х годов``, ``lata 90.``, ``années 1990``."""
    word = t.words[i]
    if not word.isdecimal() or len(word) not in {2, 4} or not word.endswith("0"):
        return None
    end = i + 1
    after = end
    if (t.words[after] in {"-", "‑"} and t.glued[after]) or (
        t.words[after] in _APOSTROPHES and t.glued[after] and t.words[after + 1] == "s"
    ):
        after += 1
    marked = t.glued[after] and t.words[after] in lex.decade_after
    spaced = not marked and t.near[end] and t.words[end] in lex.decade_after and len(t.words[end]) > 2
    listed = (t.words[end] in DASHES or t.words[end] in lex.conjunctions) and t.kinds[end + 1] == NUMBER
    before = t.words[i - 1] in lex.decade_before and not listed
    marked = marked or (
        t.glued[after] and t.words[after] in lex.ordinal_suffixes and t.words[after + 1] in lex.years_plural
    )
    if not (marked or spaced or before):
        return None
    first = int(word) if len(word) == _YEAR_DIGITS else 1900 + int(word) + (100 if int(word) < 30 else 0)
    if not FIRST_LIKELY - 300 <= first <= LAST_YEAR:
        return None
    if marked or spaced:
        end = after + 1 if marked else end + 1
    end = year_word(t, lex, end)
    start = i
    while t.words[start - 1] in {"-", "–", "'", "’", *lex.decade_part}:
        start -= 1
    if start < i and t.words[start] not in lex.decade_part:
        start = i
    if start == i:  # Mitte der 1990er, au milieu des années 1990
        start = next((at for at in range(i - 1, i - _PART_NEAR, -1) if t.words[at] in lex.decade_part), i)
    draft = year_draft(start, end, first, first + 9)
    draft.hedge = kinds.ABOUT if start < i else kinds.EXACT
    return draft


def _span(t: Tokens, lex: Lexicon, i: int, year: int) -> Draft | None:
    """``2014-16``, ``2021–3``, ``2018/19``, ``between 2014 and 2016``."""
    at = i + 1
    word = t.words[at]
    if t.words[at] in lex.year_words and t.words[at + 1] in lex.to | lex.between_joins:
        at += 1
        word = t.words[at]
    if word in DASHES or word == "/":
        last = _span_end(t, at + 1, year, glued=t.glued[at] and t.glued[at + 1])
    elif (word in lex.to and t.words[i - 1] in lex.open_from) or (
        word in lex.between_joins and t.words[i - 1] in lex.open_between
    ):
        last = int(t.words[at + 1]) if is_year(t.words[at + 1]) else None
    else:
        return None
    if last is None or not year < last <= LAST_YEAR or year < FIRST_LIKELY - 800:
        return None
    end = at + 2
    if t.glued[end] and t.kinds[end] == WORD and t.words[end] not in lex.year_words:
        return None
    if _measured(t, lex, end):
        return None
    return year_draft(i, year_word(t, lex, end), year, last, span=True)


def _span_end(t: Tokens, i: int, year: int, *, glued: bool) -> int | None:
    word = t.words[i]
    if word.find(".") == _YEAR_DIGITS:
        word = word[:_YEAR_DIGITS]
    if t.kinds[i] != NUMBER or not word.isdecimal():
        return None
    if is_year(word):
        return int(word)
    if not glued or len(word) > 2 or (t.glued[i + 1] and t.words[i + 1] in DASHES):
        return None
    base: int = 10 ** len(word)
    return year - year % base + int(word)


def _reads_as_year(t: Tokens, lex: Lexicon, i: int, year: int) -> bool:
    """Whether a four-digit number is a year rather than a count."""
    after, before = t.words[i + 1], t.words[i - 1]
    if after in lex.year_words and (t.near[i + 1] or t.glued[i + 1]):
        return True
    ranged = (after in DASHES or after in lex.to) and _four_digits(t.words[i + 2]) and _measured(t, lex, i + 3)
    if ranged or _measured(t, lex, i + 1) or (t.glued[i + 1] and t.kinds[i + 1] == WORD):
        return False  # 2000 bis 2500 Euro
    if year < FIRST_LIKELY:
        plain = before in lex.year_before and before not in lex.open_from and before not in lex.to | _PLAIN
        return plain and after not in lex.countables and not _noun_follows(t, lex, i)
    if lex.hedges.match_back(t.words, i - 1) and before not in lex.year_before:
        return not _noun_follows(t, lex, i)
    return after not in lex.countables or before in lex.year_before - {"the", "of", "for", "to", "by", "from"}


def _four_digits(word: str) -> bool:
    return len(word) == _YEAR_DIGITS and word.isdecimal()


def _measured(t: Tokens, lex: Lexicon, at: int) -> bool:
    word = t.words[at]
    if word in lex.scales or word in {"%", "€", "$", "£", "₽"}:
        return True
    return (
        word in lex.unit_starts
        and word not in lex.year_words
        and t.near[at]
        and lex.units.match(t.words, at) is not None
    )


def _noun_follows(t: Tokens, lex: Lexicon, i: int) -> bool:
    return t.kinds[i + 1] == WORD and t.near[i + 1] and t.words[i + 1] not in lex.stopwords
