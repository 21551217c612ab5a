"""Phrases that count from an event: "two days after the shock", "the year after the flood", «قبل الكارثة بيومين»."""

from __future__ import annotations

from typing import NamedTuple

from align.extraction.date_reader import Reader
from align.extraction.date_told import Told, counted, is_within_a_count, plain_steps, without_prefix

FARTHEST = 6  # tokens behind the preposition in which the event is named
LONGEST_EVENT = 4  # tokens of an event that stands between a preposition and its count


class EventTold(NamedTuple):
    """A distance from an event that some of the tokens from `first` to `last` name.

    The phrase ends at `end`; with the event, where that is None.
    """

    told: Told
    first: int
    last: int
    end: int | None


def event_told_at(reader: Reader, at: int) -> EventTold | None:
    """The phrase that begins at a token."""
    return _count_first(reader, at) or _count_last(reader, at) or _next_unit(reader, at)


def _count_first(reader: Reader, at: int) -> EventTold | None:
    """ "Six days before the accident", «بعد يوم واحد من الكارثة»."""
    words = reader.words.told
    lead = _direction(reader, at)
    start = lead[1] if lead else at
    exact = reader.skip("exact", start)
    position = reader.skip("approximator", exact)
    read = plain_steps(reader, position)
    if read is None or is_within_a_count(reader, at):
        return None
    steps, end = read
    if lead:
        end += reader.form(end) in words.count_echoes
        if reader.skip("pointer", end) > end or reader.form(end) not in words.count_links:
            return None
        direction, end = lead[0], end + 1
    else:
        closing = reader.phrase("told closing", end)
        if closing is None:
            return None
        direction, end = closing
    told = counted(steps, direction, exact=exact > start, approximate=position > exact)
    return EventTold(told, end, end + FARTHEST, None)


def _count_last(reader: Reader, at: int) -> EventTold | None:
    """«قبل الكارثة بيومين», «بعد افتتاح القناة بعشرين عاما»."""
    lead = _direction(reader, at) if reader.words.told.count_prefix else None
    if lead is None:
        return None
    for position in range(lead[1] + 1, lead[1] + 1 + LONGEST_EVENT):
        form = reader.form(position)
        start = without_prefix(reader, position)
        read = plain_steps(reader, start) if start is not None else None
        reader.forms[position] = form
        if read:
            steps, end = read
            return EventTold(counted(steps, lead[0], exact=False, approximate=False), lead[1], position, end)
    return None


def _next_unit(reader: Reader, at: int) -> EventTold | None:
    """ "The day after the earthquake", «في اليوم التالي للزلزال»."""
    words = reader.words
    article = reader.form(at) in words.articles
    unit = reader.phrase("unit", at + article)
    if unit is None or (words.articles and not article):
        return None
    (name, count), end = unit
    pointer = reader.phrase("anaphor" if words.modifiers_follow else "told closing", end)
    if pointer is None or count != 1 or name not in ("day", "week", "month", "year"):
        return None
    direction, end = pointer
    if words.modifiers_follow and not (words.told.link_prefix and reader.form(end).startswith(words.told.link_prefix)):
        return None
    return EventTold(Told(name, direction), end, end + FARTHEST, None)


def _direction(reader: Reader, at: int) -> tuple[int, int] | None:
    """Whether a preposition says after (1) or before (-1), and the position behind it."""
    if after := reader.phrase("told before", at):
        return after
    before = reader.phrase("ago_before", at)
    return (-1, before[1]) if before else None
