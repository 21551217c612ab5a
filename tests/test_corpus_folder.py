"""Corpus folders: which files are one topic, and what is done with a text that stands in several pairs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from align import Comparison, InputError
from align import corpus as corpus_module
from align.corpus import CorpusComparer, topic_pairs
from align.model import Document, DocumentAnalysis, Problem, Settings

ENGLISH = "The ferry sank in March 1994."
ARABIC = "غرقت العبارة في آذار 1994."


def lay_out(write_text: Callable[..., Path], folder: Path, files: Sequence[str]) -> Path:
    for file in files:
        write_text(ARABIC if "ar/" in file else ENGLISH, f"corpus/{file}")
    return folder / "corpus"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["en/ferry.txt", "ar/ferry.txt"], [("ferry", "en/ferry.txt", "ar/ferry.txt")]),
        (["en/ferry.txt", "ar/ferry.md"], [("ferry", "en/ferry.txt", "ar/ferry.md")]),
        (["en/ferry", "ar/ferry"], [("ferry", "en/ferry", "ar/ferry")]),
        (
            ["en/b.txt", "ar/b.txt", "en/a.txt", "ar/a.txt", "en/only.txt"],
            [("a", "en/a.txt", "ar/a.txt"), ("b", "en/b.txt", "ar/b.txt")],
        ),
        (
            ["en/ferry.txt", "en/ferry.2.txt", "ar/ferry.txt"],
            [
                ("ferry.en1-en2", "en/ferry.txt", "en/ferry.2.txt"),
                ("ferry.en1-ar1", "en/ferry.txt", "ar/ferry.txt"),
                ("ferry.en2-ar1", "en/ferry.2.txt", "ar/ferry.txt"),
            ],
        ),
        (
            ["en/ferry.txt", "ar/ferry.txt", "en/.hidden.txt", "ar/.hidden.txt"],
            [("ferry", "en/ferry.txt", "ar/ferry.txt")],
        ),
        (
            ["en/ferry.txt", "ar/ferry.txt", "gold/ferry.json", "fr/ferry.txt"],
            [("ferry", "en/ferry.txt", "ar/ferry.txt")],
        ),
    ],
)
def test_files_of_one_stem_are_a_topic(
    files: list[str], expected: list[tuple[str, str, str]], tmp_path: Path, write_text: Callable[..., Path]
) -> None:
    folder = lay_out(write_text, tmp_path, files)
    found = [
        (pair.name, pair.left.relative_to(folder).as_posix(), pair.right.relative_to(folder).as_posix())
        for pair in topic_pairs(folder)
    ]
    assert found == expected


@pytest.mark.parametrize(
    "files", [["en/ferry.txt"], ["en/ferry.txt", "ar/train.txt"], ["ferry.en.txt", "ferry.ar.txt"]]
)
def test_a_folder_without_topics_says_where_it_looked(
    files: list[str], tmp_path: Path, write_text: Callable[..., Path]
) -> None:
    folder = lay_out(write_text, tmp_path, files)
    with pytest.raises(InputError, match="holds no topic") as caught:
        topic_pairs(folder)
    assert all(str(folder / code) in str(caught.value) for code in ("en", "ar"))


@pytest.mark.parametrize("endings", [(".txt", ".1.txt", ".2.txt"), (".txt", ".md", ".wiki"), ("", ".txt", ".1.txt")])
def test_names_of_pairs_are_unlike_each_other(
    endings: tuple[str, ...], tmp_path: Path, write_text: Callable[..., Path]
) -> None:
    files = [f"{code}/ferry{ending}" for code in ("en", "ar") for ending in endings]
    names = [pair.name for pair in topic_pairs(lay_out(write_text, tmp_path, files))]
    assert len(set(names)) == len(names) == 15


def test_a_topic_called_index_leaves_the_index_alone(tmp_path: Path, write_text: Callable[..., Path]) -> None:
    (pair,) = topic_pairs(lay_out(write_text, tmp_path, ["en/index.txt", "ar/index.txt"]))
    assert (pair.topic, pair.name) == ("index", "index.en1-ar1")


def test_a_text_in_many_pairs_is_analysed_once(
    tmp_path: Path, write_text: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    analysed: list[str] = []

    def analyse(document: Document, settings: Settings) -> DocumentAnalysis:
        analysed.append(document.id)
        return DocumentAnalysis(document, "", ())

    monkeypatch.setattr(corpus_module, "analyse", analyse)
    files = ["en/ferry.txt", "ar/ferry.txt", "ar/ferry.2.txt", "ar/ferry.3.txt"]
    comparer = CorpusComparer(Settings())
    for pair in topic_pairs(lay_out(write_text, tmp_path, files)):
        comparer.compare(pair)
    assert sorted(analysed) == ["ferry.2.txt", "ferry.3.txt", "ferry.txt", "ferry.txt"]


def test_the_folder_tells_the_language(tmp_path: Path, write_text: Callable[..., Path]) -> None:
    folder = lay_out(write_text, tmp_path, ["en/ferry.txt", "ar/ferry.txt"])
    (folder / "ar" / "ferry.txt").write_text("Human Rights Watch, 5 آذار 1994", encoding="utf-8")
    outcome = CorpusComparer(Settings()).compare(topic_pairs(folder)[0])
    assert isinstance(outcome, Comparison)
    assert outcome.right.document.language == "ar"


def test_a_text_that_cannot_be_read_is_a_problem(tmp_path: Path, write_text: Callable[..., Path]) -> None:
    folder = lay_out(write_text, tmp_path, ["en/ferry.txt", "ar/ferry.txt"])
    (folder / "ar" / "ferry.txt").write_bytes(b"\x00\x00")
    outcome = CorpusComparer(Settings()).compare(topic_pairs(folder)[0])
    assert isinstance(outcome, Problem)
    assert outcome.document == "ferry.txt"
    assert "is not a text file" in outcome.message
