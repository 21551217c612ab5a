"""Conversion of measured quantities, so that six miles can be held against ten kilometres."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from decimal import Decimal

import regex
from babel.numbers import get_currency_name

_ISO_CODE = regex.compile(r"[A-Z]{3}")
_DAY = 86_400
_YEAR = 365.25 * _DAY  # the Julian year: centuries and months are told in years that leap
# What a code measures -> codes of the languages' tables -> how many there are of the first. Factors are exact by
# definition: the International System of Units (BIPM, 9th edition), the international yard and pound of 1959 (NIST
# Special Publication 811), the barrel of oil of 42 US gallons, and the metric dunam.
_UNITS: Mapping[str, Mapping[str, float]] = {
    "time": {
        "second": 1,
        "minute": 60,
        "hour": 3600,
        "day": _DAY,
        "night": _DAY,
        "week": 7 * _DAY,
        "fortnight": 14 * _DAY,
        "month": _YEAR / 12,
        "quarter": _YEAR / 4,
        "year": _YEAR,
        "decade": 10 * _YEAR,
        "century": 100 * _YEAR,
        "millennium": 1000 * _YEAR,
    },
    "length": {
        "m": 1,
        "mm": 0.001,
        "cm": 0.01,
        "km": 1000,
        "in": 0.0254,
        "ft": 0.3048,
        "yd": 0.9144,
        "mi": 1609.344,
        "nmi": 1852,
    },
    "area": {
        "m2": 1,
        "ha": 10_000,
        "km2": 1_000_000,
        "ft2": 0.09290304,
        "acre": 4046.8564224,
        "mi2": 2_589_988.110336,
        "dunam": 1000,
    },
    "volume": {"l": 1, "ml": 0.001, "m3": 1000, "gal": 3.785411784, "bbl": 158.987294928},
    "mass": {"kg": 1, "mg": 1e-6, "g": 0.001, "t": 1000, "kt": 1_000_000, "lb": 0.45359237, "oz": 0.028349523125},
    "speed": {"m/s": 1, "km/h": 1 / 3.6, "mi/h": 0.44704, "kn": 1852 / 3600},
    "power": {"W": 1, "kW": 1e3, "MW": 1e6, "GW": 1e9},
    "frequency": {"Hz": 1, "MHz": 1e6, "GHz": 1e9},
    "data": {"kB": 1, "MB": 1e3, "GB": 1e6, "TB": 1e9},
}
_MEASURES = {code: (measure, factor) for measure, codes in _UNITS.items() for code, factor in codes.items()}
_TO_CELSIUS = {"degC": (Decimal(1), Decimal(0)), "degF": (Decimal(5) / 9, Decimal(-32))}  # factor, what is added before


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """`value` in another unit, to nine digits; None where the two do not measure the same thing."""
    if unit in _TO_CELSIUS and to in _TO_CELSIUS:
        factor, added = _TO_CELSIUS[unit]
        back, subtracted = _TO_CELSIUS[to]
        return Decimal(f"{(value + added) * factor / back - subtracted:.9g}")
    (measure, factor_from), (other, factor_to) = _MEASURES.get(unit, (unit, 1.0)), _MEASURES.get(to, (to, 1.0))
    return Decimal(f"{float(value) * factor_from / factor_to:.9g}") if measure == other else None


def measure_of(unit: str) -> str | None:
    """What a unit measures ("length", "mass"), None where that is not known."""
    return _MEASURES[unit][0] if unit in _MEASURES else None


@functools.cache
def certainly_differ(currency: str, other: str) -> bool:
    """Whether two units of money are different currencies; a "dollar" may be American or Canadian."""
    names = [
        get_currency_name(code, locale="en").split() if _ISO_CODE.fullmatch(code) else [] for code in (currency, other)
    ]
    return all(names) and currency != other and names[0][-1] != names[1][-1]
