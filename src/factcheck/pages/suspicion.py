"""Signs that an answer may be no page: too weak to prove it, enough to ask for a proof.  Read off the bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from html import unescape

from factcheck.pages.leading_on import without_inert
from factcheck.pages.phrases import phrases

_READ_BYTES = 256 * 1024
_SHORT_BYTES = 24 * 1024
_SHORT_WORDS = 150
_TAG = re.compile(rb"<[^<>]{0,4000}>")
_TITLES = re.compile(rb"<(title|h1|h2)\b[^<>]{0,1000}>([^<]{1,300})<", re.IGNORECASE)
_NUMBER = re.compile(r"\b4(?:04|10)\b")
# An element that holds the number and nothing more: of few words beside it, it may be the whole message.
_LONE_NUMBER = re.compile(rb">\s{0,99}(?:error|http|code)?[\s:]{0,9}4(?:04|10)[\s.!]{0,9}<", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,40}")
_WALL = re.compile(rb"captcha|challenge|consent|type=.?password|sign.?in|log.?in\b|robot|subscri", re.IGNORECASE)
_SHINGLE = 3
_SKETCH = 64
_ALIKE = 0.85


def seems_gone(payload: bytes) -> bool:
    """Whether an HTML page has an error page's words in a title or heading, or in a body of few words."""
    head = payload[:_READ_BYTES]
    titles = [unescape(text.decode("utf-8", "replace")) for _, text in _TITLES.findall(head)[:6]]
    if any(_NUMBER.search(title) or phrases("gone").inside(title) for title in titles):
        return True
    if len(payload) > _SHORT_BYTES:
        return False
    text = _text(head)
    if text.count(" ") >= _SHORT_WORDS:
        return False
    return phrases("gone").inside(text) is not None or _LONE_NUMBER.search(without_inert(head)) is not None


def seems_walled(payload: bytes) -> bool:
    """Whether a page of few words has to do with logins, consent or proofs that no robot is reading."""
    head = payload[:_READ_BYTES]
    return _text(head).count(" ") < _SHORT_WORDS and _WALL.search(head) is not None


@dataclass(frozen=True, slots=True)
class Likeness:
    """A sketch of a page's words (Broder's min-wise hashes of three words each; numbers and addresses left out)."""

    hashes: frozenset[int]

    @classmethod
    def of(cls, payload: bytes) -> Likeness:
        """The sketch of an HTML page."""
        words = _WORD.findall(_text(payload[:_READ_BYTES]).casefold())
        runs = {" ".join(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))}
        hashes = sorted(int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big") for run in runs)
        return cls(frozenset(hashes[:_SKETCH]))

    @property
    def rough(self) -> str:
        """A key that pages of all but the same words mostly share: their least hashes."""
        return ",".join(f"{found:x}" for found in sorted(self.hashes)[:4])

    def is_like(self, other: Likeness) -> bool:
        """Whether the two pages have at least 85 % of their words' runs in common, as estimated."""
        union = sorted(self.hashes | other.hashes)[:_SKETCH]
        common = sum(found in self.hashes and found in other.hashes for found in union)
        return bool(union) and common >= _ALIKE * len(union)


def _text(head: bytes) -> str:
    return unescape(_TAG.sub(b" ", without_inert(head)).decode("utf-8", "replace"))
