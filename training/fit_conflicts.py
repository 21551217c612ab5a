"""Fit the weights of `align.comparison.confidence.WEIGHTS`.

    python training/fit_conflicts.py PARALLEL CORPORA...

PARALLEL holds line-parallel news texts, STEM.en.txt beside STEM.ar.txt (the shipped weights: NTREX-128, CC BY-SA 4.0).
Each is compared as it is, and ROUNDS times with one digit or month changed in every line that has one, in order and
shuffled with lines dropped. CORPORA are corpus folders with gold. Every two values that exclude each other make one
sample: real where the change or the gold says so. Needs scikit-learn. Prints precision and recall by folds of
documents, and the weights.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fit_pairing import shuffled
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from align.comparison import Claims, Surroundings, add_claim_pairs, hold_all
from align.comparison.confidence import WEIGHTS, features
from align.evaluate import load_gold
from align.model import Document, Mention, Span
from align.names.shared import SharedNames
from align.pairing import pair_passages
from align.pipeline import analyse

# Values in which the published translations themselves err; found by reading what was flagged.
REAL_ERRORS = (("1,127", "1197"), ("2.25 billion", "25,2"), ("Five weeks", "خمسة"), ("25th", "الخامس"))
# Retellings are what align is for, and there are few of them.
SAMPLE_WEIGHTS = {"in order": 1.0, "shuffled": 2.0, "corpus": 5.0}
ROUNDS = 3
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class Line(NamedTuple):
    """A line of a text, and where in it something was changed; nowhere if `start` and `end` are one."""

    text: str
    start: int
    end: int


class Sample(NamedTuple):
    """Two values that exclude each other, and whether they were meant to be one."""

    setting: str
    topic: str
    features: list[float]
    real: bool


def samples(parallel: Path, corpora: Sequence[Path]) -> Iterator[Sample]:
    stems = sorted(path.name.removesuffix(".en.txt") for path in parallel.glob("*.en.txt"))
    for position, stem in enumerate(stems):
        rng = random.Random(stem)
        left, right = _lines(parallel, stem, "en"), _lines(parallel, stem, "ar")
        foreign = _lines(parallel, stems[position - 1], "ar")
        unchanged = [Line(line, 0, 0) for line in left]
        for lines in (unchanged, *([_change(line, rng) for line in left] for _ in range(ROUNDS))):
            yield from _compare("in order", stem, lines, right)
            kept_left, mixed, _ = shuffled(lines, right, foreign, rng)
            yield from _compare("shuffled", stem, kept_left, mixed)
    for path in (path for folder in corpora for path in sorted((folder / "gold").glob("*.json"))):
        gold = load_gold(path)
        for setting, left_mention, right_mention, found in _conflicts("corpus", gold.left, gold.right):
            real = any(
                entry.verdict == "conflict"
                and _overlap(left_mention, entry.left)
                and _overlap(right_mention, entry.right)
                for entry in gold.expected
            )
            yield Sample(setting, path.stem, found, real)


def _lines(folder: Path, stem: str, side: str) -> list[str]:
    return (folder / f"{stem}.{side}.txt").read_text("utf-8").splitlines()


def _change(line: str, rng: random.Random) -> Line:
    """The line with one figure's first digit or one month changed, or as it is."""
    spots = [(m.start(), m.end()) for m in re.finditer(r"(?<![\w.,/:-])\d[\d,]*(?:\.\d+)?(?![\w/:-])", line)]
    spots += [(m.start(), m.end()) for m in re.finditer(rf"\b(?:{'|'.join(MONTHS)})\b", line)]
    if not spots:
        return Line(line, 0, 0)
    start, end = rng.choice(spots)
    old = line[start:end]
    if old in MONTHS:
        new = rng.choice([month for month in MONTHS if month != old])
    else:
        new = rng.choice([digit for digit in "123456789" if digit != old[0]]) + old[1:]
    return Line(line[:start] + new + line[end:], start, start + len(new))


def _compare(setting: str, stem: str, left: Sequence[Line], right: Sequence[str]) -> Iterator[Sample]:
    texts = [line.text for line in left]
    offsets = list(_starts(texts))
    changed = [Span(at + line.start, at + line.end) for line, at in zip(left, offsets, strict=True)]
    for _, a, b, found in _conflicts(setting, _document(stem, "en", texts), _document(stem, "ar", right)):
        known = any(x in a.text and y in b.text for x, y in REAL_ERRORS)
        yield Sample(setting, stem, found, known or any(_overlap(a, span) for span in changed))


def _document(stem: str, code: str, lines: Sequence[str]) -> Document:
    return Document(f"{stem}.{code}", code, "\n".join(lines))


def _starts(lines: Sequence[str]) -> Iterator[int]:
    at = 0
    for line in lines:
        yield at
        at += len(line) + 1


def _conflicts(setting: str, left: Document, right: Document) -> Iterator[tuple[str, Mention, Mention, list[float]]]:
    a, b = analyse(left), analyse(right)
    names = SharedNames(a, b)
    surroundings = Surroundings(a, b, names, (Claims(a), Claims(b)))
    pairs = add_claim_pairs(*pair_passages(a, b, names), surroundings)
    for held in hold_all(a, b, pairs, surroundings):
        if held.conflicts and not held.setting.is_total:
            found = features(held.match, held.setting)
            yield setting, held.match.left, held.match.right, [found[name] for name in WEIGHTS]


def _overlap(a: Mention, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def main() -> None:
    data = list(samples(Path(sys.argv[1]), [Path(folder) for folder in sys.argv[2:]]))
    x = np.array([sample.features for sample in data])
    y = np.array([sample.real for sample in data])
    settings = np.array([sample.setting for sample in data])
    weights = np.array([SAMPLE_WEIGHTS[sample.setting] for sample in data])
    topics = sorted({sample.topic for sample in data})
    folds = np.array([topics.index(sample.topic) for sample in data])
    sure = np.zeros(len(data))
    for train, test in GroupKFold(8).split(x, y, folds):
        model = LogisticRegression(max_iter=1000, fit_intercept=False).fit(x[train], y[train], weights[train])
        sure[test] = model.predict_proba(x[test])[:, 1]
    for setting in SAMPLE_WEIGHTS:
        for floor in (0.5, 0.6, 0.7, 0.8, 0.9):
            given, real = (settings == setting) & (sure >= floor), (settings == setting) & y
            hits = (given & y).sum()
            print(f"{setting:9} floor {floor}: precision {hits}/{given.sum()}, recall {hits}/{real.sum()}")
    model = LogisticRegression(max_iter=1000, fit_intercept=False).fit(x, y, weights)
    print({name: round(float(value), 2) for name, value in zip(WEIGHTS, model.coef_[0], strict=True)})


if __name__ == "__main__":
    main()
