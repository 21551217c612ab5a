"""One quantity in two units: "1 hour 48 minutes", «سنة وثلاثة أشهر», "five feet seven inches", «دولارين و20 سنتا»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from align.extraction.number_lexicon import Phrases
from align.extraction.number_literals import DASHES
from align.extraction.number_passage import Passage
from align.extraction.number_units import CLOSERS, age_before
from align.extraction.number_values import Draft
from align.model import Quantity
from align.text import fold

# Unit -> the unit that goes on after it, and how many of these it has: of a month about so many.
_NEXT = {
    "year": ("month", 12),
    "month": ("day", 30),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
    "ft": ("in", 12),
    "st": ("lb", 14),
    "lb": ("oz", 16),
    "t": ("kg", 1000),
    "kg": ("g", 1000),
    "km": ("m", 1000),
    "m": ("cm", 100),
}
_QUANTITIES = frozenset({"duration", "age", "measure"})
_COINS = 100  # in a unit of currency
# Fils are a thousandth of one country's dinar and a hundredth of another's dirham.
_HUNDREDTHS = frozenset({"cent", "penny", "halala", "piastre", "kopeck", "paisa"})
_COMMAS = frozenset(",\u060c")


def join_compounds(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with those that go on in a smaller unit as one, in that unit."""
    joined: list[Draft] = []
    for draft in (_as_minutes(passage, _with_inches(passage, draft)) for draft in drafts):
        before = joined[-1] if joined else None
        if before is None or not _adjoins(passage, before.end, draft.first):
            joined.append(_with_one(passage, draft, before.end if before is not None else 0))
        elif _continues(before, draft):
            joined[-1] = _together(before, draft)
        elif _are_coins(passage, before, draft):
            joined[-1] = _with_coins(before, draft)
        else:
            joined.append(_with_one(passage, draft, before.end if before is not None else 0))
    return joined


def _with_inches(passage: Passage, draft: Draft) -> Draft:
    """ "5-foot-4": feet with the inches tied to them."""
    at, inches = draft.end, passage.form(draft.end + 1)
    unit, size = _NEXT["ft"]
    tied = passage.form(at) in DASHES and passage.touches(at) and passage.touches(at + 1)
    if draft.unit != "ft" or not tied or not inches.isdecimal() or not 0 < int(inches) < size:
        return draft
    if draft.low is None or draft.low != draft.high:
        return draft
    value = draft.low * size + int(inches)
    return replace(draft, end=at + 2, low=value, high=value, unit=unit)


def _as_minutes(passage: Passage, draft: Draft) -> Draft:
    """ "An hour and ten," and "six hours and 46," say no unit of their minutes."""
    at, table = draft.first - 1, passage.table
    counted = (
        passage.form(at - 2) in table.implied_ones or passage.word(at - 2).cardinal or passage.kind(at - 2) == "number"
    )
    hour = table.implied_ones and passage.form(at) in table.conjunctions and counted
    named = passage.lexicon.durations.at(passage.forms, at - 1) if hour else None
    bare = draft.quantity == "count" and not draft.unit and draft.low == draft.high and not draft.ordinal
    closes = draft.end >= passage.size or passage.form(draft.end) in CLOSERS
    minutes = bare and closes and draft.low is not None and 1 <= draft.low < _NEXT["hour"][1]
    if named is None or named.meaning != "hour" or not minutes:
        return draft
    return replace(draft, unit="minute", quantity="duration", weak=False)


def _continues(first: Draft, second: Draft) -> bool:
    """Whether the second is in the next smaller unit, and little enough to go on from the first."""
    unit, size = _NEXT.get(first.unit, ("", 0))
    if first.low is not None and first.low != first.low.to_integral_value():
        return False  # «6.24 أمتار، سنتيمترا واحدا» is raised by one
    quantities = {first.quantity, second.quantity}
    if unit != second.unit or not quantities <= _QUANTITIES or ("measure" in quantities and len(quantities) > 1):
        return False
    # Who mistakes 48 minutes for 84 means to go on all the same.
    return _goes_on(first, second, below=2 * size)


def _goes_on(first: Draft, second: Draft, below: int) -> bool:
    exact = first.low == first.high and second.low == second.high and not second.hedged and not second.approximate
    return exact and second.low is not None and 0 < second.low < below


def _are_coins(passage: Passage, first: Draft, second: Draft) -> bool:
    """Whether a sum goes on in cents."""
    coins = passage.table.units.coins
    money = first.quantity == "money" == second.quantity and coins.get(fold(second.unit)) in _HUNDREDTHS
    return money and fold(first.unit) not in coins and _goes_on(first, second, below=_COINS)


def _with_coins(first: Draft, second: Draft) -> Draft:
    assert first.low is not None and second.low is not None
    value = first.low + second.low / _COINS
    return replace(first, end=second.end, low=value, high=value, weak=False)


def _adjoins(passage: Passage, end: int, first: int) -> bool:
    """Whether nothing but a conjunction or a comma stands between two tokens."""
    between = passage.forms[end:first]
    return not between or (len(between) == 1 and between[0] in passage.table.conjunctions | _COMMAS)


def _together(first: Draft, second: Draft) -> Draft:
    _, size = _NEXT[first.unit]
    assert first.low is not None and second.low is not None
    value = first.low * size + second.low
    quantity: Quantity = "age" if "age" in (first.quantity, second.quantity) else first.quantity
    rough = first.approximate or first.unit == "month"
    return replace(
        first, end=second.end, low=value, high=value, approximate=rough, unit=second.unit, quantity=quantity, weak=False
    )


def _with_one(passage: Passage, draft: Draft, floor: int) -> Draft:
    """The draft with the unit before it that counts one: "a year and three months", «متر وعشرة سنتيمترات»."""
    ones, at = passage.table.implied_ones, draft.first - 1
    if not passage.word(draft.first).joined:
        if passage.form(at) not in passage.table.conjunctions:
            return draft
        at -= 1
    measured, money = draft.quantity == "measure", draft.quantity == "money"
    lexicon = passage.lexicon
    units = lexicon.measures if measured else lexicon.currencies if money else lexicon.durations
    named, lead = _unit_word(passage, units, at) if at >= floor else (None, 0)
    if named is None:
        return draft
    counted = passage.form(at - 1) in ones or passage.form(at - 1) in passage.table.pronouns  # "one minute and ten"
    first = at - 1 if counted and ones and at > floor else at
    if ones and first == at:
        return draft
    if passage.lexicon.ages_before.at(passage.forms, at) is not None:  # «سنة» is written like «سنّه», his age
        draft = replace(draft, quantity="duration")
    if not measured and not money and age_before(passage, first):
        draft = replace(draft, quantity="age")
    quantity: Quantity = "measure" if measured else "money" if money else "duration"
    number = Decimal(1)
    start = passage.start_after_lead(first, lead)
    one = Draft(first, at + 1, at, start, number, number, unit=named, quantity=quantity)
    if money:
        return _with_coins(one, draft) if _are_coins(passage, one, draft) else draft
    return _together(one, draft) if _continues(one, draft) else draft


def _unit_word(passage: Passage, units: Phrases[str], at: int) -> tuple[str | None, int]:
    """The unit that one word is, and the letters of a preposition before it: «متأخرا بدقيقة و16 ثانية»."""
    named, form = units.at(passage.forms, at), passage.form(at)
    if named is not None:
        return (named.meaning if named.edge == at + 1 else None), 0
    for letters in passage.table.proclitics.prepositions:
        found = units.at([form.removeprefix(letters)], 0) if form.startswith(letters) else None
        if found is not None:
            return found.meaning, len(letters)
    return None, 0
