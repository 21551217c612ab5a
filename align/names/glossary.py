"""A user's glossary: which names and terms of two languages mean one thing. It outranks tables and letters.

The file has two columns divided by a tab, a term and its counterpart in the other language, in either order; more
renderings of a term stand in more lines. Lines that begin with `#` are comments.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from align.errors import InputError
from align.names.forms import bare_forms
from align.names.lookup import languages_words, silent
from align.names.termbase import read_termbase
from align.text import forms_without_marks

COLUMNS = 2
OTHER_THING = 0.2  # at most this where the glossary gives another rendering
HEADER = frozenset({"term", "translation", "source", "target", "left", "right", "en", "ar", "english", "arabic"})


@dataclass(frozen=True, slots=True)
class Glossary:
    """Pairs of terms, each in either order."""

    pairs: tuple[tuple[str, str], ...] = ()

    def renderings(self, name: str) -> frozenset[str]:
        """The look-up forms of what the glossary gives for a name, whatever particles are written onto it."""
        if not self.pairs:
            return frozenset()
        index = _index(self)
        return frozenset(rendering for key in _keys(name) for rendering in index.get(key, ()))

    def told(self, name: str, text: PlainText) -> bool:
        """Whether a text has a rendering of the name among its words, tagged as a name or not."""
        return any(text.has(rendering) for rendering in self.renderings(name))

    def apply(self, scores: NDArray[np.float32], left: Sequence[str], right: Sequence[str]) -> None:
        """Set the similarities of the names that the glossary knows."""
        if not self.pairs:
            return
        columns = [_keys(name) for name in right]
        rows = [_keys(name) for name in left]
        for i, name in enumerate(left):
            if given := self.renderings(name):
                for j, keys in enumerate(columns):
                    scores[i, j] = _settled(float(scores[i, j]), given, keys)
        for j, name in enumerate(right):
            if given := self.renderings(name):
                for i, keys in enumerate(rows):
                    scores[i, j] = _settled(float(scores[i, j]), given, keys)


class PlainText:
    """The folded words of a text in a row."""

    def __init__(self, text: str) -> None:
        plain = _plain(text)
        self._words, self._known = f" {plain} ", frozenset(plain.split(" "))
        self._proclitics = ("", *dict.fromkeys(clitic for words in languages_words() for clitic in words.proclitics))

    def has_name(self, name: str) -> bool:
        """Whether the name stands there as written, whatever particles are written onto it on either side."""
        return any(self.has(key) for key in _keys(name))

    def has(self, term: str) -> bool:
        first, _, rest = term.partition(" ")
        begun = [clitic for clitic in self._proclitics if f"{clitic}{first}" in self._known]
        return bool(begun) if not rest else any(f" {clitic}{term} " in self._words for clitic in begun)


NO_GLOSSARY = Glossary()


def load_glossary(path: str | Path) -> Glossary:
    """Read a glossary. Raises `InputError` that names the file and the line of whatever is no pair of terms.

    A file that ends in `.tbx` is a TBX term base; the terms of a concept in two languages are a pair.
    """
    if Path(path).suffix.lower() == ".tbx":
        return Glossary(tuple(dict.fromkeys(read_termbase(Path(path)))))
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise InputError(f"The glossary {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"The glossary {path} is not in UTF-8.") from error
    pairs: list[tuple[str, str]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != COLUMNS or not all(_plain(cell) for cell in cells):
            raise InputError(f"Line {number} of the glossary {path} does not hold two terms divided by one tab.")
        if not pairs and {cell.lower() for cell in cells} <= HEADER:
            continue
        pairs.append((cells[0], cells[1]))
    return Glossary(tuple(dict.fromkeys(pairs)))


def _settled(score: float, given: frozenset[str], keys: frozenset[str]) -> float:
    """A similarity in view of what the glossary gives for one of two names; a part of a rendering proves nothing."""
    if given & keys:
        return 1.0
    words = {word for rendering in given for word in rendering.split()} - silent().all
    return score if any(words.intersection(key.split()) for key in keys) else min(score, OTHER_THING)


@functools.lru_cache(maxsize=8)
def _index(glossary: Glossary) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in glossary.pairs:
        found[_plain(one)].add(_plain(other))
        found[_plain(other)].add(_plain(one))
    return {key: frozenset(renderings) for key, renderings in found.items()}


@functools.lru_cache(maxsize=1 << 14)
def _keys(name: str) -> frozenset[str]:
    """The look-up forms of a name: as written, without a leading article, and without particles on its first word."""
    key = _plain(name)
    head, _, rest = key.partition(" ")
    keys = {key}
    if rest and head in silent().articles:
        keys.add(rest)
    for words in languages_words():
        keys |= {f"{form} {rest}".rstrip() for form in bare_forms(head, words)}
    return frozenset(keys)


def _plain(text: str) -> str:
    return " ".join(forms_without_marks(text))
