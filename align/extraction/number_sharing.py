"""What counted things share: a noun that two numbers have in common or stands within one, and a lone person's one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from align.extraction.number_literals import DASHES
from align.extraction.number_nouns import is_adjective, noun_after
from align.extraction.number_passage import Passage
from align.extraction.number_values import Draft

FARTHEST_ONE = 10  # tokens from a count to the "one" that goes on with it
_STOPS = frozenset(".!?;:")
_LISTED = ([","], ["\u060c"])


def join_around_nouns(passage: Passage, drafts: list[Draft]) -> list[Draft]:
    """«ألفي رجل وخمسمئة» as 2,500 men: the noun may follow the first part of a number in words."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if before and passage.table.nouns.head_first and _goes_on(passage, before, draft):
            assert before.low is not None and draft.low is not None
            total = before.low + draft.low
            joined[-1] = replace(before, end=draft.end, low=total, high=total)
        else:
            joined.append(draft)
    return joined


def _goes_on(passage: Passage, draft: Draft, rest: Draft) -> bool:
    """Whether a count of hundreds or more, its noun already said, goes on with a smaller number without a noun."""
    if rest.first != draft.end or rest.unit or not draft.unit or draft.ordinal or rest.ordinal or rest.hedged:
        return False
    if (draft.quantity, rest.quantity) != ("count", "count") or draft.low != draft.high or rest.low != rest.high:
        return False
    if not draft.low or not rest.low or passage.kind(draft.core) == "number" or passage.kind(rest.core) == "number":
        return False
    return draft.low % 100 == 0 and rest.low == int(rest.low) and rest.low < _last_place(draft.low)


def _last_place(value: Decimal) -> Decimal:
    """The place of the last figure that is not 0: 100 of 700, 1,000 of 12,000."""
    return Decimal(10) ** int(value.normalize().as_tuple().exponent)


def share_units(passage: Passage, drafts: list[Draft]) -> list[Draft]:
    """Two counts joined by a conjunction that share the second's noun both know it."""
    joints = passage.table.conjunctions | passage.table.alternatives | passage.table.range_links
    shared = list(drafts)
    for index in range(len(shared) - 2, -1, -1):
        left, right = shared[index], shared[index + 1]
        if right.quantity == "duration" and left.quantity == "age" and left.unit == right.unit:
            between = passage.forms[left.end : right.first]
            if len(between) <= 1 and all(form in joints for form in between):
                shared[index + 1] = replace(right, quantity="age")
            continue
        if left.unit or left.ordinal or right.ordinal or not right.unit or left.quantity != "count":
            continue
        if _is_share(right) != _is_share(left):  # "5,000 and half of the profits", "half of the 74 million tons"
            continue
        between = passage.forms[left.end : right.first]
        listed = right.quantity == "percent" and between in _LISTED and passage.kind(left.core) == "number"
        joined = (len(between) == 1 and between[0] in joints) or _divides(passage, between)
        if right.quantity != "money" and (joined or listed):
            shared[index] = replace(left, unit=right.unit, quantity=right.quantity, weak=False)
    return shared


def count_described(passage: Passage, drafts: list[Draft]) -> list[Draft]:
    """ "19 six-pounder guns", "two three-bedroom flats": the first number counts what the second one describes."""
    counted = list(drafts)
    for index in range(len(counted) - 1):
        count, described = counted[index], counted[index + 1]
        end = _described_end(passage, described)
        if described.first != count.end or end is None or count.unit or count.ordinal or count.low is None:
            continue
        noun = noun_after(passage, end, count.low)
        if noun is not None and count.quantity == "count":
            counted[index] = replace(count, unit=noun.text, weak=False)
            if described.quantity == "count" and described.end > end:
                word = passage.written(end - 1)
                counted[index + 1] = replace(described, end=end, unit=word)
    return counted


def _described_end(passage: Passage, draft: Draft) -> int | None:
    """The end of "six-pounder", where a number and one word are joined to describe a noun."""
    hyphen = draft.core + 1
    joined = passage.form(hyphen) in DASHES and passage.touches(hyphen) and passage.touches(hyphen + 1)
    return hyphen + 2 if joined and not draft.ordinal and passage.kind(hyphen + 1) == "word" else None


def count_ones(passage: Passage, drafts: list[Draft]) -> list[Draft]:
    """ "Five were Danes and one was a Swede": the one counts like the number before it."""
    table, counted = passage.table, list(drafts)
    for index in range(1, len(counted)):
        before, one = counted[index - 1], counted[index]
        goes_on = passage.form(one.first - 1) in table.conjunctions and passage.form(one.end) in table.one_goes_on
        between = passage.forms[before.end : one.first]
        near = len(between) <= FARTHEST_ONE and _STOPS.isdisjoint(between)
        is_pronoun = one.weak and passage.form(one.core) in table.pronouns
        if is_pronoun and goes_on and near and before.quantity == "count" and not (before.ordinal or before.weak):
            counted[index] = replace(one, unit=before.unit, weak=False)
    return counted


