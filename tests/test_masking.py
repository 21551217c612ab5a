"""Masked text: no value that is compared is left in it, everything else is."""

from __future__ import annotations

import pytest

from align import Document
from align.masking import Masking
from align.model import Span
from align.pipeline import analyse


def masked(language: str, text: str, quoted: str = "") -> str:
    start = text.index(quoted) if quoted else 0
    return Masking(analyse(Document("text", language, text)))(Span(start, start + len(quoted or text)))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The bridge fell in March 1994.", "The bridge fell in #."),
        ("en", "Eight sailors drowned.", "# sailors drowned."),
        ("en", "It cost 75 million dollars.", "It cost # USD."),
        ("en", "About 30 per cent stayed.", "# % stayed."),
        ("en", "Karim left for Kabul.", "Karim left for Kabul."),
        ("ar", "سقط الجسر في آذار 1994.", "سقط الجسر في #."),
        ("ar", "غرق ثمانية بحارة.", "غرق # بحارة."),
        ("ar", "وصلت السفينة إلى المرفأ.", "وصلت السفينة إلى المرفأ."),
    ],
)
def test_values_are_masked_and_what_is_counted_stays(language: str, text: str, expected: str) -> None:
    assert masked(language, text) == expected


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ("The dam broke on 12 March 1987.", "The dam broke on 3 May 1991.")),
        ("en", ("They counted 1,250 houses.", "They counted nine houses.")),
        ("en", ("Flight 714 was late.", "Flight 88 was late.")),
        (
            "ar",
            (
                "انهار السد في 12 آذار/مارس 1987.",
                "انهار السد في ١٩٩١.",
            ),
        ),
    ],
)
def test_another_value_gives_the_same_masked_text(language: str, texts: tuple[str, str]) -> None:
    assert masked(language, texts[0]) == masked(language, texts[1])


@pytest.mark.parametrize(
    ("quoted", "expected"),
    [
        ("in March 1994", "in #"),
        ("March 1994 and eight sailors", "# and # sailors"),
        ("in March", "in March"),  # a value that crosses the edge of the span is left alone
        ("1994 and", "# and"),  # but no figure of it
    ],
)
def test_a_span_is_masked_by_itself(quoted: str, expected: str) -> None:
    assert masked("en", "The bridge fell in March 1994 and eight sailors drowned.", quoted) == expected


def test_the_document_stays_as_it_is() -> None:
    analysis = analyse(Document("text", "en", "Eight sailors drowned."))
    Masking(analysis)(Span(0, 22))
    assert analysis.document.text == "Eight sailors drowned."
