"""What one page has on the figures and quotations of one claim: no network, no settings, no verdict."""

from __future__ import annotations

from factcheck.evidence.bearers import said_of_another
from factcheck.evidence.clauses import objection_of_clause
from factcheck.evidence.clock import claimed_times
from factcheck.evidence.designations import claimed_designations
from factcheck.evidence.elsewhere import said_elsewhere
from factcheck.evidence.figures import weigh_figures
from factcheck.evidence.objections import objection, objection_of_page
from factcheck.evidence.places import names_place
from factcheck.evidence.quotations import weigh_quotations
from factcheck.evidence.reading import page_language
from factcheck.evidence.references import reference_differs

__all__ = [
    "claimed_designations",
    "claimed_times",
    "names_place",
    "objection",
    "objection_of_clause",
    "objection_of_page",
    "page_language",
    "reference_differs",
    "said_elsewhere",
    "said_of_another",
    "weigh_figures",
    "weigh_quotations",
]
