"""Names by the spaCy pipeline that ships with align, for a language that has one."""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Sequence
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from align.extraction.name_bounds import Spans
from align.extraction.name_lexicon import lexicon_of
from align.extraction.name_marking import family_names, mark_again, mark_known, mark_places_again, place_names, relabel
from align.languages.language import Language

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

BATCH = 64  # texts


def engine_name(language: Language) -> str:
    """The pipeline's name and version, told without loading it or spaCy."""
    return _stated(language.names.shipped)


def find_spans(texts: Sequence[str], language: Language) -> list[Spans]:
    """(start, end, label) of the names of each text, in code points.

    The pipeline reads each text by itself. The tables add peoples, names of several words, and the label
    of names of several words; the document adds persons whom it names in full and then by their last name, and
    places that it names again.
    """
    lexicon = lexicon_of(language)
    docs = list(_pipeline(language.names.shipped).pipe(texts, batch_size=BATCH))
    read = [(doc.user_data["tokens"], doc.user_data["names"]) for doc in docs]
    families = {family for tokens, marks in read for family in family_names(tokens, marks, lexicon)}
    places = {place for tokens, marks in read for place in place_names(tokens, marks, lexicon)}
    found = []
    for tokens, marks in read:
        marks = mark_known(tokens, relabel(tokens, marks, lexicon), lexicon)
        marks = mark_again(tokens, marks, families, lexicon)
        marks = mark_places_again(tokens, marks, places, lexicon)
        found.append([(tokens[start].start, tokens[end - 1].end, label) for start, end, label in marks])
    return found


@functools.cache
def _stated(folder: str) -> str:
    meta = json.loads((files("align.data") / folder / "meta.json").read_bytes())
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"


@functools.cache
def _pipeline(folder: str) -> Pipeline:
    import spacy

    from align.extraction import name_tagger  # noqa: F401  # registers the component that the stored pipeline names

    with as_file(files("align.data") / folder) as path:
        pipeline = spacy.load(path)
    pipeline.max_length = sys.maxsize  # our component takes memory for a block of words at a time
    return pipeline
