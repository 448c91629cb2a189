"""From printed runs to URLs that can be requested, each change on the way recorded."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.citations.held_urls import match_held
from factcheck.citations.joining import MOST_ALTERNATIVES, Joined, Known, join, match_known
from factcheck.citations.lost_hyphens import with_lost_hyphens
from factcheck.citations.printed import Piece, find_runs, trim_end
from factcheck.citations.reach import Reach, goes_on_after_blank, goes_on_clearly, is_cut, is_shortened, reach_of
from factcheck.citations.redirections import unwrapped
from factcheck.citations.spelling import squash
from factcheck.model import Repair
from factcheck.patterns import regex
from factcheck.records import record
from factcheck.urls import comparison_key, request_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.citations.printed import Run
    from factcheck.citations.spelling import Spelling
    from factcheck.citations.surroundings import Surroundings
    from factcheck.model import MappedText

_ESCAPED = regex(r"\\([_~*#&.()\[\]!+-])")
_HTTP = regex(r"https?://", re.IGNORECASE)
# Buttons that send the reader's own words somewhere; the page that they share is another link's.
_SHARES = regex(
    r"https?://(?:[\w-]+\.)?(?:(?:twitter|x)\.com/(?:intent|share|home\?status)|facebook\.com/(?:sharer|share\.php|dialog/)"
    r"|linkedin\.com/(?:shareArticle|sharing|cws/share)|(?:t|telegram)\.me/share|(?:vk\.com|vkontakte\.ru)/share"
    r"|(?:connect\.)?ok\.ru/(?:dk\?|offer)|reddit\.com/submit|pinterest\.\w+/pin/create|tumblr\.com/(?:share|widgets/share)"
    r"|(?:wa\.me/\?|api\.whatsapp\.com/send)|addtoany\.com|addthis\.com|getpocket\.com/(?:save|edit)"
    r"|news\.ycombinator\.com/submitlink|xing\.com/(?:spi/shares|app/user\?op=share)|bsky\.app/intent|threads\.net/intent)",
    re.IGNORECASE,
)
# The host of a URL between what makes a client refuse it: a user name before it, a port after it.
_HOST_ALONE = regex(r"(https?://)(?:[^\s/?#@]+@)?([^\s/?#@:\[\]]+\.[^\s/?#@:\[\]]+)(?::\d+)?(?=[/?#]|$)", re.IGNORECASE)
_DOI_LINK = regex(
    r"(?P<scheme>https?://)?(?P<host>(?:dx\.|www\.)?doi\.org)/{1,2}(?:doi:?/?)?(?=10\.\d{4,9}/)", re.IGNORECASE
)
_SINGLE_LABEL = regex(r"(?!localhost/)[\w-]+(?::\d+(?:[/?#]|$)|/[^\s/?#])", re.IGNORECASE)


@record
class FoundUrl:
    """A URL in a text's [start, end); `url` is None where its end is lost or it is no URL that can be requested."""

    start: int
    end: int
    raw: str
    url: str | None
    repairs: tuple[Repair, ...] = ()
    alternatives: tuple[str, ...] = ()
    truncated: bool = False


def urls_in(text: MappedText, links: Iterable[str], page: int | None, around: Surroundings) -> list[FoundUrl]:
    """Every URL of a note's or block's text, and of its links those that are not printed in it."""
    through = {unwrapped(link)[0]: link for link in links}
    own = {squash(link): Known(link, "link target") for link in through if _HTTP.match(link)}
    found = [url for run in find_runs(text.text) if (url := _resolved(run, text, own, page, around)) is not None]
    printed = {comparison_key(url.url): url.start for url in found if url.url}
    at, unprinted = len(text.text), []
    for link in reversed([known.url for known in own.values()]):
        key = comparison_key(link)
        if key in printed:
            at = printed[key]
        elif names_host(link):
            given = through[link]
            unprinted.append(
                FoundUrl(at, at, given, link, unwrapped(given)[1])
            )  # its words stand somewhere before the link after it
    return _without_twins(sorted([*unprinted[::-1], *found], key=lambda url: url.start))


