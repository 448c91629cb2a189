"""Where a reference's names, title and container stand, by the first style that fits.

The styles are those of Chicago, APA, Harvard, Vancouver, GOST R 7.0.5 ("Title // Container"), German "in:" and Polish
or French lists of commas; what fits none is left alone.
"""

from __future__ import annotations

import re

from factcheck.citations.dates import DATE
from factcheck.citations.names import (
    INITIALLED,
    INVERTED,
    UPPER,
    VANCOUVER,
    is_body,
    is_initials,
    is_person,
    is_short_name,
)
from factcheck.patterns import regex
from factcheck.records import record

BRACKET_DATE = regex(rf"\((?P<date>[^()]{{0,20}}(?:1[5-9]|20)\d\d[a-z]?)(?P<more>,\s{UPPER}?[^()]{{3,20}})?\)[.,:]*\s*")
QUOTED = regex(
    r"“([^“”]{3,300})”|«([^«»]{3,300})»|„([^„“”]{3,300})[“”]|\"([^\"]{3,300})\"|(?<!\w)[‘'](.{3,300}?)[’'](?=[,.;:)]|\s[(iI]|\s[A-Z][^()‘’]{2,50}\(|$)"
)
IMPRINT = regex(
    rf"(?:^|[,.(]\s?)(?P<place>{UPPER}(?:[^\W\d_]|[ -]|\.(?!\s)){{0,30}}(?:,\s[A-Z]{{2}})?)\s?:\s"
    rf"(?P<publisher>{UPPER}[^,.;:()]{{2,60}}?)(?:,\s(?=(?:1[5-9]|20)\d\d)|\s(?=(?:1[5-9]|20)\d\d)|\.?$)"
)
# Words before a name in quotation marks that say it is a paper's, not a work's.
_PAPER = regex(
    r"(?:^|[.,;?!–—]\s?|\s)(?:газет[аеы]|газэта|журнал[еу]?|часопис\w*|сайт\w*|портал\w*|телеканал\w*|агентств[оа]|издани[ея]|"
    r"радио|newspaper|magazine|journal|daily|weekly|portal|site|gazeta|tygodnik|dziennik|miesięcznik|kwartalnik|czasopismo|"
    r"serwis|zeitung|zeitschrift|magazin|journal|quotidien|revue|hebdomadaire|laikraštis|žurnalas|portalas)\s*$",
    re.IGNORECASE,
)
_IN = regex(r"[,.?!]?\s[Ii]n:\s")
_SLASHES = regex(r"\s//\s?")
_BRACKETED = regex(r"\s?\[[^\]]{2,40}\]")
_SENTENCE_END = regex(rf"(?<!\b\w)\.\s|[?!]\s(?={UPPER})|;\s|$")
_CONTAINER_END = regex(r"\.\s|,\s|\s[–—-]\s|\s\d|;\s|\s\(|$")
_TITLE_END = regex(r",\s|\.\s|\s\((?=[^()]{0,40}\d{4}\))|$")
_NO_WORK = regex(
    r"(?:author|интервью|беседа|interview|rozmowa|wywiad|gespräch|entretien|speech|remarks|statement\sby|выступление|pokalbis)",
    re.IGNORECASE,
)
_AND = regex(r"\s(?:and|&|и|і|i|und|et)\s")
_MOST_NAMES = 8
_SHORTEST_TITLE = 3  # words
_CONTENT_WORD, _PLAIN_WORDS, _PAPER_WORDS = 4, 2, 4  # letters; of a title that is no name, words; of a paper's name
_EDITION = regex(
    r"\s?(?:\((?:\d{1,2}(?:st|nd|rd|th)|rev(?:ised)?\.?)\sed(?:ition|\.)?\)|\[[^\]]{2,40}\])$", re.IGNORECASE
)
_NAMED_BEFORE_COLON = regex(rf"({UPPER}[^:.\d„“\"«]{{3,60}}):\s(?=[^\W\d_]|„)")


@record
class Parts:
    """A reference's text, cut where its style says so; `container` is the paper or publisher, where the style tells."""

    names: str = ""
    title: str = ""
    rest: str = ""
    container: str = ""


def without_edition(title: str) -> str:
    """`title` without "(2nd ed.)" or "[Electronic resource]" at its end."""
    return _EDITION.sub("", title)


