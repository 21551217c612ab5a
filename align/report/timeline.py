"""The dates of both texts on one line of time, one text above the other.

Texts tell of hours and of centuries at once. Positions therefore grow with the logarithm of the days between one date
and the next: the order holds, and days apart stay as legible as years apart.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from align.model import Comparison, DateValue, Mention, Side
from align.report.bidi import one_line
from align.report.evidence import Evidence
from align.report.quotes import shorten
from align.report.wording import Shown, value_in_words
from align.wording import Interface
from align.wording.edtf import date_in_words

WIDTH = 1000
LANES: Mapping[Side, int] = {"left": 34, "right": 104}  # heights of the lines in the drawing
_MARGIN = 46
_LABEL_ROOM = 112  # between two labels
_MOST_DOTS = 150  # of each text; more could not be told apart
_SHORTEST_BAR = 7
_DAY = regex.compile(r"(-?\d{4})-(\d\d)-(\d\d)")

_Days = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Dot:
    """One date of one text; `end` lies apart from `x` where the date is a span. Several mentions may give it."""

    side: Side
    x: float
    end: float
    y: int
    verdict: Shown | None
    title: str
    target: str
    mentions: int


@dataclass(frozen=True, slots=True)
class Tie:
    """A finding that holds two dates against each other."""

    finding: int
    verdict: Shown
    x1: float
    x2: float
    y1: int
    y2: int


@dataclass(frozen=True, slots=True)
class Label:
    """A date named below the lines."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything drawn; `left_out` counts the dates for which there was no room."""

    dots: tuple[Dot, ...]
    ties: tuple[Tie, ...]
    labels: tuple[Label, ...]
    left_out: int


def draw_timeline(comparison: Comparison, evidences: Sequence[Evidence], interface: Interface) -> Timeline | None:
    """The timeline, or nothing where neither text gives a date with its year."""
    found = _findings(evidences)
    dates: dict[Side, dict[_Days, list[Mention]]] = {
        "left": _by_days(comparison.left.mentions),
        "right": _by_days(comparison.right.mentions),
    }
    shown = {side: _kept(given, found, side) for side, given in dates.items()}
    every = {bound for given in shown.values() for days in given for bound in days}
    if not every:
        return None
    places = _places(sorted(every), mirrored=interface.is_rtl)
    dots = [
        _dot(side, days, mentions, places, found, evidences, interface)
        for side, given in shown.items()
        for days, mentions in sorted(given.items())
    ]
    return Timeline(
        dots=tuple(sorted(dots, key=lambda dot: dot.x - dot.end)),  # what is short is drawn over what is long
        ties=tuple(_ties(evidences, places)),
        labels=tuple(_labels(shown.values(), places, interface)),
        left_out=sum(len(dates[side]) - len(shown[side]) for side in dates),
    )


def _findings(evidences: Sequence[Evidence]) -> dict[tuple[Side, int, int], int]:
    """The gravest finding on each date mention."""
    found: dict[tuple[Side, int, int], int] = {}
    for number, evidence in enumerate(evidences):
        for exhibit in evidence.exhibits:
            if exhibit.mention is not None and exhibit.mention.kind == "date":
                found.setdefault((exhibit.side, exhibit.mention.start, exhibit.mention.end), number)
    return found


def _by_days(mentions: Iterable[Mention]) -> dict[_Days, list[Mention]]:
    given: defaultdict[_Days, list[Mention]] = defaultdict(list)
    for mention in mentions:
        days = _days(mention)
        if days:
            given[days].append(mention)
    return given


def _days(mention: Mention) -> _Days | None:
    value = mention.value
    if not isinstance(value, DateValue) or not value.earliest or not value.latest:
        return None
    bounds = [_count(value.earliest), _count(value.latest)]
    return (bounds[0], bounds[1]) if bounds[0] is not None and bounds[1] is not None else None


