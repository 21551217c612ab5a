"""The date that a phrase counts from, and what the phrase makes of it: the 5th of May, and the 8th three days later."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from align.calendars import days_in_month
from align.extraction.date_periods import Period, add_months, moved, occurrence, period_of
from align.extraction.date_reference import DAY, offset_of, one_day
from align.extraction.date_told import Told
from align.extraction.edtf import PartialDate, ResolvedDays
from align.model import DateOffset, DateValue

Value = PartialDate | ResolvedDays

_YEARLESS = re.compile(r"XXXX-(0[1-9]|1[0-2])(?:-(\d\d))?~?")
LONGEST_PART = 20  # days of a part of a month that days and weeks may be counted from
_CHOICES = ("[", "{")
# Stand for a year that the text leaves out: what comes out at one place in both does so in any year.
_SAMPLE_YEARS = (2000, 2001)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The days of a date, once for each sample year where it states none, and its EDTF string."""

    periods: tuple[Period, ...]
    edtf: str


def anchor_of(value: DateValue) -> Anchor | None:
    """A date that can be counted from: its days are known, or at least its month."""
    edtf = value.edtf
    if edtf is None or edtf.startswith(_CHOICES) or value.impossible_day is not None:
        return None
    if value.earliest and value.latest:
        try:
            period = datetime.date.fromisoformat(value.earliest), datetime.date.fromisoformat(value.latest)
        except ValueError:  # before Christ
            return None
        return Anchor((period,), edtf)
    stated = _YEARLESS.fullmatch(edtf)
    if stated is None or edtf.startswith("XXXX-02-29"):
        return None
    month, day = int(stated[1]), int(stated[2] or 0)
    return Anchor(tuple(_days(year, month, day) for year in _SAMPLE_YEARS), edtf)


def _days(year: int, month: int, day: int) -> Period:
    first = datetime.date(year, month, day or 1)
    return first, first.replace(day=day or days_in_month(year, month))


def date_from(told: Told, anchor: Anchor) -> DateValue | None:
    """The date that a phrase tells, counted from the one before; None where that is not exact enough for it."""
    try:
        found = [_resolve(told, *period) for period in anchor.periods]
    except (OverflowError, ValueError):
        return None
    value = found[0] if len(found) == 1 else _without_year(found)
    if value is None:
        return None
    return replace(value.value(), inferred=True, offset=_offset(told, anchor))


def _without_year(found: list[Value | None]) -> PartialDate | None:
    dates = [replace(each, year=None) for each in found if isinstance(each, PartialDate)]
    same = len(dates) == len(found) and all(date == dates[0] for date in dates)
    return dates[0] if same and (dates[0].month or dates[0].span == "season") else None


def _offset(told: Told, anchor: Anchor) -> DateOffset:
    steps = list(told.steps)
    away = offset_of(lambda day: one_day(moved(day, steps, 1))) if steps else None
    count = abs(steps[0][0]) if len(steps) == 1 else 0
    of_month = told.day is not None
    return DateOffset(away.days if away else (), count=count, vague=told.approximate, anchor=anchor.edtf, sure=of_month)


def _resolve(told: Told, first: datetime.date, last: datetime.date) -> Value | None:
    """By the unit: a day is counted from a day, a month from a day or a month, a year from whatever lies in one."""
    if told.unit in ("day", "week"):
        return _days_on(told, first) if first == last else _days_on_from_few(told, first, last)
    if told.unit == "month":
        return _month_on(told, first, last) if (first.year, first.month) == (last.year, last.month) else None
    return _year_on(told, first, last) if first.year == last.year else None


def _days_on(told: Told, day: datetime.date) -> Value | None:
    if told.steps:
        there = moved(day, list(told.steps), 1)
        rounded = told.approximate or (not told.exact and any(unit != "day" for _, unit in told.steps))
        return _day(there, rounded) if there else None
    if told.unit == "week":
        week = period_of("week", day, told.shift)
        return ResolvedDays(*week) if week else None
    return _day(day + told.shift * DAY)


def _days_on_from_few(told: Told, first: datetime.date, last: datetime.date) -> PartialDate | None:
    """ "Four weeks later" than the middle of August is about September."""
    if not told.steps or (last - first).days >= LONGEST_PART:
        return None
    ends = [moved(day, list(told.steps), 1) for day in (first, last)]
    months = {(day.year, day.month) for day in ends if day}
    return PartialDate(*months.pop(), approximate=True) if len(months) == 1 and all(ends) else None


def _day(day: datetime.date, approximate: bool = False) -> PartialDate:
    return PartialDate(day.year, day.month, day.day, approximate=approximate)


def _month_on(told: Told, first: datetime.date, last: datetime.date) -> Value | None:
    is_day = first == last
    if told.day:
        # A narrative goes forward: an earlier day would be of another month.
        fits = told.day <= days_in_month(first.year, first.month) and (not is_day or told.day >= first.day)
        return PartialDate(first.year, first.month, told.day) if fits else None
    there = moved(first, list(told.steps), 1) if told.steps else add_months(first.replace(day=1), told.shift)
    if there is None:
        return None
    if told.exact and is_day:
        return _day(there)
    rounded = told.approximate or (is_day and bool(told.steps))
    return PartialDate(there.year, there.month, part=told.part, approximate=rounded)


def _year_on(told: Told, first: datetime.date, last: datetime.date) -> Value | None:
    if told.month or told.season:
        return _of_year(told, first, last)
    if not told.steps:
        return PartialDate(first.year + told.shift, part=told.part)
    there = moved(first, list(told.steps), 1)
    if there is None:
        return None
    if told.exact and first == last:
        return _day(there)
    return PartialDate(there.year, approximate=told.approximate or told.unit == "decade")


def _of_year(told: Told, first: datetime.date, last: datetime.date) -> PartialDate:
    """ "The following January" is the next one; "the autumn of that year", "of the next year" say which year."""
    month = told.month or 3 * ((told.season or 0) - 21) + 3
    year = first.year + told.shift
    if told.nearest and told.shift:
        beside = last if told.shift > 0 else first
        year = occurrence(beside, told.shift, lambda year: _days(year, month, 0))[0].year
    if told.season:
        return PartialDate(year, span="season", index=told.season, part=told.part)
    return PartialDate(year, month, part=told.part)
