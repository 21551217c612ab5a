"""Days by weekday, by the n-th of a period, and by the day of a month that a modifier names."""

from __future__ import annotations

import datetime

from align.extraction.date_numerals import day_at
from align.extraction.date_periods import (
    Period,
    add_months,
    day_in_month_near,
    nth_week,
    nth_weekday,
    weekday_after,
    weekday_near,
)
from align.extraction.date_reader import Reader
from align.extraction.date_reference import (
    DAY,
    UNRESOLVED,
    Found,
    Reference,
    Value,
    modifier_at,
    noting,
    one_day,
    period_at,
    resolve_with,
)
from align.extraction.edtf import DateChoice, PartialDate, ResolvedDays

_COMMAS = frozenset(",\u060c")
_MOST_WEEKS = 5  # in which a weekday falls in one month


def weekday(reader: Reader, at: int, reference: Reference) -> Found | None:
    """A weekday: with a modifier, with a week, with the day of the month, or alone (the one before or after)."""
    position = reader.skip("day_label", at)
    if reader.form(at) in reader.words.articles:
        position = at + 1
    modifier = None
    before = modifier_at(reader, position)
    if before and (before[0] == 0 or not reader.words.modifiers_follow):
        modifier, position = before[0], reader.skip("day_label", before[1])
    found = reader.phrase("weekday", position)
    if found is None:
        return None
    weekday, end = found
    ambiguous = reader.form(position) in reader.words.ambiguous_weekdays
    if ambiguous and reader.words.modifiers_follow and reader.skip("day_label", at) != position:
        return None
    if _begins_a_number(reader, end) or _recurs(reader, at, end):
        return None
    if modifier is None:
        after = modifier_at(reader, end) if reader.words.modifiers_follow else None
        if after:
            modifier, end = after
    if modifier is not None:
        coming = before is not None and reader.form(before[1] - 1) in reader.words.nearest_modifiers
        near = weekday_after if coming else weekday_near
        return resolve_with(reference, lambda day: one_day(near(day, weekday, modifier))), end
    with_week = _weekday_of_week(reader, end, weekday, reference)
    if with_week:
        return with_week
    dated = _day_of_month(reader, end, weekday, reference)
    if dated:
        return dated
    if ambiguous or reader.form(at) in reader.words.articles or _is_title(reader, at, end):
        return None
    return _nearest(weekday, reference), end


def _recurs(reader: Reader, at: int, end: int) -> bool:
    """Whether it is every such day, "on Thursdays": «أيام الخميس», but «أيام الاثنين والثلاثاء» are two days."""
    listed = reader.form(end) in _COMMAS or reader.form(end).startswith(reader.words.and_prefix or "\0")
    return not listed and not reader.words.days_labels.isdisjoint((reader.form(at), reader.form(at - 1)))


def _begins_a_number(reader: Reader, end: int) -> bool:
    """Whether tens follow, so that what looks like a day is a number: «مقاعده الاثنين والخمسين», «الأحد عشر»."""
    return reader.form(end) in reader.words.joined_tens


def _is_title(reader: Reader, at: int, end: int) -> bool:
    """ "The Sunday Times": an article before and a capital after."""
    return (
        reader.form(at - 1) in reader.words.articles
        and reader.is_word(end)
        and reader.original(end)[0].isupper()
        and reader.phrase("month", end) is None
    )


def _nearest(weekday: int, reference: Reference) -> Value:
    """A weekday alone is the one before or the one after the day of writing, or that day itself."""
    if reference is None:
        return noting(resolve_with(None, lambda day: _before_and_after(day, weekday)), either=True)
    if reference.weekday() == weekday:
        return ResolvedDays(reference, reference)
    try:
        last = weekday_near(reference, weekday, -1)
        days = (last, last + 7 * DAY)
    except OverflowError:
        return UNRESOLVED
    return DateChoice(tuple(PartialDate(day.year, day.month, day.day) for day in days))


def _before_and_after(day: datetime.date, weekday: int) -> Period:
    last = weekday_near(day, weekday, -1)
    return last, last + 7 * DAY


def _weekday_of_week(reader: Reader, end: int, weekday: int, reference: Reference) -> Found | None:
    """ "Tuesday next week", «يوم الجمعة من الأسبوع المقبل»."""
    week = period_at(reader, reader.skip("on", end))
    if week is None or week[1] != "week":
        return None
    return resolve_with(reference, lambda day: weekday_in(week[0](day), weekday)), week[2]


def weekday_in(week: Period | None, weekday: int) -> Period | None:
    return one_day(week[0] + weekday * DAY) if week else None


def _day_of_month(reader: Reader, end: int, weekday: int, reference: Reference) -> Found | None:
    """ "Thursday the 21st", «يوم الخميس 21», «الخميس 11 من الشهر»."""
    position = reader.skip("on", end)
    if not reader.words.modifiers_follow and reader.form(position - 1) not in reader.words.articles:
        return None
    index = reader.phrase("ordinal", position)
    if index and index[0] <= _MOST_WEEKS and position == end and reader.words.modifiers_follow:
        return _nth_weekday(reader, index, weekday, reference)
    if reader.words.modifiers_follow and not (reader.is_number(position) or reader.phrase("ordinal", position)):
        return None
    day = day_at(reader, position)
    if day is None:
        return None
    end = _past_month(reader, day[1])
    if end == day[1] and (reader.is_word(end) or (reader.form(end) in ":%./-" and reader.is_number(end + 1))):
        return None
    if reference is None:
        return PartialDate(None, None, day[0], weekday=weekday), end
    near = resolve_with(reference, lambda today: one_day(day_in_month_near(today, day[0], weekday)))
    return (PartialDate(None, None, day[0], weekday=weekday) if near == UNRESOLVED else near), end


