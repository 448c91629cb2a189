"""Places of a page that are not its own statement: readers' comments, links to other articles, copyright lines.

The headings are those that news sites and content systems print in the languages of the figures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENTS = re.compile(
    r"^[ \t]*(?:\d{1,5}[ \t]+)?(?:reader |user |readers['’] )?"
    r"(?:comments?|комментари\w+|каментар\w+|коментар\w+|komentarz\w*|komentar\w+|kommentare?|leserkommentare?|"
    r"commentaires?|discussion|leave a (?:comment|reply))(?:[ \t]*[(\[]?[ \t]*\d{0,5}[ \t]*[)\]]?)?[ \t]*:?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ELSEWHERE = re.compile(
    r"(?:read (?:also|more|next)|see also|also read|related(?: articles| news| stories| posts| links)?|"
    r"more (?:news|stories|on this)|most (?:read|popular)|читайте также|по теме|смотрите также|другие новости|"
    r"чытайце таксама|глядзіце таксама|читайте також|дивіться також|czytaj (?:też|także|również|więcej)|"
    r"przeczytaj (?:też|także|również)|zobacz (?:też|także|również)|lesen sie auch|mehr zum thema|auch interessant|"
    r"à lire(?: aussi)?|lire aussi|voir aussi|taip pat skaitykite|"
    r"skaitykite (?:taip pat|daugiau)|susiję straipsniai)\b\s*:?",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"(?:correction|clarification|erratum|editor['’]s note|an earlier version|a previous version|"
    r"(?:this|the) (?:article|story|report|text) (?:was|has been) (?:amended|corrected|updated)|"
    r"поправка|исправление|исправлено|уточнение|от редакции|папраўка|выпраўленне|удакладненне|ад рэдакцыі|"
    r"виправлення|уточнення|від редакції|sprostowanie|korekta|od redakcji|"
    r"korrektur|berichtigung|richtigstellung|anmerkung der redaktion|rectificatif|rectification|note de la rédaction|"
    r"patikslinimas|pataisymas|redakcijos pastaba)\b",
    re.IGNORECASE,
)
_SEARCH = re.compile(
    r"(?:search results?(?: for)?|results for|you (?:have )?searched for|search:|результаты поиска|вы искали|поиск:|"
    r"вынікі пошуку|результати пошуку|wyniki wyszukiwania|szukaj:|suchergebnisse?|suche:|"
    r"résultats? (?:de (?:la )?recherche|pour)|recherche :|paieškos rezultatai|paieška:)",
    re.IGNORECASE,
)
_OF_OWNERS = ("©", "(c)", "copyright", "rights reserved", "права", "правы", "prawa", "rechte", "droits", "teisės")
_COPYRIGHT = re.compile(
    r"©|\(c\)\s*(?:19|20)\d\d|\bcopyright\b|\ball rights reserved|все права защищены|усе правы абаронены|"
    r"усі права захищен|wszelkie prawa zastrzeżone|alle rechte vorbehalten|tous droits réservés|visos teisės saugomos",
    re.IGNORECASE,
)
COPYRIGHT = "in a copyright line"
"""What is said of a line that states rights; a photograph's caption is credited in the same words."""

# What stands at the top of readers' comments: how long ago, an answer to them, a guest's name
_REPLIES = re.compile(
    r"\b(?:repl(?:y|ies)|ago|likes?|upvote|guest|anonymous|ответить|назад|цитировать|гость|адказаць|госць|відповісти|тому|"
    r"гість|odpowiedz|cytuj|temu|gość|antworten|vor \d|gast|répondre|il y a|invité|atsakyti|prieš \d|svečias)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"[^\n]{24}[.!?]")  # a sentence
_LOOKED_AT = 300  # characters after a heading
_TEASERS = 8  # lines that a heading such as "Read also" is over, at the most
_STOPS = '.;!?:)"”»…'
_TEASER = 120  # characters of such a line, at the most
_SHORT = 200  # a longer line with a copyright sign is text


class Apart:
    """Where a page's places apart are: for an offset, what it belongs to."""

    def __init__(self, text: str) -> None:
        """Find the places of `text`, in one pass over its lines."""
        self.places = list(_places(text))
        self._starts = [start for start, _, _ in self.places]

    def at(self, offset: int) -> str | None:
        """What `offset` stands in, in words for a sentence ("in a reader's comment"); None in the page's own text."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        _, end, name = self.places[index]
        return name if offset < end else None


def _places(text: str) -> Iterator[tuple[int, int, str]]:
    comments = _comments(text)
    owned = _names_owners(text)
    start = teasers = 0
    for line in text[:comments].split("\n"):
        end = start + len(line)
        words = line.strip()
        heading = _ELSEWHERE.match(words)
        if heading is not None and heading.end() == len(words):
            teasers = _TEASERS
        elif heading is not None and words[heading.end() - 1] == ":":
            yield start, end, "in a link to another article"
        elif _CORRECTION.match(words):
            yield start, end, "in a note of correction"
        elif _SEARCH.match(words):
            yield start, end, "in a search box"
        elif owned and len(words) <= _SHORT and _names_owners(words) and _COPYRIGHT.search(words):
            yield start, end, COPYRIGHT
        elif words and teasers:
            teasers = teasers - 1 if len(words) <= _TEASER and words[-1] not in _STOPS else 0
            if teasers:
                yield start, end, "in a link to another article"
        start = end + 1
    if comments < len(text):
        yield comments, len(text), "in a reader's comment"


def _names_owners(text: str) -> bool:
    """Whether `text` has a word without which no line states rights."""
    lower = text.casefold()
    return any(word in lower for word in _OF_OWNERS)


def _comments(text: str) -> int:
    """Where the readers' comments begin, the text's end where there are none.

    The heading is the last one: pages link to their comments from above, too.  What follows must look like comments.
    """
    headings = list(_COMMENTS.finditer(text))
    if not headings:
        return len(text)
    last = headings[-1]
    told = _TOLD.search(text, 0, last.start()) is not None
    after = text[last.end() : last.end() + _LOOKED_AT]
    return last.start() if told and _REPLIES.search(after) else len(text)
