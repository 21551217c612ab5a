"""SARIF 2.1.0 (OASIS, 2020): the discrepancies as results that code-review tools show beside the texts.

What agrees or can both be true is no result. A result stands where the left text states the value, or the right one
where only that does; its counterpart is a related location. Lines and columns begin at 1 and count code points.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import regex

from align.model import (
    Comparison,
    Contradiction,
    DocumentAnalysis,
    Finding,
    Kind,
    Mention,
    Problem,
    Side,
    Signature,
    Span,
)
from align.report.bidi import one_line
from align.report.order import KINDS, ranked, ranked_contradictions
from align.report.quotes import passage_of, shorten
from align.report.reasons import plain_reason, reason_parts, rule_in_words
from align.report.wording import INTERNAL, KIND_NAMES, Shown, text_names, verdict_name
from align.wording import DEFAULT_INTERFACE, Interface

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# How grave a review tool is to show it.
LEVELS: dict[Shown, str] = {"conflict": "error", INTERNAL: "warning", "only-left": "note", "only-right": "note"}
LONGEST_SNIPPET = 400
Location = Callable[[Side, Span | Mention, str], dict[str, Any]]
_SIDES: tuple[Side, Side] = ("left", "right")
# Brackets make links in a message, braces places to fill (SARIF 2.1.0, 3.11.5 and 3.11.6).
_SPECIAL = regex.compile(r"[\\\[\]]")


def render_sarif(comparison: Comparison, interface: Interface = DEFAULT_INTERFACE) -> str:
    """The discrepancies as a SARIF log of one run."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(comparison, interface)]}
    text = json.dumps(log, ensure_ascii=False, indent=2, allow_nan=False)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"  # a lone surrogate is no text


def _run(comparison: Comparison, interface: Interface) -> dict[str, Any]:
    analyses = (comparison.left, comparison.right)
    places = {side: _Places(analysis, at) for at, (side, analysis) in enumerate(zip(_SIDES, analyses, strict=True))}

    def location(side: Side, spot: Span | Mention, _: str) -> dict[str, Any]:
        return places[side].location(spot)

    return run_head(comparison.signature, interface, comparison.problems) | {
        "artifacts": [_artifact(analysis) for analysis in analyses],
        "results": [result for _, result in results(comparison, interface, location)],
        "properties": {"signature": one_line(str(comparison.signature))},
    }


def run_head(
    signature: Signature,
    interface: Interface,
    problems: Sequence[Problem],
    more_rules: Sequence[dict[str, Any]] = (),
) -> dict[str, Any]:
    """The members of a run that say what ran, `more_rules` after the rules on findings."""
    rules = [_rule(verdict, kind, interface) for verdict in LEVELS for kind in KINDS]
    notifications = [
        {"level": "warning", "message": message(f"{one_line(found.document)}: {one_line(found.message)}")}
        for found in problems
    ]
    return {
        "tool": {
            "driver": {
                "name": "align",
                "version": one_line(signature.version),
                "language": interface.code,
                "rules": [*rules, *more_rules],
            }
        },
        "language": interface.code,
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notifications}],
    }


def _rule(verdict: Shown, kind: Kind, interface: Interface) -> dict[str, Any]:
    return {
        "id": _rule_id(verdict, kind),
        "shortDescription": {"text": f"{interface.text(KIND_NAMES[kind])}: {verdict_name(verdict, interface)}"},
        "defaultConfiguration": {"level": LEVELS[verdict]},
    }


def _rule_id(verdict: Shown, kind: Kind) -> str:
    return f"{kind}-{verdict}"


def _artifact(analysis: DocumentAnalysis) -> dict[str, Any]:
    document = analysis.document
    return {
        "location": {"uri": _address(analysis)},
        "description": {"text": shorten(one_line(document.title or document.id), LONGEST_SNIPPET) or "-"},
        "encoding": "utf-8",
        # Not among `hashes`: it is of the text as read, which need not be the bytes of the file.
        "properties": {"language": document.language, "sha256OfText": analysis.sha256},
    }


