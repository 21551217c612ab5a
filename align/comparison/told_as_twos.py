"""Duals that the other passage tells by a word: «القصتين» is "both stories", «شريكين» "a couple"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align import languages
from align.comparison.pair_mentions import PairMentions
from align.model import Document, Mention, NumberValue, Span
from align.text import word_forms

TWO = 2


def told_as_twos(member: PairMentions, documents: tuple[Document, Document]) -> set[Mention]:
    """The duals of either passage for which the other has such a word, if it counts no two of anything."""
    pair, (left, right) = member.pair, documents
    return {
        *_told_by(member.left, member.right, pair.right, right),
        *_told_by(member.right, member.left, pair.left, left),
    }


def _told_by(
    duals: Sequence[Mention], others: Sequence[Mention], spans: Sequence[Span], document: Document
) -> Iterator[Mention]:
    found = [mention for mention in duals if _counts_two(mention) and _is_dual(mention)]
    if not found or any(map(_counts_two, others)):
        return
    twos = languages.get(document.language).claims.twos
    told = sum(form in twos for span in spans for form in word_forms(document.text[span.start : span.end]))
    if told >= len(found):  # else which of them would it be?
        yield from found


def _counts_two(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, NumberValue) and value.low == value.high == TWO and not value.ordinal


def _is_dual(mention: Mention) -> bool:
    """Whether the noun alone says two."""
    return isinstance(mention.value, NumberValue) and mention.text == mention.value.unit
