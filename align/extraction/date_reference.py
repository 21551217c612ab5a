"""What relative dates share: resolving against a reference date, and a unit with its modifier ("last week")."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from align.extraction.date_periods import Period, period_of
from align.extraction.date_reader import Reader
from align.extraction.edtf import DateChoice, PartialDate, ResolvedDays
from align.languages.date_words import Unit
from align.model import DateOffset

Reference = datetime.date | None
Value = ResolvedDays | DateChoice | PartialDate
Found = tuple[Value, int]
UnitPeriod = tuple[Callable[[datetime.date], Period | None], Unit, int]  # how to resolve it, its unit, position after

UNRESOLVED = ResolvedDays()
DAY = datetime.timedelta(days=1)
# Sample days of writing: every weekday, all parts of a month, the first and the last day of a year. What two relative
# expressions have in common on every one of them, or on none, they have in common on every day, or on none.
_DAYS_OF_WRITING = tuple(datetime.date(2001, 1, 1) + 52 * index * DAY for index in range(8))


def resolved_days(period: Period | None, approximate: bool = False) -> ResolvedDays:
    return ResolvedDays(*period, approximate=approximate) if period else UNRESOLVED


def resolve_with(reference: Reference, resolve: Callable[[datetime.date], Period | None]) -> ResolvedDays:
    """What a reference date makes of a period; without one, how far the period is from the day of writing.

    Nothing is resolved where years run out.
    """
    if reference is None:
        return ResolvedDays(offset=offset_of(resolve))
    try:
        return resolved_days(resolve(reference))
    except (OverflowError, ValueError):
        return UNRESOLVED


def offset_of(resolve: Callable[[datetime.date], Period | None]) -> DateOffset | None:
    """What an expression means on each of the sample days of writing, in days from there."""
    days = []
    for today in _DAYS_OF_WRITING:
        try:
            period = resolve(today)
        except (OverflowError, ValueError):
            return None
        if period is None:
            return None
        days.append(((period[0] - today).days, (period[1] - today).days))
    return DateOffset(tuple(days))


def noting(found: ResolvedDays, **notes: Any) -> ResolvedDays:
    """What was found, with further fields of its offset, if it has one."""
    return replace(found, offset=replace(found.offset, **notes)) if found.offset else found


def one_day(day: datetime.date | None) -> Period | None:
    return (day, day) if day else None


def modifier_at(reader: Reader, at: int) -> tuple[int, int] | None:
    return reader.phrase("modifier", at)


def period_at(reader: Reader, at: int) -> UnitPeriod | None:
    """A modified unit ("last week", «العام المقبل», «هذا الشهر»): how to resolve it, its unit, the position after."""
    if not reader.words.modifiers_follow:
        position = at + 1 if reader.form(at) in reader.words.articles else at
        modifier = modifier_at(reader, position)
        unit = reader.phrase("unit", modifier[1]) if modifier else None
        if modifier is None or unit is None:
            return None
        if unit[0][0] == "day" and reader.form(position - 1) in reader.words.articles:
            return None  # "the last day", "the next day" are told from the story's point of view
        if reader.form(position - 1) in reader.words.articles and reader.skip("of", unit[1]) > unit[1]:
            return None  # "the last weekend of January"
        shift, end = modifier[0], unit[1]
    else:
        lead = modifier_at(reader, at)
        if lead and lead[0] != 0:
            return None
        unit = reader.phrase("unit", lead[1] if lead else at)
        if unit is None or (
            lead and not reader.form(lead[1]).startswith(tuple(reader.words.article_prefixes.values()))
        ):
            return None  # «صورته هذه عام 1645»
        modifier = modifier_at(reader, unit[1])
        if modifier is None and lead is None:
            return None
        shift, end = (0, unit[1]) if modifier is None or lead else modifier
    (name, count), _ = unit
    if count == 0 or (count == 2 and reader.words.modifiers_follow):
        return None
    return (lambda day: period_of(name, day, shift)), name, end


def plain_period_at(reader: Reader, at: int) -> UnitPeriod | None:
    """The running unit without a modifier, as in "rest of the week", «نهاية الشهر»."""
    position = at
    while reader.form(position) in reader.words.articles or reader.form(position) in reader.words.possessives:
        position += 1
    unit = reader.phrase("unit", position)
    if unit is None or unit[0][1] == 0 or (position == at and not reader.words.modifiers_follow):
        return None
    if is_label(reader, unit[1]):
        return None
    name = unit[0][0]
    return (lambda day: period_of(name, day, 0)), name, unit[1]


def is_label(reader: Reader, end: int) -> bool:
    """Whether a unit introduces a date («عام 1996», «شهر أيلول») and is no length of time."""
    return reader.is_number(end) or any(reader.phrase(role, end) for role in ("month", "islamic_month", "weekday"))
