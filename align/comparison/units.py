"""Conversion of measured quantities, so that six miles can be held against ten kilometres."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Any

import regex

_POWER = regex.compile(r"(?<=[a-z])(?=[23]$)")
# Codes of ours that Pint reads as something else, or not at all.
_DEFINITIONS = ("night = day", "quarter = 3 * month", "decade_of_years = 10 * year", "kiloton = 1000 * t")
_NAMES = {"decade": "decade_of_years", "kt": "kiloton"}


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """`value` in another unit, to nine digits; None where the two do not measure the same thing."""
    import pint

    try:
        quantity = _registry().Quantity(float(value), _name(unit)).to(_name(to))
    except (pint.PintError, ValueError, AssertionError):
        return None
    return Decimal(f"{quantity.magnitude:.9g}")


@functools.cache
def _registry() -> Any:
    import pint

    registry: Any = pint.UnitRegistry(autoconvert_offset_to_baseunit=True)
    for definition in _DEFINITIONS:
        registry.define(definition)
    return registry


def _name(unit: str) -> str:
    return _POWER.sub("**", _NAMES.get(unit, unit))
