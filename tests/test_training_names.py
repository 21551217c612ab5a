"""What training the model for Arabic names rests on: tags and spans, scores, pieces, dequantised weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from align.encoders.e5_file import BLOCK, dequantised
from align.extraction.name_network import Network
from align.extraction.name_pieces import Unigram
from training.arabic_names import conll
from training.arabic_names.conll import Sentence


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("O O", []),
        ("B-PER I-PER O B-LOC", [(0, 2, "PER"), (3, 4, "LOC")]),
        ("B-PER B-PER", [(0, 1, "PER"), (1, 2, "PER")]),
        ("O I-ORG I-ORG", [(1, 3, "ORG")]),  # an I that continues nothing begins a name
        ("B-PER I-LOC", [(0, 1, "PER"), (1, 2, "LOC")]),
    ],
)
def test_tags_mark_spans(tags: str, spans: list[conll.Span]) -> None:
    assert conll.spans(tags.split()) == spans


def test_reading_a_file_keeps_sentences_apart_and_knows_no_other_labels(tmp_path: Path) -> None:
    path = tmp_path / "x.conll"
    path.write_text("one\tB-PER\ntwo O\n\nthree B-MIS2\n", encoding="utf-8")
    assert conll.read(path) == [Sentence(("one", "two"), ("B-PER", "O")), Sentence(("three",), ("B-MISC",))]


def test_the_last_sixth_is_kept_back_in_order() -> None:
    sentences = [Sentence((str(number),), ("O",)) for number in range(12)]
    trained, held_out = conll.split(sentences)
    assert [sentence.words[0] for sentence in held_out] == ["10", "11"]
    assert trained == sentences[:10]


def test_a_divided_word_stays_in_its_name() -> None:
    sentence = Sentence(("a-b", "c"), ("B-ORG", "I-ORG"))
    assert conll.divided(sentence, lambda word: word.split("-")).tags == ("B-ORG", "I-ORG", "I-ORG")


@pytest.mark.parametrize(
    ("gold", "found", "f1"),
    [
        ("B-PER I-PER", "B-PER I-PER", 100.0),
        ("B-PER I-PER", "B-PER O", 0.0),  # part of a name is none
        ("B-PER O", "B-LOC O", 0.0),
        ("B-PER B-LOC", "B-PER O", 66.7),
        ("B-PER B-MISC", "B-PER O", 100.0),  # MISC is not scored
    ],
)
def test_only_exact_spans_count(gold: str, found: str, f1: float) -> None:
    assert conll.score([gold.split()], [found.split()])["f1"] == f1


_PIECES = ["<s>", "<pad>", "</s>", "<unk>", "\u2581", "a", "b", "ab", "\u2581ab"]
_SCORES = [0.0, 0.0, 0.0, 0.0, -5.0, -4.0, -4.0, -3.0, -2.0]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("ab", (8,)),
        ("ba", (4, 6, 5)),
        ("abab", (8, 7)),
        ("a?!", (4, 5, 3)),  # unknown signs side by side are one piece
        ("\u200fab", (8,)),  # a sign for direction is none
        ("", (4,)),
    ],
)
def test_a_word_divides_into_the_likeliest_pieces(word: str, pieces: tuple[int, ...]) -> None:
    assert Unigram(_PIECES, _SCORES).of(word) == pieces


def test_a_block_holds_the_low_halves_before_the_high_ones() -> None:
    block = np.zeros(1, dtype=[("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)])
    block["scale"], block["nibbles"] = 0.5, 0x98
    assert dequantised(block).tolist() == [0.0] * 16 + [0.5] * 16


def _network() -> Network:
    random = np.random.default_rng(1)
    sizes = {
        "tables.0.weight": (5, 2), "pieces.weight": (4, 3), "tags.weight": (9, 4), "tags.bias": (9,),
        "mix.linear.weight": (12, 5), "mix.linear.bias": (12,), "mix.norm.weight": (4,), "mix.norm.bias": (4,),
        "windows.0.linear.weight": (12, 12), "windows.0.linear.bias": (12,),
        "windows.0.norm.weight": (4,), "windows.0.norm.bias": (4,),
    }  # fmt: skip
    return Network({name: random.normal(size=size).astype(np.float32) for name, size in sizes.items()})


def test_texts_read_together_score_as_alone() -> None:
    network = _network()
    rows = np.array([[[0, 1]], [[2, 3]], [[0, 0]], [[4, 1]], [[0, 0]]], np.int32)
    pieces = np.array([[0, 1], [2, 3], [3, 3], [1, 3], [3, 3]], np.int32)
    together = network.scores(rows, pieces, [2, 4])
    alone = network.scores(rows[3:], pieces[3:], [1])
    assert together[3] == pytest.approx(alone[0], abs=1e-5)


def test_a_stored_network_scores_the_same(tmp_path: Path) -> None:
    network = _network()
    network.save(tmp_path / "network.npz")
    rows, pieces = np.array([[[0, 1]], [[0, 0]]], np.int32), np.array([[0, 3], [3, 3]], np.int32)
    stored = Network.load(tmp_path / "network.npz")
    assert stored.scores(rows, pieces, [1]) == pytest.approx(network.scores(rows, pieces, [1]), abs=0.05)
