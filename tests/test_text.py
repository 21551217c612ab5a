"""Folding and tokens: one look-up form for each word, every offset kept."""

from __future__ import annotations

import subprocess
import sys

import pytest

from align.text import ASCII_DIGITS, fold, forms_without_marks, tokenize


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أحمد", "احمد"),
        ("إيران", "ايران"),
        ("آسيا", "اسيا"),
        ("\u0671لكتاب", "الكتاب"),
        ("مستشفى", "مستشفي"),
        ("مدينة", "مدينه"),
        ("مُحَمَّدٌ", "محمد"),
        ("هٰذا", "هذا"),
        ("كـــابل", "كابل"),
    ],
)
def test_arabic_spellings_fold_to_one_form(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ایران", "ايران"),
        ("کابل", "كابل"),
        ("مؤتمر", "مؤتمر"),
        ("مسائل", "مسائل"),
    ],
)
def test_persian_letters_fold_and_seated_hamzas_stay(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("\u0661\u0669\u0669\u0666", "1996"),
        ("\u06f1\u06f9\u06f9\u06f6", "1996"),
        ("\uff11\uff19", "19"),
        ("1996", "1996"),
    ],
)
def test_digits_fold_to_ascii(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    "invisible",
    ["\u200c", "\u200d", "\u200e", "\u200f", "\u202b", "\u202c", "\u2067", "\u2069", "\ufeff", "\u0640", "\u06d6"],
)
def test_signs_without_a_letter_of_their_own_fold_to_nothing(invisible: str) -> None:
    assert fold(f"كا{invisible}بل") == "كابل"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Kabul", "kabul"),
        ("İzmir", "izmir"),
        ("e\u0301te\u0301", "\u00e9t\u00e9"),
        ("\ufefb", "لا"),
        ("\ufeee", "و"),
        ("", ""),
    ],
)
def test_case_composition_and_presentation_forms_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize("word", ["أُسْتاذةٌ", "Été", "۱۲٫۵", "ﷺ", "کـتاب"])
def test_folding_twice_changes_nothing_more(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل 12 جنديا.", [("وصل", "word"), ("12", "number"), ("جنديا", "word"), (".", "mark")]),
        ("١٢km", [("12", "number"), ("km", "word")]),
        ("l\u2019Oréal", [("l'oréal", "word")]),
        ("كَابُل،هرات", [("كابل", "word"), ("،", "mark"), ("هرات", "word")]),
        (" \n\t", []),
    ],
)
def test_tokens_have_folded_forms_and_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(token.form, token.kind) for token in tokenize(text)] == expected
    assert forms_without_marks(text) == [form for form, kind in expected if kind != "mark"]


def test_token_offsets_quote_the_text_as_written() -> None:
    text = "في مُدُنٍ عدّة (1998)"
    assert [text[token.start : token.end] for token in tokenize(text)] == text.replace("(", "( ").replace(
        ")", " )"
    ).split()


def test_ascii_digits_translates_in_place() -> None:
    assert "\u0661\u06f2٫5".translate(ASCII_DIGITS) == "12٫5"


def test_the_languages_load_without_reading_all_of_unicode() -> None:
    """The import of camel-tools' character sets takes a second, which only texts with diacritics need."""
    script = "import sys, align.languages; sys.exit('camel_tools.utils.charsets' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
