"""Names in Latin letters: known ones as they are usually written, others letter by letter."""

from __future__ import annotations

import pytest

from align.names.romanize import romanize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kabul", "kabul"),
        ("José Müller", "jose muller"),
        ("Łódź", "lodz"),
        ("", ""),
    ],
)
def test_latin_script_only_loses_accents(text: str, expected: str) -> None:
    assert romanize(text) == expected


@pytest.mark.parametrize(
    ("arabic", "expected"),
    [
        ("كابل", "kabul"),
        ("كَابُل", "kabul"),
        ("مزار شريف", "mazar-i-sharif"),
        ("هيومن رايتس ووتش", "human rights watch"),
        ("هرات", "herat"),
        ("محمد", "muhammad"),
    ],
)
def test_known_names_are_written_as_usual(arabic: str, expected: str) -> None:
    assert romanize(arabic) == expected


@pytest.mark.parametrize(
    ("arabic", "expected"),
    [
        ("لمزار شريف", "mazar-i-sharif"),
        ("وهرات", "herat"),
        ("بكابل", "kabul"),
    ],
)
def test_particles_written_onto_a_name_are_left_out(arabic: str, expected: str) -> None:
    assert romanize(arabic) == expected


@pytest.mark.parametrize(
    ("arabic", "translation"),
    [
        ("ألمانيا", "germany"),
        ("الأمم المتحدة", "united nations"),
        ("النمسا", "austria"),
    ],
)
def test_a_translation_is_no_romanization(arabic: str, translation: str) -> None:
    assert romanize(arabic) != translation


@pytest.mark.parametrize(
    ("arabic", "expected"),
    [
        ("قزغنطم", "qazaghanatam"),
        ("يوزغند", "yuzaghanad"),
        ("زغبطية", "zaghabtya"),
        ("ثخاظوشيذغ", "thakhazushidhagh"),
        ("وزغوط", "wazghut"),
    ],
)
def test_unknown_words_are_written_letter_by_letter(arabic: str, expected: str) -> None:
    assert romanize(arabic) == expected


@pytest.mark.parametrize(
    "arabic",
    [
        "قزغنطم",
        "بلطجستان",
        "ءءء",
        "\u0640\u0640",
        "اااا",
        "گژپچ",
        "ڈھاکہ",
        "هەولێر",
        "ټوړښځ",
        "ݣڭڨ",
    ],
)
def test_any_arabic_word_gets_latin_letters_only(arabic: str) -> None:
    assert romanize(arabic).isascii()


def test_mixed_scripts_keep_the_latin_part() -> None:
    assert romanize("شركة Siemens").endswith("siemens")
