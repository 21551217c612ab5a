"""Conversion of measured quantities, so that six miles can be held against ten kilometres."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from decimal import Context, Decimal

import regex
from babel import Locale
from babel.numbers import get_currency_name

from align import languages
from align.model import NumberValue
from align.text import fold

_ISO_CODE = regex.compile(r"[A-Z]{3}")
_TO_DIGITS = Context(prec=9)  # a third is 33.3333333 per cent
_PLURAL_COUNTS = (1, 3, 11)  # CLDR's one, few and many, or other
LONGEST_ENDING = 1  # letters that a noun of money may have beyond its form in CLDR
_DAY = 86_400
_YEAR = 365.25 * _DAY  # the Julian year: centuries and months are told in years that leap
# What a code measures -> codes of the languages' tables -> how many there are of the first. Factors are exact by
# definition: the International System of Units (BIPM, 9th edition), the international yard and pound of 1959 (NIST
# Special Publication 811), the barrel of oil of 42 US gallons, and the metric dunam.
_UNITS: Mapping[str, Mapping[str, float]] = {
    "time": {
        "fs": 1e-15,
        "ps": 1e-12,
        "ns": 1e-9,
        "us": 1e-6,
        "ms": 1e-3,
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
        "um": 1e-6,
        "nm": 1e-9,
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
    "volume": {
        "l": 1,
        "ml": 0.001,
        "cl": 0.01,
        "dl": 0.1,
        "hl": 100,
        "cm3": 0.001,
        "m3": 1000,
        "km3": 1e12,
        "gal": 3.785411784,
        "bbl": 158.987294928,
        "ft3": 28.316846592,
        "mi3": 4.168181825440579e12,
    },
    "mass": {
        "kg": 1,
        "ug": 1e-9,
        "mg": 1e-6,
        "g": 0.001,
        "t": 1000,
        "kt": 1_000_000,
        "Mt": 1_000_000_000,
        "lb": 0.45359237,
        "oz": 0.028349523125,
        "st": 6.35029318,
    },
    "speed": {"m/s": 1, "km/h": 1 / 3.6, "mi/h": 0.44704, "kn": 1852 / 3600, "ft/min": 0.3048 / 60, "m/min": 1 / 60},
    "concentration": {"ppb": 1, "ppm": 1000},
    "power": {"W": 1, "kW": 1e3, "MW": 1e6, "GW": 1e9},
    "energy": {"kJ": 1, "kcal": 4.184, "kWh": 3600, "MWh": 3.6e6, "GWh": 3.6e9, "TWh": 3.6e12},
    "voltage": {"V": 1, "kV": 1000},
    "frequency": {"Hz": 1, "kHz": 1e3, "MHz": 1e6, "GHz": 1e9},
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


def as_percent(value: NumberValue, other: NumberValue) -> NumberValue:
    """A part of a whole as the percentage that the other text gives: "40 per cent" against «نصف المبلغ»."""
    if other.quantity != "percent" or value.low is None or value.high is None or not value.is_share:
        return value
    low, high = (+(end * 100).normalize(_TO_DIGITS) for end in (value.low, value.high))
    return replace(value, low=low, high=high, unit=other.unit, quantity="percent", approximate=low != other.low)


def measure_of(unit: str) -> str | None:
    """What a unit measures ("length", "mass"), None where that is not known."""
    return _MEASURES[unit][0] if unit in _MEASURES else None


def certainly_differ(currency: str, other: str) -> bool:
    """Whether two units of money are different currencies; a "dollar" may be American or Canadian."""
    names = _currency_words(currency), _currency_words(other)
    return all(names) and names[0].isdisjoint(names[1])


def may_be_one_currency(currency: str, other: str) -> bool:
    """Whether a noun that several countries share, "riyals", may mean the other: «ريال», SAR, but not USD."""
    if all(map(_ISO_CODE.fullmatch, (currency, other))):
        return currency == other
    return not _currency_words(currency).isdisjoint(_currency_words(other))


@functools.cache
def _currency_words(unit: str) -> frozenset[str]:
    """The words of the names of all currencies that a unit may be, in every language; none where it is unknown."""
    known = _words_by_currency()
    if _ISO_CODE.fullmatch(unit):
        return known.get(unit, frozenset())
    noun = fold(unit)
    for form in (noun, noun[:-LONGEST_ENDING]):  # «ريالا» is in no name
        found = [words for words in known.values() if form in words]
        if found:
            return frozenset().union(*found)
    return frozenset()


@functools.cache
def _words_by_currency() -> dict[str, frozenset[str]]:
    """The words of the names of today's currencies, by code, and of coins, of CLDR's and of the languages' tables."""
    found: dict[str, set[str]] = defaultdict(set)
    for language in languages.LANGUAGES.values():
        for word, coin in language.numbers.units.coins.items():
            found[coin].add(fold(word))
        for name, code in language.numbers.units.currencies.items():  # with plurals that CLDR lacks: «دنانير»
            if code:
                found[code].update(word for word in fold(name).split() if word.isalpha())
    for locale in {language.numbers.units.locale for language in languages.LANGUAGES.values()}:
        for code in map(str, Locale.parse(locale).currencies):
            for count in _PLURAL_COUNTS:
                name = fold(get_currency_name(code, count=count, locale=locale))
                if not any(map(str.isdigit, name)):  # an old currency's name carries its years
                    found[code].update(word for word in name.split() if word.isalpha())
    return {code: frozenset(words) for code, words in found.items()}
