"""Context: each passage of a case among the sentences around it, laid out as the reports lay out whole texts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from align.model import Block, Comparison, DocumentAnalysis, Pair, Side, Span
from align.report.bidi import Direction, direction, one_line
from align.report.evidence import Evidence, Exhibit
from align.report.layout import Mark, Paragraph, Passage, lay_out
from align.report.quotes import passage_of, shorten

_SENTENCES = 2  # shown before and after the passage
_REACH = 700  # code points shown at most before and after it
_LONGEST = 4000  # of the passage itself
_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of one text. `opens` and `closes` say whether the text begins and ends with it."""

    side: Side
    title: str
    language: str
    direction: Direction
    paragraphs: list[Paragraph]
    opens: bool
    closes: bool
    lacking: bool  # the passage does not give the value


def title_of(analysis: DocumentAnalysis) -> str:
    """A document's title, fit for one line."""
    return shorten(one_line(analysis.document.title or analysis.document.id).strip(), _LONGEST_TITLE)


def excerpts(comparison: Comparison, evidence: Evidence, pair: Pair | None) -> list[Excerpt]:
    """An excerpt for each exhibit of a finding, in its order."""
    sides = {"left": comparison.left, "right": comparison.right}
    return [
        _excerpt(sides[exhibit.side], exhibit, evidence.verdict, passage_of(pair, exhibit.side))
        for exhibit in evidence.exhibits
    ]


def _excerpt(analysis: DocumentAnalysis, exhibit: Exhibit, verdict: str, passage: Sequence[Span]) -> Excerpt:
    text = analysis.document.text
    mention = exhibit.mention
    centre = _centre(analysis, exhibit, passage)
    low, high = _surroundings(analysis, centre)
    passages = [Passage(span.start - low, span.end - low, 0) for span in passage]
    marks = [Mark(mention.start - low, mention.end - low, verdict, 0, "", (0,))] if mention else []
    return Excerpt(
        side=exhibit.side,
        title=title_of(analysis),
        language=analysis.document.language,
        direction=direction(analysis.document.language),
        paragraphs=lay_out(text[low:high], _blocks(analysis, low, high), passages, marks),
        opens=not text[:low].strip(),
        closes=not text[high:].strip(),
        lacking=mention is None,
    )


def _centre(analysis: DocumentAnalysis, exhibit: Exhibit, passage: Sequence[Span]) -> Span:
    """What must be seen whole: the mention with its part of the passage, or the passage that lacks the value."""
    if exhibit.mention is None:
        return Span(passage[0].start, min(passage[-1].end, passage[0].start + _LONGEST)) if passage else Span(0, 0)
    start, end = exhibit.mention.start, exhibit.mention.end
    for span in passage:
        if span.start <= start and end <= span.end:
            return Span(max(span.start, start - _LONGEST // 2), min(span.end, end + _LONGEST // 2))
    return Span(start, end)


def _surroundings(analysis: DocumentAnalysis, centre: Span) -> tuple[int, int]:
    """From where to where the text is shown: some sentences more on both sides, but not without end."""
    text, sentences = analysis.document.text, analysis.segments
    first = bisect_right(sentences, centre.start, key=lambda sentence: sentence.start) - 1 - _SENTENCES
    last = bisect_left(sentences, centre.end, key=lambda sentence: sentence.end) + _SENTENCES
    low = sentences[first].start if first >= 0 else 0
    high = sentences[last].end if last < len(sentences) else len(text)
    return _at_word(text, max(low, centre.start - _REACH), low), _at_word(text, min(high, centre.end + _REACH), high)


def _at_word(text: str, cut: int, natural: int) -> int:
    """A cut moved to a space nearby, unless the text divides there anyway."""
    if cut == natural:
        return cut
    space = text.find(" ", cut, cut + 40)
    return space if space >= 0 else cut


def _blocks(analysis: DocumentAnalysis, low: int, high: int) -> list[Block]:
    first = bisect_right(analysis.blocks, low, key=lambda block: block.end)
    last = bisect_left(analysis.blocks, high, key=lambda block: block.start)
    return [
        replace(block, start=max(0, block.start - low), end=min(block.end, high) - low)
        for block in analysis.blocks[first:last]
    ]
