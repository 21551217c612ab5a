"""The one type that a language is described by. No code outside this folder compares with a language code."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from align.languages.claim_words import ClaimWords
from align.languages.date_words import DateWords
from align.languages.name_words import NameWords
from align.languages.number_words import NumberWords


@dataclass(frozen=True, slots=True)
class SentenceRules:
    """How running text divides. Words are in folded form (see `align.text.fold`).

    `ends` are the signs that close a sentence; `abbreviations` the words after which a full stop does not.
    `beginners` are words that begin a sentence with a capital after one: no title stands before "The".
    `hours` are abbreviations of the time of day, which end no sentence before one of `days` either: the names of days,
    months and time zones.
    `clause_marks` are the signs, and `clause_words` the words, before which a clause may begin.
    `conjunctions` are the letters that are written as one with the word after them.
    """

    ends: str
    abbreviations: frozenset[str]
    clause_marks: str
    clause_words: frozenset[str]
    conjunctions: frozenset[str] = frozenset()
    beginners: frozenset[str] = frozenset()
    hours: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Language:
    """Everything the engines need to know of one language."""

    code: str
    name: str
    direction: Literal["ltr", "rtl"]
    script: str  # Unicode script name, by which a text's language is told
    sentences: SentenceRules
    numbers: NumberWords
    dates: DateWords
    names: NameWords
    joining_words: frozenset[str]  # stand alone between the parts of a sum: "and"
    part_words: tuple[str, ...]  # stand between a total and its parts: "of whom"; as written, lower case
    part_openers: tuple[str, ...] = ()  # stand before a total that is divided: "out of"; lower case
    claims: ClaimWords = field(default_factory=ClaimWords)
