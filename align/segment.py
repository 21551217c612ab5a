"""Segment: the blocks of a document become sentences, and each sentence its clauses.

Rules rather than a model, because offsets must hold, both languages must divide alike, and a hostile line
of many megabytes must cost linear time.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import regex

from align.languages.language import Language
from align.model import Block, Segment, Span
from align.text import fold

MAX_SENTENCE = 1200  # code points; a longer stretch without a full stop is cut at a space
SHORTEST_TITLE = 3  # letters of an abbreviation that may end a sentence: "Inc.", but not "v."
MIN_CLAUSE_WORDS = 4  # a shorter clause says too little to be paired by itself

_WORD = regex.compile(r"[\p{L}\p{Nd}][\p{L}\p{Mn}\p{Nd}\u0640.,\u066b\u066c'\u2019-]*")
_CLOSERS = "\"'\u2019\u201d\u00bb)]"
_PAUSES = ",.;:"
_OPENERS = "\"'\u2018\u201c\u00ab(["


def segment(text: str, blocks: Sequence[Block], language: Language) -> list[Segment]:
    """Sentences of all blocks in text order, with their clauses. Headings and fact lines are one sentence each."""
    segments = []
    for index, block in enumerate(blocks):
        whole = block.kind != "paragraph"
        spans = [Span(block.start, block.end)] if whole else _sentences(text, block, language)
        for part in (piece for span in spans for piece in _cut(text, span)):
            clauses = tuple(_clauses(text, part, language))
            segments.append(Segment(part.start, part.end, index, block.kind, clauses))
    return segments


def _sentences(text: str, block: Block, language: Language) -> Iterator[Span]:
    ends = regex.escape(language.sentences.ends)
    stop = regex.compile(rf"[{ends}]+[{regex.escape(_CLOSERS)}]*(?=[\s\u200e\u200f]|$)")
    start = block.start
    for match in stop.finditer(text, block.start, block.end):
        if _is_end(text, match, start, block.end, language):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, block.end)


def _is_end(text: str, match: regex.Match[str], start: int, limit: int, language: Language) -> bool:
    """Whether a full stop closes the sentence: not after an abbreviation or an initial, not before a small letter."""
    if not match[0].startswith("."):
        return True
    before = _last_word(text, start, match.start())
    after = text[match.end() : min(limit, match.end() + 12)].lstrip().lstrip(_OPENERS)
    if len(before) == 1 and before.isupper():
        return False
    if fold(before) in language.sentences.abbreviations:
        return len(before) >= SHORTEST_TITLE and after.split(" ")[0] in language.sentences.beginners
    if fold(before) in language.sentences.hours and after.split(" ")[0].rstrip(_PAUSES) in language.sentences.days:
        return False  # "at 9 a.m. Friday"
    return not (after and after[0].islower())


def _last_word(text: str, start: int, end: int) -> str:
    stretch = text[max(start, end - 24) : end]
    at = max(stretch.rfind(" "), stretch.rfind("("), stretch.rfind("\u00a0"))
    return stretch[at + 1 :]


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _cut(text: str, span: Span) -> Iterator[Span]:
    """A sentence as it is, or an over-long stretch in parts that end at a space where there is one."""
    start = span.start
    while span.end - start > MAX_SENTENCE:
        space = text.rfind(" ", start + MAX_SENTENCE // 2, start + MAX_SENTENCE)
        end = space if space > 0 else start + MAX_SENTENCE
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, span.end)


def _clauses(text: str, sentence: Span, language: Language) -> Iterator[Span]:
    """The sentence cut before clause words and after clause marks, short pieces joined to the clause before."""
    words = list(_WORD.finditer(text, sentence.start, sentence.end))
    starts = [0]
    for index in range(1, len(words)):
        gap = text[words[index - 1].end() : words[index].start()]
        opens = any(sign in language.sentences.clause_marks for sign in gap) or words[index - 1][0][-1] in ","
        opens = opens or _is_clause_word(words[index][0], language)
        if opens and index - starts[-1] >= MIN_CLAUSE_WORDS and len(words) - index >= MIN_CLAUSE_WORDS:
            starts.append(index)
    bounds = [sentence.start, *(words[index].start() for index in starts[1:]), sentence.end]
    for start, end in itertools.pairwise(bounds):
        yield from _trimmed(text, start, end)


def _is_clause_word(word: str, language: Language) -> bool:
    form, rules = fold(word), language.sentences
    return form in rules.clause_words or (form[:1] in rules.conjunctions and form[1:] in rules.clause_words)
