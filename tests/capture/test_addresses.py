"""Which addresses are asked, and by which spellings they are known."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from factcheck.capture.addresses import literal_address, refusal
from factcheck.capture.addressing import url_key
from factcheck.capture.failures import FetchError
from factcheck.capture.guard import Guard
from factcheck.config import Settings

REFUSED = """
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.254 100.100.100.200 127.0.0.1 127.1.2.3 169.254.0.1
169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.170 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1
198.19.255.255 198.51.100.7 203.0.113.9 168.63.129.16 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
:: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 64:ff9b::7f00:1 64:ff9b::808:808 64:ff9b:1::1 100::1
2001::1 2001:2::1 2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1::1 2002:808:808::1 3fff::1 5f00::1 fc00::1 fd00:ec2::254
fe80::1 fec0::1 ff02::1 2606:4700::5efe:7f00:1 2606:4700::200:5efe:a00:1 4000::1
""".split()
PUBLIC = """
1.1.1.1 8.8.8.8 100.63.255.255 100.128.0.1 172.15.255.255 172.32.0.1 192.0.1.1 198.17.0.1 198.20.0.1 223.255.255.254
2606:4700::1111 2a00:1450:4001::1 2400:cb00::1 2001:4860:4860::8888
""".split()


@pytest.mark.parametrize("text", REFUSED)
def test_an_address_that_is_not_public_is_refused(text):
    assert refusal(ip_address(text))


@pytest.mark.parametrize("text", PUBLIC)
def test_a_public_address_is_asked(text):
    assert refusal(ip_address(text)) is None


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("127.1", "127.0.0.1"),
        ("127.0.1", "127.0.0.1"),
        ("0x7f.1", "127.0.0.1"),
        ("0X7F000001", "127.0.0.1"),
        ("017700000001", "127.0.0.1"),
        ("0177.0.0.01", "127.0.0.1"),
        ("2130706433", "127.0.0.1"),
        ("127.0.0.1.", "127.0.0.1"),
        ("0", "0.0.0.0"),
        ("0x", "0.0.0.0"),
        ("127。0。0。1", None),  # an ideographic full stop parts labels only in a name
        ("１２７.０.０.１", "127.0.0.1"),
        ("[::1]", "::1"),
        ("::ffff:7f00:1", "::ffff:127.0.0.1"),
        ("example.org", None),
        ("1.2.3.example", None),
        ("a1", None),
        ("", None),
    ],
)
def test_every_spelling_of_an_address_is_read(host, address):
    if host == "127。0。0。1":
        with pytest.raises(FetchError):
            Guard(Settings()).target(f"http://{host}/")
        return
    expected = None if address is None else ip_address(address)
    assert literal_address(host) == expected


@pytest.mark.parametrize(
    "host", ["256.1", "1.2.3.4.5", "1.2.3.256", "0x1.2.3.4.5", "08", "1..1", "4294967296", "a.b.1", "::g"]
)
def test_a_number_that_is_no_address_is_an_error(host):
    with pytest.raises(ValueError):  # noqa: PT011 - whichever of the library's or ours
        literal_address(host)


@given(st.text(max_size=40))
@examples(deadline=None, max_examples=300)
def test_any_host_is_a_name_an_address_or_an_error(host):
    try:
        found = literal_address(host)
    except ValueError:
        return
    assert found is None or ip_address(str(found)) == found


@given(st.integers(0, 2**32 - 1))
@examples(deadline=None, max_examples=200)
def test_a_number_is_the_address_it_spells(value):
    assert literal_address(str(value)) == literal_address(hex(value)) == ip_address(value)


@pytest.mark.parametrize(
    ("url", "signal"),
    [
        ("http://127.0.0.1/", "refused_address"),
        ("http://2130706433/", "refused_address"),
        ("http://0x7f.1/", "refused_address"),
        ("http://017700000001/", "refused_address"),
        ("http://127.1/", "refused_address"),
        ("http://[::1]/", "refused_address"),
        ("http://[::ffff:a9fe:a9fe]/", "refused_address"),
        ("http://[fe80::1%25eth0]/", "*"),
        ("http://localhost/", "refused_address"),
        ("http://LOCALHOST./", "refused_address"),
        ("http://a.localhost:8080/", "refused_address"),
        ("http://metadata.google.internal/", "refused_address"),
        ("http://1.2.3.4.5/", "*"),
        ("http://example.org:22/", "refused_port"),
        ("http://example.org:9000/", "refused_port"),
        ("http://me@example.org/", "refused_userinfo"),
        ("http://me:secret@example.org/", "refused_userinfo"),
        ("ftp://example.org/", "refused_scheme"),
        ("data:text/html,hi", "refused_scheme"),
        ("javascript:alert(1)", "refused_scheme"),
        ("//example.org/", "refused_scheme"),
        ("", "refused_scheme"),
        ("http://", "invalid_url"),
        ("http://exa mple.org/", "*"),
        ("http://[::1/", "*"),
    ],
)
def test_what_must_not_be_requested_is_refused(url, signal):
    with pytest.raises(FetchError) as caught:
        Guard(Settings()).target(url)
    assert signal in {"*", caught.value.signal}
    assert caught.value.reason == "refused_address"
    assert "secret" not in caught.value.detail


@pytest.mark.parametrize(
    ("allow", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:5123/"),
        ("127.0.0.1", "http://127.1:5123/"),
        ("127.0.0.1:5123", "http://127.0.0.1:5123/"),
        ("localhost", "http://localhost:99/"),
        ("*.corp.example", "http://wiki.corp.example:9443/"),
        ("[::1]:8080", "http://[::1]:8080/"),
        ("::1", "http://[::1]:9999/"),
        ("[::1]", "http://[::1]:9999/"),
        ("WIKI.example", "https://wiki.EXAMPLE/"),
        ("169.254.169.254", "http://169.254.169.254/"),
    ],
)
def test_an_allowed_host_is_asked_whatever_its_address(allow, url):
    assert Guard(Settings(allow_hosts=(allow,))).target(url).trusted
    with pytest.raises(FetchError):
        Guard(Settings(allow_hosts=(allow,), deny_hosts=(allow,))).target(url)


def test_an_allowed_port_is_allowed_and_no_other():
    guard = Guard(Settings(allow_hosts=("127.0.0.1:5123",), allow_ports=(9000,)))
    assert guard.target("http://example.org:9000/").port == 9000
    for url in ("http://127.0.0.1:5124/", "http://example.org:9001/"):
        with pytest.raises(FetchError):
            guard.target(url)


def test_only_the_public_ones_of_a_name_s_addresses_are_connected_to():
    guard = Guard(Settings(allow_hosts=("wiki.example",)))
    target = guard.target("http://example.org/")
    assert guard.judged_addresses(target, ["10.0.0.1", "1.1.1.1", "::1"]) == ["1.1.1.1"]
    with pytest.raises(FetchError, match="loopback"):
        guard.judged_addresses(target, ["127.0.0.1"])
    with pytest.raises(FetchError, match="no address"):
        guard.judged_addresses(target, [])
    trusted = guard.target("http://wiki.example/")
    assert guard.judged_addresses(trusted, ["10.0.0.1"]) == ["10.0.0.1"]
    with pytest.raises(FetchError, match="metadata"):
        guard.judged_addresses(trusted, ["169.254.169.254", "::ffff:169.254.169.254"])


def test_a_target_knows_its_origin_and_site():
    target = replace(Guard(Settings()).target("https://Example.org:443/a?b#c"))
    assert (target.origin, target.site, str(target.url)) == (
        "https://example.org",
        "example.org:443",
        "https://example.org/a?b",
    )
    assert Guard(Settings()).target("http://[2606:4700::1111]:8080/").site == "[2606:4700::1111]:8080"


@given(st.text(alphabet="ab/.?&='\\ %|{}^<>~;:@ä#", max_size=30))
@examples(deadline=None, max_examples=200)
def test_a_url_and_what_is_requested_for_it_have_one_key(rest):
    url = "http://example.org/" + rest
    assert url_key(url) == url_key(Guard(Settings()).target(url).url)
