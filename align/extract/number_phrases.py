"""The grammar of numerals: words, digits with scale words, fractions, ordinals.

A cardinal is read part by part. What may still be added is `room`: after *hundred* anything below a hundred, after
*million* anything below a million; in a language that puts units before tens, a unit also leaves its tens open.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from align.extract.number_literals import DASHES, Literal, read_digits, read_power, read_suffix
from align.extract.number_passage import Passage

_ANY = Decimal("Infinity")
_TEN = Decimal(10)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read from tokens `first` to `end`; `high` None is an open end."""

    first: int
    end: int
    low: Decimal
    high: Decimal | None
    lead: int = 0
    ordinal: bool = False
    definite: bool = False
    vague: bool = False
    fraction: bool = False
    weak: bool = False  # a number only where nothing else stands
    digits: bool = False
    plain: bool = True  # digits and nothing else, or words
    pointed: bool = False
    scale: int = 1
    dual: str | None = None

    @property
    def exact(self) -> bool:
        return self.low == self.high


@dataclass(slots=True)
class _Sum:
    """A cardinal in the making: closed scales in `total`, and a `group` that the next scale multiplies."""

    total: Decimal = Decimal(0)
    group: Decimal | None = None
    room: Decimal = _ANY  # what may be added beside the closed scales
    group_room: Decimal = _ANY  # what may be added to the group
    open_tens: bool = False  # a unit was read whose tens may follow
    last_scale: int = 1
    after_scale: bool = False
    tens_apart: bool = False  # the last part was tens, joined by no conjunction, after something greater

    @property
    def value(self) -> Decimal:
        return self.total + (self.group or 0)


def _room_after(value: int) -> Decimal:
    if value >= 100:
        return Decimal(100)
    return _TEN if value >= 20 and value % 10 == 0 else Decimal(1)


def _scale_of(value: int) -> int:
    return 10 ** (len(str(value)) - 1)


def _add_cardinal(state: _Sum, value: int, joined: bool, hyphen: bool, units_first: bool, first: bool) -> bool:
    """Adds a cardinal word to the sum; False where grammar forbids it."""
    if value == 0 and not first:
        return False
    if state.group is None:
        if not first and (value >= state.room or hyphen or (units_first and not joined)):
            return False
        if value >= 1000:
            state.total += value
            state.room, state.last_scale, state.after_scale = Decimal(_scale_of(value)), _scale_of(value), True
            return True
        state.tens_apart = not first and not joined and 20 <= value < 100 and value % 10 == 0
        state.group, state.group_room = Decimal(value), _room_after(value)
        state.open_tens = units_first and 1 <= value <= 9
        state.after_scale = False
        return True
    if units_first:
        return _add_to_group_units_first(state, value, joined)
    if value >= state.group_room or (joined and state.group < 100) or (hyphen and state.group_room != _TEN):
        return False
    state.tens_apart = not joined and 20 <= value < 100 and value % 10 == 0
    state.group += value
    state.group_room = _room_after(value)
    return True


def _add_to_group_units_first(state: _Sum, value: int, joined: bool) -> bool:
    assert state.group is not None
    if state.open_tens and value == 10 and not joined:
        state.group += 10
        state.open_tens, state.group_room = False, Decimal(1)
        return True
    if state.open_tens and joined and 20 <= value <= 90:
        state.group += value
        state.open_tens, state.group_room = False, Decimal(1)
        return True
    if joined and not state.open_tens and state.group_room == 100 and value < 100:
        state.group += value
        state.open_tens, state.group_room = 1 <= value <= 9, Decimal(1)
        return True
    return False


