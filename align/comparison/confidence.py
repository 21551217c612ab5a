"""How sure a verdict is. A conflict below the floor is not called one: an editor forgives a miss sooner.

The weights are a logistic regression over what is known of a match, fitted by `training/fit_conflicts.py` on
news texts with planted errors: among conflicts held to be 90 % sure, nine in ten should be real.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

from align.comparison.match import Match
from align.model import NumberValue

CONFLICT_FLOOR = 0.55
MISSING_FACTOR = 0.6  # a value told on one side only is more often a choice of the writer than an error

# feature -> weight, in log odds
WEIGHTS: dict[str, float] = {
    "bias": -2.68,
    "pair": 1.52,
    "unit": 0.52,
    "unit_unsaid": 0.68,
    "context": 2.8,
    "place": 0.54,
    "rivals": -1.0,
    "distance": -1.54,
    "small": -2.36,
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rest of the pair says about one match: how many other mentions of the kind stay unmatched or unequal."""

    pair_score: float
    rivals: int


def conflict_confidence(match: Match, setting: Setting) -> float:
    """The probability that two values that exclude each other were meant to be the same."""
    weighed = sum(WEIGHTS[name] * value for name, value in features(match, setting).items())
    return 1 / (1 + math.exp(-weighed))


def features(match: Match, setting: Setting) -> dict[str, float]:
    """What is known of a match, by the names of `WEIGHTS`."""
    unit = match.affinity.unit
    return {
        "bias": -2.68,
        "pair": setting.pair_score,
        "unit": 0.0 if unit is None else unit,
        "unit_unsaid": 1.0 if unit is None else 0.0,
        "context": match.affinity.context,
        "place": match.affinity.place,
        "rivals": float(min(setting.rivals, 4)),
        "distance": _orders_apart(match),
        "small": 1.0 if _is_small(match) else 0.0,
    }


def agreement_confidence(match: Match, setting: Setting) -> float:
    """The probability that two values that can both hold were meant to be the same."""
    sure = 0.9 if match.relation.bearing == "agree" else 0.8
    return sure * (0.4 + 0.6 * setting.pair_score) + 0.1 * max(0.0, match.affinity.context)


def _orders_apart(match: Match) -> float:
    """How many powers of ten two figures lie apart, at most three; 0 for dates, and for a slip of scale.

    650 million against 650 thousand is what a wrong scale word makes, so it tells nothing against the match.
    """
    a, b = match.left.value, match.right.value
    if not isinstance(a, NumberValue) or not isinstance(b, NumberValue):
        return 0.0
    first, second = _figure(a), _figure(b)
    if first <= 0 or second <= 0 or first.normalize().as_tuple().digits == second.normalize().as_tuple().digits:
        return 0.0
    return min(3.0, abs(float(first.log10() - second.log10())))


def _is_small(match: Match) -> bool:
    """Whether a number is so small that languages say it in other ways too: "both", "a pair", the Arabic dual."""
    values = (match.left.value, match.right.value)
    return any(isinstance(value, NumberValue) and value.unit != "%" and _figure(value) <= 2 for value in values)


def _figure(value: NumberValue) -> Decimal:
    return value.low if value.low is not None else value.high if value.high is not None else Decimal(0)
