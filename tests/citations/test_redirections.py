"""Links that lead through a counter of clicks to the page they name."""

import pytest

from factcheck.citations.redirections import unwrapped
from factcheck.model import Link, LinkOrigin, Repair

GOOGLE = "https://www.google.com/url?q=https://port.example/a.html%3Flang%3Den&sa=D&source=editors&usg=AOv"
TARGET = "https://port.example/a.html?lang=en"
REPAIR = Repair("unwrapped_redirection", "the link names its target")


@pytest.mark.parametrize(
    ("url", "target"),
    [
        (GOOGLE, TARGET),
        ("https://www.google.de/url?sa=t&url=https%3A%2F%2Fport.example%2F", "https://port.example/"),
        (
            "https://eur02.safelinks.protection.outlook.com/?url=http%3A%2F%2Fport.example%2Fb&data=05",
            "http://port.example/b",
        ),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fport.example%2Fc&h=AT0", "https://port.example/c"),
        ("https://www.google.com/url?q=javascript:alert(1)", None),
        ("https://www.google.com/url?sa=D", None),
        ("https://www.google.com/search?q=https://port.example/", None),
        ("https://port.example/go?url=https://other.example/", None),
        ("https://www.google.com/url?" + "a=1&" * 60 + "q=https://port.example/", None),
        ("https://www.google.com/url?q=https://port.example/" + "a" * 9_000, None),
    ],
)
def test_only_a_known_counter_is_looked_through(url, target):
    assert unwrapped(url) == ((target, (REPAIR,)) if target else (url, ()))


def test_a_notes_link_and_its_printed_address_are_one_citation(cite):
    (citation,) = cite(["Ships came.1"], {"1": (f"Port, {TARGET}", (GOOGLE,))}, media_type="text/html").citations
    assert citation.url == TARGET


def test_a_link_behind_words_says_where_it_came_from(cite):
    (citation,) = cite(["Ships came.1"], {"1": ("Port report.", (GOOGLE,))}, media_type="text/html").citations
    assert (citation.url, citation.raw_url, citation.repairs) == (TARGET, GOOGLE, (REPAIR,))
    link = Link(GOOGLE, "yearbook", LinkOrigin.INLINE, 0, 4, 12)
    (citation,) = cite(["The yearbook says so."], {}, links=[link], media_type="text/html").citations
    assert (citation.url, citation.repairs) == (TARGET, (REPAIR,))
