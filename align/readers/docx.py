"""DOCX (ECMA-376): the body of a Word document, as it stands with all tracked changes accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex
from lxml import etree

from align.readers.archive import Archive, attribute, local_name
from align.readers.reading import Outline, Reading

_BODY, _STYLES = "word/document.xml", "word/styles.xml"
_HEADING_NAME = regex.compile(r"heading (?P<level>[1-9])|title|subtitle")
_CONTENTS_NAME = regex.compile(r"toc (?:[1-9]|heading)|table of figures")
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
# Deleted and moved text, field codes, and marks of footnotes and comments; their texts are in parts not read here.
_NO_TEXT = {
    "del",
    "moveFrom",
    "delText",
    "delInstrText",
    "instrText",
    "rPr",
    "pPr",
    "rt",
    "rubyPr",
    "oMath",
    "oMathPara",
}


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style makes of its text. `level` is 0 for a style that is no heading."""

    level: int = 0
    contents: bool = False
    hidden: bool = False


def read(data: bytes, name: str, max_size: int) -> Reading:
    """The text of the document body. Headers, footers, footnotes, comments and hidden text are left out."""
    archive = Archive(data, name, max_size)
    styles = _styles(archive.read_xml(_STYLES)) if _STYLES in archive else {}
    body = _Body(styles)
    for element in archive.read_xml(_BODY):
        if local_name(element) == "body":
            body.write(element)
    return Reading(body.outline.text)


def _styles(root: etree._Element) -> dict[str, _Style]:
    """Styles by id; each takes from the one that it is based on what it does not say itself."""
    elements = {attribute(style, "styleId"): style for style in root if local_name(style) == "style"}
    found: dict[str, _Style] = {}

    def style(key: str, depth: int = 0) -> _Style:
        if key not in elements or depth > 20:  # styles may be based on each other in a ring
            return _Style()
        if key not in found:
            element = elements[key]
            parent = style(_value(element, "basedOn"), depth + 1)
            title = _value(element, "name").lower()
            heading = _HEADING_NAME.fullmatch(title)
            level = int(heading["level"] or 1) if heading else _outline_level(element) or parent.level
            contents = bool(_CONTENTS_NAME.fullmatch(title)) or parent.contents
            found[key] = _Style(level, contents, _is_on(element, "vanish", parent.hidden))
        return found[key]

    return {key: style(key) for key in elements}


def _properties(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if local_name(child) in ("pPr", "rPr", "trPr"):
            yield from child
            yield from _properties(child)
        elif local_name(child) in ("name", "basedOn"):
            yield child


def _value(element: etree._Element, name: str) -> str:
    return next((attribute(child, "val") for child in _properties(element) if local_name(child) == name), "")


def _is_on(element: etree._Element, name: str, default: bool = False) -> bool:
    for child in _properties(element):
        if local_name(child) == name:
            return attribute(child, "val") not in ("0", "false", "off")
    return default


def _outline_level(element: etree._Element) -> int:
    level = _value(element, "outlineLvl")
    return int(level) + 1 if level.isdecimal() and int(level) < 9 else 0  # 9 means body text


class _Body:
    """Walks through a body and writes its outline."""

    def __init__(self, styles: dict[str, _Style]) -> None:
        self.outline = Outline()
        self._styles = styles
        self._boxes: list[etree._Element] = []  # text boxes of the current paragraph

    def write(self, element: etree._Element) -> None:
        for child in element:
            match local_name(child):
                case "p":
                    self._paragraph(child)
                case "tbl":
                    self._table(child)
                case "sectPr":
                    pass
                case name if name not in _NO_TEXT:  # content controls, insertions, custom XML
                    self.write(child)

    def _paragraph(self, element: etree._Element) -> None:
        style = self._styles.get(_value(element, "pStyle"), _Style())
        text = "" if style.hidden else "".join(self._runs(element))
        level = _outline_level(element) or style.level
        if style.contents:
            pass
        elif level and "\n" not in text.strip():
            self.outline.heading(text, level)
        elif _value(element, "numId") not in ("", "0"):
            self.outline.item(text)
        else:
            self.outline.paragraph(text)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.write(box)

    def _table(self, element: etree._Element) -> None:
        for row in _inside(element, "tr"):
            if any(local_name(child) == "del" for child in _properties(row)):
                continue
            cells = list(_inside(row, "tc"))
            if len(cells) == 1:
                self.write(cells[0])
            else:
                self.outline.row([self._cell(cell) for cell in cells])

    def _cell(self, element: etree._Element) -> str:
        inner = _Body(self._styles)
        inner.write(element)
        return inner.outline.flat

    def _runs(self, element: etree._Element) -> Iterator[str]:
        for child in element:
            name = local_name(child)
            if name == "t":
                yield child.text or ""
            elif name in _BREAKS:
                yield _BREAKS[name]
            elif name == "txbxContent":
                self._boxes.append(child)
            elif name == "AlternateContent":  # one drawing in a new and an old form
                yield from self._runs(next(iter(child), child))
            elif name == "r" and self._is_hidden(child):
                continue
            elif name not in _NO_TEXT:
                yield from self._runs(child)

    def _is_hidden(self, run: etree._Element) -> bool:
        style = self._styles.get(_value(run, "rStyle"), _Style())
        return _is_on(run, "vanish", style.hidden)


def _inside(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of that name, also those in content controls and insertions."""
    for child in element:
        if local_name(child) == name:
            yield child
        elif local_name(child) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _inside(child, name)
