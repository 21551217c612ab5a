"""Spans of time that the other passage tells as the distance of a date: "for 18 years" and «منذ 18 عاما».

What one language counts as a length, the other counts back from the day of writing. Such a span is told: it is held
against nothing, and nobody is told that the other passage lacks it. Where in a translation one span is left over and
on the other side one distance in the same unit, the two are one that was miswritten.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from decimal import Decimal

from align.comparison.relation import Relation
from align.comparison.units import convert
from align.model import DateOffset, DateValue, Mention, NumberValue

DIFFER = Relation(
    "conflict", "one tells a length of time, the other counts it back from the day of writing, and the two differ"
)
_UNITS = ("day", "week", "month", "year", "decade", "century")
_ROOM = 2  # days: months and years are not of one length


def told_as_distances(left: Sequence[Mention], right: Sequence[Mention]) -> set[Mention]:
    """The spans of either passage that the other tells as a distance, and not as a span as well."""
    return {*_told_by(left, right), *_told_by(right, left)}


def _told_by(spans: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    distances = [value for each in others if isinstance(value := each.value, DateValue) and _is_distance(value)]
    if not distances:
        return []
    lengths = {(v.low, v.high, v.unit) for each in others if isinstance(v := each.value, NumberValue)}
    return [
        each
        for each in spans
        if isinstance(value := each.value, NumberValue)
        and value.quantity == "duration"
        and (value.low, value.high, value.unit) not in lengths
        and any(_is_as_long(value, distance) for distance in distances)
    ]


def odd_spans(left: Sequence[Mention], right: Sequence[Mention], lone: Set[Mention]) -> tuple[Mention, Mention] | None:
    """The one lone span of either side and the one lone distance of the other, as a span, where both have one unit."""
    found = [*_odd(left, right, lone), *((span, distance) for distance, span in _odd(right, left, lone))]
    return found[0] if len(found) == 1 else None


def _odd(spans: Sequence[Mention], others: Sequence[Mention], lone: Set[Mention]) -> Iterator[tuple[Mention, Mention]]:
    lengths = [each for each in spans if each in lone and _is_length(each.value)]
    distances = [span for each in others if each in lone and (span := _as_length(each)) is not None]
    if len(lengths) == len(distances) == 1:
        length, distance = lengths[0].value, distances[0].value
        assert isinstance(length, NumberValue) and isinstance(distance, NumberValue)
        if length.unit == distance.unit and length.low != distance.low:
            yield lengths[0], distances[0]


def _is_length(value: object) -> bool:
    if not isinstance(value, NumberValue) or value.quantity != "duration" or value.approximate:
        return False
    return value.low is not None and value.low == value.high and value.low % 1 == 0


def _as_length(mention: Mention) -> Mention | None:
    """A distance as the length of time that it counts: «منذ 42 عاما» as 42 years."""
    if not isinstance(mention.value, DateValue) or not _is_distance(mention.value):
        return None
    assert mention.value.offset is not None
    count = Decimal(mention.value.offset.count)
    if count == 1:  # «قبل يوم» is told where no day is counted
        return None
    unit = next((unit for unit in _UNITS if _lies_as_far(count, unit, mention.value.offset)), None)
    length = NumberValue(count, count, unit=unit or "", quantity="duration")
    return replace(mention, kind="number", value=length) if unit else None


def _is_distance(value: DateValue) -> bool:
    return value.offset is not None and value.offset.count > 0 and bool(value.offset.days)


def _is_as_long(span: NumberValue, distance: DateValue) -> bool:
    if span.low is None or span.low != span.high or distance.offset is None or span.low != distance.offset.count:
        return False
    return _lies_as_far(span.low, span.unit, distance.offset)


def _lies_as_far(count: Decimal, unit: str, offset: DateOffset) -> bool:
    days = convert(count, unit, "day")
    nearest, farthest = sorted(abs(end) for end in offset.days[0])
    return days is not None and nearest - _ROOM <= days <= farthest + _ROOM
