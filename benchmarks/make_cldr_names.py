"""Write src/factcheck/words/cldr_names.txt: names that CLDR gives in all eight languages, a name a line.

usage: python benchmarks/make_cldr_names.py

Territories, languages, currencies, months and days of the week, from the Unicode CLDR as Babel packs it.  Only names of
one word are kept: those of several ("Соединенные Штаты") share no word with each other, and the lexicon has the few
that matter.  A name is cut where inflection begins (its last two letters, four at least stay).
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from babel import Locale
from babel.core import get_cldr_version

LANGUAGES = ("en", "ru", "be", "uk", "pl", "de", "fr", "lt")
TARGET = Path(__file__).parents[1] / "src" / "factcheck" / "words" / "cldr_names.txt"
SHORTEST = 4


def tables(locale: Locale) -> dict[str, str]:
    """Every name of one language, under a key that all languages share."""
    names = {f"territory {code}": name for code, name in locale.territories.items() if code.isalpha()}
    names |= {f"language {code}": name for code, name in locale.languages.items() if len(code) == 2}
    names |= {f"currency {code}": name for code, name in locale.currencies.items()}
    names |= {f"month {number}": name for number, name in locale.months["format"]["wide"].items()}
    names |= {f"day {number}": name for number, name in locale.days["format"]["wide"].items()}
    return names


def stem(name: str) -> str | None:
    """The name's beginning that inflection leaves alone; None where it is more than a word or too short."""
    if not name.isalpha() or len(name) < SHORTEST:
        return None
    return name.lower()[: max(SHORTEST, len(name) - 2)]


def main() -> None:
    """Write the file."""
    by_language = {language: tables(Locale(language)) for language in LANGUAGES}
    lines = [
        "# Names that mean the same in en | ru | be | uk | pl | de | fr | lt, as word beginnings.",
        (
            f"# Made by benchmarks/make_cldr_names.py from Unicode CLDR {get_cldr_version()}, Unicode License v3, "
            f"in Babel {version('babel')}."
        ),
    ]
    seen, section = set(), ""
    for key in sorted(by_language["en"]):
        if key.split()[0] != section:
            section = key.split()[0]
            lines.append(f"## {section}")
        stems = [stem(by_language[language].get(key, "")) for language in LANGUAGES]
        if stems[0]:
            stems[0] = "=" + by_language["en"][key].lower()  # English does not inflect names
        if stems[0] and sum(s is not None for s in stems) > 1:
            line = " | ".join(s or "" for s in stems)
            if line not in seen:
                seen.add(line)
                lines.append(line)
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
