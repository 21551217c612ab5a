"""A half after what is measured: "five years and a half", «يومين ونصف اليوم», and after one: «عام ونصف العام»."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from align.extraction.number_fractions import ratio
from align.extraction.number_lexicon import Match
from align.extraction.number_passage import Passage
from align.extraction.number_values import Draft, Numeral
from align.model import Quantity

# A fifth is seldom added to a measure, and its Arabic word is five as well.
_PARTS = frozenset({(1, 2), (1, 3), (1, 4)})


def _measured(passage: Passage, at: int) -> tuple[Match[str], Quantity] | None:
    """The unit of time or measure at token `at`."""
    if (time := passage.lexicon.durations.at(passage.forms, at)) is not None:
        return time, "duration"
    measure = passage.lexicon.measures.at(passage.forms, at)
    return (measure, "measure") if measure is not None else None


def _part_end(passage: Passage, at: int, unit: str) -> int | None:
    """The end of the part at token `at` with its unit named once more; None where it divides something else."""
    end = at + 1
    named = _measured(passage, end)
    if named is not None:
        return named[0].edge if named[0].meaning == unit else None
    divides = passage.form(end) in passage.table.nouns.partitives or passage.has_article(end)
    return None if divides else end


def with_half(passage: Passage, draft: Draft) -> Draft:
    """`draft` with the half, third or quarter of its unit that a conjunction adds."""
    if draft.quantity not in {"duration", "measure"}:
        return draft
    at, joined = draft.end, passage.word(draft.end).joined
    if passage.form(at) in passage.table.conjunctions:
        at, joined = at + 1, True
    if passage.form(at) in passage.table.implied_ones:
        at += 1
    part = passage.word(at).part
    end = _part_end(passage, at, draft.unit) if joined and part in _PARTS else None
    if part is None or end is None:
        return draft
    more = ratio(*part)
    return replace(
        draft,
        end=end,
        low=draft.low + more if draft.low is not None else None,
        high=draft.high + more if draft.high is not None else None,
    )


def one_and_part(passage: Passage, numeral: Numeral, floor: int) -> Draft | None:
    """«عام ونصف العام», "a year and a half": the noun before the part counts one."""
    word, table = passage.word(numeral.first), passage.table
    if not numeral.fraction or word.part not in _PARTS or numeral.end != numeral.first + 1:
        return None
    at = numeral.first - 1
    if not word.joined:
        at -= passage.form(at) in table.implied_ones
        if passage.form(at) not in table.conjunctions:
            return None
        at -= 1
    named = _measured(passage, at) if at >= floor else None
    if named is None or named[0].edge != at + 1:
        return None
    first = at - 1 if passage.form(at - 1) in table.implied_ones and at > floor else at
    end = _part_end(passage, numeral.first, named[0].meaning)
    if end is None or (table.implied_ones and first == at):
        return None
    value = Decimal(1) + numeral.low
    start = passage.tokens[first].start
    return Draft(first, end, numeral.first, start, value, value, unit=named[0].meaning, quantity=named[1])
