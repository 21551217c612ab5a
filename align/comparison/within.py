"""Claims of one document that exclude each other although they are of the same thing.

Claims meet through an index of their words, so that time grows with the length of the text and not its square. A pair
is passed over where anything says that the two are of different things: a document rightly tells of many dates and
counts. What is left gets a probability from the words shared and unshared, and what else could as well be meant lowers
it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from align.comparison.bearing import relate
from align.comparison.claims import Claim, Claims
from align.comparison.confidence import orders_apart
from align.comparison.dates import relate_dates
from align.comparison.narrative import year_of
from align.comparison.relation import Relation
from align.comparison.slips import differ_throughout, digits_of, figure, slip
from align.comparison.units import convert
from align.model import DateValue, Mention, NumberValue, Value

MOST_CLAIMS = 24  # a word that more claims of a text have in common brings none of them together
# A contradiction below this is not called one. Lower than the floor of conflicts between two texts: what keeps claims
# apart has been asked before, and what else could be meant has lowered the probability.
FLOOR = 0.4
MOST_REST = 3.0  # words of one's own beyond this say no more: long sentences have many
YEARS = (1500, 2100)  # a bare figure in between may be a year that was read as a count
SMALL = 2  # figures up to here are said in passing
OTHER_YEARS = 700  # days that an event lies back to be another than the one of which a text tells
NEARER = 3  # times: a date that is so much nearer to the dates around it than another is in its place

# feature -> weight, in log odds; fitted by training/fit_contradictions.py
WEIGHTS: dict[str, float] = {
    "bias": -2.11,
    "shared": 1.72,
    "rest": -1.33,
    "unshared_names": -1.56,
    "role": 1.98,
    "unit": 0.43,
    "alone": 2.18,
    "settled": -1.49,
    "slip": 2.06,
    "distance": -2.24,
    "crowd": -1.18,
    "fact": -0.51,
    "sourced": -0.51,
}

FARTHEST_ORDERS = 0.48  # powers of ten: nobody counts thrice as many of one thing, but for a slip


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Two claims that cannot both hold of one thing, the rule that says so, and the probability that they are of one.

    `shared` are words that both have, as the text writes them.
    """

    first: Claim
    second: Claim
    relation: Relation
    probability: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two claims that exclude each other and that nothing says to be of different things, by number."""

    i: int
    j: int
    relation: Relation


def exclusions(claims: Claims) -> list[Exclusion]:
    """The claims that contradict each other, surest first; each claim in its surest contradiction only."""
    context = Context(claims)
    weighed = [
        (candidate, probability(features(candidate.i, candidate.j, context))) for candidate in context.candidates
    ]
    found = []
    taken: set[int] = set()
    for candidate, sure in sorted(_against_rivals(weighed, claims), key=lambda each: -each[1]):
        if sure < FLOOR or taken & {candidate.i, candidate.j}:
            continue
        taken |= {candidate.i, candidate.j}
        a, b = claims.all[candidate.i], claims.all[candidate.j]
        found.append(Exclusion(a, b, candidate.relation, sure, _shared_words(a, b, claims)))
    return found


def _shared_words(a: Claim, b: Claim, claims: Claims) -> tuple[str, ...]:
    """What both speak of, as the text writes it first: what is counted, then the rarest words."""
    shared = a.words.keys() & b.words.keys() or a.sentence.keys() & b.sentence.keys()
    ordered = sorted(claims.rarest(shared), key=lambda stem: stem not in a.unit & b.unit)
    return tuple(a.words.get(stem) or a.sentence[stem] for stem in ordered)


class Context:
    """What the whole document says of its claims: which exclude each other, are settled, or have no third beside."""

    def __init__(self, claims: Claims) -> None:
        self.claims = claims
        self.candidates: list[Candidate] = []
        self.settled: set[int] = set()
        self._by_sentence: defaultdict[int, list[Claim]] = defaultdict(list)
        for claim in claims.all:
            self._by_sentence[claim.segment].append(claim)
        for i, j in _neighbours(claims):
            a, b = claims.all[i], claims.all[j]
            relation = relate(a.mention, b.mention)
            if relation.bearing == "agree":
                self.settled |= {i, j}
            elif relation.bearing == "conflict" and not (
                of_different_things(a, b) or self._told_beside(a, b) or self._differ_otherwise(a, b)
            ):
                self.candidates.append(Candidate(i, j, relation))
        self._values: defaultdict[tuple[str, ...], set[object]] = defaultdict(set)
        for claim in claims.all:
            if not _is_small(claim.mention.value):
                for key in _sorts(claim):
                    self._values[key].add(value_key(claim))

    def is_alone(self, a: Claim, b: Claim) -> bool:
        """Whether the text gives no third value for the role or the counted noun that the two share."""
        return any(len(self._values[key]) <= 2 for key in _sorts(a) & _sorts(b))

    def _told_beside(self, a: Claim, b: Claim) -> bool:
        """Whether the sentence of one claim gives the value of the other as well, of something else."""
        return any(
            other.mention.kind == own.mention.kind and relate(own.mention, other.mention).bearing == "agree"
            for own, sentence in ((a, b.segment), (b, a.segment))
            for other in self._by_sentence[sentence]
        )

    def _differ_otherwise(self, a: Claim, b: Claim) -> bool:
        """Whether the two sentences differ in another value of one sort too: two floods in two years, each its dead."""
        related = [
            relate(x.mention, y.mention).bearing
            for x in self._by_sentence[a.segment]
            for y in self._by_sentence[b.segment]
            if x.mention.kind == y.mention.kind != a.mention.kind and _sorts(x) & _sorts(y)
        ]
        return "conflict" in related and "agree" not in related

    def crowd(self, claim: Claim) -> int:
        """How many other values of its sort the claim's own sentence gives."""
        sort = _sorts(claim)
        values = {value_key(other) for other in self._by_sentence[claim.segment] if sort & _sorts(other)}
        return len(values - {value_key(claim)})


