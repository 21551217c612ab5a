"""Shares of counted things, and the figures made of them. A share of nothing is None, never 0 or 1."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Rate:
    """`hits` out of `of`."""

    hits: int
    of: int

    @property
    def share(self) -> float | None:
        """0 to 1; None where there was nothing to count."""
        return self.hits / self.of if self.of else None

    def __add__(self, other: Rate) -> Rate:
        return Rate(self.hits + other.hits, self.of + other.of)

    def to_dict(self) -> dict[str, Any]:
        return {"hits": self.hits, "of": self.of, "share": rounded(self.share)}


@dataclass(frozen=True, slots=True)
class Scores:
    """Precision and recall. `precision` is None where the gold cannot tell it."""

    precision: Rate | None
    recall: Rate

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two; None where either is unknown."""
        precision = None if self.precision is None else self.precision.share
        recall = self.recall.share
        if precision is None or recall is None:
            return None
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def to_dict(self) -> dict[str, Any]:
        precision = None if self.precision is None else self.precision.to_dict()
        return {"precision": precision, "recall": self.recall.to_dict(), "f1": rounded(self.f1)}


def rate_of(hits: Iterable[bool]) -> Rate:
    """How many of `hits` are true."""
    flags = list(hits)
    return Rate(sum(flags), len(flags))


def rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
