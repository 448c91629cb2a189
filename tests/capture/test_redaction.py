"""Secrets reach the host they are for, and nothing that is kept."""

from __future__ import annotations

import gzip
from dataclasses import replace

import pytest
from fault_server import redirect, with_body
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from factcheck.capture import Archive, capture_all
from factcheck.capture.addressing import url_key
from factcheck.capture.redaction import redacted_header, redacted_url
from factcheck.model import Capture, CaptureSource, UncheckedReason

TOKEN = "eyJhbGciOiJIUzI1NiJ9.s3cret-signature"


@pytest.mark.parametrize(
    "url",
    [
        f"https://a.example/x?token={TOKEN}",
        f"https://a.example/x?b=1&access_token={TOKEN}#top",
        f"https://a.example/x;jsessionid={TOKEN}?b=1",
        f"https://a.example/x?X-Amz-Signature={TOKEN}&X-Amz-Credential={TOKEN}",
        f"https://a.example/x?API-KEY={TOKEN}",
        "https://a.example/x?password=s3cret",
        "https://anna:s3cret@a.example/x",
        "https://s3cret@a.example/x",
    ],
)
def test_secrets_of_urls_are_not_kept(url):
    kept = redacted_url(url)
    assert "s3cret" not in kept
    assert redacted_url(kept) == kept
    assert url_key(kept) == url_key(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/x?id=1234567890123456789012",
        "https://a.example/tokens?page=2",
        "https://a.example/x?token=12",
        "https://a.example/x?design=modern-and-quite-long-too",
        "https://a.example/@name?key=abcdefghijklmnopqrstuvwxyz",
        "https://a.example/?q=mail@b.example",
    ],
)
def test_what_is_no_secret_stays(url):
    assert redacted_url(url) == url


def test_pages_that_differ_in_a_token_are_two_pages():
    assert url_key(f"https://a.example/?token={TOKEN}") != url_key(f"https://a.example/?token={TOKEN}x")


@examples(deadline=None, max_examples=200)
@given(st.text("abc=&;?#/@: token", max_size=80))
def test_done_twice_is_done_once(text):
    assert redacted_url(redacted_url(text)) == redacted_url(text)


@pytest.mark.parametrize(
    ("header", "kept"),
    [
        (("Set-Cookie", "id=s3cret; Path=/"), ("Set-Cookie", "id=[redacted]; Path=/")),
        (("set-cookie", "s3cret"), ("set-cookie", "[redacted]")),
        (("Authorization", "Basic s3cret"), ("Authorization", "[redacted]")),
        (("X-CSRF-Token", "s3cret"), ("X-CSRF-Token", "[redacted]")),
        (("Location", "/x?pwd=s3cret"), ("Location", "/x?pwd=redacted")),
        (("Content-Type", "text/html"), ("Content-Type", "text/html")),
    ],
)
def test_secrets_of_headers_are_not_kept(header, kept):
    assert redacted_header(header) == kept


def stored(settings):
    return b"".join(
        gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for path in settings.archive_dir.iterdir()
    )


def test_the_host_is_asked_with_the_secret_and_the_archive_has_none(server, settings, caplog):
    caplog.set_level("DEBUG")
    server.pages["/old"] = redirect(f"/page?access_token={TOKEN}")
    server.pages[f"/page?access_token={TOKEN}"] = with_body(b"<p>here</p>", ("X-Auth-Token", TOKEN), ("ETag", '"1"'))
    url = server.url + "/old"
    first = capture_all([url], settings)[url]
    assert isinstance(first, Capture)
    assert f"/page?access_token={TOKEN}" in server.paths()
    assert TOKEN.encode() not in stored(settings)
    assert TOKEN not in caplog.text
    assert TOKEN not in repr(first)
    again = capture_all([url], settings)[url]
    assert again == replace(first, source=CaptureSource.CACHE)
    with Archive(settings) as archive:
        assert archive.read_payload(again) == b"<p>here</p>"
    unchanged = capture_all([url], replace(settings, max_age_s=0.0))[url]
    assert (unchanged.final_url, unchanged.redirects) == (first.final_url, first.redirects)


def test_a_name_and_password_are_not_sent(server, settings):
    url = f"http://anna:hunter2@127.0.0.1:{server.port}/page"
    outcome = capture_all([url], settings)[url]
    assert (outcome.reason, outcome.signal) == (UncheckedReason.REFUSED_ADDRESS, "refused_userinfo")
    assert not server.asked
    server.pages["/led"] = redirect(url)
    led = capture_all([f"{server.url}/led"], settings)[f"{server.url}/led"]
    assert led.signal == "refused_userinfo"
    assert "hunter2" not in repr(led)
    assert server.paths().count("/page") == 0
    assert not settings.archive_dir.exists() or b"hunter2" not in stored(settings)
