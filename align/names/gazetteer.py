"""The shipped tables of names, and CLDR's: which names in different languages, or spellings, mean the same thing.

A table of `align/data` has a header line with a column for the label and one for each language, by code; a cell
lists alternatives with `|`. A row is a *concept*; its number tells whether two names are one thing.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator
from importlib import resources
from typing import NamedTuple

import regex

from align.model import Label
from align.names.sounds import fold_latin
from align.text import fold

CITY = "CITY"  # the label of a place that is a city, in a table that has other places as well
CURATED = ("bodies.tsv", "demonyms.tsv", "metropolises.tsv")  # names that mean one thing
COUNTRIES = "CLDR"  # for a table's name
CITIES = "cities.tsv"  # smaller places, whose names persons bear as well
CITY_TABLES = (CURATED[2], CITIES)
NAME_WORDS = "name_words.tsv"
TRADITIONAL_NAMES = "traditional_names.tsv"
CONTINENTS = frozenset({"002", "009", "019", "142", "150"})  # UN M.49; other numbers are "Western Africa" and such
_BREAK = regex.compile(r"[\s\-\u2010-\u2015.,]+")
_WITHIN = str.maketrans(
    "", "", "'`\u2018\u2019\u02bb\u02bc\u02be\u02bf"
)  # apostrophes and their like, for hamza and ayn


class Concept(NamedTuple):
    """A row: its label, its names by language code, the table it is from, and whether that calls it a city."""

    label: Label
    names: dict[str, tuple[str, ...]]
    table: str
    named_city: bool = False

    @property
    def curated(self) -> bool:
        """Whether its names mean this thing and hardly another."""
        return self.table != CITIES

    @property
    def is_city(self) -> bool:
        return self.named_city or self.table in CITY_TABLES


def phrase_key(name: str) -> str:
    """The form that tables are looked up by: folded words with one space between; the same for any hyphenation."""
    plain = name.lower() if name.isascii() else fold_latin(fold(name))
    return _BREAK.sub(" ", plain.translate(_WITHIN)).strip()


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a table in `align/data`, by the columns of its header."""
    lines = resources.files("align").joinpath(f"data/{name}").read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


@functools.cache
def concepts() -> tuple[Concept, ...]:
    """Bodies, peoples, countries and cities, the curated first and cities by size."""
    return (*_rows(CURATED[0]), *_rows(CURATED[1]), *_territories(), *_rows(CURATED[2]), *_rows(CITIES))


def _rows(table: str) -> list[Concept]:
    return [
        Concept(_label(label), {code: tuple(cell.split("|")) for code, cell in row.items()}, table, label == CITY)
        for row in read_table(table)
        for label in [row.pop("label")]
    ]


def _label(text: str) -> Label:
    labels: dict[str, Label] = {"PER": "PER", "LOC": "LOC", CITY: "LOC", "ORG": "ORG", "MISC": "MISC"}
    return labels[text]


def _territories() -> list[Concept]:
    """Countries and continents by CLDR, in every language that the curated tables have a column for."""
    from babel import Locale

    codes = [code for code in read_table(CURATED[0])[0] if code != "label"]
    by_code = {code: Locale.parse(code).territories for code in codes}
    shared = sorted(set.intersection(*(set(names) for names in by_code.values())))
    return [
        Concept("LOC", {code: (by_code[code][territory],) for code in codes}, COUNTRIES if territory.isalpha() else "")
        for territory in shared
        if territory in CONTINENTS or territory.isalpha()
    ]


@functools.cache
def index() -> dict[str, frozenset[int]]:
    """Concept numbers by the look-up form of every name, whatever the language."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, concept in enumerate(concepts()):
        for names in concept.names.values():
            for name in names:
                found[phrase_key(name)].add(number)
    return {key: frozenset(numbers) for key, numbers in found.items()}


class NameWord(NamedTuple):
    """What is known of a word in names: whether it names persons, or is an ordinary word as well, or names other
    things only; and its Latin forms, the most frequent first."""

    kind: str  # "person", "common" or "other"
    latin: tuple[str, ...]


@functools.cache
def name_words() -> dict[str, NameWord]:
    """The words of names in Arabic letters, folded, by the tables that ship.

    Those of prophets, saints and kings have forms of old in every language: «يوحنا» is John.
    """
    found = {word: NameWord(kind, tuple(latin.split("|"))) for word, kind, latin in _cells(NAME_WORDS)}
    for word, latin in _cells(TRADITIONAL_NAMES):
        known = found.get(fold(word), NameWord("person", ()))
        found[fold(word)] = known._replace(latin=tuple(dict.fromkeys((*known.latin, *latin.split("|")))))
    return found


def _cells(name: str) -> Iterator[list[str]]:
    text = resources.files("align").joinpath("data", name).read_text(encoding="utf-8")
    yield from (line.split("\t") for line in text.splitlines()[1:])


@functools.cache
def latin_name_words() -> frozenset[str]:
    """The Latin forms of all those words."""
    return frozenset(form for word in name_words().values() for form in word.latin)


@functools.cache
def arabic_forms() -> dict[str, frozenset[str]]:
    """The words in Arabic letters that have each Latin form."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word, known in name_words().items():
        for form in known.latin:
            found[form].add(word)
    return {form: frozenset(words) for form, words in found.items()}
