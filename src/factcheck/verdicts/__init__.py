"""Evidence → verdicts, by one ordered table of named rules (`verdicts.rules`)."""

from __future__ import annotations

from factcheck.verdicts.figures import NORMAL, STRICT, Thresholds, judge_figure, outranks, stands_everywhere
from factcheck.verdicts.quotations import judge_quotation
from factcheck.verdicts.rolling_up import Judged, roll_up_citation, roll_up_claim
from factcheck.verdicts.rules import RULE_TABLE, RULES, Rule

__all__ = [
    "NORMAL",
    "RULES",
    "RULE_TABLE",
    "STRICT",
    "Judged",
    "Rule",
    "Thresholds",
    "judge_figure",
    "judge_quotation",
    "outranks",
    "roll_up_citation",
    "roll_up_claim",
    "stands_everywhere",
]
