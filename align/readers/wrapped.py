"""Paragraphs whose lines an editor or a mail program has broken at a margin: each is one paragraph again."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import regex

MARGIN = range(50, 101)  # code points in the longest line: shorter lines are verse, longer ones break for other reasons
SURE = 3  # lines of a paragraph that shows by itself that it is wrapped
_MARKED = regex.compile(r"\s*(?:[-*+=#|>\u2022\u25cf]|\p{Nd}{1,2}[.)]\s)")  # headings, lists, tables, quotations
_ENDS = (".", "!", "?", "\u061f", ":", "\u2026")
_CLOSERS = "\"'\u2019\u201d\u00bb)]"


def unwrap(text: str) -> str:
    """`text` with a space for each line end inside a wrapped paragraph, so that every offset stays as it is."""
    lines = text.split("\n")
    paragraphs = _paragraphs(lines)
    widths = {span: _wrapped_at(lines[slice(*span)]) for span in paragraphs if span[1] - span[0] >= SURE}
    margin = max(widths.values(), default=0)
    if not margin:
        return text
    joints = ["\n"] * len(lines)
    for first, last in paragraphs:
        short = 1 < last - first < SURE and _wrapped_at(lines[first:last], margin)
        if short or widths.get((first, last)):
            joints[first : last - 1] = [" "] * (last - 1 - first)
    return "".join(itertools.chain.from_iterable(zip(lines, joints, strict=True)))[:-1]


def _paragraphs(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The first line of each run of lines that are not blank, and the line after its last."""
    found, at = [], 0
    for blank, run in itertools.groupby(lines, key=lambda line: not line.strip()):
        end = at + sum(1 for _ in run)
        if not blank:
            found.append((at, end))
        at = end
    return found


def _wrapped_at(lines: Sequence[str], margin: int = 0) -> int:
    """The width of a wrapped paragraph, 0 of another.

    No word that begins a line of it would have fitted the line before, up to `margin` where that is known, and half of
    the lines or more end within a sentence.
    """
    if any(_MARKED.match(line) for line in lines):
        return 0
    lines = [line.rstrip() for line in lines]
    width = max(margin, *map(len, lines))
    filled = all(len(line) + 1 + len(after.split(None, 1)[0]) > width for line, after in itertools.pairwise(lines))
    inside = sum(not line.rstrip(_CLOSERS).endswith(_ENDS) for line in lines[:-1])
    return width if width in MARGIN and filled and 2 * inside >= len(lines) - 1 else 0
