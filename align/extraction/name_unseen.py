"""Names that a statistical model passes over: words with a capital that are no words of the language, or that have an
Arabic article before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from align.extraction.name_bounds import Spans
from align.languages.name_words import NameWords
from align.model import Label
from align.names.ordinary import has_vocabulary, is_name_word, is_ordinary
from align.text import Token

SHORTEST = 4  # letters; shorter words with a capital are mostly abbreviations
BEFORE = ","  # the one sign after which a capital says as much as after a word
HYPHENS = frozenset("-\u2010\u2011")
UNKNOWN: Label = "MISC"


def unseen_names(text: str, tokens: Sequence[Token], taken: Spans, names: NameWords) -> Spans:
    """Runs of capitalised words within a sentence that neither the spans nor the vocabulary of the language have.

    A run that begins with a known given name is a person; of others no more is known than that they are names.
    """
    if not has_vocabulary(names):
        return []
    covered = {place for start, end, _ in taken for place in range(start, end)}
    found: Spans = []
    for run in _runs(text, tokens):
        if run and not any(place in covered for token in run for place in (token.start, token.end - 1)):
            label: Label = "PER" if len(run) > 1 and is_name_word(run[0].form, names) else UNKNOWN
            if all(_is_unseen(text, token, names) for token in (run[1:] if label == "PER" else run)):
                found.append((run[0].start, run[-1].end, label))
    return found


def _runs(text: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The runs of capitalised words that follow a word without a capital, or a comma, in the same sentence."""
    before: Token | None = None
    for capital, group in groupby(tokens, key=lambda token: token.kind == "word" and text[token.start].isupper()):
        run = list(group)
        if capital and before is not None and (before.kind == "word" or before.form == BEFORE):
            yield run
        before = run[-1]


def _is_unseen(text: str, token: Token, names: NameWords) -> bool:
    word = text[token.start : token.end]
    return len(word) >= SHORTEST and word.isalpha() and word[1:].islower() and not is_ordinary(word, names)


def articled_names(text: str, tokens: Sequence[Token], taken: Spans, names: NameWords) -> Spans:
    """Words with a capital behind an article in small letters: "a farm at ad-Dawr", which nothing but a name has."""
    covered = {place for start, end, _ in taken for place in range(start, end)}
    found: Spans = []
    for at, (article, hyphen, word) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        if article.form not in names.hyphen_articles or hyphen.form not in HYPHENS or word.start in covered:
            continue
        before = tokens[at - 1] if at else None
        whole = article.end == hyphen.start and hyphen.end == word.start
        if not whole or (before and before.form in HYPHENS) or not text[word.start].isupper():
            continue
        place = before is not None and before.form in names.place_prepositions
        found.append((article.start, word.end, "LOC" if place else UNKNOWN))
    return found
