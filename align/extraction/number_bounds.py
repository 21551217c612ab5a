"""What stands before a numeral and bounds it, and the ends of a range: signs, currencies, hedges."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from decimal import Decimal

from align.extraction.number_context import near_scoring
from align.extraction.number_fractions import ratio
from align.extraction.number_literals import DASHES, leads_with_point
from align.extraction.number_passage import Passage
from align.extraction.number_phrases import read_numeral
from align.extraction.number_units import OLDEST, Unit, find_unit
from align.extraction.number_values import Numeral
from align.languages.number_words import Bound

_COMMAS = frozenset(",\u060c")
_UNIT_MARKS = frozenset("%\u066a\u00b0$\u20ac\u00a3")
LONGEST_SUBJECT = 3  # words between a verb that bounds a number and the number
_SENTENCE_ENDS = frozenset(".;!?\u061b\u061f")
WIDEST = 3  # times its lower end a range is told as the size of a change
_WIDEST_ALTERNATIVE = 3  # times the first number the second is, of two that are ends of a range
_CHANGE_NEAR, FARTHEST_CHANGE = 6, 14  # tokens before two numbers of which one became the other
FARTHEST_DENIAL = 8  # words before "more than" among which the particle stands that denies it


@dataclass(slots=True)
class Before:
    """What stands before a number, from token `first` on."""

    first: int
    start: int
    negative: bool = False
    bound: Bound | None = None
    money: str = ""
    few: tuple[int, int] | None = None
    article: bool = False
    spaced_sign: bool = False
    hedge: str = ""


def look_back(passage: Passage, numeral: Numeral, floor: int) -> Before:
    """What stands before the numeral, from token `floor` on."""
    found = _words_before(passage, numeral, floor)
    if found.bound is None and not passage.word(numeral.first).joined:
        found.bound = _verb_before_subject(passage, found.first, floor)
    return found


def _words_before(passage: Passage, numeral: Numeral, floor: int) -> Before:
    """Reads signs, currencies, articles and hedges backward from the numeral to token `floor`."""
    found = Before(numeral.first, passage.start_after_lead(numeral.first, numeral.lead))
    lexicon, forms = passage.lexicon, passage.forms
    _leading_point(passage, numeral, found)
    if passage.form(found.first - 1) not in lexicon.openings:
        return found
    if passage.word(numeral.first).lead and numeral.lead and passage.word(numeral.first).joined:
        return found
    if _starts_scaled(passage, numeral) or numeral.vague:
        few = lexicon.few_before.at(forms, found.first - 1)
        if few is not None and few.edge >= floor:
            found.few = few.meaning
            move(passage, found, few.edge, few.lead)
    if passage.form(found.first - 1) in passage.table.implied_ones and found.first - 1 >= floor:
        found.article = True
        is_part = passage.word(numeral.first).part is not None and passage.form(numeral.first + 1) not in DASHES
        takes_article = _starts_scaled(passage, numeral) or numeral.framed or numeral.fraction or numeral.ordinal
        takes_article |= is_part  # "a quarter of a million", but "half-dozen"
        if numeral.digits or not (takes_article or found.few):
            _hedges(passage, found, floor)
            return found
        move(passage, found, found.first - 1, 0)
    _sign(passage, found, floor)
    _currency_before(passage, numeral, found, floor)
    _hedges(passage, found, floor)
    return found


def _currency_before(passage: Passage, numeral: Numeral, found: Before, floor: int) -> None:
    at = found.first - 1
    if not numeral.digits or at < floor:
        return
    code, match = passage.currency_at(at), passage.lexicon.currencies_before.at(passage.forms, at)
    if match is not None and match.edge < at and not passage.touches(at):  # "a $60 bet" is not in Australian dollars
        match = passage.lexicon.currencies_before.at(passage.forms[at : at + 1], 0)
        match = match._replace(edge=at) if match is not None else None
    if code is not None:
        found.money = code
        move(passage, found, at, 0)
    elif match is not None and match.edge >= floor:
        found.money = match.meaning
        move(passage, found, match.edge, 0)
        _sign(passage, found, floor)


def move(passage: Passage, found: Before, first: int, lead: int) -> None:
    found.first, found.start = first, passage.start_after_lead(first, lead)


def _leading_point(passage: Passage, numeral: Numeral, found: Before) -> None:
    """.08 begins at its point."""
    at = numeral.first
    if leads_with_point(passage.text, passage.tokens, at):
        found.first, found.start = at - 1, passage.tokens[at - 1].start


def _starts_scaled(passage: Passage, numeral: Numeral) -> bool:
    word = passage.word(numeral.first)
    return word.scale is not None


def _sign(passage: Passage, found: Before, floor: int) -> None:
    before = found.first - 1
    if before < floor:
        return
    form = passage.form(before)
    if form in passage.table.negatives:
        alternative = passage.form(before - 1) in passage.table.alternatives
        if alternative and passage.form(before - 2) in passage.table.positives:  # "plus or minus two points"
            return
        found.negative = True
        move(passage, found, before, 0)
    elif form in {"-", "\u2212"} and not _after_something(passage, before):
        if passage.touches(found.first):
            found.negative = True
            move(passage, found, before, 0)
        elif before == 0:
            found.negative = found.spaced_sign = True
            move(passage, found, before, 0)


def _after_something(passage: Passage, index: int) -> bool:
    after = passage.kind(index - 1) in {"number", "word"} or passage.form(index - 1) in _UNIT_MARKS  # "5.25%-5.50%"
    return passage.touches(index) and after


def _hedges(passage: Passage, found: Before, floor: int) -> None:
    for _ in range(3):
        match = passage.lexicon.hedges_before.at(passage.forms, found.first - 1)
        if match is None or match.edge < floor:
            return
        if match.edge == floor > 0 and passage.form(match.edge) in passage.table.comparatives:
            return  # "7% more than three months earlier" compares
        if found.bound is None or found.bound == "about":
            found.bound = match.meaning
        found.hedge = passage.form(match.edge)
        if found.bound == "least" and found.hedge in passage.table.comparatives:
            found.bound = "most" if _is_denied(passage, match.edge, floor) else "least"
        move(passage, found, match.edge, match.lead)


def _is_denied(passage: Passage, at: int, floor: int) -> bool:
    """Whether what stands before "more than" denies it: "Egypt was not to keep more than 12,000 soldiers"."""
    table = passage.table
    for position in range(at - 1, max(floor, at - FARTHEST_DENIAL) - 1, -1):
        form = passage.form(position)
        if passage.kind(position) != "word" or form in table.undenied:
            return False
        if form in table.denials:
            return passage.form(position + 1) not in table.denied_nothing
    return False


def _verb_before_subject(passage: Passage, first: int, floor: int) -> Bound | None:
    """«تجاوزت كلفته مليار يورو», «يزيد وزنه على طن»: the verb's subject, a noun or two, stands before the number."""
    preposition = passage.form(first - 1)
    verbs = passage.lexicon.parted_bounds.get(preposition)
    last = first - 1
    if verbs is not None:
        last -= 1
    elif preposition in passage.lexicon.openings:
        return None
    for at in range(last - 1, max(floor, last - LONGEST_SUBJECT) - 1, -1):
        if passage.kind(at + 1) != "word":
            return None
        match = (verbs or passage.lexicon.bounding_verbs).at(passage.forms, at)
        if match is not None:
            return match.meaning if verbs is None or _is_amount(passage, at + 1) else None
    return None


