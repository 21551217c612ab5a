"""The result of an evaluation: figures over all topics, and the three forms that it is shown in."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from align.evaluate.calibration import Bin, calibration
from align.evaluate.gold import KINDS
from align.evaluate.measures import Rate, Scores
from align.evaluate.mistakes import STAGES, Mistake, Stage, lost_at, mistakes_of, render_mistakes
from align.evaluate.table import render_table
from align.evaluate.tally import FAULTS, GROUPS, Fault, Tally, verdict_scores
from align.model import Kind, Signature

SCHEMA = "align.evaluation/1"
RULES = 1  # of scoring; raised when a change to them moves figures


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scored topics of a corpus. Figures are micro-averages over `tallies`."""

    tallies: tuple[Tally, ...]

    @property
    def signature(self) -> Signature:
        """That of the comparisons, with the rules of scoring and the gold that they were held against."""
        made = [tally.comparison.signature for tally in self.tallies]
        models = {code: name for signature in made for code, name in signature.models.items()}
        settings = {name: value for signature in made for name, value in signature.settings.items()}
        settings |= {"rules": RULES, "topics": len(self.tallies), "gold": self._gold_digest()}
        first = made[0] if made else Signature("", "", {})
        return Signature(first.version, first.encoder, models, settings)

    def scores(self, group: str, kind: Kind | None = None) -> Scores:
        """Precision, recall and F1 of one of `GROUPS`, of one kind or of all."""
        return verdict_scores(self.tallies, GROUPS[group], kind)

    @property
    def false_alarms(self) -> dict[Fault, int]:
        """How many conflicts meet no gold conflict, by what is wrong with them."""
        faults = Counter(judgement.fault for tally in self.tallies for judgement in tally.false_alarms)
        return {fault: faults[fault] for fault in FAULTS}

    @property
    def losses(self) -> dict[Stage, int]:
        """How many gold entries of all verdicts are missed, by the first stage that lost them."""
        stages = Counter(lost_at(outcome, t.comparison) for t in self.tallies for outcome in t.outcomes)
        return {stage: stages[stage] for stage in STAGES}

    @property
    def calibration(self) -> tuple[Bin, ...]:
        return calibration(self.tallies)

    @property
    def alignment(self) -> Scores:
        """Precision and recall of the links between sentences."""
        return _sum(tally.alignment for tally in self.tallies)

    @property
    def internal(self) -> Scores:
        """Precision and recall of contradictions within one text."""
        return _sum(tally.internal for tally in self.tallies)

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """Missed conflicts and false alarms, topic by topic."""
        return tuple(mistake for tally in self.tallies for mistake in mistakes_of(tally))

    def to_dict(self) -> dict[str, Any]:
        """Everything, as plain dicts and lists."""
        return {
            "schema": SCHEMA,
            "signature": self.signature.to_dict(),
            "verdicts": {group: self._by_kind(group) for group in GROUPS},
            "false_alarms": self.false_alarms,
            "losses": self.losses,
            "calibration": [bin_.to_dict() for bin_ in self.calibration],
            "alignment": self.alignment.to_dict(),
            "internal": self.internal.to_dict(),
            "topics": {tally.stem: _topic(tally) for tally in self.tallies},
            "mistakes": [mistake.to_dict() for mistake in self.mistakes],
        }

    def as_table(self) -> str:
        """The figures for a terminal, the signature at the foot."""
        return render_table(self)

    def list_mistakes(self) -> str:
        """Missed conflicts and false alarms for a terminal, each with both quotations and what is known of it."""
        return render_mistakes(self.mistakes)

    def _by_kind(self, group: str) -> dict[str, Any]:
        return {"all": self.scores(group).to_dict()} | {kind: self.scores(group, kind).to_dict() for kind in KINDS}

    def _gold_digest(self) -> str:
        """A short fingerprint of the gold and the texts, by which figures are told apart when these change."""
        parts = (
            part
            for tally in sorted(self.tallies, key=lambda tally: tally.stem)
            for part in (tally.stem, tally.gold.sha256, tally.comparison.left.sha256, tally.comparison.right.sha256)
        )
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _topic(tally: Tally) -> dict[str, Any]:
    scores = {group: verdict_scores([tally], verdicts).to_dict() for group, verdicts in GROUPS.items()}
    return {"topic": tally.gold.topic, "verdicts": scores, "alignment": tally.alignment.to_dict()}


def _sum(scores: Iterable[Scores]) -> Scores:
    precision, recall = Rate(0, 0), Rate(0, 0)
    for score in scores:
        precision += score.precision or Rate(0, 0)
        recall += score.recall
    return Scores(precision, recall)
