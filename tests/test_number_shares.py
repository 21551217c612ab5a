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
        ("fewer than one in ten in 1971", ["[fewer than one in ten] None..0.1 count:", "[1971] 1971..1971 count:"]),
        ("Four in ten Bangladeshis live", ["[Four in ten Bangladeshis] 0.4..0.4 count:Bangladeshis"]),
        (
            "one child in ten, 99 people in 100",
            ["[one child in ten] 0.1..0.1 count:child", "[99 people in 100] 0.99..0.99 count:people"],
        ),
        ("two people in 10 days", ["[two people] 2..2 count:people", "[10 days] 10..10 duration:day"]),
        ("absorbs one franc in every four of revenue", ["[one franc in every four] 0.25..0.25 money:franc"]),
        ("three houses out of every four burned", ["[three houses out of every four] 0.75..0.75 count:houses"]),
        ("nine people out of ten agreed", ["[nine people out of ten] 0.9..0.9 count:people"]),
        ("only a third reached Acre", ["[a third] 0.333333333333333..0.333333333333333 count:"]),
        ("after a third were shut", ["[a third] 0.333333333333333..0.333333333333333 count:"]),
        ("a ninth floor", ["[ninth floor] 9..9 ordinal:floor"]),
        (
            "Half of the recipes are hers, a quarter from that restaurant",
            ["[Half of the recipes] 0.5..0.5 count:recipes", "[a quarter] 0.25..0.25 count:"],
        ),
        (
            "four in five are over 60, and one inhabitant in six is",
            [
                "[four in five] 0.8..0.8 count:",
                "[over 60] 60..None count:",
                "[one inhabitant in six] 0.166666666666667..0.166666666666667 count:inhabitant",
            ],
        ),
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
        ("واحدا فقط من كل اثنين", ["[واحدا فقط من كل اثنين] 0.5..0.5 count:"]),
        ("نحو واحد من 140 مليون", ["[نحو واحد من 140 مليون] 7.14285714285714E-9..7.14285714285714E-9~ count:"]),
        ("واحد فقط من 10 طلاب", ["[10 طلاب] 10..10 count:طلاب"]),
        ("بأربعة أجزاء من الألف من الثانية", ["[أربعة أجزاء من الألف من الثانية] 0.004..0.004 duration:second"]),
        ("جزء من مئة من الثانية", ["[جزء من مئة من الثانية] 0.01..0.01 duration:second"]),
        ("وفيها ربع خزان من الوقود", ["[ربع خزان] 0.25..0.25 count:خزان"]),
        ("نصف وصفات هذا الكتاب", ["[نصف] 0.5..0.5 count:"]),
        ("في التاسعة والنصف ليلة أمس", ["[التاسعة] 9..9 ordinal:"]),
        ("ثماني عمليات بتر من كل عشر", ["[ثماني عمليات بتر من كل عشر] 0.8..0.8 count:عمليات"]),
    ],
)
def test_arabic(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "ar") == expected
