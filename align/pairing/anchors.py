"""Anchors: the same rare figure or date, said of like things, shows that two clauses tell one claim.

This finds agreement only. It adds clauses of sentences that have no sure counterpart and takes none from another
pair, so that a wrong value costs its own anchor and changes no other pair.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from decimal import Decimal

from align.model import DateValue, DocumentAnalysis, Mention, NumberValue, Span
from align.pairing.evidence import Evidence
from align.pairing.passages import Link, Passage, surely_paired

RAREST = 3  # a value that one text gives more often than this anchors nothing
SMALLEST = 10  # small numbers agree by chance
LIKE_UNIT = 0.3  # cosine of what is counted
# Weight of the names that the sentences must share beside a date: the vaguer the date, the more.
NAMES_BESIDE = {"day": 0.1, "month": 0.3, "year": 0.6}
SCORE = 0.6

Key = tuple[str, str]


def anchor_clauses(
    links: Sequence[Link], left: DocumentAnalysis, right: DocumentAnalysis, evidence: Evidence
) -> list[Link]:
    """Links between the clauses around equal values that no link brings together yet."""
    places = (_Places(left), _Places(right))
    sure_left, sure_right = surely_paired(links)
    linked = {(a.segment, b.segment) for link in links for a in link.left for b in link.right}
    left_by_key, right_by_key = _by_key(left), _by_key(right)
    anchors = []
    for key, mentions in left_by_key.items():
        others = right_by_key.get(key, [])
        if len(mentions) > RAREST or not 0 < len(others) <= RAREST:
            continue
        for a, b in ((x, y) for x in mentions for y in others):
            first, second = places[0].sentence(a), places[1].sentence(b)
            if first.segment in sure_left or second.segment in sure_right:
                continue
            if (first.segment, second.segment) not in linked and _bound(key, a, b, first, second, evidence):
                linked.add((first.segment, second.segment))
                anchors.append(Link((places[0].clause(a),), (places[1].clause(b),), SCORE))
    return anchors


def _bound(key: Key, a: Mention, b: Mention, first: Passage, second: Passage, evidence: Evidence) -> bool:
    """Whether what is said around two equal values is alike enough."""
    if key[0] in NAMES_BESIDE:
        return evidence.shared_weight(first, second) >= NAMES_BESIDE[key[0]]
    return evidence.unit_likeness(a, b) >= LIKE_UNIT


def _by_key(analysis: DocumentAnalysis) -> dict[Key, list[Mention]]:
    """Mentions by the values that may anchor them, the most exact first."""
    table: dict[Key, list[Mention]] = {}
    for level in range(3):
        for mention in analysis.mentions:
            keys = list(_keys(mention))
            if level < len(keys):
                table.setdefault(keys[level], []).append(mention)
    return table


def _keys(mention: Mention) -> Iterator[Key]:
    value = mention.value
    if isinstance(value, NumberValue):
        figure = value.low if value.low is not None else value.high
        vague = value.approximate and value.low != value.high  # "hundreds of people" are everywhere
        if not value.ordinal and not vague and figure is not None and figure >= SMALLEST:
            unit = "" if value.quantity == "count" else value.unit
            yield (f"{value.quantity} {unit}", format(Decimal(figure).normalize(), "f"))
    elif isinstance(value, DateValue) and value.edtf:
        plain = value.edtf.rstrip("~?%")
        if plain[:4].isdigit() and len(plain) in (4, 7, 10):
            yield from (("day", plain),) if len(plain) == 10 else ()
            yield from (("month", plain[:7]),) if len(plain) >= 7 else ()
            yield ("year", plain[:4])


class _Places:
    """The sentence and the clause in which a mention of one document stands."""

    def __init__(self, analysis: DocumentAnalysis) -> None:
        self._segments = analysis.segments
        self._starts = [segment.start for segment in analysis.segments]

    def sentence(self, mention: Mention) -> Passage:
        number = self._number(mention)
        return self._passage(self._segments[number].span, number)

    def clause(self, mention: Mention) -> Passage:
        """The clause of the mention, or the sentence where the mention crosses clauses."""
        number = self._number(mention)
        segment = self._segments[number]
        for clause in segment.clauses:
            if clause.start <= mention.start and mention.end <= clause.end:
                return self._passage(clause, number)
        return self._passage(segment.span, number)

    def _number(self, mention: Mention) -> int:
        return max(0, bisect.bisect_right(self._starts, mention.start) - 1)

    def _passage(self, span: Span, number: int) -> Passage:
        # No vector is made of an anchor, so it needs no masked text.
        return Passage(span.start, span.end, number, self._segments[number].block, "")
