"""What the other text knows of each name of a pair: the evidence on which names are called missing or in conflict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import regex

from align import languages
from align.comparison.pair_mentions import PairMentions
from align.comparison.whereabouts import is_where, modifies
from align.model import DocumentAnalysis, Label, Mention, NameValue, Span
from align.names.concepts_told import ConceptsTold
from align.names.gazetteer import concepts
from align.names.glossary import Glossary, PlainText
from align.names.lookup import is_city, look_up
from align.names.ordinary import has_vocabulary, is_name_word, is_ordinary
from align.names.shared import SharedNames
from align.names.told import TOLD, UNLIKE, Asked, Likeness, Telling, asked_of, identity_words

LONGEST_ACRONYM = 5  # letters
SHORTEST_WORD = 3  # letters: a shorter word is written too many ways to be called missing
LONGEST_WORD = 30
_WORD_BEFORE = regex.compile(r"(?<![\p{L}\p{Mn}])([\p{L}\p{Mn}]+) $")
SPELLED = frozenset({"PER"})  # what is spelled out in another script; other names may be translated


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word of a name. One that is `spelled` would be written by its sound in the other text, and so be found."""

    text: str
    spelled: bool
    likeness: Likeness
    names_persons: bool  # whether the tables know it as a word of personal names
    ordinary: bool  # the dictionary of the language has it
    after_name: bool  # the nearest word of the passage follows a person's name that the own passage lacks

    @property
    def unknown(self) -> bool:
        return self.spelled and self.likeness.unknown

    @property
    def unnamed(self) -> bool:
        return self.spelled and self.likeness.unnamed


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """A name in a passage, and what the counterpart passage and the whole other text know of it."""

    mention: Mention
    words: tuple[NameWord, ...]
    told: bool  # the other text has the name itself, or what the glossary renders it by, among its words
    concept_missing: bool  # the tables know the name, and the other text has none of the forms that they give
    led_by: str  # the word right before it that may belong to the name, where the recogniser left it out
    is_where: bool  # a preposition of place stands before it
    modifies: bool  # it stands between an article and the noun that it belongs to
    rendered: bool  # the other text may have a form that the tables give for the name
    is_city: bool  # the tables know it as a city, and so by its forms in other languages

    @property
    def label(self) -> Label:
        assert isinstance(self.mention.value, NameValue)
        return self.mention.value.label

    @property
    def missing(self) -> bool:
        """Whether the other text gives the name nowhere; a person, also where it gives the other names only."""
        return self.misspoken or (
            self.concept_missing and not self.told and not any(word.spelled for word in self.words)
        )

    @property
    def absent_here(self) -> bool:
        """Whether the counterpart passage has no word that sounds like one of the name's."""
        spelled = [word for word in self.words if word.spelled]
        return not self.told and bool(spelled) and all(word.likeness.passage < UNLIKE for word in spelled)

    @property
    def nowhere(self) -> bool:
        """Whether no word of the other text can be one of the name's: by what the tables know, or else in its sound."""
        unknown = [word.likeness.unknown for word in self.words]
        return not (self.told or self.rendered) and (self.is_city or (bool(unknown) and all(unknown)))

    @property
    def translates(self) -> bool:
        """Whether a word of the name is an ordinary one, as far as the dictionary of its language tells."""
        return any(word.ordinary for word in self.words)

    @property
    def misspoken(self) -> bool:
        """Whether the sound of the name is nowhere in the other text, of all its words or of one that must be there.

        A person's last name must be there, and the first where the passage has a first name before the last. Of
        names joined by a hyphen none is left out.
        """
        if self.told:
            return False
        spelled = [word for word in self.words if word.spelled]
        if spelled and all(word.unknown for word in spelled):
            return True
        if len(self.words) < 2 or not spelled or not self._names_person:
            return False
        first, last = spelled[0], self.words[-1]
        is_kept = last.after_name or f"{first.text}-" in self.mention.text
        return last.unnamed or (first.unnamed and is_kept)

    @property
    def _names_person(self) -> bool:
        """Whether the name is a person's, by its label or by every word: labels of unknown names are often wrong."""
        return self.label in SPELLED or all(
            word.spelled and (word.names_persons or word.unknown) for word in self.words
        )


Evidence = dict[tuple[str, str], NameEvidence]  # by pair and name


def gather(
    members: Sequence[PairMentions], names: SharedNames, left: DocumentAnalysis, right: DocumentAnalysis
) -> tuple[Evidence, Evidence]:
    """The evidence on the names of the left and of the right side of each pair."""
    sides = (_Side(left, names.telling[0]), _Side(right, names.telling[1]))
    rows_left = [_Row(m.pair.id, name, m.pair.left, m.pair.right) for m in members for name in names_of(m.left)]
    rows_right = [_Row(m.pair.id, name, m.pair.right, m.pair.left) for m in members for name in names_of(m.right)]
    return _weigh(rows_left, sides[0], sides[1], names.glossary), _weigh(rows_right, sides[1], sides[0], names.glossary)


