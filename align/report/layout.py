"""A document's text as a flat run of spans, split wherever a passage or a mention begins or ends.

Passages and mentions may overlap as they like; spans never nest. The cost is linear in the text and its marks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Generic, TypeVar

from align.model import Block, BlockKind, Span
from align.report.bidi import visible

_SHOWN_AT_ONCE = 8  # passages or marks named on one run, however many lie over each other


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """A mention to highlight. `findings` are the numbers of its findings, the gravest first."""

    start: int
    end: int
    verdict: str
    rank: int  # of two marks on the same letters the lower rank decides the look
    title: str
    findings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A stretch that belongs to the pair of that number."""

    start: int
    end: int
    pair: int


_Item = TypeVar("_Item", Passage, Mark)


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that share one set of passages and marks. `begins` is set where one of them begins."""

    text: str
    begins: int | None
    pairs: tuple[int, ...]
    findings: tuple[int, ...]
    mark: Mark | None


@dataclass(slots=True)
class Paragraph:
    """One block of the text."""

    kind: BlockKind
    label: str
    runs: list[Run] = field(default_factory=list)


def lay_out(text: str, blocks: Sequence[Block], passages: Iterable[Passage], marks: Iterable[Mark]) -> list[Paragraph]:
    """The blocks of `text` in order, each with its runs. Text between blocks is kept where it says something."""
    paragraphs = _paragraphs(text, blocks)
    passage_layer, mark_layer = _Layer(passages, len(text)), _Layer(marks, len(text))
    bounds = sorted(
        {bound for span, _ in paragraphs for bound in (span.start, span.end)}
        | passage_layer.bounds()
        | mark_layer.bounds()
    )
    at = 0
    for start, end in pairwise(bounds):
        # Both layers must move on, whether or not anything is shown here.
        begins = passage_layer.advance(start) | mark_layer.advance(start)
        while at < len(paragraphs) and paragraphs[at][0].end <= start:
            at += 1
        if at < len(paragraphs) and paragraphs[at][0].start <= start:
            run = _run(text[start:end], start if begins else None, passage_layer.active, mark_layer.active)
            paragraphs[at][1].runs.append(run)
    return [paragraph for _, paragraph in paragraphs if paragraph.runs]


class _Layer(Generic[_Item]):
    """The items that lie over the place reached so far, in the order in which they began."""

    def __init__(self, items: Iterable[_Item], length: int) -> None:
        self.active: dict[_Item, None] = {}
        self._opening: defaultdict[int, list[_Item]] = defaultdict(list)
        self._closing: defaultdict[int, list[_Item]] = defaultdict(list)
        for item in items:
            start, end = max(0, item.start), min(item.end, length)
            if start < end:
                self._opening[start].append(item)
                self._closing[end].append(item)

    def bounds(self) -> set[int]:
        return {*self._opening, *self._closing}

    def advance(self, place: int) -> bool:
        """Move on to the next bound; whether an item begins there."""
        for item in self._closing.get(place, ()):
            del self.active[item]
        beginning = self._opening.get(place, ())
        self.active.update(dict.fromkeys(beginning))
        return bool(beginning)


def _run(text: str, begins: int | None, passages: dict[Passage, None], marks: dict[Mark, None]) -> Run:
    shown = sorted(islice(marks, _SHOWN_AT_ONCE), key=lambda mark: (mark.rank, mark.end - mark.start, mark.start))
    findings = dict.fromkeys(number for mark in shown for number in mark.findings[:_SHOWN_AT_ONCE])
    pairs = dict.fromkeys(passage.pair for passage in islice(passages, _SHOWN_AT_ONCE))
    return Run(visible(text), begins, tuple(pairs), tuple(findings), shown[0] if shown else None)


def _paragraphs(text: str, blocks: Sequence[Block]) -> list[tuple[Span, Paragraph]]:
    """The blocks, and between them whatever is more than white space and signs of markup."""
    paragraphs: list[tuple[Span, Paragraph]] = []
    at = 0
    for block in sorted(blocks, key=lambda block: block.start):
        start, end = max(at, block.start), min(block.end, len(text))
        if start < end:
            paragraphs += _lines(text, at, start, block.label)
            paragraphs.append((Span(start, end), Paragraph(block.kind, visible(block.label))))
            at = end
    paragraphs += _lines(text, at, len(text), "")
    return paragraphs


def _lines(text: str, start: int, end: int, label: str) -> Iterable[tuple[Span, Paragraph]]:
    for line in text[start:end].splitlines(keepends=True):
        if any(letter.isalnum() for letter in line) and line.strip("-*|\u2022:= \t\n") != label:
            yield Span(start, start + len(line)), Paragraph("paragraph", "")
        start += len(line)
