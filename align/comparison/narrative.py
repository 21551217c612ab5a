"""The time that a document tells of in each of its places."""

from __future__ import annotations

import bisect
import statistics

from align.model import DateValue, DocumentAnalysis

NEAREST_DATES = 2  # on either side
FARTHEST = 4  # sentences; a date farther off tells nothing of the time


def narrative_times(analysis: DocumentAnalysis) -> list[float | None]:
    """For each sentence the median of the nearest dates outside it, in years."""
    starts = [segment.start for segment in analysis.segments]
    dated = [
        (bisect.bisect_right(starts, mention.start) - 1, year)
        for mention in analysis.mentions
        if isinstance(mention.value, DateValue) and (year := year_of(mention.value)) is not None
    ]
    places = [place for place, _ in dated]
    times: list[float | None] = []
    for number in range(len(starts)):
        before, after = bisect.bisect_left(places, number), bisect.bisect_right(places, number)
        around = dated[max(0, before - NEAREST_DATES) : before] + dated[after : after + NEAREST_DATES]
        near = [year for place, year in around if abs(place - number) <= FARTHEST]
        times.append(statistics.median(near) if near else None)
    return times


def year_of(value: DateValue) -> float | None:
    """The first day of a date in years; None before the common era and without a year."""
    if value.earliest is None or value.earliest.startswith("-"):
        return None
    year, month, day = map(int, value.earliest.split("-"))
    return year + (month - 1) / 12 + (day - 1) / 372
