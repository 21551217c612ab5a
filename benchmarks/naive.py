"""What a script of an afternoon would do: sentences paired by their vectors, and figures held against each other.

It stands beside align on the shipped gold. Sentences are paired that are each other's nearest by cosine; equal figures
of a pair agree, and where one figure is left over on each side, the two conflict.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import numpy as np
import regex

from align import languages
from align.encode import encode
from align.model import (
    Comparison,
    DateValue,
    Document,
    DocumentAnalysis,
    Finding,
    Mention,
    NumberValue,
    Pair,
    Segment,
    Signature,
    Verdict,
)
from align.pipeline import version
from align.read import sha256, split_blocks
from align.segment import segment
from benchmarks.planting import ascii_digits

LEAST_COSINE = 0.3
_FIGURE = regex.compile(r"\p{Nd}+(?:[.,\u066b\u066c]\p{Nd}+)*")


def compare_naively(left: Document, right: Document) -> Comparison:
    """The comparison of two documents by nearest sentences and figures as strings."""
    sides = [_analysis(document) for document in (left, right)]
    pairs = list(_pairs(*sides))
    findings = tuple(found for pair in pairs for found in _findings(pair, left, right))
    return Comparison(Signature(version(), "use", {}), sides[0], sides[1], tuple(pairs), findings)


def _analysis(document: Document) -> DocumentAnalysis:
    segments = tuple(segment(document.text, split_blocks(document.text), languages.get(document.language)))
    mentions = tuple(_figures(document, 0, len(document.text)))
    return DocumentAnalysis(document, sha256(document), mentions, segments=segments)


def _pairs(left: DocumentAnalysis, right: DocumentAnalysis) -> Iterator[Pair]:
    vectors = [encode([_text(side, part) for part in side.segments]) for side in (left, right)]
    cosines = vectors[0] @ vectors[1].T
    for row, column in enumerate(cosines.argmax(axis=1)):
        if cosines[:, column].argmax() == row and cosines[row, column] >= LEAST_COSINE:
            spans = (left.segments[row].span,), (right.segments[column].span,)
            yield Pair(f"p{row}", float(np.clip(cosines[row, column], 0, 1)), *spans)


def _text(side: DocumentAnalysis, part: Segment) -> str:
    return side.document.text[part.start : part.end]


def _findings(pair: Pair, left: Document, right: Document) -> Iterator[Finding]:
    own = list(_figures(left, pair.left[0].start, pair.left[0].end))
    other = list(_figures(right, pair.right[0].start, pair.right[0].end))
    for mention in list(own):
        equal = next((each for each in other if each.value == mention.value), None)
        if equal:
            own.remove(mention)
            other.remove(equal)
            yield _finding(pair, "agree", mention, equal)
    if len(own) == len(other) == 1:
        yield _finding(pair, "conflict", own[0], other[0])


def _finding(pair: Pair, verdict: Verdict, left: Mention, right: Mention) -> Finding:
    return Finding(f"{pair.id}-{left.start}-{right.start}", pair.id, left.kind, verdict, 1.0, left, right, reason="")


def _figures(document: Document, start: int, end: int) -> Iterator[Mention]:
    """Every figure; one that could be a year counts as a date."""
    for match in _FIGURE.finditer(document.text, start, end):
        digits = regex.sub(r"\D", "", ascii_digits(match[0]))
        is_year = len(digits) == len(match[0]) == 4 and 1000 <= int(digits) < 2100
        value = DateValue(digits, f"{digits}-01-01", f"{digits}-12-31") if is_year else None
        yield Mention("date" if is_year else "number", match.start(), match.end(), match[0], value or _number(match[0]))


def _number(written: str) -> NumberValue:
    plain = ascii_digits(written).translate({0x066B: ".", 0x066C: ""})
    plain = regex.sub(r"[.,](?=\d{3}(?!\d))", "", plain).replace(",", ".")
    number = Decimal(plain if plain.count(".") < 2 else plain.replace(".", ""))
    return NumberValue(number, number)
