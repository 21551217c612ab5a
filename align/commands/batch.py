"""`align batch`: many pairs, on all cores or on a cluster, into Parquet datasets with a summary."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from align.errors import AlignError
from align.options import (
    CONFLICT,
    EXIT_STATUS,
    MISUSE,
    NO_CONFLICT,
    add_interface,
    add_reference_date,
    add_settings,
    count,
    project_of,
    settings_of,
)

if TYPE_CHECKING:
    from align.batch.job import Job
    from align.batch.manifest import Manifest
    from align.batch.run import Outcome, Report


def add_batch(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "batch",
        help="compare many pairs of documents, into Parquet files",
        description="Compares the pairs of a manifest on all cores and writes Parquet datasets (findings, mentions, "
        "pairs and others) with a summary. The same command goes on where an earlier run was ended.",
        epilog=EXIT_STATUS + " 2 also where no pair could be compared.",
    )
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="MANIFEST",
        help="a CSV or JSON Lines file with id, left and right; or two folders, whose files of one name are pairs; "
        "or a corpus folder; or - for standard input",
    )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR", help="folder for the results")
    parser.add_argument("--workers", type=_positive, metavar="N", help="processes; default: one for each core")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="the Dask scheduler whose workers do the work")
    parser.add_argument("--limit", type=_positive, metavar="N", help="only the first N pairs")
    parser.add_argument(
        "--retries", type=_natural, default=2, metavar="N", help="how often work is done again whose worker died (2)"
    )
    parser.add_argument("--redo-failed", action="store_true", help="compare pairs again that could not be compared")
    add_interface(parser)
    add_settings(parser)
    add_reference_date(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    if options.workers and options.scheduler:
        raise AlignError("--workers is for this machine; with --scheduler the cluster has its own number.")
    manifest = _manifest(options.sources)
    from align.startup import prepare

    prepare()
    job = _job(options, manifest)
    from align.batch.run import run_batch
    from align.batch.summary import write_summary
    from align.batch.workers import LocalWorkers, Workers

    if manifest.unpaired:
        print(
            f"align: {count(len(manifest.unpaired), 'file')} without a counterpart, such as {manifest.unpaired[0]}.",
            file=sys.stderr,
        )
    workers: Workers | None = LocalWorkers(options.workers) if options.workers else None
    if options.scheduler:
        from align.batch.cluster import ClusterWorkers

        workers = ClusterWorkers(options.scheduler)
    number = min(options.limit or len(manifest.entries), len(manifest.entries))
    with progress_bar(number) as report:
        outcome = run_batch(
            manifest, options.output, job, workers, options.limit, options.retries, options.redo_failed, report
        )
    write_summary(options.output, options.ui)
    print(_told(outcome, options.output), file=sys.stderr)
    if outcome.failed == outcome.pairs:
        return MISUSE
    return CONFLICT if outcome.conflicts else NO_CONFLICT


def _manifest(sources: list[str]) -> Manifest:
    from align.batch.manifest import corpus_manifest, pair_folders, read_manifest

    paths = [Path(source) for source in sources]
    if len(paths) == 2:
        return pair_folders(*paths)
    if len(paths) > 2:
        raise AlignError("Give one manifest, one corpus folder, or the two folders of the left and right documents.")
    return corpus_manifest(paths[0]) if paths[0].is_dir() else read_manifest(paths[0])


def _job(options: argparse.Namespace, manifest: Manifest) -> Job:
    """What pairs are compared with: one project for the whole batch, that of the manifest."""
    from align.batch.job import Job

    project = project_of(options, *options.sources)
    settings = settings_of(options, project)
    day = options.reference_date or project.reference_date
    return Job(manifest.left_folder, manifest.right_folder, settings, day, project.suppressions)


@contextmanager
def progress_bar(number: int) -> Iterator[Report]:
    """A bar with the rate and the time left on standard error, where that is a terminal."""
    from tqdm import tqdm

    with tqdm(total=number, unit=" pairs", smoothing=0.05, disable=not sys.stderr.isatty(), leave=False) as bar:

        def report(done: int, before: int) -> None:
            if before:  # set and not counted, so that the rate is that of this run
                bar.reset(total=number)
                bar.initial = bar.n = bar.last_print_n = before
                bar.refresh()
            bar.update(done)

        yield report


def _told(outcome: Outcome, folder: Path) -> str:
    told = f"{count(outcome.pairs, 'pair')} in {folder}, {count(outcome.conflicts, 'conflict')}"
    if outcome.failed:
        told += f"; {count(outcome.failed, 'pair')} could not be compared"
    if outcome.resumed:
        told += f"; {count(outcome.resumed, 'pair')} had been done before"
    return f"align: {told}."


def _positive(text: str) -> int:
    number = _natural(text)
    if not number:
        raise argparse.ArgumentTypeError("0 is too few")
    return number


def _natural(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number")
    return int(text)
