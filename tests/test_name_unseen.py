"""Names that a statistical model passes over, and words that are ordinary ones of their language."""

from __future__ import annotations

import time

import pytest

from align.extraction.name_unseen import unseen_names
from align.languages import get
from align.model import Document, Span
from align.names.ordinary import is_name_word, is_ordinary
from align.names.told import TOLD, Telling, asked_of
from align.text import tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At noon the guide Qorvath opened the gate.", [("Qorvath", "MISC")]),
        ("At noon, Qorvath opened the gate.", [("Qorvath", "MISC")]),
        ("They met Boris Qorvath at the gate.", [("Boris Qorvath", "PER")]),
        ("Qorvath opened the gate.", []),
        ("He left. Qorvath opened the gate.", []),
        ("At noon the Gate was opened.", []),
        ("At noon the BQRV opened the gate.", []),
        ("I said that I've opened the gate.", []),
        ("", []),
    ],
)
def test_unknown_words_with_a_capital_are_names(text: str, expected: list[tuple[str, str]]) -> None:
    found = unseen_names(text, tokenize(text), [], get("en").names)
    assert [(text[start:end], label) for start, end, label in found] == expected


def test_what_the_model_found_is_left_to_it() -> None:
    text = "At noon the guide Qorvath opened the gate."
    start = text.index("Qorvath")
    assert unseen_names(text, tokenize(text), [(start, start + 7, "PER")], get("en").names) == []


def test_a_language_without_a_vocabulary_has_none() -> None:
    assert unseen_names("at noon Qorvath", tokenize("at noon Qorvath"), [], get("ar").names) == []


@pytest.mark.parametrize(
    ("language", "word", "ordinary"),
    [
        ("en", "bridge", True),
        ("en", "Bridges", True),
        ("en", "Threatening", True),
        ("en", "wives", True),
        ("en", "Qorvath", False),
        ("ar", "مكان", True),
        ("ar", "بوريس", False),
    ],
)
def test_ordinary_words(language: str, word: str, ordinary: bool) -> None:
    assert is_ordinary(word, get(language).names) is ordinary


@pytest.mark.parametrize(
    ("language", "word", "named"),
    [
        ("en", "Johnson", True),
        ("en", "window", False),
        ("ar", "خالد", True),
        ("ar", "جسر", False),
    ],
)
def test_name_words(language: str, word: str, named: bool) -> None:
    assert is_name_word(word, get(language).names) is named


@pytest.mark.parametrize(
    ("name", "text", "unknown"),
    [
        ("Fremmer", "عاد خالد إلى المدينة", True),
        ("Khalid", "عاد خالد إلى المدينة", False),
        ("Khalid", "عادتمعخالدالمدينة إلى البحر", False),
        ("McIlroy", "عاد ماك إلروي إلى المدينة", False),
        ("Khalid", "عاد Kofiخالد إلى المدينة", False),
    ],
    ids=["untold", "told", "no space", "two words", "two scripts"],
)
def test_a_word_is_looked_for_by_its_letters(name: str, text: str, unknown: bool) -> None:
    asked = asked_of(name, (Span(0, len(text)),))
    found = Telling(Document("d", "ar", text)).likenesses(asked)
    assert [found[each].unknown for each in asked] == [unknown]


@pytest.mark.parametrize(
    ("name", "language", "text", "before"),
    [
        ("Fremmer", "ar", "عاد بوريس فريمر إلى المدينة", "بوريس"),
        ("بارليف", "en", "The guns of the Bar Lev line fell silent", ""),
        ("Khalid", "ar", "عادتمعخالدالمدينة إلى البحر", ""),
    ],
    ids=["another word", "two words", "no space"],
)
def test_the_word_before_is_that_before_the_whole_name(name: str, language: str, text: str, before: str) -> None:
    asked = asked_of(name, (Span(0, len(text)),))
    found = Telling(Document("d", language, text)).likenesses(asked)
    assert [(found[each].passage >= TOLD, found[each].before) for each in asked] == [(True, before)]


@pytest.mark.parametrize("text", ["خالد " * 20_000, "خ" * 100_000, "Westمن" * 10_000, "'-" * 50_000])
def test_hostile_texts_take_linear_time(text: str) -> None:
    passage = (Span(0, len(text)),)
    Telling(Document("d", "ar", text[:100])).likenesses(asked_of("Khalid Fremmer", passage))
    started = time.process_time()
    Telling(Document("d", "ar", text)).likenesses(asked_of("Khalid Fremmer", passage))
    assert time.process_time() - started < 5.0