def _neighbours(claims: Claims) -> Iterator[tuple[int, int]]:
    """Claims of different sentences that share a word or a role, each pair once."""
    index: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, claim in enumerate(claims.all):
        for stem in claim.words:
            index[claim.mention.kind, stem].append(at)
        for role in claim.roles:
            index[claim.mention.kind, "", role].append(at)
    seen: set[tuple[int, int]] = set()
    for places in index.values():
        if len(places) > MOST_CLAIMS:
            continue
        for n, i in enumerate(places):
            for j in places[n + 1 :]:
                if claims.all[i].segment != claims.all[j].segment and (i, j) not in seen:
                    seen.add((i, j))
                    yield i, j


def of_different_things(a: Claim, b: Claim) -> bool:
    """Whether something rules out that the two claims are of one thing."""
    if a.in_fact and b.in_fact:  # each line is of something else
        return True
    if (a.scopes != b.scopes and not _is_fact_misread(a, b)) or (a.sourced and b.sourced):
        return True
    if (a.roles and b.roles and not a.roles & b.roles) or _name_others(a, b):
        return True
    x, y = a.mention.value, b.mention.value
    if isinstance(x, DateValue) and isinstance(y, DateValue):
        return _different_events(a, b, x, y)
    assert isinstance(x, NumberValue) and isinstance(y, NumberValue)
    return _different_counts(a, b, x, y)


def _is_fact_misread(a: Claim, b: Claim) -> bool:
    """Whether a fact line and a sentence differ by a slip: the line has no words for "only" or "by then"."""
    return a.in_fact != b.in_fact and slip(a.mention.value, b.mention.value) > 0


def _name_others(a: Claim, b: Claim) -> bool:
    """Whether each names somebody or something that the other does not; "Massoud" is Ahmad Shah Massoud."""
    return bool(_unmatched(a, b)) and bool(_unmatched(b, a))


def _unmatched(a: Claim, b: Claim) -> list[frozenset[str]]:
    return [
        name
        for name in a.names
        if not name <= b.sentence.keys() and not any(name <= other or other <= name for other in b.names)
    ]


def _different_events(a: Claim, b: Claim, x: DateValue, y: DateValue) -> bool:
    if _is_long(x) or _is_long(y) or differ_throughout(x, y):
        return True
    if (a.in_heading or b.in_heading) and not a.roles & b.roles:
        return True  # the date of a heading is that of a whole section
    if (x.earliest is None or y.earliest is None) and min(len(x.edtf or ""), len(y.edtf or "")) < len("XXXX-01-01"):
        return True
    first, second = year_of(x), year_of(y)
    if first is None or second is None or a.time is None or b.time is None:
        return False
    # Each is far nearer to the dates around it than the other would be: the story has moved on between them.
    first_fits = NEARER * abs(first - a.time) < abs(second - a.time)
    return first_fits and NEARER * abs(second - b.time) < abs(first - b.time)


def _is_small(value: Value) -> bool:
    return isinstance(value, NumberValue) and figure(value) <= SMALL


def _may_be_year(mention: Mention) -> bool:
    assert isinstance(mention.value, NumberValue)
    first, last = YEARS
    return mention.value.quantity == "count" and first <= figure(mention.value) <= last and mention.text[:4].isdecimal()


def _is_part(a: Claim, b: Claim) -> bool:
    """Whether one may count some of those whom the other counts: five children among nineteen people."""
    x, y = a.mention.value, b.mention.value
    assert isinstance(x, NumberValue) and isinstance(y, NumberValue)
    return x.quantity == "count" and bool(a.unit) and not b.unit and figure(x) < figure(y)


def _is_long(value: DateValue) -> bool:
    """Whether a date is a span of more than a year, of which a text may name either end."""
    return bool(value.earliest and value.latest) and value.earliest[:4] != value.latest[:4]  # type: ignore[index]


