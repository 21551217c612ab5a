"""`align check`: the units of bilingual files, whose sources and targets are already paired."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from align.errors import AlignError
from align.options import (
    CONFLICT,
    NO_CONFLICT,
    add_interface,
    add_name_engines,
    add_project,
    add_reference_date,
    count,
    project_of,
    settings_of,
)

if TYPE_CHECKING:
    from align.bilingual import Bilingual
    from align.checking import CheckSettings
    from align.model import Comparison, Kind
    from align.project import Project
    from align.report.units import Origin, UnitWriter

# Kept beside `report.units.FORMATS` and `checking.KINDS`, which are not imported for --help.
_FORMATS = ("json", "csv", "sarif", "junit", "html", "md", "xlsx")
_KINDS = ("date", "number", "name")
# What a run fails for, each level with those before it.
_FAILS = {
    "conflict": frozenset({"conflict"}),
    "missing": frozenset({"conflict", "only-left", "only-right", "untranslated"}),
    "any": frozenset({"conflict", "only-left", "only-right", "untranslated", "term"}),
}
_EXIT_STATUS = (
    "Exit status: 0 nothing found that --fail-on names (conflicts by default), 1 something found, 2 misuse or "
    "unreadable input."
)


def add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "check",
        help="check the translations of TMX, XLIFF, PO, TSV and CSV files",
        description="Holds the source and the target of every unit against each other: dates, numbers, names, units "
        "that are not translated, and terms of a glossary. Without -f and -o, prints what is found, unit by unit.",
        epilog=_EXIT_STATUS,
    )
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="TMX 1.4, XLIFF 1.2 or 2, PO, two-column TSV or CSV, two plain texts aligned line by line, one after the "
        "other, or - for standard input",
    )
    parser.add_argument("-f", "--format", choices=_FORMATS, help="write a report in this format")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="OUT",
        help="file to write, whose ending tells the format (.xml is junit); for several files a folder, but for sarif "
        "and junit",
    )
    parser.add_argument("--kinds", type=_kinds, default=_KINDS, metavar="K,K", help="default: date,number,name")
    parser.add_argument(
        "--fail-on",
        choices=tuple(_FAILS),
        default="conflict",
        help="what makes the exit status 1: conflicts (default); also what is missing or untranslated; or anything",
    )
    parser.add_argument("--fuzzy", action="store_true", help="check fuzzy entries of PO files too")
    parser.add_argument(
        "--longest-text",
        type=_positive,
        metavar="N",
        help="characters that a segment may have (1,000,000)",
    )
    parser.add_argument(
        "--most-units", type=_positive, metavar="N", help="units that html, md and xlsx may have (20,000)"
    )
    add_interface(parser)
    parser.add_argument(
        "--glossary",
        type=Path,
        metavar="FILE",
        help="names and terms: TBX, or two columns with a tab between",
    )
    add_name_engines(parser)
    add_project(parser)
    add_reference_date(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    if [*options.files].count("-") > 1:
        raise AlignError("Only one file can come from standard input.")
    from align.startup import prepare

    prepare(names="name" in options.kinds)
    form = options.format or _form_of(options.output)
    project = project_of(options, *options.files)
    check = _check(options, project)
    from align.bilingual import group_files
    from align.report.units import MANY_FILES

    groups = group_files(options.files)
    run = _Run(options, project, check)
    if form is None:
        for group in groups:
            run.print(group)
    elif form in MANY_FILES or len(groups) == 1:
        run.write(groups, form, options.output)
    else:
        _need_folder(options.output, form)
        for group, name in zip(groups, _names(groups, form), strict=True):
            run.write([group], form, options.output / name)
    return CONFLICT if run.failed else NO_CONFLICT


class _Run:
    """One call of the command: what every file of it is checked with, and whether any of them fails."""

    def __init__(self, options: argparse.Namespace, project: Project, check: CheckSettings) -> None:
        self._options = options
        self._project = project
        self._check = check
        self._fails = _FAILS[options.fail_on]
        self.failed = False

    def print(self, group: Sequence[str | Path]) -> None:
        """Print what is found in a file, as it is found."""
        from align.report.units.terminal import TerminalWriter

        writer = TerminalWriter(sys.stdout.isatty() and "NO_COLOR" not in os.environ)
        with self._opened(group) as bilingual:
            writer.begin(_origin(bilingual))
            for part in self._parts(bilingual):
                for line in writer.add(part):
                    print(line)
            for line in writer.end(bilingual.problems):
                print(line)

    def write(self, groups: Sequence[Sequence[str | Path]], form: str, output: Path | None) -> None:
        """Write one report on one file, or on several."""
        from align.output import write_pieces
        from align.report.units import MOST_UNITS, open_writer

        writer = open_writer(form, self._options.ui, self._fails, self._options.most_units or MOST_UNITS)
        for group in groups:
            self._feed(writer, group)
        if output is None:
            for piece in writer.finish():
                sys.stdout.buffer.write(piece)
        else:
            write_pieces(output, writer.finish())

    def _feed(self, writer: UnitWriter, group: Sequence[str | Path]) -> None:
        with self._opened(group) as bilingual:
            writer.begin(_origin(bilingual))
            for part in self._parts(bilingual):
                writer.add(part)
            writer.end(bilingual.problems)
            for problem in bilingual.problems:
                print(f"align: {bilingual.name}: {problem.message}", file=sys.stderr)

    @contextmanager
    def _opened(self, group: Sequence[str | Path]) -> Iterator[Bilingual]:
        from align.bilingual import LONGEST_TEXT, open_bilingual

        with _bar(group) as report:
            yield open_bilingual(group, self._options.longest_text or LONGEST_TEXT, self._options.fuzzy, report)

    def _parts(self, bilingual: Bilingual) -> Iterator[Comparison]:
        """The comparisons of a file's stretches without what the project leaves out, of which a message tells."""
        from align.checking import check_units
        from align.suppressions import suppress

        left_out = 0
        for part in check_units(bilingual, self._check):
            kept = suppress(part, self._project.suppressions)
            left_out += len(part.findings) + len(part.problems) - len(kept.findings) - len(kept.problems)
            self.failed = self.failed or not self._fails.isdisjoint(_found(kept))
            yield kept
        if left_out:
            print(f"align: {self._project.path} leaves out {count(left_out, 'finding')}.", file=sys.stderr)


