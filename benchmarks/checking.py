"""What a checker flags in true translations, and which changed values it finds."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import regex

from benchmarks.checkers import Checker, touches
from benchmarks.parallel import ParallelText
from benchmarks.planting import KINDS, plant

_DIGIT = regex.compile(r"\p{Nd}")


@dataclass(frozen=True, slots=True)
class Checking:
    """The figures of one tool by one of its flags, with the right side in one kind of digits.

    `clean` lines have a digit and `clean_flagged` of them are flagged as they are; `unchanged` lines stand unchanged
    among changed ones, and `stray` of them are flagged. `found` has the kinds only that the tool sets out to check.
    """

    tool: str
    verdict: str
    digits: str
    clean: int
    clean_flagged: int
    planted: dict[str, int]
    found: dict[str, int]
    unchanged: int
    stray: int
    seconds: float  # of work, for the true and the changed texts together


def check(checker: Checker, texts: Iterable[ParallelText], digits: str, share: float) -> list[Checking]:
    """One line of figures for each kind of flag that the tool has."""
    clean = unchanged = 0
    planted = Counter[str](dict.fromkeys(KINDS, 0))
    clean_flagged, stray, found = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    verdicts: dict[str, None] = {}
    start = time.process_time()
    for text in texts:
        with_digit = {at for at, line in enumerate(text.left) if _DIGIT.search(line)}
        changed, changes = plant(text, share, text.stem)
        planted.update(change.kind for change in changes)
        clean += len(with_digit)
        unchanged += len(text.left) - len(changes)
        for verdict, flags in checker.check(text).items():
            verdicts.setdefault(verdict)
            clean_flagged[verdict] += len(with_digit & flags.keys())
        for verdict, flags in checker.check(changed).items():
            stray[verdict] += len(flags.keys() - {change.line for change in changes})
            for change in changes:
                found[verdict, change.kind] += touches(flags.get(change.line, ()), change.start, change.end)
    seconds = time.process_time() - start
    kinds = [kind for kind in KINDS if kind in checker.kinds]
    return [
        Checking(
            checker.name,
            verdict,
            digits,
            clean,
            clean_flagged[verdict],
            dict(planted),
            {kind: found[verdict, kind] for kind in kinds},
            unchanged,
            stray[verdict],
            seconds,
        )
        for verdict in verdicts
    ]
