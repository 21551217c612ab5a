"""The work of a batch as a worker does it: some pairs of the manifest in, their rows out.

It runs in a process of its own, here or on a cluster. Models load with the first pair and stay.
"""

from __future__ import annotations

import functools
import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from align.errors import AlignError, InputError, ModelError
from align.model import DocumentAnalysis, Problem, Settings
from align.suppressions import NO_SUPPRESSIONS, Suppressions

if TYPE_CHECKING:
    import pyarrow as pa

    from align.batch.columns import Rows
    from align.batch.manifest import Entry

_ONE_AT_A_TIME = threading.Lock()  # a Dask worker may have several threads; the models are used by one


class WorkerError(AlignError):
    """A worker that cannot do the run's work: another version, other models, a model that is missing."""


@dataclass(frozen=True, slots=True)
class Job:
    """What every pair of a run is compared with. It travels to the workers, so it holds plain values only."""

    left_folder: Path
    right_folder: Path
    settings: Settings = field(default_factory=Settings)
    reference_date: date | None = None
    suppressions: Suppressions = NO_SUPPRESSIONS

    def signature(self) -> dict[str, Any]:
        """What the rows depend on beside the documents. Raises `ModelError` where a model is not installed."""
        from align import languages
        from align.encode import encoder_name
        from align.extraction.names import model_name
        from align.pipeline import version

        engines = self.settings.name_engines
        models = {code: model_name(languages.get(code), engines.get(code, "")) for code in languages.LANGUAGES}
        settings = dict(self.settings.chosen())
        if self.reference_date:
            settings["reference-date"] = self.reference_date.isoformat()
        if self.suppressions:
            settings["suppressions"] = self.suppressions.digest()
        encoder = encoder_name(self.settings.encoder)
        return {"version": version(), "encoder": encoder, **models, "settings": settings}


def compare_entries(job: Job, entries: Sequence[Entry], signature: Mapping[str, Any]) -> dict[str, pa.Table]:
    """Compare some pairs: a table for each dataset, in the order of the entries.

    A pair that cannot be compared gives a row in `problems`. A document of several pairs is analysed once.
    Raises `WorkerError` where this process would give other rows than `signature` promises.
    """
    from align.batch.columns import SCHEMAS, tables

    with _ONE_AT_A_TIME:
        make_ready()
        _check(job, signature)
        rows: Rows = {name: [] for name in SCHEMAS}
        comparer = _Comparer(job, entries)
        for entry in entries:
            for name, added in comparer.rows(entry).items():
                rows[name] += added
        return tables(rows)


@functools.cache
def make_ready() -> None:
    """Keep this process to one thread: there is a worker for every core."""
    from align import encode, startup

    startup.prepare()
    encode.limit_threads(1)
    import threadpoolctl

    import align.pipeline  # noqa: F401, loads the libraries that are to be limited

    threadpoolctl.threadpool_limits(1)


def _check(job: Job, signature: Mapping[str, Any]) -> None:
    try:
        own = job.signature()
    except ModelError as error:
        raise WorkerError(f"A worker cannot do this run: {error}") from None
    if own != signature:
        raise WorkerError(f"A worker would give other results: it has {_told(own)}, and the run {_told(signature)}.")


def _told(signature: Mapping[str, Any]) -> str:
    return " ".join(f"{name}:{value}" for name, value in signature.items() if name != "settings")


class _Comparer:
    """Compares the pairs of one chunk; an analysis is kept until the last pair that needs it."""

    def __init__(self, job: Job, entries: Sequence[Entry]) -> None:
        self._job = job
        self._analyses: dict[Path, DocumentAnalysis | InputError] = {}
        self._uses = Counter(folder / name for entry in entries for folder, name in self._places(entry))

    def rows(self, entry: Entry) -> Rows:
        from align.batch.columns import failed_rows, rows_of
        from align.pipeline import compare_analyses
        from align.suppressions import suppress

        sides = [self._side(folder, name) for folder, name in self._places(entry)]
        problems = [side for side in sides if isinstance(side, Problem)]
        left, right = sides
        if isinstance(left, Problem) or isinstance(right, Problem):
            return failed_rows(entry, problems)
        try:
            comparison = compare_analyses(left, right, self._job.settings)
            return rows_of(entry, suppress(comparison, self._job.suppressions))
        except ModelError:
            raise
        except AlignError as error:
            return failed_rows(entry, [Problem(entry.left, str(error))])
        except Exception as error:  # a fault of ours with one pair must not cost the others theirs
            return failed_rows(entry, [Problem(entry.left, _fault("The comparison", error))])

    def _places(self, entry: Entry) -> tuple[tuple[Path, str], tuple[Path, str]]:
        return (self._job.left_folder, entry.left), (self._job.right_folder, entry.right)

    def _side(self, folder: Path, name: str) -> DocumentAnalysis | Problem:
        path = folder / name
        if path not in self._analyses:
            self._analyses[path] = self._analyse(path, name)
        found = self._analyses[path]
        self._uses[path] -= 1
        if not self._uses[path]:
            del self._analyses[path]
        return Problem(name, str(found)) if isinstance(found, InputError) else found

    def _analyse(self, path: Path, name: str) -> DocumentAnalysis | InputError:
        from align.pipeline import analyse
        from align.read import read_document

        try:
            return analyse(
                read_document(path, max_size=self._job.settings.max_size), self._job.reference_date, self._job.settings
            )
        except ModelError:
            raise
        except AlignError as error:
            return InputError(str(error).replace(str(path), name))  # rows say nothing about where the files lie
        except Exception as error:
            return InputError(_fault("Reading it", error).replace(str(path), name))


def _fault(what: str, error: Exception) -> str:
    return f"{what} failed: {type(error).__name__}, {' '.join(str(error).split())[:300]}"
