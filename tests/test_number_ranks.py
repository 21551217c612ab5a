"""Numbers that hang on the word before them or within it: ranks, one year, a count left out, two of a people."""

from __future__ import annotations

import pytest
from number_cases import read_numbers


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He scored in minute 24 of the match", ["[minute 24] 24..24 ordinal:minute"]),
        ("en", "On day 20 of the siege", ["[day 20] 20..20 ordinal:day"]),
        ("en", "That day 300 people died", ["[300 people] 300..300 count:people"]),
        ("en", "That day 300 died", ["[300] 300..300 count:"]),
        (
            "ar",
            "سجل في الدقيقة 24 من المباراة",
            ["[الدقيقة 24] 24..24 ordinal:الدقيقة"],
        ),
        (
            "ar",
            "قتل اليوم 20 شخصا",
            ["[20 شخصا] 20..20 count:شخصا"],
        ),
        (
            "ar",
            "في الجولة الأولى بعشرة ملايين دولار",
            ["[الجولة الأولى] 1..1 ordinal:الجولة", "[عشرة ملايين دولار] 10000000..10000000 money:USD"],
        ),
        (
            "ar",
            "في الدقيقة الحادية عشرة",
            ["[الدقيقة الحادية عشرة] 11..11 ordinal:الدقيقة"],
        ),
    ],
)
def test_figures_that_rank_the_noun_before_them(language: str, text: str, expected: list[str]) -> None:
    assert read_numbers(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "بعد عام واحد من توليه الحكم",
            ["[عام واحد] 1..1 duration:year"],
        ),
        (
            "بعد سنة واحدة من الحرب",
            ["[سنة واحدة] 1..1 duration:year"],
        ),
        (
            "واحد من الناس",
            [],
        ),
    ],
)
def test_one_unit_of_time(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "ar") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("America lost 190 citizens and Britain 43.", ["190 citizens", "43 citizens"]),
        ("America lost 190 citizens, France 43, and Great Britain 20.", ["190 citizens", "43 citizens", "20 citizens"]),
        ("They flew 300 miles with Apollo 11.", ["300 mi"]),
        ("They sold 5,000 copies and Windows 95 sold well.", ["5000 copies"]),
    ],
)
def test_a_count_whose_noun_is_left_out(text: str, expected: list[str]) -> None:
    found = [shown.split("] ")[1].split(" ") for shown in read_numbers(text, "en")]
    assert [f"{value.split('..')[0]} {unit.split(':')[1]}" for value, unit in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وهو يومها في الرابعة والستين", ["[الرابعة والستين] 64..64 age:year"]),
        ("وهو في السابعة", ["[السابعة] 7..7 age:year"]),
        ("الطابق السادس والخمسين بعد المئة", ["[الطابق السادس والخمسين بعد المئة] 156..156 ordinal:الطابق"]),
        ("توفي والده وهو في الثانية عشرة، فكفله عمه", ["[الثانية عشرة] 12..12 age:year"]),
        ("كان هناك في السابعة", ["[السابعة] 7..7 ordinal:"]),  # o'clock
        ("صدر في الرابعة والعشرين", ["[الرابعة والعشرين] 24..24 ordinal:"]),
        ("مات في السابعة والثلاثين ورافقته", ["[السابعة والثلاثين] 37..37 age:year"]),
        ("وصل في السابع والثلاثين", ["[السابع والثلاثين] 37..37 ordinal:"]),
        ("في الدورة السابعة والثلاثين", ["[الدورة السابعة والثلاثين] 37..37 ordinal:الدورة"]),
    ],
)
def test_the_year_of_life_that_someone_is_in(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "ar") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three men were killed and one was injured.", ["[Three men] 3..3 count:men", "[one] 1..1 count:men"]),
        ("He was happy and one was proud of him.", []),
        ("Three men were killed. And one was proud.", ["[Three men] 3..3 count:men"]),
    ],
)
def test_one_that_counts_like_the_number_before(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "en") == expected


@pytest.mark.parametrize("text", ["وخسر صفر-2", "وفاز 3-صفر"])
def test_a_score_with_a_zero_in_words_counts_nothing(text: str) -> None:
    assert read_numbers(text, "ar") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "أربعة نرويجيين وسويديان",
            [
                "[أربعة نرويجيين] 4..4 count:نرويجيين",
                "[سويديان] 2..2 count:سويديان",
            ],
        ),
        (
            "جنديان أميركيان وصحافيان بريطانيان",
            [
                "[جنديان أميركيان] 2..2 count:جنديان",
                "[صحافيان بريطانيان] 2..2 count:صحافيان",
            ],
        ),
    ],
)
def test_two_of_a_people(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "ar") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "الذكرى الخمسون بعد المئة", ["[الذكرى الخمسون بعد المئة] 150..150 ordinal:الذكرى"]),
        ("ar", "أسبوعه الخمسين بعد المئة والألف", ["[الخمسين بعد المئة والألف] 1150..1150 ordinal:"]),
        ("en", "its 1,150th week", ["[1,150th week] 1150..1150 ordinal:week"]),
    ],
)
def test_ranks_beyond_a_hundred(language: str, text: str, expected: list[str]) -> None:
    assert read_numbers(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A third could not name either of them."),
        ("ar", "وفي سؤال ثان قالوا غير ذلك"),
    ],
)
def test_an_indefinite_rank_without_a_noun_may_be_another_thing(language: str, text: str) -> None:
    assert read_numbers(text, language) == []
