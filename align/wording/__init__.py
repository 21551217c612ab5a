"""Values in words, for reasons and reports: what a mention means, whatever way it was written."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from align.model import DateValue, Label, NameValue, NumberValue, Value
from align.wording.edtf import date_in_words

__all__ = ["LABEL_NAMES", "ValueWords", "describe", "value_in_words"]

LABEL_NAMES: dict[Label, str] = {"PER": "person", "LOC": "place", "ORG": "organisation", "MISC": "other name"}
_LONGEST_NUMBER = 40  # digits; past this the number is written with an exponent
_SPELT_PLURALS = {"century": "centuries"}


def describe(value: Value) -> str:
    """One phrase for a value: "September 1996", "at least 8,000 noncombatants", the Latin form of a name."""
    return value.romanized if isinstance(value, NameValue) else str(value_in_words(value))


@dataclass(frozen=True, slots=True)
class ValueWords:
    """A value for readers: English words, the counted noun as the document writes it, and the code behind it."""

    words: str
    unit: str = ""
    code: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.words, self.unit) if part)


def value_in_words(value: Value) -> ValueWords:
    """What a value means: "September 1996" for `1996-09`, "at least 8,000" for an open end."""
    match value:
        case DateValue() as date:
            return _date(date)
        case NumberValue() as number:
            return _number(number)
        case NameValue(label=label, romanized=romanized):
            return ValueWords(LABEL_NAMES.get(label, label), code=romanized)


def _date(date: DateValue) -> ValueWords:
    if date.edtf is None and date.earliest is None:
        return ValueWords("a relative date, not resolved")
    if date.calendar != "gregorian" or date.edtf is None:
        words = f"{_days(date)} ({date.calendar} calendar)" if date.calendar != "gregorian" else _days(date)
    elif _is_narrowed(date):
        words = _days(date)
    else:
        words = date_in_words(date.edtf)
    if date.impossible_day:
        words += f" (which has no day {date.impossible_day})"
    if date.inferred:
        words += " (year from the context)"
    return ValueWords(words, code=date.edtf or "")


def _is_narrowed(date: DateValue) -> bool:
    """Whether a hedge names a part of the span that the EDTF form gives: "late September 1995" is `1995-09~`."""
    plain = (date.edtf or "").rstrip("~?%")
    if plain == date.edtf or not date.earliest or not date.latest:
        return False
    whole_month = date.earliest == f"{plain}-01" and date.latest[-2:] >= "28"
    whole_year = (date.earliest, date.latest) == (f"{plain}-01-01", f"{plain}-12-31")
    return len(plain) in (4, 7) and not (whole_month or whole_year)


def _days(date: DateValue) -> str:
    """The Gregorian days that a date of another calendar may mean."""
    if date.earliest is None or date.latest is None:
        return date.edtf or ""
    if date.earliest == date.latest:
        return date_in_words(date.earliest)
    return date_in_words(f"{date.earliest}/{date.latest}")


def _number(number: NumberValue) -> ValueWords:
    amount = _amount(number)
    unit = number.unit
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
