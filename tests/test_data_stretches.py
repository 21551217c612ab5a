"""Rows of figures without end: passed over as data, and said to be."""

from __future__ import annotations

import pytest

import align
from align.extraction import find_values
from align.languages import LANGUAGES
from align.read import split_blocks

PIECES = ["1 ", "1\n", "twenty ", "$5 ", "(1) ", "between 5 and ", "one in "]


def values(text: str) -> list[str]:
    return [mention.text for mention in find_values(text, split_blocks(text), LANGUAGES["en"]).mentions]


@pytest.mark.parametrize("piece", PIECES)
def test_what_stands_around_a_row_of_figures_is_read(piece: str) -> None:
    assert values("7 men left " + piece * 5_000 + "and so they say 8 men came") == ["7 men", "8 men"]


def test_a_sentence_may_begin_with_a_number_after_the_row() -> None:
    assert values("1, " * 6_000 + "\nEight men came back.") == ["Eight men"]


def test_a_table_of_some_hundred_figures_is_read() -> None:
    assert len(values("The figures: " + "1 200 boats; " * 300)) == 300


def test_the_comparison_says_what_was_not_read() -> None:
    english = align.Document("english", "en", "Seven men left the harbour. " + "1, " * 6_000 + "\nEight men came back.")
    arabic = align.Document("arabic", "ar", "غادر سبعة رجال الميناء.")
    (problem,) = align.compare(english, arabic).problems
    assert problem.document == "english"
    assert problem.message == "Characters 26 to 18,027 are figures without a sentence; no value was read there."
