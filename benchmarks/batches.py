"""How a batch grows with its pairs and with its workers, beside a command for each pair.

    python -m benchmarks.batches [--pairs N ...] [--workers N ...] [--json]

Prints pairs a second, work a pair, and the memory of the process that writes, of its largest worker, and of all
together, where what several share counts once (Linux's proportional set size).
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil
from tqdm import tqdm

from align.batch.manifest import read_manifest
from benchmarks import machine
from benchmarks.pairs import make_pairs
from benchmarks.tables import facts, table

SIZES = (10, 100, 1000)
CLUSTER = 250  # pairs in a run on a Dask cluster: enough that the start of the command weighs little
# Runs on Dask clusters, each number of workers in turn: a machine's speed may change from minute to minute.
ROUNDS = 2
ALONE = 10  # pairs that are compared by a command each
CLUSTERS = "Dask cluster"
_EVERY = 0.3  # seconds between two looks at the processes
_FOUND = (0, 1)  # exit statuses of a run that went through


@dataclass(frozen=True, slots=True)
class Cost:
    """What pairs cost: seconds by the clock and of processor time, and the most megabytes that processes held.

    `parent` is the process that was started, `worker` the largest of its descendants, `together` are all of them, with
    what they share counted once.
    """

    way: str
    pairs: int
    workers: int
    clock: float
    work: float
    parent: float
    worker: float
    together: float


class _Watched:
    """What was seen of a running command and its descendants: the most memory in megabytes, and seconds of work."""

    def __init__(self) -> None:
        self.parent = self.worker = self.together = 0.0
        self._work: dict[int, float] = {}

    @property
    def work(self) -> float:
        return sum(self._work.values())

    def look(self, process: psutil.Process, others: Sequence[psutil.Process]) -> None:
        descendants = process.children(recursive=True)
        everybody = [process, *descendants, *others]
        self.parent = max(self.parent, process.memory_info().rss / 1e6)
        self.worker = max([self.worker, *(each.memory_info().rss / 1e6 for each in (*descendants, *others))])
        self.together = max(self.together, sum(_proportional(each) for each in everybody) / 1e6)
        for each in (process, *descendants):
            self._work[each.pid] = _work(each)


def _proportional(process: psutil.Process) -> float:
    """Bytes of a process, of those that it shares its part; all of them where the system does not tell."""
    memory = process.memory_full_info()
    return float(getattr(memory, "pss", memory.rss))


@dataclass(frozen=True, slots=True)
class Run:
    machine: dict[str, str]
    costs: tuple[Cost, ...]

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        run = measure(options)
    except (OSError, ValueError) as error:
        print(f"batches: {error}", file=sys.stderr)
        return 2
    print(json.dumps(run.to_dict(), indent=1) if options.json else as_text(run))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batches", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--pairs", type=int, nargs="+", default=SIZES, help="pairs of a batch (10, 100 and 1,000)")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], help="workers (1 and 2; the largest: most)")
    parser.add_argument("--alone", type=int, default=ALONE, help="pairs compared by a command each (10)")
    parser.add_argument(
        "--cluster-pairs", type=int, default=CLUSTER, help="pairs in each of two runs on Dask clusters (250; 0: none)"
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser


def measure(options: argparse.Namespace) -> Run:
    *smaller, largest = sorted(options.pairs)
    most = max(options.workers)  # the largest batch takes minutes and says nothing new of fewer
    wanted = [*((size, number) for size in smaller for number in options.workers), (largest, most)]
    clusters = options.workers if options.cluster_pairs and importlib.util.find_spec("distributed") else []
    steps = len(wanted) + ROUNDS * len(clusters) + 1
    with (
        tempfile.TemporaryDirectory() as name,
        tqdm(total=steps, desc="batches", disable=not sys.stderr.isatty(), leave=False) as bar,
    ):
        folder, costs = Path(name), list[Cost]()

        def add(cost: Cost) -> None:
            costs.append(cost)
            bar.update()

        add(_of_commands(make_pairs(folder / "alone", options.alone)))
        for size, workers in wanted:
            manifest = make_pairs(folder / f"{size}-{workers}", size)
            add(_of_batch(manifest, size, workers, folder / f"results-{size}-{workers}"))
        rounds: dict[int, list[Cost]] = {workers: [] for workers in clusters}
        for number in range(ROUNDS):
            for workers, runs in rounds.items():
                manifest = make_pairs(folder / f"cluster-{workers}-{number}", options.cluster_pairs)
                output = folder / f"results-cluster-{workers}-{number}"
                runs.append(_of_cluster(manifest, options.cluster_pairs, workers, output))
                bar.update()
        costs += [_together(runs) for runs in rounds.values()]
    return Run(machine.describe(machine.cores()), tuple(costs))


def _of_commands(manifest: Path) -> Cost:
    """A command for each pair, as a shell script would have it."""
    found = read_manifest(manifest)
    start, spent = time.perf_counter(), _spent()
    for entry in found.entries:
        sides = [str(found.left_folder / entry.left), str(found.right_folder / entry.right)]
        _run(["compare", *sides, "-f", "json"])
    work = _spent() - spent
    memory = machine.peak_memory()
    return Cost("a command each", len(found.entries), 1, time.perf_counter() - start, work, memory, 0.0, memory)


def _of_batch(manifest: Path, size: int, workers: int, output: Path) -> Cost:
    start = time.perf_counter()
    seen = _run(["batch", str(manifest), "-o", str(output), "--workers", str(workers)])
    clock = time.perf_counter() - start
    return Cost("one batch", size, workers, clock, seen.work, seen.parent, seen.worker, seen.together)


def _of_cluster(manifest: Path, size: int, workers: int, output: Path) -> Cost:
    """The same on a Dask cluster of this machine, whose workers start before the clock."""
    distributed: Any = importlib.import_module("distributed")
    with distributed.LocalCluster(
        n_workers=workers, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        processes = [psutil.Process(each.pid) for each in cluster.workers.values()]
        start, spent = time.perf_counter(), sum(map(_work, processes))
        command = ["batch", str(manifest), "-o", str(output), "--scheduler", cluster.scheduler_address]
        seen = _run(command, processes)
        clock, work = time.perf_counter() - start, seen.work + sum(map(_work, processes)) - spent
    return Cost(CLUSTERS, size, workers, clock, work, seen.parent, seen.worker, seen.together)


def _together(runs: Sequence[Cost]) -> Cost:
    """Runs of one kind as one, without what is between them."""
    first = runs[0]
    return Cost(
        first.way,
        sum(run.pairs for run in runs),
        first.workers,
        sum(run.clock for run in runs),
        sum(run.work for run in runs),
        max(run.parent for run in runs),
        max(run.worker for run in runs),
        max(run.together for run in runs),
    )


def _work(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _run(arguments: Sequence[str], others: Sequence[psutil.Process] = ()) -> _Watched:
    """Run align, and watch it and its workers. Raises `OSError` where it fails.

    `others` are workers that it did not start.
    """
    command = [sys.executable, "-m", "align", *arguments]
    seen = _Watched()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        ended = threading.Event()
        looking = threading.Thread(target=_look, args=(process.pid, others, seen, ended))
        looking.start()
        _, told = process.communicate()
        ended.set()
        looking.join()
    if process.returncode not in _FOUND:
        raise OSError(f"align {arguments[0]} failed: {told.decode(errors='replace').strip()[-300:]}")
    return seen


def _look(pid: int, others: Sequence[psutil.Process], seen: _Watched, ended: threading.Event) -> None:
    while not ended.wait(_EVERY):
        with contextlib.suppress(psutil.Error):  # a process may end while it is looked at
            seen.look(psutil.Process(pid), others)


def _spent() -> float:
    """Processor time of the processes that have ended, their own children included."""
    times = os.times()
    return times.children_user + times.children_system


def as_text(run: Run) -> str:
    heads = ["way", "pairs", "workers", "seconds", "pairs a second", "work a pair, s"]
    heads += ["parent, MB", "worker, MB", "together, MB"]
    rows = [
        [
            cost.way,
            f"{cost.pairs:,}",
            str(cost.workers),
            f"{cost.clock:.0f}",
            f"{cost.pairs / cost.clock:.2f}",
            f"{cost.work / cost.pairs:.2f}",
            f"{cost.parent:,.0f}" if cost.worker else "",
            f"{cost.worker or cost.parent:,.0f}",
            f"{cost.together:,.0f}",
        ]
        for cost in run.costs
    ]
    title = "Pairs of about seven sentences a side, compared in one go and one by one:"
    return "\n\n".join(filter(None, [facts(run.machine), title, table(heads, rows, 1), _speed_up(run.costs)]))


def _speed_up(costs: Sequence[Cost]) -> str:
    """How much more the most workers of a Dask cluster do in a second than one does."""
    clusters = sorted((cost for cost in costs if cost.way == CLUSTERS), key=lambda cost: cost.workers)
    if len(clusters) < 2:
        return ""
    one, most = clusters[0], clusters[-1]
    times = one.clock / most.clock
    return f"Local Dask workers, {most.workers} against {one.workers}: {times:.2f} times as many pairs a second."


if __name__ == "__main__":
    sys.exit(main())
