"""Pairing of whole sentences: one to one over the whole text, then neighbours joined where one tells two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from align.assignment import best_assignment
from align.pairing.evidence import Evidence
from align.pairing.order import narrative_bonus, near_diagonal
from align.pairing.passages import Link, Passage, TextVectors
from align.pairing.similarity import (
    WEIGHTS,
    Candidates,
    Floats,
    Integers,
    find_candidates,
    log_odds,
    probability,
    vector_features,
)

FLOOR = 0.5  # a pair that is likelier than this is reported
ANCHOR = 0.9  # pairs as sure as this tell whether the two texts keep one order


def pair_sentences(
    left: Sequence[Passage], right: Sequence[Passage], vectors: TextVectors, evidence: Evidence
) -> list[Link]:
    """The best one-to-one assignment of sentences, without those that are unlikely to tell the same."""
    left_vectors = vectors([passage.masked for passage in left])
    right_vectors = vectors([passage.masked for passage in right])

    def weigh(found: Candidates) -> Floats:
        return log_odds(vector_features(found), evidence.measure(left, right, found.rows, found.columns), WEIGHTS)

    candidates = find_candidates(left_vectors, right_vectors)
    odds = weigh(candidates)
    chosen = assign(candidates.rows, candidates.columns, odds)
    anchors = chosen[probability(odds[chosen]) >= ANCHOR]
    extra = near_diagonal(candidates.rows[anchors], candidates.columns[anchors], len(left), len(right))
    if extra is not None:  # the texts keep one order: let it decide between look-alikes
        anchor_rows, anchor_columns = candidates.rows[anchors], candidates.columns[anchors]
        candidates = find_candidates(left_vectors, right_vectors, extra)
        odds = weigh(candidates) + narrative_bonus(candidates.rows, candidates.columns, anchor_rows, anchor_columns)
        chosen = assign(candidates.rows, candidates.columns, odds)
    scores = probability(odds)
    return [
        Link((left[candidates.rows[at]],), (right[candidates.columns[at]],), float(scores[at]))
        for at in chosen
        if scores[at] >= FLOOR
    ]


def assign(rows: Integers, columns: Integers, odds: Floats) -> Integers:
    """Indices of the candidates in the one-to-one assignment with the greatest sum of probabilities."""
    weights = probability(odds)
    keep = np.flatnonzero(weights > 0.02)
    if not len(keep):
        return keep
    height, width = int(rows.max()) + 1, int(columns.max()) + 1
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


def join_neighbours(
    links: Sequence[Link], left: Sequence[Passage], right: Sequence[Passage], vectors: TextVectors
) -> list[Link]:
    """Sentences left over join the pair of a neighbour in their paragraph where the pair then agrees better.

    A translator splits and merges sentences; without this, half of a split one would have no counterpart.
    """
    joined = _join_side(list(links), left, vectors, "left")
    return _join_side(joined, right, vectors, "right")


def _join_side(links: list[Link], passages: Sequence[Passage], vectors: TextVectors, side: str) -> list[Link]:
    paired = {passage.segment: number for number, link in enumerate(links) for passage in getattr(link, side)}
    proposals = [
        (passage, paired[neighbour])
        for at, passage in enumerate(passages)
        if passage.segment not in paired
        for neighbour in (passage.segment - 1, passage.segment + 1)
        if neighbour in paired and passages[at + neighbour - passage.segment].block == passage.block
    ]
    other = "right" if side == "left" else "left"
    texts = []
    for passage, number in proposals:
        own = getattr(links[number], side)
        texts += [_joined(own), _joined((*own, passage)), _joined(getattr(links[number], other))]
    if not texts:
        return links
    vector = vectors(texts).reshape(len(proposals), 3, -1)
    gains = np.einsum("nd,nd->n", vector[:, 1] - vector[:, 0], vector[:, 2])
    taken: set[int] = set()
    for at in np.argsort(-gains, kind="stable"):
        passage, number = proposals[int(at)]
        if gains[at] > 0 and passage.segment not in taken:
            taken.add(passage.segment)
            grown = tuple(sorted((*getattr(links[number], side), passage), key=lambda p: p.start))
            links[number] = (
                replace(links[number], left=grown) if side == "left" else replace(links[number], right=grown)
            )
    return links


def _joined(passages: Sequence[Passage]) -> str:
    return " ".join(passage.masked for passage in sorted(passages, key=lambda p: p.start))
