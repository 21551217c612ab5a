"""Batches with real processes that are really killed: the datasets are the same bytes as without."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psutil
import pytest
from batch_cases import files, rows, write_pairs

from align.batch.cluster import ClusterError, ClusterWorkers
from align.batch.job import Job
from align.batch.manifest import read_manifest
from align.batch.run import Outcome, run_batch
from align.cli import CONFLICT, MISUSE, main

PAIRS = 24
PATIENCE = 600  # seconds after which a run hangs; a slow machine is none, and a run that ends early is told at once
MOST_MEMORY = 1.2e9  # bytes that a worker may hold, by what batches promise


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pairs(tmp_path_factory.mktemp("pairs"), PAIRS)


@pytest.fixture(scope="module")
def undisturbed(manifest: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("undisturbed")
    with start(manifest, folder, workers=1) as batch:
        assert batch.wait(PATIENCE) == CONFLICT
    return files(folder)


def start(manifest: Path, folder: Path, workers: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "align", "batch", str(manifest), "-o", str(folder), "--workers", str(workers)]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)


def wait_until(happens: Callable[[], bool], over: Callable[[], bool]) -> None:
    """Wait for something to happen in the middle of a run; what is to be disturbed must not be over by then."""
    end = time.monotonic() + PATIENCE
    while not happens():
        assert not over(), "the run ended before"
        assert time.monotonic() < end, "the run hangs"
        time.sleep(0.02)


def is_over(batch: subprocess.Popen[bytes]) -> Callable[[], bool]:
    return lambda: batch.poll() is not None


def done(folder: Path) -> int:
    return len(list((folder / "done").glob("*.json")))


@pytest.mark.slow
def test_killed_and_resumed(manifest: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    with start(manifest, tmp_path, workers=2) as batch:
        wait_until(lambda: done(tmp_path) >= 4, is_over(batch))
        children = psutil.Process(batch.pid).children(recursive=True)
        assert max(child.memory_info().rss for child in children) < MOST_MEMORY
        batch.kill()
        batch.wait()
    _, alive = psutil.wait_procs(children, timeout=PATIENCE)
    assert children and not alive  # they end with their parent
    before = done(tmp_path)
    assert before < PAIRS, "the run was through before it was killed"

    with start(manifest, tmp_path, workers=1) as batch:
        wait_until(lambda: done(tmp_path) >= before + 4, is_over(batch))
        descendants = psutil.Process(batch.pid).children(recursive=True)
        (worker,) = (each for each in descendants if each.ppid() != batch.pid)  # forked from a child of the command
        worker.kill()
        assert batch.wait(PATIENCE) == CONFLICT
    assert files(tmp_path) == undisturbed
    assert sorted(row["id"] for row in rows(tmp_path, "pairs")) == sorted(f"school-{at}" for at in range(PAIRS))


@pytest.fixture
def cluster() -> Iterator[Any]:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as local:
        yield local


@pytest.mark.slow
def test_a_killed_worker_of_a_cluster_costs_no_result(
    cluster: Any, manifest: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    given = read_manifest(manifest)
    job = Job(given.left_folder, given.right_folder)
    address = cluster.scheduler_address
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(run_batch, given, tmp_path, job, ClusterWorkers(address))
        wait_until(lambda: done(tmp_path) >= 4, running.done)
        os.kill(next(each.pid for each in cluster.workers.values()), signal.SIGKILL)
        assert running.result(PATIENCE) == Outcome(pairs=PAIRS, conflicts=PAIRS // 2)
    assert files(tmp_path) == undisturbed


def test_a_scheduler_that_is_not_there(manifest: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("distributed")
    with pytest.raises(ClusterError, match="No Dask scheduler answers at tcp://127"):
        ClusterWorkers("tcp://127.0.0.1:9", patience=0.5)
    assert main(["batch", str(manifest), "-o", str(tmp_path), "--scheduler", "nonsense://x"]) == MISUSE
    assert "No Dask scheduler answers" in capsys.readouterr().err
