"""Texts of any length, mixed of given ones: each line is the first half of one and the second half of another.

So no sentence stands twice, and nothing is gained by what is kept of a sentence that was seen before. The names are
those of the given texts: where these are few, there are fewer new ones to a line than in a text of that length.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from align.model import Document
from benchmarks.parallel import ParallelText, whole

Pair = tuple[str, str]


def mix(texts: Sequence[ParallelText], size: int, seed: int = 0) -> ParallelText:
    """A line-parallel text of `size` lines. Raises `ValueError` where there are too few lines to mix."""
    pool = [pair for text in texts for pair in zip(text.left, text.right, strict=True)]
    if size > len(pool) * (len(pool) - 1) // 2:
        raise ValueError(f"{len(pool)} lines are too few to mix {size:,} of.")
    rng = random.Random(seed)
    mixed: dict[Pair, None] = {}
    while len(mixed) < size:
        first, second = rng.sample(pool, 2)
        mixed.setdefault((_joined(first[0], second[0]), _joined(first[1], second[1])))
    return whole("mixed", list(mixed))


def paragraphs(text: ParallelText, lines: int = 5) -> tuple[Document, Document]:
    """The text as documents with some lines to a paragraph, as texts have."""
    left, right = text.documents()
    return _grouped(left, text.left, lines), _grouped(right, text.right, lines)


def _grouped(document: Document, lines: Sequence[str], count: int) -> Document:
    blocks = (" ".join(lines[at : at + count]) for at in range(0, len(lines), count))
    return Document(document.id, document.language, "\n\n".join(blocks))


def _joined(first: str, second: str) -> str:
    """The first half of the words of one line, and the second half of those of another."""
    own, other = first.split(), second.split()
    return " ".join([*own[: (len(own) + 1) // 2], *other[(len(other) + 1) // 2 :]])
