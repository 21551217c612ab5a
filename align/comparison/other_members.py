"""Counts of the others: "the commander and eleven other officers" are the twelve officers of another text."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from align.comparison.claim_words import claim_lexicon
from align.comparison.match import Match
from align.comparison.relation import Relation
from align.model import Document, Mention, NumberValue
from align.text import tokenize

ONE_MORE = Relation("compatible", "one counts the others only, beside one who is named")
REACH = 16  # code points behind a count in which "others" may stand: «أحد عشر ضابطا آخرين»


def with_others(match: Match, documents: tuple[Document, Document]) -> Match:
    """The match; two counts are compatible where the less counts the others and the greater one more."""
    counts = _count(match.left), _count(match.right)
    if match.relation.bearing != "conflict" or counts[0] is None or counts[1] is None:
        return match
    others = [_counts_others(*side) for side in zip((match.left, match.right), documents, strict=True)]
    fewer = 0 if counts[0] < counts[1] else 1
    if abs(counts[0] - counts[1]) == 1 and others[fewer] and not others[1 - fewer]:
        return replace(match, relation=ONE_MORE)
    return match


def _count(mention: Mention) -> Decimal | None:
    value = mention.value
    if not isinstance(value, NumberValue) or value.quantity != "count" or value.low != value.high:
        return None
    return value.low


def _counts_others(mention: Mention, document: Document) -> bool:
    lexicon = claim_lexicon(document.language)
    said = document.text[mention.start : mention.end + REACH]
    return any(lexicon.counts_others(token.form) for token in tokenize(said) if token.kind == "word")
