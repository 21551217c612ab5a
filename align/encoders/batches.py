"""Texts as pieces of words, in batches that several threads read side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import numpy.typing as npt

from align.blas import one_thread

Floats = npt.NDArray[np.float32]
Pieces = Sequence[int]  # the numbers of the pieces of a text


def read_in_batches(
    texts: Sequence[Pieces], pieces: range, threads: int, read: Callable[[Sequence[Pieces]], Floats]
) -> Floats:
    """What `read` makes of batches of texts, a row for each text, each thread on one core.

    `pieces` says how many a batch has: at least so many if it is made for the sake of another thread, and at most.
    """
    lengths = [len(each) for each in texts]
    batches = _batches(lengths, _batch_size(sum(lengths), pieces, threads))
    with one_thread(), ThreadPoolExecutor(threads) as pool:  # started anew: none survives a fork
        return np.concatenate(list(pool.map(read, (texts[batch] for batch in batches))))


def _batch_size(total: int, pieces: range, threads: int) -> int:
    """So that every thread gets as much to do as the others."""
    rounds = -(-total // (pieces.stop * threads))
    return max(pieces.start, -(-total // (rounds * threads)))


def _batches(lengths: Sequence[int], size: int) -> Iterator[slice]:
    """Texts that follow each other, in batches of about `size` pieces."""
    start = pieces = 0
    for at, length in enumerate(lengths):
        if at > start and pieces + length // 2 > size:
            yield slice(start, at)
            start, pieces = at, 0
        pieces += length
    yield slice(start, len(lengths))
