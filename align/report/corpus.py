"""An index over the comparisons of a corpus: a row a topic, with its counts by verdict and links to its reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Topic:
    """One comparison as a row of the index. `links` leads from the name of a form to the report's address."""

    stem: str
    left: Source
    right: Source
    counts: Mapping[Verdict, int]
    internal: int
    problems: int
    conflicts: tuple[Evidence, ...]
    links: Mapping[str, str]


def topic(stem: str, comparison: Comparison, files: Mapping[str, str]) -> Topic:
    """The row for one comparison. `files` are paths of its reports beside the index, by form ("html", "md")."""
    return Topic(
        stem=one_line(stem),
        left=_source(comparison.left),
        right=_source(comparison.right),
        counts=count_verdicts(comparison),
        internal=len(comparison.internal),
        problems=len(comparison.problems),
        conflicts=tuple(Evidences(comparison, _REACH).findings("conflict")[:_SHOWN_CONFLICTS]),
        links={form: _address(path) for form, path in files.items()},
    )


def index_page(topics: Iterable[Topic]) -> str:
    """The index as one self-contained HTML file, topics in the order given."""
    rows = list(topics)
    style = asset("base.css") + asset("corpus.css")
    template = environment().get_template("corpus.html")
    return template.render(
        policy=content_policy(style),
        style=Markup(style),
        topics=rows,
        verdicts=[(verdict, VERDICT_SIGNS[verdict], VERDICT_NAMES[verdict]) for verdict in BY_SEVERITY],
        totals=_totals(rows),
        summary=_summary(rows),
    )


def index_markdown(topics: Iterable[Topic]) -> str:
    """The index as Markdown, with the same rows."""
    rows = list(topics)
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
        lines.append(f"| {isolate_rtl(escape(row.stem))} | {counts} | {links} |")
    for row in rows:
        if row.conflicts:
            lines += ["", f"## {isolate_rtl(escape(row.stem))}", ""]
            lines += [f"- {_told(evidence)}" for evidence in row.conflicts]
    return "\n".join(lines) + "\n"


def _source(analysis: DocumentAnalysis) -> Source:
    document = analysis.document
    title = shorten(one_line(document.title or document.id).strip(), _LONGEST_TITLE)
    return Source(title, document.language, direction(document.language))


def _address(path: str) -> str:
    """A relative address that neither Markdown nor HTML can take for anything else."""
    return "./" + quote(path.replace("\\", "/").removeprefix("./"), safe="/")


def _totals(topics: Sequence[Topic]) -> dict[Verdict, int]:
    return {verdict: sum(row.counts[verdict] for row in topics) for verdict in BY_SEVERITY}


def _summary(topics: Sequence[Topic]) -> str:
    concerned = sum(bool(row.counts["conflict"]) for row in topics)
    conflicts = counted(_totals(topics)["conflict"], "conflict")
    return f"{counted(len(topics), 'topic')}, {conflicts} in {counted(concerned, 'topic')}."


def _told(evidence: Evidence) -> str:
    reason = "".join(isolate_rtl(escape(part.text)) if part.quoted else escape(part.text) for part in evidence.reason)
    return f"{VERDICT_SIGNS['conflict']} **{evidence.kind}** ({evidence.confidence:.2f}): {reason}"
