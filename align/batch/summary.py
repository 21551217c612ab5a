"""The summary of a run's folder, read from its datasets a file at a time: it holds the worst pairs, not all of them."""

from __future__ import annotations

import heapq
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

from align.batch.columns import FAILED, Row
from align.batch.store import RUN
from align.model import DateValue, Finding, Ground, Kind, Mention, NameValue, NumberValue, Signature, Value, Verdict
from align.output import write_whole
from align.report.batch import MANY, BatchPair, BatchProblem, BatchSummary, batch_markdown, batch_page
from align.report.order import BY_SEVERITY, ranked
from align.wording import interface

_WORST, _CONFLICTS, _EXAMPLES = 50, 3, 3  # pairs, surest conflicts of each, pairs named for each problem
_PROBLEMS = 50
_KINDS_OF_PROBLEM = 10_000  # beyond so many different messages only known ones are counted


def write_summary(folder: Path, code: str) -> None:
    """Write `index.html` and `index.md` for a reader of a language. Raises `OutputError`."""
    summary = summarize(folder)
    write_whole(folder / "index.html", batch_page(summary, interface(code)))
    write_whole(folder / "index.md", batch_markdown(summary, interface(code)))


def summarize(folder: Path) -> BatchSummary:
    """What the datasets in a folder come to."""
    totals: Counter[Verdict] = Counter()
    spread: Counter[int] = Counter()
    failed = internal = problems = pairs = 0
    worst: list[tuple[tuple[int, int, int], str, Row]] = []  # a heap; a pair's place in it, its file, its row
    for name, row in _rows(folder, "pairs"):
        pairs += 1
        problems += row["problems"]
        if row["status"] == FAILED:
            failed += 1
            continue
        totals.update({verdict: row[_column(verdict)] for verdict in BY_SEVERITY})
        internal += row["internal"]
        spread[min(row["conflict"], MANY)] += 1
        if row["conflict"] or row["internal"]:
            place = (row["conflict"], row["internal"], -pairs)  # of equals the first in the manifest
            (heapq.heappush if len(worst) < _WORST else heapq.heappushpop)(worst, (place, name, row))
    first = [(name, row) for _, name, row in sorted(worst, key=lambda each: each[0], reverse=True)]
    return BatchSummary(
        pairs,
        failed,
        {verdict: totals[verdict] for verdict in BY_SEVERITY},
        internal,
        dict(spread),
        tuple(_worst(folder, first)),
        tuple(_problems(folder)) if problems else (),
        str(_signature(folder)),
    )


def _worst(folder: Path, rows: Sequence[tuple[str, Row]]) -> Iterator[BatchPair]:
    conflicts: dict[str, list[Finding]] = {row["id"]: [] for _, row in rows}
    for name in sorted({name for name, _ in rows}):
        wanted = (pc.field("verdict") == "conflict") & pc.field("id").isin(list(conflicts))
        for found in pq.read_table(folder / "findings" / name, filters=wanted).to_pylist():
            conflicts[found["id"]].append(_finding(found))
    for _, row in rows:
        yield BatchPair(
            row["id"],
            (row["left_title"] or row["left"], row["right_title"] or row["right"]),
            (row["left_language"], row["right_language"]),
            {verdict: row[_column(verdict)] for verdict in BY_SEVERITY},
            row["internal"],
            row["problems"],
            tuple(ranked(tuple(conflicts[row["id"]]))[:_CONFLICTS]),
        )


def _problems(folder: Path) -> list[BatchProblem]:
    """Problems by their words, those first that most pairs have."""
    numbers: Counter[str] = Counter()
    examples: dict[str, list[str]] = {}
    for _, row in _rows(folder, "problems"):
        message = row["message"].replace(row["document"], "[\u2026]")
        if message in numbers or len(numbers) < _KINDS_OF_PROBLEM:
            numbers[message] += 1
            named = examples.setdefault(message, [])
            if len(named) < _EXAMPLES and row["id"] not in named:
                named.append(row["id"])
    most = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))[:_PROBLEMS]
    return [BatchProblem(message, number, tuple(examples[message])) for message, number in most]


def _rows(folder: Path, dataset: str) -> Iterator[tuple[str, Row]]:
    """Every row of a dataset in the order of the manifest, with the name of its file."""
    for path in sorted((folder / dataset).glob("*.parquet")):
        for row in pq.read_table(path).to_pylist():
            yield path.name, row


def _signature(folder: Path) -> Signature:
    given: dict[str, Any] = json.loads((folder / RUN).read_bytes())["signature"]
    version, encoder, settings = (given.pop(name) for name in ("version", "encoder", "settings"))
    return Signature(version, encoder, given, settings)


def _finding(row: Row) -> Finding:
    return Finding(
        row["finding"],
        row["passage"],
        row["kind"],
        row["verdict"],
        row["confidence"],
        _mention(row, "left"),
        _mention(row, "right"),
        row["reason"],
        Ground(row["rule"], row["detail"], tuple(row["ties"])),
    )


def _mention(row: Row, side: str) -> Mention | None:
    if row[f"{side}_text"] is None:
        return None
    start, end, text, value = (row[f"{side}_{name}"] for name in ("start", "end", "text", "value"))
    return Mention(row["kind"], start, end, text, _value(row["kind"], json.loads(value)))


def _value(kind: Kind, form: dict[str, Any]) -> Value:
    if kind == "date":
        return DateValue(**form)
    if kind == "name":
        return NameValue(**form)
    ends = {name: None if form[name] is None else Decimal(form[name]) for name in ("low", "high")}
    return NumberValue(**form | ends)


def _column(verdict: Verdict) -> str:
    return verdict.replace("-", "_")
