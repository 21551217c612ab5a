"""Two plain texts that are aligned line by line: line n of one translates line n of the other."""

from __future__ import annotations

from collections.abc import Iterator

from align.bilingual.sources import TextLines
from align.bilingual.unit import Entry, Version
from align.errors import InputError


def read_lines(left: TextLines, right: TextLines, names: tuple[str, str]) -> Iterator[Entry]:
    """An entry for each line; where both are empty, none. Raises `InputError` for texts of different length."""
    while True:
        pair = (next(left, None), next(right, None))
        if pair[0] is None and pair[1] is None:
            return
        if pair[0] is None or pair[1] is None:
            shorter, longer = names if pair[0] is None else names[::-1]
            raise InputError(
                f"{shorter} has {min(left.number, right.number):,} lines and {longer} more; line by line they cannot "
                "be held against each other."
            )
        texts = tuple(line.strip() for line in pair if line is not None)
        if any(texts):
            yield Entry(str(left.number), left.number, tuple(Version("", text) for text in texts))
