"""Values that one source alone states: in no fact, and written by no other source in any words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from align.contexts import values_of
from align.facts.cluster import is_rank
from align.facts.fact import Claim, Fact
from align.model import DateValue, DocumentAnalysis, Mention, NumberValue

_Key = tuple[object, ...]


def stated_alone(sources: Sequence[DocumentAnalysis], facts: Iterable[Fact]) -> tuple[Claim, ...]:
    """The dates and numbers of each source that no other source states, in the order of the texts."""
    known = {claim for fact in facts for answer in fact.answers for claim in answer.claims}
    stated: dict[_Key, set[int]] = {}
    for number, source in enumerate(sources):
        for mention in values_of(source):
            stated.setdefault(_key(mention), set()).add(number)
    return tuple(
        claim
        for number, source in enumerate(sources)
        for claim in (Claim(number, mention) for mention in values_of(source) if not is_rank(mention))
        if claim not in known and len(stated[_key(claim.mention)]) == 1
    )


def _key(mention: Mention) -> _Key:
    """What two mentions of one value have in common in any language: of counts the figures, not the noun."""
    value = mention.value
    if isinstance(value, NumberValue):
        unit = "" if value.quantity == "count" else value.unit
        return value.low, value.high, value.quantity, unit
    return (value.edtf if isinstance(value, DateValue) and value.edtf else mention.text,)
