"""How many cases of each kind a contestant reads right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.contestants import Contestant
from benchmarks.scoring import NUMBER_SUITES, Case, is_right


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """Cases of one source, language and kind, which make one line of the table."""

    source: str
    language: str
    kind: str
    suite: str


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What share of a group each contestant reads right, by its name; None where it does not claim to read these."""

    group: CaseGroup
    cases: int
    right: dict[str, int | None]


def group_of(case: Case) -> CaseGroup:
    """Dates are told apart by whether they are single days, the only ones that every library can give as a value."""
    kind = case.suite
    if case.suite not in NUMBER_SUITES:
        single = all(isinstance(value, str) or _is_day(value) for value in case.expected)
        kind += ", days" if single else ", spans"
    return CaseGroup(case.source, case.language, kind, case.suite)


def _is_day(value: object) -> bool:
    return isinstance(value, tuple) and value[0] == value[1]


def measure_accuracy(contestant: Contestant, cases: Sequence[Case]) -> Counter[CaseGroup]:
    """The cases read right, by group."""
    right: Counter[CaseGroup] = Counter()
    for case in cases:
        if contestant.claims_to_read(case.language, case.suite):
            right[group_of(case)] += _reads_right(contestant, case)
    return right


def _reads_right(contestant: Contestant, case: Case) -> bool:
    try:
        readings = contestant.read(case.text, case.language, case.reference)
    except Exception:  # a library that raises an error, whichever, has not read its case
        return False
    return is_right(case, readings)


def accuracies(contestants: Sequence[Contestant], cases: Sequence[Case]) -> list[Accuracy]:
    """One line for each group of cases, in the order of the cases."""
    sizes = Counter(group_of(case) for case in cases)
    right = {contestant.name: measure_accuracy(contestant, cases) for contestant in contestants}
    return [
        Accuracy(
            group,
            size,
            {
                contestant.name: right[contestant.name][group]
                if contestant.claims_to_read(group.language, group.suite)
                else None
                for contestant in contestants
            },
        )
        for group, size in sizes.items()
    ]
