"""The dates of both texts on one line of time, one text above the other.

Texts tell of hours and of centuries at once. Positions therefore grow with the logarithm of the days between one date
and the next: the order holds, and days apart stay as legible as years apart.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from align.model import Comparison, DateValue, Mention, Side
from align.report.bidi import one_line
from align.report.evidence import Evidence
from align.report.quotes import shorten
from align.report.wording import INTERNAL, Shown, value_in_words
from align.wording import Interface
from align.wording.edtf import date_in_words

WIDTH = 1000
HEIGHT = 138
LANES: Mapping[Side, int] = {"left": 42, "right": 96}  # heights of the lines in the drawing
LABELS: Mapping[Side, int] = {"left": 20, "right": 126}  # and of the labels above the first, below the second
GUTTER = 128  # where time begins, for the names of the two texts
_MARGIN = 52  # where it ends
_LETTER, _GAP = 7.4, 14  # an ample width of a letter of a label, and between two labels
_THICKEST, _THINNEST = 14, 6  # of bars; what lies within a bar is drawn thinner
_MOST_DOTS = 150  # of each text; more could not be told apart
_SHORTEST_BAR = 7
_SHORTEST_MONTH = "28"
_IN_DISPUTE: tuple[Shown, ...] = ("conflict", INTERNAL)
_DAY = regex.compile(r"(-?\d{4})-(\d\d)-(\d\d)")

_Days = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Dot:
    """One date of one text; `end` lies apart from `x` where the date is a span. Several mentions may give it."""

    side: Side
    x: float
    end: float
    y: int
    thickness: int
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
    """A date named beside the line of its text."""

    x: float
    y: int
    verdict: Shown | None
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
    dots: list[Dot] = []
    labels: list[Label] = []
    for side, given in shown.items():
        drawn = {days: _dot(side, days, given[days], places, found, evidences, interface) for days in sorted(given)}
        dots += _nested(list(drawn.values()))
        labels += _labels(drawn, given, interface)
    return Timeline(
        dots=tuple(dots),
        ties=tuple(_ties(evidences, places)),
        labels=tuple(labels),
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
    room = (WIDTH - GUTTER - _MARGIN) / (reached[-1] or 1)
    start = GUTTER if reached[-1] else WIDTH / 2
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
        thickness=_THICKEST,
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


def _nested(dots: Sequence[Dot]) -> list[Dot]:
    """What is short is drawn over what is long, and thinner, so that both can be seen."""
    ordered = sorted(dots, key=lambda dot: dot.x - dot.end)
    nested = []
    for at, dot in enumerate(ordered):
        around = sum(bar.x <= dot.x and dot.end <= bar.end for bar in ordered[:at])
        nested.append(replace(dot, thickness=max(_THINNEST, _THICKEST - 3 * around)))
    return nested


def _labels(drawn: Mapping[_Days, Dot], given: Mapping[_Days, Sequence[Mention]], ui: Interface) -> Iterable[Label]:
    """The dates of one text that can be named without touching: those in dispute first, then the earliest."""
    taken: list[tuple[float, float]] = []
    for days, dot in sorted(drawn.items(), key=lambda item: (item[1].verdict not in _IN_DISPUTE, item[0])):
        text = date_in_words(_bounds(given[days][0]), ui)
        half = (len(text) * _LETTER + _GAP) / 2
        x = round(min(max((dot.x + dot.end) / 2, half), WIDTH - half), 1)
        if all(x + half <= low or high <= x - half for low, high in taken):
            taken.append((x - half, x + half))
            yield Label(x, LABELS[dot.side], dot.verdict, text)


def _bounds(mention: Mention) -> str:
    """When a date begins and ends, as EDTF: the year, the month or the day where it is one, else both ends."""
    value = mention.value
    assert isinstance(value, DateValue) and value.earliest and value.latest
    first, last = value.earliest, value.latest
    if first.endswith("-01-01") and last.endswith("-12-31"):
        first, last = first[:-6], last[:-6]
    elif first[:-3] != last[:-3] or (first.endswith("-01") and last[-2:] >= _SHORTEST_MONTH):
        first, last = first[:-3], last[:-3]
    return first if first == last else f"{first}/{last}"
