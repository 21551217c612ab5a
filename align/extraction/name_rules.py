"""Names by gazetteers and rules, on a blank spaCy pipeline: for languages that have no statistical model.

The words are those of camel-tools' tokenizer (Obeid et al., "CAMeL Tools", LREC 2020), which divides at white space,
punctuation, symbols and digits, whatever the language; one component then marks spans, the surest first: names that
the tables know; persons, by name words in a row or after a title; bodies and places, by the word that opens them.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

import regex
import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from align.extraction.name_bounds import Spans
from align.extraction.name_lexicon import Lexicon, lexicon_of
from align.extraction.name_marking import family_names, mark_again, mark_names
from align.languages.language import Language
from align.text import Token, fold

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
        pipeline.tokenizer = WordTokenizer(pipeline.vocab)
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


# What divides words, or nothing, though it is no white space: read as a space, so that it is in no name. The joiner is
# read as the non-joiner: camel-tools looks for emoji sequences by it, in time quadratic in their length.
_INVISIBLE = {
    ord("\u200d"): "\u200c",
    **dict.fromkeys([0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF], " "),
}

_RUN = regex.compile(r"\S+")


def words_of(text: str) -> list[Token]:
    """The words, numbers and signs of a text in order, with their places in it. Linear in its length."""
    plain = text.translate(_INVISIBLE)  # one character for one, so that places stay
    return [
        Token(run.start() + start, run.start() + end, form, kind)
        for run in _RUN.finditer(plain)
        for start, end, form, kind in _divided(run[0])
    ]


@functools.lru_cache(maxsize=1 << 16)
def _divided(run: str) -> tuple[Token, ...]:
    """The words of a stretch without white space: kept, since the same stretches come again and again."""
    if run.isalpha():  # the tokenizer, which looks at every letter, would leave it whole
        return (Token(0, len(run), fold(run), "word"),)
    # Imported here since it walks through all of Unicode, for half a second or more.
    from camel_tools.tokenizers.word import simple_word_tokenize

    words = []
    end = 0
    for word in simple_word_tokenize(run, split_digits=True):
        start = run.index(word, end)
        end = start + len(word)
        words.append(Token(start, end, fold(word), _kind(word)))
    return tuple(words)


def _kind(word: str) -> str:
    if word[0].isdecimal():
        return "number"
    return "word" if any(map(str.isalpha, word)) else "mark"


class WordTokenizer:
    """Makes a spaCy document of the words of a text, white space as tokens of its own, nothing lost."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        positions: list[int] = []  # of each token among the document's words
        at = 0
        tokens = words_of(text)
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
