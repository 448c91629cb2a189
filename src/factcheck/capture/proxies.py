"""The proxies that the operator's environment names: ``HTTP_PROXY``, ``HTTPS_PROXY``, ``ALL_PROXY``, ``NO_PROXY``."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING
from urllib.request import getproxies_environment

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx


@dataclass(frozen=True, slots=True)
class Proxies:
    """Where requests go instead of to the host itself; `by_scheme` is keyed ``http``, ``https``, ``all``, ``no``."""

    by_scheme: Mapping[str, str]

    def proxy_for(self, scheme: str, host: str, port: int) -> httpx.Proxy | None:
        """The proxy for a request, or None where it goes direct.

        Raises:
            UsageError: the environment names a proxy that cannot be used.
        """
        text = self.by_scheme.get(scheme) or self.by_scheme.get("all")
        if not text or self._bypassed(host, port):
            return None
        import httpx  # noqa: PLC0415 - it takes 70 ms to load, which only who has a proxy need spend

        try:
            proxy = httpx.Proxy(text if "://" in text else f"http://{text}")
        except (ValueError, httpx.InvalidURL) as error:
            raise _unusable(text) from error
        if proxy.url.scheme not in {"http", "https"}:
            raise _unusable(text)
        return proxy

    def _bypassed(self, host: str, port: int) -> bool:
        entries = [entry.strip().lower() for entry in self.by_scheme.get("no", "").split(",")]
        if any(_names(entry, host.lower(), port) for entry in entries):
            return True
        try:
            address = ip_address(host)
        except ValueError:
            return False
        return any(_in_network(address, entry) for entry in entries)


def environment_proxies() -> Proxies:
    """What the environment says now; under CGI ``HTTP_PROXY`` is a request header's and left out (CVE-2016-5385)."""
    return Proxies(getproxies_environment())


def _names(entry: str, host: str, port: int) -> bool:
    """Whether an entry of NO_PROXY (``*``, ``host``, ``.domain``, ``host:port``) covers the host or a parent of it."""
    if entry == "*":
        return True
    name, colon, wanted = entry.rpartition(":")
    if colon and wanted.isdigit() and ":" not in name:
        entry = name if int(wanted) == port else ""
    entry = entry.removeprefix("*").lstrip(".")
    return bool(entry) and (host == entry or host.endswith(f".{entry}"))


def _in_network(address: IPv4Address | IPv6Address, entry: str) -> bool:
    try:
        return address in ip_network(entry.strip("[]"), strict=False)
    except ValueError:
        return False


def _unusable(text: str) -> UsageError:
    place = text.rpartition("@")[2].rpartition("://")[2]  # without the password
    return UsageError(f"The environment's proxy at {place!r} cannot be used: name one as http://host:port.")
