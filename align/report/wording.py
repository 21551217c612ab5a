"""The words and signs by which every report names verdicts, kinds and values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from align.model import DateValue, Kind, Label, Mention, NameValue, NumberValue, Verdict
from align.report.bidi import one_line
from align.report.edtf_words import date_in_words
from align.report.quotes import shorten

VERDICT_NAMES: dict[Verdict, str] = {
    "conflict": "conflict",
    "only-left": "only on the left",
    "only-right": "only on the right",
    "compatible": "compatible",
    "agree": "agreement",
}
VERDICT_SIGNS: dict[Verdict, str] = {
    "conflict": "\u2260",
    "only-left": "\u25c0",
    "only-right": "\u25b6",
    "compatible": "\u2248",
    "agree": "=",
}
KIND_NAMES: dict[Kind, str] = {"date": "date", "number": "number", "name": "name"}
LABEL_NAMES: dict[Label, str] = {"PER": "person", "LOC": "place", "ORG": "organisation", "MISC": "other name"}

_LONGEST_UNIT = 60
_LONGEST_NUMBER = 40  # digits; past this the number is written with an exponent
_SPELT_PLURALS = {"century": "centuries"}


@dataclass(frozen=True, slots=True)
class ValueWords:
    """A value for readers: English words, the counted noun as the document writes it, and the code behind it."""

    words: str
    unit: str = ""
    code: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.words, self.unit) if part)


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """`counted(2, "conflict")` is "2 conflicts"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def value_in_words(mention: Mention) -> ValueWords:
    """What a mention states, normalised: "September 1996" for `1996-09`, "at least 8,000" for an open end."""
    match mention.value:
        case DateValue() as date:
            return _date(date)
        case NumberValue() as number:
            return _number(number)
        case NameValue(label=label, romanized=romanized):
            return ValueWords(LABEL_NAMES.get(label, label), code=shorten(one_line(romanized), _LONGEST_UNIT))


def _date(date: DateValue) -> ValueWords:
    if date.edtf is None and date.earliest is None:
        return ValueWords("a relative date, not resolved")
    if date.calendar != "gregorian" or date.edtf is None:
        words = f"{_days(date)} ({date.calendar} calendar)" if date.calendar != "gregorian" else _days(date)
    else:
        words = date_in_words(date.edtf)
    if date.inferred:
        words += " (year from the context)"
    return ValueWords(one_line(words), code=one_line(date.edtf or ""))


def _days(date: DateValue) -> str:
    """The Gregorian days that a date of another calendar may mean."""
    if date.earliest is None or date.latest is None:
        return date.edtf or ""
    if date.earliest == date.latest:
        return date_in_words(date.earliest)
    return date_in_words(f"{date.earliest}/{date.latest}")


def _number(number: NumberValue) -> ValueWords:
    amount = _amount(number)
    unit = shorten(one_line(number.unit), _LONGEST_UNIT)
    match number.quantity:
        case "percent":
            return ValueWords(f"{amount}%")
        case "money" if unit.isascii() and unit.isupper():
            return ValueWords(f"{unit} {amount}")
        case "age":
            return ValueWords(f"aged {amount}")
        case "duration" if unit.isascii():
            one = number.low == number.high == 1
            return ValueWords(f"{amount} {unit if one else _SPELT_PLURALS.get(unit, unit + 's')}")
        case _:
            return ValueWords(amount, unit)


def _amount(number: NumberValue) -> str:
    low, high = number.low, number.high
    about = "about " if number.approximate else ""
    if low is None and high is None:
        return "an unstated number"
    if low is None or high is None:
        stated = high if low is None else low
        assert stated is not None
        return f"{'at most' if low is None else 'at least'} {about}{_digits(stated)}"
    if low == high:
        return about + (_ordinal(low) if number.ordinal else _digits(low))
    return f"{about}{_digits(low)}\u2013{_digits(high)}"


def _digits(number: Decimal) -> str:
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST_NUMBER or len(number.as_tuple().digits) > 100:
        return f"{number:.6g}" if number.is_finite() else str(number)
    return f"{number:,f}"


def _ordinal(number: Decimal) -> str:
    digits = _digits(number)
    if digits.endswith(("11", "12", "13")):
        return digits + "th"
    return digits + {"1": "st", "2": "nd", "3": "rd"}.get(digits[-1], "th")
