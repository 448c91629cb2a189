"""Formats that are ZIP archives of markup → Document: a child process under limits writes one HTML page, which is read.

A child answers ``{"html": …}`` or ``{"problem": …}``, one of the keys of its format's messages.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.documents.html import HtmlTooLargeError, read_html
from factcheck.documents.isolation import ChildError, Limits, read_isolated
from factcheck.errors import BriefError, PageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Document

MAX_CHARACTERS = 5_000_000


class PackageError(PageError):
    """A packaged document that cannot be read; `signal` is ``docx_locked``, ``epub_broken`` …."""

    def __init__(self, form: PackagedFormat, problem: str) -> None:
        """The refusal that `problem` stands for in that format."""
        super().__init__(form.messages[problem])
        self.signal = f"{form.signal}_{problem}"


@dataclass(frozen=True, slots=True)
class PackagedFormat:
    """A format: its media type, the module of its child, the first word of its signals, and its messages.

    Messages are needed for ``broken``, ``too_large``, ``empty`` and whatever else the child may answer.
    """

    media_type: str
    child: str
    signal: str
    messages: Mapping[str, str]


def read_packaged(form: PackagedFormat, data: bytes) -> Document:
    """A document in that format: `text` is the extracted text; raises `PackageError` with one line on why not."""
    try:
        answer = read_isolated(form.child, data, Limits(), str(MAX_CHARACTERS))
    except ChildError as error:
        raise PackageError(form, "broken" if error.crashed else "too_large") from error
    if "problem" in answer:
        raise PackageError(form, str(answer["problem"]))
    try:
        return replace(read_html(str(answer["html"]).encode(), "utf-8"), media_type=form.media_type, encoding=None)
    except HtmlTooLargeError as error:
        raise PackageError(form, "too_large") from error
    except BriefError as error:
        raise PackageError(form, "empty") from error
