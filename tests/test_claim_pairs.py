"""Values of two texts that tell the same thing, wherever they stand, with the real encoder on texts of our own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from align import Comparison, Document, compare
from align.comparison import Claims, Surroundings, add_claim_pairs
from align.comparison.claim_pairs import Settled, assign_claims, find_candidates, with_lead
from align.comparison.correspondence import Correspondences
from align.model import Pair, Span
from align.names.shared import SharedNames
from align.pipeline import analyse

CompareTexts = Callable[[str, str], Comparison]
CORPORA = Path(__file__).parent.parent / "corpora"


def surroundings(english: str, arabic: str) -> Surroundings:
    left, right = analyse(Document("left", "en", english)), analyse(Document("right", "ar", arabic))
    return Surroundings(left, right, SharedNames(left, right), (Claims(left), Claims(right)))


ENGLISH = "The observatory was founded on 9 May 1911. It has 412 windows and a dome of 31 tonnes."
ARABIC = "تزن القبة 13 طنا. وفيها 412 نافذة. وقد وضع حجر الأساس في 9 أيار 1921."


def measured(english: str, arabic: str) -> dict[str, float]:
    """What is known of the first values of two texts."""
    around = surroundings(english, arabic)
    return Correspondences(around, []).measure(0, 0)


# left, right, and what the two values are to each other
VALUES = [
    ("They met on 9 May 1911.", "اجتمعوا في 9 أيار 1911.", {"agree": 1, "exact": 1, "slip": 0, "years": 0}),
    ("They met in 1911.", "اجتمعوا سنة 1911.", {"agree": 1, "exact": 0, "slip": 0}),
    ("They met in May 1911.", "اجتمعوا سنة 1911.", {"agree": 0, "compatible": 1}),
    ("They met on 9 May 1911.", "اجتمعوا في 9 أيار 1921.", {"agree": 0, "slip": 1}),
    ("They met on 9 May 1911.", "اجتمعوا في 10 أيار 1911.", {"agree": 0, "slip": 0.8, "alone": 1}),
    ("They met on 9 May 1911, and on the 10 May 1911.", "اجتمعوا في 10 أيار 1911.", {"slip": 0, "alone": 0}),
    ("They met in 1911.", "اجتمعوا سنة 1912.", {"slip": 0.8, "alone": 1}),
    ("They met in 1911.", "اجتمعوا سنة 1915.", {"slip": 0, "alone": 1}),
    ("They met in 1911.", "اجتمعوا سنة 1931.", {"slip": 0.8, "alone": 1}),
    ("They met in 1911, and in 1931.", "اجتمعوا سنة 1931.", {"slip": 0, "alone": 0}),
    # A day that is told by a distance is a guess, and answers no other.
    (
        "They met in 1911.",
        "اجتمعوا سنة 1912، وافترقوا في 3 أيار 1910. وبعد عام واحد ماتوا.",
        {"slip": 0.8, "alone": 1},
    ),
    ("They met in 1911.", "اجتمعوا سنة 1911.", {"agree": 1, "common": 0}),
    ("They met in 1911, parted in 1911.", "اجتمعوا سنة 1911، وافترقوا سنة 1911.", {"agree": 1, "common": 2}),
    ("The dome has 4 windows, 4 doors.", "للقبة 4 نوافذ.", {"agree": 1, "common": 1}),
    ("They met on 9 May 1911.", "اجتمعوا في 20 كانون الأول 1950.", {"agree": 0, "slip": 0, "years": 4}),
    ("The dome weighs 31 tonnes.", "تزن القبة 13 طنا.", {"agree": 0, "slip": 1}),
    ("The dome weighs 31 tonnes.", "تزن القبة 31 طنا.", {"agree": 1, "orders": 0}),
    ("The dome weighs 30 tonnes.", "تزن القبة 3 ملايين طن.", {"agree": 0, "orders": 3}),
    ("The dome is 30,000 feet high.", "يبلغ ارتفاع القبة 10 كيلومترات.", {"orders": 0}),
    ("The dome cost 400 dollars.", "كلفت القبة 400 ريال.", {"agree": 0, "slip": 1, "alone": 1}),
    ("Thousands met.", "اجتمع 8 آلاف شخص.", {"compatible": 1, "vague": 1}),
    ("They met on 23 February.", "اجتمعوا في شباط 1911.", {"compatible": 1, "month alone": 1}),
    ("They met on 23 February 1911.", "اجتمعوا في شباط 1911.", {"compatible": 1, "month alone": 0}),
]


@pytest.mark.parametrize(("english", "arabic", "expected"), VALUES)
def test_what_two_values_are_to_each_other(english: str, arabic: str, expected: dict[str, float]) -> None:
    found = measured(english, arabic)
    assert {name: round(found[name], 1) for name in expected} == expected


# left, right, whether both values are said to have one role, and whether to have others
ROLES = [
    ("In the conquest of the town in May 1911 they dispersed.", "دخل الجنود المدينة في أيار 1912.", (1, 0)),
    ("Eight guards were killed.", "قُتل ثمانية حراس.", (1, 0)),
    ("Eight guards were killed.", "أُصيب ثمانية حراس بجروح.", (0, 1)),
    ("They left three days after the flood.", "رحلوا بعد ثلاثة أيام من الفيضان.", (0, 0)),
    ("They stayed for three days.", "رحلوا بعد ثلاثة أيام من الفيضان.", (0, 1)),
    ("The mill lies five kilometres away.", "تقع الطاحونة على بعد خمسة كيلومترات.", (1, 0)),
    ("From nose to fins it measured 245 metres.", "كان هيكله طوله 254 مترا.", (0, 0)),
    ("It was long, with a speed of 90 km/h.", "كان طوله كبيرا وسرعته 80 كيلومترا في الساعة.", (1, 0)),
]


@pytest.mark.parametrize(("english", "arabic", "expected"), ROLES)
def test_what_is_said_of_two_values(english: str, arabic: str, expected: tuple[int, int]) -> None:
    found = measured(english, arabic)
    assert (found["one_role"], found["other_role"]) == expected


@pytest.mark.parametrize("most_known", [1 << 16, 1], ids=["all answers kept", "one kept"])
def test_other_values_that_agree_speak_for_the_values_beside_them(
    most_known: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("align.comparison.beside.MOST_KNOWN", most_known)
    around = surroundings(
        "The mill burnt on 3 June 1931. It had ground 4,120 sacks a year for 65 farms.",
        "احترقت الطاحونة في 7 حزيران 1931. وكانت تطحن 4120 كيسا في السنة لـ65 مزرعة.",
    )
    alone = surroundings("The mill burnt on 3 June 1931.", "احترقت الطاحونة في 7 حزيران 1931.")
    assert Correspondences(around, []).measure(0, 0)["beside"] == 2
    assert Correspondences(alone, []).measure(0, 0)["beside"] == 0


def test_a_pair_with_other_sentences_speaks_against_and_one_of_those_near_by_counts() -> None:
    around = surroundings("It opened in 1911.\n\nIt closed in 1950.", "افتتح سنة 1911.\n\nأغلق سنة 1950.")
    pair = Pair("p1", 0.7, (Span(0, 18),), (Span(0, 15),))
    measure = Correspondences(around, [pair]).measure
    assert [(measure(i, j)["elsewhere"], measure(i, j)["around"]) for i, j in ((0, 0), (0, 1), (1, 1))] == [
        (0.0, 0.0),
        (0.7, 0.7),
        (0.0, 0.7),
    ]


def told(around: Surroundings, pairs: Sequence[tuple[int, int]]) -> set[tuple[str, str]]:
    left, right = around.contexts.left.mentions, around.contexts.right.mentions
    return {(left[i].text, right[j].text) for i, j in pairs}


def test_values_alike_are_candidates_and_figures_are_not() -> None:
    around = surroundings(ENGLISH + " It lies on flight 6321.", ARABIC + " وتمر به الرحلة 6321.")
    found = told(around, find_candidates(around.contexts))
    assert {("9 May 1911", "9 أيار 1921"), ("412 windows", "412 نافذة"), ("31 tonnes", "13 طنا")} <= found
    assert ("6321", "6321") not in found


def test_a_value_that_a_sure_counterpart_has_is_told_again_or_not_at_all() -> None:
    around = surroundings(
        "They gave him 48 hours to leave. The storm lasted three days.",
        "أُمهل 48 ساعة ليرحل. ودامت العاصفة يومين. كانت المهلة 48 ساعة.",
    )
    pair = Pair("p1", 0.95, (Span(0, 32),), (Span(0, 20),))
    settled, open_still = Settled([pair], around.contexts), Settled([replace(pair, score=0.8)], around.contexts)
    hours, days = 0, 1
    once_more = 2
    assert [settled.allows(hours, other) for other in (hours, days, once_more)] == [True, False, True]
    assert settled.allows(days, days)
    assert not settled.allows(days, hours)
    assert open_still.allows(hours, days)


def test_each_value_is_assigned_once_but_for_those_that_a_text_repeats() -> None:
    around = surroundings(
        "It opened in May 1911. In May 1911 the band played. It closed in May 1950.",
        "افتتح في أيار 1911. وأغلق في أيار 1950.",
    )
    candidates = np.array([(0, 0), (1, 0), (2, 0), (2, 1), (1, 1)])
    odds = np.array([3.0, 2.0, 1.0, 2.5, 0.5])
    chosen = assign_claims(candidates[:, 0], candidates[:, 1], odds, around.contexts)
    assert {tuple(candidates[at].tolist()) for at in chosen} == {(0, 0), (2, 1), (1, 0)}


def test_a_lead_is_over_the_other_candidates_of_either_value() -> None:
    rows, columns = np.array([0, 0, 1]), np.array([0, 1, 1])
    found = with_lead(rows, columns, np.array([2.0, -1.0, 0.5]))
    assert found[:, 1].tolist() == [2.0, -1.0, 0.5]
    assert found[:, 2].tolist() == [3.0, -3.0, 1.5]


def test_a_surely_paired_text_gets_no_claims() -> None:
    left, right = (
        tuple(segment.span for segment in analyse(Document("text", code, text)).segments)
        for code, text in (("en", ENGLISH), ("ar", ARABIC))
    )
    around = surroundings(ENGLISH, ARABIC)
    assert add_claim_pairs([Pair("p1", 0.99, left, right)], 0.0, around) == [Pair("p1", 0.99, left, right)]


def test_a_sure_pair_of_clauses_leaves_the_rest_of_its_sentences_open() -> None:
    english = "The mill burnt on 3 June 1931, and its 65 windows broke."
    around = surroundings(english, "احترقت الطاحونة في 3 حزيران 1931، وتكسرت نوافذها الـ65.")
    clauses = Pair("p1", 0.95, (Span(0, 30),), (Span(0, 33),), tentative=True)
    pairs = add_claim_pairs([clauses], 0.0, around)
    assert any("65 windows" in english[pair.left[0].start : pair.left[0].end] for pair in pairs)


@pytest.mark.parametrize(
    ("ill", "came_back", "added"),
    [("", "", True), (" until 2 May 1360", " وعاد في 9 أيار 1322", False)],
)
def test_a_sure_counterpart_without_such_a_value_leaves_it_open(ill: str, came_back: str, added: bool) -> None:
    english = f"He reached the capital on 28 June 1352 and met the king. He was ill{ill}."
    arabic = f"ولما لقي الملك ضحك{came_back}. وصل إلى العاصمة في 28 تموز 1352."
    first, second = english.index(" He was"), arabic.index(" وصل")
    sure = [
        Pair("p1", 0.95, (Span(0, first),), (Span(0, second),)),
        Pair("p2", 0.95, (Span(first + 1, len(english)),), (Span(second + 1, len(arabic)),)),
    ]
    pairs = add_claim_pairs(sure, 0.0, surroundings(english, arabic))
    assert (len(pairs) > len(sure)) == added


@pytest.mark.parametrize(("translation", "added"), [(0.0, True), (1.0, False)])
def test_claims_count_in_retellings_only(translation: float, added: bool) -> None:
    found = add_claim_pairs([], translation, surroundings(ENGLISH, ARABIC))
    assert bool(found) == added
    assert all(pair.tentative for pair in found)


def test_pairs_of_claims_take_none_from_other_pairs() -> None:
    around = surroundings(ENGLISH, ARABIC)
    given = Pair("p1", 0.6, (Span(0, 42),), (Span(0, 16),))
    spans = [(pair.left, pair.right, pair.score) for pair in add_claim_pairs([given], 0.0, around)]
    assert (given.left, given.right, given.score) in spans


# Told in other company on either side, one with another year and one with a near figure.
RETOLD_ENGLISH = """The ferry Halcyon, on which the islanders had travelled for a generation, was lost in fog.

