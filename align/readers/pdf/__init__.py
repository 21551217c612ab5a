"""PDF (ISO 32000): glyphs with their places become lines, lines become paragraphs.

| module | from → to |
|---|---|
| `glyphs` | a page → its glyphs, each with the letters that the file says it stands for |
| `visual` | glyphs from left to right → text in the order of reading |
| `lines` | glyphs → lines and rows of tables, in the order of reading |
| `flow` | the lines of all pages → headings, paragraphs and fact lines |
"""

from __future__ import annotations

import logging

from align.errors import InputError
from align.readers.pdf.flow import write_flow
from align.readers.pdf.glyphs import Glyph, page_glyphs, refuse_bomb
from align.readers.pdf.lines import page_lines
from align.readers.pdf.visual import is_right_to_left, with_brackets
from align.readers.reading import Outline, Reading

_MAX_UNKNOWN = 0.3  # of all glyphs; with more of them unknown, what is left is no text
_BYTES_OF_A_GLYPH = 20  # in a file that is not made to be endless


def read(data: bytes, name: str, max_size: int) -> Reading:
    """The text layer of a PDF without the headers, footers and footnotes of its pages."""
    pages = _pages(data, name, max_size)
    glyphs = [glyph for page in pages for glyph in page]
    if not any(glyph.text.strip() for glyph in glyphs):
        raise InputError(
            f"{name} has no text layer: its pages are pictures, whose text must be recognised (OCR) first."
        )
    unknown = sum(not glyph.text for glyph in glyphs)
    if unknown > _MAX_UNKNOWN * len(glyphs):
        raise InputError(f"{name} has a text layer without letters: its fonts do not say what their signs stand for.")
    right_to_left = is_right_to_left("".join(glyph.text for glyph in glyphs))
    outline = Outline()
    write_flow([page_lines(page, right_to_left) for page in pages], right_to_left, outline)
    return Reading(with_brackets(outline.text) if right_to_left else outline.text)


def _pages(data: bytes, name: str, max_size: int) -> list[list[Glyph]]:
    import playa
    from playa.exceptions import PDFEncryptionError

    refuse_bomb(data, name, max_size)
    logger = logging.getLogger("playa")
    level, logger.level = logger.level, logging.CRITICAL  # what matters in a damaged file is told in one sentence
    left = max_size // _BYTES_OF_A_GLYPH
    try:
        document = playa.parse(data)  # its pages refer to it weakly
        pages = []
        for page in document.pages:
            pages.append(page_glyphs(page, left))
            left -= len(pages[-1])
            if left <= 0:
                raise InputError(f"{name} holds more text than align reads; --max-size allows more.")
        return pages
    except PDFEncryptionError:
        raise InputError(f"{name} is encrypted; save it without a password.") from None
    except InputError:
        raise
    except Exception as error:  # a damaged file can fail anywhere in its parser
        raise InputError(f"{name} is a damaged PDF file ({type(error).__name__}).") from None
    finally:
        logger.level = level
