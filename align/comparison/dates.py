"""How two dates bear on each other."""

from __future__ import annotations

import datetime

import regex

from align.comparison.offsets import relate_offsets
from align.comparison.relation import Relation
from align.comparison.told import is_told, relate_told
from align.comparison.yearless import relate_yearless
from align.model import DateValue

# How far an approximate date may be out, by the length of the span that it names, in days. Convention of ours:
# a stated day may be out by three days, a month by a month, a year by a year.
_SLACK = ((1, 3), (31, 31), (366, 366))
_PART_SLACK = ((366, 31), (3653, 366))
_INFERRED = Relation("apart", "the year that one passage implies is another")
_END = r"((?:\d{4}|XXXX)(?:-(\d\d))?(?:-\d\d)?(~?))"
_SPAN = regex.compile(rf"{_END}/{_END}")
_YEAR = regex.compile(r"-?\d{4}(?=-)")
_DAY_PARTS = 3  # of a date that names a day
_SHORTEST_MONTH = 28
_CALENDAR_SLACK = 1  # days: an Islamic month begins with the sighted crescent, so conversions differ by a day


def relate_dates(left: DateValue, right: DateValue) -> Relation:
    """Agree, compatible or conflict by the spans of days that the two may mean."""
    relation = _relate_stated(left, right)
    if is_told(left) or is_told(right):
        return relate_told(left, right, relation)
    if relation.bearing == "conflict" and _only_inferred_differs(left, right):
        return _INFERRED
    return relation


def _only_inferred_differs(left: DateValue, right: DateValue) -> bool:
    """Whether two dates exclude each other by a year alone that a passage implies and does not state."""
    stated = [_YEAR.sub("XXXX", value.edtf or "") if value.inferred else value.edtf or "" for value in (left, right)]
    if not (left.inferred or right.inferred) or _one_end_differs(*stated):
        return False
    return relate_yearless(*stated).bearing != "conflict"


def _relate_stated(left: DateValue, right: DateValue) -> Relation:
    relation = _relate_sound(left, right)
    if left.impossible_day == right.impossible_day:
        return relation
    return _with_impossible_day(relation, left, right)


def _with_impossible_day(relation: Relation, left: DateValue, right: DateValue) -> Relation:
    """A date whose day its month lacks is wrong as it stands, and agrees with nothing but the same mistake."""
    for value, other in ((left, right), (right, left)):
        day = value.impossible_day
        if day is None or relation.bearing in ("conflict", "apart"):
            continue
        if (other.earliest or "")[2:4] == str(day) and value.earliest is None:
            return Relation("compatible", "the day is none of that month, and may be short for the year")
        return Relation("conflict", "that month has no such day")
    return relation


def _relate_sound(left: DateValue, right: DateValue) -> Relation:
    """The relation of two dates by what can be of each."""
    if left.edtf is None and right.edtf is None and left.offset and right.offset:
        return relate_offsets(left.offset, right.offset)
    if left.edtf is None or right.edtf is None:
        return _relate_named(left, right)
    if _one_end_differs(left.edtf, right.edtf):
        return Relation("conflict", "the two ranges share one end and differ in the other")
    if _some_days_differ(left.edtf, right.edtf):
        return Relation("conflict", "the two lists share some days and differ in others")
    if _list_months_differ(left.edtf, right.edtf):
        return Relation("conflict", "the two lists give the same days of other months")
    if left.earliest is None or right.earliest is None or left.latest is None or right.latest is None:
        return relate_yearless(left.edtf, right.edtf)
    if (left.earliest, left.latest) == (right.earliest, right.latest):
        return Relation("agree", "both give the same date")
    if _contains(left, right) or _contains(right, left):
        return Relation("compatible", "one is the more exact form of the other")
    if left.earliest <= right.latest and right.earliest <= left.latest:
        return Relation("compatible", "the two spans of time overlap")
    distance = _days_apart(left, right)
    if distance is None:
        return Relation("conflict", "the two dates exclude each other")
    if left.calendar != right.calendar and distance <= _CALENDAR_SLACK:
        return Relation("compatible", "conversion between the calendars may be out by a day")
    if distance <= max(_slack(left), _slack(right)):
        return Relation("compatible", "one of the two is approximate")
    return Relation("conflict", "the two dates exclude each other")


