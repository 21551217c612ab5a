"""Tally: what scoring one topic gave, finding by finding and entry by entry, so that figures can be added up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from align.evaluate.gold import Gold, GoldEntry
from align.evaluate.measures import Scores, rate_of
from align.model import Comparison, Finding, Kind, Verdict

Fault = Literal["contradicts-gold", "repeats-gold", "not-in-gold"]
FAULTS: tuple[Fault, ...] = ("contradicts-gold", "repeats-gold", "not-in-gold")

CONFLICT: frozenset[Verdict] = frozenset({"conflict"})
EITHER: frozenset[Verdict] = frozenset({"agree", "compatible"})

# What is scored as one verdict, by the name that it is shown under.
GROUPS: Mapping[str, frozenset[Verdict]] = {
    "conflict": CONFLICT,
    "agree": frozenset({"agree"}),
    "compatible": frozenset({"compatible"}),
    "agree or compatible": EITHER,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A gold entry and the finding that met it, of whatever verdict; None where none did."""

    entry: GoldEntry
    finding: Finding | None

    def is_met_as(self, verdicts: frozenset[Verdict]) -> bool:
        """Whether the finding has one of `verdicts`."""
        return self.finding is not None and self.finding.verdict in verdicts


@dataclass(frozen=True, slots=True)
class Judgement:
    """A finding with two mentions and the gold entry that it met.

    `fault` says what is wrong with it, if anything, and `against` which entry shows that.
    """

    finding: Finding
    entry: GoldEntry | None
    fault: Fault | None = None
    against: GoldEntry | None = None

    @property
    def counts(self) -> bool:
        """Whether precision counts it: the gold only samples names, and tells no more than their conflicts."""
        return self.finding.kind != "name" or self.finding.verdict == "conflict"

    def is_right_as(self, verdicts: frozenset[Verdict]) -> bool:
        """Whether the entry that it met has one of `verdicts`."""
        return self.entry is not None and self.entry.verdict in verdicts

    @property
    def is_right(self) -> bool:
        """Whether it met an entry of its own verdict."""
        return self.entry is not None and self.entry.verdict == self.finding.verdict

    @property
    def is_nearly_right(self) -> bool:
        """As `is_right`, with agree and compatible taken as one verdict."""
        return self.is_right or (self.finding.verdict in EITHER and self.is_right_as(EITHER))


@dataclass(frozen=True, slots=True)
class Tally:
    """The scored comparison of one topic."""

    gold: Gold
    comparison: Comparison
    outcomes: tuple[Outcome, ...]
    judgements: tuple[Judgement, ...]
    alignment: Scores
    internal: Scores

    @property
    def stem(self) -> str:
        return self.gold.stem

    @property
    def missed_conflicts(self) -> tuple[Outcome, ...]:
        """Gold conflicts that no finding calls one."""
        return tuple(o for o in self.outcomes if o.entry.verdict == "conflict" and not o.is_met_as(CONFLICT))

    @property
    def false_alarms(self) -> tuple[Judgement, ...]:
        """Conflicts that meet no gold conflict."""
        return tuple(j for j in self.judgements if j.finding.verdict == "conflict" and not j.is_right)


def verdict_scores(tallies: Iterable[Tally], verdicts: frozenset[Verdict], kind: Kind | None = None) -> Scores:
    """Precision and recall of a verdict, or of several taken as one, over some topics; of one kind or of all."""
    kept = list(tallies)
    met = (
        outcome.is_met_as(verdicts)
        for tally in kept
        for outcome in tally.outcomes
        if outcome.entry.verdict in verdicts and kind in (None, outcome.entry.kind)
    )
    right = (
        judgement.is_right_as(verdicts)
        for tally in kept
        for judgement in tally.judgements
        if judgement.finding.verdict in verdicts and judgement.counts and kind in (None, judgement.finding.kind)
    )
    sampled = kind == "name" and "conflict" not in verdicts
    return Scores(None if sampled else rate_of(right), rate_of(met))
