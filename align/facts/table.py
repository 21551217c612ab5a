"""The table of facts of one topic: what each fact is, which answers it has, and who gives them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from align.comparison.bearing import relate
from align.encode import DEFAULT
from align.facts.alone import stated_alone
from align.facts.cluster import cluster, links_of, place, repeats_of
from align.facts.fact import Agreement, Answer, Claim, Fact, FactTable, Link, SourcePair
from align.facts.labels import Labeller
from align.facts.sameness import CountedNouns
from align.model import DateValue, DocumentAnalysis, Mention, NumberValue, Signature

_ORDER: tuple[Agreement, ...] = ("split", "compatible", "agree")
_UNSTATED = 10**6  # how vague a value without bounds is


def tabulate(
    topic: str,
    sources: Sequence[DocumentAnalysis],
    pairs: Sequence[SourcePair],
    signature: Signature,
    encoder: str = DEFAULT,
) -> FactTable:
    """The facts that at least two of the sources state, out of the comparisons of each two of them.

    Splits come first, then facts by the number of sources that state them, then by their place in the first source.
    """
    links = links_of(pairs)
    by_claims = {frozenset({link.left, link.right}): link for link in links}
    labeller = Labeller(sources, links)
    groups = cluster(links, repeats_of(pairs), CountedNouns(sources, encoder).differ)
    facts = [_fact(claims, by_claims, labeller, sources) for claims in groups]
    facts.sort(key=_rank)
    problems = dict.fromkeys(problem for pair in pairs for problem in pair.comparison.problems)
    return FactTable(
        topic,
        tuple(sources),
        tuple(pairs),
        tuple(_identified(facts, sources)),
        signature,
        tuple(problems),
        stated_alone(sources, facts),
    )


def _fact(
    claims: Sequence[Claim],
    links: Mapping[frozenset[Claim], Link],
    labeller: Labeller,
    sources: Sequence[DocumentAnalysis],
) -> Fact:
    within = [links[pair] for pair in map(frozenset, combinations(claims, 2)) if pair in links]
    answers = _answers(claims, links)
    return Fact(
        id="",
        kind=claims[0].mention.kind,
        agreement=_agreement(answers, within),
        answers=tuple(answers),
        labels=labeller.labels(claims, within),
        links=tuple(sorted(within, key=lambda link: (place(link.left), place(link.right)))),
    )


def _answers(claims: Sequence[Claim], links: Mapping[frozenset[Claim], Link]) -> list[Answer]:
    """Claims by what can hold together, the answer of most sources first.

    The most exact values part the answers. A vaguer one that fits several is in the answer of the most sources, for it
    says nothing against any.
    """
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda claim: (_vagueness(claim.mention), place(claim))):
        fitting = [group for group in groups if not any(_exclude(claim, other, links) for other in group)]
        if fitting:
            max(fitting, key=lambda group: len({other.source for other in group})).append(claim)
        else:
            groups.append([claim])
    answers = [Answer(tuple(group)) for group in groups]
    return sorted(answers, key=lambda answer: (-len(answer.sources), place(answer.claims[0])))


def _exclude(a: Claim, b: Claim, links: Mapping[frozenset[Claim], Link]) -> bool:
    """Whether two claims cannot both hold: by the finding about them, or else by their values."""
    link = links.get(frozenset({a, b}))
    if link:
        return link.finding.verdict == "conflict"
    return a.mention.kind != "name" and relate(a.mention, b.mention).bearing == "conflict"


def _vagueness(mention: Mention) -> tuple[float, ...]:
    """How many days, or how much of its figure, a value leaves open."""
    value = mention.value
    if isinstance(value, DateValue):
        if value.earliest and value.latest:
            return (_days(value.latest) - _days(value.earliest),)
        return (_UNSTATED - len((value.edtf or "").replace("X", "")),)
    if isinstance(value, NumberValue):
        if value.low is None or value.high is None:
            return (_UNSTATED,)
        return (float(value.high - value.low), float(value.approximate), float(_zeros(value)))
    return (0.0,)


def _zeros(value: NumberValue) -> int:
    """The zeros at the end of a figure: 2,200 is rounder than 2,208."""
    digits = format(value.high or 0, "f")
    return len(digits) - len(digits.rstrip("0"))


def _days(date: str) -> float:
    parts = date.lstrip("-").split("-")
    return sum(float(part) * days for part, days in zip(parts, (365.25, 30.44, 1.0), strict=False))


def _agreement(answers: Sequence[Answer], links: Iterable[Link]) -> Agreement:
    if len(answers) > 1:
        return "split"
    return "compatible" if any(link.finding.verdict == "compatible" for link in links) else "agree"


def _rank(fact: Fact) -> tuple[object, ...]:
    first = min((claim for answer in fact.answers for claim in answer.claims), key=place)
    return (_ORDER.index(fact.agreement), -len(fact.sources), place(first))


def _identified(facts: Sequence[Fact], sources: Sequence[DocumentAnalysis]) -> list[Fact]:
    """Facts with ids made of who says what, so that an edit elsewhere in the texts leaves them as they are."""
    seen: Counter[str] = Counter()
    out = []
    for fact in facts:
        said = sorted(
            f"{sources[claim.source].document.language}/{sources[claim.source].document.id}\x1f{claim.mention.text}"
            for answer in fact.answers
            for claim in answer.claims
        )
        content = "\x1e".join([fact.kind, *said])
        seen[content] += 1
        digest = hashlib.sha256(f"{content}\x1e{seen[content]}".encode("utf-8", "surrogatepass")).hexdigest()
        out.append(replace(fact, id=digest[:16]))
    return out
