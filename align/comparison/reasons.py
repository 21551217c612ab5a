"""One sentence for each verdict: the two values, the rule that decided, and what ties the passages together."""

from __future__ import annotations

from collections.abc import Sequence

from align import languages
from align.model import DateValue, Document, Mention, NameValue
from align.wording import describe


def reason_for_match(left: Mention, right: Mention, rule: str, documents: tuple[Document, Document]) -> str:
    """Why two mentions agree, are compatible, or conflict."""
    a, b = (languages.get(document.language).name for document in documents)
    if a == b:
        a, b = f"left {a}", f"right {b}"
    return f"The {a} text gives {_value(left)}, the {b} text {_value(right)}: {rule}."


def reason_for_missing(mention: Mention, other: Document) -> str:
    """Why a mention stands alone: its counterpart passage does not give it, nor does the rest of that text."""
    language = languages.get(other.language).name
    return f"The {language} passage that tells the same does not give this {mention.kind}: {_value(mention)}."


def reason_for_elsewhere(mention: Mention, other: Document) -> str:
    """Why a name that the counterpart passage lacks is no discrepancy."""
    language = languages.get(other.language).name
    name = _value(mention)
    return f"The {language} passage that tells the same does not give this name, but the text does elsewhere: {name}."


def with_ties(reason: str, ties: Sequence[str]) -> str:
    """The reason with the names that both passages speak of, where there are some."""
    if not ties:
        return reason
    shown = list(ties[:3])
    listed = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
    return f"{reason[:-1]}; both passages name {listed}."


def _value(mention: Mention) -> str:
    """The value in words; a name as its text writes it, with its Latin form where that is another.

    Dates that only their own words tell, "two weeks ago" and "59 June", are quoted too.
    """
    if isinstance(mention.value, DateValue) and (mention.value.edtf is None or mention.value.impossible_day):
        return f"\u201c{mention.text}\u201d"
    if not isinstance(mention.value, NameValue):
        return describe(mention.value)
    latin = mention.value.romanized
    return mention.text if mention.text.isascii() or mention.text.lower() == latin else f"{mention.text} ({latin})"
