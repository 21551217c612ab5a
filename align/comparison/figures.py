"""Figures that no reading knows, compared as figures: the one that only the left has against the one of the right.

Flights, rooms, scores and clock times carry over into another language digit by digit. Most of a passage's figures
find their equal; where one is left over on either side, the two are most likely one that was miswritten. Two left
over on a side tell of another way to write them, from which nothing follows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

import regex

from align.comparison.pair_mentions import PairMentions
from align.comparison.relation import Relation
from align.model import Mention, NumberValue
from align.text import ASCII_DIGITS

DIFFER = Relation("conflict", "the figures differ, and all other figures of the passages are the same")
HALF_DAY = 12  # hours: "3 p.m." is «الساعة 15»
_DIGITS = regex.compile(r"\p{Nd}+")


def odd_figures(member: PairMentions, open_values: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The figures of each passage that the other one has nowhere, neither as a figure nor within a date or number.

    Of `open_values`, which have found no equal, a number may be what a figure of the other side is to be.
    """
    left = _odd(member.left_figures, member.right, member.right_figures)
    right = _odd(member.right_figures, member.left, member.left_figures)
    if left and not right:
        right = _unmatched(open_values, member.right, member.left_figures)
    elif right and not left:
        left = _unmatched(open_values, member.left, member.right_figures)
    return left, right


def _odd(figures: Sequence[Mention], other: Sequence[Mention], other_figures: Sequence[Mention]) -> list[Mention]:
    if not figures:
        return []
    same = Counter(_low(figure) for figure in other_figures)
    read = set(_read(other))
    odd = []
    for figure in figures:
        value = _low(figure)
        equal = next((v for v in (value, value + HALF_DAY, value - HALF_DAY) if same[v] > 0), None)
        if equal is not None:
            same[equal] -= 1
        elif value not in read:
            odd.append(figure)
    return odd


def _read(mentions: Iterable[Mention]) -> Iterator[Decimal]:
    """Every figure that stands in, or is meant by, the dates and numbers of a passage."""
    for mention in mentions:
        if isinstance(mention.value, NumberValue):
            yield from (end for end in (mention.value.low, mention.value.high) if end is not None)
        if mention.kind != "name":
            yield from (Decimal(digits.translate(ASCII_DIGITS)) for digits in _DIGITS.findall(mention.text))


def _unmatched(open_values: Sequence[Mention], passage: Sequence[Mention], figures: Sequence[Mention]) -> list[Mention]:
    """The numbers of a passage that count or rank, are written in digits, and are none of the other side's figures."""
    told = {_low(figure) for figure in figures}
    return [
        mention
        for mention in open_values
        if mention in passage
        and isinstance(mention.value, NumberValue)
        and mention.value.quantity in ("count", "ordinal")
        and _DIGITS.search(mention.text)
        and told.isdisjoint(_read([mention]))
    ]


def _low(figure: Mention) -> Decimal:
    assert isinstance(figure.value, NumberValue) and figure.value.low is not None
    return figure.value.low
