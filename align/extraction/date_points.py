"""Single calendar dates: day, month and year in every order and writing, in figures and in words."""

from __future__ import annotations

from dataclasses import replace

from align.calendars import days_in_month
from align.extraction.date_lexicon import Reader
from align.extraction.date_numerals import (
    day_at,
    era_after,
    is_longer_figure,
    year_figure,
    year_in_words,
)
from align.extraction.date_years import may_be_year
from align.extraction.edtf import Calendar, DateChoice, DateRange, PartialDate

Point = PartialDate | DateRange | DateChoice
Found = tuple[Point, int]

_SLASHES = frozenset("/\\-\u2013\u2044(")
_DAY_SEPARATORS = frozenset("-/.\u2013")
_QUOTES = frozenset("'\u2019\u2018`")
_COMMAS = frozenset(",\u060c")
_LAST_YEAR = 9000  # leaves room for what is counted on from a year
_SHORT_MONTH = 4  # letters; a full stop after so short a form is an abbreviation's


def calendar_date(reader: Reader, at: int) -> Found | None:
    """The longest date that begins with a day or a month, with the weekday and labels before it."""
    start = _skip_lead(reader, at)
    found = day_month(reader, start)
    if found or (start > at and reader.form(start - 1) in reader.words.articles):
        return found
    return month_first(reader, start)


def _skip_lead(reader: Reader, at: int) -> int:
    """Past a weekday, "the", and words such as "day" that only introduce a date."""
    position = at
    for _ in range(4):
        before = position
        position = reader.skip("day_label", position)
        weekday = reader.phrase("weekday", position)
        if weekday and _weekday_is_sure(reader, position, position > before):
            position = weekday[1]
            if reader.form(position) in (",", "\u060c", ".", "("):
                position += 1
            position = reader.skip("on", position)
        if reader.form(position) in reader.words.articles:
            position += 1
        if position == before:
            break
    return position


def _weekday_is_sure(reader: Reader, at: int, labelled: bool) -> bool:
    """Short forms («أحد» is "one", too) need a capital or the word "day" before them."""
    if reader.form(at) not in reader.words.ambiguous_weekdays:
        return True
    return labelled or reader.original(at).isascii()


def month_at(reader: Reader, at: int) -> tuple[int, Calendar, int] | None:
    """A month name, after its label and with its second name («أيلول/سبتمبر»): number, calendar, position after."""
    start = reader.skip("month_label", at)
    for role, calendar in (("islamic_month", "islamic"), ("month", "gregorian")):
        found = reader.phrase(role, start)
        if found and not (reader.glued(start) and reader.is_word(start - 1)):
            month, end = found
            return month, calendar, _second_name(reader, role, month, end)  # type: ignore[return-value]
    return None


def _second_name(reader: Reader, role: str, month: int, at: int) -> int:
    sign = reader.form(at)
    if sign not in _SLASHES:
        return at
    second = reader.phrase(role, at + 1)
    if second is None or second[0] != month:
        return at
    end = second[1]
    if sign == "(":
        return end + 1 if reader.form(end) == ")" else at
    return end


def day_month(reader: Reader, at: int) -> Found | None:
    """ "8 August 1998", "the eighth of August", «8 آب/أغسطس», "19–27 May 1997", "4 to 22 January"."""
    first = day_at(reader, at)
    if first is None:
        return None
    low, end = first
    high, end, listed = _second_day(reader, at, low, end)
    position, dotted = _skip_day_separator(reader, end)
    position = reader.skip("of", position)
    month = month_at(reader, position)
    if month is None or (month[2] > position and not _may_follow_day(reader, at, position)):
        return None
    number, calendar, after = month
    return _with_year(reader, (low, high, listed), number, calendar, after, dotted)


