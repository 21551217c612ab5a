"""The words and signs by which every report names verdicts, kinds and texts, and values made safe to show."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from align import languages
from align.errors import LanguageError
from align.model import Comparison, Kind, Mention, Side, Verdict
from align.report.bidi import one_line
from align.report.quotes import shorten
from align.wording import DEFAULT_INTERFACE, Interface, ValueWords
from align.wording import value_in_words as words_for

INTERNAL: Literal["internal"] = "internal"  # beside the verdicts: what one text says against itself
Shown = Verdict | Literal["internal"]

VERDICT_NAMES: dict[Verdict, str] = {
    "conflict": "conflict",
    "only-left": "only on the left",
    "only-right": "only on the right",
    "compatible": "compatible",
    "agree": "agreement",
}
VERDICT_SIGNS: dict[Verdict, str] = {
    "conflict": "\u2260",
    "only-left": "\u25c0",
    "only-right": "\u25b6",
    "compatible": "\u2248",
    "agree": "=",
}
KIND_NAMES: dict[Kind, str] = {"date": "date", "number": "number", "name": "name"}
KIND_PLURALS: dict[Kind, str] = {"date": "dates", "number": "numbers", "name": "names"}

_INTERNAL_NAME = "contradicts itself"
_INTERNAL_SIGN = "\u21af"
_MANY: dict[Shown, tuple[str, str]] = {
    "conflict": ("conflict", "conflicts"),
    "agree": ("agreement", "agreements"),
    INTERNAL: ("within one text", "within one text"),
}
_OPPOSITE: dict[Shown, Shown] = {"only-left": "only-right", "only-right": "only-left"}
_LONGEST_UNIT = 60


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """`counted(2, "conflict")` is "2 conflicts"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def verdict_name(verdict: Shown, interface: Interface = DEFAULT_INTERFACE) -> str:
    """The name of a verdict, of one finding."""
    return interface.text(_INTERNAL_NAME if verdict == INTERNAL else VERDICT_NAMES[verdict])


def verdict_title(verdict: Shown, number: int, interface: Interface = DEFAULT_INTERFACE) -> str:
    """The name of a verdict under a count of its findings, which stands apart."""
    if verdict in _MANY:
        return interface.counted(*_MANY[verdict], number)
    return verdict_name(verdict, interface)


def verdict_sign(verdict: Shown, interface: Interface = DEFAULT_INTERFACE) -> str:
    """The sign of a verdict; an arrow points to where the text stands on a page of the interface."""
    shown = _OPPOSITE.get(verdict, verdict) if interface.is_rtl else verdict
    return _INTERNAL_SIGN if shown == INTERNAL else VERDICT_SIGNS[shown]


def text_names(comparison: Comparison, interface: Interface = DEFAULT_INTERFACE) -> dict[Side, str]:
    """What to call the two texts: by their languages, where these tell them apart and have a name."""
    return names_of_texts((comparison.left.document.language, comparison.right.document.language), interface)


def names_of_texts(codes: tuple[str, str], interface: Interface = DEFAULT_INTERFACE) -> dict[Side, str]:
    """The same for texts in two languages."""
    try:
        languages_of = [languages.get(code).name for code in codes]
    except LanguageError:
        languages_of = ["", ""]
    named = [f"the {name} text" for name in languages_of]
    if languages_of[0] == languages_of[1] or not all(interface.knows(name) for name in named):
        named = ["the first text", "the second text"]
    return {"left": interface.text(named[0]), "right": interface.text(named[1])}


def value_in_words(mention: Mention, interface: Interface = DEFAULT_INTERFACE) -> ValueWords:
    """What a mention states, normalised; what comes from the document is cut short and cannot reorder the line."""
    found = words_for(mention.value, interface)
    return replace(
        found,
        words=one_line(found.words),
        unit=shorten(one_line(found.unit), _LONGEST_UNIT),
        code=shorten(one_line(found.code), _LONGEST_UNIT),
    )
