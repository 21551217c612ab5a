"""Stretches of a text that are data and no statements: thousands of figures on end, of a table or a dump.

No sentence has so many figures without a word between them. To read each as a number of its own would cost seconds a
megabyte, and no passage could be paired by them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, takewhile

from align.extraction.number_lexicon import lexicon
from align.extraction.number_passage import BARRIER
from align.languages.language import Language
from align.model import Span
from align.text import Token

SHORTEST = 5_000  # tokens: figures, signs, number words, and what joins or measures them


def divide(text: str, tokens: Sequence[Token], language: Language) -> tuple[Sequence[Token], list[Span]]:
    """The tokens with one barrier for each stretch of data, and where in the text these stretches stand."""
    if len(tokens) < SHORTEST:
        return tokens, []
    numeric = lexicon(language.numbers).numeric
    kept: list[Token] = []
    data: list[Span] = []
    for wordless, run in groupby(tokens, lambda token: token.kind != "word" or token.form in numeric):
        stretch = list(run)
        if wordless and len(stretch) >= SHORTEST:
            end = _end_of_data(text, stretch)
            data.append(Span(stretch[0].start, stretch[end - 1].end))
            stretch = [Token(data[-1].start, data[-1].end, BARRIER, "barrier"), *stretch[end:]]
        kept += stretch
    return kept, data


def _end_of_data(text: str, stretch: Sequence[Token]) -> int:
    """How many tokens of a stretch are data: what stands on its last line may begin the sentence after it."""
    last_break = text.rfind("\n", stretch[0].end, stretch[-1].start)
    on_last_line = sum(1 for _ in takewhile(lambda token: token.start > last_break, reversed(stretch)))
    return len(stretch) if last_break < 0 or on_last_line >= SHORTEST else len(stretch) - on_last_line
