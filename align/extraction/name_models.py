"""Names by an installed spaCy model, for languages that have one."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from spacy.language import Language as Pipeline
from spacy.pipeline.tok2vec import Tok2Vec

from align.errors import ModelError
from align.extraction.name_bounds import Spans
from align.extraction.name_lexicon import lexicon_of
from align.extraction.name_repair import repair
from align.languages.language import Language

# Components that names do not need; what a model does not have is ignored.
UNUSED = ("tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer", "textcat")
BATCH = 64  # texts
LONGEST_TEXT = 100_000  # characters read at once: longer texts are no sentences, and the model's memory is linear


def engine_name(language: Language) -> str:
    """The installed model's package and version."""
    pipeline = _pipeline(language.names.models, language.names.install, language.code)
    return f"{pipeline.meta['align_package']}-{pipeline.meta['version']}"


def find_spans(texts: Sequence[str], language: Language) -> list[Spans]:
    """(start, end, label) of the names of each text, in code points, repaired by what the document says elsewhere."""
    pipeline = _pipeline(language.names.models, language.names.install, language.code)
    labels = language.names.labels
    found: list[Spans] = [
        [(ent.start_char, ent.end_char, labels[ent.label_]) for ent in doc.ents if ent.label_ in labels]
        for doc in pipeline.pipe((text[:LONGEST_TEXT] for text in texts), batch_size=BATCH)
    ]
    return repair(texts, found, lexicon_of(language))


@functools.cache
def _pipeline(packages: tuple[str, ...], install: str, code: str) -> Pipeline:
    import spacy
    from spacy.util import is_package

    for package in packages:
        if _importable(package) or is_package(package):
            pipeline = spacy.load(package, exclude=list(UNUSED))
            _drop_unheard_vectors(pipeline)
            pipeline.meta["align_package"] = package
            return pipeline
    raise ModelError(f"No model for names in {code!r} is installed; install one with: {install}")


def _drop_unheard_vectors(pipeline: Pipeline) -> None:
    """Remove shared word vectors that no component listens to: in small models the names have vectors of their own."""
    for name, component in list(pipeline.pipeline):
        if isinstance(component, Tok2Vec) and not component.listening_components:
            pipeline.remove_pipe(name)


def _importable(package: str) -> bool:
    import importlib.util

    return importlib.util.find_spec(package) is not None
