"""TMX 1.4b (LISA OSCAR, 2005): translation units with a variant for each language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from align.bilingual.inline import InlineText
from align.bilingual.unit import Entry, Version
from align.xml_events import LANG, read_xml


def read_tmx(source: BinaryIO, name: str, longest: int) -> Iterator[Entry]:
    """The units in the order of the file, each with the variant of its source language first."""
    number = line = 0
    header = False
    main = unit_main = unit_id = language = ""
    versions: list[Version] = []
    segment: InlineText | None = None
    for event in read_xml(source, name):
        if segment is not None:
            if event.kind == "text":
                segment.text(event.name)
            elif event.kind == "start":
                segment.start(event.name, event.attributes)
            elif event.name == "seg":
                versions.append(Version(language, segment.whole()))
                segment = None
            else:
                segment.end(event.name)
        elif event.kind == "start":
            match event.name:
                case "header" if not header:
                    main = event.attributes.get("srclang", "")
                    header = True
                case "tu":
                    number, line = number + 1, event.line
                    unit_id = event.attributes.get("tuid", "") or str(number)
                    unit_main = event.attributes.get("srclang", main)
                    versions = []
                case "tuv":
                    language = event.attributes.get(LANG, event.attributes.get("lang", ""))  # "lang" before TMX 1.4
                case "seg":
                    segment = InlineText(name, longest)
        elif event.kind == "end" and event.name == "tu":
            yield Entry(unit_id, line, tuple(sorted(versions, key=lambda each: not _is_of(each.language, unit_main))))


def _is_of(language: str, main: str) -> bool:
    """Whether a variant is in the source language, which the header may give with or without its region."""
    return bool(main) and _base(language) == _base(main)


def _base(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()