def _multiply(state: _Sum, scale: int, joined: bool, first: bool) -> bool:
    """Applies a scale word to the sum; False where grammar forbids it."""
    if joined and not first:
        if state.group is not None:
            if scale >= state.group_room:
                return False
            state.group, state.group_room = state.group + scale, Decimal(1)
            return True
        if scale >= state.room:
            return False
        if scale == 100:
            state.group, state.group_room = Decimal(100), Decimal(100)
        else:
            state.total += scale
            state.room, state.last_scale = Decimal(scale), scale
        state.after_scale, state.open_tens = True, False
        return True
    if scale == 100:
        return _hundred(state, first)
    if state.group is not None:
        value = state.group * scale
        state.total = (state.total + state.group) * scale if scale > state.room else state.total + value
    elif first:
        state.total = Decimal(scale)
    elif state.after_scale and scale >= state.room:
        state.total *= scale
    else:
        return False
    if scale == state.room and state.group is not None:
        return False
    state.group, state.group_room, state.open_tens = None, _ANY, False
    state.room, state.last_scale, state.after_scale = Decimal(scale), scale, True
    return True


def _hundred(state: _Sum, first: bool) -> bool:
    if first:
        state.group = Decimal(100)
    elif state.group is not None and state.group < 100 and state.group != 0:
        state.group *= 100
    else:
        return False
    state.group_room, state.open_tens, state.after_scale = Decimal(100), False, True
    return True


@dataclass(frozen=True, slots=True)
class _Cardinal:
    end: int
    value: Decimal
    literal: Literal | None
    scale: int
    tens_apart: bool
    parts: int
    room: Decimal
    scaled: bool  # the last word was a scale


def _read_literal(passage: Passage, index: int) -> Literal:
    literal = read_digits(passage.text, passage.tokens, index, passage.pointed_habit)
    return read_power(passage.tokens, literal)


def _connector(passage: Passage, index: int) -> tuple[int, bool, bool]:
    """Past a conjunction or a hyphen: the next token, whether a conjunction stood there, whether a hyphen did."""
    form = passage.form(index)
    if form in passage.table.conjunctions:
        return index + 1, True, False
    if form in DASHES and passage.kind(index + 1) == "word":
        return index + 1, False, True
    return index, False, False


def read_cardinal(passage: Passage, index: int) -> _Cardinal | None:
    """The cardinal that begins at token `index`: digits, words, or both."""
    state, at, parts = _Sum(), index, 0
    units_first = passage.table.units_first
    first_literal: Literal | None = None
    while True:
        first = parts == 0
        here, joined, hyphen = (at, False, False) if first else _connector(passage, at)
        if passage.kind(here) == "number":
            literal = _read_literal(passage, here) if first or (joined and units_first) else None
            if literal is None or literal.value is None:
                break
            if first:
                first_literal = literal
                state.group, state.group_room = literal.value, Decimal(0)
            elif not state.after_scale or literal.value == 0 or not literal.plain:
                break
            elif state.group is None and literal.value < state.room:
                state.group, state.group_room = literal.value, Decimal(0)
            elif state.group is not None and literal.value < state.group_room:
                state.group, state.group_room = state.group + literal.value, Decimal(0)
            else:
                break
            state.after_scale = False
            at, parts = literal.end, parts + 1
            suffix = read_suffix(passage.text, passage.tokens, at, passage.table.suffixes)
            if suffix and _suffix_fits(passage, at):
                _multiply(state, suffix, False, False)
                at += 1
            continue
        word = passage.word(here)
        joined = joined or (word.joined and not first)
        if joined and _is_part_ahead(passage, here):
            break
        if word.scale is not None and not (first and word.vague is not None):
            if not _multiply(state, word.scale, joined, first):
                break
        elif word.cardinal is None or not _add_cardinal(state, word.cardinal, joined, hyphen, units_first, first):
            break
        at, parts = here + 1, parts + 1
    if parts == 0:
        return None
    room = state.group_room if state.group is not None else state.room
    return _Cardinal(at, state.value, first_literal, state.last_scale, state.tens_apart, parts, room, state.group is None)