def names_host(url: str) -> bool:
    """Whether `url` can be requested, or names a host with http(s) but will be refused (a password in it, a bad port).

    What is refused stays a citation: the capture says why, and the reader is told.  A share button is none.
    """
    if _SHARES.match(url):
        return False
    if request_url(url) is None and request_url(_HOST_ALONE.sub(r"\1\2", url, count=1)) is None:
        return False
    return _is_no_example(url)


def _without_twins(found: list[FoundUrl]) -> list[FoundUrl]:
    """One citation for a URL that a note prints twice (a DOI and its link, an anchor and its target)."""
    seen: set[str] = set()
    kept = []
    for url in found:
        key = comparison_key(url.url) if url.url else f"{url.start}:{url.raw}"
        if key not in seen:
            kept.append(url)
        seen.add(key)
    return kept


def _resolved(
    run: Run, text: MappedText, own: Mapping[str, Known], page: int | None, around: Surroundings
) -> FoundUrl | None:
    run, reach = _with_rest(run, reach_of(run, text, around.printing, around.spelling), text, around)
    joined = _from_known(run, reach, own, page, around)
    if joined is None:
        cut = _cut_off(run, reach, text, own, around)
        if cut is not None:
            return cut
        joined = match_held(run, (reach.pieces, *reach.others), _finished_url, around.held)
    if joined is None:
        joined = _with_others(run, reach, around.spelling)
        joined = with_lost_hyphens(joined, run, text, around.printing, around.spelling)
    url, repairs = _finished(run, joined)
    if not names_host(url):
        return None
    last = run.pieces[joined.pieces - 1]
    trimmed = trim_end(text.text[last.start : last.end], text.text[run.start : last.start])
    end = last.start + len(trimmed)
    repairs = (*_of_print(run, joined, text), *repairs)
    if end < last.end:
        repairs = (*repairs, Repair("trimmed_punctuation", f"{text.text[end : last.end]} belongs to the sentence"))
    others = tuple(_finished(run, Joined(other, joined.pieces))[0] for other in joined.alternatives)
    return FoundUrl(run.start, end, text.text[run.start : end], url, repairs, others)


def _of_print(run: Run, joined: Joined, text: MappedText) -> Iterator[Repair]:
    """What had to be mended before the lines were joined."""
    if run.glued:
        yield Repair("split_glued", "a second scheme")
    if run.kind == "misprint":
        yield Repair("mended_scheme", f"printed as “{text.text[run.start : run.pieces[0].start]}”")
    if run.kind == "parted":
        yield Repair("removed_space", "a blank inside the host")
    pieces = run.pieces[: joined.pieces]
    if any(
        before.end < after.start and "\n" not in text.text[before.end : after.start]
        for before, after in pairwise(pieces)
    ):
        yield Repair("removed_space", "what follows the blank is the middle of an address")
    if any(text.text[piece.start : piece.end] != piece.text for piece in pieces):
        yield Repair("cleaned", "characters that a layout or a format puts in")


def _with_rest(run: Run, reach: Reach, text: MappedText, around: Surroundings) -> tuple[Run, Reach]:
    """The run with what stands after a blank of its line as one more piece, where that may be the URL's rest."""
    if not around.printing.breaks_urls or reach.pieces < len(run.pieces):
        return run, reach
    rest, sure = goes_on_after_blank(run, reach.pieces, text, around.spelling)
    if not rest:
        return run, reach
    start = text.text.index(rest, run.pieces[-1].end)
    longer = replace(run, pieces=(*run.pieces, Piece(rest, start, start + len(rest))))
    count = len(longer.pieces)
    pieces, other = (count, count - 1) if sure else (count - 1, count)
    return longer, Reach(pieces, (other, *reach.others))


