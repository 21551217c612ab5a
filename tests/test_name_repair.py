"""What the words around a name, and the tables, say against the model's label."""

from __future__ import annotations

import pytest

from align.extraction.name_lexicon import lexicon_of
from align.extraction.name_repair import repair
from align.languages import get
from align.model import Label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("He had read it in Haifa before.", "Haifa", "LOC"),
        ("He was met by Haifa before.", "Haifa", "PER"),
        ("He had read it in Qorvath before.", "Qorvath", "PER"),
        ("Haifa", "Haifa", "PER"),
    ],
)
def test_a_place_of_the_tables_after_in(text: str, name: str, label: str) -> None:
    start = text.index(name)
    ((found,),) = repair([text], [[(start, start + len(name), "PER")]], lexicon_of(get("en")))
    assert found == (start, start + len(name), label)


def test_a_place_before_the_place_that_it_lies_in() -> None:
    text = "They met at Colla Micheri, Italy, in spring."
    spans: list[tuple[int, int, Label]] = [(12, 25, "PER"), (27, 32, "LOC")]
    ((first, second),) = repair([text], [spans], lexicon_of(get("en")))
    assert (first, second) == ((12, 25, "LOC"), (27, 32, "LOC"))
