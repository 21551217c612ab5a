"""Numbers that no number word states: duals, pairs, halves added to a unit; and what is a place, a telephone, data."""

from __future__ import annotations

import pytest
from number_cases import read_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "أصيب جنديان",
            ["[جنديان] 2..2 count:جنديان"],
        ),
        (
            "استجوبوا جنديين بلجيكيين",
            ["[جنديين بلجيكيين] 2..2 count:جنديين"],
        ),
        (
            "وصل ضابطان اثنان",
            ["[ضابطان اثنان] 2..2 count:ضابطان"],
        ),
        (
            "فاز مرتين",
            ["[مرتين] 2..2 count:مرتين"],
        ),
        (
            "سقطت كرتان",
            ["[كرتان] 2..2 count:كرتان"],
        ),
        (
            "كرهت اسمين",
            ["[اسمين] 2..2 count:اسمين"],
        ),
        (
            "بين المؤتمرين",  # those who confer, or two conferences
            [],
        ),
        (
            "على بعد كيلومترين",
            ["[كيلومترين] 2..2 measure:km"],
        ),
        (
            "بدولارين",
            ["[دولارين] 2..2 money:USD"],
        ),
        (
            "وأكثر من شهرين",
            ["[أكثر من شهرين] 2..None duration:month"],
        ),
        (
            "كلا الفريقين",
            [],
        ),
        (
            "في القرنين الأول والثاني",
            ["[الأول] 1..1 ordinal:", "[الثاني] 2..2 ordinal:"],
        ),
        (
            "القرارين 12 و13",
            [],
        ),
        (
            "عنوان في لبنان وميلان",
            [],
        ),
        (
            "شارك مسؤولين",
            [],
        ),
        (
            "كانت بحوزته 750 ألف دولار وبندقيتان",
            ["[750 ألف دولار] 750000..750000 money:USD", "[بندقيتان] 2..2 count:بندقيتان"],
        ),
        (
            "ورُزق ابنتين",
            ["[ابنتين] 2..2 count:ابنتين"],
        ),
        (
            "في مختبرين",
            ["[مختبرين] 2..2 count:مختبرين"],
        ),
        (
            "وصل مبعوثان",
            ["[مبعوثان] 2..2 count:مبعوثان"],
        ),
        # Plurals as well, or other words: the envoys, the signatories, «ولدين» as a religion's, a city, parents.
        (
            "أرسل مبعوثين إلى الموقعين، ولدين جديد، في القصرين، مع الوالدين",
            [],
        ),
    ],
)
def test_an_arabic_dual_counts_two(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "ar") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a pair of lorries", ["[a pair of lorries] 2..2 count:lorries"]),
        ("A couple of weeks passed", ["[A couple of weeks] 2..2~ duration:week"]),
        ("a couple of thousand men", ["[a couple of thousand men] 2000..2000~ count:men"]),
        ("the couple wed", []),
        ("He voted twice", ["[twice] 2..2 count:twice"]),
        ("twice as many", []),
    ],
)
def test_english_words_that_say_two(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "en") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "four years and a half", ["[four years and a half] 4.5..4.5 duration:year"]),
        ("en", "an hour and a quarter", ["[an hour and a quarter] 1.25..1.25 duration:hour"]),
        ("en", "four and a half million cars", ["[four and a half million cars] 4500000..4500000 count:cars"]),
        ("en", "four miles and half of it", ["[four miles] 4..4 measure:mi", "[half] 0.5..0.5 count:"]),
        (
            "ar",
            "أربعة أعوام ونصف العام",
            ["[أربعة أعوام ونصف العام] 4.5..4.5 duration:year"],
        ),
        (
            "ar",
            "بعد عام ونصف",
            ["[عام ونصف] 1.5..1.5 duration:year"],
        ),
        (
            "ar",
            "يومان ونصف اليوم",
            ["[يومان ونصف اليوم] 2.5..2.5 duration:day"],
        ),
        (
            "ar",
            "بعد عام ونصف السكان",
            ["[نصف السكان] 0.5..0.5 count:السكان"],
        ),
        (
            "ar",
            "أربعة ونصف مليون",
            ["[أربعة ونصف مليون] 4500000..4500000 count:"],
        ),
        (
            "ar",
            "اثنان فاصلة خمسة عشر",
            ["[اثنان فاصلة خمسة عشر] 2.15..2.15 count:"],
        ),
        (
            "ar",
            "\u066a7",
            ["[\u066a7] 7..7 percent:%"],
        ),
    ],
)
def test_parts_and_decimals_belong_to_their_number(language: str, text: str, expected: list[str]) -> None:
    assert read_numbers(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It took less than a year.", ["[less than a year] None..1 duration:year"]),
        ("en", "about a week later", ["[about a week] 1..1~ duration:week"]),
        ("en", "almost a decade of war", ["[almost a decade] 1..1~ duration:decade"]),
        ("en", "about a year and a half", ["[about a year and a half] 1.5..1.5~ duration:year"]),
        ("en", "in less than one minute", ["[less than one minute] None..1 duration:minute"]),
        ("en", "less than a year old", ["[less than a year old] None..1 age:year"]),
        (
            "ar",
            "استمر قرابة سنة",
            ["[قرابة سنة] 1..1~ duration:year"],
        ),
        (
            "ar",
            "لأكثر من ساعة ونصف",
            ["[أكثر من ساعة ونصف] 1.5..None duration:hour"],
        ),
        (
            "ar",
            "في أقل من يوم واحد",
            ["[أقل من يوم واحد] None..1 duration:day"],
        ),
        # Without a hedge, or with a word that may be none, nothing is counted.
        ("en", "a year, one minute, in more than one way", []),
        ("en", "It grew over a year, about a year-long war, about a day's work", []),
        ("ar", "سنة كاملة", []),
        (
            "ar",
            "من دون يوم راحة، نحو يوم الجمعة، أكثر من سنوات",
            [],
        ),
    ],
)
def test_a_time_behind_a_hedge_counts_one(language: str, text: str, expected: list[str]) -> None:
    assert read_numbers(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "\u00a35,000 and three quarters of what it brings",
            ["[\u00a35,000] 5000..5000 money:GBP", "[three quarters] 0.75..0.75 count:"],
        ),
        ("en", "$40 and a third of the debt", ["[$40] 40..40 money:USD", "[a third of the debt] {} count:debt"]),
        ("en", "sold 12 and a third of the land", ["[12] 12..12 count:", "[a third of the land] {} count:land"]),
        (
            "en",
            "3 million and a third of the shares",
            ["[3 million] 3000000..3000000 count:", "[a third of the shares] {} count:shares"],
        ),
        (
            "ar",
            "دفع 5000 وثلث العائدات",
            ["[5000] 5000..5000 count:", "[ثلث العائدات] {} count:العائدات"],
        ),
        (
            "ar",
            "قتل ثلاثة ملايين وثلث السكان",
            ["[ثلاثة ملايين] 3000000..3000000 count:", "[ثلث السكان] {} count:السكان"],
        ),
        # A small whole number in words, a unit, a half of the scale itself: one number.
        ("en", "two and a half of the cakes", ["[two and a half of the cakes] 2.5..2.5 count:cakes"]),
        ("en", "2 and a half years", ["[2 and a half years] 2.5..2.5 duration:year"]),
        ("en", "2 and a quarter of a mile", ["[2 and a quarter of a mile] 2.25..2.25 measure:mi"]),
        ("en", "2 million and a half of people", ["[2 million and a half of people] 2500000..2500000 count:people"]),
        (
            "ar",
            "دفع مليون ونصف المليون",
            ["[مليون ونصف المليون] 1500000..1500000 count:"],
        ),
        (
            "ar",
            "قبل 5 ونصف الساعة",
            ["[5 ونصف الساعة] 5.5..5.5 duration:hour"],
        ),
    ],
)
def test_a_fraction_of_something_else_is_a_value_of_its_own(language: str, text: str, expected: list[str]) -> None:
    third = "0.333333333333333..0.333333333333333"
    assert read_numbers(text, language) == [line.format(third) for line in expected]


@pytest.mark.parametrize(
    "text",
    [
        "at 12\u00b034\u2032N 56\u00b007\u2032E",
        "near 12\u00b0 34' N, 56\u00b0 E",
        "ring +33 1 2345 6789",
        "(212) 345-6789",
        "a 5G mast",
        "\u00a7 14",
    ],
)
def test_places_telephones_and_names_count_nothing(text: str) -> None:
    assert read_numbers(text, "en") == []


def test_degrees_without_a_point_of_the_compass_are_a_temperature() -> None:
    assert read_numbers("36\u00b0 today", "en") == ["[36\u00b0] 36..36 measure:deg"]


def test_digits_inside_an_address_are_no_number() -> None:
    assert read_numbers("5 men (a7@b9.org) saw https://x.org/8 here", "en") == ["[5 men] 5..5 count:men"]
