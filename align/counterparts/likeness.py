"""How like two documents are: their vectors, and the rare names and figures that they share.

Only likely pairs are looked at: the nearest vectors of each document, and the documents with which it shares rare
names. So work grows with the number of documents, but for the nearest vectors, which are one product of matrices.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from align.counterparts.sketch import Sketch
from align.encode import Vectors
from align.nearest import nearest

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

FEATURES = ("vector", "vector_lead", "names", "names_lead", "figures", "has_figures")
_NEAREST = 8  # documents whose vectors are nearest
_RARE = 10  # a key of at most so many documents of the other side brings its documents in as candidates
_BY_NAMES = 4  # documents that share the most of these
_PRIOR = 10  # documents that the mean of a small set is worth as much as
_TYPICAL = 0.1  # cosine of the next best, where there is none


class Likeness(NamedTuple):
    """Candidates as rows and columns, in order, and their `FEATURES`, shape (candidates, features)."""

    rows: Integers
    columns: Integers
    features: Floats


def measure(left: Sequence[Sketch], right: Sequence[Sketch]) -> Likeness:
    """Every likely pair of documents in different languages."""
    vectors = _centred(left), _centred(right)
    weights = _weigh([*left, *right])
    pairs = sorted(_candidates(left, right, vectors, weights))
    rows = np.array([row for row, _ in pairs], np.int64)
    columns = np.array([column for _, column in pairs], np.int64)
    cosine = np.einsum("nd,nd->n", vectors[0][rows], vectors[1][columns]).astype(np.float64)
    names = _shares(pairs, [each.names for each in left], [each.names for each in right], weights)
    figures = _shares(pairs, [each.figures for each in left], [each.figures for each in right], weights)
    has_figures = [bool(left[row].figures) and bool(right[column].figures) for row, column in pairs]
    leads = (_lead(rows, columns, cosine, _TYPICAL), _lead(rows, columns, names, 0.0))
    features = np.stack([cosine, leads[0], names, leads[1], figures, np.array(has_figures, np.float64)], axis=1)
    return Likeness(rows, columns, features)


def shared_names(left: Sketch, right: Sketch, weights: Mapping[str, float]) -> list[str]:
    """The names that two documents share as the left one writes them, rarest first."""
    keys = sorted(left.names.keys() & right.names.keys(), key=lambda key: (-weights[key], key))
    return list(dict.fromkeys(left.names[key] for key in keys))


def weigh_names(left: Sequence[Sketch], right: Sequence[Sketch]) -> dict[str, float]:
    return _weigh([*left, *right])


def _centred(sketches: Sequence[Sketch]) -> Vectors:
    """Unit vectors without what the documents of one side have in common: their language, their subject."""
    given = np.stack([each.vector for each in sketches])
    given = given / np.maximum(np.linalg.norm(given, axis=1, keepdims=True), 1e-9)
    centred = given - given.mean(axis=0) * (len(given) / (len(given) + _PRIOR))
    return np.asarray(centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-9), np.float32)


def _weigh(sketches: Sequence[Sketch]) -> dict[str, float]:
    """How much a key says, the more the fewer documents have it."""
    counts = Counter(key for each in sketches for key in (*each.names, *each.figures))
    return {key: math.log((len(sketches) + 1) / count) for key, count in counts.items()}


def _candidates(
    left: Sequence[Sketch],
    right: Sequence[Sketch],
    vectors: tuple[Vectors, Vectors],
    weights: Mapping[str, float],
) -> set[tuple[int, int]]:
    pairs = {(row, int(column)) for row, found in enumerate(nearest(*vectors, _NEAREST)[0]) for column in found}
    pairs |= {(int(row), column) for column, found in enumerate(nearest(*vectors[::-1], _NEAREST)[0]) for row in found}
    having = defaultdict[str, list[int]](list)
    for column, each in enumerate(right):
        for key in (*each.names, *each.figures):
            having[key].append(column)
    for row, each in enumerate(left):
        shared = Counter[int]()
        for key in (*each.names, *each.figures):
            if len(having.get(key, ())) <= _RARE:
                shared.update(dict.fromkeys(having.get(key, ()), weights[key]))
        most = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_BY_NAMES]
        pairs |= {(row, column) for column, _ in most}
    return {(row, column) for row, column in pairs if left[row].language != right[column].language}


def _shares(
    pairs: Sequence[tuple[int, int]],
    left: Sequence[Mapping[str, str]],
    right: Sequence[Mapping[str, str]],
    weights: Mapping[str, float],
) -> Floats:
    """For each pair the cosine of its keys, weighted."""

    def length(keys: Mapping[str, str]) -> float:
        return math.sqrt(sum(weights[key] ** 2 for key in sorted(keys)))

    lengths = [length(each) for each in left], [length(each) for each in right]
    shares = np.zeros(len(pairs))
    for at, (row, column) in enumerate(pairs):
        whole = lengths[0][row] * lengths[1][column]
        if whole:
            shares[at] = sum(weights[key] ** 2 for key in sorted(left[row].keys() & right[column].keys())) / whole
    return shares


def _lead(rows: Integers, columns: Integers, values: Floats, typical: float) -> Floats:
    """How far each candidate is above the best other candidate of either of its documents."""
    best_other = np.full(len(values), typical)
    for keys in (rows, columns):
        first = np.full(int(keys.max(initial=-1)) + 1, -np.inf)
        np.maximum.at(first, keys, values)
        is_first = values == first[keys]
        second = np.full(len(first), typical)
        np.maximum.at(second, keys[~is_first], values[~is_first])
        ties = np.zeros(len(first))
        np.add.at(ties, keys[is_first], 1)
        others = np.where(is_first & (ties[keys] == 1), second[keys], first[keys])
        best_other = np.maximum(best_other, others)
    return np.asarray(values - best_other, np.float64)
