"""The values of one pair of passages held against each other, before it is known what the other pairs say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from align.comparison import distances
from align.comparison.affinity import Affinities, Affinity
from align.comparison.bearing import names_day
from align.comparison.confidence import Setting, agreement_confidence, conflict_confidence, is_translation
from align.comparison.counted_shares import told_as_counts
from align.comparison.coverage import MOST_OF_A_TEXT
from align.comparison.figures import DIFFER, odd_figures, told_as_figures
from align.comparison.match import Match, match_mentions
from align.comparison.other_members import with_others
from align.comparison.pair_mentions import PairMentions, place_in
from align.comparison.slips import figure
from align.comparison.told_as_twos import told_as_twos
from align.comparison.totals import match_totals
from align.comparison.translation import strictly
from align.model import Document, Kind, Mention, NumberValue, Pair

LONG_FIGURE = 100  # is seldom told of two things that are told in two like passages
VALUE_KINDS: tuple[Kind, ...] = ("date", "number")


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

    @property
    def both(self) -> tuple[Mention, Mention]:
        return self.match.left, self.match.right


def hold(
    member: PairMentions, surroundings: Affinities, documents: tuple[Document, Document], coverage: float
) -> Iterator[Held]:
    """Matches of one pair, totals first: what a total accounts for is not held against anything else.

    `coverage` is how much of the two documents is paired, as `align.comparison.coverage` measures it.
    """
    pair = member.pair

    def affinity(a: Mention, b: Mention) -> Affinity:
        return surroundings.affinity(a, b, 1 - abs(place_in(pair.left, a) - place_in(pair.right, b)))

    spent = told_otherwise(member, documents)
    left, right = ([mention for mention in side if mention not in spent] for side in (member.left, member.right))
    totals = match_totals(left, right, documents, affinity)
    spent |= {mention for _, accounted in totals for mention in accounted}
    values = [[m for m in side if m.kind != "name" and m not in spent] for side in (member.left, member.right)]
    matches: list[Match] = []
    for kind in VALUE_KINDS:
        of_kind = [[mention for mention in side if mention.kind == kind] for side in values]
        matches += match_mentions(of_kind[0], of_kind[1], affinity, is_translation(pair.score, coverage))
    more_values = abs(len(values[0]) - len(values[1]))
    setting = Setting(pair.score, coverage, _unanswered(values, matches), more_values)
    matches = [with_others(match, documents) for match in matches]
    if setting.is_translation:
        matches = [strictly(match) for match in matches]
        setting = replace(setting, unanswered=_unanswered(values, matches))
    for match in matches:
        yield _held(pair, match, setting)
    matched = {mention for match in matches for mention in (match.left, match.right)}
    lone = {m for side in values for m in side if m not in matched}
    if coverage >= MOST_OF_A_TEXT and (spans := distances.odd_spans(values[0], values[1], lone)):
        yield _held(pair, Match(*spans, distances.DIFFER, affinity(*spans)), setting)
    if odd := odd_figures(member, values, lone):
        match = Match(odd.left, odd.right, DIFFER, affinity(odd.left, odd.right))
        yield _held(pair, match, replace(setting, unanswered=odd.unanswered, more_values=odd.more_values))
    for match, accounted in totals:
        yield replace(_held(pair, match, replace(setting, is_total=True)), accounted=accounted)


def told_otherwise(member: PairMentions, documents: tuple[Document, Document]) -> set[Mention]:
    """The values that the other passage gives as well, in a form that nothing is held against."""
    distant = distances.told_as_distances(member.left, member.right)
    return distant | told_as_figures(member) | told_as_counts(member) | told_as_twos(member, documents)


def agreeing_pairs(held: Sequence[Held]) -> set[str]:
    """The pairs, by id, whose passages give another same value beside the same day or the same long figure.

    They tell the same.
    """
    agreeing: dict[str, list[Mention]] = {}
    for each in held:
        if each.match.relation.bearing == "agree":
            agreeing.setdefault(each.pair.id, []).append(each.match.left)
    return {
        pair
        for pair, values in agreeing.items()
        if len(values) > 1 and any(names_day(value) or _is_long_figure(value) for value in values)
    }


def _is_long_figure(mention: Mention) -> bool:
    return isinstance(mention.value, NumberValue) and figure(mention.value) >= LONG_FIGURE


def _unanswered(values: Sequence[Sequence[Mention]], matches: Sequence[Match]) -> int:
    """How many values of a pair have none on the other side that can be the same."""
    answered = {m for match in matches if match.relation.bearing != "conflict" for m in (match.left, match.right)}
    return sum(mention not in answered for side in values for mention in side)


def _held(pair: Pair, match: Match, setting: Setting) -> Held:
    weigh = conflict_confidence if match.relation.bearing == "conflict" else agreement_confidence
    return Held(pair, match, setting, weigh(match, setting))
