"""Dates that depend on the day of writing: "yesterday", "last week", "two years ago", «الأسبوع الماضي».

Every reader takes a position and returns what it found with the position after it. Without a reference date
the same expressions are found and stay unresolved.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable

from align.extract.date_lexicon import Reader
from align.extract.date_numerals import day_at, number_in_words
from align.extract.date_periods import (
    Period,
    add_months,
    day_in_month_near,
    moved,
    nth_week,
    nth_weekday,
    occurrence,
    part_of_period,
    period_of,
    stretch,
    weekday_near,
)
from align.extract.edtf import DateChoice, PartialDate, ResolvedDays
from align.languages.date_words import Part, Unit

Reference = datetime.date | None
Value = ResolvedDays | DateChoice | PartialDate
Found = tuple[Value, int]
Parsed = tuple[Value, int, int]

_UNRESOLVED = ResolvedDays()
_DAY = datetime.timedelta(days=1)


def relative_date(reader: Reader, at: int, reference: Reference) -> Parsed | None:
    """The longest relative expression that begins at a token: its value, its first token, the position after."""
    best: Found | None = None
    for read in _READERS:
        found = read(reader, at, reference)
        if found and (best is None or found[1] > best[1]):
            best = found
    return (best[0], at, best[1]) if best else None


def _days(period: Period | None, approximate: bool = False) -> ResolvedDays:
    return ResolvedDays(*period, approximate=approximate) if period else _UNRESOLVED


def _resolve(reference: Reference, resolve: Callable[[datetime.date], Period | None]) -> ResolvedDays:
    """What a reference date makes of a period; nothing without one, or where years run out."""
    if reference is None:
        return _UNRESOLVED
    try:
        return _days(resolve(reference))
    except (OverflowError, ValueError):
        return _UNRESOLVED


def _one(day: datetime.date | None) -> Period | None:
    return (day, day) if day else None


def _named_day(reader: Reader, at: int, reference: Reference) -> Found | None:
    """ "yesterday", «بعد غد», «اليوم»; «اليوم» is today only where nothing follows that makes it "the day"."""
    found = reader.phrase("named_day", at)
    if found is None:
        return None
    shift, end = found
    if _makes_it_a_day(reader, at, end):
        return None
    weekday = reader.phrase("weekday", end)
    if weekday and reader.words.modifiers_follow:
        end = weekday[1]
    return _resolve(reference, lambda day: _one(day + shift * _DAY)), end


def _makes_it_a_day(reader: Reader, at: int, end: int) -> bool:
    if not reader.words.modifiers_follow:
        return False
    if reader.form(at - 1) in reader.words.day_anaphora or reader.form(end) in reader.words.day_anaphora:
        return True
    return any(reader.phrase(role, end) for role in ("ordinal", "modifier")) or (
        reader.is_number(end) and reader.phrase("unit", at) is not None
    )


def _modifier(reader: Reader, at: int) -> tuple[int, int] | None:
    return reader.phrase("modifier", at)


def _period(reader: Reader, at: int) -> tuple[Callable[[datetime.date], Period | None], Unit, int] | None:
    """A modified unit ("last week", «العام المقبل», «هذا الشهر»): how to resolve it, its unit, the position after."""
    if not reader.words.modifiers_follow:
        position = at + 1 if reader.form(at) in reader.words.articles else at
        modifier = _modifier(reader, position)
        unit = reader.phrase("unit", modifier[1]) if modifier else None
        if modifier is None or unit is None or (position > at and unit[0][0] == "day"):
            return None
        shift, end = modifier[0], unit[1]
    else:
        lead = _modifier(reader, at)
        if lead and lead[0] != 0:
            return None
        unit = reader.phrase("unit", lead[1] if lead else at)
        if unit is None:
            return None
        modifier = _modifier(reader, unit[1])
        if modifier is None and lead is None:
            return None
        shift, end = (0, unit[1]) if modifier is None or lead else modifier
    (name, count), _ = unit
    if count == 0 or (count == 2 and reader.words.modifiers_follow):
        return None
    return (lambda day: period_of(name, day, shift)), name, end


def _plain_period(reader: Reader, at: int) -> tuple[Callable[[datetime.date], Period | None], Unit, int] | None:
    """The running unit without a modifier, as in "rest of the week", «نهاية الشهر»."""
    position = at
    while reader.form(position) in reader.words.articles or reader.form(position) in reader.words.possessives:
        position += 1
    unit = reader.phrase("unit", position)
    if unit is None or unit[0][1] == 0 or (position == at and not reader.words.modifiers_follow):
        return None
    if _is_label(reader, unit[1]):
        return None
    name = unit[0][0]
    return (lambda day: period_of(name, day, 0)), name, unit[1]


def _modified_period(reader: Reader, at: int, reference: Reference) -> Found | None:
    """A modified unit, with a weekday or an n-th week in it: "last week Sunday", "the third week of this month"."""
    period = _period(reader, at)
    if period is None:
        return None
    resolve, unit, end = period
    position = reader.skip("day_label", reader.skip("on", end))
    weekday = reader.phrase("weekday", position) if unit == "week" else None
    if weekday is None or reader.phrase("month", weekday[1]) or reader.is_number(weekday[1]):
        return _resolve(reference, resolve), end
    return _resolve(reference, lambda day: _weekday_in(resolve(day), weekday[0])), weekday[1]


def _weekday_in(week: Period | None, weekday: int) -> Period | None:
    return _one(week[0] + weekday * _DAY) if week else None


def _in_period(reader: Reader, at: int, reference: Reference) -> Found | None:
    """ "late last year", "later this month", "the rest of the week", «مطلع الأسبوع المقبل», «أواخر الشهر»."""
    for role in ("part", "later", "rest"):
        found = reader.phrase(role, at)
        if found is None:
            continue
        value, position = found
        position = reader.skip("of", position)
        period = _period(reader, position) or (_plain_period(reader, position) if role != "part" else None)
        if period is None:
            continue
        resolve, unit, end = period
        return _resolve(reference, lambda day: _portion(role, value, resolve(day), unit, day)), end  # noqa: B023
    return None


def _portion(role: str, value: Part, period: Period | None, unit: Unit, today: datetime.date) -> Period | None:
    if period is None:
        return None
    first, last = period
    if role == "part":
        return part_of_period(period, value, unit)
    if role == "later" and value == "early":
        return (first, today - _DAY) if first < today <= last else part_of_period(period, value, unit)
    return (max(first, today), last)


def _weekday(reader: Reader, at: int, reference: Reference) -> Found | None:
    """A weekday: with a modifier, with a week, with the day of the month, or alone (the one before or after)."""
    position = reader.skip("day_label", at)
    if reader.form(at) in reader.words.articles:
        position = at + 1
    modifier = None
    before = _modifier(reader, position)
    if before and (before[0] == 0 or not reader.words.modifiers_follow):
        modifier, position = before[0], reader.skip("day_label", before[1])
    found = reader.phrase("weekday", position)
    if found is None:
        return None
    weekday, end = found
    ambiguous = reader.form(position) in reader.words.ambiguous_weekdays
    if ambiguous and reader.words.modifiers_follow and reader.skip("day_label", at) != position:
        return None
    if modifier is None:
        after = _modifier(reader, end) if reader.words.modifiers_follow else None
        if after:
            modifier, end = after
    if modifier is not None:
        return _resolve(reference, lambda day: _one(weekday_near(day, weekday, modifier))), end  # type: ignore[arg-type]
    with_week = _weekday_of_week(reader, end, weekday, reference)
    if with_week:
        return with_week
    dated = _day_of_month(reader, end, weekday, reference)
    if dated:
        return dated
    if ambiguous or reader.form(at) in reader.words.articles or _is_title(reader, at, end):
        return None
    return _nearest(weekday, reference), end


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
        return _UNRESOLVED
    if reference.weekday() == weekday:
        return ResolvedDays(reference, reference)
    try:
        last = weekday_near(reference, weekday, -1)
        days = (last, last + 7 * _DAY)
    except OverflowError:
        return _UNRESOLVED
    return DateChoice(tuple(PartialDate(day.year, day.month, day.day) for day in days))


def _weekday_of_week(reader: Reader, end: int, weekday: int, reference: Reference) -> Found | None:
    """ "Tuesday next week", «يوم الجمعة من الأسبوع المقبل»."""
    week = _period(reader, reader.skip("on", end))
    if week is None or week[1] != "week":
        return None
    return _resolve(reference, lambda day: _weekday_in(week[0](day), weekday)), week[2]


def _day_of_month(reader: Reader, end: int, weekday: int, reference: Reference) -> Found | None:
    """ "Thursday the 21st", «يوم الخميس 21»."""
    position = reader.skip("on", end)
    if not reader.words.modifiers_follow and reader.form(position - 1) not in reader.words.articles:
        return None
    if reader.phrase("ordinal", position) and position == end and reader.words.modifiers_follow:
        return _nth_weekday(reader, end, weekday, reference)
    day = day_at(reader, position)
    if day is None or reader.is_word(day[1]) or reader.form(day[1]) in ":%./-" and reader.is_number(day[1] + 1):
        return None
    if reference is None:
        return PartialDate(None, None, day[0], weekday=weekday), day[1]
    return _days(_one(day_in_month_near(reference, day[0], weekday))), day[1]


def _nth_weekday(reader: Reader, end: int, weekday: int, reference: Reference) -> Found | None:
    """ «الأحد الثاني»: the second of its month."""
    index = reader.phrase("ordinal", end)
    if index is None or index[0] > 5 or reference is None:
        return None
    return _resolve(reference, lambda day: _one(nth_weekday(day, index[0], weekday))), index[1]


def _named_period(reader: Reader, at: int, reference: Reference) -> Found | None:
    found = reader.phrase("named_period", at)
    if found is None:
        return None
    (unit, shift), end = found
    return _resolve(reference, lambda day: period_of(unit, day, shift)), end


def _numbered_week(reader: Reader, at: int, reference: Reference) -> Found | None:
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
        return first_day, last_day + 6 * _DAY

    return _resolve(reference, resolve), end


def _week_number(reader: Reader, at: int) -> tuple[int, int] | None:
    noun = reader.phrase("division", at)
    if noun is None or noun[0] != "week" or reader.words.modifiers_follow:
        return None
    digits = reader.digits(noun[1])
    return (int(digits), noun[1] + 1) if 0 < len(digits) <= 2 and 1 <= int(digits) <= 53 else None


def _nth_of_period(reader: Reader, at: int, reference: Reference) -> Found | None:
    """ "the third week of this month", "second Sunday", «20 من الشهر القادم», "4 to 22 this month"."""
    position = at + 1 if reader.form(at) in reader.words.articles else at
    noun = reader.phrase("division", position)
    if noun and noun[0] == "week":
        ordinal = reader.phrase("ordinal", noun[1])
        return _nth_week(reader, ordinal[0], ordinal[1], reference) if ordinal else None
    index = day_at(reader, position)
    if index is None:
        return None
    number, end = index
    noun = reader.phrase("division", end)
    if noun and noun[0] == "week":
        return _nth_week(reader, number, noun[1], reference)
    if reader.is_number(position):
        return _days_of_month(reader, number, end, reference)
    weekday = reader.phrase("weekday", end)
    if weekday and reference and number <= 5 and reader.form(end) not in reader.words.ambiguous_weekdays:
        return _resolve(reference, lambda day: _one(nth_weekday(day, number, weekday[0]))), weekday[1]
    return _days_of_month(reader, number, end, reference)


def _nth_week(reader: Reader, number: int, end: int, reference: Reference) -> Found | None:
    period = _period(reader, reader.skip("of", end))
    if period is None or period[1] not in ("month", "year"):
        return None

    def resolve(day: datetime.date) -> Period | None:
        whole = period[0](day)
        return nth_week(whole, number) if whole else None

    return _resolve(reference, resolve), period[2]


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
    month = _period(reader, position)
    if month is None or month[1] != "month" or (position == end and high == low):
        return None

    def resolve(day: datetime.date) -> Period | None:
        whole = month[0](day)
        if whole is None or high > whole[1].day:
            return None
        return whole[0].replace(day=low), whole[0].replace(day=high)

    return _resolve(reference, resolve), month[2]


def _yearly(reader: Reader, at: int, reference: Reference) -> Found | None:
    """A month or season with a modifier or a relative year: "next June", "last summer", «يونيو العام المقبل»."""
    position, modifier = reader.skip("month_label", at), None
    before = _modifier(reader, at)
    if before:
        modifier, position = before
    for role in ("month", "season"):
        found = reader.phrase(role, position)
        if found is None:
            continue
        index, end = found
        if before and reader.words.ambiguous_months.get(reader.form(position)) and not reader.original(position)[0].isupper():
            if reader.form(position) in ("may", "march"):
                return None
        return _yearly_value(reader, role, index, end, modifier, reference)
    return None


def _yearly_value(
    reader: Reader, role: str, index: int, end: int, modifier: int | None, reference: Reference
) -> Found | None:
    def period_in(year: int) -> Period:
        month = index if role == "month" else 3 * (index - 21) + 3
        first = datetime.date(year, month, 1)
        return first, add_months(first, 1 if role == "month" else 3) - _DAY

    if modifier is None and reader.words.modifiers_follow:
        after = _modifier(reader, end)
        if after:
            modifier, end = after
    if modifier is not None:
        which = modifier
        return _resolve(reference, lambda day: occurrence(day, which, period_in)), end
    year = _period(reader, reader.skip("of", end))
    if year is None or year[1] != "year":
        return None

    def resolve(day: datetime.date) -> Period | None:
        whole = year[0](day)
        return period_in(whole[0].year) if whole else None

    return _resolve(reference, resolve), year[2]


def _counted(reader: Reader, at: int) -> tuple[int, Unit, int, bool] | None:
    """A number of units ("two years", «3 أيام», «يومين»): count, unit, position after, and whether it is vague."""
    vague = reader.phrase("vague", at)
    if vague:
        unit = reader.phrase("unit", vague[1])
        return (vague[0], unit[0][0], unit[1], vague[0] != 1) if unit else None
    unit = reader.phrase("unit", at)
    if unit:
        (name, count), end = unit
        follower = reader.phrase("vague", end)
        if count == 0 and follower:
            return follower[0], name, follower[1], True
        alone = count and reader.words.modifiers_follow and not (count == 1 and _is_label(reader, end))
        return (count, name, end, False) if alone else None
    digits = reader.digits(at)
    number = (int(digits), at + 1) if digits and len(digits) <= 4 else number_in_words(reader, at, limit=9999)
    if number is None:
        return None
    unit = reader.phrase("unit", number[1])
    if unit is None or number[0] == 0:
        return None
    count = number[0] * (2 if unit[0][1] == 2 and not reader.words.modifiers_follow else 1)
    return count, unit[0][0], unit[1], False


def _is_label(reader: Reader, end: int) -> bool:
    """Whether a unit introduces a date («عام 1996», «شهر أيلول») and is no length of time."""
    return reader.is_number(end) or any(reader.phrase(role, end) for role in ("month", "islamic_month", "weekday"))


def _steps(reader: Reader, at: int) -> tuple[list[tuple[int, Unit]], int] | None:
    """One or more counted units: "2 years 1 month 21 days", «شهر و 2 سنة و 21 يوما»."""
    steps: list[tuple[int, Unit]] = []
    position = end = at
    while len(steps) < 4:
        counted = _counted(reader, position)
        if counted is None:
            break
        steps.append(counted[:2])
        position = end = counted[2]
        if reader.form(position) in (",", "\u060c"):
            position += 1
        if reader.form(position) in reader.words.and_words:
            position += 1
    return (steps, end) if steps else None


def _ago(reader: Reader, at: int, reference: Reference) -> Found | None:
    """ "two years ago", «قبل خمسة أشهر», "3 weeks from now", "two days before yesterday"."""
    before = reader.phrase("ago_before", at)
    hence = reader.phrase("hence_before", at)
    lead = before or hence
    read = _steps(reader, lead[1] if lead else at)
    if read is None:
        return None
    steps, end = read
    ago, later = reader.phrase("ago_after", end), reader.phrase("hence_after", end)
    if ago or (later and before):
        return _shifted(steps, -1, reference), (ago or later)[1]  # type: ignore[index]
    if later:
        return _shifted(steps, 1, reference), later[1]
    if before:
        # «قبل يومين من الانتخابات» counts back from the elections, not from today.
        anchored = reader.skip("of", end) > end or reader.form(end) in reader.words.day_anaphora
        return None if anchored else (_shifted(steps, -1, reference), end)
    if hence and reference and not reader.words.modifiers_follow:
        return _shifted(steps, 1, reference), end
    return _from_named_day(reader, steps, end, reference)


def _shifted(steps: list[tuple[int, Unit]], sign: int, reference: Reference) -> ResolvedDays:
    """A day so many units away. The larger the unit, the rounder the figure: the value is approximate."""
    if reference is None:
        return _UNRESOLVED
    day = moved(reference, steps, sign)
    rough = len(steps) == 1 and steps[0][1] != "day"
    return ResolvedDays(day, day, rough) if day else _UNRESOLVED


def _from_named_day(reader: Reader, steps: list[tuple[int, Unit]], end: int, reference: Reference) -> Found | None:
    """ "two days from tomorrow", "two days before yesterday"."""
    sign = reader.words.day_directions.get(reader.form(end))
    if sign is None:
        return None
    named = reader.phrase("named_day", end + 1)
    if named is None:
        return None
    shift = named[0]
    return _resolve(reference, lambda day: _one(moved(day + shift * _DAY, steps, sign))), named[1]


def _stretch(reader: Reader, at: int, reference: Reference) -> Found | None:
    """ "the next 2 days", "last three years", «الأيام القليلة الماضية», «آخر 3 سنوات», «3 أيام القادمة»."""
    if reader.words.modifiers_follow:
        first_word = reader.form(at) in reader.words.last_before
        counted = _counted(reader, at + 1 if first_word else at)
        if counted is None:
            return None
        after = None if first_word else _modifier(reader, counted[2])
        if not first_word and (after is None or after[0] == 0):
            return None
        sign, end = (-1, counted[2]) if after is None else after
        if counted[0] == 1 and not first_word:
            return None
    else:
        position = at + 1 if reader.form(at) in reader.words.articles else at
        modifier = _modifier(reader, position)
        counted = _counted(reader, modifier[1]) if modifier else None
        if modifier is None or counted is None or modifier[0] == 0:
            return None
        sign, end = modifier[0], counted[2]
    count, unit = counted[0], counted[1]
    return _resolve(reference, lambda day: stretch(day, count, unit, sign)), end


def _past_century(reader: Reader, at: int, reference: Reference) -> Found | None:
    """A decade of the last century: «تسعينيات القرن الماضي», "the nineties of the last century"."""
    position = at + 1 if reader.form(at) in reader.words.articles else at
    position = reader.skip("of", reader.skip("decade_label", position))
    decade = reader.phrase("decade", position)
    if decade is None:
        return None
    period = _period(reader, reader.skip("of", decade[1]))
    if period is None or period[1] != "century":
        return None

    def resolve(day: datetime.date) -> Period | None:
        whole = period[0](day)
        first = whole[0].year - 1 + decade[0] if whole else 0
        return (datetime.date(first, 1, 1), datetime.date(first + 9, 12, 31)) if whole else None

    return _resolve(reference, resolve), period[2]


_READERS = (
    _named_day,
    _named_period,
    _numbered_week,
    _modified_period,
    _in_period,
    _weekday,
    _nth_of_period,
    _yearly,
    _ago,
    _stretch,
    _past_century,
)
