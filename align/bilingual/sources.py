"""Where the bytes of a bilingual file come from: a path or standard input, counted as they are read, and decoded."""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import charset_normalizer
import regex

from align.errors import InputError

STANDARD_INPUT = "-"
SAMPLE = 1 << 18  # bytes by which format and encoding are told
LONGEST_LINE = 1 << 24  # bytes
_BINARY = regex.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LEGACY = ["cp1256", "iso8859_6", "cp1252"]

Report = Callable[[int], object]  # told the number of bytes read since it was told last


class CountedBytes(io.RawIOBase):
    """A binary stream whose first bytes have been looked at, and which reports how much of it is read."""

    def __init__(self, stream: BinaryIO, report: Report | None = None) -> None:
        self._stream = stream
        self._report = report
        self.sample = stream.read(SAMPLE)
        self._ahead = self.sample

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        wanted = len(buffer)
        piece = self._ahead[:wanted] if self._ahead else self._stream.read(wanted)
        self._ahead = self._ahead[len(piece) :]
        buffer[: len(piece)] = piece
        if self._report is not None:
            self._report(len(piece))
        return len(piece)

    def close(self) -> None:
        if self._stream is not sys.stdin.buffer:
            self._stream.close()
        super().close()


def open_bytes(path: str | Path, report: Report | None = None) -> CountedBytes:
    """The bytes of a file, or of standard input for `-`. Raises `InputError` where there is nothing to read."""
    name = str(path)
    if name == STANDARD_INPUT:
        opened = CountedBytes(sys.stdin.buffer, report)
        name = "standard input"
    else:
        if Path(name).is_dir():
            raise InputError(f"{name} is a folder; give a file.")
        try:
            opened = CountedBytes(open(name, "rb"), report)  # noqa: SIM115  # closed by whoever reads it
        except FileNotFoundError:
            raise InputError(f"There is no file {name}.") from None
        except OSError as error:
            raise InputError(f"{name} cannot be read: {error.strerror or error}.") from None
    if not opened.sample.strip():
        raise InputError(f"{name} is empty.")
    return opened


def encoding_of(sample: bytes, name: str) -> str:
    """The encoding that the first bytes of a text file give away. Raises `InputError` for what is no text."""
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if _BINARY.search(sample):
        raise InputError(f"{name} is not a text file.")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)  # a character that the sample cuts is no error
        return "utf-8-sig"
    except UnicodeDecodeError:
        best = charset_normalizer.from_bytes(sample, cp_isolation=_LEGACY).best()
    if best is None:
        raise InputError(f"{name} is in no encoding that align knows; save it as UTF-8.")
    return best.encoding


class TextLines:
    """The lines of a text file, decoded one after the other, none of them longer than `LONGEST_LINE`."""

    def __init__(self, source: CountedBytes, name: str, newline: str | None = None) -> None:
        self._name = name
        buffered = io.BufferedReader(source, 1 << 16)
        self._text = io.TextIOWrapper(buffered, encoding_of(source.sample, name), newline=newline)
        self.number = 0

    def __iter__(self) -> TextLines:
        return self

    def __next__(self) -> str:
        try:
            line = self._text.readline(LONGEST_LINE)
        except UnicodeDecodeError as error:
            raise InputError(f"{self._name} is no valid {error.encoding.upper()} after line {self.number}.") from None
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) >= LONGEST_LINE:
            raise InputError(f"Line {self.number} of {self._name} is longer than {LONGEST_LINE:,} characters.")
        return line