def _with_others(run: Run, reach: Reach, spelling: Spelling) -> Joined:
    """The run joined by structure and words; how far it may reach otherwise is among its alternatives."""
    joined = join(run, reach.pieces, spelling)
    others = [join(run, count, spelling).url for count in reach.others]
    ways = dict.fromkeys([*joined.alternatives[:1], *others, *joined.alternatives[1:]])
    return replace(joined, alternatives=tuple(way for way in ways if way != joined.url)[:MOST_ALTERNATIVES])


def _cut_off(
    run: Run, reach: Reach, text: MappedText, own: Mapping[str, Known], around: Surroundings
) -> FoundUrl | None:
    """A URL whose end is lost, or that is printed with dots for a part of it: the format's own link may tell that."""
    last = run.pieces[reach.pieces - 1]
    shortened = is_shortened(run, reach.pieces, around.spelling)
    if not shortened and not is_cut(run, reach.pieces, text, around.printing):
        return None
    raw = text.text[run.start : last.end]
    if shortened:
        printed = squash(run.scheme + "".join(piece.text for piece in run.pieces[: reach.pieces]))
        visible = re.split(r"…|\.{3}|\[", printed)[0]
        meant = [
            known for key, known in own.items() if key.removeprefix("www.").startswith(visible.removeprefix("www."))
        ]
        if len(meant) == 1:
            return FoundUrl(run.start, last.end, raw, meant[0].url, (Repair("completed", meant[0].evidence),))
    return FoundUrl(run.start, last.end, raw, None, (), (), truncated=True)


def _from_known(
    run: Run, reach: Reach, own: Mapping[str, Known], page: int | None, around: Surroundings
) -> Joined | None:
    ends = {reach.pieces, *reach.others, len(run.pieces)}
    # Where hyphens were lost, another print may lack the same one.
    elsewhere = () if around.printing.dehyphenated else (around.anywhere,)
    for known in (own, *_pages(page, around), *elsewhere):
        joined = match_known(run, len(run.pieces), known)
        # An annotation may cover the first line only; then the print, which goes on, knows better.
        if joined is not None and (known is own or joined.pieces in ends or not goes_on_clearly(run, joined.pieces)):
            return joined
    return None


def _pages(page: int | None, around: Surroundings) -> Iterable[Mapping[str, Known]]:
    return () if page is None else (around.by_page.get(page, {}), around.by_page.get(page + 1, {}))


def _finished_url(run: Run, joined: Joined) -> str:
    return _finished(run, joined)[0]


def _finished(run: Run, joined: Joined) -> tuple[str, tuple[Repair, ...]]:
    """The URL with its scheme, without a text format's escapes."""
    url, repairs = joined.url, joined.repairs
    if _ESCAPED.search(url):
        url, repairs = _ESCAPED.sub(r"\1", url), (*repairs, Repair("unescaped", "backslash of the text format"))
    url = url.replace("<", "%3C").replace(">", "%3E")
    if (doi := _DOI_LINK.match(url)) is not None:
        scheme = doi["scheme"] or "https://"
        added = () if doi["scheme"] else (Repair("added_scheme", "DOI"),)
        return f"{scheme}{doi['host']}/{url[doi.end() :]}", (*repairs, *added)
    if _HTTP.match(url):
        return url, repairs
    if run.kind in {"doi", "bare_doi"}:
        return "https://doi.org/" + url, (*repairs, Repair("added_scheme", "DOI"))
    return "http://" + url, (*repairs, Repair("added_scheme", "no scheme printed"))


def _is_no_example(url: str) -> bool:
    """Whether the host could be a source's: a bare "http://localhost" or "https://..." is an example.

    A name without a dot counts where a port or a path follows it: libraries have such machines.
    """
    rest = url.partition("://")[2].rpartition("@")[2]
    host = re.split(r"[/?#:]", rest)[0].strip(".")
    return "." in host or rest.startswith("[") or _SINGLE_LABEL.match(rest) is not None
