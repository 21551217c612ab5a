"""Temporary places for what a report has to hold back: in memory while it is little, on disk where it grows."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import IO

from align.model import Finding
from align.report.order import BY_SEVERITY

_IN_MEMORY = 1 << 20  # bytes
_PIECE = 1 << 20
_TOGETHER = 1 << 14


class Spool:
    """Bytes in the order in which they came; `divider` stands between any two entries."""

    def __init__(self, divider: bytes = b"") -> None:
        self._divider = divider
        self._waiting: list[bytes] = []  # entries that are written together
        self._size = 0  # of them, in bytes
        self._file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115
        self.is_empty = True

    def add(self, entry: bytes) -> None:
        if not self.is_empty:
            self._waiting.append(self._divider)
        self._waiting.append(entry)
        self.is_empty = False
        self._size += len(entry)
        if self._size >= _TOGETHER:
            self._write()

    def extend(self, more: bytes) -> None:
        """Add to the last entry."""
        self._write()
        self._file.write(more)

    def _write(self) -> None:
        self._file.write(b"".join(self._waiting))
        self._waiting.clear()
        self._size = 0

    def pieces(self) -> Iterator[bytes]:
        """All of it, once."""
        self._write()
        self._file.seek(0)
        while piece := self._file.read(_PIECE):
            yield piece
        self._file.close()


class RankedSpool:
    """Entries on findings by severity, then confidence, then as they came: the order of every report.

    A confidence has two digits, so there are few ranks, and no sorting is needed.
    """

    def __init__(self, divider: bytes = b"") -> None:
        self._divider = divider
        self._by_rank: dict[tuple[int, int], Spool] = {}

    def add(self, finding: Finding, entry: bytes) -> None:
        self.add_at(BY_SEVERITY.index(finding.verdict), finding.confidence, entry)

    def add_at(self, severity: int, confidence: float, entry: bytes) -> None:
        rank = (severity, -round(100 * confidence))
        if rank not in self._by_rank:
            self._by_rank[rank] = Spool(self._divider)
        self._by_rank[rank].add(entry)

    def pieces(self) -> Iterator[bytes]:
        for number, rank in enumerate(sorted(self._by_rank)):
            if number:
                yield self._divider
            yield from self._by_rank[rank].pieces()
