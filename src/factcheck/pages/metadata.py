"""What an HTML page says about itself: title, language, site, authors, date of publication, JSON-LD.

Sources, in the order of trust: schema.org JSON-LD, Open Graph and ``article:`` properties (ogp.me), the Highwire tags
that Google Scholar asks for, Dublin Core, itemprops, ``<time pubdate>``.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from email.utils import parsedate
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_MAX_JSON_CHARACTERS = 2_000_000
_MAX_JSON_NODES = 20_000
_MAX_FIELD = 500
_MAX_AUTHORS = 20
_TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publication_date",
    "publish_date",
    "pubdate",
    "dc.date",
    "dcterms.date",
    "date",
)
_AUTHORS = ("author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author")
_SITES = ("og:site_name", "application-name", "citation_journal_title", "dc.publisher")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2})(?!\d))?(?!\d)")
_COMPACT = re.compile(r"(?:19|20)\d{6}(?!\d)")
_TAG = re.compile(r"<[^<>]{0,500}>")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_ENGLISH = re.compile(r"([A-Z][a-z]{2})[a-z]*\.? (\d{1,2}),? (\d{4})\b")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ARTICLE_TYPES = ("article", "posting", "report", "webpage", "dataset", "book", "legislation", "event", "itempage")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The page's own statements; `headings` are its h1 texts, `free` is False where it says that reading costs."""

    title: str | None = None
    document_title: str | None = None
    headings: tuple[str, ...] = ()
    language: str | None = None
    site: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    free: bool | None = None
    body: str | None = None
    """The article's text as given in JSON-LD, for pages that are drawn by a script."""


def read_metadata(root: _Element) -> Metadata:
    """The metadata of a parsed page; whatever is malformed counts as absent."""
    metas = _metas(root)
    articles = [node for node in _json_nodes(root) if _is_article(node)]
    document_title = _text_of(next(root.iter("title"), None))
    shown = (heading for heading in root.iter("h1") if not _is_inert(heading))
    headings = tuple(text for text in (_text_of(h) for h in _first(shown, 5)) if text)
    title = _first_of(metas, _TITLES) or _json_text(articles, ("headline",)) or document_title
    return Metadata(
        title=title or (headings[0] if headings else None),
        document_title=document_title,
        headings=headings,
        language=_language(root, metas),
        site=_first_of(metas, _SITES) or _site(articles),
        authors=_authors(metas, articles),
        published=_published(root, metas, articles),
        free=_free(articles, metas),
        body=_json_text(articles, ("articleBody",), limit=_MAX_JSON_CHARACTERS),
    )


def iso_date(stated: str) -> str | None:
    """A stated date as ISO 8601 at its precision (``2021``, ``2021-05``, ``2021-05-04``), without the time of day."""
    stated = stated.strip()[:100]
    if found := _ISO.match(stated):
        year, month, day = (int(part or 0) for part in found.groups())
        return _checked(year, month, day)
    if _COMPACT.match(stated):
        return _checked(int(stated[:4]), int(stated[4:6]), int(stated[6:8]))
    if found := _ENGLISH.search(stated):
        if found.group(1) in _MONTHS:
            return _checked(int(found.group(3)), _MONTHS.index(found.group(1)) + 1, int(found.group(2)))
        return None
    if _YEAR.fullmatch(stated):
        return stated
    parsed = parsedate(stated) if "," in stated or stated.count(" ") > 1 else None
    return _checked(*parsed[:3]) if parsed else None


def _checked(year: int, month: int, day: int) -> str | None:
    if (year, month, day) == (1970, 1, 1):
        return None  # a clock that was never set
    if not (1500 <= year < 2200 and 1 <= month <= 12 and 0 <= day <= 31):
        return None
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"


def _first(elements: Iterator[_Element], count: int) -> Iterator[_Element]:
    for _, element in zip(range(count), elements, strict=False):
        yield element


def _is_inert(element: _Element) -> bool:
    """Whether no reader sees it: in a template, or hidden."""
    return any(
        parent.tag == "template" or parent.get("hidden") is not None for parent in (element, *element.iterancestors())
    )


def _text_of(element: _Element | None) -> str | None:
    if element is None:
        return None
    pieces: list[str] = []
    for text in element.itertext():
        pieces.append(str(text))
        if sum(map(len, pieces)) > _MAX_FIELD * 4:
            break
    return _clean("".join(pieces))


def _clean(text: str | None, limit: int = _MAX_FIELD) -> str | None:
    return " ".join(text[: limit * 4].split())[:limit] or None if text else None


