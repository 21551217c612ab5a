"""Which differences look like a slip of the pen: dates that only comparison knows more of than their EDTF form."""

from __future__ import annotations

import pytest
from date_cases import dates, value

from align.comparison.slips import slip


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("on 59 June 1953", "في 19 يونيو 1953", 1.0),
        ("on 59 June 1953", "في 19 يونيو", 1.0),
        ("on 59 June 1953", "في 19 يوليو 1953", 0.5),
        ("on 59 June 1953", "في عام 1953", 0.0),
        ("on 59 June 1953", "في 59 يونيو 1953", 0.0),
        ("on 19 July 1953", "في 19 يونيو 1953", 1.0),
        ("32 years ago", "قبل 52 عاما", 0.5),
        ("32 years ago", "قبل 23 عاما", 1.0),
        ("32 years ago", "قبل 57 عاما", 0.0),
        ("yesterday", "غدا", 0.0),
    ],
)
def test_dates(left: str, right: str, expected: float) -> None:
    (a,), (b,) = dates(left), dates(right, "ar")
    assert slip(value(a), value(b)) == expected
    assert slip(value(b), value(a)) == expected
