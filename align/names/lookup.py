"""What the tables know of a name as written, whatever particles, article or ending it carries, in any language."""

from __future__ import annotations

import functools
from typing import NamedTuple

from align.languages.name_words import NameWords
from align.names.forms import bare_forms, inflected, without_article
from align.names.gazetteer import COUNTRIES, concepts, index, name_words, phrase_key


class Silent(NamedTuple):
    """Words without identity, as look-up keys: `all` of them, and those that never begin a name proper."""

    all: frozenset[str]
    titles: frozenset[str]
    articles: frozenset[str]


def languages_words() -> tuple[NameWords, ...]:
    """The words around names of every language."""
    from align.languages import LANGUAGES  # here, since the languages' tables are not needed to import this

    return tuple(language.names for language in LANGUAGES.values())


@functools.cache
def silent() -> Silent:
    """The titles, articles, particles and kinds of thing of every language."""

    def keys(*groups: frozenset[str]) -> frozenset[str]:
        return frozenset(phrase_key(word) for group in groups for word in group)

    tables = languages_words()
    return Silent(
        keys(*(group for t in tables for group in (t.titles, t.articles, t.particles, t.kinds))),
        keys(*(group for t in tables for group in (t.titles, t.articles))),
        keys(*(t.articles for t in tables)),
    )


@functools.cache
def name_openers() -> frozenset[str]:
    """The words of every language that are no name without the next one: "Abu", «أبو»."""
    return frozenset(phrase_key(word) for names in languages_words() for word in names.openers)


@functools.cache
def peoples() -> dict[str, frozenset[int]]:
    """Concept numbers by every inflected form of a word for a people."""
    found: dict[str, frozenset[int]] = {}
    for names in languages_words():
        if names.inflections:
            for word, numbers in list(index().items()):
                if " " not in word and not word.isascii() and all(concepts()[n].label == "MISC" for n in numbers):
                    for form in inflected(word, names):
                        found.setdefault(form, numbers)
    return found


@functools.lru_cache(maxsize=1 << 16)
def look_up(name: str, whole: bool = False) -> tuple[frozenset[int], str]:
    """The concepts that a name may stand for, and its look-up key without the particles written onto it.

    `whole`: no first letter of it is a particle.
    """
    key = phrase_key(name)
    head, _, rest = key.partition(" ")
    if rest and head in silent().articles:
        key = rest
        head, _, rest = key.partition(" ")
    heads = (
        [head]
        if whole or head.isascii()
        else list(dict.fromkeys(f for names in languages_words() for f in bare_forms(head, names)))
    )
    for bare in heads:
        form = f"{bare} {rest}".rstrip()
        if found := index().get(form) or peoples().get(form):
            return found, form
    known = name_words()
    bare = next((form for form in heads if form in known or strip_article(form) in known), head)
    return frozenset(), f"{bare} {rest}".rstrip()


@functools.lru_cache(maxsize=1 << 16)
def strip_article(word: str) -> str:
    """The word without the article that some language writes onto it."""
    if not word.isascii():
        for names in languages_words():
            word = without_article(word, names)
    return word


def is_city(name: str) -> bool:
    """Whether the tables know a name as a city."""
    return any(concepts()[number].is_city for number in look_up(name)[0])


def country_of(name: str) -> frozenset[int]:
    """The countries that a name stands for; none where it may be of something else as well."""
    found, _ = look_up(name)
    return found if all(concepts()[number].table == COUNTRIES for number in found) else frozenset()


def is_region(name: str) -> bool:
    """Whether the tables know a name as a country, a region or another place, and not as a city."""
    known = [concepts()[number] for number in look_up(name)[0]]
    return any(each.label == "LOC" for each in known) and not any(each.is_city for each in known)


def renderings_of(name: str) -> tuple[str, ...]:
    """Every form, in every language, that the tables give the thing of this name."""
    known = (concepts()[number] for number in sorted(look_up(name)[0]))
    return tuple(form for each in known for forms in each.names.values() for form in forms)
