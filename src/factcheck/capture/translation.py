"""Errors of the client, the socket, TLS and the resolver, translated once into a reason and a named signal."""

from __future__ import annotations

import errno
import re
import socket
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING

import h11

from factcheck.capture.failures import FetchError
from factcheck.model import UncheckedReason

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class _Case:
    reason: UncheckedReason
    signal: str
    detail: str
    retry: bool = False


_CONNECTION = UncheckedReason.CONNECTION_ERROR
_TLS = UncheckedReason.TLS_ERROR
# OpenSSL's X509_V_ERR_* numbers (x509_vfy.h).
_CERTIFICATE_SIGNALS = {
    9: ("tls_not_yet_valid", "the certificate is not valid yet"),
    10: ("tls_expired", "the certificate has expired"),
    18: ("tls_self_signed", "the certificate is signed by itself"),
    19: ("tls_self_signed", "the certificate's chain ends in one signed by itself"),
    20: ("tls_unknown_issuer", "the certificate's issuer is not known"),
    21: ("tls_unknown_issuer", "the certificate's chain is not complete"),
    23: ("tls_revoked", "the certificate has been revoked"),
    62: ("tls_wrong_host", "the certificate is for another host"),
    64: ("tls_wrong_host", "the certificate is for another address"),
}
# What h11 quotes of an answer, as Python prints bytes; the line's end goes.
_BYTES = re.compile(r"(?:bytearray\()?b(['\"])(.{0,200}?)(?:\\[rn]){0,4}\1?\)?$")
_SOCKET_SIGNALS = {
    errno.ECONNREFUSED: _Case(_CONNECTION, "connection_refused", "the host refused the connection", retry=True),
    errno.ECONNRESET: _Case(_CONNECTION, "connection_reset", "the host reset the connection", retry=True),
    errno.EPIPE: _Case(_CONNECTION, "connection_reset", "the host closed the connection", retry=True),
    errno.ENETUNREACH: _Case(_CONNECTION, "network_unreachable", "there is no route to the network"),
    errno.EHOSTUNREACH: _Case(_CONNECTION, "host_unreachable", "there is no route to the host"),
    errno.ETIMEDOUT: _Case(UncheckedReason.TIMEOUT, "connect_timeout", "the host did not answer", retry=True),
}


def translate(error: BaseException) -> FetchError:
    """What an error of the client, the socket or the resolver means.

    The causes are looked at from the innermost out: the socket's word says more than the client's.
    """
    if isinstance(error, FetchError):
        return error
    chain = list(_causes(error))
    for cause in reversed(chain):
        case = _innermost(cause)
        if case:
            return _raised(case)
    for cause in chain:
        case = _client_case(cause)
        if case:
            return _raised(case)
    return _raised(_Case(_CONNECTION, "connection_failed", _first_line(error) or type(error).__name__, retry=True))


def _raised(case: _Case) -> FetchError:
    return FetchError(case.reason, case.signal, case.detail, retry=case.retry)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    for _ in range(8):
        if error is None:
            return
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _innermost(cause: BaseException) -> _Case | None:
    if isinstance(cause, ssl.SSLCertVerificationError):
        signal, detail = _CERTIFICATE_SIGNALS.get(
            cause.verify_code, ("tls_untrusted", "the certificate is not trusted")
        )
        return _Case(_TLS, signal, f"{detail} ({cause.verify_message})")
    if isinstance(cause, ssl.SSLError):
        return _Case(_TLS, "tls_failed", f"no secure connection could be made ({cause.reason or _first_line(cause)})")
    if isinstance(cause, socket.gaierror):
        return _resolver_case(cause)
    if isinstance(cause, OSError) and cause.errno in _SOCKET_SIGNALS:
        return _SOCKET_SIGNALS[cause.errno]
    return None


def _resolver_case(error: socket.gaierror) -> _Case:
    # glibc answers EAI_NODATA for a name that exists without an address; macOS has EAI_NONAME for both.
    if error.errno in {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}:
        return _Case(_CONNECTION, "no_such_host", "no such host name")
    return _Case(_CONNECTION, "dns_failure", f"the host name could not be looked up ({error.strerror})", retry=True)


def _client_case(cause: BaseException) -> _Case | None:
    if isinstance(cause, TimeoutError):
        return _Case(UncheckedReason.TIMEOUT, "read_timeout", "the host stopped answering", retry=True)
    if isinstance(cause, h11.RemoteProtocolError):
        return _protocol_case(_first_line(cause))
    if isinstance(cause, h11.LocalProtocolError):
        return _Case(_CONNECTION, "bad_request", f"no request can be made of this address ({_first_line(cause)})")
    if isinstance(cause, ConnectionError):
        return _Case(_CONNECTION, "connection_reset", "the connection broke", retry=True)
    return None


def _protocol_case(words: str) -> _Case:
    """The words are h11's; those not known here are of a peer that does not keep to HTTP."""
    text = _BYTES.sub(lambda shown: f"“{shown.group(2)}”", words)
    if "without sending complete message body" in text or "incomplete chunked read" in text:
        return _Case(_CONNECTION, "truncated", f"the answer was cut off ({text})", retry=True)
    if "Receive buffer too long" in text:
        return _Case(UncheckedReason.TOO_LARGE, "header_too_large", "the answer's header is too large")
    return _Case(_CONNECTION, "not_http", f"the answer is not HTTP ({text})")


def _first_line(error: BaseException) -> str:
    return str(error).split("\n", 1)[0][:200]
