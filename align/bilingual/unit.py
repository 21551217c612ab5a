"""What the readers of bilingual files hand on: units, each with its source and its target."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from align.model import Problem

PLACE = "\ufffc"  # stands for a code within a text: a picture, a line break, a variable
LONGEST_TEXT = 1_000_000  # code points of one side of a unit, unless the user says otherwise


@dataclass(frozen=True, slots=True)
class Version:
    """The text of an entry in one language. `language` is as the file gives it, empty where it does not."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file, with all its languages, the one that it translates from first.

    `counts` are numbers that the form itself says: the Arabic dual of a plural says 2 without a figure.
    """

    id: str
    line: int
    versions: tuple[Version, ...]
    counts: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Unit:
    """A source and its target, with the unit's id, unique within the file, and the line where it stands there."""

    id: str
    line: int
    source: str
    target: str
    counts: frozenset[int] = frozenset()


@dataclass(slots=True)
class Bilingual:
    """A bilingual file that is being read. `units` can be gone through once; `problems` is whole when that is done."""

    id: str
    name: str
    source: str  # code of the language of the sources
    target: str
    units: Iterator[Unit]
    problems: list[Problem] = field(default_factory=list)
