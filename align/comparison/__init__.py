"""Compare: the mentions of each pair are held against each other and each gets a verdict with its reason."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from align.comparison.affinity import Surroundings
from align.comparison.claim_pairs import add_claim_pairs
from align.comparison.claims import Claims
from align.comparison.contradicted import conflicts_of_contradictions, unexplained
from align.comparison.coverage import MOST_OF_A_TEXT, coverage
from align.comparison.event_places import cities_of_events
from align.comparison.hold import Held, agreeing_pairs, hold
from align.comparison.names import compare_names
from align.comparison.pair_mentions import MentionIndex, PairMentions
from align.comparison.refined import conflicts_of_refinements
from align.comparison.told_again import conflicts_told_again
from align.comparison.unheard_persons import unheard_persons
from align.comparison.unheard_places import unheard_places
from align.comparison.values import compare_values, equal_by_chance
from align.model import Contradiction, DocumentAnalysis, Finding, Pair
from align.names.shared import SharedNames

__all__ = ["Claims", "Surroundings", "add_claim_pairs", "compare_pairs", "hold_all", "unexplained"]

MOST_SURE = 0.99  # nothing is certain
_SEVERITY = {"conflict": 0, "only-left": 1, "only-right": 1, "compatible": 2, "agree": 3}


def compare_pairs(
    left: DocumentAnalysis,
    right: DocumentAnalysis,
    pairs: Sequence[Pair],
    names: SharedNames,
    surroundings: Surroundings,
    internal: Sequence[Contradiction],
) -> tuple[tuple[Finding, ...], list[Pair]]:
    """All findings, the gravest first and the surest of these first, and the pairs with those that they need more.

    `internal` are the contradictions within either text.
    """
    members = _members(left, right, pairs)
    covered = coverage(left, right, pairs)
    held = _hold_members(members, left, right, surroundings, covered)
    name_findings, ties = compare_names(
        members, names, left, right, surroundings.contexts.vectors, agreeing_pairs(held)
    )
    if covered < MOST_OF_A_TEXT:
        name_findings = unheard_persons(name_findings, {pair.id: pair for pair in pairs}, left, right)
    opposed = {(f.left, f.right) for f in name_findings if f.verdict == "conflict"}
    cities = [f for f in cities_of_events(held, left, right, names, surroundings) if (f.left, f.right) not in opposed]
    settled = {m for f in (*name_findings, *cities) if f.verdict == "conflict" for m in (f.left, f.right) if m}
    cities += unheard_places(pairs, left, right, names, settled)
    findings = [*name_findings, *cities, *compare_values(held, members, ties, left, right)]
    contradicted, added = conflicts_of_contradictions(internal, findings, pairs, left, right)
    refined, more = conflicts_of_refinements(
        [*findings, *contradicted], [*pairs, *added], surroundings.claims, left, right
    )
    contradicted, added = [*contradicted, *refined], [*added, *more]
    again, further = conflicts_told_again([*findings, *contradicted], [*pairs, *added], left, right)
    contradicted, added = [*contradicted, *again], [*added, *further]
    told = {mention for finding in (*contradicted, *cities) for mention in (finding.left, finding.right)}
    # What a text contradicts itself about is no value that the other one lacks.
    findings = [f for f in findings if (f.left and f.right) or (f.left or f.right) not in told]
    by_chance, doubted = equal_by_chance(held), {mention for c in internal for mention in (c.first, c.second)}
    findings = [f for f in findings if (f.left, f.right) not in by_chance or {f.left, f.right} & doubted]
    findings = [_rounded(finding) for finding in (*findings, *contradicted)]
    ordered = sorted(findings, key=lambda f: (_SEVERITY[f.verdict], -f.confidence, _place(f)))
    return tuple(_identified(ordered)), [*pairs, *added]


def hold_all(
    left: DocumentAnalysis, right: DocumentAnalysis, pairs: Sequence[Pair], surroundings: Surroundings
) -> list[Held]:
    """Every two values of a pair that are held against each other, whatever comes of it."""
    return _hold_members(_members(left, right, pairs), left, right, surroundings, coverage(left, right, pairs))


def _members(left: DocumentAnalysis, right: DocumentAnalysis, pairs: Sequence[Pair]) -> list[PairMentions]:
    mentions = (MentionIndex(left), MentionIndex(right))
    figures = (MentionIndex(left, figures=True), MentionIndex(right, figures=True))
    return [
        PairMentions(
            pair,
            mentions[0].within(pair.left),
            mentions[1].within(pair.right),
            figures[0].within(pair.left),
            figures[1].within(pair.right),
        )
        for pair in pairs
    ]


def _hold_members(
    members: Sequence[PairMentions],
    left: DocumentAnalysis,
    right: DocumentAnalysis,
    surroundings: Surroundings,
    covered: float,
) -> list[Held]:
    documents = (left.document, right.document)
    return [held for member in members for held in hold(member, surroundings, documents, covered)]


def _rounded(finding: Finding) -> Finding:
    """Two digits are all that a confidence can claim, and they do not hang on the processor that computed it."""
    return replace(finding, confidence=min(MOST_SURE, round(finding.confidence, 2)))


def _place(finding: Finding) -> tuple[int, int]:
    return (finding.left.start if finding.left else -1, finding.right.start if finding.right else -1)


def _identified(findings: Sequence[Finding]) -> list[Finding]:
    """Findings with ids made of what they say, so that an edit elsewhere in the texts leaves them as they are."""
    seen: Counter[str] = Counter()
    out = []
    for finding in findings:
        quotes = [mention.text if mention else "" for mention in (finding.left, finding.right)]
        content = "\x1f".join([finding.kind, finding.verdict, *quotes])
        seen[content] += 1
        digest = hashlib.sha256(f"{content}\x1f{seen[content]}".encode("utf-8", "surrogatepass")).hexdigest()
        out.append(replace(finding, id=digest[:16]))
    return out
