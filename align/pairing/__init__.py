"""Pair: passages of two comparable texts that tell the same thing, wherever in the texts they stand.

First whole sentences are assigned one to one, then a sentence that is left over joins a neighbour whose
counterpart tells both, then clauses are paired out of sentences that as a whole have no counterpart.
Dates and numbers are masked before a vector is made, so that a wrong value cannot hide itself by pulling
its passages apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from align.encode import TextVectors
from align.model import DocumentAnalysis, Pair, Span
from align.names.shared import SharedNames
from align.pairing.clauses import FLOOR, pair_clauses
from align.pairing.evidence import Evidence
from align.pairing.manner import temper_parts
from align.pairing.passages import Passage, sentence_passages
from align.pairing.sentences import join_neighbours, pair_sentences

__all__ = ["Paired", "pair_passages"]


class Paired(NamedTuple):
    """Pairs in the order of the left text, and the probability that the two texts translate each other."""

    pairs: list[Pair]
    translation: float


def pair_passages(
    left: DocumentAnalysis, right: DocumentAnalysis, names: SharedNames, vectors: TextVectors | None = None
) -> Paired:
    """The pairs of passages. A passage without a counterpart is in none.

    Pairs of clauses are tentative: the caller keeps those in which the comparison finds something.
    """
    vectors = vectors or TextVectors()
    left_sentences, right_sentences = sentence_passages(left), sentence_passages(right)
    if not left_sentences or not right_sentences:
        return Paired([], 0.0)
    vectors.expect(passage.masked for passage in (*left_sentences, *right_sentences))
    evidence = Evidence(left, right, names, vectors)
    links, translation = pair_sentences(left_sentences, right_sentences, vectors, evidence)
    links = join_neighbours(links, left_sentences, right_sentences, vectors)
    whole = {id(link) for link in links}
    links += temper_parts(pair_clauses(links, left, right, vectors, evidence), translation, FLOOR)
    links.sort(key=lambda link: (link.left[0].start, link.right[0].start))
    pairs = [
        Pair(f"p{number}", link.score, _spans(link.left), _spans(link.right), id(link) not in whole)
        for number, link in enumerate(links, 1)
    ]
    return Paired(pairs, translation)


def _spans(passages: Sequence[Passage]) -> tuple[Span, ...]:
    return tuple(Span(passage.start, passage.end) for passage in passages)
