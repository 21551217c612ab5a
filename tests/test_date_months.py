"""Months without day and year, where the word is a name or another word too."""

from __future__ import annotations

import pytest
from date_cases import edtf


@pytest.mark.parametrize(
    ("text", "quoted", "code"),
    [
        ("August can bring storms.", "August", "XXXX-08"),
        ("March saw heavy rain.", "March", "XXXX-03"),
        ("\u201cJune is coming!\u201d they sang.", "June", "XXXX-06"),
        ("From August Nora will play the queen.", "August", "XXXX-08"),
        ("In March President Alver spoke.", "March", "XXXX-03"),
        ("It has rained since April Tuesdays too.", "April", "XXXX-04"),
        ("It has rained since April.", "April", "XXXX-04"),
        ("The money lasts well into April.", "April", "XXXX-04"),
        ("The festival lasts all August, with floats.", "August", "XXXX-08"),
        ("More fell than in a normal June, they said.", "June", "XXXX-06"),
    ],
)
def test_months(text: str, quoted: str, code: str) -> None:
    assert (quoted, code) in edtf(text)


@pytest.mark.parametrize(
    "text",
    [
        "June is a teacher.",
        "June was 45 then.",
        "Nora June is here.",
        "It came from June Alver.",
        "A song by April Alver.",
        "They have marched since May Day.",
        "May is under pressure.",
        "They march in the square.",
    ],
)
def test_names_and_words(text: str) -> None:
    assert not [code for _, code in edtf(text) if code and code.startswith("XXXX")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the April wheat contract rose", [("April", "XXXX-04")]),
        ("The June vote was close", [("June", "XXXX-06")]),
        ("April wheat rose", []),
        ("the May vote", []),
        ("In February the two sides met", [("February", "XXXX-02")]),
        ("on February the second", [("February the second", "XXXX-02-02")]),
        ("The June Carter song", []),
        ("in June's draft", [("June", "XXXX-06")]),
        ("ahead of November\u2019s vote", [("November", "XXXX-11")]),
        ("May's cabinet", []),
        ("on New Year\u2019s Eve", [("New Year\u2019s Eve", "XXXX-12-31")]),
    ],
)
def test_a_month_before_a_noun(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert edtf(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قد يحمل شهر أكتوبر أمطارا", [("شهر أكتوبر", "XXXX-10")]),
        ("خلال النصف الأول من أكتوبر", [("النصف الأول من أكتوبر", "XXXX-10-01/XXXX-10-15")]),
        ("هتفوا «نوفمبر قادم»", [("نوفمبر", "XXXX-11")]),
        ("نلتقي في نوفمبر القادم", [("نوفمبر القادم", None)]),
    ],
)
def test_arabic(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert edtf(text, "ar") == expected
