"""Reasons: sentences of ours that quote documents. The quotations are told apart, so that each is isolated.

In English a reason is the finding's own sentence. In another language it is told anew from the finding's values and
its `Ground`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import regex

from align.model import Contradiction, DateValue, Finding, Mention, NameValue, Side
from align.report.bidi import isolate, isolate_rtl, one_line, without_isolates
from align.report.quotes import shorten
from align.report.wording import is_told, value_in_words
from align.wording import DEFAULT_INTERFACE, Interface
from align.wording.edtf import date_in_words

_LONGEST_QUOTE = 500  # a mention longer than this is not looked for
_LONGEST_NAME = 120
_LEFT_TO_RIGHT = "\u200e"  # a mark for a quotation without letters, which would else take the direction around it
_PLACE = regex.compile(r"%\((\w+)\)s")

MATCH = "%(left_text)s gives %(left)s, and %(right_text)s gives %(right)s: %(rule)s"
MATCH_WITHOUT_RULE = "%(left_text)s gives %(left)s, and %(right_text)s gives %(right)s"
MISSING = "the passage of %(text)s that tells the same does not give %(this)s: %(value)s"
WITHIN = "the text gives %(first)s in one place and %(second)s in another: %(rule)s"
WITHIN_WITHOUT_RULE = "the text gives %(first)s in one place and %(second)s in another"
TIES = "%(sentence)s; both passages name %(names)s"
TOTALS = "as totals, %(rule)s (%(detail)s)"
STATED_TOTAL = "%(total)s, of which %(parts)s"
# Rules whose sentence is not that of two values held against each other.
SENTENCES = {
    "the text gives it elsewhere": "one passage lacks %(value)s, but its text gives the name elsewhere",
    "by the Islamic calendar it is another day": (
        "the text equates %(first)s with %(second)s, but by the Islamic calendar it is %(date)s"
    ),
}


class Part(NamedTuple):
    """A stretch of a reason; `quoted` says that the words are a document's."""

    text: str
    quoted: bool


_Places = Mapping[str, Sequence[Part]]


def reason_parts(
    found: Finding | Contradiction,
    interface: Interface = DEFAULT_INTERFACE,
    names: Mapping[Side, str] | None = None,
) -> list[Part]:
    """The reason, safe to show, divided into our words and the quoted mentions and units.

    `names` are what the two texts are called in the language of the interface (`wording.text_names`).
    """
    if interface is DEFAULT_INTERFACE:
        return _own_sentence(found)
    sentence = _told(found, interface, names or {"left": "", "right": ""})
    if found.ground.ties:
        listed = fill(interface.listed([f"%(tie{n})s" for n in range(len(found.ground.ties))]), _ties(found))
        sentence = fill(interface.text(TIES), {"sentence": sentence, "names": listed})
    return [part for part in [*sentence, Part(".", False)] if part.text]


def plain_reason(parts: Iterable[Part], interface: Interface = DEFAULT_INTERFACE) -> str:
    """A reason as one line of plain text, in which quotations against its direction are isolated."""
    apart = isolate if interface.is_rtl else isolate_rtl
    return "".join(apart(part.text) if part.quoted else part.text for part in parts)


def rule_in_words(found: Finding | Contradiction, interface: Interface = DEFAULT_INTERFACE) -> str:
    """The clause that decided; empty where none is recorded or the interface has no words for it."""
    rule = found.ground.rule
    return interface.text(rule) if rule and interface.knows(rule) else ""


def _own_sentence(found: Finding | Contradiction) -> list[Part]:
    parts = [Part(one_line(without_isolates(found.reason)), False)]
    for quotation in sorted(set(_quotations(_mentions(found))), key=lambda text: (-len(text), text)):
        parts = [piece for part in parts for piece in _divided(part, quotation)]
    return [part for part in parts if part.text]


