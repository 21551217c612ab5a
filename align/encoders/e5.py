"""The network of multilingual-e5-small (Wang et al., 2024), a BERT, run over the pieces of many texts at once.

The package that ships the weights multiplies them as they are stored, in four bits. As products of floats over a batch
they take less than half the time, no threads outlive a call, and a process that was forked can go on.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np

from align.encoders.batches import Floats, Pieces, read_in_batches
from align.encoders.e5_file import E5
from align.encoders.e5_pieces import E5Pieces

PREFIX = "query: "  # the model's own advice for both sides of a symmetric task
PIECES = range(32, 512)  # in a batch: their inner states stay in the processor's cache
_GELU = np.float32(np.sqrt(2 / np.pi)), np.float32(0.044715)


class _Layer(NamedTuple):
    """Weights with inputs in rows, biases, and the gain and bias of each normalisation."""

    attention: tuple[Floats, Floats]  # queries, keys and values side by side
    output: tuple[Floats, Floats]
    output_norm: tuple[Floats, Floats]
    feed: tuple[Floats, Floats]
    back: tuple[Floats, Floats]
    back_norm: tuple[Floats, Floats]


class E5Network:
    """The network with the weights of the file. Batches are read by `threads` threads, each on one core."""

    def __init__(self, model: E5, threads: int) -> None:
        self._pieces = E5Pieces(model)
        self._model = model._replace(pieces=[])  # the tokenizer has its own
        self._heads, self._epsilon = model.sizes["heads"], float(model.sizes["epsilon"])
        self._layers = [_layer(model, number) for number in range(model.sizes["layers"])]
        self._threads = threads

    def encode(self, texts: Sequence[str]) -> Floats:
        """Unit vectors, shape (len(texts), units)."""
        pieces = self._pieces.encode([PREFIX + text for text in texts])
        return read_in_batches(pieces, PIECES, self._threads, self._batch)

    def _batch(self, texts: Sequence[Pieces]) -> Floats:
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        ends = np.cumsum(lengths)
        starts = ends - lengths
        x = self._first(texts, lengths)
        for layer in self._layers:
            x += _linear(self._attend(_linear(x, layer.attention), [0, *ends.tolist()]), layer.output)
            self._normalise(x, layer.output_norm)
            x += _linear(_gelu(_linear(x, layer.feed)), layer.back)
            self._normalise(x, layer.back_norm)
        means = np.add.reduceat(x, starts) / lengths[:, None]
        return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True), dtype=np.float32)

    def _first(self, texts: Sequence[Pieces], lengths: np.ndarray) -> Floats:
        """The input vectors of all pieces, shape (pieces, units)."""
        flat = np.fromiter(chain.from_iterable(texts), np.int64, lengths.sum())
        distinct, at = np.unique(flat, return_inverse=True)
        x = self._model.words(distinct)[at]
        x += np.concatenate([self._model.positions[:length] for length in lengths])
        x += self._model.types[0]
        self._normalise(x, _pair(self._model, "emb.ln"))
        return x

    def _attend(self, x: Floats, bounds: Sequence[int]) -> Floats:
        """What the pieces of each text take from each other; a text stands between two neighbours in `bounds`."""
        units = x.shape[1] // 3
        taken = np.empty((len(x), units), np.float32)
        for start, end in pairwise(bounds):
            size = end - start
            queries, keys, values = x[start:end].reshape(size, 3, self._heads, -1).transpose(1, 2, 0, 3)
            shares = queries @ keys.transpose(0, 2, 1)
            shares -= shares.max(2, keepdims=True)
            np.exp(shares, out=shares)
            shares /= shares.sum(2, keepdims=True)
            taken[start:end] = (shares @ values).transpose(1, 0, 2).reshape(size, units)
        return taken

    def _normalise(self, x: Floats, norm: tuple[Floats, Floats]) -> None:
        """Each row to a mean of 0 and a variance of 1, in place, then the gain and the bias of each column."""
        gain, bias = norm
        x -= x.mean(1, keepdims=True)
        variance = np.einsum("nd,nd->n", x, x)[:, None] / np.float32(x.shape[1])
        x /= np.sqrt(variance + np.float32(self._epsilon))
        x *= gain
        x += bias


def _layer(model: E5, number: int) -> _Layer:
    name = f"l{number}"
    query, key, value = ((model.weights(f"{name}.{part}.w"), model.weights(f"{name}.{part}.b")) for part in "qkv")
    scale = np.float32(np.sqrt(model.sizes["heads"] / model.sizes["hidden"]))  # 1 / root of the units of a head
    weights = np.concatenate([query[0] * scale, key[0], value[0]])
    biases = np.concatenate([query[1] * scale, key[1], value[1]])
    return _Layer(
        (np.ascontiguousarray(weights.T), biases),
        _matrix(model, f"{name}.ao"),
        _pair(model, f"{name}.aln"),
        _matrix(model, f"{name}.fi"),
        _matrix(model, f"{name}.fo"),
        _pair(model, f"{name}.oln"),
    )


def _matrix(model: E5, name: str) -> tuple[Floats, Floats]:
    weights, bias = _pair(model, name)
    return np.ascontiguousarray(weights.T), bias


def _pair(model: E5, name: str) -> tuple[Floats, Floats]:
    return model.weights(f"{name}.w"), model.weights(f"{name}.b")


def _linear(x: Floats, weights: tuple[Floats, Floats]) -> Floats:
    matrix, bias = weights
    out: Floats = x @ matrix
    out += bias
    return out


def _gelu(x: Floats) -> Floats:
    """The Gaussian error linear unit by its tanh form (Hendrycks and Gimpel, 2016), a seventh of the time of erf."""
    root, cubic = _GELU
    inner = x * x
    inner *= cubic
    inner += 1
    inner *= x
    inner *= root
    np.tanh(inner, out=inner)
    inner += 1
    inner *= x
    inner *= np.float32(0.5)
    return inner
