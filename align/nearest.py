"""The nearest vectors of another set, a block of rows at a time, so that memory grows with the length of the texts."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from align.encode import Vectors

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

_CELLS_AT_ONCE = 1 << 22  # cosines in memory at once
_PAIRS_AT_ONCE = 1 << 12  # vectors of pairs copied at once
_GROUP = 16  # columns of which only the largest is looked at first


def nearest(left: Vectors, right: Vectors, count: int) -> tuple[Integers, Floats]:
    """For each left vector the indices and cosines of its `count` nearest right vectors, best first."""
    count = min(count, len(right))
    rows_at_once = max(1, _CELLS_AT_ONCE // max(1, len(right)))
    indices, cosines = [], []
    for start in range(0, len(left), rows_at_once):
        block = left[start : start + rows_at_once] @ right.T
        best = _largest(block, count)
        values = np.take_along_axis(block, best, axis=1)
        order = np.argsort(-values, axis=1, kind="stable")
        indices.append(np.take_along_axis(best, order, axis=1))
        cosines.append(np.take_along_axis(values, order, axis=1))
    return np.concatenate(indices).astype(np.int64), np.concatenate(cosines).astype(np.float64)


def pair_cosines(left: Vectors, right: Vectors, rows: Integers, columns: Integers) -> Floats:
    """The cosine of `left[rows[n]]` and `right[columns[n]]` for every n; of unit vectors."""
    found = np.empty(len(rows), np.float64)
    for start in range(0, len(rows), _PAIRS_AT_ONCE):
        part = slice(start, start + _PAIRS_AT_ONCE)
        found[part] = np.einsum("nd,nd->n", left[rows[part]], right[columns[part]])
    return found


def _largest(cells: Vectors, count: int) -> Integers:
    """The columns of the `count` largest cells of each row, in no order.

    They lie in the `count` groups of columns whose largest cells are the largest, so that few cells need be sorted.
    """
    height, width = cells.shape
    groups = width // _GROUP
    if groups <= _GROUP * count:
        return np.argpartition(-cells, count - 1, axis=1)[:, :count]
    grouped = groups * _GROUP  # a group is every `groups`th column: what is left over is looked at as it is
    tops = cells[:, :grouped].reshape(height, _GROUP, groups).max(axis=1)
    chosen = np.argpartition(-tops, count - 1, axis=1)[:, :count]
    columns = (chosen[:, :, None] + groups * np.arange(_GROUP)).reshape(height, -1)
    rest = np.broadcast_to(np.arange(grouped, width), (height, width - grouped))
    columns = np.concatenate([columns, rest], axis=1)
    found = np.argpartition(-np.take_along_axis(cells, columns, axis=1), count - 1, axis=1)[:, :count]
    return np.asarray(np.take_along_axis(columns, found, axis=1), dtype=np.int64)
