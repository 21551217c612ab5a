"""Which first letters of a name are particles written onto it, by camel-tools' morphology, where it is installed.

The database (calima-msa) lists the analyses of a written word; camel-tools ranks them by their frequency in the Penn
Arabic Treebank, with its table of words in context where that is installed too. A database is text of some 40 MB:
it is loaded for the first name that begins with a letter that can be a particle.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from align.extraction.camel_data import FREQUENCIES, MORPHOLOGY, installed, loaded
from align.extraction.name_camel import LONGEST_WORD, plain
from align.extraction.name_rules import words_of
from align.languages.language import Language
from align.languages.name_words import NameWords
from align.model import Label
from align.text import fold

if TYPE_CHECKING:
    from camel_tools.disambig.mle import MLEDisambiguator
    from camel_tools.morphology.analyzer import Analyzer

# The places of particles before the article, from without to within, and what says that a place is empty: "CAMeL
# Morphology Features" in camel-tools' documentation.
PLACES = ("prc3", "prc2", "prc1")
ARTICLE_PLACE = "prc0"
EMPTY = frozenset({"0", "na", "-", "", None})
PROPER = "noun_prop"
ALL = 1000  # analyses of one word


def without_particles(name: str, label: Label, language: Language) -> str | None:
    """The name without the particles on its first word; None where no database is installed or none knows the word."""
    words = words_of(name)
    folder = installed(MORPHOLOGY)
    if not words or folder is None:
        return None
    first = plain(name[words[0].start : words[0].end])
    if not fold(first).startswith(language.names.proclitics):
        return name
    analysis = _analysis(first, label, folder, installed(FREQUENCIES)) if len(first) <= LONGEST_WORD else None
    bare = _bare(first, analysis, language.names) if analysis else None
    return bare and name[: words[0].start] + bare + name[words[0].end :]


@functools.lru_cache(maxsize=1 << 14)
def _analysis(word: str, label: Label, folder: Path, frequencies: Path | None) -> Mapping[str, Any] | None:
    """The likeliest analysis of a name's first word.

    Persons and places have proper names, however rare; bodies and peoples begin with ordinary words as well.
    """
    found = _disambiguator(folder, frequencies).disambiguate([word])[0].analyses
    analyses: list[Mapping[str, Any]] = [scored.analysis for scored in found]
    proper = [analysis for analysis in analyses if analysis.get("pos") == PROPER] if label in ("PER", "LOC") else []
    return next(iter(proper or analyses), None)


@functools.cache
def _disambiguator(folder: Path, frequencies: Path | None) -> MLEDisambiguator:
    def analyzer() -> Analyzer:
        from camel_tools.morphology.analyzer import Analyzer
        from camel_tools.morphology.database import MorphologyDB

        # No backoff: it finds a particle and a proper name in every word, and the tables know better than that.
        return Analyzer(MorphologyDB(str(folder / "morphology.db")))

    def disambiguator() -> MLEDisambiguator:
        from camel_tools.disambig.mle import MLEDisambiguator

        words = str(frequencies / "model.json") if frequencies else None
        return MLEDisambiguator(known, words, ALL, cache_size=0)

    known = loaded(MORPHOLOGY, folder, analyzer)
    return loaded(FREQUENCIES, frequencies or folder, disambiguator)


def _bare(word: str, analysis: Mapping[str, Any], names: NameWords) -> str | None:
    """The word without as many letters as the analysis has particles, each of which is one letter.

    After li- the article loses its alef, which is given back.
    """
    form = word
    for place in PLACES:
        if analysis.get(place) not in EMPTY:
            if not form.startswith(names.proclitics):
                return None
            form = form[1:]
    prefix = names.article_prefix
    merged = form != word and analysis.get(ARTICLE_PLACE) not in EMPTY and prefix and not form.startswith(prefix)
    return prefix[:-1] + form if merged and form.startswith(prefix[-1]) else form
