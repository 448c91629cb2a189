"""Which addresses a page of the public web may have, and how an address can be spelled as a host.

The classes are those of the IANA special-purpose registries (RFC 6890, registries as of 2025), multicast (RFC 5771,
RFC 4291), and the two well-known addresses of cloud hosts.  `ipaddress.is_global` alone lets a third of them through,
so they are listed here; of IPv6 only what is allotted for public use (2000::/3) is let through at all.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network

IPAddress = IPv4Address | IPv6Address

_REFUSED_V4 = tuple(
    (IPv4Network(network), name)
    for network, name in (
        ("0.0.0.0/8", "this network"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "carrier-grade NAT"),
        ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "IETF protocol assignments"),
        ("192.0.2.0/24", "documentation"),
        ("192.31.196.0/24", "AS112"),
        ("192.52.193.0/24", "AMT"),
        ("192.88.99.0/24", "6to4 relay"),
        ("192.168.0.0/16", "private"),
        ("192.175.48.0/24", "AS112"),
        ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("168.63.129.16/32", "cloud host"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
    )
)
_PUBLIC_V6 = IPv6Network("2000::/3")
_REFUSED_V6 = tuple(
    (IPv6Network(network), name)
    for network, name in (
        ("2001::/32", "Teredo"),
        ("2001::/23", "IETF protocol assignments"),
        ("2001:db8::/32", "documentation"),
        ("2002::/16", "6to4"),
        ("2620:4f:8000::/48", "AS112"),
        ("3fff::/20", "documentation"),
        ("::1/128", "loopback"),
        ("::/128", "unspecified"),
        ("::ffff:0:0/96", "IPv4-mapped"),
        ("::/96", "IPv4-compatible"),
        ("64:ff9b::/96", "NAT64"),
        ("64:ff9b:1::/48", "NAT64"),
        ("100::/64", "discard-only"),
        ("fc00::/7", "unique local"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
    )
)
# The interface identifiers by which ISATAP (RFC 5214) embeds an IPv4 address in any prefix.
_ISATAP = (0x00005EFE, 0x02005EFE)
# Reached by a name or not, allowed or not: these hand out the credentials of the machine.
_METADATA = frozenset(
    (IPv4Address("169.254.169.254"), IPv4Address("168.63.129.16"), IPv4Address("100.100.100.200"))
) | frozenset((IPv6Address("fd00:ec2::254"),))


@lru_cache(maxsize=4096)
def refusal(address: IPAddress) -> str | None:
    """The class for which `address` must not be asked (``loopback``, ``NAT64``), or None for a public one."""
    if isinstance(address, IPv4Address):
        return next((name for network, name in _REFUSED_V4 if address in network), None)
    if address.scope_id is not None:
        return "scoped"
    named = next((name for network, name in _REFUSED_V6 if address in network), None)
    if named:
        return named
    if address not in _PUBLIC_V6:
        return "not public"
    return "ISATAP" if (int(address) >> 32) & 0xFFFFFFFF in _ISATAP else None


def is_metadata(address: IPAddress) -> bool:
    """Whether this is where a cloud host answers with secrets, directly or mapped into IPv6."""
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return address in _METADATA or mapped in _METADATA


_NUMBER = re.compile(r"0[xX][0-9a-fA-F]*|[0-9]+")


@lru_cache(maxsize=1024)
def literal_address(host: str) -> IPAddress | None:
    """The address that `host` spells, or None if it is a name.

    All spellings are read that the URL Standard's host parser reads: ``127.1``, ``0x7f.1``, ``017700000001``,
    ``2130706433``, a trailing dot, full-width digits, brackets.

    Raises:
        ValueError: it ends in a number as only an address may, but is none.
    """
    folded = unicodedata.normalize("NFKC", host).strip("[]").rstrip(".")
    if ":" in folded:
        return IPv6Address(folded)
    parts = folded.split(".")
    if not parts[-1] or not (parts[-1].isdigit() or _NUMBER.fullmatch(parts[-1])):
        return None
    return _read_v4(parts)


def _read_v4(parts: list[str]) -> IPv4Address:
    if len(parts) > 4 or not all(_NUMBER.fullmatch(part) and len(part) <= 64 for part in parts):
        raise AddressValueError("not an IPv4 address")
    numbers = [_read_number(part) for part in parts]
    *heads, last = numbers
    if any(number > 0xFF for number in heads) or last >= 1 << 8 * (5 - len(numbers)):
        raise AddressValueError("an IPv4 address with a number out of range")
    value = last + sum(number << 8 * (3 - place) for place, number in enumerate(heads))
    return IPv4Address(value)


def _read_number(part: str) -> int:
    if part[:2] in {"0x", "0X"}:
        return int(part[2:] or "0", 16)
    if len(part) > 1 and part.startswith("0"):
        return int(part, 8)
    return int(part)
