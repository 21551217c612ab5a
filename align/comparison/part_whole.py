"""Which counts of a document are parts of which others: "640 buildings, of which 60", "26 people ... six of them".

Two texts that divide the same total into parts, or that name the same part of a total, speak of one thing there,
whatever the counts are that differ.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

import regex

from align import languages
from align.comparison.numbers import relate_numbers
from align.comparison.slips import figure
from align.model import Document, Mention, NumberValue

AFTER_PART = 12  # code points after a part in which "of them" stands
LONGEST_GAP = 60  # code points between a total and the first of its parts
NEXT_PART = 40  # code points between a part and the next
FARTHEST = 4  # counts before "six of them", one of which is the total
SMALL = 2  # parts up to here are said of many totals
_STOPS = ".;:"
_WORD = regex.compile(r"[\p{L}\p{Mn}]+")
_COLON = regex.compile(r"\s*[:\u2014\u2013]\s*")


def totals_of_parts(mentions: Sequence[Mention], document: Document) -> dict[Mention, Mention]:
    """The total of every count that is told as a part of one, among mentions in text order."""
    reader = _Reader(document)
    counts = [mention for mention in mentions if is_count(mention)]
    totals = {part: total for part, total in pairwise(counts) if reader.precedes_total(part, total)}
    for at, part in enumerate(counts):
        if part in totals:
            continue
        end = counts[at + 1].start if at + 1 < len(counts) else len(document.text)
        for total in reader.candidates(part, end, counts[max(0, at - FARTHEST) : at], totals):
            others = sum((figure_of(each) for each, whole in totals.items() if whole is total), Decimal(0))
            if figure_of(part) + others <= figure_of(total):
                totals[part] = total
                break
    return totals


def coordinations(
    mentions: Sequence[Mention], document: Document, totals: Mapping[Mention, Mention]
) -> dict[Mention, tuple[Mention, ...]]:
    """The counts that "and" joins where the text states no total, each with all of its group: "four men and two boys".

    `totals` are those that the text states, by part.
    """
    reader = _Reader(document)
    stated = totals.keys() | set(totals.values())
    groups: list[list[Mention]] = []
    for mention in (each for each in mentions if each.kind != "name"):
        joined = groups and is_count(groups[-1][-1]) and reader.goes_on(groups[-1][-1], mention)
        if not is_count(mention) or mention in stated or not joined:
            groups.append([mention])
        else:
            groups[-1].append(mention)
    return {mention: tuple(group) for group in groups if len(group) > 1 for mention in group}


def is_count(mention: Mention) -> bool:
    """Whether a mention counts things, be it exactly or with a lower bound."""
    value = mention.value
    return isinstance(value, NumberValue) and value.quantity == "count" and value.low is not None and not value.ordinal


@functools.cache
def _patterns(code: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """What ends a clause, and what stands before a total that is divided, in a language."""
    language = languages.get(code)
    marks = regex.escape(language.sentences.clause_marks + _STOPS)
    openers = "|".join(map(regex.escape, language.part_openers))
    joining = "|".join(map(regex.escape, sorted(language.joining_words)))
    opening = rf"(?:^|[{marks}])\s*(?:(?:{joining})\s*)?(?:{openers})\s*$"
    return regex.compile(rf"(?<=\D)[{marks}]"), regex.compile(opening, regex.IGNORECASE)


class _Reader:
    def __init__(self, document: Document) -> None:
        self._text = document.text
        language = languages.get(document.language)
        self._part_words, self._joining = language.part_words, language.joining_words
        self._openers, self._out_of = frozenset(language.part_openers), language.numbers.out_of
        self._mark, self._opens = _patterns(document.language)

    def candidates(
        self, part: Mention, end: int, before: Sequence[Mention], totals: Mapping[Mention, Mention]
    ) -> Iterator[Mention]:
        """The counts that the words around a count make its total, the likeliest first; the next count is at `end`."""
        if not before:
            return
        if before[-1] in totals and self.goes_on(before[-1], part):
            yield totals[before[-1]]
        if before[-1] in totals.values() and self.goes_on(before[-1], part):  # "Five of the six were Danes and one ..."
            yield before[-1]
        if before[-1] not in totals and self._divides(before[-1], part):
            yield before[-1]
        if self._says_part(self._mark.split(self._text[part.start : min(end, part.end + AFTER_PART)])[0]):
            yield from (c for c in before[::-1] if c not in totals and "\n" not in self._text[c.end : part.start])

    def precedes_total(self, part: Mention, total: Mention) -> bool:
        """Whether a count is a part of the next: "five of the six men", «90 من سكانه المئتين»."""
        gap = " ".join(self._text[part.end : total.start].lower().split())
        opens = gap in self._openers if gap else not self._out_of.isdisjoint(part.text.split())
        return opens and figure_of(part) < figure_of(total)

    def goes_on(self, part: Mention, following: Mention) -> bool:
        """Whether a count follows a part as the next: "139 were American and 33 British"."""
        gap = self._text[part.end : following.start]
        words = _WORD.findall(gap.lower())
        return len(gap) <= NEXT_PART and "\n" not in gap and (not words or words[-1] in self._joining)

    def _divides(self, total: Mention, part: Mention) -> bool:
        """Whether the words between a total and the count after it, or before the total, divide it."""
        gap = self._text[total.end : part.start]
        if len(gap) > LONGEST_GAP or "\n" in gap:
            return False
        # After the last mark: in "45,000, most of them for Basra, and 2,000" nothing divides.
        if _COLON.fullmatch(gap) or self._says_part(self._mark.split(gap)[-1]):
            return True
        line = self._text.rfind("\n", 0, total.start) + 1
        return figure_of(part) > SMALL and bool(self._opens.search(self._text[line : total.start]))

    def _says_part(self, words: str) -> bool:
        return any(word in words.lower() for word in self._part_words)


def figure_of(mention: Mention) -> Decimal:
    """The figure of a count."""
    return figure(_number(mention))


Groups = Mapping[Mention, tuple[Mention, ...]]


class Divisions:
    """The totals of two texts with their parts; each side gives the total of every part, and its `coordinations`."""

    def __init__(
        self,
        left: Mapping[Mention, Mention],
        right: Mapping[Mention, Mention],
        groups: tuple[Groups, Groups] = ({}, {}),
    ) -> None:
        self._totals = left, right
        self._parts = parts_by_total(left), parts_by_total(right)
        self._groups = groups

    def parts_of_one(self, left: Mention, right: Mention) -> bool:
        """Whether two counts are parts of one total, and neither has its equal among the other's parts."""
        a, b = self._totals[0].get(left), self._totals[1].get(right)
        if a is None or b is None:
            return self._sums_to(0, left, right) or self._sums_to(1, right, left)
        if not _one_figure(a, b):
            return False
        equals = any(_agree(left, part) for part in self._parts[1][b]) or any(
            _agree(part, right) for part in self._parts[0][a]
        )
        return _agree(left, right) or not equals

    def _sums_to(self, side: int, part: Mention, other: Mention) -> bool:
        """Whether as many counts of the other text make up the total of which one text gives all the parts."""
        total = self._totals[side].get(part)
        group = self._groups[1 - side].get(other)
        if total is None or group is None:
            return False
        parts = self._parts[side][total]
        sums = (sum(map(figure_of, counts), Decimal(0)) for counts in (parts, group))
        differ = not any(_agree(part, each) for part in parts for each in group)
        return len(parts) == len(group) and all(each == figure_of(total) for each in sums) and differ

    def share_a_part(self, left: Mention, right: Mention) -> bool:
        """Whether two counts are totals of which both texts name one part alike."""
        parts = self._parts[0].get(left, ()), self._parts[1].get(right, ())
        return any(figure_of(a) > SMALL and _agree(a, b) for a in parts[0] for b in parts[1])


def parts_by_total(totals: Mapping[Mention, Mention]) -> dict[Mention, list[Mention]]:
    """The parts of each total, in the order of the text."""
    found: dict[Mention, list[Mention]] = {}
    for part, total in totals.items():
        found.setdefault(total, []).append(part)
    return found


def _agree(left: Mention, right: Mention) -> bool:
    return relate_numbers(_number(left), _number(right)).bearing == "agree"


def _one_figure(left: Mention, right: Mention) -> bool:
    """Whether two totals state one figure, hedged or not."""
    bearing = relate_numbers(_number(left), _number(right)).bearing
    return bearing in ("agree", "compatible") and figure_of(left) == figure_of(right)


def _number(mention: Mention) -> NumberValue:
    assert isinstance(mention.value, NumberValue)
    return mention.value
