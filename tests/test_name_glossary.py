"""A user's glossary: how it is read, and that it outranks tables and letters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from align.errors import InputError
from align.names.glossary import NO_GLOSSARY, Glossary, PlainText, load_glossary
from align.names.similarity import name_similarities

Write = Callable[..., Path]

RIVER_LEAGUE = "رابطة النهر"


@pytest.mark.parametrize(
    "content",
    [
        f"River League\t{RIVER_LEAGUE}\n",
        f"{RIVER_LEAGUE}\tRiver League",
        f"\ufeffRiver League\t{RIVER_LEAGUE}\r\n",
        f"# our house style\n\n  # and more\nRiver League \t {RIVER_LEAGUE}\n",
        f"en\tar\nRiver League\t{RIVER_LEAGUE}\n",
    ],
)
def test_a_file_of_two_columns(content: str, write_text: Write) -> None:
    glossary = load_glossary(write_text(content))
    assert len(glossary.pairs) == 1
    assert name_similarities(["River League"], [RIVER_LEAGUE], glossary)[0, 0] == 1.0


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("River League\n", 1),
        ("# terms\n\nRiver League\t\n", 3),
        ("\tRiver League\n", 1),
        (f"River League\t{RIVER_LEAGUE}\ta note\n", 1),
        (f"River League\t{RIVER_LEAGUE}\n...\t!\n", 2),
    ],
)
def test_a_faulty_line_is_named(content: str, line: int, write_text: Write) -> None:
    path = write_text(content)
    with pytest.raises(InputError, match=f"^Line {line} of the glossary .*{path.name}.*\\.$"):
        load_glossary(path)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, write_text: Write) -> None:
    with pytest.raises(InputError, match=r"no\.tsv"):
        load_glossary(tmp_path / "no.tsv")
    with pytest.raises(InputError, match="UTF-8"):
        load_glossary(write_text(b"\xff\xfe\x00"))


def test_a_glossary_can_be_a_key() -> None:
    assert {Glossary((("a", "b"),)): 1}[Glossary((("a", "b"),))] == 1


GLOSSARY = Glossary((("River League", RIVER_LEAGUE), ("Kabul", "مدينة السلام"), ("Jalil Noor", "جليل النوري")))


@pytest.mark.parametrize(
    ("left", "right", "score"),
    [
        ("River League", RIVER_LEAGUE, 1.0),
        ("the River League", RIVER_LEAGUE, 1.0),
        ("River League", "لرابطة النهر", 1.0),
        (RIVER_LEAGUE, "River League", 1.0),
        ("Kabul", "مدينة السلام", 1.0),
    ],
)
def test_what_it_gives_is_one(left: str, right: str, score: float) -> None:
    assert name_similarities([left], [right], GLOSSARY)[0, 0] == score


def test_another_name_than_its_rendering_is_another_thing() -> None:
    kabul = "كابل"
    assert name_similarities(["Kabul"], [kabul])[0, 0] > 0.9
    assert name_similarities(["Kabul"], [kabul], GLOSSARY)[0, 0] <= 0.2


def test_a_part_of_its_rendering_is_left_to_the_letters() -> None:
    part = "النوري"
    plain = name_similarities(["Jalil Noor"], [part])[0, 0]
    assert name_similarities(["Jalil Noor"], [part], GLOSSARY)[0, 0] == plain


def test_names_it_does_not_have_are_left_alone() -> None:
    names = (["Herat", "Rasul"], ["هرات", "رسول"])
    assert (name_similarities(*names, GLOSSARY) == name_similarities(*names)).all()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("اجتمعت رابطة النهر أمس", True),
        ("قرار لرابطة النهر", True),
        ("اجتمعت الرابطة عند النهر", False),
        ("", False),
    ],
)
def test_a_term_is_found_among_plain_words(text: str, told: bool) -> None:
    assert GLOSSARY.told("River League", PlainText(text)) is told
    assert not NO_GLOSSARY.told("River League", PlainText(text))
