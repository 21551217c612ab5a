"""How surely two mentions of a pair speak of the same thing, from everything but their values.

What a number counts is compared by the vectors of its counted noun; what else is said of it, or of a date, by
the vectors of the clause around it with all values masked. Both are cosines, so nothing here knows a language.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from align.comparison.pair_mentions import MentionIndex
from align.encode import encode
from align.masking import Masking
from align.model import DocumentAnalysis, Mention, NumberValue, Span
from align.names.shared import SharedNames

REACH = 60  # code points of context on either side of a mention


@dataclass(frozen=True, slots=True)
class Affinity:
    """How much two mentions have in common beside their values.

    `unit` is the likeness of what is counted, None where a side leaves it unsaid; `context` that of the words around;
    `names` the weight of the names that stand around both; `place` how near the two stand in their passages, 1 for
    the same relative place.
    """

    unit: float | None
    context: float
    names: float
    place: float


class Surroundings:
    """The vectors of every mention's counted noun and context, made in one batch for all pairs."""

    def __init__(
        self, sides: Sequence[tuple[DocumentAnalysis, Sequence[Mention]]], names: SharedNames, encoder: str
    ) -> None:
        self._names = names
        self._around: dict[tuple[int, int, int], frozenset[int]] = {}
        self._unit: dict[tuple[int, int, int], int] = {}
        self._context: dict[tuple[int, int, int], int] = {}
        texts: dict[str, int] = {}
        for side, (analysis, mentions) in enumerate(sides):
            context = Context(analysis)
            for mention in mentions:
                key = (side, mention.start, mention.end)
                span = context.span(mention)
                self._context[key] = texts.setdefault(context.masked(span), len(texts))
                self._around[key] = names.groups(context.mentions(span))
                if isinstance(mention.value, NumberValue) and mention.value.unit:
                    self._unit[key] = texts.setdefault(mention.value.unit, len(texts))
        self._vectors = encode(list(texts), encoder)

    def affinity(self, left: Mention, right: Mention, place: float) -> Affinity:
        a, b = (0, left.start, left.end), (1, right.start, right.end)
        unit = None
        if a in self._unit and b in self._unit:
            unit = self._cosine(self._unit[a], self._unit[b])
        shared = min(1.0, self._names.weight(self._around[a] & self._around[b]))
        return Affinity(unit, self._cosine(self._context[a], self._context[b]), shared, place)

    def _cosine(self, i: int, j: int) -> float:
        return float(np.dot(self._vectors[i], self._vectors[j]))


class Context:
    """The words around a mention within its sentence."""

    def __init__(self, analysis: DocumentAnalysis) -> None:
        self._text = analysis.document.text
        self._segments = analysis.segments
        self._starts = [segment.start for segment in analysis.segments]
        self._index = MentionIndex(analysis)
        self.masked = Masking(analysis)

    def span(self, mention: Mention) -> Span:
        index = max(0, bisect.bisect_right(self._starts, mention.start) - 1)
        segment = self._segments[index]
        start = max(segment.start, self._word_edge(mention.start - REACH, segment.start))
        end = min(segment.end, self._word_edge(mention.end + REACH, segment.end))
        return Span(start, end)

    def mentions(self, span: Span) -> tuple[Mention, ...]:
        return self._index.within([span])

    def _word_edge(self, at: int, limit: int) -> int:
        """The nearest space towards the mention, so that no word is cut."""
        if limit < at < len(self._text):
            space = self._text.find(" ", at, at + 20)
            return space if space >= 0 else at
        return at
