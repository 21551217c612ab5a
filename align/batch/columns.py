"""The columns of the datasets that a batch writes, and the rows that one comparison gives; docs/batch.md explains them.

Rows depend on the two documents and the settings alone: no times, no machine, no place of a file.
"""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa

from align.batch.manifest import Entry
from align.model import (
    Comparison,
    DateValue,
    DocumentAnalysis,
    Finding,
    Ground,
    Mention,
    NameValue,
    NumberValue,
    Problem,
    Span,
    Verdict,
)
from align.text import without_surrogates

COMPARED, FAILED = "compared", "failed"
VERDICTS: tuple[Verdict, ...] = ("conflict", "compatible", "agree", "only-left", "only-right")

Row = dict[str, Any]
Rows = dict[str, list[Row]]

_TEXT, _COUNT, _SHARE, _DAY = pa.string(), pa.int32(), pa.float64(), pa.date32()


def _both(*columns: tuple[str, pa.DataType]) -> dict[str, pa.DataType]:
    return {f"{side}_{name}": kind for side in ("left", "right") for name, kind in columns}


def _mention(prefix: str) -> dict[str, pa.DataType]:
    return {f"{prefix}_start": _COUNT, f"{prefix}_end": _COUNT, f"{prefix}_text": _TEXT, f"{prefix}_value": _TEXT}


_GROUND = {"reason": _TEXT, "rule": _TEXT, "detail": _TEXT, "ties": pa.list_(_TEXT)}
_SPANS = pa.list_(pa.struct({"start": _COUNT, "end": _COUNT}.items()))

# Dataset -> its columns. Each begins with the id that the manifest gives the pair.
SCHEMAS: dict[str, pa.Schema] = {
    name: pa.schema({"id": _TEXT, **columns}.items())
    for name, columns in {
        "pairs": {
            "left": _TEXT,
            "right": _TEXT,
            "status": _TEXT,
            **_both(("title", _TEXT), ("language", _TEXT), ("sha256", _TEXT), ("segments", _COUNT)),
            "passages": _COUNT,
            **{verdict.replace("-", "_"): _COUNT for verdict in VERDICTS},
            "internal": _COUNT,
            "problems": _COUNT,
        },
        "passages": {"passage": _TEXT, "score": _SHARE, "left": _SPANS, "right": _SPANS},
        "findings": {
            "finding": _TEXT,
            "passage": _TEXT,
            "kind": _TEXT,
            "verdict": _TEXT,
            "confidence": _SHARE,
            **_mention("left"),
            **_mention("right"),
            **_GROUND,
        },
        "internal": {
            "finding": _TEXT,
            "side": _TEXT,
            "kind": _TEXT,
            "confidence": _SHARE,
            **_mention("first"),
            **_mention("second"),
            **_GROUND,
        },
        "mentions": {
            "side": _TEXT,
            "kind": _TEXT,
            "start": _COUNT,
            "end": _COUNT,
            "text": _TEXT,
            "value": _TEXT,
            "edtf": _TEXT,
            "earliest": _DAY,
            "latest": _DAY,
            "low": _SHARE,
            "high": _SHARE,
            "unit": _TEXT,
            "quantity": _TEXT,
            "label": _TEXT,
            "romanized": _TEXT,
        },
        "problems": {"document": _TEXT, "message": _TEXT},
    }.items()
}


def tables(rows: Rows) -> dict[str, pa.Table]:
    """The rows of some pairs as one table for each dataset."""
    return {name: pa.Table.from_pylist(rows[name], schema) for name, schema in SCHEMAS.items()}


