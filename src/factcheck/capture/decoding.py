"""Content codings undone piece by piece, never past a limit: a bomb is a failure, not a memory problem."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Protocol

from factcheck.capture.failures import FetchError
from factcheck.model import UncheckedReason

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

_PIECE = 256 * 1024
_MAX_LAYERS = 3
_GZIP_MAGIC = b"\x1f\x8b"
# Not codings, but met in the wild where a server means "as it is".
_PLAIN = frozenset({"", "identity", "none", "binary", "8bit", "7bit", "utf-8", "utf8"})


class _Layer(Protocol):
    def feed(self, data: bytes) -> Iterator[bytes]: ...

    def whole(self) -> bool: ...


class _Inflate:
    """gzip (one or more members) or deflate (with or without the zlib frame, which servers disagree on)."""

    def __init__(self, *, gzip: bool) -> None:
        self._gzip = gzip
        self._head = b""
        self._inflater: zlib._Decompress | None = None
        self._members = 0
        self._padding = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data and not self._padding:
            if self._inflater is None:
                self._head += data
                if len(self._head) < len(_GZIP_MAGIC):
                    return
                data, self._head = self._head, b""
                self._start(data)
            data = yield from self._inflate(data)

    def _start(self, head: bytes) -> None:
        if self._gzip and self._members and not head.startswith(_GZIP_MAGIC):
            # What follows the last member is padding; browsers leave it be, and so does this.
            self._padding = True
        framed = head[0] & 0x0F == zlib.DEFLATED and int.from_bytes(head[:2], "big") % 31 == 0
        self._inflater = zlib.decompressobj(wbits=31 if self._gzip else 15 if framed else -15)

    def _inflate(self, data: bytes) -> Generator[bytes, None, bytes]:
        """Hands out what `data` makes, and returns what of it lies behind the member's end."""
        inflater = self._inflater
        while inflater is not None and not self._padding:
            piece = inflater.decompress(data, _PIECE)
            data = inflater.unconsumed_tail
            if piece:
                yield piece
            if inflater.eof:
                self._inflater = None
                self._members += 1
                self._padding = not self._gzip
                return inflater.unused_data
            if not data and len(piece) < _PIECE:
                break
        return b""

    def whole(self) -> bool:
        return self._padding or (self._inflater is None and (self._members > 0 or not self._head))


class BodyDecoder:
    """Undoes the codings of a ``Content-Encoding`` header; the pieces handed out stay small.

    Raises (from `feed` and `finish`):
        FetchError: the body is not in the named coding, or decodes to more than `limit` bytes.
    """

    def __init__(self, content_encoding: str | None, limit: int) -> None:
        """Raises FetchError for a coding that is not known."""
        self._limit = limit
        self._length = 0
        names = [name.strip().lower() for name in (content_encoding or "").split(",")]
        self._layers = [_layer(name) for name in reversed(names) if name not in _PLAIN]
        if len(self._layers) > _MAX_LAYERS:
            raise _bad_encoding(f"the body is encoded {len(self._layers)} times over")

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The decoded pieces that `data` completes."""
        try:
            for piece in self._through(data, 0):
                self._length += len(piece)
                if self._length > self._limit:
                    raise too_large(self._limit)
                yield piece
        except zlib.error as error:
            raise _bad_encoding(f"the body is not in the coding that the header names ({error})") from error

    def _through(self, data: bytes, depth: int) -> Iterator[bytes]:
        if depth == len(self._layers):
            if data:
                yield data
            return
        for piece in self._layers[depth].feed(data):
            yield from self._through(piece, depth + 1)

    def finish(self) -> None:
        """Says that nothing more comes."""
        if not all(layer.whole() for layer in self._layers):
            raise FetchError(
                UncheckedReason.CONNECTION_ERROR, "truncated", "the compressed body breaks off", retry=True
            )


def too_large(limit: int) -> FetchError:
    """A body over the limit."""
    return FetchError(UncheckedReason.TOO_LARGE, "body_too_large", f"the body is larger than {limit / 2**20:.4g} MB")


def _layer(name: str) -> _Layer:
    if name in {"gzip", "x-gzip"}:
        return _Inflate(gzip=True)
    if name == "deflate":
        return _Inflate(gzip=False)
    raise _bad_encoding(f"the body comes in a coding that was not asked for ({name[:40]})")


def _bad_encoding(detail: str) -> FetchError:
    return FetchError(UncheckedReason.CONNECTION_ERROR, "bad_content_encoding", detail)
