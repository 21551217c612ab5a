"""JUnit XML, as build servers read it: a suite a file, a test case a unit, a failure where the run is to fail.

There is no standard but practice; the schema followed is that of the JUnit report task of Ant, with the attributes
`file` and `line` that pytest and GitLab added. What was found and is no failure stands in the case's output.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

import regex

from align.model import Comparison, Problem, Verdict
from align.report.bidi import one_line
from align.report.evidence import Evidence, Evidences
from align.report.problems import problem_parts
from align.report.reasons import plain_reason
from align.report.units.origin import Origin
from align.report.units.spool import Spool
from align.wording import Interface

_REACH = 120
_TOLD: tuple[Verdict, ...] = ("conflict", "only-left", "only-right")
# XML 1.0, 2.2: what no document may hold, not even as a reference.
_NO_XML = regex.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class JunitWriter:
    def __init__(self, interface: Interface, fails: frozenset[str]) -> None:
        self._interface = interface
        self._fails = fails
        self._suites = Spool(b"\n")
        self._total = [0, 0]  # units, and those that fail

    def begin(self, origin: Origin) -> None:
        self._origin = origin
        self._cases = Spool()
        self._numbers = [0, 0]

    def add(self, part: Comparison) -> None:
        told: dict[str, list[tuple[str, bool]]] = {}  # by unit: lines of XML, and whether each is a failure
        for evidence in Evidences(part, _REACH, self._interface).findings(*_TOLD):
            fails = evidence.verdict in self._fails
            entry = _entry(f"{evidence.kind}-{evidence.verdict}", evidence.plain_reason, _quotes(evidence), fails)
            told.setdefault(evidence.pair, []).append((entry, fails))
        for problem in part.problems:
            fails = problem.rule in self._fails
            said = plain_reason(problem_parts(problem, self._interface), self._interface)
            entry = _entry(str(problem.rule), said, "", fails)
            told.setdefault(problem.unit, []).append((entry, fails))
        for pair in part.pairs:
            entries = told.get(pair.id, ())
            self._numbers[0] += 1
            self._numbers[1] += any(fails for _, fails in entries)
            self._cases.add(self._case(pair.id, pair.line, entries).encode("utf-8", "replace"))

    def end(self, problems: Sequence[Problem]) -> None:
        units, failed = self._numbers
        name = _attribute(one_line(self._origin.name))
        head = f'<testsuite name={name} tests="{units}" failures="{failed}" errors="0" skipped="0">\n'
        self._suites.add(head.encode("utf-8", "replace"))
        for piece in self._cases.pieces():
            self._suites.extend(piece)
        if problems:
            text = "\n".join(one_line(problem.message) for problem in problems)
            self._suites.extend(f"<system-err>{_text(text)}</system-err>\n".encode("utf-8", "replace"))
        self._suites.extend(b"</testsuite>")
        self._total = [self._total[0] + units, self._total[1] + failed]

    def finish(self) -> Iterator[bytes]:
        units, failed = self._total
        head = f'<testsuites name="align check" tests="{units}" failures="{failed}" errors="0">\n'
        yield b'<?xml version="1.0" encoding="UTF-8"?>\n' + head.encode("ascii")
        yield from self._suites.pieces()
        yield b"\n</testsuites>\n"

    def _case(self, unit: str, line: int, entries: Sequence[tuple[str, bool]]) -> str:
        file = _attribute(one_line(self._origin.name))
        names = f"classname={_attribute(one_line(self._origin.id))} name={_attribute(one_line(unit))}"
        head = f'<testcase {names} file={file} line="{line}"'
        failures = "".join(entry for entry, fails in entries if fails)
        others = "".join(entry for entry, fails in entries if not fails)
        output = f"<system-out>{others}</system-out>" if others else ""
        return f"{head}>{failures}{output}</testcase>\n" if entries else f"{head}/>\n"


def _entry(rule: str, reason: str, quotes: str, fails: bool) -> str:
    if fails:
        return f"<failure type={_attribute(rule)} message={_attribute(reason)}>{_text(quotes)}</failure>"
    return _text(f"{rule}: {reason}\n{quotes}")


def _quotes(evidence: Evidence) -> str:
    mentions = (f"[{each.quote.mention}]" if each.quote.mention else "" for each in evidence.exhibits)
    return "".join(
        f"{exhibit.label}: {exhibit.quote.before}{marked}{exhibit.quote.after}\n"
        for exhibit, marked in zip(evidence.exhibits, mentions, strict=True)
    )


def _text(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", text))
