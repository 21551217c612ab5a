"""The names that two documents share, whatever their scripts and spellings.

Every form of a name in one text is compared once with every form in the other; a shorter form stands for the
person whom its own document names in full. Forms that are one name make one group, and a group that is rare in the
two texts ties the passages that speak of it. A name that only one text has as a name is looked for by its sound among
the words of the other, where a recogniser may have passed it over.
"""

from __future__ import annotations

import bisect
import itertools
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from align import languages
from align.model import DocumentAnalysis, Mention, NameValue, Span
from align.names.glossary import NO_GLOSSARY, Glossary
from align.names.joined import JOINED, join_names
from align.names.similarity import PART, Scores, name_similarities
from align.names.told import Telling, identity_words

SAME = 0.8  # at this similarity two names are one
SHORT_FORM = 0.85  # similarity of a person's full name and a part of it that no other person of the texts has
MOST_BETWEEN = 1  # words between two words of one name: particles, titles
AMBIGUOUS = 0.75  # and at most this where more than one person has it

Place = tuple[int, int, int]  # start and end of a name, and the group that it belongs to


class SharedNames:
    """Which names of the left text are which names of the right one."""

    def __init__(self, left: DocumentAnalysis, right: DocumentAnalysis, glossary: Glossary = NO_GLOSSARY) -> None:
        self.glossary = glossary
        self._left, self._right = _forms(left), _forms(right)
        joined = (_joined(left), _joined(right))
        self._scores = name_similarities(_bare_forms(left), _bare_forms(right), glossary)
        _settle_short_forms(self._scores, (self._left, self._right), (_persons(left), _persons(right)), joined)
        self._groups = self._group()
        # Only then: a short form that ties passages for its full one makes them more alike than they are.
        self._scores = _with_full_forms(self._scores, (self._left, self._right), joined)
        self.telling = (Telling(left.document), Telling(right.document))
        for telling, names in zip(self.telling, (self._right, self._left), strict=True):
            telling.expect(names)
        sides = (left, self._left), (right, self._right)
        places = [_places(analysis, self._groups) for analysis, _ in sides]
        # Groups of the right text alone are numbered below zero.
        alone = [
            {name: at if side is left else -1 - at for name, at in own.items() if name not in self._groups}
            for side, own in sides
        ]
        for number, (analysis, other) in enumerate(((left, right), (right, left))):
            told = _told(alone[number], other, self.telling[1 - number])
            places[number] += _places(analysis, {name: alone[number][name] for name in told})
            places[1 - number] += [place for each in told.values() for place in each]
        self.left, self.right = NamePlaces(places[0]), NamePlaces(places[1])
        self._weights = self._weigh(len(left.segments) + len(right.segments))

    def similarity(self, left: Mention, right: Mention) -> float:
        return float(self._scores[self._left[left.text], self._right[right.text]])

    def renderings(self, name: Mention, of_left: bool) -> list[str]:
        """The forms under which the other text has the name of a mention."""
        scores = self._scores[self._left[name.text]] if of_left else self._scores[:, self._right[name.text]]
        return [form for form, at in (self._right if of_left else self._left).items() if scores[at] >= SAME]

    def weight(self, groups: Iterable[int]) -> float:
        """How much it says that two passages share these names: up to 1 for each, the rarer the more."""
        return sum(self._weights[group] for group in groups)

    def _group(self) -> dict[str, int]:
        """Names with a counterpart, by the number of their group: each goes with its best counterpart."""
        left, right = list(self._left), list(self._right)
        if not left or not right:
            return {}
        best = {(i, int(row.argmax())) for i, row in enumerate(self._scores) if row.max() >= SAME}
        best |= {(int(row.argmax()), j) for j, row in enumerate(self._scores.T) if row.max() >= SAME}
        leaders = list(range(len(left) + len(right)))

        def leader(at: int) -> int:
            while leaders[at] != at:
                leaders[at] = at = leaders[leaders[at]]  # halves the way for those that come later
            return at

        for i, j in sorted(best):
            a, b = sorted((leader(i), leader(len(left) + j)))
            leaders[b] = a
        names = (*left, *right)
        return {names[at]: leader(at) for i, j in best for at in (i, len(left) + j)}

    def _weigh(self, passages: int) -> dict[int, float]:
        """Inverse document frequency over sentences, scaled to 0 to 1."""
        counts = Counter((*self.left.groups, *self.right.groups))
        return {
            group: max(0.0, math.log((passages + 1) / count) / math.log(passages + 1))
            for group, count in counts.items()
        }


