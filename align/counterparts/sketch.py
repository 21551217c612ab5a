"""A document in brief: one vector, and keys of its names and figures that are the same in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from align.encode import Vectors, encode
from align.masking import Masking
from align.model import DateValue, DocumentAnalysis, Mention, NameValue, NumberValue
from align.names.lookup import look_up
from align.names.sounds import fold_latin, skeleton
from align.names.told import identity_words
from align.text import fold

_LEAST_FIGURE = 13  # smaller counts are in every text
_MOST_CONCEPTS = 3  # a name that may stand for more things than that says little
_LEAST_BONES = 2  # consonants of a word that can be told from others by them


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a document, whatever its length. `names` and `figures` hold a form as written by key."""

    language: str
    title: str
    vector: Vectors
    names: Mapping[str, str]
    figures: Mapping[str, str]


def sketch(analysis: DocumentAnalysis, encoder: str) -> Sketch:
    """The document's mean vector, shape (width,), and its keys. Values are masked in what the vector is made of."""
    masked = Masking(analysis)
    sentences = encode([masked(segment.span) for segment in analysis.segments], encoder)
    mean = sentences.mean(axis=0) if len(sentences) else np.zeros(1, np.float32)
    names: dict[str, str] = {}
    figures: dict[str, str] = {}
    for mention in analysis.mentions:
        keys, of = (_name_keys, names) if isinstance(mention.value, NameValue) else (_figure_keys, figures)
        for key in keys(mention):
            of.setdefault(key, mention.text)
    document = analysis.document
    return Sketch(document.language, document.title or document.id, mean, names, figures)


def _name_keys(mention: Mention) -> Iterator[str]:
    """What the name stands for by the tables, and how each of its words sounds, which no script changes."""
    concepts, _ = look_up(mention.text)
    if len(concepts) <= _MOST_CONCEPTS:
        yield from (f"c{number}" for number in sorted(concepts))
    for word in identity_words(mention.text):
        bones = skeleton(fold_latin(fold(word)))
        if len(bones) >= _LEAST_BONES:
            yield f"s{bones}"


def _figure_keys(mention: Mention) -> Iterator[str]:
    match mention.value:
        case NumberValue(low=low, high=high) if low is not None and low == high and abs(low) >= _LEAST_FIGURE:
            yield f"n{low.normalize():f}"
        case DateValue(edtf=edtf) if edtf:
            yield f"d{edtf}"
