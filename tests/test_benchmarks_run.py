"""The run of all benchmarks, and its newer parts: batches, the shipped gold, and pairs made by a seed."""

from __future__ import annotations

from pathlib import Path

import pytest
from batch_cases import files

import benchmarks.__main__ as run
from align.batch.manifest import read_manifest
from align.bilingual import open_bilingual
from align.model import Document
from benchmarks import gold, machine, memories, scaling, stages
from benchmarks.batches import Cost, Run, as_text
from benchmarks.naive import compare_naively
from benchmarks.pairs import make_pairs
from benchmarks.parallel import whole

PAGE = "# Page\n\nBy hand.\n\n<!-- figures: gold -->\n\nstale\n\n<!-- end: gold -->\n\nBy hand too.\n"
ENGLISH = "The bridge of Marsa was opened in 1931 and cost 4,250 pounds."
ARABIC = (
    "افتتح جسر مرسى عام ١٩٣٢ "  # a year later
    "وبلغت كلفته ٤٢٥٠ جنيها."
)


def test_tables_take_the_place_of_the_old_ones_and_no_other() -> None:
    page = run.with_tables(PAGE, "gold", "| new | \\1 |\n")
    assert page == PAGE.replace("stale", "| new | \\1 |")
    with pytest.raises(ValueError, match="no marks for scaling"):
        run.with_tables(PAGE, "scaling", "new")


def test_every_part_has_its_marks() -> None:
    page = run.README.read_text("utf-8")
    for part in run.PARTS:
        assert "new tables" in run.with_tables(page, part, "new tables")


def test_parts_take_a_folder_in_their_own_ways() -> None:
    folder = Path("texts")
    assert run.command_of("scaling", folder, quick=True)[2:] == ["benchmarks.scaling", "texts", "--sizes", "100", "400"]
    assert run.command_of("extraction", folder, quick=False)[2:] == ["benchmarks.extraction", "--news", "texts"]
    assert run.command_of("gold", folder, quick=False)[2:] == ["benchmarks.gold"]


def test_a_seed_gives_the_same_pairs(tmp_path: Path) -> None:
    first, second, other = (make_pairs(tmp_path / str(at), 5, seed) for at, seed in enumerate((0, 0, 1)))
    assert files(first.parent) == files(second.parent) != files(other.parent)
    manifest = read_manifest(first)
    assert len(manifest.entries) == 5
    assert all((manifest.left_folder / entry.left).read_text("utf-8").strip() for entry in manifest.entries)


def test_a_memory_of_a_size_is_made_and_checked(tmp_path: Path) -> None:
    texts = [whole("ferry", [("Nine sailors left in 1931.", "غادر تسعة بحارة عام 1931."), ("R & D", "البحث")])]
    assert memories.write_memory(tmp_path / "a.tmx", texts, 0.01) == memories.write_memory(
        tmp_path / "b.tmx", texts, 0.01
    )
    assert (tmp_path / "a.tmx").read_bytes() == (tmp_path / "b.tmx").read_bytes()
    run = memories.measure(texts, 0.01, "date,number")
    assert run.units == len(list(open_bilingual([tmp_path / "a.tmx"]).units))
    assert 0.01 <= run.megabytes < 0.011 and run.seconds > 0 and run.memory > 20


def test_the_naive_way_holds_figures_against_each_other() -> None:
    comparison = compare_naively(Document("a", "en", ENGLISH), Document("b", "ar", ARABIC))
    found = [
        (each.kind, each.verdict, each.left.text if each.left else "", each.right.text if each.right else "")
        for each in comparison.findings
    ]
    assert found == [("number", "agree", "4,250", "٤٢٥٠"), ("date", "conflict", "1931", "١٩٣٢")]


def test_gold_is_scored_for_both_ways(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "stay_on_one_core", lambda: None)
    assert gold.main(["--topics", "boumerdes-earthquake-2003"]) == 0
    shown = capsys.readouterr().out
    assert "| align " in shown and "| nearest sentences, figures " in shown and "conflict: P" in shown


def test_costs_of_batches_are_shown() -> None:
    costs = (
        Cost("a command each", 10, 1, 40.0, 50.0, 400.0, 0.0, 400.0),
        Cost("one batch", 1000, 2, 250.0, 400.0, 300.0, 500.0, 900.0),
    )
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in as_text(Run({}, costs)).splitlines()[-2:]]
    assert rows == [
        ["a command each", "10", "1", "40", "0.25", "5.00", "", "400", "400"],
        ["one batch", "1,000", "2", "250", "4.00", "0.40", "300", "500", "900"],
    ]


def test_what_a_second_worker_of_a_cluster_brings_is_said() -> None:
    costs = tuple(Cost("Dask cluster", 200, workers, 100 / workers, 100, 300, 500, 900) for workers in (1, 2))
    assert as_text(Run({}, costs)).endswith("2 against 1: 2.00 times as many pairs a second.")


@pytest.mark.parametrize(
    ("work", "told"),
    [
        ((20.0, 22.0, 21.0), "Work a pair grows by at most 10% from 100 to 5,000 segments"),
        ((20.0, 18.0, 15.0), "Work a pair does not grow from 100 to 5,000 segments"),
    ],
)
def test_the_growth_of_work_is_said(work: tuple[float, ...], told: str) -> None:
    sizes = (100, 1000, 5000)
    costs = [
        stages.Cost(size, 1.0, dict.fromkeys(stages.STAGES, 0.0) | {"pair": each * size / 1000}, 3.0, 400.0)
        for size, each in zip(sizes, work, strict=True)
    ]
    assert told in scaling.as_text(scaling.Run({}, costs[0], tuple(costs)))
