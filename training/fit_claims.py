"""Fit `WEIGHTS` of `align.comparison.affinity` and `correspondence`, and `LEAD_WEIGHTS` of `claim_pairs`.

    python training/fit_claims.py CORPORA...

CORPORA are corpus folders with gold. Every two values of one sort make a sample: the same claim where the gold labels
them, whatever its verdict. Needs scikit-learn. Prints by folds of topics the average precision over all samples and
over those whose values exclude each other, what the assignment finds of those, and the weights. The weights of the
leads are fitted on the odds that each topic gets from the others.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.special import expit
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from align.comparison import Claims, Surroundings
from align.comparison.affinity import WEIGHTS as AROUND
from align.comparison.bearing import relate
from align.comparison.claim_pairs import assign_claims, find_candidates, with_lead
from align.comparison.correspondence import WEIGHTS, Correspondences
from align.contexts import ValueContexts
from align.evaluate import Gold, load_gold
from align.model import Mention, Span
from align.names.shared import SharedNames
from align.pairing import pair_passages
from align.pipeline import analyse

REGULARISATION = 0.1
CONFLICTS = 3.0  # how much two values that exclude each other weigh: few are one claim, and these are what counts
FLOORS = (0.05, 0.1, 0.2, 0.3, 0.5)
NAMES = [name for name in (*AROUND, *WEIGHTS) if name != "bias"]


class Topic(NamedTuple):
    """The samples of one topic: both values, features in the order of `NAMES`, if one claim, if the values conflict."""

    contexts: ValueContexts
    rows: np.ndarray
    columns: np.ndarray
    features: np.ndarray
    same: np.ndarray
    conflicting: np.ndarray
    candidate: np.ndarray


def load(gold: Gold) -> Topic:
    left, right = analyse(gold.left), analyse(gold.right)
    names = SharedNames(left, right)
    surroundings = Surroundings(left, right, names, (Claims(left), Claims(right)))
    contexts = surroundings.contexts
    measure = Correspondences(surroundings, pair_passages(left, right, names).pairs).measure
    every = [
        (i, j)
        for i, a in enumerate(contexts.left.mentions)
        for j, b in enumerate(contexts.right.mentions)
        if contexts.left.sorts[i] == contexts.right.sorts[j] != "figure" and relate(a, b).bearing != "apart"
    ]
    near = set(find_candidates(contexts))
    mentions = [(contexts.left.mentions[i], contexts.right.mentions[j]) for i, j in every]
    measured = [measure(i, j) for i, j in every]
    return Topic(
        contexts,
        *np.array(every).T,
        np.array([[features[name] for name in NAMES] for features in measured]),
        np.array([_labelled(a, b, gold) for a, b in mentions]),
        np.array([relate(a, b).bearing == "conflict" for a, b in mentions]),
        np.array([pair in near for pair in every]),
    )


def _labelled(left: Mention, right: Mention, gold: Gold) -> bool:
    return any(
        entry.kind == left.kind and _overlap(left, entry.left) and _overlap(right, entry.right)
        for entry in gold.expected
    )


def _overlap(a: Mention, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def fit(topics: list[Topic]) -> np.ndarray:
    """Bias and slopes."""
    x = np.concatenate([topic.features for topic in topics])
    y = np.concatenate([topic.same for topic in topics])
    mean, spread = x.mean(0), x.std(0) + 1e-6
    weight = np.where(np.concatenate([topic.conflicting for topic in topics]), CONFLICTS, 1.0)
    model = LogisticRegression(C=REGULARISATION, max_iter=3000).fit((x - mean) / spread, y, weight)
    slopes = model.coef_[0] / spread
    return np.array([model.intercept_[0] - slopes @ mean, *slopes])


def main() -> None:
    topics = [load(load_gold(path)) for folder in sys.argv[1:] for path in sorted(Path(folder, "gold").glob("*.json"))]
    missing = sum(int((t.same & ~t.candidate).sum()) for t in topics)
    print(f"{sum(int(t.same.sum()) for t in topics)} claims, {missing} of them no candidates")
    leads, held, rival = [], [], []
    every = {"sure": [], "same": [], "conflicting": []}
    for held_out in topics:
        weights = fit([topic for topic in topics if topic is not held_out])
        odds = weights[0] + held_out.features @ weights[1:]
        (
            every["sure"].append(odds),
            every["same"].append(held_out.same),
            every["conflicting"].append(held_out.conflicting),
        )
        near = held_out.candidate
        rows, columns, odds = held_out.rows[near], held_out.columns[near], odds[near]
        chosen = assign_claims(rows, columns, odds, held_out.contexts)
        leads.append(with_lead(rows, columns, odds)[chosen])
        held.append(held_out.same[near][chosen])
        rival.append(held_out.conflicting[near][chosen])
    sure, same, conflicting = (np.concatenate(every[name]) for name in every)
    print(f"average precision {average_precision_score(same, sure):.3f}", end="; ")
    print(f"where the values exclude each other {average_precision_score(same[conflicting], sure[conflicting]):.3f}")
    lead, right, excluding = np.concatenate(leads), np.concatenate(held), np.concatenate(rival)
    lead_weights = LogisticRegression(fit_intercept=False, C=1.0).fit(lead, right).coef_[0]
    scores = expit(lead @ lead_weights)
    for floor in FLOORS:
        given = excluding & (scores >= floor)
        print(
            f"floor {floor}: of excluding values {int((given & right).sum())} right of {int(given.sum())} assigned,",
            end=" ",
        )
        print(f"{int((same & conflicting).sum())} in all")
    fitted = dict(zip(["bias", *NAMES], fit(topics), strict=True))
    for table in (AROUND, WEIGHTS):
        print({name: round(float(fitted[name]), 2) for name in table})
    print(tuple(float(weight) for weight in lead_weights.round(2)))


if __name__ == "__main__":
    main()
