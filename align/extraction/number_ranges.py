"""Ranges whose ends each have their unit: "5.25%-5.50%", "12% to 15%", «ما بين ثماني ساعات و14 ساعة».

Of two ends after "between" one may leave the unit to the other: "between minus 150 and plus 120 degrees".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from align.extraction.number_bounds import is_change
from align.extraction.number_literals import DASHES
from align.extraction.number_passage import Passage
from align.extraction.number_values import Draft

_MEASURED = frozenset({"percent", "duration", "age", "measure", "money"})
_LASTING = frozenset({"duration", "age", "measure"})
_WIDEST = 10  # times the lower end
_FARTHEST = 3  # times the first number: what may be its alternative


def join_ranges(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with those that are the two ends of one range as one."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        first = _first_of_range(passage, before, draft) if before is not None else None
        if before is None or first is None:
            if before is not None and _changes(passage, before, draft):
                joined[-1], draft = _with_unit(before, draft), _with_unit(draft, before)
            joined.append(draft)
            continue
        unit = before if before.unit else draft
        opener = passage.lexicon.range_openers.get(passage.form(first))
        start = passage.start_after_lead(first, opener.lead) if opener else before.start
        joined[-1] = replace(
            before, first=first, start=start, end=draft.end, high=draft.low, unit=unit.unit, quantity=unit.quantity
        )
        if draft.ordinal:
            joined[-1] = replace(joined[-1], ordinal=False, quantity="count", weak=False)
    return joined


def _first_of_ranks(passage: Passage, low: Draft, high: Draft) -> int | None:
    """«تتراوح أعمارهم بين السابعة والسادسة عشرة», «بين الخامسة والسابعة»: ages and hours, which are told as ranks."""
    opener = passage.lexicon.range_openers.get(passage.form(low.first - 1))
    hours = passage.table.units.lived_endings or ("\0",)
    feminine = all(passage.form(each.core).endswith(hours) for each in (low, high))
    between = passage.forms[low.end : high.first]
    joined = opener is not None and not between and passage.word(high.first).joined
    return low.first - 1 if joined and feminine and not (low.unit or high.unit) else None


def _changes(passage: Passage, before: Draft, after: Draft) -> bool:
    """Whether something measured goes "from 25,000 to 32,000 rupees", "to 450 euros from 299": all are rupees."""
    lead, between = passage.form(before.first - 1), passage.forms[before.end : after.first]
    measured = _MEASURED & {before.quantity, after.quantity} and "" in (before.unit, after.unit)
    if not measured or len(between) != 1 or before.ordinal or after.ordinal:
        return False
    openers = passage.lexicon.range_openers
    if lead in passage.table.change_prepositions and between[0] in passage.table.range_links:  # "by six feet to 64"
        return True
    return any(
        first in openers and openers[first].directional and second in openers[first].links
        for first, second in ((lead, between[0]), (between[0], lead))
    )


def _with_unit(draft: Draft, other: Draft) -> Draft:
    return draft if draft.unit else replace(draft, unit=other.unit, quantity=other.quantity, weak=False)


def _first_of_range(passage: Passage, low: Draft, high: Draft) -> int | None:
    """The first token of the range that two numbers are the ends of, if they are that."""
    if low.low is None or high.low is None or low.low != low.high or high.low != high.high or low.low >= high.low:
        return None
    if high.hedged or high.approximate:
        return None
    if low.ordinal and not low.unit and high.quantity == "age":  # «في الرابعة أو الخامسة من عمره»
        between = passage.forms[low.end : high.first]
        return low.first if len(between) == 1 and between[0] in passage.table.alternatives else None
    if low.ordinal != high.ordinal:
        return None
    if low.ordinal:
        return _first_of_ranks(passage, low, high)
    one_unit = (low.unit, low.quantity) == (high.unit, high.quantity) and low.quantity in _MEASURED
    shared = "" in (low.unit, high.unit) and _MEASURED & {low.quantity, high.quantity}
    between = [form for form in passage.forms[low.end : high.first] if form not in passage.table.positives]
    at = low.first - 1
    while at > 0 and passage.form(at) in passage.lexicon.ages_before.keys:  # «بين سن ٢١ و٣٠ عاما»
        at -= 1
    opener = passage.lexicon.range_openers.get(passage.form(at))
    if (one_unit or shared) and opener is not None and not opener.directional:
        joined = between[0] in opener.links if len(between) == 1 else not between and passage.word(high.first).joined
        return at if joined else None
    if opener is not None and opener.directional and low.quantity in _LASTING and not high.unit:
        goes_on = len(between) == 1 and between[0] in opener.links and high.low <= _WIDEST * low.low
        return at if goes_on and not is_change(passage, at, opened=True) else None  # «من خمس سنوات إلى عشر»
    alternative = len(between) == 1 and between[0] in passage.table.alternatives and not high.unit
    if alternative and low.quantity in _MEASURED and high.low <= _FARTHEST * low.low:  # «خمس ثوان أو ست»
        return low.first
    if not one_unit or len(between) != 1 or high.low > _WIDEST * abs(low.low):
        return None  # what gains "5.25 euros to 248.50" ends there
    if opener is not None:  # «من 10 دقائق إلى 15 دقيقة»
        lasts = low.quantity in _LASTING and between[0] in opener.links
        return at if lasts and not is_change(passage, at, opened=True) else None
    if between[0] in passage.table.range_links and (is_change(passage, low.first) or _goes_by(passage, low, high)):
        return None
    return low.first if between[0] in DASHES | passage.table.range_links else None


def _goes_by(passage: Passage, change: Draft, level: Draft) -> bool:
    """ "By half a percentage point to 6.25%": what changes is told in points, or in another word than its level."""
    words = [passage.form(each.end - 1) for each in (change, level)]
    return words[0] != words[1] and passage.form(change.first - 1) in passage.table.change_prepositions
