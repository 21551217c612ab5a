"""Dates of partial precision, their EDTF strings, and the first and last day that they may mean.

EDTF is ISO 8601-2:2019, annex A (levels 0 to 2); seasons 21 to 24, quarters 33 to 36 and halves 40 to 41 are its
table of subdivisions. A day is (year, month, day) with astronomical years: 44 BC is -43.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Literal

from align.calendars import Day, days_in_islamic_month, days_in_month, islamic_to_historical
from align.languages.date_words import Part
from align.model import DateOffset, DateValue

Calendar = Literal["gregorian", "islamic"]
Span = Literal["date", "decade", "century", "season", "quarter", "half"]

_FIRST_QUARTER, _FIRST_HALF, _SPRING, _WINTER = 33, 40, 21, 24
_LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, month or day as far as a text states it, or a longer span that EDTF can name.

    `index` is the century (20 is 1901 to 2000, -5 the fifth before Christ), the EDTF season, or the number of
    the quarter or half. `end_year` closes a winter such as 1997-98. A day that its month never has (30 February,
    59 June) is kept for comparison; the EDTF string and the bounds are those of its month. Only where no year is
    known does the string hold such a day, if other months have it: `XXXX-02-30` names no day that could be looked up.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    calendar: Calendar = "gregorian"
    span: Span = "date"
    index: int = 0
    part: Part | None = None
    approximate: bool = False
    weekday: int | None = None
    end_year: int | None = None

    def edtf(self) -> str | None:
        """The EDTF string; None for an Islamic date without its year, which no Gregorian form can state."""
        if self.calendar == "islamic":
            bounds = self.bounds()
            if bounds is None:
                return None
            first, last = bounds
            # A month begins with its sighting, so a converted day may be off by one or two.
            return f"{iso_day(first)}~" if first == last else f"{iso_day(first)}/{iso_day(last)}"
        mark = "~" if self.approximate or self.part else ""
        return self._plain() + mark

    def _plain(self) -> str:
        year = "XXXX" if self.year is None else iso_year(self.year)
        if self.span == "century":
            return _century_digits(self.index) + "XX"
        if self.span == "decade":
            return year[:-1] + "X"
        if self.span == "season":
            return f"{year}-{self.index}"
        if self.span == "quarter":
            return f"{year}-{_FIRST_QUARTER - 1 + self.index}"
        if self.span == "half":
            return f"{year}-{_FIRST_HALF - 1 + self.index}"
        if self.day and not self.month:
            return f"{year}-XX-{self.day:02d}"
        impossible = self.impossible_day()
        day = None if impossible and (self.year is not None or impossible > _LONGEST_MONTH) else self.day
        parts = [year, *(f"{part:02d}" for part in (self.month, day) if part is not None)]
        return "-".join(parts)

    def bounds(self) -> tuple[Day, Day] | None:
        """The first and the last day, or None where no year is known."""
        if self.span == "century":
            return _narrow_years(*_century_years(self.index), self.part)
        if self.year is None:
            return None
        if self.calendar == "islamic":
            return self._islamic_bounds(self.year)
        if self.span == "decade":
            return _narrow_years(self.year, self.year + 9, self.part)
        first, last = self._months(self.year)
        if self.day is not None and not self.is_impossible():
            return (*first[:2], self.day), (*first[:2], self.day)
        if self.part and self.month:
            return _narrow_month(self.year, self.month, self.part)
        if self.part and self.span == "date":
            low = {"early": 1, "mid": 5, "late": 9}[self.part]
            first, last = (self.year, low), (self.year, low + 3)
        return (*first, 1), (*last, days_in_month(*last))

    def is_impossible(self) -> bool:
        """Whether the day is one that its month does not have: 31 June, 29 February 1997, 59 May."""
        return self.impossible_day() is not None

    def impossible_day(self) -> int | None:
        """The day, if its month does not have it."""
        if self.day is None or self.month is None or self.calendar == "islamic":
            return None
        return self.day if self.day > days_in_month(self.year, self.month) else None

    def _months(self, year: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """The first and last month of a date or a part of a year."""
        if self.span == "season":
            return _season_months(year, self.index, self.end_year)
        if self.span in ("quarter", "half"):
            length = 3 if self.span == "quarter" else 6
            return (year, length * (self.index - 1) + 1), (year, length * self.index)
        return (year, self.month or 1), (year, self.month or 12)

    def _islamic_bounds(self, year: int) -> tuple[Day, Day]:
        first_month, last_month = self.month or 1, self.month or 12
        first_day, last_day = self.day or 1, self.day or days_in_islamic_month(year, last_month)
        if self.part and not self.day:
            third = {"early": 0, "mid": 1, "late": 2}[self.part]
            if self.month:
                first_day, last_day = 10 * third + 1, last_day if third == 2 else 10 * third + 10
            else:
                first_month, last_month = 4 * third + 1, 4 * third + 4
                last_day = days_in_islamic_month(year, last_month)
        return islamic_to_historical(year, first_month, first_day), islamic_to_historical(year, last_month, last_day)

    def value(self) -> DateValue:
        return date_value(self.edtf(), self.bounds(), self.calendar, self.impossible_day())


@dataclass(frozen=True, slots=True)
class DateRange:
    """From the first to the last date, both included."""

    first: PartialDate
    last: PartialDate

    def bounds(self) -> tuple[Day, Day] | None:
        first, last = self.first.bounds(), self.last.bounds()
        return None if first is None or last is None else (first[0], last[1])

    def value(self) -> DateValue:
        bounds = self.bounds()
        calendar = self.first.calendar
        if calendar == "islamic":
            edtf = None if bounds is None else f"{iso_day(bounds[0])}/{iso_day(bounds[1])}"
        else:
            edtf = f"{self.first.edtf()}/{self.last.edtf()}"
        impossible = self.first.impossible_day() or self.last.impossible_day()
        return date_value(edtf, bounds, calendar, impossible)


@dataclass(frozen=True, slots=True)
class DateChoice:
    """One of several days, where the order of day and month was not to be told; or, with `every`, each of them."""

    options: tuple[PartialDate, ...]
    every: bool = False

    def bounds(self) -> tuple[Day, Day] | None:
        bounds = [bounds for option in self.options if (bounds := option.bounds()) is not None]
        return (min(first for first, _ in bounds), max(last for _, last in bounds)) if bounds else None

    def value(self) -> DateValue:
        if self.options[0].calendar == "islamic":
            bounds = self.bounds()
            edtf = None if bounds is None else f"{iso_day(bounds[0])}/{iso_day(bounds[1])}"
            return date_value(edtf, bounds, "islamic")
        listed = ",".join(sorted(option.edtf() or "" for option in self.options))
        return date_value(f"{{{listed}}}" if self.every else f"[{listed}]", self.bounds())


@dataclass(frozen=True, slots=True)
class EquatedDate:
    """An Islamic date with the Gregorian one that the text itself equates it with, which says what days are meant."""

    gregorian: PartialDate | DateRange | DateChoice

    def value(self) -> DateValue:
        return replace(self.gregorian.value(), calendar="islamic")


@dataclass(frozen=True, slots=True)
class ResolvedDays:
    """The days that a relative expression means, or where no reference date was given how far away they are."""

    first: datetime.date | None = None
    last: datetime.date | None = None
    approximate: bool = False
    offset: DateOffset | None = None

    def value(self) -> DateValue:
        if self.first is None or self.last is None:
            return DateValue(None, None, None, offset=self.offset)
        mark = "~" if self.approximate else ""
        return date_value(days_edtf(self.first, self.last) + mark, (_triple(self.first), _triple(self.last)))


def days_edtf(first: datetime.date, last: datetime.date) -> str:
    """The shortest EDTF string for whole days: a year, a month, a decade, a day, or an interval."""
    if first == last:
        return first.isoformat()
    if (first.day, last.day) == (1, days_in_month(last.year, last.month)):
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%Y-%m}"
        if (first.month, last.month) == (1, 12):
            if first.year == last.year:
                return f"{first:%Y}"
            if first.year % 10 == 0 and last.year == first.year + 9:
                return f"{first:%Y}"[:3] + "X"
    return f"{first.isoformat()}/{last.isoformat()}"


def date_value(
    edtf: str | None,
    bounds: tuple[Day, Day] | None,
    calendar: Calendar = "gregorian",
    impossible_day: int | None = None,
) -> DateValue:
    first, last = (None, None) if bounds is None else (iso_day(bounds[0]), iso_day(bounds[1]))
    return DateValue(edtf, first, last, calendar, impossible_day=impossible_day)


def with_year(date: PartialDate, year: int) -> PartialDate:
    return replace(date, year=year)


def iso_year(year: int) -> str:
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def iso_day(day: Day) -> str:
    return f"{iso_year(day[0])}-{day[1]:02d}-{day[2]:02d}"


def _triple(date: datetime.date) -> Day:
    return date.year, date.month, date.day


def _century_years(century: int) -> tuple[int, int]:
    """The twentieth is 1901 to 2000; the fifth before Christ is 500 to 401 BC."""
    if century > 0:
        return 100 * century - 99, 100 * century
    return 100 * century + 1, 100 * century + 100


def _century_digits(century: int) -> str:
    return f"{century - 1:02d}" if century > 0 else f"-{-century - 1:02d}"


def _narrow_years(first: int, last: int, part: Part | None) -> tuple[Day, Day]:
    """The years of a decade or century, or of its early, middle or late third (thirds share their border year)."""
    length = last - first + 1
    low = {"early": 0, "mid": length // 3, "late": 2 * length // 3}.get(part or "", 0)
    high = {"early": -(-length // 3), "mid": -(-2 * length // 3)}.get(part or "", length)
    return (first + low, 1, 1), (first + high - 1, 12, 31)


def _narrow_month(year: int, month: int, part: Part) -> tuple[Day, Day]:
    first = {"early": 1, "mid": 11, "late": 21}[part]
    last = {"early": 10, "mid": 20, "late": days_in_month(year, month)}[part]
    return (year, month, first), (year, month, last)


def _season_months(year: int, season: int, end_year: int | None) -> tuple[tuple[int, int], tuple[int, int]]:
    """Meteorological seasons of the north; a winter named by one year may be the one that it begins or ends."""
    if season == _WINTER:
        return ((year, 12), (end_year, 2)) if end_year else ((year, 1), (year + 1, 2))
    first = 3 * (season - _SPRING) + 3
    return (year, first), (year, first + 2)
