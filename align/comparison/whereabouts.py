"""Whether a name tells where something is: "in the city of Cairo", «في القاهرة», but not "the Zurich firm"."""

from __future__ import annotations

import regex

from align.languages.name_words import NameWords
from align.model import Mention
from align.text import fold

BEFORE = 3  # words before a place among which "in" stands: "in the city of Cairo"
REACH = 80  # characters in which they are looked for
_NOUN_AFTER = regex.compile(r"\s+\p{Ll}")
_WORD = regex.compile(r"[\p{L}\p{Mn}]+")


def is_where(text: str, place: Mention, names: NameWords, start: int = 0) -> bool:
    """Whether a preposition of place stands before a mention; the sentence of the mention begins at `start`."""
    before = _WORD.findall(text[max(start, place.start - REACH) : place.start])[-BEFORE:]
    return any(fold(word).lower() in names.place_prepositions for word in before)


def modifies(text: str, place: Mention, names: NameWords) -> bool:
    """Whether a name stands between an article and a noun, as an adjective does: "the Zurich firm"."""
    before = _WORD.findall(text[max(0, place.start - REACH) : place.start])[-1:]
    return bool(_NOUN_AFTER.match(text, place.end)) and any(word.lower() in names.articles for word in before)
