"""The names that two documents share, whatever their scripts and spellings.

Every form of a name in one text is compared once with every form in the other; forms that are one name make
one group, and a group that is rare in the two texts ties the passages that speak of it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import regex

from align.model import DocumentAnalysis, Mention
from align.names.similarity import name_similarities

SAME = 0.8  # at this similarity two names are one
TOLD = 0.6  # at this one a word of the other text may be the name, though nothing tagged it
_WORD = regex.compile(r"\p{L}[\p{L}\p{Mn}'\u2019-]{2,}")


class SharedNames:
    """Which names of the left text are which names of the right one."""

    def __init__(self, left: DocumentAnalysis, right: DocumentAnalysis) -> None:
        self._left, self._right = _forms(left), _forms(right)
        self._scores = name_similarities(list(self._left), list(self._right))
        self._texts = (left.document.text, right.document.text)
        self._groups = self._group()
        self._weights = self._weigh((*left.mentions, *right.mentions), len(left.segments) + len(right.segments))

    def similarity(self, left: Mention, right: Mention) -> float:
        return float(self._scores[self._left[left.text], self._right[right.text]])

    def groups(self, mentions: Iterable[Mention]) -> frozenset[int]:
        """The groups that the names among `mentions` belong to. A group of one text alone ties nothing."""
        return frozenset(self._groups[m.text] for m in mentions if m.kind == "name" and m.text in self._groups)

    def weight(self, groups: Iterable[int]) -> float:
        """How much it says that two passages share these names: up to 1 for each, the rarer the more."""
        return sum(self._weights[group] for group in groups)

    def untold(self) -> tuple[set[str], set[str]]:
        """The names of each side that the other text tells nowhere, not even as an untagged word."""
        alone_left = [name for name, at in self._left.items() if self._scores[at].max(initial=0.0) < TOLD]
        alone_right = [name for name, at in self._right.items() if self._scores[:, at].max(initial=0.0) < TOLD]
        return _not_in_words(alone_left, self._texts[1]), _not_in_words(alone_right, self._texts[0])

    def _group(self) -> dict[str, int]:
        """Names with a counterpart, by the number of the left form that leads their group."""
        left, right = list(self._left), list(self._right)
        groups: dict[str, int] = {}
        for j, name in enumerate(right):
            if len(left) and self._scores[:, j].max() >= SAME:
                groups[name] = int(self._scores[:, j].argmax())
        for i, name in enumerate(left):
            if len(right) and self._scores[i].max() >= SAME:
                groups.setdefault(name, groups.get(right[int(self._scores[i].argmax())], i))
        return groups

    def _weigh(self, mentions: Iterable[Mention], passages: int) -> dict[int, float]:
        """Inverse document frequency over sentences, scaled to 0 to 1."""
        counts = Counter(
            self._groups[mention.text]
            for mention in mentions
            if mention.kind == "name" and mention.text in self._groups
        )
        return {
            group: max(0.0, math.log((passages + 1) / count) / math.log(passages + 1))
            for group, count in counts.items()
        }


def _forms(analysis: DocumentAnalysis) -> dict[str, int]:
    names = dict.fromkeys(mention.text for mention in analysis.mentions if mention.kind == "name")
    return {name: number for number, name in enumerate(names)}


def _not_in_words(names: Sequence[str], text: str) -> set[str]:
    """Those of `names` of which not one word is in `text`, in whatever script."""
    if not names:
        return set()
    words = sorted(set(_WORD.findall(text)))
    parts = {name: _WORD.findall(name) or [name] for name in names}
    unique = sorted({part for own in parts.values() for part in own})
    best = name_similarities(unique, words).max(1, initial=0.0)
    told = {part for part, score in zip(unique, best, strict=True) if score >= TOLD}
    return {name for name, own in parts.items() if not told.intersection(own)}
