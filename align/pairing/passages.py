"""Passages: the stretches of text that are paired, their masked form, and their vectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from align.masking import Masking, field_before
from align.model import DocumentAnalysis, Span

SURELY = 0.9


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document with its segment and block, its masked text, and how many clauses it covers if a run."""

    start: int
    end: int
    segment: int
    block: int
    masked: str
    clauses: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """One or more passages a side that tell the same thing, with the probability that they do."""

    left: tuple[Passage, ...]
    right: tuple[Passage, ...]
    score: float


def surely_paired(links: Sequence[Link]) -> tuple[set[int], set[int]]:
    """The sentences of each side whose counterpart is known so surely that clauses need no other."""
    sure = [link for link in links if link.score >= SURELY]
    left = {passage.segment for link in sure for passage in link.left}
    return left, {passage.segment for link in sure for passage in link.right}


def sentence_passages(analysis: DocumentAnalysis) -> list[Passage]:
    """Every segment of the document as a passage."""
    masked = Masking(analysis)
    return [
        Passage(
            segment.start,
            segment.end,
            index,
            segment.block,
            field_before(analysis, segment.block) + masked(segment.span),
        )
        for index, segment in enumerate(analysis.segments)
    ]


def clause_windows(analysis: DocumentAnalysis, segments: Sequence[int], widest: int) -> list[Passage]:
    """Every run of 1 to `widest` adjacent clauses within the given segments."""
    masked = Masking(analysis)
    windows = []
    for index in segments:
        segment = analysis.segments[index]
        for first in range(len(segment.clauses)):
            for last in range(first, min(first + widest, len(segment.clauses))):
                span = Span(segment.clauses[first].start, segment.clauses[last].end)
                text = field_before(analysis, segment.block) + masked(span)
                windows.append(Passage(span.start, span.end, index, segment.block, text, last - first + 1))
    return windows
