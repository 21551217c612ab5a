"""Dates that need no reference date, and ranges of them."""

from __future__ import annotations

from dataclasses import replace

from align.extraction.date_counted import counted_from
from align.extraction.date_early import early_year
from align.extraction.date_months import month_alone_is_sure
from align.extraction.date_numerals import day_at, is_longer_figure, year_figure, year_in_words
from align.extraction.date_numeric import numeric_date
from align.extraction.date_points import calendar_date, feast, year_first
from align.extraction.date_reader import Reader, Readers
from align.extraction.date_spans import SPANS, named_span
from align.extraction.date_years import (
    bare_year,
    era_year,
    era_years,
    is_range_of_counts,
    labelled_year,
    may_be_year,
    short_year,
)
from align.extraction.edtf import DateChoice, DateRange, PartialDate, ResolvedDays, with_year
from align.languages.date_words import Part

Value = PartialDate | DateRange | DateChoice | ResolvedDays
Parsed = tuple[Value, int, int]

_YEAR_WORDS = 3
_GENERATION = 20  # years
_COMMAS = frozenset(",\u060c")
_DASHES = frozenset("-\u2013\u2014\u2212/")


def absolute_date(reader: Reader, at: int) -> Parsed | None:
    """The date that begins at a token: its value, its first token, and the position after it."""
    between = reader.skip("between", at)
    if between > at:
        found = _range(reader, between, and_joins=True)
        return (found[0], at, found[1]) if found else None
    found = _range(reader, at, and_joins=False)
    if found is None:
        return None
    value, end = found
    if isinstance(value, PartialDate) and _is_bare(value) and not month_alone_is_sure(reader, at, end):
        return None
    return value, at, _after_bracket(reader, at, end)


def _after_bracket(reader: Reader, at: int, end: int) -> int:
    """Past the bracket that closes one within the date: «السبت (5 مايو 1945)»."""
    opened = "(" in reader.forms[at:end] and ")" not in reader.forms[at:end]
    return end + 1 if opened and reader.form(end) == ")" else end


def _is_bare(value: PartialDate) -> bool:
    """Whether a value is a month and no more."""
    return (
        value.year is None
        and value.day is None
        and value.month is not None
        and value.span == "date"
        and value.part is None
    )


def hedged_point(reader: Reader, at: int) -> tuple[Value, int] | None:
    """A date with "about" or "late" before it. The last one is kept: the end of a range may begin the next date."""
    if reader.last_point is None or reader.last_point[0] != at:
        reader.last_point = (at, _read_hedged(reader, at))
    found: tuple[Value, int] | None = reader.last_point[1]
    return found


def _read_hedged(reader: Reader, at: int) -> tuple[Value, int] | None:
    hedge = reader.skip("approximator", at)
    if hedge > at:
        found = _point(reader, hedge) or _hedged_year(reader, hedge)
        if found and isinstance(found[0], DateRange):
            return replace(found[0], first=replace(found[0].first, approximate=True)), found[1]
        if found and isinstance(found[0], PartialDate) and not _is_bare(found[0]):
            return replace(found[0], approximate=True), found[1]
        return None
    return _point(reader, at)


def _hedged_year(reader: Reader, at: int) -> tuple[Value, int] | None:
    """A year that a hedge makes sure: "c.1850"."""
    year = year_figure(reader, at)
    return (PartialDate(year), at + 1) if year and may_be_year(reader, at, year, cued=True) else None


def _point(reader: Reader, at: int) -> tuple[Value, int] | None:
    """One date or named span; a bare year last, since it is the least sure."""
    part = reader.phrase("part", at)
    if part:
        return _part_of_date(reader, part[1], part[0]) or named_span(reader, at)
    for read in reader.fitting(_POINTS, at):
        found: tuple[Value, int] | None = read(reader, at)
        if found:
            return found
    return None


def _labelled_numeric(reader: Reader, at: int) -> tuple[Value, int] | None:
    """A date in figures after its weekday or «بتاريخ»; the weekday tells day from month."""
    position = reader.skip("day_label", at)
    weekday = reader.phrase("weekday", position)
    if weekday:
        position = weekday[1]
        if reader.form(position) in (",", "\u060c", "("):
            position += 1
        position = reader.skip("on", position)
    return numeric_date(reader, position, weekday[0] if weekday else None)


def _part_of_date(reader: Reader, at: int, part: Part) -> tuple[Value, int] | None:
    position = at
    if reader.form(position) == "-":
        position += 1
    if reader.form(position) in reader.words.articles:
        position += 1
    position = reader.skip("of", position)
    found = _point(reader, position)
    if found is None:
        found = _hedged_year(reader, position)
    if found and isinstance(found[0], DateChoice) and all(option.span == "decade" for option in found[0].options):
        return DateChoice(tuple(replace(option, part=part) for option in found[0].options)), found[1]
    if found and isinstance(found[0], ResolvedDays):
        return found  # "the end of the first week of May": the week says enough
    if found is None or not isinstance(found[0], PartialDate) or found[0].day or found[0].part:
        return None
    return replace(found[0], part=part), found[1]


