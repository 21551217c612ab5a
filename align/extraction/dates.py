"""The date engine: every date of a text, as EDTF, with its first and last day.

One pass over the tokens. A parse is tried only at a token that can begin a date and that has a figure or a date
word within reach; all look-ups are by dictionary, so the time is linear in the length of the text.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from align.extraction.date_absolute import ABSOLUTE, absolute_date
from align.extraction.date_inference import infer_years
from align.extraction.date_islamic import with_stated_days
from align.extraction.date_lexicon import Lexicon, lexicon_of
from align.extraction.date_mixed import STRETCHES, following_periods, mixed_stretch
from align.extraction.date_reader import Reader, Readers
from align.extraction.date_relative import RELATIVE, relative_date
from align.extraction.edtf import DateChoice, DateRange, PartialDate, ResolvedDays
from align.model import Mention
from align.text import Token

if TYPE_CHECKING:
    from align.languages.language import Language

__all__ = ["find_dates", "infer_years"]

Value = PartialDate | DateRange | DateChoice | ResolvedDays
Parsed = tuple[Value, int, int]

_FIGURES = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}(?!\d)")
_READERS: Readers = (*ABSOLUTE, *RELATIVE, *STRETCHES, (mixed_stretch, ("between", "present")))
_CHAINING = frozenset("-./")
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
    found: list[tuple[Value, int, int]] = []
    for line in _lines(text, _without_possessives(tokens, lexicon)):
        reader = Reader(text, line, lexicon)
        parsed: list[Parsed] = list(_dates_of_line(reader, lexicon, reference_date))
        if not parsed and reference_date is not None:
            parsed.extend(following_periods(reader, reference_date))
        for value, first, end in parsed:
            found.append((value, reader.start(first), line[end - 1].end))
    order = _order_of_figures(found, text)
    settled = [(_settled(value, text[start:stop], order), start, stop) for value, start, stop in found]
    return [
        Mention("date", start, stop, text[start:stop], value.value())
        for value, start, stop in with_stated_days(settled, text, lexicon)
    ]


def _without_possessives(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """The tokens, those of date words without the ending of their possessive: "Sunday's", "last year's"."""
    owners = lexicon.owners
    if not owners or all(token.form not in owners for token in tokens):
        return tokens
    kept: list[Token] = []
    modifiers, units = lexicon.roles["modifier"], lexicon.roles["unit"]
    for token in tokens:
        bare = owners.get(token.form)
        # "A year's supply" is no date, and "New Year's Eve" has its own.
        if bare is not None and (bare not in units or (kept and kept[-1].form in modifiers)):
            token = token._replace(form=bare, end=token.end - (len(token.form) - len(bare)))
        kept.append(token)
    return kept


def _order_of_figures(found: Sequence[tuple[Value, int, int]], text: str) -> str | None:
    """Whether the text writes the day or the month first in dates of figures, if its clear cases agree."""
    orders = set()
    for value, start, stop in found:
        if not isinstance(value, PartialDate) or not value.day or value.day <= 12:
            continue
        figures = _FIGURES.search(text, start, stop)
        if figures:
            orders.add("day" if int(figures[1]) == value.day else "month")
    return orders.pop() if len(orders) == 1 else None


def _settled(value: Value, quoted: str, order: str | None) -> Value:
    """An ambiguous date in figures, read in the order that the rest of the text shows."""
    if order is None or not isinstance(value, DateChoice) or value.every:
        return value
    figures = _FIGURES.search(quoted)
    if figures is None:
        return value
    first = int(figures[1])
    return next((option for option in value.options if getattr(option, order) == first), value)


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
        if _may_begin(reader, position, starters, lexicon.after_figure) and reader.fitting(_READERS, position):
            found = absolute_date(reader, position) if reader.fitting(ABSOLUTE, position) else None
            for other in (relative_date(reader, position, reference), mixed_stretch(reader, position, reference)):
                if other and (found is None or other[2] > found[2]):
                    found = other
            if found:
                yield found
                position = found[2]
                continue
        position += 1


def _may_begin(reader: Reader, at: int, starters: frozenset[str], after_figure: frozenset[str]) -> bool:
    """Whether a date may begin at a token: a year's figure, a figure with a fitting word after it, or a date word."""
    forms, kinds = reader.forms, reader.kinds
    if kinds[at] != "number":
        return forms[at] in starters
    length = len(forms[at])
    if length != 4 and (length > 4 or forms[at + 1] not in after_figure):
        return False
    # The middle of a chain of figures begins no date: its first figure did not.
    chained = kinds[at - 2] == "number" and forms[at - 1] in _CHAINING and reader.glued(at) and reader.glued(at - 1)
    return not chained


def _anchors(reader: Reader, lexicon: Lexicon) -> list[int]:
    """The positions of the figures and date words of a line."""
    anchors = lexicon.anchors
    pairs = zip(reader.kinds, reader.forms, strict=True)
    return [index for index, (kind, form) in enumerate(pairs) if kind == "number" or form in anchors]
