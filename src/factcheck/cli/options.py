"""Options that commands share, and the settings that flags make."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.config import Settings

PATH = click.Path(readable=False, path_type=Path)  # whoever opens a path says what is wrong with it
CONFIG = click.option("--config", type=PATH, envvar="FACTCHECK_CONFIG", metavar="FILE", help="Use this configuration.")
REPORTS = click.option("--reports-dir", type=PATH, metavar="DIR", help="Where reports are written (default: reports).")


def settings_for(config: Path | None, verbosity: int, flags: dict[str, Any]) -> Settings:
    """The settings with those flags that were given."""
    from dataclasses import replace

    from factcheck.config import load_settings

    given = {key: value for key, value in flags.items() if value is not None}
    if given.pop("ignore_robots", False):
        given["obey_robots"] = False
    settings = replace(load_settings(config, flags=given), verbosity=verbosity)
    if settings.offline and settings.refresh:
        raise UsageError("offline and refresh contradict each other: leave one of them out")
    if settings.offline and settings.save:
        raise UsageError("offline and save contradict each other: leave one of them out")
    if settings.save:
        from factcheck.capture.save_page_now import check_settings

        check_settings(settings)
    _log(verbosity)
    return settings


def _log(verbosity: int) -> None:
    """Let the library's own log through to standard error when asked for twice."""
    if verbosity > 1:
        import logging

        logging.basicConfig(stream=sys.stderr, format="%(name)s: %(message)s")
        logging.getLogger("factcheck").setLevel(logging.DEBUG)
