"""The ledger of decisions in an SQLite file, written so that what was confirmed survives a crash or a power cut.

WAL mode lets several readers and writers, also of several processes, share the file; `synchronous=FULL` flushes
each commit to the disk before it counts (https://sqlite.org/pragma.html#pragma_synchronous). Entries are only ever
added.
"""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from align.errors import InputError, OutputError
from align.review.claim import Claim, claim_from_json
from align.review.judgement import Entry, Judgement, Ledger

APPLICATION = 0x416C6E52  # marks the file as ours: "AlnR" (https://sqlite.org/pragma.html#pragma_application_id)
VERSION = 1
_PATIENCE = 20.0  # seconds that a writer waits for the others
_COLUMNS = "id, claim, judgement, note, reviewer, made_at, act, supersedes, undoes, restores"
_TABLES = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS claims (key TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    claim TEXT NOT NULL REFERENCES claims (key),
    judgement TEXT,
    note TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    made_at TEXT NOT NULL,
    act INTEGER NOT NULL,
    supersedes TEXT,
    undoes INTEGER,
    restores INTEGER REFERENCES entries (id)
);
CREATE TRIGGER IF NOT EXISTS entries_stay BEFORE DELETE ON entries
    BEGIN SELECT RAISE (ABORT, 'entries are never deleted'); END;
CREATE TRIGGER IF NOT EXISTS entries_keep BEFORE UPDATE ON entries
    BEGIN SELECT RAISE (ABORT, 'entries are never changed'); END;
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {VERSION};
COMMIT;
"""


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement to be made on a claim. `seen` is the last entry about it that the reviewer knew of."""

    claim: Claim
    judgement: Judgement
    note: str
    seen: int
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of decisions: those entered, and the claims on which somebody else was quicker."""

    entered: tuple[Entry, ...]
    overtaken: tuple[Claim, ...] = ()


class Store:
    """One file of judgements. Every call opens it anew, so that a store can be used from any thread."""

    def __init__(self, path: Path) -> None:
        """Open or make the file. Raises `InputError` where it is something else, `OutputError` where it cannot be."""
        self.path = path
        try:
            with closing(self._connect()) as connection:
                self._check(connection)
                connection.execute("PRAGMA journal_mode = WAL")
                connection.executescript(_TABLES)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise OutputError(f"{path} cannot be used for judgements: {error}.") from None
            raise InputError(f"{path} is no file of judgements: {error}.") from None

    def ledger(self) -> Ledger:
        """All entries so far."""
        with closing(self._connect()) as connection:
            return _ledger(connection)

    def claims(self, keys: Sequence[str]) -> list[Claim]:
        """The claims of these keys as they were when they were judged."""
        with closing(self._connect()) as connection:
            rows = (connection.execute("SELECT key, content FROM claims WHERE key = ?", (key,)) for key in keys)
            return [claim_from_json(key, content) for found in rows for key, content in found]

    def record(self, decisions: Sequence[Decision], reviewer: str) -> Recorded:
        """Enter decisions as one act, on disk when this returns; not where an entry is newer than the one seen."""
        with self._writing() as connection:
            ledger = _ledger(connection)
            free = [decision for decision in decisions if ledger.last(decision.claim.key) <= decision.seen]
            overtaken = tuple(d.claim for d in decisions if ledger.last(d.claim.key) > d.seen)
            connection.executemany(
                "INSERT OR IGNORE INTO claims VALUES (?, ?)", [(d.claim.key, d.claim.to_json()) for d in free]
            )
            act, now = ledger.last_id + 1, _now()
            entered = tuple(
                Entry(act + at, d.claim.key, d.judgement, d.note, reviewer, now, act, d.supersedes)
                for at, d in enumerate(free)
            )
            _insert(connection, entered)
        return Recorded(entered, overtaken)

    def undo(self, reviewer: str) -> tuple[Entry, ...]:
        """Take back the reviewer's last act as far as it still holds, by entries that say so; none if there is none."""
        with self._writing() as connection:
            ledger = _ledger(connection)
            act, now = ledger.last_id + 1, _now()
            entries = []
            for at, undone in enumerate(ledger.undoable(reviewer)):
                earlier = ledger.before(undone)
                restores = earlier.id if earlier else None
                entries.append(Entry(act + at, undone.claim, None, "", reviewer, now, act, None, undone.act, restores))
            _insert(connection, entries)
        return tuple(entries)

    def _check(self, connection: sqlite3.Connection) -> None:
        """Leave a data base alone that is another program's, or of a later version of ours."""
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if tables and application != APPLICATION:
            raise InputError(f"{self.path} is a data base, but not one of judgements.")
        if version > VERSION:
            raise InputError(f"{self.path} was written by a later version of align.")

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that holds the file from its first read, so that what it read is still true as it writes."""
        with closing(self._connect()) as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")


def _ledger(connection: sqlite3.Connection) -> Ledger:
    return Ledger(Entry(*row) for row in connection.execute(f"SELECT {_COLUMNS} FROM entries ORDER BY id"))


def _insert(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    rows = [
        (e.id, e.claim, e.judgement, e.note, e.reviewer, e.made_at, e.act, e.supersedes, e.undoes, e.restores)
        for e in entries
    ]
    connection.executemany(f"INSERT INTO entries ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
