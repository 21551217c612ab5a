"""How well an aligner finds the lines that say the same."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.aligners import Aligner
from benchmarks.parallel import Links, ParallelText


@dataclass(frozen=True, slots=True)
class Linking:
    """Links over all texts: how many were to be found, were given, and were right."""

    tool: str
    setting: str
    gold: int
    given: int
    right: int
    seconds: float  # of work

    @property
    def precision(self) -> float:
        return 100 * self.right / max(1, self.given)

    @property
    def recall(self) -> float:
        return 100 * self.right / max(1, self.gold)

    @property
    def f1(self) -> float:
        return 200 * self.right / max(1, self.gold + self.given)


def measure_links(aligner: Aligner, setting: str, texts: Iterable[ParallelText]) -> Linking:
    """The aligner's figures; of one that answers by several thresholds, those of the best one for these texts."""
    start = time.process_time()
    answers = [(text.links, aligner.links(text)) for text in texts]
    seconds = time.process_time() - start
    choices = max((len(found) for _, found in answers), default=0)
    scored = [
        _scored(aligner.name, setting, [(gold, found[at]) for gold, found in answers], seconds) for at in range(choices)
    ]
    return max(scored, key=lambda linking: linking.f1)


def _scored(tool: str, setting: str, answers: Sequence[tuple[Links, Links]], seconds: float) -> Linking:
    gold, given, right = (
        sum(map(len, sets)) for sets in ((g for g, _ in answers), (f for _, f in answers), (g & f for g, f in answers))
    )
    return Linking(tool, setting, gold, given, right, seconds)
