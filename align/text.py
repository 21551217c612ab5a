"""Tokens and folded forms of a text, with every offset kept. Shared by all extraction stages.

Folding follows what Arabic search engines do: no diacritics, no tatweel, one form of alef, yeh and teh
marbuta, ASCII digits. It serves look-up only; what is quoted is always the original text.
"""

from __future__ import annotations

import functools
import unicodedata
from typing import NamedTuple

import regex

ALEF = "\u0627"
YEH = "\u064a"
HEH = "\u0647"

# Letters that writers of Arabic exchange freely, one to one, so that offsets stay.
_LETTERS = {
    "\u0622": ALEF,  # alef with madda
    "\u0623": ALEF,  # alef with hamza above
    "\u0625": ALEF,  # alef with hamza below
    "\u0671": ALEF,  # alef wasla
    "\u0649": YEH,  # alef maksura
    "\u06cc": YEH,  # Persian yeh
    "\u0629": HEH,  # teh marbuta
    "\u06a9": "\u0643",  # Persian kaf
}
_DIGITS = {chr(base + value): str(value) for base in (0x0660, 0x06F0) for value in range(10)}
_FOLD = str.maketrans(_LETTERS | _DIGITS)
ASCII_DIGITS = str.maketrans(_DIGITS)

# Marks that carry no letter of their own: Arabic diacritics, superscript alef, tatweel, joiners and bidi controls.
_IGNORABLE = regex.compile(r"[\p{Mn}\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")

_TOKEN = regex.compile(
    r"(?P<number>\p{Nd}+)"
    r"|(?P<word>\p{L}[\p{L}\p{Mn}\u0640\u200c\u200d]*(?:['\u2019](?=\p{L})\p{L}[\p{L}\p{Mn}]*)?)"
    r"|(?P<mark>[^\s\p{Nd}\p{L}])"
)


class Token(NamedTuple):
    """A run of digits, a word, or one other sign. `form` is the folded text that tables are looked up by."""

    start: int
    end: int
    form: str
    kind: str  # "number", "word" or "mark"


@functools.lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The look-up form of a word: lower case, no marks, one form of the exchangeable Arabic letters."""
    if word.isascii():
        return word.lower()
    composed = unicodedata.normalize("NFKC", word) if not unicodedata.is_normalized("NFKC", word) else word
    return _IGNORABLE.sub("", composed.translate(_FOLD)).lower()


def tokenize(text: str) -> list[Token]:
    """Tokens of `text` in order; white space is dropped. Linear in the length of the text."""
    return [
        Token(match.start(), match.end(), fold(match[0]), match.lastgroup or "mark") for match in _TOKEN.finditer(text)
    ]
