"""Links between sentences, scored on pairs made by hand. Sentences stand at 0–10, 10–20, 20–30 and 30–40."""

from __future__ import annotations

import pytest

from align.evaluate import GoldPassage, Rate, Scores
from align.evaluate.alignment import alignment_scores
from align.model import Comparison, Document, DocumentAnalysis, Pair, Segment, Signature, Span

LEFT = Document("left.txt", "en", "Nine boats left. " * 4)
RIGHT = Document("right.txt", "ar", "Neuf bateaux sont partis. " * 4)
SENTENCES = tuple(Segment(start, start + 10, 0, "paragraph") for start in range(0, 40, 10))
Bounds = tuple[int, int]


def pair(left: list[Bounds], right: list[Bounds]) -> Pair:
    return Pair("p1", 0.9, tuple(Span(*bounds) for bounds in left), tuple(Span(*bounds) for bounds in right))


@pytest.mark.parametrize(
    ("pairs", "passages", "precision", "recall"),
    [
        ([pair([(0, 10)], [(10, 20)])], [((2, 5), (11, 13))], Rate(1, 1), Rate(1, 1)),
        ([pair([(0, 10)], [(20, 30)])], [((2, 5), (11, 13))], Rate(0, 1), Rate(0, 1)),
        ([], [((2, 5), (11, 13))], Rate(0, 0), Rate(0, 1)),
        ([pair([(0, 10)], [(0, 10)])], [], Rate(0, 1), Rate(0, 0)),
        ([pair([(3, 6)], [(10, 20)])], [((2, 5), (11, 13))], Rate(1, 1), Rate(1, 1)),  # a clause of a sentence
        ([pair([(0, 15)], [(10, 20)])], [((2, 5), (11, 13)), ((12, 14), (11, 13))], Rate(2, 2), Rate(2, 2)),
        ([pair([(0, 14)], [(10, 20)])], [((2, 5), (11, 13)), ((12, 14), (11, 13))], Rate(1, 1), Rate(1, 2)),
        ([pair([(0, 3), (7, 10)], [(10, 20)])], [((2, 5), (11, 13))], Rate(1, 1), Rate(1, 1)),  # two clauses of one
        ([pair([(7, 11)], [(10, 20)])], [((2, 5), (11, 13))], Rate(1, 1), Rate(1, 1)),  # most of it in the first
        # Together two spans cover half of the sentence between them.
        ([pair([(5, 13), (17, 25)], [(10, 20)])], [((12, 14), (11, 13))], Rate(1, 3), Rate(1, 1)),
        ([pair([(0, 10), (30, 40)], [(10, 20)])], [((2, 5), (11, 13))], Rate(1, 2), Rate(1, 1)),
        ([pair([(0, 10)], [(10, 20)])] * 2, [((2, 5), (11, 13))], Rate(1, 1), Rate(1, 1)),  # a link counts once
        ([pair([(0, 10)], [(10, 20)])], [((2, 5), (11, 13)), ((6, 9), (15, 18))], Rate(1, 1), Rate(1, 1)),
        ([pair([(0, 10)], [(10, 20)])], [((8, 13), (11, 13))], Rate(0, 1), Rate(0, 1)),  # most of it in the next one
        ([pair([(0, 10)], [(10, 20)])], [((50, 55), (11, 13))], Rate(0, 1), Rate(0, 1)),  # a quote in no sentence
    ],
)
def test_alignment(pairs: list[Pair], passages: list[tuple[Bounds, Bounds]], precision: Rate, recall: Rate) -> None:
    sides = [DocumentAnalysis(document, "0" * 64, (), (), SENTENCES) for document in (LEFT, RIGHT)]
    comparison = Comparison(Signature("0.1.0", "use", {}), sides[0], sides[1], tuple(pairs), ())
    labelled = tuple(GoldPassage(Span(*left), Span(*right)) for left, right in passages)
    assert alignment_scores(comparison, labelled) == Scores(precision, recall)


def test_a_document_without_sentences_has_no_links() -> None:
    sides = [DocumentAnalysis(document, "0" * 64, ()) for document in (LEFT, RIGHT)]
    pairs = (pair([(0, 10)], [(0, 10)]),)
    comparison = Comparison(Signature("0.1.0", "use", {}), sides[0], sides[1], pairs, ())
    assert alignment_scores(comparison, [GoldPassage(Span(0, 5), Span(0, 5))]) == Scores(Rate(0, 0), Rate(0, 1))
