"""The words and habits by which one language writes numbers: the type of that table.

Words and phrases are in folded form (`align.text.fold`); a phrase is its words with single spaces between.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

# What a hedge makes of a number: about it, at least it (an open upper end), or at most it (an open lower end).
Bound = Literal["about", "least", "most"]


def word_set(words: str, separator: str | None = None) -> frozenset[str]:
    """The words of a table's line, divided by white space or by `separator` where phrases stand among them."""
    return frozenset(words.split(separator))


@dataclass(frozen=True, slots=True)
class Proclitics:
    """What is written together with the word after it: «و», «ب», «ال». Empty where a language has none.

    `fusions` rewrites what two of them become together («ل» + «ال» is «لل»). `nominatives` are endings of duals that
    stand after no preposition: «بلتران» is no two litres.
    """

    conjunctions: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    fusions: Mapping[str, str] = field(default_factory=dict)
    nominatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NounRules:
    """By what words and shapes the counted noun beside a number is told, there being no tagger.

    `stops` never belong to a noun phrase; `plurals` and `plural_endings` show its head, `adjectives` and
    `adjective_endings` what may stand beside the head; `not_conjoined` are words whose first letter only looks
    like a conjunction («وزراء»); `persons` are nouns whose indefinite singular, among counted people, counts one.
    """

    head_first: bool
    stops: frozenset[str]
    plurals: frozenset[str]
    plural_endings: tuple[str, ...]
    not_plurals: frozenset[str]
    adjectives: frozenset[str]
    adjective_endings: tuple[str, ...]
    not_conjoined: frozenset[str]
    persons: frozenset[str]
    determiners: frozenset[str]
    partitives: frozenset[str]  # "of", «من»
    participles: frozenset[str]  # stand for the counted people: "killed", "injured"
    openers: frozenset[str]  # may stand between number and noun phrase: "other"
    not_plural_endings: tuple[str, ...]
    verbal_beginnings: tuple[str, ...]  # of words that, with one of these endings, are no noun by themselves
    verbal_endings: tuple[str, ...]  # "-ing"
    attributives: frozenset[str]  # plurals that also stand before a head: "police vans"
    whole_words: frozenset[str]  # begin with the letter of a preposition but are one word
    singular_from: int  # numbers from here on take a singular noun, which then need not count one
    accusative_endings: tuple[str, ...]  # of the noun after such a number
    singular_endings: tuple[str, ...]  # of a noun that a definite number in digits ranks and does not count


