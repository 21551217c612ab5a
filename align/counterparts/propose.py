"""Proposals: one counterpart for a document, or none where nothing fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from align.assignment import assign_candidates, probability
from align.counterparts.likeness import FEATURES, Floats, Integers, Likeness, measure, shared_names, weigh_names
from align.counterparts.sketch import Sketch

THRESHOLD = 0.7
_NAMES = 5  # of those that two documents share, how many a proposal shows

# A logistic regression of "these two documents tell the same", fitted by training/fit_counterparts.py.
WEIGHTS: Mapping[str, float] = {
    "bias": -3.83,
    "vector": 6.22,
    "vector_lead": 4.98,
    "names": 10.29,
    "names_lead": 13.53,
    "figures": 5.59,
    "has_figures": -2.18,
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two documents by their places in the sets, how likely they tell the same, and rare names that both have."""

    left: int
    right: int
    score: float
    names: tuple[str, ...]


def propose(
    left: Sequence[Sketch], right: Sequence[Sketch], threshold: float = THRESHOLD, one_to_one: bool = True
) -> list[Proposal]:
    """The pairs that score at least `threshold`, in the order of the left documents, then the likeliest first.

    One to one, they are those with the greatest sum of scores; otherwise a document may be in several.
    """
    if not left or not right:
        return []
    likeness = measure(left, right)
    scores = score(likeness.features)
    chosen = np.flatnonzero(scores >= threshold)
    if one_to_one:
        chosen = chosen[assigned(likeness, scores, chosen)]
    weights = weigh_names(left, right)
    proposals = [
        Proposal(row, column, float(scores[at]), tuple(shared_names(left[row], right[column], weights)[:_NAMES]))
        for at in chosen
        for row, column in [(int(likeness.rows[at]), int(likeness.columns[at]))]
    ]
    return sorted(proposals, key=lambda each: (each.left, -each.score, each.right))


def score(features: Floats) -> Floats:
    """The probability of each candidate, by its `FEATURES`."""
    odds = WEIGHTS["bias"] + features @ np.array([WEIGHTS[name] for name in FEATURES])
    return probability(odds)


def assigned(likeness: Likeness, scores: Floats, chosen: Integers) -> Integers:
    """Which of the chosen candidates the best assignment takes; every left document may also stay alone."""
    if not len(chosen):
        return chosen
    return assign_candidates(likeness.rows[chosen], likeness.columns[chosen], scores[chosen])
