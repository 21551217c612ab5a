"""Names that the counterpart passage lacks and another place of that text tells: no error, and reported as such."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from align.comparison.name_evidence import NameEvidence
from align.model import DocumentAnalysis, Mention, Span
from align.names.shared import SAME

Similarity = Callable[[Mention, Mention], float]  # of a name asked for and one of the other text


class Elsewhere:
    """The names of the other document, by their forms, to be found outside a passage."""

    def __init__(self, other: DocumentAnalysis, similarity: Similarity) -> None:
        self._similarity = similarity
        self._by_form: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in other.mentions:
            if mention.kind == "name":
                self._by_form[mention.text].append(mention)
        self._known: dict[str, list[Mention]] = {}

    def nearest(self, evidence: NameEvidence, passage: Sequence[Span]) -> Mention | None:
        """The mention of the same name that is nearest to the passage; none where the passage itself may tell it."""
        if not evidence.absent_here:
            return None
        told = self._mentions_of(evidence.mention)
        if any(span.start <= mention.start < span.end for mention in told for span in passage):
            return None
        return min(told, key=lambda mention: abs(mention.start - passage[0].start), default=None)

    def _mentions_of(self, name: Mention) -> list[Mention]:
        if name.text not in self._known:
            alike = (found for found in self._by_form.values() if self._similarity(name, found[0]) >= SAME)
            self._known[name.text] = [mention for found in alike for mention in found]
        return self._known[name.text]
