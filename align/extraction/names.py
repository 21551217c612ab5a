"""The names that texts state: persons, places, bodies, and peoples, with offsets.

A language's table says which engine finds them: an installed spaCy model, or gazetteers and rules. Texts of one
document belong in one call, since a name that is plain in one sentence decides what it is in the next.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from typing import Protocol

from align.errors import ModelError
from align.extraction.name_bounds import Spans
from align.languages.language import Language
from align.model import Label, Mention, NameValue
from align.names.romanize import romanize
from align.text import without_surrogates

# Engine -> the module that has it, with the two functions of `Engine`. A language's table says which ones it has.
ENGINES = {
    "installed": "align.extraction.name_models",
    "shipped": "align.extraction.name_shipped",
    "rules": "align.extraction.name_rules",
    "camel": "align.extraction.name_camel",
}

# Engine -> the module that knows, better than a language's table, which first letters of a name are particles.
PARTICLES = {"camel": "align.extraction.camel_morphology"}


# The name without particles; None where that is not known.
WithoutParticles = Callable[[str, Label, Language], str | None]


class Engine(Protocol):
    """What the module of an engine offers."""

    def find_spans(self, texts: Sequence[str], language: Language) -> list[Spans]: ...

    def engine_name(self, language: Language) -> str: ...


def find_names(texts: Sequence[str], language: Language, engine: str = "") -> list[list[Mention]]:
    """The names of each text, in text order, with offsets into that text.

    `engine` is one of the language's `NameWords.engines`; without it the first of them. Raises `ModelError` for
    another engine, and where the engine's model is not installed.
    """
    found = _engine(language, engine).find_spans([without_surrogates(text) for text in texts], language)
    particles = PARTICLES.get(engine or language.names.engines[0])
    without_particles: WithoutParticles = (
        importlib.import_module(particles).without_particles if particles else _unknown
    )
    return [
        [
            _mention(text[start:end], start, label, without_particles(text[start:end], label, language))
            for start, end, label in spans
        ]
        for text, spans in zip(texts, found, strict=True)
    ]


def model_name(language: Language, engine: str = "") -> str:
    """The engine and version that `find_names` uses for a language, for the signature of a report."""
    return _engine(language, engine).engine_name(language)


def _engine(language: Language, engine: str) -> Engine:
    choices = language.names.engines
    if engine and engine not in choices:
        raise ModelError(
            f"There is no engine {engine!r} for {language.name} names; choose one of {', '.join(choices)}."
        )
    module: Engine = importlib.import_module(ENGINES[engine or choices[0]])
    return module


def _unknown(name: str, label: Label, language: Language) -> None:
    """For engines without a morphology: look-up tells particles from letters by the tables."""


def _mention(quoted: str, start: int, label: Label, bare: str | None) -> Mention:
    romanized = romanize(quoted) if bare is None else romanize(bare, whole=True)
    return Mention("name", start, start + len(quoted), quoted, NameValue(label, romanized, bare or ""))
