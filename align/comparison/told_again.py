"""What the other text gives otherwise, at every further place where a text tells it.

Where one text says Merca and the other Kismayo, each sentence with Merca that has a counterpart is wrong beside the
other text, or right against it. So is the fact line with 1,134 dead, where the prose has them too and the other text
1,143.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace

from align.comparison.bearing import says_same
from align.comparison.contradicted import pair_of_sentences
from align.comparison.names import PLACES
from align.comparison.slips import EXACT_DIGITS, digits_of, figure
from align.model import DateValue, DocumentAnalysis, Finding, Mention, NumberValue, Pair, Span

LIKELY = 0.8  # probability of a pair from which a sentence has its counterpart
AGAIN = 0.9  # that a place or value is the same one where it is told again
SURE = 0.7  # confidence of a conflict whose values are looked for again


def conflicts_told_again(
    findings: Sequence[Finding], pairs: Sequence[Pair], left: DocumentAnalysis, right: DocumentAnalysis
) -> tuple[list[Finding], list[Pair]]:
    """Conflicts of what is in conflict elsewhere, at every further place where a text tells it, and pairs for them.

    A place is told again in a sentence that has a likely counterpart, a value where nothing of the other text answers
    it.
    """
    likely = [pair for pair in pairs if pair.score >= LIKELY]
    sides = _Side(left, [pair.left for pair in likely]), _Side(right, [pair.right for pair in likely])
    told = {mention for each in findings if each.left and each.right for mention in (each.left, each.right)}
    found: list[Finding] = []
    added: list[Pair] = []
    for each in findings:
        if each.verdict != "conflict" or each.left is None or each.right is None:
            continue
        again = [(other, each.right) for other in sides[0].again(each.left, each)]
        again += [(each.left, other) for other in sides[1].again(each.right, each)]
        for a, b in again:
            if a in told and b in told:
                continue
            told |= {a, b}
            pair = pair_of_sentences(a, b, left, right, [*pairs, *added], each.confidence)
            if pair not in pairs and pair not in added:
                added.append(pair)
            found.append(replace(each, pair=pair.id, confidence=AGAIN * each.confidence, left=a, right=b))
    return found, added


def _is_exact(mention: Mention) -> bool:
    """Whether a mention gives an exact count or a day: few things have one in common."""
    match mention.value:
        case NumberValue() as value:
            return value.low == value.high and not value.approximate and len(digits_of(figure(value))) >= EXACT_DIGITS
        case DateValue() as value:
            return value.earliest == value.latest is not None and not value.inferred
    return False


def _is_again(exact: Mention, mention: Mention) -> bool:
    """Whether a mention of an exact value gives that of another one."""
    a, b = exact.value, mention.value
    if isinstance(a, NumberValue) and isinstance(b, NumberValue) and a.unit and a.unit != b.unit:
        return False
    return exact != mention and says_same(exact, mention)


class _Side:
    """One document, and which of its sentences have a likely counterpart."""

    def __init__(self, analysis: DocumentAnalysis, passages: Sequence[Sequence[Span]]) -> None:
        self._analysis = analysis
        self._exact = [mention for mention in analysis.mentions if _is_exact(mention)]
        self._starts = [segment.start for segment in analysis.segments]
        self._sentences = {self._sentence(span.start) for spans in passages for span in spans}

    def _sentence(self, offset: int) -> int:
        return max(0, bisect.bisect_right(self._starts, offset) - 1)

    def again(self, mention: Mention, conflict: Finding) -> Iterator[Mention]:
        """The other mentions of what is in conflict: an exact value, or a place in sentences with a counterpart."""
        if mention.kind != "name" and conflict.confidence >= SURE:
            return (other for other in self._exact if _is_again(other, mention))
        return self._places(mention) if conflict.ground.rule == PLACES.rule else iter(())

    def _places(self, place: Mention) -> Iterator[Mention]:
        return (
            mention
            for mention in self._analysis.mentions
            if mention.kind == "name"
            and mention.text == place.text
            and self._sentence(mention.start) != self._sentence(place.start)
            and self._sentence(mention.start) in self._sentences
        )
