"""Whether a word of a name is an ordinary word of its language: such words are translated, and not spelled out.

Two sources: the lemmas of WordNet, which spaCy's English models bring for their lemmatizer (Miller, "WordNet: a
lexical database for English", CACM 1995), and for a language with a lexicon of name words the kinds of its table.
"""

from __future__ import annotations

import functools
import importlib.util
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from align.languages.name_words import NameWords
from align.names.forms import bare_forms, without_article
from align.names.gazetteer import latin_name_words, name_words
from align.text import fold

Endings = tuple[tuple[str, str], ...]


class Vocabulary(NamedTuple):
    """The dictionary forms of a language, its irregular forms, and what its regular endings stand for."""

    lemmas: frozenset[str]
    irregular: frozenset[str]
    endings: Endings

    def knows(self, form: str) -> bool:
        return form in self.lemmas or form in self.irregular or any(form in self.lemmas for form in self._stems(form))

    def _stems(self, form: str) -> Iterator[str]:
        return (form.removesuffix(ending) + plain for ending, plain in self.endings if ending and form.endswith(ending))


NO_VOCABULARY = Vocabulary(frozenset(), frozenset(), ())


def is_ordinary(word: str, names: NameWords) -> bool:
    """Whether the dictionary of the language has the word, though names have it as well (`Mark`)."""
    form = fold(word)
    if names.lexicon:
        forms = [form, *bare_forms(form, names), without_article(form, names)]
        known = name_words()
        return any(each in names.common_words or (each in known and known[each].kind == "common") for each in forms)
    return vocabulary(names.models).knows(form)


def is_name_word(word: str, names: NameWords) -> bool:
    """Whether the tables know the word as one of personal names and as nothing else."""
    form = fold(word)
    if names.lexicon:
        known = name_words()
        entry = known.get(form) or known.get(without_article(form, names))
        return entry is not None and entry.kind == "person" and not is_ordinary(word, names)
    return form in latin_name_words()


def has_vocabulary(names: NameWords) -> bool:
    """Whether a word that is not ordinary to `is_ordinary` is hardly one."""
    return vocabulary(names.models) is not NO_VOCABULARY


@functools.cache
def vocabulary(packages: tuple[str, ...]) -> Vocabulary:
    """The vocabulary of the lemmatizer in the first of these spaCy packages that is installed and has one."""
    for package in packages:
        if importlib.util.find_spec(package) is not None and (folder := _lookups(package)):
            return _read(folder)
    return NO_VOCABULARY


def _lookups(package: str) -> Path | None:
    root = Path(str(resources.files(package)))
    return next((path.parent for path in sorted(root.glob("*/lemmatizer/lookups/lookups.bin"))), None)


def _read(folder: Path) -> Vocabulary:
    from spacy.lookups import Lookups

    tables = Lookups().from_disk(folder)
    index, irregular, rules = (tables.get_table(name, {}) for name in ("lemma_index", "lemma_exc", "lemma_rules"))
    return Vocabulary(
        frozenset().union(*index.values()),
        frozenset().union(*irregular.values()),
        tuple(sorted({(ending, plain) for rows in rules.values() for ending, plain in rows})),
    )
