"""What speaks for a pair beside its vectors: shared names, what is counted, and the time that is told of.

No value under comparison takes part. A passage's own dates are left out of its time; of its numbers only the
counted nouns are looked at, and how many there are. So a wrong year or figure leaves every pair as it is.
"""

from __future__ import annotations

import bisect
import statistics
from collections.abc import Sequence

import numpy as np

from align.encode import TextVectors
from align.model import DateValue, DocumentAnalysis, Mention, NumberValue, Span
from align.names.shared import NamePlaces, SharedNames
from align.pairing.passages import Passage
from align.pairing.similarity import Floats, Integers
from align.translations import SharedWords

UNSAID = 0.3  # likeness of counted nouns where one side leaves its noun unsaid
UNKNOWN_TIME = 0.5
NEAREST_DATES = 3
FEATURES = ("shared_names", "unshared_names", "unit", "same_kinds", "time")
COUNTS = ("numbers_apart", "dates_apart")


class Evidence:
    """Measures pairs of passages of two documents."""

    def __init__(
        self, left: DocumentAnalysis, right: DocumentAnalysis, names: SharedNames, vectors: TextVectors
    ) -> None:
        self._names = names
        self._languages = left.document.language, right.document.language
        self._left, self._right = _Side(left, names.left), _Side(right, names.right)
        units = list(dict.fromkeys((*self._left.units, *self._right.units)))
        table = vectors(units)
        self._units = {unit: table[at] for at, unit in enumerate(units)}

    def measure(self, left: Sequence[Passage], right: Sequence[Passage], rows: Integers, columns: Integers) -> Floats:
        """Features of each pair (rows[n], columns[n]), shape (n, len(FEATURES)), in the order of `FEATURES`."""
        a = [self._left.facts(passage) for passage in left]
        b = [self._right.facts(passage) for passage in right]
        return np.array([self._pair(a[i], b[j]) for i, j in zip(rows, columns, strict=True)]).reshape(-1, len(FEATURES))

    def measure_counts(
        self, left: Sequence[Passage], right: Sequence[Passage], rows: Integers, columns: Integers
    ) -> Floats:
        """By how many numbers each pair differs, and whether one side alone is dated, shape (n, len(COUNTS))."""
        sides = ([self._left.facts(passage) for passage in left], [self._right.facts(passage) for passage in right])
        a, b = (np.array([(len(facts.numbers), facts.dated) for facts in side], dtype=np.float64) for side in sides)
        return np.asarray(np.abs(a[rows] - b[columns]), dtype=np.float64)

    def shared_words(self, left: Sequence[Passage], right: Sequence[Passage]) -> SharedWords:
        """What the words of passages of both documents say in common."""
        return SharedWords(self._languages, [passage.masked for passage in left], [passage.masked for passage in right])

    def left_has_values(self, passage: Passage) -> bool:
        return self._left.facts(passage).has_values

    def right_has_values(self, passage: Passage) -> bool:
        return self._right.facts(passage).has_values

    def _pair(self, a: _Facts, b: _Facts) -> tuple[float, ...]:
        shared, unshared = self._names.weight(a.names & b.names), self._names.weight(a.names ^ b.names)
        unit = max((self._likeness(x, y) for x in a.numbers for y in b.numbers), default=0.0)
        kinds = float(bool(a.dated and b.dated) + bool(a.numbers and b.numbers)) / 2
        time = UNKNOWN_TIME
        if a.year is not None and b.year is not None:
            time = float(np.exp(-2 * abs(a.year - b.year)))
        return shared, unshared, unit, kinds, time

    def _likeness(self, x: NumberValue, y: NumberValue) -> float:
        if x.quantity != y.quantity:
            return 0.0
        if not x.unit or not y.unit:
            return UNSAID
        return max(0.0, float(np.dot(self._units[x.unit], self._units[y.unit])))


class _Facts:
    """What one passage names, counts and dates."""

    __slots__ = ("dated", "names", "numbers", "year")

    def __init__(self, mentions: Sequence[Mention], names: frozenset[int], year: float | None) -> None:
        self.names = names
        self.numbers = [m.value for m in mentions if isinstance(m.value, NumberValue)]
        self.dated = any(isinstance(m.value, DateValue) and m.value.edtf for m in mentions)
        self.year = year

    @property
    def has_values(self) -> bool:
        return self.dated or bool(self.numbers)


class _Side:
    """One document's mentions by place, and the time that each of its sentences is about."""

    def __init__(self, analysis: DocumentAnalysis, names: NamePlaces) -> None:
        self._mentions = analysis.mentions
        self._starts = [mention.start for mention in analysis.mentions]
        self._names = names
        self._years = _times(analysis)
        self.units = [m.value.unit for m in analysis.mentions if isinstance(m.value, NumberValue) and m.value.unit]

    def facts(self, passage: Passage) -> _Facts:
        first = bisect.bisect_left(self._starts, passage.start)
        last = bisect.bisect_left(self._starts, passage.end)
        mentions = [mention for mention in self._mentions[first:last] if mention.end <= passage.end]
        named = self._names.within(Span(passage.start, passage.end))
        return _Facts(mentions, named, self._years[passage.segment])


def _times(analysis: DocumentAnalysis) -> list[float | None]:
    """For each sentence the median of the nearest dates outside it, in years: the time of the narrative there."""
    starts = [segment.start for segment in analysis.segments]
    dated = [
        (bisect.bisect_right(starts, mention.start) - 1, year)
        for mention in analysis.mentions
        if isinstance(mention.value, DateValue) and (year := _year(mention.value)) is not None
    ]
    places = [place for place, _ in dated]
    times: list[float | None] = []
    for number in range(len(starts)):
        before = bisect.bisect_left(places, number)
        after = bisect.bisect_right(places, number)
        around = dated[max(0, before - NEAREST_DATES) : before] + dated[after : after + NEAREST_DATES]
        # A date before tells the time more surely than one after it.
        nearest = sorted(around, key=lambda d: abs(d[0] - number) + (0.3 if d[0] > number else 0.0))[:NEAREST_DATES]
        times.append(statistics.median(year for _, year in nearest) if nearest else None)
    return times


def _year(value: DateValue) -> float | None:
    if value.earliest is None or value.earliest.startswith("-"):
        return None
    return int(value.earliest[:4]) + (int(value.earliest[5:7]) - 1) / 12
