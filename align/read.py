"""Read: a path becomes a `Document`, and a document's text its blocks.

Plain text, Markdown and MediaWiki-style text share one reader: what differs is how a heading or a fact-box
line is written, and all forms are recognised in all three.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from pathlib import Path

import regex

from align import languages
from align.errors import InputError, LanguageError
from align.model import Block, Document

STANDARD_INPUT = "-"
_BINARY_SIGNS = regex.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ENOUGH_LETTERS = 20_000  # code points looked at when a text's language is told

_WIKI_HEADING = regex.compile(r"(={1,6})\s*(?P<title>.*?)\s*\1\s*")
_MARKDOWN_HEADING = regex.compile(r"#{1,6}\s+(?P<title>.+?)\s*#*\s*")
_FACT_LINE = regex.compile(r"\s*[-*|\u2022]\s*(?P<label>[^:=\n]{1,40}?)\s*[:=]\s+(?P<value>\S.*)")
_LIST_MARK = regex.compile(r"\s*[-*\u2022>]+\s+")


def read_document(path: str | Path, language: str | None = None) -> Document:
    """Read one file, or standard input for `-`. The language is told from the script where it is not given.

    Raises `InputError` for what is missing, empty, binary or in no known encoding, and `LanguageError`
    where the text is in no language that align has a table for.
    """
    name = str(path)
    text = decode(_read_bytes(name), "standard input" if name == STANDARD_INPUT else name)
    if not regex.search(r"\p{L}", text):
        raise InputError(f"{name} holds no text: there is not one letter in it.")
    code = languages.get(language).code if language else detect_language(text, name)
    title = next((text[b.start : b.end].strip() for b in split_blocks(text) if b.kind != "fact"), "")
    identity = "standard-input" if name == STANDARD_INPUT else Path(name).name
    return Document(id=identity, language=code, text=text, title=title[:200], source=name)


def _read_bytes(name: str) -> bytes:
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    path = Path(name)
    if path.is_dir():
        raise InputError(f"{name} is a folder; give a file.")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"There is no file {name}.") from None
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror or error}.") from None


def decode(data: bytes, name: str) -> str:
    """Decode a text file: UTF-8, UTF-16 with its mark, or an encoding that its bytes give away."""
    if not data.strip():
        raise InputError(f"{name} is empty.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = _decode_as(data, "utf-16", name)
    elif _BINARY_SIGNS.search(data[: 1 << 20]):
        raise InputError(f"{name} is not a text file.")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = _decode_legacy(data, name)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode_as(data: bytes, encoding: str, name: str) -> str:
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
    return _decode_as(data, best.encoding, name)


def detect_language(text: str, name: str) -> str:
    """The language whose script most letters are in. Raises `LanguageError` where no table fits."""
    counts: Counter[str] = Counter()
    sample = "".join(regex.findall(r"\p{L}+", text[: 10 * _ENOUGH_LETTERS]))[:_ENOUGH_LETTERS]
    for language in languages.LANGUAGES.values():
        counts[language.code] = len(regex.findall(rf"\p{{Script={language.script}}}", sample))
    code, count = counts.most_common(1)[0]
    if count * 2 < len(sample):
        raise LanguageError(f"{name} is in a script that align has no language for.")
    return code


def sha256(document: Document) -> str:
    """The fingerprint of a document's text, by which a report names what it was made from."""
    return hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()


def split_blocks(text: str) -> list[Block]:
    """Headings, fact-box lines and paragraphs, a line each; blank lines are dropped."""
    blocks = []
    at = 0
    for line in text.split("\n"):
        block = _block(line, at)
        if block is not None:
            blocks.append(block)
        at += len(line) + 1
    return blocks


def _block(line: str, at: int) -> Block | None:
    if not line.strip():
        return None
    for pattern in (_WIKI_HEADING, _MARKDOWN_HEADING):
        match = pattern.fullmatch(line) if line[0] in "=#" and len(line) < 1000 else None
        if match and match["title"]:
            return Block("heading", at + match.start("title"), at + match.end("title"))
    fact = _FACT_LINE.match(line)
    if fact:
        return Block("fact", at + fact.start("value"), at + len(line.rstrip()), fact["label"])
    mark = _LIST_MARK.match(line)
    start = mark.end() if mark and mark.end() < len(line.rstrip()) else len(line) - len(line.lstrip())
    return Block("paragraph", at + start, at + len(line.rstrip()))