def _is_amount(passage: Passage, at: int) -> bool:
    """Whether the noun at `at` can be more or less than a number: «يزيد الضغط على 20 دولة» tells of no bound."""
    table = passage.table
    bare = passage.form(at)
    for article in table.proclitics.articles:
        bare = bare.removeprefix(article) if passage.has_article(at) else bare
    if bare in table.amounts:
        return True
    # As written: a folded feminine ending looks like a pronoun.
    return not passage.has_article(at) and len(bare) > 3 and passage.written(at).endswith(table.possessive_endings)


def bounds(
    passage: Passage, numeral: Numeral, before: Before, floor: int
) -> tuple[Decimal | None, Decimal | None, Numeral, Before]:
    """The ends of what is said, with a range's second number read."""
    low: Decimal | None = numeral.low
    high = numeral.high
    if before.few is not None:
        scale = numeral.low / 2 if numeral.vague else numeral.low
        return before.few[0] * scale, before.few[1] * scale, numeral, before
    if before.negative:
        low, high = -numeral.low, -numeral.low
    if before.money and is_million_letter(passage, numeral.end):
        numeral = _in_millions(numeral)
        low, high = numeral.low, numeral.high
    second = _second(passage, numeral, before, floor)
    if second is None:
        return low, high, numeral, before
    if before.money and is_million_letter(passage, second.end):
        second = _in_millions(second)
    low = _in_scale_of(second, numeral, passage) or low
    opener = before.first - 1
    if opener >= floor and passage.form(opener) in passage.lexicon.range_openers:
        move(passage, before, opener, passage.lexicon.range_openers[passage.form(opener)].lead)
    high = second.high
    if low is not None and high is not None and high < low:
        low, high = high, low
    return low, high, replace(second, first=numeral.first, definite=False), before


