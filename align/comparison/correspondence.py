"""Correspondence: how likely two values of two whole texts tell the same thing, whatever passages they stand in.

In retellings a fact that is a sentence in one text is a clause, or a line of a fact box, in the other, and no vector of
passages finds it. What is said around the values counts, and here alone what they are counts too: equal values and
those that differ as two accounts of one thing do (9 January 1960 and 1961) are seldom told of two things.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import regex

from align.comparison.affinity import WEIGHTS as AROUND
from align.comparison.affinity import Surroundings, weigh
from align.comparison.alone import discrepancy, stated
from align.comparison.bearing import relate
from align.comparison.narrative import year_of
from align.comparison.numbers import in_one_unit, is_vague
from align.comparison.slips import YEARLESS, figure, stated_edtf
from align.comparison.told import is_told
from align.contexts import ValuePlaces
from align.model import DateValue, Mention, NumberValue, Pair, Value

# Fitted together with the weights of what is said around values. `elsewhere` is the score of the surest pair that
# either sentence is in with another one, if that is surer than the pair of the two, `around` that of the surest pair of
# those near by, and `beside` how many other values of the two sentences and of those next to them agree. Equal values
# are the more `common` the more often both texts give them. Values that exclude each other are `alone` where neither
# has its equal anywhere in the other text.
WEIGHTS: Mapping[str, float] = {
    "elsewhere": -1.75,
    "around": 0.71,
    "beside": 0.37,
    "agree": 7.1,
    "compatible": 6.12,
    "told": -0.98,
    "month alone": -1.79,
    "vague": -3.43,
    "exact": 2.19,
    "loose": -0.62,
    "rank": -1.8,
    "slip": 4.47,
    "alone": 2.36,
    "common": -0.84,
    "years": -0.39,
    "orders": -1.48,
}
NEAR = 2  # sentences to either side of two, whose pairs speak for a pair of these
MOST_TIMES = 64  # that two texts give two values, multiplied
MOST_YEARS = 4.0  # logarithm of the months between two dates
UNKNOWN_YEARS = 2.0
_MONTH = regex.compile(r"(?P<year>\d{4}|XXXX)-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?")
MOST_ORDERS = 3.0  # powers of ten between two figures


class Correspondences:
    """Measures two values, given by their indices in the surroundings of two documents."""

    def __init__(self, surroundings: Surroundings, pairs: Sequence[Pair]) -> None:
        self._surroundings = surroundings
        self._left, self._right = surroundings.contexts.left, surroundings.contexts.right
        self._said = [
            Counter(stated(mention.value) for mention in places.mentions) for places in (self._left, self._right)
        ]
        self._scores, self._best = _scores(pairs, self._left, self._right)

    def odds(self, left: int, right: int) -> float:
        """The log odds that two values of one sort tell the same thing."""
        measured = self.measure(left, right)
        return weigh(measured, AROUND) + weigh(measured, WEIGHTS)

    def measure(self, left: int, right: int) -> dict[str, float]:
        """All that is known of two values, by the names of both tables of weights."""
        a, b = self._left.mentions[left], self._right.mentions[right]
        values = _values(a, b, self._surroundings.alone.both(a, b))
        values["common"] = self._commonness(a, b) if values["agree"] else 0.0
        return self._surroundings.measure(a, b) | self._passages(left, right) | values

    def _commonness(self, left: Mention, right: Mention) -> float:
        """How often both texts give the values, as a logarithm: where both say "four" often, two of them say little."""
        times = self._said[0][stated(left.value)] * self._said[1][stated(right.value)]
        return math.log2(max(1, min(MOST_TIMES, times)))

    def _passages(self, left: int, right: int) -> dict[str, float]:
        i, j = self._left.sentences[left], self._right.sentences[right]
        own, other = self._scores.get((i, j), 0.0), max(self._best[0].get(i, 0.0), self._best[1].get(j, 0.0))
        near = range(-NEAR, NEAR + 1)
        around = max(self._scores.get((i + x, j + y), 0.0) for x in near for y in near if x or y)
        return {
            "elsewhere": other if other > own else 0.0,
            "around": around,
            "beside": float(self._surroundings.beside.count(left, right)),
        }


def _values(left: Mention, right: Mention, alone: bool) -> dict[str, float]:
    """What two values are to each other; `alone` says that neither text has the other's."""
    a, b = left.value, right.value
    bearing = relate(left, right).bearing
    conflicts = bearing == "conflict"
    return {
        "agree": float(bearing == "agree"),
        "compatible": float(bearing == "compatible"),
        "told": float(bearing in ("agree", "compatible") and _one_is_told(a, b)),
        "month alone": float(bearing == "compatible" and _share_month_alone(a, b)),
        "vague": float(bearing == "compatible" and (is_vague(a) or is_vague(b))),
        "exact": min(_exactness(left), _exactness(right)) if bearing == "agree" else 0.0,
        "loose": max(_looseness(a), _looseness(b)) if bearing == "compatible" else 0.0,
        "rank": float(all(isinstance(value, NumberValue) and value.ordinal for value in (a, b))),
        "slip": discrepancy(a, b, alone) if conflicts else 0.0,
        "alone": float(conflicts and alone),
        "years": _months_apart(a, b) if isinstance(a, DateValue) and isinstance(b, DateValue) else 0.0,
        "orders": _orders_apart(a, b) if isinstance(a, NumberValue) and isinstance(b, NumberValue) else 0.0,
    }


