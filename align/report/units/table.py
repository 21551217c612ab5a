"""Findings and problems of a checked file as CSV: the columns of every comparison, then the file's own."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from align.model import Comparison, Problem
from align.report.order import BY_SEVERITY, ranked
from align.report.problems import problem_parts
from align.report.reasons import plain_reason
from align.report.tabular import BYTE_ORDER_MARK, COLUMNS, finding_rows, harmless
from align.report.units.origin import Origin
from align.report.units.spool import RankedSpool
from align.wording import DEFAULT_INTERFACE, Interface

UNIT_COLUMNS = (*COLUMNS, "file", "line")
_OFFSETS = {"left": ("left_start", "left_end"), "right": ("right_start", "right_end")}


class CsvWriter:
    """Ranked rows; a problem of a unit has its rule for a verdict and stands after what is missing."""

    def __init__(self, interface: Interface, fails: frozenset[str]) -> None:
        self._interface = interface
        self._rows = RankedSpool()
        self._bases = {"left": 0, "right": 0}

    def begin(self, origin: Origin) -> None:
        self._origin = origin

    def add(self, part: Comparison) -> None:
        lines = {pair.id: pair.line for pair in part.pairs}
        for finding, cells in zip(ranked(part.findings), finding_rows(part, self._interface), strict=True):
            row = dict(zip(COLUMNS, cells, strict=True))
            for side, columns in _OFFSETS.items():
                row |= {name: str(int(row[name]) + self._bases[side]) for name in columns if row[name]}
            row |= {"file": self._origin.name, "line": str(lines[finding.pair])}
            self._rows.add(finding, _line([row[name] for name in UNIT_COLUMNS]))
        for problem in part.problems:
            told = {"verdict": problem.rule or "", "reason": self._said(problem), "pair": problem.unit}
            told |= {"file": self._origin.name, "line": str(problem.line)}
            row_of_problem = _line([told.get(name, "") for name in UNIT_COLUMNS])
            self._rows.add_at(BY_SEVERITY.index("compatible"), 1.0, row_of_problem)
        for side, analysis in (("left", part.left), ("right", part.right)):
            self._bases[side] += len(analysis.document.text) + 1

    def _said(self, problem: Problem) -> str:
        if self._interface is DEFAULT_INTERFACE:
            return problem.message
        return plain_reason(problem_parts(problem, self._interface), self._interface)

    def end(self, problems: Sequence[Problem]) -> None:
        """What was not read of the file is no row of a table; the command tells it on standard error."""

    def finish(self) -> Iterator[bytes]:
        yield BYTE_ORDER_MARK.encode("utf-8") + _line(UNIT_COLUMNS)
        yield from self._rows.pieces()


def _line(cells: Sequence[str]) -> bytes:
    output = io.StringIO()
    csv.writer(output).writerow([harmless(cell) for cell in cells])
    return output.getvalue().encode("utf-8", "replace")
