"""EPUB 2 and 3: the chapters of a book in the order of its spine."""

from __future__ import annotations

from urllib.parse import unquote

import regex
from lxml import etree

from align.errors import InputError
from align.readers.archive import Archive, attribute, local_name
from align.readers.markup import drop_unread, parse_page, write_outline
from align.readers.plain import iso_date
from align.readers.reading import Outline, Reading

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
# What converters write where a book states nothing: LibreOffice, Calibre, pandoc.
_NOBODY = frozenset({"unknown author", "unknown", "anonymous author", "[unknown]", "مؤلف مجهول"})
_UNTITLED = "untitled"
_PAGE = regex.compile(r"application/(?:xhtml\+xml|xml)|text/html")


def read(data: bytes, name: str, max_size: int) -> Reading:
    """The text of all chapters. The table of contents and what the spine calls not linear are left out."""
    archive = Archive(data, name, max_size)
    package_name = _package_name(archive)
    if not package_name:
        raise InputError(f"{name} is damaged: it does not say where its package is.")
    package = archive.read_xml(package_name)
    encrypted = _encrypted(archive)
    outline = Outline()
    for reference in _spine(package):
        member = archive.resolve(package_name, reference)
        if member in encrypted:
            raise InputError(f"{name} is encrypted; a book with copy protection cannot be read.")
        page = parse_page(archive.read(member), f"{member[:80]!r} in {name}")
        drop_unread(page)
        try:
            for body in page.iter("body"):
                write_outline(body, outline)
        except RecursionError:
            raise InputError(f"{name} is refused: its elements are nested too deep.") from None
    made = set(_modified(package))  # pandoc gives the moment of conversion for the date of a book that has none
    date = next((day for text in _stated(package, "date") if text not in made and (day := iso_date(text))), None)
    authors = ", ".join(name for name in _stated(package, "creator") if name.lower() not in _NOBODY)
    title = next((title for title in _stated(package, "title") if title.lower() != _UNTITLED), "")
    return Reading(outline.text, title, authors, date)


def _package_name(archive: Archive) -> str:
    for element in archive.read_xml(_CONTAINER).iter():
        if local_name(element) == "rootfile":
            return attribute(element, "full-path")
    return ""


def _encrypted(archive: Archive) -> set[str]:
    """The members that are encrypted. Fonts often are and are not read."""
    if _ENCRYPTION not in archive:
        return set()
    references = (
        element for element in archive.read_xml(_ENCRYPTION).iter() if local_name(element) == "CipherReference"
    )
    return {unquote(attribute(element, "URI")) for element in references}


def _spine(package: etree._Element) -> list[str]:
    """The pages in reading order, as the package refers to them."""
    items = {attribute(item, "id"): item for item in package.iter() if local_name(item) == "item"}
    found = []
    for reference in package.iter():
        if local_name(reference) != "itemref" or attribute(reference, "linear") == "no":
            continue
        item = items.get(attribute(reference, "idref"))
        if item is None or not _PAGE.match(attribute(item, "media-type")):
            continue
        if "nav" not in attribute(item, "properties").split():
            found.append(unquote(attribute(item, "href")))
    return found


def _modified(package: etree._Element) -> list[str]:
    """The moments at which the file was made or changed."""
    metas = (element for element in package.iter() if local_name(element) == "meta")
    return [(meta.text or "").strip() for meta in metas if attribute(meta, "property") == "dcterms:modified"]


def _stated(package: etree._Element, name: str) -> list[str]:
    """What the package's metadata say, in the order in which they do. A date of a change is no date of the book."""
    elements = (element for element in package.iter() if local_name(element) == name)
    return [
        (element.text or "").strip()
        for element in elements
        if (element.text or "").strip() and attribute(element, "event") in ("", "publication", "original-publication")
    ]
