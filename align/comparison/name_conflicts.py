"""Two names that one role is given to: persons that share one name and differ in the other.

"Boris Fremer" against the Arabic for Boris Johnson, in passages that surely tell the same thing: one word is the
same, the others are unlike each other, and neither text knows the other's anywhere. Two names without a word in
common are never in conflict: two passages may well speak of different people.
"""

from __future__ import annotations

from collections.abc import Sequence

from align.comparison.name_evidence import SPELLED, NameEvidence
from align.names.similarity import name_similarities
from align.names.sounds import skeleton
from align.names.told import UNLIKE
from align.text import fold

SURE_COUNTERPART = 0.9  # probability of a pair from which its passages name the same people
ONE_WORD = 0.7  # at this similarity two words of names are one
MISSPELT = 0.6  # at this share of consonants one word may be the other, written badly


def conflicting(left: Sequence[NameEvidence], right: Sequence[NameEvidence]) -> list[tuple[NameEvidence, NameEvidence]]:
    """The names of two passages that exclude each other, each in one pair at most."""
    found: list[tuple[NameEvidence, NameEvidence]] = []
    taken: set[int] = set()
    for a in left:
        if a.label not in SPELLED or not any(word.unnamed for word in a.words):
            continue
        fitting = [j for j, b in enumerate(right) if j not in taken and exclude(a, b)]
        if len(fitting) == 1:
            taken.add(fitting[0])
            found.append((a, right[fitting[0]]))
    return found


def exclude(a: NameEvidence, b: NameEvidence) -> bool:
    """Whether two persons share a word of their names and differ in another that the other text never gives."""
    if a.label not in SPELLED or b.label not in SPELLED or not any(word.unnamed for word in b.words):
        return False
    scores = name_similarities([word.text for word in a.words], [word.text for word in b.words])
    shared_left, shared_right = scores.max(1) >= ONE_WORD, scores.max(0) >= ONE_WORD
    if not shared_left.any():
        return False
    rest_left = [i for i, word in enumerate(a.words) if not shared_left[i] and word.unnamed]
    rest_right = [j for j, word in enumerate(b.words) if not shared_right[j] and word.unnamed]
    return bool(rest_left and rest_right) and all(
        scores[i, j] < UNLIKE and _consonants_shared(a.words[i].text, b.words[j].text) < MISSPELT
        for i in rest_left
        for j in rest_right
    )


def _consonants_shared(a: str, b: str) -> float:
    """How much of two words' consonants is the same, 0 to 1: a misprint, or a word written onto a name, keeps most."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(skeleton(fold(a)), skeleton(fold(b))))
