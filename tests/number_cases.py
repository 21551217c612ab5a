"""What the number tests share: one line for each number that is read."""

from __future__ import annotations

from align import languages
from align.extraction.numbers import find_numbers
from align.model import Mention, NumberValue
from align.text import tokenize


def _shown(mention: Mention) -> str:
    value = mention.value
    assert isinstance(value, NumberValue)
    approximate = "~" if value.approximate else ""
    return f"[{mention.text}] {value.low}..{value.high}{approximate} {value.quantity}:{value.unit}"


def read_numbers(text: str, language: str) -> list[str]:
    """Every number of `text` as `[quoted] low..high quantity:unit`, with `~` where it is approximate."""
    return [_shown(mention) for mention in find_numbers(text, tokenize(text), languages.get(language))]
