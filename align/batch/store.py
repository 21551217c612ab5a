"""The folder of a run: what it is a run of, and which chunks of it are done.

    run.json            the manifest's fingerprint, the signature, the pairs to a chunk
    done/00007.json     the chunk is done: its fingerprint, those of its files, its counts
    pairs/00007.parquet and the same in each other dataset

A chunk's files are written first and its mark last, each whole or not at all, so that a chunk without a mark was not
finished and is done again. A mark counts only while the files are those that it tells of: what a crash of the machine
left empty or half on the disk is found out.
"""

from __future__ import annotations

import fcntl
import hashlib
import io
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from align.batch.columns import FAILED, SCHEMAS
from align.batch.manifest import Entry, Manifest, entries_digest
from align.errors import OutputError
from align.output import make_folder, write_whole

RUN, DONE, LOCK = "run.json", "done", ".lock"
_FORM = "align.batch/1"
_MOST_CHUNKS, _LARGEST_CHUNK = (
    64,
    64,
)  # so many chunks before a chunk gets more than one pair, and at most so many pairs


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some pairs of the manifest that are done together: one file in each dataset."""

    number: int
    entries: tuple[Entry, ...]

    @property
    def name(self) -> str:
        return f"{self.number:05}"


def chunk_size(pairs: int) -> int:
    """How many pairs to a chunk. It depends on the manifest alone, so that the files do too."""
    return max(1, min(_LARGEST_CHUNK, math.ceil(pairs / _MOST_CHUNKS)))


def chunks(entries: Sequence[Entry], size: int) -> Iterator[Chunk]:
    for number, start in enumerate(range(0, len(entries), size)):
        yield Chunk(number, tuple(entries[start : start + size]))


class Store:
    """One run's folder, held by this process alone until `close`."""

    def __init__(self, folder: Path, manifest: Manifest, signature: Mapping[str, Any], size: int) -> None:
        """Begin a run in the folder, or go on with the one that is there.

        Raises `OutputError` for a folder that holds something else, or that another process is writing to.
        """
        self.folder = folder
        wanted = {
            "form": _FORM,
            "pairs": len(manifest.entries),
            "manifest": manifest.digest(),
            "signature": dict(signature),
            "chunk": size,
        }
        make_folder(folder)
        self._lock = _lock(folder)
        try:
            self.is_new = self._begin(wanted)
        except OutputError:
            self.close()
            raise

    def close(self) -> None:
        self._lock.close()

    def counts(self, chunk: Chunk) -> dict[str, int] | None:
        """The counts of a chunk that is done: pairs, conflicts, failed. None where it is to do."""
        try:
            mark = json.loads(self._mark(chunk).read_bytes())
            if mark["entries"] != entries_digest(chunk.entries):
                return None
            if any(_digest(self._file(name, chunk).read_bytes()) != mark["files"][name] for name in SCHEMAS):
                return None
            return dict(mark["counts"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, chunk: Chunk, tables: Mapping[str, pa.Table]) -> dict[str, int]:
        """Write a chunk's files and then its mark; its counts."""
        digests = {}
        for name in SCHEMAS:
            content = _parquet(tables[name])
            write_whole(self._file(name, chunk), content)
            digests[name] = _digest(content)
        pairs = tables["pairs"]
        failed = pairs["status"].to_pylist().count(FAILED)
        conflicts = sum(pairs["conflict"].drop_null().to_pylist())
        counts = {"pairs": len(pairs), "conflicts": conflicts, "failed": failed}
        mark = {"entries": entries_digest(chunk.entries), "files": digests, "counts": counts}
        write_whole(self._mark(chunk), json.dumps(mark, indent=1) + "\n")
        return counts

    def _begin(self, wanted: Mapping[str, Any]) -> bool:
        is_new = not (self.folder / RUN).exists()
        if is_new:
            self._refuse_strangers()
            for name in (*SCHEMAS, DONE):
                make_folder(self.folder / name)
            write_whole(self.folder / RUN, json.dumps(wanted, indent=1, ensure_ascii=False) + "\n")
        else:
            self._check_run(wanted)
            self._sweep()
        return is_new

    def _refuse_strangers(self) -> None:
        own = {*SCHEMAS, DONE, LOCK}
        # A run that was killed before its first file leaves empty folders.
        strangers = [p.name for p in self.folder.iterdir() if p.name not in own and not p.name.startswith(f".{RUN}.")]
        if strangers or any(any((self.folder / name).glob("[!.]*")) for name in own - {LOCK}):
            raise OutputError(f"{self.folder} is not empty and holds no batch; give another folder.")

    def _check_run(self, wanted: Mapping[str, Any]) -> None:
        path = self.folder / RUN
        try:
            begun = json.loads(path.read_bytes())
            assert begun["form"] == _FORM
        except (OSError, ValueError, KeyError, TypeError, AssertionError):
            raise OutputError(f"{path} is damaged or of another version; give another folder.") from None
        if begun["manifest"] != wanted["manifest"]:
            raise OutputError(
                f"{self.folder} holds a batch of another manifest ({begun['pairs']:,} pairs); give another folder."
            )
        for name in ("signature", "chunk"):
            differing = _difference(begun[name], wanted[name])
            if differing:
                raise OutputError(
                    f"{self.folder} holds a batch made otherwise ({differing}); repeat its choices or give another "
                    "folder."
                )

    def _sweep(self) -> None:
        """Remove the half-written neighbours that a killed run left."""
        for name in (*SCHEMAS, DONE):
            make_folder(self.folder / name)
            for path in (self.folder / name).glob(".*"):
                path.unlink(missing_ok=True)

    def _file(self, name: str, chunk: Chunk) -> Path:
        return self.folder / name / f"{chunk.name}.parquet"

    def _mark(self, chunk: Chunk) -> Path:
        return self.folder / DONE / f"{chunk.name}.json"


def _parquet(table: pa.Table) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(table.combine_chunks(), buffer, compression="zstd")
    return buffer.getvalue()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _difference(begun: object, wanted: object) -> str:
    """What two descriptions differ in, for a reader; empty where they do not."""
    if begun == wanted:
        return ""
    if not isinstance(begun, dict) or not isinstance(wanted, dict):
        return f"{begun} pairs to a chunk, not {wanted}"
    names = [name for name in {**begun, **wanted} if begun.get(name) != wanted.get(name)]
    return "; ".join(f"{name} was {_told(begun.get(name))} and is {_told(wanted.get(name))}" for name in names)


def _told(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {each}" for name, each in value.items()) or "the default"
    return str(value)


def _lock(folder: Path) -> io.BufferedWriter:
    try:
        file = (folder / LOCK).open("ab")
    except OSError as error:
        raise OutputError(f"{folder} cannot be written: {error.strerror or error}.") from None
    try:
        fcntl.flock(
            file, fcntl.LOCK_EX | fcntl.LOCK_NB
        )  # given up by the system when the process ends, however it ends
    except BlockingIOError:
        file.close()
        raise OutputError(f"Another align batch is writing to {folder}.") from None
    except OSError:
        pass  # a file system without locks
    return file
