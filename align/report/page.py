"""HTML: one self-contained file with the findings, and the two texts side by side.

Nothing is fetched and only our own script and style run: the page carries a content security policy with the
hashes of both. All text goes through Jinja's autoescape; data for the script are numbers in attributes, and the few
sentences that it shows.
"""

from __future__ import annotations

import base64
import functools
import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

import jinja2
from markupsafe import Markup

from align.model import Comparison, Kind
from align.report.bidi import isolate, one_line
from align.report.columns import MAP_HEIGHT, lay_out_columns, title_of
from align.report.evidence import Evidence, Evidences
from align.report.order import BY_SEVERITY, KINDS, count_kinds, count_verdicts
from align.report.problems import is_told, place_parts, problem_parts
from align.report.quotes import shorten
from align.report.timeline import GUTTER, HEIGHT, LANES, WIDTH, draw_timeline
from align.report.wording import INTERNAL, KIND_NAMES, KIND_PLURALS, Shown, verdict_name, verdict_sign, verdict_title
from align.wording import DEFAULT_INTERFACE, Interface

REACH = 320  # code points quoted on each side of a mention: in most texts its whole sentence
_SHOWN_AT_FIRST: frozenset[Shown] = frozenset({"conflict", INTERNAL, "compatible"})


@dataclass(frozen=True, slots=True)
class Tile:
    """A count in the header, which is also the switch for what it counts."""

    key: str
    sign: str
    name: str
    count: int
    shown: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """How many findings have a verdict, and of which kinds; widths are in thousandths of the longest bar."""

    verdict: Shown
    name: str
    sign: str
    count: int
    shares: tuple[tuple[Kind, int, int, int], ...]  # kind, its count, where its share begins, how wide it is


def render_html(comparison: Comparison, interface: Interface = DEFAULT_INTERFACE) -> str:
    """The comparison as one HTML file that opens from disk."""
    evidences = in_reading_order(comparison, REACH, interface)
    style, script = asset("base.css") + asset("comparison.css"), asset("comparison.js")
    start = "document.documentElement.classList.add('scripted')"
    return (
        environment(interface)
        .get_template("comparison.html")
        .render(
            policy=content_policy(style, start, script),
            style=Markup(style),
            start=Markup(start),
            script=Markup(script),
            heading=_heading(comparison, interface),
            tiles=_tiles(comparison, interface),
            percent=lambda share: f"{share}%",
            kinds=[
                Tile(kind, "", interface.text(KIND_PLURALS[kind]), count, True)
                for kind, count in count_kinds(comparison).items()
            ],
            evidences=list(enumerate(evidences)),
            pair_numbers={pair.id: number for number, pair in enumerate(comparison.pairs)},
            pair_scores={pair.id: pair.score for pair in comparison.pairs},
            columns=lay_out_columns(comparison, evidences, interface),
            timeline=draw_timeline(comparison, evidences, interface),
            bars=_bars(evidences, interface),
            problems=[
                (
                    place_parts(problem, interface),
                    problem_parts(problem, interface),
                    interface.code if is_told(problem, interface) else "en",
                )
                for problem in comparison.problems
            ],
            signature=one_line(str(comparison.signature)),
        )
    )


def in_reading_order(comparison: Comparison, reach: int, interface: Interface = DEFAULT_INTERFACE) -> list[Evidence]:
    """By severity, what a text says against itself right after the conflicts between the two."""
    laid_out = Evidences(comparison, reach, interface)
    return [*laid_out.findings("conflict"), *laid_out.contradictions(), *laid_out.findings(*BY_SEVERITY[1:])]


def _heading(comparison: Comparison, interface: Interface) -> str:
    conflicts = interface.counted("%(number)s conflict", "%(number)s conflicts", count_verdicts(comparison)["conflict"])
    titles = (shorten(title_of(analysis), 40) for analysis in (comparison.left, comparison.right))
    if interface.is_rtl:
        titles = (isolate(title) for title in titles)
    return f"{conflicts} \u00b7 {' / '.join(titles)}"


def _tiles(comparison: Comparison, interface: Interface) -> list[Tile]:
    counts: list[tuple[Shown, int]] = list(count_verdicts(comparison).items())
    if comparison.internal:
        counts.insert(1, (INTERNAL, len(comparison.internal)))
    shows_all = not any(count for verdict, count in counts if verdict in _SHOWN_AT_FIRST)
    return [
        Tile(
            verdict,
            verdict_sign(verdict, interface),
            verdict_title(verdict, count, interface),
            count,
            shows_all or verdict in _SHOWN_AT_FIRST,
        )
        for verdict, count in counts
    ]


def _bars(evidences: Sequence[Evidence], interface: Interface) -> list[Bar]:
    counts = Counter((evidence.verdict, evidence.kind) for evidence in evidences)
    totals = Counter(evidence.verdict for evidence in evidences)
    longest = max(totals.values(), default=1)
    bars = []
    for verdict in dict.fromkeys(("conflict", INTERNAL, *BY_SEVERITY)):
        if verdict == INTERNAL and not totals[verdict]:
            continue
        shares, reached = [], 0
        for kind in KINDS:
            number = counts[verdict, kind]
            end = reached + number
            start, stop = 1000 * reached // longest, 1000 * end // longest
            shares.append((kind, number, start, stop - start))
            reached = end
        name, sign = verdict_name(verdict, interface), verdict_sign(verdict, interface)
        bars.append(Bar(verdict, name, sign, totals[verdict], tuple(shares)))
    return bars


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


@functools.cache
def environment(interface: Interface = DEFAULT_INTERFACE) -> jinja2.Environment:
    """Jinja with autoescape on, whatever a template's name ends in, and the words of the interface.

    Templates write `_("Search findings")`; `counted`, `verdict_name` and `verdict_sign` are there too, and the pieces
    `finding.html`, `text.html` and `charts.html` can be imported by other pages.
    """
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("align.report"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(
        _=interface.text,
        counted=interface.counted,
        interface=interface,
        verdict_name=functools.partial(verdict_name, interface=interface),
        verdict_sign=functools.partial(verdict_sign, interface=interface),
        kind_name=lambda kind: interface.text(KIND_NAMES[kind]),
        map_height=MAP_HEIGHT,
        timeline_width=WIDTH,
        timeline_height=HEIGHT,
        timeline_gutter=GUTTER,
        lanes=LANES,
    )
    return made
