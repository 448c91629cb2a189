"""Text on the ground floor: cleaned text that maps back to its original, and the spans of its sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.model import MappedText, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Abbreviations that end in a full stop without ending a sentence, folded to lower case and without the stop.  Taken
# from the words' use in the style guides of each language; months and units are those that CLDR writes with a stop.
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof sr jr st gen col lt capt sgt maj adm gov sen rep hon rev amb dept univ inc ltd co corp
    vs cf al eg ie e.g i.e p pp vol no nos art para paras ch sec fig figs ed eds approx est ca c jan feb mar apr jun
    jul aug sep sept oct nov dec u.s u.k u.n e.u a.m p.m
    тыс млн млрд трлн руб долл коп г гг в вв им ул стр с т.е т.д т.п т.к др см ст п пп рис табл ред проц чел кв куб тел
    тис грн крб дол р рр ім вул див мал тзв млд
    tys mln mld zł gr r w np m.in tj tzn prof dr inż ul str art ust pkt rys tab św godz ok im
    bzw z.b d.h u.a usw ca mio mrd tsd nr str abs vgl bsp hrsg s f ff jh
    m mme mlle env éd chap réf av apr
    pvz t.y ir kt d mėn val tūkst mlrd proc g gyv
    """.split()
)
# Abbreviations that are words as well: they end no sentence only where a digit follows ("no. 5", "art. 8").
_ALSO_WORDS = frozenset("no art co sec fig mar jan jun est par ch p s c m r w g f val inc vol ed eds nos".split())
# One set of characters to begin with is looked for twice as fast as two alternatives.  A run of stops is tried at its
# first one only: what fails there fails at each, and a run may be as long as a page.
_END = re.compile(r"[.!?…。\n](?:(?<=\n)\n*+|(?<!\n)(?<![.!?…。][.!?…。])[.!?…。]*+[\"'”’»)\]]*+(?=\s|$))")
_OPENING = '(["“«„'
_LONGEST_ABBREVIATION = 24
_LETTER_AND_STOP = re.compile(r"[^\W\d_]\.")
# Abbreviations of two letters that some set a blank in, and that end no sentence.
_SPACED = frozenset("dh ua ie eg те тк ty".split())
_LONGEST_ORDINAL = 2
_GERMAN_MONTH = re.compile(
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)\b"
)
# German words that an ordinal follows ("im 19. Jahrhundert", "seit dem 1. Mai"); in other languages none of them
# stands before a number that ends a sentence.
_BEFORE_ORDINAL = frozenset("vom zum zur beim im dem den der das ein einen einem einer eines jeder jede jedes".split())
_BEFORE_WORD = " \t\u00a0\"'“„«(["


def sentence_spans(text: str) -> list[Span]:
    """The sentences of `text`, blanks around them left out; a line break always ends one.

    A full stop does not end a sentence after a known abbreviation, an initial or a number, nor before a small letter.
    """
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if text[match.start()] == "\n" or _ends_sentence(text, match):
            _add_trimmed(spans, text, start, match.end())
            start = match.end()
    _add_trimmed(spans, text, start, len(text))
    return spans


def _add_trimmed(spans: list[Span], text: str, start: int, end: int) -> None:
    inside = text[start:end].lstrip()
    if inside:
        start = end - len(inside)
        spans.append(Span(start, start + len(inside.rstrip())))


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    ending = match.group()
    follows = text[match.end() : match.end() + 48].lstrip(_BEFORE_WORD)
    if follows[:1].islower():
        return False
    if not ending.startswith(".") or ending.startswith(".."):
        return True
    word = _word_before(text, match.start())
    return not (_is_abbreviation(word, follows) or _is_spaced_or_counted(text, match.start(), word, follows))


def _word_before(text: str, end: int) -> str:
    """The word right before `end`, its last 24 characters at the most; "" after a blank or an opening mark."""
    before = text[max(0, end - _LONGEST_ABBREVIATION) : end]
    word = "" if before[-1:].isspace() else before.rpartition(" ")[2]
    for mark in _OPENING:
        if mark in word:
            word = word.rpartition(mark)[2]
    return word.split()[-1] if word.strip() else ""


def _is_abbreviation(word: str, follows: str) -> bool:
    folded = word.casefold()
    if folded in _ALSO_WORDS:
        return follows[:1].isdigit()
    if folded in _ABBREVIATIONS:
        # "5 млн. Минск" may end there, but cutting a figure from its noun costs more than joining two sentences.
        return True
    if len(word) == 1 and word.isalpha() and word.isupper():
        return True
    return word.isdigit() and len(word) <= 2 and follows[:1].isdigit()


