"""What is said around values, with the real encoder on texts of our own."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from align import Comparison, Document
from align.contexts import ValueContexts, ValuePlaces, values_of
from align.model import DocumentAnalysis
from align.names.shared import SharedNames
from align.nearest import nearest
from align.pipeline import analyse

CompareTexts = Callable[[str, str], Comparison]


def analysed(text: str, language: str) -> DocumentAnalysis:
    return analyse(Document(language, language, text))


def places(text: str, language: str) -> ValuePlaces:
    analysis = analysed(text, language)
    return ValuePlaces(analysis, values_of(analysis), SharedNames(analysis, analysed("", language)).left)


def contexts(english: str, arabic: str) -> ValueContexts:
    left, right = analysed(english, "en"), analysed(arabic, "ar")
    return ValueContexts((left, values_of(left)), (right, values_of(right)), SharedNames(left, right))


@pytest.mark.parametrize(
    ("language", "text", "near"),
    [
        (
            "en",
            "The mill ground 40 sacks of barley a week and gave work to 12 families of the valley.",
            [
                "The mill ground # sacks of barley a week and gave work to",
                "of barley a week and gave work to # families of the valley.",
            ],
        ),
        (
            "en",
            "It was sold in 1911, in 1925 and in 1938.",
            ["It was sold in #, in", *["It was sold in #, in # and in #."] * 2],
        ),
        ("en", "- Height: 61 m\n- Opened: 9 May 1911", ["Height: # m", "Opened: #"]),
        ("ar", "- الارتفاع: 61 مترا\n- الافتتاح: 9 أيار 1911", ["الارتفاع: # m", "الافتتاح: #"]),
        (
            "ar",
            "بيعت الطاحونة سنة 1911 ثم سنة 1925 ثم سنة 1938.",
            ["بيعت الطاحونة # ثم # ثم", *["بيعت الطاحونة # ثم # ثم #."] * 2],
        ),
    ],
)
def test_near_a_value_are_the_words_up_to_the_next_or_beyond_where_these_are_few(
    language: str, text: str, near: list[str]
) -> None:
    found = places(text, language).near_texts
    assert found == near


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On 9 May 1911, the lighthouse on the southern cape was lit for the first time."),
        ("ar", "في 9 أيار 1911، أضيئت المنارة القائمة على الرأس الجنوبي أول مرة."),
    ],
)
def test_a_clause_of_a_date_alone_is_taken_with_the_next(language: str, text: str) -> None:
    found = places(text, language)
    assert len(found.clause_texts[0].split()) > 5


LEFT = "The bridge at Veldt is 412 metres long. A storm on 3 May 1931 broke two of its arches."
RIGHT = "حطمت عاصفة في 7 أيار 1952 ثلاثا من أقواسه. يبلغ طول الجسر في فلدت 950 مترا."


@pytest.mark.parametrize(
    ("english", "arabic"), [(LEFT, RIGHT), (LEFT.replace("412", "77").replace("3 May 1931", "June 2004"), RIGHT)]
)
def test_surroundings_do_not_look_at_values(english: str, arabic: str) -> None:
    measured, plain = contexts(english, arabic), contexts(LEFT, RIGHT)
    for i, j in ((0, 2), (0, 1), (1, 0)):
        found, expected = (c.likeness(c.left.mentions[i], c.right.mentions[j]).features() for c in (measured, plain))
        assert found == pytest.approx(expected, abs=1e-5)


def test_the_same_thing_leads_and_another_trails() -> None:
    c = contexts(LEFT, RIGHT)
    length, lengths = c.left.mentions[0], {m.text: m for m in c.right.mentions}
    same, other = (c.likeness(length, m) for m in (lengths["950 مترا"], c.right.mentions[1]))
    assert same.clause_lead > 0 > other.clause_lead
    assert same.near_margin > other.near_margin
    assert same.unit == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("english", "arabic", "is_said"),
    [
        ("- Length: 412 m", "يبلغ طول الجسر القديم على النهر 950 مترا.", True),
        ("- Length: 412 m", "غرقت السفينة على بعد 950 مترا من المرفأ.", False),
        ("The old bridge over the river has a length of 412 metres.", "- الطول: 950 مترا", True),
        ("- Length: 412 m", "- الطول: 950 مترا", False),  # two fields are compared as what they are, whole
    ],
)
def test_the_field_of_a_fact_line_is_looked_for_near_the_value(english: str, arabic: str, is_said: bool) -> None:
    c = contexts(english, arabic)
    label = c.likeness(c.left.mentions[0], c.right.mentions[0]).label
    assert (label > 0.2) == is_said


@pytest.mark.parametrize(("english", "arabic"), [("", ""), ("No value stands here.", RIGHT), (LEFT, "")])
def test_a_side_without_values_has_no_candidates(english: str, arabic: str) -> None:
    assert contexts(english, arabic).candidates(6) == []


def test_only_values_of_one_sort_are_candidates() -> None:
    c = contexts(LEFT, RIGHT)
    sorts = [(c.left.sorts[i], c.right.sorts[j]) for i, j in c.candidates(6)]
    assert sorts
    assert all(a == b for a, b in sorts)


def test_nearest_gives_all_there_are() -> None:
    vectors = np.eye(3, dtype=np.float32)
    assert nearest(vectors, vectors[:2], 9)[0].shape == (3, 2)


# A fact told in other company on either side, with a wrong value.
ENGLISH = """= Cape Orran lighthouse =

- Height: 61 m
- First lit: 9 May 1911

The lighthouse of Cape Orran was built by fishermen who had lost their boats on the rocks. Its keeper kept bees.
In the war soldiers slept in the tower, and the lamp stayed dark for years.
"""
ARABIC = """كان الصيادون يخافون صخور رأس أوران قبل أن تقوم المنارة. وأضيئت المنارة أول مرة في 9 أيار 1921.
يبلغ ارتفاع المنارة 16 مترا، ويصعد الزائر إليها بسلم ضيق.
وفي الحرب نام الجنود في البرج.
"""


@pytest.mark.parametrize(("left", "right"), [("61 m", "16 مترا"), ("9 May 1911", "9 أيار 1921")])
def test_a_fact_line_conflicts_with_prose(left: str, right: str, compare_texts: CompareTexts) -> None:
    conflicts = [
        (finding.left and finding.left.text, finding.right and finding.right.text)
        for finding in compare_texts(ENGLISH, ARABIC).findings
        if finding.verdict == "conflict"
    ]
    assert (left, right) in conflicts


def test_other_things_of_one_sort_do_not_conflict(compare_texts: CompareTexts) -> None:
    other = ARABIC.replace("يبلغ ارتفاع المنارة 16 مترا", "تقوم المنارة على بعد 900 متر من القرية")
    found = compare_texts(ENGLISH, other).findings
    assert not [f for f in found if f.verdict == "conflict" and f.kind == "number"]
