"""Claims of all sources, brought together where they tell one fact.

Each finding that holds two claims against each other links them, as surely as it is confident. Links make chains: a
vague or mistaken link would join two facts, and everything linked to either. So claims are joined by agglomeration with
average linkage, the surest first: two groups become one only if, over all the claims of different sources in them, the
links outweigh the places where a comparison saw both claims and did not link them. A link counts less where the claims
themselves speak of two things (`sameness.py`). And one source is in a group with two values only where it contradicts
itself, as its comparison says.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import permutations

from align.comparison.bearing import relate, says_same
from align.facts.fact import Claim, Link, SourcePair
from align.facts.sameness import count_others, far_from_bound
from align.model import Mention, NumberValue

EVEN = 0.4  # the confidence of a finding at which it speaks neither for nor against one fact
# What it costs a group that two of its claims were compared and not linked: nothing where they say the same, since a
# text that repeats a value links it once; more where they exclude each other, since the comparison then saw no
# conflict, and where they count other things in one language. A link between two that count other things loses as much.
UNLINKED = 0.2
APART = 0.4
RANKS = 10  # "the first boat", "third class": ordinals up to here name things

Order = tuple[int, int, int, str]
_Pair = tuple[int, int]


def links_of(pairs: Iterable[SourcePair]) -> list[Link]:
    """Every finding about two values that may be a fact, as a link.

    That both texts tell a name, or "the first", is no fact, but that they exclude each other there is a split.
    """
    return [
        Link(Claim(pair.left, finding.left), Claim(pair.right, finding.right), finding)
        for pair in pairs
        for finding in pair.comparison.findings
        if finding.left
        and finding.right
        and (
            finding.verdict == "conflict"
            or not (finding.kind == "name" or is_rank(finding.left) or is_rank(finding.right))
        )
    ]


def is_rank(mention: Mention) -> bool:
    """Whether a mention is an ordinal that names something rather than says how many went before."""
    value = mention.value
    return isinstance(value, NumberValue) and value.ordinal and (value.high or 0) <= RANKS


def repeats_of(pairs: Iterable[SourcePair]) -> set[frozenset[Claim]]:
    """Every two claims of one source that contradict each other."""
    return {
        frozenset({Claim(source, found.first), Claim(source, found.second)})
        for pair in pairs
        for found in pair.comparison.internal
        for source in [pair.left if found.side == "left" else pair.right]
    }


def cluster(
    links: Sequence[Link],
    repeats: set[frozenset[Claim]],
    differ: Callable[[Claim, Claim], bool] = lambda first, second: False,
) -> list[tuple[Claim, ...]]:
    """Groups of two or more claims that tell one fact, each claim in one group at most.

    `differ` knows claims that count two things, whatever the findings say.
    """
    claims = sorted({claim for link in links for claim in (link.left, link.right)}, key=place)
    number = {claim: at for at, claim in enumerate(claims)}
    likeness: dict[_Pair, float] = {}
    for link in links:
        apart = differ(link.left, link.right) or far_from_bound(link.left.mention, link.right.mention)
        a, b = sorted((number[link.left], number[link.right]))
        likeness[a, b] = max(likeness.get((a, b), 0.0), link.finding.confidence - APART * apart)
    groups = [[claims[at] for at in group] for group in _Agglomeration(claims, likeness, repeats).groups()]
    kept = [group for group in groups if len({claim.source for claim in group}) > 1]
    _add_contradicting(kept, repeats)
    return [tuple(sorted(group, key=place)) for group in kept]


def _add_contradicting(groups: Sequence[list[Claim]], repeats: set[frozenset[Claim]]) -> None:
    """Add to each group what a source says elsewhere against its own claim in it, if no group has that yet."""
    at = {claim: number for number, group in enumerate(groups) for claim in group}
    for repeat in sorted(repeats, key=lambda repeat: sorted(map(place, repeat))):
        for claim, other in permutations(sorted(repeat, key=place)):
            if claim in at and other not in at:
                at[other] = at[claim]
                groups[at[claim]].append(other)


def place(claim: Claim) -> Order:
    return claim.source, claim.mention.start, claim.mention.end, claim.mention.kind


class _Agglomeration:
    """Groups of claims, each known by the least number of its members."""

    def __init__(
        self, claims: Sequence[Claim], likeness: Mapping[_Pair, float], repeats: set[frozenset[Claim]]
    ) -> None:
        self._claims, self._likeness, self._repeats = claims, likeness, repeats
        self._members: dict[int, tuple[int, ...]] = {at: (at,) for at in range(len(claims))}
        self._beside: defaultdict[int, set[int]] = defaultdict(set)
        for a, b in likeness:
            self._beside[a].add(b)
            self._beside[b].add(a)

    def groups(self) -> list[tuple[int, ...]]:
        waiting = [entry for pair in self._likeness if (entry := self._entry(*pair))]
        heapq.heapify(waiting)
        while waiting:
            _, a, b, sizes = heapq.heappop(waiting)
            if sizes == (len(self._members.get(a, ())), len(self._members.get(b, ()))):  # else it has been replaced
                for entry in self._join(a, b):
                    heapq.heappush(waiting, entry)
        return list(self._members.values())

    def _join(self, a: int, b: int) -> list[tuple[float, int, int, _Pair]]:
        self._members[a] = tuple(sorted((*self._members[a], *self._members.pop(b))))
        around = (self._beside[a] | self._beside.pop(b)) - {a, b}
        self._beside[a] = around
        for other in around:
            self._beside[other].discard(b)
            self._beside[other].add(a)
        return [entry for other in sorted(around) if (entry := self._entry(min(a, other), max(a, other)))]

    def _entry(self, a: int, b: int) -> tuple[float, int, int, _Pair] | None:
        """Two groups that may be joined, with the negated mean of what links them; None for two that may not be."""
        total, count = 0.0, 0
        for x in self._members[a]:
            for y in self._members[b]:
                first, second = self._claims[x], self._claims[y]
                if first.source == second.source:
                    if not self._may_repeat(first, second):
                        return None
                    continue
                count += 1
                total += self._link(min(x, y), max(x, y))
        mean = total / count if count else 0.0
        return (-round(mean, 9), a, b, (len(self._members[a]), len(self._members[b]))) if mean > 0 else None

    def _link(self, x: int, y: int) -> float:
        known = self._likeness.get((x, y))
        if known is not None:
            return known - EVEN
        a, b = self._claims[x].mention, self._claims[y].mention
        if a.kind != b.kind or relate(a, b).bearing in ("conflict", "apart") or count_others(a, b):
            return -APART
        return 0.0 if says_same(a, b) else -UNLINKED

    def _may_repeat(self, first: Claim, second: Claim) -> bool:
        """Whether one source may state a fact by both claims: it says the same twice, or contradicts itself."""
        return frozenset({first, second}) in self._repeats or _restates(first.mention, second.mention)


def _restates(a: Mention, b: Mention) -> bool:
    return a.kind == b.kind and (says_same(a, b) or relate(a, b).bearing in ("agree", "compatible"))
