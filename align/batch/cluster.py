"""The workers of a Dask cluster, which do the same tasks as the processes of one machine.

They need align, and the documents under the same paths. Results come back to the one process that writes them.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import Any

from align.batch.job import WorkerError
from align.batch.workers import WorkerLostError
from align.errors import AlignError, ModelError

_PATIENCE = 60  # seconds in which a scheduler must answer, and a first worker come
_AHEAD = 2  # tasks handed out to each thread, so that none waits for its next one


class ClusterError(AlignError):
    """A scheduler that cannot be reached, or without workers."""


class ClusterWorkers:
    """The workers of the scheduler at an address such as `tcp://10.0.0.5:8786`."""

    def __init__(self, address: str, patience: float = _PATIENCE) -> None:
        """Raises `ModelError` without the package, `ClusterError` where nobody answers in `patience` seconds."""
        try:
            distributed: Any = importlib.import_module("distributed")
        except ImportError:
            raise ModelError("--scheduler needs another package: pip install 'align-sources[cluster]'.") from None
        self._address = address
        try:
            self._client = distributed.Client(address, timeout=patience, set_as_default=False)
        except (OSError, ValueError, TypeError, KeyError) as error:  # timeouts are OSErrors
            raise ClusterError(f"No Dask scheduler answers at {address}: {' '.join(str(error).split())}") from None
        try:
            self._client.wait_for_workers(1, timeout=patience)
        except (OSError, TimeoutError):
            self._client.close()
            raise ClusterError(f"The scheduler at {address} has no worker; start one: dask worker {address}") from None
        self._killed = distributed.scheduler.KilledWorker
        self._executor = self._client.get_executor(pure=False)

    @property
    def capacity(self) -> int:
        threads: int = sum(self._client.nthreads().values())
        return max(1, _AHEAD * threads)

    def submit(self, task: Callable[..., Any], *arguments: Any) -> Future[Any]:
        done: Future[Any] = self._executor.submit(task, *arguments)
        return done

    def result(self, future: Future[Any]) -> Any:
        try:
            return future.result()
        except self._killed:  # Dask has tried the task on several workers by then
            raise WorkerLostError from None
        except CancelledError:
            raise ClusterError(
                f"The connection to {self._address} is lost; the same command goes on from here."
            ) from None
        except ImportError as error:
            raise WorkerError(f"A worker of {self._address} cannot run align: {error}.") from None

    def close(self) -> None:
        self._executor.shutdown(wait=False)
        self._client.close()
