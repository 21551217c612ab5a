"""How time and memory of a whole comparison grow with the length of the texts.

    python -m benchmarks.scaling [FOLDER] [--sizes N ...] [--cores N] [--json]

Prints the start, pairs of segments a second, the work of each stage and the peak memory; benchmarks/README.md says
what each means.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tqdm import tqdm

from align.model import Document
from benchmarks import machine
from benchmarks.mixing import mix, paragraphs
from benchmarks.parallel import load_parallel
from benchmarks.stages import STAGES, Cost, measure_cost
from benchmarks.tables import NONE, facts, table

SIZES = (100, 1000, 5000)  # lines a side
WARM_UP = 20  # lines


@dataclass(frozen=True, slots=True)
class Run:
    """All figures of a run, and what they were taken with."""

    machine: dict[str, str]
    whole: Cost  # the given texts as they are, one after another
    costs: tuple[Cost, ...]  # one text of each size

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    if options.cores:
        machine.stay_on(options.cores)
    try:
        run = measure(options)
    except (OSError, ValueError) as error:
        print(f"scaling: {error}", file=sys.stderr)
        return 2
    print(json.dumps(run.to_dict(), indent=1) if options.json else as_text(run))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scaling", description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "folder", type=Path, nargs="?", help="STEM.en.txt and STEM.ar.txt, line by line; default: corpora/"
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="lines a side (100, 1,000 and 5,000)")
    parser.add_argument("--cores", type=int, help="cores to use; default: all")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser


def measure(options: argparse.Namespace) -> Run:
    texts = load_parallel(options.folder)
    costs = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        warm_up = _written(folder, "warm-up", *paragraphs(mix(texts, WARM_UP, seed=1)))
        given = [_written(folder, text.stem, *text.documents()) for text in texts]
        whole = measure_cost(given, warm_up)
        for size in tqdm(options.sizes, desc="sizes", disable=not sys.stderr.isatty(), leave=False):
            pair = _written(folder, str(size), *paragraphs(mix(texts, size)))
            costs.append(measure_cost([pair], warm_up))
    return Run(machine.describe(machine.cores()), whole, tuple(costs))


def _written(folder: Path, name: str, *documents: Document) -> list[Path]:
    paths = []
    for document in documents:
        paths.append(folder / f"{name}.{document.language}.txt")
        paths[-1].write_text(document.text, "utf-8")
    return paths


def as_text(run: Run) -> str:
    """The run as a page of tables."""
    named = [("given texts", run.whole), *(("mixed", cost) for cost in run.costs)]
    heads = ["texts", "segments", "start, s", "pairs a second", "work a pair, ms", "growth", "memory, MB"]
    least = run.costs[0].work_per_segment
    rows = [
        [
            name,
            f"{cost.segments:,}",
            f"{cost.start:.1f}",
            f"{cost.rate:.0f}",
            f"{cost.work_per_segment:.1f}",
            NONE if cost is run.whole else f"{cost.work_per_segment / least:.2f}",
            f"{cost.memory:,.0f}",
        ]
        for name, cost in named
    ]
    stages = [[stage, *(f"{1000 * cost.work[stage] / cost.segments:.2f}" for _, cost in named)] for stage in STAGES]
    return "\n\n".join(
        [
            facts(run.machine),
            "Two texts compared, all stages:\n\n" + table(heads, rows, 1),
            "Milliseconds of work to a pair of segments, by stage and number of segments:\n\n"
            + table(["stage", "given texts", *(f"{cost.segments:,}" for cost in run.costs)], stages, 1),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
