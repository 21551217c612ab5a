"""The time for which an amount is reckoned, which is compared and in no report."""

from __future__ import annotations

import pytest

from align.extraction.numbers import find_numbers
from align.languages import LANGUAGES
from align.model import NumberValue
from align.text import tokenize


def rates(text: str) -> list[tuple[str, str]]:
    language = LANGUAGES["en" if text.isascii() else "ar"]
    found = find_numbers(text, tokenize(text), language)
    return [(mention.text, mention.value.per) for mention in found if isinstance(mention.value, NumberValue)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12,000 dinars a year", [("12,000 dinars", "year")]),
        ("$5 per day for 3 months", [("$5", "day"), ("3 months", "")]),
        ("213 litres of drinking water a day", [("213 litres", "day")]),
        ("50 cars monthly", [("50 cars", "month")]),
        ("12 people in a day", [("12 people", "")]),
        ("450 جنيها في الشهر", [("450 جنيها", "month")]),
        ("50 سيارة كل يوم", [("50 سيارة", "day")]),
        ("50 سيارة سنويا", [("50 سيارة", "year")]),
        ("50 سيارة في اليوم الواحد", [("50 سيارة", "day")]),
        ("12 شخصا في اليوم الأول", [("12 شخصا", ""), ("اليوم الأول", "")]),
        ("12 شخصا في العام 1996", [("12 شخصا", ""), ("1996", "")]),
    ],
)
def test_rates(text: str, expected: list[tuple[str, str]]) -> None:
    assert rates(text) == expected
