"""SARIF 2.1.0 for checked files: a run a file, each result at the line of its unit, which is its logical location."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from align.model import Comparison, Finding, Mention, Problem, Rule, Side, Signature, Span
from align.report.bidi import one_line
from align.report.order import BY_SEVERITY, KINDS
from align.report.problems import problem_parts
from align.report.quotes import shorten
from align.report.reasons import plain_reason
from align.report.sarif import LEVELS, LONGEST_SNIPPET, SCHEMA, message, results, run_head
from align.report.units.origin import Origin
from align.report.units.spool import RankedSpool, Spool
from align.wording import Interface

RULES: dict[Rule, str] = {
    "untranslated": "A unit without a translation.",
    "term": "A term of the glossary that the target renders in another way.",
}
_LINE = b",\n"


class SarifWriter:
    def __init__(self, interface: Interface, fails: frozenset[str]) -> None:
        self._interface = interface
        self._runs = Spool(_LINE)
        self._signature: Signature | None = None

    def begin(self, origin: Origin) -> None:
        self._origin = origin
        self._results = RankedSpool(_LINE)

    def add(self, part: Comparison) -> None:
        self._signature = part.signature
        lines = {pair.id: pair.line for pair in part.pairs}
        texts: dict[Side, str] = {"left": part.left.document.text, "right": part.right.document.text}

        def location(side: Side, spot: Span | Mention, pair: str) -> dict[str, Any]:
            end = min(spot.end, spot.start + 2 * LONGEST_SNIPPET)
            return self._location(lines[pair], pair, texts[side][spot.start : end])

        for found, form in results(part, self._interface, location):
            assert isinstance(found, Finding)
            self._results.add(found, _bytes(form))
        for problem in part.problems:
            assert problem.rule is not None
            self._results.add_at(BY_SEVERITY.index("compatible"), 1.0, _bytes(self._of_problem(problem, problem.rule)))

    def end(self, problems: Sequence[Problem]) -> None:
        assert self._signature is not None
        rules = [
            {
                "id": rule,
                "shortDescription": {"text": self._interface.text(text)},
                "defaultConfiguration": {"level": "warning"},
            }
            for rule, text in RULES.items()
        ]
        languages = {"sourceLanguage": self._origin.left, "targetLanguage": self._origin.right}
        head = run_head(self._signature, self._interface, problems, rules) | {
            "artifacts": [{"location": {"uri": self._origin.address()}, "properties": languages}],
            "properties": {"signature": one_line(str(self._signature))},
        }
        self._runs.add(_bytes(head)[:-1] + b', "results": [\n')
        for piece in self._results.pieces():
            self._runs.extend(piece)
        self._runs.extend(b"\n]}")

    def finish(self) -> Iterator[bytes]:
        yield b'{"$schema": %b, "version": "2.1.0", "runs": [\n' % _bytes(SCHEMA)
        yield from self._runs.pieces()
        yield b"\n]}\n"

    def _location(self, line: int, unit: str, text: str) -> dict[str, Any]:
        region: dict[str, Any] = {"startLine": line}
        if text:
            region["snippet"] = {"text": shorten(one_line(text), LONGEST_SNIPPET)}
        return {
            "physicalLocation": {"artifactLocation": {"uri": self._origin.address(), "index": 0}, "region": region},
            "logicalLocations": [{"name": one_line(unit), "kind": "resource"}],
        }

    def _of_problem(self, problem: Problem, rule: Rule) -> dict[str, Any]:
        return {
            "ruleId": rule,
            "ruleIndex": len(LEVELS) * len(KINDS) + list(RULES).index(rule),
            "level": "warning",
            "message": message(plain_reason(problem_parts(problem, self._interface), self._interface)),
            "locations": [self._location(problem.line, problem.unit, "")],
        }


def _bytes(form: object) -> bytes:
    return json.dumps(form, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")
