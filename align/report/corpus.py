"""An index over the comparisons of a corpus: a row a topic, with its counts by verdict and links to its reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from align.model import Comparison, DocumentAnalysis, Verdict
from align.report.addresses import address
from align.report.bidi import Direction, direction, isolate_rtl, one_line
from align.report.evidence import Evidence, Evidences
from align.report.markdown import escape
from align.report.order import BY_SEVERITY, count_verdicts
from align.report.page import asset, content_policy, environment
from align.report.quotes import shorten
from align.report.reasons import Part, plain_reason
from align.report.wording import KIND_NAMES, verdict_name, verdict_sign
from align.wording import DEFAULT_INTERFACE, Interface

_LONGEST_TITLE = 80
_REACH = 60
_SHOWN_CONFLICTS = 3  # of each topic


@dataclass(frozen=True, slots=True)
class Source:
    """One of the two documents of a topic."""

    title: str
    language: str
    direction: Direction


class IndexRow:
    """One topic of the index. It keeps what the row shows, not the comparison, which may be large."""

    def __init__(
        self,
        name: str,
        comparison: Comparison,
        forms: Sequence[str] = ("html", "md", "json"),
        interface: Interface = DEFAULT_INTERFACE,
        facts: str = "",
    ) -> None:
        """`name` is the topic and, with a form as its ending, the file of each report beside the index; `facts` is
        the file of the topic's table of facts.
        """
        self.name = one_line(name)
        self.sources = (_source(comparison.left), _source(comparison.right))
        self.counts = count_verdicts(comparison)
        self.internal = len(comparison.internal)
        self.problems = len(comparison.problems)
        self.conflicts = Evidences(comparison, _REACH, interface).findings("conflict")[:_SHOWN_CONFLICTS]
        self.links = {form: address(f"{name}.{form}") for form in forms}
        if facts:
            self.links[interface.text("facts")] = address(facts)


def index_page(rows: Iterable[IndexRow], interface: Interface = DEFAULT_INTERFACE) -> str:
    """The index as one self-contained HTML file, rows in the order given."""
    rows = list(rows)
    style = asset("base.css") + asset("corpus.css")
    template = environment(interface).get_template("corpus.html")
    return template.render(
        policy=content_policy(style),
        style=Markup(style),
        rows=rows,
        verdicts=[
            (verdict, verdict_sign(verdict, interface), verdict_name(verdict, interface)) for verdict in BY_SEVERITY
        ],
        totals=_totals(rows),
        summary=_summary(rows, interface),
    )


def index_markdown(rows: Iterable[IndexRow], interface: Interface = DEFAULT_INTERFACE) -> str:
    """The index as Markdown, with the same rows."""
    rows = list(rows)
    names = " | ".join(
        f"{verdict_sign(verdict, interface)} {verdict_name(verdict, interface)}" for verdict in BY_SEVERITY
    )
    lines = [
        f"# {interface.text('Comparisons')}",
        "",
        _summary(rows, interface),
        "",
        f"| {interface.text('topic')} | {names} | {interface.text('reports')} |",
        "|---|" + "---:|" * len(BY_SEVERITY) + "---|",
    ]
    for row in rows:
        counts = " | ".join(str(row.counts[verdict]) for verdict in BY_SEVERITY)
        links = " ".join(f"[{escape(form)}]({link})" for form, link in row.links.items())
        lines.append(f"| {isolate_rtl(escape(row.name))} | {counts} | {links} |")
    for row in rows:
        if row.conflicts:
            lines += ["", f"## {isolate_rtl(escape(row.name))}", ""]
            lines += [f"- {_told(evidence, interface)}" for evidence in row.conflicts]
    return "\n".join(lines) + "\n"


def _source(analysis: DocumentAnalysis) -> Source:
    document = analysis.document
    title = shorten(one_line(document.title or document.id).strip(), _LONGEST_TITLE)
    return Source(title, document.language, direction(document.language))


def _totals(rows: Sequence[IndexRow]) -> dict[Verdict, int]:
    return {verdict: sum(row.counts[verdict] for row in rows) for verdict in BY_SEVERITY}


def _summary(rows: Sequence[IndexRow], interface: Interface) -> str:
    concerned = sum(bool(row.counts["conflict"]) for row in rows)
    topics = ("%(number)s topic", "%(number)s topics")
    return interface.text(
        "%(topics)s, %(conflicts)s in %(concerned)s.",
        topics=interface.counted(*topics, len(rows)),
        conflicts=interface.counted("%(number)s conflict", "%(number)s conflicts", _totals(rows)["conflict"]),
        concerned=interface.counted(*topics, concerned),
    )


def _told(evidence: Evidence, interface: Interface) -> str:
    reason = plain_reason((Part(escape(part.text), part.quoted) for part in evidence.reason), interface)
    kind = interface.text(KIND_NAMES[evidence.kind])
    return f"{verdict_sign('conflict')} **{kind}** ({evidence.confidence:.2f}): {reason}"
