"""The desk: reports and decisions together, as they are at this moment."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from align.review.claim import Claim
from align.review.judgement import Judgement, Ledger
from align.review.queue import Case, Report, View, cases_of, decided
from align.review.sources import Source
from align.review.store import Decision, Recorded, Store
from align.wording import DEFAULT_INTERFACE, Interface


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All cases with what is decided about them, and the ledger that says so."""

    reports: Sequence[Report]
    cases: Sequence[Case]
    ledger: Ledger

    def case(self, key: str) -> Case | None:
        return next((case for case in self.cases if case.claim.key == key), None)

    def framed(self, view: View) -> list[Case]:
        """The cases of a view, decided or not."""
        return [case for case in self.cases if view.frames(case)]


class Desk:
    """Joins a source of reports with a store of decisions. Safe to use from several threads."""

    def __init__(self, source: Source, store: Store, interface: Interface = DEFAULT_INTERFACE) -> None:
        self.source = source
        self.store = store
        self._interface = interface
        self._lock = threading.Lock()
        self._laid_out: tuple[Sequence[Report], list[Case]] = ((), [])

    def snapshot(self) -> Snapshot:
        """What holds now."""
        reports = self.source.reports()
        with self._lock:
            if self._laid_out[0] is not reports:
                self._laid_out = (reports, cases_of(reports, self._interface))
            cases = self._laid_out[1]
        ledger = self.store.ledger()
        today = {case.claim.key for case in cases}
        gone = sorted(ledger.judged().keys() - today - ledger.superseded())
        return Snapshot(reports, decided(cases, ledger, self.store.claims(gone)), ledger)

    def judged_claims(self, ledger: Ledger) -> dict[str, Claim]:
        """Every claim that the ledger speaks of, as it was when it was judged."""
        keys = dict.fromkeys(entry.claim for entry in ledger.entries)
        return {claim.key: claim for claim in self.store.claims(list(keys))}

    def judge(self, case: Case, judgement: Judgement, note: str, seen: int, reviewer: str) -> Recorded:
        """Judge one case, unless somebody did since the reviewer's page was made."""
        return self.store.record([_decision(case, judgement, note, seen)], reviewer)

    def judge_all(self, cases: Sequence[Case], judgement: Judgement, note: str, seen: int, reviewer: str) -> Recorded:
        """Judge many cases as one act, but for those that somebody judged since the reviewer's page was made."""
        return self.store.record([_decision(case, judgement, note, seen) for case in cases], reviewer)


def _decision(case: Case, judgement: Judgement, note: str, seen: int) -> Decision:
    supersedes = case.earlier.key if case.earlier else None
    if case.standing and not case.earlier:
        supersedes = case.standing.supersedes  # a second thought is about the same change
    return Decision(case.claim, judgement, note, seen, supersedes)
