"""An index over the comparisons of a corpus: a row a topic, with its counts by verdict and links to its reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from align.model import Comparison, DocumentAnalysis, Verdict
from align.report.bidi import Direction, direction, isolate_rtl, one_line
from align.report.evidence import Evidence, Evidences
from align.report.markdown import escape
from align.report.order import BY_SEVERITY, count_verdicts
from align.report.page import asset, content_policy, environment
from align.report.quotes import shorten
from align.report.wording import VERDICT_NAMES, VERDICT_SIGNS, counted

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

    def __init__(self, name: str, comparison: Comparison, forms: Sequence[str] = ("html", "md", "json")) -> None:
        """`name` is the topic and, with a form as its ending, the file of each report beside the index."""
        self.name = one_line(name)
        self.sources = (_source(comparison.left), _source(comparison.right))
        self.counts = count_verdicts(comparison)
        self.internal = len(comparison.internal)
        self.problems = len(comparison.problems)
        self.conflicts = Evidences(comparison, _REACH).findings("conflict")[:_SHOWN_CONFLICTS]
        self.links = {form: _address(f"{name}.{form}") for form in forms}


def index_page(rows: Iterable[IndexRow]) -> str:
    """The index as one self-contained HTML file, rows in the order given."""
    rows = list(rows)
    style = asset("base.css") + asset("corpus.css")
    template = environment().get_template("corpus.html")
    return template.render(
        policy=content_policy(style),
        style=Markup(style),
        rows=rows,
        verdicts=[(verdict, VERDICT_SIGNS[verdict], VERDICT_NAMES[verdict]) for verdict in BY_SEVERITY],
        totals=_totals(rows),
        summary=_summary(rows),
    )


def index_markdown(rows: Iterable[IndexRow]) -> str:
    """The index as Markdown, with the same rows."""
    rows = list(rows)
    names = " | ".join(f"{VERDICT_SIGNS[verdict]} {VERDICT_NAMES[verdict]}" for verdict in BY_SEVERITY)
    lines = [
        "# Comparisons",
        "",
        _summary(rows),
        "",
        f"| topic | {names} | reports |",
        "|---|" + "---:|" * len(BY_SEVERITY) + "---|",
    ]
    for row in rows:
        counts = " | ".join(str(row.counts[verdict]) for verdict in BY_SEVERITY)
        links = " ".join(f"[{escape(form)}]({address})" for form, address in row.links.items())
        lines.append(f"| {isolate_rtl(escape(row.name))} | {counts} | {links} |")
    for row in rows:
        if row.conflicts:
            lines += ["", f"## {isolate_rtl(escape(row.name))}", ""]
            lines += [f"- {_told(evidence)}" for evidence in row.conflicts]
    return "\n".join(lines) + "\n"


def _source(analysis: DocumentAnalysis) -> Source:
    document = analysis.document
    title = shorten(one_line(document.title or document.id).strip(), _LONGEST_TITLE)
    return Source(title, document.language, direction(document.language))


def _address(path: str) -> str:
    """A relative address that neither Markdown nor HTML can take for anything else."""
    return "./" + quote(path.replace("\\", "/").removeprefix("./"), safe="/")


def _totals(rows: Sequence[IndexRow]) -> dict[Verdict, int]:
    return {verdict: sum(row.counts[verdict] for row in rows) for verdict in BY_SEVERITY}


def _summary(rows: Sequence[IndexRow]) -> str:
    concerned = sum(bool(row.counts["conflict"]) for row in rows)
    conflicts = counted(_totals(rows)["conflict"], "conflict")
    return f"{counted(len(rows), 'topic')}, {conflicts} in {counted(concerned, 'topic')}."


def _told(evidence: Evidence) -> str:
    reason = "".join(isolate_rtl(escape(part.text)) if part.quoted else escape(part.text) for part in evidence.reason)
    return f"{VERDICT_SIGNS['conflict']} **{evidence.kind}** ({evidence.confidence:.2f}): {reason}"
