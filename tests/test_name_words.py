"""The words that the names engine reads: camel-tools' division, with places and folded forms."""

from __future__ import annotations

import gc
import time

import pytest

from align.extraction.name_rules import words_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("زار هرات", ["زار", "هرات"]),
        ("«هرات»،", ["«", "هرات", "»", "،"]),
        ("سوخوي27", ["سوخوي", "27"]),
        ("سوخوي٢٧", ["سوخوي", "٢٧"]),
        ("صلاح\u00a0الدين", ["صلاح", "الدين"]),
        ("هَرَاتُ!", ["هَرَاتُ", "!"]),
        ("هـرات\u061f", ["هـرات", "\u061f"]),
        ("", []),
    ],
)
def test_words_are_divided_at_space_signs_and_digits(text: str, expected: list[str]) -> None:
    assert [text[word.start : word.end] for word in words_of(text)] == expected


@pytest.mark.parametrize("control", ["\u200e", "\u200f", "\u202b", "\u202c", "\u2067", "\u2069", "\ufeff", "\u200b"])
def test_invisible_controls_are_in_no_word(control: str) -> None:
    text = f"{control}هرات{control} و{control}كابل"
    assert [text[word.start : word.end] for word in words_of(text)] == ["هرات", "و", "كابل"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("هرات", "word"),
        ("27", "number"),
        ("٢٧", "number"),
        ("،", "mark"),
        ("\U0001f600", "mark"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert [word.kind for word in words_of(text)] == [kind]


def test_forms_are_folded() -> None:
    assert [word.form for word in words_of("أُسامة ٢٧")] == ["اسامه", "27"]


@pytest.mark.parametrize(
    "unit",
    [
        "1\u200d",
        "\U0001f468\u200d",
        "\U0001f1e6",
        "\U0001f3f4\U000e0020",
        "ا،",
        "1ا",
    ],
)
def test_time_is_linear_whatever_the_signs(unit: str) -> None:
    def seconds(count: int) -> float:
        gc.disable()  # a collection in the midst would be counted as the tokenizer's time
        begin = time.process_time()
        words_of(unit * count)
        taken = time.process_time() - begin
        gc.enable()
        return taken

    words_of("،")  # loads the tokenizer
    assert seconds(40_000) < 20 * seconds(5_000) + 0.1
