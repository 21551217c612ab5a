"""What the names engine needs to know of a language. Every field may be empty: without words, no names are found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from align.model import Label


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words around and within names, folded (see `align.text.fold`).

    `engines` are the ways to find the language's names, the default first. "installed": the first of the spaCy
    pipelines `models` that is installed, its labels translated by `labels`. "shipped": the spaCy pipeline in the
    folder `shipped` of `align/data`. "rules": gazetteers (the tables in
    `align/data` with a column for the language's code, and `lexicon`) and the words below. "camel": the named entity
    recogniser of camel-tools, where its data is installed.
    """

    engines: tuple[str, ...] = ("rules",)
    shipped: str = ""  # folder in `align/data`
    models: tuple[str, ...] = ()  # spaCy packages, the preferred first
    install: str = ""  # what to type where none of them is installed
    labels: Mapping[str, Label] = field(default_factory=dict)  # a model's label -> ours; others are dropped

    articles: frozenset[str] = frozenset()  # words before a name that are no part of it
    hyphen_articles: frozenset[str] = frozenset()  # in small letters before a hyphen and a capital: "ad-Dawr"
    titles: frozenset[str] = frozenset()  # words for a person's rank or office; no part of the name
    particles: frozenset[str] = frozenset()  # small words within names, which carry no identity
    kinds: frozenset[str] = frozenset()  # "province", "river": what a named thing is; not compared

    lexicon: bool = False  # whether `align/data/name_words.tsv` holds the words of this language's personal names
    article_prefix: str = ""  # an article that is written as part of the word
    proclitics: tuple[str, ...] = ()  # particles written as part of the word that follows
    inflections: tuple[str, ...] = ()  # endings that a word for a people may take
    person_cues: frozenset[str] = frozenset()  # words after which a name word alone is a person
    place_cues: frozenset[str] = frozenset()  # "city", "province": words after which an unknown word is a place
    place_words: frozenset[str] = frozenset()  # those beside which a name in doubt is a place's, and no person's
    waters: frozenset[str] = frozenset()  # those of them on which other places lie
    regions: frozenset[str] = frozenset()  # those in which other places lie
    place_prepositions: frozenset[str] = frozenset()  # "in", "to": after them a name in doubt is a place's
    body_heads: frozenset[str] = frozenset()  # "movement", "ministry": words that open the name of a body
    link_words: frozenset[str] = frozenset()  # "son of", "father of": words that join the parts of a person's name
    openers: frozenset[str] = frozenset()  # first parts of compound given names
    common_words: frozenset[str] = frozenset()  # names that are mostly ordinary words; need a cue to count