def _is_part_ahead(passage: Passage, index: int) -> bool:
    """Whether a fraction follows a conjunction: in "one hundred and three quarters" the three counts quarters."""
    numerator, at = 0, index
    while (value := passage.word(at).cardinal) is not None and at < index + 3:
        numerator, at = numerator + value, at + 1
        if passage.form(at) in DASHES:
            at += 1
    word = passage.word(at)
    if numerator == 1 and not passage.table.units_first and (word.part or word.ordinal or word.ordinal_scale):
        return True
    return 0 < numerator < (word.plural_part or 0)


def _suffix_fits(passage: Passage, index: int) -> bool:
    """A scale letter touches its digits, or stands alone before a space, a stop or the end."""
    return passage.form(index + 1) not in {"'", "\u2019", "."} or passage.touches(index) or index + 2 >= passage.size


def _decimals(passage: Passage, cardinal: _Cardinal) -> _Cardinal:
    """`cardinal` with its decimals in words: "nine point nought four"."""
    if passage.form(cardinal.end) not in passage.table.decimal_words:
        return cardinal
    digits, at = "", cardinal.end + 1
    if passage.kind(at) == "number" and passage.forms[at].isdecimal() and len(passage.forms[at]) <= 30:
        digits, at = passage.forms[at], at + 1
    while not digits or passage.kind(at) == "word":
        word = passage.word(at)
        if word.cardinal is None or word.joined or (digits and word.cardinal > 9):
            break
        if word.cardinal > 9:
            rest = read_cardinal(passage, at)
            if rest is not None and rest.value < 1000:
                digits, at = str(rest.value), rest.end
            break
        digits, at = digits + str(word.cardinal), at + 1
        if len(digits) > 30:
            return cardinal
    if not digits:
        return cardinal
    value = cardinal.value + Decimal("0." + digits)
    scale = passage.word(at).scale
    if scale is not None and not passage.word(at).joined:
        return replace(cardinal, end=at + 1, value=value * scale, scale=scale)
    return replace(cardinal, end=at, value=value)


@dataclass(frozen=True, slots=True)
class _Part:
    """A fraction; `scaled` where its own scale word followed ("half a million")."""

    end: int
    value: Decimal
    scaled: bool = False


def _ratio(numerator: Decimal | int, denominator: Decimal | int) -> Decimal:
    return Decimal(numerator) / Decimal(denominator)


def _denominator(passage: Passage, index: int, plural: bool) -> tuple[int, int] | None:
    """A denominator at `index` and its end: "thirds", "twenty-fifths", "one hundred fifth"."""
    at = index + 1 if passage.form(index) in DASHES else index
    word = passage.word(at)
    found = word.plural_part if plural else (word.ordinal or word.ordinal_scale)
    if found and not word.joined:
        return (found, at + 1) if found > 1 else None
    base = read_cardinal(passage, at) if word.cardinal is not None or word.scale is not None else None
    if base is None or base.literal is not None:
        return None
    after = base.end + 1 if passage.form(base.end) in DASHES else base.end
    word = passage.word(after)
    found = word.plural_part if plural else (word.ordinal or word.ordinal_scale)
    if found and found < base.room:
        return int(base.value) + found, after + 1
    return None


def _of_scale(passage: Passage, part: _Part) -> _Part:
    """"half a million", «نصف مليون», "two thirds of a million"."""
    at = part.end
    if passage.form(at) in passage.table.nouns.partitives and passage.form(at + 1) in passage.table.implied_ones:
        at += 1
    if passage.form(at) in passage.table.implied_ones:
        at += 1
    word = passage.word(at)
    if word.scale is not None and not word.joined and (word.vague is None or word.definite):
        value, end = part.value * word.scale, at + 1
        if word.scale == 100 and passage.word(end).scale:
            value, end = value * (passage.word(end).scale or 1), end + 1
        return _Part(end, value, scaled=True)
    return part


