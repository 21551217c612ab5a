"""What one text says in two ways, held against the other text, which says it once.

"Nine logs" in the fact box and "eleven" in the prose, against nine: the box agrees with the other text, and the prose
is in conflict with what that says of the same thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.comparison.confidence import CONFLICT_FLOOR
from align.comparison.reasons import reason_for_match
from align.comparison.relation import Relation
from align.model import Contradiction, DocumentAnalysis, Finding, Mention, Pair, Side, Span

CONTRADICTED = Relation("conflict", "one text contradicts itself, and says in another place what the other text says")


def conflicts_of_contradictions(
    internal: Sequence[Contradiction],
    findings: Sequence[Finding],
    pairs: Sequence[Pair],
    left: DocumentAnalysis,
    right: DocumentAnalysis,
) -> tuple[list[Finding], list[Pair]]:
    """Conflicts of those values of contradictions that nothing of the other text answers, and pairs for them.

    The other value of the contradiction must agree with the other text. No conflict is surer than the contradiction,
    nor than that agreement.
    """
    found: list[Finding] = []
    added: list[Pair] = []
    for contradiction in internal:
        analysis = left if contradiction.side == "left" else right
        for odd, even in (contradiction.second, contradiction.first), (contradiction.first, contradiction.second):
            if any(_answers(finding, odd, contradiction.side) for finding in findings):
                continue
            for agreeing in _agreements(findings, even, contradiction.side):
                confidence = min(contradiction.confidence, agreeing.confidence)
                if confidence < CONFLICT_FLOOR:
                    continue
                pair = _pair(agreeing, odd, analysis, contradiction.side, [*pairs, *added], confidence)
                if pair not in pairs:
                    added.append(pair)
                a, b = (odd, agreeing.right) if contradiction.side == "left" else (agreeing.left, odd)
                assert a and b
                reason = reason_for_match(a, b, CONTRADICTED, (left.document, right.document))
                found.append(Finding("", pair.id, odd.kind, "conflict", confidence, a, b, *reason))
    return found, added


def _of_side(finding: Finding, side: Side) -> Mention | None:
    return finding.left if side == "left" else finding.right


def _answers(finding: Finding, mention: Mention, side: Side) -> bool:
    """Whether a finding sets the mention beside another of the other text."""
    return _of_side(finding, side) == mention and finding.left is not None and finding.right is not None


def _agreements(findings: Sequence[Finding], mention: Mention, side: Side) -> Iterator[Finding]:
    return (each for each in findings if each.verdict == "agree" and _answers(each, mention, side))


def _pair(
    agreeing: Finding,
    odd: Mention,
    analysis: DocumentAnalysis,
    side: Side,
    pairs: Sequence[Pair],
    score: float,
) -> Pair:
    """The sentence of `odd` with the passage that its contradiction agrees with: a pair there is, or a new one."""
    own = next(pair for pair in pairs if pair.id == agreeing.pair)
    sentence = next(each for each in analysis.segments if each.start <= odd.start < each.end)
    passage = (Span(sentence.start, sentence.end),)
    ours, theirs = (passage, own.right) if side == "left" else (own.left, passage)
    known = next((pair for pair in pairs if (pair.left, pair.right) == (ours, theirs)), None)
    return known or Pair(f"p{len(pairs) + 1}", score, ours, theirs, tentative=True)
