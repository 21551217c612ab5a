"""The glyphs of a page become its lines, column by column, and the rows of its tables."""

from __future__ import annotations

import itertools
import statistics
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from align.readers.pdf.glyphs import STRETCH, Glyph
from align.readers.pdf.visual import in_reading_order
from align.readers.reading import MAX_LABEL

# In sizes of the type.
_SAME_BASELINE = 0.35
_WORD_SPACE = 0.2
_GUTTER = 1.5  # between columns, or the cells of a row
_RAISED = 0.15
_MARK_LAG = 0.12  # of a mark without width, at most, behind the left end of its letter
_FULL = 0.8  # of a column's width; lines of prose are longer but for the last of each paragraph
_SHORT = 25  # code points; lines of a column of prose are longer
_JOINED = regex.compile(r"\p{Joining_Type=D}[\p{Joining_Type=D}\p{Joining_Type=R}]")
_KASHIDA = regex.compile(r"(?<=\p{Script=Arabic}),+(?=\p{Script=Arabic})")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column, or a row of a table with its cells. The places are those of `Glyph`.

    `column` is the left and right edge of the column that it stands in.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    cells: tuple[str, ...] = ()
    column: tuple[float, float] = (0.0, 0.0)


def page_lines(glyphs: Sequence[Glyph], right_to_left: bool) -> list[Line]:
    """The lines of a page in reading order. `right_to_left` is the direction of the document."""
    rows = [fragments for row in _rows(glyphs) if (fragments := list(_fragments(row, right_to_left)))]
    return _with_columns(_in_columns(rows, right_to_left))


def _in_columns(rows: Sequence[list[Line]], right_to_left: bool) -> list[Line]:
    """The lines of rows, zone by zone of rows that share a gutter."""
    found: list[Line] = []
    at = 0
    while at < len(rows):
        zone, gutter = _zone(rows[at:])
        if gutter is None:
            found += _whole(rows[at], right_to_left)
        else:
            found += _read_zone(zone, gutter, right_to_left)
        at += len(zone)
    return found


