"""The forms that a written word of a name may hide: particles written onto it, its article, its inflection."""

from __future__ import annotations

from collections.abc import Iterator

from align.languages.name_words import NameWords

SHORTEST = 3  # letters that must remain when a particle is taken off: fewer are no name


def bare_forms(word: str, names: NameWords) -> list[str]:
    """What a folded word may be once particles are taken off, the least changed first: itself, then without one.

    In Arabic: wa- and fa- (and), bi- (in), li- (to), ka- (as), and li- with the article, which merge.
    """
    forms = [word]
    for clitic in names.proclitics:
        if word.startswith(clitic) and len(word) - len(clitic) >= SHORTEST:
            forms.append(word[len(clitic) :])
    prefix = names.article_prefix
    if prefix:
        doubled = prefix[-1] * 2
        forms += [prefix + form[len(doubled) :] for form in list(forms) if form.startswith(doubled)]
    return forms


def without_article(word: str, names: NameWords) -> str:
    """The word without the article that is written as part of it."""
    prefix = names.article_prefix
    if prefix and word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST:
        return word[len(prefix) :]
    return word


def inflected(word: str, names: NameWords) -> Iterator[str]:
    """The forms of a word for a people: masculine, feminine, plural, with and without the article."""
    for form in (word, *(word + ending for ending in names.inflections)):
        yield form
        if names.article_prefix and not form.startswith(names.article_prefix):
            yield names.article_prefix + form
