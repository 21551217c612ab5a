"""Pairing of whole sentences: one to one over the whole text, then neighbours joined where one tells two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import numpy as np

from align.assignment import assign_candidates, probability
from align.encode import TextVectors
from align.pairing.evidence import Evidence
from align.pairing.manner import length_apart, translation_likeness
from align.pairing.order import narrative_bonus, near_diagonal
from align.pairing.passages import Link, Passage
from align.pairing.second_opinion import decide
from align.pairing.similarity import (
    RETELLING,
    TRANSLATION,
    Candidates,
    Floats,
    Integers,
    Likeness,
    lead_on_both_sides,
    log_odds,
    vector_features,
)
from align.translations import SharedWords

FLOOR = 0.5  # a pair that is likelier than this is reported
ANCHOR = 0.9  # pairs as sure as this tell whether the two texts keep one order, and whether one translates the other

Side = Literal["left", "right"]


class Sentences(NamedTuple):
    """The pairs of sentences, and the probability that the two texts translate each other."""

    links: list[Link]
    translation: float


def pair_sentences(
    left: Sequence[Passage], right: Sequence[Passage], vectors: TextVectors, evidence: Evidence
) -> Sentences:
    """The best one-to-one assignment of sentences, without those that are unlikely to tell the same."""
    likeness = Likeness(vectors([passage.masked for passage in left]), vectors([passage.masked for passage in right]))
    words = evidence.shared_words(left, right)
    found = measure_candidates(likeness.candidates(), left, right, evidence, words)
    translation = found.translation()
    odds = found.odds(translation)
    chosen = assign(found.rows, found.columns, odds)
    anchors = chosen[probability(odds[chosen]) >= ANCHOR]
    anchor_rows, anchor_columns = found.rows[anchors], found.columns[anchors]
    extra = near_diagonal(anchor_rows, anchor_columns, len(left), len(right))
    if extra is not None:  # the texts keep one order: let it decide between look-alikes
        found = measure_candidates(likeness.candidates(extra), left, right, evidence, words)
        odds = found.odds(translation) + narrative_bonus(found.rows, found.columns, anchor_rows, anchor_columns)
    elif vectors.second is not None:
        odds = decide(left, right, found.rows, found.columns, odds, translation, vectors.second)
    chosen = assign(found.rows, found.columns, odds)
    scores = probability(odds)
    links = [
        Link((left[found.rows[at]],), (right[found.columns[at]],), float(scores[at]))
        for at in chosen
        if scores[at] >= FLOOR
    ]
    return Sentences(links, translation)


@dataclass(frozen=True, slots=True)
class Measured:
    """Candidates with their features in the order of the weights, their cosines and how unlike their lengths are."""

    rows: Integers
    columns: Integers
    vector: Floats
    evidence: Floats
    cosine: Floats
    length: Floats

    def odds(self, translation: float) -> Floats:
        """Log odds of each candidate in texts that are a translation with this probability."""
        literal, free = (log_odds(self.vector, self.evidence, weights) for weights in (TRANSLATION, RETELLING))
        return translation * literal + (1 - translation) * free

    def translation(self) -> float:
        """The probability that the texts translate each other, from the pairs that are sure even in retellings."""
        odds = self.odds(0.0)
        chosen = assign(self.rows, self.columns, odds)
        sure = chosen[probability(odds[chosen]) >= ANCHOR]
        return translation_likeness(self.cosine[sure], self.length[sure], self.shorter)

    @property
    def shorter(self) -> int:
        """How many sentences the shorter text has: each of them is among the candidates."""
        return int(min(self.rows.max(), self.columns.max())) + 1


def measure_candidates(
    candidates: Candidates, left: Sequence[Passage], right: Sequence[Passage], evidence: Evidence, words: SharedWords
) -> Measured:
    rows, columns = candidates.rows, candidates.columns
    share = words.measure(rows, columns)
    beside = (
        evidence.measure(left, right, rows, columns),
        evidence.measure_counts(left, right, rows, columns),
        np.stack([share, lead_on_both_sides(rows, columns, share)], axis=1),
    )
    length = length_apart([left[i].masked for i in rows], [right[j].masked for j in columns])
    return Measured(
        rows, columns, vector_features(candidates), np.concatenate(beside, axis=1), candidates.cosine, length
    )


def assign(rows: Integers, columns: Integers, odds: Floats) -> Integers:
    """Indices of the candidates in the one-to-one assignment with the greatest sum of probabilities."""
    return assign_candidates(rows, columns, probability(odds))


def join_neighbours(
    links: Sequence[Link], left: Sequence[Passage], right: Sequence[Passage], vectors: TextVectors
) -> list[Link]:
    """Sentences left over join the pair of a neighbour in their paragraph where the pair then agrees better.

    A translator splits and merges sentences; without this, half of a split one would have no counterpart.
    """
    links = list(links)
    proposals = [*_proposals(links, left, "left"), *_proposals(links, right, "right")]
    texts = []
    for side, passage, number in proposals:
        own, other = _sides(links[number], side)
        texts += [_joined(own), _joined((*own, passage)), _joined(other)]
    if not texts:
        return links
    vector = vectors(texts).reshape(len(proposals), 3, -1)
    gains = np.einsum("nd,nd->n", vector[:, 1] - vector[:, 0], vector[:, 2])
    taken: set[tuple[str, int]] = set()
    for at in np.argsort(-gains, kind="stable"):
        side, passage, number = proposals[int(at)]
        if gains[at] > 0 and (side, passage.segment) not in taken:
            taken.add((side, passage.segment))
            own, _ = _sides(links[number], side)
            grown = tuple(sorted((*own, passage), key=lambda p: p.start))
            links[number] = (
                replace(links[number], left=grown) if side == "left" else replace(links[number], right=grown)
            )
    return links


def _proposals(links: Sequence[Link], passages: Sequence[Passage], side: Side) -> Iterator[tuple[Side, Passage, int]]:
    """Sentences of a side that are left over, each with the number of the link of a neighbour."""
    paired = {passage.segment: number for number, link in enumerate(links) for passage in _sides(link, side)[0]}
    for at, passage in enumerate(passages):
        if passage.segment not in paired:
            for neighbour in (passage.segment - 1, passage.segment + 1):
                if neighbour in paired and passages[at + neighbour - passage.segment].block == passage.block:
                    yield side, passage, paired[neighbour]


def _sides(link: Link, side: Side) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """The passages of a link on the given side, and those on the other."""
    return (link.left, link.right) if side == "left" else (link.right, link.left)


def _joined(passages: Sequence[Passage]) -> str:
    return " ".join(passage.masked for passage in sorted(passages, key=lambda p: p.start))
