"""One request and its whole answer, received under the limits of the settings."""

from __future__ import annotations

import hashlib
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING

import httpx

from factcheck.capture.connections import Peer
from factcheck.capture.decoding import BodyDecoder, too_large
from factcheck.capture.failures import FetchError
from factcheck.capture.headers import Headers, header
from factcheck.capture.translation import translate
from factcheck.capture.warc import sha1_digest
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.capture.client import Client
    from factcheck.capture.guard import Target

_IN_MEMORY = 256 * 1024
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_BODILESS = frozenset((204, 205, 304))


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request with its answer.  Header text is Latin-1, which gives the bytes back unchanged.

    `body` holds the raw body (content codings as sent, chunk frames taken off), measured by `raw_length` and
    `payload_digest`, which is WARC's; `payload_sha256` and `payload_length` are of it decoded.
    `truncated` is the reason of WARC-Truncated where the body is not whole.
    """

    url: str
    request_headers: Headers
    status: int
    reason: str
    http_version: str
    headers: Headers
    body: IO[bytes]
    raw_length: int
    payload_digest: str
    payload_sha256: str
    payload_length: int
    peer: Peer
    at: datetime
    truncated: str | None = None

    @property
    def location(self) -> str | None:
        """Where a redirect points, as sent; None where this is no redirect."""
        return header(self.headers, "location") if self.status in _REDIRECTS else None

    def header(self, name: str) -> str | None:
        """The answer's first header of that name (in lower case)."""
        return header(self.headers, name)


async def exchange(client: Client, target: Target, headers: dict[str, str], limit: int) -> Exchange:
    """Asks for `target` and reads the answer to its end; `limit` is of the body, in bytes, raw and decoded.

    Raises:
        FetchError: there is no whole answer.
    """
    at = datetime.now(UTC).replace(microsecond=0)
    try:
        response = await client.get(target, headers)
        async with aclosing(response):
            return await _receive(response.request, response, limit, at)
    except (FetchError, FactcheckError):
        raise
    except Exception as error:
        raise translate(error) from error


async def _receive(request: httpx.Request, response: httpx.Response, limit: int, at: datetime) -> Exchange:
    sent = _text(request.headers.raw)
    got = _text(response.headers.raw)
    empty = Exchange(
        url=str(request.url),
        request_headers=sent,
        status=response.status_code,
        reason=response.extensions["reason_phrase"].decode("latin-1"),
        http_version=response.extensions["http_version"].decode("ascii"),
        headers=got,
        body=SpooledTemporaryFile(max_size=_IN_MEMORY),  # noqa: SIM115 - closed by who reads the exchange
        raw_length=0,
        payload_digest="",
        payload_sha256="",
        payload_length=0,
        peer=response.extensions.get("peer", Peer(None)),
        at=at,
    )
    try:
        return await _read_body(empty, response, limit)
    except BaseException:
        empty.body.close()
        raise


async def _read_body(begun: Exchange, response: httpx.Response, limit: int) -> Exchange:
    if begun.status not in _BODILESS and _announced(begun.headers) > limit and not begun.location:
        raise too_large(limit)
    coding = None if begun.status in _BODILESS or begun.location else _content_encoding(begun.headers)
    decoder = BodyDecoder(coding, limit)
    raw_sha1, sha256, length, raw_length, truncated = hashlib.sha1(), hashlib.sha256(), 0, 0, None  # noqa: S324 - WARC's
    try:
        async for data in _raw(response):
            raw_length += len(data)
            if raw_length > limit:
                raise too_large(limit)  # noqa: TRY301 - the limit of what is sent, beside the decoder's own
            raw_sha1.update(data)
            begun.body.write(data)
            for piece in decoder.feed(data):
                sha256.update(piece)
                length += len(piece)
        decoder.finish()
    except Exception as error:
        # Nobody reads the body of a redirect: where it points is known, and its loss is noted in the archive.
        if not begun.location:
            raise
        truncated = "length" if isinstance(error, FetchError) else "disconnect"
    begun.body.seek(0, 2)
    return replace(
        begun,
        raw_length=begun.body.tell(),
        payload_digest=sha1_digest(raw_sha1.digest()),
        payload_sha256=sha256.hexdigest(),
        payload_length=length,
        truncated=truncated,
    )


def _raw(response: httpx.Response) -> httpx.AsyncByteStream:
    """The body as it comes, in pieces of what the socket gives."""
    if not isinstance(response.stream, httpx.AsyncByteStream):
        raise TypeError("an asynchronous transport has given a synchronous body")
    return response.stream


def _announced(headers: Headers) -> int:
    text = header(headers, "content-length") or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else 0


def _content_encoding(headers: Headers) -> str:
    return ",".join(value for key, value in headers if key.lower() == "content-encoding")


def _text(raw: list[tuple[bytes, bytes]]) -> Headers:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in raw)
