"""The number engine itself: offsets, what is taken, shared nouns, hostile input, and what the date engine imports."""

from __future__ import annotations

import pytest
from number_cases import read_numbers

from align import languages
from align.extraction.numbers import find_numbers
from align.model import Span
from align.text import fold, tokenize


@pytest.mark.parametrize(
    ("text", "language", "quoted"),
    [
        ("Then, at last, 8,000 men came.", "en", ["8,000 men"]),
        (
            "جاء وَعِشْرُونَ رَجُلًا",
            "ar",
            ["عِشْرُونَ رَجُلًا"],
        ),
        (
            "دفع بـ25 دولارا",
            "ar",
            ["25 دولارا"],
        ),
        ("26\u202a,500 tons", "en", ["26\u202a,500 tons"]),
    ],
)
def test_mentions_quote_the_original_text(text: str, language: str, quoted: list[str]) -> None:
    mentions = find_numbers(text, tokenize(text), languages.get(language))
    assert [mention.text for mention in mentions] == quoted
    assert [text[mention.start : mention.end] for mention in mentions] == quoted


def test_numbers_inside_taken_spans_are_not_read() -> None:
    text = "On 8 August 1998 about 30 men came."
    mentions = find_numbers(text, tokenize(text), languages.get("en"), [Span(3, 16)])
    assert [mention.text for mention in mentions] == ["about 30 men"]


def test_an_expression_does_not_reach_over_a_taken_span() -> None:
    text = "twenty May three"
    mentions = find_numbers(text, tokenize(text), languages.get("en"), [Span(7, 10)])
    assert [mention.text for mention in mentions] == ["twenty", "three"]


def test_a_heading_does_not_lend_its_number_to_the_next_line() -> None:
    assert read_numbers("The army of 1500\n8 men fled.", "en") == ["[1500] 1500..1500 count:", "[8 men] 8..8 count:men"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_text_without_numbers_has_none(language: str) -> None:
    assert read_numbers("Quiet words, \u0643\u0644\u0627\u0645 \u0647\u0627\u062f\u0626", language) == []
    assert read_numbers("", language) == []


@pytest.mark.parametrize(
    "text",
    [
        "9^999999999",
        "1e999999",
        "1" * 100_000,
        "1-" * 20_000,
        "1/" * 20_000,
        "[" * 20_000 + "1",
        "$" * 20_000,
        "more than " * 5_000,
        "a@" * 20_000,
    ],
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_hostile_text_is_read_to_its_end(text: str, language: str) -> None:
    assert len(read_numbers(text, language)) <= 1


@pytest.mark.parametrize(
    ("piece", "language"),
    [
        ("one hundred ", "en"),
        ("5 or ", "en"),
        (
            "مئة و",
            "ar",
        ),
    ],
)
def test_endless_numbers_are_read_one_by_one(piece: str, language: str) -> None:
    assert len(read_numbers(piece * 1_000, language)) in range(500, 1_001)


@pytest.mark.parametrize(
    ("language", "word", "value"),
    [
        ("en", "third", 3),
        ("en", "twenty-first", 21),
        ("en", "thirty-first", 31),
        (
            "ar",
            "الخامسة",
            5,
        ),
        (
            "ar",
            "الحادي والعشرون",
            21,
        ),
        (
            "ar",
            "الثامن عشر",
            18,
        ),
        (
            "ar",
            "الحادي والثلاثين",
            31,
        ),
    ],
)
def test_ordinals_of_the_days_of_a_month(language: str, word: str, value: int) -> None:
    assert languages.get(language).numbers.ordinals[fold(word)] == value


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_day_of_a_month_has_a_cardinal_and_an_ordinal(language: str) -> None:
    numbers = languages.get(language).numbers
    assert set(range(1, 32)) <= set(numbers.ordinals.values())
    assert {*range(1, 11), 20, 30} <= set(numbers.cardinals.values())
