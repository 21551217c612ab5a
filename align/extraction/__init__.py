"""Extract: the dates, numbers and names that a text states, each with its typed value."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from align.extraction.data_stretches import divide
from align.extraction.date_events import tell_event_dates
from align.extraction.date_narrative import tell_dates
from align.extraction.dates import find_dates, infer_years
from align.extraction.figures import find_figures
from align.extraction.names import find_names
from align.extraction.numbers import find_numbers
from align.languages.language import Language
from align.model import Block, Mention, NameValue, NumberValue, Segment, Span
from align.text import tokenize

__all__ = ["Extraction", "extract_mentions", "find_values"]


class Extraction(NamedTuple):
    """Mentions and bare figures in text order, and the stretches of the text that were taken for data and not read."""

    mentions: list[Mention]
    figures: list[Mention]
    unread: list[Span]


def extract_mentions(
    text: str,
    blocks: Sequence[Block],
    segments: Sequence[Segment],
    language: Language,
    reference_date: datetime.date | None = None,
    name_engine: str = "",
) -> Extraction:
    """All mentions of a text."""
    found = find_values(text, blocks, language, reference_date, segments)
    names = _without_currencies(_names(text, segments, language, name_engine), found.mentions)
    return found._replace(mentions=_in_order([*_without_regnal(found.mentions, names), *names]))


def _without_currencies(names: list[Mention], values: list[Mention]) -> list[Mention]:
    """The names outside sums of money: in «خمسة آلاف جنيه إسترليني» the currency is the number's unit."""
    sums = {at for value in values if _is_money(value) for at in range(value.start, value.end)}
    return [name for name in names if name.start not in sums or name.end - 1 not in sums]


def _is_money(mention: Mention) -> bool:
    return isinstance(mention.value, NumberValue) and mention.value.quantity == "money"


def _without_regnal(values: list[Mention], names: list[Mention]) -> list[Mention]:
    """The values without the ordinals of rulers: «الحسن الثاني» is a name and counts nothing."""
    persons = [name for name in names if isinstance(name.value, NameValue) and name.value.label == "PER"]
    with_ordinal = {name.end for name in persons if " " in name.text}
    alone = {name.start for name in persons}  # «إليزابيث الثانية», of which only the first word was found
    return [
        value
        for value in values
        if not (isinstance(value.value, NumberValue) and value.value.ordinal)
        or not (value.end in with_ordinal or (value.start in alone and value.value.unit))
    ]


def find_values(
    text: str,
    blocks: Sequence[Block],
    language: Language,
    reference_date: datetime.date | None = None,
    segments: Sequence[Segment] = (),
) -> Extraction:
    """The dates and numbers of a text. Dates come first, so that a number inside a date is part of the date only."""
    tokens, unread = divide(text, tokenize(text), language)
    dates = infer_years(find_dates(text, tokens, language, reference_date), blocks)
    dates = tell_dates(text, tokens, dates, segments or blocks, language)
    dates = tell_event_dates(text, tokens, dates, segments or blocks, language)
    numbers = find_numbers(text, tokens, language, [Span(date.start, date.end) for date in dates])
    values = _in_order([*dates, *numbers])
    return Extraction(values, find_figures(text, [*values, *unread]), unread)


def _in_order(mentions: list[Mention]) -> list[Mention]:
    return sorted(mentions, key=lambda mention: (mention.start, mention.end, mention.kind))


def _names(text: str, segments: Sequence[Segment], language: Language, engine: str) -> list[Mention]:
    """Names sentence by sentence, with offsets into the whole text."""
    found = find_names([text[segment.start : segment.end] for segment in segments], language, engine)
    return [
        Mention(name.kind, name.start + segment.start, name.end + segment.start, name.text, name.value)
        for segment, names in zip(segments, found, strict=True)
        for name in names
    ]
