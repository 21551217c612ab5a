"""Gold: what people labelled in a pair of texts, with every quote resolved to its place.

`FOLDER/gold/STEM.json` labels `FOLDER/LANGUAGE/STEM.txt` (or another ending) in the two languages that it names.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

from align import languages
from align.errors import InputError
from align.model import Document, Kind, Side, Span
from align.read import read_document

GoldVerdict = Literal["agree", "compatible", "conflict"]
VERDICTS: tuple[GoldVerdict, ...] = ("conflict", "agree", "compatible")
KINDS: tuple[Kind, ...] = get_args(Kind)
SIDES: tuple[Side, ...] = get_args(Side)

_Word = TypeVar("_Word", bound=str)


@dataclass(frozen=True, slots=True)
class GoldEntry:
    """One claim that both texts make, the places that state it, and what holds between them."""

    verdict: GoldVerdict
    kind: Kind
    left: Span
    right: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class GoldPassage:
    """A stretch of a left and one of a right sentence that tell the same claim."""

    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class GoldContradiction:
    """Two places of one text that cannot both hold."""

    side: Side
    kind: Kind
    first: Span
    second: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class Gold:
    """The labels of one topic, with the two documents that they are about."""

    stem: str
    topic: str
    left: Document
    right: Document
    expected: tuple[GoldEntry, ...]
    passages: tuple[GoldPassage, ...] = ()
    internal: tuple[GoldContradiction, ...] = ()
    sha256: str = ""  # of the gold file


def load_gold(path: str | Path) -> Gold:
    """The gold of one topic, with its two documents.

    Raises `InputError` for a file that is missing or malformed, and for a quote that is not in its text exactly
    once; `LanguageError` for a language without a table.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"The gold file {path} cannot be read: {error.strerror or error}.") from None
    try:
        form = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputError(f"The gold file {path} is not valid JSON: {error}.") from None
    return _GoldFile(path, form).gold(hashlib.sha256(data).hexdigest())


def stems(folder: Path) -> list[str]:
    """The topics that a corpus folder has gold for, in alphabetical order."""
    return sorted(path.stem for path in (folder / "gold").glob("*.json"))


class _GoldFile:
    """The parsed JSON of one gold file, read with the place of every mistake."""

    def __init__(self, path: Path, form: object) -> None:
        self._path = path
        self._form = self._mapping(form, "the file")
        self._documents: dict[Side, Document] = {side: self._document(side) for side in SIDES}

    def gold(self, digest: str) -> Gold:
        return Gold(
            stem=self._path.stem,
            topic=self._string(self._form, "topic", "the file"),
            left=self._documents["left"],
            right=self._documents["right"],
            expected=tuple(self._entry(item, where) for item, where in self._items("expected")),
            passages=tuple(self._passage(item, where) for item, where in self._items("passages")),
            internal=tuple(self._contradiction(item, where) for item, where in self._items("internal")),
            sha256=digest,
        )

    def _document(self, side: Side) -> Document:
        code = languages.get(self._string(self._form, side, "the file")).code
        folder = self._path.parent.parent / code
        found = sorted(path for path in folder.glob("*") if path.stem == self._path.stem and path.is_file())
        if len(found) != 1:
            count = "no text" if not found else f"{len(found)} texts"
            raise InputError(f"The gold file {self._path} has {count} in {folder}; it needs one of its own name.")
        return read_document(found[0], code)

    def _entry(self, item: Mapping[str, Any], where: str) -> GoldEntry:
        return GoldEntry(
            verdict=self._word(item, "verdict", VERDICTS, where),
            kind=self._word(item, "kind", KINDS, where),
            left=self._place(item, "left", "left", where),
            right=self._place(item, "right", "right", where),
            note=str(item.get("note", "")),
        )

    def _passage(self, item: Mapping[str, Any], where: str) -> GoldPassage:
        left, right = (self._quote(self._string(item, side, where), side, f"{where}.{side}") for side in SIDES)
        return GoldPassage(left, right)

    def _contradiction(self, item: Mapping[str, Any], where: str) -> GoldContradiction:
        side = self._word(item, "side", SIDES, where)
        return GoldContradiction(
            side=side,
            kind=self._word(item, "kind", KINDS, where),
            first=self._place(item, "first", side, where),
            second=self._place(item, "second", side, where),
            note=str(item.get("note", "")),
        )

    def _place(self, item: Mapping[str, Any], key: str, side: Side, where: str) -> Span:
        """The span of `text` within its longer quote `in`."""
        where = f"{where}.{key}"
        form = self._mapping(item.get(key), where)
        text, around = self._string(form, "text", where), self._string(form, "in", where)
        start = self._quote(around, side, where).start
        start += self._only(text, around, where, "its own quote")
        return Span(start, start + len(text))

    def _quote(self, quote: str, side: Side, where: str) -> Span:
        document = self._documents[side]
        start = self._only(quote, document.text, where, document.source)
        return Span(start, start + len(quote))

    def _only(self, part: str, whole: str, where: str, name: str) -> int:
        start = whole.find(part)
        if start < 0:
            raise self._mistake(where, f"{part!r} is not in {name}")
        if whole.find(part, start + 1) >= 0:
            raise self._mistake(where, f"{part!r} is more than once in {name}")
        return start

    def _items(self, key: str) -> list[tuple[Mapping[str, Any], str]]:
        items = self._form.get(key, [])
        if not isinstance(items, list):
            raise self._mistake(key, "a list is wanted")
        return [(self._mapping(item, f"{key}[{index}]"), f"{key}[{index}]") for index, item in enumerate(items)]

    def _mapping(self, value: object, where: str) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self._mistake(where, "an object is wanted")
        return value

    def _string(self, item: Mapping[str, Any], key: str, where: str) -> str:
        value = item.get(key)
        if not isinstance(value, str) or not value:
            raise self._mistake(where, f"it has no text {key!r}")
        return value

    def _word(self, item: Mapping[str, Any], key: str, allowed: tuple[_Word, ...], where: str) -> _Word:
        for word in allowed:
            if item.get(key) == word:
                return word
        raise self._mistake(where, f"{key!r} is none of {', '.join(allowed)}")

    def _mistake(self, where: str, why: str) -> InputError:
        return InputError(f"The gold file {self._path}, {where}: {why}.")
