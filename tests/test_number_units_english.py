"""English numbers: units and counted nouns, ordinals, and what counts nothing."""

from __future__ import annotations

import pytest
from number_cases import read_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a man of 63 with a beard", ["[63] 63..63 age:year"]),
        ("At 53 she was the first", ["[53] 53..53 age:year"]),
        ("he died in Rome at 71.", ["[71] 71..71 age:year"]),
        ("the captain, who was 52, left", ["[52] 52..52 age:year"]),
        ("who was 52 and came from the coast", ["[52] 52..52 age:year"]),
        ("she was fourteen when the war began", ["[fourteen] 14..14 age:year"]),
        ("he was 20 minutes late", ["[20 minutes] 20..20 duration:minute"]),
        ("the boy was nine when he died", ["[nine] 9..9 age:year"]),
        ("a stone of 1,200 pounds", ["[1,200 pounds] 1200..1200 measure:lb"]),
        ("a debt of 1,200 pounds", ["[1,200 pounds] 1200..1200 money:GBP"]),
        ("26 million pounds of concrete", ["[26 million pounds] 26000000..26000000 measure:lb"]),
        ("26 million pounds of public money", ["[26 million pounds] 26000000..26000000 money:GBP"]),
        ("500 pounds of their own", ["[500 pounds] 500..500 money:GBP"]),
        ("at nearly 11,000 feet a minute", ["[nearly 11,000 feet a minute] 11000..11000~ measure:ft/min"]),
        ("rose 300 metres per minute", ["[300 metres per minute] 300..300 measure:m/min"]),
        ("the younger, Carl Bonin, thirty-two, left", ["[thirty-two] 32..32 age:year"]),
        ("In Lagos, twelve, they say, left", ["[twelve] 12..12 count:"]),
        (
            "300 men and more than 40 women",
            ["[300 men] 300..300 count:men", "[more than 40 women] 40..None count:women"],
        ),
        ("300 men or over forty women", ["[300 men] 300..300 count:men", "[over forty women] 40..None count:women"]),
        ("killed 300 and more than 40 fled", ["[300] 300..300 count:", "[more than 40] 40..None count:"]),
        ("300 men and more", ["[300 men and more] 300..None count:men"]),
        ("in Lagos, twenty, forty, and more", ["[twenty] 20..20 count:", "[forty] 40..40 count:"]),
        ("about a quarter of a million", ["[about a quarter of a million] 250000..250000~ count:"]),
        ("hardly half a million", ["[hardly half a million] 500000..500000~ count:"]),
        ("between the two lies a lake", ["[two] 2..2 count:"]),
        ("four in five of the people", ["[four in five of the people] 0.8..0.8 count:people"]),
        ("killed three in four attacks", ["[three] 3..3 count:", "[four attacks] 4..4 count:attacks"]),
        (
            "three quarters of the 74 million cubic metres",
            ["[three quarters] 0.75..0.75 count:", "[74 million cubic metres] 74000000..74000000 measure:m3"],
        ),
        ("in the worst case 1.4 million people", ["[1.4 million people] 1400000..1400000 count:people"]),
        ("who was 4 of 6", ["[4] 4..4 count:", "[6] 6..6 count:"]),
        ("At eight she left", ["[eight] 8..8 count:"]),  # it may be the hour
        ("20 cubic kilometres of rock", ["[20 cubic kilometres] 20..20 measure:km3"]),
        ("minus 17 Fahrenheit", ["[minus 17 Fahrenheit] -17..-17 measure:degF"]),
        ("12,000 gold doblas a year", ["[12,000 gold doblas] 12000..12000 count:gold doblas"]),
        ("a mast 8.8 m high", ["[8.8 m] 8.8..8.8 measure:m"]),
        ("some 8 m people", ["[some 8 m people] 8..8~ count:m people"]),
        (
            "one journalist and eight officers",
            [
                "[one journalist] 1..1 count:journalist",
                "[eight officers] 8..8 count:officers",
            ],
        ),
        (
            "eight intelligence and diplomatic officers",
            [
                "[eight intelligence and diplomatic officers] 8..8 count:intelligence and diplomatic officers",
            ],
        ),
        (
            "eight officers and a journalist were shot",
            [
                "[eight officers] 8..8 count:officers",
                "[a journalist] 1..1 count:journalist",
            ],
        ),
        (
            "15 of his bodyguards",
            [
                "[15 of his bodyguards] 15..15 count:bodyguards",
            ],
        ),
        (
            "10 of the 30 hostages",
            [
                "[10] 10..10 count:hostages",
                "[30 hostages] 30..30 count:hostages",
            ],
        ),
        (
            "10 and 20 soldiers",
            [
                "[10] 10..10 count:soldiers",
                "[20 soldiers] 20..20 count:soldiers",
            ],
        ),
        (
            "10 killed, 20 injured",
            [
                "[10 killed] 10..10 count:killed",
                "[20 injured] 20..20 count:injured",
            ],
        ),
        (
            "12 police vans",
            [
                "[12 police vans] 12..12 count:police vans",
            ],
        ),
        (
            "250 Pakistanis had fled",
            [
                "[250 Pakistanis] 250..250 count:Pakistanis",
            ],
        ),
        (
            "prices rose by 3 percentage points",
            [
                "[3 percentage points] 3..3 percent:%",
            ],
        ),
        (
            "thirty per cent of shops",
            [
                "[thirty per cent] 30..30 percent:%",
            ],
        ),
        (
            "It cost $3.5bn.",
            [
                "[$3.5bn] 3500000000..3500000000 money:USD",
            ],
        ),
        (
            "USD 400 million was found.",
            [
                "[USD 400 million] 400000000..400000000 money:USD",
            ],
        ),
        (
            "They paid 500 Saudi riyals.",
            [
                "[500 Saudi riyals] 500..500 money:SAR",
            ],
        ),
        (
            "They paid 500 riyals.",
            [
                "[500 riyals] 500..500 money:riyals",
            ],
        ),
        (
            "a 15-year-old boy",
            [
                "[15-year-old] 15..15 age:year",
            ],
        ),
        (
            "Aisha Karim, 34, a teacher",
            [
                "[34] 34..34 age:year",
            ],
        ),
        (
            "a boy aged 12",
            [
                "[12] 12..12 age:year",
            ],
        ),
        (
            "two-day talks",
            [
                "[two-day] 2..2 duration:day",
            ],
        ),
        (
            "12 sq km of forest",
            [
                "[12 sq km] 12..12 measure:km2",
            ],
        ),
        (
            "a 500-pound bomb",
            [
                "[500-pound] 500..500 measure:lb",
            ],
        ),
        (
            "30 km/h winds",
            [
                "[30 km/h] 30..30 measure:km/h",
            ],
        ),
        (
            "a 5m wall",
            [
                "[5m] 5..5 measure:m",
            ],
        ),
        (
            "5m people",
            [
                "[5m people] 5000000..5000000 count:people",
            ],
        ),
    ],
)
def test_unit(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "on the eighth day",
            [
                "[eighth day] 8..8 ordinal:day",
            ],
        ),
        (
            "the twenty-first attempt",
            [
                "[twenty-first attempt] 21..21 ordinal:attempt",
            ],
        ),
        (
            "the 2nd Battalion",
            [
                "[2nd Battalion] 2..2 ordinal:Battalion",
            ],
        ),
        (
            "She finished second!",
            [
                "[second] 2..2 ordinal:",
            ],
        ),
        (
            "one hundred and twenty-fifth",
            [
                "[one hundred and twenty-fifth] 125..125 ordinal:",
            ],
        ),
        (
            "the first two rounds",
            [
                "[first] 1..1 ordinal:",
                "[two rounds] 2..2 count:rounds",
            ],
        ),
    ],
)
def test_ordinal(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        "They won 20–18 last night.",
        "Server 192.168.0.1 answered.",
        "Call 555-123-4567 now.",
        "Call +441632960961 now.",
        "Write to bureau7@example.org or see https://example.org/?q=30%2520.",
        "section 5 and 6 of the law",
        "No. 12 was empty.",
        "the Airbus A380 and the F-16",
        "COVID-19 and the G20",
        "At 10:30 and at 5 pm",
        "At four o'clock",
        "Chapter 3 of version 2.0.1",
        "No one came, and one of the doors stood open.",
        "one by one they left",
        "Which one is yours?",
        "First, we eat.",
        "World War II",
        "the second half",
        "He rode on Route 66 to Apollo 11.",
        "3. Results",
        "as seen [12] before",
        "It has 1234567890123456789012345678901234567890 digits.",
    ],
)
def test_counts_nothing(text: str) -> None:
    assert read_numbers(text, "en") == []
