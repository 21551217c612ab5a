"""Dates that need no reference date, and ranges of them."""

from __future__ import annotations

from dataclasses import replace

from align.extraction.date_lexicon import Reader
from align.extraction.date_numerals import day_at, year_figure, year_in_words
from align.extraction.date_numeric import numeric_date
from align.extraction.date_points import calendar_date, year_first
from align.extraction.date_spans import named_span
from align.extraction.date_years import bare_year, era_year, labelled_year, may_be_year
from align.extraction.edtf import DateChoice, DateRange, PartialDate, ResolvedDays, with_year
from align.languages.date_words import Part

Value = PartialDate | DateRange | DateChoice | ResolvedDays
Parsed = tuple[Value, int, int]

_GENERATION = 20  # years
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
    if isinstance(value, PartialDate) and _is_bare(value) and not _month_alone_is_sure(reader, at, end):
        return None
    return value, at, end


def _is_bare(value: PartialDate) -> bool:
    """Whether a value is a month and no more."""
    return (
        value.year is None
        and value.day is None
        and value.month is not None
        and value.span == "date"
        and value.part is None
    )


def _month_alone_is_sure(reader: Reader, at: int, end: int) -> bool:
    """Whether a month without day and year is one: many month names are words and personal names as well."""
    if reader.phrase("islamic_month", at) and not reader.skip("month_label", at) > at:
        return False
    if reader.skip("month_label", at) > at or (end - at > 1 and not reader.phrase("islamic_month", at)):
        return True
    form = reader.form(at)
    bare = form[reader.lexicon.proclitic_lengths.get(form, 0) :]
    spellings = reader.words.ambiguous_months.get(bare)
    if spellings is None:
        return not reader.words.month_first or reader.original(at)[0].isupper()
    cued = reader.form(at - 1) in reader.words.year_cues or bare != form
    if not cued or not any(spelling in reader.original(at) for spelling in spellings):
        return False
    return not (reader.is_word(end) and reader.original(end)[0].isupper())


def _hedged_point(reader: Reader, at: int) -> tuple[Value, int] | None:
    """A date with "about" or "late" before it."""
    hedge = reader.skip("approximator", at)
    if hedge > at:
        found = _point(reader, hedge)
        if found and isinstance(found[0], PartialDate) and not _is_bare(found[0]):
            return replace(found[0], approximate=True), found[1]
        return None
    return _point(reader, at)


def _point(reader: Reader, at: int) -> tuple[Value, int] | None:
    """One date or named span; a bare year last, since it is the least sure."""
    part = reader.phrase("part", at)
    if part:
        return _part_of_date(reader, part[1], part[0]) or named_span(reader, at)
    if reader.is_number(at):
        found = (
            numeric_date(reader, at)
            or named_span(reader, at)
            or calendar_date(reader, at)
            or year_first(reader, at)
            or era_year(reader, at)
            or bare_year(reader, at)
        )
        return found
    weekday = reader.phrase("weekday", at) or reader.phrase("day_label", at)
    if weekday:
        numeric = _labelled_numeric(reader, at)
        if numeric:
            return numeric
    return (
        named_span(reader, at)
        or calendar_date(reader, at)
        or labelled_year(reader, at)
        or era_year(reader, at)
        or _year_in_words(reader, at)
    )


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
        year = year_figure(reader, position)
        found = (PartialDate(year), position + 1) if year and may_be_year(reader, position, year, cued=True) else None
    if found is None or not isinstance(found[0], PartialDate) or found[0].day or found[0].part:
        return None
    return replace(found[0], part=part), found[1]


def _year_in_words(reader: Reader, at: int) -> tuple[Value, int] | None:
    """A year in words after a preposition: "in nineteen ninety-six"."""
    if reader.form(at - 1) not in reader.words.year_cues:
        return None
    found = year_in_words(reader, at)
    if found is None or not 1100 <= found[0] <= 2099 or found[1] - at < 3 or found[0] % 100 == 0:
        return None
    if reader.form(found[1]) in reader.words.counted_words or reader.is_word(found[1]):
        return None
    return PartialDate(found[0]), found[1]


def _range(reader: Reader, at: int, and_joins: bool) -> tuple[Value, int] | None:
    """Two dates with a joiner between them, or else the first alone; after "between" both must be there."""
    point = _hedged_point(reader, at)
    first = point or _year_of_range(reader, at)
    if first is None:
        return _days_before_month(reader, at, and_joins)
    value, end = first
    if not isinstance(value, PartialDate):
        return first if isinstance(value, DateRange) or not and_joins else None
    joined = _last_of_range(reader, at, value, end, and_joins)
    if joined is None and not and_joins:
        return point or _days_before_month(reader, at, and_joins)
    return joined


def _last_of_range(reader: Reader, at: int, first: PartialDate, end: int, and_joins: bool) -> tuple[Value, int] | None:
    """The range that the joiner after a first date opens; what one side lacks (year, month) the other gives."""
    position = _joiner(reader, end, and_joins)
    if position == end:
        return None
    short = _short_year(reader, position, first)
    if short:
        return DateRange(first, replace(first, year=short)), position + 1
    second = _hedged_point(reader, position) or _year_of_range(reader, position)
    if second is None or not isinstance(second[0], PartialDate):
        return None
    last, after = second[0], second[1]
    dashed = reader.form(position - 1) in _DASHES
    if not (dashed or and_joins or _same_precision(first, last) or _is_opened(reader, at)):
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


def _is_opened(reader: Reader, at: int) -> bool:
    return any(reader.skip("opener", start) == at for start in range(max(0, at - 3), at))


def _is_lifetime(first: PartialDate, last: PartialDate) -> bool:
    """Two whole dates a generation apart are of a life or a reign: two dates, and not one long range."""
    whole = first.day is not None and last.day is not None and first.year is not None and last.year is not None
    return whole and (last.year or 0) - (first.year or 0) >= _GENERATION


def _joiner(reader: Reader, at: int, and_joins: bool) -> int:
    position = reader.skip("joiner", at)
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


def _short_year(reader: Reader, at: int, first: PartialDate) -> int | None:
    """The "97" of "1996-97": the year after, or a later year of the same century, tied on by a dash."""
    digits = reader.digits(at)
    if len(digits) != 2 or first.year is None or first.month or first.span != "date":
        return None
    if not (reader.glued(at) and reader.glued(at - 1)) or (reader.glued(at + 1) and reader.form(at + 1) in "-/.,%"):
        return None
    year = first.year // 100 * 100 + int(digits)
    return year if year > first.year else None


def _year_of_range(reader: Reader, at: int) -> tuple[Value, int] | None:
    """A year at the end of a range, where less is asked of it than of a year standing alone."""
    words = year_in_words(reader, at)
    year, end = words or (year_figure(reader, at), at + 1)
    if year is None or reader.form(end) in reader.words.counted_words or not 1000 <= year <= 2099:
        return None
    return None if words and reader.is_word(end) and not reader.skip("joiner", end) > end else (PartialDate(year), end)


def _days_before_month(reader: Reader, at: int, and_joins: bool) -> tuple[Value, int] | None:
    """ "4 to January 22, 1995", "2 and 7 February": a day whose month comes with the second."""
    day = day_at(reader, at)
    if day is None:
        return None
    position = _joiner(reader, day[1], and_joins)
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
