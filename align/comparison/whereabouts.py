"""Whether a name tells where something is: "in Cairo", «بمدينة القاهرة», "Cairo airport", not "the Zurich firm"."""

from __future__ import annotations

import regex

from align.languages.name_words import NameWords
from align.model import Mention
from align.names.forms import bare_forms
from align.text import fold

BEFORE = 3  # words before a place among which "in" stands: "in the city of Cairo"
REACH = 80  # characters in which they are looked for
_NOUN_AFTER = regex.compile(r"\s+(\p{Ll}[\p{L}\p{Mn}]*)")
_WORD = regex.compile(r"[\p{L}\p{Mn}]+")


def is_where(text: str, place: Mention, names: NameWords, start: int = 0) -> bool:
    """Whether a preposition of place or a word for one stands before a mention, or such a word right after it.

    The sentence of the mention begins at `start`.
    """
    before = _WORD.findall(text[max(start, place.start - REACH) : place.start])[-BEFORE:]
    forms = {form for word in before for form in bare_forms(fold(word).lower(), names)}
    telling = names.place_prepositions | names.place_words
    told = not telling.isdisjoint(forms) or _noun_after(text, place) in names.place_words
    return told or bool(_noun_within(place, names))


def place_noun(text: str, place: Mention, names: NameWords) -> str:
    """The word for the sort of place that a name is of: "the Jurain cemetery", «مقبرة عظيم بور»; "" without one.

    As written, but for what is written onto it. It may belong to the name: "Baker Street".
    """
    if own := _noun_within(place, names):
        return own
    if (after := _noun_after(text, place)) in names.place_words:
        return after
    before = _WORD.findall(text[max(0, place.start - REACH) : place.start])[-BEFORE:]
    forms = ((word, form) for word in reversed(before) for form in bare_forms(fold(word).lower(), names))
    return next((word[-len(form) :] for word, form in forms if form in names.place_words), "")


def modifies(text: str, place: Mention, names: NameWords) -> bool:
    """Whether a name stands between an article and a noun, as an adjective does: "the Zurich firm".

    A word for a place is no such noun: "the Jurain cemetery" is called that.
    """
    before = _WORD.findall(text[max(0, place.start - REACH) : place.start])[-1:]
    noun = _noun_after(text, place)
    return bool(noun) and noun not in names.place_words and any(word.lower() in names.articles for word in before)


def _noun_within(place: Mention, names: NameWords) -> str:
    """The first or last word of a name of several, where it is one for a sort of place."""
    words = _WORD.findall(fold(place.text).lower())
    return next((word for word in (words[0], words[-1]) if word in names.place_words), "") if len(words) > 1 else ""


def _noun_after(text: str, place: Mention) -> str:
    """The small word right after a mention, "" where there is none."""
    found = _NOUN_AFTER.match(text, place.end)
    return fold(found[1]) if found else ""
