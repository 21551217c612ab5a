"""Persons whom the other text names nowhere, one in each of two passages that tell the same: Barbarigo and Querini.

Two retellings may speak of different people, so little is surer than three in four: of the six that the gold of the
corpora had when this was written, five were real. Between translations such names are one person's, badly spelled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from align.comparison.name_conflicts import misspelt
from align.comparison.name_evidence import SPELLED
from align.comparison.reasons import reason_for_match
from align.comparison.relation import Relation
from align.model import DocumentAnalysis, Finding, Mention, NameValue, Pair
from align.names.similarity import name_similarities
from align.names.told import UNLIKE, identity_words

UNHEARD = Relation("conflict", "each is the one person of its passage whom the other text names nowhere")
LIKELY_COUNTERPART = 0.85  # probability of a pair from which its passages name the same people
FACTOR = 0.75


def unheard_persons(
    findings: Sequence[Finding], pairs: Mapping[str, Pair], left: DocumentAnalysis, right: DocumentAnalysis
) -> list[Finding]:
    """The findings on names, two persons missing from one pair as one conflict."""
    missing: defaultdict[str, tuple[list[Mention], list[Mention]]] = defaultdict(lambda: ([], []))
    for finding in findings:
        for side, verdict in enumerate(("only-left", "only-right")):
            mention = (finding.left, finding.right)[side]
            if finding.verdict == verdict and mention:
                missing[finding.pair][side].append(mention)
    found: list[Finding] = []
    for pair, (own, other) in missing.items():
        score = pairs[pair].score
        if len(own) == len(other) == 1 and score >= LIKELY_COUNTERPART and _exclude(own[0], other[0]):
            reason = reason_for_match(own[0], other[0], UNHEARD, (left.document, right.document))
            found.append(Finding("", pair, "name", "conflict", FACTOR * score, own[0], other[0], *reason))
    told = {mention for each in found for mention in (each.left, each.right)}
    kept = [f for f in findings if f.verdict not in ("only-left", "only-right") or not told & {f.left, f.right}]
    return [*kept, *found]


def _exclude(a: Mention, b: Mention) -> bool:
    """Whether two names are persons', and no word of one can be one of the other's."""
    words = identity_words(a.text), identity_words(b.text)
    if not (_is_person(a) and _is_person(b) and all(words)) or misspelt(a.text, b.text):
        return False
    return float(name_similarities(words[0], words[1]).max()) < UNLIKE


def _is_person(mention: Mention) -> bool:
    return isinstance(mention.value, NameValue) and mention.value.label in SPELLED
