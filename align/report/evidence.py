"""What the readable reports show for each finding: both quotations, both values, and the reason."""

from __future__ import annotations

from dataclasses import dataclass

from align.model import Comparison, Contradiction, Finding, Kind, Mention, Side, Verdict
from align.report.order import ranked, ranked_contradictions
from align.report.problems import shown_unit, unit_of
from align.report.quotes import Quote, Quoter, passage_of
from align.report.reasons import Part, plain_reason, reason_parts, rule_in_words
from align.report.wording import INTERNAL, Shown, short_names, text_names, value_in_words
from align.wording import DEFAULT_INTERFACE, Interface, ValueWords


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One mention as evidence. Without a value it is the passage that lacks the counterpart's.

    `label` tells the text in short: its language, or its id where both are in one.
    """

    side: Side
    label: str
    quote: Quote
    value: ValueWords | None
    mention: Mention | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A finding, or a contradiction within one text (`verdict` is then "internal"), ready to be laid out.

    `unit` and `line` are of the unit of a bilingual file that its pair is; else empty and 0.
    """

    verdict: Shown
    kind: Kind
    confidence: float
    exhibits: tuple[Exhibit, ...]
    reason: tuple[Part, ...]
    plain_reason: str
    rule: str
    pair: str
    id: str
    unit: str = ""
    line: int = 0


class Evidences:
    """Lays out the evidence of one comparison; `reach` is how far around a mention is quoted."""

    def __init__(self, comparison: Comparison, reach: int, interface: Interface = DEFAULT_INTERFACE) -> None:
        self._comparison = comparison
        self._interface = interface
        self._names = text_names(comparison, interface)
        self._labels = short_names(comparison)
        self._pairs = {pair.id: pair for pair in comparison.pairs}
        self._quoters: dict[Side, Quoter] = {
            "left": Quoter(comparison.left, reach),
            "right": Quoter(comparison.right, reach),
        }

    def findings(self, *verdicts: Verdict) -> list[Evidence]:
        """The findings with one of the given verdicts, ranked."""
        wanted = tuple(finding for finding in self._comparison.findings if finding.verdict in verdicts)
        return [self._finding(finding) for finding in ranked(wanted)]

    def contradictions(self) -> list[Evidence]:
        """The contradictions within either text, ranked."""
        return [self._contradiction(found) for found in ranked_contradictions(self._comparison.internal)]

    def _finding(self, finding: Finding) -> Evidence:
        sides: tuple[tuple[Side, Mention | None], ...] = (("left", finding.left), ("right", finding.right))
        exhibits = (self._exhibit(side, mention, finding.pair) for side, mention in sides)
        reason = self._reason(finding)
        unit, line = unit_of(self._pairs.get(finding.pair))
        return Evidence(
            verdict=finding.verdict,
            kind=finding.kind,
            confidence=finding.confidence,
            exhibits=tuple(exhibit for exhibit in exhibits if exhibit),
            reason=reason,
            plain_reason=plain_reason(reason, self._interface),
            rule=rule_in_words(finding, self._interface),
            pair=finding.pair,
            id=finding.id,
            unit=shown_unit(unit),
            line=line,
        )

    def _contradiction(self, found: Contradiction) -> Evidence:
        exhibits = (self._exhibit(found.side, mention, "") for mention in (found.first, found.second))
        reason = self._reason(found)
        return Evidence(
            verdict=INTERNAL,
            kind=found.kind,
            confidence=found.confidence,
            exhibits=tuple(exhibit for exhibit in exhibits if exhibit),
            reason=reason,
            plain_reason=plain_reason(reason, self._interface),
            rule=rule_in_words(found, self._interface),
            pair="",
            id=found.id,
        )

    def _reason(self, found: Finding | Contradiction) -> tuple[Part, ...]:
        return tuple(reason_parts(found, self._interface, self._names))

    def _exhibit(self, side: Side, mention: Mention | None, pair: str) -> Exhibit | None:
        passage = passage_of(self._pairs.get(pair), side)
        if mention is not None:
            quoted, value = self._quoters[side].mention(mention, passage), value_in_words(mention, self._interface)
            return Exhibit(side, self._labels[side], quoted, value, mention)
        quote = self._quoters[side].passage(passage)
        return Exhibit(side, self._labels[side], quote, None, None) if quote else None
