"""Which things that the tables translate a text tells, as a name of the table or as a word of the same stem."""

from __future__ import annotations

from collections import defaultdict

import regex

from align import languages
from align.model import Document
from align.names.forms import bare_forms, without_article
from align.names.gazetteer import concepts, phrase_key
from align.names.lookup import country_of, look_up

STEM = 4  # letters: "Spain" and "Spanish", "Portugal" and "Portuguese" share as many
_WORD = regex.compile(r"\p{L}[\p{L}\p{Mn}]+")
_ACRONYM = regex.compile(r"\b(?:\p{Lu}\.?){2,6}\b")


class ConceptsTold:
    """The words of a text, prepared for asking whether one of them tells a country, a people or a body."""

    def __init__(self, document: Document) -> None:
        names = languages.get(document.language).names
        self._code, self._names = document.language, names
        keys = {phrase_key(word) for word in set(_WORD.findall(document.text))}
        forms = {without_article(form, names) for key in keys for form in bare_forms(key, names)}
        self._acronyms = {match[0].replace(".", "").lower() for match in _ACRONYM.finditer(document.text)}
        self._forms: defaultdict[str, set[str]] = defaultdict(set)  # by stem
        for form in forms:
            for size in range(3, min(STEM, len(form)) + 1):
                self._forms[form[:size]].add(form)

    def tells(self, name: str) -> bool:
        """Whether the text has a form that the tables give for the name, by its first word's stem or its initials."""
        found, _ = look_up(name)
        forms = [form for number in found for form in concepts()[number].names.get(self._code, ())]
        return any(_initials(form) in self._acronyms or self._has_form_of(form, found) for form in forms)

    def _has_form_of(self, name: str, found: frozenset[int]) -> bool:
        """Whether a word has the stem of the name and is no other country's: Liberia and Libya share one in Arabic."""
        return any(not (country_of(form) - found) for form in self._forms.get(self._stem(name), ()))

    def _stem(self, form: str) -> str:
        first, *_ = phrase_key(form).split() or [""]
        return without_article(first, self._names)[:STEM]


def _initials(form: str) -> str:
    return "".join(word[0] for word in phrase_key(form).split())
