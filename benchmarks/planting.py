"""Seeded changes of one value a line: a number, a year, a month or a name of the left text."""

from __future__ import annotations

import functools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex
from babel.dates import get_month_names

from align.names.gazetteer import latin_name_words, name_words
from align.text import fold
from benchmarks.parallel import ParallelText

KINDS = ("number", "year", "month", "name")
REGIONS = ("ar", "ar_SY", "ar_DZ", "ar_MA", "ar_SA")  # their calendars name the months differently
YEARS = range(1000, 2100)
STEPS = (-7, -3, -2, -1, 1, 2, 4)
_FIGURE = regex.compile(r"(?<![\w.,/:\-])\d[\d,]*(?:\.\d+)?(?![\w/:\-])")
_NAME = regex.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_WORD = regex.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Change:
    """A changed value: its kind, its line, and where in the changed line it stands."""

    kind: str
    line: int
    start: int
    end: int


def plant(text: ParallelText, share: float, seed: str) -> tuple[ParallelText, list[Change]]:
    """The text with one value changed in about `share` of the lines that have one, and what was changed."""
    rng = random.Random(seed)
    lines, changes = [], []
    for at, (left, right) in enumerate(zip(text.left, text.right, strict=True)):
        choices = list(_choices(left, right, rng))
        if choices and rng.random() < share:
            kind = rng.choice(sorted({choice[0] for choice in choices}))
            _, start, end, new = rng.choice([choice for choice in choices if choice[0] == kind])
            left = left[:start] + new + left[end:]
            changes.append(Change(kind, at, start, start + len(new)))
        lines.append(left)
    return ParallelText(text.stem, tuple(lines), text.right, text.links), changes


def _choices(left: str, right: str, rng: random.Random) -> Iterator[tuple[str, int, int, str]]:
    yield from _figures(left, right, rng)
    yield from _months(left, right, rng)
    yield from _names(left, right, rng)


def _figures(left: str, right: str, rng: random.Random) -> Iterator[tuple[str, int, int, str]]:
    """Figures that each side gives once, so that the change is an error whatever is held against whatever."""
    own, other = _values(left), _values(right)
    for match in _FIGURE.finditer(left):
        value = match[0].replace(",", "")
        if own.count(value) != 1 or other.count(value) != 1:
            continue
        if value.isdigit() and int(value) in YEARS and "," not in match[0]:
            yield "year", match.start(), match.end(), str(int(value) + rng.choice(STEPS))
        else:
            first = rng.choice([digit for digit in "123456789" if digit != match[0][0]])
            yield "number", match.start(), match.end(), first + match[0][1:]


def _values(line: str) -> list[str]:
    return [match[0].replace(",", "") for match in _FIGURE.finditer(ascii_digits(line))]


def _months(left: str, right: str, rng: random.Random) -> Iterator[tuple[str, int, int, str]]:
    for month, arabic in _month_names().items():
        found = list(regex.finditer(rf"\b{month}\b", left))
        if len(found) == 1 and any(name in fold(right) for name in arabic):
            other = rng.choice([name for name in _month_names() if name != month])
            yield "month", found[0].start(), found[0].end(), other


@functools.cache
def _month_names() -> dict[str, frozenset[str]]:
    """English months with their Arabic names, without May, which is a word as well."""
    english = get_month_names("wide", locale="en")
    arabic = [get_month_names("wide", locale=region) for region in REGIONS]
    return {name: frozenset(fold(table[at]) for table in arabic) for at, name in english.items() if name != "May"}


def _names(left: str, right: str, rng: random.Random) -> Iterator[tuple[str, int, int, str]]:
    """Words of names that the right line has by the shipped table of spellings, each against a random other."""
    known = name_words()
    forms = {form for word in _WORD.findall(fold(right)) if word in known for form in known[word].latin}
    for match in _NAME.finditer(left):
        if left.count(match[0]) == 1 and match[0].lower() in forms:
            other = rng.choice(_persons())
            if other[0] != match[0][0].lower():
                yield "name", match.start(), match.end(), other.capitalize()


@functools.cache
def _persons() -> Sequence[str]:
    persons = {entry.latin[0] for entry in name_words().values() if entry.kind == "person" and entry.latin}
    return sorted(name for name in persons & latin_name_words() if len(name) > 3 and name.isalpha())


def ascii_digits(text: str) -> str:
    return text.translate(_TO_ASCII)


def arabic_digits(text: str) -> str:
    return text.translate(_TO_ARABIC)


_ARABIC = "".join(chr(0x0660 + digit) for digit in range(10))
_TO_ASCII = str.maketrans(_ARABIC, "0123456789")
_TO_ARABIC = str.maketrans("0123456789", _ARABIC)
