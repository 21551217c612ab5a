"""Islamic days beside the Gregorian day that the text equates them with: «5 صفر 1355هـ الموافق 27 نيسان 1936»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from align.calendars import Day, day_number
from align.extraction.edtf import PartialDate

Value = TypeVar("Value")

_NEAR = 16  # characters between the two: a slash, brackets, "corresponding to"
_SIGHTING = 2  # days by which the sighted and the computed calendar may differ


def with_stated_days(found: Sequence[tuple[Value, int, int]]) -> list[tuple[Value, int, int]]:
    """Give an Islamic day the Gregorian day beside it, if that is within the two days that sighting explains.

    A larger difference stays: it is a contradiction in the text, and worth finding.
    """
    result = list(found)
    for index in range(len(result) - 1):
        (first, _, end), (second, start, _) = result[index], result[index + 1]
        if start - end > _NEAR:
            continue
        for place, islamic, gregorian in ((index, first, second), (index + 1, second, first)):
            day = _stated_day(islamic, gregorian)
            if day is not None:
                result[place] = (replace(islamic, stated=day), *result[place][1:])  # type: ignore[type-var]
    return result


def _stated_day(islamic: object, gregorian: object) -> Day | None:
    if not (isinstance(islamic, PartialDate) and isinstance(gregorian, PartialDate)):
        return None
    if (islamic.calendar, gregorian.calendar) != ("islamic", "gregorian") or not (islamic.day and gregorian.day):
        return None
    computed, stated = islamic.bounds(), gregorian.bounds()
    if computed is None or stated is None:
        return None
    return stated[0] if abs(day_number(stated[0]) - day_number(computed[0])) <= _SIGHTING else None
