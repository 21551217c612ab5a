"""The command line. Only this module prints and exits; no model loads before a command needs it."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from align.commands.batch import add_batch
from align.commands.check import add_check
from align.commands.match import add_match
from align.errors import AlignError
from align.options import (
    CONFLICT,
    EXIT_STATUS,
    MISUSE,
    NO_CONFLICT,
    add_interface,
    add_max_size,
    add_name_engines,
    add_project,
    add_reference_date,
    add_settings,
    count,
    project_of,
    settings_of,
)

if TYPE_CHECKING:
    from align.corpus import TopicPair
    from align.model import Comparison
    from align.project import Project

__all__ = ["CONFLICT", "INTERRUPTED", "MISUSE", "NO_CONFLICT", "main"]

INTERRUPTED = 130  # 128 + SIGINT, as shells count

_FORMATS = (
    "json",
    "html",
    "md",
    "csv",
    "xlsx",
    "sarif",
)  # kept beside `report.FORMATS`, which is not imported for --help
_T = TypeVar("_T")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that cannot show Arabic must not stop the run
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
        return status
    except AlignError as error:
        print(f"align: {error}", file=sys.stderr)
        return MISUSE
    except BrokenPipeError:  # the reader of a pipe has gone; keep Python from complaining at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return MISUSE
    except KeyboardInterrupt:
        print("align: interrupted; nothing was left half-written.", file=sys.stderr)
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="align",
        description="Compares accounts of the same events, in English, in Arabic or in both, and shows where their "
        "dates, numbers and names disagree, with the evidence.",
        epilog="Start with: align compare ARTICLE.txt FEATURE.txt",
    )
    parser.add_argument("--version", action="store_true", help="show the version and exit")
    parser.set_defaults(run=_version_or_help(parser))
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_compare(commands)
    _add_corpus(commands)
    add_check(commands)
    _add_extract(commands)
    add_batch(commands)
    add_match(commands)
    _add_review(commands)
    _add_evaluate(commands)
    return parser


def _version_or_help(parser: argparse.ArgumentParser) -> object:
    def run(options: argparse.Namespace) -> int:
        if options.version:
            import importlib.metadata

            print(f"align {importlib.metadata.version('align-sources')}")
            return NO_CONFLICT
        parser.print_help()
        return MISUSE

    return run


def _add_compare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "compare",
        help="compare two documents",
        description="Compares two documents, in two languages or in one. Without -f and -o, prints a readable summary: "
        "conflicts first, each with both quotes and the reason.",
        epilog=EXIT_STATUS,
    )
    parser.add_argument(
        "left", help="a document (text, HTML, DOCX, ODT, EPUB, PDF, subtitles), or - for standard input"
    )
    parser.add_argument("right", help="another document, in whichever language")
    parser.add_argument("-f", "--format", choices=_FORMATS, help="write a report in this format")
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="file to write; its ending tells the format")
    add_interface(parser)
    add_settings(parser)
    add_reference_date(parser)
    parser.set_defaults(run=_compare)


def _add_corpus(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "corpus",
        help="compare all topics of a folder",
        description="Compares the texts of every topic of a folder (DIR/en/STEM.txt with DIR/ar/STEM.txt) and writes "
        "an HTML, a Markdown and a JSON report for each two of them, a table of facts by source for each topic, and an "
        "index. A topic has two or more texts, in two languages or in one.",
        epilog=EXIT_STATUS,
    )
    parser.add_argument("folder", nargs="?", type=Path, default=Path("corpora"), metavar="DIR", help="default: corpora")
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("reports"), metavar="REPORTS", help="default: reports"
    )
    add_interface(parser)
    add_settings(parser)
    parser.set_defaults(run=_corpus)


def _add_extract(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "extract",
        help="list the dates, numbers and names of a document",
        description="Prints every date, number and name of a document with its value, as JSON Lines.",
    )
    parser.add_argument("file", help="a document, or - for standard input")
    parser.add_argument("--language", metavar="L", help="en or ar; told from the text by default")
    add_name_engines(parser)
    add_max_size(parser)
    add_project(parser)
    add_reference_date(parser)
    parser.set_defaults(run=_extract)


def _add_review(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "review",
        help="judge findings in the browser",
        description="Opens a local page on which findings are judged one by one. Judgements are kept in a file and "
        "found again after a new comparison. It serves this machine alone, until it is ended with Ctrl+C.",
    )
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="REPORT", help="comparison JSON; or LEFT RIGHT, two texts"
    )
    parser.add_argument("--port", type=int, metavar="P", help="default: 8377, or another where that is taken")
    parser.add_argument("--no-browser", action="store_true", help="do not open the browser")
    parser.add_argument("--reviewer", metavar="NAME", help="who judges; default: your login name")
    parser.add_argument("--judgements", type=Path, metavar="FILE", help="default: align-review.sqlite beside REPORT")
    add_interface(parser)
    add_settings(parser)
    add_reference_date(parser)
    parser.set_defaults(run=_review)


def _add_evaluate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "evaluate",
        help="score the comparison of a corpus against its gold",
        description="Compares every topic of DIR that has DIR/gold/STEM.json and prints precision and recall by "
        "verdict and kind, calibration, and the F1 of the alignment.",
    )
    parser.add_argument("folder", nargs="?", type=Path, default=Path("corpora"), metavar="DIR", help="default: corpora")
    parser.add_argument("--topic", action="append", metavar="STEM", help="only this topic; may be repeated")
    parser.add_argument("-f", "--format", choices=("table", "json"), default="table", help="default: table")
    parser.add_argument("--errors", action="store_true", help="list missed conflicts and false alarms too")
    add_settings(parser)
    parser.set_defaults(run=_evaluate)


def _suppressed(comparison: Comparison, project: Project) -> Comparison:
    """The comparison without what the project dismissed or ignores; a message says how much that is."""
    from align.suppressions import suppress

    kept = suppress(comparison, project.suppressions)
    before, after = (len(all_.findings) + len(all_.internal) for all_ in (comparison, kept))
    if before > after:
        print(f"align: {project.path} leaves out {count(before - after, 'finding')}.", file=sys.stderr)
    return kept


def _compare(options: argparse.Namespace) -> int:
    form = options.format or _format_of(options.output)
    if options.left == options.right == "-":
        raise AlignError("Only one of the two documents can come from standard input.")
    comparison = _compared(options, options.left, options.right)
    from align.report import render_bytes, terminal_summary

    if form is None:
        print(terminal_summary(comparison, color=_wants_color()), end="")
    else:
        _write(render_bytes(comparison, form, options.ui), options.output)
    return CONFLICT if _conflicts(comparison) else NO_CONFLICT


def _compared(options: argparse.Namespace, left: str | Path, right: str | Path) -> Comparison:
    """The two texts compared as the options and the project say."""
    project = project_of(options, left, right)
    settings = settings_of(options, project)
    _prepare()
    from align.pipeline import compare

    return _suppressed(compare(left, right, settings, options.reference_date or project.reference_date), project)


def _format_of(output: Path | None) -> str | None:
    """The format that a file's ending asks for."""
    if output is None:
        return None
    form = output.suffix.lstrip(".").lower()
    if form not in _FORMATS:
        raise AlignError(f"The ending of {output} names no format; choose one with -f: {', '.join(_FORMATS)}.")
    return form


