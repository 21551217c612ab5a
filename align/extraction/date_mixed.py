"""Stretches of time with an end that depends on the day of writing: "from 5 May to today", "for a week from tomorrow".

They are read with a reference date only: without one, the absolute end says more as a date of its own.
"""

from __future__ import annotations

import datetime

from align.calendars import Day
from align.extraction.date_absolute import hedged_point, is_opened, joined_at
from align.extraction.date_numerals import day_at
from align.extraction.date_periods import Period, moved, period_of
from align.extraction.date_reader import Reader, Readers
from align.extraction.date_reference import (
    DAY,
    UNRESOLVED,
    Found,
    Reference,
    UnitPeriod,
    period_at,
    resolve_with,
)
from align.extraction.date_relative import relative_date
from align.extraction.date_relative_counts import steps_at
from align.extraction.edtf import DateChoice, DateRange, PartialDate, ResolvedDays
from align.languages.date_words import Unit

Value = PartialDate | DateRange | DateChoice | ResolvedDays
Parsed = tuple[ResolvedDays, int, int]
_COMMAS = frozenset(",\u060c")
_YEARS_AROUND = (-1, 0, 1)


def mixed_stretch(reader: Reader, at: int, reference: Reference) -> Parsed | None:
    """The stretch that begins at a token: its value, its first token, and the position after it."""
    found: Found | None = None
    for read in reader.fitting(STRETCHES, at):
        found = found or read(reader, at, reference)
    if found is None and reference is not None:
        found = _mixed_range(reader, at, reference)
    return (found[0], at, found[1]) if found else None  # type: ignore[return-value]


def following_periods(reader: Reader, reference: datetime.date) -> list[Parsed]:
    """ "The following day", «الشهر التالي», in a line without any other date that they could follow."""
    found: list[Parsed] = []
    position = 0
    while position < reader.count:
        period = _following_period(reader, position)
        if period is None:
            position += 1
            continue
        unit, shift, end = period
        value = resolve_with(reference, lambda day: period_of(unit, day, shift))  # noqa: B023
        found.append((value, position, end))
        position = end
    return found


def _following_period(reader: Reader, at: int) -> tuple[Unit, int, int] | None:
    if reader.words.modifiers_follow:
        unit = reader.phrase("unit", at)
        anaphor = reader.phrase("anaphor", unit[1]) if unit else None
        end = anaphor[1] if anaphor else at
    else:
        if reader.form(at) not in reader.words.articles:
            return None
        anaphor = reader.phrase("anaphor", at + 1)
        unit = reader.phrase("unit", anaphor[1]) if anaphor else None
        end = unit[1] if unit else at
    return (unit[0][0], anaphor[0], end) if unit and anaphor and unit[0][1] == 1 else None


def within_period(reader: Reader, at: int, reference: Reference) -> Found | None:
    """Days of a modified week or month: "next week between Wednesday and Friday", "this month from 4 to 22"."""
    period = period_at(reader, at)
    if period is None or period[1] not in ("week", "month"):
        return None
    position = reader.skip("between", period[2])
    between = position > period[2]
    position = position if between else reader.skip("opener", position)
    if position == period[2]:
        return None
    first = _day_in(reader, position, period[1])
    if first is None:
        return None
    joined = joined_at(reader, first[1], between)
    second = _day_in(reader, joined, period[1]) if joined is not None else None
    if second is None or second[0] <= first[0]:
        return None
    return resolve_with(reference, lambda day: _days_in(period, day, first[0], second[0])), second[1]


def _day_in(reader: Reader, at: int, unit: Unit) -> tuple[int, int] | None:
    return reader.phrase("weekday", at) if unit == "week" else day_at(reader, at)


def _days_in(period: UnitPeriod, reference: datetime.date, low: int, high: int) -> Period | None:
    whole = period[0](reference)
    if whole is None:
        return None
    start = whole[0] if period[1] == "week" else whole[0] - DAY
    last = start + high * DAY
    return (start + low * DAY, last) if last <= whole[1] else None


