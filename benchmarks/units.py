"""`align check` beside `pofilter -t numbers`, on the same files, which the Translate Toolkit made of parallel texts.

    python -m benchmarks.units [FOLDER] [--kinds date,number] [--flags]

FOLDER holds STEM.en.txt and STEM.ar.txt, line by line; without it the paired sentences of the corpora are taken. Each
text becomes a TMX and an XLIFF file, with 0-9 and with Arabic-Indic digits on the Arabic side, as it is and with one
value changed in some lines.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.metadata
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from align import startup
from align.bilingual import open_bilingual
from align.checking import CheckSettings, check_units
from align.model import Comparison, Kind
from benchmarks import machine
from benchmarks.checkers import VALUES, Checker, Flags
from benchmarks.checking import Checking, check
from benchmarks.parallel import LEFT, RIGHT, ParallelText, load_parallel
from benchmarks.planting import KINDS, arabic_digits, ascii_digits
from benchmarks.tables import percentage, table

SHARE = 0.7  # of the lines with a value, in how many one is changed
FORMS = ("tmx", "xliff")
_FLAGGING = ("conflict", "only-left", "only-right")


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    machine.stay_on_one_core()
    startup.prepare()
    try:
        texts = load_parallel(options.folder, options.limit)
        checkers = _checkers(tuple(options.kinds.split(",")))
    except (OSError, ValueError, ImportError) as error:
        print(f"units: {error}", file=sys.stderr)
        return 2
    if options.flags:
        for line in _flags(texts, tuple(options.kinds.split(","))):
            print(line)
        return 0
    rows: list[Checking] = []
    for digits, of in (("0-9", ascii_digits), ("\u0660-\u0669", arabic_digits)):
        written = [replace(text, right=tuple(map(of, text.right))) for text in texts]
        for checker in checkers:
            rows += check(checker, written, digits, options.share)
    print(as_text(rows))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.units", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", help="default: the paired sentences of corpora/")
    parser.add_argument("--limit", type=int, metavar="N", help="the first N texts only")
    parser.add_argument("--kinds", default="date,number,name", help="default: date,number,name")
    parser.add_argument("--share", type=float, default=SHARE, help=f"of the lines that are changed (default: {SHARE})")
    parser.add_argument("--flags", action="store_true", help="list what is flagged in the true translations instead")
    return parser


def as_text(rows: Sequence[Checking]) -> str:
    lines = [["tool", "flag", "digits", "false flags", *KINDS, "values", "stray"]]
    for row in rows:
        values = [kind for kind in row.found if kind != "name"]
        found, planted = sum(row.found[kind] for kind in values), sum(row.planted[kind] for kind in values)
        kinds = [
            percentage(row.found[kind], row.planted[kind]) if kind in row.found else "not checked" for kind in KINDS
        ]
        clean = f"{row.clean_flagged} of {row.clean}: {percentage(row.clean_flagged, row.clean)}"
        stray = percentage(row.stray, row.unchanged)
        lines.append([row.tool, row.verdict, row.digits, clean, *kinds, percentage(found, planted), stray])
    return table(lines[0], lines[1:], 3)


def _checkers(kinds: tuple[Kind, ...]) -> list[Checker]:
    """align on both formats, and the toolkit's own check on the files of the second."""
    own = importlib.metadata.version("align-sources")
    toolkit = importlib.metadata.version("translate-toolkit")
    checked = VALUES | ({"name"} if "name" in kinds else set())
    return [
        *(Checker(f"align check {form}", own, frozenset(checked), True, _by_align(form, kinds)) for form in FORMS),
        Checker("pofilter -t numbers", toolkit, VALUES, True, _by_pofilter()),
    ]


def write_file(text: ParallelText, form: str, folder: Path) -> Path:
    """The text as a TMX or XLIFF file of the Translate Toolkit."""
    path = folder / f"{text.stem}.{form}"
    if form == "tmx":
        memory = importlib.import_module("translate.storage.tmx").tmxfile(sourcelanguage=LEFT, targetlanguage=RIGHT)
        for left, right in zip(text.left, text.right, strict=True):
            memory.addtranslation(left, LEFT, right, RIGHT)
    else:
        memory = importlib.import_module("translate.storage.xliff").xlifffile(sourcelanguage=LEFT, targetlanguage=RIGHT)
        for left, right in zip(text.left, text.right, strict=True):
            memory.addsourceunit(left).target = right
    path.write_bytes(bytes(memory))
    return path


def _by_align(form: str, kinds: tuple[Kind, ...]) -> Callable[[ParallelText], dict[str, Flags]]:
    def check_text(text: ParallelText) -> dict[str, Flags]:
        flags: dict[str, Flags] = {"conflict": defaultdict(list), "or missing or added": defaultdict(list)}
        with tempfile.TemporaryDirectory() as folder:
            before = 0
            for part in _parts(write_file(text, form, Path(folder)), kinds):
                units = {pair.id: (before + at, pair) for at, pair in enumerate(part.pairs)}
                for finding in part.findings:
                    line, pair = units[finding.pair]
                    own = finding.left
                    start = pair.left[0].start
                    spot = (own.start - start, own.end - start) if own else (0, 0)
                    if finding.verdict in _FLAGGING:
                        flags["or missing or added"][line].append(spot)
                    if finding.verdict == "conflict":
                        flags["conflict"][line].append(spot)
                before += len(part.pairs)
        return flags

    return check_text


def _parts(path: Path, kinds: tuple[Kind, ...]) -> Iterator[Comparison]:
    return check_units(open_bilingual([path]), CheckSettings(kinds=kinds))


def _by_pofilter() -> Callable[[ParallelText], dict[str, Flags]]:
    """`pofilter --test=numbers --language=ar` on the XLIFF file."""
    checks = importlib.import_module("translate.filters.checks")
    storage = importlib.import_module("translate.storage.factory")
    checker = checks.StandardChecker(checks.CheckerConfig(targetlanguage=RIGHT), limitfilters=["numbers"])

    def check_text(text: ParallelText) -> dict[str, Flags]:
        flags: Flags = {}
        with tempfile.TemporaryDirectory() as folder:
            units = storage.getobject(str(write_file(text, "xliff", Path(folder)).rename(Path(folder) / "a.xlf"))).units
            for at, unit in enumerate(units):
                if "numbers" in checker.run_filters(unit):
                    flags[at] = [(0, len(text.left[at]))]
        return {"different numbers": flags}

    return check_text


def _flags(texts: Sequence[ParallelText], kinds: tuple[Kind, ...]) -> Iterator[str]:
    """What is flagged in the texts as they are, for reading."""
    for text in texts:
        with tempfile.TemporaryDirectory() as folder:
            for part in _parts(write_file(text, "tmx", Path(folder)), kinds):
                for finding in part.findings:
                    if finding.verdict in _FLAGGING:
                        sides = [mention.text if mention else "-" for mention in (finding.left, finding.right)]
                        yield "\t".join((text.stem, finding.pair, finding.kind, finding.verdict, *sides))


if __name__ == "__main__":
    sys.exit(main())
