"""Counted parts of longer spans: "the last week of July", "first Monday in May", «النصف الأول من القرن العشرين»."""

from __future__ import annotations

import datetime
from dataclasses import replace

from align.calendars import days_in_month
from align.extraction.date_numerals import day_at
from align.extraction.date_points import month_first, year_after
from align.extraction.date_reader import Reader
from align.extraction.edtf import DateRange, PartialDate, ResolvedDays

Value = PartialDate | DateRange | ResolvedDays
Noun = tuple[str, int]  # "week", "half", "day", "decade" ... ; the number of a weekday

_LAST = -1
_FIGURES = 2  # of the longest number that counts parts
_DAYS_OF_WEEK = 7
_PARTS = {"half": 2, "quarter": 4}  # into which a decade or century divides
_HALF_OF_MONTH = 15
_UNITS = frozenset(("day", "week", "decade"))


def counted_part(reader: Reader, at: int) -> tuple[int, Noun, int] | None:
    """A number or "last" and the noun that it counts, in either order; the position after them and after "of"."""
    position = at + 1 if reader.form(at) in reader.words.articles else at
    if len(reader.digits(position)) > _FIGURES:
        return None
    index = _index(reader, position)
    noun = _noun(reader, index[1] if index else position)
    if noun is None:
        return None
    found, end = noun
    if index is None:
        index = _index(reader, end, follows=True)
        if index is None:
            return None
        end = index[1]
    return index[0], found, reader.skip("of", end)


def _index(reader: Reader, at: int, follows: bool = False) -> tuple[int, int] | None:
    final = reader.phrase("final", at)
    if final:
        return _LAST, final[1]
    return reader.phrase("ordinal", at) if follows or not reader.is_number(at) else day_at(reader, at)


def _noun(reader: Reader, at: int) -> tuple[Noun, int] | None:
    division = reader.phrase("division", at)
    if division:
        return (division[0], 0), division[1]
    unit = reader.phrase("unit", at)
    if unit and unit[0][0] in _UNITS and unit[0][1] == 1:
        return (unit[0][0], 0), unit[1]
    weekday = reader.phrase("weekday", at)
    if weekday and reader.form(at) not in reader.words.ambiguous_weekdays:
        return ("weekday", weekday[0]), weekday[1]
    return None


def part_of_month(reader: Reader, at: int) -> tuple[Value, int] | None:
    """A day, week, weekday or half of a month, or the last quarter, half or week of a year."""
    counted = counted_part(reader, at)
    if counted is None:
        return None
    index, noun, position = counted
    found = month_first(reader, position)
    if found is None:
        return _end_of_year(reader, index, noun[0], position)
    month = found[0]
    if not isinstance(month, PartialDate) or month.day or month.calendar == "islamic" or month.month is None:
        return None
    value = _within_month(month, month.month, index, noun)
    return (value, found[1]) if value else None


def _within_month(month: PartialDate, number: int, index: int, noun: Noun) -> Value | None:
    """The part of a month. Weeks count from its first day, and the last holds its last day: both are rough."""
    kind, weekday = noun
    length = days_in_month(month.year, number)
    if kind == "half":
        if index not in (1, 2, _LAST):
            return None
        days = (1, _HALF_OF_MONTH) if index == 1 else (_HALF_OF_MONTH + 1, length)
        return DateRange(replace(month, day=days[0]), replace(month, day=days[1]))
    if kind == "day":
        day = length if index == _LAST else index
        return replace(month, day=day) if day <= length else None
    if kind not in ("week", "weekday") or not (index == _LAST or 1 <= index <= 5):
        return None
    if month.year is None:
        return month
    first = datetime.date(month.year, number, 1)
    if kind == "week":
        last = length if index == _LAST else min(_DAYS_OF_WEEK * index, length)
        start = length - _DAYS_OF_WEEK + 1 if index == _LAST else _DAYS_OF_WEEK * (index - 1) + 1
        return ResolvedDays(first.replace(day=start), first.replace(day=last)) if start <= last else None
    day = (weekday - first.weekday()) % _DAYS_OF_WEEK + 1
    day += (length - day) // _DAYS_OF_WEEK * _DAYS_OF_WEEK if index == _LAST else _DAYS_OF_WEEK * (index - 1)
    return replace(month, day=day) if day <= length else None


def _end_of_year(reader: Reader, index: int, noun: str, at: int) -> tuple[Value, int] | None:
    if index != _LAST or noun not in ("half", "quarter", "week"):
        return None
    year, end, era = year_after(reader, at, "gregorian")
    if year is None or era:
        return None
    if noun == "half":
        return PartialDate(year, span="half", index=2), end
    if noun == "quarter":
        return PartialDate(year, span="quarter", index=4), end
    last = datetime.date(year, 12, 31)
    return ResolvedDays(last - datetime.timedelta(days=_DAYS_OF_WEEK - 1), last), end


def part_of_decades(index: int, noun: Noun, whole: PartialDate) -> Value | None:
    """A half or quarter of a decade or century, or a decade of a century."""
    bounds = whole.bounds()
    if bounds is None or whole.part or whole.span not in ("decade", "century"):
        return None
    first, length = bounds[0][0], bounds[1][0] - bounds[0][0] + 1
    if noun[0] == "decade" and whole.span == "century" and whole.index > 0:
        place = 10 if index == _LAST else index
        return PartialDate(first - 1 + 10 * (place - 1), span="decade") if 1 <= place <= 10 else None
    parts = _PARTS.get(noun[0], 0)
    place = parts if index == _LAST else index
    if not 1 <= place <= parts:
        return None
    low, high = length * (place - 1) // parts, length * place // parts - 1
    return DateRange(PartialDate(first + low), PartialDate(first + high))
