"""The days before or after a month's name: one, a range, or a list ("3, 5 and 9 May")."""

from __future__ import annotations

from dataclasses import dataclass

from align.extraction.date_numerals import day_at
from align.extraction.date_reader import Reader, remembered

_COMMAS = frozenset(",\u060c")
_LONGEST_LIST = 31


@dataclass(frozen=True, slots=True)
class Days:
    """Days of one month in ascending order; a range holds its first and last, a list each of them."""

    days: tuple[int, ...]
    listed: bool
    commas: bool  # whether commas stood in the list
    end: int  # the position after them

    @property
    def last(self) -> int:
        return self.days[-1]


@remembered
def days_at(reader: Reader, at: int) -> Days | None:
    """The longest run of days. Commas alone make no list: "and" must come before the last day."""
    first = _span(reader, at, after=0)
    if first is None:
        return None
    low, high, end = first
    found = Days((low,) if high is None else (low, high), False, False, end)
    days, commas = _each(low, high), False
    while len(days) < _LONGEST_LIST:
        position = end + 1 if reader.form(end) in _COMMAS else end
        comma = position > end
        attached = _is_attached(reader, position)
        closing = reader.form(position) in reader.words.and_words
        position += closing
        closing = closing or attached
        if position == end and not attached:
            break
        following = _span(reader, position, after=days[-1])
        if following is None:
            break
        commas = commas or comma
        end = following[2]
        days += _each(*following[:2])
        if closing:
            found = Days(days, True, commas, end)
    return found


def is_between(reader: Reader, at: int) -> bool:
    """Whether "between" stands before, with an article or without."""
    if reader.form(at - 1) in reader.words.articles:
        at -= 1
    return reader.skip("between", at - 1) == at or reader.skip("between", at - 2) == at


def _is_attached(reader: Reader, at: int) -> bool:
    """Whether "and" is written onto an ordinal: «الخامس والسادس من مايو»."""
    prefix = reader.words.and_prefix
    return bool(prefix) and reader.form(at).startswith(prefix) and reader.phrase("ordinal", at) is not None


def _each(low: int, high: int | None) -> tuple[int, ...]:
    return tuple(range(low, (high or low) + 1))


def _span(reader: Reader, at: int, after: int) -> tuple[int, int | None, int] | None:
    """A day later than another, and the last day of its range if a joiner and a later day follow."""
    start = at + 1 if after and reader.form(at) in reader.words.articles else at
    first = day_at(reader, start)
    if first is None or first[0] <= after:
        return None
    low, end = first
    between = not after and is_between(reader, at)
    position = reader.skip("joiner", end)
    nights = position == end and reader.form(end) == "/"  # "the night of 22/23 May"
    if nights or (between and position == end and reader.form(end) in reader.words.and_words):
        position = end + 1
    if between and reader.form(position) in reader.words.articles:
        position += 1
    if position > end or (between and _is_attached(reader, end)):
        second = day_at(reader, position)
        if second and second[0] > low and not (nights and second[0] != low + 1):
            return low, second[0], second[1]
    return low, None, end
