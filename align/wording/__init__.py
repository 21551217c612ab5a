"""Values in words, for reasons and reports: what a mention means, whatever way it was written."""

from __future__ import annotations

from dataclasses import dataclass

from align.model import DateValue, Label, Mention, NameValue, NumberValue, Value
from align.wording.edtf import date_in_words
from align.wording.interface import DEFAULT_INTERFACE, INTERFACES, Interface, interface
from align.wording.numbers import amount_in_words

__all__ = [
    "DEFAULT_INTERFACE",
    "INTERFACES",
    "LABEL_NAMES",
    "Interface",
    "ValueWords",
    "describe",
    "interface",
    "is_time",
    "value_in_words",
]

LABEL_NAMES: dict[Label, str] = {"PER": "person", "LOC": "place", "ORG": "organisation", "MISC": "other name"}


def is_time(mention: Mention) -> bool:
    """Whether a mention is a time of day, which is compared as a figure and told as it is written: "3:30"."""
    figure = isinstance(mention.value, NumberValue) and mention.value.quantity == "count" and not mention.value.unit
    return figure and ":" in mention.text


def describe(value: Value) -> str:
    """One English phrase for a value: "September 1996", "at least 8,000 noncombatants", the Latin form of a name."""
    return value.romanized if isinstance(value, NameValue) else str(value_in_words(value))


@dataclass(frozen=True, slots=True)
class ValueWords:
    """A value for readers: words of ours, the counted noun as the document writes it, and the code behind it."""

    words: str
    unit: str = ""
    code: str = ""

    def __str__(self) -> str:
        return f"{self.words} {self.unit}" if self.words and self.unit else self.words or self.unit


def value_in_words(value: Value, interface: Interface = DEFAULT_INTERFACE) -> ValueWords:
    """What a value means: "September 1996" for `1996-09`, "at least 8,000" for an open end."""
    match value:
        case DateValue() as date:
            return _date(date, interface)
        case NumberValue() as number:
            return ValueWords(*amount_in_words(number, interface))
        case NameValue(label=label, romanized=romanized):
            return ValueWords(interface.text(LABEL_NAMES.get(label, label)), code=romanized)


def _date(date: DateValue, interface: Interface) -> ValueWords:
    if date.edtf is None and date.earliest is None:
        return ValueWords(interface.text("a relative date, not resolved"))
    if date.calendar != "gregorian":
        words = interface.text(f"%(date)s ({date.calendar} calendar)", date=_days(date, interface))
    elif date.edtf is None or _is_narrowed(date):
        words = _days(date, interface)
    else:
        words = date_in_words(date.edtf, interface)
    if date.impossible_day:
        words = interface.text("%(date)s (which has no day %(day)s)", date=words, day=date.impossible_day)
    if date.inferred:
        words = interface.text("%(date)s (from the context)", date=words)
    return ValueWords(words, code=date.edtf or "")


def _is_narrowed(date: DateValue) -> bool:
    """Whether a hedge names a part of the span that the EDTF form gives: "late September 1995" is `1995-09~`."""
    plain = (date.edtf or "").rstrip("~?%")
    if plain == date.edtf or not date.earliest or not date.latest:
        return False
    whole_month = date.earliest == f"{plain}-01" and date.latest[-2:] >= "28"
    whole_year = (date.earliest, date.latest) == (f"{plain}-01-01", f"{plain}-12-31")
    return len(plain) in (4, 7) and not (whole_month or whole_year)


def _days(date: DateValue, interface: Interface) -> str:
    """The Gregorian days that a date of another calendar may mean."""
    if date.earliest is None or date.latest is None:
        return date.edtf or ""
    if date.earliest == date.latest:
        return date_in_words(date.earliest, interface)
    return date_in_words(f"{date.earliest}/{date.latest}", interface)
