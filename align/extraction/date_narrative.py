"""Dates that a narrative tells by their distance from the date before: "On 5 May ... Three days later ...".

A sentence is read from date to date; each is what the next phrase counts from, and a phrase that was told so is
counted from in its turn. A wrong reading of the narrative gives a wrong date, so comparison takes no conflict from
these dates alone (`comparison/told.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from align.extraction.date_anchors import Anchor, anchor_of, date_from
from align.extraction.date_inference import in_year
from align.extraction.date_lexicon import Lexicon, lexicon_of
from align.extraction.date_reader import Reader
from align.extraction.date_told import Told, is_cued, told_at, year_behind
from align.model import Block, DateValue, Mention, Segment
from align.text import Token

if TYPE_CHECKING:
    from align.languages.language import Language

_DAY_ALONE = re.compile(r"XXXX-XX-(\d\d)")
_COMMAS = frozenset(",\u060c(\u2013\u2014")
_FARTHEST = 3  # sentences without a date, after which a phrase counts from none
_CLOSE = 4  # tokens between a distance and the date that it comes to
_CUE = 2  # ... without a comma


def tell_dates(
    text: str,
    tokens: Sequence[Token],
    dates: Sequence[Mention],
    passages: Sequence[Segment | Block],
    language: Language,
) -> list[Mention]:
    """The dates of a text, in text order, with those that its paragraphs tell by their distance from another one.

    That is the date before in the same sentence, or else the last one of the sentences before, under one heading.
    A phrase that finds none, or none that is exact enough, is no date. `passages` are the sentences; where a text is
    not divided, its blocks.
    """
    if not dates:
        return []
    lexicon = lexicon_of(language)
    token_starts, date_starts = [token.start for token in tokens], [date.start for date in dates]
    result = {date.start: date for date in dates}
    anchor: Anchor | None = None
    year: int | None = None  # to which "the following year" has moved the paragraph
    block = -1
    undated = 0
    for index, passage in enumerate(passages):
        place = passage.block if isinstance(passage, Segment) else index
        if place != block:
            year, block = None, place
            undated += 1  # a new paragraph is as far as a sentence
            if passage.kind != "paragraph" or undated > _FARTHEST:
                anchor = None
        first, last = (bisect_left(date_starts, bound) for bound in (passage.start, passage.end))
        if passage.kind != "paragraph" or (first == last and anchor is None):
            continue
        own = dates[first:last]
        line = tokens[bisect_left(token_starts, passage.start) : bisect_left(token_starts, passage.end)]
        if _may_tell(line, own, lexicon):
            walk = _Walk(Reader(text, line, lexicon), anchor, year)
            for date in own:
                del result[date.start]
            own = list(walk.dates(own))
            result.update((date.start, date) for date in own)
            anchor, year = walk.anchor, walk.year
        elif own:
            for date in own:
                result[date.start] = in_moved_year(date, year)
                year = _moved(date, year)
            anchor = _anchor(result[own[-1].start])
        undated = 0 if own else undated + 1
        anchor = anchor if undated <= _FARTHEST else None
    return sorted(result.values(), key=lambda date: date.start)


def _may_tell(line: Sequence[Token], dates: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Whether a sentence has a word of which such phrases are made, or a day of a month that it does not name."""
    if any(token.form in lexicon.tellers for token in line):
        return True
    return any(isinstance(date.value, DateValue) and _DAY_ALONE.fullmatch(date.value.edtf or "") for date in dates)


def _anchor(date: Mention) -> Anchor | None:
    return anchor_of(date.value) if isinstance(date.value, DateValue) else None


def in_moved_year(date: Mention, year: int | None) -> Mention:
    """A date that leaves its year out, in the year to which "the following year" has moved the passage, if any."""
    value = date.value
    if year is None or not isinstance(value, DateValue) or not value.inferred or value.offset or not value.earliest:
        return date
    return (in_year(date, year) or date) if int(value.earliest[:4]) < year else date


def _moved(date: Mention, year: int | None) -> int | None:
    """The year to which the passage is still moved after a date: a stated one begins anew."""
    value = date.value
    return year if isinstance(value, DateValue) and (value.inferred or value.earliest is None) else None


