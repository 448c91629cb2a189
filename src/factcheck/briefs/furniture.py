"""Lines that are no part of a text: running heads, page numbers, link lists of pages, the furniture of a web site."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from factcheck.briefs.layout import goes_on
from factcheck.briefs.line_kinds import is_capitals
from factcheck.briefs.url_rest import is_url_rest
from factcheck.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from factcheck.briefs.lines import Line

_PAGE_NUMBER = regex(
    r"[-–—|\s\[(]{0,4}(?:(?:page|seite|str\.?|стр\.?|с\.|strona|psl\.?|p\.|s\.)\s?)?(\d{1,4})"
    r"(?:\s?(?:/|of|von|из|z|iš|sur|de|\|)\s?(?:\d{1,4}|page|p a g e))?[-–—|\s\])]{0,4}",
    re.IGNORECASE,
)
_DIGITS = regex(r"\d+")
_HEAD_LENGTHS = range(3, 160)
_HEAD_LINES = 5  # of a running head, or of two, with the page number
_LEAST_REPEATS = 2
_MOST_NUMBERS = 8  # of a running head
_PAGE_DIGITS = 4
_URL_LINE = regex(r"(?:https?://|www\.|mailto:)\S+", re.IGNORECASE)
# Headings under which web sites list other pages.  Only whole lines count.
_SITE_HEADINGS = frozenset(
    """top reads|most read|most popular|popular|trending|read also|read more|read next|also read|see also|related|
    related articles|related posts|related stories|related content|related publications|you may also like|
    you might also like|more from this author|more on this topic|latest news|latest articles|recommended|
    recommended for you|share|share this|share this article|share on facebook|subscribe|subscribe to our newsletter|
    newsletter|sign up for our newsletter|support us|donate|search|follow us|comments|leave a comment|leave a reply|
    tags|читайте также|читать также|по теме|похожие статьи|поделиться|подписаться|комментарии|поиск|чытайце таксама|
    читайте також|поділитися|пошук|czytaj także|czytaj też|zobacz także|udostępnij|szukaj|komentarze|powiązane|
    lesen sie auch|mehr zum thema|teilen|suche|kommentare|das könnte sie auch interessieren|à lire aussi|lire aussi|
    partager|rechercher|commentaires|taip pat skaitykite|skaitykite taip pat|dalintis|paieška""".replace(
        "\n", ""
    ).split("|")
)
_SITE_HEADINGS = frozenset(" ".join(heading.split()) for heading in _SITE_HEADINGS)
_BROWSER_FOOT = regex(r"(?:https?|file)://\S+(?:\s\|)?\s+#/#")  # the page's address and "1/3", as browsers print them
# When a page was printed, and perhaps its title, as browsers print them above it: "11/22/26, 5:04 AM".
_BROWSER_HEAD = regex(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}, \d{1,2}:\d\d(?:\s?[AP]M)?(?:\s.{1,160})?")
_ARTICLE_PARAGRAPH = 700  # characters: teasers and appeals are shorter


def furniture(lines: Sequence[Line], labels: Container[int] = ()) -> set[int]:
    """The numbers of the lines that are running heads or page numbers; `labels` are lone numbers that notes bear."""
    numbers = {
        n: int(match.group(1))
        for n, line in enumerate(lines)
        if n not in labels and (match := _PAGE_NUMBER.fullmatch(line.text))
    }
    heads = _running_heads(lines, numbers) | _lone_heads(lines, numbers)
    return heads | _browser_heads(lines) | _page_numbers(lines, numbers, heads)


def _running_heads(lines: Sequence[Line], numbers: dict[int, int]) -> set[int]:
    """Lines at the edges of pages that come again on other pages, digits in them not compared.

    From each edge lines are taken off as long as they are such: a line that comes again further inside is none.
    """
    walks = list(_walks_from_edges(lines, numbers))
    seen: dict[str, set[int]] = {}
    for walk in walks:
        for n in walk:
            if n not in numbers and len(lines[n].text) in _HEAD_LENGTHS and _has_words(lines[n].text):
                seen.setdefault(_form(lines[n]), set()).add(n)
    repeated = {form for form, places in seen.items() if not _is_url_form(form) and _comes_again(lines, places)}
    heads: set[int] = set()
    for walk in walks:
        for n in walk:
            if n in numbers:
                continue
            if _form(lines[n]) not in repeated:
                break
            heads.add(n)
    return heads


def _browser_heads(lines: Sequence[Line]) -> set[int]:
    """Lines that begin with the time of printing, the same on each page."""
    found = [n for n, line in enumerate(lines) if line.text[:1].isdigit() and _BROWSER_HEAD.fullmatch(line.text)]
    same = Counter(lines[n].text for n in found)
    return {n for n in found if same[lines[n].text] >= _LEAST_REPEATS}


def _lone_heads(lines: Sequence[Line], numbers: dict[int, int]) -> set[int]:
    """Lines in capitals that stand with a number between two lines of one sentence: a head that was left only once."""
    found: set[int] = set()
    for n in numbers:
        for head, after in ((n - 1, n + 1), (n + 1, n + 2)):
            if head >= 0 and after < len(lines) and is_capitals(lines[head].text) and goes_on(lines[after].text):
                found.add(head)
    return found


def _walks_from_edges(lines: Sequence[Line], numbers: dict[int, int]) -> Iterator[range]:
    """The lines to look at from each edge inward: from a page's ends and from lone numbers."""
    for n, line in enumerate(lines):
        if n in numbers:
            yield range(n - 1, max(-1, n - 1 - _HEAD_LINES), -1)
            yield range(n + 1, min(len(lines), n + 1 + _HEAD_LINES))
        if line.page is None:
            continue
        if n == 0 or lines[n - 1].page != line.page:
            yield range(n, min(len(lines), n + _HEAD_LINES))
        if n + 1 == len(lines) or lines[n + 1].page != line.page:
            yield range(n, max(-1, n - _HEAD_LINES), -1)


