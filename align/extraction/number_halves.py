"""A half after what is measured: "five years and a half", «يومين ونصف اليوم», and after one: «عام ونصف العام»."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from align.extraction.number_fractions import ratio
from align.extraction.number_lexicon import Match
from align.extraction.number_passage import Passage
from align.extraction.number_values import Draft, Numeral
from align.model import Quantity
from align.text import fold

# A fifth is seldom added to a measure, and its Arabic word is five as well.
_PARTS = frozenset({(1, 2), (1, 3), (1, 4)})
_DIVISIBLE = frozenset({"duration", "age", "measure"})
_SHORTEST_ROOT = 3  # letters
_LONGEST_UNIT = 2  # words: «نقطة مئوية»


def _measured(passage: Passage, at: int, forms: list[str] | None = None) -> tuple[Match[str], Quantity] | None:
    """The unit of time, measure, money or shares at token `at`, its forms those of the passage or the given ones."""
    lexicon, forms = passage.lexicon, forms or passage.forms
    if (time := lexicon.durations.at(forms, at)) is not None:
        return time, "duration"
    if (measure := lexicon.measures.at(forms, at)) is not None:
        return measure, "measure"
    if (money := lexicon.currencies.at(forms, at)) is not None:
        return money, "money"
    percent = lexicon.percents.at(forms, at)
    return (percent, "percent") if percent is not None else None


def _unit_before(passage: Passage, at: int, floor: int) -> tuple[int, int, str, Quantity] | None:
    """The first token of the unit that ends with token `at`, the letters written onto it, its meaning and quantity."""
    for first in range(max(floor, at + 1 - _LONGEST_UNIT), at + 1):
        form = passage.form(first)
        for letters in ("", *passage.table.proclitics.prepositions, *passage.table.proclitics.conjunctions):
            if form.startswith(letters):
                bare = [form.removeprefix(letters), *passage.forms[first + 1 : at + 1]]
                named = _measured(passage, 0, bare)
                if named is not None and named[0].edge == len(bare):
                    return first, len(letters), named[0].meaning, named[1]
    return None


def _part_end(passage: Passage, at: int, unit: str, noun: str = "") -> int | None:
    """The end of the part at token `at` with its unit, or the first word of it, named once more.

    None where it divides something else.
    """
    end = at + 1
    if noun and passage.has_article(end) and passage.form(end).endswith(noun):
        return end + 1
    named = _measured(passage, end)
    if named is not None:
        shared = not named[0].meaning and noun.startswith(passage.form(end).removeprefix(_article(passage, end)))
        return named[0].edge if named[0].meaning == unit and (unit or shared) else None
    framed = passage.form(at - 1) in passage.table.implied_ones or not passage.table.implied_ones
    if framed and passage.form(end) in passage.table.nouns.partitives:
        return end  # "a litre and a half of water", «لتر ونصف من الماء»
    divides = passage.form(end) in passage.table.nouns.partitives or passage.has_article(end)
    return None if divides else end


def _article(passage: Passage, at: int) -> str:
    return passage.table.proclitics.articles[0] if passage.has_article(at) else ""


def with_half(passage: Passage, draft: Draft) -> Draft:
    """`draft` with the half, third or quarter of its unit that a conjunction adds, and the half of what it counts."""
    counted = draft.quantity == "count" and draft.unit and passage.table.nouns.head_first
    if draft.quantity not in _DIVISIBLE and not (counted and draft.low == draft.high):
        return draft
    at, joined = draft.end, passage.word(draft.end).joined
    if passage.form(at) in passage.table.conjunctions:
        at, joined = at + 1, True
    if passage.form(at) in passage.table.implied_ones:
        at += 1
    part = passage.word(at).part
    if part is None or part not in _PARTS or not joined:
        return draft
    counts = draft.quantity == "count"
    end = _count_part_end(passage, at, part, draft.unit) if counts else _part_end(passage, at, draft.unit)
    if end is None:
        return draft
    more = ratio(*part)
    return replace(
        draft,
        end=end,
        low=draft.low + more if draft.low is not None else None,
        high=draft.high + more if draft.high is not None else None,
    )


def _is_one_of(noun: str, nouns: str) -> bool:
    """Whether a noun may be the singular of another, in which its letters then stand in their order."""
    letters = iter(nouns)
    return len(noun) >= _SHORTEST_ROOT and all(letter in letters for letter in noun)


def _is_repeated(passage: Passage, noun: str, nouns: str) -> bool:
    """Whether a noun is the singular of one that has an ending of two or several: «مرتين ونصف مرة»."""
    stem = noun[:-1] if noun.endswith(passage.table.nouns.singular_endings) else noun
    return len(stem) > 1 and fold(nouns).startswith(stem)


def _count_part_end(passage: Passage, at: int, part: tuple[int, int], nouns: str) -> int | None:
    """The end of the part at token `at` that adds to a count: «أربع نقاط ونصف فقط», «6 أشواط وثلث الشوط».

    None where it is one of something else.
    """
    end = at + 1
    if passage.has_article(end):
        noun = passage.form(end).removeprefix(_article(passage, end))
        stem = noun[:-1] if noun.endswith(passage.table.nouns.singular_endings) else noun  # «نجمة» of «نجوم»
        one = _is_one_of(noun, fold(nouns)) or _is_one_of(stem, fold(nouns)) or _is_repeated(passage, noun, nouns)
        return end + 1 if one else None
    if passage.kind(end) == "word" and _is_repeated(passage, passage.form(end), nouns):
        return end + 1
    another = passage.kind(end) == "word" and passage.form(end) not in passage.table.nouns.stops
    goes_on = not another or passage.form(end).startswith(tuple(passage.table.conjunctions))
    return end if part == (1, 2) and goes_on else None


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
    named = _unit_before(passage, at, floor)
    if named is None:
        return None
    noun, lead, unit, quantity = named
    first = noun - 1 if passage.form(noun - 1) in table.implied_ones and noun > floor else noun
    end = _part_end(passage, numeral.first, unit, passage.form(noun)[lead:])
    if end is None or (table.implied_ones and first == noun):
        return None
    value = Decimal(1) + numeral.low
    start = passage.start_after_lead(first, lead) if lead else passage.tokens[first].start
    unit = unit or passage.text[passage.start_after_lead(noun, lead) : passage.tokens[noun].end]
    return Draft(first, end, numeral.first, start, value, value, unit=unit, quantity=quantity)
