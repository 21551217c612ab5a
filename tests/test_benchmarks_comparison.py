"""The logic of the benchmarks of whole comparisons: texts mixed and changed, flags and links counted, stages timed."""

from __future__ import annotations

import importlib.metadata
import json
import random
from pathlib import Path

import pytest

from align import compare
from align.report import render
from benchmarks import aligners, checkers, comparison, machine, scaling, stages
from benchmarks.aligners import Aligner
from benchmarks.checkers import Checker, touches
from benchmarks.checking import check
from benchmarks.linking import measure_links
from benchmarks.mixing import mix, paragraphs
from benchmarks.parallel import ParallelText, comparable, load_parallel, whole
from benchmarks.planting import arabic_digits, ascii_digits, plant

NAMES = "لندن"
LEFT = (
    "The clerk counted 48 boxes in the hall.",
    "The bridge was opened in 1931.",
    "They met again in March.",
    "He moved to London with his family.",
)
RIGHT = (
    "أحصى الموظف 48 صندوقا في القاعة.",
    "افتتح الجسر عام 1931.",
    "التقوا مجددا في آذار.",
    f"انتقل إلى {NAMES} مع عائلته.",
)
TEXT = whole("text", list(zip(LEFT, RIGHT, strict=True)))


@pytest.fixture(autouse=True)
def any_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "stay_on_one_core", lambda: None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "text.en.txt").write_text("\n".join(LEFT), "utf-8")
    (tmp_path / "text.ar.txt").write_text("\n".join(RIGHT), "utf-8")
    return tmp_path


def test_one_value_of_each_kind_is_changed_where_the_right_side_has_it() -> None:
    changed, changes = plant(TEXT, 1.0, "seed")
    assert [(change.kind, change.line) for change in changes] == [("number", 0), ("year", 1), ("month", 2), ("name", 3)]
    for change in changes:
        new = changed.left[change.line][change.start : change.end]
        assert new and new not in TEXT.left[change.line]
        assert changed.left[change.line].replace(new, "") != TEXT.left[change.line]
    assert changed.right == TEXT.right
    assert plant(TEXT, 1.0, "seed") == (changed, changes)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("There were 48 of 48.", "كان هناك 48 من 48.", id="twice"),
        pytest.param("There were 48.", "كانوا كثيرين.", id="not on the right"),
        pytest.param("Flight A-48 left.", "غادرت الرحلة 48.", id="part of a code"),
        pytest.param("They may come in May.", "قد يأتون في أيار.", id="a month that is a word"),
    ],
)
def test_what_need_not_be_an_error_is_not_changed(left: str, right: str) -> None:
    assert plant(whole("one", [(left, right)]), 1.0, "seed")[1] == []


def test_digits_are_rewritten_both_ways() -> None:
    assert ascii_digits(arabic_digits("in 1931, 48")) == "in 1931, 48"
    assert not any(digit in arabic_digits("in 1931, 48") for digit in "0123456789")


def test_a_comparable_text_knows_where_its_lines_went() -> None:
    text = whole("long", [(f"left {at}", f"right {at}") for at in range(50)])
    mixed = comparable(text, ["foreign"], random.Random(1))
    assert 20 < len(mixed.left) < 50
    assert mixed.right.count("foreign") == 10
    assert mixed.links
    for i, j in mixed.links:
        assert mixed.left[i].split()[1] == mixed.right[j].split()[1]


def test_files_of_different_length_are_misuse(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "text.ar.txt").write_text("\n".join(RIGHT[:2]), "utf-8")
    assert comparison.main([str(folder)]) == 2
    assert "different numbers of lines" in capsys.readouterr().err


def test_without_a_folder_the_texts_are_the_sentences_paired_in_our_corpora() -> None:
    texts = load_parallel(None)
    assert len(texts) == len(list(Path("corpora/gold").glob("*.json")))
    assert sum(len(text.left) for text in texts) > 100
    assert all(len(text.left) == len(text.right) == len(text.links) for text in texts)