def _read_part(passage: Passage, index: int) -> _Part | None:
    """A fraction below one at `index`, with a numerator or an article where the language has one."""
    table, at, counted = passage.table, index, Decimal(1)
    explicit = False
    if passage.form(at) in table.implied_ones:
        at, explicit = at + 1, True
    word = passage.word(at)
    if word.part is not None and (word.cardinal is None or not table.units_first or word.part[0] == 2):
        return _of_scale(passage, _Part(at + 1, _ratio(*word.part)))
    if not explicit and (word.cardinal is not None or passage.kind(at) == "number"):
        cardinal = read_cardinal(passage, at)
        if cardinal is None:
            return None
        at, counted = cardinal.end, cardinal.value
        explicit = counted == 1
        plural = _denominator(passage, at, plural=True)
        if plural and counted < plural[0]:
            return _of_scale(passage, _Part(plural[1], _ratio(counted, plural[0])))
    if not explicit:
        return None
    hyphen = at + 1 if passage.form(at) in DASHES else at
    if passage.word(hyphen).part is not None and not table.units_first:
        numerator, denominator = passage.word(hyphen).part or (1, 1)
        return _of_scale(passage, _Part(hyphen + 1, _ratio(numerator, denominator)))
    single = _denominator(passage, at, plural=False)
    return _of_scale(passage, _Part(single[1], _ratio(1, single[0]))) if single else None


def _mixed(passage: Passage, cardinal: _Cardinal) -> Numeral | None:
    """A whole number and a fraction: "five and a quarter", «واحد ونصف», "3 million and a half"."""
    at = cardinal.end
    part: _Part | None = None
    if passage.form(at) in passage.table.conjunctions:
        part = _read_part(passage, at + 1)
    elif passage.word(at).joined:
        part = _read_part(passage, at)
    if part is None and _vulgar(passage, at):
        part = _Part(at + 1, _ratio(*(passage.word(at).part or (0, 1))))
    if part is None:
        part = _ambiguous_part(passage, cardinal)
    if part is None or part.value >= 1 and not part.scaled:
        return None
    factor = cardinal.scale if cardinal.scale >= 1000 and cardinal.scaled and not part.scaled else 1
    value = cardinal.value + part.value * factor
    return Numeral(0, part.end, value, value, fraction=factor == 1 and not part.scaled, plain=False)


def _vulgar(passage: Passage, index: int) -> bool:
    return passage.kind(index) == "mark" and passage.word(index).part is not None


def _ambiguous_part(passage: Passage, cardinal: _Cardinal) -> _Part | None:
    """A word that is five as well as a fifth, where the grammar leaves no room for five («ثلاث وخمس»)."""
    at = cardinal.end + 1 if passage.form(cardinal.end) in passage.table.conjunctions else cardinal.end
    word = passage.word(at)
    joined = word.joined or at > cardinal.end
    if not passage.table.units_first or word.part is None or not joined or cardinal.literal is not None:
        return None
    return _Part(at + 1, _ratio(*word.part)) if cardinal.value >= 3 else None


def _fraction_of(passage: Passage, cardinal: _Cardinal) -> Numeral | None:
    """A whole number of parts: "three quarters", "twenty one fifths", «واحد وعشرون خمس»."""
    table, at = passage.table, cardinal.end
    found = _denominator(passage, at, plural=True)
    numerator = cardinal.value
    if found and cardinal.tens_apart and cardinal.parts > 1 and found[0] < 10:
        tens = numerator % 100
        numerator, found = numerator - tens, (int(tens) + found[0], found[1])
    if found is None and (numerator == 1 and cardinal.parts == 1):
        found = _denominator(passage, at, plural=False)
        hyphen = at + 1 if passage.form(at) in DASHES else at
        part = passage.word(hyphen).part
        if found is None and part and not table.units_first and not _vulgar(passage, hyphen):
            found = (part[1], hyphen + 1)
    if found is None and table.units_first and cardinal.value > 10:
        word = passage.word(at)
        if word.part is not None and word.part[0] == 1 and not word.joined and not word.definite:
            found = (word.part[1], at + 1)
    if found is None:
        return None
    part = _of_scale(passage, _Part(found[1], _ratio(numerator, found[0])))
    return Numeral(0, part.end, part.value, part.value, fraction=not part.scaled, plain=False)


