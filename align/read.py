"""Read: a path becomes a `Document`, and a document's text its blocks.

`readers` turns every form of document into one plain text, in which a heading, a fact-box line and a list item stand
as in Markdown or MediaWiki.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from pathlib import Path

import regex

from align import languages, readers
from align.errors import InputError, LanguageError
from align.model import MAX_SIZE, Block, Document

STANDARD_INPUT = "-"
_MAX_TITLE = 200  # code points
_ENOUGH_LETTERS = 20_000  # code points looked at when a text's language is told

_WIKI_HEADING = regex.compile(r"(={1,6})\s*(?P<title>.*?)\s*\1\s*")
_MARKDOWN_HEADING = regex.compile(r"#{1,6}\s+(?P<title>.+?)\s*#*\s*")
_FACT_LINE = regex.compile(r"\s*[-*|\u2022]\s*(?P<label>[^:=\n]{1,40}?)\s*[:=]\s+(?P<value>\S.*)")
_LIST_MARK = regex.compile(r"\s*[-*\u2022>]+\s+")


def read_document(path: str | Path, language: str | None = None, max_size: int = MAX_SIZE) -> Document:
    """Read one file, or standard input for `-`. The language is told from the script where it is not given.

    Raises `InputError` for what is missing, empty, damaged, encrypted, in no known form or encoding, or larger than
    `max_size` bytes, and `LanguageError` where the text is in no language that align has a table for.
    """
    name = str(path)
    title = "standard input" if name == STANDARD_INPUT else name
    reading = readers.read(_read_bytes(name, max_size), title, max_size)
    text = reading.text
    if not regex.search(r"\p{L}", text):
        raise InputError(f"{title} holds no text: there is not one letter in it.")
    first = next((text[b.start : b.end].strip() for b in split_blocks(text) if b.kind != "fact"), "")
    return Document(
        id="standard-input" if name == STANDARD_INPUT else Path(name).name,
        language=languages.get(language).code if language else detect_language(text, title),
        text=text,
        title=(reading.title or first)[:_MAX_TITLE],
        source=name,
        author=reading.author[:_MAX_TITLE],
        date=reading.date,
    )


def _read_bytes(name: str, max_size: int) -> bytes:
    """At most `max_size` bytes."""
    try:
        if name == STANDARD_INPUT:
            data = sys.stdin.buffer.read(max_size + 1)
        elif Path(name).is_dir():
            raise InputError(f"{name} is a folder; give a file.")
        else:
            with Path(name).open("rb") as file:
                data = file.read(max_size + 1)
    except FileNotFoundError:
        raise InputError(f"There is no file {name}.") from None
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror or error}.") from None
    if len(data) > max_size:
        raise InputError(f"{name} is larger than {max_size >> 20} MB; --max-size allows more.")
    return data


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
