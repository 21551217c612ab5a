"""Fit `WEIGHTS` and `CLAUSE_WEIGHTS` of `align.pairing.similarity`.

    python training/fit_pairing.py PARALLEL CORPORA

PARALLEL holds line-parallel news texts, STEM.en.txt beside STEM.ar.txt (the shipped weights: NTREX-128, CC BY-SA 4.0).
Each is used twice: in order, and shuffled with lines dropped on both sides and lines of the next document mixed in.
CORPORA is a corpus folder with gold passages. Needs scikit-learn. Prints the weights and, by document folds, the F1
of the one-to-one assignment at several floors.
"""

from __future__ import annotations

import bisect
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from align.evaluate import load_gold
from align.model import Document, DocumentAnalysis
from align.names.shared import SharedNames
from align.pairing.evidence import Evidence
from align.pairing.passages import TextVectors, sentence_passages
from align.pairing.sentences import assign
from align.pairing.similarity import CLAUSE_WEIGHTS, WEIGHTS, find_candidates, vector_features
from align.pipeline import analyse

KEPT = 0.7
# Retellings are what align is for, and there are few of them.
SAMPLE_WEIGHTS = {"in order": 0.3, "shuffled": 1.0, "corpus": 3.0}
_NAMES = [name for name in WEIGHTS if name != "bias"]
ALL = list(range(len(_NAMES)))
WITHOUT_LEADS = [at for at, name in enumerate(_NAMES) if name in CLAUSE_WEIGHTS]
FLOORS = (0.3, 0.4, 0.5, 0.6, 0.7)


class Sample(NamedTuple):
    """One pair of documents: its candidates with features and labels, and how many links its gold has."""

    setting: str
    topic: str
    rows: np.ndarray
    columns: np.ndarray
    features: np.ndarray
    labels: np.ndarray
    links: int


def samples(parallel: Path, corpora: Path) -> Iterator[Sample]:
    stems = sorted(path.name.removesuffix(".en.txt") for path in parallel.glob("*.en.txt"))
    lines = {
        (stem, side): (parallel / f"{stem}.{side}.txt").read_text("utf-8").splitlines()
        for stem in stems
        for side in ("en", "ar")
    }
    for position, stem in enumerate(stems):
        left, right = lines[stem, "en"], lines[stem, "ar"]
        yield _from_lines("in order", stem, left, right, {(i, i) for i in range(len(left))})
        yield _from_lines(
            "shuffled", stem, *shuffled(left, right, lines[stems[position - 1], "ar"], random.Random(stem))
        )
    for path in sorted((corpora / "gold").glob("*.json")):
        gold = load_gold(path)
        left, right = analyse(gold.left), analyse(gold.right)
        links = {(_segment(left, p.left.start), _segment(right, p.right.start)) for p in gold.passages}
        yield _sample("corpus", path.stem, left, right, links)


def shuffled(left: list[str], right: list[str], foreign: list[str], rng: random.Random):
    kept_left = [i for i in range(len(left)) if rng.random() < KEPT] or [0]
    kept_right = [(i, right[i]) for i in range(len(right)) if rng.random() < KEPT]
    mixed = kept_right + [(-1, line) for line in foreign[: max(1, len(right) // 5)]]
    rng.shuffle(mixed)
    links = {(a, b) for a, i in enumerate(kept_left) for b, (j, _) in enumerate(mixed) if i == j}
    return [left[i] for i in kept_left], [line for _, line in mixed], links


def _from_lines(
    setting: str, stem: str, left: Sequence[str], right: Sequence[str], links: set[tuple[int, int]]
) -> Sample:
    a = analyse(Document(stem, "en", "\n".join(left)))
    b = analyse(Document(stem, "ar", "\n".join(right)))
    by_segment = {
        (x, y)
        for x, segment in enumerate(a.segments)
        for y, other in enumerate(b.segments)
        if (_line(a, segment.start), _line(b, other.start)) in links
    }
    return _sample(setting, stem, a, b, by_segment)


def _line(analysis: DocumentAnalysis, at: int) -> int:
    return analysis.document.text.count("\n", 0, at)


def _segment(analysis: DocumentAnalysis, at: int) -> int:
    return bisect.bisect_right([segment.start for segment in analysis.segments], at) - 1


def _sample(
    setting: str, topic: str, left: DocumentAnalysis, right: DocumentAnalysis, links: set[tuple[int, int]]
) -> Sample:
    vectors = TextVectors("use")
    a, b = sentence_passages(left), sentence_passages(right)
    found = find_candidates(vectors([p.masked for p in a]), vectors([p.masked for p in b]))
    evidence = Evidence(left, right, SharedNames(left, right), vectors)
    features = np.concatenate([vector_features(found), evidence.measure(a, b, found.rows, found.columns)], axis=1)
    labels = np.array([(int(i), int(j)) in links for i, j in zip(found.rows, found.columns, strict=True)])
    # Of a line with several sentences one link is enough to have found it.
    count = len({i for i, _ in links}) if setting != "corpus" else len(links)
    return Sample(setting, topic, found.rows, found.columns, features, labels, count)


def fit(data: Sequence[Sample], columns: Sequence[int]) -> tuple[np.ndarray, float]:
    """Slopes of the features in `columns`, and the bias."""
    x = np.concatenate([s.features[:, columns] for s in data])
    y = np.concatenate([s.labels for s in data])
    weight = np.concatenate([np.full(len(s.labels), SAMPLE_WEIGHTS[s.setting]) for s in data])
    mean, spread = x.mean(0), x.std(0)
    model = LogisticRegression(C=1.0, max_iter=1000).fit((x - mean) / spread, y, weight)
    slopes = model.coef_[0] / spread
    return slopes, float(model.intercept_[0] - slopes @ mean)


def report(data: Sequence[Sample]) -> None:
    topics = sorted({s.topic for s in data})
    folds = np.array([topics.index(s.topic) for s in data])
    tally: dict[tuple[str, float], list[int]] = {}
    for train, test in GroupKFold(6).split(data, groups=folds):
        slopes, bias = fit([data[i] for i in train], ALL)
        for sample in (data[i] for i in test):
            odds = sample.features @ slopes + bias
            chosen = assign(sample.rows, sample.columns, odds)
            for floor in FLOORS:
                kept = chosen[odds[chosen] >= np.log(floor / (1 - floor))]
                row = tally.setdefault((sample.setting, floor), [0, 0, 0])
                row[0] += int(sample.labels[kept].sum())
                row[1] += len(kept)
                row[2] += sample.links
    for (setting, floor), (hit, given, gold) in sorted(tally.items()):
        f1, precision, recall = 200 * hit / (given + gold), 100 * hit / given, 100 * hit / gold
        print(f"{setting:9} floor {floor}: F1 {f1:5.1f}  P {precision:5.1f}  R {recall:5.1f}")


def main() -> None:
    data = list(samples(Path(sys.argv[1]), Path(sys.argv[2])))
    report(data)
    for weights, columns in ((WEIGHTS, ALL), (CLAUSE_WEIGHTS, WITHOUT_LEADS)):
        slopes, bias = fit(data, columns)
        print({name: round(float(value), 2) for name, value in zip(weights, [bias, *slopes], strict=True)})


if __name__ == "__main__":
    main()
