"""CSV: one finding a row, for spreadsheets.

RFC 4180 (commas, doubled quotes, CRLF), UTF-8 *with* a byte order mark: without one, Excel reads Arabic as the
local eight-bit encoding. Python reads such a file with the encoding `utf-8-sig`. Contradictions within one text
are no findings about a pair; the other forms have them.
"""

from __future__ import annotations

import csv
import io

from align.model import Comparison, Finding, Mention, Side
from align.report.order import ranked
from align.report.quotes import Quoter, passage_of
from align.report.wording import value_in_words

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


def render_csv(comparison: Comparison) -> str:
    """The findings as CSV, ranked; the first character is a byte order mark."""
    pairs = {pair.id: pair for pair in comparison.pairs}
    left, right = Quoter(comparison.left, _REACH), Quoter(comparison.right, _REACH)
    output = io.StringIO()
    output.write(BYTE_ORDER_MARK)
    writer = csv.writer(output)
    writer.writerow(COLUMNS)

    def passage(quoter: Quoter, finding: Finding, side: Side, mention: Mention | None) -> str:
        spans = passage_of(pairs.get(finding.pair), side)
        quote = quoter.mention(mention, spans) if mention else quoter.passage(spans)
        return f"{quote.before}{quote.mention}{quote.after}" if quote else ""

    for finding in ranked(comparison.findings):
        cells = (
            finding.id,
            finding.verdict,
            finding.kind,
            format(finding.confidence, ".4f"),
            *_mention_cells(finding.left),
            *_mention_cells(finding.right),
            finding.reason,
            passage(left, finding, "left", finding.left),
            passage(right, finding, "right", finding.right),
            finding.pair,
            *_offsets(finding.left),
            *_offsets(finding.right),
        )
        writer.writerow([harmless(cell) for cell in cells])
    return output.getvalue()


def _mention_cells(mention: Mention | None) -> tuple[str, str]:
    if mention is None:
        return "", ""
    value = value_in_words(mention)
    return mention.text, value.code or str(value)


def _offsets(mention: Mention | None) -> tuple[str, str]:
    return (str(mention.start), str(mention.end)) if mention else ("", "")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs: a leading apostrophe makes it text. NUL has no place in a CSV file."""
    cell = cell.replace("\0", "\u2400").encode("utf-8", "replace").decode("utf-8")
    return "'" + cell if cell.startswith(_FORMULA_STARTS) else cell
