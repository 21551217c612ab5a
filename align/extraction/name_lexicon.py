"""What a language's tables say of a word in running text, prepared for look-up by folded form."""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import NamedTuple

from align.languages.language import Language
from align.languages.name_words import NameWords
from align.model import Label
from align.names.forms import bare_forms, inflected, without_article
from align.names.gazetteer import CITY_TABLES, Concept, concepts, name_words
from align.text import tokenize


class Entry(NamedTuple):
    """A name that a table knows: the forms of its words after the first, and its label."""

    rest: tuple[str, ...]
    label: Label
    curated: bool


class Lexicon:
    """The names of one language by their first word, and the part that a word can play in a person's name."""

    def __init__(self, code: str, words: NameWords) -> None:
        self.words = words
        self.acronyms: set[str] = set()  # folded names that are written in capitals throughout
        self._entries: defaultdict[str, list[Entry]] = defaultdict(list)
        known = name_words() if words.lexicon else {}
        self._persons = frozenset(word for word, entry in known.items() if entry.kind != "other") - words.common_words
        self._common = frozenset(word for word, entry in known.items() if entry.kind == "common") - words.common_words
        self._sure = self._persons - self._common
        for concept in concepts():
            for name in concept.names.get(code, ()):
                self._add(name, concept)
        for entries in self._entries.values():
            entries.sort(key=lambda entry: (-len(entry.rest), entry.label == "MISC", not entry.curated))
        self.entries = functools.lru_cache(maxsize=1 << 16)(self._known_from)
        self.role = functools.lru_cache(maxsize=1 << 16)(self._role)
        self.bare = functools.lru_cache(maxsize=1 << 16)(self._bare)
        self.heads_body = functools.lru_cache(maxsize=1 << 16)(self._heads_body)

    def _add(self, name: str, concept: Concept) -> None:
        if name.isupper():
            self.acronyms.add("".join(token.form for token in tokenize(name) if token.kind == "word"))
        first, *rest = (token.form for token in tokenize(name) if token.kind == "word")
        if rest and first in self.words.articles:
            first, *rest = rest
        if concept.table in CITY_TABLES and not rest and (first in self._common or self._is_ordinary_inflected(first)):
            return
        forms = inflected(first, self.words) if concept.label == "MISC" and not rest else (first,)
        for form in forms:
            entry = Entry(tuple(rest), concept.label, concept.curated)
            if entry not in self._entries[form]:
                self._entries[form].append(entry)

    def _known_from(self, form: str) -> tuple[Entry, ...]:
        """The known names that may begin with a word so written, particles on it allowed, longest first."""
        if form in self.words.common_words:
            return tuple(entry for entry in self._entries.get(form, ()) if entry.rest)
        forms = [form] if form in self._persons else bare_forms(form, self.words)
        found = [entry for bare in forms for entry in self._entries.get(bare, ())]
        return tuple(sorted(found, key=lambda entry: (-len(entry.rest), entry.label == "MISC")))

    def _bare(self, form: str) -> list[str]:
        return bare_forms(form, self.words)

    def _heads_body(self, form: str) -> bool:
        """Whether a word so written may open the name of a body."""
        return any(bare in self.words.body_heads for bare in bare_forms(form, self.words))

    def _role(self, form: str) -> str:
        """What a word may be in a person's name.

        `name` for one that names persons, `maybe` where it is also an ordinary word; `family` and `nisba`, the same
        with the article; `clitic` for a name behind a particle; `link`; `opener`; or nothing.
        """
        words = self.words
        if form in words.titles:
            return ""
        if form in words.common_words:
            return "link" if form in words.link_words else ""
        if form in words.link_words:
            return "link"
        if form in words.openers:
            return "opener"
        if form in self._persons and not (words.article_prefix and form.startswith(words.article_prefix)):
            return "name" if form in self._sure and not self._is_ordinary_inflected(form) else "maybe"
        bare = without_article(form, words)
        if bare != form and (form in self._persons or bare in self._persons):
            return "family" if form not in self._common and bare not in self._common else "nisba"
        for bare in bare_forms(form, words)[1:]:
            if bare in self._sure and len(bare) > 3 and not bare.endswith(words.inflections[:1]):
                return "" if self._is_ordinary_inflected(bare) else "clitic"
        return ""

    def _is_ordinary_inflected(self, form: str) -> bool:
        """Whether a name word is also a form of an ordinary one: in Arabic the accusative of "big"."""
        stems = (form.removesuffix(ending) for ending in self.words.inflections if form.endswith(ending))
        return any(stem in self._common or stem in self.words.common_words for stem in stems)


_LEXICONS: dict[str, Lexicon] = {}


def lexicon_of(language: Language) -> Lexicon:
    """The lexicon of a language, built on first use and again where its table has changed."""
    lexicon = _LEXICONS.get(language.code)
    if lexicon is None or lexicon.words is not language.names:
        lexicon = _LEXICONS[language.code] = Lexicon(language.code, language.names)
    return lexicon
