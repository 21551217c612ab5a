"""Conversion of measured quantities."""

from __future__ import annotations

from decimal import Decimal

import pytest

from align import languages
from align.comparison.units import convert


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        ("6", "mi", "km", "9.656064"),
        ("1", "nmi", "m", "1852"),
        ("75", "degF", "degC", "23.8888889"),
        ("-40", "degC", "degF", "-40"),
        ("2", "century", "decade", "20"),
        ("18", "month", "year", "1.5"),
        ("1", "bbl", "gal", "42"),  # of oil
        ("3", "dunam", "ha", "0.3"),
        ("1", "acre", "ft2", "43560"),
        ("36", "km/h", "m/s", "10"),
        ("16", "oz", "lb", "1"),
        ("1", "km3", "m3", "1000000000"),
        ("2", "cm3", "ml", "2"),
        ("1", "kcal", "kJ", "4.184"),
        ("3", "dl", "cl", "30"),
        ("2", "hour", "km", None),
        ("2", "kg", "l", None),
        ("2", "V", "kWh", None),
    ],
)
def test_converted(value: str, unit: str, to: str, expected: str | None) -> None:
    assert convert(Decimal(value), unit, to) == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize("code", ["en", "ar"])
def test_every_unit_of_the_tables_converts_to_itself(code: str) -> None:
    words = languages.get(code).numbers.units
    for unit in {*words.measures.values(), *words.durations.values(), *words.weights.values()}:
        assert convert(Decimal(7), unit, unit) == 7
