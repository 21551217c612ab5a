"""Where one document contradicts itself, as findings of their own."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from align.comparison.reasons import Reason
from align.model import Contradiction, Document, Equation, Ground, Side
from align.wording import describe
from align.wording.edtf import date_in_words

# Two calendars are converted by rule, and the sighting of the moon is allowed for: what is left is a slip of the
# writer, except where a figure was read wrongly.
EQUATION_CONFIDENCE = 0.9


def equation_contradictions(equations: Sequence[Equation], document: Document, side: Side) -> list[Contradiction]:
    """A finding for each date that the document equates with another day than the calendar does."""
    seen: Counter[str] = Counter()
    found = []
    for equation in equations:
        first, second = sorted((equation.islamic, equation.gregorian), key=lambda mention: mention.start)
        content = "\x1f".join((document.language, first.text, second.text))
        seen[content] += 1
        digest = hashlib.sha256(f"{content}\x1f{seen[content]}".encode("utf-8", "surrogatepass")).hexdigest()
        found.append(Contradiction(digest[:16], side, "date", EQUATION_CONFIDENCE, first, second, *_reason(equation)))
    return found


def _reason(equation: Equation) -> Reason:
    days = "/".join(dict.fromkeys((equation.computed_earliest.isoformat(), equation.computed_latest.isoformat())))
    sentence = (
        f"The text equates {equation.islamic.text} with {describe(equation.gregorian.value)}, "
        f"but by the Islamic calendar it is {date_in_words(days)}."
    )
    return sentence, Ground("by the Islamic calendar it is another day", detail=days)
