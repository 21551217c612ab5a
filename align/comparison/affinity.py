"""How surely two values speak of the same thing, from everything but what they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from align.comparison.alone import Alone
from align.comparison.beside import Beside
from align.comparison.claim_words import NONE
from align.comparison.claims import Claims
from align.comparison.part_whole import Divisions
from align.contexts import ValueContexts, values_of
from align.encode import TextVectors
from align.model import DocumentAnalysis, Mention
from align.names.shared import SharedNames

# Logistic regression of "these two values tell the same thing", fitted by training/fit_claims.py on the gold of the
# shipped corpora, together with the weights in `correspondence.py`.
WEIGHTS: Mapping[str, float] = {
    "bias": -3.79,
    "date": -0.67,
    "duration": 0.78,
    "unit": 1.2,
    "unsaid": -0.36,
    "names": 0.57,
    "unshared": -0.18,
    "label": 1.93,
    "clause_lead": 2.74,
    "near_margin": -0.36,
    "near_lead": 4.34,
    "around_margin": 4.89,
    "clause_words": 2.37,
    "near_words": 1.37,
    "sentence_words": -1.08,
    "one_role": 0.61,
    "other_role": -0.42,
    "division": 3.85,
}
OF_ANYTHING = frozenset({"interval", "duration"})  # roles of which "after" and "for" tell, of whatever it may be


@dataclass(frozen=True, slots=True)
class Affinity:
    """How much two mentions have in common beside their values.

    `unit` is the likeness of what is counted, None where a side leaves it unsaid; `place` how near the two stand in
    their passages, 1 for the same relative place; `odds` the log odds that what is said around them is said of the same
    thing, whatever their passages. They are `alone` where neither text has the other's value anywhere; `beside` counts
    the values around both that agree.
    """

    unit: float | None
    place: float
    odds: float
    alone: bool = False
    beside: int = 0


class Affinities(Protocol):
    """Whatever knows how much two values of one kind have in common."""

    def affinity(self, left: Mention, right: Mention, place: float) -> Affinity: ...


class Surroundings:
    """What stands around every date, number and figure of two documents, encoded in one batch.

    `claims` are those of both documents, which tell what each value is of.
    """

    def __init__(
        self,
        left: DocumentAnalysis,
        right: DocumentAnalysis,
        names: SharedNames,
        claims: tuple[Claims, Claims],
        vectors: TextVectors | None = None,
    ) -> None:
        self.claims = claims
        values = _values_and_figures(left), _values_and_figures(right)
        self.contexts = ValueContexts((left, values[0]), (right, values[1]), names, vectors)
        self.beside = Beside(self.contexts.left, self.contexts.right)
        self.alone = Alone(*values)
        self.divisions = Divisions(
            claims[0].totals, claims[1].totals, (claims[0].coordinations, claims[1].coordinations)
        )
        self._left_roles, self._right_roles = ({claim.mention: claim.roles for claim in side.all} for side in claims)

    def measure(self, left: Mention, right: Mention) -> dict[str, float]:
        """What is known of two values of one kind beside what they are, by the names of `WEIGHTS`."""
        roles = self._left_roles.get(left, NONE), self._right_roles.get(right, NONE)
        shared = roles[0] & roles[1]
        return {
            "bias": 1.0,
            **self.contexts.likeness(left, right).features(),
            "one_role": float(bool(shared - OF_ANYTHING)),
            "other_role": float(bool(roles[0] and roles[1]) and not shared),
            "division": float(self.divisions.parts_of_one(left, right) or self.divisions.share_a_part(left, right)),
        }

    def roles_shared(self, left: Mention, right: Mention) -> frozenset[str]:
        """What both values are said to be of: a death, a length, a beginning."""
        return self._left_roles.get(left, NONE) & self._right_roles.get(right, NONE)

    def roles_differ(self, left: Mention, right: Mention) -> bool:
        """Whether either is said to be of something of which the other is not."""
        roles = self._left_roles.get(left, NONE), self._right_roles.get(right, NONE)
        return bool(roles[0] | roles[1]) and not roles[0] & roles[1]

    def affinity(self, left: Mention, right: Mention, place: float) -> Affinity:
        """The affinity of two values of one kind."""
        measured = self.measure(left, right)
        return Affinity(
            self.contexts.unit(left, right),
            place,
            weigh(measured, WEIGHTS),
            self.alone.both(left, right),
            self.beside.count(self.contexts.left.index(left), self.contexts.right.index(right)),
        )


def weigh(measured: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Log odds: what was measured, by the weights of the same names."""
    return sum(weight * measured[name] for name, weight in weights.items())


def _values_and_figures(analysis: DocumentAnalysis) -> list[Mention]:
    return sorted((*values_of(analysis), *analysis.figures), key=lambda mention: mention.start)
