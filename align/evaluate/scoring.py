"""Score one comparison against its gold, by the rules that the package states."""

from __future__ import annotations

from collections.abc import Sequence

from align.errors import AlignError
from align.evaluate.alignment import alignment_scores
from align.evaluate.assignment import best_assignment
from align.evaluate.gold import Gold, GoldContradiction, GoldEntry
from align.evaluate.measures import Rate, Scores
from align.evaluate.overlap import common_share, is_compound, is_met
from align.evaluate.tally import EITHER, Judgement, Outcome, Tally
from align.model import Comparison, Contradiction, Finding

# What an assignment is chosen for, the most important first; see `best_assignment`.
Merit = tuple[int, int, int, float]


def score(comparison: Comparison, gold: Gold) -> Tally:
    """What a comparison of the gold's two documents got right. Pure.

    Raises `AlignError` when the comparison is of other texts: the offsets of the gold would mean nothing there.
    """
    if (comparison.left.document.text, comparison.right.document.text) != (gold.left.text, gold.right.text):
        raise AlignError(f"The comparison is not of the two texts that the gold of {gold.stem} labels.")
    findings = [finding for finding in comparison.findings if finding.left and finding.right]
    merits = _merits(findings, gold.expected, comparison)
    entry_of = best_assignment(merits)
    finding_of = {entry: finding for finding, entry in entry_of.items()}
    overlapped: dict[int, list[int]] = {}
    for finding, entry in merits:
        overlapped.setdefault(finding, []).append(entry)
    return Tally(
        gold=gold,
        comparison=comparison,
        outcomes=tuple(
            Outcome(entry, findings[finding_of[index]] if index in finding_of else None)
            for index, entry in enumerate(gold.expected)
        ),
        judgements=tuple(
            _judged(
                finding,
                gold.expected[entry_of[index]] if index in entry_of else None,
                [gold.expected[entry] for entry in overlapped.get(index, ())],
            )
            for index, finding in enumerate(findings)
        ),
        alignment=alignment_scores(comparison, gold.passages),
        internal=_internal_scores(comparison.internal, gold.internal),
    )


def _judged(finding: Finding, entry: GoldEntry | None, overlapped: Sequence[GoldEntry]) -> Judgement:
    if entry is not None:
        same = entry.verdict == finding.verdict
        return Judgement(finding, entry) if same else Judgement(finding, entry, "contradicts-gold", entry)
    for other in overlapped:
        if other.verdict == finding.verdict:
            return Judgement(finding, None, "repeats-gold", other)
    if overlapped:
        return Judgement(finding, None, "contradicts-gold", overlapped[0])
    return Judgement(finding, None, "not-in-gold")


def _merits(
    findings: Sequence[Finding], entries: Sequence[GoldEntry], comparison: Comparison
) -> dict[tuple[int, int], Merit]:
    """Which finding may meet which entry, by their indices, and what that would be worth."""
    merits = {}
    for row, entry in enumerate(entries):
        any_left = is_compound(entry.left, entry.kind, comparison.left.mentions)
        any_right = is_compound(entry.right, entry.kind, comparison.right.mentions)
        for column, finding in enumerate(findings):
            if finding.kind != entry.kind or finding.left is None or finding.right is None:
                continue
            left = common_share(finding.left, entry.left)
            right = common_share(finding.right, entry.right)
            if is_met(left, any_left) and is_met(right, any_right):
                merits[column, row] = _merit(finding, entry, left + right)
    return merits


def _merit(finding: Finding, entry: GoldEntry, overlap: float) -> Merit:
    same = finding.verdict == entry.verdict
    near = finding.verdict in EITHER and entry.verdict in EITHER
    return (int(same), int(near), 1, overlap)


def _internal_scores(found: Sequence[Contradiction], expected: Sequence[GoldContradiction]) -> Scores:
    merits = {
        (column, row): (1,)
        for column, contradiction in enumerate(found)
        for row, entry in enumerate(expected)
        if _same_places(contradiction, entry)
    }
    met = len(best_assignment(merits))
    return Scores(Rate(met, len(found)), Rate(met, len(expected)))


def _same_places(found: Contradiction, entry: GoldContradiction) -> bool:
    if (found.side, found.kind) != (entry.side, entry.kind):
        return False
    orders = ((entry.first, entry.second), (entry.second, entry.first))
    return any(
        is_met(common_share(found.first, first), False) and is_met(common_share(found.second, second), False)
        for first, second in orders
    )
