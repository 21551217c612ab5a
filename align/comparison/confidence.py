"""How sure a verdict is. A conflict below the floor is not called one: an editor forgives a miss sooner.

The weights are a logistic regression over what is known of a match, fitted by `training/fit_conflicts.py` on
news texts with planted errors: among conflicts held to be 90 % sure, nine in ten should be real.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from align.comparison.match import Match
from align.comparison.slips import figure, slip
from align.model import NumberValue

CONFLICT_FLOOR = 0.55
AGREEMENT_FLOOR = 0.52  # below it two values are as likely equal by chance
TOTAL_FACTOR = 0.9  # totals of like parts, one side stating the total and the other the parts, are seldom mere chance
MISSING_FACTOR = 0.6  # a value told on one side only is more often a choice of the writer than an error

# feature -> weight, in log odds
WEIGHTS: dict[str, float] = {
    "bias": -1.18,
    "pair": 0.94,
    "odds": 0.59,
    "place": 0.34,
    "rivals": -1.07,
    "distance": -1.27,
    "slip": 3.11,
    "small": -1.86,
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rest of the pair says about one match: how many other mentions of the kind stay unmatched or unequal."""

    pair_score: float
    rivals: int
    is_total: bool = False


def conflict_confidence(match: Match, setting: Setting) -> float:
    """The probability that two values that exclude each other were meant to be the same."""
    if setting.is_total:
        return TOTAL_FACTOR * setting.pair_score
    weighed = sum(WEIGHTS[name] * value for name, value in features(match, setting).items())
    return 1 / (1 + math.exp(-weighed))


def features(match: Match, setting: Setting) -> dict[str, float]:
    """What is known of a match, by the names of `WEIGHTS`."""
    return {
        "bias": 1.0,
        "pair": setting.pair_score,
        "odds": match.affinity.odds,
        "place": match.affinity.place,
        "rivals": float(min(setting.rivals, 4)),
        "distance": _orders_apart(match),
        "slip": slip(match.left.value, match.right.value),
        "small": 1.0 if _is_small(match) else 0.0,
    }


def agreement_confidence(match: Match, setting: Setting) -> float:
    """The probability that two values that can both hold were meant to be the same."""
    sure = 0.9 if match.relation.bearing == "agree" else 0.8
    return sure * (0.4 + 0.6 * setting.pair_score) + 0.1 / (1 + math.exp(-match.affinity.odds))


def _orders_apart(match: Match) -> float:
    """How many powers of ten two figures lie apart, at most three; 0 for dates and for slips of a digit or scale."""
    a, b = match.left.value, match.right.value
    if not isinstance(a, NumberValue) or not isinstance(b, NumberValue) or slip(a, b) == 1:
        return 0.0
    first, second = figure(a), figure(b)
    if first <= 0 or second <= 0:
        return 0.0
    return min(3.0, abs(float(first.log10() - second.log10())))


def _is_small(match: Match) -> bool:
    """Whether a number is so small that languages say it in other ways too: "both", "a pair", the Arabic dual."""
    values = (match.left.value, match.right.value)
    return any(isinstance(value, NumberValue) and value.unit != "%" and figure(value) <= 2 for value in values)
