"""How alike an Arabic and a Latin word are as spellings of one name, by letter correspondences learned from pairs.

The table `data/letter_weights.tsv` holds log probabilities of units, each a group of up to three Latin letters with
up to two Arabic ones (`training/name_weights.py` learns it). A pair of words is scored by its best sequence of
units, set against the chance of the two words taken independently; many pairs are scored at once, in NumPy.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from importlib import resources
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Codes = NDArray[np.intp]
Groups = NDArray[np.int16]

# (Latin letters, Arabic letters) of a unit.
SHAPES = ((1, 1), (2, 1), (3, 1), (1, 0), (2, 0), (1, 2), (2, 2), (0, 1))
ALONG = (0, 1)  # the one shape that takes no Latin letter
_DOWNWARD = tuple(shape for shape in SHAPES if shape != ALONG)
LATIN = "^abcdefghijklmnopqrstuvwxyz$"  # with the boundaries of a word
FLOOR = -18.0  # log probability of a unit never seen
NO_LETTER = 1e-6  # mass of a letter never seen
IMPOSSIBLE = -1e4
MAX_LETTERS = 24  # longer words are cut: no name's identity lies in its 25th letter
PLACES = MAX_LETTERS + 2  # with the boundaries
CHUNK = 1024  # word pairs scored at once, so that the working arrays stay in the processor's cache


class _Script(NamedTuple):
    """The groups of letters that the units have on one side, numbered by size; one past the last is any other group."""

    groups: tuple[dict[str, int], ...]  # by size, from none to the most letters
    chances: Floats  # log probability of a letter by number

    def count(self, size: int) -> int:
        return len(self.groups[size]) + 1


class _Weights(NamedTuple):
    latin: _Script
    arabic: _Script
    units: dict[tuple[int, int], Floats]  # shape -> log probability by (Latin group, Arabic group), flat


class _Words(NamedTuple):
    """Words by the groups of letters that begin at each of their places."""

    groups: Groups  # (sizes, places, words)
    lengths: Codes
    chances: Floats  # log probability of each word as a row of independent letters


def likeness(latin: Sequence[str], arabic: Sequence[str], rows: Codes, columns: Codes) -> Floats:
    """How alike `latin[rows[i]]` and `arabic[columns[i]]` are, for every i; words are folded.

    The log odds of one name against two, over those of the best possible partner: about 0.6 for spellings of one
    name (5 % lie below 0.37), below 0 for strangers (1 % lie above -0.07).
    """
    asked_left, rows = np.unique(rows, return_inverse=True)  # few words of a text are asked for
    asked_right, columns = np.unique(columns, return_inverse=True)
    weights = _weights()
    left = _words([f"^{latin[at][:MAX_LETTERS]}$" for at in asked_left], weights.latin, _latin_groups)
    right = _words([arabic[at][:MAX_LETTERS] for at in asked_right], weights.arabic, _arabic_groups)
    best = np.zeros(len(rows), np.float32)
    by_length = np.lexsort((right.lengths[columns], left.lengths[rows]))  # so that one long word lengthens few others
    for at in range(0, len(rows), CHUNK):
        chunk = by_length[at : at + CHUNK]
        best[chunk] = _best_path(left, rows[chunk], right, columns[chunk], weights)
    chance_left, chance_right = left.chances[rows], right.chances[columns]
    odds = best - chance_left - chance_right
    return np.asarray(odds / np.maximum(np.maximum(-chance_left, -chance_right), 1.0), np.float32)


@functools.cache
def _weights() -> _Weights:
    text = resources.files("align").joinpath("data/letter_weights.tsv").read_text(encoding="utf-8")
    rows = [(left, right, float(weight)) for left, right, weight in (line.split("\t") for line in text.splitlines())]
    latin = _script([(left, weight) for left, _, weight in rows], LATIN)
    arabic = _script([(right, weight) for _, right, weight in rows], "")
    units = {shape: np.full((latin.count(shape[0]), arabic.count(shape[1])), FLOOR, np.float32) for shape in SHAPES}
    for left, right, weight in rows:
        place = latin.groups[len(left)][left], arabic.groups[len(right)][right]
        units[len(left), len(right)][place] = weight
    return _Weights(latin, arabic, {shape: table.ravel() for shape, table in units.items()})


def _script(weighted: Sequence[tuple[str, float]], letters: str) -> _Script:
    """The groups that units have, with all single letters of any; and how often the units have each letter."""
    masses = dict.fromkeys(sorted({*letters, *(letter for group, _ in weighted for letter in group)}), NO_LETTER)
    for group, weight in weighted:
        for letter in group:
            masses[letter] += float(np.exp(weight))
    by_size: list[list[str]] = [[""], list(masses)]
    for size in range(2, max(len(group) for group, _ in weighted) + 1):
        by_size.append(sorted({group for group, _ in weighted if len(group) == size}))
    mass = np.array([*masses.values(), NO_LETTER])
    numbered = tuple({group: number for number, group in enumerate(groups)} for groups in by_size)
    return _Script(numbered, np.asarray(np.log(mass / mass.sum()), np.float32))


def _words(words: Sequence[str], script: _Script, groups_of: Callable[[str], bytes]) -> _Words:
    sizes = len(script.groups) - 1
    by_word = np.frombuffer(b"".join(map(groups_of, words)), np.int16).reshape(len(words), sizes, PLACES)
    groups = np.ascontiguousarray(by_word.transpose(1, 2, 0))
    lengths = np.array([len(word) for word in words], np.intp)
    inside = np.arange(PLACES)[:, None] < lengths
    chances: Floats = np.where(inside, script.chances[groups[0]], np.float32(0)).sum(0, dtype=np.float32)
    return _Words(groups, lengths, chances)


@functools.lru_cache(maxsize=1 << 15)
def _latin_groups(word: str) -> bytes:
    return _group_numbers(word, _weights().latin)


@functools.lru_cache(maxsize=1 << 15)
def _arabic_groups(word: str) -> bytes:
    return _group_numbers(word, _weights().arabic)


def _group_numbers(word: str, script: _Script) -> bytes:
    """The number of the group at each place, of one letter and more: (sizes, places) in 16 bits each."""
    numbers = [
        [groups.get(word[at : at + size], len(groups)) for at in range(PLACES)]
        for size, groups in enumerate(script.groups)
        if size
    ]
    return np.array(numbers, np.int16).tobytes()


def _best_path(left: _Words, rows: Codes, right: _Words, columns: Codes, weights: _Weights) -> Floats:
    """Log probability of the best sequence of units for each pair, by dynamic programming over both words.

    Calls are many and most have few pairs, so what counts is the number of operations on arrays: all places of the
    right word are reached at once, those that a unit of no Latin letter leads to by a running maximum.
    """
    height, width = int(left.lengths[rows].max()), int(right.lengths[columns].max())
    downward = left.groups[:, :height, rows].astype(np.intp)
    across_groups = right.groups[:, :width, columns].astype(np.intp)
    units = {}
    for down, across in _DOWNWARD:
        number = downward[down - 1][:, None] * weights.arabic.count(across)
        if across:
            number = number + across_groups[across - 1][: width + 1 - across]
        units[down, across] = weights.units[down, across][number]
    along = np.zeros((width + 1, len(rows)), np.float32)
    np.cumsum(weights.units[ALONG][across_groups[0]], axis=0, out=along[1:])
    best = np.full((height + 1, width + 1, len(rows)), IMPOSSIBLE, np.float32)
    best[0] = along
    for i in range(1, height + 1):
        reached = best[i]
        for (down, across), unit in units.items():
            if i >= down:
                step = best[i - down, : width + 1 - across] + unit[i - down]
                np.maximum(reached[across:], step, out=reached[across:])
        reached -= along
        np.maximum.accumulate(reached, axis=0, out=reached)
        reached += along
    final: Floats = best[left.lengths[rows], right.lengths[columns], np.arange(len(rows))]
    return final
