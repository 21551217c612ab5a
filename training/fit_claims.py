"""Fit `WEIGHTS` and `LEAD_WEIGHTS` of `align.pairing.claims`, and `align.comparison.affinity.WEIGHTS`.

    python training/fit_claims.py CORPORA

CORPORA is a corpus folder with gold. Every two values of one sort make a sample: the same claim where the gold labels
them, whatever its verdict. Needs scikit-learn. Prints by folds of topics the average precision over all samples and
over those whose values exclude each other, and the weights; the second set is without what only pairing knows. The
weights of the leads are fitted on the odds that each topic gets from the others.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from align.comparison.match import relate
from align.contexts import ValueContexts, values_of
from align.evaluate import Gold, load_gold
from align.model import Mention, Span
from align.names.shared import SharedNames
from align.pairing.claims import measure_claims, with_leads
from align.pairing.evidence import Evidence
from align.pairing.passages import TextVectors, sentence_passages
from align.pairing.sentences import join_neighbours, pair_sentences
from align.pipeline import analyse

REGULARISATION = 0.3
PAIRING_ONLY = ("pair", "elsewhere", "time")


class Topic(NamedTuple):
    """The samples of one topic: indices of both values, features by name, if one claim, if the values conflict."""

    candidates: np.ndarray
    features: list[dict[str, float]]
    same: np.ndarray
    conflicting: np.ndarray


def load(gold: Gold) -> Topic:
    left, right = analyse(gold.left), analyse(gold.right)
    names, vectors = SharedNames(left, right), TextVectors("use")
    contexts, evidence = (
        ValueContexts((left, values_of(left)), (right, values_of(right)), names),
        Evidence(left, right, names, vectors),
    )
    sentences = sentence_passages(left), sentence_passages(right)
    links = join_neighbours(pair_sentences(*sentences, vectors, evidence)[0], *sentences, vectors)
    candidates = [
        (i, j)
        for i, a in enumerate(contexts.left.mentions)
        for j, b in enumerate(contexts.right.mentions)
        if contexts.left.sorts[i] == contexts.right.sorts[j] and relate(a, b).bearing != "apart"
    ]
    mentions = [(contexts.left.mentions[i], contexts.right.mentions[j]) for i, j in candidates]
    return Topic(
        np.array(candidates),
        measure_claims(candidates, links, left, right, contexts, evidence),
        np.array([_labelled(a, b, gold) for a, b in mentions]),
        np.array([relate(a, b).bearing == "conflict" for a, b in mentions]),
    )


def _labelled(left: Mention, right: Mention, gold: Gold) -> bool:
    return any(
        entry.kind == left.kind and _overlap(left, entry.left) and _overlap(right, entry.right)
        for entry in gold.expected
    )


def _overlap(a: Mention, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def fit(topics: list[Topic], names: list[str]) -> np.ndarray:
    """Bias and slopes."""
    x = np.concatenate([_table(topic, names) for topic in topics])
    y = np.concatenate([topic.same for topic in topics])
    mean, spread = x.mean(0), x.std(0) + 1e-6
    model = LogisticRegression(C=REGULARISATION, max_iter=3000).fit((x - mean) / spread, y)
    slopes = model.coef_[0] / spread
    return np.array([model.intercept_[0] - slopes @ mean, *slopes])


def _table(topic: Topic, names: list[str]) -> np.ndarray:
    return np.array([[features[name] for name in names] for features in topic.features])


def main() -> None:
    topics = [load(load_gold(path)) for path in sorted((Path(sys.argv[1]) / "gold").glob("*.json"))]
    every = [name for name in topics[0].features[0] if name != "bias"]
    for names in (every, [name for name in every if name not in PAIRING_ONLY]):
        odds = []
        for held_out in topics:
            weights = fit([topic for topic in topics if topic is not held_out], names)
            odds.append(weights[0] + _table(held_out, names) @ weights[1:])
        sure, same = np.concatenate(odds), np.concatenate([topic.same for topic in topics])
        conflicting = np.concatenate([topic.conflicting for topic in topics])
        over_all = average_precision_score(same, sure)
        excluding = average_precision_score(same[conflicting], sure[conflicting])
        print(f"average precision {over_all:.3f}; where the values exclude each other {excluding:.3f}")
        print({name: round(float(w), 2) for name, w in zip(["bias", *names], fit(topics, names), strict=True)})
        if names == every:
            leads = np.concatenate([with_leads(t.candidates, o) for t, o in zip(topics, odds, strict=True)])
            print(LogisticRegression(fit_intercept=False).fit(leads, same).coef_[0].round(2).tolist())


if __name__ == "__main__":
    main()
