"""What the styles and settings of a Word file say of its paragraphs and notes (ECMA-376-1, 17.7 and 17.11)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factcheck.documents.zipped_parts import Target

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc \d|table of figures|index \d)", re.IGNORECASE)
_TAGS = {"title": "h1", "quote": "blockquote", "intense quote": "blockquote", "caption": "figcaption"}
_TAGS |= {"block text": "blockquote", "image caption": "figcaption", "table caption": "figcaption"}
_RAISING = {"superscript": "sup", "subscript": "sub"}
_DEEPEST = 6
_LONGEST_CHAIN = 12
_SYMBOLS = "*†‡§"
_ROMAN_WORTHS = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN = tuple(zip(_ROMAN_WORTHS, "m cm d cd c xc l xl x ix v iv i".split(), strict=True))


def local(name: str) -> str:
    """A name without its namespace: the two editions of the format differ in nothing else."""
    return name.rpartition("}")[2]


def locally(attributes: dict[str, str]) -> dict[str, str]:
    """The attributes under their local names."""
    return {local(name): value for name, value in attributes.items()}


def is_on(attributes: dict[str, str]) -> bool:
    """Whether a switch such as ``<w:vanish/>`` is on."""
    return attributes.get("val", "true") not in ("0", "false", "off")


@dataclass(slots=True)
class Style:
    """A style: the HTML tag that it makes of a paragraph, whether that is a list item, and how it raises letters."""

    name: str = ""
    based_on: str = ""
    outline: int | None = None
    listed: bool = False
    raised: str = ""

    @property
    def tag(self) -> str | None:
        """``h1`` … ``h6``, ``blockquote``, ``figcaption``, or None where the style's own name and level say nothing."""
        found = _HEADING.match(self.name)
        level = int(found.group(1)) if found else self.outline + 1 if self.outline is not None else None
        if level is not None and level <= _DEEPEST + 3:
            return f"h{min(level, _DEEPEST)}"
        return _TAGS.get(self.name.lower())

    @property
    def is_contents(self) -> bool:
        """Whether its paragraphs are lines of a table of contents."""
        return bool(_CONTENTS.match(self.name))


@dataclass(slots=True)
class Styles(Target):
    """The part ``styles.xml``: styles by id."""

    by_id: dict[str, Style] = field(default_factory=dict)
    _open: Style | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Note what matters of a style."""
        name, given = local(tag), locally(attributes)
        value = given.get("val", "")
        if name == "style":
            self._open = self.by_id.setdefault(given.get("styleId", ""), Style())
        elif self._open is None:
            return
        elif name == "name":
            self._open.name = value
        elif name == "basedOn":
            self._open.based_on = value
        elif name == "outlineLvl" and value.isdecimal() and int(value) < 9:
            self._open.outline = int(value)
        elif name == "numId":
            self._open.listed = value != "0"
        elif name == "vertAlign":
            self._open.raised = _RAISING.get(value, "")

    def end(self, tag: str) -> None:
        """A style ends."""
        if local(tag) == "style":
            self._open = None

    def chain(self, style_id: str) -> list[Style]:
        """The style and those that it is based on."""
        found: list[Style] = []
        while style_id in self.by_id and len(found) < _LONGEST_CHAIN:
            found.append(self.by_id[style_id])
            style_id = found[-1].based_on
        return found

    def tag(self, style_id: str) -> str | None:
        """The HTML tag of a paragraph in that style; None for a plain one."""
        return next((style.tag for style in self.chain(style_id) if style.tag), None)

    def is_listed(self, style_id: str) -> bool:
        """Whether a paragraph in that style is a list item."""
        return any(style.listed for style in self.chain(style_id))

    def is_contents(self, style_id: str) -> bool:
        """Whether a paragraph in that style is a line of a table of contents."""
        return any(style.is_contents for style in self.chain(style_id)[:1])

    def raised(self, style_id: str) -> str:
        """``sup``, ``sub`` or nothing for letters in that style."""
        return next((style.raised for style in self.chain(style_id) if style.raised), "")


@dataclass(slots=True)
class NoteNumbers(Target):
    """The part ``settings.xml``: in which digits footnotes and endnotes are numbered; as Word does where unsaid."""

    formats: dict[str, str] = field(default_factory=lambda: {"footnote": "decimal", "endnote": "lowerRoman"})
    _open: str | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Note the format of a kind of notes."""
        name = local(tag)
        if name in ("footnotePr", "endnotePr"):
            self._open = name.removesuffix("Pr")
        elif name == "numFmt" and self._open:
            self.formats[self._open] = locally(attributes).get("val", "decimal")

    def end(self, tag: str) -> None:
        """A kind's settings end."""
        if local(tag) in ("footnotePr", "endnotePr"):
            self._open = None

    def label(self, kind: str, number: int) -> str:
        """The printed label of a kind's note with that number, from 1."""
        form = self.formats[kind]
        if form in ("lowerRoman", "upperRoman") and number < 4000:
            return _roman(number) if form == "lowerRoman" else _roman(number).upper()
        if form in ("lowerLetter", "upperLetter"):
            letter = chr(ord("a" if form == "lowerLetter" else "A") + (number - 1) % 26)
            return letter * min(1 + (number - 1) // 26, 4)
        if form == "chicago":
            return _SYMBOLS[(number - 1) % 4] * min(1 + (number - 1) // 4, 3)
        return str(number)


def _roman(number: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        written += letters * times
    return written
