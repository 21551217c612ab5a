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

from align.extraction.name_bounds import Spans
from align.extraction.name_lexicon import Lexicon, lexicon_of
from align.extraction.name_marking import family_names, mark_again, mark_names
from align.languages.language import Language
from align.text import tokenize

VERSION = 1
MULTILINGUAL = "xx"  # spaCy's code for no particular language


def engine_name(language: Language) -> str:
    """The name and version of the rules for a language."""
    return f"align_{language.code}_rules-{VERSION}"


def find_spans(texts: Sequence[str], language: Language) -> list[Spans]:
    """(start, end, label) of the names of each text, in code points."""
    lexicon = lexicon_of(language)
    docs = list(_pipeline(language).pipe(texts))
    families = {
        family for doc in docs for family in family_names(doc.user_data["tokens"], doc.user_data["names"], lexicon)
    }
    return [_spans(doc, families, lexicon) for doc in docs]


def _spans(doc: Doc, families: set[str], lexicon: Lexicon) -> Spans:
    tokens = doc.user_data["tokens"]
    marks = mark_again(tokens, doc.user_data["names"], families, lexicon) if families else doc.user_data["names"]
    return [(tokens[start].start, tokens[end - 1].end, label) for start, end, label in marks]


_PIPELINES: dict[str, tuple[Lexicon, Pipeline]] = {}


def _pipeline(language: Language) -> Pipeline:
    """The blank pipeline of a language with our component, made anew where the language's table has changed."""
    lexicon = lexicon_of(language)
    known, pipeline = _PIPELINES.get(language.code, (None, None))
    if pipeline is None or known is not lexicon:
        pipeline = _blank(language.code)
        pipeline.tokenizer = FoldingTokenizer(pipeline.vocab)
        component = pipeline.add_pipe("align_names")
        assert isinstance(component, NameRules)
        component.lexicon = lexicon
        _PIPELINES[language.code] = lexicon, pipeline
    return pipeline


def _blank(code: str) -> Pipeline:
    try:
        return spacy.blank(code)
    except ImportError:  # spaCy knows nothing of the language; ours needs nothing of it
        return spacy.blank(MULTILINGUAL)


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
            doc.user_data["names"] = mark_names(doc.user_data["tokens"], self.lexicon)
            doc.ents = [
                Span(doc, positions[start], positions[end - 1] + 1, label)
                for start, end, label in doc.user_data["names"]
            ]
        return doc
