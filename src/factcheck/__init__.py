"""factcheck reads the footnotes of policy briefs, archives every cited page and says what the page really says."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.checks import check_claim as check_claim
    from factcheck.config import Settings as Settings
    from factcheck.errors import FactcheckError as FactcheckError
    from factcheck.pipeline import audit as audit
    from factcheck.pipeline import read_brief as read_brief
    from factcheck.quantities import find_quantities as find_quantities

__version__ = "0.1.0"
_HOMES = {
    "FactcheckError": "factcheck.errors",
    "Settings": "factcheck.config",
    "audit": "factcheck.pipeline",
    "check_claim": "factcheck.checks",
    "find_quantities": "factcheck.quantities",
    "read_brief": "factcheck.pipeline",
}
__all__ = ["FactcheckError", "Settings", "audit", "check_claim", "find_quantities", "read_brief"]


def __getattr__(name: str) -> Any:
    """The public names, imported when first asked for: ``factcheck --version`` loads none of the stages."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
