"""XLSX: the findings as a sheet to sort and filter, what one text says against itself, and what was compared.

Every cell that holds a document's words is a string, whatever it begins with, and is marked as text, so that editing
it does not make it a formula. Cells are written in the direction of their language.
"""

from __future__ import annotations

import datetime
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from align.model import Comparison, Contradiction, Finding, Mention, Problem, Side, Verdict
from align.report.bidi import Direction, direction, visible
from align.report.order import count_verdicts, ranked, ranked_contradictions
from align.report.problems import place_parts, problem_parts
from align.report.quotes import shorten
from align.report.reasons import plain_reason, reason_parts
from align.report.tabular import COLUMNS, finding_rows, starts_formula
from align.report.wording import (
    INTERNAL,
    KIND_NAMES,
    text_names,
    value_in_words,
    verdict_name,
    verdict_sign,
)
from align.wording import DEFAULT_INTERFACE, Interface

# The file says when it was made; that must not depend on when it was.
MADE = datetime.datetime(2000, 1, 1)
_LONGEST_CELL = 32_000  # Excel's limit is 32,767 UTF-16 units
_MOST_ROWS = 1_000_000  # Excel's limit is 1,048,576 with the heading
_WIDTHS = {"id": 18, "verdict": 24, "kind": 10, "confidence": 11, "reason": 60, "pair": 7}
LINE, MOST_LINES = 15, 20  # points; a row may be 409 points high
_PASSAGE_WIDTH, _TEXT_WIDTH, _OFFSET_WIDTH = 52, 26, 9
_COLORS = {
    "conflict": "#A8201A",
    INTERNAL: "#7B3593",
    "compatible": "#8A5D00",
    "agree": "#2C6A4B",
    "only-left": "#33588C",
    "only-right": "#33588C",
}
# The findings first show what an editor reads; what ties a row to the JSON comes last.
_ORDER = (
    "verdict",
    "kind",
    "confidence",
    "left_text",
    "left_value",
    "right_text",
    "right_value",
    "reason",
    "left_passage",
    "right_passage",
    "id",
    "pair",
    "left_start",
    "left_end",
    "right_start",
    "right_end",
)


