"""The Islamic and Julian calendars, against dates that any almanac has."""

from __future__ import annotations

import pytest

from align.calendars import Day, day_number, days_in_islamic_month, days_in_month, historical_day, islamic_to_historical


@pytest.mark.parametrize(
    ("islamic", "expected"),
    [
        ((1, 1, 1), (622, 7, 16)),
        ((583, 7, 27), (1187, 10, 2)),
        ((1318, 10, 5), (1901, 1, 26)),
        ((1400, 1, 1), (1979, 11, 20)),
        ((1445, 9, 1), (2024, 3, 11)),
    ],
)
def test_islamic_dates(islamic: Day, expected: Day) -> None:
    assert islamic_to_historical(*islamic) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (2_299_160, (1582, 10, 4)),
        (2_299_161, (1582, 10, 15)),
        (2_451_545, (2000, 1, 1)),
        (1_721_424, (1, 1, 1)),
        (0, (-4712, 1, 1)),
    ],
)
def test_days_on_both_sides_of_the_reform(number: int, expected: Day) -> None:
    assert historical_day(number) == expected
    assert day_number(expected) == number


@pytest.mark.parametrize(("year", "month", "length"), [(1900, 2, 28), (2000, 2, 29), (None, 2, 29), (1997, 6, 30)])
def test_lengths_of_months(year: int | None, month: int, length: int) -> None:
    assert days_in_month(year, month) == length


@pytest.mark.parametrize(("year", "month", "length"), [(2, 12, 30), (3, 12, 29), (680, 7, 30), (1442, 9, 30)])
def test_lengths_of_islamic_months(year: int, month: int, length: int) -> None:
    assert days_in_islamic_month(year, month) == length
