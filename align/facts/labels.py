"""Labels of facts: what a fact is about, in words that its sources use themselves.

In each language of the sources a label has what is counted, the names that tie the claims together, and the words
around the value in one of the texts, with the value itself left out.
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Sequence

from align.facts.cluster import place
from align.facts.fact import Claim, Label, Link
from align.model import DocumentAnalysis, NumberValue, Span

MOST_NAMES = 2
REACH = 44  # code points of the passage on each side of the value


class Labeller:
    """Makes labels for the claims of these sources."""

    def __init__(self, sources: Sequence[DocumentAnalysis], links: Sequence[Link]) -> None:
        self._sources = sources
        self._starts = [[segment.start for segment in source.segments] for source in sources]
        # A claim that findings are sure of tells best what the fact is about.
        self._sure: Counter[Claim] = Counter()
        for link in links:
            for claim in (link.left, link.right):
                self._sure[claim] += round(100 * link.finding.confidence)

    def labels(self, claims: Sequence[Claim], links: Sequence[Link]) -> dict[str, Label]:
        """A label in each language that one of the claims is in."""
        found: dict[str, Label] = {}
        for claim in sorted(claims, key=lambda claim: (-self._sure[claim], place(claim))):
            found.setdefault(self._sources[claim.source].document.language, self._label(claim, claims, links))
        return dict(sorted(found.items()))

    def _label(self, claim: Claim, claims: Sequence[Claim], links: Sequence[Link]) -> Label:
        before, after = self._around(claim)
        return Label(claim.source, self._noun(claim, claims), self._names(claim, links), _span(claim), before, after)

    def _noun(self, claim: Claim, claims: Sequence[Claim]) -> str:
        """What most claims in the language of this one count."""
        language = self._sources[claim.source].document.language
        nouns = Counter(
            each.mention.value.unit
            for each in (claim, *claims)
            if self._sources[each.source].document.language == language
            and isinstance(each.mention.value, NumberValue)
            and each.mention.value.quantity == "count"
            and each.mention.value.unit
        )
        return nouns.most_common(1)[0][0] if nouns else ""

    def _names(self, claim: Claim, links: Sequence[Link]) -> tuple[str, ...]:
        """The names of the claim's sentence that the findings say both passages speak of."""
        tied = Counter(name for link in links for name in link.finding.ground.ties)
        text = self._sources[claim.source].document.text
        sentence = self._sentence(claim)
        said = [name for name, _ in tied.most_common() if name in text[sentence.start : sentence.end]]
        names = {m.text for m in self._sources[claim.source].mentions if m.kind == "name"}
        return tuple(name for name in said if name in names)[:MOST_NAMES]

    def _around(self, claim: Claim) -> tuple[str, str]:
        text, sentence, span = self._sources[claim.source].document.text, self._sentence(claim), _span(claim)
        block = self._block_label(claim)
        before = text[max(sentence.start, span.start - REACH) : span.start]
        after = text[span.end : min(sentence.end, span.end + REACH)]
        if span.start - REACH > sentence.start:
            before = "\u2026" + before[before.find(" ") + 1 :]
        if span.end + REACH < sentence.end:
            after = after[: after.rfind(" ")] + "\u2026" if " " in after else after
        return (f"{block}: {before}" if block else before), after

    def _block_label(self, claim: Claim) -> str:
        """The field of a fact line."""
        source, at = self._sources[claim.source], self._at(claim)
        return source.blocks[source.segments[at].block].label if at is not None else ""

    def _sentence(self, claim: Claim) -> Span:
        at, span = self._at(claim), _span(claim)
        return span if at is None else self._sources[claim.source].segments[at].span

    def _at(self, claim: Claim) -> int | None:
        at = bisect.bisect_right(self._starts[claim.source], claim.mention.start) - 1
        segments = self._sources[claim.source].segments
        return at if at >= 0 and claim.mention.end <= segments[at].end else None


def _span(claim: Claim) -> Span:
    return Span(claim.mention.start, claim.mention.end)
