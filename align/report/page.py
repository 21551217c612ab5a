"""HTML: one self-contained file with the findings, and the two texts side by side.

Nothing is fetched and only our own script and style run: the page carries a content security policy with the
hashes of both. All text goes through Jinja's autoescape; data for the script are numbers in attributes.
"""

from __future__ import annotations

import base64
import functools
import hashlib
from collections import defaultdict
from dataclasses import dataclass
from importlib import resources

import jinja2
from markupsafe import Markup

from align.model import Comparison, DocumentAnalysis, Mention, Side, Verdict
from align.report.bidi import Direction, direction, one_line
from align.report.evidence import Evidence, Evidences
from align.report.layout import Mark, Paragraph, Passage, lay_out
from align.report.order import BY_SEVERITY, count_kinds, count_verdicts
from align.report.quotes import shorten
from align.report.wording import KIND_NAMES, VERDICT_NAMES, VERDICT_SIGNS, counted, value_in_words

_REACH = 110
_LONGEST_TITLE = 80
_INTERNAL = "internal"
_INTERNAL_SIGN = "\u21af"
# Of two findings on one mention, the one that decides how it looks in the text.
_GRAVITY = ("conflict", _INTERNAL, "compatible", "agree", "only-left", "only-right")
_SHOWN_AT_FIRST = frozenset({"conflict", _INTERNAL, "compatible"})

_MentionKey = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Tile:
    """A count in the header, which is also the switch for what it counts."""

    key: str
    sign: str
    name: str
    count: int
    shown: bool


@dataclass(frozen=True, slots=True)
class Column:
    """One of the two texts."""

    side: Side
    title: str
    name: str
    source: str
    language: str
    direction: Direction
    sha256: str
    paragraphs: list[Paragraph]


def render_html(comparison: Comparison) -> str:
    """The comparison as one HTML file that opens from disk."""
    evidences = _in_reading_order(comparison)
    pair_numbers = {pair.id: number for number, pair in enumerate(comparison.pairs)}
    style, script = asset("base.css") + asset("comparison.css"), asset("comparison.js")
    start = "document.documentElement.classList.add('scripted')"
    return (
        environment()
        .get_template("comparison.html")
        .render(
            policy=content_policy(style, start, script),
            style=Markup(style),
            start=Markup(start),
            script=Markup(script),
            heading=_heading(comparison),
            tiles=_tiles(comparison),
            kinds=[
                Tile(kind, "", KIND_NAMES[kind] + "s", count, True) for kind, count in count_kinds(comparison).items()
            ],
            evidences=list(enumerate(evidences)),
            pair_numbers=pair_numbers,
            verdict_names=VERDICT_NAMES | {_INTERNAL: "contradicts itself"},
            verdict_signs=VERDICT_SIGNS | {_INTERNAL: _INTERNAL_SIGN},
            columns=[
                _column(comparison.left, "left", comparison, evidences),
                _column(comparison.right, "right", comparison, evidences),
            ],
            problems=[(one_line(problem.document), one_line(problem.message)) for problem in comparison.problems],
            signature=one_line(str(comparison.signature)),
        )
    )


def _in_reading_order(comparison: Comparison) -> list[Evidence]:
    """By severity, what a text says against itself right after the conflicts between the two."""
    laid_out = Evidences(comparison, _REACH)
    return [*laid_out.findings("conflict"), *laid_out.contradictions(), *laid_out.findings(*BY_SEVERITY[1:])]


def _heading(comparison: Comparison) -> str:
    conflicts = counted(count_verdicts(comparison)["conflict"], "conflict")
    titles = (shorten(_title(analysis), 40) for analysis in (comparison.left, comparison.right))
    return f"{conflicts} \u00b7 {' / '.join(titles)}"


def _title(analysis: DocumentAnalysis) -> str:
    return shorten(one_line(analysis.document.title or analysis.document.id).strip(), _LONGEST_TITLE)


def _tiles(comparison: Comparison) -> list[Tile]:
    def tile(verdict: Verdict, count: int) -> Tile:
        name = {"conflict": "conflict", "agree": "agreement"}.get(verdict)
        words = VERDICT_NAMES[verdict] if name is None or count == 1 else f"{name}s"
        return Tile(verdict, VERDICT_SIGNS[verdict], words, count, verdict in _SHOWN_AT_FIRST)

    tiles = [tile(verdict, count) for verdict, count in count_verdicts(comparison).items()]
    if comparison.internal:
        tiles.insert(1, Tile(_INTERNAL, _INTERNAL_SIGN, "within one text", len(comparison.internal), True))
    return tiles


def _column(analysis: DocumentAnalysis, side: Side, comparison: Comparison, evidences: list[Evidence]) -> Column:
    document = analysis.document
    passages = [
        Passage(span.start, span.end, number)
        for number, pair in enumerate(comparison.pairs)
        for span in (pair.left if side == "left" else pair.right)
    ]
    return Column(
        side=side,
        title=_title(analysis),
        name=one_line(document.id),
        source=one_line(document.source),
        language=document.language,
        direction=direction(document.language),
        sha256=one_line(analysis.sha256),
        paragraphs=lay_out(document.text, analysis.blocks, passages, _marks(analysis, side, evidences)),
    )


def _marks(analysis: DocumentAnalysis, side: Side, evidences: list[Evidence]) -> list[Mark]:
    """Every mention of a text, the compared ones with their gravest verdict and all their findings."""
    mentions: dict[_MentionKey, Mention] = {_key(mention): mention for mention in analysis.mentions}
    findings: defaultdict[_MentionKey, list[int]] = defaultdict(list)
    for number, evidence in enumerate(evidences):
        for exhibit in evidence.exhibits:
            if exhibit.side == side and exhibit.mention is not None:
                mentions.setdefault(_key(exhibit.mention), exhibit.mention)
                findings[_key(exhibit.mention)].append(number)
    return [_mark(mention, findings[key], evidences) for key, mention in mentions.items()]


def _mark(mention: Mention, findings: list[int], evidences: list[Evidence]) -> Mark:
    ranks = {number: _GRAVITY.index(evidences[number].verdict) for number in findings}
    ordered = sorted(findings, key=lambda number: (ranks[number], number))
    rank = ranks[ordered[0]] if ordered else len(_GRAVITY)
    verdict = _GRAVITY[rank] if ordered else "uncompared"
    value = value_in_words(mention)
    title = " \u00b7 ".join(part for part in (str(value), value.code) if part)
    return Mark(mention.start, mention.end, verdict, rank, f"{mention.kind}: {title}", tuple(ordered))


def _key(mention: Mention) -> _MentionKey:
    return mention.kind, mention.start, mention.end


def asset(name: str) -> str:
    """A style sheet or script of ours, with the line ends that a browser hashes."""
    return resources.files("align.report").joinpath("templates", name).read_text(encoding="utf-8")


def content_policy(style: str, *scripts: str) -> str:
    """A content security policy that lets exactly this style and these scripts run and fetches nothing."""
    sources = " ".join(map(_source, scripts)) or "'none'"
    return f"default-src 'none'; style-src {_source(style)}; script-src {sources}; base-uri 'none'; form-action 'none'"


def _source(content: str) -> str:
    digest = base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


@functools.lru_cache(maxsize=1)
def environment() -> jinja2.Environment:
    """Jinja with autoescape on, whatever a template's name ends in."""
    return jinja2.Environment(
        loader=jinja2.PackageLoader("align.report"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
