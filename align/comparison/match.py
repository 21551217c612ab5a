"""Within one pair: which mention of the left passage speaks of the same thing as which one of the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from align.assignment import best_assignment
from align.comparison.affinity import Affinity
from align.comparison.alone import discrepancy
from align.comparison.bearing import relate
from align.comparison.numbers import is_vague
from align.comparison.relation import Relation
from align.comparison.told import is_told
from align.model import DateValue, Mention

# What a value's own bearing adds to affinity, in log odds: equal values belong together unless all else speaks against
# it. Agreement decides only which mentions of one pair are held against each other, never which passages are paired.
# These weights come of a logistic regression over the values in the pairs of the shipped corpora.
_BEARING = {"agree": 5.0, "compatible": 4.4, "conflict": 0.0, "apart": -99.0}
_BEARING_TOLD = 2.4  # where one of the two fits by its distance from another date, which may not be the one meant
_BEARING_VAGUE = 0.4  # "hundreds" fits too many figures
LEFT_OVER = 0.1  # of what speaks against a match counts where values are assigned
_ACCEPT = -50.0  # affinity is never below it; a pairing "apart" always is
WEIGHT_ODDS = 0.75
WEIGHT_PLACE = 1.3
WEIGHT_SLIP = 3.5
RIVAL_MARGIN = 0.7  # a match that is not clearly likelier than another is in doubt
NO_AFFINITY = Affinity(None, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Match:
    """Two mentions held against each other."""

    left: Mention
    right: Mention
    relation: Relation
    affinity: Affinity


def match_mentions(
    left: Sequence[Mention],
    right: Sequence[Mention],
    affinity: Callable[[Mention, Mention], Affinity],
    translated: bool = False,
) -> list[Match]:
    """The one-to-one matching with the greatest sum of affinity and agreement.

    Where one passage translates the other (`translated`), a date stays one that is stated, or told by its distance:
    these answer to each other only where they are left over.
    """
    if not translated:
        return _best(left, right, affinity)
    alike = [
        match
        for told in (False, True)
        for match in _best(
            [each for each in left if _is_told(each) == told],
            [each for each in right if _is_told(each) == told],
            affinity,
        )
    ]
    matched = {mention for match in alike for mention in (match.left, match.right)}
    rest = [[each for each in side if each not in matched] for side in (left, right)]
    return [*alike, *(match for match in _best(rest[0], rest[1], affinity) if _fits(match))]


def _fits(match: Match) -> bool:
    return match.relation.bearing != "conflict"


def _best(
    left: Sequence[Mention], right: Sequence[Mention], affinity: Callable[[Mention, Mention], Affinity]
) -> list[Match]:
    if not left or not right:
        return []
    table = [[_match(a, b, affinity) for b in right] for a in left]
    weights = np.array([[_weight(match) for match in row] for row in table])
    # What stands beside two values by force, since nothing else is left, must not outweigh what fits.
    tempered = np.where((weights < 0) & (weights > _ACCEPT), LEFT_OVER * weights, weights)
    return [table[i][j] for i, j in best_assignment(tempered) if weights[i, j] > _ACCEPT]


def _match(left: Mention, right: Mention, affinity: Callable[[Mention, Mention], Affinity]) -> Match:
    relation = relate(left, right)
    return Match(left, right, relation, NO_AFFINITY if relation.bearing == "apart" else affinity(left, right))


def _rank(left: Mention, right: Mention, affinity: Affinity) -> float:
    return likeness(affinity) + WEIGHT_SLIP * discrepancy(left.value, right.value, affinity.alone)


def likeness(affinity: Affinity) -> float:
    """One figure for an affinity, in log odds."""
    return WEIGHT_ODDS * affinity.odds + WEIGHT_PLACE * affinity.place


def _weight(match: Match) -> float:
    bearing = match.relation.bearing
    if bearing == "conflict":
        return _BEARING[bearing] + _rank(match.left, match.right, match.affinity)
    if bearing in ("agree", "compatible") and _is_told(match.left) != _is_told(match.right):
        return _BEARING_TOLD + likeness(match.affinity)
    if bearing == "compatible" and (is_vague(match.left.value) or is_vague(match.right.value)):
        return _BEARING_VAGUE + likeness(match.affinity)
    return _BEARING[bearing] + likeness(match.affinity)


def _is_told(mention: Mention) -> bool:
    return isinstance(mention.value, DateValue) and is_told(mention.value)
