"""The data of a table of facts. Sources are numbered from 0, in the order of the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from align.model import Comparison, DocumentAnalysis, Finding, Kind, Mention, Problem, Signature, Span

SCHEMA = "align.facts/1"
Agreement = Literal["split", "compatible", "agree"]


@dataclass(frozen=True, slots=True)
class SourcePair:
    """The comparison of two sources, by their numbers; `left` is the left document. `name` names its report."""

    left: int
    right: int
    comparison: Comparison
    name: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A value as one source states it, at one place."""

    source: int
    mention: Mention

    def to_dict(self) -> dict[str, Any]:
        return {"source": self.source, "mention": self.mention.to_dict()}


@dataclass(frozen=True, slots=True)
class Answer:
    """Claims whose values can all hold; the first is the most exact. Two answers of a fact exclude each other."""

    claims: tuple[Claim, ...]

    @property
    def sources(self) -> tuple[int, ...]:
        """Who gives it, each source once however often it says so."""
        return tuple(sorted({claim.source for claim in self.claims}))


@dataclass(frozen=True, slots=True)
class Link:
    """A finding that ties two claims of a fact, in the comparison of `left` and `right`."""

    left: Claim
    right: Claim
    finding: Finding


@dataclass(frozen=True, slots=True)
class Label:
    """What a fact is about, in words of one of its sources: what is counted, names beside it, and its passage.

    `before` and `after` are the words around the value in the source, which the label leaves out.
    """

    source: int
    noun: str
    names: tuple[str, ...]
    span: Span
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that at least two sources state a value of. Answers come with the one that most sources give first."""

    id: str
    kind: Kind
    agreement: Agreement
    answers: tuple[Answer, ...]
    labels: Mapping[str, Label]  # by language
    links: tuple[Link, ...]

    @property
    def sources(self) -> tuple[int, ...]:
        return tuple(sorted({source for answer in self.answers for source in answer.sources}))

    @property
    def majority(self) -> Answer | None:
        """The answer that more sources give than any other; None where two have the most."""
        first, *others = self.answers
        return None if others and len(others[0].sources) == len(first.sources) else first

    def label(self, language: str) -> Label:
        """The label in a language, or in the first that it has one in."""
        return self.labels.get(language) or next(iter(self.labels.values()))

    def claims_of(self, source: int) -> list[tuple[int, Claim]]:
        """What a source says, each claim with the number of its answer, in the order of the text."""
        found = [(at, c) for at, answer in enumerate(self.answers) for c in answer.claims if c.source == source]
        return sorted(found, key=lambda each: each[1].mention.start)

    def to_dict(self) -> dict[str, Any]:
        majority = self.majority
        return {
            "id": self.id,
            "kind": self.kind,
            "agreement": self.agreement,
            "label": {language: _label(label) for language, label in self.labels.items()},
            "answers": [
                {
                    "value": answer.claims[0].mention.value.to_dict(),
                    "sources": list(answer.sources),
                    "claims": [claim.to_dict() for claim in answer.claims],
                }
                for answer in self.answers
            ],
            "majority": None if majority is None else self.answers.index(majority),
            "findings": [
                {
                    "left": link.left.source,
                    "right": link.right.source,
                    "id": link.finding.id,
                    "verdict": link.finding.verdict,
                    "confidence": round(link.finding.confidence, 2),
                }
                for link in self.links
            ],
        }


def _label(label: Label) -> dict[str, Any]:
    return {
        "source": label.source,
        "noun": label.noun,
        "names": list(label.names),
        "start": label.span.start,
        "end": label.span.end,
        "before": label.before,
        "after": label.after,
    }


@dataclass(frozen=True, slots=True)
class FactTable:
    """The facts of one topic, splits first. `alone` are the values that one source states and no other."""

    topic: str
    sources: tuple[DocumentAnalysis, ...]
    pairs: tuple[SourcePair, ...]
    facts: tuple[Fact, ...]
    signature: Signature
    problems: tuple[Problem, ...] = ()
    alone: tuple[Claim, ...] = ()

    @property
    def splits(self) -> int:
        return sum(fact.agreement == "split" for fact in self.facts)

    def to_dict(self) -> dict[str, Any]:
        """The JSON that docs/facts.md describes, in plain dicts and lists."""
        return {
            "schema": SCHEMA,
            "signature": self.signature.to_dict(),
            "topic": self.topic,
            "sources": [_source(analysis) for analysis in self.sources],
            "comparisons": [{"left": pair.left, "right": pair.right, "name": pair.name} for pair in self.pairs],
            "facts": [fact.to_dict() for fact in self.facts],
            "alone": [claim.to_dict() for claim in self.alone],
            "problems": [problem.to_dict() for problem in self.problems],
        }


def _source(analysis: DocumentAnalysis) -> dict[str, str]:
    form = analysis.to_dict()
    return {name: form[name] for name in ("id", "language", "title", "source", "sha256", "text")}