def _is_spaced_or_counted(text: str, end: int, word: str, follows: str) -> bool:
    """Whether `word` before the stop is a part of "z. B.", or a German ordinal: "am 3. Oktober", "die 12. Sitzung"."""
    if len(word) == 1 and word.isalpha():
        first = text[max(0, end - 4) : end - 1].strip(" .\u00a0")
        return _LETTER_AND_STOP.match(follows) is not None or (first + word).casefold() in _SPACED
    if not (word.isdigit() and len(word) <= _LONGEST_ORDINAL):
        return False
    return _GERMAN_MONTH.match(follows) is not None or _word_before(text, end - len(word) - 1) in _BEFORE_ORDINAL


def join_pieces(pieces: Sequence[tuple[str, int]]) -> MappedText:
    """One text out of (string, original offset) pieces, in order."""
    starts: list[int] = []
    origins: list[int] = []
    length = 0
    for string, origin in pieces:
        if not string:
            continue
        starts.append(length)
        origins.append(origin)
        length += len(string)
    if not starts:
        return MappedText("", (0,), (pieces[0][1] if pieces else 0,))
    return MappedText("".join(string for string, _ in pieces), tuple(starts), tuple(origins))


def slice_mapped(mapped: MappedText, start: int, end: int) -> MappedText:
    """``mapped.text[start:end]`` with its map."""
    return remove_spans(mapped, (), start, end)


def remove_spans(mapped: MappedText, cuts: Iterable[Span], start: int = 0, end: int | None = None) -> MappedText:
    """The text's [start, end) without the `cuts` (ascending, not overlapping), with its map."""
    stop = len(mapped.text) if end is None else end
    pieces: list[tuple[str, int]] = []
    at = start
    for cut in [*cuts, Span(stop, stop)]:
        pieces.extend(_copied(mapped, at, min(max(cut.start, at), stop)))
        at = max(at, cut.end)
    return join_pieces(pieces or [("", mapped.origin(start))])


def _copied(mapped: MappedText, start: int, end: int) -> Iterator[tuple[str, int]]:
    inner = mapped.starts[bisect_right(mapped.starts, start) : bisect_left(mapped.starts, end)]
    for left, right in pairwise((start, *inner, end)):
        if right > left:
            yield mapped.text[left:right], mapped.origin(left)


# The commonest function words of each language, a few of them shared: only their sum decides.  Chosen by hand from the
# closed word classes (articles, prepositions, conjunctions, auxiliaries) that school grammars list.
_FUNCTION_WORDS = {
    "en": "the of and to in is that was for on with as by at from has have its this are were it be which an not their",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an aus hat dass",
    "fr": "le la les des de d l et en un une du dans est que qu pour qui sur au par plus avec ne ce cette pas sont aux",
    "pl": "w i na z do się że nie jest o to jak po przez od za dla oraz są jego który która które roku lub także był",
    "lt": "ir yra kad į iš su buvo tai ne bet kaip jo dėl nuo ar apie per po taip pat savo už tik būti metų prie",
    "cs": "a v se na je že s z do o k ve za pro jako nebo které který jsou také byl podle není aby ale",
    "es": "de la que el en y los del se las por un para con una su al es lo como más o pero sus ha fue",
    "it": "di che e il la un in per è una del con non le si da dei nel alla gli della sono ha al più anche",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als maar bij uit door naar heeft",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao foi das pelo",
    "tr": "ve bir bu için ile da de olarak olan daha çok gibi kadar sonra ise en ne ya her göre",
    "sv": "och att det som en på är av för med den till inte om ett har de i från var sig men",
    "ru": "и в не на что с по как это он из за для от до также был была были его о или к у года при но",
    "uk": "і в на не що з та як до за це від для про його є або й у під також він році був були але",
    "be": "і ў на не што з як да за гэта ад для пра яго або у пад таксама ён годзе быў былі але паводле",
}
WORDED = frozenset(_FUNCTION_WORDS)
"""The languages, as ISO 639-1 codes, that `guess_language` can tell."""
_LANGUAGES_OF: dict[str, tuple[str, ...]] = {}
for _code, _words in _FUNCTION_WORDS.items():
    for _word in dict.fromkeys(_words.split()):
        _LANGUAGES_OF[_word] = (*_LANGUAGES_OF.get(_word, ()), _code)
