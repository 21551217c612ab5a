"""Small batches for the tests: files, and what a folder of results holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from align.batch.columns import SCHEMAS
from align.batch.manifest import Entry, manifest_csv

ENGLISH = "The school of {town} was opened on {day} May 1961. It had {number} pupils."
ARABIC = "افتتحت مدرسة البلدة في {day} أيار/مايو 1961. وكان فيها {number} تلميذا."


def write_pairs(folder: Path, number: int) -> Path:
    """So many pairs of two sentences each, with a conflict in every other one; the path of their manifest."""
    for code in ("en", "ar"):
        (folder / code).mkdir(parents=True)
    entries = []
    for at in range(number):
        day, pupils = 1 + at % 28, 200 + 10 * at
        entry = Entry(f"school-{at}", f"en/{at}.txt", f"ar/{at}.txt")
        (folder / entry.left).write_text(ENGLISH.format(town="Marsa", day=day, number=pupils), "utf-8")
        (folder / entry.right).write_text(ARABIC.format(day=day + at % 2, number=pupils), "utf-8")
        entries.append(entry)
    return write_manifest(folder / "manifest.csv", entries)


def write_manifest(path: Path, entries: Sequence[Entry]) -> Path:
    path.write_text(manifest_csv(entries), "utf-8")
    return path


def files(folder: Path) -> dict[str, bytes]:
    """The datasets and marks of a folder, byte by byte; not the summary, which names no file."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*/*")) if path.is_file()}


def rows(folder: Path, dataset: str) -> list[dict[str, Any]]:
    paths: Iterable[Path] = sorted((folder / dataset).glob("*.parquet"))
    tables = [pq.read_table(path) for path in paths]
    assert all(table.schema == SCHEMAS[dataset] for table in tables)
    return [row for table in tables for row in table.to_pylist()]
