"""The languages that align reads, by BCP 47 code. To add one, write its table and name it here."""

from __future__ import annotations

from align.errors import LanguageError
from align.languages.ar import ARABIC
from align.languages.en import ENGLISH
from align.languages.language import Language

LANGUAGES: dict[str, Language] = {language.code: language for language in (ENGLISH, ARABIC)}


def get(code: str) -> Language:
    """The table of a language; raises `LanguageError` where there is none."""
    if known := LANGUAGES.get(code):  # as every stage asks, for every sentence
        return known
    try:
        return LANGUAGES[code.split("-")[0].lower()]
    except KeyError:
        listed = ", ".join(sorted(LANGUAGES))
        raise LanguageError(f"There is no table for the language {code!r}; align reads {listed}.") from None
