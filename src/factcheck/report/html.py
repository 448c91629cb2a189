"""The report page: format-1 data → view → template, in one file that asks for nothing when it is opened."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from factcheck.report.view_report import report_view
from factcheck.report.words import NOUNS, PAGE, SCRIPT, VERDICT_WORDS

if TYPE_CHECKING:
    from factcheck.report.view_run import IndexView, ReportView

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_TURNING = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters of the scripts that run from right to left, and the signs that turn text round."""
_REMARK = re.compile(r"(?m)^[ \t]*/\*.*?\*/[ \t]*\n?", re.DOTALL)
_BLANK_LINES = re.compile(r"\n{2,}(?=[<\n])")
_INDENT = re.compile(r"\n\s+")
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9]")
_LONGEST_TITLE = 90


def page(data: dict[str, Any]) -> str:
    """One page of all briefs of format-1 `data`."""
    return view_page(report_view(data))


def view_page(report: ReportView) -> str:
    """The page of a view."""
    return _rendered("report.html", report, "reviews.js", "report.js")


def index_page(index: IndexView) -> str:
    """The list of briefs."""
    return _rendered("index.html", index, "index.js")


def _rendered(template: str, report: ReportView | IndexView, *scripts: str) -> str:
    css = _style() + _running_title(report.title)
    script = _script(scripts)
    text: str = (
        _environment()
        .get_template(template)
        .render(
            report=report,
            css=Markup(css),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            csp=_policy(css, script, serves=report.save is not None),
        )
    )
    # Blank lines are what is left of the template's own lines; printed addresses have none.
    return _BLANK_LINES.sub("\n", text)


def _policy(css: str, script: str, *, serves: bool) -> str:
    """Nothing may be loaded, sent or run but the page's own style and script, named by their digests.

    A page that is served may send reviews to where it came from.
    """
    connect = "connect-src 'self'; " if serves else ""
    return (
        f"default-src 'none'; style-src '{_digest(css)}'; script-src '{_digest(script)}'; {connect}"
        "img-src data:; base-uri 'none'; form-action 'none'; trusted-types report; require-trusted-types-for 'script'"
    )


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


@cache
def _style() -> str:
    """The style sheet, with the words that it sets behind marks."""
    words = "".join(f"--say-{key}: {css_string(word)}; " for key, word in VERDICT_WORDS.items())
    return f":root {{ {words}}}\n{_asset('report.css')}"


def _running_title(title: str) -> str:
    """The page's title at the head of every sheet of paper but the first."""
    shown = _printable(" ".join(title.split()))
    cut = shown if len(shown) <= _LONGEST_TITLE else shown[:_LONGEST_TITLE].rstrip() + "…"
    return (
        f"@page {{ @top-left {{ content: {css_string(cut)}; }} }}\n@page :first {{ @top-left {{ content: none; }} }}\n"
    )


def css_string(text: str) -> str:
    """`text` as a string of CSS that no line's end parts; whatever is no plain letter or digit is escaped."""
    return '"' + _NOT_PLAIN.sub(lambda match: f"\\{ord(match.group()):06x}", text.replace(" ", "\xa0")) + '"'


@cache
def _script(names: tuple[str, ...]) -> str:
    """The scripts of a page, with the words that they say."""
    words = json.dumps(SCRIPT, ensure_ascii=False).replace("<", "\\u003c")
    return f"const WORDS = {words};\n" + "".join(map(_asset, ("words.js", *names)))


def _coded(text: str) -> Markup:
    """`text` with what stands between backticks as code."""
    parts = [escape(part) for part in text.split("`")]
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if place % 2 else part for place, part in enumerate(parts)
    )


def _turned(*texts: str, always: bool = False) -> Markup:
    """The attribute that lets the text decide its direction, where any of it may run from right to left."""
    return Markup(' dir="auto"' if always or any(map(_TURNING.search, texts)) else "")  # noqa: S704 - our own words


def _alone(text: str, language: str | None = None) -> Markup:
    """`text` set apart from what stands around it, as far as its direction and its language ask for that."""
    shown, lang = escape(_printable(text)), language if language != "en" else None
    name = "bdi" if _TURNING.search(text) else "span" if lang else None
    if name is None:
        return shown
    return Markup("<{0}{1}>{2}</{0}>").format(name, Markup(' lang="{}"').format(lang) if lang else "", shown)


@cache
def _asset(name: str) -> str:
    """A file of ours without its remarks and indents, which every page would carry."""
    text = files("factcheck.report").joinpath("assets", name).read_text("utf-8")
    return _INDENT.sub("\n", _REMARK.sub("", text))


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("factcheck.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )
    made.globals |= {"w": SimpleNamespace(**PAGE), "nouns": NOUNS, "verdicts": VERDICT_WORDS}
    made.globals["turned"] = _turned
    made.filters |= {"coded": _coded, "alone": _alone}
    return made


def _printable(value: Any) -> Any:
    """Text without the characters that no page may hold (NUL, other controls, halves of pairs)."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _UNPRINTABLE.sub("\ufffd", value)
    return value