def _metas(root: _Element) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = _clean(meta.get("content"))
        if name and content:
            metas.setdefault(name.strip().lower(), []).append(content)
    return metas


def _first_of(metas: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((metas[name][0] for name in names if name in metas), None)


def _json_nodes(root: _Element) -> Iterator[dict[str, Any]]:
    budget = _MAX_JSON_NODES
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        if len(script.text) > _MAX_JSON_CHARACTERS:
            continue
        waiting = [_loaded(script.text)]
        while waiting and budget > 0:
            node = waiting.pop(0)
            budget -= 1
            if isinstance(node, dict):
                yield node
                waiting.extend(node.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node)
            elif isinstance(node, list):
                waiting.extend(node[:100])


def _loaded(text: str) -> Any:
    try:
        return json.loads(text.strip().removeprefix("<![CDATA[").removesuffix("]]>").rstrip("; \n"), strict=False)
    except (ValueError, RecursionError):
        return None


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(n, str) and n.lower().endswith(_ARTICLE_TYPES) for n in names)


def _json_text(nodes: list[dict[str, Any]], keys: tuple[str, ...], limit: int = _MAX_FIELD) -> str | None:
    for node in nodes:
        for key in keys:
            value = node.get(key)
            if isinstance(value, str) and value.strip():
                return _clean(value, limit)
    return None


def _names(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return _names(value.get("name")) if isinstance(value.get("name"), str | list) else []
    if isinstance(value, list):
        return [name for item in value[:_MAX_AUTHORS] if isinstance(item, str | dict) for name in _names(item)]
    return []


def _authors(metas: dict[str, list[str]], articles: list[dict[str, Any]]) -> tuple[str, ...]:
    stated = next((names for node in articles if (names := _names(node.get("author")))), None)
    if not stated:
        stated = next((metas[name] for name in _AUTHORS if name in metas), [])
    cleaned = (_clean(_TAG.sub(" ", name), 200) for name in stated)
    kept = [name for name in cleaned if name and not name.startswith(("http://", "https://", "@"))]
    return tuple(dict.fromkeys(kept))[:_MAX_AUTHORS]


def _site(articles: list[dict[str, Any]]) -> str | None:
    return next((_clean(names[0]) for node in articles if (names := _names(node.get("publisher")))), None)


def _published(root: _Element, metas: dict[str, list[str]], articles: list[dict[str, Any]]) -> str | None:
    stated = [node["datePublished"] for node in articles if isinstance(node.get("datePublished"), str)]
    stated.extend(value for name in _DATES for value in metas.get(name, ())[:1])
    stated.extend(_times(root))
    return next((date for date in map(iso_date, stated) if date), None)


def _times(root: _Element) -> Iterator[str]:
    """The ``<time>`` that is marked as the publication's, else one alone on the page or first inside the article."""
    times = [time for time in _first(root.iter("time"), 200) if time.get("datetime")]
    for time in times:
        if time.get("pubdate") is not None or (time.get("itemprop") or "").lower() == "datepublished":
            yield time.get("datetime") or ""
    article = next(root.iter("article"), None)
    inside = next((t for t in article.iter("time") if t.get("datetime")), None) if article is not None else None
    if inside is not None:
        yield inside.get("datetime") or ""
    elif len(times) == 1:
        yield times[0].get("datetime") or ""


def _free(articles: list[dict[str, Any]], metas: dict[str, list[str]]) -> bool | None:
    """Whether reading is free, by schema.org's ``isAccessibleForFree`` (of it or a part) or by Facebook's tier."""
    for node in articles:
        parts = node.get("hasPart")
        parts = parts if isinstance(parts, list) else [parts]
        stated = [_truth(part.get("isAccessibleForFree")) for part in parts[:20] if isinstance(part, dict)]
        stated.append(_truth(node.get("isAccessibleForFree")))
        known = [truth for truth in stated if truth is not None]
        if known:
            return all(known)
    tier = (_first_of(metas, ("article:content_tier",)) or "").lower()
    return False if tier in {"locked", "metered"} else None


def _truth(stated: object) -> bool | None:
    if isinstance(stated, str):
        word = stated.strip().lower().rpartition("/")[2]
        return {"true": True, "false": False}.get(word)
    return stated if isinstance(stated, bool) else None


def _language(root: _Element, metas: dict[str, list[str]]) -> str | None:
    declared = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    stated = declared or _first_of(metas, ("content-language", "og:locale", "dc.language", "language"))
    primary = re.match(r"[A-Za-z]{2,3}(?=$|[-_])", (stated or "").strip())
    return primary.group().lower() if primary else None