def _form(line: Line) -> str:
    return _DIGITS.sub("#", line.text.casefold())


def _comes_again(lines: Sequence[Line], places: Iterable[int]) -> bool:
    """Whether lines of one form are the same text, or the same but for one number that counts the pages.

    Notes are alike, too, when their digits are not compared ("14. Interview, 7 June 2023"); they differ in more.
    """
    alike: Counter[tuple[object, ...]] = Counter()
    for n in places:
        numbers = [found.group() for found in islice(_DIGITS.finditer(lines[n].text), _MOST_NUMBERS)]
        alike[tuple(numbers)] += 1
        page = lines[n].page or 0
        for at, number in enumerate(numbers):
            counted = int(number[-_PAGE_DIGITS:]) - page
            alike[(at, counted, *numbers[:at], *numbers[at + 1 :])] += 1
    return max(alike.values(), default=0) >= _LEAST_REPEATS


def _has_words(text: str) -> bool:
    """Rows of figures are alike when their digits are not compared; a head has more letters than digits."""
    return sum(map(str.isalpha, text)) > max(2, sum(map(str.isdigit, text)))


def _is_url_form(form: str) -> bool:
    return ("://" in form or is_url_rest(form)) and _BROWSER_FOOT.fullmatch(form) is None


def _page_numbers(lines: Sequence[Line], numbers: dict[int, int], heads: set[int]) -> set[int]:
    """Lone numbers beside a running head, at a page's edge, or counting up through the text one by one."""
    found = {n for n in numbers if n - 1 in heads or n + 1 in heads or _is_page_edge(lines, n, heads)}
    rest = sorted(set(numbers) - found)
    steps = Counter(numbers[b] - numbers[a] for a, b in pairwise(rest))
    apart = all(b - a > 5 for a, b in pairwise(rest))
    if len(rest) > 2 and apart and steps[1] >= 0.8 * (len(rest) - 1):
        found.update(rest)
    return found


def _is_page_edge(lines: Sequence[Line], n: int, heads: set[int]) -> bool:
    """Whether nothing but running heads stands between a line and an edge of its page."""
    page = lines[n].page
    if page is None:
        return False
    before, after = n - 1, n + 1
    while before in heads:
        before -= 1
    while after in heads:
        after += 1
    return any(not 0 <= near < len(lines) or lines[near].page != page for near in (before, after))


def site_furniture_from(lines: Sequence[Line]) -> int:
    """The number of the first line that belongs to the web site around an article, not to the article."""
    last_paragraph = max((n for n, line in enumerate(lines) if len(line.text) >= _ARTICLE_PARAGRAPH), default=-1)
    if last_paragraph < 0:
        return len(lines)
    for n in range(last_paragraph + 1, len(lines)):
        if lines[n].text.casefold().rstrip(":").strip() in _SITE_HEADINGS:
            return n
    return len(lines)


def is_url_line(line: Line) -> bool:
    """Whether a URL is all that stands on a line."""
    return _URL_LINE.fullmatch(line.text) is not None
