"""The division of a word into pieces by a unigram language model (Kudo, ACL 2018): the likeliest row of pieces."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Sequence

START_OF_WORD = "\u2581"
UNKNOWN = 3  # the number of the piece for an unknown sign, as in XLM-RoBERTa
UNKNOWN_COST = 10.0  # an unknown sign is this much less likely than the least likely piece
LONGEST_WORD = 100  # signs; what follows is left out, so that time stays linear


class Unigram:
    """Pieces with their log-probabilities, as e5's tokenizer has them."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        known = range(UNKNOWN + 1, len(pieces))  # the first are signs for the beginning, the end and such
        self._pieces = {pieces[at]: (at, scores[at]) for at in known}
        self._longest = max(map(len, self._pieces), default=1)
        self._unknown = min((scores[at] for at in known), default=0.0) - UNKNOWN_COST
        self.of = functools.lru_cache(maxsize=1 << 16)(self._of)

    def _of(self, word: str) -> tuple[int, ...]:
        """The numbers of the word's pieces. Unknown signs side by side are one piece."""
        plain = "".join(sign for sign in unicodedata.normalize("NFKC", word[:LONGEST_WORD]) if sign.isprintable())
        text = START_OF_WORD + plain.strip().replace(" ", START_OF_WORD)
        best = [0.0] + [-1e30] * len(text)
        steps = [(0, UNKNOWN)] * (len(text) + 1)
        for start in range(len(text)):
            for end in range(start + 1, min(len(text), start + self._longest) + 1):
                piece = self._pieces.get(text[start:end])
                if piece is None and end > start + 1:
                    continue
                number, score = piece or (UNKNOWN, self._unknown)
                if best[start] + score > best[end]:
                    best[end], steps[end] = best[start] + score, (start, number)
        found: list[int] = []
        end = len(text)
        while end:
            end, number = steps[end]
            if number != UNKNOWN or not found or found[-1] != UNKNOWN:
                found.append(number)
        return tuple(reversed(found))