def _year_in_words(reader: Reader, at: int) -> tuple[Value, int] | None:
    """A year in words after a preposition: "in nineteen ninety-six"."""
    if reader.form(at - 1) not in reader.words.year_cues:
        return None
    found = year_in_words(reader, at)
    if found is None or not 1100 <= found[0] <= 2099 or found[0] % 100 == 0:
        return None
    if found[1] - at < _YEAR_WORDS and reader.words.and_prefix:
        return None  # two words are a count as soon as a year in Arabic, and "nineteen eighty" in English
    if reader.form(found[1]) in reader.words.counted_words or reader.is_word(found[1]):
        return None
    return PartialDate(found[0]), found[1]


def _range(reader: Reader, at: int, and_joins: bool) -> tuple[Value, int] | None:
    """Two dates with a joiner between them, or else the first alone; after "between" both must be there."""
    point = hedged_point(reader, at)
    first = point
    if point is None and (and_joins or reader.fitting(_OPENING_YEARS, at)):
        first = _year_of_range(reader, at)
    if first is None:
        return _opening_days(reader, at, and_joins)
    value, end = first
    if and_joins and isinstance(value, DateChoice) and value.every and len(value.options) == 2:
        return DateRange(*value.options), end  # "between July 10 and 22"
    if not isinstance(value, PartialDate):
        return first if isinstance(value, DateRange) or not and_joins else None
    joined = _last_of_range(reader, at, value, end, and_joins)
    if joined is None and not and_joins:
        return point or _opening_days(reader, at, and_joins)
    return joined


def _opening_days(reader: Reader, at: int, and_joins: bool) -> tuple[Value, int] | None:
    return _days_before_month(reader, at, and_joins) if and_joins or reader.fitting(_OPENING_DAYS, at) else None


def _last_of_range(reader: Reader, at: int, first: PartialDate, end: int, and_joins: bool) -> tuple[Value, int] | None:
    """The range that the joiner after a first date opens; what one side lacks (year, month) the other gives."""
    position = joined_at(reader, end, and_joins)
    if position is None:
        return None
    short = _short_year(reader, position, first)
    if short:
        return DateRange(first, replace(first, year=short)), position + 1
    second = hedged_point(reader, position) or _year_of_range(reader, position)
    if second is None or not isinstance(second[0], PartialDate):
        return None
    last, after = second[0], second[1]
    dashed = reader.form(position - 1) in _DASHES
    if not (dashed or and_joins or _same_precision(first, last) or is_opened(reader, at)):
        return None
    if dashed and (_is_lifetime(first, last) or _goes_on(reader, position, after)):
        return None
    joined = _joined(first, last)
    return (joined, after) if joined else None


def _goes_on(reader: Reader, position: int, after: int) -> bool:
    """Whether another figure is tied on: a code such as 1996-1997-12."""
    return after == position + 1 and reader.form(after) == "-" and reader.glued(after) and reader.is_number(after + 1)


def _same_precision(first: PartialDate, last: PartialDate) -> bool:
    return (first.month is None, first.day is None) == (last.month is None, last.day is None)


def is_opened(reader: Reader, at: int) -> bool:
    """Whether "from" stands before."""
    return any(reader.skip("opener", start) == at for start in range(max(0, at - 3), at))


def _is_lifetime(first: PartialDate, last: PartialDate) -> bool:
    """Two whole dates a generation apart are of a life or a reign: two dates, and not one long range."""
    whole = first.day is not None and last.day is not None and first.year is not None and last.year is not None
    return whole and (last.year or 0) - (first.year or 0) >= _GENERATION


def joiner_end(reader: Reader, at: int, and_joins: bool) -> int:
    """The position after "to" or a dash, or after "and" where "between" came before; the same where none is."""
    position = reader.skip("joiner", at)
    if position == at and reader.form(at) in _COMMAS:  # "December 24, 1979, to February 15, 1989"
        after = reader.skip("joiner", at + 1)
        position = after if after > at + 1 and reader.is_word(at + 1) else at
    if position == at and and_joins:
        form = reader.form(at)
        if form in reader.words.and_words:
            position = at + 1
        elif reader.words.and_prefix and form.startswith(reader.words.and_prefix) and reader.is_word(at):
            return at  # the "and" is part of the next word, which the reader strips by itself
    if position == at and reader.form(at) == "/":
        year_or_month = year_figure(reader, at + 1) or reader.phrase("month", at + 1)
        position = at + 1 if year_or_month or len(reader.digits(at + 1)) == 2 else at
    return position


