"""A span of time in one text, and the same distance from the day of writing in the other."""

from __future__ import annotations

import pytest

from align.comparison.distances import odd_spans, told_as_distances
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


@pytest.mark.parametrize(
    ("span", "distance", "expected"),
    [
        ("She has lived here for 68 years.", "تسكن هنا منذ 18 عاما", ("68 years", "منذ 18 عاما")),
        ("She has lived here for 18 years.", "تسكن هنا منذ 18 عاما", None),
        ("She has lived here for 18 months.", "تسكن هنا منذ 18 عاما", None),
        ("She has lived here for about 68 years.", "تسكن هنا منذ 18 عاما", None),
        ("It ended with a day and a half to spare.", "وانتهى قبل يوم", None),
        ("She lived here for 68 years.", "تسكن هنا منذ 18 عاما وهناك 9 أعوام", ("68 years", "منذ 18 عاما")),
        ("She lived here for 68 years and there for 7 years.", "تسكن هنا منذ 18 عاما", None),
    ],
)
def test_one_span_and_one_distance_left_over(span: str, distance: str, expected: tuple[str, str] | None) -> None:
    left, right = extract(span, "en"), extract(distance, "ar")
    lone = {*left, *right}
    found = odd_spans(left, right, lone)
    assert (found and tuple(each.text for each in found)) == expected
    swapped = odd_spans(right, left, lone)
    assert (swapped and tuple(each.text for each in swapped)) == (expected and expected[::-1])
    assert odd_spans(left, right, set()) is None


def test_a_distance_is_compared_as_a_span() -> None:
    left, right = extract("for 68 years", "en"), extract("منذ 18 عاما", "ar")
    found = odd_spans(left, right, {*left, *right})
    assert found is not None
    span, distance = found
    assert (span.kind, distance.kind) == ("number", "number")
    assert distance.value.to_dict()["low"] == "18"
