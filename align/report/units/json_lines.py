"""The comparison JSON of a checked file: one pair a unit, one document a side, an entry a line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence

from align.model import SCHEMA, Comparison, DocumentAnalysis, Finding, Mention, Problem, Signature, Span
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
        left, right = (side.add(analysis) for side, analysis in zip(self._sides, (part.left, part.right), strict=True))
        for pair in part.pairs:
            form = pair.to_dict()
            form["left"], form["right"] = _moved_spans(pair.left, left.base), _moved_spans(pair.right, right.base)
            self._pairs.add(_bytes(form))
        for finding in part.findings:
            self._findings.add(finding, _finding(finding, left.written(finding.left), right.written(finding.right)))
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

    def add(self, analysis: DocumentAnalysis) -> _Stretch:
        """Add a stretch."""
        text = analysis.document.text
        if self._length:
            text = "\n" + text
        else:
            self._title = next((line.strip() for line in text.split("\n") if line.strip()), "")[:200]
        base = self._length + len(text) - len(analysis.document.text)
        self._length += len(text)
        self._hash.update(text.encode("utf-8", "surrogatepass"))
        self._text.add(_bytes(text)[1:-1])
        stretch = _Stretch(base)
        for mention in analysis.mentions:
            self._mentions.add(stretch.written(mention))
        return stretch

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


class _Stretch:
    """Where a stretch begins in the whole, and its mentions as JSON: most stand in the document and in a finding."""

    def __init__(self, base: int) -> None:
        self.base = base
        self._written: dict[Mention, bytes] = {}

    def written(self, mention: Mention | None) -> bytes:
        if mention is None:
            return b"null"
        found = self._written.get(mention)
        if found is None:
            form = mention.to_dict() | {"start": mention.start + self.base, "end": mention.end + self.base}
            found = self._written[mention] = _bytes(form)
        return found


def _finding(finding: Finding, left: bytes, right: bytes) -> bytes:
    """A finding whose mentions are written already, as `Finding.to_dict` orders its members."""
    head = {
        "id": finding.id,
        "pair": finding.pair,
        "kind": finding.kind,
        "verdict": finding.verdict,
        "confidence": round(finding.confidence, 4),
    }
    tail = {"reason": finding.reason} | finding.ground.to_dict()
    return b'%b, "left": %b, "right": %b, %b' % (_bytes(head)[:-1], left, right, _bytes(tail)[1:])


def _array(name: str, spool: Spool | RankedSpool) -> Iterator[bytes]:
    yield b',\n  "%b": [\n    ' % name.encode()
    yield from spool.pieces()
    yield b"\n  ]"


def _moved_spans(spans: Sequence[Span], base: int) -> list[dict[str, int]]:
    return [{"start": span.start + base, "end": span.end + base} for span in spans]


def _bytes(form: object) -> bytes:
    # A lone surrogate can be escaped in JSON but not encoded in UTF-8; Python escapes it as JSON does.
    return _encode(form).encode("utf-8", "backslashreplace")
