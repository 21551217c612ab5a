"""Markdown (GitHub's): a table of counts, the conflicts with both quotations, the compatible, the signature."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import regex

from align.model import Comparison, DocumentAnalysis
from align.report.bidi import isolate, isolate_rtl, one_line
from align.report.evidence import Evidence, Evidences, Exhibit
from align.report.order import count_verdicts
from align.report.quotes import Quote, shorten
from align.report.reasons import Part, plain_reason
from align.report.wording import KIND_NAMES, text_names, verdict_name, verdict_sign
from align.wording import DEFAULT_INTERFACE, Interface, ValueWords

_REACH = 140
_LONGEST_TITLE = 90
_LONGEST_CELL = 80
# Any ASCII punctuation may be escaped (CommonMark 0.31, 2.4); these can mean something within a line. The rest
# keeps GitHub from making links of addresses, mentions of "@name", and pictures of ":name:".
_SPECIAL = regex.compile(r"[\\`*_\[\]{}<>#|~$@]|:(?=[A-Za-z+/-])|(?<=[Ww]{3})\.")


def render_markdown(comparison: Comparison, interface: Interface = DEFAULT_INTERFACE) -> str:
    """The comparison as Markdown. Nothing from a document can become markup."""
    evidences = Evidences(comparison, _REACH, interface)
    sides = ("left", "right") if interface is DEFAULT_INTERFACE else tuple(text_names(comparison, interface).values())
    lines = itertools.chain(
        _heading(comparison, interface),
        _in_full("Conflicts", evidences.findings("conflict"), interface),
        _in_full("Contradictions within one text", evidences.contradictions(), interface),
        _table("Compatible", evidences.findings("compatible"), sides, interface),
        _table("Agreements", evidences.findings("agree"), sides, interface),
        _problems(comparison, interface),
        _foot(comparison),
    )
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """Text from a document as inline Markdown on one line."""
    return _SPECIAL.sub(r"\\\g<0>", one_line(text).replace("&", "&amp;"))


def _heading(comparison: Comparison, interface: Interface) -> Iterator[str]:
    yield f"# {_title(comparison.left)} \u2194 {_title(comparison.right)}"
    yield ""
    yield f"| {interface.text('verdict')} | {interface.text('findings')} |"
    yield "|---|---:|"
    for verdict, number in count_verdicts(comparison).items():
        yield f"| {verdict_sign(verdict, interface)} {verdict_name(verdict, interface)} | {number} |"
    if comparison.internal:
        yield f"| {interface.text('contradiction within one text')} | {len(comparison.internal)} |"


def _title(analysis: DocumentAnalysis) -> str:
    document = analysis.document
    title = escape(shorten(one_line(document.title or document.id).strip(), _LONGEST_TITLE))
    return f"{isolate_rtl(title)} ({escape(document.language)})"


def _in_full(heading: str, evidences: list[Evidence], interface: Interface) -> Iterator[str]:
    if not evidences:
        return
    yield from ("", f"## {interface.text(heading)}")
    for number, evidence in enumerate(evidences, 1):
        kind = interface.text(KIND_NAMES[evidence.kind]).capitalize()
        yield from ("", f"### {number}. {kind} \u00b7 {interface.text('confidence')} {evidence.confidence:.2f}", "")
        yield f"{_reason(evidence.reason, interface)}"
        for exhibit in evidence.exhibits:
            value = (
                f" \u2014 {_value(exhibit.value)}" if exhibit.value else f" \u2014 {interface.text('not stated here')}"
            )
            yield from ("", f"> **{isolate_rtl(escape(exhibit.label))}**{value}", ">", f"> {_quoted(exhibit.quote)}")


def _reason(parts: tuple[Part, ...], interface: Interface) -> str:
    return plain_reason((Part(escape(part.text), part.quoted) for part in parts), interface)


def _quoted(quote: Quote) -> str:
    # An isolate within the asterisks makes them open and close whatever letters or marks stand beside them
    # (CommonMark's flanking rules), and keeps the mention in order.
    marked = f"**{isolate(escape(quote.mention))}**" if quote.mention.strip() else escape(quote.mention)
    return isolate_rtl(f"{escape(quote.before)}{marked}{escape(quote.after)}", quote.direction)


def _value(value: ValueWords) -> str:
    unit = f" {isolate_rtl(escape(value.unit))}" if value.unit else ""
    code = f" \u00b7 {escape(value.code)}" if value.code else ""
    return f"{escape(value.words)}{unit}{code}"


def _table(heading: str, evidences: list[Evidence], sides: Sequence[str], interface: Interface) -> Iterator[str]:
    if not evidences:
        return
    heads = (interface.text("kind"), *sides, interface.text("reason"))
    yield from ("", f"## {interface.text(heading)}", "", f"| {' | '.join(heads)} |", "|---|---|---|---|")
    for evidence in evidences:
        cells = " | ".join(_cell(exhibit) for exhibit in evidence.exhibits)
        yield f"| {interface.text(KIND_NAMES[evidence.kind])} | {cells} | {_reason(evidence.reason, interface)} |"


def _cell(exhibit: Exhibit) -> str:
    return isolate_rtl(escape(shorten(exhibit.quote.mention.strip(), _LONGEST_CELL)), exhibit.quote.direction)


def _problems(comparison: Comparison, interface: Interface) -> Iterator[str]:
    if comparison.problems:
        yield from ("", f"## {interface.text('Problems')}", "")
    for problem in comparison.problems:
        yield f"- {isolate_rtl(escape(problem.document))}: {isolate_rtl(escape(problem.message))}"


def _foot(comparison: Comparison) -> Iterator[str]:
    yield from ("", "---", "", _code(str(comparison.signature)))
    for analysis in (comparison.left, comparison.right):
        yield from ("", f"{isolate_rtl(escape(analysis.document.id))}: {_code('sha256 ' + analysis.sha256)}")


def _code(text: str) -> str:
    """A code span that whatever is in `text` cannot close (CommonMark 0.31, 6.1)."""
    line = one_line(text)
    longest = max((len(run) for run in regex.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {line} {fence}" if longest else f"{fence}{line}{fence}"
