"""Names that the counterpart passage lacks and another place of that text tells: no error, and reported as such."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from align.comparison.name_evidence import NameEvidence
from align.model import DocumentAnalysis, Mention, Span
from align.names.shared import SharedNames


class Elsewhere:
    """The names of the other document, to be found outside a passage. `of_left`: asked for by the left text."""

    def __init__(self, other: DocumentAnalysis, names: SharedNames, of_left: bool) -> None:
        self._names, self._of_left = names, of_left
        self._by_form: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in other.mentions:
            if mention.kind == "name":
                self._by_form[mention.text].append(mention)

    def nearest(self, evidence: NameEvidence, passage: Sequence[Span]) -> Mention | None:
        """The mention of the same name that is nearest to the passage; none where the passage itself may tell it."""
        if not evidence.absent_here:
            return None
        forms = self._names.renderings(evidence.mention, self._of_left)
        told = [mention for form in forms for mention in self._by_form[form]]
        if any(span.start <= mention.start < span.end for mention in told for span in passage):
            return None
        return min(told, key=lambda mention: abs(mention.start - passage[0].start), default=None)
