"""Dates that depend on the day of writing: "yesterday", "last week", "two years ago", «الأسبوع الماضي».

Every reader takes a position and returns what it found with the position after it. Without a reference date
the same expressions are found and stay unresolved.
"""

from __future__ import annotations

import datetime

from align.calendars import days_in_month
from align.extraction.date_days import days_at
from align.extraction.date_numerals import day_at
from align.extraction.date_periods import Period, add_months, occurrence, part_of_period, period_of
from align.extraction.date_points import month_at
from align.extraction.date_reader import Reader, Readers
from align.extraction.date_reference import (
    DAY,
    Found,
    Reference,
    Value,
    modifier_at,
    noting,
    one_day,
    period_at,
    plain_period_at,
    resolve_with,
)
from align.extraction.date_relative_counts import ago_or_hence, next_or_last_units, within_units
from align.extraction.date_relative_days import nth_of_period, numbered_week, weekday, weekday_in
from align.extraction.edtf import PartialDate, ResolvedDays
from align.languages.date_words import Part, Unit

_THIS_CENTURY = datetime.date(2010, 1, 1)

Parsed = tuple[Value, int, int]


def relative_date(reader: Reader, at: int, reference: Reference) -> Parsed | None:
    """The longest relative expression that begins at a token: its value, its first token, the position after."""
    best: Found | None = None
    for read in reader.fitting(RELATIVE, at):
        found = read(reader, at, reference)
        if found and (best is None or found[1] > best[1]):
            best = found
    return (best[0], at, best[1]) if best else None


def _named_day(reader: Reader, at: int, reference: Reference) -> Found | None:
    """ "yesterday", «بعد غد», «اليوم»; «اليوم» is today only where nothing follows that makes it "the day"."""
    found = reader.phrase("named_day", at)
    if found is None:
        return None
    shift, end = found
    if end - at == 1 and _makes_it_a_day(reader, at, end):
        return None
    weekday = reader.phrase("weekday", end)
    if weekday and reader.words.modifiers_follow:
        end = weekday[1]
    return resolve_with(reference, lambda day: one_day(day + shift * DAY)), end


def _makes_it_a_day(reader: Reader, at: int, end: int) -> bool:
    if not reader.words.modifiers_follow:
        return False
    if reader.form(at - 1) in reader.words.day_anaphora or reader.form(end) in reader.words.day_anaphora:
        return True
    return any(reader.phrase(role, end) for role in ("ordinal", "modifier", "anaphor")) or (
        reader.is_number(end) and reader.phrase("unit", at) is not None
    )


def _modified_period(reader: Reader, at: int, reference: Reference) -> Found | None:
    """A modified unit, with a weekday or an n-th week in it: "last week Sunday", "the third week of this month"."""
    period = period_at(reader, at)
    if period is None:
        return None
    resolve, unit, end = period
    position = reader.skip("day_label", reader.skip("on", end))
    weekday = reader.phrase("weekday", position) if unit == "week" else None
    if weekday is None or reader.phrase("month", weekday[1]) or reader.is_number(weekday[1]):
        return resolve_with(reference, resolve), end
    return resolve_with(reference, lambda day: weekday_in(resolve(day), weekday[0])), weekday[1]


def _in_period(reader: Reader, at: int, reference: Reference) -> Found | None:
    """ "late last year", "later this month", "the rest of the week", «مطلع الأسبوع المقبل», «أواخر الشهر»."""
    for role in ("part", "later", "rest"):
        found = reader.phrase(role, at)
        if found is None:
            continue
        value, position = found
        position = reader.skip("of", position)
        period = period_at(reader, position) or (plain_period_at(reader, position) if role != "part" else None)
        if period is None:
            continue
        resolve, unit, end = period
        return resolve_with(reference, lambda day: _portion(role, value, resolve(day), unit, day)), end  # noqa: B023
    return None


def _portion(role: str, value: Part, period: Period | None, unit: Unit, today: datetime.date) -> Period | None:
    if period is None:
        return None
    first, last = period
    if role == "part":
        return part_of_period(period, value, unit)
    if role == "later" and value == "early":
        return (first, today - DAY) if first < today <= last else part_of_period(period, value, unit)
    return (max(first, today), last) if today <= last else period


def _named_period(reader: Reader, at: int, reference: Reference) -> Found | None:
    found = reader.phrase("named_period", at)
    if found is None:
        return None
    (unit, shift), end = found
    return resolve_with(reference, lambda day: period_of(unit, day, shift)), end


def _yearly(reader: Reader, at: int, reference: Reference) -> Found | None:
    """A month or season with a modifier or a relative year: "next June", "last summer", «يونيو العام المقبل»."""
    position, modifier = reader.skip("month_label", at), None
    before = modifier_at(reader, at)
    if before:
        modifier, position = before
    for role in ("month", "season"):
        found = reader.phrase(role, position)
        if found is None:
            continue
        index, end = found
        if reader.form(position) in reader.words.homograph_months and not reader.original(position)[0].isupper():
            return None
        if role == "month" and before and _is_dated(reader, end):
            return None  # "next February 7" is read as the day that it names
        return _yearly_value(reader, role, index, end, modifier, reference)
    return None


def _is_dated(reader: Reader, end: int) -> bool:
    """Whether the day follows its month: "next February 7", but "last June 20 people"."""
    day = day_at(reader, end) if reader.words.month_first else None
    return day is not None and reader.form(day[1]) not in reader.words.counted_words


