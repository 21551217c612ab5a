"""Where the comparisons under review come from: files that an earlier run wrote, or two texts compared now.

Either may change while the page is open. A report that was written anew is read anew by itself; texts that were
edited are compared again when the reviewer asks for it, since that takes a while.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from align.errors import AlignError
from align.model import Comparison
from align.review.queue import Report
from align.review.reading import is_comparison_file, load_comparison

_Stamp = tuple[tuple[int, int, int] | None, ...]


class Source(Protocol):
    """Gives the reports; the same object as long as nothing has changed."""

    def reports(self) -> Sequence[Report]: ...

    def is_outdated(self) -> bool:
        """Whether the texts have changed since they were compared."""

    def compare_again(self) -> None:
        """Compare the texts as they are now. Raises `AlignError` where that fails; the old reports then stay."""


Suppress = Callable[[Comparison], Comparison]
Compare = Callable[[Path, Path], Comparison]


def source_of(files: Sequence[Path], suppress: Suppress, compare: Compare) -> Source:
    """Comparison files, or two texts. Raises `AlignError` for anything else, and for what cannot be read."""
    if all(map(is_comparison_file, files)):
        return ReportFiles(files, suppress)
    if len(files) == 2 and not any(map(is_comparison_file, files)):
        return TextPair(files[0], files[1], compare)
    raise AlignError("Give comparison JSON files, or two texts to compare.")


class ReportFiles:
    """Comparison files. One that is damaged while the page is open is passed over until it is whole again."""

    def __init__(self, paths: Sequence[Path], suppress: Suppress) -> None:
        """Read all files. Raises `InputError` for one that is no comparison."""
        self._paths = tuple(dict.fromkeys(paths))
        self._suppress = suppress
        self._lock = threading.Lock()
        self._stamp = _stamp(self._paths)
        self._reports = self._read()

    def reports(self) -> Sequence[Report]:
        with self._lock:
            stamp = _stamp(self._paths)
            if stamp != self._stamp:
                try:
                    self._reports = self._read()
                except AlignError:
                    return self._reports
                self._stamp = stamp
            return self._reports

    def is_outdated(self) -> bool:
        return False

    def compare_again(self) -> None:
        raise AlignError("These reports were written by an earlier run; run align compare again.")

    def _read(self) -> tuple[Report, ...]:
        return tuple(Report(path.stem, self._suppress(load_comparison(path))) for path in self._paths)


class TextPair:
    """Two texts, compared when the review begins and whenever the reviewer asks for it."""

    def __init__(self, left: Path, right: Path, compare: Compare) -> None:
        """Compare the texts. Raises whatever `compare` raises."""
        self._paths = (left, right)
        self._compare = compare
        self._lock = threading.Lock()
        self.compare_again()

    def reports(self) -> Sequence[Report]:
        return self._reports

    def is_outdated(self) -> bool:
        return _stamp(self._paths) != self._stamp

    def compare_again(self) -> None:
        with self._lock:
            stamp = _stamp(self._paths)
            self._reports: tuple[Report, ...] = (Report(self._paths[0].stem, self._compare(*self._paths)),)
            self._stamp = stamp


def _stamp(paths: Sequence[Path]) -> _Stamp:
    """What tells that a file was written."""
    return tuple(map(_stat, paths))


def _stat(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
