"""Digits that count nothing: identifiers, clock times, scores, telephone and section numbers, addresses."""

from __future__ import annotations

from align.extraction.number_cardinals import read_cardinal
from align.extraction.number_literals import DASHES, MAX_DIGITS
from align.extraction.number_nouns import noun_after
from align.extraction.number_passage import BARRIER, Passage
from align.extraction.number_units import degree_letter
from align.extraction.number_values import Numeral

_GLUE_BEFORE = frozenset("/_#@=&\\^:~")
_GLUED_SCORE = DASHES | {":"}
_DEGREE = "\u00b0"
_PRIMES = frozenset("'\u2019\u2032")
_COMPASS = frozenset("NSEW")
_AMOUNTS = frozenset("%\u066a$\u20ac\u00a3\u00b0-\u2013")
_NEAR = 6
LONGEST_SCORE = 3  # digits
THOUSAND = 1000
HALF_DAY, HOURS, MINUTES = 12, 24, 60
LONGEST_HOUR = 2  # digits, and those of minutes
LONGEST_SIGN = 2  # letters of a unit's sign, which may be another word: "section 5 in"
_PHONE_NEAR = 5


def is_cased(word: str) -> bool:
    """Whether a word's script has capitals; only such words fuse with digits into identifiers (A380)."""
    return word[:1].upper() != word[:1].lower()


def _fused_before(passage: Passage, index: int) -> bool:
    """Whether what touches the digits from the left makes them a name."""
    if not passage.touches(index):
        return False
    before, form = index - 1, passage.forms[index - 1]
    if passage.kind(before) == "word":
        return is_cased(form) and not passage.currency_ends(before)
    if form == "[":
        return passage.form(index + 1) == "]"
    further = passage.kind(before - 1) if passage.touches(before) else "barrier"
    if form in DASHES:
        return further == "word" and passage.forms[before - 1] not in passage.lexicon.prefixes
    if form == ".":
        return further == "word" and is_cased(passage.forms[before - 1])
    if form in ":~":
        return further == "number"
    if form in _GLUE_BEFORE:
        return True
    return form in ".," and further == "word" and is_cased(passage.forms[before - 1])


def _chain(passage: Passage, index: int) -> tuple[int, list[str]]:
    """The end of a run of numbers joined without spaces by dashes, slashes or colons, and those joints."""
    end, joints = passage.literal(index).end, []
    while (
        (passage.form(end) in _GLUED_SCORE or passage.form(end) in {"/", "\u2044"})
        and passage.kind(end + 1) == "number"
        and passage.touches(end)
        and passage.touches(end + 1)
    ):
        joints.append(passage.forms[end])
        end = passage.literal(end + 1).end
    return end, joints


def _is_label(passage: Passage, index: int) -> bool:
    """ "section 5", "No. 7", «المادة 5»: the word before says that the number is a name.

    Not so in "the worst case 1.4 million people".
    """
    if (passage.word(passage.literal(index).end).scale or 0) >= THOUSAND:
        return False
    before = index - 1
    if passage.form(before) == "." and passage.forms[before - 1 : before] and passage.touches(before):
        before -= 1
    label = passage.lexicon.labels_before.at(passage.forms, before)
    if label is None or _counts_measure(passage, passage.literal(index).end):
        return False
    return not (label.meaning in passage.table.counting_labels and _counts(passage, index))


def _counts_measure(passage: Passage, end: int) -> bool:
    """Whether a number that ends at `end` is one of time, measure or money: «الرحلة 35 دقيقة» is no flight."""
    lexicon, forms = passage.lexicon, passage.forms
    if lexicon.durations.at(forms, end) is not None or lexicon.currencies.at(forms, end) is not None:
        return True
    return len(passage.form(end)) > LONGEST_SIGN and lexicon.measures.at(forms, end) is not None


def _counts(passage: Passage, index: int) -> bool:
    """Whether the noun that a number counts stands right after it; a capital makes it a name: "Group of 20 nations"."""
    number = passage.literal(index)
    at_capital = passage.text[passage.tokens[index - 2].start].isupper() if index > 1 else False
    noun = noun_after(passage, number.end, number.value) if number.value is not None and not at_capital else None
    return noun is not None and (noun.plural or passage.table.nouns.head_first)


def _is_listed(passage: Passage, index: int, end: int) -> bool:
    """The number of a list item or heading: "3. Results"."""
    at_start = passage.form(index - 1) == BARRIER or (
        passage.form(index - 1) == "(" and passage.form(index - 2) == BARRIER
    )
    if not at_start or passage.form(end) not in {".", ")"} or not passage.touches(end):
        return False
    return passage.form(end + 1) != BARRIER


