"""Cardinals: words, digits, and both together.

A cardinal is read part by part. What may still be added is `room`: after *hundred* anything below a hundred, after
*million* anything below a million; in a language that puts units before tens, a unit also leaves its tens open.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from align.extraction.number_literals import DASHES, Literal, read_power, read_suffix
from align.extraction.number_passage import GROUP, Passage

_ANY = Decimal("Infinity")
_TEN = Decimal(10)
MILLION = 10**6
_THOUSAND = 1000
_FEWEST = 3  # from here up to ten a number takes a plural
TANWIN = "\u064b"
FARTHEST_SCALE = 4  # tokens of a number before its scale word


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
    return int("1" + "0" * (len(str(value)) - 1))


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
class Cardinal:
    end: int
    value: Decimal
    literal: Literal | None
    scale: int
    tens_apart: bool
    parts: int
    room: Decimal
    scaled: bool  # the last word was a scale


def read_literal(passage: Passage, index: int) -> Literal:
    return read_power(passage.tokens, passage.literal(index))


def _in_millions(passage: Passage, index: int, literal: Literal) -> Literal:
    """«1,635 تريليون» in a text that writes decimals behind a comma: nobody counts a thousand trillions."""
    grouped = passage.form(index + 1) == "," and literal.end == index + 3 and len(passage.form(index + 2)) == GROUP
    if (
        not grouped
        or literal.value is None
        or (passage.word(literal.end).scale or 0) < MILLION
        or not passage.commas_divide()
    ):
        return literal
    return literal._replace(value=literal.value / 10**GROUP)


def connector(passage: Passage, index: int) -> tuple[int, bool, bool]:
    """Past a conjunction or a hyphen: the next token, whether a conjunction stood there, whether a hyphen did."""
    form = passage.form(index)
    if form in passage.table.conjunctions:
        return index + 1, True, False
    if form in DASHES and passage.form(index + 1) in passage.table.about_suffixes:  # "$500-odd million"
        return index + 2, False, False
    if form in DASHES and passage.kind(index + 1) == "word":
        return index + 1, False, True
    return index, False, False


def read_cardinal(passage: Passage, index: int) -> Cardinal | None:
    """The cardinal that begins at token `index`: digits, words, or both."""
    state, at, parts = _Sum(), index, 0
    units_first = passage.table.units_first
    first_literal: Literal | None = None
    while True:
        first = parts == 0
        here, joined, hyphen = (at, False, False) if first else connector(passage, at)
        if (joined or passage.word(here).joined) and _is_number_ahead(passage, here, state.room):
            break
        if passage.kind(here) == "number":
            literal = read_literal(passage, here) if first or (joined and units_first) else None
            literal = _in_millions(passage, here, literal) if literal is not None else None
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
        if (joined and _is_part_ahead(passage, here)) or (not first and _counts_before(passage, here)):
            break
        if passage.form(here) in passage.table.lone_scales and (first or _is_noun(passage, here + 1)):
            break
        counts = word.cardinal is not None and (first or joined) and not _is_one_scale(passage, here)
        if word.scale is not None and not counts:
            if not _multiply(state, word.scale, joined, first):
                break
        elif word.cardinal is None or not _add_cardinal(state, word.cardinal, joined, hyphen, units_first, first):
            break
        at, parts = here + 1, parts + 1
    if parts == 0:
        return None
    room = state.group_room if state.group is not None else state.room
    return Cardinal(
        at, state.value, first_literal, state.last_scale, state.tens_apart, parts, room, state.group is None
    )


def _is_noun(passage: Passage, index: int) -> bool:
    return passage.kind(index) == "word" and passage.form(index) not in passage.table.nouns.stops


def _counts_before(passage: Passage, index: int) -> bool:
    """Whether the number before a scale counts something else: «الرياضات التسع مليون و470 ألف متفرج»."""
    scale, before = passage.word(index), passage.word(index - 1)
    few = before.definite and before.cardinal is not None and _FEWEST <= before.cardinal <= _TEN
    return few and scale.scale is not None and scale.scale >= _THOUSAND and scale.vague is None


def _is_one_scale(passage: Passage, index: int) -> bool:
    """Whether what looks like a dual without its nun is a single scale: «مليارا و300 مليون», and «ألفاً» by its tanwin.

    The dual loses its nun only right before its noun.
    """
    word = passage.word(index)
    if word.scale is None or word.cardinal != 2 * word.scale:
        return False
    at, joined, _ = connector(passage, index + 1)
    before_noun = passage.kind(at) == "word" and passage.form(at) not in passage.table.nouns.stops
    return TANWIN in passage.written(index) or joined or passage.word(at).joined or not before_noun


def _is_number_ahead(passage: Passage, index: int, room: Decimal) -> bool:
    """Whether another number of the same scale follows a conjunction: "between 10 million and 15 million"."""
    at = index
    while at < index + FARTHEST_SCALE and (passage.kind(at) == "number" or passage.word(at).cardinal is not None):
        if passage.word(at).scale == room:  # «37 ألفا و59 ألفا»: what looks like a dual is one
            break
        at += 1
    return at > index and passage.word(at).scale == room and not passage.word(at).joined


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


def with_decimals(passage: Passage, cardinal: Cardinal) -> Cardinal:
    """`cardinal` with its decimals in words: "nine point nought four"."""
    if passage.form(cardinal.end) not in passage.table.decimal_words:
        return cardinal
    digits, at = "", cardinal.end + 1
    if passage.kind(at) == "number" and passage.forms[at].isdecimal() and len(passage.forms[at]) <= 30:
        digits, at = passage.forms[at], at + 1
    rest = read_cardinal(passage, at) if passage.table.units_first and not passage.word(at).joined else None
    if rest is not None and rest.literal is None and 10 <= rest.value < 1000:
        digits, at = str(rest.value), rest.end
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
