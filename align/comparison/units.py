"""Conversion of measured quantities, so that six miles can be held against ten kilometres."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Any

import regex
from babel.numbers import get_currency_name

_ISO_CODE = regex.compile(r"[A-Z]{3}")
_POWER = regex.compile(r"(?<=[a-z])(?=[23]$)")
# Codes of ours that Pint reads as something else, or not at all.
_DEFINITIONS = ("night = day", "quarter = 3 * month", "decade_of_years = 10 * year", "kiloton = 1000 * t")
_NAMES = {"decade": "decade_of_years", "kt": "kiloton"}


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """`value` in another unit, to nine digits; None where the two do not measure the same thing."""
    scale = _scale(unit, to)
    if scale is None:
        return None
    zero, one = scale
    return Decimal(f"{zero + (one - zero) * float(value):.9g}")


@functools.cache
def _scale(unit: str, to: str) -> tuple[float, float] | None:
    """What nought and one of a unit are in another one; None where the two do not measure the same thing."""
    import pint

    try:
        zero, one = (_registry().Quantity(value, _name(unit)).to(_name(to)).magnitude for value in (0.0, 1.0))
    except (pint.PintError, ValueError, AssertionError):
        return None
    return float(zero), float(one)


@functools.cache
def certainly_differ(currency: str, other: str) -> bool:
    """Whether two units of money are different currencies; a "dollar" may be American or Canadian."""
    names = [
        get_currency_name(code, locale="en").split() if _ISO_CODE.fullmatch(code) else [] for code in (currency, other)
    ]
    return all(names) and currency != other and names[0][-1] != names[1][-1]


@functools.cache
def _registry() -> Any:
    import pint

    registry: Any = pint.UnitRegistry(autoconvert_offset_to_baseunit=True)
    for definition in _DEFINITIONS:
        registry.define(definition)
    return registry


def _name(unit: str) -> str:
    return _POWER.sub("**", _NAMES.get(unit, unit))