def _count(day: str) -> float | None:
    """Days since year 0, near enough for a drawing."""
    match = _DAY.fullmatch(day)
    return int(match[1]) * 365.25 + (int(match[2]) - 1) * 30.5 + int(match[3]) if match else None


def _kept(
    given: dict[_Days, list[Mention]], found: Mapping[tuple[Side, int, int], int], side: Side
) -> dict[_Days, list[Mention]]:
    """As many dates as can be drawn, those with the gravest findings first."""
    if len(given) <= _MOST_DOTS:
        return given

    def gravity(days: _Days) -> tuple[int, int]:
        number = min((found.get((side, m.start, m.end), len(found)) for m in given[days]), default=len(found))
        return number, given[days][0].start

    return {days: given[days] for days in sorted(given, key=gravity)[:_MOST_DOTS]}


def _places(days: Sequence[float], *, mirrored: bool) -> dict[float, float]:
    """Where each day stands; in a right-to-left interface time runs from the right."""
    reached = [0.0]
    for earlier, later in pairwise(days):
        reached.append(reached[-1] + 1 + math.log1p(later - earlier))
    room = (WIDTH - 2 * _MARGIN) / (reached[-1] or 1)
    start = _MARGIN if reached[-1] else WIDTH / 2
    at = [start + place * room for place in reached]
    return {day: round(WIDTH - x if mirrored else x, 1) for day, x in zip(days, at, strict=True)}


def _dot(
    side: Side,
    days: _Days,
    mentions: Sequence[Mention],
    places: Mapping[float, float],
    found: Mapping[tuple[Side, int, int], int],
    evidences: Sequence[Evidence],
    interface: Interface,
) -> Dot:
    low, high = sorted(places[bound] for bound in days)
    numbered = [(found[key], m) for m in mentions if (key := (side, m.start, m.end)) in found]
    number, first = min(numbered, key=lambda each: each[0]) if numbered else (None, mentions[0])
    written = " \u00b7 ".join(dict.fromkeys(shorten(one_line(m.text), 60) for m in mentions[:4]))
    return Dot(
        side=side,
        x=low,
        end=max(high, low + _SHORTEST_BAR) if days[0] != days[1] else low,
        y=LANES[side],
        verdict=None if number is None else evidences[number].verdict,
        title=f"{value_in_words(first, interface)} \u2014 {written}",
        target=f"{side}-{first.start}" if number is None else f"f{number}",
        mentions=len(mentions),
    )


def _ties(evidences: Sequence[Evidence], places: Mapping[float, float]) -> Iterable[Tie]:
    for number, evidence in enumerate(evidences):
        sides = {exhibit.side: exhibit.mention for exhibit in evidence.exhibits if exhibit.mention}
        if evidence.kind != "date" or len(sides) < 2:
            continue
        ends = [_days(sides[side]) for side in ("left", "right")]
        if all(days and days[0] in places and days[1] in places for days in ends):
            x1, x2 = (round(sum(places[bound] for bound in days) / 2, 1) for days in ends if days)
            yield Tie(number, evidence.verdict, x1, x2, LANES["left"], LANES["right"])


def _labels(
    shown: Iterable[Mapping[_Days, Sequence[Mention]]], places: Mapping[float, float], interface: Interface
) -> Iterable[Label]:
    """As many dates as fit, from the side on which the axis begins."""
    starts: dict[float, str] = {}
    for given in shown:
        for days, mentions in given.items():
            value = mentions[0].value
            assert isinstance(value, DateValue) and value.earliest
            starts.setdefault(days[0], _as_exact_as(value.earliest, value.latest or ""))
    taken: float | None = None
    for day, edtf in sorted(starts.items()):
        x = places[day]
        if taken is None or abs(x - taken) >= _LABEL_ROOM:
            taken = x
            yield Label(x, date_in_words(edtf, interface))


def _as_exact_as(earliest: str, latest: str) -> str:
    """The first day of a date, its month, or its year, as exact as the date is."""
    if earliest == latest:
        return earliest
    return earliest[: -3 if earliest[:-3] == latest[:-3] else -6]