def _corpus(options: argparse.Namespace) -> int:
    from align.corpus import CorpusComparer, table_of_facts, topic_pairs
    from align.model import Problem
    from align.output import make_folder, write_whole
    from align.report import interface, render
    from align.report.corpus import IndexRow, index_markdown, index_page
    from align.report.facts_files import facts_files

    pairs = topic_pairs(options.folder)
    project = project_of(options, options.folder)
    settings = settings_of(options, project)
    _prepare()
    comparer = CorpusComparer(settings)
    rows, conflicts = [], 0
    compared: list[tuple[TopicPair, Comparison]] = []
    words = interface(options.ui)
    for pair, following in zip(_progress(pairs, "pairs"), [*pairs[1:], None], strict=True):
        outcome = comparer.compare(pair)
        if isinstance(outcome, Problem):
            print(f"align: {outcome.message}", file=sys.stderr)
        else:
            outcome = _suppressed(outcome, project)
            make_folder(options.output)  # not before there is something to put in it
            for form in ("html", "md", "json"):
                write_whole(options.output / f"{pair.name}.{form}", render(outcome, form, options.ui))
            rows.append(IndexRow(pair.name, outcome, interface=words, facts=f"{pair.topic}.facts.html"))
            conflicts += _conflicts(outcome)
            print(f"{pair.name}: {count(_conflicts(outcome), 'conflict')}")
            compared.append((pair, outcome))
        if compared and (following is None or following.topic != pair.topic):
            table = table_of_facts(compared, settings)
            for form, made in facts_files(table, words):
                write_whole(options.output / f"{pair.topic}.facts.{form}", made)
            print(f"{pair.topic}: {count(len(table.facts), 'fact')}, the sources split on {table.splits}")
            compared = []
    if not rows:
        return MISUSE
    write_whole(options.output / "index.html", index_page(rows, words))
    write_whole(options.output / "index.md", index_markdown(rows, words))
    return CONFLICT if conflicts else NO_CONFLICT


