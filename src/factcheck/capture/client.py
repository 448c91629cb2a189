"""The one HTTP client of a run: what every request says, and with which certificates and proxies it goes out."""

from __future__ import annotations

import os
import ssl
from typing import TYPE_CHECKING

import certifi

from factcheck import __version__
from factcheck.capture.proxies import environment_proxies
from factcheck.capture.transport import GuardedTransport
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.capture.guard import Guard, Target
    from factcheck.capture.headers import Headers
    from factcheck.capture.transport import Answer
    from factcheck.config import Settings

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.9,*/*;q=0.8"


class Client:
    """Asks judged addresses only and says who it is; the operator's proxies and certificates hold."""

    def __init__(self, settings: Settings, guard: Guard) -> None:
        """Raises UsageError where the environment's certificates cannot be read."""
        contact = f" (+{settings.contact})" if settings.contact else ""
        self._headers: Headers = (
            ("User-Agent", f"factcheck/{__version__}{contact}"),
            ("Accept", _ACCEPT),
            ("Accept-Language", "en,*;q=0.5"),
            ("Accept-Encoding", "gzip, deflate"),
            ("Connection", "keep-alive"),
        )
        self._transport = GuardedTransport(
            guard,
            environment_proxies(),
            _ssl_context(),
            read_timeout_s=settings.read_timeout_s,
            max_header_bytes=settings.max_header_bytes,
        )

    async def get(self, target: Target, headers: Mapping[str, str]) -> Answer:
        """One GET and the head of its answer; the body is still to be read, and to be closed."""
        own = self._headers
        if "User-Agent" in headers:
            own = tuple(pair for pair in own if pair[0] not in headers)
        return await self._transport.get(target, (("Host", target.netloc), *own, *headers.items()))

    async def ask(self, target: Target, headers: Mapping[str, str], form: bytes | None) -> Answer:
        """A request to an interface of the operator's own choosing: a POST of `form`, or a GET where that is None."""
        own = tuple(pair for pair in self._headers if pair[0] not in headers)
        return await self._transport.get(target, (("Host", target.netloc), *own, *headers.items()), form)

    async def aclose(self) -> None:
        """Closes the connections that were kept."""
        await self._transport.aclose()


def _ssl_context() -> ssl.SSLContext:
    """The certificates of ``SSL_CERT_FILE`` or ``SSL_CERT_DIR``, else certifi's; made once, as it takes 30 ms."""
    file, folder = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    try:
        if folder and not file:
            return ssl.create_default_context(capath=folder)
        return ssl.create_default_context(cafile=file or certifi.where())
    except OSError as error:
        raise UsageError(f"The certificates of SSL_CERT_FILE or SSL_CERT_DIR cannot be read ({error})") from error
