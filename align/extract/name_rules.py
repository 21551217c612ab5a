"""Names by gazetteers and rules, on a blank spaCy pipeline: for languages that have no statistical model.

The tokenizer is `align.text.tokenize`; one component then marks spans, the surest first: names that the tables
know; persons, by name words in a row or after a title; bodies and places, by the word that opens them.
"""

from __future__ import annotations

from collections.abc import Sequence

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from align.extract.name_lexicon import Lexicon, lexicon_of
from align.extract.name_marking import Found, mark_names
from align.languages.language import Language
from align.text import tokenize

VERSION = 1


def engine_name(language: Language) -> str:
    """The name and version of the rules for a language."""
    return f"align_{language.code}_rules-{VERSION}"


def find_spans(texts: Sequence[str], language: Language) -> list[list[Found]]:
    """(start, end, label) of the names of each text, in code points."""
    pipeline = _pipeline(language)
    docs = list(pipeline.pipe(texts))
    return [[(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents] for doc in docs]  # type: ignore[misc]


_PIPELINES: dict[str, Pipeline] = {}


def _pipeline(language: Language) -> Pipeline:
    lexicon = lexicon_of(language)
    pipeline = _PIPELINES.get(language.code)
    if pipeline is None or pipeline.get_pipe("align_names").lexicon is not lexicon:
        pipeline = spacy.blank(language.code)
        pipeline.tokenizer = FoldingTokenizer(pipeline.vocab)
        pipeline.add_pipe("align_names").lexicon = lexicon
        _PIPELINES[language.code] = pipeline
    return pipeline


class FoldingTokenizer:
    """Makes a spaCy document of the tokens of `align.text`, white space as tokens of its own, nothing lost."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        positions: list[int] = []  # of each token among the document's words
        at = 0
        tokens = tokenize(text)
        for token in tokens:
            if token.start > at:
                words.append(text[at : token.start])
            positions.append(len(words))
            words.append(text[token.start : token.end])
            at = token.end
        if at < len(text):
            words.append(text[at:])
        return Doc(self.vocab, words, [False] * len(words), user_data={"tokens": tokens, "positions": positions})


@Pipeline.factory("align_names")
class NameRules:
    """The component: writes what the rules find to `doc.ents`. Its lexicon is given after it is made."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.lexicon: Lexicon | None = None

    def __call__(self, doc: Doc) -> Doc:
        if self.lexicon:
            positions = doc.user_data["positions"]
            doc.ents = [
                Span(doc, positions[start], positions[end - 1] + 1, label)
                for start, end, label in mark_names(doc.user_data["tokens"], self.lexicon)
            ]
        return doc
