"""Text as it is drawn, from left to right, becomes text as it is read: the Unicode bidirectional algorithm backwards.

What several orders of reading draw alike ("Boeing 747" and "747 Boeing" among Arabic words) is read in the likelier.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import regex

_RIGHT, _LEFT, _DIGIT, _SEPARATOR, _OTHER = "R", "L", "N", "S", "-"
_CLASSES = {"R": _RIGHT, "AL": _RIGHT, "L": _LEFT, "EN": _DIGIT, "AN": _DIGIT, "CS": _SEPARATOR}
# Left-to-right stretches of a right-to-left line: words with what is between them, or one number (UAX #9, W4 and W7).
_LEFT_RUN = regex.compile(r"L(?:[^R]*[LN])?|N+(?:SN+)*")
_RIGHT_RUN = regex.compile(r"R(?:[^L]*R)?")
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_OPENING = regex.compile(r"[(\[«](?=\p{L})")
_CLOSING = regex.compile(r"[)\]»](?=\p{L})")
_LETTERS = regex.compile(r"\p{L}")
_RIGHT_LETTERS = regex.compile(r"[\p{Script=Arabic}\p{Script=Hebrew}&&\p{L}]", regex.V1)


def is_right_to_left(text: str) -> bool:
    """Whether most letters of a text are written from right to left."""
    return len(_RIGHT_LETTERS.findall(text)) * 2 > len(_LETTERS.findall(text))


def in_reading_order(signs: Sequence[str], right_to_left: bool) -> str:
    """The text of signs that stand from left to right; a sign of several letters has them in reading order.

    `right_to_left` is the direction of the document. Raises nothing; linear in the number of signs.
    """
    classes = "".join(map(_class, signs))
    letters = classes.count(_RIGHT)
    if not letters and _LEFT in classes:
        return "".join(signs)
    if right_to_left or letters > 2 * classes.count(_LEFT):
        return _from_right(signs, classes)
    parts: list[str] = []
    at = 0
    for match in _RIGHT_RUN.finditer(classes):
        parts += signs[at : match.start()]
        parts.append(_from_right(signs[match.start() : match.end()], match[0]))
        at = match.end()
    return "".join((*parts, *signs[at:]))


def with_brackets(text: str) -> str:
    """The text with its brackets as they are read. Some files name the sign that is drawn, which is the other one."""
    turned = len(_CLOSING.findall(text)) > len(_OPENING.findall(text))
    return text.translate(_MIRRORED) if turned else text


def _from_right(signs: Sequence[str], classes: str) -> str:
    parts: list[str] = []
    at = 0
    for match in _LEFT_RUN.finditer(classes):
        parts += signs[at : match.start()]
        parts.append("".join(signs[match.start() : match.end()]))
        at = match.end()
    parts += signs[at:]
    return "".join(reversed(parts))


def _class(sign: str) -> str:
    return _CLASSES.get(unicodedata.bidirectional(sign[0]), _OTHER) if sign else _OTHER
