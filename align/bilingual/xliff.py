"""XLIFF 1.2 (OASIS, 2008) and 2.x (ISO 21720): a file for each document, with its units, in two languages.

In 1.2 a unit is a `trans-unit`; proposals (`alt-trans`) are not read. In 2.x a unit has segments, each of which is
compared by itself; what stands in `ignorable` is no text to translate. A unit that is not to be translated is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from align.bilingual.inline import InlineText
from align.bilingual.unit import Entry, Version
from align.xml_events import read_xml

_UNITS = ("trans-unit", "unit")
_HOLDERS = ("trans-unit", "segment")  # whose sources and targets are those of a unit


def read_xliff(source: BinaryIO, name: str, longest: int) -> Iterator[Entry]:
    """The units in the order of the file. Each has two versions, the target's empty where there is none."""
    reader = _Xliff(name, longest)
    for event in read_xml(source, name):
        if event.kind == "text":
            if reader.segment is not None:
                reader.segment.text(event.name)
        elif event.kind == "start":
            reader.start(event.name, event.attributes, event.line)
        elif event.kind == "end":
            yield from reader.end(event.name)


class _Xliff:
    def __init__(self, name: str, longest: int) -> None:
        self._name, self._longest = name, longest
        self.segment: InlineText | None = None
        self._path: list[str] = []
        self._languages = ["", ""]
        self._unit = ""
        self._count = 0
        self._kept = [True]  # whether what is open is to be translated, a value for each open element
        self._segments: list[tuple[str, int]] = []  # ids and lines of those of the open unit
        self._texts: list[dict[str, str]] = []

    def start(self, name: str, attributes: Mapping[str, str], line: int) -> None:
        if self.segment is not None:
            self.segment.start(name, attributes)
            return
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        self._kept.append(_is_text(attributes, self._kept[-1]))
        if name == "xliff":
            self._languages = [attributes.get("srcLang", ""), attributes.get("trgLang", "")]
        elif name == "file" and "source-language" in attributes:
            self._languages = [attributes["source-language"], attributes.get("target-language", "")]
        elif name in _UNITS:
            self._count += 1
            self._unit = attributes.get("id", "") or attributes.get("resname", "") or str(self._count)
            self._segments, self._texts = [], []
        if name in _HOLDERS:
            self._segments.append((attributes.get("id", ""), line))
            self._texts.append({})
        elif name in ("source", "target") and parent in _HOLDERS:
            self.segment = InlineText(self._name, self._longest)

    def end(self, name: str) -> Iterator[Entry]:
        if self.segment is not None:
            if name != self._path[-1]:
                self.segment.end(name)
                return
            self._texts[-1][name] = self.segment.whole()
            self.segment = None
        self._path.pop()
        kept = self._kept.pop()
        if name in _UNITS and kept:
            yield from self._entries()

    def _entries(self) -> Iterator[Entry]:
        for number, ((segment, line), texts) in enumerate(zip(self._segments, self._texts, strict=True), 1):
            only = len(self._segments) == 1
            unit = self._unit if only else f"{self._unit}/{segment or number}"
            versions = (
                Version(language, texts.get(side, ""))
                for language, side in zip(self._languages, ("source", "target"), strict=True)
            )
            yield Entry(unit, line, tuple(versions))


def _is_text(attributes: Mapping[str, str], inherited: bool) -> bool:
    """Whether an element is to be translated; the header of a PO file is not, though converters leave it in."""
    if attributes.get("restype") == "x-gettext-domain-header":
        return False
    return {"no": False, "yes": True}.get(attributes.get("translate", ""), inherited)
