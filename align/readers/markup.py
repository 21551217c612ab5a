"""HTML: bytes become a tree, the tree loses what is not read, and what is left becomes an outline."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

import regex
from lxml import etree, html

from align.errors import InputError
from align.readers.plain import decode
from align.readers.reading import Outline

_DECLARED = regex.compile(
    rb"<(?:meta\b[^>]{0,300}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*[\"']?\s*([\w.:-]+)", regex.I
)
_SAMPLE = 4096  # bytes in which a page declares its encoding
_WEB_NAMES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252"}  # WHATWG Encoding, 4.2
_MAX_REPLACED = 0.001  # of a page's characters that its declared encoding may not have

# trafilatura's names are beside those of HTML: head, item, row, cell, lb, quote.
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_ITEMS = {"li", "item", "dd"}
_ROWS = {"tr", "row"}
_CELLS = {"td", "th", "cell"}
_BREAKS = {"br", "lb"}
_INLINE = {
    *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "hi", "i", "ins"),
    *("kbd", "label", "mark", "q", "ref", "ruby", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u"),
    *("var", "wbr", "rb", "nobr", "tail"),
}
_NOT_READ = {
    *("script", "style", "template", "noscript", "iframe", "object", "svg", "math", "canvas", "audio", "video"),
    *("button", "select", "textarea", "input", "del", "s", "strike", "rt", "rp", "graphic"),
}
_NOTES = {
    *("footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes", "noteref", "reflist", "references"),
    *("reference", "footnote-ref", "footnote-back", "footnote-anchor", "sdfootnoteanc", "sdendnoteanc"),
    *("mw-editsection", "doc-footnote", "doc-endnote", "doc-endnotes", "doc-noteref", "pagebreak", "doc-pagebreak"),
}
_INVISIBLE = regex.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", regex.I)
_NOTE_MARK = regex.compile(r"\s*[\[(]?\s*(?:\p{Nd}{1,3}|[a-z*\u2020\u2021])\s*[\])]?\s*")


def parse_page(data: bytes, name: str) -> html.HtmlElement:
    """The tree of an HTML page. Nothing that it refers to is fetched.

    Raises `InputError` for what is empty or in no known encoding.
    """
    text = _decode_page(data, name)
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False, encoding="utf-8")
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise InputError(f"{name} is an HTML page that cannot be read.") from None


def drop_unread(page: html.HtmlElement) -> None:
    """Take scripts, hidden parts, deletions and notes out of a page."""
    for element in list(page.iter(etree.Element)):
        if _is_not_read(element) and element.getparent() is not None:
            element.drop_tree()


def _decode_page(data: bytes, name: str) -> str:
    """The text of a page: UTF-8 where it is valid, else as the page declares, else as its bytes give away."""
    try:
        return decode(data, name) if b"\0" in data[:_SAMPLE] else data.decode("utf-8-sig").replace("\0", "")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:_SAMPLE])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        label = declared[1].decode("ascii", "replace").lower()
        try:
            encoding = _WEB_NAMES.get(label, codecs.lookup(label).name)
            text = data.decode(encoding, "replace")
        except (LookupError, ValueError):
            text = ""
        if text and text.count("\ufffd") <= _MAX_REPLACED * len(text) + 1:
            return text
    return decode(data, name)


def _is_not_read(element: html.HtmlElement) -> bool:
    if element.tag in _NOT_READ:
        return True
    marks = {*element.get("class", "").lower().split(), *element.get("role", "").lower().split()}
    marks.update(element.get("epub:type", element.get("{http://www.idpf.org/2007/ops}type", "")).lower().split())
    if marks & _NOTES or "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    if element.tag == "sup" and element.find(".//a") is not None and _NOTE_MARK.fullmatch(element.text_content()):
        return True
    return bool(_INVISIBLE.search(element.get("style", "")))


def write_outline(body: etree._Element, outline: Outline) -> None:
    """Write what a tree holds. Raises `RecursionError` for one that is nested too deep."""
    writer = _Writer(outline)
    writer.write(body, "paragraph")
    writer.flush("paragraph")


class _Writer:
    """Collects running text, and puts it into the outline where a block begins or ends."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._text: list[str] = []

    def flush(self, kind: str) -> None:
        text = "".join(self._text)
        self._text.clear()
        if kind == "item":
            self._outline.item(text)
        else:
            self._outline.paragraph(text)

    def write(self, element: etree._Element, kind: str) -> None:
        """The content of an element; `kind` is what its running text becomes."""
        keeps_lines = element.tag == "pre"
        self._add(element.text, keeps_lines)
        for child in element:
            self._child(child, kind)
            self._add(child.tail, keeps_lines)

    def _add(self, text: str | None, keeps_lines: bool) -> None:
        if text:
            self._text.append(text if keeps_lines else text.replace("\n", " "))

    def _child(self, child: etree._Element, kind: str) -> None:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag in _BREAKS:
            self._text.append("\n")
        elif tag in _INLINE or not tag:
            self.write(child, kind)
        elif tag in _HEADINGS or (tag == "head" and child.get("rend")):
            self.flush(kind)
            self._outline.heading(_flat(child), _HEADINGS.get(child.get("rend", tag), 1))
        elif tag == "table":
            self.flush(kind)
            self._table(child)
        elif tag not in _NOT_READ and tag != "head":
            self.flush(kind)
            inner = "item" if tag in _ITEMS else kind
            self.write(child, inner)
            self.flush(inner)

    def _table(self, table: etree._Element) -> None:
        for row in _rows(table):
            cells = [cell for cell in row if cell.tag in _CELLS]
            if len(cells) == 1:
                self.write(cells[0], "paragraph")
                self.flush("paragraph")
            else:
                self._outline.row([_flat(cell) for cell in cells])


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag in _ROWS:
            yield child
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from _rows(child)
        elif child.tag == "caption":
            row = etree.Element("tr")
            cell = etree.SubElement(row, "td")
            cell.text = _flat(child)
            yield row


def _flat(element: etree._Element) -> str:
    outline = Outline()
    write_outline(element, outline)
    return outline.flat
