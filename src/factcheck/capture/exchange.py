"""One request and its whole answer, received under the limits of the settings."""

from __future__ import annotations

import hashlib
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING

from factcheck.capture.decoding import BodyDecoder, too_large
from factcheck.capture.failures import FetchError
from factcheck.capture.headers import Headers, header
from factcheck.capture.translation import translate
from factcheck.capture.warc import sha1_digest
from factcheck.errors import FactcheckError
from factcheck.model import UncheckedReason

if TYPE_CHECKING:
    from factcheck.capture.client import Client
    from factcheck.capture.connections import Peer
    from factcheck.capture.guard import Target
    from factcheck.capture.transport import Answer

_IN_MEMORY = 256 * 1024
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_BODILESS = frozenset((204, 205, 304))
# The reasons of WARC-Truncated (WARC 1.1, 5.13).
_TRUNCATED = {UncheckedReason.TOO_LARGE: "length", UncheckedReason.TIMEOUT: "time"}
_CUT_OFF = frozenset({"truncated", "connection_reset", "connection_failed", "longer_than_said"})


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
        FetchError: there is no whole answer; what came of it is the error's `partial`.
    """
    at = datetime.now(UTC).replace(microsecond=0)
    try:
        answer = await client.get(target, headers)
        async with aclosing(answer.body):
            return await _receive(target, answer, limit, at)
    except (FetchError, FactcheckError):
        raise
    except Exception as error:
        raise translate(error) from error


async def _receive(target: Target, answer: Answer, limit: int, at: datetime) -> Exchange:
    body = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed by who reads the exchange
    read = _Measured(hashlib.sha1(usedforsecurity=False), hashlib.sha256())
    try:
        await _read_body(answer, body, limit, read)
    except Exception as error:
        failed = translate(error)
        read.truncated = _TRUNCATED.get(failed.reason, "disconnect" if failed.signal in _CUT_OFF else "unspecified")
        failed.partial = (_exchange(target, answer, at, body, read),)
        raise failed from error
    except BaseException:
        body.close()
        raise
    return _exchange(target, answer, at, body, read)


def _exchange(target: Target, answer: Answer, at: datetime, body: IO[bytes], read: _Measured) -> Exchange:
    return Exchange(
        url=target.url,
        request_headers=answer.sent,
        status=answer.status,
        reason=answer.reason,
        http_version=answer.http_version,
        headers=answer.headers,
        body=body,
        raw_length=read.raw_length,
        payload_digest=sha1_digest(read.raw_sha1.digest()),
        payload_sha256=read.sha256.hexdigest(),
        payload_length=read.length,
        peer=answer.peer,
        at=at,
        truncated=read.truncated,
    )


@dataclass(slots=True)
class _Measured:
    """What was seen of a body while it was read: raw, and decoded."""

    raw_sha1: hashlib._Hash
    sha256: hashlib._Hash
    raw_length: int = 0
    length: int = 0
    truncated: str | None = None


async def _read_body(answer: Answer, body: IO[bytes], limit: int, read: _Measured) -> None:
    location = header(answer.headers, "location") if answer.status in _REDIRECTS else None
    if answer.status not in _BODILESS and _announced(answer.headers) > limit and not location:
        raise too_large(limit)
    coding = None if answer.status in _BODILESS or location else _content_encoding(answer.headers)
    decoder = BodyDecoder(coding, limit)
    try:
        async for data in answer.body:
            if read.raw_length + len(data) > limit:
                raise too_large(limit)  # noqa: TRY301 - the limit of what is sent, beside the decoder's own
            read.raw_length += len(data)
            read.raw_sha1.update(data)
            body.write(data)
            for piece in decoder.feed(data):
                read.sha256.update(piece)
                read.length += len(piece)
        decoder.finish()
    except Exception as error:
        # Nobody reads the body of a redirect: where it points is known, and its loss is noted in the archive.
        if not location:
            raise
        read.truncated = "length" if isinstance(error, FetchError) else "disconnect"


def _announced(headers: Headers) -> int:
    text = header(headers, "content-length") or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else 0


def _content_encoding(headers: Headers) -> str:
    return ",".join(value for key, value in headers if key.lower() == "content-encoding")
