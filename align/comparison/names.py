"""Verdicts on names: who and where each passage of a pair speaks of.

A name that its counterpart passage lacks is missing only where the other text never tells it, as a tagged name or as
plain words; one that it tells in another place is compatible, with that place. Two names conflict only as
`name_conflicts` says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set

import numpy as np

from align.assignment import best_assignment
from align.comparison.confidence import MISSING_FACTOR
from align.comparison.name_conflicts import SURE_COUNTERPART, conflicting, countries_apart, places_apart
from align.comparison.name_elsewhere import Elsewhere
from align.comparison.name_evidence import NameEvidence, gather, names_of
from align.comparison.pair_mentions import PairMentions
from align.comparison.place_roles import may_lie_on_other, places_in_one_role
from align.comparison.reasons import reason_for_elsewhere, reason_for_match, reason_for_missing
from align.comparison.relation import Relation
from align.encode import TextVectors
from align.model import Document, DocumentAnalysis, Finding, Mention, Verdict
from align.names.shared import SAME, SharedNames

SHOWN_TIES = 3
ELSEWHERE_FACTOR = 0.5  # that a name told elsewhere is the one that the passage leaves out
ELSEWHERE_PAIR = 0.75  # probability of a pair from which it says something that one passage leaves a name out
ONCE = ("only-left", "only-right", "compatible")
LIKELY_COUNTERPART = 0.85  # probability of a pair from which two places in one role exclude each other
SHARING_COUNTERPART = 0.6  # the same where the passages share a name
CONFLICT_FACTOR = 0.8  # that two names were meant to be one, given wrongly in one text
PERSONS = Relation("conflict", "the two share one name and differ in the other")
PLACES = Relation("conflict", "each is the one place of its passage that the other text tells nowhere")
ONE_ROLE = Relation("conflict", "what is said around the two places is alike, and each passage lacks the other's place")

Matches = list[tuple[Mention, Mention, float]]


def compare_names(
    members: Sequence[PairMentions],
    names: SharedNames,
    left: DocumentAnalysis,
    right: DocumentAnalysis,
    vectors: TextVectors | None = None,
    sure: Set[str] = frozenset(),
) -> tuple[list[Finding], dict[str, tuple[str, ...]]]:
    """Findings on names, and for each pair the names that tie its passages together, the rarest first.

    `sure` are the pairs, by id, whose values show that they tell the same, however likely that was without them.
    """
    evidence = gather(members, names, left, right)
    frequency = Counter(mention.text for mention in left.mentions if mention.kind == "name")
    elsewhere = (Elsewhere(right, names, of_left=True), Elsewhere(left, names, of_left=False))
    findings: list[Finding] = []
    ties: dict[str, tuple[str, ...]] = {}
    for member in members:
        own = [evidence[0][member.pair.id, mention.text] for mention in names_of(member.left)]
        other = [evidence[1][member.pair.id, mention.text] for mention in names_of(member.right)]
        matches = _match(own, other, names)
        by_rarity = sorted((a.text for a, _, _ in matches), key=lambda text: frequency[text])
        ties[member.pair.id] = tuple(dict.fromkeys(by_rarity))[:SHOWN_TIES]
        score = max(member.pair.score, SURE_COUNTERPART if member.pair.id in sure else 0.0)
        findings += _verdicts(member, own, other, matches, (left.document, right.document), score, names, vectors)
        if member.pair.score >= ELSEWHERE_PAIR:
            findings += _told_elsewhere(member, own, other, elsewhere, (left.document, right.document))
    return list(_once(findings)), ties


def _match(left: Sequence[NameEvidence], right: Sequence[NameEvidence], names: SharedNames) -> Matches:
    """Names of the two passages, one to one, that are the same."""
    a = [each.mention for each in left if not each.misspoken]
    b = [each.mention for each in right if not each.misspoken]
    if not a or not b:
        return []
    scores = np.array([[names.similarity(x, y) for y in b] for x in a])
    return [(a[i], b[j], float(scores[i, j])) for i, j in best_assignment(scores) if scores[i, j] >= SAME]


def _verdicts(
    member: PairMentions,
    own: Sequence[NameEvidence],
    other: Sequence[NameEvidence],
    matches: Matches,
    documents: tuple[Document, Document],
    score: float,
    names: SharedNames,
    vectors: TextVectors | None,
) -> Iterator[Finding]:
    pair = member.pair.id
    for a, b, alike in matches:
        reason = reason_for_match(a, b, Relation("agree", "they are forms of one name"), documents)
        yield Finding("", pair, "name", "agree", alike * member.pair.score, a, b, *reason)
    settled = {mention for a, b, _ in matches for mention in (a, b)}
    open_left = [each for each in own if each.mention not in settled]
    open_right = [each for each in other if each.mention not in settled]
    excluding: list[tuple[NameEvidence, NameEvidence, Relation]] = []
    if score >= SURE_COUNTERPART:
        excluding = [(x, y, PERSONS) for x, y in conflicting(open_left, open_right)]
        places = places_apart(open_left, open_right) or countries_apart(open_left, open_right)
        if places and not may_lie_on_other(places[0].mention, places[1].mention, documents):
            excluding.append((*places, PLACES))
    likely = SHARING_COUNTERPART if matches else LIKELY_COUNTERPART
    if vectors and score >= likely and not any(relation == PLACES for _, _, relation in excluding):
        taken = {each.mention for x, y, _ in excluding for each in (x, y)}
        free_left, free_right = (
            [each for each in side if each.mention not in taken] for side in (open_left, open_right)
        )
        passages = member.pair.left, member.pair.right
        if places := places_in_one_role(free_left, free_right, passages, documents, names, vectors):
            excluding.append((*places, ONE_ROLE))
    for x, y, relation in excluding:
        reason = reason_for_match(x.mention, y.mention, relation, documents)
        settled |= {x.mention, y.mention}
        yield Finding("", pair, "name", "conflict", CONFLICT_FACTOR * score, x.mention, y.mention, *reason)
    yield from (_missing(each, "only-left", member, documents) for each in open_left if _stays(each, settled))
    yield from (_missing(each, "only-right", member, documents) for each in open_right if _stays(each, settled))


def _told_elsewhere(
    member: PairMentions,
    own: Sequence[NameEvidence],
    other: Sequence[NameEvidence],
    elsewhere: tuple[Elsewhere, Elsewhere],
    documents: tuple[Document, Document],
) -> Iterator[Finding]:
    pair, confidence = member.pair, ELSEWHERE_FACTOR * member.pair.score
    for each in own:
        if found := elsewhere[0].nearest(each, pair.right):
            reason = reason_for_elsewhere(each.mention, documents, "right")
            yield Finding("", pair.id, "name", "compatible", confidence, each.mention, found, *reason)
    for each in other:
        if found := elsewhere[1].nearest(each, pair.left):
            reason = reason_for_elsewhere(each.mention, documents, "left")
            yield Finding("", pair.id, "name", "compatible", confidence, found, each.mention, *reason)


def _stays(evidence: NameEvidence, settled: Set[Mention]) -> bool:
    return evidence.missing and evidence.mention not in settled


def _missing(
    evidence: NameEvidence, verdict: Verdict, member: PairMentions, documents: tuple[Document, Document]
) -> Finding:
    mention, confidence = evidence.mention, MISSING_FACTOR * member.pair.score
    left, right = (mention, None) if verdict == "only-left" else (None, mention)
    reason = reason_for_missing(mention, documents, "right" if left else "left")
    return Finding("", member.pair.id, "name", verdict, confidence, left, right, *reason)


def _once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, a name that the other text lacks or tells elsewhere in its surest pair only."""
    seen: set[tuple[str, ...]] = set()
    for finding in sorted(findings, key=lambda each: -each.confidence):
        texts = (finding.verdict, *(mention.text for mention in (finding.left, finding.right) if mention))
        if finding.verdict in ONCE and texts in seen:
            continue
        seen.add(texts)
        yield finding
