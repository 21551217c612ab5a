"""How two relative dates bear on each other where no text gives the day of writing: "32 years ago", «منذ 52 عامًا».

Both are taken to count from one day, since texts that tell the same are mostly written at one time.
"""

from __future__ import annotations

from align.comparison.relation import Relation
from align.model import DateOffset


def relate_offsets(left: DateOffset, right: DateOffset) -> Relation:
    """By the days that the two mean on each of the sample days of writing."""
    if left.either != right.either:
        weekday, other = (left, right) if left.either else (right, left)
        return _relate_to_weekday(weekday, other)
    if left.days == right.days:
        if left.vague != right.vague:
            return Relation("compatible", "one of the two is a rough count")
        return Relation("agree", "both lie as far from the day of writing")
    shared = [a[0] <= b[1] and b[0] <= a[1] for a, b in zip(left.days, right.days, strict=True)]
    if left.either or not any(shared):
        return Relation("conflict", "the two exclude each other, whatever the day of writing")
    if left.stretch and right.stretch and left.count and right.count:
        return Relation("conflict", "the two stretches of time differ in length")
    return Relation("compatible", "the two may mean the same, depending on the day of writing")


def _relate_to_weekday(weekday: DateOffset, other: DateOffset) -> Relation:
    """ "Friday" beside "last Friday"; beside "yesterday" nothing is known of it."""
    if all(day[0] == day[1] and day[0] in choice for choice, day in zip(weekday.days, other.days, strict=True)):
        return Relation("compatible", "the same weekday, and one does not say of which week")
    return Relation("apart", "a weekday alone may be before the day of writing or after it")
