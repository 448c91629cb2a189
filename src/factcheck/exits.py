"""With which code a command ends."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Audit, CitationStatus


class Exit(IntEnum):
    """Exit codes, the same for every command."""

    CLEAN = 0
    FINDINGS = 1
    """A citation has one of the statuses of ``--fail-on``."""
    USAGE = 2
    NOT_MADE = 3
    """The audit, or the report, could not be made, in whole or for one of the briefs."""
    INTERRUPTED = 130
    """Stopped by Ctrl-C; the report holds what was done until then."""
    READER_GONE = 141
    """Whoever read standard output closed it (``… | head``)."""


def exit_code(audit: Audit, fail_on: frozenset[CitationStatus]) -> Exit:
    """What the run is told to end with: interrupted and not made before findings, a brief left unread after them."""
    if audit.interrupted:
        return Exit.INTERRUPTED
    if audit.network_down or not audit.briefs:
        return Exit.NOT_MADE
    if any(found.status in fail_on for brief in audit.briefs for found in brief.citations):
        return Exit.FINDINGS
    return Exit.NOT_MADE if audit.problems else Exit.CLEAN
