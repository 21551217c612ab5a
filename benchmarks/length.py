"""How the time to read a line grows with its length, for news and for lines of nothing but dates and numbers."""

from __future__ import annotations

import json
import multiprocessing
import multiprocessing.connection
import resource
import signal
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from benchmarks.contestants import Contestant
from benchmarks.speed import seconds_to_read

SIZES = (10_000, 100_000, 1_000_000)  # code points
REPEATED = Path(__file__).parent / "repeated.jsonl"
NEWS = "news"
_READINGS, _ENOUGH = 3, 1.0  # a line is read up to three times, until a second of work is spent
_WARM_UP = 100  # code points, read before the clock runs, so that tables are loaded

Miss = Literal["over", "failed"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of any length: a stretch of text, repeated."""

    language: str
    label: str
    stretch: str

    def of_length(self, size: int) -> str:
        return (self.stretch * (size // len(self.stretch) + 1))[:size]


@dataclass(frozen=True, slots=True)
class Growth:
    """Seconds by length, or why there are none: over the limit, or an error. What is longer is then not tried."""

    contestant: str
    line: Line
    seconds: dict[int, float | Miss]

    def ratio(self) -> float | None:
        """How many times longer the longest line took than the one before it."""
        times = [time for time in list(self.seconds.values())[-2:] if isinstance(time, float)]
        return times[1] / times[0] if len(times) == 2 else None


def lines(sentences: Mapping[str, Sequence[str]]) -> list[Line]:
    """For each language a line of news, and the hostile lines."""
    repeated = [json.loads(row) for row in REPEATED.read_text(encoding="utf-8").splitlines()]
    found = []
    for language, texts in sentences.items():
        found.append(Line(language, NEWS, " ".join(texts) + " "))
        stretches = [row["stretch"] for row in repeated if row["language"] == language]
        found += [Line(language, f"[{stretch}]", stretch) for stretch in stretches]
    return found


def measure_growth(contestant: Contestant, line: Line, sizes: Sequence[int], limit: int) -> Growth:
    """Each length in a process of its own, which ends after `limit` seconds of work: a library may hang on a line."""
    seconds: dict[int, float | Miss] = {}
    for size in sizes:
        seconds[size] = _seconds_within(contestant, line, size, limit)
        if not isinstance(seconds[size], float):
            break
    return Growth(contestant.name, line, seconds)


def _seconds_within(contestant: Contestant, line: Line, size: int, limit: int) -> float | Miss:
    context = multiprocessing.get_context("fork")  # so that the libraries are loaded
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send_seconds, args=(sender, contestant, line, size, limit), daemon=True)
    process.start()
    sender.close()
    try:
        return float(receiver.recv())
    except EOFError:  # the process ended without an answer; an error of its own is on standard error
        process.join()
        return "over" if process.exitcode == -signal.SIGXCPU else "failed"
    finally:
        process.join()


def _send_seconds(
    sender: multiprocessing.connection.Connection, contestant: Contestant, line: Line, size: int, limit: int
) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # the signal at the limit would leave a core file
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
    contestant.read(line.of_length(_WARM_UP), line.language, None)
    text, times = line.of_length(size), list[float]()
    while len(times) < _READINGS and sum(times) < _ENOUGH:
        times.append(seconds_to_read(contestant, line.language, [text]))
    sender.send(statistics.median(times))
