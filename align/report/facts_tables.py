"""The table of facts for spreadsheets and scripts: a row for each claim as CSV, the table itself as XLSX, and JSON."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Iterator
from importlib import resources
from typing import Any

from align.facts import FactTable
from align.report.bidi import visible
from align.report.facts import AGREEMENT_NAMES, AGREEMENT_SIGNS, FactRows, answer_line, label_text
from align.report.quotes import shorten
from align.report.serial import as_json
from align.report.tabular import BYTE_ORDER_MARK, harmless, starts_formula
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
_MADE = datetime.datetime(2000, 1, 1)  # the file says when it was made; that must not depend on when it was
_LONGEST_CELL = 32_000
_FACT_WIDTH, _SOURCE_WIDTH, _ID_WIDTH = 48, 34, 18


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
    book.set_properties({"created": _MADE})
    _write_sheet(book, table, interface)
    book.close()
    return output.getvalue()


def _write_sheet(book: Any, table: FactTable, interface: Interface) -> None:
    text, laid_out = interface.text, FactRows(table, interface)
    sheet = book.add_worksheet(text("Facts"))
    sheet.freeze_panes(1, 2)
    if interface.is_rtl:
        sheet.right_to_left()
    head = book.add_format({"bold": True, "bg_color": "#EFECE4", "bottom": 1, "text_wrap": True, "valign": "top"})
    own = book.add_format({"text_wrap": True, "valign": "top", "reading_order": 2 if interface.is_rtl else 1})
    quoted = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    sources = [f"{source.number}. {source.title} ({source.id})" for source in laid_out.sources()]
    heads = [text("agreement"), text("fact"), *sources, text("most sources"), "id"]
    widths = [18, _FACT_WIDTH, *(_SOURCE_WIDTH for _ in sources), _SOURCE_WIDTH, _ID_WIDTH]
    for at, (title, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, visible(title), head)
    number = 0
    for number, row in enumerate(laid_out.rows(), 1):
        told = [
            "\n".join(
                f"{f'{each.letter}: ' if each.letter else ''}{each.quote.mention.strip()}"
                + ("" if each.is_name else f" ({each.value})")
                for each in statements
            )
            for statements in row.told
        ]
        agreement = f"{AGREEMENT_SIGNS[row.agreement]} {text(AGREEMENT_NAMES[row.agreement])}"
        about = label_text(row.label, row.kind, interface)
        for at, cell in enumerate([agreement, about, *told, answer_line(row, interface), row.id]):
            shown = shorten(visible(cell), _LONGEST_CELL)
            sheet.write_string(number, at, shown, quoted if starts_formula(shown) and at else own)
    sheet.autofilter(0, 0, number, len(heads) - 1)
