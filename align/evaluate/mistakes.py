"""Mistakes: missed conflicts and false alarms, with what a developer needs to see why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from align.evaluate.gold import GoldEntry
from align.evaluate.overlap import Stretch, common_share, is_compound, is_met
from align.evaluate.tally import Fault, Judgement, Outcome, Tally
from align.model import Comparison, DocumentAnalysis, Kind, Mention, Span
from align.report.bidi import direction, isolate_rtl, one_line, without_isolates

_REACH = 48  # code points quoted on each side of a mention

# Where a gold entry is lost: a mention is not found, the passages are not paired, the mentions of a pair are not held
# against each other, or they are and get another verdict.
Stage = Literal["extract", "pair", "match", "verdict"]
STAGES: tuple[Stage, ...] = ("extract", "pair", "match", "verdict")

HEADINGS: dict[Literal["missed"] | Fault, str] = {
    "missed": "Missed conflicts",
    "contradicts-gold": "False alarms that contradict the gold",
    "repeats-gold": "False alarms that repeat a conflict already found",
    "not-in-gold": "False alarms about what the gold does not label",
}


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a document with a little of the text around it."""

    start: int
    end: int
    before: str
    text: str
    after: str
    language: str

    @classmethod
    def of(cls, stretch: Stretch, analysis: DocumentAnalysis) -> Excerpt:
        text = analysis.document.text
        return cls(
            stretch.start,
            stretch.end,
            text[max(0, stretch.start - _REACH) : stretch.start],
            text[stretch.start : stretch.end],
            text[stretch.end : stretch.end + _REACH],
            analysis.document.language,
        )

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text}

    def __str__(self) -> str:
        """One line with the stretch in brackets, isolated where it is written from right to left."""
        return isolate_rtl(one_line(f"{self.before}[{self.text}]{self.after}").strip(), direction(self.language))


@dataclass(frozen=True, slots=True)
class Mistake:
    """A conflict that was missed, or one that the gold does not have. `why` is for a developer."""

    topic: str
    fault: Literal["missed"] | Fault
    kind: Kind
    left: Excerpt
    right: Excerpt
    confidence: float | None
    why: str

    def to_dict(self) -> dict[str, Any]:
        return {
            "topic": self.topic,
            "fault": self.fault,
            "kind": self.kind,
            "left": self.left.to_dict(),
            "right": self.right.to_dict(),
            "confidence": None if self.confidence is None else round(self.confidence, 4),
            "why": self.why,
        }


def mistakes_of(tally: Tally) -> Iterator[Mistake]:
    """The missed conflicts of a topic in the order of its gold, then its false alarms, the surest first."""
    for outcome in tally.missed_conflicts:
        entry = outcome.entry
        left, right = Excerpt.of(entry.left, tally.comparison.left), Excerpt.of(entry.right, tally.comparison.right)
        why = f"{_labelled(entry)} {why_missed(outcome, tally.comparison)}"
        yield Mistake(tally.stem, "missed", entry.kind, left, right, None, why)
    for judgement in sorted(tally.false_alarms, key=lambda judgement: -judgement.finding.confidence):
        yield from _false_alarm(judgement, tally)


def _false_alarm(judgement: Judgement, tally: Tally) -> Iterator[Mistake]:
    finding, against = judgement.finding, judgement.against
    if finding.left is None or finding.right is None or judgement.fault is None:
        return
    left, right = Excerpt.of(finding.left, tally.comparison.left), Excerpt.of(finding.right, tally.comparison.right)
    why = finding.reason + (f" {_labelled(against)}" if against else "")
    yield Mistake(tally.stem, judgement.fault, finding.kind, left, right, finding.confidence, why)


def _labelled(entry: GoldEntry) -> str:
    return f"Gold: {entry.verdict}." + (f" {entry.note}" if entry.note else "")


def lost_at(outcome: Outcome, comparison: Comparison) -> Stage | None:
    """The first stage that lost a gold entry; None where a finding of its own verdict met it."""
    entry, finding = outcome.entry, outcome.finding
    if finding is not None:
        return None if finding.verdict == entry.verdict else "verdict"
    left = _mentions_of(entry.kind, entry.left, comparison.left)
    right = _mentions_of(entry.kind, entry.right, comparison.right)
    if not left or not right:
        return "extract"
    paired = any(_tells(pair.left, left) and _tells(pair.right, right) for pair in comparison.pairs)
    return "match" if paired else "pair"


def why_missed(outcome: Outcome, comparison: Comparison) -> str:
    """One sentence on where a gold entry was lost."""
    entry, finding = outcome.entry, outcome.finding
    if finding is not None:
        return f"Called {finding.verdict} ({finding.confidence:.2f}): {finding.reason}"
    stage = lost_at(outcome, comparison)
    if stage == "extract":
        sides = (("left", entry.left, comparison.left), ("right", entry.right, comparison.right))
        unread = [side for side, span, analysis in sides if not _mentions_of(entry.kind, span, analysis)]
        return f"No {entry.kind} was extracted there on the {' and the '.join(unread)}."
    if stage == "pair":
        return "The passages were not paired."
    return "The passages were paired, but these mentions were not matched."


def _mentions_of(kind: Kind, span: Span, analysis: DocumentAnalysis) -> list[Mention]:
    compound = is_compound(span, kind, analysis.mentions)
    return [m for m in analysis.mentions if m.kind == kind and is_met(common_share(m, span), compound)]


def _tells(spans: Iterable[Span], mentions: Iterable[Mention]) -> bool:
    """Whether one side of a pair holds one of the mentions."""
    found = list(mentions)
    return any(span.start <= mention.start and mention.end <= span.end for span in spans for mention in found)


def render_mistakes(mistakes: Iterable[Mistake]) -> str:
    """The mistakes by what is wrong with them, for a terminal."""
    found = list(mistakes)
    lines = []
    for fault, heading in HEADINGS.items():
        group = [mistake for mistake in found if mistake.fault == fault]
        if group:
            lines += [f"{heading} ({len(group)})", ""]
        for mistake in group:
            lines += [*_shown(mistake), ""]
    return "\n".join(lines)


def _shown(mistake: Mistake) -> Iterator[str]:
    sure = "" if mistake.confidence is None else f"  confidence {mistake.confidence:.2f}"
    yield f"  {one_line(mistake.topic)}  {mistake.kind}{sure}"
    for excerpt in (mistake.left, mistake.right):
        yield f"    {excerpt.language:>3}  {excerpt}"
    yield f"         {isolate_rtl(one_line(without_isolates(mistake.why)), 'ltr')}"
