"""The http and https part of the web platform's URL tests (web-platform-tests/wpt, url/resources/urltestdata.json)."""

import json
import os
from pathlib import Path

import pytest

from factcheck.urls import BAD_PORTS, request_url

SHARED = Path(os.environ.get("FACTCHECK_SHARED", Path(__file__).parents[2].parent / "shared"))
DATA = SHARED / "corpora" / "wpt-url" / "tests" / "wpt"

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the URL test data does not lie beside the checkout")


def cases():
    entries = json.loads((DATA / "urltestdata.json").read_text("utf-8"))
    for entry in entries:
        if isinstance(entry, dict) and entry.get("base") in {None, "about:blank"}:
            yield entry


def refusal(entry):
    """Why a URL that the standard accepts is not requested here; None where it is."""
    if entry["username"] or entry["password"]:
        return "a user name or password is never sent"
    if entry["port"] and int(entry["port"]) in BAD_PORTS:
        return "the port belongs to another protocol"
    return None


def test_valid_urls_become_what_the_standard_says():
    checked = refused = 0
    for entry in cases():
        if entry.get("failure") or entry["protocol"] not in {"http:", "https:"}:
            continue
        expected = entry["href"].removesuffix(entry["hash"]).removesuffix("#")
        if refusal(entry):
            expected = None
            refused += 1
        assert request_url(entry["input"]) == expected, entry["input"]
        checked += 1
    assert checked > 120
    assert refused < checked / 5


def test_failures_and_other_schemes_are_refused():
    checked = 0
    for entry in cases():
        if entry.get("failure") or entry["protocol"] not in {"http:", "https:"}:
            assert request_url(entry["input"]) is None, entry["input"]
            checked += 1
    assert checked > 200


def test_international_hosts():
    for entry in json.loads((DATA / "toascii.json").read_text("utf-8")):
        if isinstance(entry, dict):
            expected = None if entry["output"] is None else f"https://{entry['output']}/x"
            assert request_url(f"https://{entry['input']}/x") == expected, entry["input"]
