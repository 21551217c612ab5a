"""How two dates bear on each other where one of them, or both, state no year: "8 August", «النصف الأول من أكتوبر»."""

from __future__ import annotations

import regex

from align.calendars import days_in_month
from align.comparison.relation import Relation

Days = tuple[int, int]  # the first and the last day, as month * 100 + day

_PART = r"(-?\d{4}|XXXX)-(0[1-9]|1[0-2])(?:-(\d\d))?[~?%]?"
_STATED = regex.compile(rf"{_PART}(?:/{_PART})?")
_DAY = regex.compile(r"((?:-?\d{4}|XXXX)-\d\d-)(\d\d)")
_YEARLESS = "XXXX"


def relate_yearless(left: str, right: str) -> Relation:
    """Compare the days of the year that two EDTF strings state, as far as they do."""
    if left == right:
        return Relation("agree", "both give the same part of a year")
    a, b = _days_of_year(left), _days_of_year(right)
    if a is None or b is None:
        return Relation("apart", "one of the two states no year and the other no month")
    if a == b:
        both = left.lstrip("{").startswith(_YEARLESS) and right.lstrip("{").startswith(_YEARLESS)
        return Relation("agree" if both else "compatible", "the same days of the year, as far as stated")
    if _holds(a, b) or _holds(b, a):
        return Relation("compatible", "one names the days more exactly, and one or both state no year")
    if a[0] <= b[1] and b[0] <= a[1]:
        return Relation("compatible", "the two spans overlap, as far as stated")
    return Relation("conflict", "the days of the year differ")


def _days_of_year(edtf: str) -> Days | None:
    """The first and the last day that a date names; None where it names no month, or runs over the end of a year."""
    match = _STATED.fullmatch(_as_span(edtf))
    if match is None:
        return None
    year, month, day, end_year, end_month, end_day = match.groups()
    if end_year is None:
        end_year, end_month, end_day = year, month, day
    last = int(end_day) if end_day else days_in_month(None, int(end_month))
    span = int(month) * 100 + int(day or 1), int(end_month) * 100 + last
    return span if year == end_year and span[0] <= span[1] else None


def _as_span(edtf: str) -> str:
    """A list of days that follow each other as the span that they are: "13 and 14 May" is "13-14 May"."""
    days = edtf.strip("{}").split(",") if edtf.startswith("{") else []
    found = [_DAY.fullmatch(day) for day in days]
    numbers = [int(day[2]) for day in found if day]
    follows = numbers == list(range(numbers[0], numbers[0] + len(days))) if numbers else False
    one_month = len({day[1] for day in found if day}) == 1
    return f"{days[0]}/{days[-1]}" if follows and one_month else edtf


def _holds(outer: Days, inner: Days) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
