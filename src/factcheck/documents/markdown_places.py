"""Where markdown-it's inline tokens stand in their source: the library gives line numbers only.

A rule that never matches is put before all others.  It is called at each place where a rule is tried, and so sees both
where the last rule began and which tokens that rule made; a text token's own words are then found from there on.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_KEY = "factcheck_places"


@dataclass
class _Progress:
    """What is known of one run of the inline parser."""

    seen: int = 0
    """Tokens that have their place."""
    cursor: int = 0
    """No new token stands before this."""
    pending_at: int = 0
    """Where the text began that is not yet a token."""


@dataclass
class Places:
    """The offset of each inline token in the content of its inline run."""

    at: dict[int, int] = field(default_factory=dict)
    _runs: dict[int, _Progress] = field(default_factory=dict)
    _kept: list[object] = field(default_factory=list)

    def of(self, token: Token) -> int:
        """Where `token` begins; its raw form stands at or shortly after it."""
        return self.at.get(id(token), 0)

    def visit(self, state: StateInline) -> None:
        """Note a place where the parser is about to try its rules."""
        run = self._runs.get(id(state))
        if run is None:
            run = self._runs[id(state)] = _Progress()
            self._kept.append(state)  # an identity is unique only while its object lives
        self._settle(state, run)
        run.cursor = max(run.cursor, state.pos)
        if not state.pending:
            run.pending_at = state.pos

    def finish(self, state: StateInline) -> None:
        """Place the tokens that the last rule made."""
        run = self._runs.get(id(state))
        if run is not None:
            self._settle(state, run)

    def _settle(self, state: StateInline, run: _Progress) -> None:
        for token in state.tokens[run.seen :]:
            start = run.cursor
            if token.type == "text" and state.src.startswith(token.content, run.pending_at):
                start, run.pending_at = run.pending_at, len(state.src) + 1
                run.cursor = max(run.cursor, start + len(token.content))
            elif token.type in {"text", "text_special"}:
                raw = token.markup or token.content
                found = state.src.find(raw, run.cursor) if raw else -1
                start = found if found >= 0 else run.cursor
                run.cursor = start + len(raw) if found >= 0 else run.cursor
            self.at[id(token)] = start
            self._kept.append(token)
        run.seen = len(state.tokens)


def keep_places(parser: MarkdownIt) -> None:
    """Make `parser` note the place of each inline token in ``env``; `places_of` hands them out."""

    def visit(state: StateInline, silent: bool) -> bool:
        if not silent:
            places_of(state.env).visit(state)
        return False

    def finish(state: StateInline) -> None:
        places_of(state.env).finish(state)

    parser.inline.ruler.before("text", "visit_place", visit)
    parser.inline.ruler2.before("balance_pairs", "finish_places", finish)
    # Joined text tokens would lose the places of all but one.
    parser.inline.ruler2.disable("fragments_join")
    parser.core.ruler.disable("text_join")


def parse_words(parser: MarkdownIt, token: Token, env: dict[str, Any]) -> None:
    """Give the inline `token` of a parser without the rule ``inline`` its children; the places of others are let go."""
    env.pop(_KEY, None)
    token.children = []
    parser.inline.parse(token.content, parser, env, token.children)


def places_of(env: object) -> Places:
    """The places noted while parsing with `env`."""
    if not isinstance(env, dict):
        raise TypeError("the parser's env is a dict")
    places = env.setdefault(_KEY, Places())
    if not isinstance(places, Places):
        raise TypeError("another rule took the key of the places")
    return places


@dataclass(frozen=True, slots=True)
class ContentMap:
    """The content of a block token → the source: content[starts[i]:] of line i stands at origins[i]."""

    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, index: int) -> int:
        """Where character `index` of the content stands in the source."""
        line = max(bisect_right(self.starts, index) - 1, 0)
        return self.origins[line] + index - self.starts[line]

    def pieces(self, start: int, string: str) -> Iterator[tuple[str, int]]:
        """`string`, which stands at `start` in the content, as (part, offset) pairs: the source may part it."""
        end = start + len(string)
        cuts = self.starts[bisect_right(self.starts, start) : bisect_left(self.starts, end)]
        for left, right in pairwise((start, *cuts, end)):
            yield string[left - start : right - start], self.origin(left)


def map_content(content: str, source: str, line_starts: Sequence[int], first_line: int) -> ContentMap:
    """Find each line of `content` in its source line: what is left of that without marks and indent."""
    starts: list[int] = []
    origins: list[int] = []
    at = 0
    for number, line in enumerate(content.split("\n"), first_line):
        left, right = _line(number, source, line_starts)
        body = line.strip()  # a tab in the indent comes out as blanks, which stand nowhere in the source
        end = left + len(source[left:right].rstrip())
        if source.endswith(body, left, end) and len(body) <= end - left:
            lead = len(line) - len(line.lstrip())
            pieces = [(0, max(left, end - len(body) - lead)), (lead, end - len(body))]
        else:
            pieces = _align(line, source, left, right)
        starts.extend(at + start for start, _ in pieces)
        origins.extend(origin for _, origin in pieces)
        at += len(line) + 1
    return ContentMap(tuple(starts), tuple(origins))


def map_cell(content: str, source: str, line_starts: Sequence[int], line: int, after: int) -> ContentMap:
    """Find a table cell in its row's line, at or after the offset `after`: the cells of a row share a line."""
    left, right = _line(line, source, line_starts)
    pieces = _align(content, source, max(left, after), right)
    return ContentMap(tuple(start for start, _ in pieces), tuple(origin for _, origin in pieces))


def _line(number: int, source: str, line_starts: Sequence[int]) -> tuple[int, int]:
    if number >= len(line_starts):
        return len(source), len(source)
    return line_starts[number], line_starts[number + 1] if number + 1 < len(line_starts) else len(source)


def _align(line: str, source: str, left: int, right: int) -> list[tuple[int, int]]:
    """Pieces (start in `line`, offset in `source`) of a line in source[left:right] that lost some characters."""
    found = source.find(line.rstrip(), left, right)
    if found >= 0:
        return [(0, found)]
    pieces = []
    cursor, expected = left, -1
    for index, character in enumerate(line):
        at = source.find(character, cursor, right)
        if at < 0:
            continue
        if at != expected:
            pieces.append((index, at))
        cursor = expected = at + 1
    return pieces or [(0, left)]