def joined_at(reader: Reader, end: int, and_joins: bool) -> int | None:
    """Where the second end of a range begins: after a joiner, or at once where "and" is written onto it."""
    position = joiner_end(reader, end, and_joins)
    prefix = reader.words.and_prefix
    attached = and_joins and bool(prefix) and reader.is_word(end) and reader.form(end).startswith(prefix)
    return position if position > end or attached else None


def _short_year(reader: Reader, at: int, first: PartialDate) -> int | None:
    """The "97" of "1996-97": the year after, or a later year of the same century, tied on by a dash."""
    digits = reader.digits(at)
    if len(digits) != 2 or first.year is None or first.month or first.span != "date":
        return None
    tied_on = reader.glued(at + 1) and reader.form(at + 1) in ("-", "/", "%")
    if not (reader.glued(at) and reader.glued(at - 1)) or tied_on or is_longer_figure(reader, at):
        return None
    year = first.year // 100 * 100 + int(digits)
    return year if year > first.year else None


def _year_of_range(reader: Reader, at: int) -> tuple[Value, int] | None:
    """A year at the end of a range, where less is asked of it than of a year standing alone."""
    words = year_in_words(reader, at)
    year, end = words or (year_figure(reader, at), at + 1)
    if year is None or reader.form(end) in reader.words.counted_words or not 1000 <= year <= 2099:
        return None
    if words is None and is_range_of_counts(reader, at):
        return None
    return None if words and reader.is_word(end) and not reader.skip("joiner", end) > end else (PartialDate(year), end)


def _days_before_month(reader: Reader, at: int, and_joins: bool) -> tuple[Value, int] | None:
    """ "4 to January 22, 1995", "2 and 7 February": a day whose month comes with the second."""
    day = day_at(reader, at)
    if day is None:
        return None
    position = joiner_end(reader, day[1], and_joins)
    if position == day[1]:
        return None
    second = calendar_date(reader, position)
    if second is None or not isinstance(second[0], PartialDate) or not second[0].day:
        return None
    last = second[0]
    if last.day is None or day[0] >= last.day:
        return None
    return DateRange(replace(last, day=day[0], weekday=None), last), second[1]


def _joined(first: PartialDate, last: PartialDate) -> DateRange | None:
    if first.calendar != last.calendar or ("century" in (first.span, last.span) and first.span != last.span):
        return None
    if first.year is None and last.year is not None and first.span == "date":
        later = (first.month or 0) > (last.month or 12)
        first = with_year(first, last.year - later)
    elif first.year is not None and last.year is None and last.span == "date":
        return None
    if first.year and last.year is not None and last.year <= 0 < first.year and first.span == "date":
        first = with_year(first, 1 - first.year)  # "from 1334 to 1325 BC"
    low, high = first.bounds(), last.bounds()
    if low is None or high is None:
        return DateRange(first, last) if _yearless_in_order(first, last) else None
    return DateRange(first, last) if low[0] <= high[1] and low != high else None


def _yearless_in_order(first: PartialDate, last: PartialDate) -> bool:
    return first.year is None and last.year is None and bool(first.month and last.month) and first != last


_MONTHS = ("month", "islamic_month")
_JOINED = ("joiner", "slash")
_FIGURED = ("number", "number word", "ordinal prefix")
_POINTS: Readers = (
    (numeric_date, ("number",), ("separator",)),
    (_labelled_numeric, ("weekday", "day_label"), ("number",), ("separator",)),
    (era_years, ("number",), ("joiner",), ("era",)),
    *SPANS,
    (calendar_date, (*_FIGURED, *_MONTHS, "article", "day_label", "month_label", "weekday"), _MONTHS),
    (feast, ("feast", "day_label"), ("feast",)),
    (
        counted_from,
        ("number", "number word", "unit", "vague", "told before", "ago_before"),
        ("unit",),
        ("told closing", "told before", "ago_before"),
        ("month", "feast"),
    ),
    (labelled_year, ("year_label",), ("number", "number word")),
    (year_first, ("year figure",), ("month",)),
    (era_year, ("number", "era"), ("era",)),
    (bare_year, ("year figure",)),
    (early_year, ("early figure",)),
    (short_year, ("apostrophe",), ("long number",)),
    (_year_in_words, ("number word",)),
)
_OPENING_YEARS: Readers = ((_year_of_range, ("year figure", "number word"), _JOINED),)
_OPENING_DAYS: Readers = ((_days_before_month, _FIGURED, _JOINED, _MONTHS),)
ABSOLUTE: Readers = (
    *_POINTS,
    *_OPENING_YEARS,
    *_OPENING_DAYS,
    (absolute_date, ("approximator", "between", "part")),
)