class _Walk:
    """One sentence, read from date to date.

    `anchor` is what the next phrase counts from, and `year` that to which "the following year" has moved the dates.
    """

    def __init__(self, reader: Reader, anchor: Anchor | None, year: int | None) -> None:
        self.anchor, self.year = anchor, year
        self._reader = reader
        self._at = 0

    def dates(self, stated: Sequence[Mention]) -> Iterator[Mention]:
        """The dates that the sentence states, and between them those that it tells."""
        for date in stated:
            covered = yield from self._told_until(date)
            if covered:
                continue
            while self._place() < date.end:
                self._at += 1
            date = self._with_month(self._with_year(in_moved_year(date, self.year)))
            self.year = _moved(date, self.year)
            self.anchor = _anchor(date)
            yield date
        yield from self._told_until(None)

    def _place(self) -> int:
        """Where in the text the next token begins."""
        reader = self._reader
        return reader.tokens[self._at].start if self._at < reader.count else len(reader.text)

    def _told_until(self, date: Mention | None) -> Generator[Mention, None, bool]:
        """The dates told from here to a stated one, or to the end of the sentence.

        A date that leaves its year out may lie in a phrase, as in "the following January": true where one does.
        """
        reader, limit = self._reader, date.start if date else len(self._reader.text)
        while self._at < reader.count and self._place() <= limit:
            found = told_at(reader, self._at)
            if found is None:
                self._at += 1
                continue
            told, end = found
            stop = reader.tokens[end - 1].end
            value = date_from(told, self.anchor) if self.anchor else None
            covers = date is not None and stop > limit
            if date and covers and not (value and stop >= date.end and _may_be_told(date, told)):
                self._at += 1
                continue
            if value and not covers and date and self._is_stated_at_once(end, limit):
                value = None
            if value:
                start = reader.start(self._at)
                yield Mention("date", start, stop, reader.text[start:stop], value)
            self.anchor = anchor_of(value) if value else None  # what has no date breaks the chain
            self._at = end
            if covers:
                return True
        return False

    def _is_stated_at_once(self, end: int, limit: int) -> bool:
        """Whether the date itself follows: "a week later, on 26 July", "two years later in 1990"."""
        reader = self._reader
        between = [token for token in reader.tokens[end : end + _CLOSE + 1] if token.start < limit]
        if not 0 < len(between) <= _CLOSE:
            return False
        return between[0].form in _COMMAS or (len(between) <= _CUE and is_cued(reader, end + len(between)))

    def _with_month(self, date: Mention) -> Mention:
        """ "Sunday the 26th" with the month of the date before."""
        alone = _DAY_ALONE.fullmatch(date.value.edtf or "") if isinstance(date.value, DateValue) else None
        value = date_from(Told("month", day=int(alone[1])), self.anchor) if alone and self.anchor else None
        return replace(date, value=value) if value else date

    def _with_year(self, date: Mention) -> Mention:
        """ "May of the following year"; "of the same year" says nothing of a date that has its year already."""
        behind = year_behind(self._reader, self._at) if _is_open(date) else None
        if behind is None:
            return date
        told, end = behind
        yearless = isinstance(date.value, DateValue) and date.value.earliest is None
        year = date_from(told, self.anchor) if (told.shift or yearless) and self.anchor else None
        moved = in_year(date, int(year.edtf)) if year and year.edtf else None
        self._at = end
        if moved is None or year is None:
            return date
        if told.shift:
            self.year = int(year.edtf or 0)
        assert isinstance(moved.value, DateValue)
        stop = self._reader.tokens[end - 1].end
        value = replace(moved.value, offset=year.offset) if told.shift else moved.value
        return Mention("date", date.start, stop, self._reader.text[date.start : stop], value)


def _is_open(date: Mention) -> bool:
    """Whether a date leaves its year to the passage."""
    value = date.value
    return isinstance(value, DateValue) and value.edtf is not None and (value.inferred or value.earliest is None)


def _may_be_told(date: Mention, told: Told) -> bool:
    """Whether a phrase says more than the date in it: one without a year, or a day counted from none ("next day")."""
    unresolved = isinstance(date.value, DateValue) and date.value.edtf is None
    return _is_open(date) or (unresolved and told.unit == "day")
