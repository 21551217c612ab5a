"""Aligners of sentences. Those that use vectors get align's own, so that only the matching differs."""

from __future__ import annotations

import importlib
import importlib.metadata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from align import compare
from align.encode import encode
from align.model import Span
from benchmarks.parallel import Links, ParallelText

THRESHOLDS = [each / 20 for each in range(20)]  # cosines under which greedy matching may keep nothing
COVERED = 0.5


@dataclass(frozen=True, slots=True)
class Aligner:
    """An aligner. One that takes a threshold is shown at the one that is best for the texts at hand."""

    name: str
    version: str
    in_order_only: bool
    links: Callable[[ParallelText], Sequence[Links]]  # one answer, or one for each threshold


def load_aligners() -> tuple[list[Aligner], list[str]]:
    """align, greedy matching, and the aligners that are installed; and the distributions that are not."""
    version = importlib.metadata.version("align-sources")
    found = [Aligner("align", version, False, links_of_align), Aligner("greedy cosine", "", False, links_of_greedy)]
    missing = []
    for distribution, load in (("sentalign", _vecalign), ("galechurch", _gale_church)):
        try:
            found.append(load(importlib.metadata.version(distribution)))
        except ModuleNotFoundError:
            missing.append(distribution)
    return found, missing


def links_of_align(text: ParallelText) -> Sequence[Links]:
    pairs = compare(*text.documents()).pairs
    left, right = _spans(text.left), _spans(text.right)
    return [frozenset((i, j) for p in pairs for i in _covered(p.left, left) for j in _covered(p.right, right))]


def _spans(lines: Sequence[str]) -> list[tuple[int, int]]:
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    return [(start, start + len(line)) for start, line in zip(starts, lines, strict=False)]


def _covered(spans: Sequence[Span], lines: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The lines that a span covers by half of the line or half of the span."""
    for span in spans:
        for at, (start, end) in enumerate(lines):
            shared = min(end, span.end) - max(start, span.start)
            if shared > 0 and shared >= COVERED * min(end - start, span.end - span.start):
                yield at


def links_of_greedy(text: ParallelText) -> Sequence[Links]:
    """The nearest two free lines after each other, down to each of the thresholds."""
    cosines = encode(text.left) @ encode(text.right).T
    links: list[tuple[float, tuple[int, int]]] = []
    rows, columns = set[int](), set[int]()
    for at in (-cosines).ravel().argsort(kind="stable").tolist():
        row, column = divmod(at, len(text.right))
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            links.append((float(cosines[row, column]), (row, column)))
    return [frozenset(link for cosine, link in links if cosine >= least) for least in THRESHOLDS]


def _vecalign(version: str) -> Aligner:
    """Vecalign's dynamic programming (Thompson and Koehn, EMNLP 2019), in its edition for use as a library."""
    align = importlib.import_module("sentalign").sentalign

    def links(text: ParallelText) -> Sequence[Links]:
        found = align(list(text.left), list(text.right), encoder=encode)
        blocks = ((block.src_indices, block.tgt_indices) for block in found.alignments)
        return [frozenset((i, j) for left, right in blocks for i in left for j in right)]

    return Aligner("sentalign (Vecalign)", version, True, links)


def _gale_church(version: str) -> Aligner:
    """Lengths alone, after Gale and Church (1993)."""
    align = importlib.import_module("galechurch").align

    def links(text: ParallelText) -> Sequence[Links]:
        blocks = (bead.split(":") for bead in align(list(text.left), list(text.right)).to_pharaoh_lines())
        return [frozenset((i, j) for left, right in blocks for i in _numbers(left) for j in _numbers(right))]

    return Aligner("galechurch", version, True, links)


def _numbers(listed: str) -> list[int]:
    return [int(number) for number in listed.strip("[]").split(",") if number.strip()]