def _mixed_range(reader: Reader, at: int, reference: datetime.date) -> Found | None:
    """ "between now and November 15th", "from next Friday to 1 October 2020", «من 1 آب 2019 حتى اليوم»."""
    start = reader.skip("between", at)
    between = start > at
    if not between and not is_opened(reader, at):
        return None
    first = _end_of_range(reader, start, reference)
    if first is None:
        return None
    position = joined_at(reader, first[1], between)
    second = _end_of_range(reader, position, reference) if position is not None else None
    if second is None or not (isinstance(first[0], ResolvedDays) or isinstance(second[0], ResolvedDays)):
        return None
    whole = _joined(first[0], second[0])
    return (ResolvedDays(*whole), second[1]) if whole else None


def _end_of_range(reader: Reader, at: int, reference: datetime.date) -> tuple[Value, int] | None:
    now = reader.phrase("present", at)
    if now:
        return ResolvedDays(reference, reference), now[1]
    absolute = hedged_point(reader, at)
    relative = relative_date(reader, at, reference)
    if relative and (absolute is None or relative[2] > absolute[1]):
        return (relative[0], relative[2]) if relative[0] != UNRESOLVED else None
    return absolute


def _joined(first: Value, second: Value) -> Period | None:
    """From the first day of one to the last of the other. What one leaves open, a year or a week, the other settles."""
    low, high = _period(first), _period(second)
    if low is None and high is not None:
        low = max((span for span in _candidates(first, high[1].year) if span[0] <= high[1]), default=None)
    elif high is None and low is not None:
        high = min((span for span in _candidates(second, low[0].year) if span[1] >= low[0]), default=None)
    return (low[0], high[1]) if low and high and low[0] <= high[1] else None


def _period(value: Value) -> Period | None:
    """The days of a value, if it means one stretch of them only."""
    if isinstance(value, ResolvedDays):
        return (value.first, value.last) if value.first and value.last else None
    if isinstance(value, DateChoice) and not value.every:
        return None
    bounds = value.bounds()
    first, last = (_date(bounds[0]), _date(bounds[1])) if bounds else (None, None)
    return (first, last) if first and last else None


def _candidates(value: Value, year: int) -> list[Period]:
    """What an open value may mean about a year: each option of a choice, or the date in each year."""
    if isinstance(value, DateChoice):
        return [period for option in value.options if (period := _period(option))]
    if not isinstance(value, PartialDate) or value.year is not None or value.month is None:
        return []
    dated = (
        PartialDate(year + shift, value.month, value.day, value.calendar)
        for shift in _YEARS_AROUND
        if value.calendar == "gregorian"
    )
    return [period for date in dated if (period := _period(date))]


def _date(day: Day) -> datetime.date | None:
    try:
        return datetime.date(*day)
    except ValueError:
        return None


def _lasting(reader: Reader, at: int, reference: Reference) -> Found | None:
    """A length of time with its first day: "for 3 days starting next Monday", «لمدة أسبوع ابتداء من غد»."""
    if reference is None:
        return None
    opened = reader.phrase("for", at)
    read = steps_at(reader, opened[1]) if opened else None
    if read is None:
        return None
    steps, end = read
    position = end + 1 if reader.form(end) in _COMMAS else end
    starting = reader.phrase("starting", position)
    found = _end_of_range(reader, starting[1], reference) if starting else None
    if found is None:
        return None
    first = _period(found[0]) or min(
        (span for span in _candidates(found[0], reference.year) if span[0] >= reference), default=None
    )
    last = moved(first[0], steps, 1) if first else None
    return (ResolvedDays(first[0], last - DAY), found[1]) if first and last and last > first[0] else None


STRETCHES: Readers = (
    (within_period, ("article", "modifier", "unit"), ("modifier",), ("unit",), ("between", "opener")),
    (_lasting, ("for",), ("unit",), ("starting",)),
)
