"""Bounds that a negation before them turns round: "was not to keep more than ten"."""

from __future__ import annotations

import pytest
from number_cases import read_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt could not keep more than 22,000 soldiers there.", "None..22000 count:soldiers"),
        ("He never stayed more than two days.", "None..2 duration:day"),
        ("They sold more than 400 boats.", "400..None count:boats"),
        ("It did not last, and more than 40 boats sank.", "40..None count:boats"),
        ("Not only did it sink more than 40 boats, it burned.", "40..None count:boats"),
        ("He had not slept for more than 24 hours.", "24..None duration:hour"),
        ("They did not leave until more than 40 boats had come.", "40..None count:boats"),
    ],
)
def test_english_denials(text: str, expected: str) -> None:
    (found,) = read_numbers(text, "en")
    assert found.partition("] ")[2] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ولم تسمح لمصر هناك بأكثر من 12 ألف جندي", "None..12000 count:جندي"),
        ("لم ترتفع الطائرة أكثر من 60 مترا", "None..60 measure:m"),
        ("لا يُسمح له بالبقاء هناك أكثر من تسعين ثانية", "None..90 duration:second"),
        ("غرق أكثر من 40 قاربا", "40..None count:قاربا"),
        ("لا يزال هناك أكثر من 700 قارب", "700..None count:قارب"),
        ("لم ينج أكثر من 40 قاربا", "40..None count:قاربا"),
        ("لم يخض حربا منذ أكثر من عشرين عاما", "20..None duration:year"),
        ("لم يبق هناك سوى أقل من 100 متر", "None..100 measure:m"),
        ("لم يمكث، فغرق أكثر من 40 قاربا", "40..None count:قاربا"),
    ],
)
def test_arabic_denials(text: str, expected: str) -> None:
    (found,) = read_numbers(text, "ar")
    assert found.partition("] ")[2] == expected
