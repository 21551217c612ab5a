"""The lines of all pages become headings, paragraphs and fact lines, as if there were no pages."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from align.readers.pdf.lines import Line
from align.readers.reading import Outline

_MARGIN_LINES = 3  # lines at the top and at the bottom of a page that may be its header and footer
_HEADING = 1.12  # times the size of the body
_NOTE = 0.88  # times the size of the body; smaller type at the foot of a page is a footnote
_MAX_HEADING = 200  # code points
_LEADING = 1.2  # times the usual distance between lines; a wider one parts two paragraphs
_CLEARLY_SHORT = 0.2  # of a column's width, left free at the end of a line
_INDENT = 0.8  # sizes of the type
_SENTENCE_END = regex.compile(r"[.!?\u061f\u2026:\u061b][\"'\u201d\u2019\u00bb)\]]*$")
_HYPHEN = regex.compile(r"(?<=\p{Ll})[-\u00ad\u2010]$")
_BULLET = regex.compile(
    r"[\u2022\u2023\u25aa\u25cf\u25e6\u2043\u2219\u00b7\uf0b7*-]\s+(?=\S)|[\u2022\u25cf\u25aa](?=\S)"
)
_DIGITS = regex.compile(r"\p{Nd}+")
_NOTE_BEGIN = regex.compile(r"[\[(]?(?:\p{Nd}{1,3}|[*\u2020\u2021])[\])]?[.\s]*\S")


def write_flow(pages: Sequence[Sequence[Line]], right_to_left: bool, outline: Outline) -> None:
    """Write the text of the pages, in which headers, footers, page numbers and footnotes are left out."""
    pages = _without_margins(pages)
    body = _body_size(pages)
    lines = [line for page in pages for line in _without_notes(page, body)]
    leading = _usual_leading(lines)
    body_is_bold = sum(line.bold for line in lines) * 2 > len(lines)
    for paragraph in _paragraphs(lines, leading, _is_flush_right(lines, right_to_left)):
        text = _joined(paragraph)
        bullet = _BULLET.match(text)
        first = paragraph[0]
        stands_out = first.size > _HEADING * body or (first.bold and not body_is_bold)
        if first.cells:
            outline.row(first.cells)
        elif bullet:
            outline.item(text[bullet.end() :])
        elif stands_out and len(text) <= _MAX_HEADING and not text.endswith((".", ":", "\u061b")):
            outline.heading(text, 1 if first.size > 1.6 * body else 2)
        else:
            outline.paragraph(text)


def _without_margins(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without the lines that stand at the top or bottom of many of them, whatever their numbers."""
    if len(pages) < 2:
        return [list(page) for page in pages]
    margins = [_margins(page) for page in pages]
    counts = Counter(key for page in margins for key in {_margin_key(line, side) for line, side in page})
    often = max(2, len(pages) // 3)
    kept = []
    for page, edge in zip(pages, margins, strict=True):
        dropped = {id(line) for line, side in edge if counts[_margin_key(line, side)] >= often}
        kept.append([line for line in page if id(line) not in dropped])
    return kept


def _margins(page: Sequence[Line]) -> list[tuple[Line, str]]:
    lines = sorted(page, key=lambda line: line.y)
    half = min(_MARGIN_LINES, len(lines) // 2)
    return [(line, "top") for line in lines[:half]] + [(line, "bottom") for line in lines[len(lines) - half :]]


def _margin_key(line: Line, side: str) -> tuple[str, str, int]:
    return side, _DIGITS.sub("0", line.text), round(line.y / 4)


def _body_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size that most text is set in."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 1.0


def _without_notes(page: Sequence[Line], body: float) -> list[Line]:
    """A page without its footnotes: what is set small below everything else, from the first note mark on."""
    lines = sorted(page, key=lambda line: line.y)
    small = len(lines)
    while small and lines[small - 1].size < _NOTE * body:
        small -= 1
    notes = lines[small:] if 0 < small < len(lines) and _NOTE_BEGIN.match(lines[small].text) else []
    dropped = set(map(id, notes))
    return [line for line in page if id(line) not in dropped]


def _usual_leading(lines: Sequence[Line]) -> float:
    """The distance between lines of one paragraph, in sizes of the type."""
    gaps = [
        (below.y - above.y) / above.size
        for above, below in pairwise(lines)
        if above.size and 0 < below.y - above.y < 3 * above.size and abs(above.size - below.size) < 0.5
    ]
    return statistics.median_low(gaps) if gaps else 1.2


def _is_flush_right(lines: Sequence[Line], right_to_left: bool) -> bool:
    """Whether lines begin at the right edge. Arabic may be set flush left; justified text begins where it reads."""
    near = [(line.column[1] - line.x1, line.x0 - line.column[0], line.size / 2) for line in lines if not line.cells]
    at_right = sum(right < slack for right, _, slack in near)
    at_left = sum(left < slack for _, left, slack in near)
    return right_to_left if min(at_right, at_left) * 4 > 3 * max(at_right, at_left) else at_right > at_left


def _paragraphs(lines: Sequence[Line], leading: float, from_right: bool) -> Iterator[list[Line]]:
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and _begins(line, paragraph, leading, from_right):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _begins(line: Line, paragraph: Sequence[Line], leading: float, from_right: bool) -> bool:
    """Whether a line begins a paragraph and does not go on with the one before."""
    above = paragraph[-1]
    if line.cells or above.cells or _BULLET.match(line.text):
        return True
    if abs(line.size - above.size) > 0.08 * max(line.size, above.size) or line.bold != above.bold:
        return True
    ends = bool(_SENTENCE_END.search(above.text))
    if line.y <= above.y:  # the next column or page
        return ends
    if line.y - above.y > _LEADING * leading * above.size:
        return True
    start, start_above = (-line.x1, -above.x1) if from_right else (line.x0, above.x0)
    if start - start_above > _INDENT * line.size and len(paragraph) > 1:
        return True
    return _had_room(above, line, from_right, ends)


def _had_room(above: Line, line: Line, from_right: bool, ends: bool) -> bool:
    """Whether the first word of a line had fitted into the one above, which therefore was ended on purpose.

    The width of a word is estimated, so there must be room to spare where the line above does not end a sentence.
    """
    left, right = above.column
    room = above.x0 - left if from_right else right - above.x1
    word = line.text.split(" ", 1)[0]
    needed = (len(word) + 2) * (line.x1 - line.x0) / max(len(line.text), 1) + 0.5 * line.size
    return room > (needed if ends else max(2 * needed, _CLEARLY_SHORT * (right - left)))


def _joined(lines: Sequence[Line]) -> str:
    """The text of lines, a word that is divided at the end of one put together again."""
    text = lines[0].text
    for line in lines[1:]:
        divided = _HYPHEN.search(text)
        goes_on = line.text[:1].islower()
        text = text[: divided.start()] + line.text if divided and goes_on else f"{text} {line.text}"
    return text
