"""Arithmetic on days, weeks, months, years, decades and centuries around a reference date.

A period is its first and its last day. Weeks begin on Monday (ISO 8601).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable

from align.calendars import days_in_month
from align.languages.date_words import Part, Unit

Period = tuple[datetime.date, datetime.date]

_DAY = datetime.timedelta(days=1)
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "weekend": 7}


def period_of(unit: Unit, reference: datetime.date, shift: int) -> Period | None:
    """The day, week, month ... that holds the reference date, or one `shift` later."""
    try:
        if unit in _DAYS:
            return _days(unit, reference + shift * _DAYS[unit] * _DAY)
        return _months(unit, add_months(reference.replace(day=1), shift * _MONTHS[unit]))
    except (OverflowError, ValueError):
        return None


def _days(unit: Unit, day: datetime.date) -> Period:
    if unit == "day":
        return day, day
    monday = day - day.weekday() * _DAY
    return (monday + 5 * _DAY if unit == "weekend" else monday), monday + 6 * _DAY


def _months(unit: Unit, day: datetime.date) -> Period:
    year, month = day.year, day.month
    length = _MONTHS[unit]
    if unit == "quarter":
        month = (month - 1) // 3 * 3 + 1
    elif unit != "month":
        month = 1
        # Decades begin with a year in 0, centuries with a year in 1.
        year = {"year": year, "decade": year // 10 * 10, "century": (year - 1) // 100 * 100 + 1}[unit]
    first = datetime.date(year, month, 1)
    return first, add_months(first, length) - _DAY


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day some months on, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def moved(day: datetime.date, steps: list[tuple[int, Unit]], sign: int) -> datetime.date | None:
    """The day that lies some years, months and days after (`sign` 1) or before (-1) another."""
    try:
        for count, unit in sorted(steps, key=lambda step: -_MONTHS.get(step[1], 0)):
            if unit in _MONTHS:
                day = add_months(day, sign * count * _MONTHS[unit])
            else:
                day += sign * count * _DAYS[unit] * _DAY
    except (OverflowError, ValueError):
        return None
    return day


def stretch(reference: datetime.date, count: int, unit: Unit, sign: int) -> Period | None:
    """The next (1) or last (-1) few units, the reference day not included; decades and centuries are whole."""
    if unit in ("decade", "century"):
        nearest, farthest = period_of(unit, reference, sign), period_of(unit, reference, sign * count)
        if nearest is None or farthest is None:
            return None
        return min(nearest[0], farthest[0]), max(nearest[1], farthest[1])
    far = moved(reference, [(count, unit)], sign)
    if far is None:
        return None
    return (reference + _DAY, far) if sign > 0 else (far, reference - _DAY)


def part_of_period(period: Period, part: Part, unit: Unit) -> Period:
    """The early, middle or late part: of a week by days, of a month or year by halves, of more by thirds.

    "Early" and "late" of a running month or year are said of its halves; the middle overlaps both.
    """
    first, last = period
    length = (last - first).days + 1
    if unit in ("day", "weekend"):
        return period
    if unit == "week":
        low, high = {"early": (0, 2), "mid": (1, 4), "late": (3, 6)}[part]
        return first + low * _DAY, first + high * _DAY
    if unit == "month":
        low, high = {"early": (0, 14), "mid": (10, 19), "late": (15, length - 1)}[part]
        return first + low * _DAY, first + high * _DAY
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    cuts = {"early": (0, months // 2), "mid": (months // 3, 2 * months // 3), "late": (months // 2, months)}
    low, high = cuts[part]
    return add_months(first, low), add_months(first, high) - _DAY


def weekday_near(reference: datetime.date, weekday: int, which: int) -> datetime.date:
    """The last such day before the reference (-1), that of its week (0), or that of the next week (1)."""
    monday = reference - reference.weekday() * _DAY
    if which < 0:
        return reference - ((reference.weekday() - weekday - 1) % 7 + 1) * _DAY
    return monday + (weekday + 7 * which) * _DAY


def weekday_after(reference: datetime.date, weekday: int, _which: int) -> datetime.date:
    """The first such day after the reference: "this coming Friday"."""
    return reference + ((weekday - reference.weekday() - 1) % 7 + 1) * _DAY


def nth_weekday(reference: datetime.date, index: int, weekday: int) -> datetime.date | None:
    """The second Sunday and the like of the reference date's month."""
    first = reference.replace(day=1)
    day = first + ((weekday - first.weekday()) % 7 + 7 * (index - 1)) * _DAY
    return day if day.month == reference.month else None


def nth_week(period: Period, index: int) -> Period | None:
    """The n-th week of a month or year: the first is the one that holds its first Thursday, as in ISO 8601."""
    first = period[0]
    thursday = first + (3 - first.weekday()) % 7 * _DAY
    monday = thursday + (7 * (index - 1) - 3) * _DAY
    return (monday, monday + 6 * _DAY) if monday <= period[1] else None


def day_in_month_near(reference: datetime.date, day: int, weekday: int) -> datetime.date | None:
    """The nearest date with this day of the month and this weekday, the reference date's month first."""
    for shift in (0, -1, 1, -2, 2, -3, 3):
        month = add_months(reference.replace(day=1), shift)
        if day <= days_in_month(month.year, month.month) and month.replace(day=day).weekday() == weekday:
            return month.replace(day=day)
    return None


def occurrence(reference: datetime.date, which: int, period_in: Callable[[int], Period]) -> Period:
    """The last (-1), this year's (0) or the next (1) of a thing that comes once a year."""
    this = period_in(reference.year)
    if which < 0:
        return this if this[1] < reference else period_in(reference.year - 1)
    if which > 0:
        return this if this[0] > reference else period_in(reference.year + 1)
    return this