def is_clock(passage: Passage, index: int, end: int) -> bool:
    """Whether the number from `index` to `end` is a time of day."""
    if passage.form(index - 1) in passage.table.clocks_before:
        return True
    return passage.lexicon.clocks_after.at(passage.forms, end) is not None or _is_pointed_time(passage, index, end)


def _is_pointed_time(passage: Passage, index: int, end: int) -> bool:
    """ "The 6.40 ferry", "the 7.15 evening train", "at 5.10 on a black morning"."""
    if end != index + 3 or passage.form(index + 1) != ".":
        return False
    table, after = passage.table, passage.form(end)
    alone = passage.kind(end) != "word" or after in table.nouns.stops
    bare = alone and after not in _AMOUNTS and passage.form(index - 1) in table.clock_prepositions
    hours, minutes = passage.forms[index], passage.forms[index + 2]
    if len(hours) > LONGEST_HOUR or len(minutes) != LONGEST_HOUR or int(hours) >= HOURS or int(minutes) >= MINUTES:
        return False
    return bare or after in table.departures


def hour_and_minutes(passage: Passage, hour: Numeral) -> int | None:
    """The end of a time of day in words that begins with a rank, «السادسة و52 دقيقة», «الخامسة وعشر دقائق»."""
    endings = passage.table.units.lived_endings
    ranks = hour.ordinal and hour.definite and hour.low <= HALF_DAY and passage.form(hour.first).endswith(endings)
    if not endings or not ranks:
        return None
    at, joined = hour.end, passage.word(hour.end).joined
    if passage.form(at) in passage.table.conjunctions:
        at, joined = at + 1, True
    minutes = read_cardinal(passage, at) if joined else None
    if minutes is None or not 1 <= minutes.value < MINUTES:
        return None
    unit = passage.lexicon.durations.at(passage.forms, minutes.end)
    return unit.edge if unit is not None and unit.meaning == "minute" else None


def _is_phone(passage: Passage, index: int) -> bool:
    if passage.form(index - 1) == "+" and passage.touches(index) and len(passage.forms[index]) >= 7:
        return True
    before = passage.forms[max(0, index - _PHONE_NEAR) : index]
    return not passage.table.phones.isdisjoint(before) and len(passage.forms[index]) >= 3


def near_scoring(passage: Passage, index: int, end: int) -> bool:
    """Whether the words about tell of a match or a vote."""
    around = passage.forms[max(0, index - _NEAR) : index] + passage.forms[end : end + 3]
    return not passage.table.scoring.isdisjoint(around)


def _is_score(passage: Passage, index: int, end: int) -> bool:
    """Two numbers joined by a dash that are no range: they fall, or a match is told of."""
    left = passage.literal(index)
    right = passage.literal(left.end + 1)
    if left.value is None or right.value is None:
        return True
    if left.value >= right.value:
        # "90-5 million" is no score, but then neither is it a range.
        return passage.word(end).scale is None or left.value < 1000
    return right.value < 200 and near_scoring(passage, index, end)


def _unknown_letters(passage: Passage, end: int) -> bool:
    """Whether the letters that touch the digits are no suffix or unit that the table knows (3D, 7B1)."""
    if not passage.touches(end) or passage.kind(end) != "word" or not is_cased(passage.forms[end]):
        return False
    lexicon, forms = passage.lexicon, passage.forms
    if (
        len(forms[end - 1]) == 1
        and passage.kind(end - 2) != "mark"
        and passage.written(end) in passage.table.generations
    ):
        return True
    known = (
        degree_letter(passage, end) is not None
        or forms[end] in passage.table.ordinal_suffixes
        or passage.written(end) in passage.table.suffixes
        or passage.word(end).scale
        or lexicon.measures.at(forms, end)
        or lexicon.durations.at(forms, end)
        or lexicon.currencies.at(forms, end)
    )
    return not known


def _spaced_run(passage: Passage, end: int) -> int:
    """The end of further groups of digits with only spaces between: the rest of a telephone number."""
    while passage.kind(end) == "number":
        end += 1
    return end


def _is_dialled(passage: Passage, index: int, end: int) -> bool:
    """Whether digits open a telephone number: a leading zero before more groups, or a word that says so."""
    if passage.kind(end) != "number":
        return False
    if passage.form(index - 1) == "+" and passage.touches(index):
        return True
    return (passage.forms[index].startswith("0") and len(passage.forms[index]) > 2) or _is_phone(passage, index)


