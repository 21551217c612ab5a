"""What stands after a number and bounds it: "or more", "below zero"."""

from __future__ import annotations

from align.extraction.number_bounds import Before
from align.extraction.number_lexicon import Match
from align.extraction.number_passage import Passage
from align.extraction.number_units import CLOSERS, Unit
from align.extraction.number_values import Numeral
from align.languages.number_words import Bound

_LONGEST_HEDGE = 4  # words


def below_zero(passage: Passage, end: int, bare: bool) -> int | None:
    """The end of "below zero" after a temperature, or of "below" after a bare figure where nothing follows it."""
    match = passage.lexicon.negatives_after.at(passage.forms, end)
    if match:
        return match.edge
    closes = bare and (end + 1 >= passage.size or passage.form(end + 1) in CLOSERS)
    return end + 1 if closes and passage.form(end) in passage.table.negatives_at_end else None


def hedge_after(passage: Passage, numeral: Numeral, unit: Unit | None, before: Before) -> tuple[Bound | None, int]:
    """The bound that words before or after set, and the end of the mention."""
    end = unit.end if unit else numeral.end
    bound = before.bound
    if bound == "least" and before.hedge in passage.table.over and unit is not None and unit.quantity == "duration":
        bound = None if passage.form(before.first - 1) not in passage.table.nouns.stops else bound
    after = hedge_behind(passage, end)
    return (bound or after.meaning, after.edge) if after is not None else (bound, end)


def hedge_behind(passage: Passage, end: int) -> Match[Bound] | None:
    """The words that bound the number or its noun before them: "or more"."""
    after = passage.lexicon.hedges_after.at(passage.forms, end)
    return None if after is None or _bounds_the_next(passage, after.edge - 1) else after


def _bounds_the_next(passage: Passage, at: int) -> bool:
    """Whether a word begins what bounds the next number: "300 men and more than 40 women"."""
    for last in range(at, at + _LONGEST_HEDGE):
        if _is_number(passage, last + 1):
            hedge = passage.lexicon.hedges_before.at(passage.forms, last)
            return hedge is not None and hedge.edge <= at
    return False


def _is_number(passage: Passage, at: int) -> bool:
    word = passage.word(at)
    return passage.kind(at) == "number" or word.cardinal is not None or word.scale is not None
