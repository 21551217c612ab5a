"""The date engine: every date of a text, as EDTF, with its first and last day.

One pass over the tokens. A parse is tried only at a token that can begin a date and that has a figure or a date
word within reach; all look-ups are by dictionary, so the time is linear in the length of the text.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from align.extract.date_absolute import absolute_date
from align.extract.date_inference import infer_years
from align.extract.date_lexicon import Lexicon, Reader, lexicon_of
from align.extract.date_relative import relative_date
from align.extract.edtf import DateChoice, DateRange, PartialDate, ResolvedDays
from align.model import DateValue, Mention
from align.text import Token

if TYPE_CHECKING:
    from align.languages.language import Language

__all__ = ["find_dates", "infer_years"]

Parsed = tuple[PartialDate | DateRange | DateChoice | ResolvedDays, int, int]

_REACH = 6  # tokens between the first word of a date and its first figure or date word


def find_dates(
    text: str, tokens: Sequence[Token], language: Language, reference_date: datetime.date | None = None
) -> list[Mention]:
    """The dates of a text, in text order.

    `tokens` are those of `align.text.tokenize(text)`. A date without a year comes out as `XXXX-08-08` with no
    `earliest` and `latest` (see `infer_years`). Relative expressions ("yesterday") resolve against
    `reference_date`; without one they are mentions whose `edtf` is None.
    """
    lexicon = lexicon_of(language)
    mentions = []
    for line in _lines(text, tokens):
        reader = Reader(text, line, lexicon)
        for value, first, end in _dates_of_line(reader, lexicon, reference_date):
            start, stop = reader.start(first), line[end - 1].end
            mentions.append(Mention("date", start, stop, text[start:stop], _value(value)))
    return mentions


def _value(parsed: PartialDate | DateRange | DateChoice | ResolvedDays) -> DateValue:
    return parsed.value()


def _lines(text: str, tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens of each line: no date runs over the end of a line."""
    if "\n" not in text:
        yield tokens
        return
    start = 0
    end_of_line = text.find("\n")
    for index, token in enumerate(tokens):
        if end_of_line != -1 and token.start > end_of_line:
            if index > start:
                yield tokens[start:index]
            start = index
            end_of_line = text.find("\n", token.start)
    yield tokens[start:]


def _dates_of_line(reader: Reader, lexicon: Lexicon, reference: datetime.date | None) -> Iterator[Parsed]:
    anchors = _anchors(reader, lexicon)
    starters = lexicon.starters
    position, upcoming = 0, 0
    while upcoming < len(anchors):
        while upcoming < len(anchors) and anchors[upcoming] < position:
            upcoming += 1
        if upcoming == len(anchors):
            return
        position = max(position, anchors[upcoming] - _REACH)
        if _may_begin(reader, position, starters, lexicon.after_figure):
            found = absolute_date(reader, position)
            relative = relative_date(reader, position, reference)
            if relative and (found is None or relative[2] > found[2]):
                found = relative
            if found:
                yield found
                position = found[2]
                continue
        position += 1


def _may_begin(reader: Reader, at: int, starters: frozenset[str], after_figure: frozenset[str]) -> bool:
    """Whether a date may begin at a token: a year's figure, a figure with a fitting word after it, or a date word."""
    token = reader.tokens[at]
    if token.kind != "number":
        return token.form in starters
    length = len(token.form)
    return length == 4 or (length < 4 and reader.form(at + 1) in after_figure)


def _anchors(reader: Reader, lexicon: Lexicon) -> list[int]:
    """The positions of the figures and date words of a line."""
    anchors = lexicon.anchors
    return [
        index
        for index, token in enumerate(reader.tokens)
        if token.kind == "number" or token.form in anchors
    ]
