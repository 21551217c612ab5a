"""Which words of two texts translate each other, and how much of two passages they say in common.

Sentence vectors tell what a passage is about, and most sentences of a report are about the same. Whether they say the
same is told here, word by word, by a dictionary of stems; a rare word counts for more. Where there is no dictionary
for two languages nothing is known; within one language a word translates itself.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from align.languages import LANGUAGES
from align.stems import SHORTEST, Stemmer
from align.text import word_forms

PRIOR = 4.0  # weight of words that every passage is taken to say besides, so that two words in common are not all
UNKNOWN = 0.12  # what is said of two passages where there is no dictionary: halfway between same and other
_LONGEST_KEPT = 1 << 12  # letters of a passage whose words are remembered
_SHORTEST = 2  # letters of a word that tells something
_TRANSLATIONS, _WEIGHTS = "translations.tsv", "word_weights.tsv"

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


Renderings = tuple[tuple[str, float], ...]  # of a stem in the other language, and how sure they are


class Words(NamedTuple):
    """The words of a passage: the weight of each stem, and of those with renderings together."""

    weights: dict[str, float]
    total: float


class SharedWords:
    """Measures how much of two passages, one of each text, their words say in common."""

    def __init__(self, languages: tuple[str, str], left: Sequence[str], right: Sequence[str]) -> None:
        self._left, self._right = _Side(left, languages), _Side(right, languages[::-1])
        self._languages = languages
        self._known = languages[0] == languages[1] or _renderings(*languages) is not None
        self._answered: dict[str, Renderings] = {}
        self._measured: dict[tuple[int, int], float] = {}

    def measure(self, rows: Integers, columns: Integers) -> Floats:
        """For each pair (rows[n], columns[n]) the share of the words' weight that is said in both, from 0 to 1."""
        return np.array([self.share(i, j) for i, j in zip(rows.tolist(), columns.tolist(), strict=True)])

    def share(self, i: int, j: int) -> float:
        """The share for passage i of the left and passage j of the right text."""
        if not self._known:
            return UNKNOWN
        found = self._measured.get((i, j))
        if found is None:
            own, other = self._left.words(i), self._right.words(j)
            said = self._said_in_both(own.weights, other.weights)
            found = self._measured[i, j] = said / (own.total + other.total + PRIOR)
        return found

    def _said_in_both(self, own: Mapping[str, float], other: Mapping[str, float]) -> float:
        """The weight of the words of one passage that another renders, and of the words that render them."""
        total, reached = 0.0, dict[str, float]()
        for stem, weight in own.items():
            best = 0.0
            for word, sure in self._answered_renderings(stem):
                if word in other:
                    best = max(best, sure)
                    reached[word] = max(reached.get(word, 0.0), sure)
            total += best * weight
        return total + sum(sure * other[word] for word, sure in reached.items())

    def _answered_renderings(self, stem: str) -> Renderings:
        """Of the renderings of a stem of the left text those that the right text has anywhere, which are few."""
        found = self._answered.get(stem)
        if found is None:
            renderings = _rendered(stem, self._languages)
            found = self._answered[stem] = tuple(each for each in renderings if each[0] in self._right.stems)
        return found


class _Side:
    """The words of the passages of one text."""

    def __init__(self, passages: Sequence[str], languages: tuple[str, str]) -> None:
        self._passages, self._languages = passages, languages
        self._words: dict[int, Words] = {}

    def words(self, at: int) -> Words:
        found = self._words.get(at)
        if found is None:
            found = self._words[at] = _kept(self._passages[at], self._languages)
        return found

    @functools.cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(stem for at in range(len(self._passages)) for stem in self.words(at).weights)


def _kept(text: str, languages: tuple[str, str]) -> Words:
    return _words_of_sentence(text, languages) if len(text) <= _LONGEST_KEPT else _words(text, languages)


@functools.lru_cache(maxsize=1 << 11)  # a sentence is asked for by whatever compares it, and is often its only clause
def _words_of_sentence(text: str, languages: tuple[str, str]) -> Words:
    return _words(text, languages)


def _words(text: str, languages: tuple[str, str]) -> Words:
    """The words of a text in the first language, and how much of them the second can render.

    A stem that the dictionary lacks, as it does most names, is missed nowhere and has no part in the total.
    """
    known, rarest = _weights(languages[0])
    found = {_known_stem(form, languages) for form in word_forms(text) if len(form) >= _SHORTEST}
    weights = {stem: known.get(stem, rarest) for stem in sorted(found)}  # sums of floats depend on their order
    return Words(weights, sum(weight for stem, weight in weights.items() if _rendered(stem, languages)))


def _rendered(stem: str, languages: tuple[str, str]) -> Renderings:
    """The renderings of a stem of the first language in the second; within one language a stem renders itself."""
    if languages[0] == languages[1]:
        return ((stem, 1.0),)
    return (_renderings(*languages) or {}).get(stem, ())


def stems(text: str, language: str) -> frozenset[str]:
    """The stems of the words of a text in the language of a code."""
    stem = _stemmer(language).stem
    return frozenset(stem(form) for form in word_forms(text) if len(form) >= _SHORTEST)


@functools.lru_cache(maxsize=1 << 15)
def _known_stem(form: str, languages: tuple[str, str]) -> str:
    table, stem = _renderings(*languages) or {}, _stemmer(languages[0]).stem(form)
    return stem if stem in table else _without_particles(form, languages) or stem


def _without_particles(form: str, languages: tuple[str, str]) -> str | None:
    """A stem that the dictionary has, behind a conjunction and a preposition that are written onto the word."""
    table, particles = _renderings(*languages) or {}, LANGUAGES[languages[0]].numbers.proclitics
    for letters in (particles.conjunctions, particles.prepositions):
        for particle in letters:
            if form.startswith(particle) and len(form) - len(particle) >= SHORTEST:
                form = form.removeprefix(particle)
                if (found := _stemmer(languages[0]).stem(form)) in table:
                    return found
                break
    return None


@functools.cache
def _stemmer(language: str) -> Stemmer:
    return Stemmer(LANGUAGES[language])


@functools.cache
def _renderings(language: str, other: str) -> dict[str, Renderings] | None:
    """The stems of a language with their renderings in the other, and how sure these are; None without a dictionary."""
    header, *lines = _lines(_TRANSLATIONS)
    if sorted(header[:2]) != sorted((language, other)):
        return None
    at = header.index(language)
    found: dict[str, list[tuple[str, float]]] = {}
    for line in lines:
        found.setdefault(line[at], []).append((line[1 - at], int(line[2]) / 100))
    return {stem: tuple(renderings) for stem, renderings in found.items()}


@functools.cache
def _weights(language: str) -> tuple[dict[str, float], float]:
    """How much the stems of a language tell, and how much any other does, which is as rare as the rarest of them."""
    known = {stem: float(weight) for code, stem, weight in _lines(_WEIGHTS)[1:] if code == language}
    return known, max(known.values(), default=1.0)


def _lines(name: str) -> list[list[str]]:
    text = resources.files("align").joinpath("data", name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines()]
