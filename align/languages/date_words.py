"""The words and habits by which one language writes dates. All words are in folded form (`align.text.fold`).

A phrase of several words is written with single spaces; signs within it stand as tokens of their own ("b . c").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from align.languages.told_words import ToldWords

Part = Literal["early", "mid", "late"]
Era = Literal["bc", "ad", "islamic"]
Unit = Literal["day", "weekend", "week", "month", "quarter", "year", "decade", "century"]


@dataclass(frozen=True, slots=True)
class DateWords:
    """The date table of one language.

    Month and weekday names come from the CLDR locales in `locales`; `months` and `weekdays` add the spellings
    that CLDR lacks. `ambiguous_months` are forms that are ordinary words or personal names too, each with the
    spellings that point to the month ("May", «آب»); without number or preposition they are not read as dates.
    """

    locales: tuple[str, ...]
    months: Mapping[str, int]
    ambiguous_months: Mapping[str, tuple[str, ...]]
    makes_before: frozenset[str]  # words before a month that is the name of a make: «سيارة نيسان»
    homograph_months: frozenset[str]  # of these, the ones that are common words in lower case
    islamic_months: Mapping[str, int]
    weekdays: Mapping[str, int]  # Monday is 0
    ambiguous_weekdays: frozenset[str]  # read beside a date only
    seasons: Mapping[str, int]  # EDTF: spring 21, summer 22, autumn 23, winter 24; read with a year only
    eras: Mapping[str, Era]
    solar_marks: frozenset[str]  # after an Islamic year: the Persian solar calendar, which is not read

    # Words that belong to a date and add nothing to its value.
    day_labels: frozenset[str]
    month_labels: frozenset[str]
    year_labels: frozenset[str]
    articles: frozenset[str]
    of_words: frozenset[str]
    on_words: frozenset[str]  # between a weekday or week and its date

    parts: Mapping[str, Part]
    approximators: frozenset[str]
    openers: frozenset[str]  # "from"
    between_words: frozenset[str]
    joiners: frozenset[str]  # "to", "until"
    and_words: frozenset[str]
    joined_tens: frozenset[str]  # tens after which a weekday's name is a number: «الأحد عشر», «الاثنين والعشرين»
    and_prefix: str  # an "and" that is written onto the next word
    proclitics: tuple[str, ...]  # what may be written onto a date word, longest forms included
    article_prefixes: Mapping[str, str]  # a proclitic that merges with the article: what it stands for

    # Numbers within dates.
    ordinal_suffixes: frozenset[str]  # the "th" of "8th"
    ordinal_prefixes: frozenset[str]  # the article that is written onto a figure
    scales: Mapping[str, int]
    vague_counts: Mapping[str, int]  # "a few days": read as so many
    month_first: bool  # "May 8" is usual; otherwise a sign, an ordinal or a year must confirm it

    # Longer spans.
    decades: Mapping[str, int]  # "nineties": 90
    decade_labels: frozenset[str]
    decade_suffixes: frozenset[str]
    life_owners: frozenset[str]  # "in her late fifties": before a decade, these make it an age
    age_words: frozenset[str]  # "in his fifties": after a decade, these make it an age
    century_labels: frozenset[str]
    divisions: Mapping[str, Literal["quarter", "half", "week"]]  # counted within a year by an ordinal
    division_letters: Mapping[str, Literal["quarter", "half", "week"]]  # the Q of "Q1"

    # Relative to a reference date.
    named_days: Mapping[str, int]
    units: Mapping[str, tuple[Unit, int]]  # with the count that the form itself states: 1, 2 (dual), 0 (plural)
    modifiers: Mapping[str, int]  # "last": -1, "this": 0, "next": 1
    modifiers_follow: bool  # «الأسبوع الماضي»; otherwise "last week". "This" may come first in either
    named_periods: Mapping[str, tuple[Unit, int]]  # idioms for a period, with its distance from the present one
    ago_after: frozenset[str]
    ago_before: frozenset[str]
    hence_after: frozenset[str]
    hence_before: frozenset[str]
    last_before: frozenset[str]  # «آخر 3 سنوات»
    day_anaphora: frozenset[str]  # beside «اليوم», and after «قبل يومين», these point into the text, not to today
    day_directions: Mapping[str, int]  # "two days from tomorrow": 1; "before yesterday": -1
    possessives: frozenset[str]
    owners: frozenset[str]  # date words that also stand in the possessive: "Sunday's"
    owner_ending: str
    rest_words: frozenset[str]
    later_words: Mapping[str, Part]

    # What tells a year standing alone from a count.
    year_cues: frozenset[str]  # words before it
    days_labels: frozenset[str]  # plural labels of a weekday, which alone recurs after them: «أيام الخميس»
    early_cues: frozenset[str]  # words before three figures that may be a year: "in 907"
    after_year: frozenset[str]  # words after it that no counted noun can be
    determiners: frozenset[str]
    comparatives: frozenset[str]  # "more", before one of `than_words` and a count
    than_words: frozenset[str]
    counted_words: frozenset[str]  # units and common counted nouns
    passing_words: frozenset[str]  # verbs before what something passed, which is no year
    reaching_words: frozenset[str]  # verbs of reaching, before "to": what is counted after it makes the figure a count
    counting_words: frozenset[str]  # "number": what it rises to counts and is no year
    counted_labels: frozenset[str]  # of fact lines: those whom a figure after them counts ("Troops: 2000")
    counted_endings: tuple[str, ...]
    few_endings: tuple[str, ...]  # of nouns that a figure counts whose last two digits are few: «1304 حلقات»
    people_endings: tuple[str, ...]  # of definite plurals that are some of a figure: «1700 من المهاجرين»
    identifier_words: frozenset[str]  # "No.", "resolution": the figure after it names something

    # What some languages have no words for.
    equation_words: frozenset[str] = frozenset()  # between a date and the same date in another calendar
    or_words: frozenset[str] = frozenset()  # between two names of one month
    in_words: frozenset[str] = frozenset()  # of `of_words`, those that never stand between a day and its month
    feminine_ordinal_endings: tuple[str, ...] = ()  # days are masculine: «الجولة الثانية في مايو» is none
    zero_words: frozenset[str] = frozenset()  # the "oh" of "nineteen oh five"
    islamic_figures: bool = False  # "12/1/1411" is an Islamic date
    named_days_of_month: Mapping[str, int] = field(default_factory=dict)  # «غرة محرم»: 1
    feasts: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # of fixed days: month and day
    feast_cues: frozenset[str] = frozenset()  # "on": before a feast without year; "before Christmas" is no day
    first_words: frozenset[str] = frozenset()  # "the first six months"
    final_words: frozenset[str] = frozenset()  # "the last week of July"; before or after the noun
    anaphoric_modifiers: Mapping[str, int] = field(default_factory=dict)  # "the following day": 1
    year_bound_seasons: frozenset[str] = frozenset()  # words too common to be a season without a year: "fall"
    season_cues: frozenset[str] = frozenset()  # before a season without a year
    nearest_modifiers: frozenset[str] = frozenset()  # "coming Friday" is the nearest one, unlike "next Friday"
    present_words: frozenset[str] = frozenset()  # "now": an end of a range only
    duration_openers: frozenset[str] = frozenset()  # "for two days"
    starting_words: frozenset[str] = frozenset()  # "starting on", between a length of time and its first day
    limit_words: frozenset[str] = frozenset()  # "within": the time up to then, and not the day itself
    less_words: frozenset[str] = frozenset()  # "less than two weeks ago"
    rough_words: frozenset[str] = frozenset()  # right before a count, besides `approximators`: "nearly", "more than"
    half_words: frozenset[str] = frozenset()  # "a year and a half": after the unit, or after its number
    halves: frozenset[str] = frozenset()  # before a unit, which then counts no one: "half a century ago"
    lone_month_cues: frozenset[str] = frozenset()  # words before a month alone, beside `year_cues`: "well into April"
    sampled_words: frozenset[str] = frozenset()  # of whom a figure after "of" says how many: "a poll of 1204 voters"
    time_cues: frozenset[str] = frozenset()  # before a time, never before a count or a person: "since", "during"
    subject_months: frozenset[str] = frozenset()  # of the ambiguous months, those that are months after "the"
    subject_verbs: frozenset[str] = frozenset()  # and at a sentence's head before one of these: "August saw"
    day_cues: frozenset[str] = frozenset()  # before a day, never before a month or year: "on"
    month_cues: frozenset[str] = frozenset()  # before a month, seldom before a day: a short figure after it is a year
    after_count: frozenset[str] = frozenset()  # after a figure these make it a count by itself: "by June 45 were left"
    told: ToldWords = field(default_factory=ToldWords)  # by the distance from the date before: "three days later"
