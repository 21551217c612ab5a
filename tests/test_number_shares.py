"""Shares of so many: "one in five", "18 out of 29", which counts twice, and «طفلا من كل خمسة»."""

from __future__ import annotations

import pytest
from number_cases import read_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the odds fall to one in a hundred", ["[one in a hundred] 0.01..0.01 count:"]),
        ("she was one in a million", ["[one in a million] 0.000001..0.000001 count:"]),
        ("12 in 100 to 13 in 100", ["[12 in 100] 0.12..0.12 count:", "[13 in 100] 0.13..0.13 count:"]),
        ("4 in 10 voters", ["[4 in 10 voters] 0.4..0.4 count:voters"]),
        ("4 in 10 km", ["[4] 4..4 count:", "[10 km] 10..10 measure:km"]),
        ("born 4 in 1998", ["[4] 4..4 count:", "[1998] 1998..1998 count:"]),
        ("two in three, are entitled", ["[two in three] 0.666666666666667..0.666666666666667 count:"]),
        (
            "came second, two in three races",
            ["[second] 2..2 ordinal:", "[two] 2..2 count:", "[three races] 3..3 count:races"],
        ),
        ("88 out of 100", ["[88 out of 100] 0.88..0.88 count:"]),
        ("18 out of 29 countries", ["[18] 18..18 count:", "[29 countries] 29..29 count:countries"]),
        ("18 of 29 countries", ["[18] 18..18 count:countries", "[29 countries] 29..29 count:countries"]),
        ("1 out of 2,700", ["[1 out of 2,700] 0.00037037037037037..0.00037037037037037 count:"]),
        ("one in five children", ["[one in five children] 0.2..0.2 count:children"]),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("طفلا من كل خمسة دون السن", ["[طفلا من كل خمسة] 0.2..0.2 count:طفلا"]),
        ("ريال من كل ريالين نستثمرهما", ["[ريال من كل ريالين] 0.5..0.5 count:ريال"]),
        (
            "برميل من كل ثلاثة براميل محجوبة",
            ["[برميل من كل ثلاثة براميل] 0.333333333333333..0.333333333333333 count:برميل"],
        ),
        ("اللاعبون من كل ثلاث دول", ["[ثلاث دول] 3..3 count:دول"]),
        ("18 من أصل 29 دولة", ["[18] 18..18 count:دولة", "[29 دولة] 29..29 count:دولة"]),
        ("سبع من أصل إحدى عشرة مباراة", ["[سبع] 7..7 count:مباراة", "[إحدى عشرة مباراة] 11..11 count:مباراة"]),
        ("تسعة من كل عشرة مسجلين", ["[تسعة من كل عشرة مسجلين] 0.9..0.9 count:مسجلين"]),
        ("88 من كل 100", ["[88 من كل 100] 0.88..0.88 count:"]),
    ],
)
def test_arabic(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "ar") == expected