def _day_of_year(reader: Reader, at: int, reference: Reference) -> Found | None:
    """Days of a month that a modifier or a relative year dates: «5 مايو الماضي», "last May 5", "on 5 May last year".

    Without a reference date the days themselves say more, and are left to be read as such.
    """
    if reference is None:
        return None
    before = modifier_at(reader, at) if reader.words.month_first else None
    start = reader.skip("month_label", reader.skip("day_label", before[1] if before else at))
    days = days_at(reader, start)
    month = month_at(reader, reader.skip("of", days.end) if days else start)
    if month is None or month[1] == "islamic":
        return None
    number, _, end = month
    if days is None and reader.words.month_first:
        days = days_at(reader, end)
        end = days.end if days else end
    low, high = (days.days[0], days.last) if days else (1, None)

    def period_in(year: int) -> Period:
        return datetime.date(year, number, low), datetime.date(year, number, high or days_in_month(year, number))

    after = modifier_at(reader, end) if reader.words.modifiers_follow else None
    modifier = after or (before if days else None)
    if modifier and modifier[0] in (-1, 1):
        which, end = modifier[0], after[1] if after else end
        return resolve_with(reference, lambda day: occurrence(day, which, period_in)), end
    year = period_at(reader, reader.skip("of", end))
    if year is None or year[1] != "year" or days is None:
        return None

    def resolve(day: datetime.date) -> Period | None:
        whole = year[0](day)
        return period_in(whole[0].year) if whole else None

    return resolve_with(reference, resolve), year[2]


def _yearly_value(
    reader: Reader, role: str, index: int, end: int, modifier: int | None, reference: Reference
) -> Found | None:
    def period_in(year: int) -> Period:
        month = index if role == "month" else 3 * (index - 21) + 3
        first = datetime.date(year, month, 1)
        return first, add_months(first, 1 if role == "month" else 3) - DAY

    if modifier is None and reader.words.modifiers_follow:
        after = modifier_at(reader, end)
        if after and (role == "season" or _has_article(reader, end)):
            modifier, end = after
    if modifier is not None:
        which = modifier
        found = resolve_with(reference, lambda day: occurrence(day, which, period_in))
        return _naming(found, role, index), end
    year = period_at(reader, reader.skip("of", end))
    if year is None or year[1] != "year":
        return None

    def resolve(day: datetime.date) -> Period | None:
        whole = year[0](day)
        return period_in(whole[0].year) if whole else None

    return _naming(resolve_with(reference, resolve), role, index), year[2]


def _has_article(reader: Reader, at: int) -> bool:
    """Whether a word has the article written onto it: «نوفمبر قادم» says that November is coming, and is no date."""
    return any(reader.form(at).startswith(article) for article in reader.words.article_prefixes.values())


def _naming(found: ResolvedDays, role: str, index: int) -> ResolvedDays:
    """The month that an expression names is known whatever the day of writing."""
    return noting(found, part_of_year=PartialDate(None, index).edtf()) if role == "month" else found


def _past_century(reader: Reader, at: int, reference: Reference) -> Found | None:
    """A decade of the last century: «تسعينيات القرن الماضي», "the nineties of the last century".

    Without a day of writing the text is taken to be of this century.
    """
    position = at + 1 if reader.form(at) in reader.words.articles else at
    labelled = reader.skip("decade_label", position)
    position = reader.skip("of", labelled) if labelled > position else position
    decade = reader.phrase("decade", position)
    if decade is None:
        return None
    period = period_at(reader, reader.skip("of", decade[1]))
    if period is None or period[1] != "century":
        return None

    def resolve(day: datetime.date) -> Period | None:
        whole = period[0](day)
        first = whole[0].year - 1 + decade[0] if whole else 0
        return (datetime.date(first, 1, 1), datetime.date(first + 9, 12, 31)) if whole else None

    if reference is None and (told := resolve(_THIS_CENTURY)) is not None:
        return PartialDate(told[0].year, span="decade"), period[2]
    return resolve_with(reference, resolve), period[2]


_COUNTS = ("number", "number word", "vague", "unit")
_MODIFIED = ("modifier",)  # without one, no unit or month points to the day of writing
RELATIVE: Readers = (
    (_named_day, ("named_day",)),
    (_named_period, ("named_period",)),
    (numbered_week, ("division",), ("number",)),
    (_modified_period, ("article", "modifier", "unit"), _MODIFIED, ("unit",)),
    (_in_period, ("part", "later", "rest"), ("unit",)),
    (weekday, ("article", "day_label", "modifier", "weekday"), ("weekday",)),
    (nth_of_period, ("article", "division", "number", "number word", "ordinal"), ("modifier", "weekday")),
    (_yearly, ("month_label", "modifier", "month", "season"), _MODIFIED, ("month", "season")),
    (
        _day_of_year,
        ("day_label", "modifier", "month_label", "month", "number", "number word", "ordinal"),
        _MODIFIED,
        ("month",),
    ),
    (
        ago_or_hence,
        ("ago_before", "hence_before", "less", *_COUNTS),
        ("unit",),
        ("ago_before", "hence_before", "ago_after", "hence_after", "named_day"),
    ),
    (
        next_or_last_units,
        ("article", "modifier", "final", "last before", *_COUNTS),
        ("unit",),
        ("modifier", "last before"),
    ),
    (within_units, ("limit",), ("unit",)),
    (_past_century, ("article", "decade_label", "decade"), ("decade",), _MODIFIED),
)
