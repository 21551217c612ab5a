"""Two places in one role: "the road from Benghazi" against «الطريق الآتي من طبرق».

Both texts may well tell both places elsewhere, so it is the words around them that say whether one was put for the
other. Those must be alike with the names left out, and a preposition of place, or a word for one, must stand by both.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align import languages
from align.comparison.name_evidence import SPELLED, NameEvidence
from align.comparison.whereabouts import place_noun
from align.encode import TextVectors
from align.model import Document, Mention, Span
from align.names.lookup import is_region, renderings_of
from align.names.shared import SharedNames
from align.names.told import UNLIKE
from align.text import fold

PLACE, PEOPLE = "LOC", "MISC"
ONE_ROLE = 0.4  # cosine of the words around two places from which these have one role
SURELY_ONE_ROLE = 0.5  # the same where the tables know only one of them as a city: the other may lie in it
ALIKE = 0.3  # from this similarity on a name of the other passage may be a form of the name
ONE_MEANING = 0.6  # cosine of two names from which one may translate the other
ONE_NOUN = 0.7  # cosine of two words for a sort of place: city and «مدينة», cemetery and «مقبرة»
ROLE_OF_ONE_NOUN = 0.2
BEFORE, AFTER = 5, 4  # words around a place that tell its role
FEWEST_LETTERS = 3  # of a place: Sceaux and Sue are both «سو»


def places_in_one_role(
    left: Sequence[NameEvidence],
    right: Sequence[NameEvidence],
    passages: tuple[Sequence[Span], Sequence[Span]],
    documents: tuple[Document, Document],
    names: SharedNames,
    vectors: TextVectors,
) -> tuple[NameEvidence, NameEvidence] | None:
    """The only two places, one of each passage, whose surroundings are alike enough.

    `left` and `right` are the names of the passages that have no counterpart in the other.
    """
    texts = tuple(_text(spans, document) for spans, document in zip(passages, documents, strict=True))
    own, other = (
        [each for each in side if _is_place(each, document) and not _rendered_in(each.mention, text)]
        for side, document, text in zip((left, right), documents, reversed(texts), strict=True)
    )
    choices = [
        (a, b, needed)
        for a in own
        for b in other
        if PLACE in (a.label, b.label)
        and names.similarity(a.mention, b.mention) < ALIKE
        and not _may_translate(a, b, vectors)
        and (needed := _needed(a, b, documents, vectors)) is not None
    ]
    if not choices:
        return None
    around = vectors(
        [
            text
            for a, b, _ in choices
            for text in (_around(a.mention, passages[0], documents[0]), _around(b.mention, passages[1], documents[1]))
        ]
    )
    likeness = np.einsum("nd,nd->n", around[::2], around[1::2])
    fitting = [(a, b) for (a, b, needed), alike in zip(choices, likeness, strict=True) if alike >= needed]
    return fitting[0] if len(fitting) == 1 else None  # which of several would it be?


def may_lie_on_other(left: Mention, right: Mention, documents: tuple[Document, Document]) -> bool:
    """Whether one place is called a river, say, and the other a city, or one alone a province."""
    nouns = _nouns(left, right, documents)
    regions = [
        fold(noun) in languages.get(document.language).names.regions
        for noun, document in zip(nouns, documents, strict=True)
    ]
    if regions[0] != regions[1]:
        return True
    waters = [
        fold(noun) in languages.get(document.language).names.waters
        for noun, document in zip(nouns, documents, strict=True)
    ]
    return all(nouns) and waters[0] != waters[1]


def _nouns(left: Mention, right: Mention, documents: tuple[Document, Document]) -> list[str]:
    """The words for the sorts of two places, "" without one."""
    return [
        place_noun(document.text, each, languages.get(document.language).names)
        for each, document in zip((left, right), documents, strict=True)
    ]


def _needed(
    left: NameEvidence, right: NameEvidence, documents: tuple[Document, Document], vectors: TextVectors
) -> float | None:
    """How alike the surroundings of two places must be: less where both are called an island, or a cemetery.

    Without such a word a person's name or a country is no place of the one event: then there is no answer.
    """
    nouns = _nouns(left.mention, right.mention, documents)
    if all(nouns) and float(np.dot(*vectors(nouns))) >= ONE_NOUN:
        return ROLE_OF_ONE_NOUN
    if may_lie_on_other(left.mention, right.mention, documents) or any(
        each.label in SPELLED or is_region(each.mention.text) for each in (left, right)
    ):
        return None
    return ONE_ROLE if left.is_city == right.is_city else SURELY_ONE_ROLE


def _is_place(evidence: NameEvidence, document: Document) -> bool:
    """Whether a name tells where something is, and the other passage has no word that sounds like it.

    Ordinary words may be translated ("Stony Valley"). One alone is a name where it is called an island or a village.
    """
    name = evidence.mention.text
    named = evidence.label != PEOPLE and not name.isupper() and len(name) >= FEWEST_LETTERS
    if _is_ordinary(evidence) and not evidence.is_city:
        noun = place_noun(document.text, evidence.mention, languages.get(document.language).names)
        named &= bool(noun) and " " not in name
    unheard = all(word.likeness.passage < UNLIKE for word in evidence.words)
    return named and unheard and evidence.is_where and not evidence.modifies


def _is_ordinary(evidence: NameEvidence) -> bool:
    return all(word.ordinary for word in evidence.words)


def _may_translate(left: NameEvidence, right: NameEvidence, vectors: TextVectors) -> bool:
    """Whether one name may be the other's meaning: "Martyrs" Square and «الشهداء»."""
    if not (_is_ordinary(left) or _is_ordinary(right)):
        return False
    return float(np.dot(*vectors((left.mention.text, right.mention.text)))) >= ONE_MEANING


def _rendered_in(mention: Mention, text: str) -> bool:
    return any(fold(form).lower() in text for form in renderings_of(mention.text))


def _text(spans: Sequence[Span], document: Document) -> str:
    return fold(" ".join(document.text[span.start : span.end] for span in spans)).lower()


def _around(mention: Mention, spans: Sequence[Span], document: Document) -> str:
    """The words around a name in its passage, without the name."""
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    before = document.text[start : mention.start].split()[-BEFORE:]
    after = document.text[mention.end : end].split()[:AFTER]
    return " ".join([*before, "\u2026", *after])
