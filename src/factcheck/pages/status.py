"""Judging by the HTTP status: which answers cannot be the page at all."""

from __future__ import annotations

from factcheck.model import Capture, PageProblem, UncheckedReason

_DEAD = frozenset({404, 410})
_REASONS = {
    401: UncheckedReason.LOGIN_REQUIRED,
    402: UncheckedReason.LOGIN_REQUIRED,
    403: UncheckedReason.BLOCKED,
    407: UncheckedReason.CONNECTION_ERROR,
    408: UncheckedReason.TIMEOUT,
    425: UncheckedReason.RATE_LIMITED,
    429: UncheckedReason.RATE_LIMITED,
    451: UncheckedReason.BLOCKED,
    999: UncheckedReason.BLOCKED,  # LinkedIn's own
    529: UncheckedReason.RATE_LIMITED,
}
_SAYS = {
    401: "asks for a login",
    402: "asks for payment",
    403: "refused the request",
    404: "says that there is no such page",
    407: "is behind a proxy that asks for a login",
    408: "gave up waiting for the request",
    410: "says that the page was removed for good",
    429: "says that there were too many requests",
    451: "may not show the page for legal reasons",
    999: "refused the request as a robot's",
}


def judge_status(capture: Capture) -> PageProblem | None:
    """The problem that the status alone proves; None for a success."""
    status = capture.http_status
    if status in (200, 203):
        return None
    detail = f"The server {_SAYS.get(status, _in_general(status))} (HTTP {status})."
    if status in _DEAD:
        return PageProblem(dead=True, reason=None, signal=f"http_{status}", detail=detail)
    return PageProblem(
        dead=False, reason=_REASONS.get(status) or _by_class(status), signal=f"http_{status}", detail=detail
    )


def _by_class(status: int) -> UncheckedReason:
    if status in (201, 202, 204, 205):
        return UncheckedReason.NO_TEXT
    if status >= 500:
        return UncheckedReason.SERVER_ERROR
    if status >= 400:
        return UncheckedReason.BLOCKED
    return UncheckedReason.CONNECTION_ERROR


def _in_general(status: int) -> str:
    if status >= 500:
        return "reports an error of its own"
    if status >= 400:
        return "did not accept the request"
    if status >= 300:
        return "redirects without a usable target"
    return "sent no whole page"
