"""One quantity in two units."""

from __future__ import annotations

import pytest
from number_cases import read_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The flight lasted 1 hour 48 minutes.", ["[1 hour 48 minutes] 108..108 duration:minute"]),
        ("It took two years and three months.", ["[two years and three months] 27..27 duration:month"]),
        ("He stayed a year and three months.", ["[a year and three months] 15..15 duration:month"]),
        ("A child aged a year and three months.", ["[a year and three months] 15..15 age:month"]),
        ("The boy was two years and four months old.", ["[two years and four months old] 28..28 age:month"]),
        (
            "It took 12 hours, 30 minutes and 5 seconds.",
            ["[12 hours, 30 minutes and 5 seconds] 45005..45005 duration:second"],
        ),
        ("He is five feet seven inches tall.", ["[five feet seven inches] 67..67 measure:in"]),
        ("It is a metre and ten centimetres high.", ["[a metre and ten centimetres] 110..110 measure:cm"]),
        ("It weighed 3 pounds 4 ounces.", ["[3 pounds 4 ounces] 52..52 measure:oz"]),
        ("He slept six hours and 46, but badly.", ["[six hours and 46] 406..406 duration:minute"]),
        ("He slept an hour and ten.", ["[an hour and ten] 70..70 duration:minute"]),
        ("Two hours and 30 people.", ["[Two hours] 2..2 duration:hour", "[30 people] 30..30 count:people"]),
        # Not the next unit, more than goes on, or hedged by itself: two quantities.
        ("Two years and three days.", ["[Two years] 2..2 duration:year", "[three days] 3..3 duration:day"]),
        ("He served 2 years and 40 months.", ["[2 years] 2..2 duration:year", "[40 months] 40..40 duration:month"]),
        (
            "Two years and about three months.",
            ["[Two years] 2..2 duration:year", "[about three months] 3..3~ duration:month"],
        ),
        (
            "They lost three hours; 20 minutes went by.",
            ["[three hours] 3..3 duration:hour", "[20 minutes] 20..20 duration:minute"],
        ),
    ],
)
def test_english_quantities_go_on_in_a_smaller_unit(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "استغرقت الرحلة ساعة و48 دقيقة.",
            ["[ساعة و48 دقيقة] 108..108 duration:minute"],
        ),
        (
            "تكفي ٧ ساعات و٣١ دقيقة.",
            ["[٧ ساعات و٣١ دقيقة] 451..451 duration:minute"],
        ),
        (
            "عاشت فيه سنة وثلاثة أشهر.",
            ["[سنة وثلاثة أشهر] 15..15 duration:month"],
        ),
        (
            "طفل عمره سنة وثلاثة أشهر.",
            ["[سنة وثلاثة أشهر] 15..15 age:month"],
        ),
        (
            "استمر القصف ثلاثة أيام وأربع ساعات.",
            ["[ثلاثة أيام وأربع ساعات] 76..76 duration:hour"],
        ),
        (
            "حكم عليه بالسجن سنتين وستة أشهر.",
            ["[سنتين وستة أشهر] 30..30 duration:month"],
        ),
        (
            "أمضى هناك شهرا وستة أيام.",
            ["[شهرا وستة أيام] 36..36~ duration:day"],
        ),
        (
            "يبلغ ارتفاعه مترا وعشرة سنتيمترات.",
            ["[مترا وعشرة سنتيمترات] 110..110 measure:cm"],
        ),
        (
            "رفع رقمه البالغ 6.24 أمتار، سنتيمترا واحدا.",
            ["[6.24 أمتار] 6.24..6.24 measure:m", "[سنتيمترا واحدا] 1..1 measure:cm"],
        ),
        (
            "دامت المعركة يومين وليلتين.",
            ["[يومين] 2..2 duration:day", "[ليلتين] 2..2 duration:night"],
        ),
    ],
)
def test_arabic_quantities_go_on_in_a_smaller_unit(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "ar") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "There were 19 six-pounder guns in two three-bedroom flats.",
            [
                "[19] 19..19 count:guns",
                "[six-pounder] 6..6 measure:lb",
                "[two] 2..2 count:flats",
                "[three-bedroom] 3..3 count:bedroom",
            ],
        ),
        (
            "Twelve four-man teams and three 12-inch guns were lost.",
            [
                "[Twelve] 12..12 count:teams",
                "[four-man] 4..4 count:man",
                "[three] 3..3 count:guns",
                "[12-inch] 12..12 measure:in",
            ],
        ),
    ],
)
def test_a_number_counts_what_the_one_behind_it_describes(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "en") == expected
