r"""LaTeX and reStructuredText → Document, by way of HTML that an installed pandoc writes.

pandoc is run in its sandbox (it opens no other file and no address, ``\input`` and ``include`` lead nowhere) and under
the limits of every child.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.documents import sniffing
from factcheck.documents.decoding import decode_brief
from factcheck.documents.html import HtmlTooLargeError, read_html
from factcheck.documents.isolation import ChildError, Limits, run_isolated
from factcheck.errors import BriefError, PageError

if TYPE_CHECKING:
    from factcheck.model import Document

_FORMATS = {
    sniffing.LATEX: ("latex", "LaTeX"),
    sniffing.RST: ("rst", "reStructuredText"),
}
_MEGABYTE = 1024 * 1024
# The runtime of pandoc sets much address space apart that it never uses; its own limit (-M) is that of real memory.
_LIMITS = Limits(memory_bytes=4096 * _MEGABYTE, answer_bytes=16 * _MEGABYTE)
# Standalone for the title's sake; the date beside it is no sentence of the text.
_OPTIONS = ("--standalone", "--wrap=none", "--mathml", "--metadata=date:")
_NO_TITLE = "-"  # what pandoc writes for want of a title: the name of its input
_RUNTIME = ("+RTS", "-M220m", "-RTS")


class PandocError(PageError):
    """A document that pandoc would have to read and cannot; the text says why not."""


def read_by_pandoc(data: bytes, media_type: str, charset: str | None = None) -> Document:
    """A brief in a format that pandoc reads: `text` is the extracted text.

    Raises `PandocError` where pandoc is not installed, cannot read the file, or needs more than is allowed.
    """
    form, name = _FORMATS[media_type]
    program = shutil.which("pandoc")
    if program is None:
        raise PandocError(
            f"This is {name}, which is read with the program pandoc, and that is not installed: "
            "install it (apt-get install pandoc; brew install pandoc; https://pandoc.org/installing.html), "
            "or export the file as DOCX, HTML or PDF."
        )
    source = decode_brief(data, charset).text.encode()
    options = (*_RUNTIME, "--sandbox", "--from", form, "--to", "html5", *_OPTIONS)
    try:
        written = run_isolated(str(Path(program).absolute()), source, _LIMITS, *options)
    except ChildError as error:
        raise _refusal(name, error) from error
    try:
        document = read_html(written, "utf-8")
    except HtmlTooLargeError as error:
        raise _refusal(name, ChildError(limited=True)) from error
    except BriefError as error:
        raise PandocError(f"The {name} file holds no text: check that it is the right one.") from error
    title = None if document.title == _NO_TITLE else document.title
    return replace(document, media_type=media_type, encoding=None, title=title)


def _refusal(name: str, error: ChildError) -> PandocError:
    if error.limited:
        return PandocError(f"The {name} file takes more memory or time to read than is allowed: split it.")
    return PandocError(
        f"pandoc cannot read this {name} file: open it with pandoc to see why (pandoc 2.15 or newer is needed), "
        "or export it as DOCX, HTML or PDF."
    )
