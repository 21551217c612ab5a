"""Assignments of candidates: the best there is, whatever the size of a group."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from align.assignment import assign_candidates


@pytest.mark.parametrize(("height", "width", "seed"), [(3, 4, 0), (12, 9, 1), (40, 60, 2), (300, 280, 3)])
def test_the_sum_is_that_of_the_best_assignment_of_the_whole_table(height: int, width: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    table = np.where(random.random((height, width)) < 3 / height, random.integers(1, 20, (height, width)) / 20, 0.0)
    rows, columns = np.nonzero(table)
    chosen = assign_candidates(rows, columns, table[rows, columns])
    assert len({*rows[chosen].tolist()}) == len({*columns[chosen].tolist()}) == len(chosen)
    best = linear_sum_assignment(table, maximize=True)
    assert table[rows[chosen], columns[chosen]].sum() == pytest.approx(table[best].sum())


def test_candidates_that_are_none_are_not_assigned() -> None:
    chosen = assign_candidates(np.array([0, 1]), np.array([0, 1]), np.array([0.9, 0.01]))
    assert chosen.tolist() == [0]


@pytest.mark.parametrize("noise", [0.0, 1e-7, -1e-7])
@pytest.mark.parametrize("height", [2, 6])
def test_candidates_that_are_alike_keep_the_order_of_the_texts(height: int, noise: float) -> None:
    """Each sentence may be with each: a text says one sentence again and again, and processors differ by a little."""
    rows, columns = (part.ravel() for part in np.indices((height, height)))
    probabilities = np.full(len(rows), 0.6)
    probabilities[rows != columns] += noise
    chosen = assign_candidates(rows, columns, probabilities)
    assert rows[chosen].tolist() == columns[chosen].tolist() == list(range(height))


def test_one_of_two_alike_goes_where_it_stands() -> None:
    chosen = assign_candidates(np.array([0, 1, 2, 1]), np.array([0, 1, 0, 0]), np.array([0.6, 0.1, 0.6, 0.1]))
    assert chosen.tolist() == [0, 1]
