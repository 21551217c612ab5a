"""The words and signs by which every report names verdicts, kinds and texts, and values made safe to show."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from align import languages
from align.errors import LanguageError
from align.model import Comparison, Kind, Mention, Side, Verdict
from align.report.bidi import one_line
from align.report.quotes import shorten
from align.wording import DEFAULT_INTERFACE, Interface, ValueWords, is_time
from align.wording import value_in_words as words_for
from align.wording.texts import FIRST, SECOND, names_of_ids

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
    """What to call the two texts: by their languages, or by their ids where both are in one language."""
    left, right = comparison.left.document, comparison.right.document
    return names_of_texts((left.language, right.language), interface, (left.id, right.id))


def names_of_texts(
    codes: tuple[str, str], interface: Interface = DEFAULT_INTERFACE, ids: tuple[str, str] = ("", "")
) -> dict[Side, str]:
    """The same for texts in two languages, or in one with these ids."""
    try:
        languages_of = [languages.get(code).name for code in codes]
    except LanguageError:
        languages_of = ["", ""]
    named = [f"the {name} text" for name in languages_of]
    if languages_of[0] == languages_of[1] != "":
        named = [one_line(name) for name in names_of_ids(*ids)]
        if named[0] != FIRST:
            return {"left": named[0], "right": named[1]}
    elif not all(interface.knows(name) for name in named):
        named = [FIRST, SECOND]
    return {"left": interface.text(named[0]), "right": interface.text(named[1])}


def short_names(comparison: Comparison) -> dict[Side, str]:
    """The language codes of the two texts, or their ids where these are one."""
    left, right = comparison.left.document, comparison.right.document
    names = (left.language, right.language)
    if left.language == right.language:
        ids = names_of_ids(left.id, right.id)
        names = names if ids[0] == FIRST else ids
    return {"left": one_line(names[0]), "right": one_line(names[1])}


def is_told(name: str, interface: Interface) -> bool:
    """Whether a text is called in words of ours, and not by its id."""
    ours = (FIRST, SECOND, *(f"the {language.name} text" for language in languages.LANGUAGES.values()))
    return any(name == interface.text(each) for each in ours)


def value_in_words(mention: Mention, interface: Interface = DEFAULT_INTERFACE) -> ValueWords:
    """What a mention states, normalised; what comes from the document is cut short and cannot reorder the line.

    A time of day is told as it is written: it was read as a figure only.
    """
    found = words_for(mention.value, interface)
    if is_time(mention):
        found = replace(found, words=shorten(mention.text, _LONGEST_UNIT))
    return replace(
        found,
        words=one_line(found.words),
        unit=shorten(one_line(found.unit), _LONGEST_UNIT),
        code=shorten(one_line(found.code), _LONGEST_UNIT),
    )
