"""What a number counts or measures: percent, money, time, ages, measures, and the counted noun."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from align.extraction.number_literals import DASHES
from align.extraction.number_nouns import noun_after
from align.extraction.number_passage import BARRIER, Passage
from align.extraction.number_values import Numeral
from align.model import Quantity

_COMMAS = frozenset(",\u060c")
CLOSERS = frozenset((*",\u060c.;)", BARRIER))
HOURS, YOUNGEST, OLDEST = 12, 4, 120
_MILLION = 10**6
_WEATHER_NEAR = 12  # words
_DEATH_NEAR = 20  # words before an age within which a death is told


class Unit(NamedTuple):
    """A unit up to token `end`; `name` is a code or the noun as written. `factor` is a scale that it carries."""

    end: int
    name: str
    quantity: Quantity
    factor: int = 1


def _is_attributive(passage: Passage, numeral: Numeral, at: int) -> bool:
    """ "A 550 pound bomb": but a "5 million pound deal" is paid."""
    weight = passage.form(at) in passage.table.units.attributive_weights
    return weight and numeral.low > 1 and numeral.scale < _MILLION


def _is_weight(passage: Passage, numeral: Numeral, at: int) -> bool:
    """Whether a pound is one of mass: "a bomb of 500 pounds", "550 pound", "26 million pounds of concrete"."""
    of = passage.form(at + 1) in passage.table.nouns.partitives and passage.kind(at + 2) == "word"
    matter = of and passage.table.units.not_weighed.isdisjoint(passage.forms[at + 2 : at + 5])
    return matter or _near_weighing(passage, at) or _is_attributive(passage, numeral, at)


def _near_weighing(passage: Passage, index: int) -> bool:
    around = passage.forms[max(0, index - 5) : index + 4]
    return not passage.table.units.weighing.isdisjoint(around)


def _money(passage: Passage, numeral: Numeral, at: int) -> Unit | None:
    match = passage.lexicon.currencies.at(passage.forms, at)
    if match is not None and passage.form(at) in passage.table.units.glued_units and not _is_glued(passage, at):
        return None
    if match is None:
        code = passage.currency_at(at)
        return Unit(at + 1, code, "money") if code else None
    weight = passage.table.units.weights.get(passage.form(at))
    if weight and match.edge == at + 1 and _is_weight(passage, numeral, at):
        return Unit(match.edge, weight, "measure")
    written = passage.text[passage.tokens[at].start : passage.tokens[match.edge - 1].end]
    return Unit(match.edge, match.meaning or written, "money")


def time_unit(passage: Passage, numeral: Numeral, at: int) -> Unit | None:
    """The unit of time at token `at`, or the age that it tells."""
    match = passage.lexicon.durations.at(passage.forms, at)
    if match is None:
        return None
    end, code = match.edge, match.meaning
    dashed = end + 1 if passage.form(end) in DASHES else end
    age = passage.lexicon.age_phrases.at(passage.forms, dashed)
    if age is not None:
        return Unit(age.edge, code, "age")
    if (
        age_before(passage, numeral.first)
        or _at_death(passage, numeral.first)
        or _bracketed(passage, numeral.first, end)
        or passage.form(numeral.first - 1) in passage.table.units.children_of
    ):
        return Unit(end, code, "age")
    return Unit(end, code, "duration")


def age_before(passage: Passage, first: int) -> bool:
    """Whether the words just before tell of an age; a hedge may stand between."""
    forms, ages = passage.forms, passage.lexicon.ages_before
    nearest = max(0, first - 3)
    if ages.keys.isdisjoint(forms[nearest:first]):
        return False
    return any(
        ages.at(forms, at) is not None and not _reaches_something_else(passage, at, first)
        for at in range(nearest, first)
    )


def _reaches_something_else(passage: Passage, at: int, first: int) -> bool:
    """Whether it is not the years of somebody that reach a number: «مقاطعات الولاية البالغ عددها 67»."""
    table, ages = passage.table, passage.lexicon.ages_before
    if passage.form(at) not in table.units.reaching:
        return False
    owned = (other for other in range(at + 1, first) if passage.written(other).endswith(table.possessive_endings))
    return any(len(passage.form(other)) > 3 and passage.form(other) not in ages.keys for other in owned)


def _at_death(passage: Passage, first: int) -> bool:
    """«توفي في القاهرة عن 87 عاما»."""
    units = passage.table.units
    if passage.form(first - 1) not in units.death_ages:
        return False
    return not units.deaths.isdisjoint(passage.forms[max(0, first - _DEATH_NEAR) : first])


def _is_someones_age(passage: Passage, numeral: Numeral) -> bool:
    """ "Schettino, who was 52, left", "she was 14 when her father died"."""
    units, table, first, end = passage.table.units, passage.table, numeral.first, numeral.end
    subjects = units.age_subjects | table.nouns.persons
    told = passage.form(first - 1) in units.age_verbs and passage.form(first - 2) in subjects
    if not told and passage.form(first - 1) not in units.age_pronouns:
        return False
    closers = CLOSERS | table.conjunctions | (table.nouns.stops - table.nouns.partitives)
    closes = end >= passage.size or passage.form(end) in closers
    return closes and numeral.exact and YOUNGEST <= numeral.low < OLDEST


def _is_age_then(passage: Passage, numeral: Numeral) -> bool:
    """ "At 53 she was the first", "he died at 71". Up to twelve it may be the hour."""
    units, first, end = passage.table.units, numeral.first, numeral.end
    first -= passage.form(first - 1) in passage.table.implied_ones  # "at a hundred and nine"
    if passage.form(first - 1) not in units.age_openers or not numeral.exact or not HOURS < numeral.low < OLDEST:
        return False
    if passage.form(end) in units.age_subjects:
        return True
    closes = end >= passage.size or passage.form(end) in CLOSERS
    return closes and not units.deaths.isdisjoint(passage.forms[max(0, first - _DEATH_NEAR) : first])


def _bracketed(passage: Passage, first: int, end: int) -> bool:
    """(45 years) after a name is an age, and so is «تايلر براندت، 20 عاما،»."""
    before, after = passage.form(first - 1), passage.form(end)
    apposed = before in _COMMAS and after in _COMMAS and passage.table.nouns.head_first
    return (apposed or (before == "(" and after == ")")) and passage.kind(first - 2) == "word"


def _is_apposed_age(passage: Passage, numeral: Numeral) -> bool:
    """ "Smith, 45, said": a number between commas after a person is an age; in words, one above twelve."""
    first, end = numeral.first, numeral.end
    if not (numeral.plain and 1 <= numeral.low <= 110 and passage.form(first - 1) in _COMMAS):
        return False
    in_a_list = passage.word(end + 1).cardinal is not None
    if not numeral.digits and (numeral.low <= HOURS or passage.form(end) not in _COMMAS or in_a_list):
        return False
    if passage.form(end) not in CLOSERS or passage.kind(first - 2) != "word":
        return False
    return passage.written(first - 2)[0].isupper() or passage.form(first - 2) in passage.table.nouns.persons


def _letter_m(passage: Passage, at: int) -> Unit | None:
    """A letter that touches digits: a million before a plural, metres before another word."""
    if passage.written(at) not in passage.table.units.million_letters or not passage.touches(at):
        return None
    measured = _measure_named(passage, at + 1)
    if measured is not None and passage.form(at + 1) not in passage.table.units.glued_units:  # "2.5m b/d"
        return measured._replace(factor=10**6)
    noun = noun_after(passage, at + 1, Decimal(2))
    if noun is not None and noun.plural:
        return Unit(noun.end, noun.text, "count", 10**6)
    if passage.says_millions and passage.form(at + 1) not in passage.table.units.dimensions:
        return Unit(at + 1, "", "count", 10**6)
    if noun is not None:
        return _measure_named(passage, at)
    return Unit(at, "", "count")


def degree_letter(passage: Passage, at: int) -> Unit | None:
    """ "Minus 3C", "highs of 30C" where the weather is told, but "flat 30C"."""
    code = passage.table.units.degree_letters.get(passage.written(at)) if _is_glued(passage, at) else None
    told = code and not passage.table.units.weather.isdisjoint(
        passage.forms[max(0, at - _WEATHER_NEAR) : at + _WEATHER_NEAR]
    )
    return Unit(at + 1, code, "measure") if code and told else None


def _measure_named(passage: Passage, at: int) -> Unit | None:
    match = passage.lexicon.measures.at(passage.forms, at)
    return Unit(match.edge, match.meaning, "measure") if match else None


def _measure(passage: Passage, at: int) -> Unit | None:
    match = passage.lexicon.measures.at(passage.forms, at)
    if match is None or _is_no_measure(passage, at):
        return None
    # One letter is a unit only against digits, or alone after them.
    if len(passage.forms[at]) == 1 and match.edge == at + 1 and passage.kind(at) == "word":
        if passage.kind(at - 1) != "number":
            return None
        if passage.form(at + 1) == "." and passage.kind(at + 2) == "number" and not passage.touches(at):
            return None  # "1311 W. 23rd St."
        counted = passage.kind(at + 1) == "word" and passage.form(at + 1) not in passage.table.units.dimensions
        if counted and not passage.touches(at):
            return None
    return Unit(match.edge, match.meaning, "measure")


def _is_no_measure(passage: Passage, at: int) -> bool:
    """Whether a word that may be a unit is none where it stands: "in 1990", "two stone lions"."""
    units, form = passage.table.units, passage.form(at)
    if form in units.glued_units:
        return not _is_glued(passage, at)
    weighed = passage.form(at + 1) in passage.table.nouns.stops | units.weighing | passage.table.conjunctions
    return form in units.lone_measures and passage.kind(at + 1) == "word" and not weighed


def _is_glued(passage: Passage, at: int) -> bool:
    return passage.touches(at) and passage.kind(at - 1) == "number"


def _partitive(passage: Passage, numeral: Numeral, at: int) -> int:
    """Past "of" after a number that takes it: "hundreds of", "half of", "millions of dollars"."""
    divided = numeral.fraction or (numeral.digits and 0 < numeral.low < 1)  # "0.6 of a percentage point"
    if passage.form(at) in passage.table.nouns.partitives and (numeral.vague or divided):
        at += 1
    return at + 1 if divided and passage.form(at) in passage.table.implied_ones else at


def _named_unit(passage: Passage, numeral: Numeral, at: int, money: bool) -> Unit | None:
    """A unit of the tables: percent, currency, time, measure, age."""
    starts = passage.lexicon.unit_starts
    after = _partitive(passage, numeral, at)
    points = after if numeral.digits or numeral.fraction else at  # "half a percentage point"
    percent = passage.lexicon.percents.at(passage.forms, points) if passage.form(points) in starts else None
    if percent is not None or money:
        return Unit(percent.edge, "%", "percent") if percent is not None else None
    if passage.form(after) not in starts and passage.currency_at(after) is None:
        return None
    older = passage.lexicon.ages_after.at(passage.forms, at)
    if older is not None:
        return Unit(older.edge, "year", "age")
    return _money(passage, numeral, after) or time_unit(passage, numeral, after) or _measure(passage, after)


def find_unit(passage: Passage, numeral: Numeral, money: bool) -> Unit | None:
    """The unit after `numeral`; `money` says that a currency stands before it."""
    at = numeral.end
    small = None if money else _letter_m(passage, at) or degree_letter(passage, at)
    if small is not None:
        return small
    if passage.form(at) in DASHES and passage.touches(at) and passage.touches(at + 1):
        at += 1
    named = _named_unit(passage, numeral, at, money)
    if named is not None or money:
        return named
    if _is_apposed_age(passage, numeral):
        return Unit(numeral.end, "year", "age")
    noun = noun_after(passage, at, numeral.low, vague=numeral.vague or numeral.fraction)
    if noun is not None and not _is_of_tries(passage, numeral, at):
        return Unit(noun.end, noun.text, "count")
    years = 0 < numeral.low < OLDEST and numeral.exact and not numeral.fraction
    lived = years and age_before(passage, numeral.first)
    if lived or _is_age_then(passage, numeral) or _is_someones_age(passage, numeral):
        return Unit(numeral.end, "year", "age")
    return None


def _is_of_tries(passage: Passage, numeral: Numeral, at: int) -> bool:
    """«6 من 13 من خط الثلاث نقاط»: what hits were made of, and where from."""
    partitives, first = passage.table.nouns.partitives, numeral.first
    hits = numeral.digits and passage.form(first - 1) in partitives and passage.kind(first - 2) == "number"
    return hits and passage.form(at) in partitives


def dual_unit(passage: Passage, numeral: Numeral) -> tuple[str, Quantity]:
    """The unit of a noun in the dual, which its singular tells; a counted noun stays as written."""
    singular, lexicon = [numeral.dual or ""], passage.lexicon
    if (time := lexicon.durations.at(singular, 0)) is not None:
        return time.meaning, "duration"
    if (measure := lexicon.measures.at(singular, 0)) is not None:
        return measure.meaning, "measure"
    written = passage.text[passage.start_after_lead(numeral.first, numeral.lead) : passage.tokens[numeral.first].end]
    if (money := lexicon.currencies.at(singular, 0)) is not None:
        return money.meaning or written, "money"
    return written, "count"
