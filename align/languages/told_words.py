"""The words by which a language tells a date by its distance from the date before, folded as in `date_words`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ToldWords:
    """What stands around a count of units ("three days later"), and beside a unit ("the same year")."""

    # Counts. A direction is 1 for later and -1 for earlier.
    before_count: Mapping[str, int] = field(default_factory=dict)  # «بعد»
    before_prefixed_count: Mapping[str, int] = field(default_factory=dict)  # «قبل ذلك»: the count has `count_prefix`
    after_count: Mapping[str, int] = field(default_factory=dict)  # "later"
    closing_count: Mapping[str, int] = field(default_factory=dict)  # "before", only where the clause ends behind it
    count_prefix: str = ""  # «قبل ذلك بعشر سنوات»
    exact_words: frozenset[str] = NONE  # "exactly one month later"
    count_echoes: frozenset[str] = NONE  # behind a unit that states its number itself: «بعد يوم واحد»
    construct_units: frozenset[str] = NONE  # duals that lean on the next word and count no time: «يومي العيد»
    not_before_count: frozenset[str] = NONE  # "for three days"
    count_links: frozenset[str] = NONE  # behind it these lead to what is counted from: «بعد يومين من الهجوم»
    pointers: frozenset[str] = NONE  # ... but these only to what was told: «من ذلك»

    # Periods.
    same_before: frozenset[str] = NONE  # "the same", «نفس»
    same_after: frozenset[str] = NONE  # «نفسه»
    same_with_cue: frozenset[str] = NONE  # "that": behind a preposition of time only
    cues: frozenset[str] = NONE  # those prepositions, and what else may stand before a day of the month
    bare_next: frozenset[str] = NONE  # without an article these still tell of the day after: "next morning"
    day_parts: frozenset[str] = NONE  # "morning": stands for its day
    period_links: frozenset[str] = NONE  # "the same day as", «في اليوم نفسه الذي»
    link_prefix: str = ""  # a preposition written onto a noun does the same: «العام التالي لوفاته»

    # Days of the month of which the passage tells.
    month_pointers: frozenset[str] = NONE  # «السابع منه», «السابع من الشهر»
    day_followers: frozenset[str] = NONE  # what may follow "the 7th", where no noun does that it counts
