"""Whether a page has the place that a link's fragment names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from factcheck.pages.media import Medium, sniff

if TYPE_CHECKING:
    from factcheck.model import Capture

_LONGEST = 200
# GitHub writes its readers' names so, and its script looks for both.
_PREFIX = rb"(?:user-content-)?"


def missing_place(capture: Capture, payload: bytes, url: str) -> str | None:
    """The name of the place in an HTML page that `url` points at and that is not there; None where all is well.

    Not names of places: ``#top``, text fragments (``:~:``), routes of scripts (``#!/a``, ``#/a``), and what has ``=``
    or ``&`` in it (``#page=5``, ``#t=10``), which some reader or script understands.
    """
    name = unquote(url.partition("#")[2].partition(":~:")[0])
    if not name or len(name) > _LONGEST or name.lower() == "top" or re.search(r"^[!/]|[=&\s]", name):
        return None
    if sniff(payload, capture.media_type) is not Medium.HTML:
        return None
    wanted = {name.encode("utf-8"), url.partition("#")[2].partition(":~:")[0].encode("utf-8", "replace")}
    spelled = b"|".join(re.escape(each) for each in sorted(wanted))
    attribute = rb"\b(?:id|name)\s{0,9}=\s{0,9}[\"']?" + _PREFIX + b"(?:" + spelled + rb")[\"'\s>/]"
    return None if re.search(attribute, payload, re.IGNORECASE) else name
