"""Whether two claims can be of one thing at all, by what they themselves say: what they count, and near what figure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import numpy as np

from align.comparison.bearing import relate
from align.encode import DEFAULT, Vectors, encode
from align.facts.fact import Claim
from align.model import DocumentAnalysis, Mention, NumberValue
from align.names.lookup import strip_article
from align.text import fold

STEM = 4  # letters that two forms of one noun share
# Two nouns count other things if their cosine is below UNLIKE and the text of one counts something LEAD nearer.
UNLIKE, LEAD = 0.4, 0.15
RARE = 100  # a figure from here up is hardly given of two things by chance: 2,200 persons are 2,200 passengers
# How far from its bound a count may be: a third of the lesser, or the next whole number.
NEAR, NEXT = Decimal(1) / 3, Decimal(1)


class CountedNouns:
    """What each source counts: "six warnings" and "six compartments" are two things, though the figure is one."""

    def __init__(self, sources: Sequence[DocumentAnalysis], encoder: str = DEFAULT) -> None:
        self._nouns = [sorted({noun for m in source.mentions if (noun := _noun(m))}) for source in sources]
        table = sorted({noun for nouns in self._nouns for noun in nouns})
        self._vectors: dict[str, Vectors] = dict(zip(table, encode(table, encoder), strict=True)) if table else {}

    def differ(self, a: Claim, b: Claim) -> bool:
        """Whether two claims count other things, since what one counts is counted elsewhere by the source of the other.

        A vector of a single word says little by itself, and much beside those of the other nouns of its text.
        """
        first, second = _noun(a.mention), _noun(b.mention)
        if not first or not second or first == second:
            return False
        rare = min(_least(a.mention), _least(b.mention)) >= RARE
        if rare and relate(a.mention, b.mention).bearing != "conflict":
            return False
        cosine = self._cosine(first, second)
        nearest = max(self._nearest(first, b.source), self._nearest(second, a.source))
        return cosine < UNLIKE and nearest >= cosine + LEAD

    def _cosine(self, first: str, second: str) -> float:
        return float(np.dot(self._vectors[first], self._vectors[second]))

    def _nearest(self, noun: str, source: int) -> float:
        return max(self._cosine(noun, other) for other in self._nouns[source])


def count_others(a: Mention, b: Mention) -> bool:
    """Whether two counts have, in one language, nouns without a common stem."""
    first, second = (_stems(_noun(mention)) for mention in (a, b))
    return bool(first and second) and _is_latin(first) == _is_latin(second) and not first & second


def far_from_bound(a: Mention, b: Mention) -> bool:
    """Whether a count is far from the bound that it is held against: "more than 1,500" is not said of 2,224."""
    for bound, other in ((a.value, b.value), (b.value, a.value)):
        if not (isinstance(bound, NumberValue) and isinstance(other, NumberValue)) or bound.quantity != "count":
            return False
        stated = [end for end in (bound.low, bound.high) if end is not None]
        ends = [end for end in (other.low, other.high) if end is not None]
        if len(stated) == 1 and ends:
            distance = min(abs(end - stated[0]) for end in ends)
            if distance > max(NEXT, NEAR * min(abs(stated[0]), *map(abs, ends))):
                return True
    return False


def _noun(mention: Mention) -> str:
    value = mention.value
    if isinstance(value, NumberValue) and value.quantity == "count" and not value.ordinal:
        return value.unit
    return ""


def _least(mention: Mention) -> Decimal:
    """The least end that a number states."""
    value = mention.value
    ends = (value.low, value.high) if isinstance(value, NumberValue) else ()
    return min((end for end in ends if end is not None), default=Decimal(0))


def _stems(noun: str) -> frozenset[str]:
    words = (strip_article(word) for word in fold(noun).split())
    return frozenset(word[:STEM] for word in words if len(word) >= STEM - 1)


def _is_latin(words: frozenset[str]) -> bool:
    return all(word.isascii() for word in words)