def _second_day(reader: Reader, at: int, low: int, end: int) -> tuple[int | None, int, bool]:
    """The last day of a range of days, if a joiner and a later day follow, and whether "and" only lists the two."""
    position = reader.skip("joiner", end)
    if position == end and reader.form(end) in reader.words.and_words:
        position = end + 1
    nights = position == end and reader.form(end) == "/"
    if nights:  # "the night of 22/23 May"
        position = end + 1
    listed = position > end and reader.form(position - 1) in reader.words.and_words and not _is_between(reader, at)
    if position == end:
        return None, end, False
    second = day_at(reader, position)
    if second is None or second[0] <= low or (nights and second[0] != low + 1):
        return None, end, False
    return second[0], second[1], listed


def _is_between(reader: Reader, at: int) -> bool:
    return any(reader.skip("between", start) == at for start in range(max(0, at - 2), at))


def _skip_day_separator(reader: Reader, at: int) -> tuple[int, bool]:
    if reader.form(at) in _DAY_SEPARATORS:
        return at + 1, reader.form(at) == "."
    return at, False


def _may_follow_day(reader: Reader, at: int, position: int) -> bool:
    """Lower-case "may" after a figure is the verb ("the 5 may leave") unless a year follows."""
    form = reader.form(position)
    spellings = reader.words.ambiguous_months.get(form)
    if not spellings or reader.tokens[position].end - reader.tokens[position].start != len(form):
        return True
    if any(spelling in reader.original(position) for spelling in spellings):
        return True
    return form not in reader.words.homograph_months or year_figure(reader, position + 1) is not None


def _with_year(
    reader: Reader, days: tuple[int, int | None, bool], month: int, calendar: Calendar, at: int, dotted: bool
) -> Found | None:
    """The date of one or two days (and whether they are only listed) with the year that follows, if one does."""
    low, high, listed = days
    year, end, era = year_after(reader, at, calendar, dotted or _is_abbreviation(reader, at - 1))
    if era == "islamic" and calendar == "gregorian":
        year, end = None, at
    if era == "solar":
        return None
    date = PartialDate(year, month, low, calendar)
    last_day = 30 if calendar == "islamic" else days_in_month(year, month)
    if low > last_day or (high or 0) > last_day:
        return None
    if high is None:
        return date, end
    last = replace(date, day=high)
    return (DateChoice((date, last), every=True) if listed else DateRange(date, last)), end


def _is_abbreviation(reader: Reader, at: int) -> bool:
    return len(reader.form(at)) <= _SHORT_MONTH and reader.form(at).isascii()


def month_first(reader: Reader, at: int) -> Found | None:
    """ "May 8, 1998", "May 8–12", "August 1998", "Sept. '97", or a month alone."""
    found = month_at(reader, at)
    if found is None:
        return None
    month, calendar, end = found
    dated = _day_after_month(reader, at, month, calendar, end)
    if dated:
        return dated
    abbreviated = _is_abbreviation(reader, end - 1)
    year, after, era = year_after(reader, end, calendar, abbreviated)
    if era == "solar":
        return None
    if year is None or (era == "islamic") != (calendar == "islamic"):
        return PartialDate(_year_of_list(reader, end, calendar), month, None, calendar), end
    return PartialDate(year, month, None, calendar), after


def _year_of_list(reader: Reader, at: int, calendar: Calendar) -> int | None:
    """The year that closes a list of months: "May, July and August 1997"."""
    position = at
    for _ in range(4):
        separator = reader.form(position) in (*_COMMAS, *reader.words.and_words)
        month = month_at(reader, position + separator)
        if (
            month is None
            or month[1] != calendar
            or not (separator or reader.start(position) > reader.tokens[position].start)
        ):
            return None
        position = month[2]
        if day_at(reader, position):
            return None
        year = year_after(reader, position, calendar)[0]
        if year is not None:
            return year
    return None


