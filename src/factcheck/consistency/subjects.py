"""Whether two claims speak of one subject: the words around their figures, and how much of them is shared."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from factcheck.consistency.values import group_of
from factcheck.consistency.wording import Part, is_part

if TYPE_CHECKING:
    from factcheck.consistency.statements import Clause, Rarity, Statement
    from factcheck.model import Quantity

_CLAUSE_WORDS, _UNNAMED_WORDS, _PRONOUN_WORDS, _RETOLD_WORDS = 2, 3, 6, 6
"""Where a pronoun is the subject, only a sentence said over again is known to be of the same thing."""
_SMOOTHING = 50


def share(left: Statement, right: Statement, rarity: Rarity) -> float:
    """How much of the shorter statement the two share, each word weighing by its rarity."""

    def weight(stems: frozenset[str]) -> float:
        return sum(math.log((rarity.claims + _SMOOTHING) / max(1, rarity.counts[stem])) for stem in stems)

    shorter = min(weight(left.stems), weight(right.stems))
    return weight(left.stems & right.stems) / shorter if shorter else 0.0


def same_subject(left: Statement, one: Quantity, right: Statement, other: Quantity) -> bool:
    """Whether both clauses say the same words of their figures, in the same role, with what stands before it."""
    clause, opposite = left.clause(one), right.clause(other)
    fewest = _PRONOUN_WORDS if clause.by_pronoun or opposite.by_pronoun else _CLAUSE_WORDS
    if _role(left, one) != _role(right, other):
        return False
    alike = clause.subject == opposite.subject and len(clause.subject) >= fewest
    alike = alike or _led(clause, right, opposite) or _led(opposite, left, clause)
    if not alike and not (_retold(left, clause, right) and _retold(right, opposite, left)):
        return False
    if not (clause.subject | opposite.subject) & (left.names | right.names) and not _known_unnamed(left, clause, right):
        return False
    if left.designations != right.designations or _names_differ(left, right):
        return False
    if one.direction != other.direction and None not in {one.direction, other.direction}:
        return False
    return _place_in_list(left, one) == _place_in_list(right, other)


def _led(clause: Clause, right: Statement, opposite: Clause) -> bool:
    """Whether the other clause leads its sentence with what happened once, and the rest is what comes first after it.

    "Signed on 9 June 2015, the Torvik agreement …" says it of the Torvik agreement.
    """
    rest = clause.subject - opposite.subject
    happened = opposite.words[0] if len(opposite.words) == 1 else None
    if happened is None or not rest or not opposite.subject <= clause.subject:
        return False
    if happened != right.content[0] or not is_part(happened.lower, Part.ONCE, right.language):
        return False
    return {word.stem for word in right.content[1 : len(rest) + 1]} == rest and len(clause.subject) >= _CLAUSE_WORDS


def _known_unnamed(left: Statement, clause: Clause, right: Statement) -> bool:
    """Whether a subject without a name is one thing on both sides.

    "The ministry" of one chapter may be another's; two briefs about one country may both tell of its households.
    """
    if left.claim.section == right.claim.section:
        return True
    return left.brief != right.brief and len(clause.subject) >= _UNNAMED_WORDS


def _retold(left: Statement, clause: Clause, right: Statement) -> bool:
    """Whether the other statement, which shares enough with this one, has each word of the clause somewhere."""
    long_enough = len(clause.stems) >= _CLAUSE_WORDS and len(left.stems & right.stems) >= _RETOLD_WORDS
    return long_enough and clause.subject <= right.stems


def substituted(left: Statement, right: Statement) -> bool:
    """Whether one place between the same two words holds another word: the customs treaty, the transit treaty."""
    mine, theirs = _slots(left, right.stems), _slots(right, left.stems)
    return bool(mine & theirs)


def _slots(statement: Statement, shared: frozenset[str]) -> set[tuple[str, str]]:
    """The neighbours of each content word that the other statement lacks."""
    stems = [word.stem for word in statement.content]
    around = zip(stems, stems[1:], stems[2:], strict=False)
    return {(before, after) for before, stem, after in around if stem not in shared}


def _names_differ(left: Statement, right: Statement) -> bool:
    """Whether each claim has a name that the other lacks, wherever it stands."""
    names = left.names | right.names
    return bool((left.stems - right.stems) & names) and bool((right.stems - left.stems) & names)


def _role(statement: Statement, quantity: Quantity) -> Part | None:
    """Whether a figure is a change (by), the old value (from) or a value; "a loan of 5 million" is no change."""
    word = statement.word_before(quantity)
    part = next((part for part in (Part.BY, Part.FROM) if is_part(word, part, statement.language)), None)
    moves = quantity.direction is not None or statement.has(Part.CHANGE)
    return part if part is not Part.BY or moves or statement.language == "en" else None


def _place_in_list(statement: Statement, quantity: Quantity) -> tuple[int, int]:
    """Which of how many figures of its group in the claim a figure is."""
    alike = [q for q in statement.figures if group_of(q) == group_of(quantity)]
    return next(i for i, q in enumerate(alike) if q.start == quantity.start), len(alike)
