"""The grammar of numerals: what a run of digits and number words says, before hedges and units."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from align.extraction.number_cardinals import Cardinal, connector, read_cardinal, with_decimals
from align.extraction.number_fractions import Part, digit_fraction, division, fraction_of, mixed, of_scale, ratio
from align.extraction.number_literals import DASHES, POWER_SIGNS
from align.extraction.number_passage import Passage
from align.extraction.number_values import Numeral

DAMMA = "\u064f"
ELEVEN = 11  # "11th"
MOST_DEFINITE = 10  # more than ten are counted with a noun in the singular
SHORTEST_OWNED = 3  # letters of a noun with its pronoun, and more
LONGEST_CHAIN = 4  # nouns of which each defines the one before


def _ordinal(passage: Passage, cardinal: Cardinal) -> Numeral | None:
    """A cardinal that an ordinal completes: "one hundred twenty fifth", "three trillionth", or "8th"."""
    at = cardinal.end
    literal = cardinal.literal
    if literal is not None:
        if (
            cardinal.parts == 1
            and cardinal.value == int(cardinal.value)
            and passage.touches(at)
            and _makes_rank(passage, at, cardinal.value)
        ):
            return Numeral(0, at + 1, cardinal.value, cardinal.value, ordinal=True, digits=True)
        return None
    at = at + 1 if passage.form(at) in DASHES or passage.form(at) in passage.table.conjunctions else at
    word = passage.word(at)
    if word.joined or passage.table.units_first:
        return None
    if word.ordinal_scale:
        return Numeral(
            0, at + 1, cardinal.value * word.ordinal_scale, cardinal.value * word.ordinal_scale, ordinal=True
        )
    if word.ordinal and word.ordinal < cardinal.room and cardinal.value >= 20:
        value = cardinal.value + word.ordinal
        return Numeral(0, at + 1, value, value, ordinal=True)
    return None


def _makes_rank(passage: Passage, at: int, value: Decimal) -> bool:
    """Whether the letters at token `at`, after digits, make a rank of them: "21st", but "14st" are fourteen stones."""
    if passage.form(at) not in passage.table.ordinal_suffixes:
        return False
    return passage.lexicon.measures.at(passage.forms, at) is None or (value % 10 == 1 and value % 100 != ELEVEN)


def _word_ordinal(passage: Passage, index: int) -> Numeral | None:
    """An ordinal that stands by itself, with its tens where units come first («الخامسة والعشرون»)."""
    word = passage.word(index)
    ordinal = word.ordinal or word.ordinal_scale
    if ordinal is None or _is_a_second(passage, index):
        return None
    value, end = ordinal, index + 1
    if passage.table.units_first and ordinal < 10:
        joint, joined, _ = connector(passage, end)
        after = passage.word(joint)
        ten = after.cardinal or 0
        if ten == 10 and not (after.joined or joined or after.lead):  # «الأولى بعشرة ملايين» is no eleventh
            value, end = value + 10, end + 1
        elif ten in range(20, 100, 10) and (after.joined or joined):
            value, end = value + ten, joint + 1
            timed = passage.lexicon.durations.at(passage.forms, end)
            if timed is not None and timed.meaning == "minute" and not after.definite:  # «في التاسعة وأربعين دقيقة»
                return Numeral(index, timed.edge, Decimal(ordinal), Decimal(ordinal), ordinal=True, weak=True)
    weak = word.base in passage.table.homonyms and end == index + 1 and not word.definite
    number = Decimal(value)
    return Numeral(index, end, number, number, lead=word.lead, ordinal=True, definite=word.definite, weak=weak)


def _is_a_second(passage: Passage, index: int) -> bool:
    """Whether an ordinal is a second of time: «ثانية ونصف الثانية», but «في الثانية والنصف»."""
    timed, after = passage.lexicon.durations.at(passage.forms, index), passage.word(index + 1)
    return timed is not None and not passage.word(index).definite and after.joined and after.part == (1, 2)


def _vague(passage: Passage, index: int) -> Numeral | None:
    """ "hundreds", "tens of thousands", «عشرات الآلاف»: at least two of the scale, with an open end."""
    word = passage.word(index)
    scale = word.vague or (word.scale if _is_in_great_numbers(passage, index) else None)
    if scale is None:
        return None
    value, end = Decimal(scale), index + 1
    counted = passage.word(end)
    if word.definite and counted.definite and counted.cardinal is not None and counted.cardinal <= MOST_DEFINITE:
        value *= counted.cardinal  # «المليارات الخمسة»
        return Numeral(index, end + 1, value, value, lead=word.lead, definite=True, scale=scale, plain=False)
    while True:
        at = end + 1 if passage.form(end) in passage.table.nouns.partitives else end
        after = passage.word(at)
        greater = after.vague or (after.scale if after.scale and not after.joined else None)
        if greater is None or after.joined or (greater <= scale and greater < 1000):
            break
        value, end, scale = value * greater, at + 1, greater
    return Numeral(
        index, end, 2 * value, None, lead=word.lead, definite=word.definite, vague=True, scale=scale, plain=False
    )


def _is_in_great_numbers(passage: Passage, index: int) -> bool:
    """ "Photographs by the thousand", but "by the thousand people who came"."""
    led = " ".join(passage.forms[max(0, index - 2) : index]) in passage.table.in_great_numbers
    after = index + 1
    return led and (passage.kind(after) != "word" or passage.form(after) in passage.table.nouns.stops)


def _pair(passage: Passage, index: int, about: bool) -> Numeral | None:
    """ "a pair of gunmen", "a couple of weeks": two, or about two; without "of" the word is a noun."""
    table, after = passage.table, passage.word(index + 2)
    framed = passage.form(index - 1) in table.implied_ones and passage.form(index + 1) in table.nouns.partitives
    if not framed or after.scale is not None or after.vague is not None:
        return None
    two = Decimal(2)
    return Numeral(index, index + 2, two, two, about=about, plain=False, framed=True)


def _single(passage: Passage, index: int) -> Numeral | None:
    """ "By a single vote", which is no "single mother"."""
    table, noun = passage.table, passage.form(index + 1)
    counts = passage.form(index - 1) in table.implied_ones and passage.kind(index + 1) == "word"
    if not counts or noun in table.nouns.stops | table.not_single or noun in passage.lexicon.words:
        return None
    one = Decimal(1)
    return Numeral(index, index + 1, one, one, plain=False, framed=True)


def _plain_digits(passage: Passage, index: int) -> Numeral | None:
    """Digits that no power, letter or word carries on, as most digits are."""
    literal = passage.literal(index)
    after = passage.form(literal.end)
    if literal.value is None or after in passage.lexicon.continuations or after in POWER_SIGNS:
        return None
    if passage.kind(literal.end) == "number":
        return None
    return Numeral(
        index,
        literal.end,
        literal.value,
        literal.value,
        digits=True,
        plain=literal.plain,
        pointed=literal.pointed,
    )


def read_numeral(passage: Passage, index: int) -> Numeral | None:
    """The numeral that begins at token `index`, without what stands around it."""
    word = passage.word(index)
    if word.base in passage.table.singles:
        return _single(passage, index)
    if word.dual is not None:
        two = Decimal(2)
        return Numeral(index, index + 1, two, two, lead=word.lead, definite=word.definite, dual=word.dual)
    if word.pair is not None:
        return _pair(passage, index, about=word.pair)
    if word.vague is not None or _is_in_great_numbers(passage, index):
        return _vague(passage, index)
    if (word.ordinal is not None or word.ordinal_scale is not None) and word.cardinal is None:
        return _word_ordinal(passage, index)
    if _is_half_past(passage, index):
        return None
    if word.part is not None and (word.cardinal is None or _means_part(passage, index)):
        part = Part(index + 1, ratio(*word.part))
        if word.base not in passage.table.homonyms:  # «ثمن دزينة» is the price of a dozen
            part = of_scale(passage, part)
        bound = word.definite or word.base in passage.table.homonyms or _ranked(passage, index)
        whole = word.base in passage.table.parts_of_them or _followed_by_whole(passage, part.end)
        sure = DAMMA in passage.written(index)[:-1] or is_part_of_change(passage, index, part.end)
        sure |= passage.form(part.end) in passage.table.plural_verbs or _is_by(passage, index)
        weak = not part.scaled and (bound or not whole) and not sure
        return Numeral(
            index, part.end, part.value, part.value, lead=word.lead, fraction=not part.scaled, weak=weak, plain=False
        )
    if passage.kind(index) == "number" and (plain := _plain_digits(passage, index)) is not None:
        return plain
    if word.base in passage.table.construct_duals and passage.kind(index + 1) not in ("word", "number"):
        return None  # «وحفيدها ألفي، تسعة أعوام» names Alfie
    cardinal = read_cardinal(passage, index)
    if cardinal is None or (word.definite and cardinal.value == 0):  # «من الصفر» is "from nothing"
        return None
    cardinal = with_decimals(passage, cardinal)
    found = _carried_on(passage, cardinal)
    literal = cardinal.literal
    if found is not None:
        return replace(found, first=index, lead=word.lead, definite=word.definite, scale=cardinal.scale)
    return Numeral(
        index,
        cardinal.end,
        cardinal.value,
        cardinal.value,
        lead=word.lead,
        definite=word.definite,
        weak=cardinal.parts == 1 and (word.base in passage.table.pronouns or word.base in passage.table.homonyms),
        digits=literal is not None,
        plain=literal is None or (literal.plain and cardinal.parts == 1),
        pointed=literal is not None and literal.pointed and cardinal.parts == 1,
        scale=cardinal.scale,
    )


def _carried_on(passage: Passage, cardinal: Cardinal) -> Numeral | None:
    """What a cardinal is the beginning of, where more follows: an ordinal, a fraction, a division."""
    if passage.form(cardinal.end) not in passage.lexicon.continuations and passage.kind(cardinal.end) != "number":
        return None
    return (
        _ordinal(passage, cardinal)
        or digit_fraction(passage, cardinal)
        or fraction_of(passage, cardinal)
        or mixed(passage, cardinal)
        or division(passage, cardinal)
    )


def _is_half_past(passage: Passage, index: int) -> bool:
    """«في التاسعة والنصف»: the half of an hour that the rank before it names."""
    word, hour = passage.word(index), passage.word(index - 1)
    return word.part is not None and word.definite and word.joined and bool(hour.ordinal) and hour.definite


def _means_part(passage: Passage, index: int) -> bool:
    """«خمس الساعة» is a fifth of an hour: five would stand before an indefinite noun. A damma tells a fifth too."""
    word, after = passage.word(index), passage.word(index + 1)
    if word.part is None:
        return False
    if passage.form(index + 1) in passage.table.whole_openers:  # «خمس ما تتلقاه المنطقة»
        return True
    if _is_by(passage, index):
        return True
    if DAMMA in passage.written(index)[:-1]:  # at the end it is an ending of five
        return True
    owned = passage.table.units_first and _is_owned_noun(passage, index + 1)
    if word.definite or not (passage.has_article(index + 1) or owned):
        return False
    return not word.joined if word.part[0] == 2 else after.cardinal is None and after.scale is None


def _is_owned_noun(passage: Passage, at: int) -> bool:
    """«خمس سكانها», but «عشر منها» are ten of them, and «تهم», charges, is no noun of theirs."""
    form = passage.form(at)
    endings = [each for each in passage.table.possessive_endings[1:] if passage.written(at).endswith(each)]
    return bool(endings) and len(form) - max(map(len, endings)) > 1 and form not in passage.table.nouns.stops


def _is_by(passage: Passage, index: int) -> bool:
    """Whether something changed or differs by a definite part: «بزيادة الخمس», «أقل بالخمس مما كان», «بنحو الخمس»."""
    word = passage.word(index)
    if not word.definite:
        return False
    if passage.form(index - 1) in passage.table.change_prepositions:
        return True
    hedge = passage.lexicon.hedges_before.at(passage.forms, index - 1)
    led = word.lead or (hedge is not None and hedge.lead)
    after = passage.form(index + 1)
    ends = passage.kind(index + 1) != "word" or after in passage.table.nouns.stops
    return bool(led) and (ends or passage.lexicon.hedges_after.at(passage.forms, index + 1) is not None)


def is_part_of_change(passage: Passage, index: int, end: int) -> bool:
    """Whether a part says by how much something changed, or is more: "fell by a quarter in 2013", "a quarter below".

    A noun after it would be what is ranked: "by a third party".
    """
    at = index - 1
    if passage.form(at) in passage.table.implied_ones:
        at -= 1
    if at < index - 1 and passage.form(end) in passage.table.comparing:
        return True
    ends = passage.kind(end) != "word" or passage.form(end) in passage.table.nouns.stops
    return passage.form(at) in passage.table.change_prepositions and ends


def _ranked(passage: Passage, index: int) -> bool:
    """ "the second quarter", "the half": a stretch of time or play and no fraction."""
    form = passage.form(index - 1)
    return passage.word(index - 1).ordinal is not None or form in passage.table.nouns.determiners


def _followed_by_whole(passage: Passage, index: int) -> bool:
    """Whether what is divided follows: "half of", "half the", «نصف السكان»."""
    form, table = passage.form(index), passage.table
    return (
        form in table.nouns.partitives
        or form in table.nouns.determiners
        or form in table.implied_ones
        or form in table.whole_openers
        or passage.has_article(index)
        or (table.units_first and _begins_a_chain(passage, index))
    )


def _begins_a_chain(passage: Passage, index: int) -> bool:
    """Whether a noun stands there that others, or its owner, define: «نصف سكان المدينة», «نصف سعتها»."""
    for at in range(index, index + LONGEST_CHAIN):
        if at == index + 1 and passage.form(at) in passage.table.nouns.partitives:  # «ربع خزان من الوقود»
            return True
        if at > index and passage.form(at) in passage.table.whole_openers:  # «نصف وصفات هذا الكتاب»
            return True
        if passage.kind(at) != "word" or passage.form(at) in passage.table.nouns.stops or passage.form(at) in DASHES:
            return False
        if passage.form(at) in passage.lexicon.words:
            return False
        if at > index and passage.has_article(at):
            return True
        if len(passage.form(at)) > SHORTEST_OWNED and passage.written(at).endswith(passage.table.possessive_endings):
            return True
    return False
