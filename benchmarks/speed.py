"""How many sentences a contestant reads in a second of processor time."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.contestants import Contestant


@dataclass(frozen=True, slots=True)
class Speed:
    """Sentences a second, one figure a round."""

    contestant: str
    kinds: str
    language: str
    sentences: int
    rates: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.rates)


def in_rounds(sentences: Sequence[str], rounds: int) -> list[Sequence[str]]:
    """As many shares of the sentences as there are rounds, and one before them to warm up.

    No sentence is read twice, so that no library gains by what it keeps of an earlier round.
    """
    shares = [sentences[start :: rounds + 1] for start in range(rounds + 1)]
    if not all(shares):
        raise ValueError(f"{len(sentences)} sentences are too few for {rounds} rounds and a warm-up.")
    return shares


def measure_speed(contestant: Contestant, language: str, sentences: Sequence[str], rounds: int) -> Speed:
    """Processor time, so that other programs on the machine count as little as may be."""
    warm_up, *shares = in_rounds(sentences, rounds)
    seconds_to_read(contestant, language, warm_up)
    rates = [len(share) / seconds_to_read(contestant, language, share) for share in shares]
    return Speed(contestant.name, contestant.kinds, language, sum(map(len, shares)), tuple(rates))


def seconds_to_read(contestant: Contestant, language: str, texts: Iterable[str]) -> float:
    """The work of this thread, in which all contestants read. Where the process has a limit of processor time, Linux
    counts that of the process by the tick of its clock only, that of a thread still in full."""
    start = time.thread_time()
    for text in texts:
        contestant.read(text, language, None)
    return max(time.thread_time() - start, 1e-6)
