"""English numbers: values, hedges and ranges."""

from __future__ import annotations

import pytest
from number_cases import read_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The hall holds 1,234,567 people.",
            [
                "[1,234,567 people] 1234567..1234567 count:people",
            ],
        ),
        (
            "The hall holds 1 234 567 people.",
            [
                "[1 234 567 people] 1234567..1234567 count:people",
            ],
        ),
        (
            "The hall holds 1.500 people.",
            [
                "[1.500 people] 1500..1500 count:people",
            ],
        ),
        (
            "It weighs 12,5 kg.",
            [
                "[12,5 kg] 12.5..12.5 measure:kg",
            ],
        ),
        (
            "Read 1,234.5 and 1.234.567,8 and .25 there.",
            [
                "[1,234.5] 1234.5..1234.5 count:",
                "[1.234.567,8] 1234567.8..1234567.8 count:",
                "[.25] 0.25..0.25 count:",
            ],
        ),
        (
            "twenty-one trillion stars",
            [
                "[twenty-one trillion stars] 21000000000000..21000000000000 count:stars",
            ],
        ),
        (
            "one hundred and twenty-five soldiers",
            [
                "[one hundred and twenty-five soldiers] 125..125 count:soldiers",
            ],
        ),
        (
            "eighteen thousand four hundred and six",
            [
                "[eighteen thousand four hundred and six] 18406..18406 count:",
            ],
        ),
        (
            "five hundred thirty-two",
            [
                "[five hundred thirty-two] 532..532 count:",
            ],
        ),
        (
            "4 lakh voters",
            [
                "[4 lakh voters] 400000..400000 count:voters",
            ],
        ),
        (
            "1.2x10^6",
            [
                "[1.2x10^6] 1200000..1200000 count:",
            ],
        ),
        (
            "12e3",
            [
                "[12e3] 12000..12000 count:",
            ],
        ),
        (
            "minus five degrees",
            [
                "[minus five degrees] -5..-5 measure:deg",
            ],
        ),
        (
            "-5 °C",
            [
                "[-5 °C] -5..-5 measure:degC",
            ],
        ),
        (
            "5 degrees below zero",
            [
                "[5 degrees below zero] -5..-5 measure:deg",
            ],
        ),
        (
            "nine point nought four",
            [
                "[nine point nought four] 9.04..9.04 count:",
            ],
        ),
        (
            "two thirds of voters",
            [
                "[two thirds of voters] 0.666666666666667..0.666666666666667 count:voters",
            ],
        ),
        (
            "a third of the voters",
            [
                "[a third of the voters] 0.333333333333333..0.333333333333333 count:voters",
            ],
        ),
        (
            "half a million people",
            [
                "[half a million people] 500000..500000 count:people",
            ],
        ),
        (
            "a half-dozen men",
            [
                "[half-dozen men] 6..6 count:men",
            ],
        ),
        (
            "2½ litres of milk",
            [
                "[2½ litres] 2.5..2.5 measure:l",
            ],
        ),
        (
            "1 1/2 miles",
            [
                "[1 1/2 miles] 1.5..1.5 measure:mi",
            ],
        ),
        (
            "3 million and a half",
            [
                "[3 million and a half] 3500000..3500000 count:",
            ],
        ),
        (
            "one in four homes",
            [
                "[one in four homes] 0.25..0.25 count:homes",
            ],
        ),
        (
            "two out of five shops",
            [
                "[two out of five shops] 0.4..0.4 count:shops",
            ],
        ),
        (
            "three dozen eggs",
            [
                "[three dozen eggs] 36..36 count:eggs",
            ],
        ),
    ],
)
def test_value(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "More than 8,000 noncombatants were killed.",
            [
                "[More than 8,000 noncombatants] 8000..None count:noncombatants",
            ],
        ),
        (
            "Expect 8 to 4 inches of rain.",  # a digit of the range is wrong
            [
                "[8 to 4 inches] 4..8 measure:in",
            ],
        ),
        (
            "The share fell from 8 to 4 percent.",
            [
                "[8] 8..8 percent:%",
                "[4 percent] 4..4 percent:%",
            ],
        ),
        (
            "The barn seats up to 450.",
            [
                "[up to 450] None..450 count:",
            ],
        ),
        (
            "less than 5%",
            [
                "[less than 5%] None..5 percent:%",
            ],
        ),
        (
            "nearly 600 heavily armed men",
            [
                "[nearly 600 heavily armed men] 600..600~ count:heavily armed men",
            ],
        ),
        (
            "some 40 towns",
            [
                "[some 40 towns] 40..40~ count:towns",
            ],
        ),
        (
            "8,000+ visitors came",
            [
                "[8,000+ visitors] 8000..None count:visitors",
            ],
        ),
        (
            "5,000 or more sheep",
            [
                "[5,000 or more sheep] 5000..None count:sheep",
            ],
        ),
        (
            "20-odd people",
            [
                "[20-odd people] 20..20~ count:people",
            ],
        ),
        (
            "about a hundred",
            [
                "[about a hundred] 100..100~ count:",
            ],
        ),
        (
            "tens of thousands of refugees",
            [
                "[tens of thousands of refugees] 20000..None~ count:refugees",
            ],
        ),
        (
            "dozens of villagers",
            [
                "[dozens of villagers] 24..None~ count:villagers",
            ],
        ),
        (
            "a few hundred men",
            [
                "[a few hundred men] 200..900~ count:men",
            ],
        ),
        (
            "several thousand protesters",
            [
                "[several thousand protesters] 2000..9000~ count:protesters",
            ],
        ),
        (
            "between 20 and 30 houses",
            [
                "[between 20 and 30 houses] 20..30 count:houses",
            ],
        ),
        (
            "20–30 houses",
            [
                "[20–30 houses] 20..30 count:houses",
            ],
        ),
        (
            "from 5 to 7 days",
            [
                "[from 5 to 7 days] 5..7 duration:day",
            ],
        ),
        (
            "two or three buses",
            [
                "[two or three buses] 2..3 count:buses",
            ],
        ),
        (
            "about 1,500–3,000 fighters",
            [
                "[about 1,500–3,000 fighters] 1500..3000~ count:fighters",
            ],
        ),
        (
            "18- to 29-year-olds",
            [
                "[18- to 29-year-olds] 18..29 age:year",
            ],
        ),
        (
            "It cost 5-7 million euros.",
            [
                "[5-7 million euros] 5000000..7000000 money:EUR",
            ],
        ),
        (
            "It cost between $5m and $7m.",
            [
                "[between $5m and $7m] 5000000..7000000 money:USD",
            ],
        ),
        (
            "Prices rose from 5 to 7 percent.",
            [
                "[5] 5..5 percent:%",
                "[7 percent] 7..7 percent:%",
            ],
        ),
    ],
)
def test_bounds_and_ranges(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "en") == expected
