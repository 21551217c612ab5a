"""Verdicts on dates and numbers, pair by pair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from align.comparison.affinity import Affinity, Surroundings
from align.comparison.confidence import (
    CONFLICT_FLOOR,
    MISSING_FACTOR,
    Setting,
    agreement_confidence,
    conflict_confidence,
)
from align.comparison.match import Match, count_rivals, match_mentions, relate
from align.comparison.pair_mentions import MentionIndex, PairMentions, place_in
from align.comparison.reasons import reason_for_match, reason_for_missing, with_ties
from align.comparison.totals import match_totals
from align.model import DateValue, Document, DocumentAnalysis, Finding, Kind, Mention, Pair, Span

VALUE_KINDS: tuple[Kind, ...] = ("date", "number")
SETTLING = 0.7  # a pair as sure as this settles what its compatible values are about
AGREEING = 0.2  # how much surer a pair is of two values that agree
NEARBY = 200  # code points around a passage in which a value counts as told by it


@dataclass(frozen=True, slots=True)
class Held:
    """A match within its pair, what it stands among, and the confidence of its verdict."""

    pair: Pair
    match: Match
    setting: Setting
    confidence: float
    accounted: frozenset[Mention] = frozenset()  # the parts of a total, which are not compared one by one

    @property
    def conflicts(self) -> bool:
        return self.match.relation.bearing == "conflict"


def compare_values(
    held: Sequence[Held],
    members: Sequence[PairMentions],
    ties: Mapping[str, Sequence[str]],
    left: DocumentAnalysis,
    right: DocumentAnalysis,
) -> list[Finding]:
    """Findings on dates and numbers. A mention that stands in several pairs is reported where it fits best.

    `ties` are the names that hold each pair together, by the id of the pair; they go into the reasons.
    """
    documents = (left.document, right.document)
    settled = _settle(held)
    places = (MentionIndex(left), MentionIndex(right))
    kept = [match for match in held if not match.conflicts or _stands(match, settled, *places)]
    kept = _best_per_mention(kept)
    told = {mention for match in kept for mention in (*_both(match), *match.accounted)}
    findings = [_finding(match, ties, documents) for match in kept]
    return findings + list(_missing(members, told, ties, left, right))


def _both(held: Held) -> tuple[Mention, Mention]:
    return held.match.left, held.match.right


def hold(member: PairMentions, surroundings: Surroundings, documents: tuple[Document, Document]) -> Iterator[Held]:
    """Matches of one pair, totals first: what a total accounts for is not held against anything else."""
    pair = member.pair

    def affinity(a: Mention, b: Mention) -> Affinity:
        return surroundings.affinity(a, b, 1 - abs(place_in(pair.left, a) - place_in(pair.right, b)))

    totals = match_totals(member.left, member.right, documents, affinity)
    spent = {mention for _, accounted in totals for mention in accounted}
    for kind in VALUE_KINDS:
        a = [mention for mention in member.left if mention.kind == kind and mention not in spent]
        b = [mention for mention in member.right if mention.kind == kind and mention not in spent]
        matches = match_mentions(a, b, affinity)
        equal = [match for match in matches if match.relation.bearing != "conflict"]
        open_left = [mention for mention in a if all(mention is not match.left for match in equal)]
        open_right = [mention for mention in b if all(mention is not match.right for match in equal)]
        for match in matches:
            yield _held(pair, match, Setting(pair.score, count_rivals(match, open_left, open_right, affinity)))
    for match, accounted in totals:
        yield replace(_held(pair, match, Setting(pair.score, 0, is_total=True)), accounted=accounted)


def _held(pair: Pair, match: Match, setting: Setting) -> Held:
    weigh = conflict_confidence if match.relation.bearing == "conflict" else agreement_confidence
    return Held(pair, match, setting, weigh(match, setting))


def _settle(held: Sequence[Held]) -> dict[Mention, float]:
    """How surely each mention has found what it is about, so that no less sure pair can set it at odds.

    A vaguer date that fits ("1996" beside "September 1996") settles nothing in a tentative pair.
    """
    settled: dict[Mention, float] = {}
    for match in held:
        agrees = match.match.relation.bearing == "agree"
        if agrees or (not match.conflicts and match.pair.score >= SETTLING):
            for mention in _both(match):
                settled[mention] = max(settled.get(mention, 0.0), match.pair.score + AGREEING * agrees)
    return settled


def _stands(held: Held, settled: Mapping[Mention, float], left: MentionIndex, right: MentionIndex) -> bool:
    """Whether a conflict is to be called one: it is sure enough, and neither value is told beside it after all."""
    a, b = _both(held)
    if held.confidence < CONFLICT_FLOOR or max(settled.get(a, 0.0), settled.get(b, 0.0)) >= held.pair.score:
        return False
    spoken_for = settled.keys() | held.accounted
    return not (_told_near(a, right, held.pair.right, spoken_for) or _told_near(b, left, held.pair.left, spoken_for))


def _told_near(mention: Mention, other: MentionIndex, passage: Sequence[Span], spoken_for: Set[Mention]) -> bool:
    around = [Span(max(0, passage[0].start - NEARBY), passage[-1].end + NEARBY)]
    return any(
        candidate.kind == mention.kind and candidate not in spoken_for and relate(mention, candidate).bearing == "agree"
        for candidate in other.within(around)
    )


def _best_per_mention(kept: Sequence[Held]) -> list[Held]:
    """Each pair of mentions once, and each conflicting mention in its surest conflict only."""
    best: dict[tuple[Mention, Mention], Held] = {}
    in_conflict: set[Mention] = set()
    for held in sorted(kept, key=lambda h: -h.confidence):
        key = _both(held)
        if key in best or (held.conflicts and any(mention in in_conflict for mention in key)):
            continue
        best[key] = held
        if held.conflicts:
            in_conflict.update(key)
    return list(best.values())


def _finding(held: Held, ties: Mapping[str, Sequence[str]], documents: tuple[Document, Document]) -> Finding:
    match, pair = held.match, held.pair.id
    verdict = match.relation.bearing
    assert verdict != "apart"
    reason = with_ties(reason_for_match(match.left, match.right, match.relation, documents), ties[pair])
    return Finding("", pair, match.left.kind, verdict, held.confidence, match.left, match.right, *reason)


def _missing(
    members: Sequence[PairMentions],
    told: set[Mention],
    ties: Mapping[str, Sequence[str]],
    left: DocumentAnalysis,
    right: DocumentAnalysis,
) -> Iterator[Finding]:
    """Values that the counterpart passage lacks, and that the other text does not tell elsewhere either."""
    seen = set(told)
    elsewhere_right = {_key(mention) for mention in right.mentions}
    elsewhere_left = {_key(mention) for mention in left.mentions}
    # The surest pair first: what a tentative one lacks may be dropped with it.
    for member in sorted(members, key=lambda member: -member.pair.score):
        pair, confidence = member.pair, MISSING_FACTOR * member.pair.score
        for mention in _untold(member.left, seen, elsewhere_right):
            reason = with_ties(reason_for_missing(mention, right.document), ties[pair.id])
            yield Finding("", pair.id, mention.kind, "only-left", confidence, mention, None, *reason)
        for mention in _untold(member.right, seen, elsewhere_left):
            reason = with_ties(reason_for_missing(mention, left.document), ties[pair.id])
            yield Finding("", pair.id, mention.kind, "only-right", confidence, None, mention, *reason)


def _untold(mentions: Sequence[Mention], seen: set[Mention], elsewhere: Set[tuple[object, ...]]) -> Iterator[Mention]:
    """The values among `mentions` that are neither seen yet nor told elsewhere; they count as seen from then on."""
    for mention in mentions:
        if mention not in seen and _is_value(mention) and _key(mention) not in elsewhere:
            seen.add(mention)
            yield mention


def _is_value(mention: Mention) -> bool:
    """A date or number that says something by itself: not "yesterday" without a day to count from."""
    return mention.kind != "name" and not (isinstance(mention.value, DateValue) and mention.value.edtf is None)


def _key(mention: Mention) -> tuple[object, ...]:
    """What makes two mentions state the same value, whatever they count."""
    value = mention.value
    if isinstance(value, DateValue):
        return ("date", value.edtf)
    return (mention.kind, getattr(value, "low", None), getattr(value, "high", None))