def _digit_fraction(passage: Passage, cardinal: _Cardinal) -> Numeral | None:
    """4/5, 1 4/5, and the mixed number that right-to-left typing leaves as 1/4 2."""
    at = cardinal.end
    literal = cardinal.literal
    if literal is None or cardinal.parts > 1 or not literal.plain:
        return None
    below = _slashed(passage, at - 1)
    if below is not None and cardinal.value < below:
        value, end = _ratio(cardinal.value, below), at + 2
        whole = passage.word(end)
        if passage.table.units_first and passage.kind(end) == "number" and whole.cardinal is None:
            after = _read_literal(passage, end)
            if after.value is not None and after.plain and after.end == passage.size:
                value, end = value + after.value, after.end
        return Numeral(0, end, value, value, fraction=True, digits=True, plain=False)
    if passage.kind(at) == "number" and not passage.touches(at):
        below = _slashed(passage, at)
        if below is not None and int(passage.forms[at]) < below and len(passage.forms[at]) <= 2:
            value = cardinal.value + _ratio(int(passage.forms[at]), below)
            return Numeral(0, at + 3, value, value, fraction=True, digits=True, plain=False)
    return None


def _slashed(passage: Passage, index: int) -> int | None:
    """The denominator after the digits at `index` and a slash, where no third number follows."""
    if passage.form(index + 1) not in {"/", "\u2044"} or passage.kind(index + 2) != "number":
        return None
    if not (passage.touches(index + 1) and passage.touches(index + 2)) or len(passage.forms[index + 2]) > 3:
        return None
    if passage.form(index + 3) == "/" and passage.touches(index + 3):
        return None
    return int(passage.forms[index + 2]) or None


def _division(passage: Passage, cardinal: _Cardinal) -> Numeral | None:
    """"one over three", "two out of five hundred", «واحد على ثلاثة», «واحد من أربعة»."""
    table, at = passage.table, cardinal.end
    over = passage.form(at) in table.over
    match = passage.lexicon.out_of.at(passage.forms, at)
    if match is None and cardinal.value == 1:
        match = passage.lexicon.one_out_of.at(passage.forms, at)
    after = at + 1 if over else match.edge if match else 0
    # The bare preposition makes a fraction of words only: «ثلاثة من عشرة», but "3 of 10" counts twice.
    in_words = not over and after == at + 1 and table.units_first
    if not after or (in_words and (cardinal.literal is not None or passage.word(at - 1).definite)):
        return None
    word = passage.word(after)
    if word.joined or word.definite or word.lead:
        return None
    below = read_cardinal(passage, after)
    if below is None or below.value <= 0 or (in_words and below.literal is not None):
        return None
    if cardinal.value >= below.value and not (over and table.units_first and below.end >= passage.size):
        return None
    # "over" also says during: "2 over 3 years".
    if passage.lexicon.durations.at(passage.forms, below.end):
        return None
    value = _ratio(cardinal.value, below.value)
    return Numeral(0, below.end, value, value, fraction=True, plain=False)


def _ordinal(passage: Passage, cardinal: _Cardinal) -> Numeral | None:
    """A cardinal that an ordinal completes: "one hundred twenty fifth", "three trillionth", or "8th"."""
    at = cardinal.end
    literal = cardinal.literal
    if literal is not None:
        if cardinal.parts == 1 and literal.plain and passage.touches(at) and passage.form(at) in passage.table.ordinal_suffixes:
            return Numeral(0, at + 1, cardinal.value, cardinal.value, ordinal=True, digits=True)
        return None
    at = at + 1 if passage.form(at) in DASHES or passage.form(at) in passage.table.conjunctions else at
    word = passage.word(at)
    if word.joined or passage.table.units_first:
        return None
    if word.ordinal_scale:
        return Numeral(0, at + 1, cardinal.value * word.ordinal_scale, cardinal.value * word.ordinal_scale, ordinal=True)
    if word.ordinal and word.ordinal < cardinal.room and cardinal.value >= 20:
        value = cardinal.value + word.ordinal
        return Numeral(0, at + 1, value, value, ordinal=True)
    return None


