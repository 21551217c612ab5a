"""The ledger: nothing that was confirmed is lost, whoever else writes and however the process ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from review_cases import comparison

from align.errors import AlignError, InputError, OutputError
from align.review.claim import Claim, claims_of
from align.review.judgement import JUDGEMENTS, Judgement
from align.review.store import Decision, Store

CLAIMS = list(claims_of(comparison()).values())


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "judgements.sqlite")


def decide(store: Store, claim: Claim, judgement: Judgement, reviewer: str = "Mona", note: str = "") -> None:
    seen = store.ledger().last(claim.key)
    recorded = store.record([Decision(claim, judgement, note, seen)], reviewer)
    assert len(recorded.entered) == 1 and not recorded.overtaken


def standing(store: Store, claim: Claim) -> str | None:
    entry = store.ledger().standing(claim.key)
    return entry.judgement if entry else None


@pytest.mark.parametrize("judgement", JUDGEMENTS)
def test_a_judgement_is_found_again_with_note_and_reviewer(store: Store, judgement: Judgement) -> None:
    note = "انظر الطبعة الثانية <b>\x00"
    decide(store, CLAIMS[0], judgement, note=note)
    entry = Store(store.path).ledger().standing(CLAIMS[0].key)
    assert entry and (entry.judgement, entry.note, entry.reviewer) == (judgement, note, "Mona")
    assert Store(store.path).claims([CLAIMS[0].key]) == [CLAIMS[0]]


def test_a_later_judgement_holds_and_the_earlier_stays_in_the_history(store: Store) -> None:
    decide(store, CLAIMS[0], "confirmed")
    decide(store, CLAIMS[0], "unsure", "Omar")
    assert standing(store, CLAIMS[0]) == "unsure"
    assert [entry.judgement for entry in store.ledger().history(CLAIMS[0].key)] == ["unsure", "confirmed"]


def test_what_somebody_else_judged_meanwhile_is_not_overwritten(store: Store) -> None:
    decide(store, CLAIMS[0], "confirmed", "Omar")
    recorded = store.record([Decision(claim, "not-an-issue", "", 0) for claim in CLAIMS], "Mona")
    assert recorded.overtaken == (CLAIMS[0],)
    assert [standing(store, claim) for claim in CLAIMS] == ["confirmed", "not-an-issue", "not-an-issue"]


def test_undo_takes_back_act_by_act(store: Store) -> None:
    decide(store, CLAIMS[0], "confirmed")
    decide(store, CLAIMS[0], "unsure")
    seen = store.ledger().last_id
    store.record([Decision(claim, "not-an-issue", "", seen) for claim in CLAIMS], "Mona")
    steps = []
    for _ in range(4):
        undone = store.undo("Mona")
        steps.append((len(undone), [standing(store, claim) for claim in CLAIMS]))
    assert steps == [
        (3, ["unsure", None, None]),
        (1, ["confirmed", None, None]),
        (1, [None, None, None]),
        (0, [None, None, None]),
    ]


def test_undo_leaves_what_others_judged(store: Store) -> None:
    store.record([Decision(claim, "not-an-issue", "", 0) for claim in CLAIMS], "Mona")
    decide(store, CLAIMS[1], "confirmed", "Omar")
    assert len(store.undo("Mona")) == 2
    assert [standing(store, claim) for claim in CLAIMS] == [None, "confirmed", None]
    assert store.undo("Nobody") == ()


@pytest.mark.parametrize("statement", ["DELETE FROM entries", "UPDATE entries SET note = 'other'"])
def test_entries_are_never_removed_or_changed(store: Store, statement: str) -> None:
    decide(store, CLAIMS[0], "confirmed")
    with sqlite3.connect(store.path) as connection, pytest.raises(sqlite3.DatabaseError, match="never"):
        connection.execute(statement)


def test_the_file_is_in_wal_mode_and_every_commit_is_flushed(store: Store) -> None:
    with sqlite3.connect(store.path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert store._connect().execute("PRAGMA synchronous").fetchone() == (2,)  # FULL


def write_many(path: str, reviewer: str, count: int) -> None:
    store = Store(Path(path))
    for at in range(count):
        claim = CLAIMS[at % len(CLAIMS)]
        seen = store.ledger().last_id
        while not store.record([Decision(claim, "unsure", f"{reviewer} {at}", seen)], reviewer).entered:
            seen = store.ledger().last_id


def test_two_reviewers_at_once_lose_nothing(store: Store) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write_many, args=(str(store.path), name, 25)) for name in ("Mona", "Omar")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
        assert writer.exitcode == 0
    notes = {entry.note for entry in store.ledger().entries}
    assert notes == {f"{name} {at}" for name in ("Mona", "Omar") for at in range(25)}
    assert [entry.id for entry in store.ledger().entries] == list(range(1, 51))


WRITER = """
import sys
from pathlib import Path
from align.review.store import Decision, Store
from test_review_store import CLAIMS
store = Store(Path(sys.argv[1]))
for at in range(100000):
    store.record([Decision(CLAIMS[0], "unsure", str(at), 10**9)], "Mona")
    print(at, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")
def test_what_was_confirmed_survives_kill_9(store: Store) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    arguments = [sys.executable, "-c", WRITER, str(store.path)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, encoding="ascii", env=environment) as writer:
        assert writer.stdout
        for _ in range(20):
            writer.stdout.readline()
        os.kill(writer.pid, signal.SIGKILL)
        confirmed = 20 + len(writer.stdout.read().splitlines())
    notes = [entry.note for entry in Store(store.path).ledger().entries]
    assert notes[:confirmed] == [str(at) for at in range(confirmed)]
    assert len(notes) <= confirmed + 1  # one may be written and not yet told


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"This is a letter, not a data base, and it is long enough to be told from one." * 20, InputError),
        (None, OutputError),
    ],
    ids=["a text", "a folder"],
)
def test_what_is_no_file_of_judgements_is_left_alone(
    tmp_path: Path, content: bytes | None, error: type[AlignError]
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content) if content else path.mkdir()
    with pytest.raises(error):
        Store(path)
    assert content is None or path.read_bytes() == content


def test_another_programs_data_base_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE addresses (name TEXT)")
    with pytest.raises(InputError, match="not one of judgements"):
        Store(path)


def test_a_file_of_a_later_version_is_left_alone(store: Store) -> None:
    with sqlite3.connect(store.path) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(InputError, match="later version"):
        Store(store.path)
