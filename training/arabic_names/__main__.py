"""Train align's model for Arabic names: python -m training.arabic_names DATA OUT [--ship].

DATA holds `ner/anercorp-train.conll`, `ner/aqmar.conll` and `text-ar.txt.gz`. Everything is written to OUT, steps whose
result is there already are not repeated. Without --ship the last sixth of ANERcorp is kept back and scored on.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from camel_tools.tokenizers.word import simple_word_tokenize
from numpy.typing import NDArray

from align.encoders import e5_file
from align.encoders.e5_file import E5
from align.extraction.name_features import Features
from align.extraction.name_lexicon import lexicon_of
from align.languages import LANGUAGES
from align.names.gazetteer import NAME_WORDS, concepts, read_table
from align.text import fold
from training.arabic_names import conll, export, labelling, pack, pieces, student, teacher
from training.arabic_names.conll import Sentence
from training.arabic_names.pieces import Pieces
from training.arabic_names.student import Recipe, Shape, Student, Text, Types

LANGUAGE = "ar"
SEED = 1
BOTH, ALONE = 3, 3  # epochs of the teacher with AQMAR and without
OPINIONS = (1, 2)  # seeds of the networks that label beside the teacher
OF_OPINIONS = Recipe(epochs=5, gold=1, dropout=0.3, hidden=0.2, average=0.98)
OF_STUDENT = Recipe(epochs=4)
SPREAD = 0.1  # standard deviation of the first vectors of pieces


def main() -> None:
    """Run the steps in order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--ship", action="store_true", help="the student learns from all labelled sentences")
    args = parser.parse_args()
    torch.set_num_threads(1)  # sums in another order give other weights
    args.out.mkdir(parents=True, exist_ok=True)
    run(args.data, args.out, args.ship)


def run(data: Path, out: Path, ship: bool) -> None:
    """Teacher, labels, student, pipeline."""
    anercorp, aqmar = (
        [conll.divided(sentence, divide) for sentence in conll.read(data / f"ner/{name}.conll")]
        for name in ("anercorp-train", "aqmar")
    )
    gold, held_out = conll.split(anercorp)
    texts = list(labelling.sentences(data / "text-ar.txt.gz", divide))
    model = e5_file.load()
    cut = Pieces(model, _numbers(model, [*(s.words for s in (*anercorp, *aqmar)), *texts], out / "pieces.json"))
    exported = _teacher(model, cut, gold, aqmar, held_out, out)
    opinions = [_opinion(model, cut, gold, held_out, seed, out) for seed in OPINIONS]
    silver = _silver([*(s.words for s in aqmar), *texts], exported, opinions, cut, out / "silver.pickle")
    name = "ship" if ship else "student"
    weights = out / f"{name}.pt"
    if not weights.exists():
        _train(model, cut, [*gold, *held_out] if ship else gold, silver, held_out, OF_STUDENT, weights)
    original = conll.split(conll.read(data / "ner/anercorp-train.conll"))[1]
    for form, beside in (("", None), ("-accurate", exported)):
        folder = out / f"{name}{form}"
        pack.pack(weights, model, cut, folder, beside)
        print(folder.name, pack.measure(folder, original), flush=True)


def divide(text: str) -> list[str]:
    """The words of a text as align finds them at run time."""
    words: list[str] = simple_word_tokenize(text, split_digits=True)
    return words


def _numbers(model: E5, texts: Sequence[Sequence[str]], path: Path) -> list[int]:
    """The pieces that the vocabulary is cut down to: those of the texts and of align's tables of names."""
    if not path.exists():
        words = {word for text in texts for word in text}
        words |= {row[LANGUAGE] for row in read_table(NAME_WORDS)}
        words |= {word for concept in concepts() for name in concept.names.get(LANGUAGE, ()) for word in divide(name)}
        path.write_text(json.dumps(pieces.needed(model, words)), encoding="utf-8")
    numbers: list[int] = json.loads(path.read_text(encoding="utf-8"))
    return numbers


def _teacher(
    model: E5, cut: Pieces, gold: Sequence[Sentence], aqmar: Sequence[Sentence], held_out: Sequence[Sentence], out: Path
) -> Path:
    path = out / "teacher.onnx"
    if not path.exists():
        torch.manual_seed(SEED)
        network = teacher.Teacher(model, cut, corpora=2)
        first = [teacher.row_of(sentence.words, cut, sentence.tags, 0) for sentence in gold]
        second = [teacher.row_of(sentence.words, cut, sentence.tags, 1) for sentence in aqmar]
        epochs = [[*first, *second]] * BOTH + [first] * ALONE
        export.export(teacher.train(network, epochs, held_out, cut, out / "teacher.pt", SEED), path)
    return path


def _opinion(
    model: E5, cut: Pieces, gold: Sequence[Sentence], held_out: Sequence[Sentence], seed: int, out: Path
) -> Student:
    path = out / f"opinion{seed}.pt"
    if not path.exists():
        _train(model, cut, gold, [], held_out, OF_OPINIONS._replace(seed=seed), path)
    network = Student(Shape(), first_vectors(model, cut, Shape().pieces), OF_OPINIONS.dropout)
    network.load_state_dict(torch.load(path))
    return network


def _silver(
    texts: Sequence[Sequence[str]], exported: Path, opinions: Sequence[Student], cut: Pieces, path: Path
) -> list[labelling.Labelled]:
    if not path.exists():
        found = list(labelling.label(texts, export.scorer(exported), opinions, lambda: _types(cut), cut))
        path.write_bytes(pickle.dumps(found))
    labelled: list[labelling.Labelled] = pickle.loads(path.read_bytes())
    return labelled


def _types(cut: Pieces) -> Types:
    return Types(Features(lexicon_of(LANGUAGES[LANGUAGE]), Shape().rows), cut)


def _train(
    model: E5, cut: Pieces, gold: Sequence[Sentence], silver: Sequence[labelling.Labelled],
    held_out: Sequence[Sentence], recipe: Recipe, path: Path,
) -> None:  # fmt: skip
    types = _types(cut)

    def texts(rows: Sequence[Sentence]) -> Iterator[Text]:
        for words, tags in rows:
            yield types.text(words, [fold(word) for word in words], student.one_hot(tags))

    learned, scored = list(texts(gold)), list(texts(held_out))
    soft = [types.text(words, [fold(word) for word in words], target) for words, target in silver]
    torch.manual_seed(recipe.seed)
    network = Student(Shape(), first_vectors(model, cut, Shape().pieces), recipe.dropout)
    torch.save(student.train(network, learned, soft, types.tables(), scored, recipe).state_dict(), path)


def first_vectors(model: E5, cut: Pieces, width: int) -> NDArray[np.float32]:
    """e5's vectors of the pieces, reduced to their `width` principal components, and a zero for no piece."""
    vectors = model.words(cut.numbers).astype(np.float64)
    vectors -= vectors.mean(0)
    _, directions = np.linalg.eigh(vectors.T @ vectors)
    reduced = vectors @ directions[:, ::-1][:, :width]
    return np.vstack([reduced / reduced.std() * SPREAD, np.zeros((1, width))]).astype(np.float32)


if __name__ == "__main__":
    main()
