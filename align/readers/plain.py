"""Plain text, Markdown and wiki text: bytes in one of the encodings that English and Arabic texts come in."""

from __future__ import annotations

import datetime

import regex

from align.errors import InputError
from align.readers.reading import Reading
from align.readers.wrapped import unwrap

_BINARY_SIGNS = regex.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 1 << 20  # bytes looked at for binary signs
_FRONT_MATTER = regex.compile(r"---[ \t]*\n(?P<fields>(?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_FIELD = regex.compile(r"(?P<key>[A-Za-z]+)[ \t]*:[ \t]*(?P<value>\S.*?)[ \t]*")


def read(data: bytes, name: str, max_size: int) -> Reading:
    """A text file; the front matter of a Markdown file gives title, author and date and is no text."""
    text = unwrap(decode(data, name))
    match = _FRONT_MATTER.match(text)
    if match is None:
        return Reading(text)
    fields = _fields(match["fields"])
    if not fields:
        return Reading(text)
    return Reading(text[match.end() :], fields.get("title", ""), fields.get("author", ""), iso_date(fields.get("date")))


def _fields(lines: str) -> dict[str, str]:
    found = (_FIELD.fullmatch(line) for line in lines.split("\n"))
    return {match["key"].lower(): match["value"].strip("\"'") for match in found if match}


def iso_date(text: str | None) -> datetime.date | None:
    """The day that a text beginning with YYYY-MM-DD or YYYYMMDD means."""
    match = regex.match(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)", text or "")
    try:
        return datetime.date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        return None


def decode(data: bytes, name: str) -> str:
    """Decode a text file: UTF-8, UTF-16 with or without its mark, or an encoding that its bytes give away."""
    if not data.strip():
        raise InputError(f"{name} is empty.")
    text = _decode_utf16(data, name)
    if text is None and _BINARY_SIGNS.search(data[:_SAMPLE]):
        raise InputError(f"{name} is not a text file.")
    if text is None:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = _decode_legacy(data, name)
    return text.replace("\r\n", "\n").replace("\r", "\n")


_KNOWN = regex.compile(r"[\p{Script=Latin}\p{Script=Arabic}\p{Nd}\p{P}\p{S}\p{M}\s\p{Cf}]")
_UTF16_SAMPLE = 4096  # bytes


def _decode_utf16(data: bytes, name: str) -> str | None:
    """The text where the bytes are UTF-16, told by its mark, or by text that only one order of the bytes gives."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return decode_as(data, "utf-16", name)
    sample = data[:_UTF16_SAMPLE]
    if len(data) % 2 or b"\0" not in sample:  # every text has a space or a line end, of which one byte is zero
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        if len(_KNOWN.findall(text)) >= 0.95 * len(text) and not regex.search(r"[\0\ufffd]", text[:-1]):
            return decode_as(data, encoding, name)
    return None


def decode_as(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise InputError(f"{name} is not valid {encoding.upper()}.") from None


def _decode_legacy(data: bytes, name: str) -> str:
    """One of the eight-bit encodings that English and Arabic files still come in."""
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[: 1 << 18], cp_isolation=["cp1256", "iso8859_6", "cp1252"]).best()
    if best is None:
        raise InputError(f"{name} is in no encoding that align knows; save it as UTF-8.")
    return decode_as(data, best.encoding, name)
