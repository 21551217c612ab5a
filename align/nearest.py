"""The nearest vectors of another set, a block of rows at a time, so that memory grows with the length of the texts."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from align.encode import Vectors

_ROWS_AT_ONCE = 1024


def nearest(left: Vectors, right: Vectors, count: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """For each left vector the indices and cosines of its `count` nearest right vectors, best first."""
    count = min(count, len(right))
    indices, cosines = [], []
    for start in range(0, len(left), _ROWS_AT_ONCE):
        block = left[start : start + _ROWS_AT_ONCE] @ right.T
        best = np.argpartition(-block, count - 1, axis=1)[:, :count]
        values = np.take_along_axis(block, best, axis=1)
        order = np.argsort(-values, axis=1, kind="stable")
        indices.append(np.take_along_axis(best, order, axis=1))
        cosines.append(np.take_along_axis(values, order, axis=1))
    return np.concatenate(indices).astype(np.int64), np.concatenate(cosines).astype(np.float64)