def names_of(mentions: Sequence[Mention]) -> list[Mention]:
    """The names of a passage, each once: a passage that names someone twice speaks of one person."""
    first: dict[str, Mention] = {}
    for mention in mentions:
        if mention.kind == "name":
            first.setdefault(mention.text, mention)
    return list(first.values())


class _Row(NamedTuple):
    """A name of a pair with the passage that it stands in and the counterpart."""

    pair: str
    mention: Mention
    own: tuple[Span, ...]
    other: tuple[Span, ...]


class _Side:
    """One document, prepared for the questions of the other."""

    def __init__(self, analysis: DocumentAnalysis, telling: Telling) -> None:
        self.names = languages.get(analysis.document.language).names
        self.text = analysis.document.text
        self.telling = telling
        self.plain = PlainText(analysis.document.text)
        self.concepts = ConceptsTold(analysis.document)
        self.lower = frozenset(word for word in analysis.document.text.split() if word.islower() and word.isalpha())
        self._persons = {
            word
            for mention in analysis.mentions
            if isinstance(mention.value, NameValue) and mention.value.label in SPELLED
            for word in identity_words(mention.text)
        }

    def names_person(self, word: str) -> bool:
        """Whether a word is one of a person's name, by the tables or by a name of this document."""
        return is_name_word(word, self.names) or (word in self._persons and not is_ordinary(word, self.names))


def _weigh(rows: Sequence[_Row], own: _Side, other: _Side, glossary: Glossary) -> Evidence:
    asked = {row: asked_of(row.mention.text, row.other) for row in rows}
    likeness = other.telling.likenesses(each for words in asked.values() for each in words)
    strangers = _strangers_before(asked, likeness, own, other)
    return {
        (row.pair, row.mention.text): NameEvidence(
            row.mention,
            tuple(
                NameWord(
                    each.word,
                    _is_spelled(each.word, row.mention, own),
                    likeness[each],
                    is_name_word(each.word, own.names),
                    is_ordinary(each.word, own.names),
                    (likeness[each].before, row.own) in strangers and likeness[each].passage >= TOLD,
                )
                for each in words
            ),
            glossary.told(row.mention.text, other.plain) or other.plain.has_name(row.mention.text),
            _is_place(row.mention)
            and not any(max(likeness[each].passage, likeness[each].text) >= TOLD for each in words)
            and not rendered,
            _led_by(own.text, row.mention),
            is_where(own.text, row.mention, own.names),
            modifies(own.text, row.mention, own.names),
            rendered,
            is_city(row.mention.text),
        )
        for row, words in asked.items()
        for rendered in [other.concepts.tells(row.mention.text)]
    }


def _strangers_before(
    asked: Mapping[_Row, Sequence[Asked]], likeness: Mapping[Asked, Likeness], own: _Side, other: _Side
) -> set[tuple[str, tuple[Span, ...]]]:
    """Words of persons' names that stand before a word asked for, and that the passage with the name lacks."""
    before = {
        Asked(likeness[each].before, (), row.own): None
        for row, words in asked.items()
        for each in words
        if likeness[each].passage >= TOLD and other.names_person(likeness[each].before)
    }
    return {(each.word, each.passage) for each, found in own.telling.likenesses(before).items() if found.unknown}


def _is_spelled(word: str, mention: Mention, own: _Side) -> bool:
    """Whether a word would be spelled out in another script: no acronym, no ordinary word, no name that translates."""
    assert isinstance(mention.value, NameValue)
    if len(word) < SHORTEST_WORD or (word.isupper() and word != word.lower() and len(word) <= LONGEST_ACRONYM):
        return False
    if _curated(mention.text) or (word.lower() in own.lower and word.lower() != word):
        return False
    names = own.names
    if mention.value.label in SPELLED:
        return is_name_word(word, names) or (not is_ordinary(word, names) and _is_shown_as_name(mention.text))
    if not has_vocabulary(names):
        return is_name_word(word, names)
    return not is_ordinary(word, names) and not _curated(word)


def _led_by(text: str, mention: Mention) -> str:
    """The word before a mention, with nothing but a space between; none that carries no identity, or a small one."""
    found = _WORD_BEFORE.search(text, max(0, mention.start - LONGEST_WORD), mention.start)
    word = found[1] if found else ""
    small = word.lower() == word and word.upper() != word
    return word if word and not small and identity_words(word) else ""


def _is_shown_as_name(name: str) -> bool:
    """Whether a person's name is one by more than the word of an engine: by its capitals, or by a second word."""
    return name != name.lower() or len(identity_words(name)) > 1


def _is_place(mention: Mention) -> bool:
    places = [number for number in _curated(mention.text) if concepts()[number].label == "LOC"]
    return bool(places) and not mention.text.isupper()


def _curated(name: str) -> list[int]:
    """The things that the tables know the whole name as."""
    return [number for number in look_up(name)[0] if concepts()[number].curated]
