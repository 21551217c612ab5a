"""Figures that state no date or number that we know: clock times, scores, flights, rooms, telephone numbers.

An editor reads «الرحلة 6321» against "Flight 2321" as an error all the same, so the digits are kept for comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

import regex

from align.model import Mention, NumberValue, Span
from align.text import ASCII_DIGITS

_GROUPED = r"(?:[,\u066c]\p{Nd}{3})+"  # with the Arabic thousands separator
# Of "10:20" and "10.20" one is as good as the other in a British paper.
_TIME = r"(?<![:\p{Nd}])\p{Nd}{1,2}:[0-5\u0660-\u0665]\p{Nd}(?![:\p{Nd}])"
_FIGURE = regex.compile(rf"{_TIME}|\p{{Nd}}+(?:{_GROUPED})?(?:[.,\u066b]\p{{Nd}}+)?")
_NOT_DIGIT_OR_POINT = regex.compile(r"[,\u066c](?=\d{3})")
_POINT = regex.compile(r"[,\u066b:]")
LONGEST = 20  # digits; longer ones are data


def find_figures(text: str, read: Iterable[Span | Mention]) -> list[Mention]:
    """The figures of a text outside what was read already, in text order, as numbers without a unit."""
    taken = sorted((span.start, span.end) for span in read)
    return [_mention(match) for match in _outside(text, taken) if match.end() - match.start() <= LONGEST]


def _outside(text: str, taken: list[tuple[int, int]]) -> Iterator[regex.Match[str]]:
    """One pass over the figures and the spans that are taken, both in text order."""
    at = 0
    for match in _FIGURE.finditer(text):
        while at < len(taken) and taken[at][1] <= match.start():
            at += 1
        if at == len(taken) or taken[at][0] >= match.end():
            yield match


def _mention(match: regex.Match[str]) -> Mention:
    digits = _NOT_DIGIT_OR_POINT.sub("", match[0].translate(ASCII_DIGITS))
    value = Decimal(_POINT.sub(".", digits))
    return Mention("number", match.start(), match.end(), match[0], NumberValue(value, value))
