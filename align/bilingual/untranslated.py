"""Units that nobody has translated: the target is empty, is the source again, or is in the script of the source."""

from __future__ import annotations

import functools

import regex

from align.bilingual.placeholders import hide
from align.bilingual.unit import Unit
from align.languages.language import Language

_LETTER = regex.compile(r"\p{L}")
# A word that is no name, brand or code: two letters or more, the first small or of a script without capitals.
_ORDINARY = regex.compile(r"(?<![\p{L}\p{Nd}_./-])[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{Mn}]+(?![\p{L}\p{Nd}_/]|\.\p{L})")
_FEWEST = 2  # ordinary words of the source language in a target that has none of its own


def why_untranslated(unit: Unit, source: Language, target: Language) -> str:
    """One sentence that says why a unit counts as untranslated; empty for one that does not.

    A target that only repeats names, brands, codes and placeholders is no error.
    """
    source_text = hide(unit.source)
    if not _LETTER.search(source_text):
        return ""
    if not unit.target.strip():
        return "The target is empty."
    target_text = hide(unit.target)
    if _letters_of(target, target_text):
        return ""
    words = [word for word in _ORDINARY.findall(target_text) if _letters_of(source, word)]
    if unit.target.split() == unit.source.split():
        return "The target is the same as the source." if words else ""
    if len(words) >= _FEWEST:
        return f"The target has no {target.name} letter."
    return ""


def _letters_of(language: Language, text: str) -> bool:
    return _letter_of(language.script).search(text) is not None


@functools.cache
def _letter_of(script: str) -> regex.Pattern[str]:
    return regex.compile(rf"\p{{Script={script}}}")
