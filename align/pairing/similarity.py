"""How alike two passages are, against the background of everything else the two texts say.

The score is a margin: the cosine above the mean cosine of the nearest neighbours on both sides, after Artetxe and
Schwenk, "Margin-based Parallel Corpus Mining with Multilingual Sentence Embeddings" (ACL 2019), where the
difference tells more than their ratio as soon as most passages are about one subject. Only the nearest candidates
of each passage are kept, so that memory grows with the length of the texts, not its square.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.encode import Vectors
from align.nearest import nearest, pair_cosines
from align.pairing.distinctive import distinctive

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

NEIGHBOURS = 4
CANDIDATES = 8
SAME = 1e-5  # margins less apart than this differ by the processor alone
# Cosine of neighbours that a passage of a very short text lacks, in plain and in distinctive vectors.
TYPICAL, TYPICAL_DISTINCTIVE = 0.3, 0.05

# Logistic regressions of "these two tell the same thing", fitted together by training/fit_pairing.py on news texts
# in order, the same texts shuffled with passages dropped and foreign ones mixed in, a few sentences of each, and the
# gold of the shipped corpora. The likelier the texts translate each other (`manner.py`), the more the first counts.
TRANSLATION = {
    "bias": -3.25,
    "distinct": 9.89,
    "margin": 4.89,
    "lead": 5.03,
    "shared_names": 1.38,
    "unshared_names": -0.31,
    "unit": 0.49,
    "same_kinds": 1.39,
    "time": 0.66,
    "numbers_apart": -0.42,
    "dates_apart": -0.09,
    "words": 0.51,
    "words_lead": 3.01,
}
RETELLING = {
    "bias": -3.2,
    "distinct": 8.19,
    "margin": 2.69,
    "lead": 3.25,
    "shared_names": 2.23,
    "unshared_names": -0.04,
    "unit": 1.91,
    "same_kinds": 1.25,
    "time": 0.81,
    "numbers_apart": 0.15,
    "dates_apart": -0.18,
    "words": 4.25,
    "words_lead": 4.36,
}
# The same for runs of clauses, which overlap: there a lead over the next candidate says nothing. Their margin is
# the ratio.
CLAUSE_WEIGHTS = {
    "bias": -9.28,
    "cosine": -1.53,
    "margin": 6.76,
    "shared_names": 2.34,
    "unshared_names": -0.32,
    "unit": 1.58,
    "same_kinds": 1.34,
    "time": 0.79,
}


class Space:
    """The passages of two texts as vectors, and the nearest of each on the other side."""

    def __init__(self, left: Vectors, right: Vectors, typical: float) -> None:
        self._left, self._right, self._typical = left, right, typical
        self._forward = nearest(left, right, max(CANDIDATES, NEIGHBOURS + 1))
        self._backward = nearest(right, left, max(CANDIDATES, NEIGHBOURS + 1))

    def near(self) -> tuple[Integers, Integers]:
        """Rows and columns of the nearest passages of each passage, from both sides, some of them twice."""
        forward, backward = self._forward[0], self._backward[0]
        rows = np.concatenate([np.repeat(np.arange(len(forward)), forward.shape[1]), backward.ravel()])
        columns = np.concatenate([forward.ravel(), np.repeat(np.arange(len(backward)), backward.shape[1])])
        return rows, columns

    def cosine(self, rows: Integers, columns: Integers) -> Floats:
        return pair_cosines(self._left, self._right, rows, columns)

    def margin(self, rows: Integers, columns: Integers) -> Floats:
        """By how much the cosine of each pair stands above the background of its two passages."""
        backgrounds = (
            _background(*self._forward, rows, columns, self._typical),
            _background(*self._backward, columns, rows, self._typical),
        )
        return self.cosine(rows, columns) - (backgrounds[0] + backgrounds[1]) / 2


def _background(
    indices: Integers, cosines: Floats, passages: Integers, counterparts: Integers, typical: float
) -> Floats:
    """Mean cosine of the nearest neighbours of each passage but for its counterpart; `typical` for each it lacks."""
    around = indices[passages, : NEIGHBOURS + 1] == counterparts[:, None]
    values = np.where(around, 0.0, cosines[passages, : NEIGHBOURS + 1])
    others = values.shape[1] - around.sum(1)
    surplus = np.where(others > NEIGHBOURS, values[:, -1], 0.0)
    total = values.sum(1) - surplus + typical * np.maximum(0, NEIGHBOURS - others)
    return np.asarray(total / NEIGHBOURS, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Candidate pairs as parallel arrays: row i with column j, and how near they are.

    `margin` is that of the plain vectors, `distinct` that of the distinctive ones.
    """

    rows: Integers
    columns: Integers
    cosine: Floats
    margin: Floats
    distinct: Floats


class Likeness:
    """How alike the passages of two texts are."""

    def __init__(self, left: Vectors, right: Vectors) -> None:
        self._width = len(right)
        self._plain = Space(left, right, TYPICAL)
        self._distinct = Space(*distinctive(left, right), TYPICAL_DISTINCTIVE)

    def candidates(self, extra: tuple[Integers, Integers] | None = None) -> Candidates:
        """The nearest passages of each passage, from both sides, with `extra` (row, column) pairs beside them."""
        found = [self._plain.near(), self._distinct.near(), *([extra] if extra is not None else [])]
        keys = np.unique(np.concatenate([rows * self._width + columns for rows, columns in found]))
        i, j = keys // self._width, keys % self._width
        return Candidates(i, j, self._plain.cosine(i, j), self._plain.margin(i, j), self._distinct.margin(i, j))


def lead(keys: Integers, values: Floats) -> Floats:
    """By how much each value leads the best other value of the same key (negative where it trails).

    The same sentence told twice does not compete with itself.
    """
    if not len(values):
        return values
    best = np.full(int(keys.max()) + 1, -np.inf)
    np.maximum.at(best, keys, values)
    is_best = values >= best[keys] - SAME
    second = np.full(len(best), -np.inf)
    np.maximum.at(second, keys[~is_best], values[~is_best])
    gap = np.where(is_best, values - second[keys], values - best[keys])
    return np.where(np.isfinite(gap), gap, 0.0)


def lead_on_both_sides(rows: Integers, columns: Integers, values: Floats) -> Floats:
    """By how much each value leads the best other one of its row and of its column, whichever is less."""
    return np.asarray(np.minimum(lead(rows, values), lead(columns, values)), dtype=np.float64)


def vector_features(candidates: Candidates) -> Floats:
    """Both margins of each candidate and its lead over the next, shape (n, 3), in the order of the weights."""
    ahead = lead_on_both_sides(candidates.rows, candidates.columns, candidates.distinct)
    return np.stack([candidates.distinct, candidates.margin, ahead], axis=1)


def log_odds(vector: Floats, evidence: Floats, weights: Mapping[str, float]) -> Floats:
    """The log odds that each candidate pair tells the same thing, from its features in the order of `weights`."""
    bias, *slopes = weights.values()
    return np.asarray(np.concatenate([vector, evidence], axis=1) @ np.array(slopes) + bias, dtype=np.float64)
