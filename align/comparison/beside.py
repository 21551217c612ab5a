"""What else the passages of two values have in common: other values, of their sentences and of the next, that agree."""

from __future__ import annotations

from collections.abc import Iterator

from align.comparison.bearing import relate
from align.contexts import ValuePlaces
from align.model import NumberValue, Value

MOST = 2  # more agreeing values say no more
MOST_KNOWN = 1 << 16  # answers remembered at once: values near each other ask the same again, one after the other


class Beside:
    """Counts the agreeing values beside two, given by their indices in the places of two documents."""

    def __init__(self, left: ValuePlaces, right: ValuePlaces) -> None:
        self._left, self._right = left, right
        self._firsts = _firsts(left), _firsts(right)
        self._known: dict[tuple[int, int], bool] = {}  # no cache of a method: a cycle would keep both documents

    def count(self, left: int, right: int) -> int:
        """How many other values of both sentences, and of those next to them, agree, up to `MOST`."""
        lefts, rights = list(self._around(0, left)), list(self._around(1, right))
        answered = sum(any(self._agree(a, b) for b in rights) for a in lefts)
        if not answered:
            return 0
        # One value may answer several that a text repeats: the side with fewer counts.
        return min(MOST, answered, sum(any(self._agree(a, b) for a in lefts) for b in rights))

    def _around(self, side: int, number: int) -> Iterator[int]:
        places = (self._left, self._right)[side]
        sentence = places.sentences[number]
        for at in range(sentence - 1, sentence + 2):
            for other in places.by_sentence.get(at, ()):
                if other != number:
                    yield self._firsts[side][other]

    def _agree(self, left: int, right: int) -> bool:
        known = self._known.get((left, right))
        if known is None:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            known = self._known[left, right] = self._agreeing(left, right)
        return known

    def _agreeing(self, left: int, right: int) -> bool:
        a, b = self._left.mentions[left], self._right.mentions[right]
        if self._left.sorts[left] != self._right.sorts[right] or _differ(a.value, b.value):
            return False
        return relate(a, b).bearing == "agree"


def _differ(left: Value, right: Value) -> bool:
    """Whether two figures of one unit differ: of most values that is known without `relate`, which asks more."""
    if not isinstance(left, NumberValue) or not isinstance(right, NumberValue) or left.quantity != right.quantity:
        return False
    one_unit = left.quantity == "count" or left.unit == right.unit
    return one_unit and left.low == left.high and right.low == right.high and left.low != right.low


def _firsts(places: ValuePlaces) -> list[int]:
    """For each value the first that is equal to it: what is known of one need not be asked of the others."""
    found: dict[tuple[str, Value], int] = {}
    keys = zip(places.sorts, (mention.value for mention in places.mentions), strict=True)
    return [found.setdefault(key, number) for number, key in enumerate(keys)]
