"""The libraries compared: how each is called, and what its answers mean in the terms of `scoring`.

Each is called as its documentation says, with the language known. A library that is not installed is left out.
"""

from __future__ import annotations

import calendar
import datetime
import importlib
import importlib.metadata
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from align import languages
from align.extraction import find_values
from align.model import DateValue, Mention, NumberValue
from align.read import split_blocks
from benchmarks.scoring import DateReading, Days, NumberReading, Readings, Sort

Read = Callable[[str, str, datetime.date | None], Readings]  # text, language, reference date

DATES = frozenset({"date", "date-relative", "dual-month"})
NUMBERS = frozenset({"number", "percent", "ordinal"})
# What relative dates resolve against where a case names no day, so that no run depends on the day it is made.
SOME_DAY = datetime.date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Contestant:
    """A library under comparison. `claims` says, by language, which suites it sets out to read.

    `is_default` is false for a way of calling a library that its documentation offers beside the default.
    """

    name: str
    version: str
    kinds: str
    claims: Mapping[str, frozenset[str]]
    read: Read
    is_default: bool = True

    def claims_to_read(self, language: str, suite: str) -> bool:
        return suite in self.claims.get(language, frozenset())


def load_contestants() -> tuple[list[Contestant], list[str]]:
    """The contestants that are installed, align first, and the names of the distributions that are not."""
    found, missing = [_align()], []
    for distribution, load in _OTHERS.items():
        try:
            found += load(importlib.metadata.version(distribution))
        except ModuleNotFoundError:
            missing.append(distribution)
    return found, missing


def _align() -> Contestant:
    version = importlib.metadata.version("align-sources")
    every = DATES | NUMBERS | {"hijri"}
    return Contestant("align", version, "dates and numbers", dict.fromkeys(languages.LANGUAGES, every), read_align)


def read_align(text: str, language: str, reference: datetime.date | None = None) -> Readings:
    """What align reads but for names."""
    values = find_values(text, split_blocks(text), languages.get(language), reference).mentions
    return Readings(
        tuple(_date_of(mention.value) for mention in values if isinstance(mention.value, DateValue)),
        tuple(reading for mention in values for reading in _numbers_of(mention)),
    )


def _date_of(value: DateValue) -> DateReading:
    spans = ((value.earliest, value.latest),) if value.earliest and value.latest else ()
    edtf = value.edtf or ""
    return DateReading(spans, edtf[5:] or None, not edtf.startswith("XXXX"), value.calendar)


def _numbers_of(mention: Mention) -> list[NumberReading]:
    """The number of a mention, or nothing for a range or an open end: the cases hold exact numbers."""
    value = mention.value
    if not isinstance(value, NumberValue) or value.low is None or value.low != value.high:
        return []
    sort: Sort = "ordinal" if value.ordinal else "percent" if value.quantity == "percent" else "number"
    return [NumberReading(float(value.low), sort)]


def _dateparser(version: str) -> list[Contestant]:
    search = importlib.import_module("dateparser.search").search_dates
    claims = dict.fromkeys(("en", "ar"), DATES)
    return [
        Contestant("dateparser split", version, "dates", claims, _date_searcher(search, "split")),
        Contestant("dateparser ngram", version, "dates", claims, _date_searcher(search, "ngram"), is_default=False),
    ]


def _date_searcher(search: Callable[..., Any], strategy: str) -> Read:
    def read(text: str, language: str, reference: datetime.date | None = None) -> Readings:
        base = datetime.datetime.combine(reference or SOME_DAY, datetime.time())
        found = search(text, languages=[language], settings={"RELATIVE_BASE": base}, strategy=strategy, add_period=True)
        return Readings(dates=tuple(date_of_period(moment.date(), period) for _, moment, period in found or ()))

    return read


def date_of_period(day: datetime.date, period: str) -> DateReading:
    """A day and the period that it stands for: the period is meant in "May 2001", the day in "two weeks ago"."""
    days = [(day.isoformat(), day.isoformat())]
    around = _PERIODS.get(period)
    return DateReading(tuple([around(day), *days] if around else days), day.strftime("%m-%d"))


def _week(day: datetime.date) -> Days:
    monday = day - datetime.timedelta(days=day.weekday())
    return monday.isoformat(), (monday + datetime.timedelta(days=6)).isoformat()


def _month(day: datetime.date) -> Days:
    return _months(day.year, day.month, day.month)


def _quarter(day: datetime.date) -> Days:
    first = (day.month - 1) // 3 * 3 + 1
    return _months(day.year, first, first + 2)


def _year(day: datetime.date) -> Days:
    return _months(day.year, 1, 12)


def _months(year: int, first: int, last: int) -> Days:
    end = datetime.date(year, last, calendar.monthrange(year, last)[1])
    return datetime.date(year, first, 1).isoformat(), end.isoformat()


_PERIODS: dict[str, Callable[[datetime.date], Days]] = {
    "week": _week,
    "month": _month,
    "quarter": _quarter,
    "year": _year,
}


def _pyarabic(version: str) -> list[Contestant]:
    number = importlib.import_module("pyarabic.number")

    def read(text: str, language: str, reference: datetime.date | None = None) -> Readings:
        phrases: list[str] = number.extract_number_phrases(text)
        values = [_figure(phrase) or number.text2number(phrase) for phrase in phrases]
        return Readings(numbers=tuple(NumberReading(float(value)) for value in values))

    return [Contestant("pyarabic", version, "numbers", {"ar": frozenset({"number"})}, read)]


_FIGURE = re.compile(r"\D?(\d+)")  # with the conjunction that pyarabic leaves at its front


def _figure(phrase: str) -> int | None:
    """The value of a phrase of figures alone, which pyarabic finds but reads as 0."""
    match = _FIGURE.fullmatch(phrase)
    return int(match[1]) if match else None


def _text2num(version: str) -> list[Contestant]:
    alpha2digit = importlib.import_module("text_to_num").alpha2digit

    def read(text: str, language: str, reference: datetime.date | None = None) -> Readings:
        # The default threshold keeps isolated words up to three as words; 0 writes all of them as figures.
        return Readings(numbers=tuple(read_figures(alpha2digit(text, language, threshold=0))))

    return [Contestant("text2num", version, "numbers", {"en": frozenset({"number", "ordinal"})}, read)]


_ENGLISH_FIGURE = re.compile(r"(?<![\w.,])(\d+(?:,\d{3})*(?:\.\d+)?)(st|nd|rd|th)?(?!\w|[.,]\d)")


def read_figures(text: str) -> list[NumberReading]:
    """The figures of an English text, into which text2num has written its numbers."""
    return [
        NumberReading(float(match[1].replace(",", "")), "ordinal" if match[2] else "number")
        for match in _ENGLISH_FIGURE.finditer(text)
    ]


_OTHERS: dict[str, Callable[[str], list[Contestant]]] = {
    "dateparser": _dateparser,
    "pyarabic": _pyarabic,
    "text2num": _text2num,
}
