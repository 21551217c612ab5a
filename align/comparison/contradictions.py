"""Where one document contradicts itself, as findings of their own."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from align.comparison.claims import Claims
from align.comparison.reasons import Reason
from align.comparison.within import Exclusion, exclusions
from align.model import Contradiction, DocumentAnalysis, Equation, Ground, Kind, Mention, Side
from align.wording import describe
from align.wording.edtf import date_in_words

# Two calendars are converted by rule, and the sighting of the moon is allowed for: what is left is a slip of the
# writer, except where a figure was read wrongly.
EQUATION_CONFIDENCE = 0.9
MOST_SHOWN = 2  # words of the text that a reason quotes


class _Found(NamedTuple):
    kind: Kind
    confidence: float
    first: Mention
    second: Mention
    reason: Reason


def find_contradictions(
    analysis: DocumentAnalysis, claims: Claims, equations: Sequence[Equation], side: Side
) -> list[Contradiction]:
    """Where a document dates or counts one thing in two ways, in text order.

    `claims` are those of the document, and `equations` the dates that it equates with another day than the calendar.
    """
    found = [*map(_of_equation, equations), *map(_of_exclusion, exclusions(claims))]
    # An equation has said of its two mentions what is wrong with them.
    told = {mention for equation in found[: len(equations)] for mention in (equation.first, equation.second)}
    kept = [each for n, each in enumerate(found) if n < len(equations) or not told & {each.first, each.second}]
    kept.sort(key=lambda each: (each.first.start, each.second.start))
    return list(_identified(kept, analysis.document.language, side))


def _identified(found: Iterable[_Found], language: str, side: Side) -> Iterator[Contradiction]:
    """Findings with ids made of what they say, so that an edit elsewhere in the text leaves them as they are."""
    seen: Counter[str] = Counter()
    for kind, confidence, first, second, reason in found:
        content = "\x1f".join((language, first.text, second.text))
        seen[content] += 1
        digest = hashlib.sha256(f"{content}\x1f{seen[content]}".encode("utf-8", "surrogatepass")).hexdigest()
        yield Contradiction(digest[:16], side, kind, confidence, first, second, *reason)


def _of_equation(equation: Equation) -> _Found:
    first, second = sorted((equation.islamic, equation.gregorian), key=lambda mention: mention.start)
    days = "/".join(dict.fromkeys((equation.computed_earliest.isoformat(), equation.computed_latest.isoformat())))
    sentence = (
        f"The text equates {equation.islamic.text} with {describe(equation.gregorian.value)}, "
        f"but by the Islamic calendar it is {date_in_words(days)}."
    )
    reason = sentence, Ground("by the Islamic calendar it is another day", detail=days)
    return _Found("date", EQUATION_CONFIDENCE, first, second, reason)


def _of_exclusion(exclusion: Exclusion) -> _Found:
    first, second = exclusion.first.mention, exclusion.second.mention
    rule = exclusion.relation.rule
    sentence = (
        f"The text gives {describe(first.value)} in one place and {describe(second.value)} in another: "
        f"{rule}{_tie(exclusion)}."
    )
    reason = sentence, Ground(rule, ties=tuple(exclusion.shared[:MOST_SHOWN]))
    return _Found(first.kind, round(exclusion.probability, 2), first, second, reason)


def _tie(exclusion: Exclusion) -> str:
    """What both places speak of, in the words of the text."""
    shared = list(exclusion.shared[:MOST_SHOWN])
    if shared:
        return f"; both speak of {' and '.join(f'“{word}”' for word in shared)}"
    told = list(dict.fromkeys(word for word in (exclusion.first.telling, exclusion.second.telling) if word))
    if len(told) > 1:
        return f"; one speaks of “{told[0]}”, the other of “{told[1]}”"
    return f"; both speak of “{told[0]}”" if told else ""