def _address(analysis: DocumentAnalysis) -> str:
    """Where the document lies, as a URI; a name that is no path can be taken for no other address either."""
    document = analysis.document
    name = document.source if document.source not in ("", "-") else document.id
    path = PurePath(name.encode("utf-8", "replace").decode("utf-8").replace("\0", ""))
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), safe="/")


class _Places:
    """Lines and columns of one document, found by bisection."""

    def __init__(self, analysis: DocumentAnalysis, index: int) -> None:
        self._text = analysis.document.text
        self._artifact = {"uri": _address(analysis), "index": index}
        self._starts = [0, *(at + 1 for at, letter in enumerate(self._text) if letter == "\n")]

    def location(self, span: Span | Mention) -> dict[str, Any]:
        start = min(max(0, span.start), len(self._text))
        end = min(max(start, span.end), len(self._text))
        first, last = self._line(start), self._line(end)
        snippet = shorten(one_line(self._text[start : min(end, start + 2 * LONGEST_SNIPPET)]), LONGEST_SNIPPET)
        region = {
            "startLine": first + 1,
            "startColumn": start - self._starts[first] + 1,
            "endLine": last + 1,
            "endColumn": end - self._starts[last] + 1,
            "charOffset": start,
            "charLength": end - start,
            "snippet": {"text": snippet},
        }
        return {"physicalLocation": {"artifactLocation": dict(self._artifact), "region": region}}

    def _line(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1


def results(
    comparison: Comparison, interface: Interface, location: Location
) -> Iterator[tuple[Finding | Contradiction, dict[str, Any]]]:
    """What is a result, ranked, each with its form; `location` tells where a place of a pair's text is shown."""
    names = text_names(comparison, interface)
    pairs = {pair.id: pair for pair in comparison.pairs}

    def result(
        found: Finding | Contradiction, verdict: Shown, spots: list[tuple[Side, Span | Mention]]
    ) -> dict[str, Any]:
        (side, spot), *others = spots
        pair = found.pair if isinstance(found, Finding) else ""
        related = [
            location(other, spot, pair) | {"id": number, "message": message(names[other])}
            for number, (other, spot) in enumerate(others, 1)
        ]
        told = {"verdict": verdict, "kind": found.kind, "confidence": round(found.confidence, 4)}
        rule = rule_in_words(found, interface)
        made = {
            "ruleId": _rule_id(verdict, found.kind),
            "ruleIndex": list(LEVELS).index(verdict) * len(KINDS) + KINDS.index(found.kind),
            "level": LEVELS[verdict],
            "message": message(plain_reason(reason_parts(found, interface, names), interface)),
            "locations": [location(side, spot, pair)],
            "partialFingerprints": {"alignFindingId/v1": found.id},
            "rank": round(100 * found.confidence, 2),
            "properties": told | ({"rule": rule} if rule else {}),
        }
        return made | ({"relatedLocations": related} if related else {})

    for finding in ranked(comparison.findings):
        if finding.verdict in LEVELS:
            spots: list[tuple[Side, Span | Mention]] = []
            for side, mention in zip(_SIDES, (finding.left, finding.right), strict=True):
                passage = passage_of(pairs.get(finding.pair), side)
                if mention is not None:
                    spots.append((side, mention))
                elif passage:
                    spots.append((side, passage[0]))
            if finding.left is None:
                spots.reverse()  # the text that states the value comes first
            yield finding, result(finding, finding.verdict, spots)
    for found in ranked_contradictions(comparison.internal):
        yield found, result(found, INTERNAL, [(found.side, found.first), (found.side, found.second)])


def message(text: str) -> dict[str, str]:
    """A message in which nothing is a link or a place to fill."""
    escaped = _SPECIAL.sub(r"\\\g<0>", text).replace("{", "{{").replace("}", "}}")
    return {"text": escaped or "-"}
