"""The table of facts for spreadsheets and scripts: a row for each claim as CSV, the table itself as XLSX, and JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from importlib import resources
from typing import Any

from align.facts import FactTable
from align.report.bidi import Direction, isolate, isolate_rtl, one_line, visible
from align.report.facts import AGREEMENT_NAMES, AGREEMENT_SIGNS, FactRow, FactRows, Statement, answer_line, label_text
from align.report.quotes import shorten
from align.report.serial import as_json
from align.report.tabular import BYTE_ORDER_MARK, harmless, starts_formula
from align.report.workbook import LINE, MADE, MOST_LINES
from align.wording import DEFAULT_INTERFACE, Interface

CLAIM_COLUMNS = (
    "fact",
    "agreement",
    "kind",
    "about",
    "answer",
    "sources_of_answer",
    "source",
    "language",
    "text",
    "value",
    "passage",
    "start",
    "end",
)
_LONGEST_CELL = 32_000
_AGREEMENT_WIDTH, _FACT_WIDTH, _SOURCE_WIDTH, _ID_WIDTH = 18, 48, 34, 18


def facts_json(table: FactTable, interface: Interface = DEFAULT_INTERFACE) -> str:
    """The JSON of docs/facts.md, the same in every interface language."""
    return as_json(table.to_dict())


def load_facts_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `facts_json` writes."""
    source = resources.files("align.report").joinpath("facts.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(source)
    return schema


def facts_csv(table: FactTable, interface: Interface = DEFAULT_INTERFACE) -> str:
    """A row for each claim, as RFC 4180 has it, with a byte order mark; columns keep their English names."""
    output = io.StringIO()
    output.write(BYTE_ORDER_MARK)
    writer = csv.writer(output)
    writer.writerow(CLAIM_COLUMNS)
    for cells in _claim_rows(table, interface):
        writer.writerow([harmless(cell) for cell in cells])
    return output.getvalue()


def _claim_rows(table: FactTable, interface: Interface) -> Iterator[tuple[str, ...]]:
    for fact, row in zip(table.facts, FactRows(table, interface).rows(), strict=True):
        about = label_text(row.label, row.kind, interface)
        for source, told in zip(table.sources, enumerate(row.told), strict=True):
            at, statements = told
            for (answer, claim), statement in zip(fact.claims_of(at), statements, strict=True):
                quote = statement.quote
                yield (
                    fact.id,
                    fact.agreement,
                    fact.kind,
                    about,
                    str(answer + 1),
                    str(len(fact.answers[answer].sources)),
                    source.document.id,
                    source.document.language,
                    claim.mention.text,
                    str(statement.value),
                    f"{quote.before}{quote.mention}{quote.after}",
                    str(claim.mention.start),
                    str(claim.mention.end),
                )


def facts_xlsx(table: FactTable, interface: Interface = DEFAULT_INTERFACE) -> bytes:
    """The table as a workbook: a row for each fact, a column for each source. The same table gives the same bytes."""
    import xlsxwriter

    output = io.BytesIO()
    book = xlsxwriter.Workbook(output, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": MADE})
    _write_sheet(book, table, interface)
    book.close()
    return output.getvalue()


def _write_sheet(book: Any, table: FactTable, interface: Interface) -> None:
    text, laid_out, looks = interface.text, FactRows(table, interface), _Looks(book)
    own: Direction = "rtl" if interface.is_rtl else "ltr"
    sheet = book.add_worksheet(text("Facts"))
    sheet.freeze_panes(1, 2)
    if interface.is_rtl:
        sheet.right_to_left()
    sources = laid_out.sources()
    titles = [(f"{source.number}. {source.title} ({source.id})", source.direction) for source in sources]
    heads = [(text("agreement"), own), (text("fact"), own), *titles, (text("most sources"), own), ("id", own)]
    widths = [_AGREEMENT_WIDTH, _FACT_WIDTH, *(_SOURCE_WIDTH for _ in sources), _SOURCE_WIDTH, _ID_WIDTH]
    for at, ((title, way), width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, visible(title), looks(way, head=True))
    number = 0
    for number, row in enumerate(laid_out.rows(), 1):
        agreement = f"{AGREEMENT_SIGNS[row.agreement]} {text(AGREEMENT_NAMES[row.agreement])}"
        told = [(_told(row, at), source.direction) for at, source in enumerate(sources)]
        about = visible(label_text(row.label, row.kind, interface)), row.label.direction
        cells = [(agreement, own), about, *told, (answer_line(row, interface), own), (row.id, "ltr")]
        lines = 1
        for at, ((cell, way), width) in enumerate(zip(cells, widths, strict=True)):
            shown = shorten(cell, _LONGEST_CELL)
            lines = max(lines, sum(-(-len(line) // width) or 1 for line in shown.split("\n")))
            sheet.write_string(number, at, shown, looks(way, quoted=starts_formula(shown) and at > 0))
        sheet.set_row(number, LINE * min(lines, MOST_LINES))
    sheet.autofilter(0, 0, number, len(heads) - 1)


def _told(row: FactRow, source: int) -> str:
    """What a source states, one claim to a line."""
    return "\n".join(_claim(statement) for statement in row.told[source])


def _claim(statement: Statement) -> str:
    """The words of the source, and the value in those of the interface; either may run in another direction."""
    parts = [statement.quote.mention.strip()] + ([] if statement.is_name else [one_line(str(statement.value))])
    if any(isolate_rtl(part) != part for part in parts):
        parts = [isolate(part) for part in parts]
    quoted, *value = parts
    return (f"{statement.letter}: " if statement.letter else "") + quoted + "".join(f" ({each})" for each in value)


class _Looks:
    """Formats of cells, each made once."""

    def __init__(self, book: Any) -> None:
        self._book, self._known = book, dict[tuple[object, ...], Any]()

    def __call__(self, way: Direction, *, quoted: bool = False, head: bool = False) -> Any:
        key = (way, quoted, head)
        if key not in self._known:
            look: dict[str, object] = {"text_wrap": True, "valign": "top", "reading_order": 2 if way == "rtl" else 1}
            look |= {"align": "right"} if way == "rtl" else {}
            look |= {"quote_prefix": True} if quoted else {}
            look |= {"bold": True, "bg_color": "#EFECE4", "bottom": 1} if head else {}
            self._known[key] = self._book.add_format(look)
        return self._known[key]
