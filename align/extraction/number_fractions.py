"""Fractions and divisions, in words and digits: "two thirds", «ثلاثة أرباع», 1 4/5, "one over three"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal

from align.extraction.number_cardinals import Cardinal, read_cardinal, read_literal
from align.extraction.number_literals import DASHES
from align.extraction.number_nouns import noun_after
from align.extraction.number_passage import Passage
from align.extraction.number_values import Numeral

# As many digits of a third as anyone reads.
_DIVISION = Context(prec=15)
TEN, THOUSAND = 10, 1000
_QUARTERS = 4  # of a year as well


@dataclass(frozen=True, slots=True)
class Part:
    """A fraction, with `scale` where its own scale word followed ("half a million")."""

    end: int
    value: Decimal
    scale: int = 1

    @property
    def scaled(self) -> bool:
        return self.scale > 1


def ratio(numerator: Decimal | int, denominator: Decimal | int) -> Decimal:
    return _DIVISION.divide(Decimal(numerator), Decimal(denominator))


def _denominator(passage: Passage, index: int, plural: bool) -> tuple[int, int] | None:
    """A denominator at `index` and its end: "thirds", "twenty-fifths", "one hundred fifth"."""
    at = index + 1 if passage.form(index) in DASHES else index
    word = passage.word(at)
    found = word.plural_part if plural else (word.ordinal or word.ordinal_scale)
    if found and not word.joined:
        return (found, at + 1) if found > 2 else None  # a second is no half: "and a second-hand car"
    base = read_cardinal(passage, at) if word.cardinal is not None or word.scale is not None else None
    if base is None or base.literal is not None:
        return None
    after = base.end + 1 if passage.form(base.end) in DASHES else base.end
    word = passage.word(after)
    found = word.plural_part if plural else (word.ordinal or word.ordinal_scale)
    if found and found < base.room:
        return int(base.value) + found, after + 1
    return None


def of_scale(passage: Passage, part: Part) -> Part:
    """ "half a million", «نصف مليون», "two thirds of a million"."""
    at = part.end
    if passage.form(at) in DASHES and passage.word(at + 1).scale is not None:
        at += 1
    if passage.form(at) in passage.table.nouns.partitives and passage.form(at + 1) in passage.table.implied_ones:
        at += 1
    if passage.form(at) in passage.table.implied_ones:
        at += 1
    word = passage.word(at)
    if word.scale is not None and not word.joined and (word.vague is None or word.definite):
        scale, end = word.scale, at + 1
        if scale == 100 and (greater := passage.word(end).scale):
            scale, end = scale * greater, end + 1
        return Part(end, part.value * scale, scale)
    return part


def _read_part(passage: Passage, index: int) -> Part | None:
    """A fraction below one at `index`, with a numerator or an article where the language has one."""
    table, at, counted = passage.table, index, Decimal(1)
    explicit = False
    if passage.form(at) in table.implied_ones:
        at, explicit = at + 1, True
    word = passage.word(at)
    if word.part is not None and (word.cardinal is None or not table.units_first or word.part[0] == 2):
        return of_scale(passage, Part(at + 1, ratio(*word.part)))
    if not explicit and (word.cardinal is not None or passage.kind(at) == "number"):
        cardinal = read_cardinal(passage, at)
        if cardinal is None:
            return None
        at, counted = cardinal.end, cardinal.value
        explicit = counted == 1
        plural = _denominator(passage, at, plural=True)
        if plural and counted < plural[0]:
            return of_scale(passage, Part(plural[1], ratio(counted, plural[0])))
    if not explicit:
        return None
    hyphen = at + 1 if passage.form(at) in DASHES else at
    if passage.word(hyphen).part is not None and not table.units_first:
        numerator, denominator = passage.word(hyphen).part or (1, 1)
        return of_scale(passage, Part(hyphen + 1, ratio(numerator, denominator)))
    single = _denominator(passage, at, plural=False)
    return of_scale(passage, Part(single[1], ratio(1, single[0]))) if single else None


def mixed(passage: Passage, cardinal: Cardinal) -> Numeral | None:
    """A whole number and a fraction: "five and a quarter", «واحد ونصف», "3 million and a half"."""
    at = cardinal.end
    part: Part | None = None
    if passage.form(at) in DASHES and passage.form(at + 1) in passage.table.conjunctions:  # "two-and-a-half-hour"
        part = _read_part(passage, at + 3) if passage.form(at + 2) in DASHES else None
    elif passage.form(at) in passage.table.conjunctions:
        part = _read_part(passage, at + 1)
    elif passage.word(at).joined:
        part = _read_part(passage, at)
    if part is not None and (_divides_another(passage, cardinal, part) or _counts_its_noun(passage, cardinal, part)):
        return None
    if part is None and _vulgar(passage, at):
        part = Part(at + 1, ratio(*(passage.word(at).part or (0, 1))))
    if part is None:
        part = _ambiguous_part(passage, cardinal)
    if part is None or (part.value >= 1 and not part.scaled):
        return None
    factor = cardinal.scale if cardinal.scale >= 1000 and cardinal.scaled and not part.scaled else 1
    value = _one_before_part(passage, cardinal)
    # What is multiplied is the whole of "five and a half million", but not «مليون ونصف مليون».
    whole = value * part.scale if value < 1000 <= part.scale else value
    value = whole + part.value * factor
    return Numeral(0, part.end, value, value, fraction=factor == 1 and not part.scaled, plain=False)


def _one_before_part(passage: Passage, cardinal: Cardinal) -> Decimal:
    """The value of a cardinal before a part: a dual without its nun needs a noun, so «مليونا ونصف المليون» is one."""
    word = passage.word(cardinal.end - 1)
    return Decimal(word.scale) if cardinal.parts == 1 and word.scale is not None else cardinal.value


def _counts_its_noun(passage: Passage, cardinal: Cardinal, part: Part) -> bool:
    """Whether one is of the noun before it, and the fraction of the one behind: «قارب واحد ونصف شبكة»."""
    one, nouns = cardinal.end - 1, passage.table.nouns
    if (
        part.scaled
        or not nouns.head_first
        or cardinal.parts > 1
        or passage.word(one).base not in passage.table.pronouns
    ):
        return False
    counted = passage.kind(one - 1) == "word" and passage.form(one - 1) not in nouns.stops
    return counted and not passage.has_article(part.end) and noun_after(passage, part.end, Decimal(1)) is not None


def _divides_another(passage: Passage, cardinal: Cardinal, part: Part) -> bool:
    """Whether the fraction is one of something else: "£5,000 and three quarters of what resale would bring".

    In words a small whole number and its fraction are one: "two and a half of the cakes".
    """
    nouns, at = passage.table.nouns, part.end
    if part.scaled or (cardinal.literal is None and cardinal.value < 100):
        return False
    parted = passage.form(at) in nouns.partitives
    if parted:
        at += 1
    elif not (passage.table.units_first and passage.has_article(at)):
        return False
    told = passage.form(at) in nouns.determiners or passage.has_article(at)
    if passage.form(at) in nouns.determiners | passage.table.implied_ones:
        at += 1
    lexicon, forms = passage.lexicon, passage.forms
    if any(units.at(forms, at) is not None for units in (lexicon.durations, lexicon.measures)):
        return False
    # "a million and a half of people" counts the people, "a million and a half of the profits" does not.
    return told or not cardinal.scaled


def _vulgar(passage: Passage, index: int) -> bool:
    return passage.kind(index) == "mark" and passage.word(index).part is not None


def _ambiguous_part(passage: Passage, cardinal: Cardinal) -> Part | None:
    """A word that is five as well as a fifth, where the grammar leaves no room for five («ثلاث وخمس»)."""
    at = cardinal.end + 1 if passage.form(cardinal.end) in passage.table.conjunctions else cardinal.end
    word = passage.word(at)
    joined = word.joined or at > cardinal.end
    if not passage.table.units_first or word.part is None or not joined or cardinal.literal is not None:
        return None
    return Part(at + 1, ratio(*word.part)) if cardinal.value >= 3 else None


def fraction_of(passage: Passage, cardinal: Cardinal) -> Numeral | None:
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
    if found is None or (found[0] == _QUARTERS and numerator > _QUARTERS):
        return None  # "the slowest growth in five quarters"
    whole = of_scale(passage, Part(found[1], ratio(numerator, found[0])))
    return Numeral(0, whole.end, whole.value, whole.value, fraction=not whole.scaled, plain=False)


def digit_fraction(passage: Passage, cardinal: Cardinal) -> Numeral | None:
    """4/5, 1 4/5, and the mixed number that right-to-left typing leaves as 1/4 2."""
    at = cardinal.end
    literal = cardinal.literal
    if literal is None or cardinal.parts > 1 or not literal.plain:
        return None
    below = _slashed(passage, at - 1)
    if below is not None and cardinal.value < below:
        value, end = ratio(cardinal.value, below), at + 2
        whole = passage.word(end)
        if passage.table.units_first and passage.kind(end) == "number" and whole.cardinal is None:
            after = read_literal(passage, end)
            if after.value is not None and after.plain and after.end == passage.size:
                value, end = value + after.value, after.end
        return Numeral(0, end, value, value, fraction=True, digits=True, plain=False)
    if passage.kind(at) == "number" and not passage.touches(at):
        below = _slashed(passage, at)
        if below is not None and int(passage.forms[at]) < below and len(passage.forms[at]) <= 2:
            value = cardinal.value + ratio(int(passage.forms[at]), below)
            return Numeral(0, at + 3, value, value, fraction=True, digits=True, plain=False)
    return None


def _is_some_in_all(passage: Passage, cardinal: Cardinal, below: Cardinal) -> bool:
    """Whether "four in five" is a share: in words, with nothing counted after it, or in digits of ten or a hundred."""
    if cardinal.literal is None and below.literal is None:
        after = passage.form(below.end)
        ends = passage.kind(below.end) != "word" and after not in DASHES
        counted = _is_round(below) and below.parts == 1  # "four in ten Bangladeshis"
        return ends or counted or after in passage.table.nouns.partitives | passage.table.plural_verbs
    return cardinal.literal is not None and below.literal is not None and _is_round(below)


def _is_round(number: Cardinal) -> bool:
    """Ten, a hundred, a thousand, and so on."""
    return number.value >= TEN and number.value.normalize().as_tuple().digits == (1,)


def _is_one_of_them(passage: Passage, whole: Cardinal) -> bool:
    """Whether "one of" picks someone out: «واحدا من مئة وخمسة وستين شخصا». Of a few, or a hundred, a share is told."""
    return noun_after(passage, whole.end, whole.value) is not None and whole.value > TEN and not _is_round(whole)


def _is_mark(passage: Passage, best: Cardinal) -> bool:
    """«8.9 من 10»: a mark, where nothing is counted after the best one."""
    return best.value in (TEN, TEN**2) and noun_after(passage, best.end, best.value) is None


def _is_one_in_many(passage: Passage, one: Cardinal, whole: Cardinal) -> bool:
    """«واحد من 140 مليون», «واحدا من 2700», a chance, but «واحد من 10 طلاب»."""
    return one.value == 1 and whole.value >= THOUSAND and noun_after(passage, whole.end, whole.value) is None


def _slashed(passage: Passage, index: int) -> int | None:
    """The denominator after the digits at `index` and a slash, where no third number follows."""
    if passage.form(index + 1) not in {"/", "\u2044"} or passage.kind(index + 2) != "number":
        return None
    if not (passage.touches(index + 1) and passage.touches(index + 2)) or len(passage.forms[index + 2]) > 3:
        return None
    if passage.form(index + 3) == "/" and passage.touches(index + 3):
        return None
    return int(passage.forms[index + 2]) or None


def division(passage: Passage, cardinal: Cardinal) -> Numeral | None:
    """ "one over three", "two out of five hundred", «واحد على ثلاثة», «واحد من أربعة»."""
    table, at = passage.table, cardinal.end
    at += passage.form(at) in table.only_after  # «واحد فقط من كل عشرة»
    over = passage.form(at) in table.over
    match = passage.lexicon.out_of.at(passage.forms, at)
    some_in, dashed = match is None, False
    if some_in:
        dashed = passage.form(at) in DASHES
        match = passage.lexicon.one_out_of.at(passage.forms, at + dashed)
        if match and dashed:  # "a one-in-four chance"
            match = match._replace(edge=match.edge + 1) if passage.form(match.edge) in DASHES else None
    after = at + 1 if over else match.edge if match else 0
    # The bare preposition makes a fraction of words only: «ثلاثة من عشرة», but "3 of 10" counts twice.
    in_words = not over and after == at + 1 and table.units_first
    if not after or (in_words and passage.word(at - 1).definite):
        return None
    word = passage.word(after)
    parts = match is not None and match.meaning in table.portion and word.scale is not None  # «أجزاء من الألف»
    if word.joined or (word.definite and not parts) or word.lead or (over and passage.word(at - 1).definite):
        return None  # «الفئات الخمس على خمسة آلاف»
    after += some_in and cardinal.value == 1 and passage.form(after) in table.implied_ones  # "one in a hundred"
    below = read_cardinal(passage, after)
    if below is None or below.value <= 0:
        return None
    written = (cardinal.literal is not None, below.literal is not None)
    if (
        in_words
        and any(written)
        and not (_is_one_in_many(passage, cardinal, below) or (all(written) and _is_mark(passage, below)))
    ):
        return None
    if some_in and match and cardinal.value != 1 and not _is_some_in_all(passage, cardinal, below):
        return None
    in_digits = cardinal.literal is not None or below.literal is not None
    if match and not (in_words or some_in or dashed) and in_digits and not (cardinal.value == 1 or _is_round(below)):
        return None  # "18 out of 29 countries" are counted, "88 out of 100" are a share
    if in_words and cardinal.value == 1 and _is_one_of_them(passage, below):
        return None
    if cardinal.value >= below.value and not (over and table.units_first and below.end >= passage.size):
        return None
    # "over" also says during: "2 over 3 years"; and so does "in": "4 in 10 km".
    measured = some_in and passage.form(below.end) not in table.units.glued_units
    if passage.lexicon.durations.at(passage.forms, below.end) or (
        measured and passage.lexicon.measures.at(passage.forms, below.end)
    ):
        return None
    value = ratio(cardinal.value, below.value)
    return Numeral(0, below.end, value, value, fraction=True, plain=False)
