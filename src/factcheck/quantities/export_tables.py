"""Writes the look-up tables of the languages: ``python -m factcheck.quantities.export_tables [CODE ...]``.

Run it whenever a file of `languages/` or `cldr/` changed; a test compares the two.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from factcheck.quantities.building import build
from factcheck.quantities.lexicon import BUILT, CODES, plain


def render(code: str) -> str:
    """The built file of one language: a field a line."""
    lines = (f"{json.dumps(name)}:{_compact(value)}" for name, value in plain(build(code)).items())
    return "{" + ",\n".join(lines) + "}\n"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main() -> None:
    """Write the files of the languages named, or of all."""
    for code in sys.argv[1:] or CODES:
        (BUILT / f"{code}.json").write_text(render(code), encoding="utf-8")


if __name__ == "__main__":
    main()
