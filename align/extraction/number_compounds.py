"""One quantity in two units: "1 hour 48 minutes", «سنة وثلاثة أشهر», "five feet seven inches"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from align.extraction.number_passage import Passage
from align.extraction.number_units import age_before
from align.extraction.number_values import Draft
from align.model import Quantity

# Unit -> the unit that goes on after it, and how many of these it has. Months have no fixed number of days.
_NEXT = {
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
    "ft": ("in", 12),
    "lb": ("oz", 16),
    "t": ("kg", 1000),
    "kg": ("g", 1000),
    "km": ("m", 1000),
    "m": ("cm", 100),
}
_QUANTITIES = frozenset({"duration", "age", "measure"})
_COMMAS = frozenset(",\u060c")


def join_compounds(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with those that go on in a smaller unit as one, in that unit."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if before is not None and _continues(before, draft) and _adjoins(passage, before.end, draft.first):
            joined[-1] = _together(before, draft)
        else:
            joined.append(_with_one(passage, draft, before.end if before is not None else 0))
    return joined


def _continues(first: Draft, second: Draft) -> bool:
    """Whether the second is in the next smaller unit, and little enough to go on from the first."""
    unit, size = _NEXT.get(first.unit, ("", 0))
    quantities = {first.quantity, second.quantity}
    if unit != second.unit or not quantities <= _QUANTITIES or ("measure" in quantities and len(quantities) > 1):
        return False
    exact = first.low == first.high and second.low == second.high and not second.hedged and not second.approximate
    # Who mistakes 48 minutes for 84 means to go on all the same.
    return exact and second.low is not None and 0 < second.low < 2 * size


def _adjoins(passage: Passage, end: int, first: int) -> bool:
    """Whether nothing but a conjunction or a comma stands between two tokens."""
    between = passage.forms[end:first]
    return not between or (len(between) == 1 and between[0] in passage.table.conjunctions | _COMMAS)


def _together(first: Draft, second: Draft) -> Draft:
    _, size = _NEXT[first.unit]
    assert first.low is not None and second.low is not None
    value = first.low * size + second.low
    quantity: Quantity = "age" if "age" in (first.quantity, second.quantity) else first.quantity
    return replace(first, end=second.end, low=value, high=value, unit=second.unit, quantity=quantity, weak=False)


def _with_one(passage: Passage, draft: Draft, floor: int) -> Draft:
    """The draft with the unit before it that counts one: "a year and three months", «متر وعشرة سنتيمترات»."""
    ones, at = passage.table.implied_ones, draft.first - 1
    if not passage.word(draft.first).joined:
        if passage.form(at) not in passage.table.conjunctions:
            return draft
        at -= 1
    measured = draft.quantity == "measure"
    units = passage.lexicon.measures if measured else passage.lexicon.durations
    named = units.at(passage.forms, at) if at >= floor else None
    if named is None or named.edge != at + 1:
        return draft
    first = at - 1 if passage.form(at - 1) in ones and at > floor else at
    if ones and first == at:
        return draft
    if passage.lexicon.ages_before.at(passage.forms, at) is not None:  # «سنة» is written like «سنّه», his age
        draft = replace(draft, quantity="duration")
    if not measured and age_before(passage, first):
        draft = replace(draft, quantity="age")
    quantity: Quantity = "measure" if measured else "duration"
    number = Decimal(1)
    one = Draft(first, at + 1, at, passage.tokens[first].start, number, number, unit=named.meaning, quantity=quantity)
    return _together(one, draft) if _continues(one, draft) else draft
