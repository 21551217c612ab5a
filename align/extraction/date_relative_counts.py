"""Days and stretches by a count of units: "two years ago", "the last three days", «قبل خمسة أشهر»."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from align.extraction.date_numerals import number_in_words
from align.extraction.date_periods import Period, moved, stretch
from align.extraction.date_reader import Reader
from align.extraction.date_reference import (
    DAY,
    UNRESOLVED,
    Found,
    Reference,
    is_label,
    modifier_at,
    noting,
    one_day,
    resolve_with,
)
from align.extraction.edtf import ResolvedDays
from align.languages.date_words import Unit

Steps = list[tuple[int, Unit]]

_SHORTEST: dict[Unit, int] = {
    "day": 1,
    "weekend": 2,
    "week": 7,
    "month": 28,
    "quarter": 90,
    "year": 365,
    "decade": 3650,
    "century": 36500,
}
_VAGUE_TIMES = 3

_HALVES: dict[Unit, tuple[int, Unit]] = {
    "century": (50, "year"),
    "decade": (5, "year"),
    "year": (6, "month"),
    "month": (15, "day"),
    "week": (3, "day"),
}


def ago_or_hence(reader: Reader, at: int, reference: Reference) -> Found | None:
    """ "two years ago", «قبل خمسة أشهر», "3 weeks from now", "less than a month ago", "two days before yesterday"."""
    less = reader.phrase("less", at)
    position = less[1] if less else at
    before = reader.phrase("ago_before", position)
    hence = reader.phrase("hence_before", position)
    lead = before or hence
    inner = lead[1] if lead else position
    if lead and not less:
        less = reader.phrase("less", inner)  # «قبل أقل من شهر»
        inner = less[1] if less else reader.skip("approximator", inner)  # «قبل نحو عامين»
    read = steps_at(reader, inner)
    if read is None:
        return None
    steps, end = read
    if not lead and reader.form(at - 1) in reader.words.halves:
        return None
    ago, later = reader.phrase("ago_after", end), reader.phrase("hence_after", end)
    value = _up_to if less else _measure_of(reader, inner, at)
    if ago or (later and before):
        end = (ago or later)[1]  # type: ignore[index]
        today = reader.phrase("named_day", end)
        return value(steps, -1, reference), today[1] if today and today[0] == 0 else end
    if later:
        return value(steps, 1, reference), later[1]
    if before:
        return None if _is_anchored(reader, end) else (value(steps, -1, reference), end)
    if less:
        return None
    if hence and reference and not reader.words.modifiers_follow:
        return _shifted(steps, 1, reference), end
    return _from_named_day(reader, steps, end, reference)


def _is_anchored(reader: Reader, end: int) -> bool:
    """Whether a count goes from something told: «قبل يومين من الانتخابات» is two days before the elections."""
    return reader.skip("of", end) > end or reader.form(end) in reader.words.day_anaphora


def within_units(reader: Reader, at: int, reference: Reference) -> Found | None:
    """ "within 5 days", "within the next two weeks", «في غضون خمسة أيام»: from the day of writing up to then."""
    limit = reader.phrase("limit", at)
    if limit is None or reference is None:
        return None
    position = limit[1]
    if reader.form(position) in reader.words.articles:
        position += 1
    modifier = modifier_at(reader, position) if not reader.words.modifiers_follow else None
    if modifier and modifier[0] < 0:
        return None
    read = steps_at(reader, modifier[1] if modifier else position)
    if read is None or _is_anchored(reader, read[1]):
        return None
    return resolve_with(reference, lambda day: _span(day, moved(day, read[0], 1))), read[1]


def _span(first: datetime.date, last: datetime.date | None) -> Period | None:
    return (first, last) if last else None


def _up_to(steps: Steps, sign: int, reference: Reference) -> ResolvedDays:
    """ "less than two weeks ago": from the day after it to the day of writing."""
    if reference is None:
        return noting(resolve_with(None, lambda today: _between(today, moved(today, steps, sign))), vague=True)
    day = moved(reference, steps, sign)
    if day is None or abs((day - reference).days) < 1:
        return UNRESOLVED
    return ResolvedDays(day + DAY, reference) if sign < 0 else ResolvedDays(reference, day - DAY)


def _shifted(steps: Steps, sign: int, reference: Reference) -> ResolvedDays:
    """A day so many units away. The larger the unit, the rounder the figure: the value is approximate."""
    if reference is None:
        count = steps[0][0] if len(steps) == 1 else 0
        return noting(resolve_with(None, lambda day: _around(moved(day, steps, sign), steps)), count=count)
    day = moved(reference, steps, sign)
    halved = len(steps) == 2 and steps[1] == _HALVES.get(steps[0][1])
    rough = (len(steps) == 1 or halved) and steps[0][1] != "day"
    return ResolvedDays(day, day, rough) if day else UNRESOLVED


def _around(day: datetime.date | None, steps: Steps) -> Period | None:
    """The days that a count may mean where it is compared with others: half of its last unit to either side.

    The spans of two counts that follow each other do not touch.
    """
    if day is None:
        return None
    length = _SHORTEST[steps[-1][1]]
    first = day - length // 2 * DAY
    return first, first + (length - 1) * DAY


def _measure_of(reader: Reader, inner: int, at: int) -> Callable[[Steps, int, Reference], ResolvedDays]:
    """What a count means: it may be none, or hedged: "a few days ago", "about two years ago", «قبل نحو عامين»."""
    counted = counted_units(reader, inner)
    if counted and counted[3]:
        return _about
    hedges = range(inner - 1, min(at, inner) - 3, -1)
    hedged = reader.form(at - 1) in reader.words.rough_words
    hedged |= any(reader.skip("approximator", start) == inner for start in hedges)
    return _hedged if hedged else _shifted


def _hedged(steps: Steps, sign: int, reference: Reference) -> ResolvedDays:
    """A count that is hedged: resolved like any other, but compared as two thirds of it to half as much again."""
    if reference is not None:
        return _shifted(steps, sign, reference)

    def resolve(today: datetime.date) -> Period | None:
        near = moved(today, [(max(1, 2 * count // 3), unit) for count, unit in steps], sign)
        far = moved(today, [(-(-3 * count // 2), unit) for count, unit in steps], sign)
        return _between(near, far)

    return noting(resolve_with(None, resolve), vague=True)


def _between(day: datetime.date | None, other: datetime.date | None) -> Period | None:
    return (min(day, other), max(day, other)) if day and other else None


def _about(steps: Steps, sign: int, reference: Reference) -> ResolvedDays:
    """A vague count: resolved like any other, but compared as anything from about half of it to three times as much."""
    if reference is not None:
        return _shifted(steps, sign, reference)

    def resolve(today: datetime.date) -> Period | None:
        near = moved(today, [(max(1, count // 2), unit) for count, unit in steps], sign)
        far = moved(today, [(_VAGUE_TIMES * count, unit) for count, unit in steps], sign)
        return _between(near, far)

    return noting(resolve_with(None, resolve), vague=True)


def _from_named_day(reader: Reader, steps: Steps, end: int, reference: Reference) -> Found | None:
    """ "two days from tomorrow", "two days before yesterday"."""
    sign = reader.words.day_directions.get(reader.form(end))
    if sign is None:
        return None
    named = reader.phrase("named_day", end + 1)
    if named is None:
        return None
    shift = named[0]
    return resolve_with(reference, lambda day: one_day(moved(day + shift * DAY, steps, sign))), named[1]


def next_or_last_units(reader: Reader, at: int, reference: Reference) -> Found | None:
    """ "the next 2 days", "last three years", «الأيام القليلة الماضية», «آخر 3 سنوات», «3 أيام القادمة»."""
    if reader.words.modifiers_follow:
        first_word = reader.form(at) in reader.words.last_before
        counted = counted_units(reader, at + 1 if first_word else at) or _counted_after(reader, at)
        if counted is None:
            return None
        after = None if first_word else modifier_at(reader, counted[2])
        if not first_word and (after is None or after[0] == 0):
            return None
        sign, end = (-1, counted[2]) if after is None else after
        if not first_word and (counted[0] == 1 or _is_one_and_definite(reader, counted[2] - 1)):
            return None
    else:
        position = at + 1 if reader.form(at) in reader.words.articles else at
        modifier = modifier_at(reader, position)
        counted = counted_units(reader, modifier[1]) if modifier else None
        if modifier is None or counted is None or modifier[0] == 0:
            return None
        sign, end = modifier[0], counted[2]
    count, unit, vague = counted[0], counted[1], counted[3]
    days = resolve_with(reference, lambda day: stretch(day, count, unit, sign))
    return noting(days, count=0 if vague else count, vague=vague, stretch=True), end


def _is_one_and_definite(reader: Reader, at: int) -> bool:
    """Whether a unit is no part of a count before it: «إلى 188 العام الماضي»."""
    unit = reader.phrase("unit", at)
    articles = tuple(reader.words.article_prefixes.values())
    return unit is not None and unit[0][1] == 1 and reader.form(at).startswith(articles or ("\0",))


def _counted_after(reader: Reader, at: int) -> tuple[int, Unit, int, bool] | None:
    """Units with their number after them: «السنوات الثلاث», «الأيام الـ15»."""
    unit = reader.phrase("unit", at)
    if unit is None or unit[0][1] != 0:
        return None
    position = unit[1] + (reader.form(unit[1]) in reader.words.ordinal_prefixes)
    number = _number(reader, position)
    return (number[0], unit[0][0], number[1], False) if number and number[0] > 1 else None


def steps_at(reader: Reader, at: int) -> tuple[Steps, int] | None:
    """One or more counted units: "2 years 1 month 21 days", «شهر و 2 سنة و 21 يوما», "a year and a half"."""
    steps: Steps = []
    position = end = at
    while len(steps) < 4:
        counted = _counted_with_half(reader, position)
        if counted is None:
            break
        steps.extend(counted[0])
        position = end = counted[1]
        if reader.form(position) in (",", "\u060c"):
            position += 1
        if reader.form(position) in reader.words.and_words:
            position += 1
    return (steps, end) if steps else None


def _counted_with_half(reader: Reader, at: int) -> tuple[Steps, int] | None:
    """A number of units, and a half more where "and a half" follows the unit or its number."""
    counted = counted_units(reader, at)
    if counted:
        count, unit, end, _ = counted
        half = reader.phrase("half_more", end)
        if half and unit in _HALVES:
            return [(count, unit), _HALVES[unit]], half[1]
        return [(count, unit)], end
    number = _number(reader, at)
    half = reader.phrase("half_more", number[1]) if number else None
    noun = reader.phrase("unit", half[1]) if half else None
    if number is None or noun is None or noun[0][0] not in _HALVES:
        return None
    unit = noun[0][0]
    return [(number[0], unit), _HALVES[unit]], noun[1]


def _number(reader: Reader, at: int) -> tuple[int, int] | None:
    digits = reader.digits(at)
    return (int(digits), at + 1) if digits and len(digits) <= 4 else number_in_words(reader, at, limit=9999)


def counted_units(reader: Reader, at: int) -> tuple[int, Unit, int, bool] | None:
    """A number of units ("two years", «3 أيام», «يومين»): count, unit, position after, and whether it is vague."""
    vague = reader.phrase("vague", at)
    if vague:
        unit = reader.phrase("unit", vague[1])
        if unit is None:
            return None
        name, times = unit[0]
        return vague[0] * (times or 1), name, unit[1], vague[0] != 1
    unit = reader.phrase("unit", at)
    if unit:
        (name, count), end = unit
        follower = reader.phrase("vague", end)
        if count == 0 and follower:
            return follower[0], name, follower[1], True
        definite = any(reader.form(at).startswith(article) for article in reader.words.article_prefixes.values())
        alone = count and reader.words.modifiers_follow and not (count == 1 and (definite or is_label(reader, end)))
        return (count, name, end, False) if alone else None
    number = _number(reader, at)
    if number is None:
        return None
    unit = reader.phrase("unit", number[1])
    if unit is None or number[0] == 0:
        return None
    count = number[0] * (2 if unit[0][1] == 2 and not reader.words.modifiers_follow else 1)
    return count, unit[0][0], unit[1], False
