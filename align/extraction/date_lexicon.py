"""A language's date words compiled for look-up by token."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from align.languages.date_words import DateWords
from align.languages.told_words import ToldWords
from align.text import fold, tokenize

if TYPE_CHECKING:
    from align.languages.language import Language

Phrase = tuple[tuple[str, ...], Any]  # the forms after the first, and what the phrase means
Table = dict[str, list[Phrase]]
Functions = tuple[Callable[..., Any], ...]

_TRUE = True
LONGEST_FIGURE = 5  # digits; longer figures play the same roles

# Roles whose first word already says "date"; idioms, which may begin with any word; and what may stand before a date.
_NAMES = ("month", "islamic_month", "weekday", "season", "decade", "century_label", "unit", "year_label", "division")
_IDIOMS = ("named_day", "named_period", "era", "feast")
_LEADS = ("day_label", "month_label", "part", "approximator", "ordinal", "between", "decade_label", "era")
_RELATIVE = (
    "named_day",
    "named_period",
    "modifier",
    "anaphor",
    "ago_before",
    "hence_before",
    "rest",
    "vague",
    "later",
    "final",
    "first",
    "less",
    "limit",
    "for",
    "present",
)

# Without one of these no phrase tells a date by its distance from an event.
_EVENT_TELLERS = ("told before", "told closing", "ago_before", "anaphor")
# Without one of these no phrase tells a date by its distance from another.
_TELLERS = (
    "told before",
    "told before prefixed",
    "told after",
    "told closing",
    "anaphor",
    "same before",
    "same after",
    "same with cue",
    "part",
)


class Beginning:
    """Functions that can begin with one form, each with groups of roles of which one must stand nearby.

    Sets of roles are bits of an integer here: most neighbourhoods are short, and each asks anew.
    """

    __slots__ = ("_answers", "_asked", "_functions")

    def __init__(self, functions: Sequence[tuple[Callable[..., Any], tuple[int, ...]]]) -> None:
        self._functions = functions
        self._asked = functools.reduce(operator.or_, (need for _, needs in functions for need in needs), 0)
        self._answers: dict[int, Functions] = {}

    def fitting(self, near: int) -> Functions:
        """Those functions that find the roles that they need among the roles nearby."""
        near &= self._asked
        found = self._answers.get(near)
        if found is None:
            found = tuple([function for function, needs in self._functions if all(near & need for need in needs)])
            self._answers[near] = found
        return found


class Lexicon:
    """Tables by role: first form of a phrase -> its continuations and values, longest first."""

    def __init__(self, words: DateWords, cardinals: Mapping[str, int], ordinals: Mapping[str, int]) -> None:
        self.words = words
        self.proclitic_lengths: dict[str, int] = {}
        self.beginnings: dict[int, dict[str | int, Beginning]] = {}  # kept for the reader, by table and form
        self.roles: dict[str, Table] = {}
        self._add_calendar(words)
        self._add_numbers(words, cardinals, ordinals)
        self._add_spans(words)
        for role, phrases in {
            "day_label": words.day_labels,
            "month_label": words.month_labels,
            "year_label": words.year_labels,
            "approximator": words.approximators,
            "opener": words.openers,
            "between": words.between_words,
            "decade_label": words.decade_labels,
            "century_label": words.century_labels,
            "ago_before": words.ago_before,
            "hence_before": words.hence_before,
            "rest": words.rest_words,
            "final": words.final_words,
            "first": words.first_words,
            "less": words.less_words,
            "limit": words.limit_words,
            "for": words.duration_openers,
        }.items():
            self._add(role, dict.fromkeys(phrases, _TRUE))
        for role, phrases in {
            "of": words.of_words,
            "on": words.on_words,
            "joiner": words.joiners,
            "ago_after": words.ago_after,
            "hence_after": words.hence_after,
            "solar": words.solar_marks,
            "equation": words.equation_words,
            "present": words.present_words,
            "starting": words.starting_words,
            "half_more": words.half_words,
        }.items():
            self._add(role, dict.fromkeys(phrases, _TRUE), proclitics=False)
        self._add(
            "joiner", dict.fromkeys(("-", "\u2013", "\u2014", "\u2212", "\u2011", "\u0640"), _TRUE), proclitics=False
        )
        self._add_told(words.told)
        self._finish()

    def _add_told(self, words: ToldWords) -> None:
        self._add("told before", words.before_count)
        self._add("told before prefixed", words.before_prefixed_count)
        self._add("told after", words.after_count, proclitics=False)
        self._add("told closing", words.closing_count, proclitics=False)
        for role, phrases in {
            "exact": words.exact_words,
            "pointer": words.pointers,
            "same after": words.same_after,
            "same with cue": words.same_with_cue,
        }.items():
            self._add(role, dict.fromkeys(phrases, _TRUE), proclitics=False)
        for role, phrases in {
            "same before": words.same_before,
            "day_part": words.day_parts,
            "told cue": words.cues,
        }.items():
            self._add(role, dict.fromkeys(phrases, _TRUE))

    def _add_calendar(self, words: DateWords) -> None:
        months, weekdays = _cldr_names(words.locales)
        self._add("month", {**months, **words.months})
        self._add("islamic_month", words.islamic_months)
        self._add("weekday", {**weekdays, **words.weekdays})
        self._add("season", words.seasons)
        self._add("feast", words.feasts)
        self._add("era", words.eras, proclitics=False)

    def _add_numbers(self, words: DateWords, cardinals: Mapping[str, int], ordinals: Mapping[str, int]) -> None:
        endings = words.feminine_ordinal_endings
        days = {
            form: value
            for form, value in ordinals.items()
            if 0 < value <= 31 and not (endings and form.endswith(endings))
        }
        spaced = {form.replace("-", " "): value for form, value in days.items()}
        hyphened = {form.replace("-", " - "): value for form, value in days.items()}
        pairs = _pairs(words, cardinals, ordinals)
        self._add("ordinal", days | spaced | hyphened | pairs | dict(words.named_days_of_month))
        self.cardinals = dict(cardinals)
        self.scales = dict(words.scales)
        self.owners = {word + words.owner_ending: word for word in words.owners}

    def _add_spans(self, words: DateWords) -> None:
        self._add("part", words.parts)
        self._add("decade", words.decades)
        self._add("division", words.divisions)
        self._add("named_day", words.named_days)
        self._add("unit", words.units)
        self._add("vague", words.vague_counts)
        self._add("later", words.later_words)
        self._add("modifier", words.modifiers)
        self._add("anaphor", words.anaphoric_modifiers)
        self._add("named_period", words.named_periods)

    def _add(self, role: str, phrases: Mapping[str, Any], proclitics: bool = True) -> None:
        table = self.roles.setdefault(role, {})
        for phrase, value in phrases.items():
            first, *rest = [token.form for token in tokenize(phrase)]
            table.setdefault(first, []).append((tuple(rest), value))
            # «واحد» is "one", not "and Sunday": short weekdays take no proclitic.
            if proclitics and first not in self.words.ambiguous_weekdays:
                self.proclitic_lengths[first] = 0
                for variant, length in self._with_proclitics(first):
                    table.setdefault(variant, []).append((tuple(rest), value))
                    self.proclitic_lengths.setdefault(variant, length)

    def _with_proclitics(self, form: str) -> Iterable[tuple[str, int]]:
        """The form with each proclitic, and how many letters of it are not part of the date."""
        for proclitic in self.words.proclitics:
            yield proclitic + form, len(proclitic)
        for merged, article in self.words.article_prefixes.items():
            if form.startswith(article):
                # The preposition and the article are one word, and are quoted as one.
                yield merged + form[len(article) :], len(merged) - len(article)

    def _finish(self) -> None:
        for table in self.roles.values():
            for phrases in table.values():
                phrases.sort(key=lambda phrase: -len(phrase[0]))
        self.number_starts = self._number_starts()
        self.anchors = self._anchors()
        self.tellers = frozenset().union(
            *(self.roles[role] for role in _TELLERS), self.words.ordinal_suffixes, self.words.told.month_pointers
        )
        self.event_tellers = frozenset().union(*(self.roles[role] for role in _EVENT_TELLERS))
        self.roles_of = self._roles_of()
        self._bits: dict[str, int] = {}
        self.role_bits = {form: self.bits(roles) for form, roles in self.roles_of.items()}
        roles = (*_NAMES, *_IDIOMS, *_LEADS, *_RELATIVE)
        self.starters = frozenset().union(
            *(self.roles[role] for role in roles),
            self.number_starts,
            self.words.articles,
            self.words.division_letters,
            "'\u2019",
        )
        after = (
            "month",
            "islamic_month",
            "month_label",
            "of",
            "joiner",
            "era",
            "unit",
            "division",
            "century_label",
            "weekday",
        )
        self.after_figure = frozenset().union(
            *(self.roles[role] for role in after),
            *(self.words.ordinal_suffixes, self.words.decade_suffixes, self.words.and_words, "/-.\u2013,\u060c'\u2019"),
        )

    def bits(self, roles: Iterable[str]) -> int:
        """A set of roles as the bits of an integer."""
        return functools.reduce(operator.or_, (self._bits.setdefault(role, 1 << len(self._bits)) for role in roles), 0)

    def _number_starts(self) -> frozenset[str]:
        """The forms that can begin a number in words, with an "and" or an article written onto them."""
        numbers = {*self.cardinals, *self.scales}
        prefixes = (self.words.and_prefix, *self.words.article_prefixes.values())
        return frozenset(
            numbers | {prefix + form for prefix in prefixes for form in numbers} | {*self.roles["ordinal"]}
        )

    def _roles_of(self) -> dict[str | int, frozenset[str]]:
        """Every role that a form can begin a phrase of; for figures, by their number of digits."""
        words = self.words
        forms: dict[str, Iterable[str]] = {
            **self.roles,
            "number word": self.number_starts,
            "article": words.articles | words.possessives,
            "ordinal prefix": words.ordinal_prefixes,
            "division letter": words.division_letters,
            "decade suffix": words.decade_suffixes,
            "last before": words.last_before,
            "apostrophe": "'\u2019\u2018`",
            "separator": "/-.\u2010\u2011\u066b",
            "slash": "/",
        }
        found: dict[str | int, set[str]] = {length: {"number"} for length in range(1, LONGEST_FIGURE + 1)}
        for length in range(2, LONGEST_FIGURE + 1):
            found[length].add("long number")
        found[3].add("early figure")
        found[4].add("year figure")
        for role, members in forms.items():
            for form in members:
                found.setdefault(form, set()).add(role)
        return {form: frozenset(roles) for form, roles in found.items()}

    def _anchors(self) -> frozenset[str]:
        """The forms without which there is no date: of a phrase its last word, which says more than "the" or "in"."""
        anchors = {form for role in _NAMES for form in self.roles[role]} | {*self.words.division_letters}
        # A year in words has a thousand or a number from ten to twenty in it.
        anchors |= {
            form for form, value in (self.cardinals | self.scales).items() if 10 <= value <= 20 or value >= 1000
        }
        for role in _IDIOMS:
            for first, phrases in self.roles[role].items():
                anchors |= {next((form for form in reversed(rest) if form.isalpha()), first) for rest, _ in phrases}
        return frozenset(anchors)


def _pairs(words: DateWords, cardinals: Mapping[str, int], ordinals: Mapping[str, int]) -> dict[str, int]:
    """Ordinals of a ten and a unit, where the table has only its parts: "twenty first"."""
    if words.and_prefix:
        return {}
    tens = {form: value for form, value in cardinals.items() if value in (20, 30)}
    units = {form: value for form, value in ordinals.items() if 1 <= value <= 9 and form.isalpha()}
    return {f"{ten} {unit}": t + u for ten, t in tens.items() for unit, u in units.items() if t + u <= 31}


def _cldr_names(locales: Iterable[str]) -> tuple[dict[str, int], dict[str, int]]:
    """Month and weekday names of all the locales, folded, wide and abbreviated, in both of CLDR's contexts."""
    from babel import Locale

    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for code in locales:
        locale = Locale.parse(code)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for names, table in ((locale.months, months), (locale.days, weekdays)):
                    table.update({_fold_phrase(name): number for number, name in names[context][width].items()})
    return months, weekdays


def _fold_phrase(phrase: str) -> str:
    return " ".join(fold(word) for word in phrase.rstrip(".").split())


_LEXICONS: dict[int, Lexicon] = {}  # by identity of the table, which the lexicon keeps alive


def lexicon_of(language: Language) -> Lexicon:
    """The compiled lexicon of a language, built on first use."""
    found = _LEXICONS.get(id(language.dates))
    if found is None:
        numbers = language.numbers
        found = _LEXICONS[id(language.dates)] = Lexicon(language.dates, numbers.cardinals, numbers.ordinals)
    return found
