"""Judging whether an answer of 200 is the page at all: soft 404s, parked domains, redirects to a home or error page."""

from __future__ import annotations

import re
from urllib.parse import unquote

from factcheck.model import Capture, CaptureSource, PageProblem
from factcheck.pages.judged import Judged, host_of, split_url
from factcheck.pages.phrases import is_bare_number, phrases

# A page of so many words whose title is nothing but "404" is about the number, not an error page.
_LONG_BODY_WORDS = 600
# So much running text is an article's, not an error page's.
_ARTICLE_WORDS = 150
_HEADLINE_WORDS = 3
_LONGEST_PLAIN = 120
_PLACEHOLDER_WORDS = 400
# "Index of /", the columns' names, the server's signature.
_LISTING_WORDS = 25
_NAMED_DOMAIN = re.compile(r"(?:the domain (?:name )?)?\b(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}\b", re.IGNORECASE)
_FILM = re.compile(r"video|видео", re.IGNORECASE)
_MORE_THAN_A_FILM_WORDS = 25
_ERROR_PATH = re.compile(
    r"/(?:errors?/)?(?:(?:error|page|err)?[-_]?404|404[-_]?(?:error|page|notfound|not-found)?|(?:page|file|seite)?[-_]?not[-_]?found)"
    r"(?:\.\w{2,5})?/?$",
    re.IGNORECASE,
)
_ERROR_NAME = re.compile(r"/(?:errors?|err|errorpage|error[-_]page|oops)(?:\.\w{2,5})?/?$", re.IGNORECASE)
_ERROR_QUERY = re.compile(r"(?:^|[=&;])(?:404|410)(?:$|[&;])|not[-_]?found", re.IGNORECASE)
_ROOT_PATH = re.compile(
    r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|default|home|main|start)(?:\.\w{2,5})?/?)?", re.IGNORECASE
)
# "Search" and "search results" as the last part of a path, in the eight languages and in Latin letters.
# Not "recherche", which is French for research too.
_SEARCH_PATH = re.compile(
    r"/(?:site[-_]?)?(?:search|suche|rechercher|szukaj|wyszukiwarka|wyszukiwanie|poisk|poshuk|paieska|поиск|"
    r"пошук|paieška)(?:[-_]?(?:results?|page|ergebnisse?))?(?:\.\w{2,5})?/?$",
    re.IGNORECASE,
)
_SEARCH_QUERY = re.compile(r"(?:^|[&;])(?:s|q|query|search|keywords?|text)=", re.IGNORECASE)
# Their addresses are short names for any page, a home page included.
_SHORTENERS = frozenset(
    """
    bit.ly t.co goo.gl tinyurl.com ow.ly is.gd buff.ly doi.org dx.doi.org hdl.handle.net youtu.be clck.ru vk.cc lnkd.in
    fb.me amzn.to j.mp tiny.cc rebrand.ly cutt.ly shorturl.at rb.gy trib.al dlvr.it nyti.ms wapo.st bbc.in reut.rs u.to
    goo.su t.ly perma.cc purl.org w.wiki tinyurl.is ift.tt eepurl.com n.pr econ.st
    """.split()
)
_MARKETS = frozenset(
    """
    hugedomains.com sedo.com dan.com afternic.com godaddy.com porkbun.com bodis.com parkingcrew.net namecheap.com reg.ru
    undeveloped.com domainmarket.com brandbucket.com above.com parklogic.com sedoparking.com nazwa.pl aftermarket.pl
    """.split()
)
_PARKING_SCRIPTS = (
    "parkingcrew.net",
    "sedoparking.com",
    "bodis.com",
    "parklogic",
    "//parking.",
    "domainparking",
    "afternic.com/forsale",
    "hugedomains.com/domain_profile",
    "dan.com/buy-domain",
    "window.park =",
    "/lander?",
)


def judge_redirect(capture: Capture) -> PageProblem | None:
    """A deep link that ended at an error, home or search page or a domain market: the page itself is gone.

    Also where that page happens to have the figure: tomorrow it will have another.
    """
    if capture.source is CaptureSource.MEMENTO or not capture.redirects:
        return None
    if is_error_address(capture.final_url) and not is_error_address(capture.requested_url):
        path = split_url(capture.final_url).path
        return _dead("redirected_error_page", f"The link leads to the site's error page ({path}).")
    if host_of(capture.final_url) in _MARKETS and host_of(capture.requested_url) not in _MARKETS:
        return _dead("parked", f"The link leads to a market of domain names ({host_of(capture.final_url)}).")
    if _is_deep(capture.requested_url) and _is_root(capture.final_url) and not _may_be_at_root(capture):
        return _dead("redirected_home", f"The link to a page leads to a home page ({capture.final_url}).")
    if _is_search(capture.final_url) and not _may_be_search(capture):
        return _dead("redirected_search", f"The link to a page leads to a search page ({capture.final_url}).")
    return None


def is_error_address(url: str) -> bool:
    """Whether a URL is that of a site's error page, by its path or by what its query says to one."""
    parts = split_url(url)
    if _ERROR_PATH.search(parts.path) is not None:
        return True
    return _ERROR_NAME.search(parts.path) is not None and _ERROR_QUERY.search(parts.query) is not None


