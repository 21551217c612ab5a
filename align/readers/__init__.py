"""Readers: the bytes of a document become its text, one module a form.

Each module has a function `read(data, name, max_size)` that gives a `Reading`. All write the text down in one plain
form, a line each for headings, fact lines and paragraphs, so that nothing after them needs to know the form.
"""

from __future__ import annotations

import importlib

from align.model import MAX_SIZE
from align.readers.forms import tell_form
from align.readers.reading import Reading

__all__ = ["FORMS", "Reading", "read"]

# What each reader is for, by the name of its module.
FORMS = {
    "plain": "plain text, Markdown, wiki text",
    "html": "HTML",
    "docx": "DOCX",
    "odt": "ODT",
    "epub": "EPUB",
    "pdf": "PDF with a text layer",
    "subtitles": "SRT, WebVTT",
}


def read(data: bytes, name: str, max_size: int = MAX_SIZE) -> Reading:
    """Read a document whose form its content tells. `name` is what errors call it; its ending counts too.

    Raises `InputError` for what is empty, damaged, encrypted, in a form that align does not read, or larger than
    `max_size` bytes when unpacked.
    """
    module = importlib.import_module(f"align.readers.{tell_form(data, name)}")  # not before it is needed
    reading: Reading = module.read(data, name, max_size)
    return reading
