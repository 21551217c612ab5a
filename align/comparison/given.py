"""Values of pairs that are given, not found: a unit of a translation memory with its translation.

What the pair is about needs no evidence, so no vectors are made: within one unit equal values answer to each other, and
what is left is told apart by its place and by how a slip would make one of the other. Each unit stands by itself: a
value is missing where its own counterpart lacks it, whatever other units say.
"""

from __future__ import annotations

from collections.abc import Sequence

from align.comparison.affinity import Affinity
from align.comparison.hold import hold
from align.comparison.names import compare_names
from align.comparison.pair_mentions import PairMentions
from align.comparison.values import compare_values
from align.model import Document, DocumentAnalysis, Finding, Mention
from align.names.shared import SharedNames

# The log odds that two values of one unit are said of one thing, before their places and values are looked at.
GIVEN = 1.0
_WHOLE = 1.0  # of two texts that translate each other everything is paired


class GivenAffinity:
    """What is known of two values where their units are given and nothing else was measured."""

    def affinity(self, left: Mention, right: Mention, place: float) -> Affinity:
        return Affinity(None, 0.0, place, GIVEN)


def compare_given_values(
    member: PairMentions, ties: Sequence[str], documents: tuple[Document, Document]
) -> list[Finding]:
    """The findings on dates and numbers of one given pair. `ties` are names that both sides have."""
    held = list(hold(member, GivenAffinity(), documents, _WHOLE))
    left = DocumentAnalysis(documents[0], "", member.left, figures=member.left_figures)
    right = DocumentAnalysis(documents[1], "", member.right, figures=member.right_figures)
    return compare_values(held, [member], {member.pair.id: ties}, left, right)


def compare_given_names(
    members: Sequence[PairMentions], names: SharedNames, left: DocumentAnalysis, right: DocumentAnalysis
) -> tuple[dict[str, list[Finding]], dict[str, Sequence[str]]]:
    """The findings on names by the id of the pair, and for each pair the names that both sides have."""
    findings, ties = compare_names(members, names, left, right)
    by_pair: dict[str, list[Finding]] = {}
    for finding in findings:
        by_pair.setdefault(finding.pair, []).append(finding)
    return by_pair, dict(ties)
