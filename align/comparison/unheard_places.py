"""Places that the other text tells nowhere, one in each of two sentences that tell the same: Naples and «جنوة».

The sentences need not be paired as a whole: a claim that both tell is enough. Two cities that the tables know would be
told by forms that are known, so that little else is asked of them. Of other places a preposition of place, or a word
for one, must stand by both, and the sentences must be surely paired.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence, Set

from align import languages
from align.comparison.name_conflicts import misspelt
from align.comparison.pair_mentions import MentionIndex
from align.comparison.place_roles import may_lie_on_other
from align.comparison.reasons import reason_for_match
from align.comparison.relation import Relation
from align.comparison.whereabouts import is_where
from align.model import DocumentAnalysis, Finding, Mention, NameValue, Pair, Span
from align.names.lookup import is_city, is_region, renderings_of
from align.names.ordinary import is_ordinary
from align.names.shared import SharedNames
from align.names.told import asked_of
from align.text import fold

UNHEARD = Relation("conflict", "each is the one place of its sentence that the other text tells nowhere")
CITIES_PAIR = 0.6  # probability of a pair from which two cities of its sentences exclude each other
PLACES_PAIR = 0.9  # the same for places that the tables do not know
FACTOR = 0.9  # that two such cities were meant to be one place; eleven of twelve were in the gold of the corpora
TOLD = 0.7  # at this similarity a word of the other text may be one of the name's
ALIKE = 0.5  # from this similarity on two names may be forms of one


def unheard_places(
    pairs: Sequence[Pair],
    left: DocumentAnalysis,
    right: DocumentAnalysis,
    names: SharedNames,
    settled: Set[Mention],
) -> list[Finding]:
    """Conflicts of two places in sentences of a pair, but for `settled` ones. Each name is in one conflict."""
    documents = (left.document, right.document)
    sides = _Places(left, right, names, 0), _Places(right, left, names, 1)
    found: list[Finding] = []
    taken = {mention.text for mention in settled}
    for pair in sorted(pairs, key=lambda each: -each.score):
        if pair.score < CITIES_PAIR:
            break
        a, b = sides[0].only(pair.left), sides[1].only(pair.right)
        if a is None or b is None or not taken.isdisjoint((a.text, b.text)):
            continue
        if not _exclude(a, b, pair, sides) or names.similarity(a, b) >= ALIKE or misspelt(a.text, b.text):
            continue
        if may_lie_on_other(a, b, documents):
            continue
        taken |= {a.text, b.text}
        reason = reason_for_match(a, b, UNHEARD, documents)
        found.append(Finding("", pair.id, "name", "conflict", FACTOR * pair.score, a, b, *reason))
    return found


def _exclude(a: Mention, b: Mention, pair: Pair, sides: tuple[_Places, _Places]) -> bool:
    cities = is_city(a.text), is_city(b.text)
    if cities[0] != cities[1]:  # Liberty Street lies in New York
        return False
    return cities[0] or (pair.score >= PLACES_PAIR and sides[0].is_where(a) and sides[1].is_where(b))


class _Places:
    """The places of a document that the other one tells nowhere, by sentence. Countries and regions are none."""

    def __init__(self, own: DocumentAnalysis, other: DocumentAnalysis, names: SharedNames, side: int) -> None:
        self._own, self._side, self._names = own, side, names
        self._starts = [each.start for each in own.segments]
        self._index = MentionIndex(own)
        self._other = fold(other.document.text).lower()
        self._words = languages.get(own.document.language).names
        self._unheard_names: dict[str, bool] = {}  # no cache of a method: a cycle would keep both documents

    def only(self, spans: Sequence[Span]) -> Mention | None:
        """The one unheard place of the sentences in which the spans begin."""
        sentences = dict.fromkeys(self._sentence(span.start) for span in spans)
        segments = [self._own.segments[at].span for at in sentences]
        places = {each.text: each for each in self._unheard(self._index.within(segments))}
        return next(iter(places.values())) if len(places) == 1 else None

    def is_where(self, place: Mention) -> bool:
        """Whether something is said to be there."""
        start = self._own.segments[self._sentence(place.start)].start
        return is_where(self._own.document.text, place, self._words, start)

    def _sentence(self, offset: int) -> int:
        return max(0, bisect.bisect_right(self._starts, offset) - 1)

    def _unheard(self, mentions: Sequence[Mention]) -> Iterator[Mention]:
        for mention in mentions:
            if isinstance(mention.value, NameValue) and mention.value.label == "LOC" and self._is_unheard(mention.text):
                yield mention

    def _is_unheard(self, name: str) -> bool:
        if name not in self._unheard_names:
            self._unheard_names[name] = self._is_told_nowhere(name)
        return self._unheard_names[name]

    def _is_told_nowhere(self, name: str) -> bool:
        if is_region(name) or any(fold(form).lower() in self._other for form in renderings_of(name)):
            return False
        ordinary = [is_ordinary(word, self._words) for word in name.split()]
        if all(ordinary) and name == name.upper():
            return False  # without capitals an ordinary word is more often itself: «سيول», floods or Seoul
        if any(ordinary) and not is_city(name):
            return False  # Stony Valley may be translated
        likeness = self._names.telling[1 - self._side].likenesses(asked_of(name, ()))
        return bool(likeness) and all(each.text < TOLD for each in likeness.values())
