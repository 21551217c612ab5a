"""Figures that no reading knows, compared as figures: the one that only the left has against the one of the right.

Flights, rooms, scores and clock times carry over into another language digit by digit. Most of a passage's figures
find their equal; where one is left over on either side, the two are most likely one that was miswritten. Two left
over on a side tell of another way to write them, from which nothing follows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from decimal import Decimal
from typing import NamedTuple

import regex

from align.comparison.pair_mentions import PairMentions
from align.comparison.relation import Relation
from align.model import Mention, NumberValue
from align.text import ASCII_DIGITS

DIFFER = Relation("conflict", "the figures differ, and all other figures of the passages are the same")
HALF_DAY = 12  # hours: "3 p.m." is «الساعة 15»
SCALES = (Decimal(1), Decimal(10**6), Decimal(10**9))  # "risen to 11.6m", where "m" may be metres as well
MINUTES = Decimal(100)  # "1447 GMT" is «14,47 ت غ»
_ON_THE_HOUR = regex.compile(r"\p{Nd}[:.,][0\u0660\u06f0]{2}$")
_DIGITS = regex.compile(r"\p{Nd}+")


class OddFigures(NamedTuple):
    """The one figure on each side that the other lacks, and how the passages stand to each other but for these."""

    left: Mention
    right: Mention
    unanswered: int  # values and figures of the pair without an equal, these two among them
    more_values: int  # how many more one passage has than the other


def odd_figures(member: PairMentions, values: Sequence[Sequence[Mention]], lone: Set[Mention]) -> OddFigures | None:
    """The figures that the other passage has nowhere, neither as a figure nor within a date or number, if one each.

    `values` are the dates and numbers of both sides, `lone` those that answer to none: such a number may be what a
    figure of the other side is to be.
    """
    figures = (member.left_figures, member.right_figures)
    left, right = _odd(figures[0], member.right, figures[1]), _odd(figures[1], member.left, figures[0])
    open_left, open_right = _untold(values[0], lone, figures[1]), _untold(values[1], lone, figures[0])
    if left and not right:
        right = _written(open_right)
    elif right and not left:
        left = _written(open_left)
    if len(left) != 1 or len(right) != 1:
        return None
    unanswered = len({*left, *open_left}) + len({*right, *open_right})
    more_values = abs(len(values[0]) + len(figures[0]) - len(values[1]) - len(figures[1]))
    return OddFigures(left[0], right[0], unanswered, more_values)


def told_as_figures(member: PairMentions) -> set[Mention]:
    """The numbers of either passage that the other gives as a figure: "1-of-4 players", «واحدا من أصل 4 لاعبين»."""
    figures = (member.left_figures, member.right_figures)
    return {*_told_by(member.left, member.right, *figures), *_told_by(member.right, member.left, *figures[::-1])}


def _told_by(
    numbers: Sequence[Mention], others: Sequence[Mention], own: Sequence[Mention], figures: Sequence[Mention]
) -> Iterator[Mention]:
    """The numbers that no other answers, but one of the figures that the own passage lacks."""
    odd = Counter(map(_low, figures)) - Counter(map(_low, own))
    if odd:
        answered = {value.low for each in others if isinstance(value := each.value, NumberValue)}
        for each in numbers:
            low = each.value.low if isinstance(each.value, NumberValue) and each.value.low == each.value.high else None
            if low is not None and low not in answered and any(_taken(low / scale, odd) for scale in SCALES):
                yield each


def _odd(figures: Sequence[Mention], other: Sequence[Mention], other_figures: Sequence[Mention]) -> list[Mention]:
    if not figures:
        return []
    others = Counter(_low(figure) for figure in other_figures)
    read = set(_read(other))
    odd = list(figures)
    # The same hour on another clock, or written otherwise, only where no figure is the same.
    for later in (0, HALF_DAY, -HALF_DAY):
        odd = [figure for figure in odd if not _taken(_low(figure) + later, others)]
    odd = [figure for figure in odd if not any(_taken(time, others) for time in _written_otherwise(_low(figure)))]
    hours = Counter(_low(figure) * MINUTES for figure in other_figures if _ON_THE_HOUR.search(figure.text))
    odd = [figure for figure in odd if not _taken(_low(figure), hours)]  # "1500 GMT" is 15:00
    odd = [f for f in odd if not (_ON_THE_HOUR.search(f.text) and _taken(_low(f) * MINUTES, others))]
    minutes = Counter(_minutes(figure) for figure in other_figures if _minutes(figure))
    odd = [f for f in odd if not (_taken(_low(f), minutes) or (_minutes(f) and _taken(_minutes(f), others)))]
    return [figure for figure in odd if _low(figure) not in read]


def _written_otherwise(time: Decimal) -> list[Decimal]:
    """An hour with its minutes with a sign between them, or without one; no hour alone, which is any figure."""
    hours = time / MINUTES
    if time != time.to_integral_value():
        return [time * MINUTES]
    return [hours] if hours != hours.to_integral_value() and time >= MINUTES else []


def _minutes(time: Mention) -> Decimal:
    """Those of an hour with its minutes: 6.52 is «السادسة و52 دقيقة», in which the hour is a word."""
    return _low(time) % 1 * MINUTES


def _taken(value: Decimal, others: Counter[Decimal]) -> bool:
    """Whether a value is among the others, from which it is then gone."""
    if others[value] < 1:
        return False
    others[value] -= 1
    return True


def _read(mentions: Iterable[Mention]) -> Iterator[Decimal]:
    """Every figure that stands in, or is meant by, the dates and numbers of a passage."""
    for mention in mentions:
        if isinstance(mention.value, NumberValue):
            yield from (end for end in (mention.value.low, mention.value.high) if end is not None)
        if mention.kind != "name":
            yield from (Decimal(digits.translate(ASCII_DIGITS)) for digits in _DIGITS.findall(mention.text))


def _untold(values: Sequence[Mention], lone: Set[Mention], figures: Sequence[Mention]) -> list[Mention]:
    """The lone values that are not told by a figure of the other side either."""
    told = {_low(figure) for figure in figures}
    return [mention for mention in values if mention in lone and told.isdisjoint(_read([mention]))]


def _written(values: Sequence[Mention]) -> list[Mention]:
    """The numbers that count or rank and are written in digits."""
    return [
        mention
        for mention in values
        if isinstance(mention.value, NumberValue)
        and mention.value.quantity in ("count", "ordinal")
        and _DIGITS.search(mention.text)
    ]


def _low(figure: Mention) -> Decimal:
    assert isinstance(figure.value, NumberValue) and figure.value.low is not None
    return figure.value.low
