"""Runs of units at an end of a longer span: "the first six months of 1997", «الأيام الثلاثة الأولى من أيار 1997»."""

from __future__ import annotations

import datetime
from dataclasses import replace

from align.calendars import days_in_month
from align.extraction.date_numerals import number_in_words
from align.extraction.date_points import month_first, year_after
from align.extraction.date_reader import Reader
from align.extraction.date_relative_counts import counted_units
from align.extraction.edtf import DateRange, PartialDate
from align.languages.date_words import Unit

_MONTHS_OF_YEAR = 12
_DAYS = {"day": 1, "week": 7}
Run = tuple[int, Unit, bool, int]  # how many of which unit, whether from the end, and the position after them


def run_of_units(reader: Reader, at: int) -> tuple[DateRange, int] | None:
    """The first or last few months of a year, or days of a month or a year."""
    run = _counted(reader, at + 1 if reader.form(at) in reader.words.articles else at)
    if run is None:
        return None
    count, unit, last, end = run
    position = reader.skip("of", end)
    month = month_first(reader, position)
    if month:
        date = month[0]
        value = _days(date, count * _DAYS[unit], last) if isinstance(date, PartialDate) and unit in _DAYS else None
        return (value, month[1]) if value else None
    year, after, era = year_after(reader, position, "gregorian")
    if year is None or era or year < 1 or not (position > end or reader.words.modifiers_follow):
        return None
    value = _of_year(year, count, unit, last)
    return (value, after) if value else None


def _counted(reader: Reader, at: int) -> Run | None:
    """ "first six months", «آخر ثلاثة أشهر», «الأشهر الستة الأولى»."""
    for role in ("first", "final"):
        lead = reader.phrase(role, at)
        counted = counted_units(reader, lead[1]) if lead else None
        if counted and counted[0] > 1:
            return counted[0], counted[1], role == "final", counted[2]
    unit = reader.phrase("unit", at) if reader.words.modifiers_follow else None
    if unit is None or unit[0][1] == 1:
        return None
    count, end = unit[0][1], unit[1]
    if count == 0:
        position = end + (reader.form(end) in reader.words.ordinal_prefixes)
        digits = reader.digits(position)
        number = (int(digits), position + 1) if digits else number_in_words(reader, position, limit=99)
        if number is None:
            return None
        count, end = number
    for role in ("first", "final"):
        closing = reader.phrase(role, end)
        if closing and count > 1:
            return count, unit[0][0], role == "final", closing[1]
    return None


def _days(month: PartialDate, count: int, last: bool) -> DateRange | None:
    if month.day or month.month is None or month.calendar == "islamic":
        return None
    length = days_in_month(month.year, month.month)
    if count >= length:
        return None
    low, high = (length - count + 1, length) if last else (1, count)
    return DateRange(replace(month, day=low), replace(month, day=high))


def _of_year(year: int, count: int, unit: Unit, last: bool) -> DateRange | None:
    if unit == "month" and count < _MONTHS_OF_YEAR:
        low, high = (_MONTHS_OF_YEAR - count + 1, _MONTHS_OF_YEAR) if last else (1, count)
        return DateRange(PartialDate(year, low), PartialDate(year, high))
    days = count * _DAYS.get(unit, 0)
    if not 0 < days < 365:
        return None
    span = datetime.timedelta(days=days - 1)
    ends = (datetime.date(year, 12, 31) - span, datetime.date(year, 12, 31))
    if not last:
        ends = (datetime.date(year, 1, 1), datetime.date(year, 1, 1) + span)
    low_day, high_day = (PartialDate(day.year, day.month, day.day) for day in ends)
    return DateRange(low_day, high_day)
