"""Order as evidence: a translation keeps the order of its original, a retelling need not.

Whether two texts keep one order is told from the pairs that are sure without it. Where they do, a candidate
near the line through those pairs gains; where they do not, order says nothing.
"""

from __future__ import annotations

import bisect

import numpy as np

from align.pairing.similarity import Floats, Integers

FEWEST_ANCHORS = 4
ORDERED_SHARE = 0.85  # of the anchors that one rising line passes through
REACH = 1  # sentences about the line that become candidates
BONUS = 3.0  # log odds at the line, falling to -BONUS at FAR sentences from it
FAR = 4.0


def near_diagonal(rows: Integers, columns: Integers, height: int, width: int) -> tuple[Integers, Integers] | None:
    """Candidates along the line through the anchors, or None where the texts do not keep one order."""
    if len(rows) < FEWEST_ANCHORS or _longest_rise(columns[np.argsort(rows)]) < ORDERED_SHARE * len(rows):
        return None
    forward, backward = _near(rows, columns, height, width), _near(columns, rows, width, height)
    return np.concatenate([forward[0], backward[1]]), np.concatenate([forward[1], backward[0]])


def narrative_bonus(rows: Integers, columns: Integers, anchor_rows: Integers, anchor_columns: Integers) -> Floats:
    """Log odds that a candidate gains or loses by its distance from the line through the anchors."""
    across = np.abs(columns - _expected(rows, anchor_rows, anchor_columns))
    along = np.abs(rows - _expected(columns, anchor_columns, anchor_rows))
    return np.asarray(BONUS * (1 - (np.minimum(across, FAR) + np.minimum(along, FAR)) / FAR), dtype=np.float64)


def _near(rows: Integers, columns: Integers, height: int, width: int) -> tuple[Integers, Integers]:
    """For each row the columns about the line."""
    i = np.repeat(np.arange(height), 2 * REACH + 1)
    offset = np.tile(np.arange(-REACH, REACH + 1), height)
    j = np.rint(_expected(i, rows, columns)).astype(np.int64) + offset
    inside = (j >= 0) & (j < width)
    return i[inside], j[inside]


def _expected(rows: Integers, anchor_rows: Integers, anchor_columns: Integers) -> Floats:
    """The column that the anchors lead to expect for each row; beyond the outermost anchors one step a row."""
    order = np.argsort(anchor_rows)
    x, y = anchor_rows[order].astype(float), np.maximum.accumulate(anchor_columns[order].astype(float))
    inner = np.interp(rows, x, y)
    inner = np.where(rows < x[0], y[0] - (x[0] - rows), inner)
    return np.asarray(np.where(rows > x[-1], y[-1] + (rows - x[-1]), inner), dtype=np.float64)


def _longest_rise(values: Integers) -> int:
    """Length of the longest strictly increasing subsequence (patience sorting)."""
    tails: list[int] = []
    for value in values.tolist():
        at = bisect.bisect_left(tails, value)
        tails[at : at + 1] = [value]
    return len(tails)
