"""The words and signs by which every report names verdicts and kinds, and values made safe to show."""

from __future__ import annotations

from dataclasses import replace

from align.model import Kind, Mention, Verdict
from align.report.bidi import one_line
from align.report.quotes import shorten
from align.wording import ValueWords
from align.wording import value_in_words as words_for

VERDICT_NAMES: dict[Verdict, str] = {
    "conflict": "conflict",
    "only-left": "only on the left",
    "only-right": "only on the right",
    "compatible": "compatible",
    "agree": "agreement",
}
VERDICT_SIGNS: dict[Verdict, str] = {
    "conflict": "\u2260",
    "only-left": "\u25c0",
    "only-right": "\u25b6",
    "compatible": "\u2248",
    "agree": "=",
}
KIND_NAMES: dict[Kind, str] = {"date": "date", "number": "number", "name": "name"}

_LONGEST_UNIT = 60


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """`counted(2, "conflict")` is "2 conflicts"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def value_in_words(mention: Mention) -> ValueWords:
    """What a mention states, normalised; what comes from the document is cut short and cannot reorder the line."""
    found = words_for(mention.value)
    return replace(
        found,
        words=one_line(found.words),
        unit=shorten(one_line(found.unit), _LONGEST_UNIT),
        code=shorten(one_line(found.code), _LONGEST_UNIT),
    )
