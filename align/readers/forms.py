"""Which form a document is in, told by its content; its ending only where the content leaves it open."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath

import regex

from align.errors import InputError

_HEAD = 4096  # bytes
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2: old Office files, and encrypted new ones
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4.4
_HTML = regex.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    regex.I | regex.S,
)
_HTML_TAG = regex.compile(
    rb"</?(?:p|div|h[1-6]|br|table|ul|ol|span|article|section|a|title|meta)\b[^<>]{0,500}>", regex.I
)
_SUBTITLES = regex.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:WEBVTT(?:[ \t\r\n]|$)|\d{1,6}\s*\r?\n\s*\d+:\d\d:\d\d[,.]\d{1,3}\s*-->)"
)
_PICTURES = ((b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"))
_HTML_ENDINGS = (".html", ".htm", ".xhtml")
_SUBTITLE_ENDINGS = (".srt", ".vtt")
_SAVE_AS = "save it as DOCX, ODT or plain text"


def tell_form(data: bytes, name: str) -> str:
    """The name of the reader for a document. Raises `InputError` for a form that align does not read."""
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:  # ISO 32000-1, note 13 to its annex H
        return "pdf"
    if data.startswith(_OLE):
        if _ENCRYPTED_PACKAGE in data:
            raise InputError(f"{name} is encrypted; save it without a password.")
        raise InputError(f"{name} is an old Office file (such as .doc), which align does not read; {_SAVE_AS}.")
    if data.startswith(b"{\\rtf"):
        raise InputError(f"{name} is RTF, which align does not read; {_SAVE_AS}.")
    if data.startswith(b"PK\x03\x04"):
        return _tell_archive(data, name)
    for sign, what in _PICTURES:
        if data.startswith(sign):
            raise InputError(f"{name} is not a text file but {what}; its text must first be recognised (OCR).")
    return _tell_text(_ascii_of(head), PurePath(name).suffix.lower())


def _ascii_of(head: bytes) -> bytes:
    """The head of a file with the zero bytes of UTF-16 left out, in which tags can be looked for."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\0", b"")
    return head if head.count(b"\0") * 4 < len(head) else head.replace(b"\0", b"")


def _tell_text(head: bytes, ending: str) -> str:
    if _SUBTITLES.match(head):
        return "subtitles"
    if _HTML.match(head) or (ending in _HTML_ENDINGS and _HTML_TAG.search(head)):
        return "html"
    if head.lstrip().startswith(b"<") and len(_HTML_TAG.findall(head)) >= 2:
        return "html"
    return "plain"


def _tell_archive(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = set(archive.namelist())
            kind = archive.open("mimetype").read(100) if "mimetype" in members else b""
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, OSError, EOFError):
        raise InputError(f"{name} is damaged: the archive that it consists of cannot be read.") from None
    if kind.startswith(b"application/epub+zip") or "META-INF/container.xml" in members:
        return "epub"
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return "odt"
    if "word/document.xml" in members:
        return "docx"
    for sign, what in (("xl/", "a spreadsheet"), ("ppt/", "a presentation")):
        if any(member.startswith(sign) for member in members):
            raise InputError(f"{name} is {what}, which align does not read; {_SAVE_AS}.")
    raise InputError(f"{name} is an archive without a document that align reads; give its files one by one.")