def _past_month(reader: Reader, at: int) -> int:
    """Past "of the month", which only says that a number is a day of it."""
    of = reader.skip("of", at)
    pointed = of > at and reader.form(of) in reader.words.told.month_pointers and modifier_at(reader, of + 1) is None
    return of + 1 if pointed else at


def _nth_weekday(reader: Reader, index: tuple[int, int], weekday: int, reference: Reference) -> Found | None:
    """«الأحد الثاني»: the second of its month."""
    if reference is None:
        return None
    return resolve_with(reference, lambda day: one_day(nth_weekday(day, index[0], weekday))), index[1]


def numbered_week(reader: Reader, at: int, reference: Reference) -> Found | None:
    """ "week 10", "Week 31 to Week 35": weeks of the running year."""
    first = _week_number(reader, at)
    if first is None or reference is None:
        return None
    low, end = first
    last = _week_number(reader, reader.skip("joiner", end))
    if last is None and reader.form(end) in reader.words.and_words:
        last = _week_number(reader, end + 1)
    high, end = last if last and last[0] > low else first

    def resolve(day: datetime.date) -> Period:
        first_day, last_day = (datetime.date.fromisocalendar(day.year, week, 1) for week in (low, high))
        return first_day, last_day + 6 * DAY

    return resolve_with(reference, resolve), end


def _week_number(reader: Reader, at: int) -> tuple[int, int] | None:
    noun = reader.phrase("division", at)
    if noun is None or noun[0] != "week" or reader.words.modifiers_follow:
        return None
    digits = reader.digits(noun[1])
    return (int(digits), noun[1] + 1) if 0 < len(digits) <= 2 and 1 <= int(digits) <= 53 else None


def nth_of_period(reader: Reader, at: int, reference: Reference) -> Found | None:
    """ "the third week of this month", "second Sunday", «20 من الشهر القادم», "4 to 22 this month"."""
    position = at + 1 if reader.form(at) in reader.words.articles else at
    noun = reader.phrase("division", position)
    if noun and noun[0] == "week":
        ordinal = reader.phrase("ordinal", noun[1])
        return _nth_week(reader, ordinal[0], ordinal[1], reference) if ordinal else None
    if noun:
        ordinal = reader.phrase("ordinal", noun[1])
        return _part_of_year(reader, noun[0], ordinal[0], ordinal[1], reference) if ordinal else None
    index = day_at(reader, position)
    if index is None:
        return None
    number, end = index
    noun = reader.phrase("division", end)
    if noun and noun[0] != "week":
        return _part_of_year(reader, noun[0], number, noun[1], reference)
    if noun and noun[0] == "week":
        return _nth_week(reader, number, noun[1], reference)
    if reader.is_number(position):
        return _days_of_month(reader, number, end, reference)
    weekday = reader.phrase("weekday", end)
    month = period_at(reader, reader.skip("of", weekday[1])) if weekday else None
    if weekday and month and month[1] == "month":
        return resolve_with(reference, lambda day: _nth_in(month[0](day), number, weekday[0])), month[2]
    if weekday and reference and number <= 5 and reader.form(end) not in reader.words.ambiguous_weekdays:
        return resolve_with(reference, lambda day: one_day(nth_weekday(day, number, weekday[0]))), weekday[1]
    return _days_of_month(reader, number, end, reference)


def _part_of_year(reader: Reader, noun: str, number: int, end: int, reference: Reference) -> Found | None:
    """ "the first quarter of this year", «النصف الأول من العام الجاري»."""
    year = period_at(reader, reader.skip("of", end))
    length = {"half": 6, "quarter": 3}[noun]
    if year is None or year[1] != "year" or not 1 <= number <= 12 // length:
        return None

    def resolve(day: datetime.date) -> Period | None:
        whole = year[0](day)
        first = add_months(whole[0], length * (number - 1)) if whole else None
        return (first, add_months(first, length) - DAY) if first else None

    return resolve_with(reference, resolve), year[2]


def _nth_in(month: Period | None, index: int, weekday: int) -> Period | None:
    return one_day(nth_weekday(month[0], index, weekday)) if month else None


def _nth_week(reader: Reader, number: int, end: int, reference: Reference) -> Found | None:
    period = period_at(reader, reader.skip("of", end))
    if period is None or period[1] not in ("month", "year"):
        return None

    def resolve(day: datetime.date) -> Period | None:
        whole = period[0](day)
        return nth_week(whole, number) if whole else None

    return resolve_with(reference, resolve), period[2]


def _days_of_month(reader: Reader, low: int, end: int, reference: Reference) -> Found | None:
    """One day or a range of days of a month named by a modifier."""
    high = low
    joiner = reader.skip("joiner", end)
    if joiner == end and reader.form(end) in reader.words.and_words:
        joiner = end + 1
    second = day_at(reader, joiner) if joiner > end else None
    if second and second[0] > low:
        high, end = second
    position = reader.skip("of", end)
    month = period_at(reader, position)
    if month is None or month[1] != "month" or (position == end and high == low):
        return None

    def resolve(day: datetime.date) -> Period | None:
        whole = month[0](day)
        if whole is None or high > whole[1].day:
            return None
        return whole[0].replace(day=low), whole[0].replace(day=high)

    return resolve_with(reference, resolve), month[2]
