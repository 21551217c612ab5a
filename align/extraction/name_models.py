"""Names by an installed spaCy model, for languages that have one."""

from __future__ import annotations

import functools
import importlib.util
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from align.blas import one_thread
from align.errors import ModelError
from align.extraction.name_bounds import Spans
from align.extraction.name_lexicon import lexicon_of
from align.extraction.name_repair import repair
from align.languages.language import Language

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

# Components that names do not need; what a model does not have is ignored.
UNUSED = ("tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer", "textcat")
RECOGNIZER = "ner"  # the component of spaCy's pipelines that finds names
BATCH = 64  # texts
LONGEST_TEXT = 100_000  # characters read at once: longer texts are no sentences, and the model's memory is linear


def engine_name(language: Language) -> str:
    """The installed model's package and version, told without loading it or spaCy."""
    package, version = _installed(language.names.models, language.names.install, language.code)
    return f"{package}-{version}"


def find_spans(texts: Sequence[str], language: Language) -> list[Spans]:
    """(start, end, label) of the names of each text, in code points, repaired by what the document says elsewhere."""
    package, _ = _installed(language.names.models, language.names.install, language.code)
    pipeline = _pipeline(package)
    labels = language.names.labels
    with one_thread():
        found: list[Spans] = [
            [(ent.start_char, ent.end_char, labels[ent.label_]) for ent in doc.ents if ent.label_ in labels]
            for doc in _with_entities(pipeline, [text[:LONGEST_TEXT] for text in texts])
        ]
    return repair(texts, found, lexicon_of(language))


def _with_entities(pipeline: Pipeline, texts: Sequence[str]) -> Iterator[Doc]:
    """The texts with their names, as the pipeline alone would find them, in less than half the time.

    Its recogniser works without the interpreter's lock, but Cython 3 takes the lock and leaves it again for every
    function that could raise: several times a word. Asked for one step at a time, it keeps the lock.
    """
    from spacy.util import minibatch

    recognizer: Any = pipeline.get_pipe(RECOGNIZER)
    docs = pipeline.pipe(texts, batch_size=BATCH, disable=[RECOGNIZER])
    for batch in minibatch(docs, BATCH):  # type: ignore[no-untyped-call]
        states = recognizer.moves.init_batch(batch)
        unfinished = [state for state in states if not state.is_final()]  # that of an empty text is
        model = recognizer.model.predict(batch)
        while unfinished:
            unfinished = recognizer.transition_states(unfinished, model.predict(unfinished))
        model.clear_memory()  # megabytes, in a cycle that the command line's garbage collection seldom looks at
        recognizer.set_annotations(batch, states)
        yield from batch


@functools.cache
def _installed(packages: tuple[str, ...], install: str, code: str) -> tuple[str, str]:
    """The first of the packages that is installed, and its version. Raises `ModelError` where none is."""
    for package in packages:
        found = importlib.util.find_spec(package)
        if found and found.origin:
            meta = json.loads(Path(found.origin).with_name("meta.json").read_bytes())
            return package, meta["version"]
    raise ModelError(f"No model for names in {code!r} is installed; install one with: {install}")


@functools.cache
def _pipeline(package: str) -> Pipeline:
    import spacy

    pipeline = spacy.load(package, exclude=list(UNUSED))
    _drop_unheard_vectors(pipeline)
    _multiply_by_numpy(pipeline)
    return pipeline


def _multiply_by_numpy(pipeline: Pipeline) -> None:
    """Let NumPy's library make the matrix products: spaCy's own (BLIS) takes several times as long on some processors.

    The names are the same: on the 1,072 English passages that this was measured with, none changed.
    """
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, component in pipeline.pipeline:
        for node in component.model.walk() if hasattr(component, "model") else ():
            if isinstance(node.ops, NumpyOps):
                node.ops = ops


def _drop_unheard_vectors(pipeline: Pipeline) -> None:
    """Remove shared word vectors that no component listens to: in small models the names have vectors of their own."""
    from spacy.pipeline.tok2vec import Tok2Vec

    for name, component in list(pipeline.pipeline):
        if isinstance(component, Tok2Vec) and not component.listening_components:
            pipeline.remove_pipe(name)
