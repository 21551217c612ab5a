"""All benchmarks in one run, and their tables in benchmarks/README.md.

    python -m benchmarks [FOLDER] [--parts PART ...] [--quick]

`FOLDER` holds line-parallel texts, `STEM.en.txt` beside `STEM.ar.txt`; without it, what the project ships is measured.
Each part runs in a process of its own, and its tables take the place of those in the README between its two marks;
what stands outside the marks is written by hand.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import regex

from align.output import write_whole

README = Path(__file__).parent / "README.md"
# Part -> its module, the option by which it takes a folder of texts (None: it takes none), and its options when quick
PARTS: dict[str, tuple[str, str | None, tuple[str, ...]]] = {
    "scaling": ("benchmarks.scaling", "", ("--sizes", "100", "400")),
    "batches": ("benchmarks.batches", None, ("--pairs", "4", "12", "--alone", "2", "--cluster-pairs", "4")),
    "gold": ("benchmarks.gold", None, ("--topics", "titanic-1912")),
    "comparison": ("benchmarks.comparison", "", ("--limit", "4")),
    "extraction": ("benchmarks.extraction", "--news", ("--rounds", "1", "--sizes", "1000", "10000", "--limit", "3")),
}


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    for number, part in enumerate(options.parts, 1):
        print(f"benchmarks: {part} ({number} of {len(options.parts)})", file=sys.stderr, flush=True)
        start = time.monotonic()
        command = command_of(part, options.folder, options.quick)
        if part == "extraction" and options.cases:
            command += ["--cases", *map(str, options.cases)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False)
        if done.returncode:
            print(f"benchmarks: {part} failed; the tables before it are written.", file=sys.stderr)
            return 2
        print(f"benchmarks: {part} took {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
        if options.quick:
            print(done.stdout)
        else:
            write_whole(README, with_tables(README.read_text("utf-8"), part, done.stdout))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", help="STEM.en.txt and STEM.ar.txt; default: the corpora")
    parser.add_argument("--parts", choices=PARTS, nargs="+", default=list(PARTS), help="default: all")
    parser.add_argument("--cases", type=Path, nargs="+", default=[], metavar="FILE", help="more cases for extraction")
    parser.add_argument("--quick", action="store_true", help="a small run, printed and not written")
    return parser


def command_of(part: str, folder: Path | None, quick: bool) -> list[str]:
    """The command that measures a part."""
    module, option, small = PARTS[part]
    command = [sys.executable, "-m", module, *(small if quick else ())]
    if folder is not None and option is not None:
        # An option that takes many values would take the folder too if it came last.
        command[3:3] = [option, str(folder)] if option else [str(folder)]
    return command


def with_tables(page: str, part: str, tables: str) -> str:
    """The page with other tables between the marks of a part. Raises `ValueError` where it has no such marks."""
    first, last = f"<!-- figures: {part} -->", f"<!-- end: {part} -->"
    marks = regex.compile(rf"{regex.escape(first)}.*?{regex.escape(last)}", regex.DOTALL)
    if not marks.search(page):
        raise ValueError(f"There are no marks for {part} on the page.")
    return marks.sub(lambda _: f"{first}\n\n{tables.strip()}\n\n{last}", page)


if __name__ == "__main__":
    sys.exit(main())
