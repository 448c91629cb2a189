"""The one HTTP client of a run."""

from __future__ import annotations

from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING

import httpx

from factcheck import __version__
from factcheck.capture.proxies import environment_proxies
from factcheck.capture.transport import GuardedTransport
from factcheck.errors import UsageError

if TYPE_CHECKING:
    import ssl

    from factcheck.capture.guard import Guard
    from factcheck.config import Settings

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.9,*/*;q=0.8"


def open_client(settings: Settings, guard: Guard) -> httpx.AsyncClient:
    """A client that asks judged addresses only and says who it is; the operator's proxies and certificates hold.

    Raises:
        UsageError: the certificates that the environment names cannot be read.
    """
    # Cookies are kept by the chain; the client's own jar, shared by all, must not learn any.
    no_cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
    contact = f" (+{settings.contact})" if settings.contact else ""
    return httpx.AsyncClient(
        transport=GuardedTransport(
            guard,
            environment_proxies(),
            _ssl_context(),
            read_timeout_s=settings.read_timeout_s,
            max_header_bytes=settings.max_header_bytes,
        ),
        headers={
            "User-Agent": f"factcheck/{__version__}{contact}",
            "Accept": _ACCEPT,
            "Accept-Language": "en,*;q=0.5",
            "Accept-Encoding": "gzip, deflate",
        },
        cookies=no_cookies,
        follow_redirects=False,
        trust_env=False,
    )


def _ssl_context() -> ssl.SSLContext:
    """The certificates of ``SSL_CERT_FILE`` or ``SSL_CERT_DIR``, else certifi's; made once, as it takes 30 ms."""
    try:
        return httpx.create_ssl_context()
    except OSError as error:
        raise UsageError(f"The certificates of SSL_CERT_FILE or SSL_CERT_DIR cannot be read ({error})") from error
