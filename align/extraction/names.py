"""The names that texts state: persons, places, bodies, and peoples, with offsets.

A language's table says which engine finds them: an installed spaCy model, or gazetteers and rules. Texts of one
document belong in one call, since a name that is plain in one sentence decides what it is in the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from align.languages.language import Language
from align.model import Label, Mention, NameValue
from align.names.romanize import romanize
from align.text import without_surrogates


def find_names(texts: Sequence[str], language: Language) -> list[list[Mention]]:
    """The names of each text, in text order, with offsets into that text.

    Raises `ModelError` where the language's table asks for a model and none is installed.
    """
    if language.names.models:
        from align.extraction.name_models import find_spans
    else:
        from align.extraction.name_rules import find_spans
    found = find_spans([without_surrogates(text) for text in texts], language)
    return [
        [_mention(text, start, end, label) for start, end, label in spans]
        for text, spans in zip(texts, found, strict=True)
    ]


def model_name(language: Language) -> str:
    """The engine and version that `find_names` uses for a language, for the signature of a report."""
    if language.names.models:
        from align.extraction.name_models import engine_name
    else:
        from align.extraction.name_rules import engine_name
    return engine_name(language)


def _mention(text: str, start: int, end: int, label: Label) -> Mention:
    quoted = text[start:end]
    return Mention("name", start, end, quoted, NameValue(label, romanize(quoted)))
