"""What error pages, parked domains, bot walls and login walls say, in the languages of European sites.

The wordings (``wordings/*.txt``, one regular expression a line) are those of the default templates of WordPress,
Drupal, Joomla, Bitrix, TYPO3, nginx, Apache, IIS, Cloudflare, Akamai, Imperva, DataDome, PerimeterX and of news sites.
They are matched only as a whole title or heading, or in a very short body, where a dead page must say so in a sentence
of its own: "not found" somewhere in a page proves nothing ("The body was not found, the mayor said").  They meet text
that is folded: lower case, one blank between words, no other sign than the apostrophe.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_SIGNS = re.compile(r"[^\w']+")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‘": "'"})
_PARTS = re.compile(r"\s+[|–—·•»«/\\-]+\s+|\s*[|»«•]\s*|:\s+|(?<=\w\w[.!?])\s+")
# Words that stand beside such a phrase without changing it.
_FILLER = frozenset(
    """
    404 410 error errors http https status code oops whoops uh oh sorry we're we are hmm ooops ups erreur fehler błąd
    ошибка памылка помилка klaida errore erro fel feil chyba hiba eroare грешка kļūda viga virhe fout hata leider
    désolé désolée przepraszamy извините вибачте выбачайце atsiprašome unfortunately entschuldigung к сожалению на жаль
    niestety
    """.split()
)
_NUMBERS = frozenset({"404", "410"})
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…:;])\s+|\n+")
# How an error page speaks to its reader, or of the request: news of a lost document do not.
_ADDRESSES = re.compile(
    r"\b(?:you|requested|looking for|запр[ао]шиваем\w*|запрошенн\w*|запитуван\w*|запытан\w*|запытван\w*|szuka\w*|"
    r"podan\w*|żądan\w*|gesucht\w*|angefordert\w*|gewünscht\w*|aufgerufen\w*|recherchez|cherchez|demandée?|ieškom\w*|"
    r"ieškot\w*|busca\w*|solicitad\w*|richiest\w*|cerchi|cercata|procura|požadovan\w*|keresett|kért|solicitată|"
    r"търсен\w*|aradığınız|tražen\w*)\b"
)
# What may follow such a phrase in its sentence: where the page is missing, since when, what else may be the case.
_GOES_ON = frozenset(
    """
    on in at here any anymore longer or and but на или больше в або або больш auf in oder und mehr unter na w lub i albo
    już sur ou et plus dans ant arba daugiau en o más su non più nu eller
    """.split()
)
_LONGEST_REST = 6
_LONGEST_TITLE = 160
_LONGEST_BODY = 20_000


def folded(text: str) -> str:
    """`text` in lower case with one blank between words and no other sign than the apostrophe."""
    return _SIGNS.sub(" ", text.translate(_APOSTROPHES).casefold()).strip()


class Phrases:
    """A set of wordings, to be found as a whole title or inside a short text."""

    def __init__(self, wordings: str) -> None:
        """Compile `wordings`, one regular expression a line; lines that begin with # are comments."""
        lines = [line for line in wordings.splitlines() if line and not line.startswith("#")]
        alternatives = "|".join(f"(?:{line})" for line in lines)
        self._whole = re.compile(f"(?:{alternatives})")
        self._inside = re.compile(rf"\b(?:{alternatives})(?!\w)")

    def whole(self, title: str) -> str | None:
        """The part of `title` (between dashes, bars, sentences) that says nothing but one of these wordings."""
        for part in (title, *_PARTS.split(title)):
            if len(part) > _LONGEST_TITLE:
                continue
            words = folded(part)
            bare = " ".join(word for word in words.split() if word not in _FILLER)
            if bare and (self._whole.fullmatch(bare) or self._whole.fullmatch(words)):
                return part.strip()
        return None

    def beside(self, title: str) -> str:
        """What `title` says besides such a phrase in a part of its own."""
        return " ".join(part for part in _PARTS.split(title) if self.whole(part) is None)

    def sentence(self, body: str) -> str | None:
        """The first of these wordings that, in the beginning of a short `body`, is a sentence's whole matter.

        It is all of the sentence, or begins it with little to follow, or speaks to the reader of what was requested.
        """
        for sentence in _SENTENCE_ENDS.split(body[:_LONGEST_BODY]):
            if (whole := self.whole(sentence)) is not None:
                return whole
            words = folded(sentence)
            found = self._inside.search(words)
            if found and (_ADDRESSES.search(found.group()) or _is_all(words[: found.start()], words[found.end() :])):
                return found.group()
        return None

    def inside(self, body: str) -> str | None:
        """The first of these wordings in the beginning of a short `body`, as folded there."""
        found = self._inside.search(folded(body[:_LONGEST_BODY]))
        return found.group() if found else None


def _is_all(before: str, after: str) -> bool:
    """Whether the rest of a phrase's sentence says no more than "sorry" before it and "on this site" after it."""
    rest = [word for word in after.split() if word not in _FILLER]
    told = all(word in _FILLER for word in before.split())
    return told and (not rest or (len(rest) <= _LONGEST_REST and rest[0] in _GOES_ON))


@cache
def phrases(name: str) -> Phrases:
    """The wordings of `name`: a file of ``wordings`` (``gone``, ``parked``, ``challenge`` …)."""
    return Phrases((files("factcheck.pages") / "wordings" / f"{name}.txt").read_text("utf-8"))


def is_bare_number(title: str) -> bool:
    """Whether a part of a title says 404 or 410 and nothing else but "error", "sorry" and the like."""
    return any(_only_number(part) for part in (title, *_PARTS.split(title)) if len(part) <= _LONGEST_TITLE)


def _only_number(part: str) -> bool:
    words = folded(part).split()
    return bool(_NUMBERS.intersection(words)) and all(word in _FILLER for word in words)
