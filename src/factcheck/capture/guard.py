"""What may be requested at all: schemes, ports, hosts, and the addresses they turn out to have."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factcheck.capture.addresses import IPAddress, is_metadata, literal_address, refusal
from factcheck.capture.failures import FetchError, refused
from factcheck.urls import request_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.config import Settings

_DEFAULT_PORTS = {"http": 80, "https": 443}
_REMEMBERED = 1024
_OPEN_PORTS = frozenset((80, 443, *range(8000, 9000)))
# Names that mean this machine (RFC 6761) or hand out its credentials, wherever they are resolved.
_REFUSED_NAMES = (
    "localhost",
    "*.localhost",
    "localhost.localdomain",
    "ip6-localhost",
    "ip6-loopback",
    "metadata.google.internal",
    "metadata.goog",
    "instance-data",
    "instance-data.ec2.internal",
)


@dataclass(frozen=True, slots=True)
class Target:
    """A URL that may be requested, in ASCII and without fragment; `trusted` if its host's addresses may be private.

    `netloc` is host and port as the Host header has them, `path` with the query.
    """

    url: str
    scheme: str
    netloc: str
    path: str
    host: str
    port: int
    trusted: bool

    @property
    def origin(self) -> str:
        """Scheme, host and port: what shares a robots.txt."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def site(self) -> str:
        """Host and port: what shares a server, and so its patience."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


class Guard:
    """The rules of one run."""

    def __init__(self, settings: Settings) -> None:
        """Reads the patterns of the settings once."""
        self._allow = tuple(_read_pattern(pattern) for pattern in settings.allow_hosts)
        self._deny = tuple(_read_pattern(pattern) for pattern in settings.deny_hosts)
        self._ports = _OPEN_PORTS | set(settings.allow_ports)
        self._known: dict[str, Target] = {}

    def target(self, url: str) -> Target:
        """`url` as something to request.

        Raises:
            FetchError: it must not be requested, and why.
        """
        known = self._known.get(url)
        if known is None:
            known = self._read(url)
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[url] = known
        return known

    def _read(self, url: str) -> Target:
        canonical = _canonical(url)
        scheme, _, rest = canonical.partition("://")
        netloc, slash, path = rest.partition("/")
        name, port = _host_and_port(netloc, _DEFAULT_PORTS[scheme])
        host = name.rstrip(".")
        literal = _literal(host)
        names = {host.lower(), str(literal)} if literal else {host.lower()}
        if _listed(self._deny, names, port):
            raise refused("denied_host", f"the configuration denies {host}")
        trusted = _listed(self._allow, names, port)
        if not trusted:
            self._judge(host, port, literal)
        return Target(canonical, scheme, netloc, slash + path, host, port, trusted)

    def _judge(self, host: str, port: int, literal: IPAddress | None) -> None:
        if port not in self._ports:
            raise refused("refused_port", f"port {port} is not one that pages are served on (see allow_ports)")
        if literal is not None:
            name = refusal(literal)
            if name:
                raise refused("refused_address", f"{host} is a {name} address ({literal})")
        elif any(fnmatchcase(host.lower(), pattern) for pattern in _REFUSED_NAMES):
            raise refused("refused_address", f"{host} is a name of this machine or its host")

    def judged_addresses(self, target: Target, addresses: Iterable[str]) -> Sequence[str]:
        """Those of a name's resolved addresses that may be connected to.

        Raises:
            FetchError: there is none.
        """
        kept, wrong = [], ""
        for text in addresses:
            address = ip_address(text)
            name = _metadata_class(target, address) if target.trusted else refusal(address)
            if name:
                wrong = f"{target.host} resolves to a {name} address ({address})"
            else:
                kept.append(text)
        if not kept:
            raise refused("refused_address", wrong or f"{target.host} has no address")
        return kept


def _metadata_class(target: Target, address: IPAddress) -> str | None:
    """An allowed name may point inside, but to the machine's credentials only if the address itself was allowed."""
    return "cloud metadata" if is_metadata(address) and _literal(target.host) != address else None


def _canonical(url: str) -> str:
    scheme = url.strip().partition(":")[0].lower()
    if scheme not in _DEFAULT_PORTS:
        raise refused("refused_scheme", f"only http and https are requested, not {scheme[:40] or 'a bare path'}")
    canonical = request_url(url)
    if canonical is None:
        raise _unusable(url)
    return canonical


def _host_and_port(netloc: str, default: int) -> tuple[str, int]:
    """A canonical netloc apart; an IPv6 address without its brackets."""
    host, colon, port = netloc.rpartition(":")
    if not colon or netloc.endswith("]"):
        host, port = netloc, ""
    return host.strip("[]"), int(port) if port else default


def _unusable(url: str) -> FetchError:
    """Why the URL Standard, or what the Fetch Standard blocks, stands against a URL."""
    try:
        parts = urlsplit(url)
        user, port = parts.username, parts.port
    except ValueError:
        user = port = None
    if user is not None:
        return refused("refused_userinfo", "a URL with a user name or password in it is not requested")
    if port is not None:
        return refused("refused_port", f"port {port} is not one that pages are served on")
    return refused("invalid_url", "not a URL that can be requested")


def _literal(host: str) -> IPAddress | None:
    try:
        return literal_address(host)
    except ValueError as error:
        raise refused("invalid_url", f"{host} is neither a name nor an address ({error})") from error


def _read_pattern(pattern: str) -> tuple[str, int | None]:
    """``host``, ``host:port``, ``[v6]:port`` or ``v6`` as (host glob, port or None for any)."""
    text = pattern.strip().lower()
    if text.startswith("["):
        host, _, rest = text[1:].partition("]")
        return host, int(rest[1:]) if rest[1:].isdigit() else None
    host, colon, port = text.rpartition(":")
    if colon and ":" not in host and port.isdigit():
        return host, int(port)
    return text, None


def _listed(patterns: Iterable[tuple[str, int | None]], names: Iterable[str], port: int) -> bool:
    return any(fnmatchcase(name, pattern) and wanted in {None, port} for pattern, wanted in patterns for name in names)
