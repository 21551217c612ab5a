"""Cases of the accuracy benchmark, what a contestant reads in them, and when that is right.

A case is right when all its values are found and none else. Values are held against each other, not quotations: two
libraries seldom agree on where an expression begins.
"""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Sort = Literal["number", "percent", "ordinal"]
Days = tuple[str, str]  # the first and the last day that a date may mean, ISO 8601

NUMBER_SUITES: frozenset[str] = frozenset({"number", "percent", "ordinal"})
GREGORIAN = "gregorian"
# How many days an Islamic date may lie from the Gregorian one that the sentence gives. Sighted and computed months
# differ by up to two days. The Gregorian side of a date before 1583 is Julian, up to seven days apart from 1300 on.
TOLERANCE, JULIAN_TOLERANCE, FIRST_GREGORIAN_YEAR = 2, 9, 1583


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date as a contestant reads it.

    `spans` holds more than one where the library leaves open which is meant. `month_day` is MM-DD for a single day.
    """

    spans: tuple[Days, ...]
    month_day: str | None = None
    has_year: bool = True
    calendar: str = GREGORIAN


@dataclass(frozen=True, slots=True)
class NumberReading:
    """An exact number. `sort` is None where the library does not tell the sorts apart; it then fits any."""

    value: float
    sort: Sort | None = None


@dataclass(frozen=True, slots=True)
class Readings:
    """All that a contestant reads in a sentence."""

    dates: tuple[DateReading, ...] = ()
    numbers: tuple[NumberReading, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence and the values that it states.

    A number is expected as a float, a day without a year as "XXXX-MM-DD", any other date as its first and last day.
    `allows_more` says that further values are right too. `near` is the Gregorian day that an Islamic date must meet.
    """

    text: str
    language: str
    suite: str
    expected: tuple[float | str | Days, ...]
    reference: datetime.date | None = None
    source: str = ""
    allows_more: bool = False
    near: str | None = None


def load_cases(path: Path) -> list[Case]:
    """The cases of a JSON Lines file with the fields text, language, suite, expected, and optionally reference,
    source, contains and near."""
    return [_case(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _case(fields: dict[str, object]) -> Case:
    reference, near, expected = fields.get("reference"), fields.get("near"), fields["expected"]
    if not isinstance(expected, list):
        raise ValueError(f"The expected values of a case are a list, and these are not: {expected!r}.")
    return Case(
        text=str(fields["text"]),
        language=str(fields["language"]),
        suite=str(fields["suite"]),
        expected=tuple((str(value[0]), str(value[1])) if isinstance(value, list) else value for value in expected),
        reference=datetime.date.fromisoformat(str(reference)) if reference else None,
        source=str(fields.get("source", "")),
        allows_more=bool(fields.get("contains", False)),
        near=str(near) if near else None,
    )


def is_right(case: Case, readings: Readings) -> bool:
    """Whether the readings are the expected values and, unless the case allows more, nothing else."""
    if case.suite in NUMBER_SUITES:
        values = [number.value for number in readings.numbers if number.sort in (case.suite, None)]
        return same_numbers([value for value in case.expected if isinstance(value, int | float)], values)
    if case.near is not None and not any(meets(case.near, date) for date in readings.dates):
        return False
    if not case.allows_more and len(readings.dates) != len(case.expected):
        return False
    return all(any(fits(value, date) for date in readings.dates) for value in case.expected)


def same_numbers(expected: Sequence[float], found: Iterable[float]) -> bool:
    """Whether two collections hold the same numbers equally often, up to a millionth part."""
    rest = list(found)
    for value in expected:
        match = next((other for other in rest if math.isclose(value, other, rel_tol=1e-6, abs_tol=1e-6)), None)
        if match is None:
            return False
        rest.remove(match)
    return not rest


def fits(expected: float | str | Days, date: DateReading) -> bool:
    """Whether a date is the expected one. A day read without its year fits, since the passage may not state it."""
    if isinstance(expected, str):
        return date.month_day == _month_day(expected)
    if not isinstance(expected, tuple):
        return False
    if expected in date.spans:
        return True
    is_day = expected[0] == expected[1]
    return is_day and not date.has_year and date.month_day == _month_day(expected[0])


def _month_day(day: str) -> str:
    return day[5:]


def meets(day: str, date: DateReading) -> bool:
    """Whether a date of another calendar begins within the tolerance of a Gregorian day."""
    if date.calendar == GREGORIAN or not date.spans:
        return False
    wanted = datetime.date.fromisoformat(day)
    tolerance = TOLERANCE if wanted.year >= FIRST_GREGORIAN_YEAR else JULIAN_TOLERANCE
    return any(abs((datetime.date.fromisoformat(first) - wanted).days) <= tolerance for first, _ in date.spans)
