"""The manner of two texts: whether one translates the other or both retell the same events in their own words.

A translation has for a sentence either a counterpart that says all of it, or none. In retellings counterparts are
fewer, farther from each other, of other lengths, and often a part of a sentence only. So what is good evidence in the
one is weak in the other. The manner is read off the pairs that are sure under the caution that retellings ask for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from align.assignment import probability
from align.pairing.passages import Link
from align.pairing.similarity import Floats

# Logistic regression of "these texts translate each other" on the means over the sure pairs and on the share of the
# shorter text's sentences that they cover, from training/fit_pairing.py. A few pairs halfway between both manners stand
# for what short texts leave open.
# The bias was lowered by hand from -28.3.
MANNER = {"bias": -28.75, "cosine": 50.5, "length": -19.79, "coverage": 6.09}
BETWEEN = (0.65, 0.25)
COVERAGE_BETWEEN = 0.1
PSEUDO_PAIRS = 3
# Log odds that parts of sentences lose in a full translation: nineteen in twenty such pairs are wrong there.
PARTS_IN_TRANSLATION = 4.0


def translation_likeness(cosine: Floats, length: Floats, sentences: int) -> float:
    """Probability that two texts translate each other.

    Takes the cosines of the sure pairs, how far the lengths of their passages are apart (`length_apart`), and how many
    sentences the shorter text has.
    """
    bias, *slopes = MANNER.values()
    return float(probability(np.array(bias + np.dot(slopes, manner_features(cosine, length, sentences)))))


def manner_features(cosine: Floats, length: Floats, sentences: int) -> list[float]:
    """What tells the manner, in the order of `MANNER`."""
    means = [
        (float(values.sum()) + PSEUDO_PAIRS * between) / (len(values) + PSEUDO_PAIRS)
        for values, between in zip((cosine, length), BETWEEN, strict=True)
    ]
    return [*means, (len(cosine) + PSEUDO_PAIRS * COVERAGE_BETWEEN) / (sentences + PSEUDO_PAIRS)]


def length_apart(left: Sequence[str], right: Sequence[str]) -> Floats:
    """How far the lengths of each two texts are apart: the absolute logarithm of their ratio."""
    a, b = (np.array([max(1, len(text)) for text in side], dtype=np.float64) for side in (left, right))
    return np.asarray(np.abs(np.log(a / b)), dtype=np.float64)


def temper_parts(links: Sequence[Link], translation: float, floor: float) -> list[Link]:
    """Pairs of parts of sentences with what the manner of the texts takes from them, but for those below `floor`."""
    # Nothing is taken before a translation is likelier than not: retellings live by their parts.
    tempered = [
        replace(link, score=_lowered(link.score, PARTS_IN_TRANSLATION * max(0.0, 2 * translation - 1)))
        for link in links
    ]
    return [link for link in tempered if link.score >= floor]


def _lowered(score: float, by: float) -> float:
    inside = min(max(score, 1e-9), 1 - 1e-9)
    return float(probability(np.array(np.log(inside / (1 - inside)) - by)))
