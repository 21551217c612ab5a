"""What a second encoder says of the pairs that the first leaves in doubt.

Two encoders that are as good as each other err in different places. The second is slow, so it reads only the sentences
of candidates that may or may not tell the same thing, and is asked only where the order of the texts does not decide.
Its margins are taken among these sentences alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from align.assignment import probability
from align.encode import TextVectors
from align.pairing.distinctive import distinctive
from align.pairing.passages import Passage
from align.pairing.similarity import Floats, Integers, Space

DOUBT = 0.2  # a candidate less likely than this, or whose opposite is, is settled
FEWEST = 5  # sentences in doubt in either text below which what is distinctive of them is chance
# Cosine of neighbours that a passage lacks, in plain and in distinctive vectors: those of e5 are all near each other.
TYPICAL, TYPICAL_DISTINCTIVE = 0.8, 0.05

# Logistic regressions of "these two tell the same thing" over doubtful candidates, fitted by training/fit_pairing.py;
# as in `similarity`, one for translations and one for retellings.
TRANSLATION = {"bias": -1.38, "odds": 1.27, "margin": 41.05, "distinct": -2.97}
RETELLING = {"bias": -0.45, "odds": 0.73, "margin": -11.41, "distinct": 15.22}


class Doubtful(NamedTuple):
    """The candidates in doubt by their places among all, their features, and of how many sentences a side they are.

    The features are in the order of the weights, the log odds of the first encoder at their head.
    """

    places: Integers
    features: Floats
    sentences: int

    @property
    def are_few(self) -> bool:
        """Whether retellings, where the cosine alone tells little, have too few of them for a second opinion."""
        return self.sentences < FEWEST


def decide(
    left: Sequence[Passage],
    right: Sequence[Passage],
    rows: Integers,
    columns: Integers,
    odds: Floats,
    translation: float,
    vectors: TextVectors,
) -> Floats:
    """The log odds of candidates (rows[n], columns[n]), those in doubt as the second encoder sees them as well."""
    doubtful = measure_doubtful([p.masked for p in left], [p.masked for p in right], rows, columns, odds, vectors)
    if not len(doubtful.places):
        return odds
    literal, free = (_weighed(doubtful.features, tuple(weights.values())) for weights in (TRANSLATION, RETELLING))
    if doubtful.are_few:
        free = odds[doubtful.places]
    decided = odds.copy()
    decided[doubtful.places] = translation * literal + (1 - translation) * free
    return decided


def measure_doubtful(
    left: Sequence[str], right: Sequence[str], rows: Integers, columns: Integers, odds: Floats, vectors: TextVectors
) -> Doubtful:
    """What the second encoder, whose `vectors` these are, finds of the candidates in doubt."""
    likelihood = probability(odds)
    places = np.flatnonzero((likelihood > DOUBT) & (likelihood < 1 - DOUBT))
    if not len(places):
        return Doubtful(places, np.zeros((0, len(TRANSLATION) - 1)), 0)
    some_rows, i = np.unique(rows[places], return_inverse=True)
    some_columns, j = np.unique(columns[places], return_inverse=True)
    texts = [left[row] for row in some_rows] + [right[column] for column in some_columns]
    a, b = np.split(vectors(texts), [len(some_rows)])
    plain, distinct = Space(a, b, TYPICAL), Space(*distinctive(a, b), TYPICAL_DISTINCTIVE)
    features = np.stack([odds[places], plain.margin(i, j), distinct.margin(i, j)], axis=1)
    return Doubtful(places, features, min(len(a), len(b)))


def _weighed(features: Floats, weights: Sequence[float]) -> Floats:
    bias, *slopes = weights
    return np.asarray(features @ np.array(slopes) + bias, dtype=np.float64)