def count_parts(passage: Passage, drafts: list[Draft]) -> list[Draft]:
    """ "Half of the recipes are hers, a quarter his": a part beside another share is one, whatever follows it."""
    counted = list(drafts)
    for index in range(1, len(counted)):
        before, part = counted[index - 1], counted[index]
        between = passage.forms[before.end : part.first]
        near = len(between) <= FARTHEST_ONE and _STOPS.isdisjoint(between)
        if near and part.weak and not part.ordinal and _is_share(part) and _is_share(before) and not before.weak:
            counted[index] = replace(part, weak=False)
    return counted


def fill_gaps(passage: Passage, drafts: list[Draft]) -> list[Draft]:
    """ "America lost 190 citizens and Britain 43": a figure behind a name counts what the one before it does."""
    filled = list(drafts)
    for index in range(1, len(filled)):
        before, draft = filled[index - 1], filled[index]
        if not draft.unit and before.quantity == draft.quantity == "count" and before.unit and not before.ordinal:
            between = range(before.end, draft.first)
            if passage.kind(draft.core) == "number" == passage.kind(before.core) and _names_another(passage, between):
                filled[index] = replace(draft, unit=before.unit, weak=False)
    return filled


def _names_another(passage: Passage, between: range) -> bool:
    """Whether nothing but "and" or a comma and a name stand in between, and nothing is counted after the figure."""
    table = passage.table
    if not between or passage.forms[between.start] not in table.conjunctions | {","}:
        return False
    words = [at for at in between if passage.forms[at] not in table.conjunctions | table.nouns.determiners | {","}]
    named = words and all(passage.kind(at) == "word" and passage.written(at)[0].isupper() for at in words)
    after = passage.form(between.stop + 1)
    return bool(named) and (passage.kind(between.stop + 1) != "word" or after in table.conjunctions)


def _is_share(draft: Draft) -> bool:
    """Whether the noun is divided and not counted."""
    return draft.quantity == "count" and draft.high is not None and 0 < draft.high < 1


def _divides(passage: Passage, between: list[str]) -> bool:
    """ "10 of the 30 hostages": the same noun is counted twice."""
    nouns = passage.table.nouns
    return 1 <= len(between) <= 2 and between[0] in nouns.partitives and set(between[1:]) <= nouns.determiners


def add_implied(passage: Passage, drafts: list[Draft]) -> list[Draft]:
    """Adds the one that an indefinite person among counted people stands for."""
    found = list(drafts)
    for draft in drafts:
        if draft.quantity != "count" or not draft.unit or draft.ordinal or draft.weak:
            continue
        # After a number that takes the singular, one more singular may be counted by it as well.
        if 0 < passage.table.nouns.singular_from <= (draft.low or 0):
            continue
        implied = _implied_after(passage, draft.end)
        if implied is not None:
            found.append(implied)
    return sorted(found, key=lambda draft: draft.start)


def _is_relative(passage: Passage, at: int) -> bool:
    """A singular adjective of relation, the accusative of which the table's endings show («صحافي»)."""
    ending = {ending[0] for ending in passage.table.nouns.adjective_endings}
    form = passage.form(at)
    return len(form) > 3 and form[-1] in ending and not passage.has_article(at)


def _implied_after(passage: Passage, at: int) -> Draft | None:
    nouns, table = passage.table.nouns, passage.table
    first, lead = at, 0
    if passage.form(first) in {",", "\u060c"}:
        first += 1
    if passage.form(first) in table.conjunctions:
        first += 1
    if nouns.head_first:
        form = passage.form(first)
        if first == at or passage.forms[first - 1] not in table.conjunctions:
            lead = 1
            if form[:1] not in table.proclitics.conjunctions:
                return None
        if form[lead:] not in nouns.persons:
            return None
        end = first + 1
        after = passage.form(end)
        if after in nouns.persons or is_adjective(passage, end) or _is_relative(passage, end):
            end = end + 1 if passage.form(end) not in nouns.stops else end
    else:
        if first == at or passage.form(first) not in table.implied_ones:
            return None
        end = first + 1
        while end < first + 3 and passage.form(end) not in nouns.persons:
            end += 1
        if passage.form(end) not in nouns.persons:
            return None
        end += 1
        unit_start = passage.tokens[first + 1].start
    start = passage.start_after_lead(first, lead)
    if nouns.head_first:
        unit_start = start
    unit = passage.text[unit_start : passage.tokens[end - 1].end]
    return Draft(first, end, first, start, Decimal(1), Decimal(1), unit=unit)
