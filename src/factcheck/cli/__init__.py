"""argv → Settings → audit → report → exit code.  Parses, calls, prints and exits; everything else is elsewhere.

Nothing but click is imported before a command needs it, so that ``factcheck --version`` answers at once.
"""

from factcheck.cli import archives, audits, reports, reviews, serving
from factcheck.cli.ending import main
from factcheck.cli.group import commands
from factcheck.cli.reports import REPORT_FORMS

__all__ = ["REPORT_FORMS", "archives", "audits", "commands", "main", "reports", "reviews", "serving"]