def render_xlsx(comparison: Comparison, interface: Interface = DEFAULT_INTERFACE) -> bytes:
    """The comparison as a workbook. The same comparison gives the same bytes."""
    import xlsxwriter

    output = io.BytesIO()
    book = xlsxwriter.Workbook(output, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": MADE})
    made = _Workbook(book, comparison, interface)
    made.write_findings()
    made.write_contradictions()
    made.write_about()
    book.close()
    return output.getvalue()


class _Workbook:
    """The sheets of one workbook, with the looks of cells that they share."""

    def __init__(self, book: Any, comparison: Comparison, interface: Interface) -> None:
        self._book = book
        self._comparison = comparison
        self._interface = interface
        self._names = text_names(comparison, interface)
        self._ways: dict[Side, Direction] = {
            "left": direction(comparison.left.document.language),
            "right": direction(comparison.right.document.language),
        }
        self._own: Direction = "rtl" if interface.is_rtl else "ltr"
        self._looks: dict[tuple[object, ...], Any] = {}
        self._widths: list[int] = []  # of the columns of the sheet being written
        self._lines: Counter[int] = Counter()  # and how many lines its rows need

    def write_findings(self) -> None:
        sheet = self._sheet("Findings")
        lines = {pair.id: pair.line for pair in self._comparison.pairs if pair.line}
        heads = [(self._title(column), _width(column)) for column in _ORDER]
        self._head(sheet, [*heads, (self._interface.text("line"), _OFFSET_WIDTH)] if lines else heads)
        last = 0
        found = zip(ranked(self._comparison.findings), finding_rows(self._comparison, self._interface), strict=True)
        for row, (finding, cells) in enumerate(found, 1):
            if row > _MOST_ROWS:
                break
            values = dict(zip(COLUMNS, cells, strict=True))
            for at, column in enumerate(_ORDER):
                if column == "reason":
                    self._reason(sheet, row, at, finding)
                else:
                    self._cell(sheet, row, at, column, values)
            if lines:
                sheet.write_number(row, len(_ORDER), lines[finding.pair], self._look())
            last = row
        sheet.autofilter(0, 0, last, len(_ORDER) - (0 if lines else 1))
        self._set_heights(sheet)

    def write_contradictions(self) -> None:
        if not self._comparison.internal:
            return
        sheet = self._sheet("Within one text")
        text = self._interface.text
        heads = ("text", "kind", "confidence", "first place", "value", "second place", "value", "reason", "id")
        widths = (20, 10, 11, _TEXT_WIDTH, _TEXT_WIDTH, _TEXT_WIDTH, _TEXT_WIDTH, 60, 18)
        self._head(sheet, list(zip(map(text, heads), widths, strict=True)))
        found = ranked_contradictions(self._comparison.internal)
        for row, each in enumerate(found, 1):
            way = self._ways[each.side]
            self._text(sheet, row, 0, self._names[each.side])
            self._text(sheet, row, 1, text(KIND_NAMES[each.kind]))
            sheet.write_number(row, 2, each.confidence, self._look(number="0.00"))
            for at, mention in ((3, each.first), (5, each.second)):
                self._text(sheet, row, at, mention.text, way)
                self._text(sheet, row, at + 1, self._value(mention))
            self._reason(sheet, row, 7, each)
            self._text(sheet, row, 8, each.id, "ltr")
        sheet.autofilter(0, 0, len(found), len(heads) - 1)
        self._set_heights(sheet)

    def write_about(self) -> None:
        """What was compared, by what, and with how many findings of each verdict."""
        sheet = self._sheet("About")
        text = self._interface.text
        self._head(sheet, [(text("about"), 26), ("", 70), ("", 26)])
        rows: list[Sequence[str | int]] = [
            (verdict_name(verdict, self._interface), number)
            for verdict, number in count_verdicts(self._comparison).items()
        ]
        rows.append((text("contradictions within one text"), len(self._comparison.internal)))
        for side, analysis in (("left", self._comparison.left), ("right", self._comparison.right)):
            document = analysis.document
            rows.append(
                (self._names["left" if side == "left" else "right"], document.title or document.id, document.id)
            )
            rows.append(("sha256", analysis.sha256))
        rows += [(text("Problem"), *self._problem(problem)) for problem in self._comparison.problems]
        rows.append((text("signature"), str(self._comparison.signature)))
        for row, cells in enumerate(rows, 1):
            for at, cell in enumerate(cells):
                if isinstance(cell, int):
                    sheet.write_number(row, at, cell, self._look(number="#,##0"))
                else:
                    self._text(sheet, row, at, cell)
        self._set_heights(sheet)

    def _problem(self, problem: Problem) -> Iterator[str]:
        """What a problem says, and where it is."""
        for parts in (problem_parts(problem, self._interface), place_parts(problem, self._interface)):
            yield plain_reason(parts, self._interface)

    def _sheet(self, name: str) -> Any:
        sheet = self._book.add_worksheet(self._interface.text(name))
        sheet.freeze_panes(1, 0)
        if self._interface.is_rtl:
            sheet.right_to_left()
        return sheet

    def _head(self, sheet: Any, columns: Sequence[tuple[str, int]]) -> None:
        look = self._look(way=self._own, bold=True, fill="#EFECE4")
        self._widths, self._lines = [width for _, width in columns], Counter()
        for at, (title, width) in enumerate(columns):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, title, look)
            self._need(0, at, title)

    def _need(self, row: int, at: int, text: str) -> None:
        self._lines[row] = max(self._lines[row], -(-len(text) // self._widths[at]))

    def _set_heights(self, sheet: Any) -> None:
        """Excel fits rows to their text as it opens a file; other programs show one line unless they are told."""
        for row, lines in self._lines.items():
            if lines > 1:
                sheet.set_row(row, LINE * min(lines, MOST_LINES))

    def _cell(self, sheet: Any, row: int, at: int, column: str, values: dict[str, str]) -> None:
        value = values[column]
        if column == "confidence":
            sheet.write_number(row, at, float(value), self._look(number="0.00"))
        elif column.endswith(("_start", "_end")):
            if value:
                sheet.write_number(row, at, int(value), self._look())
        elif column == "verdict":
            verdict: Verdict = value  # type: ignore[assignment]  # a row holds what a finding does
            shown = f"{verdict_sign(verdict, self._interface)} {verdict_name(verdict, self._interface)}"
            sheet.write_string(row, at, shown, self._look(way=self._own, color=_COLORS[verdict], bold=True))
        elif column == "kind":
            self._text(sheet, row, at, self._interface.text(value))
        elif column in ("left_text", "left_passage"):
            self._text(sheet, row, at, value, self._ways["left"])
        elif column in ("right_text", "right_passage"):
            self._text(sheet, row, at, value, self._ways["right"])
        else:
            self._text(sheet, row, at, value, "ltr" if column in ("id", "pair") else None)

    def _reason(self, sheet: Any, row: int, at: int, found: Finding | Contradiction) -> None:
        """A sentence of ours, whose quotations are safe and isolated already."""
        told = plain_reason(reason_parts(found, self._interface, self._names), self._interface)
        self._string(sheet, row, at, told, self._own)

    def _text(self, sheet: Any, row: int, at: int, text: str, way: Direction | None = None) -> None:
        self._string(sheet, row, at, visible(text), way or self._own)

    def _string(self, sheet: Any, row: int, at: int, text: str, way: Direction) -> None:
        shown = shorten(text, _LONGEST_CELL)
        self._need(row, at, shown)
        sheet.write_string(row, at, shown, self._look(way=way, quoted=starts_formula(shown)))

    def _title(self, column: str) -> str:
        """`left_value` as "the English text: value"."""
        text = self._interface.text
        side, _, what = column.partition("_")
        for known, name in self._names.items():
            if side == known:
                return f"{name}: {text('mention' if what == 'text' else what)}"
        return text(column)

    def _value(self, mention: Mention) -> str:
        value = value_in_words(mention, self._interface)
        return value.code or str(value)

    def _look(
        self,
        *,
        way: Direction = "ltr",
        quoted: bool = False,
        bold: bool = False,
        number: str = "",
        color: str = "",
        fill: str = "",
    ) -> Any:
        key = (way, quoted, bold, number, color, fill)
        if key not in self._looks:
            look: dict[str, object] = {"valign": "top", "text_wrap": True, "reading_order": 2 if way == "rtl" else 1}
            look |= {"quote_prefix": True} if quoted else {}
            look |= {"bold": True} if bold else {}
            look |= {"num_format": number} if number else {}
            look |= {"font_color": color} if color else {}
            look |= {"bg_color": fill, "bottom": 1} if fill else {}
            look |= {"align": "right"} if way == "rtl" else {}
            self._looks[key] = self._book.add_format(look)
        return self._looks[key]


def _width(column: str) -> int:
    if column.endswith("_passage"):
        return _PASSAGE_WIDTH
    return _OFFSET_WIDTH if column.endswith(("_start", "_end")) else _WIDTHS.get(column, _TEXT_WIDTH)
