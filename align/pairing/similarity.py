"""How alike two passages are, against the background of everything else the two texts say.

The score is a margin: the cosine over the mean cosine of the nearest neighbours on both sides, after Artetxe
and Schwenk, "Margin-based Parallel Corpus Mining with Multilingual Sentence Embeddings" (ACL 2019). Only the
nearest candidates of each passage are kept, so that memory grows with the length of the texts, not its square.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import expit

from align.encode import Vectors

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

NEIGHBOURS = 4
CANDIDATES = 8
_CELLS_AT_ONCE = 1 << 22  # cosines in memory at once
_GROUP = 16  # columns of which only the largest is looked at first

# Logistic regression of "these two tell the same thing", fitted by training/fit_pairing.py on news texts in order,
# the same texts shuffled with passages dropped and foreign ones mixed in, and the gold of the shipped corpora.
WEIGHTS = {
    "bias": -4.13,
    "cosine": 0.89,
    "margin": 1.52,
    "lead_in_cosine": 10.0,
    "lead_in_margin": -0.1,
    "shared_names": 1.69,
    "unshared_names": -0.28,
    "unit": 1.3,
    "same_kinds": 1.67,
    "time": 1.0,
}
# The same for runs of clauses, which overlap: there a lead over the next candidate says nothing.
CLAUSE_WEIGHTS = {
    "bias": -10.5,
    "cosine": 1.7,
    "margin": 6.4,
    "shared_names": 1.7,
    "unshared_names": -0.4,
    "unit": 1.0,
    "same_kinds": 2.1,
    "time": 0.9,
}


@dataclass(frozen=True, slots=True)
class Candidates:
    """Candidate pairs as parallel arrays: row i with column j, their cosine and margin."""

    rows: Integers
    columns: Integers
    cosine: Floats
    margin: Floats


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


def find_candidates(left: Vectors, right: Vectors, extra: tuple[Integers, Integers] | None = None) -> Candidates:
    """The nearest passages of each passage, from both sides, with `extra` (row, column) pairs beside them."""
    forward, forward_cosine = nearest(left, right, CANDIDATES)
    backward, backward_cosine = nearest(right, left, CANDIDATES)
    rows = [np.repeat(np.arange(len(left)), forward.shape[1]), backward.ravel()]
    columns = [forward.ravel(), np.repeat(np.arange(len(right)), backward.shape[1])]
    if extra is not None:
        rows.append(extra[0])
        columns.append(extra[1])
    keys = np.unique(np.concatenate(rows) * len(right) + np.concatenate(columns))
    i, j = keys // len(right), keys % len(right)
    cosine = np.einsum("nd,nd->n", left[i], right[j]).astype(np.float64)
    background = (forward_cosine[:, :NEIGHBOURS].mean(1)[i] + backward_cosine[:, :NEIGHBOURS].mean(1)[j]) / 2
    return Candidates(i, j, cosine, cosine / np.maximum(background, 1e-6))


def lead(keys: Integers, values: Floats) -> Floats:
    """By how much each value leads the best other value of the same key (negative where it trails)."""
    if not len(values):
        return values
    best = np.full(int(keys.max()) + 1, -np.inf)
    np.maximum.at(best, keys, values)
    is_best = values >= best[keys]
    second = np.full(len(best), -np.inf)
    np.maximum.at(second, keys[~is_best], values[~is_best])
    gap = np.where(is_best, values - second[keys], values - best[keys])
    return np.where(np.isfinite(gap), gap, 0.0)


def vector_features(candidates: Candidates) -> Floats:
    """Cosine, margin and both leads of each candidate, shape (n, 4), in the order of `WEIGHTS`."""
    leads = [
        np.minimum(lead(candidates.rows, values), lead(candidates.columns, values))
        for values in (candidates.cosine, candidates.margin)
    ]
    return np.stack([candidates.cosine, candidates.margin, *leads], axis=1)


def log_odds(vector: Floats, evidence: Floats, weights: Mapping[str, float]) -> Floats:
    """The log odds that each candidate pair tells the same thing, from its features in the order of `weights`."""
    bias, *slopes = weights.values()
    return np.asarray(np.concatenate([vector, evidence], axis=1) @ np.array(slopes) + bias, dtype=np.float64)


def probability(odds: Floats) -> Floats:
    return np.asarray(expit(odds), dtype=np.float64)
