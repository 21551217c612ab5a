"""One-line factories for the date tests: they read a text with the real tables of a language."""

from __future__ import annotations

import datetime

from align.extraction.dates import find_dates
from align.languages import LANGUAGES
from align.model import DateValue, Mention
from align.text import tokenize


def dates(text: str, language: str = "en", reference: str | None = None) -> list[Mention]:
    day = datetime.date.fromisoformat(reference) if reference else None
    return find_dates(text, tokenize(text), LANGUAGES[language], day)


def value(mention: Mention) -> DateValue:
    assert isinstance(mention.value, DateValue)
    return mention.value


def edtf(text: str, language: str = "en", reference: str | None = None) -> list[tuple[str, str | None]]:
    """The quoted dates of a text with their EDTF strings."""
    return [(mention.text, value(mention).edtf) for mention in dates(text, language, reference)]


def impossible(text: str, language: str = "en") -> list[tuple[str, str | None, int | None]]:
    """The quoted dates of a text with their EDTF strings and the days that their months do not have."""
    found = ((mention.text, value(mention)) for mention in dates(text, language))
    return [(quoted, date.edtf, date.impossible_day) for quoted, date in found]


def bounds(text: str, language: str = "en", reference: str | None = None) -> list[tuple[str | None, str | None]]:
    return [(value(mention).earliest, value(mention).latest) for mention in dates(text, language, reference)]
