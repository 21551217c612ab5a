"""One sentence for each verdict: the two values, the rule that decided, and what ties the passages together.

The sentence is English; the `Ground` beside it lets the reports tell the same in another language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from align import languages
from align.comparison.relation import Relation
from align.model import DateValue, Document, Ground, Mention, NameValue, Side
from align.wording import describe, is_time
from align.wording.texts import names_of_documents

Reason = tuple[str, Ground]  # the last two fields of a finding

MOST_TIES = 3  # names or values that a reason lists

MISSING = "the passage that tells the same does not give it"
TOLD_ELSEWHERE = "the text gives it elsewhere"


def reason_for_match(left: Mention, right: Mention, relation: Relation, documents: tuple[Document, Document]) -> Reason:
    """Why two mentions agree, are compatible, or conflict."""
    a, b = names_of_documents(*documents) or (f"the {_language(document)} text" for document in documents)
    rule = f"as totals, {relation.rule} ({relation.detail})" if relation.detail else relation.rule
    sentence = f"{_opening(a)} gives {_value(left)}, {b} {_value(right)}: {rule}."
    return sentence, Ground(relation.rule, relation.detail)


def reason_for_missing(mention: Mention, documents: tuple[Document, Document], lacking: Side) -> Reason:
    """Why a mention stands alone: its counterpart passage does not give it, nor does the rest of that text."""
    passage = _passage(documents, lacking)
    return f"{passage} that tells the same does not give this {mention.kind}: {_value(mention)}.", Ground(MISSING)


def reason_for_elsewhere(mention: Mention, documents: tuple[Document, Document], lacking: Side) -> Reason:
    """Why a name that the counterpart passage lacks is no discrepancy."""
    passage, name = _passage(documents, lacking), _value(mention)
    sentence = f"{passage} that tells the same does not give this name, but the text does elsewhere: {name}."
    return sentence, Ground(TOLD_ELSEWHERE)


def _passage(documents: tuple[Document, Document], side: Side) -> str:
    at = 0 if side == "left" else 1
    names = names_of_documents(*documents)
    return f"The passage of {names[at]}" if names else f"The {_language(documents[at])} passage"


def _language(document: Document) -> str:
    return languages.get(document.language).name


def _opening(name: str) -> str:
    """A name at the beginning of a sentence; ids stay as they are."""
    return f"T{name[1:]}" if name.startswith("the ") else name


def with_ties(reason: Reason, names: Sequence[str], values: Sequence[str]) -> Reason:
    """The reason with what ties the passages: the names that both speak of or, without any, the values they share."""
    shown = tuple((names or values)[:MOST_TIES])
    if not shown:
        return reason
    sentence, ground = reason
    listed = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
    tied = f"both passages name {listed}" if names else f"both passages also give {listed}"
    return f"{sentence[:-1]}; {tied}.", replace(ground, ties=shown)


def _value(mention: Mention) -> str:
    """The value in words; a name as its text writes it, with its Latin form where that is another.

    Dates that only their own words tell, "two weeks ago" and "59 June", are quoted too, and times as they are written.
    """
    if is_time(mention):
        return mention.text
    if isinstance(mention.value, DateValue) and (mention.value.edtf is None or mention.value.impossible_day):
        return f"\u201c{mention.text}\u201d"
    if not isinstance(mention.value, NameValue):
        return describe(mention.value)
    latin = mention.value.romanized
    return mention.text if mention.text.isascii() or mention.text.lower() == latin else f"{mention.text} ({latin})"
