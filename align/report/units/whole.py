"""Reports that are made whole: the stretches of a file joined to one comparison, and that rendered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from align.errors import AlignError
from align.model import Comparison, DocumentAnalysis, Finding, Mention, Pair, Problem, Segment, Span
from align.report import render_bytes
from align.report.units.origin import Origin


class WholeWriter:
    def __init__(self, form: str, ui: str, most: int) -> None:
        self._form, self._ui, self._most = form, ui, most
        self._parts: list[Comparison] = []
        self._problems: tuple[Problem, ...] = ()
        self._units = 0

    def begin(self, origin: Origin) -> None:
        self._origin = origin

    def add(self, part: Comparison) -> None:
        self._units += len(part.pairs)
        if self._units > self._most:
            raise AlignError(
                f"{self._origin.name} has more than {self._most:,} units, too many for {self._form}; choose json, csv, "
                "sarif or junit, or allow more with --most-units."
            )
        self._parts.append(part)

    def end(self, problems: Sequence[Problem]) -> None:
        self._problems = tuple(problems)

    def finish(self) -> Iterator[bytes]:
        whole = join(self._parts)
        yield render_bytes(replace(whole, problems=(*whole.problems, *self._problems)), self._form, self._ui)


def join(parts: Sequence[Comparison]) -> Comparison:
    """The comparisons of the stretches of a file as one, with offsets into the whole."""
    left, left_bases = _joined([part.left for part in parts])
    right, right_bases = _joined([part.right for part in parts])
    placed = list(zip(parts, left_bases, right_bases, strict=True))
    return Comparison(
        parts[0].signature,
        left,
        right,
        tuple(_moved_pair(pair, a, b) for part, a, b in placed for pair in part.pairs),
        tuple(_moved_finding(finding, a, b) for part, a, b in placed for finding in part.findings),
        (),
        tuple(problem for part in parts for problem in part.problems),
    )


def _joined(analyses: Sequence[DocumentAnalysis]) -> tuple[DocumentAnalysis, list[int]]:
    bases, at = [], 0
    for analysis in analyses:
        bases.append(at)
        at += len(analysis.document.text) + 1
    text = "\n".join(analysis.document.text for analysis in analyses)
    placed = list(zip(analyses, bases, strict=True))
    return (
        DocumentAnalysis(
            replace(analyses[0].document, text=text),
            hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            tuple(_moved(mention, base) for analysis, base in placed for mention in analysis.mentions),
            segments=tuple(_moved_segment(each, base) for analysis, base in placed for each in analysis.segments),
        ),
        bases,
    )


def _moved(mention: Mention, base: int) -> Mention:
    return replace(mention, start=mention.start + base, end=mention.end + base)


def _moved_span(span: Span, base: int) -> Span:
    return Span(span.start + base, span.end + base)


def _moved_segment(segment: Segment, base: int) -> Segment:
    return Segment(segment.start + base, segment.end + base, segment.block, segment.kind)


def _moved_pair(pair: Pair, left: int, right: int) -> Pair:
    return replace(
        pair,
        left=tuple(_moved_span(span, left) for span in pair.left),
        right=tuple(_moved_span(span, right) for span in pair.right),
    )


def _moved_finding(finding: Finding, left: int, right: int) -> Finding:
    return replace(
        finding,
        left=finding.left and _moved(finding.left, left),
        right=finding.right and _moved(finding.right, right),
    )
