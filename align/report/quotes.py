"""Quotations: a mention within enough of its passage to be understood, on one line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from align.model import DocumentAnalysis, Mention, Pair, Side, Span
from align.report.bidi import Direction, direction, one_line

_LONGEST_MENTION = 200
ELLIPSIS = "\u2026"


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage around a mention, safe to show. `mention` is empty where the passage lacks the value."""

    before: str
    mention: str
    after: str
    language: str
    direction: Direction
    start: int  # of the mention, or of the passage, in the document


class Quoter:
    """Quotes one document. Sentences are found by bisection, so that quoting is linear in what is quoted."""

    def __init__(self, analysis: DocumentAnalysis, reach: int) -> None:
        """`reach` is how many code points are quoted on each side of a mention."""
        self._text = analysis.document.text
        self._language = analysis.document.language
        self._direction = direction(self._language)
        self._sentences = analysis.segments
        self._starts = [sentence.start for sentence in self._sentences]
        self._labels = {block.start: block.label for block in analysis.blocks if block.label}
        self._reach = reach

    def mention(self, mention: Mention, passage: Sequence[Span] = ()) -> Quote:
        """The mention within its sentence and its passage, cut at words."""
        start = min(max(0, mention.start), len(self._text))
        end = min(max(start, mention.end), len(self._text))
        low, high = self._surroundings(start, end, passage)
        return Quote(
            before=self._before(low, start),
            mention=shorten(one_line(self._text[start : min(end, start + 2 * _LONGEST_MENTION)]), _LONGEST_MENTION),
            after=self._after(end, high),
            language=self._language,
            direction=self._direction,
            start=start,
        )

    def passage(self, passage: Sequence[Span]) -> Quote | None:
        """The beginning of a passage that lacks what its counterpart has."""
        if not passage:
            return None
        start = max(0, passage[0].start)
        text = self._after(start, min(passage[0].end, len(self._text)), 2 * self._reach)
        return Quote(text.lstrip(), "", "", self._language, self._direction, start)

    def _surroundings(self, start: int, end: int, passage: Sequence[Span]) -> tuple[int, int]:
        """From where to where the text may be quoted: the sentence and the passage that hold the mention."""
        bounds = [(span.start, span.end) for span in passage if span.start <= start and end <= span.end]
        at = bisect_right(self._starts, start) - 1
        if at >= 0 and end <= self._sentences[at].end:
            bounds.append((self._sentences[at].start, self._sentences[at].end))
        if not bounds:
            bounds = [(start - self._reach, end + self._reach)]
        low, high = min(low for low, _ in bounds), max(high for _, high in bounds)
        return max(0, low), min(len(self._text), high)

    def _before(self, low: int, end: int) -> str:
        cut = max(low, end - self._reach)
        text = self._text[cut:end]
        label = self._labels.get(low)
        if label and cut == low:  # a fact line, as "Length: 269 m"; what the fact is of stands before it
            return f"{one_line(label)}: {one_line(text).lstrip()}"
        if cut > low:
            space = text.find(" ")
            text = ELLIPSIS + (text[space:] if 0 <= space < len(text) - 1 else text)
        return one_line(text) if cut > low else one_line(text).lstrip()

    def _after(self, start: int, high: int, reach: int | None = None) -> str:
        cut = min(high, start + (reach or self._reach))
        text = self._text[start:cut]
        if cut < high:
            space = text.rfind(" ")
            text = (text[: space + 1] if space > 0 else text) + ELLIPSIS
        return one_line(text) if cut < high else one_line(text).rstrip()


def shorten(text: str, length: int) -> str:
    """`text`, cut to `length` code points with an ellipsis."""
    return text if len(text) <= length else text[: length - 1].rstrip() + ELLIPSIS


def passage_of(pair: Pair | None, side: Side) -> tuple[Span, ...]:
    """The spans of a pair on one side; none where the pair is unknown."""
    if pair is None:
        return ()
    return pair.left if side == "left" else pair.right
