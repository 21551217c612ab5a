"""Dates and numbers read by align and by other libraries, on the same sentences and one core.

    python -m benchmarks.extraction [--news FOLDER] [--cases FILE ...] [--json]

Prints speed, accuracy, and the time for long lines; benchmarks/README.md says what each means.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

from tqdm import tqdm

from benchmarks import length, machine
from benchmarks.accuracy import Accuracy, accuracies
from benchmarks.contestants import Contestant, load_contestants
from benchmarks.length import Growth, measure_growth
from benchmarks.scoring import load_cases
from benchmarks.sentences import load_sentences
from benchmarks.speed import Speed, measure_speed
from benchmarks.tables import accuracy_table, facts, growth_table, speed_table

OWN_CASES = Path(__file__).parent / "cases.jsonl"
PARTS = ("speed", "accuracy", "length")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Run:
    """All figures of a run, and what they were taken with."""

    machine: dict[str, str]
    versions: dict[str, str]
    missing: tuple[str, ...]
    sentences: dict[str, int]
    rounds: int
    limit: int
    speeds: tuple[Speed, ...]
    accuracies: tuple[Accuracy, ...]
    growths: tuple[Growth, ...]
    peak_memory: float

    def to_dict(self) -> dict[str, Any]:
        fields = asdict(self)
        fields["speeds"] = [asdict(speed) | {"median": speed.median} for speed in self.speeds]
        fields["growths"] = [
            {"contestant": growth.contestant, "language": growth.line.language, "line": growth.line.label}
            | {"seconds": growth.seconds, "ratio": growth.ratio()}
            for growth in self.growths
        ]
        return fields


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    machine.stay_on_one_core()
    try:
        run = measure(options)
    except (OSError, ValueError) as error:
        print(f"extraction: {error}", file=sys.stderr)
        return 2
    print(json.dumps(run.to_dict(), ensure_ascii=False, indent=1) if options.json else as_text(run))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--news", type=Path, metavar="FOLDER", help="STEM.en.txt and STEM.ar.txt, a sentence a line; default: corpora/"
    )
    parser.add_argument("--cases", type=Path, nargs="+", default=[], metavar="FILE", help="cases beside our own")
    parser.add_argument("--parts", choices=PARTS, nargs="+", default=PARTS, help="default: all")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of the speed test (default: 5)")
    parser.add_argument("--sizes", type=int, nargs="+", default=length.SIZES, help="lengths of lines in code points")
    parser.add_argument("--limit", type=int, default=15, help="seconds of work for one line (default: 15)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser


def measure(options: argparse.Namespace) -> Run:
    contestants, missing = load_contestants()
    sentences = load_sentences(options.news)
    return Run(
        machine.describe(),
        {contestant.name: contestant.version for contestant in contestants},
        tuple(missing),
        {language: len(texts) for language, texts in sentences.items()},
        options.rounds,
        options.limit,
        tuple(_speeds(contestants, sentences, options.rounds) if "speed" in options.parts else ()),
        tuple(_accuracies(contestants, options.cases) if "accuracy" in options.parts else ()),
        tuple(_growths(contestants, sentences, options.sizes, options.limit) if "length" in options.parts else ()),
        machine.peak_memory(),
    )


def _speeds(contestants: Sequence[Contestant], sentences: Mapping[str, Sequence[str]], rounds: int) -> list[Speed]:
    return [
        measure_speed(contestant, language, texts, rounds)
        for language, texts in sentences.items()
        for contestant in _progress(_readers(contestants, language), f"speed, {language}")
    ]


def _accuracies(contestants: Sequence[Contestant], files: Sequence[Path]) -> list[Accuracy]:
    return [
        line
        for path in _progress([OWN_CASES, *files], "accuracy")
        for line in accuracies(contestants, load_cases(path))
    ]


def _growths(
    contestants: Sequence[Contestant], sentences: Mapping[str, Sequence[str]], sizes: Sequence[int], limit: int
) -> list[Growth]:
    return [
        measure_growth(contestant, line, sizes, limit)
        for line in _progress(length.lines(sentences), "length")
        for contestant in _readers(contestants, line.language)
        if contestant.is_default
    ]


def _readers(contestants: Sequence[Contestant], language: str) -> list[Contestant]:
    return [contestant for contestant in contestants if contestant.claims.get(language)]


def _progress(items: Sequence[_T], label: str) -> Iterable[_T]:
    """The items, with a bar on standard error where that is a terminal."""
    bar: Iterable[_T] = tqdm(items, desc=label, disable=not sys.stderr.isatty(), leave=False)
    return bar


def as_text(run: Run) -> str:
    """The run as a page of tables."""
    parts = [_heading(run)]
    if run.speeds:
        parts.append(f"Sentences read in a second, {run.rounds} rounds:\n\n" + speed_table(run.speeds))
    if run.accuracies:
        parts.append("Cases read right, in percent:\n\n" + accuracy_table(run.accuracies, list(run.versions)))
    if run.growths:
        title = f"Seconds to read one line, by its length in code points; stopped after {run.limit} seconds:\n\n"
        parts.append(title + growth_table(run.growths))
    parts.append(f"Peak memory of the run: {run.peak_memory:.0f} MB")
    return "\n\n".join(parts)


def _heading(run: Run) -> str:
    versions = "versions: " + ", ".join(f"{name} {version}" for name, version in run.versions.items())
    sentences = "sentences: " + ", ".join(f"{language} {count}" for language, count in run.sentences.items())
    return facts(run.machine, versions, sentences, *(f"{name} is not installed and left out." for name in run.missing))


if __name__ == "__main__":
    sys.exit(main())
