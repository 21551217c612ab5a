"""Reasons: sentences of ours that quote documents. The quotations are told apart, so that each is isolated."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from align.model import Contradiction, Finding, Mention
from align.report.bidi import isolate_rtl, one_line, without_isolates

_LONGEST_QUOTE = 500  # a mention longer than this is not looked for


class Part(NamedTuple):
    """A stretch of a reason; `quoted` says that the words are a document's."""

    text: str
    quoted: bool


def reason_parts(found: Finding | Contradiction) -> list[Part]:
    """The reason, safe to show, divided into our words and the quoted mentions and units."""
    mentions = (found.left, found.right) if isinstance(found, Finding) else (found.first, found.second)
    parts = [Part(one_line(without_isolates(found.reason)), False)]
    for quotation in sorted(set(_quotations(mentions)), key=lambda text: (-len(text), text)):
        parts = [piece for part in parts for piece in _divided(part, quotation)]
    return [part for part in parts if part.text]


def plain_reason(found: Finding | Contradiction) -> str:
    """The reason as one line of plain text, right-to-left quotations isolated."""
    return "".join(isolate_rtl(part.text) if part.quoted else part.text for part in reason_parts(found))


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
