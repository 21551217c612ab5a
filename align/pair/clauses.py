"""Pairing of clauses: a claim that is a sentence in one text is often a subordinate clause in the other.

Runs of one to three adjacent clauses are compared with each other; the background of the margin is made of
single clauses only, because overlapping runs would all be each other's neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.model import DocumentAnalysis
from align.pair.passages import Link, Passage, TextVectors, clause_windows
from align.pair.similarity import (
    BIAS,
    NEIGHBOURS,
    WEIGHT_COSINE,
    WEIGHT_MARGIN,
    Floats,
    Integers,
    nearest,
    probability,
)

WIDEST = 3  # clauses in a run
FLOOR = 0.75  # above that for sentences: there are many more runs than sentences
PER_RUN = 4  # candidates looked at for each run of clauses


def pair_clauses(
    links: Sequence[Link], left: DocumentAnalysis, right: DocumentAnalysis, vectors: TextVectors
) -> list[Link]:
    """Links between runs of clauses, at least one side of each from a sentence that has no counterpart yet."""
    free_left = _free(links, left, "left")
    free_right = _free(links, right, "right")
    if not (free_left or free_right):
        return []
    left_windows = clause_windows(left, range(len(left.segments)), WIDEST)
    right_windows = clause_windows(right, range(len(right.segments)), WIDEST)
    if not left_windows or not right_windows:
        return []
    rows, columns, odds = _score(left_windows, right_windows, vectors)
    linked = {(a.segment, b.segment) for link in links for a in link.left for b in link.right}
    chosen: list[Link] = []
    for at in np.argsort(-odds, kind="stable"):
        score = float(probability(odds[at]))
        if score < FLOOR:
            break
        a, b = left_windows[rows[at]], right_windows[columns[at]]
        free = a.segment in free_left or b.segment in free_right
        if free and (a.segment, b.segment) not in linked and not _overlaps(a, b, chosen):
            chosen.append(Link((a,), (b,), score))
            linked.add((a.segment, b.segment))
    return chosen


def _free(links: Sequence[Link], analysis: DocumentAnalysis, side: str) -> set[int]:
    paired = {passage.segment for link in links for passage in getattr(link, side)}
    return set(range(len(analysis.segments))) - paired


def _score(
    left: Sequence[Passage], right: Sequence[Passage], vectors: TextVectors
) -> tuple[Integers, Integers, Floats]:
    left_vectors = vectors([window.masked for window in left])
    right_vectors = vectors([window.masked for window in right])
    left_single, right_single = _singles(left), _singles(right)
    row_background = nearest(left_vectors, right_vectors[right_single], NEIGHBOURS)[1].mean(1)
    column_background = nearest(right_vectors, left_vectors[left_single], NEIGHBOURS)[1].mean(1)
    found, cosine = nearest(left_vectors, right_vectors, PER_RUN)
    rows = np.repeat(np.arange(len(left)), found.shape[1])
    columns = found.ravel()
    margin = cosine.ravel() / np.maximum((row_background[rows] + column_background[columns]) / 2, 1e-6)
    return rows, columns, WEIGHT_COSINE * cosine.ravel() + WEIGHT_MARGIN * margin + BIAS


def _singles(windows: Sequence[Passage]) -> Integers:
    """Indices of the windows that hold no smaller one: single clauses."""
    ends: dict[tuple[int, int], int] = {}
    for at, window in enumerate(windows):
        key = (window.segment, window.start)
        if key not in ends or window.end < windows[ends[key]].end:
            ends[key] = at
    return np.array(sorted(ends.values()), dtype=np.int64)


def _overlaps(a: Passage, b: Passage, chosen: Sequence[Link]) -> bool:
    return any(
        (link.left[0].start < a.end and a.start < link.left[0].end)
        or (link.right[0].start < b.end and b.start < link.right[0].end)
        for link in chosen
    )
