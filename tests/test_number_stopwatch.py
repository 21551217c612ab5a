"""Spans of time in figures, as a stopwatch shows them."""

from __future__ import annotations

import pytest
from number_cases import read_numbers


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The clock stopped at 27:30.42.", "en", ["[27:30.42] 1650.42..1650.42 duration:second"]),
        ("She won in 2:05:11, alone.", "en", ["[2:05:11] 7511..7511 duration:second"]),
        ("a time of 1:02:03", "en", ["[1:02:03] 3723..3723 duration:second"]),
        ("بزمن 3:28.81 دقائق", "ar", ["[3:28.81 دقائق] 208.81..208.81 duration:second"]),
        ("وسجل رقما قدره ٢:٠٦:١٢، وكان", "ar", ["[٢:٠٦:١٢] 7572..7572 duration:second"]),
        # Times of day, scores, verses and what is no time at all.
        ("It rang at 10:15:30.", "en", []),
        ("She left in 2:30.", "en", []),
        ("They won 3:1.", "en", []),
        ("in 2:75:11", "en", []),
        ("in 27:3.42", "en", []),
        ("in 1:2:3:4", "en", []),
    ],
)
def test_spans_in_figures(text: str, language: str, expected: list[str]) -> None:
    assert read_numbers(text, language) == expected
