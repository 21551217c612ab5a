"""Stems: what is left of a word without the particles written onto it and without its ending.

A light stemmer in the manner of light10 for Arabic (Larkey, Ballesteros and Connell, SIGIR 2002) and of the S-stemmer
for English (Harman, 1991): it takes off one ending and looks nothing up. It serves to see that two sentences of one
text use the same word, not to find its root.
"""

from __future__ import annotations

import functools

from align.languages.language import Language

SHORTEST = 3  # letters that a stem has at least


class Stemmer:
    """The stems of one language's folded words."""

    def __init__(self, language: Language) -> None:
        particles = language.numbers.proclitics
        self._conjunctions = tuple(particles.conjunctions) or ("\0",)
        self._whole = language.numbers.nouns.not_conjoined
        joined = [preposition + article for preposition in particles.prepositions for article in particles.articles]
        # Prepositions are taken off with an article only: alone, their letters begin too many words.
        fused = [particles.fusions.get(form, form) for form in joined]
        self._articles = tuple(sorted((*fused, *particles.articles), key=len, reverse=True))
        self._endings = tuple(sorted(language.claims.endings, key=len, reverse=True))
        self._weak = str.maketrans("", "", language.claims.weak_letters)
        self.stem = functools.lru_cache(maxsize=1 << 15)(self._stem)
        self.bare = functools.lru_cache(maxsize=1 << 15)(self._bare)

    def _bare(self, form: str) -> str:
        """The word without conjunction, preposition and article."""
        conjoined = form.startswith(self._conjunctions) and len(form) > SHORTEST and form not in self._whole
        rest = form[1:] if conjoined else form
        for article in self._articles:
            if rest.startswith(article) and len(rest) - len(article) >= SHORTEST - 1:
                return rest[len(article) :]
        return rest

    def _stem(self, form: str) -> str:
        rest = self.bare(form)
        for ending in self._endings:
            if rest.endswith(ending) and len(rest) - len(ending) >= SHORTEST:
                rest = rest[: -len(ending)]
                break
        strong = rest.translate(self._weak)
        return strong if len(strong) >= SHORTEST else rest
