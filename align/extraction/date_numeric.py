"""Dates in figures only: 2016-09-27, 27/09/1996, 9-18-15, 2016-11, 22/04."""

from __future__ import annotations

from collections.abc import Iterable

from align.calendars import days_in_month
from align.extraction.date_numerals import era_after
from align.extraction.date_reader import Reader
from align.extraction.edtf import DateChoice, PartialDate

Found = tuple[PartialDate | DateChoice, int]

_SEPARATORS = frozenset("/-.\u2010\u2011\u066b")
_COMMAS = frozenset(",\u060c")
_ISLAMIC_YEARS = range(1300, 1460)  # 1882 to 2038: hardly a Gregorian day of these years is written in figures


def numeric_date(reader: Reader, at: int, weekday: int | None = None) -> Found | None:
    """A date in figures. Where day and month can change places and no weekday decides, both stand."""
    figures = _figures(reader, at)
    if figures is None:
        return None
    parts, separator, end = figures
    if len(parts) == 3:
        return _three_parts(reader, parts, separator, end, weekday)
    if len(parts) == 2:
        return _with_comma_year(reader, parts, separator, end) or _two_parts(reader, at, parts, separator, end)
    return None


def _figures(reader: Reader, at: int) -> tuple[list[str], str, int] | None:
    """Two or three figures of at most four digits with one separator, closed on both sides."""
    separator = reader.form(at + 1)
    if separator not in _SEPARATORS or not reader.is_number(at) or not _is_open_left(reader, at):
        return None
    spaced_date = _spaced(reader, at, separator)
    if spaced_date:
        return spaced_date
    parts, position = [reader.digits(at)], at + 1
    while len(parts) < 4 and reader.form(position) == separator and reader.is_number(position + 1):
        spaced = not (reader.glued(position) and reader.glued(position + 1))
        if spaced and (
            separator == "." or len(parts) > 1 or not _is_year_and_month(parts[0], reader.digits(position + 1))
        ):
            break
        parts.append(reader.digits(position + 1))
        position += 2
    if len(parts) not in (2, 3) or any(len(part) > 4 or len(part) == 3 for part in parts):
        return None
    if reader.glued(position) and not _is_open_right(reader, position):
        return None
    return parts, separator, position


def _spaced(reader: Reader, at: int, separator: str) -> tuple[list[str], str, int] | None:
    """Day, month and year that stand apart from their separators: "5 / 5 / 1945"."""
    if separator not in "/-" or reader.form(at + 3) != separator or reader.glued(at + 1) or reader.glued(at + 3):
        return None
    parts = [reader.digits(at + step) for step in (0, 2, 4)]
    lengths = [len(part) for part in parts]
    if not (0 < lengths[0] <= 2 and 0 < lengths[1] <= 2 and lengths[2] == 4) or reader.form(at - 1) == separator:
        return None
    plausible = 1 <= int(parts[0]) <= 31 and 1 <= int(parts[1]) <= 31 and 1000 <= int(parts[2]) <= 2200
    return (parts, separator, at + 5) if plausible else None


def _is_year_and_month(first: str, second: str) -> bool:
    """Figures that may stand apart from their separator: "2016 / 11"."""
    year, month = (first, second) if len(first) == 4 else (second, first)
    return len(year) == 4 and 1900 <= int(year) <= 2099 and len(month) <= 2 and 1 <= int(month) <= 12


def _is_open_left(reader: Reader, at: int) -> bool:
    if not reader.glued(at):
        return not reader.is_number(at - 1)
    form = reader.form(at - 1)
    if reader.is_word(at - 1):
        return form in reader.words.proclitics
    return form not in "-/.:$\u20ac\u00a3#%+=&@\u066b" and not (form in ",\u060c" and reader.is_number(at - 2))


def _is_open_right(reader: Reader, at: int) -> bool:
    if reader.is_word(at):
        # "1947-08-15T12:00" is a date and a time (ISO 8601-1).
        clock = reader.form(at) == "t" and reader.glued(at + 1) and reader.is_number(at + 1)
        return clock or not reader.original(at).isascii()
    if reader.form(at) in "/-%$\u20ac\u00a3_@\u066a":
        return not reader.glued(at + 1) and reader.form(at) not in "%\u066a$\u20ac\u00a3"
    figure_follows = reader.glued(at + 1) and reader.is_number(at + 1)
    return not (reader.form(at) in ".:" and figure_follows)


