"""Manifests: which pairs of documents a batch compares, from a table of them or from folders.

A pair is told by its position in the manifest; nothing about a run depends on where the files lie.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from align.corpus import topic_pairs
from align.errors import InputError
from align.read import STANDARD_INPUT
from align.readers.plain import decode

COLUMNS = ("id", "left", "right")
_JSON_LINES = (".jsonl", ".ndjson")
_DELIMITERS = (",", ";", "\t")


class Entry(NamedTuple):
    """One pair: its id, and its two files as the manifest writes them."""

    id: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The pairs in order. Paths that are not absolute start in `left_folder` and `right_folder`."""

    name: str
    entries: tuple[Entry, ...]
    left_folder: Path
    right_folder: Path
    unpaired: tuple[str, ...] = ()  # files of the folders that have no counterpart

    def digest(self) -> str:
        """A fingerprint of the pairs as written: the same manifest elsewhere has the same."""
        return entries_digest(self.entries)


def entries_digest(entries: Iterable[Entry]) -> str:
    rows = json.dumps(list(entries))  # ASCII, so that any string can be hashed
    return hashlib.sha256(rows.encode("ascii")).hexdigest()


def read_manifest(path: Path) -> Manifest:
    """Read a CSV or JSON Lines manifest, or standard input for `-`; `InputError` says what is wrong with which line.

    A CSV may be divided by commas, semicolons or tabs, and further columns are ignored. Relative paths start where
    the manifest is, or in the working folder where it comes from standard input.
    """
    is_piped = str(path) == STANDARD_INPUT
    name = "standard input" if is_piped else str(path)
    text = decode(_read(path, is_piped), name)
    is_json = path.suffix.lower() in _JSON_LINES or (is_piped and text.lstrip().startswith("{"))
    rows = _json_rows(text, name) if is_json else _csv_rows(text, name)
    entries = tuple(_entries(rows, name))
    if not entries:
        raise InputError(f"{name} lists no pair.")
    folder = Path() if is_piped else path.parent
    return Manifest(name, entries, folder.absolute(), folder.absolute())


def pair_folders(left: Path, right: Path) -> Manifest:
    """Files of two folders whose names agree up to the first dot, which is the id of the pair.

    Raises `InputError` where nothing agrees, or where a folder has a name twice.
    """
    sides = _by_stem(left), _by_stem(right)
    shared = sorted(sides[0].keys() & sides[1].keys())
    if not shared:
        raise InputError(f"No file of {left} has the name of one in {right}, up to the first dot.")
    entries = tuple(Entry(stem, sides[0][stem], sides[1][stem]) for stem in shared)
    alone = (f"{folder / side[stem]}" for folder, side in zip((left, right), sides, strict=True) for stem in side)
    paired = {f"{folder / name}" for entry in entries for folder, name in ((left, entry.left), (right, entry.right))}
    unpaired = tuple(sorted(name for name in alone if name not in paired))
    return Manifest(f"{left} and {right}", entries, left.absolute(), right.absolute(), unpaired)


def corpus_manifest(folder: Path) -> Manifest:
    """The pairs that `align corpus` compares. Raises `InputError` where the folder has none."""
    entries = tuple(
        Entry(pair.name, *(str(side.relative_to(folder)) for side in (pair.left, pair.right)))
        for pair in topic_pairs(folder)
    )
    return Manifest(str(folder), entries, folder.absolute(), folder.absolute())


def manifest_csv(entries: Sequence[Sequence[object]], further: Sequence[str] = ()) -> str:
    """A manifest as CSV, rows of `COLUMNS` and then of further columns."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow([*COLUMNS, *further])
    writer.writerows(entries)
    return written.getvalue()


def files_of(folder: Path) -> list[Path]:
    """The files of a folder in the order of their names, without hidden ones. Raises `InputError` where it is none."""
    try:
        return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except FileNotFoundError:
        raise InputError(f"There is no folder {folder}.") from None
    except OSError as error:
        raise InputError(f"{folder} cannot be read: {error.strerror or error}.") from None


def _by_stem(folder: Path) -> dict[str, str]:
    stems: dict[str, str] = {}
    for path in files_of(folder):
        stem = path.name.partition(".")[0]
        if stem in stems:
            raise InputError(f"{folder} holds two files of one name: {stems[stem]} and {path.name}; pairs need one.")
        stems[stem] = path.name
    return stems


def _read(path: Path, is_piped: bool) -> bytes:
    if is_piped:
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"There is no manifest {path}.") from None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from None


def _csv_rows(text: str, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    header = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        found = [field.strip() for field in reader.fieldnames or ()]
        missing = [column for column in COLUMNS if column not in found]
        if missing:
            raise InputError(f"{name} has no column {' nor '.join(missing)}; its first line must name {_named()}.")
        reader.fieldnames = found
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise InputError(f"{name} is no CSV at line {reader.line_num}: {error}.") from None


def _json_rows(text: str, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            raise InputError(f"{name} is not JSON at line {number}.") from None
        if not isinstance(row, dict):
            raise InputError(f"{name} has no object at line {number}; each line must be one with {_named()}.")
        yield number, row


def _entries(rows: Iterable[tuple[int, dict[str, Any]]], name: str) -> Iterator[Entry]:
    lines: dict[str, int] = {}
    for number, row in rows:
        given = {column: row.get(column) for column in COLUMNS}
        # Scripts write ids as numbers; anything else that is not text is a slip.
        fields = [str(value) if type(value) is int else value for value in given.values()]
        for column, value in zip(COLUMNS, fields, strict=True):
            if not isinstance(value, str) or not value.strip() or "\0" in value:
                raise InputError(f"{name} gives no {column} at line {number}.")
        entry = Entry(*(str(value).strip() for value in fields))
        if entry.id in lines:
            raise InputError(f"{name} gives the id {entry.id} twice, at lines {lines[entry.id]} and {number}.")
        lines[entry.id] = number
        yield entry


def _named() -> str:
    return ", ".join(COLUMNS[:-1]) + f" and {COLUMNS[-1]}"
