"""Claims: two values of one sort that are told of the same thing, wherever in the texts they stand.

A fact that is a sentence in one text is often a clause, or a line of a fact box, in the other. So the dates and numbers
of sentences that have no sure counterpart are paired by what is said around each, and the clauses that they stand in
become a pair. What the values are takes no part in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from align.contexts import ValueContexts, ValuePlaces, values_of
from align.model import DocumentAnalysis, Span
from align.names.shared import SharedNames
from align.pairing.evidence import FEATURES, Evidence
from align.pairing.passages import Link, Passage, surely_paired
from align.pairing.similarity import Floats, Integers, lead, probability

PER_VALUE = 6  # candidates looked at for each value, from either side
# Low, because a claim is reported only where the comparison finds that its values agree or conflict.
FLOOR = 0.12
LARGEST_LEAD = 3.0  # log odds
USES = 2  # claims that one value may stand in: a text tells some facts twice

# Logistic regression of "these two values tell the same thing", fitted by training/fit_claims.py on the gold of the
# shipped corpora. `pair` is the score of a pair that the two sentences are in, `elsewhere` that of the surest pair of
# either sentence with another one.
WEIGHTS: Mapping[str, float] = {
    "bias": -2.25,
    "date": 0.22,
    "unit": 2.24,
    "unsaid": -0.31,
    "names": 0.31,
    "label": 3.83,
    "clause_margin": 3.88,
    "clause_lead": 1.64,
    "near_margin": 2.88,
    "near_lead": 2.97,
    "pair": 1.23,
    "elsewhere": -1.59,
    "time": 0.9,
}
# Of the bias, of these log odds, and of their leads over the other claims that the left and the right value may make.
LEAD_WEIGHTS = (-0.39, 0.61, 0.25, 0.3)

Claim = tuple[int, int, float]  # indices of the left and the right value, and how likely they tell the same thing


def pair_claims(
    links: Sequence[Link],
    left: DocumentAnalysis,
    right: DocumentAnalysis,
    names: SharedNames,
    evidence: Evidence,
    encoder: str,
) -> list[Link]:
    """Links between the clauses of values that tell the same thing, in sentences that no link brings together."""
    sure_left, sure_right = surely_paired(links)
    if len(sure_left) == len(left.segments) or len(sure_right) == len(right.segments):
        return []
    contexts = ValueContexts((left, values_of(left)), (right, values_of(right)), names, encoder)
    sentences = contexts.left.sentences, contexts.right.sentences
    candidates = [
        (i, j)
        for i, j in contexts.candidates(PER_VALUE)
        if not (sentences[0][i] in sure_left and sentences[1][j] in sure_right)
    ]
    if not candidates:
        return []
    measured = measure_claims(candidates, links, left, right, contexts, evidence)
    odds = np.array([sum(WEIGHTS[name] * value for name, value in features.items()) for features in measured])
    scores = probability(with_leads(np.array(candidates), odds) @ np.array(LEAD_WEIGHTS))
    linked = {(a.segment, b.segment) for link in links for a in link.left for b in link.right}
    claims = [
        (i, j, float(score))
        for (i, j), score in zip(candidates, scores, strict=True)
        if score >= FLOOR and (sentences[0][i], sentences[1][j]) not in linked
    ]
    return _links(_in_few(claims), left, right, contexts)


def with_leads(candidates: Integers, odds: Floats) -> Floats:
    """Log odds of candidates, with their leads over the other candidates of either value, shape (n, 4)."""
    leads = [np.clip(lead(candidates[:, side], odds), -LARGEST_LEAD, LARGEST_LEAD) for side in (0, 1)]
    return np.stack([np.ones(len(odds)), odds, *leads], axis=1)


def measure_claims(
    candidates: Sequence[tuple[int, int]],
    links: Sequence[Link],
    left: DocumentAnalysis,
    right: DocumentAnalysis,
    contexts: ValueContexts,
    evidence: Evidence,
) -> list[dict[str, float]]:
    """Features of pairs of values, given by their indices in `contexts`, by the names of `WEIGHTS`."""
    passages = (_passages(contexts.left, left), _passages(contexts.right, right))
    rows, columns = (np.array(indices, dtype=np.int64) for indices in zip(*candidates, strict=True))
    times = evidence.measure(*passages, rows, columns)[:, FEATURES.index("time")]
    scores: dict[tuple[int, int], float] = {}
    for link in links:
        for key in ((a.segment, b.segment) for a in link.left for b in link.right):
            scores[key] = max(scores.get(key, 0.0), link.score)
    best: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for key, score in scores.items():
        for side, sentence in zip(best, key, strict=True):
            side[sentence] = max(side.get(sentence, 0.0), score)
    measured = []
    for (i, j), time in zip(candidates, times, strict=True):
        key = contexts.left.sentences[i], contexts.right.sentences[j]
        own, other = scores.get(key, 0.0), max(best[0].get(key[0], 0.0), best[1].get(key[1], 0.0))
        around = contexts.likeness(contexts.left.mentions[i], contexts.right.mentions[j]).features()
        others = {"pair": own, "elsewhere": other if other > own else 0.0, "time": float(time)}
        measured.append({"bias": 1.0, **around, **others})
    return measured


def _in_few(claims: Sequence[Claim]) -> list[Claim]:
    """The likeliest claims, each value in few of them."""
    uses: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
    kept = []
    for i, j, score in sorted(claims, key=lambda claim: -claim[2]):
        if uses[0][i] < USES and uses[1][j] < USES:
            uses[0][i] += 1
            uses[1][j] += 1
            kept.append((i, j, score))
    return kept


def _links(
    claims: Sequence[Claim],
    left: DocumentAnalysis,
    right: DocumentAnalysis,
    contexts: ValueContexts,
) -> list[Link]:
    """One link for all claims of two sentences, over the clauses that they stand in."""
    grouped: dict[tuple[int, int], list[Claim]] = {}
    for i, j, score in claims:
        grouped.setdefault((contexts.left.sentences[i], contexts.right.sentences[j]), []).append((i, j, score))
    links = []
    for (a, b), members in grouped.items():
        spans = [contexts.left.clauses[i] for i, _, _ in members], [contexts.right.clauses[j] for _, j, _ in members]
        score = max(score for _, _, score in members)
        links.append(Link((_passage(_hull(spans[0]), a, left),), (_passage(_hull(spans[1]), b, right),), score))
    return links


def _passages(places: ValuePlaces, analysis: DocumentAnalysis) -> list[Passage]:
    return [_passage(span, at, analysis) for span, at in zip(places.clauses, places.sentences, strict=True)]


def _passage(span: Span, number: int, analysis: DocumentAnalysis) -> Passage:
    # Its vectors are those of `contexts`, so it needs no masked text.
    return Passage(span.start, span.end, number, analysis.segments[number].block, "")


def _hull(spans: Sequence[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))
