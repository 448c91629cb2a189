"""Why a fetch gave no whole answer: a reason of the report and a named signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Capture, CaptureFailure, CaptureSource, Hop, UncheckedReason

if TYPE_CHECKING:
    from datetime import datetime

    from factcheck.capture.exchange import Exchange

# The signals that leave it open whether any host was there at all.
UNREACHED_SIGNALS = frozenset(
    {
        "no_such_host",
        "dns_failure",
        "dns_timeout",
        "connection_refused",
        "network_unreachable",
        "host_unreachable",
        "connect_timeout",
        "connection_failed",
        "proxy_unreachable",
        "proxy_refused",
    }
)
_NEVER_ASKED = frozenset({UncheckedReason.OFFLINE, UncheckedReason.NOT_FETCHED, UncheckedReason.REFUSED_ADDRESS})


class FetchError(Exception):
    """One fetch came to nothing.

    `retry` says whether another try may end better, `retry_after_s` when at the earliest.
    """

    def __init__(
        self,
        reason: UncheckedReason,
        signal: str,
        detail: str,
        *,
        retry: bool = False,
        retry_after_s: float | None = None,
        http_status: int | None = None,
    ) -> None:
        """`detail` is one line for the report."""
        super().__init__(detail)
        self.reason = reason
        self.signal = signal
        self.detail = detail
        self.retry = retry
        self.retry_after_s = retry_after_s
        self.http_status = http_status
        self.hops: tuple[Hop, ...] = ()
        self.partial: tuple[Exchange, ...] = ()
        """The answers so far, of which the last one is not whole; whoever ends with this error lets them go."""

    def drop(self) -> None:
        """Lets the bodies of a partial answer go."""
        for answer in self.partial:
            answer.body.close()
        self.partial = ()

    def failure(self, requested_url: str, at: datetime) -> CaptureFailure:
        """This as a record."""
        return CaptureFailure(
            requested_url=requested_url,
            reason=self.reason,
            signal=self.signal,
            detail=self.detail,
            at=at,
            redirects=self.hops,
            http_status=self.http_status,
        )


def refused(signal: str, detail: str) -> FetchError:
    """A request that must not be made."""
    return FetchError(UncheckedReason.REFUSED_ADDRESS, signal, detail)


def was_asked(outcome: Capture | CaptureFailure) -> bool:
    """Whether anything was requested for this outcome."""
    if isinstance(outcome, Capture):
        return outcome.source in {CaptureSource.NETWORK, CaptureSource.MEMENTO}
    return bool(outcome.redirects) or outcome.reason not in _NEVER_ASKED


def reached(outcome: Capture | CaptureFailure) -> bool:
    """Whether this outcome proves that some host was there."""
    if isinstance(outcome, Capture) or outcome.redirects:
        return was_asked(outcome)
    return was_asked(outcome) and outcome.signal not in UNREACHED_SIGNALS
