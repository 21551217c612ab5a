"""Names by the named entity recogniser of camel-tools, where a user has installed its data.

The recogniser (Obeid et al., "CAMeL Tools", LREC 2020) is a fine-tuned BERT that labels the words of a sentence. It
reads 256 pieces of words at once. Two things it does not do are done here: a word of which its vocabulary has no piece
would move the labels of all words behind it, so such words are not shown to it; and a sentence too long for it is
divided at a mark rather than within a name.
"""

from __future__ import annotations

import functools
import importlib.metadata
import itertools
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import regex

from align.extraction.camel_data import FREQUENCIES, MORPHOLOGY, RECOGNIZER, installed, label, loaded, required
from align.extraction.name_bounds import Spans
from align.extraction.name_rules import words_of
from align.languages.language import Language
from align.model import Label
from align.text import Token

if TYPE_CHECKING:
    from camel_tools.ner import NERecognizer

MOST_PIECES = 254  # of the 256 that camel-tools reads at once, two are signs of its own
LONGEST_WORD = 100  # letters: BERT's vocabulary knows no longer word ("max_input_chars_per_word")
BATCH = 32  # sentences a call, as camel-tools' own batches: it joins those of one call in quadratic time
_UNWRITTEN = regex.compile(r"[\p{Mn}\u0640]+")  # marks and tatweel, which the texts it was trained on do not have


class Word(NamedTuple):
    """A word of a text as the model reads it, and how many pieces of its vocabulary that makes."""

    token: Token
    form: str
    pieces: int


def engine_name(language: Language) -> str:
    """camel-tools and the packages of its data that are used, with their versions."""
    required(RECOGNIZER)
    used = [data for data in (RECOGNIZER, MORPHOLOGY, FREQUENCIES) if installed(data)]
    return "+".join([f"camel_tools-{importlib.metadata.version('camel-tools')}", *map(label, used)])


def find_spans(texts: Sequence[str], language: Language) -> list[Spans]:
    """(start, end, label) of the names of each text, whole written words, in code points."""
    recognizer = _recognizer(required(RECOGNIZER))
    read = [_readable(text, recognizer) for text in texts]
    tags = _tags((part for words in read for part in _parts(words)), recognizer)
    return [_spans([word.token for word in words], tags, language.names.labels) for words in read]


@functools.cache
def _recognizer(folder: Path) -> NERecognizer:
    def load() -> NERecognizer:
        from camel_tools.ner import NERecognizer
        from transformers.utils import logging

        bars = logging.is_progress_bar_enabled()
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        try:
            recognizer = NERecognizer(str(folder))
        finally:
            if bars:
                logging.enable_progress_bar()  # type: ignore[no-untyped-call]
        # What transformers does not find it makes up: a vocabulary of special signs only, labels without names.
        if not set(recognizer.tokenizer.get_vocab()) - set(recognizer.tokenizer.all_special_tokens):
            raise ValueError("its vocabulary is empty")
        if not any(tag.startswith("B-") for tag in recognizer.labels_map.values()):
            raise ValueError("its labels are not of the form B-LOC, I-LOC, O")
        return recognizer

    return loaded(RECOGNIZER, folder, load)


def plain(word: str) -> str:
    """A word without marks, tatweel and presentation forms."""
    return _UNWRITTEN.sub("", unicodedata.normalize("NFKC", word))


def _readable(text: str, recognizer: NERecognizer) -> list[Word]:
    """The words of a text of which the model's vocabulary has at least one piece."""
    words = []
    for token in words_of(text):
        form = plain(text[token.start : token.end])
        pieces = len(recognizer.tokenizer.tokenize(form)) if len(form) <= LONGEST_WORD else MOST_PIECES + 1
        if pieces > MOST_PIECES:
            form, pieces = recognizer.tokenizer.unk_token, 1
        if pieces:
            words.append(Word(token, form, pieces))
    return words


def _parts(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The words in stretches that the model reads whole, divided behind the last mark of a stretch's second half."""
    start = behind_mark = pieces = 0
    for at, word in enumerate(words):
        while pieces + word.pieces > MOST_PIECES:
            end = behind_mark if behind_mark > start else at
            yield words[start:end]
            start, pieces = end, sum(left.pieces for left in words[end:at])
        pieces += word.pieces
        if word.token.kind == "mark" and pieces > MOST_PIECES // 2:
            behind_mark = at + 1
    if start < len(words):
        yield words[start:]


def _tags(parts: Iterable[Sequence[Word]], recognizer: NERecognizer) -> Iterator[str]:
    """The model's labels of the words of all parts, one after another."""
    remaining = iter(parts)
    while batch := list(itertools.islice(remaining, BATCH)):
        predicted = recognizer.predict([[word.form for word in part] for part in batch], BATCH)
        for part, tags in zip(batch, predicted, strict=True):
            for _, tag in zip(part, tags, strict=True):
                yield tag


def _spans(tokens: Sequence[Token], tags: Iterator[str], labels: Mapping[str, Label]) -> Spans:
    """The names that the next labels make of the tokens. A name neither begins nor ends with a mark."""
    spans: Spans = []
    inside: Label | None = None  # the label of the name that the token before belongs to
    for token in tokens:
        position, _, kind = next(tags).partition("-")
        named = labels.get(kind)
        continues = position == "I" and named == inside
        if named is None or (token.kind == "mark" and not continues):
            inside = None
        elif token.kind != "mark":
            start = spans.pop()[0] if continues else token.start
            spans.append((start, token.end, named))
            inside = named
    return spans