def zero_score(passage: Passage, index: int) -> int | None:
    """The end of a score with a zero in words, «صفر-2» or «3-صفر», that begins at `index`."""
    if passage.form(index + 1) not in DASHES or not (passage.touches(index + 1) and passage.touches(index + 2)):
        return None
    ends = (index, index + 2)
    zeros = [passage.kind(at) == "word" and passage.word(at).cardinal == 0 for at in ends]
    digits = [passage.kind(at) == "number" and len(passage.forms[at]) <= LONGEST_SCORE for at in ends]
    return index + 3 if zeros != digits and any(zeros) and any(digits) else None


def _halved_score(passage: Passage, index: int) -> int | None:
    """The end of a score of half points, "12½-8½", that begins at `index`."""
    ends = (index, index + 3)
    glued = all(passage.touches(at) for at in range(index + 1, index + 5))
    halves = all(passage.kind(at + 1) == "mark" and passage.word(at + 1).part is not None for at in ends)
    return (
        index + 5
        if glued and halves and passage.form(index + 2) in DASHES and passage.kind(index + 3) == "number"
        else None
    )


def _is_result(passage: Passage, index: int, end: int) -> bool:
    """ "a final score of 16 to 10": two falling numbers where a match is told of, or 5&4, which some write apart."""
    if passage.form(end) == "&" and (passage.touches(end) or passage.kind(end + 1) == "number"):
        return True
    dashed = passage.form(end) in DASHES
    if passage.form(index - 1) in passage.lexicon.range_openers:  # "from 18 to 11"
        return False
    if not (dashed or passage.form(end) in passage.table.range_links) or passage.kind(end + 1) != "number":
        return False
    left = passage.literal(index).value
    right = passage.literal(end + 1)
    if left is None or right.value is None or left < right.value:
        return False
    return near_scoring(passage, index, right.end) or (dashed and left < 200 and passage.literal(index).plain)


def _is_coordinate(passage: Passage, index: int, end: int) -> bool:
    """36°42\u2032N, 67° E: degrees with minutes or a point of the compass tell a place and no temperature."""
    if passage.form(index - 1) == _DEGREE and passage.kind(index - 2) == "number":
        return True
    if passage.form(index - 1) in _PRIMES and passage.form(index - 3) == _DEGREE:
        return True
    return passage.form(end) == _DEGREE and (passage.kind(end + 1) == "number" or passage.written(end + 1) in _COMPASS)


def _is_local_phone(passage: Passage, index: int, end: int) -> bool:
    """(555) 123-4567"""
    groups = [len(form) for form in passage.forms[index:end]]
    return groups == [3, 1, 4] and passage.form(index - 1) == ")" and passage.kind(index - 2) == "number"


def _stands_free(passage: Passage, index: int) -> bool:
    """Whether nothing beside the digits can make them a name, as for most: one look instead of many."""
    forms, after = passage.forms, index + 1
    return not (
        passage.touches(index)
        or passage.touches(after)
        or passage.kind(after) == "number"
        or passage.form(after) in passage.lexicon.namers_after
        or forms[index][0] == "0"
        or len(forms[index]) > MAX_DIGITS
        or not passage.lexicon.namers_before.isdisjoint(forms[max(0, index - _PHONE_NEAR) : index])
    )


def passed_over(passage: Passage, index: int) -> int | None:
    """Where to read on after digits at `index` that are no number; None where they may be one."""
    if _stands_free(passage, index):
        return None
    if (score := _halved_score(passage, index)) is not None:
        return score
    end, joints = _chain(passage, index)
    if _is_dialled(passage, index, end):
        return _spaced_run(passage, end)
    if _fused_before(passage, index) or passage.literal(index).value is None:
        return end
    if ":" in joints or len(joints) > 1 or _is_listed(passage, index, end) or is_clock(passage, index, end):
        return end
    if _is_result(passage, index, end):
        return passage.literal(end + 1).end if passage.kind(end + 1) == "number" else end
    if _is_label(passage, index) or _is_phone(passage, index) or _is_coordinate(passage, index, end):
        return end
    if _is_local_phone(passage, index, end):
        return end
    if joints and joints[0] in DASHES and _is_score(passage, index, end):
        return end
    if joints and joints[0] not in DASHES:
        above, below = passage.forms[index], passage.forms[end - 1]
        if len(below) > 3 or len(above) > 3 or int(above) >= int(below):
            return end
    if _unknown_letters(passage, end) and passage.form(end) not in {"e", "x"}:
        return end + 1
    return None
