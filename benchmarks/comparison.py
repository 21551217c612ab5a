"""align beside a check of numbers and beside sentence aligners, on the same line-parallel texts and one core.

    python -m benchmarks.comparison [FOLDER] [--json]

Prints false flags, planted changes found, and the F1 of alignment; benchmarks/README.md says what each means.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from tqdm import tqdm

from align import startup
from benchmarks import machine
from benchmarks.aligners import load_aligners
from benchmarks.checkers import load_checkers
from benchmarks.checking import Checking, check
from benchmarks.linking import Linking, measure_links
from benchmarks.parallel import ParallelText, comparable, load_parallel
from benchmarks.planting import KINDS, arabic_digits, ascii_digits
from benchmarks.tables import NONE, facts, percentage, table

PARTS = ("checking", "linking")
SHARE = 0.7  # of the lines with a value, in how many one is changed


@dataclass(frozen=True, slots=True)
class Run:
    """All figures of a run, and what they were taken with."""

    machine: dict[str, str]
    versions: dict[str, str]
    missing: tuple[str, ...]
    texts: int
    lines: int
    checkings: tuple[Checking, ...]
    linkings: tuple[Linking, ...]

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    machine.stay_on_one_core()
    startup.prepare()
    try:
        run = measure(options)
    except (OSError, ValueError) as error:
        print(f"comparison: {error}", file=sys.stderr)
        return 2
    print(json.dumps(run.to_dict(), ensure_ascii=False, indent=1) if options.json else as_text(run))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.comparison", description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "folder", type=Path, nargs="?", help="STEM.en.txt and STEM.ar.txt, line by line; default: corpora/"
    )
    parser.add_argument("--parts", choices=PARTS, nargs="+", default=PARTS, help="default: all")
    parser.add_argument("--limit", type=int, metavar="N", help="the first N texts only")
    parser.add_argument("--share", type=float, default=SHARE, help=f"of the lines that are changed (default: {SHARE})")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser


def measure(options: argparse.Namespace) -> Run:
    texts = load_parallel(options.folder, options.limit)
    checkers, missing = load_checkers()
    aligners, more_missing = load_aligners()
    versions = {tool.name: tool.version for tool in checkers} | {tool.name: tool.version for tool in aligners}
    checkings: list[Checking] = []
    linkings: list[Linking] = []
    if "checking" in options.parts:
        for digits, of in (("0-9", ascii_digits), ("\u0660-\u0669", arabic_digits)):
            written = [replace(text, right=tuple(of(line) for line in text.right)) for text in texts]
            for checker in checkers:
                checkings += check(checker, _progress(written, f"{checker.name}, {digits}"), digits, options.share)
    if "linking" in options.parts:
        for setting, given in (("in order", texts), ("comparable", _comparable(texts))):
            linkings += [measure_links(each, setting, _progress(given, f"{each.name}, {setting}")) for each in aligners]
    return Run(
        machine.describe(),
        versions,
        (*missing, *more_missing),
        len(texts),
        sum(len(text.left) for text in texts),
        tuple(checkings),
        tuple(linkings),
    )


def _comparable(texts: Sequence[ParallelText]) -> list[ParallelText]:
    """Each text with lines of the text before it mixed in, seeded by its name."""
    return [comparable(text, texts[at - 1].right, random.Random(text.stem)) for at, text in enumerate(texts)]


def _progress(texts: Sequence[ParallelText], label: str) -> Iterable[ParallelText]:
    bar: Iterable[ParallelText] = tqdm(texts, desc=label, disable=not sys.stderr.isatty(), leave=False)
    return bar


def as_text(run: Run) -> str:
    """The run as a page of tables."""
    versions = "versions: " + ", ".join(f"{name} {version}" for name, version in run.versions.items() if version)
    texts = f"texts: {run.texts}, with {run.lines} lines a side"
    missing = [f"{name} is not installed and left out." for name in run.missing]
    parts = [facts(run.machine, versions, texts, *missing)]
    if run.checkings:
        parts.append(
            "Lines flagged in true translations, and changed values found, in percent:\n\n" + _checking_table(run)
        )
    if run.linkings:
        parts.append("Lines paired rightly, F1 in percent:\n\n" + _linking_table(run))
    return "\n\n".join(parts)


def _checking_table(run: Run) -> str:
    rows = [
        [line.tool, line.verdict, line.digits, percentage(line.clean_flagged, line.clean)]
        + [_found(line, kind) for kind in KINDS]
        + [percentage(line.stray, line.unchanged), f"{line.seconds:.1f}"]
        for line in run.checkings
    ]
    planted = run.checkings[0].planted
    heads = [f"{kind} ({planted[kind]})" for kind in KINDS]
    return table(["tool", "flag", "digits", "clean", *heads, "stray", "seconds"], rows, 3)


def _found(line: Checking, kind: str) -> str:
    return NONE if kind not in line.found else percentage(line.found[kind], line.planted[kind])


def _linking_table(run: Run) -> str:
    rows = [
        [line.tool, line.setting] + [f"{figure:.1f}" for figure in (line.precision, line.recall, line.f1, line.seconds)]
        for line in run.linkings
    ]
    return table(["aligner", "texts", "precision", "recall", "F1", "seconds"], rows, 2)


if __name__ == "__main__":
    sys.exit(main())
