"""A share with what is divided in the place of its one: «طفلا من كل خمسة», one child of every five."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from align.extraction.number_fractions import ratio
from align.extraction.number_nouns import seems_prefixed
from align.extraction.number_passage import Passage
from align.extraction.number_units import find_unit
from align.extraction.number_values import Draft, Numeral

_ROUND = (10, 100, 1000)
_FEW = 20


def noun_of_every(passage: Passage, numeral: Numeral, floor: int) -> Draft | None:
    """The noun before "of every" and the numeral as one of so many; None where no noun, or a counted one, is there."""
    match = passage.lexicon.of_every.at(passage.forms, numeral.first - 1)
    if match is None or match.edge - 1 < floor or numeral.ordinal or numeral.fraction or not numeral.exact:
        return None
    noun = match.edge - 1
    counted = any(passage.word(at).cardinal is not None for at in (noun - 1, noun - 2))  # «ثماني عمليات بتر»
    if not _counts_one(passage, noun) or numeral.low <= 1 or counted:
        return None
    unit = find_unit(passage, numeral, money=False) if numeral.dual is None else None
    start = passage.tokens[noun].start
    share = ratio(1, numeral.low)
    end = unit.end if unit is not None else numeral.end
    name = passage.text[start : passage.tokens[noun].end]
    return Draft(noun, end, numeral.first, start, share, share, unit=name)


def join_shares(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with a count and those of whom it is part of every so many as one: «أربع رحلات من كل خمس»."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if before is None or not _is_part_of(passage, before, draft):
            joined.append(draft)
            continue
        whole = draft.low or Decimal(1)
        low, high = (ratio(end, whole) if end is not None else None for end in (before.low, before.high))
        end = draft.core + 1 if passage.form(before.end - 1) in passage.table.times else draft.end
        joined[-1] = replace(before, end=end, low=low, high=high)
    return joined


def _is_part_of(passage: Passage, part: Draft, whole: Draft) -> bool:
    counts = part.quantity in ("count", "money") and whole.quantity == "count" and not (part.ordinal or whole.ordinal)
    few, all_of_them = part.low if part.low is not None else part.high, whole.low
    if not counts or few is None or all_of_them is None or all_of_them != whole.high or not 0 < few < all_of_them:
        return False
    lexicon, last = passage.lexicon, whole.first - 1
    if _is_some_in_all(passage, part, whole):
        return True
    if part.quantity == "money":
        return False
    every = lexicon.of_every.at(passage.forms, last)
    if every is not None:
        between = range(part.end, every.edge)  # «مهمتين فقط من كل خمس», «ثماني عمليات بتر من كل عشر»
        return not between or (len(between) == 1 and passage.kind(between[0]) == "word")
    among = lexicon.among.at(passage.forms, last)  # "nine times out of ten", but "158 riders out of 176"
    times = passage.form(part.end - 1) in passage.table.times
    return times and among is not None and among.edge == part.end and all_of_them in _ROUND


def _is_some_in_all(passage: Passage, part: Draft, whole: Draft) -> bool:
    """ "One child in six", "99 people in 100": of something counted, with nothing counted after the whole."""
    between = passage.forms[part.end : whole.first]
    if len(between) > 1:  # "one franc in every four", "nine people out of ten"
        every = between[-1] in passage.table.units.rate_links or whole.low in _ROUND
        bare = part.unit and not (whole.unit or whole.hedged)
        return every and bool(bare) and " ".join(between) in passage.table.out_of
    one_of_few = part.low == part.high == 1 and whole.low is not None and 1 < whole.low <= _FEW
    bare = part.unit and not whole.unit and not whole.hedged and (whole.low in _ROUND or one_of_few)
    return bool(bare) and len(between) == 1 and between[0] in passage.table.one_out_of


def _counts_one(passage: Passage, at: int) -> bool:
    form = passage.form(at)
    known = form in passage.table.nouns.stops or form in passage.lexicon.words
    return passage.kind(at) == "word" and not (known or passage.has_article(at) or seems_prefixed(passage, at))