def _in_scale_of(second: Numeral, first: Numeral, passage: Passage) -> Decimal | None:
    """The first number in the thousands or millions that are told once: "2-3 million", "two or three million"."""
    alternative = passage.form(first.end) in passage.table.alternatives
    if first.scale != 1 or second.scale < 1000 or not (first.digits or alternative):
        return None
    inherited = first.low * second.scale
    close = not alternative or second.low <= _WIDEST_ALTERNATIVE * inherited
    return inherited if first.low < 1000 and inherited < second.low and close else None


def is_million_letter(passage: Passage, at: int) -> bool:
    """Whether a letter that may say million touches the digits before it ("5m")."""
    return passage.touches(at) and passage.written(at) in passage.table.units.million_letters


def _in_millions(numeral: Numeral) -> Numeral:
    million = 10**6
    value = numeral.low * million
    return replace(numeral, low=value, high=value, end=numeral.end + 1, scale=million)


def _second(passage: Passage, numeral: Numeral, before: Before, floor: int) -> Numeral | None:
    """The upper end of a range that begins with `numeral`."""
    if not numeral.exact or numeral.fraction:
        return None
    at = _range_link(passage, numeral, before, floor)
    if at is None:
        return None
    if before.money and passage.lexicon.currencies_before.at(passage.forms, at) is not None:
        at += 1
    if passage.kind(at) != "number" and passage.forms[at : at + 1] and passage.forms[at] not in passage.lexicon.words:
        return None
    second = read_numeral(passage, at)
    if second is None or not second.exact or second.ordinal or second.dual:
        return None
    if second.low <= numeral.low and not (before.money and is_million_letter(passage, second.end)):
        return second if _is_miswritten(passage, numeral, second, before) else None
    if _is_level_after_change(passage, numeral, second, before):
        return None
    least = _in_scale_of(second, numeral, passage) or numeral.low
    far = second.low > _WIDEST_ALTERNATIVE * least and second.low > 12
    if passage.form(numeral.end) in passage.table.alternatives and far:
        return None
    return second


def _is_level_after_change(passage: Passage, change: Numeral, level: Numeral, before: Before) -> bool:
    """Whether something "grew by 620 to 14,900": a range would not be as wide."""
    by = passage.form(before.first - 1) in passage.table.change_prepositions
    return (
        by
        and change.scale == level.scale
        and passage.form(change.end) in passage.table.range_links
        and level.low > WIDEST * abs(change.low)
    )


def _is_miswritten(passage: Passage, first: Numeral, second: Numeral, before: Before) -> bool:
    """Whether "8 to 4 inches" is a range with a wrong digit: measured, and nothing falls or is won "from" 8 "to" 4.

    So is "between 85 and 30 lorries".
    """
    opener = passage.lexicon.range_openers.get(passage.form(before.first - 1))
    if opener is not None and not opener.directional and first.digits and second.digits and first.low != second.low:
        return True
    if passage.form(first.end) not in passage.table.range_links or not (first.digits and second.digits):
        return False
    if second.low == first.low or passage.form(before.first - 1) in passage.lexicon.range_openers:
        return False
    unit = find_unit(passage, second, bool(before.money))
    return unit is not None and unit.quantity != "count" and not near_scoring(passage, first.first, second.end)


def _range_link(passage: Passage, numeral: Numeral, before: Before, floor: int) -> int | None:
    """Where the second number of a range begins, if what stands after the first says that there is one."""
    at, form = numeral.end, passage.form(numeral.end)
    if form not in passage.lexicon.range_joints and not passage.word(at).joined:
        return None
    opener = passage.lexicon.range_openers.get(passage.form(before.first - 1)) if before.first - 1 >= floor else None
    if form in DASHES and passage.form(at + 1) in passage.table.range_links | passage.table.conjunctions:
        return at + 2
    if form in DASHES:
        spaced = passage.touches(at) == passage.touches(at + 1)
        return at + 1 if spaced and passage.kind(at + 1) in {"number", "word"} else None
    if opener is not None:
        if form in opener.links and not (opener.directional and is_change(passage, before.first, opened=True)):
            return at + 1
        if opener.directional and form in opener.links:
            return None
        if passage.word(at).joined and passage.lexicon.conjunction_prefixes & opener.links:
            return at
    if form in passage.table.range_links and not is_change(passage, before.first):
        return at + 1
    return at + 1 if form in passage.table.alternatives and not _is_in_list(passage, before.first, at + 1) else None


