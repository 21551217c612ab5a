"""Fit the weights of `align.pairing.similarity`, of `second_opinion`, and `MANNER` of `align.pairing.manner`.

    python training/fit_pairing.py PARALLEL CORPORA...

PARALLEL holds line-parallel news texts, STEM.en.txt beside STEM.ar.txt (the shipped weights: NTREX-128, CC BY-SA 4.0).
Each is used in order, shuffled with lines dropped on both sides and lines of the next document mixed in, and in
passages of one to three lines. CORPORA are corpus folders with gold passages. Needs scikit-learn. Prints, by document
folds, the F1 of the one-to-one assignment at several floors, and then the weights. The manner of two texts is read
off pairs that `RETELLING` finds sure, so each round of fitting starts from the one before. The second encoder is asked
after that, of texts that keep no order. With `--second` its weights alone are fitted, to the others as they ship.
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

from align.assignment import probability
from align.encode import TextVectors
from align.evaluate import load_gold
from align.model import Document, DocumentAnalysis
from align.names.shared import SharedNames
from align.pairing import second_opinion
from align.pairing.evidence import FEATURES, Evidence
from align.pairing.manner import MANNER, manner_features
from align.pairing.passages import sentence_passages
from align.pairing.sentences import ANCHOR, Measured, assign, measure_candidates
from align.pairing.similarity import CLAUSE_WEIGHTS, NEIGHBOURS, RETELLING, TRANSLATION, Likeness, nearest
from align.pipeline import analyse

KEPT = 0.7
SHUFFLES = 4  # orders of each document, which count as one together
EXCERPTS = 6
ROUNDS = 3
# Retellings are what align is for, and there are few of them.
SAMPLE_WEIGHTS = {"in order": 0.3, "shuffled": 1.0 / SHUFFLES, "excerpt": 0.1, "corpus": 1.0}
FLOORS = (0.3, 0.4, 0.5, 0.6, 0.7)
SECOND = TextVectors("e5")
FIRST_ALONE = np.array([0.0, 1.0, 0.0, 0.0])  # weights of the second encoder that leave the odds as they are


class Sample(NamedTuple):
    """One pair of documents: its candidates with labels, the features of clauses, and how many links its gold has."""

    setting: str
    topic: str
    found: Measured
    clause_features: np.ndarray
    labels: np.ndarray
    links: int
    texts: tuple[list[str], list[str]]

    @property
    def features(self) -> np.ndarray:
        return np.concatenate([self.found.vector, self.found.evidence], axis=1)


def samples(parallel: Path, corpora: Sequence[Path]) -> Iterator[Sample]:
    stems = sorted(path.name.removesuffix(".en.txt") for path in parallel.glob("*.en.txt"))
    lines = {
        (stem, side): (parallel / f"{stem}.{side}.txt").read_text("utf-8").splitlines()
        for stem in stems
        for side in ("en", "ar")
    }
    for position, stem in enumerate(stems):
        left, right = lines[stem, "en"], lines[stem, "ar"]
        yield _from_lines("in order", stem, left, right, {(i, i) for i in range(len(left))})
        foreign = lines[stems[position - 1], "ar"]
        for number in range(SHUFFLES):
            rng = random.Random(f"{stem} {number}")
            yield _from_lines("shuffled", stem, *shuffled(left, right, foreign, rng))
        for number in range(EXCERPTS):
            rng = random.Random(f"{stem} {number}")
            yield _from_lines("excerpt", stem, *excerpt(left, right, foreign, rng))
    for path in (path for folder in corpora for path in sorted((folder / "gold").glob("*.json"))):
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


def excerpt(left: list[str], right: list[str], foreign: list[str], rng: random.Random):
    """One to three lines in a row against some of their translations and up to two lines that are none."""
    first = rng.randrange(len(left))
    kept_left = list(range(first, min(len(left), first + rng.randint(1, 3))))
    mixed = [(i, right[i]) for i in kept_left if rng.random() < KEPT]
    for _ in range(rng.randint(0 if mixed else 1, 2)):
        at = rng.randrange(len(right))
        inner = rng.random() < 0.5 and at not in kept_left
        mixed.append((-1, right[at] if inner else rng.choice(foreign)))
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
    left_vectors, right_vectors = vectors([p.masked for p in a]), vectors([p.masked for p in b])
    evidence = Evidence(left, right, SharedNames(left, right), vectors)
    words = evidence.shared_words(a, b)
    found = measure_candidates(Likeness(left_vectors, right_vectors).candidates(), a, b, evidence, words)
    # Clauses are weighed by the ratio of a cosine to its background.
    row_background = nearest(left_vectors, right_vectors, NEIGHBOURS)[1].mean(1)[found.rows]
    column_background = nearest(right_vectors, left_vectors, NEIGHBOURS)[1].mean(1)[found.columns]
    ratio = found.cosine / np.maximum((row_background + column_background) / 2, 1e-6)
    clauses = np.column_stack([found.cosine, ratio, found.evidence[:, : len(FEATURES)]])
    labels = np.array([(int(i), int(j)) in links for i, j in zip(found.rows, found.columns, strict=True)])
    # Of a line with several sentences one link is enough to have found it.
    count = len({i for i, _ in links}) if setting != "corpus" else len(links)
    texts = [passage.masked for passage in a], [passage.masked for passage in b]
    return Sample(setting, topic, found, clauses, labels, count, texts)


def odds_of(features: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return features @ weights[1:] + weights[0]


class Weights(NamedTuple):
    translation: np.ndarray
    retelling: np.ndarray
    manner: np.ndarray
    second: np.ndarray  # for translations, then for retellings

    def likeness(self, sample: Sample) -> float:
        """Probability that the texts of a sample translate each other."""
        return float(probability(np.array(self.manner[0] + manner_of(sample, self.retelling) @ self.manner[1:])))

    def odds(self, sample: Sample) -> np.ndarray:
        return self._by_likeness(self.likeness(sample), sample.features, self.translation, self.retelling)

    def decided(self, sample: Sample) -> np.ndarray:
        """The odds with those of the second encoder where it is asked."""
        odds = self.odds(sample)
        if sample.setting == "in order":
            return odds
        doubtful = doubtful_of(sample, odds)
        literal, free = np.split(self.second, 2)
        free = FIRST_ALONE if doubtful.are_few else free
        odds[doubtful.places] = self._by_likeness(self.likeness(sample), doubtful.features, literal, free)
        return odds

    @staticmethod
    def _by_likeness(likeness: float, features: np.ndarray, literal: np.ndarray, free: np.ndarray) -> np.ndarray:
        return likeness * odds_of(features, literal) + (1 - likeness) * odds_of(features, free)


def manner_of(sample: Sample, retelling: np.ndarray) -> np.ndarray:
    odds = odds_of(sample.features, retelling)
    chosen = assign(sample.found.rows, sample.found.columns, odds)
    sure = chosen[probability(odds[chosen]) >= ANCHOR]
    return np.array(manner_features(sample.found.cosine[sure], sample.found.length[sure], sample.found.shorter))


def shipped() -> Weights:
    translation, retelling, manner, *second = (
        np.array(list(table.values()))
        for table in (TRANSLATION, RETELLING, MANNER, second_opinion.TRANSLATION, second_opinion.RETELLING)
    )
    return Weights(translation, retelling, manner, np.concatenate(second))


def fit(data: Sequence[Sample], second_only: bool) -> Weights:
    weights = shipped()
    for _ in range(0 if second_only else ROUNDS):
        weights = weights._replace(manner=fit_manner(data, weights.retelling))
        weights = fit_sentences(data, weights)
    return fit_second(data, weights)


def doubtful_of(sample: Sample, odds: np.ndarray) -> second_opinion.Doubtful:
    return second_opinion.measure_doubtful(*sample.texts, sample.found.rows, sample.found.columns, odds, SECOND)


def fit_second(data: Sequence[Sample], weights: Weights) -> Weights:
    rows, labels, counts = [], [], []
    for sample in (s for s in data if s.setting != "in order"):
        doubtful = doubtful_of(sample, weights.odds(sample))
        row = _by_manner(doubtful.features, weights.likeness(sample))
        if doubtful.are_few:
            row[:, row.shape[1] // 2 :] = 0  # nothing to learn of retellings
        rows.append(row)
        labels.append(sample.labels[doubtful.places])
        counts.append(np.full(len(doubtful.places), SAMPLE_WEIGHTS[sample.setting]))
    return weights._replace(second=_slopes(np.concatenate(rows), np.concatenate(labels), np.concatenate(counts)))


def _by_manner(features: np.ndarray, likeness: float) -> np.ndarray:
    """Each feature, and a one for the bias, once for either manner, by its probability."""
    features = np.column_stack([np.ones(len(features)), features])
    return np.concatenate([likeness * features, (1 - likeness) * features], axis=1)


def _slopes(x: np.ndarray, labels: np.ndarray, counts: np.ndarray) -> np.ndarray:
    spread = x.std(0)
    model = LogisticRegression(C=1.0, max_iter=5000, fit_intercept=False)
    return model.fit(x / spread, labels, counts).coef_[0] / spread


def fit_manner(data: Sequence[Sample], retelling: np.ndarray) -> np.ndarray:
    """The excerpts are left out: too short to tell. Both manners count for as much."""
    whole = [s for s in data if s.setting != "excerpt"]
    literal = np.array([s.setting != "corpus" for s in whole])
    weight = np.where(literal, 66 / literal.sum(), 66 / (~literal).sum())
    model = LogisticRegression(C=1000, max_iter=5000)
    model.fit(np.array([manner_of(s, retelling) for s in whole]), literal, weight)
    return np.array([model.intercept_[0], *model.coef_[0]])


def fit_sentences(data: Sequence[Sample], weights: Weights) -> Weights:
    """Both tables in one regression."""
    rows = [_by_manner(sample.features, weights.likeness(sample)) for sample in data]
    translation, retelling = np.split(_slopes(np.concatenate(rows), *_targets(data)), 2)
    return weights._replace(translation=translation, retelling=retelling)


def fit_clauses(data: Sequence[Sample]) -> np.ndarray:
    data = [s for s in data if s.setting != "excerpt"]
    x = np.concatenate([s.clause_features for s in data])
    mean, spread = x.mean(0), x.std(0)
    model = LogisticRegression(C=1.0, max_iter=1000).fit((x - mean) / spread, *_targets(data))
    slopes = model.coef_[0] / spread
    return np.array([float(model.intercept_[0] - slopes @ mean), *slopes])


def _targets(data: Sequence[Sample]) -> tuple[np.ndarray, np.ndarray]:
    """Labels and sample weights of all candidates."""
    weight = [np.full(len(s.labels), SAMPLE_WEIGHTS[s.setting]) for s in data]
    return np.concatenate([s.labels for s in data]), np.concatenate(weight)


def report(data: Sequence[Sample], second_only: bool) -> None:
    topics = sorted({s.topic for s in data})
    folds = np.array([topics.index(s.topic) for s in data])
    tally: dict[tuple[str, float], list[int]] = {}
    for train, test in GroupKFold(6).split(data, groups=folds):
        weights = fit([data[i] for i in train], second_only)
        for sample in (data[i] for i in test):
            odds = weights.decided(sample)
            chosen = assign(sample.found.rows, sample.found.columns, odds)
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
    folders = [Path(folder) for folder in sys.argv[1:] if folder != "--second"]
    second_only = len(folders) < len(sys.argv[1:])
    data = list(samples(folders[0], folders[1:]))
    report(data, second_only)
    translation, retelling, manner, second = fit(data, second_only)
    fitted = (translation, retelling, manner, *np.split(second, 2), fit_clauses(data))
    tables = (TRANSLATION, RETELLING, MANNER, second_opinion.TRANSLATION, second_opinion.RETELLING, CLAUSE_WEIGHTS)
    for table, values in zip(tables, fitted, strict=True):
        print({name: round(float(value), 2) for name, value in zip(table, values, strict=True)})


if __name__ == "__main__":
    main()
