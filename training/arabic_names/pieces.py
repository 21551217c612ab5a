"""Words as the pieces of e5's tokenizer, cut down to the pieces that Arabic text needs."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from tokenizers import Tokenizer
from tokenizers.models import Unigram

from align.encoders.e5_file import BEGIN, E5, END, PAD, UNKNOWN

START_OF_WORD = "\u2581"
SPECIAL = (BEGIN, PAD, END, UNKNOWN)
LONGEST_WORD = 24  # pieces of one word; more are left out


class Pieces:
    """A unigram tokenizer over the pieces with the given numbers, in this order."""

    def __init__(self, model: E5, numbers: Iterable[int]) -> None:
        self.numbers = list(numbers)
        vocabulary = [(model.pieces[number], float(model.scores[number])) for number in self.numbers]
        self._tokenizer = Tokenizer(Unigram(vocabulary, unk_id=UNKNOWN))
        self._normal = model.normal
        self.of = functools.lru_cache(maxsize=None)(self._of)

    def _of(self, word: str) -> tuple[int, ...]:
        plain = word.translate(self._normal).strip()
        found: list[int] = self._tokenizer.encode(START_OF_WORD + plain.replace(" ", START_OF_WORD)).ids
        return tuple(found[:LONGEST_WORD]) or (UNKNOWN,)


def needed(model: E5, words: Iterable[str]) -> list[int]:
    """The numbers of the pieces that these words are written with, and of all single Arabic letters and ASCII signs."""
    everything = Pieces(model, range(len(model.pieces)))
    used = {number for word in set(words) for number in everything.of(word)}
    letters = {
        number
        for number, piece in enumerate(model.pieces)
        if len(piece.removeprefix(START_OF_WORD)) <= 1 and all(_common(sign) for sign in piece)
    }
    return [*SPECIAL, *sorted((used | letters) - set(SPECIAL))]


def _common(sign: str) -> bool:
    return sign == START_OF_WORD or sign.isascii() or "\u0600" <= sign <= "\u06ff"