def _word_ordinal(passage: Passage, index: int) -> Numeral | None:
    """An ordinal that stands by itself, with its tens where units come first («الخامسة والعشرون»)."""
    word = passage.word(index)
    ordinal = word.ordinal or word.ordinal_scale
    if ordinal is None:
        return None
    value, end = ordinal, index + 1
    if passage.table.units_first and ordinal < 10:
        joint, joined, _ = _connector(passage, end)
        after = passage.word(joint)
        ten = after.cardinal or 0
        if ten == 10 and not (after.joined or joined):
            value, end = value + 10, end + 1
        elif ten in range(20, 100, 10) and (after.joined or joined):
            value, end = value + ten, joint + 1
    weak = word.base in passage.table.homonyms and end == index + 1 and not word.definite
    number = Decimal(value)
    return Numeral(index, end, number, number, lead=word.lead, ordinal=True, definite=word.definite, weak=weak)


def _vague(passage: Passage, index: int) -> Numeral | None:
    """"hundreds", "tens of thousands", «عشرات الآلاف»: at least two of the scale, with an open end."""
    word = passage.word(index)
    if word.vague is None:
        return None
    value, end, scale = Decimal(word.vague), index + 1, word.vague
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


def read_numeral(passage: Passage, index: int) -> Numeral | None:
    """The numeral that begins at token `index`, without what stands around it."""
    word = passage.word(index)
    if word.dual is not None:
        two = Decimal(2)
        return Numeral(index, index + 1, two, two, lead=word.lead, definite=word.definite, dual=word.dual)
    if word.vague is not None:
        return _vague(passage, index)
    if (word.ordinal is not None or word.ordinal_scale is not None) and word.cardinal is None:
        return _word_ordinal(passage, index)
    if word.part is not None and (word.cardinal is None or _means_part(passage, index)):
        part = _of_scale(passage, _Part(index + 1, _ratio(*word.part)))
        bound = word.definite or word.base in passage.table.homonyms or _ranked(passage, index)
        weak = not part.scaled and (bound or not _followed_by_whole(passage, part.end))
        return Numeral(
            index, part.end, part.value, part.value, lead=word.lead, fraction=not part.scaled, weak=weak, plain=False
        )
    cardinal = read_cardinal(passage, index)
    if cardinal is None:
        return None
    cardinal = _decimals(passage, cardinal)
    found = (
        _ordinal(passage, cardinal)
        or _digit_fraction(passage, cardinal)
        or _fraction_of(passage, cardinal)
        or _mixed(passage, cardinal)
        or _division(passage, cardinal)
    )
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


def _means_part(passage: Passage, index: int) -> bool:
    """«خمس الساعة» is a fifth of an hour: five would stand before an indefinite noun."""
    word, after = passage.word(index), passage.word(index + 1)
    if word.part is None or word.definite or not passage.has_article(index + 1):
        return False
    return not word.joined if word.part[0] == 2 else after.cardinal is None and after.scale is None


def _ranked(passage: Passage, index: int) -> bool:
    """"the second quarter", "the half": a stretch of time or play and no fraction."""
    form = passage.form(index - 1)
    return passage.word(index - 1).ordinal is not None or form in passage.table.nouns.determiners


def _followed_by_whole(passage: Passage, index: int) -> bool:
    """Whether what is divided follows: "half of", "half the", «نصف السكان»."""
    form, table = passage.form(index), passage.table
    return (
        form in table.nouns.partitives
        or form in table.nouns.determiners
        or form in table.implied_ones
        or passage.has_article(index)
    )
