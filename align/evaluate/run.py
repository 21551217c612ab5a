"""Run: every topic of a corpus folder compared once and scored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from align.errors import InputError
from align.evaluate.gold import Gold, load_gold, stems
from align.evaluate.result import Evaluation
from align.evaluate.scoring import score
from align.model import Comparison, Document

Compare = Callable[[Document, Document], Comparison]
Progress = Callable[[Sequence[str]], Iterable[str]]


def evaluate(
    folder: str | Path,
    topics: Sequence[str] | None = None,
    compare: Compare | None = None,
    progress: Progress | None = None,
) -> Evaluation:
    """Compare and score the topics of a corpus folder; all that have gold, or those named by their stems.

    `compare` stands in for `align.compare`, for instance with another encoder. `progress` is given the stems and
    gives them back one by one as the work goes on, as `tqdm.tqdm` does. All gold is read before the first
    comparison, so that a mistake in it is told at once.

    Raises `InputError` for a folder without gold, a topic that it lacks, and gold that cannot be read.
    """
    golds = _golds(Path(folder), topics)
    compare = compare or _pipeline_compare()
    order = list(golds)
    tallies = [
        score(compare(golds[stem].left, golds[stem].right), golds[stem])
        for stem in (progress(order) if progress else order)
    ]
    return Evaluation(tuple(tallies))


def _golds(folder: Path, topics: Sequence[str] | None) -> dict[str, Gold]:
    known = stems(folder)
    if not known:
        raise InputError(f"There is no gold in {folder / 'gold'}; evaluation needs a STEM.json there.")
    missing = [topic for topic in topics or () if topic not in known]
    if missing:
        raise InputError(f"There is no gold for {missing[0]} in {folder / 'gold'}; there is for {', '.join(known)}.")
    chosen = dict.fromkeys(topics) if topics else known
    return {stem: load_gold(folder / "gold" / f"{stem}.json") for stem in chosen}


def _pipeline_compare() -> Compare:
    from align.pipeline import compare

    return compare