def rows_of(entry: Entry, comparison: Comparison) -> Rows:
    """The rows that a comparison adds to each dataset, in the order of its JSON."""
    sides = {"left": comparison.left, "right": comparison.right}
    counts = Counter(finding.verdict for finding in comparison.findings)
    pair: Row = {"status": COMPARED, "passages": len(comparison.pairs)}
    pair |= {verdict.replace("-", "_"): counts[verdict] for verdict in VERDICTS}
    pair |= {"internal": len(comparison.internal), "problems": len(comparison.problems)}
    for side, analysis in sides.items():
        document = analysis.document
        about = {"title": document.title, "language": document.language, "sha256": analysis.sha256}
        pair |= {f"{side}_{name}": value for name, value in about.items()}
        pair[f"{side}_segments"] = len(analysis.segments)
    passages = [
        {"passage": each.id, "score": round(each.score, 2), "left": _spans(each.left), "right": _spans(each.right)}
        for each in comparison.pairs
    ]
    internal = [
        {"finding": each.id, "side": each.side, "kind": each.kind, "confidence": round(each.confidence, 4)}
        | _mention_row("first", each.first)
        | _mention_row("second", each.second)
        | _ground_row(each.reason, each.ground)
        for each in comparison.internal
    ]
    mentions = [row for side, analysis in sides.items() for row in _mention_rows(side, analysis)]
    found: Rows = {
        "pairs": [{"left": entry.left, "right": entry.right} | pair],
        "passages": passages,
        "findings": [_finding_row(finding) for finding in comparison.findings],
        "internal": internal,
        "mentions": mentions,
        "problems": [_problem_row(problem) for problem in comparison.problems],
    }
    return {name: [_clean({"id": entry.id} | row) for row in found[name]] for name in SCHEMAS}


def failed_rows(entry: Entry, problems: Sequence[Problem]) -> Rows:
    """The rows of a pair that could not be compared: its problems, and a pair without figures."""
    pair = {"left": entry.left, "right": entry.right, "status": FAILED, "problems": len(problems)}
    found: Rows = {name: [] for name in SCHEMAS}
    found |= {"pairs": [pair], "problems": [_problem_row(problem) for problem in problems]}
    return {name: [_clean({"id": entry.id} | row) for row in rows] for name, rows in found.items()}


def _finding_row(finding: Finding) -> Row:
    return (
        {"finding": finding.id, "passage": finding.pair, "kind": finding.kind, "verdict": finding.verdict}
        | {"confidence": round(finding.confidence, 4)}
        | _mention_row("left", finding.left)
        | _mention_row("right", finding.right)
        | _ground_row(finding.reason, finding.ground)
    )


def _mention_row(prefix: str, mention: Mention | None) -> Row:
    if mention is None:
        return {}
    value = _json(mention)
    fields = {"start": mention.start, "end": mention.end, "text": mention.text, "value": value}
    return {f"{prefix}_{name}": field for name, field in fields.items()}


def _mention_rows(side: str, analysis: DocumentAnalysis) -> Iterator[Row]:
    for mention in analysis.mentions:
        row: Row = {"side": side, "kind": mention.kind, "start": mention.start, "end": mention.end}
        yield row | {"text": mention.text, "value": _json(mention)} | _typed(mention)


def _typed(mention: Mention) -> Row:
    """The value in columns that can be computed with; `value` has it exactly."""
    match mention.value:
        case DateValue() as date:
            return {"edtf": date.edtf, "earliest": _day(date.earliest), "latest": _day(date.latest)}
        case NumberValue() as number:
            ends = {"low": number.low, "high": number.high}
            typed = {name: None if end is None else float(end) for name, end in ends.items()}
            return typed | {"unit": number.unit, "quantity": number.quantity}
        case NameValue() as name:
            return {"label": name.label, "romanized": name.romanized}


def _day(iso: str | None) -> datetime.date | None:
    """A day as a date; none for a year before 1, which dates do not have."""
    try:
        return datetime.date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def _ground_row(reason: str, ground: Ground) -> Row:
    return {"reason": reason, "rule": ground.rule, "detail": ground.detail, "ties": list(ground.ties)}


def _problem_row(problem: Problem) -> Row:
    return problem.to_dict()


def _spans(spans: Sequence[Span]) -> list[dict[str, int]]:
    return [span.to_dict() for span in spans]


def _json(mention: Mention) -> str:
    return json.dumps(mention.value.to_dict(), ensure_ascii=False)


def _clean(row: Row) -> Row:
    """The row in which every text is one that UTF-8 can write."""
    return {name: _clean_value(value) for name, value in row.items()}


def _clean_value(value: Any) -> Any:
    if isinstance(value, str):
        return without_surrogates(value)
    return [_clean_value(each) for each in value] if isinstance(value, list) else value