def cut(text: str) -> Parts:
    """Cut `text` by the first style that fits; all parts are empty where none does."""
    if (slashes := _SLASHES.search(text)) is not None:
        return _gost(text[: slashes.start()], text[slashes.end() :])
    if (within := _IN.search(text)) is not None:
        return _german(text[: within.start() + (text[within.start()] in "?!")], text[within.end() :])
    return _by_marks(text)


def _by_marks(text: str) -> Parts:
    """By quotation marks, by names that end by themselves, by a date in brackets, or by commas."""
    dated, quoted = BRACKET_DATE.search(text), QUOTED.search(text)
    if quoted is not None:
        return _at_quotation(text, dated, quoted)
    by_names = _after_names(text)
    if by_names is not None:
        return by_names
    colon = _NAMED_BEFORE_COLON.match(text)
    if colon is not None and "," not in colon.group(1) and is_person(colon.group(1)):
        title, rest = _sentence(text[colon.end() :])
        return Parts(colon.group(1), title, rest)
    if dated is not None and not _in_list(text, dated):
        return _at_date(text[: dated.start()].strip(" ,"), text[dated.end() :])
    return Parts() if ", " not in text or _NO_WORK.match(text) else _names_first(text)


def _gost(left: str, right: str) -> Parts:
    """``Names Title [form] / others // Container. Year``."""
    left = _BRACKETED.sub("", left).partition(" / ")[0].strip(" .,")
    named = INITIALLED.match(left)
    names, title = (named.group(), left[named.end() :]) if named else ("", left)
    return Parts(names.strip(" ,"), title.strip(" .,"), right, _container(right))


def _german(left: str, right: str) -> Parts:
    """``Names: Title, in: Container`` and ``Names (2020): Title. In: Container``."""
    dated = BRACKET_DATE.search(left)
    if dated is not None and dated.start() > 0:
        names, title = left[: dated.start()], left[dated.end() :]
    elif (named := INVERTED.match(left) or INITIALLED.match(left)) is not None:
        names, title = named.group(), left[named.end() :]
    else:
        inside = _names_first(left)
        names, title = (inside.names, left[left.find(inside.title) :]) if inside.names else ("", left)
        if (colon := re.match(r"([^:]{3,60}):\s", title)) and is_person(colon.group(1)):
            names, title = colon.group(1), title[colon.end() :]
    return Parts(names.strip(" ,.:"), title.strip(" ,.:„“”\"'"), right, _container(right))


def _container(text: str) -> str:
    text = text.lstrip(' «„“"‘')
    return text[: _CONTAINER_END.search(text).start()].strip(' «»„“”"’.')  # type: ignore[union-attr] # matches at the end


def _at_quotation(text: str, dated: re.Match[str] | None, quoted: re.Match[str]) -> Parts:
    inside = next(group for group in quoted.groups() if group).strip(" ,.")
    before, after = text[: quoted.start()], text[quoted.end() :].lstrip(" ,.")
    paper = _PAPER.search(before)
    if paper is not None:
        left = _after_names(before[: paper.start() + 1]) or cut(before[: paper.start() + 1].strip(" ,.–—"))
        title = left.title or (before[: paper.start() + 1].strip(" ,.–—") if not left.names else "")
        return Parts(left.names, title if len(title.split()) >= _SHORTEST_TITLE else "", after, inside)
    if _is_title_of_paper(before, inside, after):
        return Parts("", before.strip(" ,"), after, inside)
    listed = _names_first(before.rstrip(" ,")) if before.rstrip().endswith(",") else Parts()
    if listed.names and listed.title and not is_initials(listed.title) and not is_person(listed.title):
        return Parts(listed.names, before[before.find(listed.title) :].strip(" ,"), after, inside)
    names = before[: dated.start()] if dated is not None and dated.start() < quoted.start() else before
    return Parts(re.sub(r"[.,]\s(?:1[5-9]|20)\d\d\W*$", "", names).strip(" ,:"), inside, after)


def _is_title_of_paper(before: str, inside: str, after: str) -> bool:
    """``Why the dredging stopped, „Gazeta Portowa”, 4 May 2020``: a plain title, and the paper in quotation marks."""
    title = before.strip(" ,")
    words = title.split()
    plain = sum(word[0].islower() and len(word) >= _CONTENT_WORD for word in words)
    paper = len(inside.split()) <= _PAPER_WORDS and DATE.match(after) is not None
    alone = "," not in title and before.rstrip().endswith(",") and not is_body(title)
    return paper and alone and plain >= _PLAIN_WORDS


