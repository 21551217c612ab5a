"""The terms of a glossary that a source has and whose translation its target lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from align.bilingual.unit import Unit
from align.languages.language import Language
from align.names.forms import bare_forms, without_article
from align.names.glossary import Glossary
from align.stems import Stemmer
from align.text import forms_without_marks, tokenize

_LONGEST = 12  # words of a term

Forms = tuple[str, ...]
Readings = frozenset[str]


class Terms:
    """The glossary between two languages, looked up by stems: a plural or a particle makes no other term."""

    def __init__(self, glossary: Glossary, source: Language, target: Language) -> None:
        self._source, self._target = Stemmer(source), Stemmer(target)
        self._words = target.names
        self._renderings: defaultdict[Forms, dict[str, Sequence[Readings]]] = defaultdict(dict)
        self._shown: dict[Forms, str] = {}
        for one, other in glossary.pairs:
            for term, rendering in ((one, other), (other, one)):
                stems = _stems(term, self._source)
                if 0 < len(stems) <= _LONGEST:
                    self._shown.setdefault(stems, term)
                    self._renderings[stems][rendering] = self._read(rendering)
        self._by_first: defaultdict[str, list[Forms]] = defaultdict(list)
        for stems in self._renderings:
            self._by_first[stems[0]].append(stems)

    def missing(self, unit: Unit) -> Iterator[tuple[str, ...]]:
        """Every term of the source that the target renders in another way, with its renderings in the glossary."""
        if not self._by_first:
            return
        source = _stems(unit.source, self._source)
        found = dict.fromkeys(term for at in range(len(source)) if (term := self._longest_at(source, at)))
        if not found:
            return
        target = self._read(unit.target)
        for term in found:
            renderings = self._renderings[term]
            if not any(_has(target, rendering) for rendering in renderings.values()):
                yield self._shown[term], *renderings

    def _longest_at(self, words: Forms, at: int) -> Forms:
        """The longest term that begins at a word, of no words where none does."""
        fitting = (term for term in self._by_first.get(words[at], ()) if words[at : at + len(term)] == term)
        return max(fitting, key=len, default=())

    def _read(self, text: str) -> list[Readings]:
        """For each word of a target the stems that it may have: what looks like a particle may be a letter of it."""
        return [
            frozenset(self._target.stem(form) for form in self._bare(token.form))
            for token in tokenize(text)
            if token.kind != "mark"
        ]

    def _bare(self, word: str) -> list[str]:
        forms = bare_forms(word, self._words)
        return [*forms, *(without_article(form, self._words) for form in forms)]


def lacking(term: str, *renderings: str) -> str:
    """A sentence that says which term a target lacks."""
    wanted = " / ".join(f"\u201c{each}\u201d" for each in renderings)
    return f"The glossary renders \u201c{term}\u201d as {wanted}, which the target lacks."


def _has(words: Sequence[Readings], rendering: Sequence[Readings]) -> bool:
    """Whether a text has the words of a rendering beside each other."""
    size = len(rendering)
    return any(
        all(word & wanted for word, wanted in zip(words[at : at + size], rendering, strict=True))
        for at in range(len(words) - size + 1)
    )


def _stems(text: str, stemmer: Stemmer) -> Forms:
    return tuple(map(stemmer.stem, forms_without_marks(text)))
