"""What a text tells of names that another text gives, whether or not anything tagged them: by the letters of words.

A word of a name is looked for in the counterpart passage, in the whole text, in two written words together
("McIlroy" is two words in Arabic), and within words that a typing error has run together.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import regex
from numpy.typing import NDArray

from align import languages
from align.model import Document, Span
from align.names.lookup import silent
from align.names.ordinary import is_ordinary
from align.names.similarity import name_similarities
from align.names.sounds import fold_latin, skeleton
from align.text import fold

TOLD = 0.6  # at this similarity a word of the other text may be the name, though nothing tagged it
UNLIKE = 0.35  # below this one a word of the counterpart passage is none of its spellings, not even a rare one
ELSEWHERE = 0.8  # at this one a word is the name where nothing else speaks for it
RUN_TOGETHER = 13  # letters; a longer word of running text may be several that lack the space between them
LONGEST_RUN = 400  # letters of such a word that are looked at
LEAST_BONES = 3  # consonants by which a name is found within a longer word
COLUMNS = 256  # words of passages compared at once
ROWS = 256  # words of names compared at once, so that memory stays in bounds
# A word is of one script: where the space is missing between two scripts, they are two words.
_WORD = regex.compile(
    r"\p{Latin}[\p{Latin}\p{Mn}'\u2019-]+|[\p{L}--\p{Latin}][[\p{L}--\p{Latin}]\p{Mn}'\u2019-]+", regex.V1
)
_PART = regex.compile(r"\p{L}[\p{L}\p{Mn}'\u2019]+")
_POSSESSIVE = regex.compile(r"['\u2019][sS]?$")

Row = NDArray[np.float32]
Numbers = NDArray[np.int32]


class Asked(NamedTuple):
    """A word of a name, and the passage in which its counterpart is expected."""

    word: str
    joined: tuple[str, ...]  # the word with its neighbour in the name, written as one
    passage: tuple[Span, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """The word alone and joined."""
        return (self.word, *self.joined)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a word of a name the nearest word is, in the counterpart passage and in the whole text.

    Less than `UNLIKE` is 0. `named` leaves out the ordinary words of the text: among thousands of words some sound like
    any name. `before` is the word that stands before the nearest one in the passage, with nothing but space between.
    """

    passage: float
    text: float
    named: float
    before: str = ""

    @property
    def unknown(self) -> bool:
        """Whether neither the passage nor the rest of the text has the word in any spelling."""
        return self.passage < UNLIKE and self.text < ELSEWHERE

    @property
    def unnamed(self) -> bool:
        """The same where only words count that are not ordinary ones."""
        return self.passage < UNLIKE and self.named < ELSEWHERE


def identity_words(name: str) -> tuple[str, ...]:
    """The words of a name that carry its identity: no titles, articles or particles, no initials."""
    words = (_POSSESSIVE.sub("", word) for word in _PART.findall(name))
    return tuple(word for word in words if len(word) > 1 and fold_latin(fold(word)) not in silent().all)


def asked_of(name: str, passage: tuple[Span, ...]) -> list[Asked]:
    """What is to be looked for of a name, word by word."""
    words = identity_words(name)
    joined: defaultdict[int, list[str]] = defaultdict(list)
    for at, (one, next_one) in enumerate(pairwise(words)):
        joined[at].append(one + next_one)
        joined[at + 1].append(one + next_one)
    return [Asked(word, tuple(joined[at]), passage) for at, word in enumerate(words)]


