"""The summary that the command prints: conflicts first, each as two quoted lines and a reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from align.model import Comparison, DocumentAnalysis
from align.report.bidi import direction, isolate_rtl, one_line
from align.report.evidence import Evidence, Evidences, Exhibit
from align.report.order import BY_SEVERITY, count_verdicts
from align.report.quotes import shorten
from align.report.wording import VERDICT_NAMES, VERDICT_SIGNS, counted, value_in_words

_REACH = 56  # code points quoted on each side, for a line of some 130 columns
_LONGEST_TITLE = 60
_LONGEST_VALUE = 40
_LONGEST_LIST = 20  # of each brief list


class Style(NamedTuple):
    """How parts of a line stand out: with colour by SGR codes, without by brackets around the mention."""

    bold: tuple[str, str]
    faint: tuple[str, str]
    alarm: tuple[str, str]
    mark: tuple[str, str]


_RESET = "\x1b[0m"
COLORED = Style(("\x1b[1m", _RESET), ("\x1b[2m", _RESET), ("\x1b[1;31m", _RESET), ("\x1b[1;4m", _RESET))
PLAIN = Style(("", ""), ("", ""), ("", ""), ("[", "]"))


def terminal_summary(comparison: Comparison, *, color: bool) -> str:
    """What an editor reads in the terminal. With `color` mentions are bold and underlined, else in brackets."""
    style = COLORED if color else PLAIN
    evidences = Evidences(comparison, _REACH)
    lines = [
        *_heading(comparison, style),
        *_in_full("Conflicts", evidences.findings("conflict"), style),
        *_in_full("Contradictions within one text", evidences.contradictions(), style),
        *_brief("Compatible", evidences.findings("compatible"), style),
        *_counted_only(comparison),
        *_problems(comparison, style),
        wrapped(style.faint, one_line(str(comparison.signature))),
    ]
    return "\n".join(lines) + "\n"


def _heading(comparison: Comparison, style: Style) -> Iterator[str]:
    yield wrapped(style.bold, f"{_title(comparison.left)}  \u2194  {_title(comparison.right)}")
    counts = ", ".join(
        f"{number} {VERDICT_NAMES[verdict] if number == 1 else plural(verdict)}"
        for verdict, number in count_verdicts(comparison).items()
    )
    yield f"{counts}; {counted(len(comparison.pairs), 'pair')} of passages"
    yield ""


def plural(verdict: str) -> str:
    """What several findings of a verdict are called after their number."""
    return {"conflict": "conflicts", "agree": "agreements"}.get(verdict, verdict.replace("only-", "only on the "))


def _title(analysis: DocumentAnalysis) -> str:
    document = analysis.document
    title = shorten(one_line(document.title or document.id), _LONGEST_TITLE)
    return isolate_rtl(title) + f" ({one_line(document.language)})"


def _in_full(heading: str, evidences: list[Evidence], style: Style) -> Iterator[str]:
    if not evidences:
        return
    yield wrapped(style.bold, heading)
    for number, evidence in enumerate(evidences, 1):
        sign = VERDICT_SIGNS["conflict"]
        yield wrapped(style.alarm, f"{number}. {sign} {evidence.kind}") + f"  confidence {evidence.confidence:.2f}"
        yield from (f"   {isolate_rtl(exhibit.label):>3}  {quoted(exhibit, style)}" for exhibit in evidence.exhibits)
        yield f"        {evidence.plain_reason}"
        yield ""


def quoted(exhibit: Exhibit, style: Style) -> str:
    """A passage with the mention marked, on one line."""
    quote = exhibit.quote
    line = f"{quote.before}{wrapped(style.mark, quote.mention)}{quote.after}"
    return isolate_rtl(line, quote.direction)


def _brief(heading: str, evidences: list[Evidence], style: Style) -> Iterator[str]:
    if not evidences:
        return
    yield wrapped(style.bold, heading)
    for evidence in evidences[:_LONGEST_LIST]:
        mentions = (_short_mention(exhibit) for exhibit in evidence.exhibits)
        yield f"   {VERDICT_SIGNS['compatible']} {evidence.kind}  " + "  |  ".join(mentions)
    if len(evidences) > _LONGEST_LIST:
        yield f"   and {len(evidences) - _LONGEST_LIST:,} more"
    yield ""


def _short_mention(exhibit: Exhibit) -> str:
    text = shorten(exhibit.quote.mention.strip(), _LONGEST_VALUE)
    value = value_in_words(exhibit.mention) if exhibit.mention and exhibit.mention.kind != "name" else None
    words = f" ({isolate_rtl(str(value))})" if value and str(value) != text else ""
    return isolate_rtl(text, direction(exhibit.quote.language)) + words


def _counted_only(comparison: Comparison) -> Iterator[str]:
    shown = {"conflict", "compatible"}
    counts = count_verdicts(comparison)
    rest = [
        f"{VERDICT_SIGNS[verdict]} {counted(counts[verdict], VERDICT_NAMES[verdict], plural(verdict))}"
        for verdict in reversed(BY_SEVERITY)
        if verdict not in shown and counts[verdict]
    ]
    if rest:
        yield "   ".join(rest)
        yield ""


def _problems(comparison: Comparison, style: Style) -> Iterator[str]:
    for problem in comparison.problems:
        document = isolate_rtl(one_line(problem.document))
        yield f"{wrapped(style.alarm, 'problem')}  {document}: {isolate_rtl(one_line(problem.message))}"
    if comparison.problems:
        yield ""


def wrapped(around: tuple[str, str], text: str) -> str:
    """Text between the two signs of a style; nothing stays nothing."""
    return f"{around[0]}{text}{around[1]}" if text else ""
