"""What a reader hands over, and the outline in which readers write down what they find."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import regex

MAX_LABEL = 40  # code points; a longer first cell of a row is no label
_MAX_CELL = 400  # code points; a table with longer cells lays out a page
_AFTER_LABEL = ": \uff1a"
_SPACE = regex.compile(r"[^\S\n\u00a0]+")
_AROUND_BREAK = regex.compile(r" ?\n ?")


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's text in the plain form that `read.split_blocks` divides, and what its file says about it.

    `date` is the day of publication, and never the day on which the file was made or changed.
    """

    text: str
    title: str = ""
    author: str = ""
    date: datetime.date | None = None


class Outline:
    """Headings, paragraphs, list items and table rows in order, written down a line each as Markdown writes them."""

    def __init__(self) -> None:
        self._lines: list[tuple[str, str]] = []  # mark and content

    def heading(self, text: str, level: int = 1) -> None:
        self._add(f"{'#' * min(max(level, 1), 6)} ", " ".join(text.split()))

    def paragraph(self, text: str) -> None:
        """A paragraph; each line break within it begins a paragraph of its own."""
        for line in collapse(text).split("\n"):
            self._add("", line)

    def item(self, text: str) -> None:
        for line in collapse(text).split("\n"):
            self._add("- ", line)

    def row(self, cells: Sequence[str]) -> None:
        """A row of a table: a fact line where it is a label with a value."""
        filled = [" ".join(cell.split()) for cell in cells if cell.strip()]
        if len(filled) == 2 and _is_label(filled[0]):
            self._add("- ", f"{filled[0].rstrip(_AFTER_LABEL)}: {filled[1]}")
        elif any(len(cell) > _MAX_CELL for cell in filled):
            for cell in filled:
                self._add("", cell)
        else:
            self._add("", " | ".join(filled))

    def _add(self, mark: str, content: str) -> None:
        if content:
            self._lines.append((mark, content))

    @property
    def text(self) -> str:
        return "\n\n".join(mark + content for mark, content in self._lines)

    @property
    def flat(self) -> str:
        """All of it in one line, as the content of a table's cell."""
        return " ".join(content for _, content in self._lines)

    @property
    def first(self) -> str:
        """The content of the first line."""
        return self._lines[0][1] if self._lines else ""


def collapse(text: str) -> str:
    """The text with each run of white space as one space; line breaks stay."""
    return _AROUND_BREAK.sub("\n", _SPACE.sub(" ", text)).strip()


def _is_label(cell: str) -> bool:
    name = cell.rstrip(_AFTER_LABEL)
    return 0 < len(name) <= MAX_LABEL and ":" not in name and "=" not in name and bool(regex.search(r"\p{L}", name))
