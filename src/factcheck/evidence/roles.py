"""Who did it to whom: the same words and the same figure with the two parties changed round.

Known by prepositions ("to Sudland", "to Norland"; "than men", "than women") and by the order of two names around one
verb.  It is a reason to look by hand, not a proof.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.words.folding import common_prefix, stem
from factcheck.words.vocabulary import is_grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_]{3,}")
_ANY_WORD = re.compile(r"\w+")
# Prepositions that say who gives, gets or wins, and those that compare; hand-made, for the languages of the figures.
_BEFORE_PARTIES = (
    "to from by against over von aus gegen nach à contre par chez от из к против у ад з супраць від до проти od przez "
    "przeciw do nei iš nuo prieš į"
).split()
_BEFORE_COMPARED = "than als que чем чым ніж за niż od nei".split()
_PREPOSITION = re.compile(
    rf"\b({'|'.join((*_BEFORE_PARTIES, *_BEFORE_COMPARED))})\s+"
    r"(?:the\s+|der\s+|den\s+|dem\s+|les\s+|la\s+|le\s+|l['’])?"
    r"([^\W\d_]{3,})",
    re.IGNORECASE,
)
_FIXED = frozenset({"en", "fr"})  # who does it stands before the verb, whom it is done to after it
_ARTICLES = frozenset("the les des une".split())
_OPPOSITE = {
    "to": ("from",), "from": ("to",), "for": ("against",), "against": ("for",), "with": ("without",),
    "в": ("из",), "во": ("из",), "на": ("с",), "из": ("в", "во"), "за": ("против",), "против": ("за",),
    "у": ("з", "са"), "ў": ("з", "са"), "do": ("z", "ze"), "z": ("do",), "ze": ("do",), "przeciw": ("za",),
    "nach": ("aus", "von"), "aus": ("nach",), "für": ("gegen",), "gegen": ("für",), "į": ("iš",), "iš": ("į",),
    "pour": ("contre",), "contre": ("pour",),
}  # fmt: skip
_NAMED = re.compile(
    r"\b([^\W\d_]{1,7})\s+(?:the\s+|der\s+|den\s+|dem\s+|les\s+|la\s+|le\s+|l['’])?([^\W\d_a-zа-яёіўїєґ][^\W\d_]{2,})"
)
_MOST_NAMES = 6


def swapped(claim: str, sentence: str, language: str | None) -> bool:
    """Whether `sentence`, in the claim's language, has the claim's parties changed round."""
    return (
        _by_preposition(claim, sentence, language)
        or _by_order(claim, sentence, language)
        or (language in _FIXED and _turned_round(claim, sentence, language))
    )


def led_the_other_way(claim: str, sentence: str, language: str | None) -> str | None:
    """The name that has the opposite preposition in `sentence` ("from China" for "to China"), with it."""
    ours = {(word.casefold(), stem(name, language)) for word, name in _NAMED.findall(claim)}
    theirs = [(word.casefold(), stem(name, language), f"{word} {name}") for word, name in _NAMED.findall(sentence)]
    for word, name in ours:
        given = [(other, shown) for other, governed, shown in theirs if governed == name]
        if given and all(other in _OPPOSITE.get(word, ()) for other, _ in given):
            return given[0][1]
    return None


def _turned_round(claim: str, sentence: str, language: str | None) -> bool:
    """Three words in a row that tell something, the first and the last put for each other on the page."""
    triples = {tuple(words) for words in _triples(sentence, language)}
    return any((last, verb, first) in triples for first, verb, last in _triples(claim, language) if first != last)


def _triples(text: str, language: str | None) -> Iterator[tuple[str, str, str]]:
    words = [word for word in _ANY_WORD.findall(text.casefold()) if word not in _ARTICLES]
    for three in zip(words, words[1:], words[2:], strict=False):
        if all(_WORD.fullmatch(word) and not is_grammar(word, language) for word in three):
            first, verb, last = (stem(word, language) for word in three)
            yield first, verb, last


def _by_preposition(claim: str, sentence: str, language: str | None) -> bool:
    """Claim: "X … to Y"; sentence: "Y … to X"."""
    theirs = _governed(sentence, language)
    for word, mine, before in _governed(claim, language):
        for other, governed, above in theirs:
            if other == word and mine != governed and mine in above and governed in before:
                return True
    return False


def _governed(text: str, language: str | None) -> list[tuple[str, str, set[str]]]:
    """Each preposition with the party after it, and all that may be a party before it."""
    found = []
    for match in _PREPOSITION.finditer(text):
        word = match[1].casefold()
        if match[2][0].isupper() or (word in _BEFORE_COMPARED and not is_grammar(match[2].casefold(), language)):
            before = {stem(name, language) for name in _WORD.findall(text[: match.start()])}
            found.append((word, stem(match[2], language), before))
    return found


def _by_order(claim: str, sentence: str, language: str | None) -> bool:
    """One verb, after the one name in the claim and after the other in the sentence, the other name behind it."""
    words, others = _WORD.findall(claim), _WORD.findall(sentence)
    names = [
        at for at, word in enumerate(words[:-1]) if word[0].isupper() and not is_grammar(word.casefold(), language)
    ]
    names = names[:_MOST_NAMES]
    for first, second in combinations(names, 2):
        verb = words[first + 1]
        if verb[0].isupper() or is_grammar(verb.casefold(), language):
            continue
        if _acts(words[second], verb, words[first], others) and not _acts(words[first], verb, words[second], others):
            return True
    return False


def _acts(actor: str, verb: str, other: str, words: list[str]) -> bool:
    """Whether `actor` stands right before `verb` in `words`, and `other` after it."""
    for index, word in enumerate(words[:-1]):
        if _one_word(word, actor) and _one_word(words[index + 1], verb):
            return any(_one_word(later, other) for later in words[index + 2 :])
    return False


def _one_word(left: str, right: str) -> bool:
    """Two forms of one word: they differ in their last letters only."""
    one, other = left.casefold(), right.casefold()
    return one == other or common_prefix(one, other) >= max(4, max(len(one), len(other)) - 2)
