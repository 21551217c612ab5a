"""Pairing of clauses: a claim that is a sentence in one text is often a subordinate clause in the other.

Runs of one to three adjacent clauses are compared with each other; the background of the margin is made of single
clauses only, because overlapping runs would all be each other's neighbours. Only runs that hold dates or numbers on
both sides are paired: there is nothing to compare in others, and short clauses deceive.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import NamedTuple

import numpy as np
import regex

from align.assignment import probability
from align.encode import TextVectors
from align.model import DocumentAnalysis
from align.nearest import nearest, pair_cosines
from align.pairing.evidence import FEATURES, Evidence
from align.pairing.passages import Link, Passage, clause_windows, surely_paired
from align.pairing.similarity import (
    CLAUSE_WEIGHTS,
    NEIGHBOURS,
    Floats,
    Integers,
    lead,
    log_odds,
)

WIDEST = 3  # clauses in a run
FEWEST_WORDS = 4  # besides masked values: less says nothing
PER_RUN = 4  # candidates looked at for each run of clauses
FLOOR = 0.35
LARGEST_LEAD = 1.5  # log odds that being the best on both sides may add
USES = 2  # pairs that one clause may stand in: a text tells some facts twice
_LETTERS = regex.compile(r"\p{L}{2,}")


class _Scored(NamedTuple):
    left: Passage
    right: Passage
    odds: float


def pair_clauses(
    links: Sequence[Link],
    left: DocumentAnalysis,
    right: DocumentAnalysis,
    vectors: TextVectors,
    evidence: Evidence,
) -> list[Link]:
    """Links between runs of clauses of sentences that have no sure counterpart yet."""
    sure_left, sure_right = surely_paired(links)
    if len(sure_left) == len(left.segments) or len(sure_right) == len(right.segments):
        return []
    left_windows = _windows(left, sure_left, evidence.left_has_values)
    right_windows = _windows(right, sure_right, evidence.right_has_values)
    if not len(_singles(left_windows)) or not len(_singles(right_windows)):
        return []
    # Where nothing is left to pair, no vectors need be made.
    if not _any_open(left_windows, sure_left, evidence.left_has_values):
        return []
    if not _any_open(right_windows, sure_right, evidence.right_has_values):
        return []
    best = _best_of_sentences(left_windows, right_windows, *_score(left_windows, right_windows, vectors, evidence))
    linked = {(a.segment, b.segment) for link in links for a in link.left for b in link.right}
    chosen: list[Link] = []
    for a, b, odds in sorted(best, key=lambda scored: -scored.odds):
        score = float(probability(np.array(odds)))
        if score < FLOOR:
            break
        free = a.segment not in sure_left and b.segment not in sure_right
        if free and (a.segment, b.segment) not in linked and not _used_up(a, b, chosen):
            chosen.append(Link((a,), (b,), score))
    return chosen


def _windows(analysis: DocumentAnalysis, sure: Set[int], has_values: Callable[[Passage], bool]) -> list[Passage]:
    """Runs of clauses that may be paired, and single clauses as the background that they stand out from."""
    return [
        window
        for window in clause_windows(analysis, range(len(analysis.segments)), WIDEST)
        if len(_LETTERS.findall(window.masked)) >= FEWEST_WORDS
        and (window.clauses == 1 or (window.segment not in sure and has_values(window)))
    ]


def _any_open(windows: Sequence[Passage], sure: Set[int], has_values: Callable[[Passage], bool]) -> bool:
    return any(window.segment not in sure and has_values(window) for window in windows)


def _score(
    left: Sequence[Passage], right: Sequence[Passage], vectors: TextVectors, evidence: Evidence
) -> tuple[Integers, Integers, Floats]:
    """Candidates, the nearest of every run on either side, with their log odds."""
    left_vectors = vectors([window.masked for window in left])
    right_vectors = vectors([window.masked for window in right])
    row_background = nearest(left_vectors, right_vectors[_singles(right)], NEIGHBOURS)[1].mean(1)
    column_background = nearest(right_vectors, left_vectors[_singles(left)], NEIGHBOURS)[1].mean(1)
    forward, _ = nearest(left_vectors, right_vectors, PER_RUN)
    backward, _ = nearest(right_vectors, left_vectors, PER_RUN)
    forward_keys = np.repeat(np.arange(len(left)), forward.shape[1]) * len(right) + forward.ravel()
    backward_keys = backward.ravel() * len(right) + np.repeat(np.arange(len(right)), backward.shape[1])
    keys = np.unique(np.concatenate([forward_keys, backward_keys]))
    rows, columns = keys // len(right), keys % len(right)
    cosine = pair_cosines(left_vectors, right_vectors, rows, columns)
    margin = cosine / np.maximum((row_background[rows] + column_background[columns]) / 2, 1e-6)
    measured = evidence.measure(left, right, rows, columns)
    comparable = measured[:, FEATURES.index("same_kinds")] > 0
    odds = log_odds(np.stack([cosine, margin], axis=1), measured, CLAUSE_WEIGHTS)
    return rows[comparable], columns[comparable], odds[comparable]


def _best_of_sentences(
    left: Sequence[Passage], right: Sequence[Passage], rows: Integers, columns: Integers, odds: Floats
) -> list[_Scored]:
    """The best run pair of each two sentences, with its odds raised or lowered by its lead over other sentences."""
    best: dict[tuple[int, int], int] = {}
    for at in np.argsort(-odds, kind="stable"):
        best.setdefault((left[rows[at]].segment, right[columns[at]].segment), int(at))
    kept = np.array(list(best.values()), dtype=np.int64)
    if not len(kept):
        return []
    segments = np.array(list(best))
    ahead = np.minimum(lead(segments[:, 0], odds[kept]), lead(segments[:, 1], odds[kept]))
    final = odds[kept] + np.clip(ahead, -LARGEST_LEAD, LARGEST_LEAD)
    return [_Scored(left[rows[at]], right[columns[at]], float(f)) for at, f in zip(kept, final, strict=True)]


def _singles(windows: Sequence[Passage]) -> Integers:
    """Indices of the windows that are single clauses."""
    return np.array([at for at, window in enumerate(windows) if window.clauses == 1], dtype=np.int64)


def _used_up(a: Passage, b: Passage, chosen: Sequence[Link]) -> bool:
    left = sum(link.left[0].start < a.end and a.start < link.left[0].end for link in chosen)
    right = sum(link.right[0].start < b.end and b.start < link.right[0].end for link in chosen)
    return left >= USES or right >= USES
