"""The number table of a language in the form that the engine looks words up by: built once a table, on first use."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from babel import Locale
from babel.numbers import get_currency_name

from align.extraction.number_literals import DASHES
from align.languages.number_words import Bound, NumberWords, Proclitics
from align.text import fold, tokenize

T = TypeVar("T")

# CLDR's name for an old currency carries its years; today's texts do not mean it.
_HISTORICAL = "("
_METALS = frozenset({"XAG", "XAU", "XPD", "XPT"})  # codes of ISO 4217 too: "12,000 gold doblas" are no gold
# One of each plural category that CLDR knows in any of its languages: one, two, few, many, other.
_PLURAL_COUNTS = (1, 2, 3, 11, 100)


class Word(NamedTuple):
    """What a form may be. `lead` counts its folded letters that belong to a conjunction or preposition."""

    cardinal: int | None = None
    scale: int | None = None
    ordinal: int | None = None
    ordinal_scale: int | None = None
    part: tuple[int, int] | None = None
    plural_part: int | None = None
    vague: int | None = None
    dual: str | None = None
    pair: bool | None = None
    joined: bool = False
    definite: bool = False
    lead: int = 0
    base: str = ""


class Match(NamedTuple, Generic[T]):
    """A phrase found: the token after it (or, looking back, its first token), what it means, and its lead."""

    edge: int
    meaning: T
    lead: int


class Phrases(Generic[T]):
    """Phrases by their first or last word; the longest that stands at a place is found."""

    def __init__(self, table: Mapping[str, T], prefixes: Sequence[str] = ("",), backward: bool = False) -> None:
        self._backward = backward
        self._entries: dict[str, list[tuple[tuple[str, ...], T, int]]] = {}
        for phrase, meaning in table.items():
            for prefix in prefixes:
                forms = tuple(token.form for token in tokenize(prefix + phrase))
                key = forms[-1] if backward else forms[0]
                self._entries.setdefault(key, []).append((forms, meaning, len(prefix)))
        for entries in self._entries.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        # The forms at which a phrase may begin (of a backward table: end).
        self.keys = frozenset(self._entries)
        self.forms = frozenset(form for entries in self._entries.values() for forms, *_ in entries for form in forms)

    def at(self, forms: Sequence[str], index: int) -> Match[T] | None:
        """The longest phrase that begins at `index`, or, of a backward table, that ends there."""
        if not 0 <= index < len(forms) or (entries := self._entries.get(forms[index])) is None:
            return None
        for phrase, meaning, lead in entries:
            size = len(phrase)
            if size == 1:
                return Match(index if self._backward else index + 1, meaning, lead)
            if self._backward:
                first = index + 1 - size
                if first >= 0 and tuple(forms[first : index + 1]) == phrase:
                    return Match(first, meaning, lead)
            elif tuple(forms[index : index + size]) == phrase:
                return Match(index + size, meaning, lead)
        return None


class Opener(NamedTuple):
    """A word that opens a range ("between"), what may stand between the ends, and whether it may tell a change."""

    links: frozenset[str]
    directional: bool
    lead: int


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All look-up forms of one language. The tables whose names end in `_before` are matched backward."""

    table: NumberWords
    words: Mapping[str, Word]
    prefixes: frozenset[str]  # what may be written together with digits: «ب», «وال»
    conjunction_prefixes: frozenset[str]
    negatives_after: Phrases[str]
    range_openers: Mapping[str, Opener]
    hedges_before: Phrases[Bound]
    hedges_after: Phrases[Bound]
    bounding_verbs: Phrases[Bound]
    parted_bounds: Mapping[str, Phrases[Bound]]
    few_before: Phrases[tuple[int, int]]
    percents: Phrases[str]
    percents_before: Phrases[str]
    currencies: Phrases[str]
    currencies_before: Phrases[str]
    currency_codes: frozenset[str]  # ISO 4217, upper case: compared as written
    durations: Phrases[str]
    measures: Phrases[str]
    ages_before: Phrases[str]
    ages_after: Phrases[str]
    age_phrases: Phrases[str]
    decades: Mapping[str, tuple[int, int]]  # the tens of a decade of somebody's life, and its lead
    out_of: Phrases[str]
    one_out_of: Phrases[str]
    of_every: Phrases[str]
    among: Phrases[str]
    changes: frozenset[str]
    labels_before: Phrases[str]
    clocks_after: Phrases[str]
    portion_before: Phrases[str]
    unit_starts: frozenset[str]  # forms with which a unit may begin: most words after a number are none
    continuations: frozenset[str]  # forms that may carry a cardinal on into a fraction, an ordinal or a division
    namers_before: frozenset[str]  # forms near which digits may be a label, a telephone number or a clock time
    namers_after: frozenset[str]  # forms after which the digits before may be a clock time or a score
    openings: frozenset[str]  # forms that may belong to a number that begins after them: hedges, signs, currencies
    range_joints: frozenset[str]  # forms that may stand between the ends of a range
    numeric: frozenset[str]  # forms that numbers consist of, and those that only join or measure them
    idioms: Mapping[str, tuple[tuple[int, tuple[str, ...]], ...]]  # number form -> (its index, the idiom's forms)


