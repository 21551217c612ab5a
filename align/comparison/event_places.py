"""Where one event took place: "on 5 April 1923 he died in Cairo" against "he died in Luxor on 5 April 1923".

The sentences give one day for one sort of event and a single city each, and another one. Both cities may well be told
elsewhere in the other text. Only cities that the tables know count: a village may lie in the region, and a quarter in
the city, that the other text names.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

import regex

from align import languages
from align.comparison.affinity import Surroundings
from align.comparison.bearing import names_day
from align.comparison.hold import Held
from align.comparison.pair_mentions import MentionIndex
from align.comparison.reasons import reason_for_match
from align.comparison.relation import Relation
from align.model import DocumentAnalysis, Finding, Mention, NameValue
from align.names.lookup import is_city
from align.names.shared import SharedNames
from align.text import fold

CITIES = Relation("conflict", "each is the one city of a sentence that tells the same event of the same day")
ONE_EVENT = 0.8  # that one day and one sort of event are one event
ALIKE = 0.5  # from this similarity on two names may be forms of one
_WORD = regex.compile(r"[\p{L}\p{Mn}]+")
BEFORE = 3  # words before a city among which "in" stands: "in the city of Cairo"


def cities_of_events(
    held: Sequence[Held],
    left: DocumentAnalysis,
    right: DocumentAnalysis,
    names: SharedNames,
    surroundings: Surroundings,
) -> list[Finding]:
    """Conflicts of the cities of two sentences that tell one event of one day."""
    sides = _Sentences(left), _Sentences(right)
    found: dict[tuple[Mention, Mention], Finding] = {}
    for each in held:
        dates = each.match.left, each.match.right
        if each.match.relation.bearing not in ("agree", "compatible") or not all(map(names_day, dates)):
            continue
        if not surroundings.roles_shared(*dates):
            continue
        a, b = (side.only_city(date) for side, date in zip(sides, dates, strict=True))
        if a is None or b is None or (a, b) in found or names.similarity(a, b) >= ALIKE:
            continue
        reason = reason_for_match(a, b, CITIES, (left.document, right.document))
        found[a, b] = Finding("", each.pair.id, "name", "conflict", ONE_EVENT * each.confidence, a, b, *reason)
    return list(found.values())


class _Sentences:
    """The sentences of a document with the cities that they place events in."""

    def __init__(self, analysis: DocumentAnalysis) -> None:
        self._analysis = analysis
        self._index = MentionIndex(analysis)
        self._starts = [each.start for each in analysis.segments]
        self._prepositions = languages.get(analysis.document.language).names.place_prepositions

    def only_city(self, date: Mention) -> Mention | None:
        """The one city of the sentence of a date, if that is where something happens."""
        sentence = self._analysis.segments[max(0, bisect.bisect_right(self._starts, date.start) - 1)]
        cities = list(self._cities(self._index.within([sentence.span])))
        return cities[0] if len(cities) == 1 and self._is_where(cities[0], sentence.start) else None

    def _cities(self, mentions: Sequence[Mention]) -> Iterator[Mention]:
        return (each for each in mentions if isinstance(each.value, NameValue) and is_city(each.text))

    def _is_where(self, city: Mention, start: int) -> bool:
        before = _WORD.findall(self._analysis.document.text[start : city.start])[-BEFORE:]
        return any(fold(word).lower() in self._prepositions for word in before)
