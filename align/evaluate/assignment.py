"""One to one assignment by several merits in their order of importance."""

from __future__ import annotations

from collections.abc import Mapping


def best_assignment(merits: Mapping[tuple[int, int], tuple[float, ...]]) -> dict[int, int]:
    """The one-to-one choice among the allowed pairs whose summed merits are greatest.

    `merits` gives for each allowed (finding, entry) its merits, the most important first, each of 0 to 2 and at
    least one above 0. Sums are compared as tuples are: the second merit decides between choices with equal sums of
    the first, and so on. Returns the entry of each chosen finding.
    """
    if not merits:
        return {}
    import numpy as np

    from align.assignment import best_assignment

    findings = sorted({finding for finding, _ in merits})
    entries = sorted({entry for _, entry in merits})
    row_of = {finding: row for row, finding in enumerate(findings)}
    column_of = {entry: column for column, entry in enumerate(entries)}
    # A merit outweighs all that a whole assignment can gather of the merits after it.
    step = 2.0 * min(len(findings), len(entries)) + 1
    worth = np.zeros((len(findings), len(entries)))
    for (finding, entry), merit in merits.items():
        worth[row_of[finding], column_of[entry]] = sum(
            value * step**power for power, value in enumerate(reversed(merit))
        )
    chosen = ((findings[row], entries[column]) for row, column in best_assignment(worth))
    return {finding: entry for finding, entry in chosen if (finding, entry) in merits}
