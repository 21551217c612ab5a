"""The figures of an evaluation as text for a terminal. Shares are percentages; a dash is a share of nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from align.evaluate.gold import KINDS
from align.evaluate.measures import Rate, Scores
from align.evaluate.tally import CONFLICT, EITHER, GROUPS, Fault, verdict_scores
from align.report.bidi import isolate_rtl, one_line

if TYPE_CHECKING:
    from align.evaluate.mistakes import Stage
    from align.evaluate.result import Evaluation

_NONE = "\u2013"
_FAULTS: dict[Fault, str] = {
    "contradicts-gold": "contradicting the gold",
    "repeats-gold": "repeating a conflict already found",
    "not-in-gold": "about what the gold does not label",
}
_LOSSES: dict[Stage, str] = {
    "extract": "not extracted",
    "pair": "not in paired passages",
    "match": "not matched within a pair",
    "verdict": "given another verdict",
}

Row = tuple[str, ...]


def render_table(evaluation: Evaluation) -> str:
    """All figures, the signature in the last line."""
    parts = [
        _aligned(list(_verdicts(evaluation))),
        f"{_alarms(evaluation)}\n{_losses(evaluation)}",
        _aligned(list(_calibration(evaluation))),
        _aligned(list(_links(evaluation))),
        _aligned(list(_topics(evaluation))),
        one_line(str(evaluation.signature)),
    ]
    return "\n\n".join(parts) + "\n"


def _verdicts(evaluation: Evaluation) -> Iterator[Row]:
    yield ("Findings", "found", "right", "precision", "gold", "met", "recall", "F1")
    for group in GROUPS:
        yield (group, *_scores(evaluation.scores(group)))
        for kind in KINDS:
            scores = evaluation.scores(group, kind)
            if scores.recall.of or (scores.precision and scores.precision.of):
                yield (f"  {kind}", *_scores(scores))


def _alarms(evaluation: Evaluation) -> str:
    faults = evaluation.false_alarms
    found = evaluation.scores("conflict").precision
    total = f"False alarms: {sum(faults.values())} of {found.of if found else 0} conflicts"
    counts = [f"{number} {_FAULTS[fault]}" for fault, number in faults.items() if number]
    return total + (f" ({', '.join(counts)})" if counts else "")


def _losses(evaluation: Evaluation) -> str:
    losses = evaluation.losses
    counts = [f"{number} {_LOSSES[stage]}" for stage, number in losses.items() if number]
    return f"Missed gold entries: {sum(losses.values())}" + (f" ({', '.join(counts)})" if counts else "")


def _calibration(evaluation: Evaluation) -> Iterator[Row]:
    yield ("Confidence", "conflicts", "right", "all", "right", "either")
    for bin_ in evaluation.calibration:
        shares = (str(bin_.conflicts.of), _percent(bin_.conflicts), str(bin_.all.of), _percent(bin_.all))
        yield (f"{bin_.low:.1f} to {bin_.high:.1f}", *shares, _percent(bin_.either))


def _links(evaluation: Evaluation) -> Iterator[Row]:
    yield ("Links", "found", "right", "precision", "gold", "met", "recall", "F1")
    yield ("aligned sentences", *_scores(evaluation.alignment))
    yield ("contradictions within a text", *_scores(evaluation.internal))


def _topics(evaluation: Evaluation) -> Iterator[Row]:
    yield ("Topic", "conflict: found", "right", "gold", "met", "either: P", "R", "alignment: F1")
    for tally in evaluation.tallies:
        conflict = verdict_scores([tally], CONFLICT)
        either = verdict_scores([tally], EITHER)
        found = conflict.precision or Rate(0, 0)
        counts = (found.of, found.hits, conflict.recall.of, conflict.recall.hits)
        shares = (_percent(either.precision), _percent(either.recall), _share(tally.alignment.f1))
        yield (isolate_rtl(one_line(tally.stem)), *map(str, counts), *shares)


def _scores(scores: Scores) -> Row:
    found = scores.precision
    before = (str(found.of), str(found.hits), _percent(found)) if found else (_NONE,) * 3
    return (*before, str(scores.recall.of), str(scores.recall.hits), _percent(scores.recall), _share(scores.f1))


def _percent(rate: Rate | None) -> str:
    return _share(None if rate is None else rate.share)


def _share(share: float | None) -> str:
    return _NONE if share is None else f"{100 * share:.1f}"


def _aligned(rows: Sequence[Row]) -> str:
    """Columns of one width: the first flush left, the others flush right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(cell.rjust(width) if column else cell.ljust(width) for column, (cell, width) in enumerate(cells))
        for cells in (list(zip(row, widths, strict=True)) for row in rows)
    )
    return "\n".join(line.rstrip() for line in lines)
