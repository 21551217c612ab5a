"""The counted noun beside a number, told by tables and shapes of words: there is no tagger at this point."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from align.extraction.number_literals import DASHES
from align.extraction.number_passage import Passage

# Words that a counted noun phrase may have before its head: "heavily armed Taliban fighters".
_LONGEST = 5


class Noun(NamedTuple):
    """A noun phrase up to token `end`, as written."""

    end: int
    text: str
    plural: bool = False


def _text(passage: Passage, first: int, end: int) -> str:
    return passage.text[passage.tokens[first].start : passage.tokens[end - 1].end]


def _is_stop(passage: Passage, index: int) -> bool:
    if passage.kind(index) != "word":
        return True
    form, nouns = passage.forms[index], passage.table.nouns
    if form in nouns.stops or (passage.word(index) and _numeric(passage, index)):
        return True
    if not passage.table.proclitics.conjunctions:
        return False
    # Only the first letter of a conjunction that may also stand alone is told by; «ف» begins too many nouns.
    conjoined = form[0] in passage.table.conjunctions and form not in nouns.not_conjoined
    return form in passage.table.proclitics.conjunctions or (len(form) > 2 and conjoined)


def _numeric(passage: Passage, index: int) -> bool:
    word = passage.word(index)
    scale = word.scale is not None and passage.forms[index] not in passage.table.lone_scales
    return word.cardinal is not None or scale or word.vague is not None


def _is_plural(passage: Passage, index: int) -> bool:
    form, nouns = passage.forms[index], passage.table.nouns
    if form in nouns.plurals:
        return True
    return (
        bool(nouns.plural_endings)
        and form.endswith(nouns.plural_endings)
        and not form.endswith(nouns.not_plural_endings)
        and len(form) > 3
        and form not in nouns.not_plurals
        and not _is_first_name(passage, index)
    )


def _is_verbal(passage: Passage, index: int) -> bool:
    form, nouns = passage.forms[index], passage.table.nouns
    return form.startswith(nouns.verbal_beginnings) and form.endswith(nouns.verbal_endings)


def _is_first_name(passage: Passage, index: int) -> bool:
    """A capitalised word before another is part of a name that modifies the head."""
    return passage.written(index)[0].isupper() and passage.written(index + 1)[:1].isupper()


def _head_last(passage: Passage, at: int, counted_one: bool) -> Noun | None:
    """English order: modifiers, then the head, which for more than one is the first plural."""
    nouns, first, end = passage.table.nouns, at, at
    if counted_one:
        return _one(passage, at)
    while end < at + _LONGEST:
        form = passage.form(end)
        if form in DASHES and end > at and passage.touches(end) and passage.touches(end + 1):
            end += 1
            continue
        if form in passage.table.conjunctions and end > at and not _is_stop(passage, end + 1):
            end += 1
            continue
        if form in nouns.participles and end == at:
            return Noun(end + 1, _text(passage, first, end + 1), plural=True)
        if form in nouns.openers and end == at:
            end += 1
            continue
        if _is_stop(passage, end):
            break
        end += 1
        if _is_plural(passage, end - 1):
            if form in nouns.attributives and not _is_stop(passage, end) and _is_plural(passage, end):
                end += 1
            return Noun(end, _text(passage, first, end), plural=True)
    if _is_stop(passage, first):
        return None
    if _is_verbal(passage, first):
        return None
    return Noun(first + 1, _text(passage, first, first + 1))


def _one(passage: Passage, at: int) -> Noun | None:
    end, nouns = at, passage.table.nouns
    while end < at + 3 and passage.kind(end) == "word":
        form = passage.forms[end]
        adjective = form in nouns.adjectives or form.endswith(nouns.adjective_endings)
        if not adjective and _is_stop(passage, end):
            break
        end += 1
        if not adjective and not _is_verbal(passage, end - 1):
            return Noun(end, _text(passage, at, end))
    return None


def is_adjective(passage: Passage, index: int) -> bool:
    """Whether the word at `index` agrees with a noun before it as an adjective does."""
    form, nouns = passage.form(index), passage.table.nouns
    if form in nouns.adjectives:
        return True
    return (
        len(form) > 4
        and form.endswith(nouns.adjective_endings)
        and not passage.has_article(index)
        and not _is_stop(passage, index)
    )


def seems_prefixed(passage: Passage, at: int) -> bool:
    """Whether the word at `at` may begin with a preposition that is written with it («بأمان»)."""
    form, table = passage.form(at), passage.table
    if len(form) < 4 or form in table.nouns.whole_words or form in table.nouns.persons:
        return False
    return form.startswith(table.proclitics.prepositions) if table.proclitics.prepositions else False


def _agrees(passage: Passage, at: int, value: Decimal) -> bool:
    """Whether a word that seems prefixed has the ending of a noun after such a number, and so is one."""
    nouns = passage.table.nouns
    below_hundred = nouns.singular_from <= value < 100
    return below_hundred and passage.forms[at].endswith(nouns.accusative_endings)


def _head_first(passage: Passage, at: int, definite: bool, value: Decimal) -> Noun | None:
    """Arabic order: the head, then adjectives that agree with it."""
    if _is_stop(passage, at) or (seems_prefixed(passage, at) and not _agrees(passage, at, value)):
        return None
    with_article = passage.has_article(at)
    if with_article and not definite:
        return None
    if value >= passage.table.nouns.singular_from and _is_verbal(passage, at):
        return None
    end = at + 1
    if not with_article and is_adjective(passage, end):
        end += 1
    return Noun(end, _text(passage, at, end))


def noun_after(passage: Passage, at: int, value: Decimal, vague: bool = False) -> Noun | None:
    """The counted noun from token `at` on; `vague` admits a whole that is divided ("hundreds of the men")."""
    nouns = passage.table.nouns
    partitive = passage.form(at) in nouns.partitives
    if partitive:
        at += 1
        if passage.form(at) in nouns.determiners:
            at += 1
    elif vague and passage.form(at) in nouns.determiners:
        at += 1
    if nouns.head_first:
        return _head_first(passage, at, definite=vague or partitive, value=value)
    found = _head_last(passage, at, value == 1 and not partitive)
    if partitive and found is not None and not found.plural and not vague:
        return None
    return found
