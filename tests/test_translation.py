"""What is stricter between a text and its translation, and how it is known that one renders the other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from align import Document
from align.comparison.affinity import Affinity
from align.comparison.bearing import relate
from align.comparison.coverage import coverage
from align.comparison.match import Match
from align.comparison.translation import strictly
from align.model import DocumentAnalysis, Mention, NumberValue, Pair, Segment, Span
from align.pipeline import analyse


def value(text: str, language: str) -> Mention:
    (found,) = analyse(Document(language, language, text)).mentions
    return found


@pytest.mark.parametrize(
    ("left", "right", "bearing"),
    [
        ("in the winter of 1944", "في شتاء 1945", "conflict"),
        ("in the winter of 1944", "في شتاء 1944", "agree"),
        ("in the winter of 1944", "في يناير 1945", "compatible"),
    ],
)
def test_seasons(left: str, right: str, bearing: str) -> None:
    a, b = value(left, "en"), value(right, "ar")
    assert strictly(Match(a, b, relate(a, b), Affinity(None, 1.0, 0.0))).relation.bearing == bearing


@pytest.mark.parametrize(
    ("left", "right", "bearing"),
    [
        ("for £1,093 a month", "مقابل 1100 جنيه شهريا", "conflict"),
        ("for £1,100 a month", "مقابل 1100 جنيه شهريا", "agree"),
    ],
)
def test_sums_are_not_rounded(left: str, right: str, bearing: str) -> None:
    a, b = value(left, "en"), value(right, "ar")
    assert strictly(Match(a, b, relate(a, b), Affinity(None, 1.0, 0.0))).relation.bearing == bearing


def mention(text: str, low: str | None, high: str | None, unit: str = "", approximate: bool = False) -> Mention:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return Mention("number", 0, len(text), text, NumberValue(ends[0], ends[1], approximate, unit=unit))


@pytest.mark.parametrize(
    ("left", "right", "bearing"),
    [
        (
            mention("more than 1,002", "1002", None),
            mention("أكثر من 1000", "1000", None),
            "conflict",
        ),
        (
            mention("some 1,993", "1993", "1993", approximate=True),
            mention("نحو ٢٠٠٠", "2000", "2000", approximate=True),
            "conflict",
        ),
        (
            mention("8,302 people", "8302", "8302", "people"),
            mention("8300 شخص", "8300", "8300", "شخص"),
            "conflict",
        ),
        (
            mention("more than 1,000", "1000", None),
            mention("أكثر من 1000", "1000", None),
            "agree",
        ),
        (
            mention("up to 10", None, "10"),
            mention("10", "10", "10"),
            "compatible",
        ),
        (
            mention("more than 1,002", "1002", None),
            mention("نحو 1000", "1000", "1000", approximate=True),
            "compatible",
        ),
        (
            mention("more than a thousand", "1000", None),
            mention("أكثر من 1002", "1002", None),
            "compatible",
        ),
        (
            mention("2 to 8 inches", "2", "8", "inches"),
            mention("3 إلى 6 بوصات", "3", "6", "بوصات"),
            "conflict",
        ),
        (
            mention("6 inches", "6", "6", "inches"),
            mention("3 إلى 6 بوصات", "3", "6", "بوصات"),
            "compatible",
        ),
    ],
)
def test_a_translation_keeps_its_figures(left: Mention, right: Mention, bearing: str) -> None:
    affinity = Affinity(None, 0.0, 1.0)
    assert strictly(Match(left, right, relate(left, right), affinity)).relation.bearing == bearing
    assert strictly(Match(right, left, relate(right, left), affinity)).relation.bearing == bearing


def analysis(sentences: int) -> DocumentAnalysis:
    segments = tuple(Segment(10 * n, 10 * n + 9, 0, "paragraph") for n in range(sentences))
    return DocumentAnalysis(Document("x", "en", "x" * 10 * sentences), "", (), (), segments)


def pair(score: float, left: list[int], right: list[int]) -> Pair:
    spans = [tuple(Span(10 * n, 10 * n + 9) for n in side) for side in (left, right)]
    return Pair("p", score, spans[0], spans[1])


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], 0.0),
        ([pair(0.95, [0], [0])], 0.5),  # one of four left sentences, one of two right ones
        ([pair(0.95, [0, 1, 2], [0])], 0.75),
        ([pair(0.95, [0], [0]), pair(0.95, [0], [1])], 1.0),
        ([pair(0.6, [0, 1, 2, 3], [0, 1])], 0.0),
    ],
)
def test_coverage_is_that_of_the_document_with_more(pairs: list[Pair], expected: float) -> None:
    assert coverage(analysis(4), analysis(2), pairs) == expected


def test_nothing_is_covered_of_empty_texts() -> None:
    assert coverage(analysis(0), analysis(0), []) == 0.0
