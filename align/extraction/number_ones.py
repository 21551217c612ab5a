"""A span of time that counts one behind a hedge: "less than a year", «نحو شهر». Without a hedge it counts nothing."""

from __future__ import annotations

from decimal import Decimal

from align.extraction.number_after import hedge_after
from align.extraction.number_bounds import look_back
from align.extraction.number_halves import with_half
from align.extraction.number_literals import DASHES
from align.extraction.number_passage import Passage
from align.extraction.number_units import time_unit
from align.extraction.number_values import Draft, Numeral


def hedged_one(passage: Passage, at: int, floor: int) -> Draft | None:
    """The time whose noun stands at token `at`, with its article where the language has one, and a hedge before."""
    table = passage.table
    if passage.form(at) not in table.units.single_durations:
        return None
    if table.implied_ones and passage.form(at - 1) not in table.implied_ones:
        return None
    one = Numeral(at, at, Decimal(1), Decimal(1), framed=True)
    before = look_back(passage, one, floor)
    if not before.hedge or before.hedge in table.places_too or before.first == floor > 0:
        return None  # right after another number "more than a year earlier" compares: "20% more than a year earlier"
    unit = time_unit(passage, one, at)
    if unit is None or _is_of_another(passage, unit.end):
        return None
    bound, end = hedge_after(passage, one, unit, before)
    if bound is None:
        return None
    if end == unit.end and passage.word(end).base in table.pronouns and not passage.word(end).joined:
        end += 1  # «يوم واحد»
    draft = Draft(
        first=before.first,
        end=end,
        core=at,
        start=before.start,
        low=None if bound == "most" else Decimal(1),
        high=None if bound == "least" else Decimal(1),
        approximate=bound == "about",
        unit=unit.name,
        quantity=unit.quantity,
        hedged=True,
    )
    return with_half(passage, draft)


def _is_of_another(passage: Passage, end: int) -> bool:
    """Whether what follows makes it part of a name or a compound: "a year-long", «شهر الصوم», «سنة 1990»."""
    word = passage.word(end)
    numbered = passage.kind(end) == "number" or (
        (word.cardinal or word.ordinal) and word.base not in passage.table.pronouns
    )
    joined = passage.form(end) in DASHES and passage.touches(end)
    return bool(numbered and not word.joined) or joined or passage.has_article(end)
