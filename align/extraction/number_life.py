"""Ten years of somebody's life: "a 20-something", "in his sixties", "her mid-40s", «في الستينيات من عمره»."""

from __future__ import annotations

from decimal import Decimal

from align.extraction.number_literals import DASHES
from align.extraction.number_passage import Passage
from align.extraction.number_values import Draft

_TEN = 10
_YOUNGEST, _OLDEST = 20, 90
_AGE_DIGITS = 2
_LONGEST_LIST = 4  # decades of one life


def decade_of_life(passage: Passage, at: int) -> Draft | None:
    """The age that the decade at token `at` tells of somebody; None where it is a decade of a century, or none."""
    units = passage.table.units
    tens, end, lead = _tens(passage, at)
    if tens is None:
        return None
    if passage.form(end) in DASHES:
        if not passage.touches(end) or passage.form(end + 1) not in units.decades_suffixes:
            return None
        end += 2
    elif (stated := passage.lexicon.ages_after.at(passage.forms, end)) is not None:
        end = stated.edge
    elif not _is_owned(passage, at) and not _goes_on_to_owned(passage, end):
        return None
    start = passage.start_after_lead(at, lead)
    low = Decimal(tens)
    return Draft(at, end, at, start, low, low + _TEN - 1, unit="year", quantity="age")


def bounded_age(passage: Passage, at: int) -> Draft | None:
    """ "The over-65s", "an under-20 record": everybody of an age, told by its digits at token `at`."""
    units, first = passage.table.units, at - 2
    bound = units.age_bounds.get(passage.form(first)) if passage.form(at - 1) in DASHES else None
    if bound is None or not (passage.touches(at - 1) and passage.touches(at)):
        return None
    plural = passage.form(at + 1) in units.plural_suffixes and passage.touches(at + 1)
    if not plural and not (len(passage.form(at)) == _AGE_DIGITS and _ranks_by_age(passage, at + 1)):
        return None
    age, start = Decimal(passage.form(at)), passage.tokens[first].start
    low, high = (None, age) if bound == "most" else (age, None)
    return Draft(first, at + 1 + plural, at, start, low, high, unit="year", quantity="age", hedged=True)


def _ranks_by_age(passage: Passage, at: int) -> bool:
    """Whether what stands behind an age is a noun of its own: no unit, and nothing tied to the figure."""
    lexicon, forms = passage.lexicon, passage.forms
    measured = lexicon.durations.at(forms, at) is not None or lexicon.measures.at(forms, at) is not None
    return passage.kind(at) == "word" and not passage.touches(at) and not measured


def _tens(passage: Passage, at: int) -> tuple[int | None, int, int]:
    """The tens of the decade at token `at`, in words, in figures with "s", or before a dash; its end and its lead."""
    form, units = passage.form(at), passage.table.units
    if passage.kind(at) == "number":
        end = at + 1
        round_tens = len(form) == 2 and form[1] == "0" and _YOUNGEST <= int(form) <= _OLDEST
        plural = passage.form(end) in units.plural_suffixes and passage.touches(end)
        dashed = passage.form(end) in DASHES
        return (int(form), end + plural, 0) if round_tens and (plural or dashed) else (None, at, 0)
    if (named := passage.lexicon.decades.get(form)) is not None:
        return named[0], at + 1, named[1]
    word = passage.word(at)
    tens = word.cardinal if passage.form(at + 1) in DASHES else None
    return (tens, at + 1, 0) if tens in range(_YOUNGEST, _OLDEST + 1, _TEN) else (None, at, 0)


def _is_owned(passage: Passage, at: int) -> bool:
    """ "In his late sixties": somebody has the decade, or the one before it in a list: "in their 30s and 40s"."""
    units, joints = passage.table.units, passage.table.conjunctions | passage.table.alternatives
    for _ in range(_LONGEST_LIST):
        before = at - 1
        before -= passage.form(before) in DASHES  # "her mid-40s"
        before -= passage.form(before) in units.parts_of_decades
        if passage.form(before) not in joints:
            owner = passage.form(before)
            return owner in units.decade_owners or f"{passage.form(before - 1)} {owner}" in units.decade_owners
        at = before - 1 - (passage.form(before - 1) in units.plural_suffixes)
        if _tens(passage, at)[0] is None:
            return False
    return False


def _goes_on_to_owned(passage: Passage, at: int) -> bool:
    """«في السبعينيات والثمانينيات من العمر»: the age is told after the second."""
    lexicon = passage.lexicon
    if passage.form(at) in passage.table.alternatives:
        at += 1
    elif not passage.form(at).startswith(passage.table.proclitics.conjunctions or ("\0",)):
        return False
    return passage.form(at) in lexicon.decades and lexicon.ages_after.at(passage.forms, at + 1) is not None
