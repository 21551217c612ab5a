"""The order of the stages, known here alone: read, segment, extract, pair, compare."""

from __future__ import annotations

import datetime
import importlib.metadata
from collections.abc import Sequence
from pathlib import Path

from align import languages
from align.comparison import compare_pairs
from align.encode import DEFAULT, encoder_name, load_ahead
from align.errors import LanguageError
from align.extraction import extract_mentions
from align.extraction.names import model_name
from align.model import Comparison, Document, DocumentAnalysis, Finding, Mention, Pair, Problem, Signature
from align.names.shared import SharedNames
from align.pairing import SURE, pair_passages
from align.read import detect_language, read_document, sha256, split_blocks
from align.segment import segment


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


def analyse(document: Document, reference_date: datetime.date | None = None) -> DocumentAnalysis:
    """A document with its blocks, sentences and mentions."""
    language = languages.get(document.language)
    blocks = split_blocks(document.text)
    segments = segment(document.text, blocks, language)
    mentions = extract_mentions(document.text, blocks, segments, language, reference_date)
    return DocumentAnalysis(document, sha256(document), tuple(mentions), tuple(blocks), tuple(segments))


def compare(
    left: str | Path | Document,
    right: str | Path | Document,
    *,
    encoder: str = DEFAULT,
    reference_date: datetime.date | None = None,
) -> Comparison:
    """Compare two documents, each a path or a `Document`, in different languages.

    Raises `InputError` for a file that cannot be read, `LanguageError` for a language without a table or for two
    texts in one language, `ModelError` for an encoder that is not installed.
    """
    documents = [side if isinstance(side, Document) else read_document(side) for side in (left, right)]
    _check_languages(documents[0], documents[1])
    load_ahead(encoder)
    return compare_analyses(
        analyse(documents[0], reference_date), analyse(documents[1], reference_date), encoder=encoder
    )


def compare_analyses(left: DocumentAnalysis, right: DocumentAnalysis, *, encoder: str = DEFAULT) -> Comparison:
    """Compare two documents that have been analysed, so that one document in many pairs is analysed once."""
    names = SharedNames(left, right)
    pairs = pair_passages(left, right, names, encoder)
    findings = compare_pairs(left, right, pairs, names, encoder)
    pairs = _without_idle(pairs, findings)
    reported = {pair.id for pair in pairs}
    findings = tuple(finding for finding in findings if finding.pair in reported)
    problems = tuple(
        Problem(side.document.id, "The text has no sentence to compare.") for side in (left, right) if not side.segments
    )
    return Comparison(signature(left, right, encoder), left, right, tuple(pairs), findings, (), problems)


def _without_idle(pairs: Sequence[Pair], findings: Sequence[Finding]) -> list[Pair]:
    """The pairs but for tentative ones in which no two mentions could be held against each other."""
    busy = {finding.pair for finding in findings if finding.left and finding.right and finding.kind != "name"}
    return [pair for pair in pairs if pair.score >= SURE or pair.id in busy]


def signature(left: DocumentAnalysis, right: DocumentAnalysis, encoder: str) -> Signature:
    """What the comparison was made by, models by language."""
    codes = sorted({side.document.language for side in (left, right)})
    models = {code: model_name(languages.get(code)) for code in codes}
    return Signature(version(), encoder_name(encoder), models)


def _check_languages(left: Document, right: Document) -> None:
    a, b = languages.get(left.language), languages.get(right.language)
    if a.code == b.code:
        raise LanguageError(f"{left.id} and {right.id} are both {a.name}; a comparison needs two languages.")
