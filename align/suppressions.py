"""Suppressions: findings that a project does not want to see, taken out of a finished comparison.

A finding is left out because of what it is (its kind, its verdict), because it is not sure enough, or because
somebody looked at it and dismissed it by its id. The ids hold while the passages stay as they are.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from align.model import Comparison, Contradiction, Finding, Kind, Mention, Problem

INTERNAL = "internal"  # stands beside the verdicts for a contradiction within one text


@dataclass(frozen=True, slots=True)
class Suppressions:
    """What to leave out. An entry of `ignored` is a kind and a verdict; an empty string stands for any.

    A rule that units of bilingual files may violate ("untranslated") stands in the place of a verdict.
    """

    ignored: frozenset[tuple[str, str]] = frozenset()
    thresholds: Mapping[str, float] = field(default_factory=dict)  # least confidence, by verdict
    dismissed: Mapping[str, str] = field(default_factory=dict)  # reasons, by a finding's id

    def __bool__(self) -> bool:
        return bool(self.ignored or self.thresholds or self.dismissed)

    def ignores(self, kind: Kind, verdict: str = "") -> bool:
        """Whether findings of a kind and verdict, or without a verdict all of the kind, are not wanted."""
        return not self.ignored.isdisjoint({(kind, ""), ("", verdict), (kind, verdict)} - {("", "")})

    def drops(self, found: Finding | Contradiction) -> bool:
        """Whether one finding is left out."""
        verdict = found.verdict if isinstance(found, Finding) else INTERNAL
        return (
            found.id in self.dismissed
            or self.ignores(found.kind, verdict)
            or found.confidence < self.thresholds.get(verdict, 0.0)
        )

    def drops_problem(self, problem: Problem) -> bool:
        """Whether a problem is left out: only one that is a finding on a unit, by its rule."""
        return problem.rule is not None and ("", problem.rule) in self.ignored

    def digest(self) -> str:
        """A fingerprint for the signature: with other suppressions the same texts give another report."""
        form = [sorted(map(list, self.ignored)), dict(self.thresholds), sorted(self.dismissed)]
        return hashlib.sha256(json.dumps(form, sort_keys=True).encode("ascii")).hexdigest()[:8]


NO_SUPPRESSIONS = Suppressions()


def suppress(comparison: Comparison, suppressions: Suppressions) -> Comparison:
    """The comparison without what is left out; its signature says that something was to be."""
    if not suppressions:
        return comparison
    settings = dict(comparison.signature.settings) | {"suppressions": suppressions.digest()}
    return replace(
        comparison,
        signature=replace(comparison.signature, settings=settings),
        findings=tuple(finding for finding in comparison.findings if not suppressions.drops(finding)),
        internal=tuple(found for found in comparison.internal if not suppressions.drops(found)),
        problems=tuple(problem for problem in comparison.problems if not suppressions.drops_problem(problem)),
    )


def suppress_mentions(mentions: tuple[Mention, ...], suppressions: Suppressions) -> tuple[Mention, ...]:
    """The mentions but for those of a kind that is ignored."""
    return tuple(mention for mention in mentions if not suppressions.ignores(mention.kind))
