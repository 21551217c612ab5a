"""Ranges whose ends each have their unit, and changes from one amount to another."""

from __future__ import annotations

import pytest
from number_cases import read_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rates at 5.25%-5.50% when", ["[5.25%-5.50%] 5.25..5.5 percent:%"]),
        ("returns of 12% to 15% a year", ["[12% to 15%] 12..15 percent:%"]),
        ("between 12% and 15% of them", ["[between 12% and 15%] 12..15 percent:%"]),
        (
            "between minus 150 and plus 120 degrees Celsius",
            ["[between minus 150 and plus 120 degrees Celsius] -150..120 measure:degC"],
        ),
        ("between 12 dead and 15 wounded", ["[12 dead] 12..12 count:dead", "[15 wounded] 15..15 count:wounded"]),
        # Something that rises goes from one amount to another, and both are of one sort.
        ("up by 3% to 4%", ["[3% to 4%] 3..4 percent:%"]),
        (
            "raised by half a percentage point to 6.25% on",
            ["[half a percentage point] 0.5..0.5 percent:%", "[6.25%] 6.25..6.25 percent:%"],
        ),
        ("rates rose 3% to 12%", ["[3%] 3..3 percent:%", "[12%] 12..12 percent:%"]),
        (
            "it climbs from 25,000 to 32,000 rupees",
            ["[25,000] 25000..25000 money:rupees", "[32,000 rupees] 32000..32000 money:rupees"],
        ),
        ("a fall of -5%", ["[-5%] -5..-5 percent:%"]),
        ("minus 402 days in custody", ["[minus 402 days] 402..402 duration:day"]),
        ("the carton, minus two packs", ["[minus two packs] 2..2 count:packs"]),
        ("a change of minus two packs", ["[minus two packs] -2..-2 count:packs"]),
        ("two or three million more", ["[two or three million] 2000000..3000000 count:"]),
        ("5 or 6bn", ["[5 or 6bn] 5000000000..6000000000 count:"]),
        ("9 or forty thousand", ["[9] 9..9 count:", "[forty thousand] 40000..40000 count:"]),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("خمسة أو ستة آلاف", ["[خمسة أو ستة آلاف] 5000..6000 count:"]),
        ("بين 12 في المئة و15 في المئة", ["[بين 12 في المئة و15 في المئة] 12..15 percent:%"]),
        ("ما بين ثماني ساعات و14 ساعة", ["[بين ثماني ساعات و14 ساعة] 8..14 duration:hour"]),
        ("ما بين ثلاث سنوات وخمس سنوات", ["[بين ثلاث سنوات وخمس سنوات] 3..5 duration:year"]),
        ("بين 150 درجة مئوية تحت الصفر و120 فوقه", ["[بين 150 درجة مئوية تحت الصفر و120] -150..120 measure:degC"]),
        ("لخمس ثوان أو ست", ["[خمس ثوان أو ست] 5..6 duration:second"]),
        ("أعمارهم بين السابعة والسادسة عشرة", ["[بين السابعة والسادسة عشرة] 7..16 count:"]),
        ("صعد ٥٫٢٥ يورو إلى ٢٤٨٫٥٠ يورو", ["[٥٫٢٥ يورو] 5.25..5.25 money:EUR", "[٢٤٨٫٥٠ يورو] 248.5..248.5 money:EUR"]),
        ("خمسة رجال أو ستة", ["[خمسة رجال] 5..5 count:رجال", "[ستة] 6..6 count:"]),
        ("والرجال بين سن ٢١ و٣٠ عاما", ["[بين سن ٢١ و٣٠ عاما] 21..30 age:year"]),
        (
            "وترتفع من 25 ألف روبية إلى 32 ألفا",
            ["[25 ألف روبية] 25000..25000 money:روبية", "[32 ألفا] 32000..32000 money:روبية"],
        ),
        ("يصل ارتفاعه إلى 3 إلى 6 بوصات", ["[3 إلى 6 بوصات] 3..6 measure:in"]),
        (
            "رفع الحد من 1254 إلى 1350 يورو",
            ["[1254] 1254..1254 money:EUR", "[1350 يورو] 1350..1350 money:EUR"],
        ),
    ],
)
def test_arabic(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "ar") == expected
