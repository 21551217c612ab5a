"""Within one pair: which mention of the left passage speaks of the same thing as which one of the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from align.assignment import best_assignment
from align.comparison.affinity import Affinity
from align.comparison.dates import relate_dates
from align.comparison.numbers import relate_numbers
from align.comparison.relation import APART, Relation
from align.comparison.slips import slip
from align.model import DateValue, Mention, NumberValue

# What a value's own bearing adds to affinity: equal values belong together unless all else speaks against it.
# Agreement decides only which mentions of one pair are held against each other, never which passages are paired.
_BEARING = {"agree": 2.0, "compatible": 1.2, "conflict": 0.0, "apart": -9.0}
_ACCEPT = -1.0  # affinity is never below it; a pairing "apart" always is
WEIGHT_UNIT = 1.0
WEIGHT_CONTEXT = 0.6
WEIGHT_PLACE = 0.4
WEIGHT_SLIP = 0.6
NEUTRAL_UNIT = 0.45  # an unsaid counted noun speaks neither for nor against


@dataclass(frozen=True, slots=True)
class Match:
    """Two mentions held against each other."""

    left: Mention
    right: Mention
    relation: Relation
    affinity: Affinity


def relate(left: Mention, right: Mention) -> Relation:
    """How the values of two mentions of one kind bear on each other."""
    match left.value, right.value:
        case DateValue() as a, DateValue() as b:
            return relate_dates(a, b)
        case NumberValue() as a, NumberValue() as b:
            return relate_numbers(a, b)
    return APART


def match_mentions(
    left: Sequence[Mention], right: Sequence[Mention], affinity: Callable[[Mention, Mention], Affinity]
) -> list[Match]:
    """The one-to-one matching with the greatest sum of affinity and agreement."""
    if not left or not right:
        return []
    table = [[Match(a, b, relate(a, b), affinity(a, b)) for b in right] for a in left]
    weights = np.array([[_weight(match) for match in row] for row in table])
    return [table[i][j] for i, j in best_assignment(weights) if weights[i, j] > _ACCEPT]


def _rank(left: Mention, right: Mention, affinity: Affinity) -> float:
    return likeness(affinity) + WEIGHT_SLIP * slip(left.value, right.value)


def likeness(affinity: Affinity) -> float:
    """One figure for an affinity, about 0 to 2."""
    unit = NEUTRAL_UNIT if affinity.unit is None else affinity.unit
    return WEIGHT_UNIT * unit + WEIGHT_CONTEXT * affinity.context + WEIGHT_PLACE * affinity.place


def _weight(match: Match) -> float:
    bearing = match.relation.bearing
    if bearing == "conflict":
        return _BEARING[bearing] + _rank(match.left, match.right, match.affinity)
    return _BEARING[bearing] + likeness(match.affinity)
