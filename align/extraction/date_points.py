"""Single calendar dates: day, month and year in every order and writing, in figures and in words."""

from __future__ import annotations

from align.calendars import days_in_month
from align.extraction.date_days import Days, days_at
from align.extraction.date_impossible import impossible_day, may_be_day_after, may_be_day_before
from align.extraction.date_months import is_another_word, is_score
from align.extraction.date_numerals import (
    day_at,
    era_after,
    is_longer_figure,
    year_figure,
    year_in_words,
)
from align.extraction.date_numeric import full_year
from align.extraction.date_reader import Reader, remembered
from align.extraction.date_years import is_before_figure, is_early_year, may_be_year
from align.extraction.edtf import Calendar, DateChoice, DateRange, PartialDate

Point = PartialDate | DateRange | DateChoice
Found = tuple[Point, int]

_SLASHES = frozenset("/\\-\u2013\u2044(")
_DAY_SEPARATORS = frozenset("-/.\u2013")
_DASHES = frozenset("-\u2013")
_QUOTES = frozenset("'\u2019\u2018`")
_COMMAS = frozenset(",\u060c")
_COUNTED = frozenset(("number word", "ordinal"))
_LEADS = frozenset(("day_label", "weekday", "article"))
_LAST_YEAR = 9000  # leaves room for what is counted on from a year
_FIRST_WRITTEN, _LAST_WRITTEN = 1000, 2200  # of years in words
_YEAR_DIGITS = 4
_LONGEST_MONTH = 31
_ISLAMIC_DAYS = 30  # of the longest month
_LISTED_DATES = 4
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
        if not reader.may_begin(_LEADS, position):
            break
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


def feast(reader: Reader, at: int, told: bool = False) -> Found | None:
    """A feast that is kept on one day of the year, with its year: "Christmas Eve 1968", "on Christmas Day".

    `told`: something before it shows that the day is meant.
    """
    start = reader.skip("day_label", at)
    found = reader.phrase("feast", start)
    if found is None:
        return None
    (month, day), end = found
    if reader.may_begin(_COUNTED, end):  # «عيد الميلاد السبعين» is a birthday
        return None
    year, after, era = year_after(reader, end, "gregorian")
    if era in ("islamic", "solar"):
        return None
    named_eve = bool(reader.phrase("day_part", start))  # «عشية عيد الميلاد»
    told = told or start > at or named_eve or reader.form(at - 1) in reader.words.feast_cues
    return (PartialDate(year, month, day), after) if year is not None or told else None


def month_at(reader: Reader, at: int) -> tuple[int, Calendar, int] | None:
    """A month name, after its label and with its second name («أيلول/سبتمبر»): number, calendar, position after."""
    start = reader.skip("month_label", at)
    for role, calendar in (("islamic_month", "islamic"), ("month", "gregorian")):
        found = reader.phrase(role, start)
        touches = reader.glued(start) and reader.is_word(start - 1)
        if found and not (touches or is_score(reader, start) or is_another_word(reader, start)):
            month, end = found
            return month, calendar, _second_name(reader, role, month, end)  # type: ignore[return-value]
    return None


def _second_name(reader: Reader, role: str, month: int, at: int) -> int:
    """Past another name of the month: after a sign, in brackets, after "or", or directly («آب أغسطس»)."""
    sign = reader.form(at)
    signed = sign in _SLASHES or sign in reader.words.or_words
    second = reader.phrase(role, at + signed)
    if second is None or second[0] != month:
        return at
    if not signed and (reader.form(at - 1).endswith(sign) or reader.lexicon.proclitic_lengths.get(sign)):
        return at  # the same name, or one with "and" written onto it
    end = second[1]
    if sign == "(":
        return end + 1 if reader.form(end) == ")" else at
    return end


def day_month(reader: Reader, at: int) -> Found | None:
    """ "8 August 1998", "the eighth of August", «8 آب/أغسطس», "19–27 May 1997", "4 to 22 January"."""
    days = days_at(reader, at) or impossible_day(reader, at)
    if days is None:
        return None
    position, dotted = _skip_day_separator(reader, days.end)
    if reader.form(position) in reader.words.in_words:
        return None  # "came second in May"
    of = reader.skip("of", position)
    if of > position and _is_one(reader, at):
        return None  # "the last day but one of May"
    position = of
    month = month_at(reader, position)
    if month is None or (month[2] > position and not _may_follow_day(reader, at, position)):
        return None
    number, calendar, after = month
    if days.last > _LONGEST_MONTH and not may_be_day_before(reader, at, days, position, after):
        return None
    return _with_year(reader, days, number, calendar, after, dotted)


def _is_one(reader: Reader, at: int) -> bool:
    """Whether a day is the word for one, and no "first"."""
    return reader.lexicon.cardinals.get(reader.form(at)) == 1 and not reader.phrase("ordinal", at)


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


def _with_year(reader: Reader, days: Days, month: int, calendar: Calendar, at: int, dotted: bool) -> Found | None:
    """The date of one or more days of a month with the year that follows, if one does.

    A day that no such month has is kept as the text writes it, so that a reader can be told.
    """
    year, end, era = year_after(reader, at, calendar, dotted or _is_abbreviation(reader, at - 1))
    if era == "islamic" and calendar == "gregorian":
        year, end = None, at
    if era == "solar":
        return None
    if year is None:
        year = year_further_on(reader, at, month, calendar)
    dates = tuple(PartialDate(year, month, day, calendar) for day in days.days)
    if len(dates) == 1:
        return None if calendar == "islamic" and days.last > _ISLAMIC_DAYS else (dates[0], end)
    if calendar == "islamic" and days.last > _ISLAMIC_DAYS:
        return None
    if days.listed and calendar == "gregorian" and days.last > days_in_month(year, month):
        return None
    return (DateChoice(dates, every=True) if days.listed else DateRange(dates[0], dates[-1])), end


