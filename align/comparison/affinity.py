"""How surely two mentions of a pair speak of the same thing, from everything but their values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from align.contexts import ValueContexts
from align.model import Mention

# Logistic regression of "these two values tell the same thing", fitted by training/fit_claims.py on the gold of the
# shipped corpora, without what pairing knows of the passages.
WEIGHTS: Mapping[str, float] = {
    "bias": -2.37,
    "date": 0.32,
    "unit": 2.5,
    "unsaid": -0.26,
    "names": 1.6,
    "label": 4.11,
    "clause": 2.13,
    "clause_margin": 2.28,
    "clause_lead": 2.06,
    "near": -1.64,
    "near_margin": 2.85,
    "near_lead": 6.11,
}


@dataclass(frozen=True, slots=True)
class Affinity:
    """How much two mentions have in common beside their values.

    `unit` is the likeness of what is counted, None where a side leaves it unsaid; `names` the weight of the names in
    both sentences; `place` how near the two stand in their passages, 1 for the same relative place; `odds` the log odds
    that what is said around them is said of the same thing, whatever their passages.
    """

    unit: float | None
    names: float
    place: float
    odds: float


def affinity(contexts: ValueContexts, left: Mention, right: Mention, place: float) -> Affinity:
    """The affinity of two values of one kind."""
    likeness = contexts.likeness(left, right)
    odds = WEIGHTS["bias"] + sum(WEIGHTS[name] * value for name, value in likeness.features().items())
    return Affinity(likeness.unit, min(1.0, likeness.names), place, odds)
