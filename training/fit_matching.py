"""Fit the weights of `align.comparison.match`.

    python training/fit_matching.py CORPORA...

CORPORA are corpus folders with gold. Every two values of one kind in a pair of passages that are not apart are a
sample, one thing where the gold labels them; passages in which the gold labels nothing are left out. Needs
scikit-learn. Prints how many labelled values an assignment brings together, by folds of topics, and the weights.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from align.assignment import best_assignment
from align.comparison import Claims, Surroundings, add_claim_pairs
from align.comparison.affinity import Affinity
from align.comparison.match import WEIGHTS, features, match_of
from align.comparison.pair_mentions import MentionIndex, place_in
from align.comparison.totals import match_totals
from align.evaluate import Gold, load_gold
from align.model import Mention, Pair
from align.names.shared import SharedNames
from align.pairing import pair_passages
from align.pipeline import analyse

APART = -99.0


class Passages(NamedTuple):
    """The values of one kind in a pair of passages: features of each two by their numbers, and which are one thing."""

    topic: str
    size: tuple[int, int]
    samples: dict[tuple[int, int], list[float]]
    labelled: frozenset[tuple[int, int]]


def passages(path: Path) -> Iterator[Passages]:
    gold = load_gold(path)
    left, right = analyse(gold.left), analyse(gold.right)
    names = SharedNames(left, right)
    surroundings = Surroundings(left, right, names, (Claims(left), Claims(right)))
    indices = MentionIndex(left), MentionIndex(right)
    for pair in add_claim_pairs(*pair_passages(left, right, names), surroundings):
        sides = indices[0].within(pair.left), indices[1].within(pair.right)

        def affinity(a: Mention, b: Mention, pair: Pair = pair) -> Affinity:
            return surroundings.affinity(a, b, 1 - abs(place_in(pair.left, a) - place_in(pair.right, b)))

        totals = match_totals(*sides, (left.document, right.document), affinity)
        spent = {mention for _, accounted in totals for mention in accounted}
        for kind in ("date", "number"):
            own, other = ([m for m in side if m.kind == kind and m not in spent] for side in sides)
            found = {(i, j): match_of(a, b, affinity) for i, a in enumerate(own) for j, b in enumerate(other)}
            samples = {
                at: list(features(match).values()) for at, match in found.items() if match.relation.bearing != "apart"
            }
            labelled = frozenset((i, j) for i, j in found if _labelled(own[i], other[j], gold))
            if labelled and samples:
                yield Passages(path.stem, (len(own), len(other)), samples, labelled)


def _labelled(left: Mention, right: Mention, gold: Gold) -> bool:
    return any(
        entry.kind == left.kind
        and left.start < entry.left.end
        and entry.left.start < left.end
        and right.start < entry.right.end
        and entry.right.start < right.end
        for entry in gold.expected
    )


def fit(cases: list[Passages]) -> np.ndarray:
    """One weight a feature. Passages with one value on each side say nothing: there is no choice."""
    open_cases = [case for case in cases if case.size != (1, 1)]
    x = np.array([sample for case in open_cases for sample in case.samples.values()])
    y = np.array([at in case.labelled for case in open_cases for at in case.samples])
    return np.asarray(LogisticRegression(max_iter=2000).fit(x, y).coef_[0])


def brought_together(cases: list[Passages], weights: np.ndarray) -> int:
    hits = 0
    for case in cases:
        table = np.full(case.size, APART)
        for at, sample in case.samples.items():
            table[at] = weights @ sample
        hits += len(case.labelled.intersection(best_assignment(table)))
    return hits


def main(corpora: list[Path]) -> None:
    cases = [case for folder in corpora for path in sorted((folder / "gold").glob("*.json")) for case in passages(path)]
    hits = 0
    for topic in sorted({case.topic for case in cases}):
        weights = fit([case for case in cases if case.topic != topic])
        hits += brought_together([case for case in cases if case.topic == topic], weights)
    print(f"{hits} of {sum(len(case.labelled) for case in cases)} brought together, by folds of topics")
    print(dict(zip(WEIGHTS, np.round(fit(cases), 2).tolist(), strict=True)))


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]])