def _extract(options: argparse.Namespace) -> int:
    from align.pipeline import analyse
    from align.read import read_document
    from align.suppressions import suppress_mentions

    project = project_of(options, options.file)
    settings = settings_of(options, project)
    document = read_document(options.file, options.language, settings.max_size)
    _prepare()
    day = options.reference_date or project.reference_date
    mentions = analyse(document, day, settings).mentions
    for mention in suppress_mentions(mentions, project.suppressions):
        print(json.dumps(mention.to_dict(), ensure_ascii=False))
    return NO_CONFLICT


def _review(options: argparse.Namespace) -> int:
    from align.review import Review, serve, source_of

    project = project_of(options, *options.files)
    source = source_of(
        options.files,
        suppress=lambda comparison: _suppressed(comparison, project),
        compare=lambda left, right: _compared(options, left, right),
    )
    judgements = options.judgements or options.files[0].parent / "align-review.sqlite"
    review = Review(source, judgements, options.reviewer, options.ui, options.port, not options.no_browser)
    serve(review, lambda address: print(f"align: review at {address} (Ctrl+C ends it)", file=sys.stderr, flush=True))
    return NO_CONFLICT


def _evaluate(options: argparse.Namespace) -> int:
    from align.evaluate import evaluate
    from align.model import Document
    from align.pipeline import compare

    project = project_of(options, options.folder)
    _prepare()
    settings = settings_of(options, project)

    def compare_as_told(left: Document, right: Document) -> Comparison:
        return _suppressed(compare(left, right, settings), project)

    evaluation = evaluate(
        options.folder,
        options.topic,
        compare=compare_as_told,
        progress=lambda stems: _progress(stems, "topics"),
    )
    if options.format == "json":
        print(json.dumps(evaluation.to_dict(), ensure_ascii=False, indent=1))
    else:
        print(evaluation.as_table(), end="")
    if options.errors:
        print(evaluation.list_mistakes(), end="")
    return NO_CONFLICT


def _prepare() -> None:
    from align.startup import prepare

    prepare()


def _progress(items: Sequence[_T], unit: str) -> Iterable[_T]:
    """The items, with a bar on standard error where that is a terminal."""
    from tqdm import tqdm

    bar: Iterable[_T] = tqdm(items, unit=f" {unit}", disable=not sys.stderr.isatty(), leave=False)
    return bar


def _write(content: bytes, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(content)
        return
    from align.output import write_whole

    write_whole(output, content)


def _wants_color() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ  # https://no-color.org


def _conflicts(comparison: Comparison) -> int:
    return sum(finding.verdict == "conflict" for finding in comparison.findings)


if __name__ == "__main__":
    sys.exit(main())
