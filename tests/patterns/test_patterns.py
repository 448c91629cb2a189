"""A pattern that is compiled late is what `re.compile` gives."""

from __future__ import annotations

import copy
import re

import pytest

from factcheck.patterns import regex

WORDS = r"(?P<first>[a-zé]+)\s(\w+)"
TEXT = "Élan vital, joie DE vivre"


@pytest.mark.parametrize(
    "asked",
    [
        lambda found: found.search(TEXT).span(),
        lambda found: found.match(TEXT, 12).group("first"),
        lambda found: found.fullmatch(TEXT),
        lambda found: [match.groups() for match in found.finditer(TEXT)],
        lambda found: found.findall(TEXT),
        lambda found: found.sub(r"\2 \1", TEXT),
        lambda found: found.split(TEXT),
        lambda found: (found.pattern, found.groups, dict(found.groupindex)),
    ],
)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_gives_what_the_library_gives(asked, flags):
    pattern = regex(WORDS, flags)
    assert asked(pattern) == asked(re.compile(WORDS, flags))
    assert asked(pattern) == asked(pattern)


def test_is_compiled_at_its_first_use():
    pattern = regex("(")
    assert pattern.pattern == "("
    with pytest.raises(re.error, match="unterminated"):
        pattern.search("a")


def test_can_be_copied():
    assert copy.copy(regex("b+")).findall("abba") == ["bb"]
