"""How fast figures are read: characters a second on one core, by language, with quantulum3 beside it if installed.

usage: python benchmarks/figures.py [TEXT ...]

Without a TEXT (a plain-text file named LANGUAGE.txt or LANGUAGE-anything.txt) the sentences of the tests are
read, which hold a figure in every 25 characters; a web page holds one in 200.  Times are CPU seconds of this process.
"""

from __future__ import annotations

import sys
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.quantities import LANGUAGES, find_quantities
from factcheck.quantities.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SENTENCES = Path(__file__).parents[1] / "tests" / "quantities" / "sentences"
SIZE = 400_000
PEER_SIZE = 20_000


def texts(paths: list[str]) -> Iterator[tuple[str, str]]:
    """(language, text) of each file, repeated up to `SIZE` characters."""
    for path in [Path(name) for name in paths] or sorted(SENTENCES.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        text = "\n\n".join(line for line in lines if line and not line.startswith(("#", "    ")))
        yield path.stem.partition("-")[0], (text + "\n\n") * (SIZE // (len(text) + 2) + 1)


def seconds(read: Callable[[], Any]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    read()
    return time.process_time() - start


def peer(text: str) -> Callable[[], Any] | None:
    """A reading of `text` by quantulum3, without its classifier (pickled for one release of scikit-learn alone)."""
    try:
        parser = import_module("quantulum3.parser")
    except ImportError:
        return None
    import_module("quantulum3.classifier").USE_CLF = False  # type: ignore[attr-defined]
    parser.parse("five metres")  # what it loads at first use is not counted
    return lambda: parser.parse(text)


def main() -> None:
    """Print the time to load each language's tables and the speed on each text."""
    for code in LANGUAGES:
        print(f"tables {code}: {1000 * seconds(lambda code=code: lexicon(code)):.1f} ms")  # type: ignore[misc]
    for language, text in texts(sys.argv[1:]):
        found = find_quantities(text, language)
        spent = min(seconds(lambda text=text, language=language: find_quantities(text, language)) for _ in range(3))  # type: ignore[misc]
        density = len(text) / max(1, len(found))
        print(f"{language}: {len(text) / spent:>12,.0f} characters a second, a figure in {density:.0f} characters")
    text = next(text for language, text in texts([]) if language == "en")[:PEER_SIZE]
    other = peer(text)
    if other is None:
        print("quantulum3 is not installed: no comparison")
        return
    ours, theirs = min(seconds(lambda: find_quantities(text, "en")) for _ in range(3)), seconds(other)
    print(
        f"on the same {len(text):,} English characters: factcheck {len(text) / ours:,.0f} characters a second, ", end=""
    )
    print(f"quantulum3 {len(text) / theirs:,.0f}, {theirs / ours:.0f} times slower")


if __name__ == "__main__":
    main()
