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
from benchmarks.parallel import ParallelText, load_parallel
from benchmarks.sentences import CORPORA
from benchmarks.stages import STAGES, Cost, measure_cost, median
from benchmarks.tables import NONE, facts, table

NEWS = CORPORA / "news"  # many texts: the names and words of long documents differ
SIZES = (100, 300, 1000, 2500, 5000)  # lines a side
REPEATED, MOST_TEXTS = (
    1000,
    10,
)  # shorter texts are measured on several of a size: so many lines in all, and texts at most
WARM_UP = (20, 300)  # lines of the texts compared first: the first tells the start, the second fills what is kept


@dataclass(frozen=True, slots=True)
class Run:
    """All figures of a run, and what they were taken with."""

    machine: dict[str, str]
    whole: Cost  # the given texts as they are, one after another
    costs: tuple[Cost, ...]  # the text of each size whose work is the median

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
        "folder", type=Path, nargs="?", help="STEM.en.txt and STEM.ar.txt, line by line; default: corpora/news"
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="lines a side (100 to 5,000)")
    parser.add_argument("--cores", type=int, help="cores to use; default: all")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser


def measure(options: argparse.Namespace) -> Run:
    texts = load_parallel(options.folder or NEWS)
    costs = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = sum(len(text.left) for text in texts)
        warm_up = [_mixed(folder, texts, min(size, lines), seed=-1) for size in WARM_UP]
        given = [_written(folder, text.stem, *text.documents()) for text in texts]
        whole = measure_cost(given, warm_up)
        for size in tqdm(options.sizes, desc="sizes", disable=not sys.stderr.isatty(), leave=False):
            number = min(MOST_TEXTS, max(1, REPEATED // size))
            pairs = [_mixed(folder, texts, size, seed) for seed in range(number)]
            costs.append(measure_cost(pairs, warm_up, median))
    measured = machine.describe(machine.cores()) | {"texts": f"{len(texts)}, with {lines:,} lines a side"}
    return Run(measured, whole, tuple(costs))


def _mixed(folder: Path, texts: Sequence[ParallelText], size: int, seed: int) -> list[Path]:
    return _written(folder, f"{size}.{seed}", *paragraphs(mix(texts, size, seed)))


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
            _growth(run.costs),
            "Milliseconds of work to a pair of segments, by stage and number of segments:\n\n"
            + table(["stage", "given texts", *(f"{cost.segments:,}" for cost in run.costs)], stages, 1),
        ]
    )


def _growth(costs: Sequence[Cost]) -> str:
    first, *others = costs
    if not others:
        return ""
    most = max(others, key=lambda cost: cost.work_per_segment)
    change = most.work_per_segment / first.work_per_segment - 1
    told = f"Work a pair grows by at most {change:.0%}" if change > 0 else "Work a pair does not grow"
    return (
        f"{told} from {first.segments:,} to {others[-1].segments:,} segments: {first.work_per_segment:.1f} ms at the "
        f"shortest, {most.work_per_segment:.1f} ms at most."
    )


if __name__ == "__main__":
    sys.exit(main())
