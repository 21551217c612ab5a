"""The forms under which one document names one thing: "Ahmad Shah Massoud" and, further on, "Massoud".

A shorter form is joined to the longer one that has all its words, in whatever spelling; where several longer forms
that do not fit each other have them ("Pahlawan" beside two brothers of that name), it is joined to none. Words that
are no name without the next one stay with it: the father of Bakr is not Bakr, nor is the servant of God God.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from align.languages.name_words import NameWords
from align.model import Label
from align.names.lookup import silent, strip_article
from align.names.sounds import fold_latin, spelling
from align.text import tokenize

MOST_WORDS = 12  # a longer name is a list, and joins nothing
JOINED: frozenset[Label] = frozenset({"PER"})


class _Form(NamedTuple):
    name: str
    units: tuple[str, ...]  # spelling keys, words that belong together as one


def join_names(names: Iterable[tuple[str, Label]], words: NameWords) -> dict[str, str]:
    """Each name that is a variant or a shorter form of another, with the fullest form that it stands for."""
    persons = [name for name, label in dict.fromkeys(names) if label in JOINED]
    forms = [form for name in persons if 0 < len((form := _Form(name, _units(name, words))).units) <= MOST_WORDS]
    by_unit: defaultdict[str, list[_Form]] = defaultdict(list)
    for form in forms:
        for unit in set(form.units):
            by_unit[unit].append(form)
    first: dict[tuple[str, ...], str] = {}
    found = {form.name: name for form in forms if (name := first.setdefault(form.units, form.name)) != form.name}
    for form in forms:
        longer = [other for other in _rarest(form, by_unit) if _holds(other, form)]
        fullest = max(longer, key=lambda other: (len(other.units), other.name), default=None)
        if fullest and all(_fits(fullest, other) for other in longer):
            found[form.name] = first[fullest.units]
    return found


def _rarest(form: _Form, by_unit: Mapping[str, Sequence[_Form]]) -> Sequence[_Form]:
    return min((by_unit[unit] for unit in form.units), key=len)


def _holds(longer: _Form, shorter: _Form) -> bool:
    """Whether all words of the shorter form are in the longer one, in their order."""
    if len(longer.units) <= len(shorter.units):
        return False
    rest = iter(longer.units)
    return all(unit in rest for unit in shorter.units)


def _fits(fullest: _Form, other: _Form) -> bool:
    return other.units == fullest.units or _holds(fullest, other)


def _units(name: str, words: NameWords) -> tuple[str, ...]:
    """The words of a name by their spelling keys, without titles, articles and particles; bound words with the next."""
    forms = [fold_latin(token.form) for token in tokenize(name) if token.kind == "word"]
    units: list[str] = []
    bound = ""
    for at, form in enumerate(forms):
        if _binds(form, forms[at + 1] if at + 1 < len(forms) else "", words):
            bound += _key(form)
        elif form not in silent().all or (bound and form not in silent().articles):
            units.append(bound + _key(form))
            bound = ""
    return tuple(units)


def _binds(form: str, after: str, words: NameWords) -> bool:
    """Whether a word is no name without the next one.

    Openers of compound names are bound where the second part has the article that makes them one name, and words
    for a father or a son always. A language whose article is a word of its own has it among its link words, so
    there the openers alone bind.
    """
    prefix = words.article_prefix
    if not after:
        return False
    if not prefix:
        return form in words.openers
    return form in words.link_words or (form in words.openers and after.startswith(prefix))


def _key(form: str) -> str:
    return spelling(strip_article(form))
