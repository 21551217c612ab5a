"""Verdicts on dates and numbers, pair by pair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from align.comparison.bearing import says_same
from align.comparison.confidence import AGREEMENT_FLOOR, MISSING_FACTOR, conflict_floor
from align.comparison.hold import Held, told_otherwise
from align.comparison.pair_mentions import MentionIndex, PairMentions
from align.comparison.reasons import Reason, reason_for_match, reason_for_missing, with_ties
from align.comparison.slips import figure
from align.model import DateValue, Document, DocumentAnalysis, Finding, Mention, NumberValue, Span

SETTLING = 0.7  # a pair as sure as this settles what its compatible values are about
AGREEING = 0.2  # how much surer a pair is of two values that agree
LARGER = 13  # from here on a count is seldom met by chance
UNLIKE = -4.5  # log odds of what is said around two values, below which only the values themselves made them a pair
NEARBY = 200  # code points around a passage in which a value counts as told by it


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
    # What the total of two parts brings together is not undone by an equal part of something else.
    known = {
        is_total: (_settle(looked_at), _agreed(looked_at))
        for is_total, looked_at in ((False, held), (True, [match for match in held if not match.pair.tentative]))
    }
    places = (MentionIndex(left), MentionIndex(right))
    kept = [
        match
        for match in held
        for settled, agreed in [known[match.setting.is_total]]
        if _stands(match, settled, *places) and not _agrees_better(match, agreed)
    ]
    kept = _best_per_mention(kept)
    told = {mention for match in kept for mention in (*match.both, *match.accounted)}
    told |= {mention for member in members for mention in told_otherwise(member, documents)}
    bonds = _bonds(members, ties, kept)
    findings = [_finding(match, bonds[match.pair.id], documents) for match in kept]
    return findings + list(_missing(members, told, bonds, left, right))


LESS_SAID = 3.0  # log odds by which what is said around a value must not fall behind its surest conflict


@dataclass(frozen=True, slots=True)
class Bond:
    """What ties the passages of a pair: the names that both speak of, and the values in which they agree."""

    names: Sequence[str]
    values: Sequence[Mention]

    def added_to(self, reason: Reason, mention: Mention) -> Reason:
        """The reason of a finding on `mention` with what else ties the passages."""
        return with_ties(reason, self.names, [value.text for value in self.values if value != mention])


def _bonds(members: Sequence[PairMentions], ties: Mapping[str, Sequence[str]], kept: Sequence[Held]) -> dict[str, Bond]:
    agreeing: dict[str, list[Mention]] = {member.pair.id: [] for member in members}
    for held in kept:
        if held.match.relation.bearing == "agree":
            agreeing[held.pair.id].append(held.match.left)
    return {pair: Bond(ties[pair], sorted(values, key=lambda m: m.start)) for pair, values in agreeing.items()}


def _settle(held: Sequence[Held]) -> dict[Mention, float]:
    """How surely each mention has found what it is about, so that no less sure pair can set it at odds.

    A vaguer date that fits ("1996" beside "September 1996") settles nothing in a tentative pair.
    """
    settled: dict[Mention, float] = {}
    for match in held:
        agrees = match.match.relation.bearing == "agree"
        if _is_by_chance(match):
            continue
        if agrees or (not match.conflicts and not match.pair.tentative and match.pair.score >= SETTLING):
            for mention in match.both:
                settled[mention] = max(settled.get(mention, 0.0), match.pair.score + AGREEING * agrees)
    return settled


def equal_by_chance(held: Sequence[Held]) -> set[tuple[Mention, Mention]]:
    """The values that agree by chance, whatever pair they are in: nobody wants to be told of them."""
    equal = [match for match in held if match.match.relation.bearing == "agree"]
    return {match.both for match in equal if _is_by_chance(match)} - {
        match.both for match in equal if not _is_by_chance(match)
    }


def _is_by_chance(held: Held) -> bool:
    """Whether two small figures are equal in clauses that were paired for nothing else."""
    a, b = (mention.value for mention in held.both)
    small = all(isinstance(v, NumberValue) and v.quantity == "count" and figure(v) < LARGER for v in (a, b))
    return small and held.pair.tentative and held.match.affinity.odds < UNLIKE


def _agreed(held: Sequence[Held]) -> dict[Mention, float]:
    """How sure each mention's surest agreement is: its confidence, and half as far from 1 where others stand beside."""
    agreed: dict[Mention, float] = {}
    for match in held:
        if match.match.relation.bearing == "agree" and not _is_by_chance(match):
            sure = (1 + match.confidence) / 2 if match.match.affinity.beside else match.confidence
            for mention in match.both:
                agreed[mention] = max(agreed.get(mention, 0.0), sure)
    return agreed


