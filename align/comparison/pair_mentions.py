"""A pair of passages with the mentions that stand in them."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from align.model import DocumentAnalysis, Mention, Pair, Span


@dataclass(frozen=True, slots=True)
class PairMentions:
    """A pair with the mentions and the bare figures of both its passages, in text order."""

    pair: Pair
    left: tuple[Mention, ...]
    right: tuple[Mention, ...]
    left_figures: tuple[Mention, ...] = ()
    right_figures: tuple[Mention, ...] = ()


class MentionIndex:
    """The mentions of a document, or its bare figures, by place."""

    def __init__(self, analysis: DocumentAnalysis, figures: bool = False) -> None:
        self._mentions = analysis.figures if figures else analysis.mentions
        self._starts = [mention.start for mention in self._mentions]

    def within(self, spans: Sequence[Span]) -> tuple[Mention, ...]:
        """The mentions that lie inside the spans, in text order."""
        found = []
        for span in spans:
            first = bisect.bisect_left(self._starts, span.start)
            last = bisect.bisect_left(self._starts, span.end)
            found += [mention for mention in self._mentions[first:last] if mention.end <= span.end]
        return tuple(found)


def place_in(passage: Sequence[Span], mention: Mention) -> float:
    """Where in its passage a mention stands, 0 at the first and 1 at the last code point."""
    start, end = passage[0].start, passage[-1].end
    return (mention.start - start) / max(1, end - start)
