"""Markdown (GitHub's): a table of counts, the conflicts with both quotations, the compatible, the signature."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

import regex

from align.model import Comparison, DocumentAnalysis
from align.report.bidi import isolate, isolate_rtl, one_line
from align.report.evidence import Evidence, Evidences, Exhibit
from align.report.order import count_verdicts
from align.report.problems import place_parts, problem_parts, unit_parts
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
        *(_missing(evidences, sides, interface) if any(pair.line for pair in comparison.pairs) else ()),
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
        unit = f" \u00b7 {_unit(evidence, interface)}" if evidence.line else ""
        yield from (
            "",
            f"### {number}. {kind} \u00b7 {interface.text('confidence')} {evidence.confidence:.2f}{unit}",
            "",
        )
        yield f"{_words(evidence.reason, interface)}"
        for exhibit in evidence.exhibits:
            value = (
                f" \u2014 {_value(exhibit.value)}" if exhibit.value else f" \u2014 {interface.text('not stated here')}"
            )
            yield from ("", f"> **{isolate_rtl(escape(exhibit.label))}**{value}", ">", f"> {_quoted(exhibit.quote)}")


def _unit(evidence: Evidence, interface: Interface) -> str:
    """The unit of a bilingual file that a finding is about, with its line."""
    return _words(unit_parts(evidence.unit, evidence.line, interface), interface)


def _words(parts: Iterable[Part], interface: Interface) -> str:
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
    units = (interface.text("Unit"),) if any(evidence.line for evidence in evidences) else ()
    heads = (interface.text("kind"), *units, *sides, interface.text("reason"))
    yield from ("", f"## {interface.text(heading)}", "", f"| {' | '.join(heads)} |", "|---" * len(heads) + "|")
    for evidence in evidences:
        unit = [_unit(evidence, interface)] if units else []
        texts = {exhibit.side: _cell(exhibit) for exhibit in evidence.exhibits}
        cells = [*unit, texts.get("left", ""), texts.get("right", ""), _words(evidence.reason, interface)]
        yield f"| {interface.text(KIND_NAMES[evidence.kind])} | {' | '.join(cells)} |"


def _cell(exhibit: Exhibit) -> str:
    """The mention, or the passage that lacks its like."""
    quote = exhibit.quote
    shown = quote.mention.strip() or f"{quote.before}{quote.after}".strip()
    return isolate_rtl(escape(shorten(shown, _LONGEST_CELL)), quote.direction)


def _missing(evidences: Evidences, sides: Sequence[str], interface: Interface) -> Iterator[Iterator[str]]:
    """What one side of a unit lacks; in texts that only tell the same it is no finding to list."""
    yield _table("Only on the left", evidences.findings("only-left"), sides, interface)
    yield _table("Only on the right", evidences.findings("only-right"), sides, interface)


def _problems(comparison: Comparison, interface: Interface) -> Iterator[str]:
    if comparison.problems:
        yield from ("", f"## {interface.text('Problems')}", "")
    for problem in comparison.problems:
        place, message = place_parts(problem, interface), problem_parts(problem, interface)
        yield f"- {_words(place, interface)}: {_words(message, interface)}"


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
