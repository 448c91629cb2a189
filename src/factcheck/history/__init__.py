"""What stays from one audit to the next: the stored reports."""

from __future__ import annotations

from factcheck.history.stored import last_report, report_at, stored_report

__all__ = ["last_report", "report_at", "stored_report"]
