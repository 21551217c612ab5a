"""Which things that the tables translate a text tells, as a name of the table or as a word of the same stem."""

from __future__ import annotations

import regex

from align import languages
from align.model import Document
from align.names.forms import bare_forms, without_article
from align.names.gazetteer import concepts, phrase_key
from align.names.lookup import look_up

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
        self._stems = {form[:size] for form in forms for size in range(3, STEM + 1) if len(form) >= size}

    def tells(self, name: str) -> bool:
        """Whether the text has a form that the tables give for the name, by its first word's stem or its initials."""
        found, _ = look_up(name)
        forms = [form for number in found for form in concepts()[number].names.get(self._code, ())]
        return any(self._stem(form) in self._stems or _initials(form) in self._acronyms for form in forms)

    def _stem(self, form: str) -> str:
        first, *_ = phrase_key(form).split() or [""]
        return without_article(first, self._names)[:STEM]


def _initials(form: str) -> str:
    return "".join(word[0] for word in phrase_key(form).split())
