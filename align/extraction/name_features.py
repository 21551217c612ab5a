"""What the network sees of a word: its form, its form without particles, its ends, its place in the tables of names.

Every feature is a string, hashed into the rows of a table (Weinberger et al., "Feature Hashing", ICML 2009). Two rows
of each table stand for one string, so that two strings rarely share both.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from spacy.strings import hash_string  # type: ignore[attr-defined]

from align.extraction.name_lexicon import Lexicon
from align.languages.name_words import NameWords
from align.names.forms import SHORTEST, without_article
from align.text import fold

COLUMNS = ("form", "stem", "bare", "head", "tail", "ending", "shape", "kind", "listed")
HIDDEN = frozenset({"form", "stem", "bare"})  # what training hides now and then, as if the word were unknown
UNKNOWN = "\0"
Rows = tuple[tuple[int, int], ...]  # for each column, the two rows of its table


class Features:
    """The features of words by a language's tables, hashed into tables of the given numbers of rows."""

    def __init__(self, lexicon: Lexicon, sizes: Sequence[int]) -> None:
        self.lexicon = lexicon
        self.sizes = tuple(sizes)
        self.of = functools.lru_cache(maxsize=1 << 16)(self._of)
        self.hashed = functools.lru_cache(maxsize=1 << 16)(self._hashed)

    def _of(self, text: str) -> tuple[str, ...]:
        """The features of a word that do not depend on its context."""
        form = fold(text)
        names = self.lexicon.words
        plain = "".join("0" if sign.isdigit() else sign for sign in form)
        stem, particles = _stem(plain, names)
        bare = without_article(stem, names)
        if bare != stem:
            particles += "+"
        return plain, stem, bare, bare[:3], plain[-3:], plain[-2:], _shape(text, plain, particles), self._kind(form)

    def _kind(self, form: str) -> str:
        lexicon, words = self.lexicon, self.lexicon.words
        lists = (words.titles, words.person_cues, words.place_cues, words.kinds, words.common_words)
        marks = "".join(str(at) for at, listed in enumerate(lists) if form in listed)
        known = sorted({f"{entry.label}{len(entry.rest) > 0:d}{entry.curated:d}" for entry in lexicon.entries(form)})
        return f"{lexicon.role(form)} {marks} {lexicon.heads_body(form):d} {' '.join(known)}"

    def _hashed(self, column: int, value: str) -> tuple[int, int]:
        number, size = hash_string(f"{column}:{value}"), self.sizes[column]
        return number % size, (number >> 32) % size

    def rows(self, text: str) -> Rows:
        """The rows of a word, without the feature of its context."""
        return tuple(self.hashed(column, value) for column, value in enumerate(self.of(text)))

    def listed(self, forms: Sequence[str]) -> list[str]:
        """For each folded word of a text, what name of the gazetteer it is part of: the longest from the left."""
        found = [""] * len(forms)
        at = 0
        while at < len(forms):
            end = at + 1
            for entry in self.lexicon.entries(forms[at]):
                stop = at + 1 + len(entry.rest)
                if tuple(forms[at + 1 : stop]) == entry.rest:
                    label = entry.label if entry.curated else entry.label.lower()
                    found[at:stop] = [f"B{label}", *[f"I{label}"] * len(entry.rest)]
                    end = stop
                    break
            at = end
        return found


def _stem(form: str, names: NameWords) -> tuple[str, str]:
    """The form without the particles written onto it, and the particles: at most two, as in "and in"."""
    taken, prefix = "", names.article_prefix
    for _ in range(2):
        if prefix and form.startswith(prefix[-1] * 2) and len(form) > SHORTEST:
            return prefix + form[2:], taken + prefix[-1]
        clitic = next((c for c in names.proclitics if form.startswith(c) and len(form) - len(c) >= SHORTEST), "")
        form, taken = form[len(clitic) :], taken + clitic
    return form, taken


def _shape(text: str, form: str, particles: str) -> str:
    if form.isascii():
        kind = "".join("X" if s.isupper() else "x" if s.islower() else "0" if s.isdigit() else s for s in text[:5])
        return f"{kind} {min(len(form), 6)}"
    return f"{particles} {min(len(form), 9)}"
