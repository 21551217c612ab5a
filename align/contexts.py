"""What two texts say around their values, and how alike that is, whatever the values are.

A date or number is known by its clause, by the words between it and its neighbours, by what was said just before, by
what it counts, by the names beside it and, in a fact box, by its field. All values are masked, so a wrong one looks
like a right one. A cosine counts by what it stands out from: everything else that the other text says of its dates,
or of its numbers.
"""

from __future__ import annotations

import bisect
import functools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import regex

from align.encode import TextVectors, Vectors
from align.masking import Masking, field_before
from align.model import DocumentAnalysis, Mention, NumberValue, Span
from align.names.shared import NamePlaces, SharedNames
from align.nearest import nearest
from align.translations import SharedWords

NEIGHBOURS = 4
UNSAID = 0.45  # a counted noun that one side leaves unsaid speaks neither for nor against
LEAST_WORD = 0.4  # cosine above which two single words begin to mean the same
FULL_WORD = 0.5  # how far above that a word counts
FEWEST_WORDS = 4  # fewer words around a value do not tell what it is about
FEWEST_IN_CLAUSE = 3
FARTHEST = 3  # values on either side beyond which no words are taken
NAME_BEFORE, NAME_AFTER = 150, 100  # code points beyond which a name does not tell whose value it is
FIGURE = "figure"  # the sort of digits that state no date or number
_WORD = regex.compile(r"\p{L}[\p{L}\p{Mn}'\u2019-]+")

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike the surroundings of two values are.

    Clauses, what is near, the words up to the values beside, and what is around, the sentence with the one before it,
    are compared by cosine. A margin is what the cosine has over the mean of the nearest neighbours, a lead what it has
    over the next best of both values, negative where another is better.
    `unit` is the cosine of what is counted, None where a side leaves it unsaid; `names` weighs the names that stand
    in the clauses of both or beside them, `unshared` those of either sentence that stand nowhere around the other;
    `label` is how much of the field of a fact line is said near the other value. `clause_words`, `near_words` and
    `sentence_words` are the shares of the words there that translate each other.
    """

    date: bool
    duration: bool
    unit: float | None
    names: float
    unshared: float
    label: float
    clause_lead: float
    near_margin: float
    near_lead: float
    around_margin: float
    clause_words: float
    near_words: float
    sentence_words: float

    def features(self) -> dict[str, float]:
        """What is measured, as numbers by name."""
        return {
            "date": float(self.date),
            "duration": float(self.duration),
            "unit": UNSAID if self.unit is None else self.unit,
            "unsaid": float(not self.date and self.unit is None),
            "names": self.names,
            "unshared": self.unshared,
            "label": self.label,
            "clause_lead": self.clause_lead,
            "near_margin": self.near_margin,
            "near_lead": self.near_lead,
            "around_margin": self.around_margin,
            "clause_words": self.clause_words,
            "near_words": self.near_words,
            "sentence_words": self.sentence_words,
        }


class ValueContexts:
    """The surroundings of dates and numbers of two documents, each side given with its values in text order."""

    def __init__(
        self,
        left: tuple[DocumentAnalysis, Sequence[Mention]],
        right: tuple[DocumentAnalysis, Sequence[Mention]],
        names: SharedNames,
        vectors: TextVectors | None = None,
    ) -> None:
        self._names = names
        self._languages = left[0].document.language, right[0].document.language
        self.left, self.right = ValuePlaces(*left, names.left), ValuePlaces(*right, names.right)
        sides = (self.left, self.right)
        texts = [
            text for side in sides for text in (*side.clause_texts, *side.near_texts, *side.sentence_texts, *side.units)
        ]
        self.vectors = vectors or TextVectors()
        self.vectors.expect((*texts, *_fact_words(self.left, self.right)))

    @functools.cached_property
    def _clause(self) -> _Width:
        return _Width(self.left, self.right, *(self.vectors.each(s.clause_texts) for s in (self.left, self.right)))

    @functools.cached_property
    def _near(self) -> _Width:
        return _Width(self.left, self.right, *(self.vectors.each(s.near_texts) for s in (self.left, self.right)))

    @functools.cached_property
    def _around(self) -> _Width:
        return _Width(self.left, self.right, *(self._with_previous(side) for side in (self.left, self.right)))

    @functools.cached_property
    def _clause_words(self) -> SharedWords:
        return SharedWords(self._languages, self.left.clause_texts, self.right.clause_texts)

    @functools.cached_property
    def _near_words(self) -> SharedWords:
        return SharedWords(self._languages, self.left.near_texts, self.right.near_texts)

    @functools.cached_property
    def _sentence_words(self) -> SharedWords:
        return SharedWords(self._languages, self.left.sentence_texts, self.right.sentence_texts)

    def _with_previous(self, side: ValuePlaces) -> list[Vectors]:
        """For each value the vector of its sentence and of the one before it together."""
        own = self.vectors(side.sentence_texts)
        both = own.copy()
        both[1:] += own[:-1]
        lengths = np.maximum(np.linalg.norm(both, axis=1, keepdims=True), 1e-9)
        both /= lengths
        return [both[sentence] for sentence in side.sentences]

    def likeness(self, left: Mention, right: Mention) -> Likeness:
        """How alike the surroundings of two values of one kind are."""
        i, j = self.left.index(left), self.right.index(right)
        return Likeness(
            left.kind == "date",
            "duration" in (self.left.sorts[i], self.right.sorts[j]),
            self.unit(left, right),
            self._names.weight(self.left.names[i] & self.right.names[j]),
            self._unshared(i, j),
            self._label(i, j),
            self._clause.measure(i, j)[1],
            *self._near.measure(i, j),
            self._around.measure(i, j)[0],
            self._clause_words.share(i, j),
            self._near_words.share(i, j),
            self._sentence_words.share(self.left.sentences[i], self.right.sentences[j]),
        )

    def candidates(self, count: int) -> list[tuple[int, int]]:
        """Values of one sort whose surroundings are among the `count` nearest of either, as indices of both sides."""
        found = set()
        groups = _groups(self.left.sorts, self.right.sorts)
        groups.pop(FIGURE, None)
        for rows, columns in groups.values():
            for width in (self._clause, self._near):
                found |= width.nearest_pairs(rows, columns, count)
        return sorted(found)

    def unit(self, left: Mention, right: Mention) -> float | None:
        """The cosine of what two values count, None where a side leaves it unsaid."""
        a, b = left.value, right.value
        if not isinstance(a, NumberValue) or not isinstance(b, NumberValue) or not a.unit or not b.unit:
            return None
        return float(np.dot(*self.vectors((a.unit, b.unit))))

    def _unshared(self, i: int, j: int) -> float:
        named = self.left.sentence_names[i] - self.right.names_around[j]
        return self._names.weight(named | (self.right.sentence_names[j] - self.left.names_around[i]))

    def _label(self, i: int, j: int) -> float:
        """For a fact line against prose, how many words of the field stand near the other value, in part or in full."""
        label, other = self.left.labels[i], self.right.labels[j]
        if bool(label) == bool(other):
            return 0.0
        field, said = _words(label or other), _words(self.right.near_texts[j] if label else self.left.near_texts[i])
        if not field or not said:
            return 0.0
        cosines = self.vectors(field) @ self.vectors(said).T
        return float(np.clip(cosines.max(1) - LEAST_WORD, 0, FULL_WORD).sum())


def values_of(analysis: DocumentAnalysis) -> list[Mention]:
    """The dates and numbers of a document."""
    return [mention for mention in analysis.mentions if mention.kind != "name"]


class ValuePlaces:
    """Dates and numbers of one document, and what stands around each."""

    def __init__(self, analysis: DocumentAnalysis, mentions: Sequence[Mention], names: NamePlaces) -> None:
        self._analysis = analysis
        self.mentions = mentions
        self._at = {(mention.start, mention.end): number for number, mention in enumerate(self.mentions)}
        self._starts = [segment.start for segment in analysis.segments]
        self.sentences = [self._sentence(mention.start) for mention in self.mentions]
        self.labels = [analysis.blocks[analysis.segments[at].block].label for at in self.sentences]
        figures = set(analysis.figures)
        self.sorts = [FIGURE if mention in figures else _sort(mention) for mention in self.mentions]
        self.units = [m.value.unit for m in self.mentions if isinstance(m.value, NumberValue) and m.value.unit]
        masked = Masking(analysis)
        prefixes = [field_before(analysis, analysis.segments[at].block) for at in self.sentences]
        self.clauses = [self._clause(number, masked) for number in range(len(self.mentions))]
        self.clause_texts = [prefix + masked(span) for prefix, span in zip(prefixes, self.clauses, strict=True)]
        around = [self._near(number, masked) for number in range(len(self.mentions))]
        self.near_texts = [prefix + text for prefix, text in zip(prefixes, around, strict=True)]
        # As sentences are paired by, so that they are encoded once.
        self.sentence_texts = [field_before(analysis, each.block) + masked(each.span) for each in analysis.segments]
        self.names = [
            names.within(clause) | names.beside(Span(mention.start, mention.end), NAME_BEFORE, NAME_AFTER)
            for mention, clause in zip(self.mentions, self.clauses, strict=True)
        ]
        named = [frozenset(), *(names.within(segment.span) for segment in analysis.segments), frozenset()]
        self.sentence_names = [named[at + 1] for at in self.sentences]
        self.names_around = [named[at].union(named[at + 1], named[at + 2]) for at in self.sentences]

    def index(self, mention: Mention) -> int:
        return self._at[mention.start, mention.end]

    @functools.cached_property
    def by_sentence(self) -> dict[int, list[int]]:
        """The values of each sentence that has any, as indices."""
        found: dict[int, list[int]] = {}
        for number, sentence in enumerate(self.sentences):
            found.setdefault(sentence, []).append(number)
        return found

    def sentences_of(self, spans: Sequence[Span]) -> list[int]:
        """The sentences in which the spans begin."""
        return [self._sentence(span.start) for span in spans]

    def _sentence(self, offset: int) -> int:
        return max(0, bisect.bisect_right(self._starts, offset) - 1)

    def _clause(self, number: int, masked: Masking) -> Span:
        """The clause of a value, with those after and before it while it says too little: "On 9 May, ..."."""
        mention, segment = self.mentions[number], self._analysis.segments[self.sentences[number]]
        clauses = segment.clauses
        inside = (at for at, c in enumerate(clauses) if c.start <= mention.start and mention.end <= c.end)
        first = last = next(inside, -1)
        if first < 0:  # the value crosses clauses
            return segment.span
        while len(_WORD.findall(masked(Span(clauses[first].start, clauses[last].end)))) < FEWEST_IN_CLAUSE:
            if last + 1 < len(clauses):
                last += 1
            elif first > 0:
                first -= 1
            else:
                break
        return Span(clauses[first].start, clauses[last].end)

    def _near(self, number: int, masked: Masking) -> str:
        """The words of the sentence up to the values before and after, or beyond these where there are too few."""
        mention, segment = self.mentions[number], self._analysis.segments[self.sentences[number]]
        for beside in range(1, FARTHEST + 1):
            before, after = number - beside, number + beside
            start = max(segment.start, self.mentions[before].end if before >= 0 else 0)
            end = min(segment.end, self.mentions[after].start if after < len(self.mentions) else segment.end)
            text = masked(Span(min(start, mention.start), max(end, mention.end)))
            if len(_WORD.findall(text)) >= FEWEST_WORDS:
                break
        return text


class _Width:
    """One reading of the surroundings: a vector for each value of both sides, and what is ordinary among them."""

    def __init__(
        self, left_places: ValuePlaces, right_places: ValuePlaces, left: Sequence[Vectors], right: Sequence[Vectors]
    ) -> None:
        self._left, self._right = left, right
        self._rows, self._columns = _Ordinary(len(left)), _Ordinary(len(right))
        kinds = [[mention.kind for mention in side.mentions] for side in (left_places, right_places)]
        for rows, columns in _groups(kinds[0], kinds[1]).values():
            some_left, some_right = _stacked(left, rows), _stacked(right, columns)
            self._rows.learn(rows, nearest(some_left, some_right, NEIGHBOURS)[1])
            self._columns.learn(columns, nearest(some_right, some_left, NEIGHBOURS)[1])

    def measure(self, i: int, j: int) -> tuple[float, float]:
        """Margin and lead of two values of one kind."""
        cosine = float(np.dot(self._left[i], self._right[j]))
        margin = cosine - (self._rows.mean[i] + self._columns.mean[j]) / 2
        lead = min(self._rows.lead(i, cosine), self._columns.lead(j, cosine))
        return float(margin), float(lead)

    def nearest_pairs(self, rows: Integers, columns: Integers, count: int) -> set[tuple[int, int]]:
        left, right = _stacked(self._left, rows), _stacked(self._right, columns)
        forward, _ = nearest(left, right, count)
        backward, _ = nearest(right, left, count)
        pairs = {(int(rows[i]), int(columns[j])) for i, row in enumerate(forward) for j in row}
        return pairs | {(int(rows[i]), int(columns[j])) for j, row in enumerate(backward) for i in row}


class _Ordinary:
    """For each value of a side: the mean cosine of its nearest neighbours, the best and the second best."""

    def __init__(self, count: int) -> None:
        self.mean, self._best, self._second = np.zeros(count), np.zeros(count), np.zeros(count)

    def learn(self, numbers: Integers, cosines: Floats) -> None:
        self.mean[numbers] = cosines.mean(1)
        self._best[numbers] = cosines[:, 0]
        self._second[numbers] = cosines[:, 1] if cosines.shape[1] > 1 else 0.0

    def lead(self, number: int, cosine: float) -> float:
        is_best = cosine >= self._best[number] - 1e-6
        return float(cosine - (self._second if is_best else self._best)[number])


def _stacked(vectors: Sequence[Vectors], numbers: Integers) -> Vectors:
    return np.stack([vectors[number] for number in numbers])


def _sort(mention: Mention) -> str:
    """What a value can be held against: "four in five" against a percentage."""
    if not isinstance(mention.value, NumberValue):
        return mention.kind
    return "percent" if mention.value.is_share else mention.value.quantity


def _groups(left: Sequence[str], right: Sequence[str]) -> dict[str, tuple[Integers, Integers]]:
    """The indices of both sides by what they have in common; what one side lacks is left out."""
    common = sorted(set(left) & set(right))
    return {key: (_indices(left, key), _indices(right, key)) for key in common}


def _indices(keys: Sequence[str], key: str) -> Integers:
    return np.array([at for at, other in enumerate(keys) if other == key], dtype=np.int64)


def _words(text: str) -> list[str]:
    return list(dict.fromkeys(word.lower() for word in _WORD.findall(text)))


def _fact_words(left: ValuePlaces, right: ValuePlaces) -> list[str]:
    """The words of fields of fact lines, and those that stand near values of prose on the other side."""
    words: dict[str, None] = {}
    for facts, prose in ((left, right), (right, left)):
        labels = [label for label in facts.labels if label]
        said = [text for text, label in zip(prose.near_texts, prose.labels, strict=True) if not label]
        if labels and said:
            words.update(dict.fromkeys(word for text in (*labels, *said) for word in _words(text)))
    return list(words)
