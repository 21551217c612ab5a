"""Equations of an Islamic with a Gregorian date that the calendar contradicts.

Where a text prints both, the Gregorian date says what it means (see `date_islamic`). That the two cannot be the same
day is a mistake of the text all the same, and is found here: a wrong digit, month or year on one of the sides.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from align.calendars import Day, day_number, days_in_month
from align.extraction.date_islamic import SIGHTING, is_equation
from align.extraction.date_lexicon import lexicon_of
from align.extraction.dates import find_dates
from align.model import DateValue, Equation, Mention
from align.text import tokenize

if TYPE_CHECKING:
    from align.languages.language import Language

_ORDINAL_OFFSET = 1_721_425  # from the ordinals of `datetime`, which are proleptic Gregorian, to Julian day numbers


def contradictory_equations(text: str, mentions: Sequence[Mention], language: Language) -> list[Equation]:
    """The equations of a text whose sides lie further apart than the sighting of the moon explains.

    `mentions` are those of `text` in text order; others than dates do not matter. Before the reform of 1582 the
    Gregorian side may be written by the Julian or by the Gregorian calendar reckoned back, and either may fit.
    """
    lexicon = lexicon_of(language)
    found = []
    dates = [mention for mention in mentions if isinstance(mention.value, DateValue)]
    used = -1
    for index, (first, second) in enumerate(pairwise(dates)):
        islamic, gregorian = (first, second) if _calendar(first) == "islamic" else (second, first)
        if index == used or (_calendar(islamic), _calendar(gregorian)) != ("islamic", "gregorian"):
            continue
        if not is_equation(text, (first.start, first.end), (second.start, second.end), lexicon):
            continue
        used = index + 1
        stated, computed = _bounds(gregorian), _computed(islamic, language)
        if stated and computed and _days_apart(computed, stated) > SIGHTING:
            found.append(Equation(islamic, gregorian, _date(computed[0]), _date(computed[1])))
    return found


def _calendar(mention: Mention) -> str:
    return mention.value.calendar if isinstance(mention.value, DateValue) else ""


def _computed(mention: Mention, language: Language) -> tuple[Day, Day] | None:
    """What the calendar makes of an Islamic date when nothing stands beside it."""
    alone = find_dates(mention.text, tokenize(mention.text), language)
    return _bounds(alone[0]) if len(alone) == 1 and _calendar(alone[0]) == "islamic" else None


def _bounds(mention: Mention) -> tuple[Day, Day] | None:
    value = mention.value
    if not isinstance(value, DateValue) or value.earliest is None or value.latest is None:
        return None
    return None if value.earliest.startswith("-") else (_day(value.earliest), _day(value.latest))


def _day(iso: str) -> Day:
    year, month, day = (int(part) for part in iso.split("-"))
    return year, month, day


def _days_apart(computed: tuple[Day, Day], stated: tuple[Day, Day]) -> int:
    """Days between two spans, by the reading of the stated one that is nearer."""
    first, last = (day_number(day) for day in computed)
    julian = (day_number(stated[0]), day_number(stated[1]))
    gregorian = (_proleptic(stated[0]), _proleptic(stated[1]))
    return min(max(0, low - last, first - high) for low, high in (julian, gregorian))


def _proleptic(day: Day) -> int:
    return _date(day).toordinal() + _ORDINAL_OFFSET


def _date(day: Day) -> datetime.date:
    year, month, date = day
    return datetime.date(year, month, min(date, days_in_month(year, month)))
