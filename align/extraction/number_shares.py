"""A share with what is divided in the place of its one: «طفلا من كل خمسة», one child of every five."""

from __future__ import annotations

from align.extraction.number_fractions import ratio
from align.extraction.number_nouns import seems_prefixed
from align.extraction.number_passage import Passage
from align.extraction.number_units import find_unit
from align.extraction.number_values import Draft, Numeral


def noun_of_every(passage: Passage, numeral: Numeral, floor: int) -> Draft | None:
    """The noun before "of every" and the numeral as one of so many; None where no noun, or a counted one, is there."""
    match = passage.lexicon.of_every.at(passage.forms, numeral.first - 1)
    if match is None or match.edge - 1 < floor or numeral.ordinal or numeral.fraction or not numeral.exact:
        return None
    noun = match.edge - 1
    if not _counts_one(passage, noun) or numeral.low <= 1 or passage.word(noun - 1).cardinal is not None:
        return None
    unit = find_unit(passage, numeral, money=False) if numeral.dual is None else None
    start = passage.tokens[noun].start
    share = ratio(1, numeral.low)
    end = unit.end if unit is not None else numeral.end
    name = passage.text[start : passage.tokens[noun].end]
    return Draft(noun, end, numeral.first, start, share, share, unit=name)


def _counts_one(passage: Passage, at: int) -> bool:
    form = passage.form(at)
    known = form in passage.table.nouns.stops or form in passage.lexicon.words
    return passage.kind(at) == "word" and not (known or passage.has_article(at) or seems_prefixed(passage, at))
