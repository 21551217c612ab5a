"""Fit the weights of `align.comparison.within.WEIGHTS`.

    python training/fit_contradictions.py CORPORA TEXTS...

CORPORA is a corpus folder with gold, TEXTS are folders of texts NAME.LANGUAGE.txt that do not contradict themselves
(the shipped weights: NTREX-128, CC BY-SA 4.0, and the articles of AQMAR, CC BY-SA 3.0). Every two claims of them that
exclude each other, and that nothing tells apart, are a sample that is no contradiction. The contradictions are in
`contradictions.json`: sentences added to the corpora's texts, and short texts. Needs scikit-learn. Prints how many of
both are called contradictions, by folds of documents, and the weights.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from align.comparison.claims import Claim, Claims
from align.comparison.within import WEIGHTS, Context, features
from align.evaluate import load_gold
from align.model import Document, Mention, Side, Span
from align.pipeline import analyse

PLANTED = Path(__file__).parent / "contradictions.json"
FEATURES = [name for name in WEIGHTS if name != "bias"]
# A planted value often differs as a slip does. A share of the samples is counted as if it did not, so that the weight
# of slips is not merely a habit of who planted them.
WITHOUT_SLIP = 0.35


class Sample(NamedTuple):
    """Two claims of one text that exclude each other, and whether they are of one thing."""

    topic: str
    features: list[float]
    real: bool


def honest(corpora: Path, folders: list[Path]) -> Iterator[Sample]:
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            text = Document(path.stem, path.stem.rsplit(".", 1)[1], path.read_text("utf-8"))
            yield from _samples(path.stem.rsplit(".", 1)[0], text, [])
    for path in sorted((corpora / "gold").glob("*.json")):
        gold = load_gold(path)
        sides: tuple[tuple[Side, Document], ...] = (("left", gold.left), ("right", gold.right))
        for side, document in sides:
            real = [(entry.first, entry.second) for entry in gold.internal if entry.side == side]
            yield from (sample for sample in _samples(path.stem, document, real) if not sample.real)


def planted(corpora: Path) -> Iterator[Sample]:
    cases = json.loads(PLANTED.read_text("utf-8"))
    for case in cases["added"]:
        text = (corpora / f"{case['text']}.txt").read_text("utf-8").rstrip()
        first = text.index(case["in"]) + case["in"].index(case["against"])
        second = len(text) + 2 + case["sentence"].index(case["value"])
        places = (_span(first, case["against"]), _span(second, case["value"]))
        document = Document(case["text"], case["text"][:2], f"{text}\n\n{case['sentence']}\n")
        yield from _real(case["text"].split("/")[1], document, places)
    for number, case in enumerate(cases["texts"]):
        first = case["text"].index(case["first"])
        second = case["text"].index(case["second"], first + 1)
        places = (_span(first, case["first"]), _span(second, case["second"]))
        yield from _real(f"text {number}", Document("text", case["language"], case["text"]), places)


def _real(topic: str, document: Document, places: tuple[Span, Span]) -> Iterator[Sample]:
    yield from (sample for sample in _samples(topic, document, [places]) if sample.real)


def _samples(topic: str, document: Document, real: list[tuple[Span, Span]]) -> Iterator[Sample]:
    claims = Claims(analyse(document))
    context = Context(claims)
    for candidate in context.candidates:
        found = features(candidate.i, candidate.j, context)
        a, b = claims.all[candidate.i], claims.all[candidate.j]
        yield Sample(topic, [found[name] for name in FEATURES], any(_are(a, b, places) for places in real))


def _are(a: Claim, b: Claim, places: tuple[Span, Span]) -> bool:
    return any(_overlap(a.mention, x) and _overlap(b.mention, y) for x, y in (places, places[::-1]))


def _overlap(a: Mention, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _span(start: int, text: str) -> Span:
    return Span(start, start + len(text))


def fit(x: Any, y: Any) -> LogisticRegression:
    real = y == 1
    without = x[real].copy()
    without[:, FEATURES.index("slip")] = 0
    weights = np.concatenate([np.where(real, 1 - WITHOUT_SLIP, 1.0), np.full(len(without), WITHOUT_SLIP)])
    samples, labels = np.concatenate([x, without]), np.concatenate([y, np.ones(len(without))])
    return LogisticRegression(max_iter=3000).fit(samples, labels, sample_weight=weights)


def main() -> None:
    corpora, folders = Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]]
    data = [*honest(corpora, folders), *planted(corpora)]
    x, y = np.array([sample.features for sample in data]), np.array([int(sample.real) for sample in data])
    groups = np.unique([sample.topic for sample in data], return_inverse=True)[1]
    outside = np.zeros(len(y))
    for train, test in GroupKFold(6).split(x, y, groups):
        outside[test] = fit(x[train], y[train]).predict_proba(x[test])[:, 1]
    print(f"{int(y.sum())} contradictions, {int((1 - y).sum())} other pairs of claims")
    for floor in (0.4, 0.5, 0.6, 0.7):
        print(f"{floor}: {int((outside[y == 1] >= floor).sum())} found, {int((outside[y == 0] >= floor).sum())} false")
    model = fit(x, y)
    print({"bias": round(float(model.intercept_[0]), 2)})
    print({name: round(float(weight), 2) for name, weight in zip(FEATURES, model.coef_[0], strict=True)})


if __name__ == "__main__":
    main()
