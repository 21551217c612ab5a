"""Dates that a narrative tells by their distance from the date before: "On 5 May ... Three days later ...".

A sentence is read from date to date; each is what the next phrase counts from, and a phrase that was told so is
counted from in its turn. A wrong reading of the narrative gives a wrong date, so comparison takes no conflict from
these dates alone (`comparison/told.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from align.extraction.date_anchors import Anchor, anchor_of, date_from
from align.extraction.date_lexicon import lexicon_of
from align.extraction.date_reader import Reader
from align.extraction.date_told import Told, told_at
from align.model import Block, DateValue, Mention, Segment
from align.text import Token

if TYPE_CHECKING:
    from align.languages.language import Language

_DAY_ALONE = re.compile(r"XXXX-XX-(\d\d)")


def tell_dates(
    text: str,
    tokens: Sequence[Token],
    dates: Sequence[Mention],
    passages: Sequence[Segment | Block],
    language: Language,
) -> list[Mention]:
    """The dates of a text, in text order, with those that its paragraphs tell by their distance from another one.

    That is the date before in the same sentence, or else the last one of the sentence before in the same paragraph.
    A phrase that finds none, or none that is exact enough, is no date. `passages` are the sentences; where a text is
    not divided, its blocks.
    """
    if not dates:
        return []
    lexicon = lexicon_of(language)
    token_starts, date_starts = [token.start for token in tokens], [date.start for date in dates]
    result = {date.start: date for date in dates}
    anchor: Anchor | None = None
    block = -1
    for index, passage in enumerate(passages):
        place = passage.block if isinstance(passage, Segment) else index
        if place != block:
            anchor, block = None, place
        first, last = (bisect_left(date_starts, bound) for bound in (passage.start, passage.end))
        if passage.kind != "paragraph" or (first == last and anchor is None):
            anchor = None
            continue
        line = tokens[bisect_left(token_starts, passage.start) : bisect_left(token_starts, passage.end)]
        walk = _Walk(Reader(text, line, lexicon), anchor)
        found = list(walk.dates(dates[first:last]))
        result.update((date.start, date) for date in found)
        anchor = walk.anchor if found else None
    return sorted(result.values(), key=lambda date: date.start)


class _Walk:
    """One sentence, read from date to date. `anchor` is what the next phrase counts from."""

    def __init__(self, reader: Reader, anchor: Anchor | None) -> None:
        self.anchor = anchor
        self._reader = reader
        self._at = 0

    def dates(self, stated: Sequence[Mention]) -> Iterator[Mention]:
        """The dates that the sentence states, and between them those that it tells."""
        tokens, count = self._reader.tokens, self._reader.count
        for date in stated:
            yield from self._told_before(date.start)
            date = self._with_month(date)
            self.anchor = anchor_of(date.value) if isinstance(date.value, DateValue) else None
            yield date
            while self._at < count and tokens[self._at].start < date.end:
                self._at += 1
        yield from self._told_before(tokens[-1].end if tokens else 0)

    def _told_before(self, limit: int) -> Iterator[Mention]:
        """The dates told from here to a place of the text."""
        reader = self._reader
        while self._at < reader.count and reader.tokens[self._at].end <= limit:
            found = told_at(reader, self._at)
            if found is None or reader.tokens[found[1] - 1].end > limit:
                self._at += 1
                continue
            told, end = found
            value = date_from(told, self.anchor) if self.anchor else None
            if value:
                start, stop = reader.start(self._at), reader.tokens[end - 1].end
                yield Mention("date", start, stop, reader.text[start:stop], value)
            self.anchor = anchor_of(value) if value else None  # what has no date breaks the chain
            self._at = end

    def _with_month(self, date: Mention) -> Mention:
        """ "Sunday the 26th" with the month of the date before."""
        alone = _DAY_ALONE.fullmatch(date.value.edtf or "") if isinstance(date.value, DateValue) else None
        value = date_from(Told("month", day=int(alone[1])), self.anchor) if alone and self.anchor else None
        return replace(date, value=value) if value else date
