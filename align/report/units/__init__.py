"""Reports of checked files: the comparisons of a file's stretches, one after the other, become one report.

JSON, CSV, SARIF and JUnit are written as streams, so that a file of any length takes the same memory; what is ranked
waits in temporary files. A page, a workbook and a Markdown file are made whole, and only of so many units.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from align.errors import AlignError
from align.model import Comparison, Problem
from align.report.units.origin import Origin
from align.wording import interface

__all__ = ["FORMATS", "MANY_FILES", "MOST_UNITS", "Origin", "UnitWriter", "open_writer"]

MOST_UNITS = 20_000  # of a report that is made whole, unless the user says otherwise
_WRITERS = {
    "json": ("align.report.units.json_lines", "JsonWriter"),
    "csv": ("align.report.units.table", "CsvWriter"),
    "sarif": ("align.report.units.sarif", "SarifWriter"),
    "junit": ("align.report.units.junit", "JunitWriter"),
}
_WHOLE = ("html", "md", "xlsx")
FORMATS: tuple[str, ...] = (*_WRITERS, *_WHOLE)
MANY_FILES: tuple[str, ...] = ("sarif", "junit")  # one report of which may be about several files


class UnitWriter(Protocol):
    """Takes in the stretches of one file, or of several where the form is one of `MANY_FILES`."""

    def begin(self, origin: Origin) -> None:
        """A file begins."""

    def add(self, part: Comparison) -> None:
        """The next stretch of its units."""

    def end(self, problems: Sequence[Problem]) -> None:
        """The file is read to its end, with these problems of the file as a whole."""

    def finish(self) -> Iterator[bytes]:
        """The report, piece by piece."""


def open_writer(form: str, ui: str = "en", fails: frozenset[str] = frozenset(), most: int = MOST_UNITS) -> UnitWriter:
    """A writer of one of `FORMATS`.

    `fails` are the verdicts and rules that JUnit calls failures; `most` is how many units a report that is made whole
    may have. Raises `AlignError` for a form that there is none of.
    """
    if form in _WHOLE:
        from align.report.units.whole import WholeWriter

        return WholeWriter(form, ui, most)
    if form not in _WRITERS:
        raise AlignError(f"There is no report form {form!r}; choose one of {', '.join(FORMATS)}.")
    module, name = _WRITERS[form]
    made: UnitWriter = getattr(importlib.import_module(module), name)(interface(ui), fails)
    return made


def form_of(output: Path) -> str | None:
    """The form that a file's ending asks for."""
    form = {"xml": "junit"}.get(output.suffix.lstrip(".").lower(), output.suffix.lstrip(".").lower())
    return form if form in FORMATS else None
