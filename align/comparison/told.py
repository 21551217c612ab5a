"""How dates bear on each other that a narrative tells by their distance from the date before: "three days later".

Which date a phrase counts from is read out of the passage and may be wrong. So such a date may agree with another, but
by itself excludes none: two of them differ only where both count units from one date.
"""

from __future__ import annotations

from align.comparison.relation import Relation
from align.model import DateOffset, DateValue

_APART = Relation("apart", "one of the two is told by its distance from another date")
_YEAR = slice(0, 4)
_REST = slice(4, None)


def is_told(value: DateValue) -> bool:
    return value.offset is not None and value.offset.anchor is not None


def relate_told(left: DateValue, right: DateValue, relation: Relation) -> Relation:
    """What the relation of two dates, of which one is told so or both are, comes down to."""
    if relation.bearing in ("agree", "compatible"):
        return relation
    a, b = left.offset, right.offset
    if a and b and a.anchor and b.anchor and a.days and b.days:
        return _relate_counts(a, b, a.anchor, b.anchor)
    return _APART if relation.bearing == "conflict" else relation


def _relate_counts(left: DateOffset, right: DateOffset, left_anchor: str, right_anchor: str) -> Relation:
    if left.days == right.days:
        return Relation("compatible", "both lie as far from the date told before")
    rough = left.vague or right.vague
    opposite = (left.days[0][0] < 0) != (right.days[0][0] < 0)
    if rough or opposite or not _is_one_date(left_anchor, right_anchor):
        return _APART
    return Relation("conflict", "both count from one date, and the distances differ")


def _is_one_date(left: str, right: str) -> bool:
    return left[_REST] == right[_REST] and (left[_YEAR] == right[_YEAR] or "XXXX" in (left[_YEAR], right[_YEAR]))
