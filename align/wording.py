"""Values in words, for reasons and reports: what a mention means, whatever way it was written."""

from __future__ import annotations

import datetime
from decimal import Decimal

import regex
from babel.dates import format_date
from babel.numbers import format_decimal

from align.model import DateValue, NameValue, NumberValue, Value

_LOCALE = "en_GB"
_DAY = regex.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_MONTH = regex.compile(r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])")
_YEARLESS = regex.compile(r"XXXX-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?")
_ANY_LEAP_YEAR = 2000  # lends a yearless date a calendar that has its 29 February


def describe(value: Value) -> str:
    """One phrase for a value, in English: "September 1996", "at least 8,000", "Kabul"."""
    if isinstance(value, DateValue):
        return describe_date(value)
    if isinstance(value, NumberValue):
        return describe_number(value)
    return value.romanized if isinstance(value, NameValue) else ""


def describe_date(value: DateValue) -> str:
    """A date in words; what EDTF says beyond days, months and years is shown by its first and last day."""
    if value.edtf is None:
        return "a date relative to an unknown day"
    plain = value.edtf.rstrip("~?%")
    hedge = "about " if plain != value.edtf else ""
    words = _plain_date(plain)
    narrowed = hedge and value.earliest and value.latest and _span_of(plain) != (value.earliest, value.latest)
    if words is not None and not narrowed:
        return hedge + words
    if value.earliest and value.latest:
        return f"{_iso(value.earliest)} to {_iso(value.latest)}"
    return value.edtf


def _plain_date(edtf: str) -> str | None:
    if match := _YEARLESS.fullmatch(edtf):
        day = datetime.date(_ANY_LEAP_YEAR, int(match["month"]), int(match["day"] or 1))
        return str(format_date(day, "d MMMM" if match["day"] else "MMMM", locale=_LOCALE))
    if _DAY.fullmatch(edtf):
        return _iso(edtf)
    if match := _MONTH.fullmatch(edtf):
        first = datetime.date(int(match["year"]), int(match["month"]), 1)
        return str(format_date(first, "MMMM y", locale=_LOCALE))
    return edtf if regex.fullmatch(r"\d{4}", edtf) else None


def _span_of(edtf: str) -> tuple[str, str]:
    """First and last day of a plain day, month or year."""
    if _DAY.fullmatch(edtf):
        return edtf, edtf
    if match := _MONTH.fullmatch(edtf):
        year, month = int(match["year"]), int(match["month"])
        after = datetime.date(year + month // 12, month % 12 + 1, 1)
        return f"{edtf}-01", (after - datetime.timedelta(days=1)).isoformat()
    return f"{edtf}-01-01", f"{edtf}-12-31"


def _iso(day: str) -> str:
    try:
        return str(format_date(datetime.date.fromisoformat(day), "d MMMM y", locale=_LOCALE))
    except ValueError:  # before the year 1 or after 9999
        return day


def describe_number(value: NumberValue) -> str:
    """A quantity in figures with its hedge: "about 8,000", "more than 86", "20 to 30"."""
    hedge = "about " if value.approximate else ""
    if value.low is None and value.high is None:
        words = "an unstated number"
    elif value.low is None:
        words = f"at most {_figure(value.high)}"
    elif value.high is None:
        words = f"at least {_figure(value.low)}"
    elif value.low == value.high:
        words = _figure(value.low) + ("." if value.ordinal else "")
    else:
        words = f"{_figure(value.low)} to {_figure(value.high)}"
    unit = "" if value.quantity in ("count", "ordinal") else value.unit
    return hedge + words + (unit if unit == "%" else f" {unit}" if unit else "")


def _figure(value: Decimal | None) -> str:
    return "" if value is None else str(format_decimal(value, format="#,##0.######", locale=_LOCALE))
