"""The order in which every report tells its findings: what an editor must see first comes first."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from align.model import Comparison, Contradiction, Finding, Kind, Verdict

BY_SEVERITY: tuple[Verdict, ...] = ("conflict", "only-left", "only-right", "compatible", "agree")
KINDS: tuple[Kind, ...] = get_args(Kind)
_RANK = {verdict: rank for rank, verdict in enumerate(BY_SEVERITY)}


def ranked(findings: tuple[Finding, ...]) -> list[Finding]:
    """Findings by severity, then confidence, then place in the texts; the order depends on nothing else."""
    return sorted(findings, key=_key)


def ranked_contradictions(internal: tuple[Contradiction, ...]) -> list[Contradiction]:
    """Contradictions within a text by confidence, then side and place."""
    return sorted(internal, key=lambda found: (-found.confidence, found.side, found.first.start, found.id))


def page_numbers(comparison: Comparison) -> dict[str, int]:
    """The number that each finding has on the page of its comparison, where it is the place `#fNUMBER`."""
    found = ranked(comparison.findings)
    first = [each.id for each in found if each.verdict == BY_SEVERITY[0]]
    rest = [each.id for each in found if each.verdict != BY_SEVERITY[0]]
    ids = [*first, *(each.id for each in ranked_contradictions(comparison.internal)), *rest]
    return {id: number for number, id in enumerate(ids)}


def count_verdicts(comparison: Comparison) -> dict[Verdict, int]:
    """How many findings carry each verdict, by severity, zeros included."""
    counts = Counter(finding.verdict for finding in comparison.findings)
    return {verdict: counts[verdict] for verdict in BY_SEVERITY}


def count_kinds(comparison: Comparison) -> dict[Kind, int]:
    """How many findings and contradictions are about each kind, zeros included."""
    counts = Counter(finding.kind for finding in comparison.findings)
    counts.update(contradiction.kind for contradiction in comparison.internal)
    return {kind: counts[kind] for kind in KINDS}


def _key(finding: Finding) -> tuple[int, float, int, int, str]:
    left = finding.left.start if finding.left else -1
    right = finding.right.start if finding.right else -1
    return (_RANK[finding.verdict], -finding.confidence, left, right, finding.id)