def _day_after_month(reader: Reader, at: int, month: int, calendar: Calendar, end: int) -> Found | None:
    position = end
    sign = reader.form(end)
    if sign in _DAY_SEPARATORS or sign in _COMMAS:
        position = end + 1
    if reader.form(position) in reader.words.articles:
        position += 1
    first = day_at(reader, position)
    if first is None:
        return None
    low, after = first
    high, after, listed = _second_day(reader, at, low, after)
    dated = _with_year(reader, (low, high, listed), month, calendar, after, dotted=False)
    if dated is None:
        return None
    has_year = dated[1] > after
    if not (has_year or _may_follow_day(reader, at, reader.skip("month_label", at))):
        return None
    if sign == "." and not (_is_abbreviation(reader, end - 1) or reader.glued(position)):
        # A full stop after a whole month name may end the sentence: nothing may follow the figure.
        return dated if has_year or not reader.is_word(after) else None
    if sign in _COMMAS and not has_year:
        return None
    if reader.words.month_first or has_year or sign in _DAY_SEPARATORS or not reader.is_number(position):
        return dated
    return dated if reader.glued(position) else None


def year_after(
    reader: Reader, at: int, calendar: Calendar, abbreviated: bool = False
) -> tuple[int | None, int, str | None]:
    """The year that completes a month, the position after it with its era, and the era.

    A year without era belongs to the calendar of the month. Years before Christ are astronomical.
    """
    nothing: tuple[int | None, int, str | None] = (None, at, "islamic" if calendar == "islamic" else None)
    position = at
    comma = reader.form(at) in _COMMAS
    if comma or (reader.form(at) == "." and abbreviated) or (reader.form(at) in "/-" and reader.glued(at)):
        position += 1
    position = reader.skip("of", position)
    labelled = reader.skip("year_label", position)
    if labelled == position and position > at + comma and reader.form(position) in reader.words.articles:
        return nothing
    read = _year_number(reader, labelled, labelled > position, calendar, comma)
    if read is None:
        return nothing
    year, end = read
    era, after = era_after(reader, end)
    if era is None:
        return year, end, nothing[2]
    if era == "bc":
        return 1 - year, after, None
    if era == "ad":
        return year, after, None if calendar == "gregorian" else "ad"
    return year, after, era


def _year_number(reader: Reader, at: int, labelled: bool, calendar: Calendar, comma: bool) -> tuple[int, int] | None:
    """The year itself. Without a label or an era it must have four digits and stand where no count can."""
    digits = reader.digits(at)
    if not digits:
        if reader.form(at) in _QUOTES and len(reader.digits(at + 1)) == 2 and reader.glued(at + 1):
            return _full_year(int(reader.digits(at + 1))), at + 2
        words = year_in_words(reader, at)
        return words if words and words[0] <= 2200 else None
    if len(digits) > 4 or is_longer_figure(reader, at):
        return None
    year, end = int(digits), at + 1
    if year > _LAST_YEAR:
        return None
    if era_after(reader, end)[0] or (labelled and len(digits) >= 3):
        return year, end
    if len(digits) == 2 and not comma and calendar == "gregorian" and year > 31 and not reader.is_word(end):
        return _full_year(year), end
    if calendar == "islamic":
        return (year, end) if len(digits) >= 3 and year <= 1500 else None
    if len(digits) != 4 or not 1000 <= year <= 2200:
        return None
    return (year, end) if not comma or may_be_year(reader, at, year, cued=True) else None


def _full_year(short: int) -> int:
    """POSIX's reading of two digits: 69 to 99 are of the twentieth century, the others of ours."""
    return 1900 + short if short >= 69 else 2000 + short


def year_first(reader: Reader, at: int) -> Found | None:
    """ "1998 August 8", "2019-sep-1", "2016, nov"."""
    year = year_figure(reader, at)
    if year is None:
        return None
    position = at + 1
    sign = reader.form(position)
    if sign in ("-", "/", ",", "."):
        position += 1
    month = month_at(reader, position)
    if month is None or month[1] == "islamic":
        return None
    number, _, end = month
    if year_figure(reader, reader.skip("of", reader.skip("joiner", end))) is not None:
        return None
    after = end + 1 if sign in ("-", "/") and reader.form(end) == sign else end
    day = day_at(reader, after)
    if day and day[0] <= days_in_month(year, number):
        return PartialDate(year, number, day[0]), day[1]
    return PartialDate(year, number), end
