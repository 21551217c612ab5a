"""Which passages are held to tell the same thing, with the real encoder on short texts of our own."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
import pytest

from align import Comparison, Document, compare
from align.assignment import probability
from align.nearest import nearest, pair_cosines
from align.pairing.distinctive import distinctive, variation
from align.pairing.manner import length_apart, temper_parts, translation_likeness
from align.pairing.order import near_diagonal
from align.pairing.passages import Link
from align.pairing.sentences import assign
from align.pairing.similarity import Likeness, Space, lead

CompareTexts = Callable[[str, str], Comparison]


def quotes(comparison: Comparison) -> list[tuple[str, str]]:
    """The text of both sides of every pair, the spans of a side joined by a space."""
    left, right = comparison.left.document.text, comparison.right.document.text
    return [
        (" ".join(left[s.start : s.end] for s in pair.left), " ".join(right[s.start : s.end] for s in pair.right))
        for pair in comparison.pairs
    ]


@pytest.mark.parametrize("separator", [" ", "\n", "\n\n"])
def test_a_translation_pairs_in_order(
    separator: str,
    compare_texts: CompareTexts,
    english_sentences: tuple[str, ...],
    arabic_sentences: tuple[str, ...],
) -> None:
    found = quotes(compare_texts(separator.join(english_sentences), separator.join(arabic_sentences)))
    assert found == list(zip(english_sentences, arabic_sentences, strict=True))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_another_order_pairs_the_same_sentences(
    seed: int,
    compare_texts: CompareTexts,
    english_sentences: tuple[str, ...],
    arabic_sentences: tuple[str, ...],
) -> None:
    shuffled = random.Random(seed).sample(arabic_sentences, len(arabic_sentences))
    found = quotes(compare_texts("\n".join(english_sentences), "\n".join(shuffled)))
    assert found == list(zip(english_sentences, arabic_sentences, strict=True))


UNRELATED_ENGLISH = "A choir from the islands sang two old songs in the cathedral."
UNRELATED_ARABIC = "باع الخباز أربعين رغيفا بالزيتون قبل الظهر."


@pytest.mark.parametrize("place", [0, 3, 8])
def test_a_sentence_without_counterpart_is_in_no_pair(
    place: int,
    compare_texts: CompareTexts,
    english_sentences: tuple[str, ...],
    arabic_sentences: tuple[str, ...],
) -> None:
    english = "\n\n".join([*english_sentences[:place], UNRELATED_ENGLISH, *english_sentences[place:]])
    arabic = "\n\n".join([*arabic_sentences[:6], UNRELATED_ARABIC, *arabic_sentences[6:]])
    found = quotes(compare_texts(english, arabic))
    assert found == list(zip(english_sentences, arabic_sentences, strict=True))


def test_texts_of_different_things_have_no_pair(compare_texts: CompareTexts) -> None:
    assert quotes(compare_texts(UNRELATED_ENGLISH, UNRELATED_ARABIC)) == []


HARBOUR_ENGLISH = "The harbour of the old town was closed to all ships after the storm."
HARBOUR_ARABIC = "أغلق ميناء المدينة القديمة أمام جميع السفن بعد العاصفة."
TEACHERS_ENGLISH = "Teachers in the north went on strike for higher wages."
TEACHERS_ARABIC = "أضرب المعلمون في الشمال مطالبين بزيادة الأجور."
SHORT_TEXTS = [
    ([HARBOUR_ENGLISH], [HARBOUR_ARABIC], [(0, 0)]),
    ([TEACHERS_ENGLISH], [TEACHERS_ARABIC], [(0, 0)]),
    ([HARBOUR_ENGLISH], [TEACHERS_ARABIC], []),
    ([TEACHERS_ENGLISH], [HARBOUR_ARABIC], []),
    ([UNRELATED_ENGLISH], [HARBOUR_ARABIC], []),
    ([HARBOUR_ENGLISH, TEACHERS_ENGLISH], [TEACHERS_ARABIC, HARBOUR_ARABIC], [(0, 1), (1, 0)]),
    ([HARBOUR_ENGLISH], [UNRELATED_ARABIC, HARBOUR_ARABIC], [(0, 1)]),
    ([UNRELATED_ENGLISH, TEACHERS_ENGLISH, HARBOUR_ENGLISH], [HARBOUR_ARABIC], [(2, 0)]),
    ([UNRELATED_ENGLISH, TEACHERS_ENGLISH], [UNRELATED_ARABIC, HARBOUR_ARABIC], []),
]


@pytest.mark.parametrize(("english", "arabic", "pairs"), SHORT_TEXTS)
@pytest.mark.parametrize("turned", [False, True])
def test_texts_of_few_sentences_pair_surely_or_not_at_all(
    english: list[str], arabic: list[str], pairs: list[tuple[int, int]], turned: bool
) -> None:
    left = Document("left", "en", "\n\n".join(english))
    right = Document("right", "ar", "\n\n".join(arabic))
    result = compare(right, left) if turned else compare(left, right)
    expected = {(english[i], arabic[j]) for i, j in pairs}
    assert set(quotes(result)) == ({(b, a) for a, b in expected} if turned else expected)
    assert all(pair.score > 0.8 for pair in result.pairs)


@pytest.mark.parametrize(
    ("value", "other"),
    [
        ("12 March 1987", "30 November 1957"),
        ("Forty-three people", "Nine thousand people"),
        ("1,250 houses", "86 houses"),
        ("1,250 houses", "12 houses"),  # as many as there are boats elsewhere
        ("twelve boats", "two boats"),
        ("1989", "1991"),
        ("1989", "1789"),
        ("75 million", "15 billion"),
        ("May 1994", "June 2003"),
    ],
)
def test_a_changed_value_changes_no_pair(
    value: str,
    other: str,
    compare_texts: CompareTexts,
    english_sentences: tuple[str, ...],
    arabic_sentences: tuple[str, ...],
) -> None:
    changed = [sentence.replace(value, other) for sentence in english_sentences]
    assert changed != list(english_sentences)
    found = quotes(compare_texts(" ".join(changed), " ".join(arabic_sentences)))
    assert found == list(zip(changed, arabic_sentences, strict=True))


def test_a_changed_value_is_a_conflict_in_its_own_pair(
    compare_texts: CompareTexts, english_sentences: tuple[str, ...], arabic_sentences: tuple[str, ...]
) -> None:
    english = " ".join(english_sentences).replace("1989", "1991")
    conflicts = [
        finding
        for finding in compare_texts(english, " ".join(arabic_sentences)).findings
        if finding.verdict == "conflict"
    ]
    assert [(finding.pair, finding.left and finding.left.text) for finding in conflicts] == [("p6", "1991")]


FACTS = "= The dam of Marsa =\n\n- Deaths: 43\n- Cost of the new dam: 75 million dollars\n"


def test_a_fact_line_pairs_with_prose(compare_texts: CompareTexts, arabic_sentences: tuple[str, ...]) -> None:
    found = quotes(compare_texts(FACTS, " ".join(arabic_sentences)))
    assert ("75 million dollars", arabic_sentences[6]) in found


def test_a_split_sentence_pairs_whole(
    compare_texts: CompareTexts, english_sentences: tuple[str, ...], arabic_sentences: tuple[str, ...]
) -> None:
    halves = "وأما السد الجديد فقد بلغت كلفته 75 مليون دولار. وافتتح الرئيس السد الجديد في أيار/مايو 1994."
    arabic = " ".join([*arabic_sentences[:6], halves, arabic_sentences[7]])
    found = dict(quotes(compare_texts(" ".join(english_sentences), arabic)))
    assert found[english_sentences[6]] == halves


def test_pairs_are_numbered_in_the_order_of_the_left_text(
    compare_texts: CompareTexts, english_sentences: tuple[str, ...], arabic_sentences: tuple[str, ...]
) -> None:
    pairs = compare_texts("\n".join(english_sentences), "\n".join(reversed(arabic_sentences))).pairs
    assert [pair.id for pair in pairs] == [f"p{number}" for number in range(1, 9)]
    starts = [pair.left[0].start for pair in pairs]
    assert starts == sorted(starts)
    assert all(0 < pair.score <= 1 for pair in pairs)


# The arithmetic below the pairs.


def test_nearest_gives_the_best_first() -> None:
    left = np.array([[1, 0], [0, 1]], dtype=np.float32)
    right = np.array([[0, 1], [1, 0], [0.6, 0.8]], dtype=np.float32)
    indices, values = nearest(left, right, 2)
    assert indices.tolist() == [[1, 2], [0, 2]]
    assert values == pytest.approx(np.array([[1, 0.6], [1, 0.8]]))


def test_cosines_of_pairs_are_the_same_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("align.nearest._PAIRS_AT_ONCE", 2)
    left = np.array([[1, 0], [0, 1], [0.6, 0.8]], dtype=np.float32)
    found = pair_cosines(left, left[::-1].copy(), np.array([0, 0, 1, 2, 2]), np.array([0, 2, 1, 0, 1]))
    assert found == pytest.approx(np.array([0.6, 1, 1, 1, 0.8]))


def test_nearest_asks_for_no_more_than_there_are() -> None:
    vectors = np.eye(2, dtype=np.float32)
    assert nearest(vectors, vectors[:1], 8)[0].tolist() == [[0], [0]]


def test_candidates_hold_each_pair_once() -> None:
    vectors = np.eye(3, dtype=np.float32)
    found = Likeness(vectors, vectors).candidates((np.array([0]), np.array([0])))
    pairs = list(zip(found.rows.tolist(), found.columns.tolist(), strict=True))
    assert len(set(pairs)) == len(pairs) == 9
    assert found.margin.argmax() in (0, 4, 8)
    assert found.distinct.argmax() in (0, 4, 8)


@pytest.mark.parametrize(
    ("size", "margin"),
    [
        (1, 1 - 0.3),  # no neighbour at all: the typical background stands for all four
        (2, 1 - 0.75 * 0.3),
        (5, 1.0),
        (9, 1.0),
    ],
)
def test_the_margin_is_taken_over_other_passages_and_typical_ones(size: int, margin: float) -> None:
    vectors = np.eye(size, dtype=np.float32)
    zero = np.array([0])
    assert Space(vectors, vectors, 0.3).margin(zero, zero) == pytest.approx(np.array([margin]))


def test_a_shared_subject_is_taken_out_of_vectors() -> None:
    # All sentences share the first direction; only the others tell which is which.
    vectors = np.array([[3, 1, 0, 0], [3, 0, 1, 0], [3, 0, 0, 1]] * 3, dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    left, right = distinctive(vectors, vectors)
    assert np.linalg.norm(left, axis=1) == pytest.approx(np.ones(9), abs=1e-5)
    assert (vectors @ vectors.T)[0, 1] > 0.85
    assert (left @ right.T)[0, 1] < 0.3


@pytest.mark.parametrize("count", [1, 2, 16, 40])
def test_variation_holds_for_fewer_and_for_more_sentences_than_dimensions(count: int) -> None:
    vectors = np.random.default_rng(count).normal(size=(count, 16))
    directions, variance = variation(vectors)
    assert directions @ directions.T == pytest.approx(np.eye(len(directions)), abs=1e-6)
    assert (directions.T * variance) @ directions == pytest.approx(vectors.T @ vectors / count, abs=1e-6)


@pytest.mark.parametrize(
    ("cosine", "length", "sentences", "low", "high"),
    [
        ([0.75] * 10, [0.1] * 10, 12, 0.9, 1.0),
        ([0.55] * 10, [0.4] * 10, 12, 0.0, 0.1),
        ([0.75] * 10, [0.6] * 10, 40, 0.0, 0.3),  # near in sense, but one side tells much more
        ([], [], 1, 0.2, 0.8),
    ],
)
def test_the_manner_of_texts_is_read_off_their_sure_pairs(
    cosine: list[float], length: list[float], sentences: int, low: float, high: float
) -> None:
    assert low <= translation_likeness(np.array(cosine), np.array(length), sentences) <= high


def test_few_sure_pairs_of_many_sentences_make_no_translation() -> None:
    cosine, length = np.array([0.62] * 6), np.array([0.2] * 6)
    assert translation_likeness(cosine, length, 8) > 0.5 > translation_likeness(cosine, length, 60)


def test_lengths_are_apart_whichever_is_longer() -> None:
    apart = length_apart(["ab", "abcd", "abc", ""], ["abcd", "ab", "abc", ""])
    assert apart == pytest.approx(np.array([np.log(2), np.log(2), 0, 0]))


@pytest.mark.parametrize(("translation", "kept"), [(0.0, [0.9, 0.6]), (0.4, [0.9, 0.6]), (1.0, [])])
def test_parts_count_less_in_translations_only(translation: float, kept: list[float]) -> None:
    links = [Link((), (), 0.9), Link((), (), 0.6)]
    assert [link.score for link in temper_parts(links, translation, 0.35)] == pytest.approx(kept)


def test_lead_is_the_distance_to_the_best_other() -> None:
    keys = np.array([0, 0, 0, 1])
    assert lead(keys, np.array([0.9, 0.5, 0.2, 0.7])) == pytest.approx(np.array([0.4, -0.4, -0.7, 0.0]))


@pytest.mark.parametrize("noise", [0.0, 1e-7])
def test_a_sentence_told_twice_does_not_compete_with_itself(noise: float) -> None:
    assert lead(np.array([0, 0, 0]), np.array([0.9, 0.9 + noise, 0.5])) == pytest.approx([0.4, 0.4, -0.4], abs=1e-6)


def test_assignment_prefers_the_greatest_sum() -> None:
    rows, columns = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    odds = np.array([2.0, 1.8, 1.9, -3.0])  # greed would take the first and leave row 1 with almost nothing
    assert assign(rows, columns, odds).tolist() == [1, 2]


def test_assignment_of_unlikely_candidates_is_empty() -> None:
    assert assign(np.array([0]), np.array([0]), np.array([-20.0])).tolist() == []


def test_probability_is_the_logistic_function() -> None:
    assert probability(np.array([0.0, 100.0, -100.0])) == pytest.approx(np.array([0.5, 1.0, 0.0]))


@pytest.mark.filterwarnings("error")
def test_extreme_odds_raise_no_warning() -> None:
    assert probability(np.array([1e6, -1e6])).tolist() == [1.0, 0.0]


def test_shuffled_anchors_make_no_diagonal() -> None:
    rows = np.arange(20)
    assert near_diagonal(rows, np.random.default_rng(1).permutation(20), 20, 20) is None
    assert near_diagonal(rows, rows, 20, 20) is not None
