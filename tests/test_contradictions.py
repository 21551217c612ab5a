"""Where one document contradicts itself, from the text to the comparison."""

from __future__ import annotations

import pytest

import align

ENGLISH = "The parish council met in Saida on 6 April 1936 to settle the dispute over the harbour."


def contradictions(arabic: str, *, arabic_left: bool = False) -> list[tuple[str, str, str, str]]:
    documents = [align.Document("english", "en", ENGLISH), align.Document("arabic", "ar", arabic)]
    comparison = align.compare(*(reversed(documents) if arabic_left else documents))
    return [(found.side, found.first.text, found.second.text, found.reason) for found in comparison.internal]


@pytest.mark.parametrize("arabic_left", [False, True])
def test_an_equation_that_the_calendar_contradicts(arabic_left: bool) -> None:
    arabic = "اجتمع مجلس البلدة في صيدا في 5 صفر 1355هـ الموافق 6 نيسان 1936 لحل الخلاف على الميناء."
    (found,) = contradictions(arabic, arabic_left=arabic_left)
    assert found[:3] == (
        "left" if arabic_left else "right",
        "5 صفر 1355هـ",
        "6 نيسان 1936",
    )
    assert found[3].endswith("with 6 April 1936, but by the Islamic calendar it is 27 April 1936.")


def test_an_equation_that_is_repeated_has_an_id_each_time() -> None:
    sentence = "اجتمع مجلس البلدة في صيدا في 5 صفر 1355هـ الموافق 6 نيسان 1936 لحل الخلاف."
    arabic = align.Document("arabic", "ar", f"{sentence} {sentence}")
    internal = align.compare(align.Document("english", "en", ENGLISH), arabic).internal
    assert len({found.id for found in internal}) == len(internal) == 2


def test_the_sighting_of_the_moon_is_no_contradiction() -> None:
    assert contradictions("اجتمع مجلس البلدة في صيدا في 5 صفر 1355هـ الموافق 26 نيسان 1936.") == []
