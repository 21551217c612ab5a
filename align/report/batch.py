"""The summary of a batch: totals, how the conflicts spread over the pairs, the pairs with most, and the problems.

It shows the worst and counts the rest, so that its size does not grow with the batch; the datasets have everything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from align.model import Finding, Kind, Side, Verdict
from align.report.bidi import Direction, direction, isolate_rtl, one_line
from align.report.markdown import escape
from align.report.order import BY_SEVERITY
from align.report.page import asset, content_policy, environment
from align.report.quotes import shorten
from align.report.reasons import Part, plain_reason, reason_parts
from align.report.wording import KIND_NAMES, names_of_texts, verdict_name, verdict_sign
from align.wording import DEFAULT_INTERFACE, Interface

_LONGEST_TITLE = 80
MANY = 5  # so many conflicts and more count as one group
_BAR = 240  # the longest bar, in pixels


@dataclass(frozen=True, slots=True)
class BatchPair:
    """A pair of the batch: titles and language codes of its sides, counts, and its surest conflicts."""

    id: str
    titles: tuple[str, str]
    languages: tuple[str, str]
    counts: Mapping[Verdict, int]
    internal: int
    problems: int
    conflicts: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class BatchProblem:
    """A problem, the documents left out of its words: how many have it, and the pairs of some of them."""

    message: str
    number: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """What a batch came to. `spread` gives the number of pairs by their number of conflicts, up to `MANY`."""

    pairs: int
    failed: int
    totals: Mapping[Verdict, int]
    internal: int
    spread: Mapping[int, int]
    worst: tuple[BatchPair, ...]
    problems: tuple[BatchProblem, ...]
    signature: str

    @property
    def concerned(self) -> int:
        return sum(pairs for conflicts, pairs in self.spread.items() if conflicts)


@dataclass(frozen=True, slots=True)
class _Told:
    """A conflict with its reason in the language of the interface; the templates' `reason` shows it."""

    kind: Kind
    confidence: float
    reason: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    title: str
    language: str
    direction: Direction


def batch_page(summary: BatchSummary, interface: Interface = DEFAULT_INTERFACE) -> str:
    """The summary as one self-contained HTML file."""
    style = asset("base.css") + asset("corpus.css") + asset("batch.css")
    most = max(summary.spread.values(), default=1)
    return (
        environment(interface)
        .get_template("batch.html")
        .render(
            policy=content_policy(style),
            style=Markup(style),
            summary=summary,
            told=_in_words(summary, interface),
            verdicts=_verdicts(interface),
            spread=[(_told_number(each), number, _BAR * number // most) for each, number in _spread(summary)],
            bar=_BAR,
            rows=[
                (one_line(pair.id), _sources(pair), pair, _conflicts(pair, interface), sum(pair.counts.values()))
                for pair in summary.worst
            ],
            problems=[(one_line(each.message), each.number, _examples(each)) for each in summary.problems],
            signature=one_line(summary.signature),
        )
    )


def batch_markdown(summary: BatchSummary, interface: Interface = DEFAULT_INTERFACE) -> str:
    """The summary as Markdown, with the same tables."""
    text = interface.text
    lines = [f"# {text('Comparisons')}", "", _in_words(summary, interface), ""]
    names = [f"{sign} {name}" for _, sign, name in _verdicts(interface)]
    lines += _columns([text("pair of documents"), *names], [[text("all pairs"), *_counts(summary.totals)]], 1)
    lines += [f"## {text('Conflicts of a pair')}", ""]
    spread = [[_told_number(each), f"{number:,}"] for each, number in _spread(summary)]
    lines += _columns([text("conflicts"), text("pairs")], spread, 0)
    if summary.worst:
        lines += [f"## {text('Pairs with the most conflicts')}", ""]
        rows = [[isolate_rtl(escape(pair.id)), *_counts(pair.counts)] for pair in summary.worst]
        lines += _columns([text("pair of documents"), *names], rows, 1)
        for pair in summary.worst:
            lines += [f"### {isolate_rtl(escape(pair.id))}", ""]
            lines += [f"- {_line(told, interface)}" for told in _conflicts(pair, interface)]
            lines.append("")
    if summary.problems:
        lines += [f"## {text('Problems')}", ""]
        rows = [
            [isolate_rtl(escape(each.message)), f"{each.number:,}", isolate_rtl(escape(_examples(each)))]
            for each in summary.problems
        ]
        lines += _columns([text("problem"), text("pairs"), text("such as")], rows, 1)
    return "\n".join([*lines, escape(summary.signature)]) + "\n"


def _in_words(summary: BatchSummary, interface: Interface) -> str:
    def counted_pairs(number: int) -> str:
        return interface.counted("%(number)s pair", "%(number)s pairs", number)

    told = interface.text(
        "%(topics)s, %(conflicts)s in %(concerned)s.",
        topics=counted_pairs(summary.pairs),
        conflicts=interface.counted("%(number)s conflict", "%(number)s conflicts", summary.totals["conflict"]),
        concerned=counted_pairs(summary.concerned),
    )
    if summary.failed:
        told += " " + interface.text("Not compared: %(pairs)s.", pairs=counted_pairs(summary.failed))
    return told


def _verdicts(interface: Interface) -> list[tuple[Verdict, str, str]]:
    return [(verdict, verdict_sign(verdict, interface), verdict_name(verdict, interface)) for verdict in BY_SEVERITY]


def _spread(summary: BatchSummary) -> list[tuple[int, int]]:
    return sorted(summary.spread.items())


def _told_number(conflicts: int) -> str:
    return f"{conflicts}+" if conflicts >= MANY else str(conflicts)


def _sources(pair: BatchPair) -> list[_Source]:
    return [
        _Source(shorten(one_line(title).strip(), _LONGEST_TITLE), code, direction(code))
        for title, code in zip(pair.titles, pair.languages, strict=True)
    ]


def _conflicts(pair: BatchPair, interface: Interface) -> list[_Told]:
    names: dict[Side, str] = names_of_texts(pair.languages, interface)
    return [
        _Told(found.kind, found.confidence, tuple(reason_parts(found, interface, names))) for found in pair.conflicts
    ]


def _line(told: _Told, interface: Interface) -> str:
    reason = plain_reason((Part(escape(part.text), part.quoted) for part in told.reason), interface)
    kind = interface.text(KIND_NAMES[told.kind])
    return f"{verdict_sign('conflict')} **{kind}** ({told.confidence:.2f}): {reason}"


def _examples(problem: BatchProblem) -> str:
    return ", ".join(map(one_line, problem.examples))


def _counts(counts: Mapping[Verdict, int]) -> list[str]:
    return [f"{counts[verdict]:,}" for verdict in BY_SEVERITY]


def _columns(heads: Sequence[str], rows: Sequence[Sequence[str]], words: int) -> list[str]:
    """A Markdown table, its first `words` columns to the start."""
    rule = "|" + "|".join("---" if at < words else "---:" for at in range(len(heads))) + "|"
    return [_row(heads), rule, *map(_row, rows), ""]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
