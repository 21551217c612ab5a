"""The queue: every finding of the reports with what was decided about it, in the order in which to look at them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode

from align.model import Comparison, Pair
from align.report.evidence import Evidence, Evidences
from align.report.order import BY_SEVERITY, KINDS
from align.review.claim import Claim, claims_of
from align.review.context import title_of
from align.review.judgement import JUDGEMENTS, Entry, Ledger
from align.review.succession import successors
from align.suppressions import INTERNAL
from align.text import fold
from align.wording import Interface

# What a text says against itself comes right after the conflicts between the two.
VERDICTS: tuple[str, ...] = (BY_SEVERITY[0], INTERNAL, *BY_SEVERITY[1:])
SHOWN_AT_FIRST = (BY_SEVERITY[0], INTERNAL)
UNDECIDED, CHANGED, DECIDED, ALL = "undecided", "changed", "decided", "all"
STATES: tuple[str, ...] = (UNDECIDED, CHANGED, DECIDED, *JUDGEMENTS, ALL)
_REACH = 110
_LONGEST_SEARCH = 200


@dataclass(frozen=True, slots=True)
class Report:
    """A comparison under review. `name` tells it from others."""

    name: str
    comparison: Comparison

    @property
    def titles(self) -> list[tuple[str, str]]:
        """The language and the title of each text."""
        sides = (self.comparison.left, self.comparison.right)
        return [(side.document.language, title_of(side)) for side in sides]


@dataclass(frozen=True, slots=True)
class Case:
    """A finding to be judged. `earlier` is the judged claim that it was made of by an edit, with its judgement."""

    report: int
    claim: Claim
    evidence: Evidence
    pair: Pair | None
    standing: Entry | None = None
    seen: int = 0
    earlier: Claim | None = None
    earlier_entry: Entry | None = None

    @property
    def state(self) -> str:
        """`undecided`, `changed`, or the judgement."""
        if self.standing and self.standing.judgement:
            return self.standing.judgement
        return CHANGED if self.earlier else UNDECIDED

    @property
    def is_open(self) -> bool:
        return self.standing is None


def cases_of(reports: Sequence[Report], interface: Interface) -> list[Case]:
    """All cases, by severity, then report, then confidence; a claim that two reports make stands in the first."""
    found: dict[str, Case] = {}
    for at, report in enumerate(reports):
        claims = claims_of(report.comparison)
        pairs = {pair.id: pair for pair in report.comparison.pairs}
        evidences = Evidences(report.comparison, _REACH, interface)
        for evidence in (*evidences.findings(*BY_SEVERITY), *evidences.contradictions()):
            claim = claims[evidence.id]
            found.setdefault(claim.key, Case(at, claim, evidence, pairs.get(evidence.pair)))
    rank = {verdict: at for at, verdict in enumerate(VERDICTS)}
    return sorted(found.values(), key=lambda case: (rank[case.evidence.verdict], case.report))


def decided(cases: Sequence[Case], ledger: Ledger, earlier: Iterable[Claim]) -> list[Case]:
    """The cases as the ledger has them. `earlier` are judged claims that no report makes any more."""
    standing = [
        replace(case, standing=ledger.standing(case.claim.key), seen=ledger.last(case.claim.key)) for case in cases
    ]
    came_from = successors(earlier, [case.claim for case in standing if case.is_open])
    return [_with_earlier(case, came_from, ledger) if case.claim.key in came_from else case for case in standing]


def _with_earlier(case: Case, came_from: Mapping[str, Claim], ledger: Ledger) -> Case:
    earlier = came_from[case.claim.key]
    return replace(case, earlier=earlier, earlier_entry=ledger.standing(earlier.key))


@dataclass(frozen=True, slots=True)
class View:
    """Which cases are looked at. It goes along in every address and form of the page."""

    state: str = UNDECIDED
    verdicts: tuple[str, ...] = SHOWN_AT_FIRST
    kinds: tuple[str, ...] = KINDS
    report: int | None = None
    search: str = ""

    @classmethod
    def from_query(cls, query: str) -> View:
        """The view of an address; whatever is no part of one is passed over."""
        fields = parse_qsl(query, max_num_fields=100, errors="replace") if len(query) < 5000 else []
        given: dict[str, list[str]] = {}
        for name, value in fields:
            given.setdefault(name, []).append(value)
        state = given.get("state", [UNDECIDED])[-1]
        report = given.get("report", [""])[-1]
        return cls(
            state=state if state in STATES else UNDECIDED,
            verdicts=tuple(name for name in VERDICTS if name in given.get("verdict", ())) or SHOWN_AT_FIRST,
            kinds=tuple(name for name in KINDS if name in given.get("kind", ())) or KINDS,
            report=int(report) if report.isascii() and report.isdigit() and len(report) < 6 else None,
            search=given.get("search", [""])[-1].strip()[:_LONGEST_SEARCH],
        )

    def query(self, **changed: object) -> str:
        """The view for an address, some of it changed."""
        view = replace(self, **changed) if changed else self  # type: ignore[arg-type]
        fields = [("state", view.state)] if view.state != UNDECIDED else []
        if view.verdicts != SHOWN_AT_FIRST:
            fields += [("verdict", name) for name in view.verdicts]
        if view.kinds != KINDS:
            fields += [("kind", name) for name in view.kinds]
        if view.report is not None:
            fields.append(("report", str(view.report)))
        if view.search:
            fields.append(("search", view.search))
        return urlencode(fields, errors="replace")

    def toggled(self, verdict: str) -> str:
        """The view with one verdict more or less; the last one stays."""
        names = tuple(name for name in VERDICTS if (name in self.verdicts) != (name == verdict))
        return self.query(verdicts=names or self.verdicts)

    def frames(self, case: Case) -> bool:
        """Whether a case belongs to the view, decided or not."""
        return (
            case.evidence.verdict in self.verdicts
            and case.evidence.kind in self.kinds
            and self.report in (None, case.report)
            and (not self.search or _letters(self.search) in _letters(_words(case)))
        )

    def admits(self, case: Case) -> bool:
        """Whether the state of a case is one that is looked at."""
        if self.state == UNDECIDED:
            return case.is_open
        if self.state == DECIDED:
            return not case.is_open
        return self.state in (ALL, case.state)


def _words(case: Case) -> str:
    """All that a reader sees of a case, to be searched."""
    entry = case.standing
    quotations = (word for quote in case.claim.quotations for word in (quote.before, quote.text, quote.after))
    values = (str(exhibit.value or "") for exhibit in case.evidence.exhibits)
    return " ".join((*quotations, *values, case.evidence.plain_reason, entry.note if entry else ""))


def _letters(text: str) -> str:
    """Letters as `fold` has them, and no marks of direction."""
    return " ".join(fold(text).lower().translate(_INVISIBLE).split())


_INVISIBLE = dict.fromkeys([0x200E, 0x200F, 0x061C, *range(0x2066, 0x206A)])


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a set of cases has come."""

    decided: int
    total: int

    @property
    def open(self) -> int:
        return self.total - self.decided


def progress(cases: Iterable[Case]) -> Progress:
    cases = list(cases)
    return Progress(sum(not case.is_open for case in cases), len(cases))


def next_open(cases: Sequence[Case], after: str) -> Case | None:
    """The next undecided case after the one of that key, around the end if need be."""
    keys = [case.claim.key for case in cases]
    start = keys.index(after) + 1 if after in keys else 0
    return next((case for case in (*cases[start:], *cases[:start]) if case.is_open), None)
