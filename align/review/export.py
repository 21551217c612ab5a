"""Export: the reviewed report, to be handed on. Judgements stand beside the findings they are about."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import regex

from align.report.bidi import one_line, visible
from align.report.tabular import BYTE_ORDER_MARK, harmless, starts_formula
from align.report.workbook import MADE
from align.review.claim import Claim
from align.review.desk import Snapshot
from align.review.judgement import Entry
from align.review.page import rendered, style
from align.review.queue import Case, progress
from align.wording import Interface

SCHEMA = "align.review/1"
COLUMNS = (
    "report",
    "finding",
    "verdict",
    "kind",
    "confidence",
    "left",
    "right",
    "reason",
    "state",
    "note",
    "reviewer",
    "judged_at",
    "earlier_judgement",
)
_WIDTHS = {"confidence": 11, "left": 30, "right": 30, "reason": 60, "note": 40}
_LONGEST_CELL, _MOST_ROWS = 32_000, 1_000_000  # a little below Excel's limits
_SURROGATES = regex.compile(r"[\ud800-\udfff]")


def export(snapshot: Snapshot, form: str, words: Interface) -> tuple[str, str, bytes]:
    """A file of one of `FORMS`: its name, its media type and its content. Dismissals only are in `toml`."""
    media, render = FORMS[form]
    name = "align.toml" if form == "toml" else f"review.{form}"
    content = render(snapshot, words)
    return name, media, content if isinstance(content, bytes) else _SURROGATES.sub("\ufffd", content).encode("utf-8")


def _json(snapshot: Snapshot, words: Interface) -> str:
    reports = []
    for at, report in enumerate(snapshot.reports):
        cases = [case for case in snapshot.cases if case.report == at]
        reports.append({"comparison": report.comparison.to_dict(), "judgements": list(map(_judgement, cases))})
    form = {"schema": SCHEMA, "reports": reports, "history": [_entry(entry) for entry in snapshot.ledger.entries]}
    return json.dumps(form, ensure_ascii=False, indent=2) + "\n"


def _judgement(case: Case) -> dict[str, Any]:
    return {
        "finding": case.evidence.id,
        "claim": case.claim.key,
        "state": case.state,
        "decision": _entry(case.standing) if case.standing else None,
        "earlier": _earlier(case.earlier, case.earlier_entry) if case.earlier and case.earlier_entry else None,
    }


def _earlier(claim: Claim, entry: Entry) -> dict[str, Any]:
    quotations = [
        {"side": quote.side, "before": quote.before, "text": quote.text, "after": quote.after}
        for quote in claim.quotations
    ]
    return {"verdict": claim.verdict, "quotations": quotations, "decision": _entry(entry)}


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "claim": entry.claim,
        "judgement": entry.judgement,
        "note": entry.note,
        "reviewer": entry.reviewer,
        "made_at": entry.made_at,
        "undoes": entry.undoes,
        "restores": entry.restores,
    }


def _csv(snapshot: Snapshot, words: Interface) -> str:
    output = io.StringIO()
    output.write(BYTE_ORDER_MARK)
    writer = csv.writer(output)
    writer.writerow(COLUMNS)
    for case in snapshot.cases:
        writer.writerow([harmless(cell) for cell in _cells(case, snapshot)])
    return output.getvalue()


def _xlsx(snapshot: Snapshot, words: Interface) -> bytes:
    """The rows of the CSV as a sheet that filters, with its heading frozen; every cell but the confidence is text."""
    import xlsxwriter

    output = io.BytesIO()
    book = xlsxwriter.Workbook(output, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": MADE})
    sheet = book.add_worksheet("Review")
    if words.is_rtl:
        sheet.right_to_left()
    sheet.freeze_panes(1, 0)
    heading = book.add_format({"bold": True, "bg_color": "#EFECE4", "bottom": 1})
    cell_look = {"valign": "top", "text_wrap": True}
    plain, quoted = book.add_format(cell_look), book.add_format({**cell_look, "quote_prefix": True})
    for at, column in enumerate(COLUMNS):
        sheet.set_column(at, at, _WIDTHS.get(column, 18))
        sheet.write_string(0, at, column, heading)
    for row, case in enumerate(snapshot.cases[:_MOST_ROWS], 1):
        for at, (column, cell) in enumerate(zip(COLUMNS, _cells(case, snapshot), strict=True)):
            if column == "confidence":
                sheet.write_number(row, at, float(cell))
            else:
                told = cell if column == "reason" else visible(cell)  # a reason is safe, and isolates what it quotes
                text = told[:_LONGEST_CELL]
                sheet.write_string(row, at, text, quoted if starts_formula(text) else plain)
    sheet.autofilter(0, 0, min(len(snapshot.cases), _MOST_ROWS), len(COLUMNS) - 1)
    book.close()
    return output.getvalue()


def _cells(case: Case, snapshot: Snapshot) -> Iterable[str]:
    entry, evidence = case.standing, case.evidence
    quoted = [_quoted(case, side) for side in ("left", "right")]
    return (
        snapshot.reports[case.report].name,
        evidence.id,
        evidence.verdict,
        evidence.kind,
        format(evidence.confidence, ".2f"),
        *quoted,
        evidence.plain_reason,
        case.state,
        entry.note if entry else "",
        entry.reviewer if entry else "",
        entry.made_at if entry else "",
        (case.earlier_entry.judgement or "") if case.earlier_entry else "",
    )


def _quoted(case: Case, side: str) -> str:
    """The values of one side; two where a text contradicts itself."""
    return " / ".join(quote.text for quote in case.claim.quotations if quote.side == side and quote.text)


def _html(snapshot: Snapshot, words: Interface) -> str:
    sheet = style()
    digest = base64.b64encode(hashlib.sha256(sheet.encode("utf-8")).digest()).decode("ascii")
    return rendered(
        words,
        "export.html",
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        style=sheet,
        snapshot=snapshot,
        whole=progress(snapshot.cases),
        tally=Counter(case.state for case in snapshot.cases),
    )


def _toml(snapshot: Snapshot, words: Interface) -> str:
    """What was found to be no issue, in the form of `align.toml`, so that the texts' project can keep it."""
    lines = ["# Findings that were reviewed and dismissed; put these lines into align.toml beside the texts."]
    for case in snapshot.cases:
        entry = case.standing
        if entry and entry.judgement == "not-an-issue":
            reason = one_line(entry.note) or f"Reviewed by {one_line(entry.reviewer)}: not an issue."
            lines += ["", "[[dismissed]]", f"id = {_toml_string(case.evidence.id)}", f"reason = {_toml_string(reason)}"]
    return "\n".join(lines) + "\n"


def _toml_string(text: str) -> str:
    """A basic string; JSON escapes all that TOML 1.0 wants escaped but DEL, which `one_line` has made visible."""
    return json.dumps(text, ensure_ascii=False)


_Render = Callable[[Snapshot, Interface], str | bytes]
FORMS: dict[str, tuple[str, _Render]] = {
    "html": ("text/html; charset=utf-8", _html),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _xlsx),
    "csv": ("text/csv; charset=utf-8", _csv),
    "json": ("application/json", _json),
    "toml": ("application/toml", _toml),
}
