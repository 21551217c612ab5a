"""Numbers in words: figures, their bounds and hedges, and what they count or measure."""

from __future__ import annotations

from decimal import Decimal

from align.model import NumberValue
from align.wording.interface import Interface

_LONGEST_NUMBER = 40  # digits; past this the number is written with an exponent
# Past this, or between two whole numbers, the form that goes with a hundred goes with any number.
_LONGEST_COUNT = 10**15
# How English writes the units whose codes are no signs.
_SIGNS = {"degC": "\u00b0C", "degF": "\u00b0F", "deg": "\u00b0", "um": "\u00b5m", "us": "\u00b5s", "ug": "\u00b5g"} | {
    f"{length}{power}": f"{length}{sign}"
    for power, sign in (("2", "\u00b2"), ("3", "\u00b3"))
    for length in ("cm", "m", "km", "ft", "mi")
}
# Units of time that our tables know only by their code; what is missing takes an s in English.
_PLURALS = {"century": "centuries", "millennium": "millennia"}


def amount_in_words(number: NumberValue, interface: Interface) -> tuple[str, str]:
    """The words for a number, and the noun that it counts where that is the document's word."""
    bounded = _bounded(number, interface)
    unit = number.unit
    match number.quantity:
        case "percent":
            return interface.text("%(amount)s%%", amount=bounded), ""
        case "money" if unit.isascii() and unit.isupper():
            return interface.text("%(code)s %(amount)s", code=unit, amount=bounded, name=interface.currency(unit)), ""
        case "age":
            time = _duration(number, interface)
            if unit in ("", "year"):
                return interface.text("aged %(amount)s", amount=bounded, time=time), ""
            return interface.text("aged %(time)s", time=time), ""
        case "duration" if unit.isascii():
            return _duration(number, interface), ""
        case "measure":
            told = interface.in_context("unit", unit) if unit else ""
            return bounded, _SIGNS.get(told, told)
        case _:
            return bounded, unit


def duration_messages(unit: str) -> tuple[str, str]:
    """The keys of a unit of time, for one and for many."""
    return f"%(amount)s {unit}", f"%(amount)s {_PLURALS.get(unit, unit + 's')}"


def _bounded(number: NumberValue, interface: Interface) -> str:
    return _hedged(number, _figures(number, interface), interface)


def _duration(number: NumberValue, interface: Interface) -> str:
    stated = number.low if number.high is None else number.high
    figures = _figures(number, interface)
    if stated is None:
        return figures
    singular, plural = duration_messages(number.unit)
    count = _count(stated) if number.low in (None, number.high) or number.high is None else max(2, _count(stated))
    return _hedged(number, interface.counted(singular, plural, count, amount=figures), interface)


def _count(stated: Decimal) -> int:
    whole = stated.is_finite() and abs(stated) < _LONGEST_COUNT and stated == stated.to_integral_value()
    return abs(int(stated)) if whole else 100


def _figures(number: NumberValue, interface: Interface) -> str:
    low, high = number.low, number.high
    if low is not None and low == high and number.ordinal:
        return interface.text("%(ordinal)s", ordinal=_ordinal(low), number=_digits(low))
    shown = [interface.digits(_digits(bound)) for bound in (low, high) if bound is not None]
    if not shown:
        return interface.text("an unstated number")
    if low is None or low == high or high is None:
        return shown[0]
    return interface.text("%(first)s\u2013%(last)s", first=shown[0], last=shown[1])


def _hedged(number: NumberValue, words: str, interface: Interface) -> str:
    low, high = number.low, number.high
    if low is None and high is None:
        return words
    if number.approximate:
        words = interface.text("about %(value)s", value=words)
    if high is None:
        return interface.text("at least %(value)s", value=words)
    return interface.text("at most %(value)s", value=words) if low is None else words


def _digits(number: Decimal) -> str:
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST_NUMBER or len(number.as_tuple().digits) > 100:
        return f"{number:.6g}" if number.is_finite() else str(number)
    return f"{number:,f}"


def _ordinal(number: Decimal) -> str:
    digits = _digits(number)
    if digits.endswith(("11", "12", "13")):
        return digits + "th"
    return digits + {"1": "st", "2": "nd", "3": "rd"}.get(digits[-1], "th")
