"""Days of the Islamic and the Julian calendar in the calendar that historians write.

A day is a triple (year, month, day) with astronomical years: 1 BC is year 0. Histories date events before
15 October 1582 by the Julian calendar and later ones by the Gregorian; `historical_day` does the same, so that
an Islamic date of the Middle Ages comes out as the day that a text prints beside it.

Source of the arithmetic: E. M. Reingold and N. Dershowitz, *Calendrical Calculations* (4th ed., 2018), chapters
3 and 7; conversion to Julian day numbers after E. G. Richards in the *Explanatory Supplement to the Astronomical
Almanac* (3rd ed., 2013), section 15.11.
"""

from __future__ import annotations

Day = tuple[int, int, int]

GREGORIAN_REFORM = 2_299_161  # Julian day number of 15 October 1582
_REFORM: Day = (1582, 10, 15)
ISLAMIC_EPOCH = 1_948_440  # Friday 16 July 622 (Julian), the civil epoch
_UMM_AL_QURA_YEARS = range(1343, 1501)  # the years that hijridate's table covers
_ISLAMIC_LEAP_YEARS = frozenset({2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29})  # of each cycle of thirty


def is_leap_year(year: int) -> bool:
    """Whether the proleptic Gregorian `year` (astronomical) has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int | None, month: int) -> int:
    """The last day of a Gregorian month; of February in an unknown year, 29."""
    if month == 2:
        return 29 if year is None or is_leap_year(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def days_in_islamic_month(year: int, month: int) -> int:
    """The last day of a month: by the Umm al-Qura table where it reaches, else by the tabular calendar."""
    if year in _UMM_AL_QURA_YEARS:
        from hijridate import Hijri

        return int(Hijri(year, month, 1).month_length())
    return 30 if month % 2 == 1 or (month == 12 and year % 30 in _ISLAMIC_LEAP_YEARS) else 29


def islamic_to_historical(year: int, month: int, day: int) -> Day:
    """The day of an Islamic date, by Umm al-Qura for 1343 to 1500 AH, else by the tabular calendar.

    A day that the month does not have (sighting may add or drop one) counts on from the month's first.
    """
    if year in _UMM_AL_QURA_YEARS:
        from hijridate import Hijri

        first = int(Hijri(year, month, 1).to_julian())
    else:
        first = islamic_day_number(year, month, 1)
    return historical_day(first + day - 1)


def islamic_day_number(year: int, month: int, day: int) -> int:
    """The Julian day number of a date of the tabular Islamic calendar."""
    return ISLAMIC_EPOCH - 1 + 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day


def day_number(day: Day) -> int:
    """The Julian day number of a day as historians write it; the inverse of `historical_day`."""
    year, month, date = day
    shifted = year + 4716 - (14 - month) // 12
    number = 1461 * shifted // 4 + (153 * ((month + 9) % 12) + 2) // 5 + date - 1402
    if day >= _REFORM:
        number -= (shifted + 184) // 100 * 3 // 4 - 38
    return number


def historical_day(number: int) -> Day:
    """The Gregorian day of a Julian day number, or the Julian day before the reform of 1582."""
    shifted = number + 1401
    if number >= GREGORIAN_REFORM:
        shifted += (4 * number + 274277) // 146097 * 3 // 4 - 38
    quarters = 4 * shifted + 3
    within = 5 * (quarters % 1461 // 4) + 2
    day = within % 153 // 5 + 1
    month = (within // 153 + 2) % 12 + 1
    return quarters // 1461 - 4716 + (14 - month) // 12, month, day
