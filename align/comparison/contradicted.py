"""What one text says in two ways, held against the other text.

"Nine logs" in the fact box and "eleven" in the prose, against nine: the box agrees with the other text, and the prose
is in conflict with what that says of the same thing. Where the other text has an answer to each of the two values, they
are of different things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from align.comparison.bearing import repeats
from align.comparison.reasons import reason_for_match
from align.comparison.relation import Relation
from align.model import Contradiction, DocumentAnalysis, Finding, Mention, Pair, Side, Span

CONTRADICTED = Relation("conflict", "one text contradicts itself, and says in another place what the other text says")
SURE_ANSWER = 0.6  # probability of what the other text says from which it decides between two values
TRANSLATED = 0.5  # probability that one text translates the other


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
    told: set[tuple[Mention, Mention]] = set()
    beside = _beside(findings)
    for contradiction in internal:
        for odd, answer, confidence in _excluded(contradiction, beside, left, right):
            a, b = (odd, answer) if contradiction.side == "left" else (answer, odd)
            if (a, b) in told:
                continue
            told.add((a, b))
            pair = pair_of_sentences(a, b, left, right, [*pairs, *added], confidence)
            if pair not in pairs and pair not in added:
                added.append(pair)
            reason = reason_for_match(a, b, CONTRADICTED, (left.document, right.document))
            found.append(Finding("", pair.id, odd.kind, "conflict", confidence, a, b, *reason))
    return found, added


def _beside(findings: Sequence[Finding]) -> Mapping[tuple[Side, Mention], Sequence[Finding]]:
    """The findings that set a mention of either side beside one of the other text."""
    found: defaultdict[tuple[Side, Mention], list[Finding]] = defaultdict(list)
    for each in findings:
        if each.left and each.right:
            found["left", each.left].append(each)
            found["right", each.right].append(each)
    return found


def _excluded(
    contradiction: Contradiction,
    beside: Mapping[tuple[Side, Mention], Sequence[Finding]],
    left: DocumentAnalysis,
    right: DocumentAnalysis,
) -> Iterator[tuple[Mention, Mention, float]]:
    """Each value of a contradiction with what the other text says wherever it says it, and how sure that is."""
    side: Side = contradiction.side
    opposite: Side = "right" if side == "left" else "left"
    other = right if side == "left" else left
    for odd, even in (contradiction.second, contradiction.first), (contradiction.first, contradiction.second):
        answers = {_of_side(finding, opposite) for finding in beside.get((side, odd), ())}
        for agreeing in (each for each in beside.get((side, even), ()) if each.verdict == "agree"):
            value, confidence = _of_side(agreeing, opposite), min(contradiction.confidence, agreeing.confidence)
            assert value
            if confidence >= SURE_ANSWER and all(answer and repeats(answer, value) for answer in answers):
                for told in other.mentions:
                    if told not in answers and repeats(told, value):
                        yield odd, told, confidence


def unexplained(
    internal: Sequence[Contradiction], findings: Sequence[Finding], translation: float
) -> tuple[Contradiction, ...]:
    """The contradictions without those whose two values the other text has as well, each where the text has it.

    Those stay that the other text repeats, as a translation does; `translation` is the probability that it is one.
    """
    if translation >= TRANSLATED:
        return tuple(internal)
    answers: defaultdict[tuple[Side, Mention], set[Mention]] = defaultdict(set)
    for each in findings:
        if each.left and each.right and each.verdict in ("agree", "compatible"):
            answers["left", each.left].add(each.right)
            answers["right", each.right].add(each.left)
    pairs = {(each.first, each.second) for each in internal}
    return tuple(each for each in internal if not _is_explained(each, answers, pairs))


def _is_explained(
    contradiction: Contradiction,
    answers: Mapping[tuple[Side, Mention], Set[Mention]],
    contradictions: Set[tuple[Mention, Mention]],
) -> bool:
    first, second = (
        answers.get((contradiction.side, mention), set()) for mention in (contradiction.first, contradiction.second)
    )
    if first & second:  # one value of the other text, between the two or vaguer than both
        return False
    return bool(first and second) and not any({(a, b), (b, a)} & contradictions for a in first for b in second)


def _of_side(finding: Finding, side: Side) -> Mention | None:
    return finding.left if side == "left" else finding.right


def _sentence(mention: Mention, analysis: DocumentAnalysis) -> tuple[Span, ...]:
    sentence = next(each for each in analysis.segments if each.start <= mention.start < each.end)
    return (Span(sentence.start, sentence.end),)


def pair_of_sentences(
    a: Mention,
    b: Mention,
    left: DocumentAnalysis,
    right: DocumentAnalysis,
    pairs: Sequence[Pair],
    score: float,
) -> Pair:
    """The pair of the sentences of a left and a right mention: one there is, or a new one."""
    spans = _sentence(a, left), _sentence(b, right)
    known = next((pair for pair in pairs if (pair.left, pair.right) == spans), None)
    return known or Pair(f"p{len(pairs) + 1}", score, *spans, tentative=True)
