"""Spans of time that the other passage tells as the distance of a date: "for 18 years" and «منذ 18 عاما».

What one language counts as a length, the other counts back from the day of writing. Such a span is told: it is held
against nothing, and nobody is told that the other passage lacks it.
"""

from __future__ import annotations

from collections.abc import Sequence

from align.comparison.units import convert
from align.model import DateValue, Mention, NumberValue

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


def _is_distance(value: DateValue) -> bool:
    return value.offset is not None and value.offset.count > 0 and bool(value.offset.days)


def _is_as_long(span: NumberValue, distance: DateValue) -> bool:
    if span.low is None or span.low != span.high or distance.offset is None or span.low != distance.offset.count:
        return False
    days = convert(span.low, span.unit, "day")
    nearest, farthest = sorted(abs(end) for end in distance.offset.days[0])
    return days is not None and nearest - _ROOM <= days <= farthest + _ROOM
