"""Verdicts on names: who and where each passage of a pair speaks of.

A name that its counterpart passage lacks is reported only where the other text never tells it, as a tagged
name or as plain words; names never conflict here, because two passages may well speak of different people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import regex
from scipy.optimize import linear_sum_assignment

from align.compare.confidence import MISSING_FACTOR
from align.compare.pair_mentions import PairMentions
from align.compare.reasons import reason_for_match, reason_for_missing
from align.model import DocumentAnalysis, Finding, Mention
from align.name_similarity import name_similarities

SAME = 0.8  # at this similarity two names are one
TOLD = 0.6  # at this one a word of the other text may be the name, though nothing tagged it
SHOWN_TIES = 3
_WORD = regex.compile(r"\p{L}[\p{L}\p{Mn}'\u2019-]{2,}")


class SharedNames:
    """Which names of the left text are which names of the right one. Each two forms are compared once."""

    def __init__(self, left: DocumentAnalysis, right: DocumentAnalysis) -> None:
        self._left, self._right = _forms(left), _forms(right)
        self._scores = name_similarities(list(self._left), list(self._right))
        self._texts = (left.document.text, right.document.text)

    def similarity(self, a: Mention, b: Mention) -> float:
        return float(self._scores[self._left[a.text], self._right[b.text]])

    def untold(self) -> tuple[set[str], set[str]]:
        """The names of each side that the other text tells nowhere."""
        best_left = self._scores.max(1, initial=0.0)
        best_right = self._scores.max(0, initial=0.0)
        alone_left = [name for name, at in self._left.items() if best_left[at] < TOLD]
        alone_right = [name for name, at in self._right.items() if best_right[at] < TOLD]
        return _not_in_words(alone_left, self._texts[1]), _not_in_words(alone_right, self._texts[0])


def _forms(analysis: DocumentAnalysis) -> dict[str, int]:
    names = dict.fromkeys(mention.text for mention in analysis.mentions if mention.kind == "name")
    return {name: number for number, name in enumerate(names)}


def _not_in_words(names: Sequence[str], text: str) -> set[str]:
    """Those of `names` of which not one word is in `text`, in whatever script."""
    if not names:
        return set()
    words = sorted(set(_WORD.findall(text)))
    parts = {name: _WORD.findall(name) or [name] for name in names}
    unique = sorted({part for own in parts.values() for part in own})
    best = name_similarities(unique, words).max(1, initial=0.0)
    told = {part for part, score in zip(unique, best, strict=True) if score >= TOLD}
    return {name for name, own in parts.items() if not told.intersection(own)}


def compare_names(
    members: Sequence[PairMentions], left: DocumentAnalysis, right: DocumentAnalysis
) -> tuple[list[Finding], dict[str, tuple[str, ...]]]:
    """Findings on names, and for each pair the names that tie its passages together, the rarest first."""
    shared = SharedNames(left, right)
    matches = {member.pair.id: _match(member, shared) for member in members}
    frequency = Counter(mention.text for mention in left.mentions if mention.kind == "name")
    ties = {
        pair: tuple(dict.fromkeys(sorted((a.text for a, _, _ in found), key=lambda text: frequency[text])))[:SHOWN_TIES]
        for pair, found in matches.items()
    }
    findings = [finding for member in members for finding in _agreements(member, matches[member.pair.id], left, right)]
    return findings + list(_missing(members, shared, left, right)), ties


def _match(member: PairMentions, shared: SharedNames) -> list[tuple[Mention, Mention, float]]:
    """Names of the two passages, one to one, that are the same."""
    a, b = (_first_of_each(side) for side in (member.left, member.right))
    if not a or not b:
        return []
    scores = np.array([[shared.similarity(x, y) for y in b] for x in a])
    rows, columns = linear_sum_assignment(scores, maximize=True)
    return [(a[i], b[j], float(scores[i, j])) for i, j in zip(rows, columns, strict=True) if scores[i, j] >= SAME]


def _first_of_each(mentions: Sequence[Mention]) -> list[Mention]:
    """A passage that names someone twice speaks of one person."""
    first: dict[str, Mention] = {}
    for mention in mentions:
        if mention.kind == "name":
            first.setdefault(mention.text, mention)
    return list(first.values())


def _agreements(
    member: PairMentions,
    matches: Sequence[tuple[Mention, Mention, float]],
    left: DocumentAnalysis,
    right: DocumentAnalysis,
) -> Iterator[Finding]:
    documents = (left.document, right.document)
    for a, b, score in matches:
        reason = reason_for_match(a, b, "they are forms of one name", documents)
        yield Finding("", member.pair.id, "name", "agree", score * member.pair.score, a, b, reason)


def _missing(
    members: Sequence[PairMentions], shared: SharedNames, left: DocumentAnalysis, right: DocumentAnalysis
) -> Iterator[Finding]:
    untold_left, untold_right = shared.untold()
    for member in members:
        confidence = MISSING_FACTOR * member.pair.score
        for mention in _first_of_each(member.left):
            if mention.text in untold_left:
                reason = reason_for_missing(mention, right.document)
                yield Finding("", member.pair.id, "name", "only-left", confidence, mention, None, reason)
        for mention in _first_of_each(member.right):
            if mention.text in untold_right:
                reason = reason_for_missing(mention, left.document)
                yield Finding("", member.pair.id, "name", "only-right", confidence, None, mention, reason)
