"""Vectors without the subject that two texts share, so that sentences about one thing can be told apart.

Every sentence of a report on an earthquake is near every other one: they are about the earthquake. The mean of a
text is taken out of its vectors, and a direction in which the sentences of the two texts vary much, as they do
between two sides of the subject, counts less than one that few of them take. This is whitening with the
covariance of the two texts themselves, kept from overfitting where they are short.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from align.encode import Vectors

Floats = npt.NDArray[np.float64]

# Sentences after which a text's own mean and variation count for half of what they would in a long one.
_MEAN_PRIOR = 5
_VARIATION_PRIOR = 10
_RIDGE = 0.5  # of the mean variance: below it a direction is left as it is


def distinctive(left: Vectors, right: Vectors) -> tuple[Vectors, Vectors]:
    """Unit vectors of the same shapes, with what all sentences of the two texts share taken back."""
    a, b = _centred(left), _centred(right)
    directions, variance = variation(np.concatenate([a, b]))
    count = len(a) + len(b)
    ridge = _RIDGE * variance.sum() / max(1, min(count, a.shape[1]))
    taken_back = 1 - np.sqrt(ridge / (variance * count / (count + _VARIATION_PRIOR) + ridge))
    return _taken_back(a, directions, taken_back), _taken_back(b, directions, taken_back)


def _centred(vectors: Vectors) -> Floats:
    wide = vectors.astype(np.float64)
    return np.asarray(wide - wide.sum(0) / (len(wide) + _MEAN_PRIOR), dtype=np.float64)


def variation(vectors: Floats) -> tuple[Floats, Floats]:
    """Orthogonal directions, shape (m, width), and the mean square of the vectors along each."""
    count, width = vectors.shape
    small = count <= width  # the smaller of the two products has all that is needed
    values, found = np.linalg.eigh(vectors @ vectors.T if small else vectors.T @ vectors)
    kept = values > 1e-9 * max(1e-9, float(values[-1]))
    values, found = values[kept], found[:, kept]
    directions = (vectors.T @ found / np.sqrt(values)).T if small else found.T
    return directions, values / count


def _taken_back(vectors: Floats, directions: Floats, shares: Floats) -> Vectors:
    return _unit(vectors - ((vectors @ directions.T) * shares) @ directions)


def _unit(vectors: Floats) -> Vectors:
    lengths = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return np.asarray(vectors / lengths, dtype=np.float32)
