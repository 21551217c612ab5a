"""A span of time in one text, and the same distance from the day of writing in the other."""

from __future__ import annotations

import pytest

from align.comparison.distances import told_as_distances
from align.pipeline import extract


@pytest.mark.parametrize(
    ("span", "distance", "told"),
    [
        ("She has lived here for 18 years.", "تسكن هنا منذ 18 عاما", True),
        ("It is the boldest plan in four decades.", "وهي أجرأ خطة منذ أربعة عقود", True),
        ("It had been more four years earlier.", "وكانت أكثر قبل أربع سنوات", True),
        ("She has lived here for 68 years.", "تسكن هنا منذ 18 عاما", False),
        ("She has lived here for 18 months.", "تسكن هنا منذ 18 عاما", False),
        ("She has lived here for 18 years.", "تسكن هنا منذ 18 عاما، أي 18 سنة", False),
    ],
)
def test_what_is_counted_back_tells_a_span(span: str, distance: str, told: bool) -> None:
    left, right = extract(span, "en"), extract(distance, "ar")
    assert bool(told_as_distances(left, right)) == told
    assert bool(told_as_distances(right, left)) == told