Historians of the coast still argue about the lifeboats. What is certain is that 214 passengers were rescued by trawlers
from Skerra, while the company spoke of bad luck. A monument of granite was unveiled on 6 October 1934."""
RETOLD_ARABIC = """على رصيف سكيرا نصب من الغرانيت يمر به الناس كل صباح، أزيح عنه الستار في 6 تشرين الأول/أكتوبر 1935.

لم يكن القبطان يعرف الساحل. ولولا سفن الصيد التي أنقذت 241 راكبا من عبّارة هالسيون لكانت الكارثة أكبر."""


@pytest.mark.parametrize(
    ("left", "right"), [("214 passengers", "241 راكبا"), ("6 October 1934", "6 تشرين الأول/أكتوبر 1935")]
)
def test_accounts_that_differ_are_held_against_each_other(left: str, right: str, compare_texts: CompareTexts) -> None:
    conflicts = [
        (finding.left and finding.left.text, finding.right and finding.right.text)
        for finding in compare_texts(RETOLD_ENGLISH, RETOLD_ARABIC).findings
        if finding.verdict == "conflict"
    ]
    assert (left, right) in conflicts


def test_another_date_of_another_thing_is_not(compare_texts: CompareTexts) -> None:
    arabic = RETOLD_ARABIC.replace("أزيح عنه الستار في", "قربه مقهى افتتح في").replace("1935", "1961")
    conflicts = [f for f in compare_texts(RETOLD_ENGLISH, arabic).findings if f.verdict == "conflict"]
    assert not [finding for finding in conflicts if finding.kind == "date"]


def test_one_long_figure_in_two_units_is_found_beside_sure_pairs() -> None:
    """Both sentences have sure counterparts elsewhere, so that neither value looks for others of its sort."""
    found = compare(CORPORA / "en" / "lockerbie-1988.txt", CORPORA / "ar" / "lockerbie-1988.txt").findings
    conflicts = [
        (each.left.text, each.right.text) for each in found if each.verdict == "conflict" and each.left and each.right
    ]
    assert ("over 845 square miles", "845 كيلومترا مربعا") in conflicts
