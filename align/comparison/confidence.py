"""How sure a verdict is. A conflict below the floor is not called one: an editor forgives a miss sooner.

The weights are a logistic regression over what is known of a match, fitted by `training/fit_conflicts.py` on
news texts with planted errors: among conflicts held to be 90 % sure, nine in ten should be real. Since the
words around values were counted, their odds are higher, of one thing or not: "bias" and "coverage" were moved by hand.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from align.comparison.alone import TENFOLD, discrepancy, lone_days
from align.comparison.coverage import MOST_OF_A_TEXT, SURELY
from align.comparison.match import Match
from align.comparison.narrative import year_of
from align.comparison.numbers import in_one_unit
from align.comparison.slips import differ_throughout, exchanged, figure, one_digit_off, slip
from align.model import DateValue, Mention, NumberValue, Value

CONFLICT_FLOOR = 0.5
# In retellings, in pairs likelier than not and of figures not far apart: of 24 such conflicts below 0.5 in the gold of
# the corpora sixteen were real.
RETOLD_FLOOR = 0.4
LIKELY = 0.5
FAR = 0.55  # powers of ten
AGREEMENT_FLOOR = 0.52  # below it two values are as likely equal by chance
TOTAL_FACTOR = 0.9  # totals of like parts, one side stating the total and the other the parts, are seldom mere chance
MISSING_FACTOR = 0.6  # a value told on one side only is more often a choice of the writer than an error

# feature -> weight, in log odds
WEIGHTS: dict[str, float] = {
    "bias": -1.11,
    "pair": 3.54,
    "coverage": 2.02,
    "odds": 0.93,
    "distance": -1.87,
    "years": -1.98,
    "slip": 3.46,
    "alone": 1.68,
    "days": 2.5,  # by hand: those of `lone_days` are nearly always of one event
    "beside": 0.99,
    "throughout": -3.49,
    "small": -1.63,
    "other noun": -2.0,  # by hand: "two rulers" is no «مدينة واحدة», the same city
    "rank": -2.2,
    "unanswered": -0.67,
    "more values": 0.11,
}
UNLIKE = 0.27  # likeness of two nouns below which they hardly mean the same
MOST = 4  # beyond it one more value without an answer changes nothing


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the passages in which two values stand.

    `coverage` is the share of the document that is surely paired: a translation says everything, a retelling some.
    `unanswered` counts the values of the pair that have no equal on the other side, these two among them, and
    `more_values` how many more one side has than the other: passages with facts of their own.
    """

    pair_score: float
    coverage: float
    unanswered: int
    more_values: int
    is_total: bool = False

    @property
    def is_translation(self) -> bool:
        return is_translation(self.pair_score, self.coverage)


def is_translation(pair_score: float, coverage: float) -> bool:
    """Whether passages are surely a text and its translation, in documents that are."""
    return coverage >= MOST_OF_A_TEXT and pair_score >= SURELY


def conflict_confidence(match: Match, setting: Setting) -> float:
    """The probability that two values that exclude each other were meant to be the same."""
    if setting.is_total:
        return TOTAL_FACTOR * setting.pair_score
    weighed = sum(WEIGHTS[name] * value for name, value in features(match, setting).items())
    return 1 / (1 + math.exp(-weighed))


def conflict_floor(match: Match, setting: Setting) -> float:
    """The confidence below which two values that exclude each other are not called a conflict."""
    retold = setting.coverage < MOST_OF_A_TEXT and setting.pair_score >= LIKELY
    near = retold and orders_apart(match.left.value, match.right.value) < FAR
    return RETOLD_FLOOR if near else CONFLICT_FLOOR


def features(match: Match, setting: Setting) -> dict[str, float]:
    """What is known of a match, by the names of `WEIGHTS`."""
    small = is_small(match.left, match.right)
    looks = discrepancy(match.left.value, match.right.value, match.affinity.alone)
    return {
        "bias": 1.0,
        "pair": setting.pair_score,
        "coverage": setting.coverage,
        "odds": match.affinity.odds,
        "distance": 0.0 if looks >= TENFOLD else orders_apart(match.left.value, match.right.value),
        "years": years_apart(match.left.value, match.right.value),
        "slip": looks,
        "alone": float(match.affinity.alone),
        "days": float(lone_days(match.left.value, match.right.value, match.affinity.alone)),
        "beside": float(match.affinity.beside),
        "throughout": float(differ_throughout(match.left.value, match.right.value)),
        "small": float(small),
        "other noun": float(small and counts_another(match)),
        "rank": 1.0 if is_rank(match.left, match.right) else 0.0,
        "unanswered": float(min(setting.unanswered - 2, MOST)),
        "more values": float(min(setting.more_values, MOST)),
    }


def agreement_confidence(match: Match, setting: Setting) -> float:
    """The probability that two values that can both hold were meant to be the same."""
    sure = 0.9 if match.relation.bearing == "agree" else 0.8
    return sure * (0.4 + 0.6 * setting.pair_score) + 0.1 / (1 + math.exp(-match.affinity.odds))


def orders_apart(a: Value, b: Value) -> float:
    """How many powers of ten two figures lie apart, at most three; 0 for dates and slips of digit, scale or unit."""
    if not isinstance(a, NumberValue) or not isinstance(b, NumberValue) or slip(a, b) == 1:
        return 0.0
    if a.quantity == "measure" and figure(a) == figure(b):  # only the unit is another
        return 0.0
    first, second = map(figure, in_one_unit(a, b))
    if first <= 0 or second <= 0:
        return 0.0
    return min(3.0, abs(float(first.log10() - second.log10())))


def years_apart(a: Value, b: Value) -> float:
    """How many years two dates lie apart, as a logarithm to base 10, at most three; 0 for slips of a digit."""
    if not isinstance(a, DateValue) or not isinstance(b, DateValue):
        return 0.0
    first, second = year_of(a), year_of(b)
    if first is None or second is None or slip(a, b) or _is_slip_of(first, second):
        return 0.0
    return min(3.0, math.log10(1 + abs(first - second)))


def _is_slip_of(a: float, b: float) -> bool:
    first, second = str(int(a)), str(int(b))
    return one_digit_off(first, second) or exchanged(first, second)


def is_small(left: Mention, right: Mention) -> bool:
    """Whether a number in words is so small that languages say it in other ways too: "both", "a pair", the dual."""
    if all(any(map(str.isdigit, mention.text)) for mention in (left, right)):
        return False
    a, b = left.value, right.value
    if not isinstance(a, NumberValue) or not isinstance(b, NumberValue):
        return False
    both = (*in_one_unit(a, b), *in_one_unit(b, a))  # in either unit, whichever stands left
    return any(value.unit != "%" and figure(value) <= 2 for value in both)


def counts_another(match: Match) -> bool:
    """Whether two counts are said to be of things that hardly mean the same."""
    values = (match.left.value, match.right.value)
    counts = all(isinstance(value, NumberValue) and value.quantity == "count" for value in values)
    return counts and match.affinity.unit is not None and match.affinity.unit < UNLIKE


def is_rank(left: Mention, right: Mention) -> bool:
    """Whether both are ordinals, which idiom moves about: "in the fourth minute" answers «من أولى الدقائق»."""
    return all(isinstance(value, NumberValue) and value.ordinal for value in (left.value, right.value))