def _different_counts(a: Claim, b: Claim, x: NumberValue, y: NumberValue) -> bool:
    if x.quantity != y.quantity or x.quantity == "age" or x.ordinal:
        return True  # an age is one of its day
    if x.quantity == "duration" and not (a.roles or b.roles):
        return True  # of prison terms and the like a text has many; what lasted so long is one
    if x.quantity == "count" and a.unit and b.unit and not a.unit & b.unit:
        return True
    # Who says "some" twice rounds two things: 600 km off the coast, 600 metres apart.
    if x.approximate and y.approximate and x.unit != y.unit and (x.low, x.high) == (y.low, y.high):
        return True
    if _distance(x, y) > FARTHEST_ORDERS and not slip(x, y):
        return True  # of 900,000 inhabitants 200,000 may leave
    digits = {digits_of(figure(value)) for value in (x, y)}
    if x.quantity == "count" and figure(x) != figure(y) and len(digits) == 1 and len(digits.pop()) == 1:
        return True  # five of the 5,000 factories are in one house
    if all(_may_be_year(claim.mention) for claim in (a, b)):
        return True
    if _is_small(x) or _is_small(y) or _is_part(a, b) or _is_part(b, a):
        return True
    if _is_of_other_years(a) != _is_of_other_years(b):
        return True
    related = [relate_dates(p, q).bearing for p in a.dates for q in b.dates]
    return bool(related) and all(bearing == "conflict" for bearing in related)


def _is_of_other_years(claim: Claim) -> bool:
    """Whether a sentence goes back by years from the day of writing: "ten years ago another pig ..."."""
    offsets = (date.offset for date in claim.dates if date.offset and not date.offset.stretch)
    return any(day < -OTHER_YEARS for offset in offsets if not offset.anchor for span in offset.days for day in span)


def features(i: int, j: int, context: Context) -> dict[str, float]:
    """What is known of two claims that exclude each other, by the names of `WEIGHTS`."""
    claims = context.claims
    a, b = claims.all[i], claims.all[j]
    shared = a.words.keys() & b.words.keys()
    only_a, only_b = a.words.keys() - b.sentence.keys(), b.words.keys() - a.sentence.keys()
    x, y = a.mention.value, b.mention.value
    return {
        "bias": 1.0,
        "shared": claims.weight(shared),
        # Both have words that the other lacks; what one alone says more may be mere detail.
        "rest": min(MOST_REST, claims.weight(only_a), claims.weight(only_b)),
        "unshared_names": min(
            claims.weight(a.sentence_names - b.sentence.keys()), claims.weight(b.sentence_names - a.sentence.keys())
        ),
        "role": float(bool(a.roles & b.roles)),
        "unit": float(bool(a.unit & b.unit)),
        "alone": float(context.is_alone(a, b)),
        "settled": float((i in context.settled) + (j in context.settled)),
        "slip": slip(x, y),
        "distance": _distance(x, y),
        "crowd": float(min(3, context.crowd(a) + context.crowd(b))),
        "fact": float(a.in_fact or b.in_fact),
        "sourced": float(a.sourced or b.sourced),
    }


def _distance(x: Value, y: Value) -> float:
    """How many powers of ten two figures lie apart, in one unit."""
    if isinstance(x, NumberValue) and isinstance(y, NumberValue) and x.unit != y.unit and x.quantity != "count":
        converted = convert(figure(y), y.unit, x.unit)
        if converted is not None:
            y = replace(y, low=converted, high=converted)
    return orders_apart(x, y)


def probability(found: dict[str, float]) -> float:
    return 1 / (1 + math.exp(-sum(WEIGHTS[name] * value for name, value in found.items())))


def _against_rivals(weighed: Sequence[tuple[Candidate, float]], claims: Claims) -> Iterator[tuple[Candidate, float]]:
    """Each candidate with its probability, lowered where either claim has other values to be held against."""
    rivals: defaultdict[int, dict[object, float]] = defaultdict(dict)
    for candidate, sure in weighed:
        for own, other in ((candidate.i, candidate.j), (candidate.j, candidate.i)):
            value = value_key(claims.all[other])
            rivals[own][value] = max(rivals[own].get(value, 0.0), sure)
    for candidate, sure in weighed:
        shares = [
            sure / (sure + sum(rivals[own].values()) - rivals[own][value_key(claims.all[other])])
            for own, other in ((candidate.i, candidate.j), (candidate.j, candidate.i))
        ]
        yield candidate, sure * min(shares)


def _sorts(claim: Claim) -> set[tuple[str, ...]]:
    value = claim.mention.value
    quantity = value.quantity if isinstance(value, NumberValue) else ""
    kinds = {("role", role) for role in claim.roles} | {("unit", unit) for unit in claim.unit}
    return {(claim.mention.kind, quantity, *kind) for kind in kinds}


def value_key(claim: Claim) -> tuple[Decimal | None, Decimal | None] | str | None:
    """What makes two values one."""
    value = claim.mention.value
    return (value.low, value.high) if isinstance(value, NumberValue) else getattr(value, "edtf", None)
