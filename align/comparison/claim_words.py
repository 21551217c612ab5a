"""The words by which a language tells claims apart, ready for look-up."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

from align import languages
from align.comparison.units import measure_of
from align.languages.language import Language
from align.model import Mention, NumberValue, Quantity
from align.stems import Stemmer

Kinds = frozenset[str]
NONE: Kinds = frozenset()
# The quantity that a role can be of; others can be of several.
ROLE_OF: Mapping[str, Quantity] = {
    "interval": "duration",
    "duration": "duration",
    "distance": "measure",
    "length": "measure",
    "height": "measure",
    "width": "measure",
    "depth": "measure",
    "weight": "measure",
    "area": "measure",
    "speed": "measure",
}


# What the unit of a role's measure must measure.
MEASURED_IN: Mapping[str, str] = {
    "distance": "length",
    "length": "length",
    "height": "length",
    "width": "length",
    "depth": "length",
    "weight": "mass",
    "area": "area",
    "speed": "speed",
}


class ClaimLexicon:
    """The table of one language's words of claims; words are looked up in folded form."""

    def __init__(self, language: Language) -> None:
        words = language.claims
        self.stemmer = Stemmer(language)
        self.marks = language.sentences.clause_marks
        self._idle = language.numbers.nouns.stops | words.sources
        self._sources = words.sources
        self._before = words.before
        self._parts = words.parts
        self._as_of = words.as_of
        self._repeats = words.repeats
        self._rest = words.rest
        self._fates, self._measures, self._events = map(_by_word, (words.fates, words.measures, words.events))
        self._scopes, self._others = map(_by_word, (words.scopes, words.others))
        # Who is counted by what befell them ("thirteen injured") is not told more closely than as people.
        self.people = frozenset(map(self.stemmer.stem, {*words.people, *self._fates}))

    def says_something(self, form: str) -> bool:
        bare = self.stemmer.bare(form)
        return len(bare) > 1 and form not in self._idle and bare not in self._idle

    def names_source(self, form: str) -> bool:
        return form in self._sources or self.stemmer.bare(form) in self._sources

    def turns_away(self, form: str) -> bool:
        """Whether the word makes what follows another event than the one that is dated: "after the launch"."""
        return form in self._before or self.stemmer.bare(form) in self._before

    def counts_others(self, form: str) -> bool:
        """Whether the word beside a count leaves out who was named before: "eleven others"."""
        return form in self._rest

    def makes_part(self, form: str) -> bool:
        return form in self._parts or self.stemmer.bare(form) in self._parts

    def opens_as_of(self, form: str) -> bool:
        """Whether the word before a date makes it that of a report: "by 5 August 135 deaths had been confirmed"."""
        return form in self._as_of or self.stemmer.bare(form) in self._as_of

    def counts_repeats(self, form: str) -> bool:
        return form in self._repeats

    def roles(self, form: str, mention: Mention) -> Kinds:
        """What the word says that a value of this sort is of: a death, a length, a beginning."""
        if not isinstance(mention.value, NumberValue):
            return self._look_up(self._events, form)
        quantity = mention.value.quantity
        if quantity == "count":
            return self._look_up(self._fates, form)
        # «بعد» is "after" before a span of time, and a distance before a length.
        told = self._look_up(self._measures, form)
        measure = measure_of(mention.value.unit)
        return frozenset(
            role
            for role in told
            if ROLE_OF.get(role, quantity) == quantity and measure in (None, MEASURED_IN.get(role, measure))
        )

    def scopes(self, form: str) -> Kinds:
        return self._look_up(self._scopes, form)

    def others(self, form: str) -> Kinds:
        return self._look_up(self._others, form)

    def _look_up(self, table: Mapping[str, Kinds], form: str) -> Kinds:
        return table.get(form) or table.get(self.stemmer.bare(form), NONE)


@functools.cache
def claim_lexicon(code: str) -> ClaimLexicon:
    return ClaimLexicon(languages.get(code))


def _by_word(groups: Mapping[str, Iterable[str]]) -> dict[str, Kinds]:
    found: dict[str, set[str]] = {}
    for group, words in groups.items():
        for word in words:
            found.setdefault(word, set()).add(group)
    return {word: frozenset(names) for word, names in found.items()}
