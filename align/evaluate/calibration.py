"""Calibration: whether a finding's confidence is the share of findings like it that are right."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from align.evaluate.measures import Rate, rate_of
from align.evaluate.tally import Judgement, Tally

BOUNDS = (0.0, 0.5, 0.7, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """The findings with a confidence from `low` up to `high`, which only the last bin includes.

    `conflicts` and `all` count a finding as right when it meets a gold entry of its own verdict; `either` takes
    agree and compatible as one verdict.
    """

    low: float
    high: float
    conflicts: Rate
    all: Rate
    either: Rate

    def to_dict(self) -> dict[str, Any]:
        rates = {"conflicts": self.conflicts, "all": self.all, "either": self.either}
        return {"low": self.low, "high": self.high} | {name: rate.to_dict() for name, rate in rates.items()}


def calibration(tallies: Iterable[Tally]) -> tuple[Bin, ...]:
    """The bins in rising order, over the findings that precision counts."""
    counted = [judgement for tally in tallies for judgement in tally.judgements if judgement.counts]
    return tuple(
        _bin(low, high, [j for j in counted if low <= j.finding.confidence < high or _is_top(j, high)])
        for low, high in itertools.pairwise(BOUNDS)
    )


def _is_top(judgement: Judgement, high: float) -> bool:
    return high == BOUNDS[-1] and judgement.finding.confidence >= high


def _bin(low: float, high: float, inside: Sequence[Judgement]) -> Bin:
    return Bin(
        low,
        high,
        conflicts=rate_of(j.is_right for j in inside if j.finding.verdict == "conflict"),
        all=rate_of(j.is_right for j in inside),
        either=rate_of(j.is_nearly_right for j in inside),
    )
