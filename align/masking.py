"""Masking: a text without the values that are compared.

Vectors are made of masked text, so that a wrong year or figure cannot pull its own passages apart.
"""

from __future__ import annotations

import bisect

import regex

from align.model import DocumentAnalysis, Mention, NumberValue, Span

MASK = "#"
_FIGURES = regex.compile(r"\p{Nd}[\p{Nd}.,\u066b\u066c\u060c]*")


class Masking:
    """Replaces what is compared, dates and numbers, by one sign; the counted noun stays."""

    def __init__(self, analysis: DocumentAnalysis) -> None:
        self._text = analysis.document.text
        self._mentions = [mention for mention in analysis.mentions if mention.kind != "name"]
        self._starts = [mention.start for mention in self._mentions]

    def __call__(self, span: Span) -> str:
        pieces, at = [], span.start
        first, last = (bisect.bisect_left(self._starts, offset) for offset in (span.start, span.end))
        for mention in self._mentions[first:last]:
            if mention.start >= at and mention.end <= span.end:
                pieces += [self._text[at : mention.start], _mask(mention)]
                at = mention.end
        pieces.append(self._text[at : span.end])
        return _FIGURES.sub(MASK, "".join(pieces)).strip()


def field_before(analysis: DocumentAnalysis, block: int) -> str:
    """The field of a fact line, without which its value says nothing ("Launched: "); "" before other text."""
    label = analysis.blocks[block].label
    return f"{label}: " if label else ""


def _mask(mention: Mention) -> str:
    unit = mention.value.unit if isinstance(mention.value, NumberValue) else ""
    return f"{MASK} {unit}" if unit else MASK
