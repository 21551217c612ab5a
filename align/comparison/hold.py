"""The values of one pair of passages held against each other, before it is known what the other pairs say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from align.comparison.affinity import Affinity, Surroundings
from align.comparison.confidence import Setting, agreement_confidence, conflict_confidence
from align.comparison.figures import DIFFER, odd_figures
from align.comparison.match import Match, match_mentions
from align.comparison.pair_mentions import PairMentions, place_in
from align.comparison.totals import match_totals
from align.model import Document, Kind, Mention, Pair

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
    member: PairMentions, surroundings: Surroundings, documents: tuple[Document, Document], coverage: float
) -> Iterator[Held]:
    """Matches of one pair, totals first: what a total accounts for is not held against anything else.

    `coverage` is how much of the two documents is paired, as `align.comparison.coverage` measures it.
    """
    pair = member.pair

    def affinity(a: Mention, b: Mention) -> Affinity:
        return surroundings.affinity(a, b, 1 - abs(place_in(pair.left, a) - place_in(pair.right, b)))

    totals = match_totals(member.left, member.right, documents, affinity)
    spent = {mention for _, accounted in totals for mention in accounted}
    values = [[m for m in side if m.kind != "name" and m not in spent] for side in (member.left, member.right)]
    matches: list[Match] = []
    for kind in VALUE_KINDS:
        of_kind = [[mention for mention in side if mention.kind == kind] for side in values]
        matches += match_mentions(of_kind[0], of_kind[1], affinity)
    open_values = _unanswered(values, matches)
    setting = Setting(pair.score, coverage, len(open_values), abs(len(values[0]) - len(values[1])))
    for match in matches:
        yield _held(pair, match, setting)
    for match in _figures(member, open_values, affinity):
        yield _held(pair, match, setting)
    for match, accounted in totals:
        yield replace(_held(pair, match, replace(setting, is_total=True)), accounted=accounted)


def _unanswered(values: Sequence[Sequence[Mention]], matches: Sequence[Match]) -> list[Mention]:
    """The values of a pair that have none on the other side that can be the same."""
    answered = {m for match in matches if match.relation.bearing != "conflict" for m in (match.left, match.right)}
    return [mention for side in values for mention in side if mention not in answered]


def _figures(
    member: PairMentions, open_values: Sequence[Mention], affinity: Callable[[Mention, Mention], Affinity]
) -> Iterator[Match]:
    """The one figure that only the left passage has against the one that only the right has."""
    odd_left, odd_right = odd_figures(member, open_values)
    if len(odd_left) == len(odd_right) == 1:
        yield Match(odd_left[0], odd_right[0], DIFFER, affinity(odd_left[0], odd_right[0]))


def _held(pair: Pair, match: Match, setting: Setting) -> Held:
    weigh = conflict_confidence if match.relation.bearing == "conflict" else agreement_confidence
    return Held(pair, match, setting, weigh(match, setting))
