"""Which counts are parts of which totals, and what that says of two texts."""

from __future__ import annotations

import pytest

from align import Document
from align.comparison.part_whole import Divisions, coordinations, totals_of_parts
from align.model import DocumentAnalysis
from align.pipeline import analyse


def read(language: str, text: str) -> DocumentAnalysis:
    return analyse(Document("text", language, text))


def divided(language: str, text: str) -> list[tuple[str, str]]:
    analysis = read(language, text)
    return [(part.text, total.text) for part, total in totals_of_parts(analysis.mentions, analysis.document).items()]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Of 640 old houses that were hit, about 60 had to go.", [("about 60", "640 old houses")]),
        ("en", "Out of 90 boats 17 came back.", [("17", "90 boats")]),
        ("en", "They met 90 boats and 17 horses.", []),
        ("ar", "دُفن هناك 90 من سكانه المئتين.", [("90 من سكانه", "المئتين")]),
        ("ar", "دُفن هناك 90 رجلا ومئتا امرأة.", []),
        ("en", "Five of the six men were Danes and one was a Swede.", [("Five", "six men"), ("one", "six men")]),
        ("en", "With the loss of 73 lives it was worse than the other, which killed 48.", []),
        ("en", "There were 26 guests; within ten years, six of them were dead.", [("six", "26 guests")]),
        ("en", "There were 26 guests. Six of them were dead by spring.", [("Six", "26 guests")]),
        ("en", "There were 26 guests.\n\nSix of them were dead by spring.", []),
        (
            "en",
            "It made 17 voyages, ten of them to Malta and seven to Crete.",
            [("ten", "17 voyages"), ("seven", "17 voyages")],
        ),
        ("en", "It sent 45,000 men, most of them to Crete, and 2,000 mules.", []),
        ("en", "It killed 36 men: 13 guests and 22 sailors.", [("13 guests", "36 men"), ("22 sailors", "36 men")]),
        ("en", "It killed six people: 13 guests and 22 sailors were saved.", []),
        ("ar", "تضرر 640 منزلا، كان تسعون منها على وشك السقوط.", [("تسعون", "640 منزلا")]),
        ("ar", "من أصل 90 قاربا عاد 17.", [("17", "90 قاربا")]),
        (
            "ar",
            "سقط 172 جنديا، بينهم 33 بريطانيا و129 أميركيا.",
            [("33 بريطانيا", "172 جنديا"), ("129 أميركيا", "172 جنديا")],
        ),
        ("ar", "سقط 172 جنديا وأصيب 33 بريطانيا.", []),
    ],
)
def test_parts_and_their_totals(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert divided(language, text) == expected


OF_HOUSES = "Of 640 old houses that were hit, about 60 had to go."
OF_CREW = "Five of the six sailors were men and one was a child."
OF_VOYAGES = "It made 17 voyages, ten of them to Malta and seven to Crete."


@pytest.mark.parametrize(
    ("left", "right", "values", "expected"),
    [
        (OF_HOUSES, "تضرر 640 منزلا، كان تسعون منها على وشك السقوط.", ("about 60", "تسعون"), True),
        (OF_HOUSES, "تضرر 460 منزلا، كان تسعون منها على وشك السقوط.", ("about 60", "تسعون"), False),
        (OF_HOUSES, "تضرر 640 منزلا، وكان تسعون شخصا فيها.", ("about 60", "تسعون شخصا"), False),
        (OF_VOYAGES, "أبحرت 17 مرة، ثمان منها إلى كريت.", ("seven", "ثمان"), True),
        (OF_VOYAGES, "أبحرت 17 مرة، عشر منها إلى مالطا.", ("seven", "عشر"), False),
        (OF_VOYAGES, "أبحرت 17 مرة، عشر منها إلى مالطا.", ("ten", "عشر"), True),
        (OF_CREW, "كان فيهم أربعة رجال وطفلان.", ("Five", "أربعة رجال"), True),
        (OF_CREW, "كان فيهم أربعة رجال وطفلان.", ("one", "طفلان"), True),
        (OF_CREW, "كان فيهم أربعة رجال وثلاث نساء.", ("Five", "أربعة رجال"), False),
        (OF_CREW, "كان فيهم خمسة رجال وطفل.", ("Five", "خمسة رجال"), False),
    ],
)
def test_parts_of_one_total(left: str, right: str, values: tuple[str, str], expected: bool) -> None:
    assert related(left, right, values)[0] is expected


@pytest.mark.parametrize(
    ("left", "right", "values", "expected"),
    [
        ("It killed 36 people: 13 guests and a sailor.", "قتل 35 شخصا، منهم 13 ضيفا.", ("36 people", "35 شخصا"), True),
        ("It killed 36 people: 13 guests and a sailor.", "قتل 35 شخصا، منهم 12 ضيفا.", ("36 people", "35 شخصا"), False),
        ("It killed 36 people: two guests and a sailor.", "قتل 35 شخصا، منهم اثنان.", ("36 people", "35 شخصا"), False),
    ],
)
def test_totals_that_share_a_part(left: str, right: str, values: tuple[str, str], expected: bool) -> None:
    assert related(left, right, values)[1] is expected


def related(left: str, right: str, values: tuple[str, str]) -> tuple[bool, bool]:
    analyses = read("en", left), read("ar", right)
    totals = [totals_of_parts(each.mentions, each.document) for each in analyses]
    groups = [coordinations(a.mentions, a.document, own) for a, own in zip(analyses, totals, strict=True)]
    divisions = Divisions(totals[0], totals[1], (groups[0], groups[1]))
    a, b = (
        next(mention for mention in each.mentions if mention.text == text)
        for each, text in zip(analyses, values, strict=True)
    )
    return divisions.parts_of_one(a, b), divisions.share_a_part(a, b)