def _told(found: Finding | Contradiction, interface: Interface, names: Mapping[Side, str]) -> list[Part]:
    first, second = _mentions(found)
    one = first or second
    assert one is not None
    places: dict[str, Sequence[Part]] = {"value": _value(one, interface)}
    if first and second:
        places |= {"first": _value(first, interface), "second": _value(second, interface)}
    if found.ground.rule in SENTENCES:
        places["date"] = [Part(date_in_words(one_line(found.ground.detail), interface), False)]
        return fill(interface.text(SENTENCES[found.ground.rule]), places)
    rule = places["rule"] = _rule(found, interface)
    if isinstance(found, Contradiction):
        return fill(interface.text(WITHIN if rule else WITHIN_WITHOUT_RULE), places)
    if first and second:
        places |= {"left": places["first"], "right": places["second"]}
        places |= {f"{side}_text": [_text(name, interface)] for side, name in names.items()}
        return fill(interface.text(MATCH if rule else MATCH_WITHOUT_RULE), places)
    places["text"] = [_text(names["right" if first else "left"], interface)]
    places["this"] = [Part(interface.text(f"this {found.kind}"), False)]
    return fill(interface.text(MISSING), places)


def _text(name: str, interface: Interface) -> Part:
    """What a text is called: by our words, or by its id."""
    return Part(name, not is_told(name, interface))


def _mentions(found: Finding | Contradiction) -> tuple[Mention | None, Mention | None]:
    return (found.left, found.right) if isinstance(found, Finding) else (found.first, found.second)


def _rule(found: Finding | Contradiction, interface: Interface) -> list[Part]:
    rule, detail = rule_in_words(found, interface), one_line(found.ground.detail)
    if not rule or not detail:
        return [Part(rule, False)] if rule else []
    sums = [_sum(each, interface) for each in detail.split("; ")]
    told = [piece for each in sums for piece in (*each, Part(interface.text("; "), False))][:-1]
    return fill(interface.text(TOTALS), {"rule": [Part(rule, False)], "detail": told})


def _sum(detail: str, interface: Interface) -> list[Part]:
    """A sum as `comparison.totals` spells it."""
    total, of_which, parts = detail.partition(", of which ")
    if not of_which:
        return [Part(_LEFT_TO_RIGHT + detail, True)]
    return fill(
        interface.text(STATED_TOTAL), {"total": [Part(total, True)], "parts": [Part(_LEFT_TO_RIGHT + parts, True)]}
    )


def _value(mention: Mention, interface: Interface) -> list[Part]:
    """The value in words; a name, and a date of another calendar, as the text writes it."""
    value = mention.value
    written = Part(shorten(one_line(without_isolates(mention.text)).strip(), _LONGEST_NAME), True)
    if isinstance(value, NameValue):
        latin = shorten(one_line(value.romanized), _LONGEST_NAME)
        is_latin = mention.text.isascii() or mention.text.lower() == latin or not latin
        return [written] if is_latin else [written, Part(" (", False), Part(latin, True), Part(")", False)]
    if isinstance(value, DateValue) and (value.calendar != "gregorian" or value.earliest is value.edtf is None):
        return [written]
    words = value_in_words(mention, interface)
    return [Part(words.words, False), *([Part(" ", False), Part(words.unit, True)] if words.unit else [])]


def _ties(found: Finding | Contradiction) -> dict[str, list[Part]]:
    ties = (shorten(one_line(without_isolates(tie)), _LONGEST_NAME) for tie in found.ground.ties)
    return {f"tie{number}": [Part(tie, True)] for number, tie in enumerate(ties)}


def fill(template: str, places: _Places) -> list[Part]:
    """The template's own words with the parts in its places."""
    pieces = _PLACE.split(template)  # words and names of places in turn
    filled: list[Part] = []
    for at, piece in enumerate(pieces):
        filled += places[piece] if at % 2 else [Part(piece, False)]
    return filled


def _divided(part: Part, quotation: str) -> Iterable[Part]:
    """A stretch of our own words, divided at each place where the quotation stands."""
    if part.quoted:
        return [part]
    pieces = [Part(text, False) for text in part.text.split(quotation)]
    between = Part(quotation, True)
    return [piece for own in pieces[:-1] for piece in (own, between)] + pieces[-1:]


def _quotations(mentions: Iterable[Mention | None]) -> Iterable[str]:
    for mention in mentions:
        if mention is None:
            continue
        for text in (mention.text, getattr(mention.value, "unit", "")):
            quotation = one_line(without_isolates(text)).strip()
            # ASCII reads left to right as our own words do; it needs no telling apart.
            if quotation and not quotation.isascii() and len(quotation) <= _LONGEST_QUOTE:
                yield quotation
