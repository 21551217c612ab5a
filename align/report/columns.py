"""The two texts of a report, each with its mentions marked and a map of where its findings lie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from align.model import Comparison, DocumentAnalysis, Mention, Side
from align.report.bidi import Direction, direction, one_line
from align.report.evidence import Evidence
from align.report.layout import Mark, Paragraph, Passage, lay_out
from align.report.quotes import shorten
from align.report.wording import INTERNAL, KIND_NAMES, Shown, text_names, value_in_words
from align.wording import Interface

MAP_HEIGHT = 1000
_LONGEST_TITLE = 80
_LONGEST_SOURCE = 160
_LONG = 400  # paragraphs; of a longer text the browser lays out only the stretches in view
_STRETCH = 25  # paragraphs
_LEAST_HEIGHT = 4
# Of two findings on one mention, the one that decides how it looks in the text.
_GRAVITY: tuple[Shown, ...] = ("conflict", INTERNAL, "compatible", "agree", "only-left", "only-right")

_MentionKey = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class MapTick:
    """A finding's place on the map of a text, in thousandths of the text's length."""

    y: int
    height: int
    verdict: Shown
    finding: int
    kind: str


@dataclass(frozen=True, slots=True)
class Column:
    """One of the two texts."""

    side: Side
    title: str
    called: str
    name: str
    source: str
    language: str
    direction: Direction
    sha256: str
    paired: int  # per cent of the text that lies in passages with a counterpart
    paragraphs: list[Paragraph]
    ticks: list[MapTick]

    @property
    def is_long(self) -> bool:
        return len(self.paragraphs) > _LONG

    @property
    def stretches(self) -> list[list[Paragraph]]:
        """The paragraphs in groups; a text that is not long is one group."""
        step = _STRETCH if self.is_long else max(1, len(self.paragraphs))
        return [self.paragraphs[at : at + step] for at in range(0, len(self.paragraphs), step)]


def lay_out_columns(comparison: Comparison, evidences: Sequence[Evidence], interface: Interface) -> list[Column]:
    """Both texts. The place of an evidence in `evidences` is its number in links."""
    return [_column(comparison, side, evidences, interface) for side in ("left", "right")]


def title_of(analysis: DocumentAnalysis) -> str:
    """What to call a document in a heading."""
    return shorten(one_line(analysis.document.title or analysis.document.id).strip(), _LONGEST_TITLE)


def _column(comparison: Comparison, side: Side, evidences: Sequence[Evidence], interface: Interface) -> Column:
    analysis = comparison.left if side == "left" else comparison.right
    document = analysis.document
    passages = [
        Passage(span.start, span.end, number)
        for number, pair in enumerate(comparison.pairs)
        for span in (pair.left if side == "left" else pair.right)
    ]
    return Column(
        side=side,
        title=title_of(analysis),
        called=text_names(comparison, interface)[side],
        name=shorten(one_line(document.id), _LONGEST_SOURCE),
        source=shorten(one_line(document.source), _LONGEST_SOURCE),
        language=document.language,
        direction=direction(document.language),
        sha256=one_line(analysis.sha256),
        paired=_paired(document.text, passages),
        paragraphs=lay_out(document.text, analysis.blocks, passages, _marks(analysis, side, evidences, interface)),
        ticks=_ticks(len(document.text), side, evidences),
    )


def _paired(text: str, passages: Sequence[Passage]) -> int:
    """Per cent of the letters of a text that lie in passages; white space does not count."""
    covered, reached = 0, 0
    for passage in sorted(passages, key=lambda passage: passage.start):
        covered += _letters(text[max(reached, passage.start) : passage.end])
        reached = max(reached, passage.end)
    return round(100 * covered / (_letters(text) or 1))


def _letters(text: str) -> int:
    return sum(map(len, text.split()))


def _marks(analysis: DocumentAnalysis, side: Side, evidences: Sequence[Evidence], interface: Interface) -> list[Mark]:
    """Every mention of a text, the compared ones with their gravest verdict and all their findings."""
    mentions: dict[_MentionKey, Mention] = {_key(mention): mention for mention in analysis.mentions}
    findings: defaultdict[_MentionKey, list[int]] = defaultdict(list)
    for number, evidence in enumerate(evidences):
        for exhibit in evidence.exhibits:
            if exhibit.side == side and exhibit.mention is not None:
                mentions.setdefault(_key(exhibit.mention), exhibit.mention)
                findings[_key(exhibit.mention)].append(number)
    return [_mark(mention, findings[key], evidences, interface) for key, mention in mentions.items()]


def _mark(mention: Mention, findings: list[int], evidences: Sequence[Evidence], interface: Interface) -> Mark:
    ranks = {number: _GRAVITY.index(evidences[number].verdict) for number in findings}
    ordered = sorted(findings, key=lambda number: (ranks[number], number))
    rank = ranks[ordered[0]] if ordered else len(_GRAVITY)
    verdict = _GRAVITY[rank] if ordered else "uncompared"
    value = value_in_words(mention, interface)
    title = " \u00b7 ".join(part for part in (str(value), value.code) if part)
    kind = interface.text(KIND_NAMES[mention.kind])
    return Mark(mention.start, mention.end, verdict, rank, f"{kind}: {title}", tuple(ordered))


def _ticks(length: int, side: Side, evidences: Sequence[Evidence]) -> list[MapTick]:
    """Where the findings lie, the gravest last, so that it is drawn over the others."""
    ticks = []
    for number, evidence in enumerate(evidences):
        for exhibit in evidence.exhibits:
            if exhibit.side == side and exhibit.mention is not None and length:
                y = MAP_HEIGHT * min(exhibit.mention.start, length) // length
                height = MAP_HEIGHT * (exhibit.mention.end - exhibit.mention.start) // length
                ticks.append(
                    MapTick(
                        min(y, MAP_HEIGHT - _LEAST_HEIGHT),
                        max(_LEAST_HEIGHT, min(height, MAP_HEIGHT - y)),
                        evidence.verdict,
                        number,
                        evidence.kind,
                    )
                )
    return sorted(ticks, key=lambda tick: (-_GRAVITY.index(tick.verdict), tick.finding))


def _key(mention: Mention) -> _MentionKey:
    return mention.kind, mention.start, mention.end