def test_a_checker_is_scored_by_what_it_flags() -> None:
    def flag(text: ParallelText) -> dict[str, checkers.Flags]:
        whole_line = {at: [(0, len(line))] for at, line in enumerate(text.left) if "48" not in line}
        return {"wrong": whole_line, "never": {}}

    checker = Checker("other", "1", frozenset({"number", "year"}), True, flag)
    wrong, never = check(checker, [TEXT], "0-9", share=1.0)
    assert (wrong.clean, wrong.clean_flagged, never.clean_flagged) == (2, 1, 0)
    assert (wrong.found, never.found) == ({"number": 1, "year": 1}, {"number": 0, "year": 0})
    assert (wrong.unchanged, wrong.stray) == (0, 0)


@pytest.mark.parametrize(("span", "found"), [((0, 4), False), ((3, 5), True), ((5, 9), True), ((8, 9), False)])
def test_a_flag_finds_the_change_that_it_touches(span: tuple[int, int], found: bool) -> None:
    assert touches([span], 4, 8) is found


def test_an_aligner_is_scored_at_its_best_threshold() -> None:
    answers = [frozenset({(0, 0), (1, 2)}), frozenset({(0, 0), (1, 1), (2, 2)}), frozenset({(3, 3)})]
    found = measure_links(Aligner("other", "1", False, lambda text: answers), "in order", [TEXT])
    assert (found.gold, found.given, found.right) == (4, 3, 3)
    assert found.f1 == pytest.approx(600 / 7)


def test_tools_that_are_not_installed_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(distribution: str) -> str:
        if distribution == "align-sources":
            return "1"
        raise ModuleNotFoundError

    monkeypatch.setattr(importlib.metadata, "version", absent)
    assert [each.name for each in checkers.load_checkers()[0]] == ["align"]
    assert aligners.load_aligners()[1] == ["sentalign", "galechurch"]


def test_a_run_prints_its_tables(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert comparison.main([str(folder)]) == 0
    shown = capsys.readouterr().out
    for part in ("processor:", "texts: 1, with 4 lines", "number (", "greedy cosine", "comparable"):
        assert part in shown


def test_mixed_texts_have_their_length_and_no_line_twice() -> None:
    text = mix([TEXT, TEXT], 12)
    assert len(set(zip(text.left, text.right, strict=True))) == len(text.left) == 12
    assert text == mix([TEXT, TEXT], 12)
    left, _ = paragraphs(text)
    assert left.text.count("\n\n") == 2


def test_more_lines_than_can_be_mixed_are_refused() -> None:
    with pytest.raises(ValueError, match="too few"):
        mix([TEXT], 100)


def test_timing_changes_no_result_and_books_all_stages(folder: Path) -> None:
    files = (folder / "text.en.txt", folder / "text.ar.txt")
    watch = stages.Stopwatch()
    with watch.watching():
        timed = compare(*files)
    assert render(timed, "json") == render(compare(*files), "json")
    for stage in (*stages.CALLS, stages.ENCODE):
        assert watch.work[stage] > 0, stage


def test_costs_are_measured_by_size(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [(f"{a} {at}", f"{b} {at}") for at in range(4) for a, b in zip(LEFT, RIGHT, strict=True)]
    (folder / "text.en.txt").write_text("\n".join(a for a, _ in lines), "utf-8")
    (folder / "text.ar.txt").write_text("\n".join(b for _, b in lines), "utf-8")
    assert scaling.main([str(folder), "--sizes", "5", "10", "--json"]) == 0
    costs = json.loads(capsys.readouterr().out)["costs"]
    assert [cost["segments"] >= size for cost, size in zip(costs, (5, 10), strict=True)] == [True, True]
    assert all(cost["memory"] > 50 and cost["clock"] > 0 for cost in costs)
