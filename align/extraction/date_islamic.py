"""Islamic dates beside the Gregorian one that the text equates them with: «5 صفر 1355هـ الموافق 27 نيسان 1936».

The text decides what such a date means. A conversion is uncertain by a day or two, since the month begins with the
sighting of the moon, and what the text prints beside it is what its author meant. Whether the two can be equal is
a question of its own: see `date_equations`.
"""

from __future__ import annotations

from collections.abc import Sequence

from align.calendars import Day, day_number
from align.extraction.date_lexicon import Lexicon
from align.extraction.date_reader import Reader
from align.extraction.edtf import DateChoice, DateRange, EquatedDate, PartialDate, ResolvedDays
from align.text import tokenize

Value = PartialDate | DateRange | DateChoice | ResolvedDays
Gregorian = PartialDate | DateRange | DateChoice
Stretch = tuple[int, int]  # where a mention starts and stops

SIGHTING = 2  # days by which the sighted and the computed calendar may differ
_REACH = 48  # characters between the two: a sign or word, a weekday, spaces
_NEAR = 16  # characters between two that no sign ties
_SIGNS = frozenset("/\u2044=\u2261")
_OPENING = frozenset("([{\ufd3e")
_BETWEEN = frozenset(")]},\u060c\ufd3f")
_CLOSING = frozenset(")]},\u060c\u061b;:\ufd3f")
_WORDS = ("weekday", "day_label", "on", "approximator")  # what may stand between, and equates nothing by itself


def with_stated_days(
    found: Sequence[tuple[Value, int, int]], text: str, lexicon: Lexicon
) -> list[tuple[Value | EquatedDate, int, int]]:
    """Give each Islamic date the days of the Gregorian date that the text equates it with.

    Without a sign of equation, a Gregorian day beside an Islamic one is taken if sighting explains the difference.
    """
    result: list[tuple[Value | EquatedDate, int, int]] = list(found)
    index = 0
    while index < len(found) - 1:
        first, second = found[index], found[index + 1]
        index += 1
        if is_islamic(first[0]) == is_islamic(second[0]) or second[1] - first[2] > _REACH:
            continue
        islamic, gregorian = (first[0], second[0]) if is_islamic(first[0]) else (second[0], first[0])
        if isinstance(gregorian, ResolvedDays):
            continue
        tied = is_equation(text, first[1:], second[1:], lexicon)
        gregorian = _settled(islamic, gregorian)
        if not tied and not (second[1] - first[2] <= _NEAR and _is_near(islamic, gregorian)):
            continue
        equated, plain = _equated(islamic, gregorian), gregorian
        values = (equated, plain) if islamic is first[0] else (plain, equated)
        result[index - 1 : index + 1] = [(values[0], *first[1:]), (values[1], *second[1:])]
        index += 1  # a date stands in one equation only
    return result


def is_islamic(value: object) -> bool:
    return isinstance(value, (PartialDate, DateRange, DateChoice)) and _first(value).calendar == "islamic"


def is_equation(text: str, first: Stretch, second: Stretch, lexicon: Lexicon) -> bool:
    """Whether only a sign of equation stands between two dates: a slash, "=", a bracket, «الموافق يوم الأحد»."""
    if not 0 <= second[0] - first[1] <= _REACH:
        return False
    between = text[first[1] : second[0]]
    if "\n" in between:
        return False
    reader = Reader(between, tokenize(between), lexicon)
    position, tied, bracket = 0, False, False
    while position < reader.count:
        form = reader.form(position)
        equation = reader.phrase("equation", position)
        if equation or form in _SIGNS:
            tied, position = True, equation[1] if equation else position + 1
        elif form in _OPENING or form in _BETWEEN:
            bracket, position = bracket or form in _OPENING, position + 1
        else:
            after = max(reader.skip(role, position) for role in _WORDS)
            if after == position:
                return False
            position = after
    return tied or (bracket and text[second[1] : second[1] + 4].lstrip()[:1] in _CLOSING)


def _settled(islamic: object, gregorian: Gregorian) -> Gregorian:
    """A day in figures whose order was open, as the Islamic date beside it decides."""
    if not isinstance(gregorian, DateChoice) or gregorian.every:
        return gregorian
    near = [option for option in gregorian.options if _is_near(islamic, option)]
    return near[0] if len(near) == 1 else gregorian


def _is_near(islamic: object, gregorian: object) -> bool:
    if not (isinstance(islamic, PartialDate) and isinstance(gregorian, PartialDate)):
        return False
    computed, stated = islamic.bounds(), gregorian.bounds()
    if computed is None or stated is None or not (islamic.day and gregorian.day) or gregorian.is_impossible():
        return False
    return abs(day_number(stated[0]) - day_number(computed[0])) <= SIGHTING


def _equated(islamic: Value, gregorian: Gregorian) -> Value | EquatedDate:
    """The Islamic date as the Gregorian one states it, unless one is only less exact than the other.

    «10 محرم 61 هـ / 680م» states the year of a day, and the day stays.
    """
    assert not isinstance(islamic, ResolvedDays)
    computed, stated = islamic.bounds(), gregorian.bounds()
    if stated is None:
        return islamic
    exact = _exactness(islamic) - _exactness(gregorian)
    if computed is not None and exact and _holds(*((computed, stated) if exact < 0 else (stated, computed))):
        return islamic
    return EquatedDate(gregorian)


def _exactness(value: Gregorian) -> int:
    date = _first(value)
    return (date.month is not None) + (date.day is not None)


def _first(value: Gregorian) -> PartialDate:
    if isinstance(value, DateRange):
        return value.first
    return value.options[0] if isinstance(value, DateChoice) else value


def _holds(outer: tuple[Day, Day], inner: tuple[Day, Day]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
