"""Claim pairs: clauses of two texts whose values tell the same thing, where no pair of passages brings them together.

All values of both texts are assigned to each other at once, one to one, by how likely they tell the same thing. This
only adds pairs to those that passages make without looking at values, and takes none from them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from align.assignment import Floats, Integers, assign_candidates, probability
from align.comparison.affinity import Surroundings
from align.comparison.bearing import relate, repeats
from align.comparison.correspondence import Correspondences
from align.comparison.numbers import relate_numbers
from align.comparison.slips import digits_of, figure
from align.contexts import FIGURE, ValueContexts, ValuePlaces
from align.model import DateValue, Mention, NumberValue, Pair, Span

PER_VALUE = 6  # candidates looked at for each value, from either side, by what is said around it
RAREST = 4  # values alike of which a text has more are told apart by what is said around them alone
SURELY = 0.9  # a sentence whose pair is as sure needs no other counterpart
LONG = 3  # digits of a figure that two texts seldom give of two things
FLOOR = 0.12  # low, because a pair is reported only where its values agree or surely conflict
# Of the bias, of the log odds and of their lead over the best other candidate of either value: logistic regression
# over the assigned candidates, by training/fit_claims.py.
LEAD_WEIGHTS = (0.74, 0.6, 0.27)
LARGEST_LEAD = 3.0  # log odds
# Log odds that claims lose in a full translation, where a sentence has its counterpart or none, and the probability of
# one from which on they lose some.
IN_TRANSLATION = 12.0
TRANSLATION_FROM = 0.25


def add_claim_pairs(pairs: Sequence[Pair], translation: float, surroundings: Surroundings) -> list[Pair]:
    """The pairs with those of claims, numbered in the order of the left text.

    `translation` is the probability that the texts translate each other. Claim pairs are tentative.
    """
    contexts = surroundings.contexts
    open_left, open_right = _open(pairs, 0, contexts), _open(pairs, 1, contexts)
    if not any(open_left) or not any(open_right):
        return list(pairs)
    settled = Settled(pairs, contexts)
    candidates = [
        (i, j)
        for i, j in find_candidates(contexts)
        if (open_left[i] or open_right[j] or _is_one_figure(contexts, i, j)) and settled.allows(i, j)
    ]
    if not candidates:
        return list(pairs)
    measure = Correspondences(surroundings, pairs).odds
    odds = np.array([measure(i, j) for i, j in candidates])
    rows, columns = np.array(candidates, dtype=np.int64).T
    chosen = assign_claims(rows, columns, odds, contexts)
    scores = probability(with_lead(rows, columns, odds) @ np.array(LEAD_WEIGHTS) - _tempered(translation))
    claims = [(candidates[at], float(scores[at])) for at in chosen if scores[at] >= FLOOR]
    return _numbered([*pairs, *_pairs(claims, pairs, contexts)])


def find_candidates(contexts: ValueContexts) -> list[tuple[int, int]]:
    """Values of one sort that are near by what is said around them or by what they are, as indices of both sides."""
    found = set(contexts.candidates(PER_VALUE))
    tables = [_by_key(places) for places in (contexts.left, contexts.right)]
    for key, left in tables[0].items():
        right = tables[1].get(key, [])
        if len(left) <= RAREST and len(right) <= RAREST:
            found |= {(i, j) for i in left for j in right}
    mentions = contexts.left.mentions, contexts.right.mentions
    return sorted((i, j) for i, j in found if relate(mentions[0][i], mentions[1][j]).bearing != "apart")


def assign_claims(rows: Integers, columns: Integers, odds: Floats, contexts: ValueContexts) -> list[int]:
    """Indices of the candidates that hold: one for each value, and more where a text tells one value several times."""
    left, right = contexts.left.mentions, contexts.right.mentions
    chosen = [int(at) for at in assign_candidates(rows, columns, probability(odds))]
    answers = {int(rows[at]): int(columns[at]) for at in chosen}
    asked = {int(columns[at]): int(rows[at]) for at in chosen}
    for at in np.argsort(-odds, kind="stable"):
        i, j = int(rows[at]), int(columns[at])
        if i not in answers and j in asked and repeats(left[i], left[asked[j]]):
            answers[i] = j
        elif j not in asked and i in answers and repeats(right[j], right[answers[i]]):
            asked[j] = i
        else:
            continue
        chosen.append(int(at))
    return chosen


def with_lead(rows: Integers, columns: Integers, odds: Floats) -> Floats:
    """One, the log odds of each candidate, and by how much it leads the others of either value, shape (n, 3)."""
    lead = np.minimum(_lead(rows, odds), _lead(columns, odds))
    return np.stack([np.ones(len(odds)), odds, np.clip(lead, -LARGEST_LEAD, LARGEST_LEAD)], axis=1)


def _lead(keys: Integers, odds: Floats) -> Floats:
    """By how much each candidate leads the best other one of the same value; the largest lead where there is none."""
    best, second = {}, {}
    for key, value in sorted(zip(keys.tolist(), odds.tolist(), strict=True), key=lambda each: -each[1]):
        if key not in best:
            best[key] = value
        elif key not in second:
            second[key] = value
    others = [
        second.get(key, value - LARGEST_LEAD) if value == best[key] else best[key]
        for key, value in zip(keys.tolist(), odds.tolist(), strict=True)
    ]
    return np.asarray(odds - np.array(others), dtype=np.float64)


def _tempered(translation: float) -> float:
    return IN_TRANSLATION * max(0.0, translation - TRANSLATION_FROM) / (1 - TRANSLATION_FROM)


def _open(pairs: Sequence[Pair], side: int, contexts: ValueContexts) -> list[bool]:
    """For each value, whether its passage has no sure counterpart, its sentence or the clauses around it.

    A counterpart without any value of its sort leaves it open too: it tells the rest of the sentence.
    """
    own, other = (contexts.left, contexts.right) if side == 0 else (contexts.right, contexts.left)
    sure: dict[int, list[Pair]] = {}
    for pair in pairs:
        if pair.score >= SURELY:
            for sentence in own.sentences_of((pair.left, pair.right)[side]):
                sure.setdefault(sentence, []).append(pair)
    sorts = {id(pair): _sorts((pair.right, pair.left)[side], other) for each in sure.values() for pair in each}
    return [
        not any(
            _covers((pair.left, pair.right)[side], mention) and sort in sorts[id(pair)]
            for pair in sure.get(sentence, ())
        )
        for sentence, mention, sort in zip(own.sentences, own.mentions, own.sorts, strict=True)
    ]


def _is_one_figure(contexts: ValueContexts, left: int, right: int) -> bool:
    """Whether two values are one long figure in two units or scales, which looks for its like wherever it stands."""
    a, b = contexts.left.mentions[left].value, contexts.right.mentions[right].value
    if not isinstance(a, NumberValue) or not isinstance(b, NumberValue) or a.quantity != b.quantity:
        return False
    digits = digits_of(figure(a))
    return len(digits) >= LONG and digits == digits_of(figure(b)) and relate_numbers(a, b).bearing == "conflict"


def _sorts(spans: Sequence[Span], places: ValuePlaces) -> set[str]:
    return {places.sorts[number] for number in _values(spans, places)}


class Settled:
    """Values that have their equals in the sure counterparts of their sentences: they answer to no others."""

    def __init__(self, pairs: Sequence[Pair], contexts: ValueContexts) -> None:
        self._left, self._right = contexts.left.mentions, contexts.right.mentions
        self._rights: dict[int, list[int]] = {}
        self._lefts: dict[int, list[int]] = {}
        for pair in pairs:
            if pair.score >= SURELY:
                for i, j in itertools.product(_values(pair.left, contexts.left), _values(pair.right, contexts.right)):
                    if relate(self._left[i], self._right[j]).bearing == "agree":
                        self._rights.setdefault(i, []).append(j)
                        self._lefts.setdefault(j, []).append(i)

    def allows(self, left: int, right: int) -> bool:
        """Whether neither value is settled, or the other is told again: a text gives some values twice."""
        return self._repeat(self._right, right, self._rights.get(left)) and self._repeat(
            self._left, left, self._lefts.get(right)
        )

    def _repeat(self, mentions: Sequence[Mention], number: int, settled: Sequence[int] | None) -> bool:
        return settled is None or any(repeats(mentions[number], mentions[other]) for other in settled)


def _values(spans: Sequence[Span], places: ValuePlaces) -> list[int]:
    return [number for at in places.sentences_of(spans) for number in places.by_sentence.get(at, ())]


def _by_key(places: ValuePlaces) -> dict[tuple[str, ...], list[int]]:
    """Values by what equal ones, and those that differ as two accounts do, have in common."""
    table: dict[tuple[str, ...], list[int]] = {}
    for number, (mention, sort) in enumerate(zip(places.mentions, places.sorts, strict=True)):
        if sort != FIGURE:
            for key in _keys(mention):
                table.setdefault((sort, *key), []).append(number)
    return table


def _keys(mention: Mention) -> Iterator[tuple[str, str]]:
    if isinstance(mention.value, DateValue):
        year, *rest = (mention.value.edtf or "").rstrip("~?%").split("-")
        if len(year) == 4 and len(rest) <= 2:
            yield from (
                [("year", year), ("decade", year[:3])]
                if not rest
                else [("month", f"{year}-{rest[0]}"), ("day", "-".join(rest)), ("month of any year", rest[0])]
            )
            if len(rest) > 1:
                yield "day of any month", f"{year}-{rest[1]}"
    elif isinstance(mention.value, NumberValue):
        value = figure(mention.value)
        digits = digits_of(value)
        yield "digits", digits
        if len(digits) > 1:
            yield "beginning", f"{value.adjusted()} {digits[:2]}"
            yield "same digits", "".join(sorted(digits))


def _pairs(
    claims: Sequence[tuple[tuple[int, int], float]], pairs: Sequence[Pair], contexts: ValueContexts
) -> Iterator[Pair]:
    """One pair for all claims of two sentences that no pair brings together, over the clauses that they stand in."""
    left, right = contexts.left, contexts.right
    linked: dict[tuple[int, int], list[Pair]] = {}
    for pair in pairs:
        for key in itertools.product(left.sentences_of(pair.left), right.sentences_of(pair.right)):
            linked.setdefault(key, []).append(pair)
    grouped: dict[tuple[int, int], list[tuple[int, int, float]]] = {}
    for (i, j), score in claims:
        key = left.sentences[i], right.sentences[j]
        held = linked.get(key, ())
        if not any(_covers(pair.left, left.mentions[i]) and _covers(pair.right, right.mentions[j]) for pair in held):
            grouped.setdefault(key, []).append((i, j, score))
    for members in grouped.values():
        score = max(score for _, _, score in members)
        spans = _hull([left.clauses[i] for i, _, _ in members]), _hull([right.clauses[j] for _, j, _ in members])
        yield Pair("", score, (spans[0],), (spans[1],), tentative=True)


def _covers(spans: Sequence[Span], mention: Mention) -> bool:
    return any(span.start <= mention.start and mention.end <= span.end for span in spans)


def _hull(spans: Sequence[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _numbered(pairs: Sequence[Pair]) -> list[Pair]:
    ordered = sorted(pairs, key=lambda pair: (pair.left[0].start, pair.right[0].start))
    return [replace(pair, id=f"p{number}") for number, pair in enumerate(ordered, 1)]
