"""ODT (OASIS OpenDocument): the body of a text document, as it stands with all tracked changes accepted."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from align.errors import InputError
from align.readers.archive import Archive, attribute, local_name
from align.readers.reading import Outline, Reading

_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_TITLES = ("Title", "Subtitle")
# Deletions, notes, comments, ruby, forms; indexes repeat the headings, hidden text is not for readers.
_NO_TEXT = {
    "tracked-changes",
    "note",
    "annotation",
    "ruby-text",
    "forms",
    "sequence-decls",
    "variable-decls",
    "user-field-decls",
    "table-of-content",
    "alphabetical-index",
    "illustration-index",
    "table-index",
    "object-index",
    "user-index",
    "bibliography",
    "hidden-text",
    "script",
    "math",
    "desc",
    "title",
}
_MAX_SPACES = 100  # that one <text:s> stands for


def read(data: bytes, name: str, max_size: int) -> Reading:
    """The text of the document body. Headers, footers, notes, comments and hidden text are left out."""
    archive = Archive(data, name, max_size)
    if "encrypted-package" in archive or b"encryption-data" in (
        archive.read(_MANIFEST) if _MANIFEST in archive else b""
    ):
        raise InputError(f"{name} is encrypted; save it without a password.")
    content = archive.read_xml(_CONTENT)
    roots = [content, archive.read_xml(_STYLES)] if _STYLES in archive else [content]
    styles = {attribute(style, "name"): style for root in roots for style in root.iter("{*}style") if local_name(style)}
    body = _Body(styles)
    for element in content.iter("{*}text"):
        parent = element.getparent()
        if parent is not None and local_name(parent) == "body":
            body.write(element)
    return Reading(body.outline.text)


class _Body:
    """Walks through a body and writes its outline."""

    def __init__(self, styles: dict[str, etree._Element]) -> None:
        self.outline = Outline()
        self._styles = styles
        self._boxes: list[etree._Element] = []  # text boxes of the current paragraph

    def write(self, element: etree._Element, *, item: bool = False) -> None:
        for child in element:
            name = local_name(child)
            if name in _NO_TEXT or attribute(child, "display") == "none" or attribute(child, "is-hidden") == "true":
                continue
            if name in ("p", "h"):
                self._paragraph(child, item=item)
            elif name == "table":
                self._table(child)
            else:
                self.write(child, item=item or name == "list-item")

    def _paragraph(self, element: etree._Element, *, item: bool) -> None:
        text = "".join(self._parts(element))
        if local_name(element) == "h":
            level = attribute(element, "outline-level")
            self.outline.heading(text, int(level) if level.isdecimal() else 1)
        elif self._is_title(element):
            self.outline.heading(text)
        elif item:
            self.outline.item(text)
        else:
            self.outline.paragraph(text)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.write(box)

    def _table(self, element: etree._Element) -> None:
        for row in _rows(element):
            cells = [cell for cell in row if local_name(cell) == "table-cell"]
            if len(cells) == 1:
                self.write(cells[0])
            else:
                self.outline.row([self._cell(cell) for cell in cells])

    def _cell(self, element: etree._Element) -> str:
        inner = _Body(self._styles)
        inner.write(element)
        return inner.outline.flat

    def _parts(self, element: etree._Element) -> Iterator[str]:
        if self._is_hidden(element):
            return
        yield element.text or ""
        for child in element:
            name = local_name(child)
            if name == "s":
                count = attribute(child, "c")
                yield " " * min(int(count) if count.isdecimal() else 1, _MAX_SPACES)
            elif name in ("tab", "line-break"):
                yield "\t" if name == "tab" else "\n"
            elif name == "text-box":
                self._boxes.append(child)
            elif name not in _NO_TEXT:
                yield from self._parts(child)
            yield child.tail or ""

    def _chain(self, element: etree._Element) -> Iterator[etree._Element]:
        """The style of an element and those that it is based on."""
        key = attribute(element, "style-name")
        for _ in range(20):  # styles may be based on each other in a ring
            if key not in self._styles:
                return
            yield self._styles[key]
            key = attribute(self._styles[key], "parent-style-name")

    def _is_title(self, element: etree._Element) -> bool:
        return any(attribute(style, "name") in _TITLES for style in self._chain(element))

    def _is_hidden(self, element: etree._Element) -> bool:
        return any(attribute(properties, "display") == "none" for style in self._chain(element) for properties in style)


def _rows(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if local_name(child) == "table-row":
            yield child
        elif local_name(child) in ("table-rows", "table-header-rows", "table-row-group"):
            yield from _rows(child)