def _one_is_told(a: Value, b: Value) -> bool:
    """Whether one of two dates, and not the other, is told by its distance from another date."""
    return isinstance(a, DateValue) and isinstance(b, DateValue) and is_told(a) != is_told(b)


def _exactness(mention: Mention) -> float:
    """How much a value says by itself: days and months of a date, digits of a figure; "hundreds" says nothing."""
    if isinstance(mention.value, DateValue):
        return (mention.value.edtf or "").rstrip("~?%").count("-") / 2
    if not isinstance(mention.value, NumberValue) or mention.value.low != mention.value.high:
        return 0.0
    size = abs(float(figure(mention.value)))
    return min(MOST_ORDERS, math.log10(max(1.0, size))) / MOST_ORDERS


def _looseness(value: Value) -> float:
    """How little a vague value says, in powers of ten: years in a span of time, the width of a range, an open end."""
    if isinstance(value, DateValue):
        if value.earliest is None or value.latest is None or value.earliest.startswith("-"):
            return 0.0
        return max(0.0, math.log10(1 + int(value.latest[:4]) - int(value.earliest[:4])))
    if isinstance(value, NumberValue):
        if value.low is None or value.high is None:
            return 1.0
        return math.log10(max(1.0, float(value.high))) - math.log10(max(1.0, float(value.low)))
    return 0.0


def _months_apart(left: DateValue, right: DateValue) -> float:
    a, b = year_of(left), year_of(right)
    if a is None or b is None or left.inferred or right.inferred:
        return _months_apart_in_a_year(left.edtf or "", right.edtf or "")
    return min(MOST_YEARS, math.log1p(12 * abs(a - b)))


def _months_apart_in_a_year(left: str, right: str) -> float:
    """Where a year is left unsaid: by the months, as if the years were one."""
    a, b = _MONTH.match(left), _MONTH.match(right)
    return math.log1p(abs(int(a["month"]) - int(b["month"]))) if a and b else UNKNOWN_YEARS


def _share_month_alone(a: Value, b: Value) -> bool:
    """Whether one date leaves out its year and the other its day: "23 February" and "February 2004"."""
    if not isinstance(a, DateValue) or not isinstance(b, DateValue):
        return False
    dates = [_MONTH.match(stated_edtf(value)) for value in (a, b)]
    stated = [(date["year"] != YEARLESS, bool(date["day"])) for date in dates if date]
    return sorted(stated) == [(False, True), (True, False)]


def _orders_apart(left: NumberValue, right: NumberValue) -> float:
    return max(_orders_in_one_unit(left, right), _orders_in_one_unit(right, left))  # whichever stands left


def _orders_in_one_unit(left: NumberValue, right: NumberValue) -> float:
    a, b = (max(0.1, float(abs(figure(value)))) for value in in_one_unit(left, right))
    return min(MOST_ORDERS, abs(math.log10(a) - math.log10(b)))


def _scores(
    pairs: Sequence[Pair], left: ValuePlaces, right: ValuePlaces
) -> tuple[dict[tuple[int, int], float], tuple[dict[int, float], dict[int, float]]]:
    """The scores of pairs by the sentences that they bring together, and the best score of each sentence."""
    scores: dict[tuple[int, int], float] = {}
    for pair in pairs:
        rows, columns = left.sentences_of(pair.left), right.sentences_of(pair.right)
        for key in ((i, j) for i in rows for j in columns):
            scores[key] = max(scores.get(key, 0.0), pair.score)
    best: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for key, score in scores.items():
        for side, sentence in zip(best, key, strict=True):
            side[sentence] = max(side.get(sentence, 0.0), score)
    return scores, best
