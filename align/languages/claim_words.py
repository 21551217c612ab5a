"""The words by which one language says what happened to what it dates and counts: the type of that table.

They tell whether two sentences of one text claim something of the same thing. Words are in folded form
(`align.text.fold`), without the particles that are written as one with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class ClaimWords:
    """Words around a value that tell one claim from another. Every field may be empty.

    `endings` are taken off a word to find its stem, and `weak_letters` out of it: they change between the forms of
    one noun («عامل», «عمال»).

    `fates` are the words for what befell those whom a figure counts, `measures` for what a quantity is of, and
    `events` for what a date is of, each by the name of its sort: the killed are not the injured, a length is no
    height, a beginning no end. `before` are words such as "after", which name another event than the one that is dated.

    `central_events` are nouns for what a whole text may be about, so that it says "the accident" of it.

    `rest` are words beside a count of those who are not named ("eleven others").

    `scopes` are words beside a figure that make it one of several, by the sort of scope ("daily", "feared"); `parts`
    words before one that make it a part ("including"); `others` words for another event or an early report ("another",
    "initially"), and `as_of` those before the date of a report ("by 5 August"). `sources` are words for what somebody
    says. `people` are nouns that leave open who is counted, and `repeats` those that count how often or how many fold.

    `twos` are words that tell of two without counting them: "both", "a couple".
    """

    endings: tuple[str, ...] = ()
    weak_letters: str = ""
    fates: Mapping[str, frozenset[str]] = field(default_factory=dict)
    measures: Mapping[str, frozenset[str]] = field(default_factory=dict)
    events: Mapping[str, frozenset[str]] = field(default_factory=dict)
    central_events: frozenset[str] = frozenset()
    scopes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    others: Mapping[str, frozenset[str]] = field(default_factory=dict)
    rest: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    as_of: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    repeats: frozenset[str] = frozenset()
    twos: frozenset[str] = frozenset()