def _one_end_differs(left: str, right: str) -> bool:
    """Whether two spans, as exact as each other, begin or end together but not both."""
    a, b = _SPAN.fullmatch(left), _SPAN.fullmatch(right)
    if a is None or b is None or [len(end or "") for end in a.groups()] != [len(end or "") for end in b.groups()]:
        return False
    same = [a[end] == b[end] for end in (1, 4)]
    other = 4 if same[0] else 1
    # "Late April" may be "early May", but not "mid-October".
    rough = a[other + 2] and (not a[other + 1] or abs(int(a[other + 1]) - int(b[other + 1])) <= 1)
    return same[0] != same[1] and not rough


def _some_days_differ(left: str, right: str) -> bool:
    """Whether two lists of as many days share some and not all: "3 and 14 November", «9 و14 نوفمبر»."""
    a, b = (set(edtf.strip("{}").split(",")) for edtf in (left, right))
    return left[:1] == right[:1] == "{" and len(a) == len(b) and len(a & b) in range(1, len(a))


def _list_months_differ(left: str, right: str) -> bool:
    """Whether two lists give the same days of another month: "9 and 30 April", «9 و30 كانون الثاني»."""
    if not left[:1] == right[:1] == "{":
        return False
    lists = [[day.split("-") for day in edtf.strip("{}").split(",")] for edtf in (left, right)]
    if any(len(day) != _DAY_PARTS for each in lists for day in each):
        return False
    months = [{month for _, month, _ in each} for each in lists]
    days = [[day for _, _, day in each] for each in lists]
    return days[0] == days[1] and len(months[0]) == len(months[1]) == 1 and months[0] != months[1]


def _relate_named(left: DateValue, right: DateValue) -> Relation:
    """ "Last July" beside "July 1997": the month can be compared, though nobody knows the day of writing."""
    a, b = (value.edtf or (value.offset and value.offset.part_of_year) for value in (left, right))
    if not a or not b:
        return Relation("apart", "one of the two is relative to a day that the text does not give")
    relation = relate_yearless(a, b)
    return Relation("compatible", relation.rule) if relation.bearing == "agree" else relation


def _contains(outer: DateValue, inner: DateValue) -> bool:
    assert outer.earliest and outer.latest and inner.earliest and inner.latest
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


def _days_apart(left: DateValue, right: DateValue) -> int | None:
    """Days between the two spans; None where a year lies outside what `datetime` can count (BC)."""
    try:
        spans = sorted(
            (datetime.date.fromisoformat(v.earliest or ""), datetime.date.fromisoformat(v.latest or ""))
            for v in (left, right)
        )
    except ValueError:
        return None
    return max(0, (spans[1][0] - spans[0][1]).days)


def _slack(value: DateValue) -> int:
    """Days that an approximate date may be out. A part of a year ("late 1955") has said how vague it is: a month."""
    if not value.edtf or not value.edtf.endswith(("~", "%")) or value.earliest is None or value.latest is None:
        return 0
    try:
        first, last = datetime.date.fromisoformat(value.earliest), datetime.date.fromisoformat(value.latest)
    except ValueError:
        return 0
    length = (last - first).days + 1
    if 1 < length < _SHORTEST_MONTH:  # "late September" has said how vague it is
        return 0
    if value.calendar == "gregorian" and _is_part(value.edtf, length):
        return next((slack for longest, slack in _PART_SLACK if length <= longest), length)
    return next((slack for longest, slack in _SLACK if length <= longest), length)


def _is_part(edtf: str, length: int) -> bool:
    """Whether a date spans less than the year or the decade that its notation names."""
    plain = edtf.rstrip("~?%")
    return (len(plain) == 4 and plain.isdigit() and length < 365) or (plain[3:4] == "X" and length < 3652)
