"""Tools that say in which lines of two texts a value is wrong, each called as its documentation says."""

from __future__ import annotations

import bisect
import importlib
import importlib.metadata
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from align import compare
from align.model import Finding
from benchmarks.parallel import ParallelText

Span = tuple[int, int]
Flags = dict[int, list[Span]]  # left line -> what in it is wrong; the whole line where the tool does not say
VALUES = frozenset({"number", "year", "month"})


@dataclass(frozen=True, slots=True)
class Checker:
    """A tool. `kinds` is what it sets out to check, `aligned` whether it must be told which lines belong together."""

    name: str
    version: str
    kinds: frozenset[str]
    aligned: bool
    check: Callable[[ParallelText], dict[str, Flags]]  # by what the tool calls it


def load_checkers() -> tuple[list[Checker], list[str]]:
    """The tools that are installed, align first, and the distributions that are not."""
    found = [Checker("align", importlib.metadata.version("align-sources"), VALUES | {"name"}, False, check_by_align)]
    try:
        version = importlib.metadata.version("translate-toolkit")
    except ModuleNotFoundError:
        return found, ["translate-toolkit"]
    return [*found, Checker("translate-toolkit", version, VALUES, True, check_by_toolkit())], []


def check_by_align(text: ParallelText) -> dict[str, Flags]:
    """Conflicts, and beside them the values that one side lacks. align is not told which lines belong together."""
    starts = [0, *accumulate(len(line) + 1 for line in text.left)]
    flags: dict[str, Flags] = {"conflict": defaultdict(list), "conflict or missing": defaultdict(list)}
    for finding in compare(*text.documents()).findings:
        for name in _names(finding):
            assert finding.left is not None
            line = bisect.bisect_right(starts, finding.left.start) - 1
            flags[name][line].append((finding.left.start - starts[line], finding.left.end - starts[line]))
    return flags


def _names(finding: Finding) -> Iterator[str]:
    if finding.left is not None and finding.verdict in ("conflict", "only-left"):
        yield "conflict or missing"
        if finding.verdict == "conflict":
            yield "conflict"


def check_by_toolkit() -> Callable[[ParallelText], dict[str, Flags]]:
    """The check `numbers` of the Translate Toolkit, as `pofilter --test=numbers --language=ar` runs it."""
    checks = importlib.import_module("translate.filters.checks")
    base = importlib.import_module("translate.storage.base")
    checker = checks.StandardChecker(checks.CheckerConfig(targetlanguage="ar"), limitfilters=["numbers"])

    def check(text: ParallelText) -> dict[str, Flags]:
        flags: Flags = {}
        for at, (left, right) in enumerate(zip(text.left, text.right, strict=True)):
            unit = base.TranslationUnit(left)
            unit.target = right
            if "numbers" in checker.run_filters(unit):
                flags[at] = [(0, len(left))]
        return {"different numbers": flags}

    return check


def touches(spans: Sequence[Span], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in spans)
