"""Shares that the other passage gives as its two counts: «ست من ثماني مواجهات», "six of his eight meetings"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from align.comparison.pair_mentions import PairMentions
from align.model import Mention, NumberValue

DIGITS = 9  # thirds have no last digit
WORDS = 3  # of a share that tells both its counts, at least: «واحدة من ثلاث»


def told_as_counts(member: PairMentions) -> set[Mention]:
    """The shares of either passage that answer two counts of the other, and these counts.

    Nothing is said where the counts have equals of their own.
    """
    return {*_told_by(member.left, member.right), *_told_by(member.right, member.left)}


def _told_by(shares: Sequence[Mention], others: Sequence[Mention]) -> Iterator[Mention]:
    stated = {_count(each) for each in shares}
    open_counts = [(each, value) for each in others if (value := _count(each)) is not None and value not in stated]
    counts = {round(few[1] / whole[1], DIGITS): (few[0], whole[0]) for few, whole in pairwise(open_counts)}
    answered = {_share(each) for each in others}
    for share in shares:
        part = _share(share)
        if part is not None and part not in answered and (told := counts.get(round(part, DIGITS))):
            yield from (share, *told)


def _exact(mention: Mention) -> Decimal | None:
    value = mention.value
    if not isinstance(value, NumberValue) or value.quantity != "count" or value.ordinal:
        return None
    return value.low if value.low == value.high else None


def _count(mention: Mention) -> Decimal | None:
    value = _exact(mention)
    return value if value is not None and value >= 1 else None


def _share(mention: Mention) -> Decimal | None:
    value = _exact(mention)
    return value if value is not None and 0 < value < 1 and len(mention.text.split()) >= WORDS else None