class Telling:
    """The words of a text by place. In a script with capitals, only capitalised words can tell a name."""

    def __init__(self, document: Document) -> None:
        found = [match for match in _WORD.finditer(document.text) if _may_name(match[0])]
        self._text = document.text
        self._starts = [match.start() for match in found]
        self._ends = [match.end() for match in found]
        self._words = [_POSSESSIVE.sub("", match[0]) for match in found]
        self._unique = {word: number for number, word in enumerate(dict.fromkeys(self._words))}
        names = languages.get(document.language).names
        self._ordinary = np.array([is_ordinary(word, names) for word in self._unique], bool)
        self._numbers = np.array([self._unique[word] for word in self._words], np.intp)
        self._known: dict[str, tuple[Numbers, Row]] = {}  # by word: what is not unlike it, how like
        self._expected: set[str] = set()

    def expect(self, names: Iterable[str]) -> None:
        """Compare the words of these names too with what is asked for next: one call for many costs less."""
        self._expected.update(word for name in names for word in identity_words(name))

    def words(self, passage: Sequence[Span]) -> list[str]:
        """The words of a passage that may be names, in text order."""
        return [word for first, last in self._ranges(passage) for word in self._words[first:last]]

    def places(self, words: Sequence[str]) -> dict[str, list[int]]:
        """Where the text has each word in one of its spellings, in numbers of words; ordinary words are none."""
        asked: defaultdict[int, list[str]] = defaultdict(list)
        found: dict[str, list[int]] = {}
        for word, row in self._scores(words):
            found[word] = []
            for number in np.flatnonzero((row >= ELSEWHERE) & ~self._ordinary).tolist():
                asked[number].append(word)
        for place, number in enumerate(self._numbers.tolist()):
            for word in asked.get(number, ()):
                found[word].append(place)
        return found

    def span(self, first: int, last: int) -> Span:
        """The text from one word to another, by their numbers."""
        return Span(self._starts[first], self._ends[last])

    def _scores(self, words: Sequence[str]) -> Iterator[tuple[str, Row]]:
        """How like each word is to every unique word of the text, 0 below `UNLIKE`; each is compared once."""
        missing = sorted({word for word in words if word not in self._known})
        if missing:
            missing = sorted(self._expected.difference(self._known).union(missing))
            self._expected.clear()
        for at in range(0, len(missing), ROWS):
            rows = missing[at : at + ROWS]
            for word, scores in zip(rows, name_similarities(rows, list(self._unique)), strict=True):
                alike = np.flatnonzero(scores >= UNLIKE).astype(np.int32)
                self._known[word] = alike, scores[alike]
        for word in words:
            row = np.zeros(len(self._unique), np.float32)
            alike, scores = self._known[word]
            row[alike] = scores
            yield word, row

    def likenesses(self, asked: Iterable[Asked]) -> dict[Asked, Likeness]:
        """How well the text tells each word that is asked for."""
        by_word: defaultdict[str, list[Asked]] = defaultdict(list)
        for each in dict.fromkeys(asked):
            by_word[each.word].append(each)
        found: dict[Asked, Likeness] = {}
        for word, row in self._scores(list(by_word)):
            everywhere = Likeness(
                0.0, float(row.max(initial=0.0)), float(np.where(self._ordinary, 0.0, row).max(initial=0.0))
            )
            for each in by_word[word]:
                found[each] = self._in_passage(each, row, everywhere)
        return self._with_joined(found)

    def _in_passage(self, asked: Asked, row: Row, everywhere: Likeness) -> Likeness:
        places = [place for first, last in self._ranges(asked.passage) for place in range(first, last)]
        if not places:
            return everywhere
        scores = row[self._numbers[places]]
        nearest = int(scores.argmax())
        if scores[nearest] < UNLIKE:
            within = _within_runs(asked.word, [self._words[place] for place in places])
            return replace(everywhere, passage=1.0 if within else 0.0)
        return replace(everywhere, passage=float(scores[nearest]), before=self._before(places[nearest]))

    def _before(self, place: int) -> str:
        if place and self._text[self._ends[place - 1] : self._starts[place]].isspace():
            return self._words[place - 1]
        return ""

    def _with_joined(self, found: dict[Asked, Likeness]) -> dict[Asked, Likeness]:
        """The same, with words that the passage lacks looked for once more across the spaces of both sides."""
        by_passage: defaultdict[tuple[Span, ...], list[Asked]] = defaultdict(list)
        for asked, likeness in found.items():
            if likeness.passage < UNLIKE:
                by_passage[asked.passage].append(asked)
        written = {passage: self._across_spaces(passage) for passage in by_passage}
        for passages in _groups(written):
            rows = {form: None for each in passages for asked in by_passage[each] for form in asked.forms}
            columns = {form: at for at, form in enumerate(dict.fromkeys(w for each in passages for w in written[each]))}
            scores = name_similarities(list(rows), list(columns))
            row_of = dict(zip(rows, scores, strict=True))
            for passage in passages:
                here = [columns[form] for form in written[passage]]
                for asked in by_passage[passage]:
                    nearest = max(float(row_of[form][here].max(initial=0.0)) for form in asked.forms)
                    if nearest >= TOLD:
                        found[asked] = replace(found[asked], passage=nearest)
        return found

    def _across_spaces(self, passage: tuple[Span, ...]) -> list[str]:
        """The words of a passage, and every two that follow each other."""
        words = self.words(passage)
        return words + [f"{one} {two}" for one, two in pairwise(words)]

    def _ranges(self, passage: Sequence[Span]) -> list[tuple[int, int]]:
        return [
            (bisect.bisect_left(self._starts, span.start), bisect.bisect_left(self._starts, span.end))
            for span in passage
        ]


def _groups(written: Mapping[tuple[Span, ...], Sequence[str]]) -> Iterator[list[tuple[Span, ...]]]:
    """Passages to be read together: a call for each takes longer than what it computes, one for all grows square."""
    group: list[tuple[Span, ...]] = []
    size = 0
    for passage, forms in written.items():
        if group and size + len(forms) > COLUMNS:
            yield group
            group, size = [], 0
        group.append(passage)
        size += len(forms)
    if group:
        yield group


def _may_name(word: str) -> bool:
    """Whether a word has a capital, or is in a script that has none."""
    return word != word.lower() or word == word.upper()


def _within_runs(word: str, runs: Sequence[str]) -> bool:
    bones = skeleton(fold_latin(fold(word)))
    return len(bones) >= LEAST_BONES and any(
        bones in skeleton(fold_latin(fold(run[:LONGEST_RUN]))) for run in runs if len(run) >= RUN_TOGETHER
    )
