"""The figures as tables, in Markdown that reads well in a terminal too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.accuracy import Accuracy
from benchmarks.length import Growth, Miss
from benchmarks.speed import Speed

NONE = "\u2013"  # not claimed, or not tried


def table(header: Sequence[str], rows: Iterable[Sequence[str]], words: int) -> str:
    """A Markdown table with its columns under each other: the first `words` to the left, figures to the right."""
    lines = [list(header), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    widths = [max(3, *(len(line[column]) for line in lines)) for column in range(len(header))]
    rule = ["-" * width if column < words else "-" * (width - 1) + ":" for column, width in enumerate(widths)]
    lines.insert(1, rule)
    return "\n".join(
        "| "
        + " | ".join(
            cell.ljust(width) if column < words else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        + " |"
        for line in lines
    )


def facts(of: Mapping[str, str], *further: str) -> str:
    """What a run was taken with, as a Markdown list."""
    return "\n".join(f"- {fact}" for fact in (*(f"{name}: {fact}" for name, fact in of.items()), *further))


def speed_table(speeds: Sequence[Speed]) -> str:
    rows = [
        [speed.language, speed.contestant, speed.kinds, str(speed.sentences)]
        + [f"{rate:,.0f}" for rate in (speed.median, min(speed.rates), max(speed.rates))]
        for speed in speeds
    ]
    return table(["language", "library", "reads", "sentences", "median", "min", "max"], rows, 3)


def accuracy_table(accuracies: Sequence[Accuracy], names: Sequence[str]) -> str:
    rows = [
        [line.group.source, line.group.language, line.group.kind, str(line.cases)]
        + [percentage(line.right[name], line.cases) for name in names]
        for line in accuracies
    ]
    return table(["cases", "language", "kind", "number", *names], rows, 3)


def percentage(part: int | None, whole: int) -> str:
    return NONE if part is None or not whole else f"{100 * part / whole:.1f}"


def growth_table(growths: Sequence[Growth]) -> str:
    sizes = list(dict.fromkeys(size for growth in growths for size in growth.seconds))
    rows = [
        [growth.line.language, growth.contestant, growth.line.label]
        + [seconds(growth.seconds.get(size)) for size in sizes]
        + [NONE if (ratio := growth.ratio()) is None else f"{ratio:.1f}"]
        for growth in growths
    ]
    return table(["language", "library", "line of", *(f"{size:,}" for size in sizes), "ratio"], rows, 3)


def seconds(time: float | Miss | None) -> str:
    """A time, why there is none, or that it was not tried."""
    return NONE if time is None else time if isinstance(time, str) else f"{time:.3f}"
