"""Verdicts on names: who and where each passage of a pair speaks of.

A name that its counterpart passage lacks is reported only where the other text never tells it, as a tagged
name or as plain words; names never conflict here, because two passages may well speak of different people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from align.assignment import best_assignment
from align.comparison.confidence import MISSING_FACTOR
from align.comparison.pair_mentions import PairMentions
from align.comparison.reasons import reason_for_match, reason_for_missing
from align.model import DocumentAnalysis, Finding, Mention
from align.names.shared import SAME, SharedNames

SHOWN_TIES = 3


def compare_names(
    members: Sequence[PairMentions], names: SharedNames, left: DocumentAnalysis, right: DocumentAnalysis
) -> tuple[list[Finding], dict[str, tuple[str, ...]]]:
    """Findings on names, and for each pair the names that tie its passages together, the rarest first."""
    matches = {member.pair.id: _match(member, names) for member in members}
    frequency = Counter(mention.text for mention in left.mentions if mention.kind == "name")
    ties = {
        pair: tuple(dict.fromkeys(sorted((a.text for a, _, _ in found), key=lambda text: frequency[text])))[:SHOWN_TIES]
        for pair, found in matches.items()
    }
    findings = [finding for member in members for finding in _agreements(member, matches[member.pair.id], left, right)]
    return findings + list(_missing(members, names, left, right)), ties


def _match(member: PairMentions, names: SharedNames) -> list[tuple[Mention, Mention, float]]:
    """Names of the two passages, one to one, that are the same."""
    a, b = (_first_of_each(side) for side in (member.left, member.right))
    if not a or not b:
        return []
    scores = np.array([[names.similarity(x, y) for y in b] for x in a])
    return [(a[i], b[j], float(scores[i, j])) for i, j in best_assignment(scores) if scores[i, j] >= SAME]


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
    members: Sequence[PairMentions], names: SharedNames, left: DocumentAnalysis, right: DocumentAnalysis
) -> Iterator[Finding]:
    untold_left, untold_right = names.untold()
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
