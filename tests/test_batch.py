"""A batch: what it writes, how it goes on, and what becomes of what cannot be compared. All in this process."""

from __future__ import annotations

import datetime
import io
import json
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from batch_cases import files, rows, write_manifest, write_pairs

import align
from align.batch.columns import SCHEMAS
from align.batch.job import Job, WorkerError, compare_entries
from align.batch.manifest import Entry, Manifest, read_manifest
from align.batch.run import LOST, Outcome, run_batch
from align.batch.store import chunk_size
from align.batch.workers import WorkerLostError
from align.cli import CONFLICT, MISUSE, NO_CONFLICT, main
from align.commands.batch import progress_bar
from align.errors import OutputError
from align.model import Settings
from align.suppressions import Suppressions


class SameProcess:
    """Does each task when it is handed out, so that the tests load the models once. It can be told to lose some."""

    def __init__(self, loses: Callable[[tuple[Entry, ...]], bool] = lambda entries: False) -> None:
        self.capacity = 1
        self.tasks: list[tuple[str, ...]] = []
        self._loses = loses

    def submit(self, task: Callable[..., Any], *arguments: Any) -> Future[Any]:
        future: Future[Any] = Future()
        _, entries, _ = arguments
        self.tasks.append(tuple(entry.id for entry in entries))
        if self._loses(entries):
            future.set_exception(WorkerLostError())
        else:
            future.set_result(task(*arguments))
        return future

    def result(self, future: Future[Any]) -> Any:
        return future.result()

    def close(self) -> None:
        pass


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Manifest:
    return read_manifest(write_pairs(tmp_path_factory.mktemp("pairs"), 4))


