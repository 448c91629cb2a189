"""Links of the body: those that cite, those that are only contact or navigation, and those whose target was lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.model import BlockKind, Link, LinkOrigin, LostLink
from factcheck.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Block, Brief

_CONTACT_HEADING = regex(
    r"\b(?:contacts?|contact\sus|visit\sus|follow\sus|about\s(?:us|the\sauthors?)|imprint|impressum|контакт\w*|кантакт\w*|"
    r"kontakt\w*|о\sнас|об\sавтор\w+|o\snas|o\sautorz?\w*|über\suns|autor(?:en)?info\w*|share\s(?:this|on)|subscribe)\b",
    re.IGNORECASE,
)
_SOURCES_HEADING = regex(
    r"^\W*(?:[\dIVX]+\.?\s)?(?:sources?|references?|bibliography|literature|works\scited|further\sreading|endnotes|notes|"
    r"источники|литература|список\s\w+|крыніцы|джерела|źródła|bibliografia|literatura|quellen\w*|literatur\w*|"
    r"bibliographie|šaltiniai|avoti)\W*$",
    re.IGNORECASE,
)
_CONTACT_LINE = regex(
    r"^\W*(?:W|E|T|F|M|Tel|Web|Website|Site|E-?mail|Mail|Phone|Fax|Twitter|X|Facebook|FB|YouTube|Instagram|LinkedIn|"
    r"Telegram|Skype|WhatsApp|VK|Mastodon|Bluesky|Сайт|Почта|Тел|Эл\.\sпочта|Strona|Телеграм)\s?[:|]",
    re.IGNORECASE,
)
_PROFILE_HOST = regex(
    r"^https?://(?:[\w-]+\.)?(?:twitter\.com|x\.com|facebook\.com|fb\.com|instagram\.com|linkedin\.com|t\.me|vk\.com|"
    r"youtube\.com/(?:channel|user|c|@)|bsky\.app|threads\.net|tiktok\.com)",
    re.IGNORECASE,
)
_POST = regex(
    r"/(?:status|statuses|posts?|videos?/\d|watch|permalink|photos?|p|reel|events?)/?|/\d{3,}(?:\?|$)|watch\?",
    re.IGNORECASE,
)
_NAVIGATION_LINE = regex(
    r"^\W*(?:read\s(?:also|more|next)|more\s(?:on|from)|related(?:\s\w+)?|top\sreads|you\smay\salso\slike|share(?:\s(?:this|on)\b.{0,30})?|"
    r"читайте\sтакже|читать\sдалее|по\sтеме|поделиться|чытайце\sтаксама|читайте\sтакож|czytaj\s(?:także|też|więcej)|zobacz\steż|"
    r"udostępnij|lesen\sSie\sauch|mehr\szum\sthema|teilen|(?:à\s)?lire\saussi|partager|skaitykite\staip\spat|dalintis)\s*(?:[:|»›>]|$)",
    re.IGNORECASE,
)
_HOME = regex(r"https?://[^/?#]+/?$", re.IGNORECASE)
_ROW = 3  # links beside each other, and nothing else in the line, are a menu
_SHORT_LINE = 60


def lost_links(brief: Brief) -> tuple[LostLink, ...]:
    """Words that were links once, at their place in the brief's file."""
    found = []
    for link in brief.links:
        if link.origin is LinkOrigin.LOST and link.block is not None:
            span = brief.blocks[link.block].text.span(link.start, link.end)
            found.append(LostLink(link.text, span.start, span.end))
    return tuple(sorted(found, key=lambda lost: lost.start))


def contact_blocks(brief: Brief) -> frozenset[int]:
    """The blocks under a heading such as "Contact us"."""
    return _blocks_under(_CONTACT_HEADING, brief)


def source_blocks(brief: Brief) -> frozenset[int]:
    """The blocks under a heading such as "Sources"."""
    return _blocks_under(_SOURCES_HEADING, brief)


def _blocks_under(heading: re.Pattern[str], brief: Brief) -> frozenset[int]:
    """The blocks under a heading that matches, up to the next heading that is not below it."""
    inside: set[int] = set()
    level: int | None = None
    for number, block in enumerate(brief.blocks):
        if block.kind is BlockKind.HEADING and (level is None or block.level <= level):
            level = block.level if heading.search(block.text.text) else None
        if level is not None:
            inside.add(number)
    return frozenset(inside)


def is_navigation(block: Block, links: Sequence[Link]) -> bool:
    """Whether the links of a block lead through a site: "Read also: …", a row of links, a logo that leads home."""
    text = block.text.text
    words = text
    for link in sorted(links, key=lambda link: link.start, reverse=True):
        words = words[: link.start] + words[link.end :]
    if _NAVIGATION_LINE.match(text):
        return len(words) <= _SHORT_LINE
    if any(character.isalnum() for character in words) or block.kind is BlockKind.LIST_ITEM:
        return False
    home = [link for link in links if _HOME.match(link.url or "") and link.text != link.url]
    return len(links) >= _ROW or (len(links) == 1 and len(home) == 1)


def is_contact(block: Block, link: Link) -> bool:
    """Whether a link outside a contact section is one all the same: a labelled line, or somebody's profile page."""
    text = block.text.text
    if _CONTACT_LINE.match(text) and len(text) - (link.end - link.start) <= _SHORT_LINE:
        return True
    url = link.url or ""
    return bool(_PROFILE_HOST.match(url)) and _POST.search(url) is None and len(text) - len(link.text) <= _SHORT_LINE
