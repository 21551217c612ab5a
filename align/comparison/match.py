"""Within one pair: which mention of the left passage speaks of the same thing as which one of the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from align.assignment import best_assignment
from align.comparison.affinity import Affinity
from align.comparison.alone import discrepancy
from align.comparison.bearing import relate
from align.comparison.numbers import is_vague
from align.comparison.relation import Relation
from align.comparison.told import is_told, is_told_surely
from align.model import DateValue, Mention

# feature -> weight, in log odds: a logistic regression over the values in the pairs of the shipped corpora, by
# training/fit_matching.py. Equal values belong together unless all else speaks against it; agreement decides only which
# mentions of one pair are held against each other, never which passages are paired.
WEIGHTS: dict[str, float] = {
    "agree": 5.76,
    "compatible": 5.13,
    "told": 3.4,
    "vague": 0.38,
    "odds": 0.67,
    "place": 1.48,
    "slip": 4.43,
}
_APART = -99.0
LEFT_OVER = 0.1  # of what speaks against a match counts where values are assigned
NO_AFFINITY = Affinity(None, 0.0, 0.0)


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

    Where one passage translates the other (`translated`), the same date on both sides is one, and a date stays one
    that is stated, or told by its distance: these answer to each other only where they are left over.
    """
    if not translated:
        return _best(left, right, affinity)
    found = list(_same_dates(left, right, affinity))
    for told in (False, True):
        rest = [[each for each in side if _is_told(each) == told] for side in _left_over(found, left, right)]
        found += _best(rest[0], rest[1], affinity)
    last = _left_over(found, left, right)
    return [*found, *(match for match in _best(last[0], last[1], affinity) if match.relation.bearing != "conflict")]


def _same_dates(
    left: Sequence[Mention], right: Sequence[Mention], affinity: Callable[[Mention, Mention], Affinity]
) -> Iterator[Match]:
    """The stated dates that have one equal on the other side, and that have they alone."""
    dates = [[each for each in side if each.kind == "date" and not _is_told(each)] for side in (left, right)]
    equal = [(a, b) for a in dates[0] for b in dates[1] if relate(a, b).bearing == "agree"]
    times = Counter(mention for pair in equal for mention in pair)
    for a, b in equal:
        if times[a] == times[b] == 1:
            yield match_of(a, b, affinity)


def _left_over(found: Sequence[Match], left: Sequence[Mention], right: Sequence[Mention]) -> list[list[Mention]]:
    matched = {mention for match in found for mention in (match.left, match.right)}
    return [[each for each in side if each not in matched] for side in (left, right)]


def _best(
    left: Sequence[Mention], right: Sequence[Mention], affinity: Callable[[Mention, Mention], Affinity]
) -> list[Match]:
    if not left or not right:
        return []
    table = [[match_of(a, b, affinity) for b in right] for a in left]
    weights = np.array([[_weight(match) for match in row] for row in table])
    # What stands beside two values by force, since nothing else is left, must not outweigh what fits.
    tempered = np.where((weights < 0) & (weights > _APART), LEFT_OVER * weights, weights)
    return [table[i][j] for i, j in best_assignment(tempered) if weights[i, j] > _APART]


def match_of(left: Mention, right: Mention, affinity: Callable[[Mention, Mention], Affinity]) -> Match:
    """Two mentions of one kind with their relation and, where that is not "apart", their affinity."""
    relation = relate(left, right)
    return Match(left, right, relation, NO_AFFINITY if relation.bearing == "apart" else affinity(left, right))


def likeness(affinity: Affinity) -> float:
    """One figure for an affinity, in log odds."""
    return WEIGHTS["odds"] * affinity.odds + WEIGHTS["place"] * affinity.place


def _weight(match: Match) -> float:
    if match.relation.bearing == "apart":
        return _APART
    return sum(WEIGHTS[name] * value for name, value in features(match).items())


def features(match: Match) -> dict[str, float]:
    """What is known of two values that are not apart, by the names of `WEIGHTS`."""
    left, right, bearing = match.left.value, match.right.value, match.relation.bearing
    conflicts = bearing == "conflict"
    # What fits by its distance from another date may be counted from another than the one meant.
    told = not conflicts and _is_told(match.left) != _is_told(match.right)
    vague = bearing == "compatible" and not told and (is_vague(left) or is_vague(right))  # "hundreds" fits too much
    return {
        "agree": float(bearing == "agree" and not told),
        "compatible": float(bearing == "compatible" and not (told or vague)),
        "told": float(told),
        "vague": float(vague),
        "odds": match.affinity.odds,
        "place": match.affinity.place,
        "slip": discrepancy(left, right, match.affinity.alone) if conflicts else 0.0,
    }


def _is_told(mention: Mention) -> bool:
    return isinstance(mention.value, DateValue) and is_told(mention.value) and not is_told_surely(mention.value)
