"""`align check` on translation memories of any length: units a second of work, and memory.

    python -m benchmarks.memories [FOLDER] [--megabytes 5 200]

FOLDER holds STEM.en.txt and STEM.ar.txt, line by line; without it the paired sentences of the corpora are taken. Their
pairs are drawn by a seed, each with a word of its own after it, until a TMX file has the size. The word spells the
number of the unit in letters: as a figure it would be one more value to read and compare in every unit.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks import machine
from benchmarks.parallel import LEFT, RIGHT, ParallelText, load_parallel
from benchmarks.tables import table

_HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header srclang="{LEFT}"/><body>\n'
_FOOT = "</body></tmx>\n"
_LETTERS = {LEFT: "abcdefghij", RIGHT: "ابتثجحخدذر"}  # for the digits of the unit's number


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command, from its start to its end, reading and writing among it."""

    megabytes: float
    units: int
    seconds: float  # of work
    memory: float  # the most that it held, in megabytes


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memories", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", help="default: the paired sentences of corpora/")
    parser.add_argument("--megabytes", type=float, nargs="+", default=[5.0], metavar="N", help="sizes (default: 5)")
    parser.add_argument("--kinds", default="date,number", help="default: date,number")
    options = parser.parse_args(arguments)
    machine.stay_on_one_core()
    try:
        texts = load_parallel(options.folder)
    except (OSError, ValueError) as error:
        print(f"memories: {error}", file=sys.stderr)
        return 2
    runs = [measure(texts, size, options.kinds) for size in options.megabytes]
    header = ["MB", "units", "seconds", "units a second", "peak MB"]
    print(table(header, [_row(run) for run in runs], 0))
    return 0


def measure(texts: Sequence[ParallelText], megabytes: float, kinds: str) -> Run:
    """Check one memory of about this size, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        memory, report = Path(folder) / "memory.tmx", Path(folder) / "report.json"
        units = write_memory(memory, texts, megabytes)
        given = ("--kinds", kinds, "--no-config", "-o", str(report))
        command = [sys.executable, "-m", "align", "check", str(memory), *given]
        process = subprocess.Popen(command)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            raise RuntimeError(f"align check ended with status {process.returncode}.")
        size = memory.stat().st_size / 1e6
    return Run(size, units, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e6)


def write_memory(path: Path, texts: Sequence[ParallelText], megabytes: float) -> int:
    """Write a TMX file of about this size; tells how many units it has."""
    units, size = 0, 0
    with path.open("wb") as file:
        file.write(_HEAD.encode())
        for unit in _units(texts):
            units, size = units + 1, size + len(unit)
            file.write(unit)
            if size >= megabytes * 1e6:
                break
        file.write(_FOOT.encode())
    return units


def _units(texts: Sequence[ParallelText]) -> Iterator[bytes]:
    pairs = [pair for text in texts for pair in zip(text.left, text.right, strict=True)]
    rng = random.Random(5)
    number = 0
    while True:
        sides = zip((LEFT, RIGHT), rng.choice(pairs), strict=True)
        versions = "".join(
            f'<tuv xml:lang="{code}"><seg>{escape(text)} {_word(number, code)}</seg></tuv>' for code, text in sides
        )
        yield f'<tu tuid="u{number}">{versions}</tu>\n'.encode()
        number += 1


def _word(number: int, code: str) -> str:
    return "".join(_LETTERS[code][int(digit)] for digit in f"{number:06}")


def _row(run: Run) -> list[str]:
    rate = f"{run.units / run.seconds:,.0f}"
    return [f"{run.megabytes:.0f}", f"{run.units:,}", f"{run.seconds:.1f}", rate, f"{run.memory:.0f}"]


if __name__ == "__main__":
    sys.exit(main())
