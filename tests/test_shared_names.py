"""Where two documents speak of the names that they share."""

from __future__ import annotations

import pytest

from align.model import Span
from align.names.shared import NamePlaces

SPAN = Span(20, 24)


@pytest.mark.parametrize(("first", "second"), [(1, 2), (2, 1), (-1, -2), (-2, -1)])
def test_two_names_of_one_place_stand_beside_a_span_together(first: int, second: int) -> None:
    places = NamePlaces([(3, 8, 7), (10, 15, first), (10, 15, second), (30, 34, 9)])
    assert places.beside(SPAN, 150, 100) == {first, second, 9}
    assert places.within(Span(10, 20)) == {first, second}
    assert sorted(places.groups) == sorted([7, first, second, 9])


def test_names_far_away_stand_beside_no_span() -> None:
    places = NamePlaces([(3, 8, 7), (10, 15, 1), (30, 34, 9)])
    assert places.beside(SPAN, 4, 5) == frozenset()
    assert places.beside(SPAN, 5, 5) == {1}
    assert places.beside(Span(0, 2), 150, 100) == {7}
    assert NamePlaces([]).beside(SPAN, 150, 100) == frozenset()
