"""Dates told by their distance from the event that a text is about: "two days after the shock", «قبل الكارثة بيومين».

Such an event happened on the day that the text states most often: of 34 phrases in the corpora so read, 30 came out
right. Other events are not looked for: of eight phrases such as "after the filing" three came out right by the dates of
sentences with the same word. All are guesses of the reader's, and compared as such (`comparison/told.py`).
"""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from align.extraction.date_anchors import Anchor, anchor_of, date_from
from align.extraction.date_event_phrases import EventTold, event_told_at
from align.extraction.date_lexicon import lexicon_of
from align.extraction.date_reader import Reader
from align.model import Block, DateValue, Mention, Segment
from align.stems import Stemmer
from align.text import Token

if TYPE_CHECKING:
    from align.languages.language import Language

CLOSE = 6  # code points between a phrase and the date that it explains


def tell_event_dates(
    text: str,
    tokens: Sequence[Token],
    dates: Sequence[Mention],
    passages: Sequence[Segment | Block],
    language: Language,
) -> list[Mention]:
    """The dates of a text with those that it counts from its event, in text order."""
    anchor = _most_told(dates)
    if anchor is None:
        return list(dates)
    lexicon, stemmer = lexicon_of(language), functools.cache(lambda: Stemmer(language))  # few texts need it
    starts, found = [token.start for token in tokens], list(dates)
    for passage in passages:
        line = tokens[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
        if lexicon.event_tellers.isdisjoint(token.form for token in line):
            continue
        reader, at = Reader(text, line, lexicon), 0
        while at < reader.count:
            told = event_told_at(reader, at)
            head = _event(reader, told, stemmer(), language.claims.central_events) if told else None
            value = _counted(told, anchor) if told and head is not None else None
            if told is None or head is None or value is None:
                at += 1
                continue
            end = told.end or head + 1
            start, stop = reader.start(at), reader.tokens[end - 1].end
            if not _is_stated(start, stop, dates, text):
                found.append(Mention("date", start, stop, text[start:stop], value))
            at = end
    return sorted(found, key=lambda date: date.start)


def _most_told(dates: Sequence[Mention]) -> Anchor | None:
    """The day that the text states most often; the first of several."""
    days = [anchor for date in dates if (anchor := _stated_day(date))]
    times = Counter(anchor.edtf for anchor in days)
    return max(days, key=lambda anchor: times[anchor.edtf], default=None)


def _stated_day(date: Mention) -> Anchor | None:
    value = date.value
    if not isinstance(value, DateValue) or value.offset or not value.earliest or value.earliest != value.latest:
        return None
    return anchor_of(value)


def _counted(told: EventTold, anchor: Anchor) -> DateValue | None:
    value, counts = date_from(told.told, anchor), bool(told.told.steps)
    return replace(value, offset=replace(value.offset, sure=counts)) if value and value.offset else value


def _event(reader: Reader, told: EventTold, stemmer: Stemmer, events: frozenset[str]) -> int | None:
    """The position of the noun for a central event, if the phrase counts from one."""
    for position in range(told.first, min(told.last, reader.count)):
        if reader.kinds[position] != "word":
            return None
        if stemmer.bare(reader.form(position)) in events:
            return position
        if reader.form(position) not in reader.words.articles:
            return None
    return None


def _is_stated(start: int, stop: int, dates: Sequence[Mention], text: str) -> bool:
    """Whether a date of the text lies in the phrase or right beside it: "On 30 June, four months after the shock"."""
    after = bisect_right(dates, start, key=lambda each: each.end)
    gaps = [text[before.end : start] for before in dates[max(0, after - 1) : after]]
    gaps += [text[stop : each.start] for each in dates[after : after + 1]]
    return any(len(gap) <= CLOSE and "." not in gap for gap in gaps)
