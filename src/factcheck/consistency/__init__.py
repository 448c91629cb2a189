"""Brief against brief: the same fact stated twice in a run, agreeing, in tension or contradicting."""

from __future__ import annotations

from factcheck.consistency.pairs import find_contradictions

__all__ = ["find_contradictions"]
