"""How dates bear on each other that a narrative tells by their distance from the date before: "three days later".

Which date a phrase counts from is read out of the passage and may be wrong. So such a date may agree with another, but
by itself excludes none: two of them differ only where both count units from one date. A phrase that names the event
which the text is about, or says which day of the month before it means, is read more surely: it excludes a day that is
near the one it comes to.
"""

from __future__ import annotations

import datetime

from align.comparison.relation import Relation
from align.model import DateOffset, DateValue

_APART = Relation("apart", "one of the two is told by its distance from another date")
_DIFFERENT_DAYS = Relation("conflict", "one is told by an event or a month before, and comes to another day")
NEAR = 3  # days within which two accounts of one thing differ; a day further off is likelier counted from another event
_YEAR = slice(0, 4)
_REST = slice(4, None)


def is_told(value: DateValue) -> bool:
    return value.offset is not None and value.offset.anchor is not None


def is_told_surely(value: DateValue) -> bool:
    """Whether a phrase says what it counts from, and counts no more or less."""
    return value.offset is not None and value.offset.sure and not value.offset.vague


def relate_told(left: DateValue, right: DateValue, relation: Relation) -> Relation:
    """What the relation of two dates, of which one is told so or both are, comes down to."""
    if relation.bearing in ("agree", "compatible"):
        return relation
    a, b = left.offset, right.offset
    if a and b and a.anchor and b.anchor and a.days and b.days:
        return _relate_counts(a, b, a.anchor, b.anchor)
    if relation.bearing != "conflict":
        return relation
    return _DIFFERENT_DAYS if _is_near_a_counted_day(left, right) else _APART


def _is_near_a_counted_day(left: DateValue, right: DateValue) -> bool:
    """Whether both are days, one stated and one told surely, and lie near each other."""
    counted, stated = (left, right) if left.offset else (right, left)
    if stated.offset or not is_told_surely(counted):
        return False
    first, second = (_day(value, other) for value, other in ((counted, stated), (stated, counted)))
    return first is not None and second is not None and abs((first - second).days) <= NEAR


def _day(value: DateValue, other: DateValue) -> datetime.date | None:
    """The day that a date is, in the year of another where it states none."""
    edtf = value.edtf or ""
    year = (other.edtf or "")[_YEAR] if edtf[_YEAR] == "XXXX" else edtf[_YEAR]
    try:
        return datetime.date.fromisoformat(year + edtf[_REST])
    except ValueError:  # no day, or one before Christ
        return None


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
