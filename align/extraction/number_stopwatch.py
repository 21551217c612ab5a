"""Spans of time as a stopwatch shows them: "in 27:30.42", "a time of 2:05:11", «بزمن 3:28.81 دقائق»."""

from __future__ import annotations

from decimal import Decimal

from align.extraction.number_passage import Passage
from align.extraction.number_values import Draft

_SIXTY = 60
_LONGEST = 2  # digits of each part
_MOST_PARTS = 3
_FINEST = 3  # digits of a second's fraction


def stopwatch(passage: Passage, at: int) -> Draft | None:
    """The span of time that begins at a token, in seconds.

    Hours, minutes and seconds may be a time of day as well: they need a word such as "in" before them. Minutes with
    fractions of a second are none.
    """
    figures, end = [passage.form(at)], at + 1
    while len(figures) <= _MOST_PARTS and _goes_on(passage, end, ":"):
        figures.append(passage.form(end + 1))
        end += 2
    fraction = ""
    if len(figures) > 1 and _goes_on(passage, end, "."):
        fraction = passage.form(end + 1)
        end += 2
    if not 2 <= len(figures) <= _MOST_PARTS or len(figures[0]) > _LONGEST or len(fraction) > _FINEST:
        return None
    if any(len(each) != _LONGEST or int(each) >= _SIXTY for each in figures[1:]):
        return None
    timed = passage.form(at - 1) in passage.table.timers
    if not fraction and not (timed and len(figures) > 2):
        return None
    seconds = Decimal(0)
    for each in figures:
        seconds = seconds * _SIXTY + int(each)
    seconds += Decimal(f"0.{fraction or 0}")
    unit = passage.lexicon.durations.at(passage.forms, end)
    stop = unit.edge if unit is not None and unit.meaning in ("minute", "hour") else end
    return Draft(at, stop, at, passage.tokens[at].start, seconds, seconds, unit="second", quantity="duration")


def _goes_on(passage: Passage, at: int, mark: str) -> bool:
    """Whether a mark and a figure follow without a space."""
    joined = passage.form(at) == mark and passage.touches(at) and passage.touches(at + 1)
    return joined and passage.kind(at + 1) == "number" and passage.form(at + 1).isdecimal()
