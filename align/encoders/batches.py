"""Texts as pieces of words, in batches that several threads read side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import numpy.typing as npt

from align.blas import one_thread

Floats = npt.NDArray[np.float32]
Pieces = Sequence[int]  # the numbers of the pieces of a text

FEWEST_PIECES = 128  # in a batch that is read for the sake of another thread


def read_in_batches(
    texts: Sequence[Pieces], most: int, threads: int, read: Callable[[Sequence[Pieces]], Floats]
) -> Floats:
    """What `read` makes of batches of about `most` pieces or fewer, a row for each text, each thread on one core."""
    lengths = [len(pieces) for pieces in texts]
    batches = _batches(lengths, _batch_size(sum(lengths), most, threads))
    with one_thread(), ThreadPoolExecutor(threads) as pool:  # started anew: none survives a fork
        return np.concatenate(list(pool.map(read, (texts[batch] for batch in batches))))


def _batch_size(pieces: int, most: int, threads: int) -> int:
    """So that every thread gets as much to do as the others."""
    rounds = -(-pieces // (most * threads))
    return max(FEWEST_PIECES, -(-pieces // (rounds * threads)))


def _batches(lengths: Sequence[int], size: int) -> Iterator[slice]:
    """Texts that follow each other, in batches of about `size` pieces."""
    start = pieces = 0
    for at, length in enumerate(lengths):
        if at > start and pieces + length // 2 > size:
            yield slice(start, at)
            start, pieces = at, 0
        pieces += length
    yield slice(start, len(lengths))
