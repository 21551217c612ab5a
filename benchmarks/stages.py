"""What the stages of comparisons take. Run as a module, it makes some comparisons and prints their cost as JSON."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from align import encode, pipeline, startup
from align.report import render
from benchmarks import machine

# Stage -> the functions that are it: module and name, as the module that calls it knows it.
CALLS = {
    "read": (("align.pipeline", "read_document"), ("align.pipeline", "split_blocks")),
    "segment": (("align.pipeline", "segment"),),
    "dates": (("align.extraction", "find_dates"), ("align.extraction", "infer_years")),
    "numbers": (("align.extraction", "find_numbers"),),
    "names": (("align.extraction", "find_names"),),
    "shared names": (("align.pipeline", "SharedNames"),),
    "pair": (("align.pipeline", "pair_passages"),),
    "compare": (("align.pipeline", "compare_pairs"),),
}
ENCODE, REPORT, REST = "vectors", "report", "rest"
STAGES = (*CALLS, ENCODE, REPORT, REST)


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison or several: segments of the longer sides, seconds by the clock, processor time by stage."""

    segments: int
    clock: float
    work: dict[str, float]

    @property
    def work_per_segment(self) -> float:
        """Milliseconds of processor time, whatever else the machine does."""
        return 1000 * sum(self.work.values()) / self.segments


@dataclass(frozen=True, slots=True)
class Cost(Compared):
    """What comparisons cost, with the most memory held, in megabytes.

    `start` is the time from the start of the process until a short comparison is made, with imports and models.
    """

    start: float
    memory: float

    @property
    def rate(self) -> float:
        """Pairs of segments a second by the clock, once the models are loaded."""
        return self.segments / self.clock


def total(found: Sequence[Compared]) -> Compared:
    """All comparisons as one."""
    work = {stage: sum(each.work[stage] for each in found) for stage in STAGES}
    return Compared(sum(each.segments for each in found), sum(each.clock for each in found), work)


def median(found: Sequence[Compared]) -> Compared:
    """The comparison whose work a segment is in the middle."""
    return sorted(found, key=lambda each: each.work_per_segment)[len(found) // 2]


class Stopwatch:
    """Adds up the processor time of each stage; one that another calls counts for itself alone."""

    def __init__(self) -> None:
        self.work = dict.fromkeys(STAGES, 0.0)
        self._running = [REST]
        self._since = time.process_time()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        self._book()
        self._running.append(name)
        try:
            yield
        finally:
            self._book()
            self._running.pop()

    def _book(self) -> None:
        now = time.process_time()
        self.work[self._running[-1]] += now - self._since
        self._since = now

    def timed(self, stage: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **options: Any) -> Any:
            with self.stage(stage):
                return call(*arguments, **options)

        return run

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Time the stages of every comparison made meanwhile."""
        places = [(importlib.import_module(module), name, stage) for stage, of in CALLS.items() for module, name in of]
        known = [(module, name, getattr(module, name)) for module, name, _ in places]
        load, distribution = encode.ENCODERS[encode.DEFAULT]
        try:
            for module, name, stage in places:
                setattr(module, name, self.timed(stage, getattr(module, name)))
            encode.ENCODERS[encode.DEFAULT] = (lambda: self.timed(ENCODE, load()), distribution)
            yield
        finally:
            encode.ENCODERS[encode.DEFAULT] = (load, distribution)
            for module, name, call in known:
                setattr(module, name, call)


def compare_timed(left: Path, right: Path) -> Compared:
    """Compare two files and write the result as JSON."""
    watch = Stopwatch()
    start = time.perf_counter()
    with watch.watching():
        comparison = pipeline.compare(left, right)
        with watch.stage(REPORT):
            render(comparison, "json")
    with watch.stage(REST):  # books what is open
        pass
    segments = max(len(side.segments) for side in (comparison.left, comparison.right))
    return Compared(segments, time.perf_counter() - start, watch.work)


Pairs = Sequence[Sequence[Path]]


def measure_cost(pairs: Pairs, warm_up: Pairs, summed: Callable[[Sequence[Compared]], Compared] = total) -> Cost:
    """The cost of comparing pairs of files in a process of its own, so that its peak memory is that of these texts.

    The pairs of `warm_up`, compared before, do not count; the first of them tells the start. Raises `OSError` where the
    process fails.
    """
    files = [str(path) for pair in (*warm_up, *pairs) for path in pair]
    command = [sys.executable, "-m", "benchmarks.stages", repr(time.time()), *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(f"The process that compares {pairs[0][0].name} failed: {done.stderr.strip()[-300:]}")
    told = json.loads(done.stdout.splitlines()[-1])
    measured = summed([Compared(**each) for each in told["compared"][len(warm_up) :]])
    return Cost(**asdict(measured), start=told["start"], memory=told["memory"])


def main(started: str, *files: str) -> None:
    startup.prepare()
    paths = [Path(file) for file in files]
    first, *others = zip(paths[::2], paths[1::2], strict=True)
    compared = [compare_timed(*first)]
    start = time.time() - float(started)
    compared += [compare_timed(*pair) for pair in others]
    print(json.dumps({"start": start, "memory": machine.peak_memory(), "compared": [*map(asdict, compared)]}))


if __name__ == "__main__":
    main(*sys.argv[1:])
