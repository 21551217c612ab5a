"""Links between sentences: those that the gold states, and those that pairs of passages come to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from align.evaluate.gold import GoldPassage
from align.evaluate.measures import Rate, Scores
from align.model import Comparison, DocumentAnalysis, Segment, Span

Link = tuple[int, int]  # indices of a left and a right segment


def alignment_scores(comparison: Comparison, passages: Sequence[GoldPassage]) -> Scores:
    """Precision and recall of the links between sentences. A gold quote that no sentence holds counts as missed."""
    left, right = _Sentences(comparison.left), _Sentences(comparison.right)
    expected, lost = set(), 0
    for passage in passages:
        ends = left.holding(passage.left), right.holding(passage.right)
        if ends[0] is None or ends[1] is None:
            lost += 1
        else:
            expected.add((ends[0], ends[1]))
    found = {
        (a, b)
        for pair in comparison.pairs
        for a in left.belonging_to(pair.left)
        for b in right.belonging_to(pair.right)
    }
    met = len(found & expected)
    return Scores(Rate(met, len(found)), Rate(met, len(expected) + lost))


class _Sentences:
    """The segments of a document, found by place. They stand in text order and do not overlap."""

    def __init__(self, analysis: DocumentAnalysis) -> None:
        self._segments: Sequence[Segment] = analysis.segments
        self._starts = [segment.start for segment in self._segments]
        self._ends = [segment.end for segment in self._segments]

    def holding(self, quote: Span) -> int | None:
        """The segment that holds most of a quote."""
        overlaps = [(common, -index) for index, common in self._touched(quote)]
        return -max(overlaps)[1] if overlaps else None

    def belonging_to(self, spans: Sequence[Span]) -> list[int]:
        """The segments that a pair's side covers by half, or that cover half of one of its spans."""
        covered: dict[int, int] = {}
        belonging = set()
        for span in spans:
            for index, common in self._touched(span):
                covered[index] = covered.get(index, 0) + common
                if 2 * common >= span.end - span.start:
                    belonging.add(index)
        belonging |= {index for index, common in covered.items() if 2 * common >= self._length(index)}
        return sorted(belonging)

    def _touched(self, span: Span) -> Iterator[tuple[int, int]]:
        """Each segment that overlaps a span, with how many code points they have in common."""
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end)
        for index in range(first, last):
            yield index, min(span.end, self._ends[index]) - max(span.start, self._starts[index])

    def _length(self, index: int) -> int:
        return self._ends[index] - self._starts[index]
