"""The order of the stages for bilingual files, whose pairs are given: read units, extract, compare.

Units are taken a stretch at a time, so that memory stays the same however long the file is. Values are compared unit by
unit. Names are found and held against each other within a stretch, in which one unit may tell what another leaves out.
"""

from __future__ import annotations

import datetime
import functools
import hashlib
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from align import languages
from align.bilingual import Bilingual, Unit
from align.bilingual.placeholders import hide
from align.bilingual.terms import Terms, lacking
from align.bilingual.untranslated import why_untranslated
from align.comparison.given import compare_given_names, compare_given_values
from align.comparison.pair_mentions import PairMentions
from align.extraction import find_values
from align.extraction.names import find_names, model_name
from align.languages.language import Language
from align.model import (
    Block,
    Comparison,
    Document,
    DocumentAnalysis,
    Finding,
    Kind,
    Mention,
    NumberValue,
    Pair,
    Problem,
    Segment,
    Settings,
    Signature,
    Span,
)
from align.names.glossary import Glossary
from align.names.shared import SharedNames
from align.pipeline import version
from align.segment import segment

STRETCH = 400  # units compared at once
KINDS: tuple[Kind, ...] = ("date", "number", "name")
NO_ENCODER = "none"


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What is compared of each unit, and with what."""

    settings: Settings = field(default_factory=Settings)
    kinds: tuple[Kind, ...] = KINDS
    reference_date: datetime.date | None = None

    def signature(self, source: str, target: str) -> Signature:
        codes = sorted((source, target)) if "name" in self.kinds else ()
        engines = self.settings.name_engines
        models = {code: model_name(languages.get(code), engines.get(code, "")) for code in codes}
        chosen = self.settings.chosen() | ({"kinds": ",".join(self.kinds)} if self.kinds != KINDS else {})
        return Signature(version(), NO_ENCODER, models, chosen)


def check_units(bilingual: Bilingual, check: CheckSettings) -> Iterator[Comparison]:
    """A comparison for every stretch of units, in the order of the file; offsets count within the stretch.

    `bilingual.problems` is whole after the last. Raises what reading raises, and `ModelError` where an engine that was
    asked for has no model.
    """
    checker = _Checker(bilingual, check)
    while stretch := list(itertools.islice(bilingual.units, STRETCH)):
        yield checker.compare(stretch)


class _Checker:
    def __init__(self, bilingual: Bilingual, check: CheckSettings) -> None:
        self._bilingual = bilingual
        self._check = check
        self._languages = (languages.get(bilingual.source), languages.get(bilingual.target))
        self._signature = check.signature(bilingual.source, bilingual.target)
        self._glossary = Glossary(check.settings.glossary)
        self._terms = Terms(self._glossary, *self._languages)

    def compare(self, units: Sequence[Unit]) -> Comparison:
        """One stretch of units."""
        sides = (
            _Side(self._languages[0], [unit.source for unit in units], self._bilingual, self._check),
            _Side(self._languages[1], [unit.target for unit in units], self._bilingual, self._check),
        )
        pairs = [
            Pair(unit.id, 1.0, (left,), (right,), line=unit.line)
            for unit, left, right in zip(units, sides[0].spans, sides[1].spans, strict=True)
        ]
        problems: list[Problem] = []
        translated = []
        for at, unit in enumerate(units):
            if why := why_untranslated(unit, *self._languages):
                problems.append(Problem(self._bilingual.id, why, unit.id, unit.line, "untranslated"))
            else:
                translated.append(at)
                for term in self._terms.missing(unit):
                    problems.append(Problem(self._bilingual.id, lacking(*term), unit.id, unit.line, "term", term))
        compared = set(translated)
        for side in sides:
            side.read([unit.counts for unit in units], compared)
        left, right = (side.analysis() for side in sides)
        members = [
            PairMentions(
                pairs[at], sides[0].values[at], sides[1].values[at], sides[0].figures[at], sides[1].figures[at]
            )
            for at in translated
        ]
        findings = list(self._findings(members, left, right))
        return Comparison(self._signature, left, right, tuple(pairs), tuple(findings), (), tuple(problems))

    def _findings(
        self, members: Sequence[PairMentions], left: DocumentAnalysis, right: DocumentAnalysis
    ) -> Iterator[Finding]:
        of_names: dict[str, list[Finding]] = {}
        ties: dict[str, Sequence[str]] = {}
        if "name" in self._check.kinds:
            names = SharedNames(left, right, self._glossary)
            of_names, ties = compare_given_names(members, names, left, right)
        documents = (left.document, right.document)
        for member in members:
            found = of_names.get(member.pair.id, [])
            if any((member.left, member.right, member.left_figures, member.right_figures)):
                found = found + compare_given_values(member, ties.get(member.pair.id, ()), documents)
            yield from _identified(finding for finding in found if finding.kind in self._check.kinds)


class _Side:
    """The texts of one side of a stretch as one document, a line each, and what is found in each text."""

    def __init__(self, language: Language, texts: Sequence[str], bilingual: Bilingual, check: CheckSettings) -> None:
        self._language = language
        self._texts = texts
        self._check = check
        starts = itertools.accumulate((len(text) + 1 for text in texts), initial=0)
        self.spans = [Span(start, start + len(text)) for start, text in zip(starts, texts, strict=False)]
        self._document = Document(bilingual.id, language.code, "\n".join(texts), bilingual.id, bilingual.name)
        self.values: list[tuple[Mention, ...]] = []
        self.figures: list[tuple[Mention, ...]] = []
        self._segments: list[Segment] = []

    def read(self, counts: Sequence[frozenset[int]], compared: set[int]) -> None:
        """Find the mentions of the texts that are `compared`. `counts` are what plural forms say by themselves."""
        hidden = [hide(text) for text in self._texts]
        for at, text in enumerate(hidden):
            found = _values(text, self._language.code, self._check.reference_date) if at in compared else ((), ())
            kept = (mention for mention in found[0] if not _is_count(mention, counts[at]))
            self.values.append(self._placed(at, kept))
            self.figures.append(self._placed(at, found[1]))
        if "name" in self._check.kinds:
            self._read_names(hidden, compared)

    def analysis(self) -> DocumentAnalysis:
        mentions = tuple(mention for values in self.values for mention in values)
        figures = tuple(figure for of_unit in self.figures for figure in of_unit)
        return DocumentAnalysis(self._document, "", mentions, segments=tuple(self._segments), figures=figures)

    def _placed(self, at: int, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
        """Mentions of a text as mentions of the document, quoted as the text has them."""
        start, text = self.spans[at].start, self._texts[at]
        return tuple(
            Mention(each.kind, start + each.start, start + each.end, text[each.start : each.end], each.value)
            for each in mentions
        )

    def _read_names(self, hidden: Sequence[str], compared: set[int]) -> None:
        whole = "\n".join(hidden)
        for at in sorted(compared):
            lines = Block("paragraph", self.spans[at].start, self.spans[at].end)
            self._segments += segment(whole, [lines], self._language)
        engine = self._check.settings.name_engines.get(self._language.code, "")
        found = find_names([whole[part.start : part.end] for part in self._segments], self._language, engine)
        text = self._document.text
        names: dict[int, list[Mention]] = {}
        units = iter(enumerate(self.spans))
        at, span = next(units)
        for part, mentions in zip(self._segments, found, strict=True):
            while part.start >= span.end:
                at, span = next(units)
            placed = ((part.start + each.start, part.start + each.end, each) for each in mentions)
            names.setdefault(at, []).extend(
                replace(each, start=start, end=end, text=text[start:end]) for start, end, each in placed
            )
        for at, mentions in names.items():
            merged = sorted((*self.values[at], *mentions), key=lambda each: (each.start, each.end, each.kind))
            self.values[at] = tuple(merged)


@functools.lru_cache(maxsize=1 << 12)  # memories repeat themselves
def _values(text: str, code: str, day: datetime.date | None) -> tuple[Sequence[Mention], Sequence[Mention]]:
    found = find_values(text, [Block("paragraph", 0, len(text))], languages.get(code), day)
    return found.mentions, found.figures


def _is_count(mention: Mention, counts: frozenset[int]) -> bool:
    value = mention.value
    return bool(counts) and isinstance(value, NumberValue) and value.low == value.high and value.low in counts


def _identified(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings with two digits of confidence and an id of their unit and what they say: it holds while these stay."""
    seen: Counter[str] = Counter()
    for finding in findings:
        quotes = [mention.text if mention else "" for mention in (finding.left, finding.right)]
        content = "\x1f".join([finding.pair, finding.kind, finding.verdict, *quotes])
        seen[content] += 1
        digest = hashlib.sha256(f"{content}\x1f{seen[content]}".encode("utf-8", "surrogatepass")).hexdigest()
        yield Finding(
            digest[:16],
            finding.pair,
            finding.kind,
            finding.verdict,
            round(finding.confidence, 2),
            finding.left,
            finding.right,
            finding.reason,
            finding.ground,
        )
