"""The report page: format-1 data → view → template, in one file that asks for nothing when it is opened."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from factcheck.report.view_report import report_view

if TYPE_CHECKING:
    from factcheck.report.view import IndexView, ReportView

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def page(data: dict[str, Any]) -> str:
    """One page of all briefs of format-1 `data`."""
    return view_page(report_view(data))


def view_page(report: ReportView) -> str:
    """The page of a view."""
    return _rendered("report.html", report, _asset("reviews.js") + _asset("report.js"))


def index_page(index: IndexView) -> str:
    """The list of briefs."""
    return _rendered("index.html", index, _asset("index.js"))


def _rendered(template: str, report: ReportView | IndexView, script: str) -> str:
    css = _asset("report.css")
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
    return text


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
def _asset(name: str) -> str:
    return files("factcheck.report").joinpath("assets", name).read_text("utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("factcheck.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )


def _printable(value: Any) -> Any:
    """Text without the characters that no page may hold (NUL, other controls, halves of pairs)."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _UNPRINTABLE.sub("\ufffd", value)
    return value