@dataclass(frozen=True, slots=True)
class UnitWords:
    """Phrases that say what was measured, by kind; each maps to the unit's code.

    `currencies` add to CLDR's names and symbols for `locale`. A currency's bare noun that several countries
    share maps to an empty code: the noun stays as written.
    """

    locale: str
    percents: frozenset[str]
    percents_before: frozenset[str]
    currencies: Mapping[str, str]
    coins: Mapping[str, str]  # words for parts of a unit of currency, each with its name in English
    durations: Mapping[str, str]
    rate_links: frozenset[str]  # words before a unit of time for which an amount is reckoned: "$5 a day"
    rate_adverbs: Mapping[str, str]  # words that say as much by themselves: "monthly", «سنويا»
    single_durations: frozenset[str]  # those nouns of time that count one after a hedge: "less than a year"
    duals: Mapping[str, str]  # duals of nouns, which say two by themselves, each with its singular
    measures: Mapping[str, str]
    glued_units: frozenset[str]  # those that are a unit only against digits: "10in"
    lone_measures: frozenset[str]  # those that are none before another noun: "11 stone", but "two stone lions"
    ages_before: frozenset[str]
    reaching: frozenset[str]  # those of `ages_before` that say of any amount what it reaches
    ages_after: frozenset[str]
    decades: Mapping[str, int]  # words for the tens of years, of a century or of somebody's life: "sixties"
    plural_suffixes: frozenset[str]  # after such tens in figures: "60s"
    decades_suffixes: frozenset[str]  # after tens and a dash: "20-something"
    parts_of_decades: frozenset[str]  # "early", "late"
    decade_owners: frozenset[str]  # words before a decade of somebody's life: "in his sixties"
    aged: frozenset[str]  # words for people, of whom a bound right after says how old: "children under five"
    deaths: frozenset[str]  # words of a death, after which `death_ages` say at what age: «توفي عن سبعين عاما»
    death_ages: frozenset[str]
    age_subjects: frozenset[str]  # words for someone, after which `age_verbs`, or `lived_in` and a rank, tell an age
    lived_endings: tuple[str, ...]  # of ranks that are years of life where no noun is ranked: «في السابعة والثلاثين»
    age_bounds: Mapping[str, Bound]  # words that bound an age: «دون الخامسة عشرة», "over-65s"
    lived_in: frozenset[str]  # «وهو في الرابعة والستين»
    lived_to: frozenset[str]  # verbs of reaching an age: «بلغ الحادية والستين»
    children_of: frozenset[str]  # words for a child right before an age: «ابن الثالثة والأربعين»
    age_pronouns: frozenset[str]  # subject and verb in one: "I'm 84"
    age_verbs: frozenset[str]  # "was" between someone and a bare number
    age_openers: frozenset[str]  # "at" before a bare number after which someone is named, or a death told before
    age_phrases: frozenset[str]  # "years old": a duration after which an age is told
    weights: Mapping[str, str]  # currency names that are weights too, with the weight's code
    weighing: frozenset[str]  # words near which they are weights
    not_weighed: frozenset[str]  # nouns behind "of" after which they are money all the same: "pounds of debt"
    attributive_weights: frozenset[str]  # forms that are weights after more than one: "550 pound"
    dimensions: frozenset[str]  # words after a measure that say what it measures: "high"
    degree_letters: Mapping[str, str]  # capitals that touch digits and say degrees where the weather is told: "30C"
    weather: frozenset[str]  # the words that tell it
    million_letters: frozenset[str]  # letters after digits that say million or metre
    counted_in_millions: frozenset[str]  # nouns before which they say million


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """The number table of one language. Compared by identity, so that look-up forms are built once a table."""

    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    scales: Mapping[str, int]
    lone_scales: frozenset[str]  # those that are none by themselves or before a noun: "ten grand", "two grand juries"
    about_suffixes: frozenset[str]  # between a number and its scale: "500-odd million"
    groups_reversed: bool  # whether groups of figures stand as they look from right to left: «812 13» is 13,812
    ordinal_scales: Mapping[str, int]
    parts: Mapping[str, tuple[int, int]]  # one part, or two in the dual: numerator and denominator
    parts_of_them: frozenset[str]  # those that say what is divided by a pronoun: «ثلثاهم», two thirds of them
    whole_openers: frozenset[str]  # words with which what is divided may begin: «نصف ما كان يأمله»
    plural_parts: Mapping[str, int]  # "thirds": denominator
    pairs: Mapping[str, bool]  # nouns that say two with an article and "of", and whether it is about two
    vague_scales: Mapping[str, int]  # "hundreds", «مئات» without a number before
    in_great_numbers: frozenset[str]  # two words before a scale that make many of it: "by the thousand"
    construct_duals: frozenset[str]  # forms of two hundred, two thousand and so on that need their noun: «ألفي»
    few: Mapping[str, tuple[int, int]]  # "a few" and the like before a scale: least and most
    units_first: bool  # units before tens, every part joined by a conjunction
    proclitics: Proclitics
    conjunctions: frozenset[str]
    implied_ones: frozenset[str]  # "a" before a scale
    decimal_words: frozenset[str]
    negatives: frozenset[str]
    positives: frozenset[str]
    over: frozenset[str]
    out_of: frozenset[str]
    one_out_of: frozenset[str]  # after one only: "one in five"
    only_after: frozenset[str]  # «فقط» between one and what it is one of
    only_before: frozenset[str]  # words before a part: "only a third reached it"
    plural_verbs: frozenset[str]  # verbs after a part of many: "a third were"
    times: frozenset[str]  # after a number, and with `among` before another: "nine times out of ten"
    among: frozenset[str]
    of_every: frozenset[str]  # between a noun and a number: «طفلا من كل خمسة»
    portion: frozenset[str]  # «جزء من»: one part of so many
    suffixes: Mapping[str, int]  # letters after digits, as written: "k", "bn"
    generations: frozenset[str]  # capitals that make a name of one digit: "5G"
    ordinal_suffixes: frozenset[str]
    rank_links: frozenset[str]  # between a rank and the hundred that it goes beyond: «الحادي والأربعين بعد المئة»
    hedges: Mapping[str, Bound]
    places_too: frozenset[str]  # first words of hedges that say a place as well, so that they make no noun a number
    hedges_after: Mapping[str, Bound]
    bounding_verbs: Mapping[str, Bound]  # verbs whose subject stands between them and the number that they bound
    parted_bounds: Mapping[str, Mapping[str, Bound]]  # the same with a preposition, by it: «يزيد وزنه على عشرة»
    amounts: frozenset[str]  # what such a verb may have as its subject, and nouns with `possessive_endings`
    possessive_endings: tuple[str, ...]
    denials: frozenset[str]  # particles that turn `comparatives` after them: "did not allow more than ten"
    denied_nothing: frozenset[
        str
    ]  # words after such a particle with which it says "still", "hurt": «لا يزال», «لم ينج»
    undenied: frozenset[str]  # words between the two behind which nothing is denied: "nothing but more than ten"
    comparatives: frozenset[str]  # first words of hedges that say "more than"
    negatives_after: frozenset[str]  # "below zero"
    negatives_at_end: frozenset[str]  # the same where nothing follows: "dipped to 25 below"
    ranges: Mapping[str, frozenset[str]]  # what opens a range, and what stands between its ends
    range_links: frozenset[str]
    alternatives: frozenset[str]
    changes: frozenset[str]  # verbs after which "from 5 to 7" is a change and no range
    pronouns: frozenset[str]  # forms of "one" that count only beside their noun
    singles: frozenset[str]  # adjectives that count one after an article: "by a single vote"
    not_single: frozenset[str]  # what they say something else of: "a single mother"
    not_one_after: frozenset[str]
    one_goes_on: frozenset[str]  # verbs before which "and one" counts like the number before it: "and one was hurt"
    not_numbers: frozenset[str]
    enumerating: frozenset[str]  # ordinals that say "secondly" but after a word of `ranking`: «حل ثالثا»
    only_compound: frozenset[str]  # numbers in compounds only: «أحد عشر», «اثني عشر»
    homonyms: frozenset[str]  # words far more often something else: numbers only where nothing else stands
    both: frozenset[str]  # «كلا»: before a dual, which then counts nothing
    idioms: frozenset[str]  # phrases in which a number word counts nothing
    labels: frozenset[str]  # words after which a number is a name: "section 5", "No. 7"
    comparing: frozenset[str]  # words after a part that is one more or less: "a third more than"
    change_prepositions: frozenset[str]  # words before a part of what changed: "fell by a quarter"
    counting_labels: frozenset[str]  # those after which it counts if its noun follows: "a group of 23 women"
    numbered: frozenset[str]  # nouns that digits after them rank: "day 20" is the twentieth
    scoring: frozenset[str]  # words near which 2-1 is a score
    before_minutes: frozenset[str]  # "on 63 minutes", where `scoring` is near
    phones: frozenset[str]
    timers: frozenset[str]  # words before a span of time in figures: "in 2:05:11"
    clocks_before: frozenset[str]
    clocks_after: frozenset[str]
    clock_prepositions: frozenset[str]  # before a bare time of day: "at 5.10 on a black morning"
    departures: frozenset[str]  # what has a time of day before it: "the 6.40 ferry"
    ordinal_hosts: frozenset[str]  # words before an ordinal that let the noun after it be ranked
    ranking: frozenset[str]  # verbs after which a bare "first" is a rank
    units: UnitWords
    nouns: NounRules
