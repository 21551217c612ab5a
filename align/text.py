"""Tokens and folded forms of a text, with every offset kept. Shared by all extraction stages.

Folding follows what Arabic search engines do: no diacritics, no tatweel, one form of alef, yeh and teh
marbuta, ASCII digits. The Arabic part is camel-tools' (Obeid et al., "CAMeL Tools", LREC 2020); Persian letters,
digits and invisible characters are added here. It serves look-up only; what is quoted is always the original text.
"""

from __future__ import annotations

import functools
import unicodedata
from typing import NamedTuple

import regex
from camel_tools.utils.normalize import (
    normalize_alef_ar,
    normalize_alef_maksura_ar,
    normalize_teh_marbuta_ar,
    normalize_unicode,
)

# The Persian letters that Arabic texts have in place of their own, one to one.
_PERSIAN = {
    "\u06cc": "\u064a",  # Persian yeh
    "\u06a9": "\u0643",  # Persian kaf
}
_DIGITS = {chr(base + value): str(value) for base in (0x0660, 0x06F0) for value in range(10)}
_FOLD = str.maketrans(_PERSIAN | _DIGITS)
ASCII_DIGITS = str.maketrans(_DIGITS)

# What carries no letter of its own: diacritics and all other marks, tatweel, joiners and bidi controls.
_IGNORABLE = regex.compile(r"[\p{Mn}\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")

DIGIT = regex.compile(r"\p{Nd}")
_NUMBER = r"\p{Nd}+"
_WORD = r"\p{L}[\p{L}\p{Mn}\u0640\u200c\u200d]*(?:['\u2019](?=\p{L})\p{L}[\p{L}\p{Mn}]*)?"
_MARK = r"[^\s\p{Nd}\p{L}]"
_TOKEN = regex.compile(rf"(?:{_NUMBER}|{_WORD}|{_MARK})\s*")  # with the white space after it, so that none is between
_KIND = regex.compile(rf"(?P<number>{_NUMBER})|(?P<word>{_WORD})|(?P<mark>{_MARK})")
_LEADING = regex.compile(r"\A\s+")
_MOST_KNOWN = 1 << 16  # words whose forms are kept


class Token(NamedTuple):
    """A run of digits, a word, or one other sign.

    `form` is the folded text that tables are looked up by; an apostrophe within a word is straight in it.
    """

    start: int
    end: int
    form: str
    kind: str  # "number", "word" or "mark"


@functools.lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The look-up form of a word: lower case, no marks, one form of the exchangeable Arabic letters."""
    if word.isascii():
        return word.lower()
    form: str = word if unicodedata.is_normalized("NFKC", word) else normalize_unicode(word)
    form = normalize_teh_marbuta_ar(normalize_alef_maksura_ar(normalize_alef_ar(form)))
    return _IGNORABLE.sub("", form.translate(_FOLD).lower())  # lower first: dotted capital I becomes i and a mark


class _Forms(dict[str, tuple[int, str, str]]):
    """The lengths, folded forms and kinds of the tokens met so far, by what `_TOKEN` finds."""

    def __missing__(self, found: str) -> tuple[int, str, str]:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        match = _KIND.match(found)
        assert match is not None and match.lastgroup is not None
        form = fold(match[0])
        if match.lastgroup == "word":
            form = form.replace("\u2019", "'")
        known = self[found] = (match.end(), form, match.lastgroup)
        return known


_FORMS = _Forms()


def tokenize(text: str) -> list[Token]:
    """Tokens of `text` in order; white space is dropped. Linear in the length of the text."""
    tokens = []
    start = len(text) - len(_LEADING.sub("", text))
    make, forms = tuple.__new__, _FORMS
    for found in _TOKEN.findall(text):
        length, form, kind = forms[found]
        tokens.append(make(Token, (start, start + length, form, kind)))  # half the time of Token(…)
        start += len(found)
    return tokens


def word_forms(text: str) -> list[str]:
    """The folded forms of the words of `text`, in order."""
    return [form for _, form, kind in map(_FORMS.__getitem__, _TOKEN.findall(text)) if kind == "word"]


def forms_without_marks(text: str) -> list[str]:
    """The folded forms of the words and figures of `text`, in order."""
    return [form for _, form, kind in map(_FORMS.__getitem__, _TOKEN.findall(text)) if kind != "mark"]


def without_surrogates(text: str) -> str:
    """The text with lone surrogates, which no UTF-8 library takes, replaced one for one."""
    return text.encode("utf-8", "replace").decode("utf-8")