def _whole(row: list[Line], right_to_left: bool) -> list[Line]:
    """A row that belongs to no table, its bold beginning joined again with the rest."""
    found: list[Line] = []
    for line in row:
        before = found[-1] if found else None
        if before and line.x0 - before.x1 <= _GUTTER * line.size:
            first, second = (line, before) if right_to_left else (before, line)
            longer = max(line, before, key=lambda each: len(each.text))
            found[-1] = replace(longer, text=f"{first.text} {second.text}", x0=before.x0, x1=line.x1)
        else:
            found.append(line)
    return found


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs that share a baseline, from the top of the page."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.y):
        if row and glyph.y - row[0].y > _SAME_BASELINE * max(glyph.size, row[0].size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _fragments(row: list[Glyph], right_to_left: bool) -> Iterator[Line]:
    """The stretches of a row without a wide gap, from left to right."""
    stretch: list[Glyph] = []
    space = False
    for glyph in _with_marks(row):
        if not glyph.text.strip():
            space = True
            continue
        gap = glyph.x0 - stretch[-1].x1 if stretch else 0.0
        size = glyph.size or 1.0
        label_ends = gap > _WORD_SPACE * size and _is_label_end(stretch, glyph)
        if stretch and (gap > _GUTTER * size or label_ends):
            yield _line(stretch, right_to_left)
            stretch = []
        elif stretch and (gap > _WORD_SPACE * size or (space and gap > -_WORD_SPACE * size)):
            stretch.append(Glyph(" ", stretch[-1].x1, glyph.x0, glyph.y, glyph.size, glyph.bold))
        elif stretch and gap < -0.5 * size and stretch[-1].text == glyph.text:
            continue  # drawn twice, to look bold
        stretch.append(glyph)
        space = False
    if stretch:
        yield _line(stretch, right_to_left)


def _is_label_end(stretch: list[Glyph], glyph: Glyph) -> bool:
    """Whether type turns from bold to light or back, as between a label and its value."""
    return bool(stretch) and stretch[-1].bold != glyph.bold and all(each.bold == stretch[0].bold for each in stretch)


def _without_stretches(row: list[Glyph]) -> list[Glyph]:
    """The glyphs from left to right without what only stretches a word: a letter joined by it reaches as far.

    Elsewhere a sign without text may be a space that the file does not name.
    """
    kept: list[Glyph] = []
    stretch: Glyph | None = None
    for glyph in sorted(row, key=lambda glyph: (glyph.x0, glyph.x1)):
        if glyph.text == STRETCH:
            stretch = glyph._replace(text="")
            continue
        if stretch and kept and _JOINED.match(glyph.text + kept[-1].text):
            kept[-1] = kept[-1]._replace(x1=glyph.x0)
        elif stretch:
            kept.append(stretch)
        stretch = None
        kept.append(glyph)
    return kept


def _with_marks(row: list[Glyph]) -> list[Glyph]:
    """The glyphs from left to right, each combining mark joined to the letter that it stands at."""
    bases = _without_stretches([glyph for glyph in row if not _is_mark(glyph.text)])
    marks = sorted((glyph for glyph in row if _is_mark(glyph.text)), key=lambda glyph: glyph.x0)
    at = 0
    for mark in marks:
        middle = (mark.x0 + mark.x1) / 2 if mark.x1 > mark.x0 else mark.x0 + _MARK_LAG * mark.size
        while at + 1 < len(bases) and bases[at + 1].x0 <= middle:
            at += 1
        if bases and bases[at].text.strip():
            bases[at] = bases[at]._replace(text=bases[at].text + mark.text)
    return bases


def _is_mark(text: str) -> bool:
    return bool(text) and all(unicodedata.combining(sign) for sign in text)


def _line(glyphs: list[Glyph], right_to_left: bool) -> Line:
    size = statistics.median(glyph.size for glyph in glyphs)
    baseline = statistics.median(glyph.y for glyph in glyphs)
    kept = [glyph for glyph in glyphs if not _is_note_mark(glyph, size, baseline)] or glyphs
    text = in_reading_order([glyph.text for glyph in kept], right_to_left)
    return Line(
        text=_KASHIDA.sub("\u0640", text).strip(),  # LibreOffice calls the sign that stretches a word a comma
        x0=glyphs[0].x0,
        x1=max(glyph.x1 for glyph in glyphs),
        y=baseline,
        size=size,
        bold=sum(glyph.bold for glyph in glyphs) * 2 > len(glyphs),
    )


def _is_note_mark(glyph: Glyph, size: float, baseline: float) -> bool:
    """Whether a glyph is a small raised figure, as refers to a footnote."""
    raised = glyph.size < 0.8 * size and baseline - glyph.y > _RAISED * size
    return raised and bool(regex.fullmatch(r"[\p{Nd}*\u2020\u2021,\s\[\]()]+", glyph.text))


_Gutter = tuple[float, float]


def _zone(rows: Sequence[list[Line]]) -> tuple[list[list[Line]], _Gutter | None]:
    """The rows from the first on that share a gutter, and the gutter; or the first row alone, and None."""
    zone: list[list[Line]] = []
    gutter: _Gutter | None = _widest_gap(rows[0])
    is_wide = False
    for row in rows:
        narrowed = _narrowed(gutter, row) if gutter else None
        if narrowed is None or (zone and _is_apart(zone[-1], row)):
            break
        gap = _widest_gap(row)
        is_wide = is_wide or (gap is not None and gap[1] - gap[0] > _GUTTER * row[0].size)
        zone.append(row)
        gutter = narrowed
    return (zone, gutter) if is_wide else ([rows[0]], None)


def _widest_gap(row: list[Line]) -> _Gutter | None:
    gaps = [(left.x1, right.x0) for left, right in itertools.pairwise(row)]
    return max(gaps, key=lambda gap: gap[1] - gap[0]) if gaps else None


def _narrowed(gutter: _Gutter, row: list[Line]) -> _Gutter | None:
    """The part of a gutter that a row leaves free, where it is wide enough still."""
    middle = (gutter[0] + gutter[1]) / 2
    low = max([gutter[0], *(line.x1 for line in row if (line.x0 + line.x1) / 2 < middle)])
    high = min([gutter[1], *(line.x0 for line in row if (line.x0 + line.x1) / 2 >= middle)])
    return (low, high) if high - low >= _WORD_SPACE * min(line.size for line in row) else None


def _is_apart(above: list[Line], below: list[Line]) -> bool:
    """Whether a row on one side only begins something else, as the wide space before it tells."""
    size = max(line.size for line in (*above, *below))
    return len(below) == 1 and below[0].y - above[0].y > 2.2 * size


def _read_zone(rows: Sequence[list[Line]], gutter: _Gutter, right_to_left: bool) -> list[Line]:
    """Rows with a gutter: a table row by row, or else one column after the other."""
    left = [[line for line in row if line.x0 < gutter[0] + 0.01] for row in rows]
    right = [[line for line in row if line.x0 >= gutter[0] + 0.01] for row in rows]
    first, second = (right, left) if right_to_left else (left, right)
    if _is_table(rows, first):
        return _table_rows(rows, first, second, right_to_left)
    return [line for side in (first, second) for line in _in_columns([row for row in side if row], right_to_left)]


def _is_table(rows: Sequence[list[Line]], first: Sequence[list[Line]]) -> bool:
    """Whether rows belong together from side to side: what stands first is short, and hardly ever fills its column."""
    labels = [row[0] for row in first if row]
    if not labels or any(len(label.text) > 2 * MAX_LABEL for label in labels):
        return False
    if len(rows) < 3:
        return all(len(label.text) <= MAX_LABEL for label in labels)
    width = max(label.x1 for label in labels) - min(label.x0 for label in labels)
    full = sum(label.x1 - label.x0 > _FULL * width for label in labels)
    return statistics.median(len(label.text) for label in labels) < _SHORT or full * 2 < len(labels)


def _table_rows(
    rows: Sequence[list[Line]], first: Sequence[list[Line]], second: Sequence[list[Line]], right_to_left: bool
) -> list[Line]:
    """Rows of cells; a line on the second side alone goes on with the cell above it."""
    found: list[Line] = []
    for row, begin, rest in zip(rows, first, second, strict=True):
        ordered = sorted(row, key=lambda line: line.x0, reverse=right_to_left)
        cells = tuple(line.text for line in ordered)
        if found and not begin and len(found[-1].cells) > 1:
            cells = (*found[-1].cells[:-1], " ".join((found[-1].cells[-1], *cells)))
            found[-1] = replace(found[-1], cells=cells, text=" ".join(cells), y=row[0].y)
        elif begin and rest:
            edges = min(line.x0 for line in row), max(line.x1 for line in row)
            found.append(replace(ordered[0], text=" ".join(cells), cells=cells, x0=edges[0], x1=edges[1]))
        else:
            found += ordered
    return found


def _with_columns(lines: list[Line]) -> list[Line]:
    """The lines with the edges of their columns: lines that follow each other downwards and overlap share one."""
    found: list[Line] = []
    run: list[Line] = []
    for line in [*lines, None]:
        goes_on = line and run and line.y > run[-1].y and line.x0 < run[-1].x1 and run[-1].x0 < line.x1
        if run and not goes_on:
            edges = min(each.x0 for each in run), max(each.x1 for each in run)
            found += [replace(each, column=edges) for each in run]
            run = []
        if line:
            run.append(line)
    return found
