"""What a sentence calls the two texts that it holds against each other."""

from __future__ import annotations

from align import languages
from align.model import Document

_LONGEST = 80
FIRST, SECOND = "the first text", "the second text"


def names_of_documents(left: Document, right: Document) -> tuple[str, str] | None:
    """What to call two texts in one language, which their language does not tell apart; None where it does."""
    if languages.get(left.language).code != languages.get(right.language).code:
        return None
    return names_of_ids(left.id, right.id)


def names_of_ids(left: str, right: str) -> tuple[str, str]:
    """The ids of two texts, or the first and the second text where these do not tell them apart."""
    first, second = (" ".join(each.split())[:_LONGEST] for each in (left, right))
    return (first, second) if first and second and first != second else (FIRST, SECOND)
