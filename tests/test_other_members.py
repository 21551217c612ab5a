"""Counts of the others beside one who is named."""

from __future__ import annotations

import pytest

import align
from align import Document


@pytest.mark.parametrize(
    ("english", "arabic", "verdict"),
    [
        (
            "The commander and eleven other officers had been dismissed.",
            "وأقيل اثنا عشر ضابطا على رأسهم القائد.",
            "compatible",
        ),
        ("Twelve officers, led by the commander, were dismissed.", "وأقيل القائد و11 ضابطا آخرين.", "compatible"),
        ("The commander and eleven other officers had been dismissed.", "وأقيل القائد وعشرة ضباط آخرين.", "conflict"),
        ("The commander and eleven officers had been dismissed.", "وأقيل اثنا عشر ضابطا على رأسهم القائد.", "conflict"),
        ("The commander and eleven other officers had been dismissed.", "وأقيل أربعة عشر ضابطا.", "conflict"),
    ],
)
def test_the_others_are_one_fewer(english: str, arabic: str, verdict: str) -> None:
    left, right = Document("en", "en", english), Document("ar", "ar", arabic)
    for found in (align.compare(left, right), align.compare(right, left)):
        assert [finding.verdict for finding in found.findings if finding.kind == "number"] == [verdict]
