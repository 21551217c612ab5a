"""Claims: what a judgement is about, told by its content.

A claim is the kind and verdict of a finding and, on each side, the sentence with the mention in it. Its key is a
hash of just that, so that a judgement outlives a new run, an edit elsewhere in the text, and other ids, offsets and
confidences; and no judgement is taken over by a claim that anybody has not read. A side that lacks the value has no
part in the key: what is claimed is that the whole text lacks it, and which passage is its counterpart may waver with
an edit elsewhere.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from align.model import Comparison, DocumentAnalysis, Mention, Side, Span
from align.report.quotes import passage_of
from align.suppressions import INTERNAL

_REACH = 200  # code points around a mention that lies in no sentence
_LONGEST_PASSAGE = 2000
_SPACES = regex.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A mention within its sentence, white space evened out; a side that lacks the value has its passage alone."""

    side: Side
    before: str
    text: str
    after: str

    @property
    def frame(self) -> str:
        """The sentence without the value."""
        return f"{self.before}{self.after}"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one finding says. `documents` are the ids of the two texts; they are not part of the key."""

    key: str
    kind: str
    verdict: str
    quotations: tuple[Quotation, ...]
    documents: tuple[str, str]

    def to_json(self) -> str:
        """In ASCII, since a text may hold lone surrogates, which no encoding of a data base takes."""
        quotations = [[quote.side, quote.before, quote.text, quote.after] for quote in self.quotations]
        return json.dumps([self.kind, self.verdict, quotations, list(self.documents)])


def claim_from_json(key: str, stored: str) -> Claim:
    """The claim that `to_json` wrote."""
    kind, verdict, quotations, documents = json.loads(stored)
    return Claim(key, kind, verdict, tuple(Quotation(*quote) for quote in quotations), (documents[0], documents[1]))


def claims_of(comparison: Comparison) -> dict[str, Claim]:
    """The claims of a comparison by the ids of its findings and contradictions within one text."""
    documents = (comparison.left.document.id, comparison.right.document.id)
    seen: Counter[str] = Counter()
    claims = {}
    for identity, kind, verdict, quotations in _contents(comparison):
        stated = [[quote.before, quote.text, quote.after] if quote.text else [] for quote in quotations]
        content = json.dumps([kind, verdict, stated])
        seen[content] += 1  # the same sentences word by word, more than once
        key = hashlib.sha256(f"{content}\x1f{seen[content]}".encode("ascii")).hexdigest()[:20]
        claims[identity] = Claim(key, kind, verdict, quotations, documents)
    return claims


_Content = tuple[str, str, str, tuple[Quotation, ...]]


def _contents(comparison: Comparison) -> Iterator[_Content]:
    """Id, kind, verdict and quotations, in the order of the texts."""
    quoters: Mapping[Side, _Sentences] = {
        "left": _Sentences(comparison.left, "left"),
        "right": _Sentences(comparison.right, "right"),
    }
    pairs = {pair.id: pair for pair in comparison.pairs}
    for finding in sorted(comparison.findings, key=lambda found: (_start(found.left), _start(found.right), found.id)):
        pair = pairs.get(finding.pair)
        quotations = (
            quoters["left"].quote(finding.left, passage_of(pair, "left")),
            quoters["right"].quote(finding.right, passage_of(pair, "right")),
        )
        yield finding.id, finding.kind, finding.verdict, quotations
    for found in sorted(comparison.internal, key=lambda found: (found.side, found.first.start, found.id)):
        mentions = (found.first, found.second)
        yield found.id, found.kind, INTERNAL, tuple(quoters[found.side].quote(mention) for mention in mentions)


def _start(mention: Mention | None) -> int:
    return mention.start if mention else -1


class _Sentences:
    """Quotes one text by whole sentences, found by bisection."""

    def __init__(self, analysis: DocumentAnalysis, side: Side) -> None:
        self._text = analysis.document.text
        self._side = side
        self._sentences = analysis.segments
        self._starts = [sentence.start for sentence in self._sentences]

    def quote(self, mention: Mention | None, passage: Sequence[Span] = ()) -> Quotation:
        if mention is None:
            return Quotation(self._side, _even(" ".join(self._passage(passage))).strip(), "", "")
        low, high = self._low(mention.start), self._high(mention.end)
        before, after = self._text[low : mention.start], self._text[mention.end : high]
        return Quotation(self._side, _even(before).lstrip(), _even(mention.text), _even(after).rstrip())

    def _passage(self, passage: Sequence[Span]) -> Iterable[str]:
        return (self._text[span.start : min(span.end, span.start + _LONGEST_PASSAGE)] for span in passage)

    def _low(self, start: int) -> int:
        at = bisect_right(self._starts, start) - 1
        inside = at >= 0 and start < self._sentences[at].end
        return self._sentences[at].start if inside else max(0, start - _REACH)

    def _high(self, end: int) -> int:
        at = bisect_right(self._starts, max(0, end - 1)) - 1
        inside = at >= 0 and end <= self._sentences[at].end
        return self._sentences[at].end if inside else end + _REACH


def _even(text: str) -> str:
    """White space evened out to single spaces, also at the ends."""
    return _SPACES.sub(" ", text)
