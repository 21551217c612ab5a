"""What one text rounds in one place and counts in another, held against the other text.

"More than two hundred died" in the lead and "Deaths: 218" in the fact box: the lead is compatible with the 207 of the
other text, and the count, which is of the same thing, is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from align.comparison.affinity import OF_ANYTHING
from align.comparison.bearing import relate
from align.comparison.claims import Claim, Claims
from align.comparison.confidence import CONFLICT_FLOOR
from align.comparison.contradicted import pair_of_sentences
from align.comparison.reasons import reason_for_match
from align.comparison.relation import Relation
from align.comparison.slips import figure
from align.model import DocumentAnalysis, Finding, Mention, NumberValue, Pair

REFINED = Relation("conflict", "one text rounds it elsewhere to what fits both figures")
ONE_COUNT = 0.8  # that the one count of its role which fits a rounded figure is the one that was rounded
LEAST = 10  # smaller figures fit too much


def conflicts_of_refinements(
    findings: Sequence[Finding],
    pairs: Sequence[Pair],
    claims: tuple[Claims, Claims],
    left: DocumentAnalysis,
    right: DocumentAnalysis,
) -> tuple[list[Finding], list[Pair]]:
    """Conflicts of counts that a text also gives rounded, where that fits the other text, and pairs for them."""
    told = {mention for each in findings if each.left and each.right for mention in (each.left, each.right)}
    counts = _Counts(claims[0]), _Counts(claims[1])
    found: list[Finding] = []
    added: list[Pair] = []
    for each in findings:
        confidence = ONE_COUNT * each.confidence
        if each.verdict != "compatible" or each.left is None or each.right is None or confidence < CONFLICT_FLOOR:
            continue
        for a, b in _refined(each.left, each.right, counts, told):
            told |= {a, b}
            pair = pair_of_sentences(a, b, left, right, [*pairs, *added], confidence)
            if pair not in pairs and pair not in added:
                added.append(pair)
            reason = reason_for_match(a, b, REFINED, (left.document, right.document))
            found.append(Finding("", pair.id, a.kind, "conflict", confidence, a, b, *reason))
    return found, added


def _refined(
    left: Mention, right: Mention, counts: tuple[_Counts, _Counts], told: set[Mention]
) -> Iterator[tuple[Mention, Mention]]:
    """The count behind the rounded one of two compatible figures, beside the other figure, where these differ."""
    for side, (own, other) in enumerate(((left, right), (right, left))):
        exact = None if is_exact(own) or not is_exact(other) else counts[side].behind(own)
        if exact and exact not in told and relate(exact, other).bearing == "conflict":
            yield (exact, other) if side == 0 else (other, exact)


class _Counts:
    """The counts of one text by the roles that they are of."""

    def __init__(self, claims: Claims) -> None:
        self._claims = {claim.mention: claim for claim in claims.all}
        self._by_role: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in claims.all:
            if is_exact(claim.mention):
                for role in claim.roles - OF_ANYTHING:
                    self._by_role[role].append(claim)

    def behind(self, rounded: Mention) -> Mention | None:
        """The one exact count of the text that is of the same role as a rounded one and fits it."""
        claim = self._claims.get(rounded)
        if claim is None:
            return None
        near = (each for role in sorted(claim.roles) for each in self._by_role.get(role, ()))
        fitting = [each.mention for each in near if _is_of_one(claim, each)]
        figures = {figure(each.value) for each in fitting if isinstance(each.value, NumberValue)}
        return fitting[0] if len(figures) == 1 and min(figures) >= LEAST else None


def _is_of_one(rounded: Claim, exact: Claim) -> bool:
    """Whether nothing says that two claims of one text and role are of different things."""
    return (
        rounded.scopes == exact.scopes
        and not (rounded.unit and exact.unit and not rounded.unit & exact.unit)
        and relate(rounded.mention, exact.mention).bearing == "compatible"
    )


def is_exact(mention: Mention) -> bool:
    """Whether a mention gives a number without a hedge or a bound."""
    value = mention.value
    return isinstance(value, NumberValue) and value.low == value.high is not None and not value.approximate
