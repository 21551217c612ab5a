"""The glyphs of a page, as upright text has them."""

from __future__ import annotations

import re
import unicodedata
import zlib
from typing import TYPE_CHECKING, NamedTuple

from align.errors import InputError

if TYPE_CHECKING:
    from playa.page import Page

_STREAM = re.compile(rb"stream\r?\n")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_DICTIONARY = 600  # bytes before a stream in which it is described
STRETCH = "\0"  # what has a control sign for its text: the stretch of a justified word, where LibreOffice has no other
_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f]+")
# Control signs, private signs, and what stands for no sign.
_NO_LETTERS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_ALEF_LAM = re.compile("([\u0627\u0622\u0623\u0625])\u0644")  # the ligature as some files spell it, in visual order


class Glyph(NamedTuple):
    """A sign from `x0` to `x1` with its baseline at `y`, in points from the upper left corner of the page.

    `text` is what it stands for, in reading order and without presentation forms: they are how a sign is drawn, not
    how it is written. It is empty where the file does not say, and `STRETCH` where it says a control sign.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool


def page_glyphs(page: Page, limit: int) -> list[Glyph]:
    """The glyphs within a page, at most `limit`. What the file marks as headers, footers or decoration is left out."""
    found: list[Glyph] = []
    artifacts: list[Glyph] = []
    spoken: object = None  # the mark whose text has been given to an earlier glyph
    for glyph in page.glyphs:
        a, b, _, _, _, _ = glyph.matrix
        x, y = glyph.origin
        if abs(b) > 0.1 * abs(a) or a <= 0 or not (0 <= x <= page.width and 0 <= y <= page.height):
            continue  # turned, mirrored, or outside
        text = glyph.text or ""
        chosen = artifacts if any(mark.tag == "Artifact" for mark in glyph.mcstack) else found
        x1 = x + glyph.displacement[0]
        mark = next((mark for mark in reversed(glyph.mcstack) if "ActualText" in mark.props), None)
        if mark is not None and mark is spoken and chosen:
            before = chosen[-1]  # one text for several glyphs
            chosen[-1] = before._replace(x0=min(before.x0, x), x1=max(before.x1, x1), y=max(before.y, y))
            continue
        if mark is not None:
            text = _decode_text(mark.props["ActualText"])
        spoken = mark
        chosen.append(Glyph(_letters(text), x, x1, y, abs(glyph.size), _is_bold(glyph.fontname or "")))
        if len(found) + len(artifacts) >= limit:
            break
    return found or artifacts


def _is_bold(font: str) -> bool:
    return any(weight in font.lower() for weight in ("bold", "black", "heavy"))


def _decode_text(value: object) -> str:
    """A text string (ISO 32000-1, 7.9.2.2)."""
    if not isinstance(value, bytes):
        return str(value or "")
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    return value.decode("utf-8" if value.startswith(b"\xef\xbb\xbf") else "latin-1", "replace").lstrip("\ufeff")


def _letters(text: str) -> str:
    if _CONTROL.fullmatch(text):
        return STRETCH
    text = _NO_LETTERS.sub("", text)
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKC", text) if any("\ufb00" <= sign <= "\ufeff" for sign in text) else text
    return _ALEF_LAM.sub("\u0644\\1", letters) if len(letters) == 2 else letters


def refuse_bomb(data: bytes, name: str, max_size: int) -> None:
    """Raise `InputError` where the streams of a file, pictures aside, unpack to more than `max_size` bytes."""
    left = max_size
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _DICTIONARY) : match.start()]
        if _IMAGE.search(head, max(head.rfind(b"obj"), 0)):
            continue
        end = data.find(b"endstream", match.end())
        packed = data[match.end() : end if end >= 0 else len(data)]
        for _ in range(4):  # one filter after another
            packed = _unpack(packed, left)
            if not packed:
                break
            left -= len(packed)
            if left <= 0:
                raise InputError(f"{name} is larger than {max_size >> 20} MB unpacked; --max-size allows more.")


def _unpack(packed: bytes, limit: int) -> bytes:
    if packed[:1] not in (b"\x08", b"\x18", b"\x28", b"\x38", b"\x48", b"\x58", b"\x68", b"\x78"):  # RFC 1950, 2.2
        return b""
    try:
        return zlib.decompressobj().decompress(packed, limit + 1)
    except zlib.error:
        return b""
