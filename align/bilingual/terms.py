"""The terms of a glossary that a source has and whose translation its target lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from align.bilingual.unit import Unit
from align.languages.language import Language
from align.names.glossary import Glossary
from align.text import Token, tokenize

_LONGEST = 12  # words of a term
_LONGEST_ENDING = 3  # letters that a word may have beyond the term's: "permits", «تصاريحهم»
_SHORTEST_STEM = 4

Forms = tuple[str, ...]


class Terms:
    """The glossary between two languages, looked up word by word."""

    def __init__(self, glossary: Glossary, sides: tuple[Language, Language]) -> None:
        self._renderings: defaultdict[Forms, dict[Forms, str]] = defaultdict(dict)
        self._shown: dict[Forms, str] = {}
        self._sides = sides
        for one, other in glossary.pairs:
            for term, rendering in ((one, other), (other, one)):
                forms = _forms(term)
                self._shown.setdefault(forms, term)
                self._renderings[forms][_forms(rendering)] = rendering
        self._by_first: defaultdict[str, list[Forms]] = defaultdict(list)
        for forms in self._renderings:
            if forms and len(forms) <= _LONGEST:
                self._by_first[forms[0]].append(forms)

    def missing(self, unit: Unit) -> Iterator[str]:
        """A sentence for every term of the source, the longest first, that the target renders in another way."""
        if not self._by_first:
            return
        source = _forms(unit.source)
        found = [forms for at in range(len(source)) for forms in self._at(source, at)]
        if not found:
            return
        target = _forms(unit.target)
        for forms in dict.fromkeys(found):
            renderings = self._renderings[forms]
            if not any(self._has(target, rendering) for rendering in renderings):
                wanted = " / ".join(f"\u201c{each}\u201d" for each in renderings.values())
                yield f"The glossary renders \u201c{self._shown[forms]}\u201d as {wanted}, which the target lacks."

    def _at(self, words: Forms, at: int) -> list[Forms]:
        """The longest term that begins at a word."""
        fitting = [forms for forms in self._by_first.get(words[at], ()) if words[at : at + len(forms)] == forms]
        return sorted(fitting, key=len)[-1:]

    def _has(self, words: Forms, rendering: Forms) -> bool:
        """Whether a text has the words of a rendering beside each other, whatever is written onto them."""
        size = len(rendering)
        return any(
            all(self._is_form(word, wanted) for word, wanted in zip(words[at : at + size], rendering, strict=True))
            for at in range(len(words) - size + 1)
        )

    def _is_form(self, word: str, wanted: str) -> bool:
        if word == wanted:
            return True
        bare = self._bare(word)
        stem = self._bare(wanted)
        if bare == stem:
            return True
        shorter, longer = sorted((bare, stem), key=len)
        return (
            len(shorter) >= _SHORTEST_STEM
            and len(longer) - len(shorter) <= _LONGEST_ENDING
            and longer.startswith(shorter[: max(_SHORTEST_STEM, len(shorter) - 1)])
        )

    def _bare(self, word: str) -> str:
        """A word without the particles that the target's language writes onto it."""
        names = self._sides[1].names
        for clitic in sorted(names.proclitics, key=len, reverse=True):
            if word.startswith(clitic) and len(word) - len(clitic) > 1:
                return word[len(clitic) :]
        return word


def _forms(text: str) -> Forms:
    return tuple(token.form for token in tokenize(text) if _is_word(token))


def _is_word(token: Token) -> bool:
    return token.kind != "mark"
