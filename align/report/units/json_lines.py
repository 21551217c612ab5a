"""The comparison JSON of a checked file: one pair a unit, one document a side, an entry a line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from align.model import SCHEMA, Comparison, DocumentAnalysis, Mention, Problem, Signature, Span
from align.report.serial import sorted_signature
from align.report.units.origin import Origin
from align.report.units.spool import RankedSpool, Spool
from align.wording import Interface

_LINE = b",\n    "
_encode = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode


class JsonWriter:
    """Offsets of the stretches become offsets of the whole as they are written."""

    def __init__(self, interface: Interface, fails: frozenset[str]) -> None:
        self._sides = (_Side(), _Side())
        self._pairs, self._problems = Spool(_LINE), Spool(_LINE)
        self._findings = RankedSpool(_LINE)
        self._signature: Signature | None = None

    def begin(self, origin: Origin) -> None:
        self._origin = origin

    def add(self, part: Comparison) -> None:
        self._signature = part.signature
        bases = [side.add(analysis) for side, analysis in zip(self._sides, (part.left, part.right), strict=True)]
        for pair in part.pairs:
            form = pair.to_dict()
            form["left"], form["right"] = _moved_spans(pair.left, bases[0]), _moved_spans(pair.right, bases[1])
            self._pairs.add(_bytes(form))
        for finding in part.findings:
            form = finding.to_dict()
            form["left"], form["right"] = _moved(finding.left, bases[0]), _moved(finding.right, bases[1])
            self._findings.add(finding, _bytes(form))
        for problem in part.problems:
            self._problems.add(_bytes(problem.to_dict()))

    def end(self, problems: Sequence[Problem]) -> None:
        for problem in problems:
            self._problems.add(_bytes(problem.to_dict()))

    def finish(self) -> Iterator[bytes]:
        assert self._signature is not None
        signature = sorted_signature(self._signature.to_dict())
        yield b'{\n  "schema": %b,\n  "signature": %b,\n  "documents": [\n    ' % (_bytes(SCHEMA), _bytes(signature))
        yield from self._sides[0].pieces(self._origin, self._origin.left)
        yield b",\n    "
        yield from self._sides[1].pieces(self._origin, self._origin.right)
        yield b"\n  ]"
        for name, spool in (("pairs", self._pairs), ("findings", self._findings)):
            yield from _array(name, spool)
        yield b',\n  "internal": []'
        yield from _array("problems", self._problems)
        yield b"\n}\n"


class _Side:
    """The document of one side, as far as it is read."""

    def __init__(self) -> None:
        self._text, self._mentions = Spool(), Spool(_LINE)
        self._length = 0
        self._title = ""
        self._hash = hashlib.sha256()

    def add(self, analysis: DocumentAnalysis) -> int:
        """Add a stretch; tells where it begins in the whole."""
        text = analysis.document.text
        if self._length:
            text = "\n" + text
        else:
            self._title = next((line.strip() for line in text.split("\n") if line.strip()), "")[:200]
        base = self._length + len(text) - len(analysis.document.text)
        self._length += len(text)
        self._hash.update(text.encode("utf-8", "surrogatepass"))
        self._text.add(_bytes(text)[1:-1])
        for mention in analysis.mentions:
            self._mentions.add(_bytes(_moved(mention, base)))
        return base

    def pieces(self, origin: Origin, language: str) -> Iterator[bytes]:
        head = {
            "id": origin.id,
            "language": language,
            "title": self._title,
            "source": origin.name,
            "sha256": self._hash.hexdigest(),
        }
        yield _bytes(head)[:-1] + b', "text": "'
        yield from self._text.pieces()
        yield b'", "mentions": [\n    '
        yield from self._mentions.pieces()
        yield b"]}"


def _array(name: str, spool: Spool | RankedSpool) -> Iterator[bytes]:
    yield b',\n  "%b": [\n    ' % name.encode()
    yield from spool.pieces()
    yield b"\n  ]"


def _moved(mention: Mention | None, base: int) -> dict[str, Any] | None:
    if mention is None:
        return None
    return mention.to_dict() | {"start": mention.start + base, "end": mention.end + base}


def _moved_spans(spans: Sequence[Span], base: int) -> list[dict[str, int]]:
    return [{"start": span.start + base, "end": span.end + base} for span in spans]


def _bytes(form: object) -> bytes:
    # A lone surrogate can be escaped in JSON but not encoded in UTF-8; Python escapes it as JSON does.
    return _encode(form).encode("utf-8", "backslashreplace")
