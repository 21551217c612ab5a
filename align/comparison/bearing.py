"""How two mentions bear on each other, by what they state alone."""

from __future__ import annotations

import regex

from align.comparison.dates import relate_dates
from align.comparison.numbers import relate_numbers
from align.comparison.relation import APART, Relation
from align.model import DateValue, Mention, NumberValue
from align.text import fold

_DAY = regex.compile(r"(?P<year>-?\d{4}|XXXX)-(?P<day>\d\d-\d\d)[~?%]?")


def relate(left: Mention, right: Mention) -> Relation:
    """How the values of two mentions of one kind bear on each other."""
    match left.value, right.value:
        case DateValue() as a, DateValue() as b:
            return relate_dates(a, b)
        case NumberValue() as a, NumberValue() as b:
            return relate_numbers(a, b)
    return APART


def says_same(left: Mention, right: Mention) -> bool:
    """Whether two mentions state one value, or one day of the year where a year is left unsaid."""
    if left.kind != right.kind:
        return False
    if relate(left, right).bearing == "agree":
        return True
    days = [_DAY.fullmatch(m.value.edtf or "") for m in (left, right) if isinstance(m.value, DateValue)]
    stated = [(day["year"], day["day"]) for day in days if day]
    return len(stated) == 2 and stated[0][1] == stated[1][1] and "XXXX" in (stated[0][0], stated[1][0])


def repeats(mention: Mention, other: Mention) -> bool:
    """Whether a text gives one value twice: "100 tanks" does not repeat "about 100"."""
    a, b = mention.value, other.value
    of_one = not isinstance(a, NumberValue) or not isinstance(b, NumberValue) or fold(a.unit) == fold(b.unit)
    return of_one and says_same(mention, other)


def names_day(mention: Mention) -> bool:
    """Whether a mention gives a day, with or without its year."""
    return isinstance(mention.value, DateValue) and bool(_DAY.fullmatch(mention.value.edtf or ""))
