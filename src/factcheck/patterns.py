"""Regular expressions that are compiled when something is first looked for: a brief needs a third of them, or half.

There are some 250, and to compile them all took a tenth of the time of reading a long brief, a third of a short one's.
"""

from __future__ import annotations

import re
from typing import Any, cast


def regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile(text, flags)`` gives, compiled at its first use; an error in `text` is raised only then."""
    return cast("re.Pattern[str]", _Uncompiled(text, flags))


class _Uncompiled:
    """Stands for a compiled pattern, and keeps whatever of it was asked for."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)  # of copying and the like
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found