class _Prefix(NamedTuple):
    text: str
    lead: int
    joined: bool
    definite: bool
    preposition: bool


def _prefixes(proclitics: Proclitics) -> list[_Prefix]:
    """Every string of proclitics, the empty one first."""
    found = []
    for conjunction in ("", *proclitics.conjunctions):
        for preposition in ("", *proclitics.prepositions):
            for article in ("", *proclitics.articles):
                before = conjunction + preposition
                fused = proclitics.fusions.get(preposition + article, preposition + article)
                lead = len(conjunction) if fused != preposition + article else len(before)
                found.append(_Prefix(conjunction + fused, lead, bool(conjunction), bool(article), bool(preposition)))
    return found


def _vulgar_fractions() -> dict[str, tuple[int, int]]:
    found = {}
    for code in (*range(0xBC, 0xBF), *range(0x2150, 0x215F)):
        value = unicodedata.numeric(chr(code), None)
        form = fold(chr(code))
        numerator, _, denominator = form.partition("\u2044")
        if value is not None and numerator and denominator:
            found[form] = (int(numerator), int(denominator))
    return found


def _bases(table: NumberWords) -> dict[str, Word]:
    forms = {
        *table.cardinals,
        *table.scales,
        *table.ordinals,
        *table.ordinal_scales,
        *table.parts,
        *table.plural_parts,
        *table.vague_scales,
        *table.units.duals,
        *table.pairs,
    }
    return {
        form: Word(
            cardinal=table.cardinals.get(form),
            scale=table.scales.get(form),
            ordinal=table.ordinals.get(form),
            ordinal_scale=table.ordinal_scales.get(form),
            part=table.parts.get(form),
            plural_part=table.plural_parts.get(form),
            vague=table.vague_scales.get(form),
            dual=table.units.duals.get(form),
            pair=table.pairs.get(form),
            base=form,
        )
        for form in forms
        if " " not in form and not _is_article_form(form, forms, table)
    }


def _is_article_form(form: str, forms: Iterable[str], table: NumberWords) -> bool:
    """Whether `form` is another form of the table with its article, which the prefixes bring anyway."""
    return any(form.startswith(article) and form[len(article) :] in forms for article in table.proclitics.articles)


def _words(table: NumberWords, prefixes: Sequence[_Prefix]) -> dict[str, Word]:
    bases = _bases(table)
    words: dict[str, Word] = {}
    for prefix in prefixes:
        for form, word in bases.items():
            joined_form = prefix.text + form
            if word.dual and prefix.preposition and form.endswith(table.proclitics.nominatives or ("\0",)):
                continue
            if joined_form in words or table.not_numbers & {joined_form, prefix.text[prefix.lead :] + form}:
                continue
            words[joined_form] = word._replace(joined=prefix.joined, definite=prefix.definite, lead=prefix.lead)
    for phrase in (*table.units.percents, *table.units.percents_before):
        words.pop(phrase, None)
    for form, part in _vulgar_fractions().items():
        words[form] = Word(part=part, base=form)
    return words


def _currency_names(table: NumberWords) -> dict[str, str]:
    """CLDR's names and symbols with the table's own, which win."""
    locale = Locale.parse(table.units.locale)
    names: dict[str, str] = {}
    for code, name in locale.currencies.items():
        if code in _METALS:
            continue
        if _HISTORICAL not in name and not any(letter.isdigit() for letter in name):
            names.setdefault(fold(name), code)
            if code in locale.currency_symbols and not locale.currency_symbols[code].isalpha():
                names.setdefault(fold(locale.currency_symbols[code]), code)
        for count in _PLURAL_COUNTS:
            plural = get_currency_name(code, count=count, locale=locale)
            if _HISTORICAL not in plural and not any(letter.isdigit() for letter in plural):
                names.setdefault(fold(plural), code)
    names |= {"$": "USD", "\u00a3": "GBP", "\u20ac": "EUR", "\u00a5": "JPY", "\u20b9": "INR", "\u20aa": "ILS"}
    return names | dict(table.units.currencies)


def _currency_symbols(names: Mapping[str, str]) -> dict[str, str]:
    """The signs that stand before an amount, never names."""
    return {name: code for name, code in names.items() if code and not name.replace(" ", "").isalpha()}