def year_further_on(reader: Reader, at: int, month: int, calendar: Calendar) -> int | None:
    """The year that closes a list of days with their months: "3 May and 5 June 1997"."""
    position, joined = at, False
    for _ in range(_LISTED_DATES):
        comma = reader.form(position) in _COMMAS
        closing = reader.form(position + comma) in reader.words.and_words
        if not (comma or closing):
            return None
        position += comma + closing
        joined = joined or closing
        found = _day_and_month(reader, position)
        if found is None or found[1] != calendar or found[0] < month:
            return None
        month, position = found[0], found[2]
        year = year_after(reader, position, calendar)[0]
        if year is not None:
            return year if joined else None
    return None


@remembered
def _day_and_month(reader: Reader, at: int) -> tuple[int, Calendar, int] | None:
    """The month of a day with its month in either order, and the position after both."""
    start = reader.skip("day_label", at)
    days = days_at(reader, start)
    if days:
        return month_at(reader, reader.skip("of", days.end))
    month = month_at(reader, start)
    if month is None or not reader.words.month_first:
        return None
    days = days_at(reader, month[2])
    return (*month[:2], days.end) if days else None


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
        form = reader.form(position)
        separator = form in _COMMAS or form in reader.words.and_words
        attached = reader.is_word(position) and reader.start(position) > reader.tokens[position].start
        if not (separator or attached):
            return None
        month = month_at(reader, position + separator)
        if month is None or month[1] != calendar:
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
        if not (reader.is_number(position) or reader.phrase("ordinal", position)):
            return None  # "in February the two sides met"
    days = days_at(reader, position)
    if days is None:
        return None if sign in _COMMAS else _impossible_day_after(reader, at, position, month, calendar)
    dated = _with_year(reader, days, month, calendar, days.end, dotted=False)
    if dated and days.listed and dated[1] == days.end and not _ends_list(reader, days.end, days.commas):
        # "May 3 and 5 people": what follows "and" is counted.
        first = day_at(reader, position)
        days = Days((first[0],), False, False, first[1]) if first else days
        dated = _with_year(reader, days, month, calendar, days.end, dotted=False)
    if dated is None:
        return None
    has_year = dated[1] > days.end
    if isinstance(dated[0], PartialDate) and dated[0].is_impossible() and reader.is_word(dated[1]):
        return None
    if not (has_year or _may_follow_day(reader, at, reader.skip("month_label", at))):
        return None
    if sign == "." and not (_is_abbreviation(reader, end - 1) or reader.glued(position)):
        # A full stop after a whole month name may end the sentence: nothing may follow the figure.
        return dated if has_year or not reader.is_word(days.end) else None
    if sign in _COMMAS and not has_year:
        return None
    if reader.words.month_first or has_year or sign in _DAY_SEPARATORS or not reader.is_number(position):
        return dated
    return dated if reader.glued(position) else None


def _impossible_day_after(reader: Reader, at: int, position: int, month: int, calendar: Calendar) -> Found | None:
    """ "June 59, 1953", "on June 59"."""
    days = impossible_day(reader, position)
    dated = _with_year(reader, days, month, calendar, days.end, dotted=False) if days else None
    if days is None or dated is None or not _may_follow_day(reader, at, reader.skip("month_label", at)):
        return None
    return dated if may_be_day_after(reader, at, days, dated[1] > days.end) else None


def _ends_list(reader: Reader, at: int, commas: bool) -> bool:
    """Whether no counted noun can follow the last day of a list."""
    return not reader.is_word(at) or (not commas and reader.form(at) in reader.words.after_year)


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
    tied = position > at and reader.form(at) in "/-"
    read = _year_number(reader, labelled, labelled > position, calendar, comma, tied)
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


def _year_number(
    reader: Reader, at: int, labelled: bool, calendar: Calendar, comma: bool, tied: bool
) -> tuple[int, int] | None:
    """The year itself. Without a label or an era it must have four digits and stand where no count can."""
    digits = reader.digits(at)
    if not digits:
        if reader.form(at) in _QUOTES and len(reader.digits(at + 1)) == 2 and reader.glued(at + 1):
            return full_year(int(reader.digits(at + 1))), at + 2
        words = year_in_words(reader, at)
        # «في أيار/مايو من خمسمئة طن إلى خمسة آلاف»: without a label hundreds are counted.
        least = 0 if labelled or calendar != "gregorian" else _FIRST_WRITTEN
        return words if words and least <= words[0] <= _LAST_WRITTEN else None
    if len(digits) > 4 or is_longer_figure(reader, at):
        return None
    year, end = int(digits), at + 1
    if year > _LAST_YEAR:
        return None
    if era_after(reader, end)[0] or (labelled and len(digits) >= 3):
        return year, end
    if len(digits) == 2 and tied and calendar == "gregorian":  # "16-Nov-16"
        return full_year(year), end
    if len(digits) == 2 and not comma and calendar == "gregorian" and year > 31 and not reader.is_word(end):
        return full_year(year), end
    if calendar == "islamic":
        return (year, end) if len(digits) >= 3 and year <= 1500 else None
    if len(digits) == _YEAR_DIGITS - 1 and not comma and is_early_year(reader, at, year):
        return year, end
    if len(digits) != _YEAR_DIGITS or not 1000 <= year <= 2200:
        return None
    sure = not comma or may_be_year(reader, at, year, cued=True) or is_before_figure(reader, at, year)
    return (year, end) if sure else None


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
