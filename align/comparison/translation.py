"""What holds between a text and its translation only: figures are neither rounded nor rewritten on the way."""

from __future__ import annotations

from dataclasses import replace

import regex

from align.comparison.match import Match
from align.comparison.numbers import cuts_decimals, leaves_scale
from align.comparison.relation import Relation
from align.comparison.units import may_be_one_currency
from align.model import DateValue, Mention, NumberValue

_SEASON = regex.compile(r"(?P<year>\d{4})-(?P<season>2[1-4])")  # of EDTF
ALTERED = Relation("conflict", "the same words with another figure, where one text translates the other")


def strictly(match: Match) -> Match:
    """The match as between a text and its translation: there "more than 1,002" does not become «أكثر من 1000».

    Of two retellings both can be true, and they stay compatible.
    """
    a, b = match.left.value, match.right.value
    if match.relation.bearing != "compatible":
        return match
    if isinstance(a, DateValue) and isinstance(b, DateValue) and _are_seasons_of_other_years(a, b):
        return replace(match, relation=ALTERED)
    if not isinstance(a, NumberValue) or not isinstance(b, NumberValue):
        return match
    if not (_in_digits(match.left) and _in_digits(match.right)) or _hedge(a) != _hedge(b):
        return match
    if cuts_decimals(a, b) or leaves_scale(a, b) or leaves_scale(b, a):
        return match
    same_unit = a.quantity == b.quantity and (a.quantity == "count" or _is_one_unit(a, b)) and a.per == b.per
    return replace(match, relation=ALTERED) if same_unit else match


def _is_one_unit(a: NumberValue, b: NumberValue) -> bool:
    return a.unit == b.unit or (a.quantity == "money" and may_be_one_currency(a.unit, b.unit))


def _are_seasons_of_other_years(a: DateValue, b: DateValue) -> bool:
    """Whether two dates are one season of two years: retellings may both mean the winter from the one to the other."""
    seasons = [_SEASON.fullmatch(value.edtf or "") for value in (a, b)]
    told = [(each["season"], each["year"]) for each in seasons if each]
    return len(told) == 2 and told[0][0] == told[1][0] and told[0] != told[1]


def _hedge(value: NumberValue) -> tuple[bool, bool, bool, bool]:
    """What stands around the figure: "about", "more than", "up to", and whether it is a range."""
    return value.approximate, value.low is None, value.high is None, value.low == value.high


def _in_digits(mention: Mention) -> bool:
    return any(map(str.isdigit, mention.text))
