"""The findings as a table, and that table as CSV, for spreadsheets.

RFC 4180 (commas, doubled quotes, CRLF), UTF-8 *with* a byte order mark: without one, Excel reads Arabic as the
local eight-bit encoding. Python reads such a file with the encoding `utf-8-sig`. Contradictions within one text
are no findings about a pair; the other forms have them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from align.model import Comparison, Finding, Mention, Side
from align.report.order import ranked
from align.report.quotes import Quoter, passage_of
from align.report.reasons import plain_reason, reason_parts
from align.report.wording import text_names, value_in_words
from align.wording import DEFAULT_INTERFACE, Interface

BYTE_ORDER_MARK = "\ufeff"
COLUMNS = (
    "id",
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
    "pair",
    "left_start",
    "left_end",
    "right_start",
    "right_end",
)
# What a spreadsheet takes for the beginning of a formula, with the full-width forms that some locales accept;
# see OWASP, "CSV Injection".
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_REACH = 120


def render_csv(comparison: Comparison, interface: Interface = DEFAULT_INTERFACE) -> str:
    """The findings as CSV, ranked; the first character is a byte order mark.

    Columns and verdicts keep their names in every interface language, so that scripts can read them.
    """
    output = io.StringIO()
    output.write(BYTE_ORDER_MARK)
    writer = csv.writer(output)
    writer.writerow(COLUMNS)
    for cells in finding_rows(comparison, interface):
        writer.writerow([harmless(cell) for cell in cells])
    return output.getvalue()


def finding_rows(comparison: Comparison, interface: Interface) -> Iterator[tuple[str, ...]]:
    """A row of `COLUMNS` for each finding, ranked, as the documents have it."""
    pairs = {pair.id: pair for pair in comparison.pairs}
    quoters: dict[Side, Quoter] = {
        "left": Quoter(comparison.left, _REACH),
        "right": Quoter(comparison.right, _REACH),
    }
    names = text_names(comparison, interface)

    def passage(finding: Finding, side: Side, mention: Mention | None) -> str:
        spans = passage_of(pairs.get(finding.pair), side)
        quote = quoters[side].mention(mention, spans) if mention else quoters[side].passage(spans)
        return f"{quote.before}{quote.mention}{quote.after}" if quote else ""

    for finding in ranked(comparison.findings):
        yield (
            finding.id,
            finding.verdict,
            finding.kind,
            format(finding.confidence, ".4f"),
            *_mention_cells(finding.left, interface),
            *_mention_cells(finding.right, interface),
            _reason(finding, interface, names),
            passage(finding, "left", finding.left),
            passage(finding, "right", finding.right),
            finding.pair,
            *_offsets(finding.left),
            *_offsets(finding.right),
        )


def starts_formula(cell: str) -> bool:
    """Whether a spreadsheet would take the text of a cell for a formula."""
    return cell.startswith(_FORMULA_STARTS)


def _reason(finding: Finding, interface: Interface, names: dict[Side, str]) -> str:
    if interface is DEFAULT_INTERFACE:
        return finding.reason
    return plain_reason(reason_parts(finding, interface, names), interface)


def _mention_cells(mention: Mention | None, interface: Interface) -> tuple[str, str]:
    if mention is None:
        return "", ""
    value = value_in_words(mention, interface)
    return mention.text, value.code or str(value)


def _offsets(mention: Mention | None) -> tuple[str, str]:
    return (str(mention.start), str(mention.end)) if mention else ("", "")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs: a leading apostrophe makes it text. NUL has no place in a CSV file."""
    cell = cell.replace("\0", "\u2400").encode("utf-8", "replace").decode("utf-8")
    return "'" + cell if starts_formula(cell) else cell
