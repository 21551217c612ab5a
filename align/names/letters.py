"""How alike an Arabic and a Latin word are as spellings of one name, by letter correspondences learned from pairs.

The table `data/letter_weights.tsv` holds log probabilities of units, each a group of up to three Latin letters with
up to two Arabic ones (`training/name_weights.py` learns it). A pair of words is scored by its best sequence of
units, set against the chance of the two words taken independently; many pairs are scored at once, in NumPy.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib import resources
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Codes = NDArray[np.intp]

# (Latin letters, Arabic letters) of a unit.
SHAPES = ((1, 1), (2, 1), (3, 1), (1, 0), (2, 0), (1, 2), (2, 2), (0, 1))
ALONG = (0, 1)  # the one shape that takes no Latin letter
_DOWNWARD = tuple(shape for shape in SHAPES if shape != ALONG)
LATIN = "^abcdefghijklmnopqrstuvwxyz$"  # with the boundaries of a word
FLOOR = -18.0  # log probability of a unit never seen
IMPOSSIBLE = -1e4
MAX_LETTERS = 24  # longer words are cut: no name's identity lies in its 25th letter
CHUNK = 2048  # word pairs scored at once, so that the working arrays stay in the processor's cache


class _Weights(NamedTuple):
    latin: dict[str, int]  # letter -> code
    arabic: dict[str, int]
    units: dict[tuple[int, int], Floats]  # shape -> log probability by (Latin code, Arabic code), flat
    latin_chance: Floats  # log probability of a letter by code
    arabic_chance: Floats


class _Words(NamedTuple):
    """Words as letter codes. The code one past the alphabet stands for letters outside it, and fills up the rows."""

    letters: Codes  # (letters, words)
    lengths: Codes
    chances: Floats  # log probability of each word as a row of independent letters
    base: int  # number of codes

    def groups(self, which: Codes, size: int, longest: int) -> Codes:
        """The number that `size` letters make, by the position of the first of them: (positions, words)."""
        letters = self.letters[:longest, which]
        number = np.zeros((max(0, longest + 1 - size), len(which)), np.intp)
        for at in range(size):
            number = number * self.base + letters[at : at + len(number)]
        return number


def likeness(latin: Sequence[str], arabic: Sequence[str], rows: Codes, columns: Codes) -> Floats:
    """How alike `latin[rows[i]]` and `arabic[columns[i]]` are, for every i; words are folded.

    The log odds of one name against two, over those of the best possible partner: about 0.6 for spellings of one
    name (5 % lie below 0.37), below 0 for strangers (1 % lie above -0.07).
    """
    weights = _weights()
    asked_left, rows = np.unique(rows, return_inverse=True)  # few words of a text are asked for
    asked_right, columns = np.unique(columns, return_inverse=True)
    left = _encode([f"^{latin[at][:MAX_LETTERS]}$" for at in asked_left], weights.latin, weights.latin_chance)
    right = _encode([arabic[at][:MAX_LETTERS] for at in asked_right], weights.arabic, weights.arabic_chance)
    best = np.zeros(len(rows), np.float32)
    by_length = np.lexsort((right.lengths[columns], left.lengths[rows]))  # so that one long word lengthens few others
    for at in range(0, len(rows), CHUNK):
        chunk = by_length[at : at + CHUNK]
        best[chunk] = _best_path(left, rows[chunk], right, columns[chunk], weights.units)
    chance_left, chance_right = left.chances[rows], right.chances[columns]
    odds = best - chance_left - chance_right
    return np.asarray(odds / np.maximum(np.maximum(-chance_left, -chance_right), 1.0), np.float32)


@functools.cache
def _weights() -> _Weights:
    text = resources.files("align").joinpath("data/letter_weights.tsv").read_text(encoding="utf-8")
    rows = [(left, right, float(weight)) for left, right, weight in (line.split("\t") for line in text.splitlines())]
    latin = {letter: code for code, letter in enumerate(LATIN)}
    arabic = {letter: code for code, letter in enumerate(sorted({letter for _, group, _ in rows for letter in group}))}
    high, wide = len(latin) + 1, len(arabic) + 1
    units = {shape: np.full(high ** shape[0] * wide ** shape[1], FLOOR, np.float32) for shape in SHAPES}
    masses = np.full(high, 1e-6), np.full(wide, 1e-6)
    for left, right, weight in rows:
        at = _number([latin[letter] for letter in left], high) * wide ** len(right)
        units[len(left), len(right)][at + _number([arabic[letter] for letter in right], wide)] = weight
        for letter in left:
            masses[0][latin[letter]] += np.exp(weight)
        for letter in right:
            masses[1][arabic[letter]] += np.exp(weight)
    chances = [np.asarray(np.log(mass / mass.sum()), np.float32) for mass in masses]
    return _Weights(latin, arabic, units, chances[0], chances[1])


def _number(codes: Sequence[int], base: int) -> int:
    return functools.reduce(lambda number, code: number * base + code, codes, 0)


def _encode(words: Sequence[str], codes: dict[str, int], chances: Floats) -> _Words:
    lengths = np.array([len(word) for word in words], np.intp)
    letters = np.full((int(lengths.max(initial=1)), len(words)), len(codes), np.intp)
    for column, word in enumerate(words):
        letters[: len(word), column] = [codes.get(letter, len(codes)) for letter in word]
    inside = np.arange(len(letters))[:, None] < lengths
    by_word: Floats = np.where(inside, chances[letters], np.float32(0)).sum(0, dtype=np.float32)
    return _Words(letters, lengths, by_word, len(codes) + 1)


def _best_path(
    left: _Words, rows: Codes, right: _Words, columns: Codes, units: dict[tuple[int, int], Floats]
) -> Floats:
    """Log probability of the best sequence of units for each pair, by dynamic programming over both words.

    All places of the right word are reached at once but for the unit that moves along it alone.
    """
    height, width = int(left.lengths[rows].max()), int(right.lengths[columns].max())
    best = np.full((height + 1, width + 1, len(rows)), IMPOSSIBLE, np.float32)
    best[0, 0] = 0.0
    groups_left = {size: left.groups(rows, size, height) for size in {down for down, _ in SHAPES}}
    groups_right = {size: right.groups(columns, size, width) for size in {across for _, across in SHAPES}}
    along = units[ALONG][groups_right[1]]
    for i in range(height + 1):
        for down, across in _DOWNWARD:
            if i >= down and width >= across:
                unit = groups_left[down][i - down] * right.base**across + groups_right[across]
                reached = best[i - down, : width + 1 - across] + units[down, across][unit]
                np.maximum(best[i, across:], reached, out=best[i, across:])
        for j in range(width):
            np.maximum(best[i, j + 1], best[i, j] + along[j], out=best[i, j + 1])
    final: Floats = best[left.lengths[rows], right.lengths[columns], np.arange(len(rows))]
    return final