def _after_names(text: str) -> Parts | None:
    """``Berg, Anna. Title. Paper``, ``Berg A, Novak I. Title.``, ``Иванов И. И. Заглавие. М.``; the same of a body."""
    names = _names_of_people(text)
    if names is None:
        first, stop, following = text.partition(". ")
        if not (stop and is_body(first) and following[:1].isupper() and not re.search(r"[(\d]|,\s", first)):
            return None
        names = f"{first}. "
    following = re.sub(r"^(?:1[5-9]|20)\d\d\.\s", "", text[len(names) :].lstrip(" .:,"))
    if not following or not (following[0].isupper() or following[0].isdigit()):
        return None
    title, rest = _sentence(following)
    return Parts(names.strip(" ,") if _names_of_people(text) else names.strip(" ,."), title, rest)


def _names_of_people(text: str) -> str | None:
    """The names that `text` begins with and that end by themselves; not those before a bracket or a comma."""
    named = INVERTED.match(text) or INITIALLED.match(text) or VANCOUVER.match(text)
    if named is None or text[named.end() :].lstrip(" .:")[:1] in {"(", ","} or named.group().rstrip()[-1:] == ",":
        return None
    return named.group()


def _sentence(text: str) -> tuple[str, str]:
    """A title up to its stop, or to an imprint, and what follows; a question mark is the title's."""
    imprint = IMPRINT.search(text)
    end = _SENTENCE_END.search(text)
    stop = end.start() + (text[end.start() : end.start() + 1] in {"?", "!"}) if end else len(text)
    if imprint and imprint.start() < stop:
        stop = imprint.start()
    return text[:stop].strip(" ,."), text[stop:].lstrip(" ,.")


def _in_list(text: str, dated: re.Match[str]) -> bool:
    """Whether a bracketed year belongs to a number or an issue in a list of commas: ``COM(2020)``, ``1234 (2020)``."""
    before = text[: dated.start()]
    return (
        ", " in before and (before[-1:].isalnum() or before.rstrip()[-1:].isdigit()) and not is_person(before.strip())
    )


def _at_date(before: str, after: str) -> Parts:
    """``Names (2019) Title. Rest`` or, where nothing follows the date, ``Title (2019)``."""
    title, rest = _sentence(after)
    if title:
        return Parts(before, title, rest)
    if is_short_name(before):
        return Parts(before)
    names_first = _names_first(before)
    return names_first if names_first.names else Parts("", before.strip(" ."))


def _names_first(text: str) -> Parts:
    """``First Last, First Last and First Last, Title, Rest``; or ``Title, Paper, date`` where no names are."""
    fields = re.split(r",\s", text)
    first = fields[0]
    if len(fields) == 1:
        return Parts()
    if not (is_person(first) or (is_body(first) and is_short_name(first)) or _has_initial(first)):
        return _title_first(fields)
    if fields[1][:1].islower():
        return Parts("", first)
    count = 2 if len(fields) > 2 and is_initials(fields[1]) else 1
    for number in range(count, min(len(fields) - 1, _MOST_NAMES)):
        # A list of names ends in "and"; without one, the next field is the title, be it two capitalised words.
        if not (is_person(fields[number]) or is_initials(fields[number])):
            break
        if _has_initial(fields[number]) and count == number:
            count += 1
        if _AND.search(fields[number]):
            count = number + 1
    names, rest = ", ".join(fields[:count]), ", ".join(fields[count:])
    imprint = IMPRINT.search(rest)
    end = imprint.start() if imprint else _TITLE_END.search(rest).start()  # type: ignore[union-attr] # matches at the end
    return Parts(names, rest[:end].strip(" ,."), rest[end:].lstrip(" ,."))


def _has_initial(field: str) -> bool:
    named = INITIALLED.match(field)
    return named is not None and named.end() == len(field)


def _title_first(fields: list[str]) -> Parts:
    """``How full is the store?, Daily Press, 5 March 2020``: the field before the date is a short name."""
    if not DATE.match(fields[-1].strip(" .")) or len(fields) < _SHORTEST_TITLE:
        return Parts()
    title, paper = ", ".join(fields[:-2]), fields[-2].strip()
    if len(title.split()) < _SHORTEST_TITLE or not is_short_name(paper):
        return Parts()
    return Parts("", title.strip(" ,."), fields[-1], paper)
