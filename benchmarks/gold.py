"""The shipped gold: align beside nearest sentences with figures as strings (`naive.py`).

    python -m benchmarks.gold [--json]

Prints precision and recall of conflicts and of values that hold together, and F1 of the alignment, as `align evaluate`
counts them.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from align import compare, startup
from align.evaluate import Evaluation, Scores, evaluate
from align.model import Comparison, Document
from benchmarks import machine
from benchmarks.naive import compare_naively
from benchmarks.sentences import CORPORA
from benchmarks.tables import NONE, facts, table

Compare = Callable[[Document, Document], Comparison]
GROUPS = ("conflict", "agree or compatible")


@dataclass(frozen=True, slots=True)
class Scored:
    """One way to compare: precision and recall by `GROUPS`, F1 of the alignment, and seconds of processor time."""

    tool: str
    scores: dict[str, tuple[float | None, float | None]]
    alignment: float | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Run:
    machine: dict[str, str]
    signature: str
    scored: tuple[Scored, ...]

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gold", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--topics", nargs="+", metavar="STEM", help="only these topics")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args(arguments)
    machine.stay_on_one_core()
    startup.prepare()
    run = measure(options.topics)
    print(json.dumps(run.to_dict(), indent=1) if options.json else as_text(run))
    return 0


def measure(topics: Sequence[str] | None = None) -> Run:
    ways: tuple[tuple[str, Compare], ...] = (("align", compare), ("nearest sentences, figures", compare_naively))
    scored, signature = [], ""
    for tool, way in ways:
        start = time.process_time()
        evaluation = evaluate(CORPORA, topics, compare=way)
        scored.append(_scored(tool, evaluation, time.process_time() - start))
        signature = signature or str(evaluation.signature)
    return Run(machine.describe(), signature, tuple(scored))


def _scored(tool: str, evaluation: Evaluation, seconds: float) -> Scored:
    def shares(scores: Scores) -> tuple[float | None, float | None]:
        return scores.precision.share if scores.precision else None, scores.recall.share

    groups = {group: shares(evaluation.scores(group)) for group in GROUPS}
    return Scored(tool, groups, evaluation.alignment.f1, seconds)


def as_text(run: Run) -> str:
    heads = ["tool", *(f"{group}: {figure}" for group in GROUPS for figure in ("P", "R")), "alignment: F1", "seconds"]
    rows = [
        [each.tool]
        + [_percent(share) for group in GROUPS for share in each.scores[group]]
        + [_percent(each.alignment), f"{each.seconds:.1f}"]
        for each in run.scored
    ]
    title = "Precision and recall on the shipped gold, in percent:"
    return f"{facts(run.machine, f'signature: `{run.signature}`')}\n\n{title}\n\n{table(heads, rows, 1)}"


def _percent(share: float | None) -> str:
    return NONE if share is None else f"{100 * share:.1f}"


if __name__ == "__main__":
    sys.exit(main())