class NamePlaces:
    """Where one of the two documents speaks of the names that they share."""

    def __init__(self, places: Iterable[Place]) -> None:
        by_span: dict[tuple[int, int], list[int]] = {}
        for start, end, group in sorted(places):
            by_span.setdefault((start, end), []).append(group)
        self._starts = [start for start, _ in by_span]
        self._ends = [end for _, end in by_span]
        self._groups = list(by_span.values())

    @property
    def groups(self) -> list[int]:
        """The group of each name, in text order."""
        return list(itertools.chain.from_iterable(self._groups))

    def within(self, span: Span) -> frozenset[int]:
        """The groups of names that stand inside a span."""
        first, last = (bisect.bisect_left(self._starts, at) for at in (span.start, span.end))
        return frozenset().union(*(self._groups[at] for at in range(first, last) if self._ends[at] <= span.end))

    def beside(self, span: Span, before: int, after: int) -> frozenset[int]:
        """The groups of the last name before a span and the first behind it, at most so many code points away."""
        at = bisect.bisect_left(self._starts, span.start)
        last = self._groups[at - 1] if at and span.start - self._ends[at - 1] <= before else []
        first = self._groups[at] if at < len(self._starts) and self._starts[at] - span.end <= after else []
        return frozenset((*last, *first))


def _places(analysis: DocumentAnalysis, groups: Mapping[str, int]) -> list[Place]:
    return [(m.start, m.end, groups[m.text]) for m in analysis.mentions if m.kind == "name" and m.text in groups]


def _told(names: Mapping[str, int], other: DocumentAnalysis, telling: Telling) -> dict[str, list[Place]]:
    """Where the other text tells names that it does not have as names, by name; its dates and numbers tell none."""
    words = {name: each for name in names if (each := identity_words(name))}
    found = telling.places(list(dict.fromkeys(word for each in words.values() for word in each)))
    values = [mention for mention in other.mentions if mention.kind != "name"]
    starts = [value.start for value in values]
    told: dict[str, list[Place]] = {}
    for name, each in words.items():
        for span in (telling.span(first, last) for first, last in _runs([found[word] for word in each])):
            before = bisect.bisect_right(starts, span.start) - 1
            if before < 0 or values[before].end <= span.start:
                told.setdefault(name, []).append((span.start, span.end, names[name]))
    return told


def _runs(places: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """The first and the last place of words that stand one after the other, with little between them."""
    runs = [(place, place) for place in places[0]]
    for following in places[1:]:
        runs = [(first, at) for first, last in runs for at in following if last < at <= last + 1 + MOST_BETWEEN]
    return runs


def _forms(analysis: DocumentAnalysis) -> dict[str, int]:
    names = dict.fromkeys(mention.text for mention in analysis.mentions if mention.kind == "name")
    return {name: number for number, name in enumerate(names)}


def _bare_forms(analysis: DocumentAnalysis) -> list[str]:
    """The names in the order of `_forms`, without particles where a morphology knows them."""
    bare = {m.text: m.value.bare or m.text for m in analysis.mentions if isinstance(m.value, NameValue)}
    return [bare[name] for name in _forms(analysis)]


def _persons(analysis: DocumentAnalysis) -> frozenset[str]:
    return frozenset(m.text for m in analysis.mentions if isinstance(m.value, NameValue) and m.value.label in JOINED)


def _joined(analysis: DocumentAnalysis) -> dict[str, str]:
    names = [(m.text, m.value.label) for m in analysis.mentions if isinstance(m.value, NameValue)]
    return join_names(names, languages.get(analysis.document.language).names)


def _with_full_forms(scores: Scores, forms: Sequence[Mapping[str, int]], joined: Sequence[Mapping[str, str]]) -> Scores:
    """The similarities, where a form that stands for a fuller one is as similar as that one."""
    rows, columns = ([own[full.get(name, name)] for name in own] for own, full in zip(forms, joined, strict=True))
    return np.maximum(np.maximum(scores, scores[rows]), np.maximum(scores[:, columns], scores[np.ix_(rows, columns)]))


def _settle_short_forms(
    scores: Scores,
    forms: Sequence[Mapping[str, int]],
    persons: Sequence[frozenset[str]],
    joined: Sequence[Mapping[str, str]],
) -> None:
    """One word against full names: it stands for the only person who has it, and of several for none."""
    for turned, own, other in ((scores, 0, 1), (scores.T, 1, 0)):
        longer = [name for name in sorted(persons[other]) if len(identity_words(name)) > 1]
        columns = np.array([forms[other][name] for name in longer], np.intp)
        for name, at in forms[own].items():
            fitting = np.flatnonzero(turned[at, columns] >= PART)
            if len(fitting) and len(identity_words(name)) == 1:
                meant = {joined[other].get(longer[each], longer[each]) for each in fitting}
                settle, bound = (np.maximum, SHORT_FORM) if len(meant) == 1 else (np.minimum, AMBIGUOUS)
                turned[at, columns[fitting]] = settle(turned[at, columns[fitting]], np.float32(bound))
