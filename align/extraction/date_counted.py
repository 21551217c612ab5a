"""A day by its distance from a stated one: "three days before Christmas 2018", «قبل يومين من 5 مايو 1990»."""

from __future__ import annotations

import datetime

from align.extraction.date_points import calendar_date, feast
from align.extraction.date_reader import Reader
from align.extraction.date_relative_counts import Steps, counted_units, steps_at
from align.extraction.edtf import PartialDate

Found = tuple[PartialDate, int]

_DAYS = {"day": 1, "week": 7}  # longer units are rounder than a day
_ANY_YEAR = 2001  # with the days of most years, for a date that leaves its year out
_GREGORIAN_FROM = 1583


def counted_from(reader: Reader, at: int) -> Found | None:
    """A number of days or weeks before or after a day that the text states with it."""
    found = _count_first(reader, at) or _count_last(reader, at)
    if found is None:
        return None
    steps, direction, day, end = found
    moved = _moved(day, direction * sum(count * _DAYS.get(unit, 0) for count, unit in steps))
    return (moved, end) if moved and all(unit in _DAYS for _, unit in steps) else None


def _count_first(reader: Reader, at: int) -> tuple[Steps, int, PartialDate, int] | None:
    """ "Two weeks after 3 June", «قبل ثلاثة أيام من عيد الميلاد»."""
    lead = _direction(reader, at)
    start = lead[1] if lead else at
    counted, read = counted_units(reader, start), steps_at(reader, start)
    if read is None or counted is None or counted[3]:  # "a few days before"
        return None
    steps, end = read
    closing = (lead[0], reader.skip("of", end)) if lead else reader.phrase("told closing", end)
    if closing is None or closing[1] == end:
        return None
    direction, start = closing
    stated = _day_at(reader, start)
    return (steps, direction, *stated) if stated else None


def _count_last(reader: Reader, at: int) -> tuple[Steps, int, PartialDate, int] | None:
    """«قبل عيد الميلاد بثلاثة أيام»."""
    lead = _direction(reader, at)
    prefix = reader.words.told.count_prefix
    stated = _day_at(reader, lead[1]) if lead and prefix else None
    if lead is None or stated is None:
        return None
    day, position = stated
    form = reader.form(position)
    if not form.startswith(prefix):
        return None
    if form != prefix:
        bare = form[len(prefix) :]
        if bare not in reader.lexicon.number_starts and bare not in reader.roles["unit"]:
            return None
        reader.forms[position] = bare
    read = steps_at(reader, position + (form == prefix))
    reader.forms[position] = form
    return (read[0], lead[0], day, read[1]) if read else None


def _direction(reader: Reader, at: int) -> tuple[int, int] | None:
    """Whether a preposition says after (1) or before (-1), and the position behind it."""
    if after := reader.phrase("told before", at):
        return after
    before = reader.phrase("ago_before", at)
    return (-1, before[1]) if before else None


def _day_at(reader: Reader, at: int) -> Found | None:
    """A single Gregorian day, with or without its year."""
    day, end = feast(reader, at, told=True) or calendar_date(reader, at) or (None, at)
    if not isinstance(day, PartialDate):
        return None
    plain = day.calendar == "gregorian" and day.span == "date" and day.day and not day.approximate and not day.part
    return (day, end) if plain and (day.year is None or day.year >= _GREGORIAN_FROM) else None


def _moved(day: PartialDate, days: int) -> PartialDate | None:
    """The day so many days later; None where it falls into another year that nothing states."""
    try:
        stated = datetime.date(day.year or _ANY_YEAR, day.month or 1, day.day or 1)
        moved = stated + datetime.timedelta(days=days)
    except (ValueError, OverflowError):
        return None
    if day.year is None:
        return PartialDate(None, moved.month, moved.day) if moved.year == _ANY_YEAR else None
    return PartialDate(moved.year, moved.month, moved.day)
