"""Where one event took place: "on 5 April 1923 he died in Cairo" against "he died in Luxor on 5 April 1923".

The sentences give one day for one sort of event, or a day that either text tells nowhere else, and a single city each,
and another one. Both cities may well be told elsewhere in the other text. Only cities that the tables know count: a
village may lie in the region, and a quarter in the city, that the other text names.
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterator, Sequence

from align import languages
from align.comparison.affinity import Surroundings
from align.comparison.alone import stated
from align.comparison.bearing import names_day
from align.comparison.hold import Held
from align.comparison.pair_mentions import MentionIndex
from align.comparison.reasons import reason_for_match
from align.comparison.relation import Relation
from align.comparison.slips import YEARLESS
from align.comparison.told import is_told
from align.comparison.whereabouts import is_where
from align.model import DateValue, DocumentAnalysis, Finding, Mention, NameValue, Pair
from align.names.lookup import is_city
from align.names.shared import SharedNames

CITIES = Relation("conflict", "each is the one city of a sentence that tells the same event of the same day")
ONE_EVENT = 0.8  # that one day and one sort of event are one event
SURELY = 0.9  # probability of a pair from which one day is one event, whatever it may be
ALIKE = 0.5  # from this similarity on two names may be forms of one


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
        a, b = (side.only_city(date) for side, date in zip(sides, dates, strict=True))
        if a is None or b is None or (a, b) in found or names.similarity(a, b) >= ALIKE:
            continue
        once = all(side.tells_once(date) for side, date in zip(sides, dates, strict=True))
        once &= each.match.relation.bearing == "agree" and not surroundings.roles_differ(*dates)
        if not (once or surroundings.roles_shared(*dates) or _tells_both(each.pair, a, b)):
            continue
        reason = reason_for_match(a, b, CITIES, (left.document, right.document))
        found[a, b] = Finding("", each.pair.id, "name", "conflict", ONE_EVENT * each.confidence, a, b, *reason)
    return list(found.values())


def _tells_both(pair: Pair, left: Mention, right: Mention) -> bool:
    """Whether passages that surely tell the same have both cities in them, not only the sentences around."""
    inside = (
        any(span.start <= city.start and city.end <= span.end for span in spans)
        for spans, city in ((pair.left, left), (pair.right, right))
    )
    return pair.score >= SURELY and all(inside)


class _Sentences:
    """The sentences of a document with the cities that they place events in."""

    def __init__(self, analysis: DocumentAnalysis) -> None:
        self._analysis = analysis
        self._index = MentionIndex(analysis)
        self._starts = [each.start for each in analysis.segments]
        self._names = languages.get(analysis.document.language).names
        self._days = Counter(stated(mention.value) for mention in analysis.mentions if names_day(mention))

    def tells_once(self, date: Mention) -> bool:
        """Whether the text gives a day of a stated year, and once: it has one event of it."""
        day, value = stated(date.value), date.value
        told = isinstance(value, DateValue) and is_told(value)
        return self._days[day] == 1 and not told and YEARLESS not in str(day)

    def only_city(self, date: Mention) -> Mention | None:
        """The one city of the sentence of a date, if that is where something happens."""
        sentence = self._analysis.segments[max(0, bisect.bisect_right(self._starts, date.start) - 1)]
        cities = list(self._cities(self._index.within([sentence.span])))
        one = cities[0] if len(cities) == 1 else None
        return one if one and is_where(self._analysis.document.text, one, self._names, sentence.start) else None

    def _cities(self, mentions: Sequence[Mention]) -> Iterator[Mention]:
        return (each for each in mentions if isinstance(each.value, NameValue) and is_city(each.text))
