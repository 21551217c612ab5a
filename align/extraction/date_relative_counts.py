"""Days and stretches by a count of units: "two years ago", "the last three days", «قبل خمسة أشهر»."""

from __future__ import annotations

from align.extraction.date_lexicon import Reader
from align.extraction.date_numerals import number_in_words
from align.extraction.date_periods import moved, stretch
from align.extraction.date_reference import (
    DAY,
    UNRESOLVED,
    Found,
    Reference,
    is_label,
    modifier_at,
    one_day,
    resolve_with,
)
from align.extraction.edtf import ResolvedDays
from align.languages.date_words import Unit


def ago_or_hence(reader: Reader, at: int, reference: Reference) -> Found | None:
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
        return UNRESOLVED
    day = moved(reference, steps, sign)
    rough = len(steps) == 1 and steps[0][1] != "day"
    return ResolvedDays(day, day, rough) if day else UNRESOLVED


def _from_named_day(reader: Reader, steps: list[tuple[int, Unit]], end: int, reference: Reference) -> Found | None:
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
        counted = counted_units(reader, at + 1 if first_word else at)
        if counted is None:
            return None
        after = None if first_word else modifier_at(reader, counted[2])
        if not first_word and (after is None or after[0] == 0):
            return None
        sign, end = (-1, counted[2]) if after is None else after
        if counted[0] == 1 and not first_word:
            return None
    else:
        position = at + 1 if reader.form(at) in reader.words.articles else at
        modifier = modifier_at(reader, position)
        counted = counted_units(reader, modifier[1]) if modifier else None
        if modifier is None or counted is None or modifier[0] == 0:
            return None
        sign, end = modifier[0], counted[2]
    count, unit = counted[0], counted[1]
    return resolve_with(reference, lambda day: stretch(day, count, unit, sign)), end


def _steps(reader: Reader, at: int) -> tuple[list[tuple[int, Unit]], int] | None:
    """One or more counted units: "2 years 1 month 21 days", «شهر و 2 سنة و 21 يوما»."""
    steps: list[tuple[int, Unit]] = []
    position = end = at
    while len(steps) < 4:
        counted = counted_units(reader, position)
        if counted is None:
            break
        steps.append(counted[:2])
        position = end = counted[2]
        if reader.form(position) in (",", "\u060c"):
            position += 1
        if reader.form(position) in reader.words.and_words:
            position += 1
    return (steps, end) if steps else None


def counted_units(reader: Reader, at: int) -> tuple[int, Unit, int, bool] | None:
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
        definite = any(reader.form(at).startswith(article) for article in reader.words.article_prefixes.values())
        alone = count and reader.words.modifiers_follow and not (count == 1 and (definite or is_label(reader, end)))
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