@pytest.fixture(scope="module")
def whole(manifest: Manifest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run that nothing disturbed."""
    folder = tmp_path_factory.mktemp("whole")
    assert run(manifest, folder) == Outcome(pairs=4, conflicts=2)
    return folder


def run(manifest: Manifest, folder: Path, workers: SameProcess | None = None, **options: Any) -> Outcome:
    return run_batch(manifest, folder, job_of(manifest), workers or SameProcess(), **options)


def job_of(manifest: Manifest, **options: Any) -> Job:
    return Job(manifest.left_folder, manifest.right_folder, **options)


def test_rows_are_those_of_the_comparison(manifest: Manifest, whole: Path) -> None:
    for entry in manifest.entries:
        sides = (manifest.left_folder / entry.left, manifest.right_folder / entry.right)
        form = align.compare(*sides).to_dict()
        own = {name: [row for row in rows(whole, name) if row["id"] == entry.id] for name in SCHEMAS}
        (pair,) = own["pairs"]
        assert (pair["left"], pair["right"], pair["status"]) == (entry.left, entry.right, "compared")
        assert [pair["left_sha256"], pair["right_sha256"]] == [each["sha256"] for each in form["documents"]]
        assert [row["passage"] for row in own["passages"]] == [each["id"] for each in form["pairs"]]
        assert [row["finding"] for row in own["findings"]] == [each["id"] for each in form["findings"]]
        for row, finding in zip(own["findings"], form["findings"], strict=True):
            assert [row[name] for name in ("verdict", "kind", "reason")] == [
                finding[name] for name in ("verdict", "kind", "reason")
            ]
            for side in ("left", "right"):
                if finding[side]:
                    assert json.loads(row[f"{side}_value"]) == finding[side]["value"]
        stated = [
            (side, m) for side, each in zip(("left", "right"), form["documents"], strict=True) for m in each["mentions"]
        ]
        assert [(row["side"], row["text"], json.loads(row["value"])) for row in own["mentions"]] == [
            (side, mention["text"], mention["value"]) for side, mention in stated
        ]


def test_values_come_in_columns_to_compute_with(whole: Path) -> None:
    date = next(row for row in rows(whole, "mentions") if row["kind"] == "date")
    assert (date["edtf"], date["earliest"], date["latest"]) == ("1961-05-01", *2 * [datetime.date(1961, 5, 1)])
    number = next(row for row in rows(whole, "mentions") if row["kind"] == "number")
    assert (number["low"], number["high"], number["quantity"]) == (200.0, 200.0, "count")


def test_a_run_that_is_done_does_nothing(manifest: Manifest, whole: Path) -> None:
    workers = SameProcess()
    assert run(manifest, whole, workers) == Outcome(pairs=4, conflicts=2, resumed=4)
    assert workers.tasks == []


def test_a_limited_run_goes_on_without_the_limit(manifest: Manifest, whole: Path, tmp_path: Path) -> None:
    assert run(manifest, tmp_path, limit=2).pairs == 2
    assert run(manifest, tmp_path) == Outcome(pairs=4, conflicts=2, resumed=2)
    assert files(tmp_path) == files(whole)


@pytest.mark.parametrize("damage", ["no mark", "half a file", "no file", "damaged mark"])
def test_an_unfinished_chunk_is_done_again(manifest: Manifest, whole: Path, tmp_path: Path, damage: str) -> None:
    run(manifest, tmp_path)
    mark, file = tmp_path / "done" / "00001.json", tmp_path / "findings" / "00001.parquet"
    if damage == "no mark":
        mark.unlink()
    elif damage == "half a file":
        file.write_bytes(file.read_bytes()[:100])
    elif damage == "no file":
        file.unlink()
    else:
        mark.write_text("{", "utf-8")
    (tmp_path / "pairs" / ".00001.parquet.x1").write_bytes(b"left by a crash")
    workers = SameProcess()
    assert run(manifest, tmp_path, workers).resumed == 3
    assert workers.tasks == [("school-1",)]
    assert files(tmp_path) == files(whole)


def test_a_lost_worker_costs_a_retry_and_no_result(manifest: Manifest, whole: Path, tmp_path: Path) -> None:
    lost: Iterator[bool] = iter([True, False, True, True])
    workers = SameProcess(lambda entries: next(lost, False))
    assert run(manifest, tmp_path, workers) == Outcome(pairs=4, conflicts=2)
    assert len(workers.tasks) == 4 + 3
    assert files(tmp_path) == files(whole)


def test_a_pair_that_costs_every_worker_is_a_problem_of_its_own(
    manifest: Manifest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("align.batch.run.chunk_size", lambda pairs: 3)
    workers = SameProcess(lambda entries: any(entry.id == "school-1" for entry in entries))
    assert run(manifest, tmp_path, workers, retries=1) == Outcome(pairs=4, conflicts=1, failed=1)
    chunk = ("school-0", "school-1", "school-2")
    assert sorted(workers.tasks) == sorted([chunk, chunk, *((name,) for name in (*chunk, "school-3"))])
    assert [row["id"] for row in rows(tmp_path, "pairs")] == [entry.id for entry in manifest.entries]
    assert [(row["id"], row["message"]) for row in rows(tmp_path, "problems")] == [("school-1", LOST)]


@pytest.mark.parametrize(
    "entry, document, message",
    [
        (Entry("bad", "en/none.txt", "ar/0.txt"), "en/none.txt", "There is no file en/none.txt."),
        (Entry("bad", "en/0.txt", "empty.txt"), "empty.txt", "empty.txt is empty."),
        (Entry("bad", "picture.png", "ar/0.txt"), "picture.png", "picture.png is not a text file"),
    ],
)
def test_a_bad_document_is_a_problem_of_its_pair(
    manifest: Manifest, tmp_path: Path, entry: Entry, document: str, message: str
) -> None:
    (manifest.left_folder / "empty.txt").write_bytes(b"")
    (manifest.left_folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    bad = replace(manifest, entries=(entry, manifest.entries[1]))
    assert run(bad, tmp_path) == Outcome(pairs=2, conflicts=1, failed=1)
    (problem,) = rows(tmp_path, "problems")
    assert (problem["id"], problem["document"]) == ("bad", document)
    assert message in problem["message"] and str(manifest.left_folder) not in problem["message"]
    assert [row["status"] for row in rows(tmp_path, "pairs")] == ["failed", "compared"]


def test_pairs_that_failed_can_be_done_again(manifest: Manifest, tmp_path: Path) -> None:
    late = manifest.left_folder / "late.txt"
    entries = (Entry("late", "late.txt", "ar/0.txt"), manifest.entries[1])
    given = replace(manifest, entries=entries)
    assert run(given, tmp_path).failed == 1
    late.write_text((manifest.left_folder / "en/0.txt").read_text("utf-8"), "utf-8")
    assert run(given, tmp_path).failed == 1
    assert run(given, tmp_path, redo_failed=True) == Outcome(pairs=2, conflicts=1, resumed=1)


def test_a_fault_of_ours_is_a_problem_of_its_pair(
    manifest: Manifest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("in the\nmiddle")

    monkeypatch.setattr("align.pipeline.compare_analyses", fail)
    assert run(manifest, tmp_path, limit=1) == Outcome(pairs=1, failed=1)
    assert rows(tmp_path, "problems")[0]["message"] == "The comparison failed: ZeroDivisionError, in the middle"


def test_a_document_of_several_pairs_is_analysed_once(manifest: Manifest, monkeypatch: pytest.MonkeyPatch) -> None:
    import align.pipeline

    read: list[str] = []
    analyse = align.pipeline.analyse

    def counting(document: align.Document, *arguments: Any) -> Any:
        read.append(document.id)
        return analyse(document, *arguments)

    monkeypatch.setattr("align.pipeline.analyse", counting)
    job = job_of(manifest)
    entries = [Entry(str(at), "en/0.txt", f"ar/{at}.txt") for at in range(3)]
    assert len(compare_entries(job, entries, job.signature())["pairs"]) == 3
    assert sorted(read) == ["0.txt", "0.txt", "1.txt", "2.txt"]


def test_a_worker_with_other_models_does_nothing(manifest: Manifest) -> None:
    job = job_of(manifest)
    with pytest.raises(WorkerError, match=r"version:0\.0"):
        compare_entries(job, manifest.entries[:1], job.signature() | {"version": "0.0"})


@pytest.mark.parametrize(
    "options, message",
    [
        ({"settings": Settings(encoder="e5")}, "encoder was use-"),
        ({"reference_date": datetime.date(2020, 1, 1)}, "settings was the default and is reference-date 2020-01-01"),
        ({"suppressions": Suppressions(frozenset({("name", "")}))}, "suppressions"),
    ],
)
def test_a_run_of_other_settings_is_not_gone_on_with(
    manifest: Manifest, whole: Path, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(OutputError, match=message):
        run_batch(manifest, whole, job_of(manifest, **options), SameProcess())


def test_a_run_of_another_manifest_is_not_gone_on_with(manifest: Manifest, whole: Path) -> None:
    with pytest.raises(OutputError, match=r"another manifest \(4 pairs\)"):
        run(replace(manifest, entries=manifest.entries[1:]), whole)


def test_a_folder_of_something_else_is_left_alone(manifest: Manifest, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear", "utf-8")
    with pytest.raises(OutputError, match="is not empty and holds no batch"):
        run(manifest, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != ".lock") == ["letter.txt"]


def test_two_runs_do_not_write_to_one_folder(manifest: Manifest, tmp_path: Path) -> None:
    class Meanwhile(SameProcess):
        def submit(self, task: Callable[..., Any], *arguments: Any) -> Future[Any]:
            with pytest.raises(OutputError, match="Another align batch"):
                run(manifest, tmp_path)
            return super().submit(task, *arguments)

    assert run(manifest, tmp_path, Meanwhile(), limit=1).pairs == 1


@pytest.mark.parametrize("pairs, size", [(1, 1), (64, 1), (65, 2), (1000, 16), (100_000, 64)])
def test_the_manifest_alone_decides_on_chunks(pairs: int, size: int) -> None:
    assert chunk_size(pairs) == size


def test_nothing_that_could_be_done_is_misuse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_manifest(tmp_path / "m.csv", [Entry("1", "a.txt", "b.txt")])
    assert main(["batch", str(path), "-o", str(tmp_path / "out"), "--workers", "1"]) == MISUSE
    assert "1 pair could not be compared" in capsys.readouterr().err
    assert [row["document"] for row in rows(tmp_path / "out", "problems")] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["m.csv", "-o", "out", "--workers", "1", "--scheduler", "tcp://x"], "--workers is for this machine"),
        (["a", "b", "c", "-o", "out"], "Give one manifest"),
        (["nowhere.csv", "-o", "out"], "There is no manifest nowhere.csv"),
    ],
)
def test_misuse_is_told(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["batch", *arguments]) == MISUSE
    assert message in capsys.readouterr().err


def test_a_finished_batch_is_summed_up_anew(manifest: Manifest, whole: Path) -> None:
    command = ["batch", str(manifest.left_folder / "manifest.csv"), "-o", str(whole)]
    assert main(command) == CONFLICT
    english = (whole / "index.md").read_text("utf-8")
    assert "4 pairs, 2 conflicts in 2 pairs." in english
    assert "the two dates exclude each other" in english
    assert main([*command, "--ui", "ar"]) == CONFLICT
    arabic = (whole / "index.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in arabic and "the two dates" not in arabic


def test_the_bar_of_a_resumed_run_begins_where_the_last_one_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stderr", terminal)
    with progress_bar(1000) as report:
        report(0, 900)
        report(16, 0)
    shown = terminal.getvalue()
    assert "900/1000" in shown and "0/1000" in shown
    assert "pairs/s" in shown or "s/ pairs" in shown or "? pairs" in shown


def test_a_batch_without_conflict(manifest: Manifest, tmp_path: Path) -> None:
    run(manifest, tmp_path, limit=1)
    command = ["batch", str(manifest.left_folder / "manifest.csv"), "-o", str(tmp_path), "--limit", "1"]
    assert main(command) == NO_CONFLICT
