"""The best one-to-one assignment, by SciPy's sparse solver: `scipy.optimize` has another but takes longer to load."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

_SMALL = 4  # up to so many rows and columns all assignments are tried, in less time than the solver needs to begin


def best_assignment(weights: npt.NDArray[np.float64]) -> list[tuple[int, int]]:
    """Row and column of each chosen cell of `weights`, as many as the shorter side has, with the greatest sum."""
    if not weights.size:
        return []
    if 1 in weights.shape:  # most tables have one row or column: the solver takes a hundred times as long
        i, j = divmod(int(weights.argmax()), weights.shape[1])
        return [(i, j)]
    if max(weights.shape) <= _SMALL:
        return _best_of_all(weights)
    # A stored zero would count as no edge, so all weights are lifted above it; that changes no assignment.
    lifted = weights - weights.min() + 1.0
    rows, columns = min_weight_full_bipartite_matching(csr_array(lifted), maximize=True)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True)]


def _best_of_all(weights: npt.NDArray[np.float64]) -> list[tuple[int, int]]:
    rows, columns = weights.shape
    if rows > columns:
        return sorted((i, j) for j, i in _best_of_all(weights.T))
    table = weights.tolist()
    best = max(permutations(range(columns), rows), key=lambda chosen: sum(table[i][j] for i, j in enumerate(chosen)))
    return list(enumerate(best))
