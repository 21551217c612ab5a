"""Ages that are no single year: decades of a life, and what bounds an age."""

from __future__ import annotations

import pytest
from number_cases import read_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 20-something nurse", ["[20-something] 20..29 age:year"]),
        ("three twenty-somethings", ["[three] 3..3 count:", "[twenty-somethings] 20..29 age:year"]),
        ("in his sixties and her mid-40s", ["[sixties] 60..69 age:year", "[40s] 40..49 age:year"]),
        ("in their 30s and 40s", ["[30s] 30..39 age:year", "[40s] 40..49 age:year"]),
        ("women in their 30s, 40s", ["[30s] 30..39 age:year"]),
        ("he wrote in the mid-60s, and his twenty-six players", ["[twenty-six players] 26..26 count:players"]),
        ("her 90-minute talk", ["[90-minute] 90..90 duration:minute"]),
        ("children under 5 free and those over 60", ["[under 5] None..5 age:year", "[over 60] 60..None age:year"]),
        ("people over 65 days", ["[over 65 days] 65..65 duration:day"]),
        ("people over $40", ["[over $40] 40..None money:USD"]),
        ("the over-65s at work", ["[over-65s] 65..None age:year"]),
        ("under-18s enter free", ["[under-18s] None..18 age:year"]),
        ("the national under-20 record", ["[under-20] None..20 age:year"]),
        ("an under-30 minute run", []),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في العشرينات من عمرها وفي الستينيات", ["[العشرينات من عمرها] 20..29 age:year"]),
        (
            "في السبعينيات والثمانينيات من العمر",
            ["[السبعينيات] 70..79 age:year", "[الثمانينيات من العمر] 80..89 age:year"],
        ),
        (
            "في الثلاثينيات أو الأربعينيات من العمر",
            ["[الثلاثينيات] 30..39 age:year", "[الأربعينيات من العمر] 40..49 age:year"],
        ),
        ("وكان جنديا بلغ الحادية والستين", ["[الحادية والستين] 61..61 age:year"]),
        ("بلغت المباراة الدقيقة الثالثة والستين", ["[الدقيقة الثالثة والستين] 63..63 ordinal:الدقيقة"]),
        ("بلغ السابعة", ["[السابعة] 7..7 ordinal:"]),
        ("الأطفال دون سن الخامسة", ["[دون سن الخامسة] None..5 age:year"]),
        ("دون سن 18 عاما", ["[دون سن 18 عاما] None..18 age:year"]),
        ("من هم فوق سن الستين", ["[فوق سن الستين] 60..None age:year"]),
        ("وهو شيخ جاوز السبعين", ["[جاوز السبعين] 70..None count:"]),
        ("ربع من هم في العشرينات", ["[ربع] 0.25..0.25 count:", "[العشرينات] 20..29 age:year"]),
    ],
)
def test_arabic(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "ar") == expected
