"""Years that a text leaves out and its passage supplies: "On 25 May" under a heading of May 1997."""

from __future__ import annotations

import calendar
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from align.model import Block, DateValue, Mention

_MONTH = r"(0[1-9]|1[0-2])(?:-(\d\d))?(~?)"
_YEARLESS = re.compile(rf"XXXX-{_MONTH}(?:/XXXX-{_MONTH})?")
_SEASON = re.compile(r"XXXX-(2[1-3])()(~?)()()()")  # a winter without years may begin or end in the one inferred
_YEAR = re.compile(r"(?<![\d-])\d{4}-")
_BACKWARD_MONTHS = 3  # a narrative may step back so far without naming the year again


def infer_years(mentions: Sequence[Mention], blocks: Sequence[Block]) -> list[Mention]:
    """Give dates without a year the year of their passage where only one fits, with `inferred` true.

    `mentions` are a document's dates in text order, `blocks` its blocks in document order. Evidence, in this
    order: the span of years that the section's heading states; the dated passage before it in the same
    paragraph; the one year that all dates of the section share. Where two years fit, the date stays as it is.
    """
    if not any("XXXX" in (_edtf(mention) or "") for mention in mentions):
        return list(mentions)
    result: list[Mention] = []
    for section in _sections(mentions, blocks):
        result.extend(_infer_section(section))
    return result


class _Section:
    """The dates below one heading, with the block of each."""

    def __init__(self) -> None:
        self.heading: list[Mention] = []
        self.body: list[tuple[int, Mention]] = []


def _sections(mentions: Sequence[Mention], blocks: Sequence[Block]) -> Iterator[_Section]:
    starts, headings = [block.start for block in blocks], _headings(blocks)
    section, heading = _Section(), -1
    for mention in mentions:
        index = bisect_right(starts, mention.start) - 1
        above = headings[index] if index >= 0 else -1
        if above != heading:
            yield section
            section, heading = _Section(), above
        if index >= 0 and blocks[index].kind == "heading":
            section.heading.append(mention)
        section.body.append((index, mention))
    yield section


def _headings(blocks: Sequence[Block]) -> list[int]:
    """For each block the last heading at or before it, -1 where there is none."""
    return list(accumulate((at if block.kind == "heading" else -1 for at, block in enumerate(blocks)), max))


def _infer_section(section: _Section) -> Iterator[Mention]:
    bounds = [span for mention in section.heading if (span := _span(mention))]
    shared = _shared_year(section)
    block, previous = -1, None
    for index, mention in section.body:
        if index != block:
            block, previous = index, None
        found = _yearless(mention)
        if found:
            month, day = _month(found[1]), int(found[2]) if found[2] else None
            year = _year_by_heading(bounds, month, day)
            if year is None and found[4]:  # a range may begin before the section's own time
                year = _year_by_heading(bounds, int(found[4]), int(found[5]) if found[5] else None)
                year = year if int(found[4]) >= month else None
            if year is None and (not bounds or previous):
                year = _year_by_narrative(previous, month)
            if year is None and not bounds:
                year = shared
            if year is not None:
                mention = _with_year(mention, year, found)
        dated = _span(mention)
        if dated and dated[0][:4] == dated[1][:4]:
            previous = (int(dated[0][:4]), int(dated[0][5:7]) if dated[0][:7] == dated[1][:7] else None)
        yield mention


def _yearless(mention: Mention) -> re.Match[str] | None:
    edtf = _edtf(mention) or ""
    return _YEARLESS.fullmatch(edtf) or _SEASON.fullmatch(edtf) if mention.kind == "date" else None


def _edtf(mention: Mention) -> str | None:
    return mention.value.edtf if isinstance(mention.value, DateValue) else None


def _span(mention: Mention) -> tuple[str, str] | None:
    """The first and last day of a Gregorian date after Christ; approximations and choices give no evidence."""
    value = mention.value
    if not isinstance(value, DateValue) or value.earliest is None or value.latest is None:
        return None
    plain = value.calendar == "gregorian" and not value.earliest.startswith("-") and "[" not in (value.edtf or "")
    return (value.earliest, value.latest) if plain else None


def _shared_year(section: _Section) -> int | None:
    """The year of all dates of the section that state one, if there is only one and it is stated twice."""
    years = [span[end][:4] for _, mention in section.body if (span := _span(mention)) for end in (0, 1)]
    return int(years[0]) if len(years) >= 4 and len(set(years)) == 1 else None


def _year_by_heading(bounds: Sequence[tuple[str, str]], month: int, day: int | None) -> int | None:
    """The one year in which the date falls within a span of the heading."""
    years = set()
    for first, last in bounds:
        for year in range(int(first[:4]), min(int(last[:4]), int(first[:4]) + 3) + 1):
            date = _iso(year, month, day)
            if first[: len(date)] <= date <= last[: len(date)]:
                years.add(year)
    return years.pop() if len(years) == 1 else None


def _year_by_narrative(previous: tuple[int, int | None] | None, month: int) -> int | None:
    """The year of the date before it in the paragraph, if the months go on from there."""
    if previous is None:
        return None
    year, before = previous
    return year if before is None or month >= before - _BACKWARD_MONTHS else None


def _month(code: str) -> int:
    """The number of a month, or of the middle month of an EDTF season."""
    return int(code) if int(code) <= 12 else _first_month(code) + 1


def _first_month(season: str) -> int:
    return 3 * (int(season) - 21) + 3


def _iso(year: int, month: int, day: int | None) -> str:
    return f"{year:04d}-{month:02d}" + ("" if day is None else f"-{day:02d}")


def in_year(mention: Mention, year: int) -> Mention | None:
    """A date whose year its text leaves out, whatever year its passage supplied, in a year of its own."""
    value = mention.value
    if not isinstance(value, DateValue) or not (value.inferred or value.earliest is None):
        return None
    open_value = replace(value, edtf=_YEAR.sub("XXXX-", value.edtf or ""))
    found = _yearless(replace(mention, value=open_value))
    dated = _with_year(mention, year, found) if found else mention
    return dated if found and dated is not mention else None


def _with_year(mention: Mention, year: int, found: re.Match[str]) -> Mention:
    """The mention with its year, a second part of a range included; unchanged where the year lacks the day."""
    month, day, mark, end_month, end_day, end_mark = found.groups()
    first = _day_or_month(year, month, day)
    last = _day_or_month(year + (int(end_month) < int(month)), end_month, end_day) if end_month else first
    if first is None or last is None:
        return mention
    edtf = first[0] + mark + (f"/{last[0]}{end_mark}" if end_month else "")
    assert isinstance(mention.value, DateValue)
    dated = replace(mention.value, edtf=edtf, earliest=first[1], latest=last[2], inferred=True)
    return replace(mention, value=dated)


def _day_or_month(year: int, month: str, day: str | None) -> tuple[str, str, str] | None:
    """A date, its first and its last day; a season's are those of its months."""
    if int(month) > 12:
        first = _first_month(month)
        last = calendar.monthrange(year, first + 2)[1]
        return f"{year:04d}-{month}", f"{year:04d}-{first:02d}-01", f"{year:04d}-{first + 2:02d}-{last:02d}"
    length = calendar.monthrange(year, int(month))[1]
    if day is None:
        return f"{year:04d}-{month}", f"{year:04d}-{month}-01", f"{year:04d}-{month}-{length:02d}"
    date = f"{year:04d}-{month}-{day}"
    return (date, date, date) if int(day) <= length else None