# Letters that the other East Slavic languages write and this one lacks.
_LACKS = {"ru": "іїєґў", "uk": "ыэёъў", "be": "ищъїєґ"}
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6000


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that `text` is written in, by its function words; None where they are few.

    Reads the first 6,000 characters; knows the languages of the figures and the commonest neighbours.
    """
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.casefold())
    hits: Counter[str] = Counter()
    for word, count in Counter(filter(_LANGUAGES_OF.__contains__, words)).items():
        for code in _LANGUAGES_OF[word]:
            hits[code] += count
    if not hits:
        return None
    for code, letters in _LACKS.items():
        if hits[code]:
            hits[code] -= sum(sample.count(letter) for letter in letters)
    ranked = hits.most_common(2)
    if not ranked or ranked[0][1] < max(2, 0.04 * len(words)):
        return None
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return None
    return ranked[0][0]


# Letters beyond a to z, by language: a text with any other letter is not written in it.
_LETTERS = {
    "en": "",
    "de": "äöüß",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "pl": "ąćęłńóśźż",
    "lt": "ąčęėįšųūž",
    "cs": "áčďéěíňóřšťúůýž",
    "es": "áéíñóúü",
    "it": "àèéìíîòóùú",
    "pt": "áâãàçéêíóôõú",
    "tr": "çğıöşü",
    "sv": "åäö",
}
_OWN = ("en", "de", "fr", "pl", "lt")
_CYRILLIC = re.compile("[а-яёіїєґў]")
_CYRILLIC_LETTERS = re.compile("[\u0400-\u04ff]")
# Words that stand beside figures in one language only, for texts too short to hold function words.
_BESIDE_FIGURES = {
    "en": "percent per cent million billion thousand year years month people rose fell than more less women men",
    "de": "prozent millionen milliarden tausend jahre jahren beträgt stieg stiegen sank wurden wurde mehr",
    "fr": "pour millions milliards selon ont est ans habitants baissé augmenté",
    "pl": "procent proc mln mld tys roku osób złotych wyniosła wyniósł wyniosło",
    "lt": "proc mln mlrd metais metų eurų procentų procentais siekė",
}
_CODES_BESIDE = {word: code for code, words in _BESIDE_FIGURES.items() for word in words.split() if word != "proc"}


def likely_language(text: str) -> str | None:
    """As `guess_language`; of a sentence too short for that, by its letters and by words that stand beside figures.

    A language of the figures is preferred to a neighbour that shares its letters.  None for plain letters without a
    telling word.
    """
    return guess_language(text) or _by_letters(text[:_SAMPLE].casefold())


def has_letters_beyond(text: str, language: str | None) -> bool:
    """Whether `text` has a letter that `language`, written in Latin ones, has not; so do names, and other languages."""
    letters = _LETTERS.get(language or "")
    if letters is None or text.isascii():
        return False
    return any(char.isalpha() and not char.isascii() and char not in letters for char in set(text.casefold()))


def mostly_cyrillic(text: str) -> bool:
    """Whether more than half of the letters of `text` are Cyrillic."""
    cyrillic = len(_CYRILLIC_LETTERS.findall(text))
    return cyrillic > 0 and 2 * cyrillic > sum(map(str.isalpha, text))


def _by_letters(text: str) -> str | None:
    if _CYRILLIC.search(text):
        return _cyrillic_language(text)
    marked = {char for char in text if char.isalpha() and not char.isascii()}
    fitting = [code for code, letters in _LETTERS.items() if marked <= set(letters)]
    words = _WORD.findall(text)
    hits = Counter(code for word in words for code in _LANGUAGES_OF.get(word, ()) if code in fitting)
    hits.update({code: 2 for word in words if (code := _CODES_BESIDE.get(word)) in fitting})
    if marked:
        hits.update(code for code in fitting if code in _OWN)
    most = max(hits.values(), default=0)
    best = [code for code in fitting if code in _OWN and hits[code] == most]
    return best[0] if most and len(best) == 1 else None


def _cyrillic_language(text: str) -> str | None:
    """Russian, Ukrainian or Belarusian by the letters that each lacks; Russian where none tells."""
    fitting = [code for code, letters in _LACKS.items() if not any(letter in text for letter in letters)]
    if "і" in text or "ў" in text:
        fitting = [code for code in fitting if code != "ru" and not (code == "be" and "и" in text)]
    return fitting[0] if fitting else None


_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def roman_numeral(number: int) -> str:
    """`number`, from 1 to 89, in small Roman numerals, as endnotes are counted."""
    numeral = ""
    for worth, letters in _ROMAN:
        numeral += letters * (number // worth)
        number %= worth
    return numeral
