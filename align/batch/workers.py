"""The processes of this machine that do the work of a batch."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import Connection
from typing import Any, Protocol


class WorkerLostError(Exception):
    """A worker ended without an answer: killed, out of memory, or crashed."""


class Workers(Protocol):
    """Where tasks are done: here or on a cluster."""

    @property
    def capacity(self) -> int:
        """How many tasks to hand out at once."""
        ...

    def submit(self, task: Callable[..., Any], *arguments: Any) -> Future[Any]: ...

    def result(self, future: Future[Any]) -> Any:
        """The result of a task that is done. Raises `WorkerLostError`, or what the task raised."""
        ...

    def close(self) -> None: ...


class LocalWorkers:
    """Processes of this machine, each with a pool of its own, so that the death of one costs one task.

    Processes start with the first tasks. They end with this one, however it ends.
    """

    def __init__(self, number: int) -> None:
        self.capacity = number
        self._processes: list[_WorkerProcess] = []

    def submit(self, task: Callable[..., Any], *arguments: Any) -> Future[Any]:
        """Hand a task to an idle process. At most `capacity` may be under way."""
        process = next((each for each in self._processes if each.future is None), None)
        if process is None:
            process = _WorkerProcess()
            self._processes.append(process)
        return process.submit(task, *arguments)

    def result(self, future: Future[Any]) -> Any:
        process = next(each for each in self._processes if each.future is future)
        process.future = None
        try:
            return future.result()
        except BrokenProcessPool:
            self._processes.remove(process)
            process.close()
            raise WorkerLostError from None

    def close(self) -> None:
        for process in self._processes:
            process.close()
        self._processes.clear()


class _WorkerProcess:
    """One process, and the task whose result is not fetched yet."""

    def __init__(self) -> None:
        context = _context()
        held, self._leash = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(1, context, initializer=_begin, initargs=(held,))
        self._held = held
        self.future: Future[Any] | None = None

    def submit(self, task: Callable[..., Any], *arguments: Any) -> Future[Any]:
        self.future = self._pool.submit(task, *arguments)
        return self.future

    def close(self) -> None:
        """End the process at once, whatever it is doing."""
        self._leash.close()
        self._held.close()
        self._pool.shutdown(wait=True, cancel_futures=True)


def _context() -> multiprocessing.context.BaseContext:
    """On Linux workers are forked from a process that has loaded the models and runs one thread: they share its memory.

    This process is not forked itself, since its threads and locks would be inherited in any state. Elsewhere system
    libraries may not survive a fork (Python's notes on `multiprocessing`, "Contexts and start methods").
    """
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    # One heap for all threads of a worker (glibc's mallopt(3)): the encoder's come and go, and each would leave one.
    os.environ.setdefault("MALLOC_ARENA_MAX", "1")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["align.batch.preloaded"])
    return context


def _begin(held: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C goes to the whole group; the parent decides
    threading.Thread(target=_end_with_parent, args=(held,), daemon=True).start()


def _end_with_parent(held: Connection) -> None:
    """Wait until the other end of the leash is gone: closed, or its process killed."""
    try:
        held.recv_bytes()
    except (EOFError, OSError):
        os._exit(1)