def _three_parts(reader: Reader, parts: list[str], separator: str, end: int, weekday: int | None) -> Found | None:
    first, second, third = (int(part) for part in parts)
    if len(parts[0]) == 4:
        islamic = _islamic(parts, reader, end)
        if islamic or not 1000 <= first <= 2200:
            return islamic
        date = _valid(first, second, third) or _impossible(first, second, third)
        return _chosen([date], _after_era(reader, end), weekday)
    if len(parts[2]) == 4:
        islamic = _islamic([parts[2], parts[1], parts[0]], reader, end)
        if islamic or not 1000 <= third <= 2200:
            return islamic
        options = [_valid(third, second, first), _valid(third, first, second)]
        if not any(options):
            options = [_impossible(third, second, first) or _impossible(third, first, second)]
        return _chosen(options, _after_era(reader, end), weekday)
    if separator not in "/-" or any(len(part) > 2 for part in parts) or len(parts[2]) != 2:
        return None
    # Two-digit years: day-month-year and month-day-year before year-month-day, which is tried last.
    year = full_year(third)
    options = [_valid(year, second, first), _valid(year, first, second)]
    if not any(options) and len(parts[0]) == 2:
        options = [_valid(full_year(first), second, third)]
    return _chosen(options, end, weekday)


def _after_era(reader: Reader, at: int) -> int:
    """Past the mark of the common era: «25/4/2010م»."""
    era, end = era_after(reader, at)
    return end if era == "ad" and not reader.original(at).isascii() else at


def _islamic(parts: list[str], reader: Reader, end: int) -> Found | None:
    """A figure date of the Islamic calendar: by its era («13/6/1386 هـ»), or by a year of our time («12/1/1411»)."""
    era, after = era_after(reader, end)
    year, month, day = (int(part) for part in parts)
    if not (1 <= year <= 1500 and 1 <= month <= 12 and 1 <= day <= 30):
        return None
    told = era is None and reader.words.islamic_figures and year in _ISLAMIC_YEARS
    return (PartialDate(year, month, day, "islamic"), after) if era == "islamic" or told else None


def _impossible(year: int, month: int, day: int) -> PartialDate | None:
    """A day that its month never has, as the text writes it."""
    return PartialDate(year, month, day) if 1 <= month <= 12 and 28 < day <= 99 else None


def _with_comma_year(reader: Reader, parts: list[str], separator: str, end: int) -> Found | None:
    """ "08/12, 2015": two figures whose year stands after a comma; the month comes first in this writing."""
    digits = reader.digits(end + 1)
    if separator != "/" or reader.form(end) not in _COMMAS or len(digits) not in (2, 4):
        return None
    if (reader.glued(end + 2) and not _is_open_right(reader, end + 2)) or reader.is_word(end + 2):
        return None
    year = int(digits) if len(digits) == 4 else full_year(int(digits))
    if not 1900 <= year <= 2099:
        return None
    first, second = int(parts[0]), int(parts[1])
    found = _valid(year, first, second) or _valid(year, second, first)
    return (found, end + 2) if found else None


def _two_parts(reader: Reader, at: int, parts: list[str], separator: str, end: int) -> Found | None:
    if len(parts[0]) == 4 or len(parts[1]) == 4:
        if not _is_year_and_month(*parts):
            return None
        if separator == ".":
            return None
        year, month = parts if len(parts[0]) == 4 else reversed(parts)
        if len(month) == 2 and separator == "-" and len(parts[0]) == 4 and int(parts[1]) == (int(parts[0]) + 1) % 100:
            return None  # 2010-11 is a season of two years as well as November
        return PartialDate(int(year), int(month)), end
    return _day_and_month(reader, at, parts, end) if separator == "/" else None


def _day_and_month(reader: Reader, at: int, parts: list[str], end: int) -> Found | None:
    """ "22/04" where only one order is a date, and a zero or a preposition shows that it is no fraction."""
    first, second = int(parts[0]), int(parts[1])
    if (first, second) == (24, 7) or min(first, second) == 0 or reader.form(end) in reader.words.counted_words:
        return None
    options = [option for option in (_valid(None, second, first), _valid(None, first, second)) if option]
    shown = any(part.startswith("0") for part in parts) or bool(reader.phrase("on", at - 1))
    return (options[0], end) if len(options) == 1 and shown else None


def _valid(year: int | None, month: int, day: int) -> PartialDate | None:
    if not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        return None
    return PartialDate(year, month, day)


def _chosen(options: Iterable[PartialDate | None], end: int, weekday: int | None) -> Found | None:
    dates = list(dict.fromkeys(option for option in options if option))
    if len(dates) > 1 and weekday is not None:
        dates = [date for date in dates if weekday_of(date) == weekday] or dates
    if not dates:
        return None
    return (dates[0] if len(dates) == 1 else DateChoice(tuple(dates))), end


def weekday_of(date: PartialDate) -> int | None:
    """The weekday of a whole Gregorian date, Monday 0."""
    import datetime

    if date.year is None or date.month is None or date.day is None or not 1 <= date.year <= 9999:
        return None
    return datetime.date(date.year, date.month, date.day).weekday()


def full_year(short: int) -> int:
    """The year that two digits mean: 30 to 99 are of the twentieth century, as in spreadsheets (Excel's 1930 rule)."""
    return 1900 + short if short >= 30 else 2000 + short
