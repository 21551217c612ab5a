"""Judgements, and the ledger of all decisions: nothing is ever taken out of it, so that nobody's work is lost.

A decision gives a claim a judgement. Undoing one is a further entry, which says which decision stands again. What
holds now for a claim is told by its last entry.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Judgement = Literal["confirmed", "source-error", "translation-error", "not-an-issue", "unsure"]
JUDGEMENTS: tuple[Judgement, ...] = get_args(Judgement)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger. Entries made by one keystroke share `act`, the number of the first of them.

    An entry that undoes an act has no judgement of its own; `restores` is the entry that holds again, if any.
    `supersedes` is the key of the earlier claim whose judgement was shown beside this one.
    """

    id: int
    claim: str
    judgement: Judgement | None
    note: str
    reviewer: str
    made_at: str  # UTC, as 2026-11-24T03:45:50Z
    act: int
    supersedes: str | None = None
    undoes: int | None = None
    restores: int | None = None


class Ledger:
    """All entries in order, and what they come to."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._by_id = {entry.id: entry for entry in self.entries}
        self._about: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            self._about[entry.claim].append(entry)
        self._standing = {
            claim: standing for claim, entries in self._about.items() if (standing := self._resolved(entries[-1]))
        }

    @property
    def last_id(self) -> int:
        return self.entries[-1].id if self.entries else 0

    def standing(self, claim: str) -> Entry | None:
        """The decision that holds for a claim."""
        return self._standing.get(claim)

    def judged(self) -> Mapping[str, Entry]:
        """The decisions that hold, by claim."""
        return self._standing

    def superseded(self) -> frozenset[str]:
        """The earlier claims whose judgement was shown beside one that holds."""
        return frozenset(entry.supersedes for entry in self._standing.values() if entry.supersedes)

    def last(self, claim: str) -> int:
        """The number of the last entry about a claim, by which a page proves what it has seen; 0 for none."""
        return self._about[claim][-1].id if claim in self._about else 0

    def history(self, claim: str) -> list[Entry]:
        """The entries about one claim, the newest first."""
        return self._about[claim][::-1] if claim in self._about else []

    def undoable(self, reviewer: str) -> list[Entry]:
        """The reviewer's last act as far as it still holds: what nobody has judged anew since."""
        holding = [entry for entry in self._standing.values() if entry.reviewer == reviewer]
        act = max((entry.act for entry in holding), default=0)
        return sorted((entry for entry in holding if entry.act == act), key=lambda entry: entry.id)

    def before(self, entry: Entry) -> Entry | None:
        """The decision that held for its claim before one was made."""
        earlier = [other for other in self._about[entry.claim] if other.id < entry.id]
        return self._resolved(earlier[-1]) if earlier else None

    def _resolved(self, entry: Entry) -> Entry | None:
        if entry.undoes is None:
            return entry
        return self._by_id.get(entry.restores) if entry.restores is not None else None
