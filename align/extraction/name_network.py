"""A network that finds names, in NumPy: what it takes to run it, without the library that trained it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
EPSILON = 1e-5  # of the normalisation
MOST_PIECES = 6  # of one word
BLOCK = 512  # words read at once: what they take stays in the processor's cache


class Network:
    """Tables of features, windows of three words with maxout and residual connections, and scores of tags."""

    def __init__(self, weights: dict[str, Floats]) -> None:
        self.weights = weights
        self.columns = sum(name.startswith("tables.") for name in weights)
        self.depth = sum(name.startswith("windows.") and name.endswith("linear.weight") for name in weights)
        self.sizes = [len(weights[f"tables.{at}.weight"]) for at in range(self.columns)]

    @classmethod
    def load(cls, path: Path) -> Network:
        """Read weights, which are stored as 16-bit floats."""
        with np.load(path) as stored:
            return cls({name: stored[name].astype(np.float32) for name in stored.files})

    def save(self, path: Path) -> None:
        """Write weights as 16-bit floats, which halves the file and changes no score by more than a thousandth."""
        halves: dict[str, Any] = {name: value.astype(np.float16) for name, value in self.weights.items()}
        np.savez_compressed(path, **halves)

    def scores(self, rows: NDArray[np.int32], pieces: NDArray[np.int32], gaps: Sequence[int]) -> Floats:
        """The scores of the tags of each word.

        `rows` has for each word and column two rows of the column's table, `pieces` the word's pieces, filled up with
        the last one. The words of several texts may follow each other, with a gap of one word between. They are read
        in blocks that overlap by what the windows see, so that memory does not grow with the length of a text.
        """
        size = len(rows)
        between = np.zeros(size, np.bool_)
        between[list(gaps)] = True
        found = []
        for start in range(0, size, BLOCK):
            first, last = max(0, start - self.depth), min(size, start + BLOCK + self.depth)
            block = self._block(rows[first:last], pieces[first:last], between[first:last])
            found.append(block[start - first : min(size, start + BLOCK) - first])
        return np.concatenate(found)

    def _block(self, rows: NDArray[np.int32], pieces: NDArray[np.int32], gaps: NDArray[np.bool_]) -> Floats:
        weights = self.weights
        parts = [weights[f"tables.{at}.weight"][rows[:, at]].sum(1) for at in range(self.columns)]
        parts.append(self._pieces(pieces))
        values = self._maxout("mix", np.concatenate(parts, 1))
        values[gaps] = 0
        for at in range(self.depth):
            seen = np.zeros((len(values), 3 * values.shape[1]), np.float32)
            seen[1:, : values.shape[1]] = values[:-1]
            seen[:, values.shape[1] : -values.shape[1]] = values
            seen[:-1, -values.shape[1] :] = values[1:]
            values += self._maxout(f"windows.{at}", seen)
            values[gaps] = 0
        scores: Floats = values @ weights["tags.weight"].T + weights["tags.bias"]
        return scores

    def _pieces(self, pieces: NDArray[np.int32]) -> Floats:
        """The mean of the vectors of a word's pieces."""
        table = self.weights["pieces.weight"]
        count = (pieces != len(table) - 1).sum(1, keepdims=True)
        mean: Floats = table[pieces].sum(1) / np.maximum(count, 1).astype(np.float32)
        return mean

    def _maxout(self, layer: str, values: Floats) -> Floats:
        weights = self.weights
        gain, shift = weights[f"{layer}.norm.weight"], weights[f"{layer}.norm.bias"]
        out: Floats = values @ weights[f"{layer}.linear.weight"].T
        out += weights[f"{layer}.linear.bias"]
        width = len(gain)
        largest = out[:, :width].copy()
        for start in range(width, out.shape[1], width):  # quicker than a maximum over an axis in the middle
            np.maximum(largest, out[:, start : start + width], out=largest)
        largest -= largest.mean(1, keepdims=True)
        largest /= np.sqrt((largest**2).mean(1, keepdims=True) + EPSILON)
        largest *= gain
        largest += shift
        return largest
