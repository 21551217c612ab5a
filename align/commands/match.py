"""`align match`: which documents of two folders tell the same, as a manifest to look over for `align batch`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from align.options import MISUSE, NO_CONFLICT, add_settings, count, project_of, settings_of

if TYPE_CHECKING:
    from align.counterparts import Proposal
    from align.counterparts.folders import Sketched

_THRESHOLD = 0.7  # as in `counterparts.THRESHOLD`, which is not imported for --help
_COLUMNS = ("score", "left_title", "right_title", "names")


def add_match(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "match",
        help="find out which documents of two folders tell the same",
        description="Proposes a counterpart for each document of LEFT among those of RIGHT, by what they tell and the "
        "rare names that they share, or none where nothing fits. Writes a manifest for align batch, with scores.",
        epilog="Exit status: 0, or 2 for misuse and where no document could be read.",
    )
    parser.add_argument("left", type=Path, metavar="LEFT", help="folder of documents")
    parser.add_argument("right", type=Path, metavar="RIGHT", help="folder of documents in another language")
    parser.add_argument("-o", "--output", type=Path, metavar="MANIFEST", help="CSV file; default: standard output")
    parser.add_argument(
        "--threshold", type=_share, default=_THRESHOLD, metavar="S", help=f"least score, 0 to 1 ({_THRESHOLD})"
    )
    parser.add_argument("--many", action="store_true", help="a document may have several counterparts")
    add_settings(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from align.batch.manifest import files_of

    sides = [files_of(folder) for folder in (options.left, options.right)]
    project = project_of(options, options.left, options.right)
    settings = settings_of(options, project)
    from align.startup import prepare

    prepare()
    from align.counterparts import propose
    from align.counterparts.folders import sketch_files, unmatched

    left, right = (sketch_files(files, settings, _progress) for files in sides)
    for problem in (*left.problems, *right.problems):
        print(f"align: {problem.message}", file=sys.stderr)
    if not left.paths or not right.paths:
        print("align: One of the folders holds no document that can be read.", file=sys.stderr)
        return MISUSE
    proposals = propose(left.sketches, right.sketches, options.threshold, not options.many)
    _write(_manifest(left, right, proposals, options.output), options.output)
    alone = [count(unmatched(side, proposals, at), "document") for at, side in enumerate((left, right))]
    print(
        f"align: {count(len(proposals), 'pair')}; {alone[0]} of {options.left} and {alone[1]} of {options.right} "
        "without a counterpart.",
        file=sys.stderr,
    )
    return NO_CONFLICT


def _manifest(left: Sketched, right: Sketched, proposals: Sequence[Proposal], output: Path | None) -> str:
    """The proposals as CSV, with paths as seen from where the manifest will be."""
    from align.batch.manifest import manifest_csv
    from align.report.bidi import one_line
    from align.report.tabular import harmless, starts_formula

    def path(of: Path) -> str:
        seen = os.path.relpath(of, base)
        return f"./{seen}" if starts_formula(seen) else seen

    base = output.parent if output else Path()
    ids = _ids([left.paths[each.left].name.partition(".")[0] for each in proposals])
    rows = [
        (
            harmless(name),
            path(left.paths[each.left]),
            path(right.paths[each.right]),
            f"{each.score:.2f}",
            harmless(one_line(left.sketches[each.left].title)),
            harmless(one_line(right.sketches[each.right].title)),
            harmless(one_line("; ".join(each.names))),
        )
        for name, each in zip(ids, proposals, strict=True)
    ]
    return manifest_csv(rows, _COLUMNS)


def _ids(stems: Sequence[str]) -> list[str]:
    """The stems, with a number where one is there already."""
    ids: dict[str, None] = {}
    for stem in stems:
        number, name = 1, stem
        while name in ids:
            number += 1
            name = f"{stem}-{number}"
        ids[name] = None
    return list(ids)


def _progress(paths: Sequence[Path]) -> Iterable[Path]:
    from tqdm import tqdm

    bar: Iterable[Path] = tqdm(paths, unit=" documents", disable=not sys.stderr.isatty(), leave=False)
    return bar


def _write(content: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(content)
        return
    from align.output import write_whole

    write_whole(output, content)


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 to 1")
    return share
