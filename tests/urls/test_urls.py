import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.urls import MAX_URL_LENGTH, comparison_key, fragment, request_url, text_fragment, without_password


@pytest.mark.parametrize(
    ("text", "requested"),
    [
        ("HTTPS://Example.ORG", "https://example.org/"),
        ("http://example.org:80/a/../b/./c", "http://example.org/b/c"),
        ("https://example.org:8443/x", "https://example.org:8443/x"),
        ("https://example.org/a b#c d", "https://example.org/a%20b"),
        ("https://example.org/?q=a|b#", "https://example.org/?q=a|b"),
        (
            "https://пример.испытание/статья?ы=1",
            "https://xn--e1afmkfd.xn--80akhbyknj4f/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F?%D1%8B=1",
        ),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://example.org/%7Euser/%e4", "https://example.org/%7Euser/%e4"),
        ("  https://example.org/\n", "https://example.org/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("https://[2001:DB8::1]/x", "https://[2001:db8::1]/x"),
    ],
)
def test_what_a_client_requests(text, requested):
    assert request_url(text) == requested


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.org",
        "www.example.org/page",
        "//example.org/",
        "mailto:desk@example.org",
        "ftp://example.org/file",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "https:///",
        "https://user@example.org/",
        "https://user:word@example.org/",
        "https://exa mple.org/",
        "https://example.org:0/",
        "https://example.org:25/",
        "https://example.org:99999/",
        "https://example.org:http/",
        "https://[::1/",
        "https://example.org/\udc80",
        "https://example.org/" + "a" * MAX_URL_LENGTH,
    ],
)
def test_what_is_never_requested(text):
    assert request_url(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.example.org/a/", "https://example.org/a"),
        ("https://example.org", "https://EXAMPLE.org/#top"),
        ("https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a"),
        ("https://example.org/a?id=1&fbclid=abc", "https://example.org/a?id=1"),
        ("https://example.org/%7Eb/%c3%a9", "https://example.org/~b/%C3%A9"),
        ("https://example.org/é", "https://example.org/%C3%A9"),
        ("https://dx.doi.org/10.1000/ABC", "http://doi.org/10.1000/abc"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("https://example.org./a", "https://example.org/a"),
    ],
)
def test_urls_that_mean_the_same_page(one, other):
    assert comparison_key(one) == comparison_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/A"),
        ("https://example.org/a?id=1", "https://example.org/a?id=2"),
        ("https://example.org/a?id=1", "https://example.org/a"),
        ("https://example.org/a?source=rss", "https://example.org/a"),
        ("https://example.org/#!/one", "https://example.org/#!/two"),
        ("https://example.org/a%2Fb", "https://example.org/a/b"),
        ("https://example.org:8080/a", "https://example.org/a"),
        ("https://ru.example.org/a", "https://example.org/a"),
        ("https://example.org/index.html", "https://example.org/"),
    ],
)
def test_urls_that_may_mean_different_pages(one, other):
    assert comparison_key(one) != comparison_key(other)


def test_what_is_no_url_is_its_own_key():
    assert comparison_key(" no url ") == "no url"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a#pvo", "pvo"),
        ("https://example.org/a#a b", "a%20b"),
        ("https://example.org/a", ""),
        ("https://example.org/a#", ""),
        ("nothing", ""),
    ],
)
def test_fragment(url, expected):
    assert fragment(url) == expected


@pytest.mark.parametrize(
    ("prefix", "exact", "suffix", "expected"),
    [
        ("", "five plants", "", "#:~:text=five%20plants"),
        (
            "…rts of gas fell to ",
            "4.8 bcm",
            " in the last year…",
            "#:~:text=of%20gas%20fell%20to-,4.8%20bcm,-in%20the%20last",
        ),
        ("", "a-b, c & d", "", "#:~:text=a%2Db%2C%20c%20%26%20d"),
        ("", "12 млн", "", "#:~:text=12%20%D0%BC%D0%BB%D0%BD"),
        ("word ", "x", " end", "#:~:text=word-,x,-end"),
        ("", "one two three\nfour five six", "", "#:~:text=one%20two%20three,four%20five%20six"),
        ("", "one\ntwo", "", "#:~:text=one%20two"),
        ("before", "  ", "after", ""),
    ],
)
def test_text_fragment(prefix, exact, suffix, expected):
    assert text_fragment(prefix, exact, suffix) == expected


def test_a_long_passage_is_named_by_its_ends():
    words = [f"word{number}" for number in range(100)]
    assert text_fragment("", " ".join(words), "") == (
        "#:~:text=word0%20word1%20word2%20word3%20word4,word95%20word96%20word97%20word98%20word99"
    )


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=80) | st.text(alphabet="htps:/.w@#?%[]aé0 \\", max_size=60))
def test_any_text_is_refused_or_requested_as_ascii_and_stays_so(text):
    for candidate in (text, "https://example.org/" + text):
        requested = request_url(candidate)
        if requested is not None:
            assert requested.isascii()
            assert "#" not in requested
            assert request_url(requested) == requested
            assert comparison_key(requested) == comparison_key(candidate) or "#" in candidate
        comparison_key(candidate)
        fragment(candidate)


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=60), st.text(max_size=400), st.text(max_size=60))
def test_a_text_fragment_never_breaks_the_url_it_is_put_on(prefix, exact, suffix):
    directive = text_fragment(prefix, exact, suffix)
    assert directive.isascii()
    assert not set(directive.removeprefix("#:~:text=")) & set(" #&\n\"'<>")
    assert bool(directive) == bool(exact.split())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("see https://anna:secret@example.org/a and", "see https://••••:••••••@example.org/a and"),
        ("https://a:b@c@example.org", "https://•:•••@example.org"),
        ("https://access0token@example.org", "https://••••••••••••@example.org"),
        ("https://anna:sec\nret@example.org/x", "https://••••:•••\n•••@example.org/x"),
        ("http://www.example.org;info@example.org", "http://www.example.org;info@example.org"),
        ("https://example.org/@name, mail me@example.org", "https://example.org/@name, mail me@example.org"),
    ],
)
def test_passwords_are_dotted_out_sign_for_sign(text, shown):
    assert without_password(text) == shown
