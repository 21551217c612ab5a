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
class Cost:
    """Comparisons: segments of the longer sides, seconds by stage, and the most memory held, in megabytes.

    `start` is the time from the start of the process until a short comparison is made, with imports and models.
    `work` is processor time by stage, `clock` the time of the clock for all of them.
    """

    segments: int
    start: float
    clock: float
    work: dict[str, float]
    memory: float

    @property
    def rate(self) -> float:
        """Pairs of segments a second by the clock, once the models are loaded."""
        return self.segments / self.clock

    @property
    def work_per_segment(self) -> float:
        """Milliseconds of processor time, whatever else the machine does."""
        return 1000 * sum(self.work.values()) / self.segments


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


def compare_timed(left: Path, right: Path) -> tuple[int, float, dict[str, float]]:
    """Compare two files and write the result as JSON: segments of the longer side, seconds, work by stage."""
    watch = Stopwatch()
    start = time.perf_counter()
    with watch.watching():
        comparison = pipeline.compare(left, right)
        with watch.stage(REPORT):
            render(comparison, "json")
    with watch.stage(REST):  # books what is open
        pass
    segments = max(len(side.segments) for side in (comparison.left, comparison.right))
    return segments, time.perf_counter() - start, watch.work


def measure_cost(pairs: Sequence[Sequence[Path]], warm_up: Sequence[Path]) -> Cost:
    """The cost of comparing pairs of files in a process of its own, so that its peak memory is that of these texts.

    `warm_up` are two short files, compared first. Raises `OSError` where the process fails.
    """
    files = [str(path) for pair in (warm_up, *pairs) for path in pair]
    command = [sys.executable, "-m", "benchmarks.stages", repr(time.time()), *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(f"The process that compares {pairs[0][0].name} failed: {done.stderr.strip()[-300:]}")
    return Cost(**json.loads(done.stdout.splitlines()[-1]))


def main(started: str, *files: str) -> None:
    startup.prepare()
    paths = [Path(file) for file in files]
    pairs = list(zip(paths[::2], paths[1::2], strict=True))
    compare_timed(*pairs[0])
    start = time.time() - float(started)
    found = [compare_timed(*pair) for pair in pairs[1:]]
    segments, clock = sum(each[0] for each in found), sum(each[1] for each in found)
    work = {stage: sum(each[2][stage] for each in found) for stage in STAGES}
    print(json.dumps(asdict(Cost(segments, start, clock, work, machine.peak_memory()))))


if __name__ == "__main__":
    main(*sys.argv[1:])
