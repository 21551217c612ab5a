"""Text from documents, made safe to show: it can neither reorder the line around it nor control a terminal.

Unicode's bidirectional controls are described in UAX #9. An override or an unclosed embedding in a quotation
would turn the words around it about ("Trojan Source", CVE-2021-42574); it is shown as a visible marker.
"""

from __future__ import annotations

from typing import Literal

import regex

from align import languages
from align.errors import LanguageError

Direction = Literal["ltr", "rtl"]

LEFT_TO_RIGHT_ISOLATE = "\u2066"
RIGHT_TO_LEFT_ISOLATE = "\u2067"
FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"

# Embeddings, overrides, isolates, and the deprecated format characters.
_BIDI_CONTROLS = (*range(0x202A, 0x202F), *range(0x2066, 0x2070))
_SURROGATES = regex.compile(r"[\ud800-\udfff]")
_SPACES = regex.compile(r"[\s\u2028\u2029]+")
_ISOLATES = regex.compile(r"[\u2066-\u2069]")
_RTL_LETTER = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")

_VISIBLE = (
    {code: f"\u2039U+{code:04X}\u203a" for code in (*_BIDI_CONTROLS, *range(0x7F, 0xA0))}
    # C0 controls have pictures of their own; what is white space stays that.
    | {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"}
    | {0x85: " ", 0x2028: "\n", 0x2029: "\n"}
)


def direction(code: str) -> Direction:
    """The direction that a language is written in; left to right where no table tells."""
    try:
        return languages.get(code).direction
    except LanguageError:
        return "ltr"


def visible(text: str) -> str:
    """`text` with control characters and lone surrogates replaced by signs that can be seen and do nothing."""
    if text.isprintable():  # no control, no surrogate: by far the most that is shown
        return text
    return _SURROGATES.sub("\ufffd", text).translate(_VISIBLE)


def one_line(text: str) -> str:
    """`visible` text with every run of white space made one space."""
    return _SPACES.sub(" ", visible(text))


def without_isolates(text: str) -> str:
    """A sentence of our own, freed of the isolates that quotations in it may carry: renderers set their own."""
    return _ISOLATES.sub("", text)


def isolate(text: str, towards: Direction | None = None) -> str:
    """Wrap `text` in an isolate of the given direction, or of the direction of its first strong letter."""
    opening = {"ltr": LEFT_TO_RIGHT_ISOLATE, "rtl": RIGHT_TO_LEFT_ISOLATE, None: FIRST_STRONG_ISOLATE}[towards]
    return f"{opening}{text}{POP_ISOLATE}"


def isolate_rtl(text: str, towards: Direction | None = None) -> str:
    """As `isolate`, but text with no right-to-left letter stays as it is where that changes nothing."""
    if towards == "rtl" or _RTL_LETTER.search(text):
        return isolate(text, towards)
    return text
