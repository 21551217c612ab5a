"""Fit the weights of `align.counterparts.propose`.

    python training/fit_counterparts.py PARALLEL CORPORA [FOREIGN]

PARALLEL holds line-parallel news texts, STEM.en.txt beside STEM.ar.txt (the shipped weights: NTREX-128, CC BY-SA 4.0),
CORPORA a corpus folder, and FOREIGN, if given, a gzipped file of sentences of other texts, of which documents without
a counterpart are made. Sets of many sizes are drawn, in which a third of the documents have no counterpart, with
whole documents and with excerpts of a few lines. Needs scikit-learn. Prints precision and recall of the assignment
at several thresholds, by folds of documents, the calibration of the score, and then the weights.
"""

from __future__ import annotations

import gzip
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from align.counterparts import Sketch, sketch
from align.counterparts.likeness import FEATURES, Likeness, measure
from align.counterparts.propose import WEIGHTS, assigned
from align.model import Document
from align.pipeline import analyse
from align.read import read_document

SIZES = (2, 4, 8, 16, 32, 66)  # documents on the left of a set
ROUNDS = 6
WITHOUT = 1 / 3  # of the documents of a set, how many have no counterpart in it
EXCERPT = range(3, 7)  # lines
THRESHOLDS = (0.3, 0.5, 0.7, 0.9)


class Twin(NamedTuple):
    """A document in both languages, and an excerpt of each; the excerpts overlap in part at most."""

    stem: str
    whole: tuple[Sketch, Sketch]
    excerpts: tuple[Sketch, Sketch]


class Set(NamedTuple):
    """Candidates of one set, with labels; `links` is how many documents have a counterpart in it."""

    setting: str
    likeness: Likeness
    labels: np.ndarray
    stems: list[str]
    links: int


def news(folder: Path) -> Iterator[Twin]:
    rng = random.Random(0)
    for path in sorted(folder.glob("*.en.txt")):
        stem = path.name.removesuffix(".en.txt")
        sides = [(folder / f"{stem}.{code}.txt").read_text("utf-8").splitlines() for code in ("en", "ar")]
        excerpts = [_excerpt(lines, rng) for lines in sides]
        yield Twin(stem, _both(stem, sides), _both(stem, excerpts))


def topics(folder: Path) -> Iterator[Twin]:
    rng = random.Random(1)
    for path in sorted((folder / "en").glob("*.txt")):
        sides = [read_document(folder / code / path.name).text.splitlines() for code in ("en", "ar")]
        sides = [[line for line in lines if line.strip()] for lines in sides]
        yield Twin(path.stem, _both(path.stem, sides), _both(path.stem, [_excerpt(lines, rng) for lines in sides]))


def foreign(path: Path, number: int = 100) -> list[Sketch]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        lines = [line.strip() for line, _ in zip(file, range(number * 12), strict=False)]
    random.Random(2).shuffle(lines)
    return [_sketch("foreign", "ar", lines[at : at + 12]) for at in range(0, len(lines), 12)]


def _excerpt(lines: Sequence[str], rng: random.Random) -> Sequence[str]:
    count = rng.choice(EXCERPT)
    start = rng.randrange(max(1, len(lines) - count))
    return lines[start : start + count]


def _both(stem: str, sides: Sequence[Sequence[str]]) -> tuple[Sketch, Sketch]:
    left, right = (_sketch(stem, code, lines) for code, lines in zip(("en", "ar"), sides, strict=True))
    return left, right


def _sketch(stem: str, code: str, lines: Sequence[str]) -> Sketch:
    return sketch(analyse(Document(stem, code, "\n".join(lines))), "use")


def sets(setting: str, twins: Sequence[Twin], others: Sequence[Sketch], seed: int) -> Iterator[Set]:
    rng = random.Random(seed)
    for size in SIZES:
        if size > len(twins):
            continue
        for _ in range(max(1, ROUNDS * 8 // size)):
            chosen = rng.sample(list(twins), size)
            left = [(t.stem, (t.excerpts if setting == "excerpts" else t.whole)[0]) for t in chosen]
            right = [(t.stem, t.whole[1]) for t in chosen if rng.random() > WITHOUT]
            rest = [t for t in twins if t not in chosen]
            right += [(t.stem, t.whole[1]) for t in rng.sample(rest, min(len(rest), size - len(right)))]
            right += [("", each) for each in rng.sample(list(others), min(len(others), size // 4))]
            if setting == "excerpts":  # of either side, so that a whole is held against an excerpt too
                of = {t.stem: t.excerpts[1] for t in twins}
                right = [(stem, of[stem] if stem and rng.random() < 0.5 else each) for stem, each in right]
            if not right:
                continue
            rng.shuffle(right)
            likeness = measure([each for _, each in left], [each for _, each in right])
            pairs = zip(likeness.rows, likeness.columns, strict=True)
            labels = np.array([left[row][0] == right[column][0] for row, column in pairs])
            links = len({stem for stem, _ in left} & {stem for stem, _ in right})
            yield Set(setting, likeness, labels, [left[row][0] for row in likeness.rows], links)


def main() -> None:
    parallel, corpora = list(news(Path(sys.argv[1]))), list(topics(Path(sys.argv[2])))
    others = foreign(Path(sys.argv[3])) if len(sys.argv) > 3 else []
    data = [
        *sets("news", parallel, others, 1),
        *sets("excerpts", [*parallel, *corpora], others, 2),
        *sets("corpora", corpora, others, 3),
        *sets("mixed", [*parallel, *corpora], others, 4),
    ]
    x = np.concatenate([each.likeness.features for each in data])
    y = np.concatenate([each.labels for each in data])
    stems = [stem for each in data for stem in each.stems]
    names = sorted(set(stems))
    folds = np.array([names.index(stem) for stem in stems])
    weight = np.concatenate([np.full(len(each.labels), 1 / len(each.labels)) for each in data])
    weight *= len(weight) / weight.sum()
    sure = np.zeros(len(y))
    for train, test in GroupKFold(8).split(x, y, folds):
        sure[test] = _fit(x[train], y[train], weight[train]).predict_proba(x[test])[:, 1]
    _report(data, sure)
    for low in np.arange(0, 1, 0.1):
        held = (sure >= low) & (sure < low + 0.1)
        right = y[held].mean() if held.any() else 0.0
        print(f"score {low:.1f}-{low + 0.1:.1f}: {held.sum():6} candidates, {right:.2f} right")
    model = _fit(x, y, weight)
    print({"bias": round(float(model.intercept_[0]), 2)}, end=" ")
    print({name: round(float(value), 2) for name, value in zip(FEATURES, model.coef_[0], strict=True)})
    print("shipped:", WEIGHTS)


def _fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=10.0, max_iter=2000).fit(x, y, weight)


def _report(data: Sequence[Set], sure: np.ndarray) -> None:
    for threshold in THRESHOLDS:
        hits, given, links = defaultdict[str, int](int), defaultdict[str, int](int), defaultdict[str, int](int)
        at = 0
        for each in data:
            scores = sure[at : at + len(each.labels)]
            at += len(each.labels)
            chosen = np.flatnonzero(scores >= threshold)
            chosen = chosen[assigned(each.likeness, scores, chosen)]
            hits[each.setting] += int(each.labels[chosen].sum())
            given[each.setting] += len(chosen)
            links[each.setting] += each.links
        for setting in links:
            precision, recall = hits[setting] / max(1, given[setting]), hits[setting] / links[setting]
            told = f"precision {precision:.3f}, recall {recall:.3f} of {links[setting]}"
            print(f"{setting:9} threshold {threshold}: {told}")


if __name__ == "__main__":
    main()
