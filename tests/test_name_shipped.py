"""Arabic names by the pipeline that ships with align."""

from __future__ import annotations

import numpy as np
import pytest

from align.extraction import name_network
from align.extraction.name_network import MOST_PIECES, Network
from align.extraction.names import find_names, model_name
from align.languages import LANGUAGES
from align.model import NameValue

ARABIC = LANGUAGES["ar"]


def names(text: str) -> list[tuple[str, str]]:
    found = find_names([text], ARABIC)[0]
    assert all(text[name.start : name.end] == name.text for name in found)
    return [(name.text, name.value.label) for name in found if isinstance(name.value, NameValue)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوزير كريم حداد إلى دمشق أمس.", [("كريم حداد", "PER"), ("دمشق", "LOC")]),
        # A particle written onto a name belongs to the mention.
        ("سافر من بيروت وبغداد إلى الجزائر.", [("بيروت", "LOC"), ("وبغداد", "LOC"), ("الجزائر", "LOC")]),
        # No table has this family name.
        ("قالت السيدة سعاد القمطريري إنها لن تغادر.", [("سعاد القمطريري", "PER")]),
        ("كان المطر غزيرا في ذلك اليوم.", []),
        ("", []),
    ],
)
def test_names_in_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("توفي في الأقصر عام 1922", [("الأقصر", "LOC")]),
        ("وقعت المعركة في الموصل", [("الموصل", "LOC")]),
        ("هبط المنطاد في قاعدة ليكهرست", [("ليكهرست", "LOC")]),
        # What is of a place is a place, and the adjective after it no part of it.
        ("انطلقت السفينة من مرفأ بوتي الجورجي", [("بوتي", "LOC"), ("الجورجي", "MISC")]),
        ("كان الطريق الأقصر إلى السوق", []),
        ("قرية صغيرة في الجبال", []),
        ("رحل إلى مدينة الملك عبد الله", [("عبد الله", "PER")]),
    ],
)
def test_the_word_before_a_name_tells_a_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


def test_a_place_is_found_again_after_a_preposition() -> None:
    known, again = "دمرت قرية الجميزة قرب طنطا", "قتل رجال في الجميزة أمس"
    found = [[name.text for name in row] for row in find_names([known, again, "نام تحت الجميزة"], LANGUAGES["ar"])]
    assert found == [["الجميزة", "طنطا"], ["الجميزة"], []]
    assert find_names([again], LANGUAGES["ar"]) == [[]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The tables know peoples, which the labelled texts do not mark.
        ("لجأ الأوزبك والطاجيك إلى الجبال", [("الأوزبك", "MISC"), ("والطاجيك", "MISC")]),
        # A name that the tables have by hand takes its label from them.
        ("وصل الجنود إلى مزار شريف فجرا", [("مزار شريف", "LOC")]),
    ],
)
def test_what_the_tables_add(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


def test_a_text_longer_than_spacy_allows() -> None:
    text = "وصل كريم حداد إلى دمشق. " * 50_000
    assert len(text) > 1_000_000
    assert len(find_names([text], ARABIC)[0]) == 100_000


def test_it_is_the_default_and_signs_with_its_version() -> None:
    assert model_name(ARABIC) == model_name(ARABIC, "shipped")
    assert model_name(ARABIC).startswith("ar_align_names-")


def test_texts_do_not_depend_on_the_batch_that_they_are_in() -> None:
    texts = ["وصل كريم حداد إلى دمشق.", "وعاد منها إلى بيروت مع سعاد القمطريري.", "لا اسم هنا."]
    assert find_names(texts, ARABIC) == [find_names([text], ARABIC)[0] for text in texts]


def test_blocks_change_no_score(monkeypatch: pytest.MonkeyPatch) -> None:
    network = small_network()
    rng = np.random.default_rng(1)
    rows = rng.integers(0, 7, (50, network.columns, 2)).astype(np.int32)
    pieces = rng.integers(0, 5, (50, MOST_PIECES)).astype(np.int32)
    whole = network.scores(rows.copy(), pieces, [9, 30])
    monkeypatch.setattr(name_network, "BLOCK", 4)
    assert np.allclose(network.scores(rows, pieces, [9, 30]), whole, atol=1e-5)


def small_network(columns: int = 2, width: int = 3, depth: int = 2, tags: int = 5) -> Network:
    rng = np.random.default_rng(0)
    shapes = {
        **{f"tables.{at}.weight": (7, width) for at in range(columns)},
        "pieces.weight": (6, width),
        **layer("mix", width * (columns + 1), width),
        **{name: shape for at in range(depth) for name, shape in layer(f"windows.{at}", 3 * width, width).items()},
        "tags.weight": (tags, width),
        "tags.bias": (tags,),
    }
    return Network({name: rng.normal(size=shape).astype(np.float32) for name, shape in shapes.items()})


def layer(name: str, given: int, width: int, alternatives: int = 2) -> dict[str, tuple[int, ...]]:
    return {
        f"{name}.linear.weight": (alternatives * width, given),
        f"{name}.linear.bias": (alternatives * width,),
        f"{name}.norm.weight": (width,),
        f"{name}.norm.bias": (width,),
    }
