"""How surely two mentions of a pair speak of the same thing, from everything but their values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from align.contexts import ValueContexts
from align.model import DocumentAnalysis, Mention
from align.names.shared import SharedNames

# Logistic regression of "these two values tell the same thing", fitted by training/fit_claims.py on the gold of the
# shipped corpora, without what pairing knows of the passages.
WEIGHTS: Mapping[str, float] = {
    "bias": -2.21,
    "date": 0.06,
    "unit": 2.48,
    "unsaid": -0.25,
    "names": 1.28,
    "label": 3.74,
    "clause_margin": 4.33,
    "clause_lead": 2.04,
    "near_margin": 3.95,
    "near_lead": 4.18,
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


class Affinities(Protocol):
    """Whatever knows how much two values of one kind have in common."""

    def affinity(self, left: Mention, right: Mention, place: float) -> Affinity: ...


class Surroundings:
    """What stands around every mention that is compared, encoded in one batch for all pairs."""

    def __init__(
        self, sides: Sequence[tuple[DocumentAnalysis, Sequence[Mention]]], names: SharedNames, encoder: str
    ) -> None:
        left, right = ((analysis, sorted(mentions, key=lambda m: m.start)) for analysis, mentions in sides)
        self._contexts = ValueContexts(left, right, names, encoder)

    def affinity(self, left: Mention, right: Mention, place: float) -> Affinity:
        """The affinity of two values of one kind."""
        likeness = self._contexts.likeness(left, right)
        odds = WEIGHTS["bias"] + sum(WEIGHTS[name] * value for name, value in likeness.features().items())
        return Affinity(likeness.unit, min(1.0, likeness.names), place, odds)