def _found(part: Comparison) -> Iterator[str]:
    yield from (finding.verdict for finding in part.findings)
    yield from (problem.rule for problem in part.problems if problem.rule)


def _check(options: argparse.Namespace, project: Project) -> CheckSettings:
    from align.checking import CheckSettings

    settings = settings_of(options, project)
    return CheckSettings(settings, options.kinds, options.reference_date or project.reference_date)


def _origin(bilingual: Bilingual) -> Origin:
    from align.report.units.origin import Origin

    return Origin(bilingual.id, bilingual.name, bilingual.source, bilingual.target)


def _form_of(output: Path | None) -> str | None:
    """The format that a file's ending asks for."""
    if output is None:
        return None
    from align.report.units import form_of

    form = form_of(output)
    if form is None:
        raise AlignError(f"The ending of {output} names no format; choose one with -f: {', '.join(_FORMATS)}.")
    return form


def _need_folder(output: Path | None, form: str) -> None:
    from align.output import make_folder

    if output is None:
        raise AlignError(f"Several files make several {form} reports; name a folder for them with -o.")
    make_folder(output)


def _names(groups: Sequence[Sequence[str | Path]], form: str) -> list[str]:
    """A name for the report on each file, none of them twice."""
    names: dict[str, None] = {}
    for group in groups:
        stem = "standard-input" if str(group[0]) == "-" else Path(group[0]).name
        name = next(each for number in range(len(names) + 1) if (each := _numbered(stem, number, form)) not in names)
        names[name] = None
    return list(names)


def _numbered(stem: str, number: int, form: str) -> str:
    return f"{stem}-{number + 1}.{form}" if number else f"{stem}.{form}"


@contextmanager
def _bar(group: Sequence[str | Path]) -> Iterator[Callable[[int], object]]:
    """A bar of the bytes read on standard error, where that is a terminal."""
    from tqdm import tqdm

    paths = [Path(path) for path in group if str(path) != "-"]
    total = sum(path.stat().st_size for path in paths if path.is_file()) if len(paths) == len(group) else None
    shown = sys.stderr.isatty()
    with tqdm(total=total, unit="B", unit_scale=True, unit_divisor=1024, disable=not shown, leave=False) as bar:
        yield bar.update


def _kinds(text: str) -> tuple[Kind, ...]:
    wanted = [each.strip() for each in text.split(",")]
    if unknown := [each for each in wanted if each not in _KINDS]:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is none of {', '.join(_KINDS)}")
    return tuple(kind for kind in _KINDS if kind in wanted)  # type: ignore[misc]  # they are the kinds


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number above 0")
    return int(text)
