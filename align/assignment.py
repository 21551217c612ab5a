"""The best one-to-one assignment, by SciPy's solver for tables, which loads when one is too large to try everything.

Its solver for sparse graphs loads sooner, but among many equal weights it may not end. What is used of SciPy loads on
first use: values of given units hardly ever need it.
"""

from __future__ import annotations

from itertools import permutations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

NEGLIGIBLE = 0.02  # a candidate less likely than this is none
_DIGITS = 4  # of a probability that count: the last ones of a float hang on the processor
_IN_PLACE = 1e-6  # what decides among candidates that are alike: the place in the texts
_SMALL = 4  # up to so many rows and columns all assignments are tried, in less time than the solver needs to begin


def probability(odds: Floats) -> Floats:
    """The logistic function of log odds, without SciPy's, which takes a quarter of a second to load."""
    return np.asarray((1 + np.tanh(np.asarray(odds, np.float64) / 2)) / 2, dtype=np.float64)


def best_assignment(weights: Floats) -> list[tuple[int, int]]:
    """Row and column of each chosen cell of `weights`, as many as the shorter side has, with the greatest sum."""
    if not weights.size:
        return []
    if 1 in weights.shape:  # most tables have one row or column: the solver takes a hundred times as long
        i, j = divmod(int(weights.argmax()), weights.shape[1])
        return [(i, j)]
    if max(weights.shape) <= _SMALL:
        return _best_of_all(weights)
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(weights, maximize=True)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True)]


def assign_candidates(rows: Integers, columns: Integers, probabilities: Floats) -> Integers:
    """Indices of the candidates (row, column) in the one-to-one assignment with the greatest sum of probabilities.

    Of assignments that are as likely the one wins that keeps the order: a text that says one sentence twice is answered
    in its order, on every processor. Candidates that share no row or column, directly or through others, are assigned
    apart, so that neither time nor memory grows with the whole table.
    """
    keep = np.flatnonzero(probabilities > NEGLIGIBLE)
    if not len(keep):
        return keep
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    height, width = int(rows.max()) + 1, int(columns.max()) + 1
    weights = np.round(probabilities, _DIGITS) - _IN_PLACE * (rows / height - columns / width) ** 2
    graph = coo_array((np.ones(len(keep)), (rows[keep], columns[keep] + height)), shape=(height + width,) * 2)
    _, component = connected_components(graph, directed=False)
    groups: dict[int, list[int]] = {}
    for at in keep:
        groups.setdefault(int(component[rows[at]]), []).append(int(at))
    chosen = [at for members in groups.values() for at in _assign_group(np.array(members), rows, columns, weights)]
    return np.array(sorted(chosen), dtype=np.int64)


def _assign_group(members: Integers, rows: Integers, columns: Integers, weights: Floats) -> list[int]:
    group_rows, i = np.unique(rows[members], return_inverse=True)
    group_columns, j = np.unique(columns[members], return_inverse=True)
    table = np.zeros((len(group_rows), len(group_columns)))
    table[i, j] = weights[members]
    at = {(int(a), int(b)): int(member) for a, b, member in zip(i, j, members, strict=True)}
    return [at[cell] for cell in best_assignment(table) if cell in at]


def _best_of_all(weights: Floats) -> list[tuple[int, int]]:
    rows, columns = weights.shape
    if rows > columns:
        return sorted((i, j) for j, i in _best_of_all(weights.T))
    table = weights.tolist()
    best = max(permutations(range(columns), rows), key=lambda chosen: sum(table[i][j] for i, j in enumerate(chosen)))
    return list(enumerate(best))
