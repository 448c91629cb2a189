"""What ends a run, as one tree.

    FactcheckError            anything below; its text is one line for the user
    ├── UsageError            the invocation cannot be carried out (exit code 2)
    │   └── ConfigError       the configuration cannot be used
    ├── BriefError            one brief cannot be read; the others go on
    ├── PageError             one cited page's bytes cannot be read; a record in the report
    ├── ArchiveError          the archive cannot be read or written
    └── ReportError           the report cannot be written

Each message names the input, what happened, and what to try.  A page that cannot be captured is no exception: it is a
`CaptureFailure`.  Foreign errors are translated once, at the border, with ``raise … from``.
"""

from __future__ import annotations


class FactcheckError(Exception):
    """The root: catching it catches everything that factcheck raises on purpose."""


class UsageError(FactcheckError):
    """The command line or the call asks for something that cannot be done."""


class ConfigError(UsageError):
    """A configuration file has an unknown key, a wrong value, or is not TOML."""


class BriefError(FactcheckError):
    """A brief is missing, empty, binary, or in an encoding that cannot be read."""


class PageError(FactcheckError):
    """A document's bytes are locked, broken, or too large to be read."""


class ArchiveError(FactcheckError):
    """A WARC file or the cache cannot be opened, read or written."""


class ReportError(FactcheckError):
    """A report cannot be written where it was asked for, or a stored one cannot be read."""