def _agrees_better(held: Held, agreed: Mapping[Mention, float]) -> bool:
    """Whether a value of a conflict is more surely the same as another of the other text, in whatever pair."""
    return held.conflicts and any(agreed.get(mention, 0.0) > held.confidence for mention in held.both)


def _stands(held: Held, settled: Mapping[Mention, float], left: MentionIndex, right: MentionIndex) -> bool:
    """Whether a verdict is sure enough; in a conflict, neither value may be told beside the other after all."""
    if not held.conflicts:
        return held.confidence >= AGREEMENT_FLOOR
    a, b = held.both
    if held.confidence < conflict_floor(held.match, held.setting):
        return False
    if max(settled.get(a, 0.0), settled.get(b, 0.0)) >= held.pair.score:
        return False
    if held.setting.is_translation:  # each value is rendered in its own sentence
        return True
    spoken_for = settled.keys() | held.accounted
    return not (_told_near(a, right, held.pair.right, spoken_for) or _told_near(b, left, held.pair.left, spoken_for))


def _told_near(mention: Mention, other: MentionIndex, passage: Sequence[Span], spoken_for: Set[Mention]) -> bool:
    around = [Span(max(0, passage[0].start - NEARBY), passage[-1].end + NEARBY)]
    return any(
        candidate not in spoken_for and says_same(mention, candidate) and _of_one_quantity(mention, candidate)
        for candidate in other.within(around)
    )


def _of_one_quantity(mention: Mention, other: Mention) -> bool:
    """Whether two numbers are of one quantity: a bare seven does not tell of seven kilometres."""
    a, b = mention.value, other.value
    return not isinstance(a, NumberValue) or not isinstance(b, NumberValue) or a.quantity == b.quantity


def _best_per_mention(kept: Sequence[Held]) -> list[Held]:
    """Each pair of mentions once, and each conflicting mention in its surest conflict only.

    A value that a text tells twice conflicts at either place with what the other text has.
    """
    best: dict[tuple[Mention, Mention], Held] = {}
    opponents: dict[Mention, tuple[Mention, float]] = {}
    for held in sorted(kept, key=lambda h: -h.confidence):
        (a, b), odds = held.both, held.match.affinity.odds
        new = _is_new(opponents.get(a), b, odds) and _is_new(opponents.get(b), a, odds)
        if (a, b) in best or (held.conflicts and not new):
            continue
        best[a, b] = held
        if held.conflicts:
            opponents |= {a: (b, odds), b: (a, odds)}
    return list(best.values())


def _is_new(opponent: tuple[Mention, float] | None, other: Mention, odds: float) -> bool:
    """Whether a mention is in no conflict yet, or in one with the same value, of which as much speaks for this one.

    «53 طالبا» is at odds with "35 students", and not with "35 scholarships" as well.
    """
    return opponent is None or (says_same(opponent[0], other) and odds > opponent[1] - LESS_SAID)


def _finding(held: Held, bond: Bond, documents: tuple[Document, Document]) -> Finding:
    match, pair = held.match, held.pair.id
    verdict = match.relation.bearing
    assert verdict != "apart"
    reason = bond.added_to(reason_for_match(match.left, match.right, match.relation, documents), match.left)
    return Finding("", pair, match.left.kind, verdict, held.confidence, match.left, match.right, *reason)


def _missing(
    members: Sequence[PairMentions],
    told: set[Mention],
    bonds: Mapping[str, Bond],
    left: DocumentAnalysis,
    right: DocumentAnalysis,
) -> Iterator[Finding]:
    """Values that the counterpart passage lacks, and that the other text does not tell elsewhere either."""
    seen, documents = set(told), (left.document, right.document)
    elsewhere_right = {_key(mention) for mention in (*right.mentions, *right.figures)}
    elsewhere_left = {_key(mention) for mention in (*left.mentions, *left.figures)}
    # The surest pair first: what a tentative one lacks may be dropped with it.
    for member in sorted(members, key=lambda member: -member.pair.score):
        pair, confidence = member.pair, MISSING_FACTOR * member.pair.score
        for mention in _untold(member.left, seen, elsewhere_right):
            reason = bonds[pair.id].added_to(reason_for_missing(mention, documents, "right"), mention)
            yield Finding("", pair.id, mention.kind, "only-left", confidence, mention, None, *reason)
        for mention in _untold(member.right, seen, elsewhere_left):
            reason = bonds[pair.id].added_to(reason_for_missing(mention, documents, "left"), mention)
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