def _idioms(table: NumberWords, words: Mapping[str, Word]) -> dict[str, tuple[tuple[int, tuple[str, ...]], ...]]:
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for idiom in table.idioms:
        tokens = tokenize(idiom)
        forms = tuple(token.form for token in tokens)
        for index, token in enumerate(tokens):
            if token.form in words or token.kind == "number":
                found.setdefault(token.form, []).append((index, forms))
    return {form: tuple(entries) for form, entries in found.items()}


def _joints(table: NumberWords) -> frozenset[str]:
    return table.conjunctions | table.over | table.ordinal_suffixes | DASHES | {"/", "\u2044"}


def _same(phrases: Iterable[str]) -> dict[str, str]:
    return {phrase: phrase for phrase in phrases}


@functools.lru_cache(maxsize=16)
def lexicon(table: NumberWords) -> Lexicon:
    """The look-up forms of `table`."""
    prefixes = _prefixes(table.proclitics)
    words = _words(table, prefixes)
    currencies = _currency_names(table)
    units, locale = table.units, Locale.parse(table.units.locale)
    bare = [prefix.text for prefix in prefixes if not prefix.definite]
    articles = ["", *table.proclitics.articles]
    percents = Phrases(dict.fromkeys(units.percents, "%"))
    money, durations, measures = (Phrases(names, articles) for names in (currencies, units.durations, units.measures))
    ages_after, out_of, one_out_of = (
        Phrases(_same(phrases)) for phrases in (units.ages_after, table.out_of, table.one_out_of)
    )
    labels_before = Phrases(_same(table.labels), bare, backward=True)
    clocks_after = Phrases(_same(table.clocks_after))
    hedges_before = Phrases(table.hedges, bare, backward=True)
    few_before = Phrases(table.few, bare, backward=True)
    currencies_before = Phrases(_currency_symbols(currencies), backward=True)
    codes = frozenset(locale.currencies)
    unit_starts = percents.keys | money.keys | durations.keys | measures.keys | ages_after.keys
    range_joints = DASHES | table.range_links | table.alternatives | frozenset().union(*table.ranges.values())
    continuations = (
        frozenset(words)
        | out_of.keys
        | one_out_of.keys
        | _joints(table)
        | table.decimal_words
        | table.only_after
        | frozenset(map(fold, table.suffixes))
    )
    openings = (
        hedges_before.keys
        | few_before.keys
        | currencies_before.keys
        | frozenset(map(fold, codes))
        | table.implied_ones
        | table.negatives
        | DASHES
    )
    return Lexicon(
        table=table,
        words=words,
        prefixes=frozenset(prefix.text for prefix in prefixes if prefix.text),
        conjunction_prefixes=frozenset(prefix.text for prefix in prefixes if prefix.joined),
        negatives_after=Phrases(_same(table.negatives_after)),
        range_openers={
            prefix + opener: Opener(links, not links & table.conjunctions, len(prefix))
            for opener, links in table.ranges.items()
            for prefix in bare
        },
        hedges_before=hedges_before,
        hedges_after=Phrases(table.hedges_after),
        bounding_verbs=Phrases(table.bounding_verbs, bare, backward=True),
        parted_bounds={
            fold(preposition): Phrases(verbs, bare, backward=True) for preposition, verbs in table.parted_bounds.items()
        },
        few_before=few_before,
        percents=percents,
        percents_before=Phrases(dict.fromkeys(units.percents_before, "%"), bare, backward=True),
        currencies=money,
        currencies_before=currencies_before,
        currency_codes=codes,
        durations=durations,
        measures=measures,
        ages_before=Phrases(_same(units.ages_before), bare, backward=True),
        ages_after=ages_after,
        age_phrases=Phrases(_same(units.age_phrases)),
        decades={prefix + word: (tens, len(prefix)) for word, tens in units.decades.items() for prefix in bare},
        out_of=out_of,
        one_out_of=one_out_of,
        changes=frozenset(prefix + change for prefix in bare for change in table.changes),
        among=Phrases(_same(table.among), backward=True),
        of_every=Phrases(_same(table.of_every), backward=True),
        labels_before=labels_before,
        clocks_after=clocks_after,
        portion_before=Phrases(_same(table.portion), bare, backward=True),
        unit_starts=unit_starts,
        continuations=continuations,
        namers_before=labels_before.forms - {"."} | table.phones | table.clocks_before | {"\u00b0"},
        namers_after=clocks_after.keys | DASHES | table.range_links | {"&"},
        openings=openings,
        range_joints=range_joints,
        numeric=continuations | openings | range_joints | unit_starts | table.nouns.partitives | table.ranges.keys(),
        idioms=_idioms(table, words),
    )
