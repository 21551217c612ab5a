"""Extract: the dates, numbers and names that a text states, each with its typed value."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from align.extraction.dates import find_dates, infer_years
from align.extraction.names import find_names
from align.extraction.numbers import find_numbers
from align.languages.language import Language
from align.model import Block, Mention, Segment, Span
from align.text import tokenize

__all__ = ["extract_mentions"]


def extract_mentions(
    text: str,
    blocks: Sequence[Block],
    segments: Sequence[Segment],
    language: Language,
    reference_date: datetime.date | None = None,
) -> list[Mention]:
    """All mentions in text order. Dates come first, so that a number inside a date is part of the date only."""
    tokens = tokenize(text)
    dates = infer_years(find_dates(text, tokens, language, reference_date), blocks)
    taken = [Span(mention.start, mention.end) for mention in dates]
    numbers = find_numbers(text, tokens, language, taken)
    names = _names(text, segments, language)
    return sorted([*dates, *numbers, *names], key=lambda mention: (mention.start, mention.end, mention.kind))


def _names(text: str, segments: Sequence[Segment], language: Language) -> list[Mention]:
    """Names sentence by sentence, with offsets into the whole text."""
    found = find_names([text[segment.start : segment.end] for segment in segments], language)
    return [
        Mention(name.kind, name.start + segment.start, name.end + segment.start, name.text, name.value)
        for segment, names in zip(segments, found, strict=True)
        for name in names
    ]