def _is_in_list(passage: Passage, first: int, second: int) -> bool:
    """Whether two alternatives are the last, or the first, of several: "20, 40 or 60 percent"."""
    alternatives = passage.table.alternatives
    preceded = passage.form(first - 1) in alternatives | _COMMAS and passage.kind(first - 2) == "number"
    return preceded or (passage.kind(second) == "number" and passage.form(second + 1) in alternatives)


def is_change(passage: Passage, first: int, opened: bool = False) -> bool:
    """Whether something grows or falls before token `first`, so that "from 5 to 7" is no range; "by 5 to 7" is one.

    Where "from" opens it (`opened`) after a comma, the change may have been told long before: "was raised by half last
    year, from 5 to 7".
    """
    table, before = passage.table, passage.form(first - 1)
    if before in table.change_prepositions or (before in table.nouns.partitives and not table.nouns.head_first):
        return False  # "rose by 5 to 7", "a cut of 5 to 7"
    apposed = opened and passage.form(first - 2) in _COMMAS
    told = range(first - 1, max(-1, first - 1 - (FARTHEST_CHANGE if apposed else _CHANGE_NEAR)), -1)
    ends = _SENTENCE_ENDS if opened else _SENTENCE_ENDS | _COMMAS
    same_sentence = itertools.takewhile(lambda at: passage.forms[at] not in ends, told)
    return any(passage.forms[at] in passage.lexicon.changes for at in same_sentence)


def scaled(
    passage: Passage, numeral: Numeral, low: Decimal | None, high: Decimal | None, unit: Unit | None, before: Before
) -> tuple[Decimal | None, Decimal | None]:
    """The ends with a scale that only the unit or the counted noun shows ("$5m"; 1.500 people)."""
    factor = unit.factor if unit else 1
    if numeral.pointed and _groups_by_point(numeral, unit, before):
        factor = 1000
    if factor == 1:
        return low, high
    return (low * factor if low is not None else None), (high * factor if high is not None else None)


def _groups_by_point(numeral: Numeral, unit: Unit | None, before: Before) -> bool:
    """Whether 1.500 is fifteen hundred: what is counted has no thousandths, and no sum is paid as 250.000."""
    if before.money:
        return numeral.low == int(numeral.low)
    if unit is None or unit.quantity == "percent":
        return False
    return unit.quantity == "count" or numeral.low == int(numeral.low)


def bound_age(passage: Passage, before: Before, floor: int) -> None:
    """Takes up what bounds an age before its own word: «دون سن 18»."""
    age = passage.lexicon.ages_before.at(passage.forms, before.first - 1)
    bound = passage.table.units.age_bounds.get(passage.form(age.edge - 1)) if age and age.edge - 1 >= floor else None
    if age is not None and bound is not None:
        move(passage, before, age.edge - 1, 0)
        before.bound = bound


def is_age_of(passage: Passage, numeral: Numeral, before: Before) -> bool:
    """ "Children under five", "those over 60": what bounds people is their age."""
    bounds_people = before.bound in ("least", "most") and passage.form(before.first - 1) in passage.table.units.aged
    one_word = bounds_people and before.first == numeral.first - 1
    return one_word and not before.money and numeral.exact and 0 < numeral.low < OLDEST


def percent_before(passage: Passage, numeral: Numeral, before: Before) -> Unit | None:
    """ "percents of twenty", «بالمائة 10»."""
    match = passage.lexicon.percents_before.at(passage.forms, before.first - 1)
    if match is None or before.money or numeral.low > 1000 or (numeral.fraction and not numeral.digits):
        return None  # «بنسبة العشر» is by a tenth
    if passage.kind(match.edge - 1) == "number" and passage.touches(match.edge):  # "95% from 0.99 to 1.14"
        return None
    move(passage, before, match.edge, match.lead)
    return Unit(numeral.end, "%", "percent")


def portion(passage: Passage, numeral: Numeral, before: Before) -> Decimal | None:
    """«جزء من ألف»: one part of so many."""
    match = passage.lexicon.portion_before.at(passage.forms, before.first - 1)
    if match is None or numeral.digits or numeral.low < 10 or not numeral.exact:
        return None
    move(passage, before, match.edge, match.lead)
    return ratio(1, numeral.low)
