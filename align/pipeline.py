"""The order of the stages, known here alone: read, segment, extract, pair, compare."""

from __future__ import annotations

import datetime
import functools
import importlib.metadata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from align import languages
from align.blas import one_thread
from align.comparison import Claims, Surroundings, add_claim_pairs, compare_pairs, unexplained
from align.comparison.contradictions import find_contradictions
from align.encode import TextVectors, encoder_name, load_ahead
from align.extraction import extract_mentions
from align.extraction.date_equations import contradictory_equations
from align.extraction.names import model_name
from align.model import (
    Comparison,
    Contradiction,
    Document,
    DocumentAnalysis,
    Finding,
    Mention,
    Pair,
    Problem,
    Settings,
    Side,
    Signature,
)
from align.names.glossary import Glossary
from align.names.shared import SharedNames
from align.pairing import pair_passages
from align.read import detect_language, read_document, sha256, split_blocks
from align.segment import segment

DEFAULTS = Settings()


@functools.cache
def version() -> str:
    return importlib.metadata.version("align-sources")


def extract(text: str, language: str | None = None, reference_date: datetime.date | None = None) -> list[Mention]:
    """The dates, numbers and names of a text, in text order, with offsets into it.

    `language` is a BCP 47 code; without it the language is told from the script. `reference_date` is the day
    against which "yesterday" or «الأسبوع الماضي» are resolved; without it they are mentions with no date.
    Raises `LanguageError` for a language without a table.
    """
    code = language or detect_language(text, "The text")
    return list(analyse(Document("text", code, text), reference_date).mentions)


def analyse(
    document: Document, reference_date: datetime.date | None = None, settings: Settings = DEFAULTS
) -> DocumentAnalysis:
    """A document with its blocks, sentences and mentions. Raises `ModelError` where an engine has no model.

    Without a `reference_date` the day on which the document says that it was published stands for it.
    """
    for code, engine in settings.name_engines.items():
        model_name(languages.get(code), engine)  # first of all, so that nobody waits to be told what to install
    language = languages.get(document.language)
    blocks = split_blocks(document.text)
    segments = segment(document.text, blocks, language)
    names = settings.name_engines.get(language.code, "")
    found = extract_mentions(document.text, blocks, segments, language, reference_date or document.date, names)
    return DocumentAnalysis(
        document,
        sha256(document),
        mentions=tuple(found.mentions),
        blocks=tuple(blocks),
        segments=tuple(segments),
        figures=tuple(found.figures),
        unread=tuple(found.unread),
    )


def compare(
    left: str | Path | Document,
    right: str | Path | Document,
    settings: Settings = DEFAULTS,
    reference_date: datetime.date | None = None,
) -> Comparison:
    """Compare two documents, each a path or a `Document`, in two languages or in one.

    Raises `InputError` for a file that cannot be read, `LanguageError` for a language without a table,
    `ModelError` for a model that is not installed.
    """
    documents = [
        side if isinstance(side, Document) else read_document(side, max_size=settings.max_size)
        for side in (left, right)
    ]
    for document in documents:
        languages.get(document.language)  # before a model loads
    load_ahead(settings.encoder)
    left_analysis, right_analysis = (analyse(document, reference_date, settings) for document in documents)
    return compare_analyses(left_analysis, right_analysis, settings)


def compare_analyses(left: DocumentAnalysis, right: DocumentAnalysis, settings: Settings = DEFAULTS) -> Comparison:
    """Compare two documents that have been analysed, so that one document in many pairs is analysed once."""
    with one_thread():  # most products are small, and threads that wait for each other cost more than they do
        names = SharedNames(left, right, Glossary(settings.glossary))
        vectors = TextVectors(settings.encoder)
        claims = (Claims(left), Claims(right))
        surroundings = Surroundings(left, right, names, claims, vectors)
        pairs, translation = pair_passages(left, right, names, vectors)
        pairs = add_claim_pairs(pairs, translation, surroundings)
        internal = (*_contradictions(left, claims[0], "left"), *_contradictions(right, claims[1], "right"))
        findings, pairs = compare_pairs(left, right, pairs, names, surroundings, internal)
    internal = unexplained(internal, findings, translation)
    pairs = _without_idle(pairs, findings)
    reported = {pair.id for pair in pairs}
    findings = tuple(finding for finding in findings if finding.pair in reported)
    problems = tuple(problem for side in (left, right) for problem in _problems(side))
    return Comparison(signature((left, right), settings), left, right, tuple(pairs), findings, internal, problems)


def _problems(analysis: DocumentAnalysis) -> Iterator[Problem]:
    if not analysis.segments:
        yield Problem(analysis.document.id, "The text has no sentence to compare.")
    for span in analysis.unread:
        message = f"Characters {span.start:,} to {span.end:,} are figures without a sentence; no value was read there."
        yield Problem(analysis.document.id, message)


def _contradictions(analysis: DocumentAnalysis, claims: Claims, side: Side) -> list[Contradiction]:
    language = languages.get(analysis.document.language)
    equations = contradictory_equations(analysis.document.text, analysis.mentions, language)
    return find_contradictions(analysis, claims, equations, side)


def _without_idle(pairs: Sequence[Pair], findings: Sequence[Finding]) -> list[Pair]:
    """The pairs but for tentative ones in which no two values could be held against each other, nor names conflict."""
    both = [finding for finding in findings if finding.left and finding.right]
    busy = {finding.pair for finding in both if finding.kind != "name" or finding.verdict == "conflict"}
    return [pair for pair in pairs if not pair.tentative or pair.id in busy]


def signature(documents: Iterable[DocumentAnalysis], settings: Settings) -> Signature:
    """What a comparison of these documents is made by, models by language."""
    codes = sorted({analysis.document.language for analysis in documents})
    models = {code: model_name(languages.get(code), settings.name_engines.get(code, "")) for code in codes}
    return Signature(version(), encoder_name(settings.encoder), models, settings.chosen())
