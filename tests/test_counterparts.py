"""Counterparts in two sets of documents: found by what they tell, and none where nothing fits."""

from __future__ import annotations

import csv
import io
import shutil
import time
from pathlib import Path

import numpy as np
import pytest

from align.batch.manifest import read_manifest
from align.cli import MISUSE, NO_CONFLICT, main
from align.counterparts import THRESHOLD, Sketch, propose, sketch
from align.counterparts.likeness import measure
from align.model import Document
from align.pipeline import analyse

CORPORA = Path(__file__).parent.parent / "corpora"
TOPICS = ("apollo-11", "chernobyl-1986", "green-march-1975", "titanic-1912")


def made(language: str, vector: np.ndarray, names: str = "", figures: str = "") -> Sketch:
    return Sketch(
        language,
        "",
        vector.astype(np.float32),
        {key: key.upper() for key in names.split()},
        dict.fromkeys(figures.split(), ""),
    )


def twins(number: int, noise: float = 0.3, seed: int = 0) -> tuple[list[Sketch], list[Sketch]]:
    """Documents on either side in one order, each with two names of its own and one that all have."""
    rng = np.random.default_rng(seed)
    subjects = rng.normal(size=(number, 64))
    sides: tuple[list[Sketch], list[Sketch]] = ([], [])
    for at, subject in enumerate(subjects):
        for side, language in zip(sides, ("en", "ar"), strict=True):
            side.append(made(language, subject + noise * rng.normal(size=64), f"own{at} rare{at} common"))
    return sides


def test_each_document_finds_its_counterpart() -> None:
    left, right = twins(12)
    found = propose(left, right[::-1])
    assert [(each.left, each.right) for each in found] == [(at, 11 - at) for at in range(12)]
    assert all(THRESHOLD <= each.score <= 1 for each in found)
    assert found[3].names == ("OWN3", "RARE3", "COMMON")


def test_nothing_is_proposed_where_nothing_fits() -> None:
    left, right = twins(12)
    assert propose(left[:6], right[6:]) == []
    assert [(each.left, each.right) for each in propose(left[:8], right[4:])] == [(at, at - 4) for at in range(4, 8)]


@pytest.mark.parametrize("left, right", [(0, 0), (1, 0), (0, 1)])
def test_an_empty_side_has_no_counterparts(left: int, right: int) -> None:
    sides = twins(1)
    assert propose(sides[0][:left], sides[1][:right]) == []


def test_documents_in_one_language_are_no_pair() -> None:
    left, _ = twins(6)
    assert propose(left, left) == []


def test_one_to_one_unless_many_are_asked_for() -> None:
    left, right = twins(8)
    twice = [*right, right[2]]
    assert len(propose(left, twice, 0.1)) == 8
    both = [each.right for each in propose(left, twice, 0.0, one_to_one=False) if each.left == 2]
    assert {2, 8} <= set(both[:2])


def test_the_order_of_files_does_not_matter() -> None:
    left, right = twins(30, noise=1.0)
    order = np.random.default_rng(1).permutation(30)
    found = {(each.left, each.right, round(each.score, 6)) for each in propose(left, right, 0.3)}
    shuffled = propose([left[at] for at in order], right, 0.3)
    assert {(int(order[each.left]), each.right, round(each.score, 6)) for each in shuffled} == found


def test_few_candidates_are_looked_at() -> None:
    """Work beside the product of the vectors grows with the documents, not with their pairs."""
    numbers = {size: len(measure(*twins(size)).rows) for size in (100, 400)}
    assert numbers[400] < 5 * numbers[100]
    start = time.process_time()
    assert len(propose(*twins(2000))) == 2000
    assert time.process_time() - start < 20


def test_a_sketch_has_keys_that_both_scripts_share() -> None:
    english = Document("a", "en", "Gorbachev visited Ukraine in April 1986 with 350 engineers.")
    arabic = Document("b", "ar", "زار غورباتشوف أوكرانيا في أبريل 1986 ومعه 350 مهندسا.")
    left, right = (sketch(analyse(document), "use") for document in (english, arabic))
    assert left.figures.keys() & right.figures.keys() == {"n350", "d1986-04"}
    assert "Ukraine" in {left.names[key] for key in left.names.keys() & right.names.keys()}


@pytest.mark.slow
def test_the_topics_of_the_corpora_are_found_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for code in ("en", "ar"):
        (tmp_path / code).mkdir()
    for number, stem in enumerate(TOPICS):
        shutil.copy(CORPORA / "en" / f"{stem}.txt", tmp_path / "en")
        if stem != TOPICS[-1]:
            shutil.copy(CORPORA / "ar" / f"{stem}.txt", tmp_path / "ar" / f"{9 - number}.txt")
    (tmp_path / "ar" / "empty.txt").write_bytes(b"")
    command = ["match", str(tmp_path / "en"), str(tmp_path / "ar"), "-o", str(tmp_path / "pairs.csv")]
    assert main(command) == NO_CONFLICT
    told = capsys.readouterr().err
    assert "empty.txt is empty" in told and f"3 pairs; 1 document of {tmp_path / 'en'}" in told
    manifest = read_manifest(tmp_path / "pairs.csv")
    found = [(f"en/{stem}.txt", f"ar/{9 - at}.txt") for at, stem in enumerate(TOPICS[:-1])]
    assert [(entry.left, entry.right) for entry in manifest.entries] == found
    table = (tmp_path / "pairs.csv").read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert all(float(row["score"]) >= THRESHOLD and row["names"] for row in rows)
    assert main(command) == NO_CONFLICT
    assert (tmp_path / "pairs.csv").read_text("utf-8") == table


def test_folders_without_a_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["match", str(tmp_path / "none"), str(tmp_path)]) == MISUSE
    assert "There is no folder" in capsys.readouterr().err
    assert main(["match", str(tmp_path), str(tmp_path)]) == MISUSE
    assert "no document that can be read" in capsys.readouterr().err
