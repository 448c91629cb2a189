"""Under which User-Agent a host is asked: our own first, and once more as configured where it refuses that one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.capture.exchange import Exchange
    from factcheck.config import Settings

# What hosts answer to programs that they do not know; 999 is LinkedIn's own.  Not 429: who is asked too often is not
# asked under another name.
_REFUSALS = frozenset((403, 406, 999))


def is_refusal(status: int) -> bool:
    """Whether an answer of this status may be meant for the User-Agent rather than for the page."""
    return status in _REFUSALS


class Agents:
    """What is known in a run of the hosts that refuse our own User-Agent."""

    def __init__(self, settings: Settings) -> None:
        """Knows of none."""
        named = settings.second_agent.strip()
        self.second = "" if named.lower() == "none" else named
        self._helped: set[str] = set()
        self._failed: set[str] = set()

    def known(self, site: str) -> str | None:
        """The second User-Agent where the host has answered to no other; None where our own is used first."""
        return self.second if site in self._helped else None

    def may_help(self, site: str, answer: Exchange) -> bool:
        """Whether the second one is worth its request: it is not where a wall asks for proof, or refused it before."""
        walled = answer.header("cf-mitigated") or answer.header("x-datadome")
        return bool(self.second) and is_refusal(answer.status) and not walled and site not in self._failed

    def helped(self, site: str) -> None:
        """The host answered to the second one: it is asked that way from now on."""
        self._helped.add(site)

    def failed(self, site: str) -> None:
        """The host refused both: it is not asked twice again."""
        self._failed.add(site)
