"""How much of two documents their pairs cover: a translation tells everything, a retelling some of it."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from align.model import DocumentAnalysis, Pair, Span

SURELY = 0.9  # pairs as sure as this cover their sentences
MOST_OF_A_TEXT = 0.6  # from this coverage on, one document renders the other or a part of it


def coverage(left: DocumentAnalysis, right: DocumentAnalysis, pairs: Sequence[Pair]) -> float:
    """The share, 0 to 1, of the sentences of one document that stand in sure pairs; of the document with more.

    Parts of sentences that tell one claim do not count: retellings share many of these.
    """
    sure = [pair for pair in pairs if pair.score >= SURELY and not pair.tentative]
    return max(
        _covered(left, [span for pair in sure for span in pair.left]),
        _covered(right, [span for pair in sure for span in pair.right]),
    )


def _covered(analysis: DocumentAnalysis, spans: Sequence[Span]) -> float:
    starts = [segment.start for segment in analysis.segments]
    hit = {max(0, bisect.bisect_right(starts, span.start) - 1) for span in spans}
    return len(hit) / max(1, len(starts))
