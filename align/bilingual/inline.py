"""The text of a segment of TMX or XLIFF without its inline elements.

What codes hold is markup of the original document and is no text: a paired code vanishes, a standing one leaves
`PLACE`. What stands within a highlight or a marked group counts. A sub-flow within a code, such as a footnote, follows
as text of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

from align.bilingual.unit import PLACE
from align.errors import InputError

# TMX 1.4b, 3.5; XLIFF 1.2, 2.4; XLIFF 2.1, 4.7.2
_PAIRED = frozenset({"bpt", "ept", "bx", "ex", "sc", "ec", "sm", "em"})
_STANDING = frozenset({"ph", "it", "ut", "x"})
_LINE_BREAKS = frozenset({"lb", "x-html-br", "xlf:lb"})


class InlineText:
    """Collects the text of one segment from the events within it."""

    def __init__(self, name: str, longest: int) -> None:
        """`longest` is the number of code points beyond which a segment is refused."""
        self._name = name
        self._longest = longest
        self._parts: list[str] = []
        self._codes: list[str] = []  # the open codes and sub-flows, the innermost last
        self._length = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "cp":  # a character that XML cannot hold (XLIFF 2.1, 4.2.3.1)
            self.text(_control(attributes.get("hex", "")))
        elif name == "sub":
            self._codes.append(name)
            self._parts.append(" ")
        elif name in _PAIRED or name in _STANDING:
            if name in _STANDING and not self._in_code:
                kinds = {attributes.get("ctype", ""), attributes.get("subType", ""), attributes.get("type", "")}
                self._parts.append("\n" if kinds & _LINE_BREAKS else PLACE)
            self._codes.append(name)

    def end(self, name: str) -> None:
        if self._codes and self._codes[-1] == name:
            self._codes.pop()
            if name == "sub":
                self._parts.append(" ")

    def text(self, text: str) -> None:
        if self._in_code:
            return
        self._length += len(text)
        if self._length > self._longest:
            raise InputError(
                f"{self._name} has a segment of more than {self._longest:,} characters; --longest-text allows more."
            )
        self._parts.append(text)

    def whole(self) -> str:
        return "".join(self._parts).strip()

    @property
    def _in_code(self) -> bool:
        return bool(self._codes) and self._codes[-1] != "sub"


def _control(hexadecimal: str) -> str:
    try:
        sign = chr(int(hexadecimal, 16))
    except (ValueError, OverflowError):
        return PLACE
    return sign if sign.isprintable() else PLACE
