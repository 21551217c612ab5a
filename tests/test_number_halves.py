"""Halves and quarters that belong to what stands before them, and those of something else."""

from __future__ import annotations

import pytest
from number_cases import read_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its two-and-a-half-hour finale", ["[two-and-a-half-hour] 2.5..2.5 duration:hour"]),
        ("a one-and-a-half page letter", ["[a one-and-a-half page] 1.5..1.5 count:page"]),
        ("five and a third", ["[five and a third] 5.333333333333333..5.333333333333333 count:"]),
        ("a litre and a half of water", ["[a litre and a half] 1.5..1.5 measure:l"]),
        (
            "five years and half of the country",
            ["[five years] 5..5 duration:year", "[half of the country] 0.5..0.5 count:country"],
        ),
        ("almost a month and a half's worth", ["[almost a month and a half's] 1.5..1.5~ duration:month"]),
        ("the second half's best chance", []),
        ("half a century ago", ["[half a century] 0.5..0.5 duration:century"]),
        ("two dogs and half a tank", ["[two dogs] 2..2 count:dogs", "[half] 0.5..0.5 count:"]),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("إلى أربع نقاط ونصف فقط", ["[أربع نقاط ونصف] 4.5..4.5 count:نقاط"]),
        ("عمره 23 عاما ونصف ولا ينسى", ["[23 عاما ونصف] 23.5..23.5 age:year"]),
        ("ثلاثة أهداف ونصف الشوط", ["[ثلاثة أهداف] 3..3 count:أهداف", "[نصف الشوط] 0.5..0.5 count:الشوط"]),
        ("وخسر خمس مباريات ونصف دخله", ["[خمس مباريات] 5..5 count:مباريات", "[نصف دخله] 0.5..0.5 count:دخله"]),
        ("جنيهاً وربع الجنيه", ["[جنيهاً وربع الجنيه] 1.25..1.25 money:جنيهاً"]),
        ("لتر ونصف اللتر من المياه", ["[لتر ونصف اللتر] 1.5..1.5 measure:l"]),
        ("أربعة أشهر ونصف من السنة", ["[أربعة أشهر ونصف] 4.5..4.5 duration:month"]),
        ("بوصة ونصف من المطر", ["[بوصة ونصف] 1.5..1.5 measure:in"]),
        ("أربع نجوم ونصف النجمة من أصل خمس", ["[أربع نجوم ونصف النجمة] 4.5..4.5 count:نجوم", "[خمس] 5..5 count:"]),
    ],
)
def test_arabic(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "ar") == expected