def judge_gone(page: Judged) -> PageProblem | None:
    """A 200 that says "not found": as a whole title or heading, or in a very short body."""
    for title in page.titles:
        if (found := phrases("gone").whole(title)) and not _is_headline(title, page):
            return _dead("soft_404", f"The page's title or heading says “{found}”.")
        if is_bare_number(title) and page.words < _LONG_BODY_WORDS and page.prose < _ARTICLE_WORDS:
            return _dead("soft_404", f"The page's title or heading says “{title}”.")
    if page.short and (found := phrases("gone").sentence(page.body)) and not _is_embedded(found, page):
        return _dead("soft_404", f"The page says “{found}” and hardly anything else.")
    return None


def judge_plain(text: str) -> PageProblem | None:
    """A plain text that is nothing but an error page's one sentence."""
    if len(text) > _LONGEST_PLAIN or not (phrases("gone").whole(text) or is_bare_number(text)):
        return None
    return _dead("soft_404", f"The page only says “{text.strip()}”.")


def _is_headline(title: str, page: Judged) -> bool:
    """Whether a title of which one part says "not found" heads an article about that ("Page not found: why …")."""
    beside = phrases("gone").beside(title)
    return (
        page.prose >= _ARTICLE_WORDS
        and beside.count(" ") >= _HEADLINE_WORDS - 1
        and beside.strip().casefold() != (page.metadata.site or "").strip().casefold()
    )


def _is_embedded(found: str, page: Judged) -> bool:
    """Whether it is only a film within the page that is gone."""
    return page.words >= _MORE_THAN_A_FILM_WORDS and _FILM.search(found) is not None


def judge_parked(page: Judged) -> PageProblem | None:
    """A domain that is for sale, has run out, or shows its web server's first page."""
    for title in page.titles:
        if page.words < _PLACEHOLDER_WORDS and (found := phrases("parked").whole(_impersonal(title, page))):
            return _dead("parked", f"The domain shows a placeholder: “{found}”.")
    if page.short and (found := phrases("parked").sentence(_impersonal(page.body, page))):
        return _dead("parked", f"The domain shows a placeholder: “{found}”.")
    if _is_empty_listing(page):
        return _dead("parked", "The site shows only the listing of an empty folder.")
    if page.short and any(script in page.source for script in _PARKING_SCRIPTS):
        return _dead("parked", "The domain shows only a parking service's advertisements.")
    return None


def _impersonal(text: str, page: Judged) -> str:
    """`text` with the host called "this domain", as a seller's page has it by name; without any prose, every host."""
    if not page.prose:
        return _NAMED_DOMAIN.sub("this domain", text)
    for host in {host_of(page.capture.final_url), host_of(page.capture.requested_url)} - {""}:
        named = rf"(?:the domain (?:name )?)?(?:www\.)?{re.escape(host)}"
        text = re.sub(named, "this domain", text, flags=re.IGNORECASE)
    return text


def _is_empty_listing(page: Judged) -> bool:
    return page.words < _LISTING_WORDS and any(title.strip().lower() == "index of /" for title in page.titles)


def _is_deep(url: str) -> bool:
    parts = split_url(url)
    return bool(parts.query) or _ROOT_PATH.fullmatch(parts.path) is None


def _is_root(url: str) -> bool:
    parts = split_url(url)
    return (
        bool(parts.scheme) and not parts.query and _ROOT_PATH.fullmatch(parts.path) is not None and not parts.fragment
    )


def _may_be_at_root(capture: Capture) -> bool:
    """Whether a home page may well be what was cited: a short name, or a section that got a host of its own."""
    if host_of(capture.requested_url) in _SHORTENERS:
        return True
    names = [name for name in split_url(capture.requested_url).path.lower().split("/") if name]
    final = host_of(capture.final_url)
    moved = final != host_of(capture.requested_url)
    return moved and len(names) == 1 and names[0].partition(".")[0] in final


def _is_search(url: str) -> bool:
    """Whether a URL is that of a site's search, by its path or as WordPress has it (`/?s=…`)."""
    parts = split_url(url)
    asks = _SEARCH_QUERY.search(parts.query) is not None
    named = _SEARCH_PATH.search(unquote(parts.path))
    if named is not None:  # "/services/search" may be about searching
        return asks or _ROOT_PATH.fullmatch(unquote(parts.path)[: named.start()]) is not None
    return asks and _ROOT_PATH.fullmatch(parts.path) is not None


def _may_be_search(capture: Capture) -> bool:
    """Whether a search may be what was cited: a short name, a home page, or an address that searches itself."""
    cited = capture.requested_url
    asks = _SEARCH_QUERY.search(split_url(cited).query) is not None
    named = _SEARCH_PATH.search(unquote(split_url(cited).path)) is not None
    return asks or named or not _is_deep(cited) or host_of(cited) in _SHORTENERS


def _dead(signal: str, detail: str) -> PageProblem:
    return PageProblem(dead=True, reason=None, signal=signal, detail=detail)
