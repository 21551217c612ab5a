"""Tables with a source and a target: two columns of TSV or CSV, or more where a heading says which two.

TSV is read as corpora write it, a unit a line: quotation marks are text, but around a whole cell. CSV is RFC 4180.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from align.bilingual.sources import LONGEST_LINE, TextLines
from align.bilingual.unit import Entry, Version
from align.errors import InputError, LanguageError
from align.languages import LANGUAGES, get

_SOURCES = ("source", "src", "original", "msgid")
_TARGETS = ("target", "tgt", "translation", "msgstr")
_IDS = ("id", "key", "location", "context", "unit")
_TWO = 2


class _Columns(NamedTuple):
    """Where in a row source, target and id (-1 where there is none) stand, and the languages if a heading says."""

    source: int
    target: int
    id: int = -1
    languages: tuple[str, str] = ("", "")


def read_tsv(lines: TextLines, name: str) -> Iterator[Entry]:
    rows = ((lines.number, [_unquoted(cell) for cell in line.rstrip("\r\n").split("\t")]) for line in lines)
    return _entries(rows, name, "a tab")


def read_csv(lines: TextLines, name: str) -> Iterator[Entry]:
    return _entries(_csv_rows(lines, name), name, "a comma")


def _csv_rows(lines: TextLines, name: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(LONGEST_LINE)
    reader = csv.reader(lines, strict=True)
    first = 1
    try:
        for row in reader:
            yield first, row
            first = lines.number + 1
    except csv.Error as error:
        raise InputError(f"{name} is no CSV that can be read: {error}, from line {first} on.") from None


def _entries(rows: Iterator[tuple[int, list[str]]], name: str, divider: str) -> Iterator[Entry]:
    columns: _Columns | None = None
    for line, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        if columns is None:
            columns = _heading(row)
            if columns is not None:
                continue
            if len(row) != _TWO:
                raise InputError(
                    f"Line {line} of {name} has {len(row)} columns divided by {divider}; give two, source and target, "
                    "or name them in a first line."
                )
            columns = _Columns(0, 1)
        if len(row) <= max(columns.source, columns.target):
            raise InputError(f"Line {line} of {name} has {len(row)} columns, too few for a source and a target.")
        unit = row[columns.id].strip() if 0 <= columns.id < len(row) else ""
        texts = (row[columns.source].strip(), row[columns.target].strip())
        versions = (Version(language, text) for language, text in zip(columns.languages, texts, strict=True))
        yield Entry(unit or str(line), line, tuple(versions))


def _heading(row: Sequence[str]) -> _Columns | None:
    """The columns that a first row names, in words or by languages; None for a row of text."""
    names = [cell.strip().lower().lstrip("\ufeff") for cell in row]
    source, target, unit = _first(names, _SOURCES), _first(names, _TARGETS), _first(names, _IDS)
    if source >= 0 and target >= 0:
        return _Columns(source, target, unit)
    found = [(at, code) for at, name in enumerate(names) if (code := _language(name))]
    if len(found) != _TWO or found[0][1] == found[1][1]:
        return None
    (left, one), (right, other) = found
    return _Columns(left, right, unit, (one, other))


def _first(names: Sequence[str], wanted: Sequence[str]) -> int:
    return next((at for at, name in enumerate(names) if name in wanted), -1)


def _language(name: str) -> str:
    """The code of a language that a heading gives by its code, with or without region, or by its English name."""
    for language in LANGUAGES.values():
        if name == language.name.lower():
            return language.code
    code = name.replace("_", "-")
    try:
        return get(code).code if len(code.split("-")[0]) == _TWO and len(code) <= len("ar-Arab-SA") else ""
    except LanguageError:
        return ""


def _unquoted(cell: str) -> str:
    inner = cell[1:-1]
    quoted = len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in inner.replace('""', "")
    return inner.replace('""', '"') if quoted else cell
