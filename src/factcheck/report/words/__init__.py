"""Every word and sentence of the report, in English: nothing that a reader sees is written anywhere else."""

from __future__ import annotations

from factcheck.report.words.counted import NOUNS, count_words, day_words, moment, time_words, when_words
from factcheck.report.words.kinds import (
    CHANGE_WORDS,
    LAPSE_SENTENCES,
    NOTE_WORDS,
    ORDER_OF_CONCERN,
    REASON_SENTENCES,
    RELATION_WORDS,
    REPAIR_WORDS,
    SAVING_WORDS,
    SOURCE_WORDS,
    STATUS_MEANINGS,
    STATUS_WORDS,
    VERDICT_MEANINGS,
    VERDICT_WORDS,
    WARNING_SENTENCES,
    reason_sentence,
    repair_words,
)
from factcheck.report.words.page import PAGE, SCRIPT
from factcheck.report.words.sentences import SENTENCES, said

__all__ = [
    "CHANGE_WORDS",
    "LAPSE_SENTENCES",
    "NOTE_WORDS",
    "NOUNS",
    "ORDER_OF_CONCERN",
    "PAGE",
    "REASON_SENTENCES",
    "RELATION_WORDS",
    "REPAIR_WORDS",
    "SAVING_WORDS",
    "SCRIPT",
    "SENTENCES",
    "SOURCE_WORDS",
    "STATUS_MEANINGS",
    "STATUS_WORDS",
    "VERDICT_MEANINGS",
    "VERDICT_WORDS",
    "WARNING_SENTENCES",
    "count_words",
    "day_words",
    "moment",
    "reason_sentence",
    "repair_words",
    "said",
    "time_words",
    "when_words",
]
