"""The run of a batch: chunks are handed to workers, and what comes back is written, each chunk once.

Only this process writes. It holds the results of the tasks under way and no others.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from align.batch.columns import SCHEMAS, failed_rows, tables
from align.batch.job import Job, compare_entries
from align.batch.manifest import Entry, Manifest
from align.batch.store import Chunk, Store, chunk_size, chunks
from align.batch.workers import LocalWorkers, WorkerLostError, Workers
from align.model import Problem

RETRIES = 2
LOST = "The process that compared this pair ended without an answer each time that it was tried."

Tables = dict[str, pa.Table]
Report = Callable[[int, int], None]  # pairs that are done more, and pairs that were done before


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the folder holds after a run: pairs, their conflicts, and how many pairs could not be compared."""

    pairs: int = 0
    conflicts: int = 0
    failed: int = 0
    resumed: int = 0  # of the pairs, how many were done before

    def __add__(self, counts: dict[str, int]) -> Outcome:
        return Outcome(
            self.pairs + counts["pairs"],
            self.conflicts + counts["conflicts"],
            self.failed + counts["failed"],
            self.resumed + counts.get("resumed", 0),
        )


def run_batch(
    manifest: Manifest,
    folder: Path,
    job: Job,
    workers: Workers | None = None,
    limit: int | None = None,
    retries: int = RETRIES,
    redo_failed: bool = False,
    report: Report = lambda done, before: None,
) -> Outcome:
    """Compare the pairs of a manifest, the first `limit` of them, and write the datasets into a folder.

    Goes on where an earlier run of the same manifest, settings and version ended. `workers` are all cores of this
    machine by default, and are closed at the end. A task whose worker is lost is tried again up to `retries` times,
    then pair by pair. Raises `OutputError` for a folder that holds something else, and what `Job.signature` raises.
    """
    try:
        signature = job.signature()
        size = chunk_size(len(manifest.entries))
        store = Store(folder, manifest, signature, size)
        try:
            todo, outcome = _remaining(store, chunks(manifest.entries[:limit], size), redo_failed)
            report(0, outcome.resumed)
            if not todo:
                return outcome
            workers = workers or LocalWorkers(cores())
            for chunk, found in _compared(todo, workers, job, signature, retries):
                counts = store.write(chunk, found)
                outcome += counts
                report(counts["pairs"], 0)
            return outcome
        finally:
            store.close()
    finally:
        if workers is not None:
            workers.close()


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _remaining(store: Store, all_chunks: Iterable[Chunk], redo_failed: bool) -> tuple[list[Chunk], Outcome]:
    """The chunks to do, and what the others come to."""
    todo, outcome = [], Outcome()
    for chunk in all_chunks:
        counts = store.counts(chunk)
        if counts is None or (redo_failed and counts["failed"]):
            todo.append(chunk)
        else:
            outcome += counts | {"resumed": counts["pairs"]}
    return todo, outcome


@dataclass(slots=True)
class _Task:
    """Pairs that one worker compares: a chunk, or one pair of a chunk that cost a worker too often."""

    chunk: Chunk
    entries: tuple[Entry, ...]
    losses: int = 0


def _compared(
    todo: Iterable[Chunk], workers: Workers, job: Job, signature: dict[str, Any], retries: int
) -> Iterator[tuple[Chunk, Tables]]:
    """Each chunk with its tables, as they get done."""
    coming = (_Task(chunk, chunk.entries) for chunk in todo)
    again: deque[_Task] = deque()
    under_way: dict[Future[Tables], _Task] = {}
    pieces: dict[int, dict[str, Tables]] = {}
    while True:
        while len(under_way) < workers.capacity:
            task = again.popleft() if again else next(coming, None)
            if task is None:
                break
            under_way[workers.submit(compare_entries, job, task.entries, signature)] = task
        if not under_way:
            return
        for future in wait(under_way, return_when=FIRST_COMPLETED).done:
            task = under_way.pop(future)
            try:
                found: Tables = workers.result(future)
            except WorkerLostError:
                task.losses += 1
                if task.losses <= retries:
                    again.append(task)
                    continue
                if len(task.entries) > 1:
                    again.extend(_Task(task.chunk, (entry,), retries) for entry in task.entries)
                    continue
                found = tables(failed_rows(task.entries[0], [Problem(task.entries[0].left, LOST)]))
            if len(task.entries) == len(task.chunk.entries):
                yield task.chunk, found
                continue
            parts = pieces.setdefault(task.chunk.number, {})
            parts[task.entries[0].id] = found
            if len(parts) == len(task.chunk.entries):
                del pieces[task.chunk.number]
                yield task.chunk, _joined(parts[entry.id] for entry in task.chunk.entries)


def _joined(parts: Iterable[Tables]) -> Tables:
    given = list(parts)
    return {name: pa.concat_tables([part[name] for part in given]) for name in SCHEMAS}
