"""Totals and their parts: "one journalist and eight officers" against "11, of whom 10 diplomats and a reporter".

A coordination of counts has a sum. Where the other passage gives a total with its parts, the two totals are
held against each other in one finding, and the parts are not compared one by one. Where both totals are the same, what
can differ is how they are divided: parts that count the same sort exclude each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np
import regex

from align import languages
from align.assignment import best_assignment
from align.comparison.affinity import Affinity
from align.comparison.claim_words import NONE, claim_lexicon
from align.comparison.match import Match
from align.comparison.numbers import relate_numbers
from align.comparison.part_whole import parts_by_total, totals_of_parts
from align.comparison.relation import Relation
from align.model import Document, Mention, NumberValue
from align.text import tokenize

_WORD = regex.compile(r"[\p{L}\p{Mn}]+")
LIKE_ENOUGH = 0.35  # cosine of what is counted: killed people against killed people, not against tanks
FARTHEST = 2  # times the smaller total: two accounts of one total are not farther apart
DIVIDED = Relation("conflict", "they are parts of the same total and exclude each other")
ILL, DEAD = frozenset({"illness"}), frozenset({"death"})


@dataclass(frozen=True, slots=True)
class Total:
    """A stated total, or the sum of a coordination, with the mentions that make it up."""

    mention: Mention
    parts: tuple[Mention, ...]
    stated: bool

    @property
    def is_sum(self) -> bool:
        """Whether the parts are all that the total counts."""
        return _low(self.mention) == sum(map(_low, self.parts))


def match_totals(
    left: Sequence[Mention],
    right: Sequence[Mention],
    documents: tuple[Document, Document],
    affinity: Callable[[Mention, Mention], Affinity],
) -> list[tuple[Match, frozenset[Mention]]]:
    """Totals of the two passages held against each other, each with the mentions that it accounts for.

    Parts of one total that differ are matches as well.
    """
    matches: list[tuple[Match, frozenset[Mention]]] = []
    spent: set[Mention] = set()
    right_totals = find_totals(right, documents[1])
    for a in find_totals(left, documents[0]):
        for b in right_totals:
            if not (a.stated or b.stated) or _parts_agree(a, b) or spent & {*a.parts, *b.parts}:
                continue
            if _told_beside(a, b, right) or _told_beside(b, a, left) or _are_some(a, b) or _are_some(b, a):
                continue
            found = list(_divided_otherwise(a, b, affinity))
            # Equal totals of parts that count other things agree, and their parts are not compared.
            if _near(a, b) and _like(a, b, affinity) if a.stated != b.stated else _are_equal_sums(a, b) and not found:
                found.append((_match(a, b, affinity), frozenset({a.mention, b.mention, *a.parts, *b.parts})))
            matches += found
            spent.update(*(accounted for _, accounted in found))
    return matches


def _are_equal_sums(a: Total, b: Total) -> bool:
    return a.is_sum and b.is_sum and relate_numbers(_bare(a.mention), _bare(b.mention)).bearing == "agree"


def _divided_otherwise(
    a: Total, b: Total, affinity: Callable[[Mention, Mention], Affinity]
) -> Iterator[tuple[Match, frozenset[Mention]]]:
    """The parts of two equal totals that count the same sort and differ, where each total is all of its parts."""
    if not (len(a.parts) == len(b.parts) > 1 and _are_equal_sums(a, b)):
        return
    table = [[affinity(x, y) for y in b.parts] for x in a.parts]
    units = np.array([[known.unit or 0.0 for known in row] for row in table])
    cells = best_assignment(units)
    if any(units[i, j] < LIKE_ENOUGH for i, j in cells):
        return
    for i, j in cells:
        x, y = a.parts[i], b.parts[j]
        if relate_numbers(_bare(x), _bare(y)).bearing == "conflict":
            yield Match(x, y, DIVIDED, table[i][j]), frozenset({x, y})


def find_totals(mentions: Sequence[Mention], document: Document) -> list[Total]:
    """The totals of a passage that are stated before their parts, and the sums of coordinations that are not."""
    counts = [mention for mention in mentions if _is_count(mention)]
    whole_of = totals_of_parts(counts, document)
    groups = _coordinations(counts, whole_of, document)
    for group in groups:
        if len({whole_of.get(part) for part in group}) > 1:  # no total holds them all
            whole_of = {part: whole for part, whole in whole_of.items() if part not in group}
    totals = [Total(whole, tuple(parts), stated=True) for whole, parts in parts_by_total(whole_of).items()]
    accounted = {*whole_of, *whole_of.values()}
    for group in groups:
        first, *rest = group
        if len(rest) > 1 and _low(first) == sum(map(_low, rest)) and not _fates_differ(group, document):
            # "Seven children, five boys and two girls".
            totals.append(Total(first, tuple(rest), stated=True))
        elif len(group) > 1 and not accounted.intersection(group) and not _overlap(group, document):
            totals.append(Total(_sum(group, document), group, stated=False))
        accounted |= set(group)
    return sorted(totals, key=lambda total: total.mention.start)


def _fates_differ(counts: Sequence[Mention], document: Document) -> bool:
    """Whether counts tell of several fates, so that none is a total: "three dead, two injured, one missing"."""
    return len(_fates(counts, document)) > 1


def _overlap(counts: Sequence[Mention], document: Document) -> bool:
    """Whether some are counted twice, so that there is no sum: the dead are among "49 cases and 29 deaths"."""
    return _fates(counts, document) >= {ILL, DEAD}


def _fates(counts: Sequence[Mention], document: Document) -> set[frozenset[str]]:
    """What befell those whom the words of counts tell of."""
    lexicon = claim_lexicon(document.language)
    fates = {
        lexicon.roles(token.form, count) for count in counts for token in tokenize(count.text) if token.kind == "word"
    }
    return fates - {NONE}


def _is_count(mention: Mention) -> bool:
    value = mention.value
    if not isinstance(value, NumberValue) or value.quantity != "count" or value.low != value.high or value.low is None:
        return False
    return value.low == value.low.to_integral_value()  # "six tries, half of them": a share is no part to add


def _coordinations(
    counts: Sequence[Mention], told: Mapping[Mention, Mention], document: Document
) -> list[tuple[Mention, ...]]:
    """Maximal runs of counts with nothing but "and" or a comma between them; `told` are the totals of parts."""
    groups: list[list[Mention]] = []
    for mention in counts:
        before = groups[-1][-1] if groups else None
        apart = before is None or told.get(mention) == before or told.get(before) == mention
        if before is not None and not apart and _joins(document, before, mention):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return [tuple(group) for group in groups]


def _joins(document: Document, first: Mention, second: Mention) -> bool:
    gap = document.text[first.end : second.start]
    words = languages.get(document.language).joining_words
    return (
        bool(gap.strip())
        and len(gap) < 12
        and "\n" not in gap
        and all(word.lower() in words for word in _WORD.findall(gap))
    )


def _sum(group: Sequence[Mention], document: Document) -> Mention:
    start, end = group[0].start, group[-1].end
    total = sum(map(_low, group), Decimal(0))
    value = replace(_number(group[0]), low=total, high=total, unit=_number(group[-1]).unit)
    return Mention("number", start, end, document.text[start:end], value)


def _parts_agree(a: Total, b: Total) -> bool:
    """Whether the two sides give the same parts, so that nothing is left to say of the totals.

    "27 times, twice by one man" looks like a sum, and is the 27 of the other side with a part of them.
    """
    parts = [sorted(map(_low, total.parts)) for total in (a, b)]
    told = [sorted(map(_low, (total.mention, *total.parts))) for total in (a, b)]
    if parts[0] == parts[1] or (a.stated != b.stated and (parts[0] == told[1] or parts[1] == told[0])):
        return True
    total, joined = (a, b) if a.stated else (b, a)  # "two trains of 50 wagons and three engines each": 50 is no total
    given = {_low(part) for part in joined.parts}
    return a.stated != b.stated and _low(total.mention) in given <= {
        _low(each) for each in (total.mention, *total.parts)
    }


def _told_beside(a: Total, b: Total, others: Sequence[Mention]) -> bool:
    """Whether the other side tells most of the parts of a sum as well, beside a total that is then not theirs.

    "A jury of seven women and five men found him guilty on nine of the 11 counts".
    """
    beside = {_low(mention) for mention in others if _is_count(mention)} - {_low(b.mention), *map(_low, b.parts)}
    told = sum(_low(part) in beside for part in a.parts)
    return not a.stated and 2 * told > len(a.parts)


def _are_some(a: Total, b: Total) -> bool:
    """Whether a sum is of some whom the total counts: "501 Swedes and 285 Estonians", «852، منهم 510 و285»."""
    shared = {_low(part) for part in a.parts} & {_low(part) for part in b.parts}
    return not a.stated and b.stated and not b.is_sum and bool(shared)


def _near(a: Total, b: Total) -> bool:
    """Whether one total is not so much the larger that it counts other things: 73,163 houses and 640 of them old."""
    smaller, larger = sorted((_low(a.mention), _low(b.mention)))
    return larger <= FARTHEST * smaller


def _like(a: Total, b: Total, affinity: Callable[[Mention, Mention], Affinity]) -> bool:
    units = [affinity(x, y).unit for x in a.parts for y in b.parts]
    known = [unit for unit in units if unit is not None]
    return not known or max(known) >= LIKE_ENOUGH


def _match(a: Total, b: Total, affinity: Callable[[Mention, Mention], Affinity]) -> Match:
    relation = relate_numbers(_bare(a.mention), _bare(b.mention))
    shown = "; ".join(_spelt(total) for total in (a, b) if not total.stated or total.parts)
    pairs = [affinity(x, y) for x in a.parts for y in b.parts]
    closest = max(pairs, key=lambda p: p.unit or 0.0)
    return Match(a.mention, b.mention, Relation(relation.bearing, relation.rule, shown), closest)


def _bare(mention: Mention) -> NumberValue:
    return replace(_number(mention), unit="")


def _spelt(total: Total) -> str:
    parts = " + ".join(f"{_low(part):,f}" for part in total.parts)
    return f"{_low(total.mention):,f}, of which {parts}" if total.stated else f"{parts} = {_low(total.mention):,f}"


def _number(mention: Mention) -> NumberValue:
    assert isinstance(mention.value, NumberValue)
    return mention.value


def _low(mention: Mention) -> Decimal:
    low = _number(mention).low
    return Decimal(0) if low is None else low
