"""Every data type that the stages hand to each other: frozen, and free of behaviour but for `to_dict`.

Offsets are code points into the text of the document, half-open: `text[start:end]` is the quoted text.
The JSON forms are the contract with users; `report/comparison.schema.json` states them.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

Kind = Literal["date", "number", "name"]
Side = Literal["left", "right"]
Verdict = Literal["agree", "compatible", "conflict", "only-left", "only-right"]
Quantity = Literal["count", "percent", "money", "duration", "age", "measure", "ordinal"]
Rule = Literal["untranslated", "term"]
Label = Literal["PER", "LOC", "ORG", "MISC"]

SCHEMA = "align.comparison/1"
MAX_SIZE = 100 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text."""

    start: int
    end: int

    def to_dict(self) -> dict[str, int]:
        return {"start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class DateOffset:
    """Where a relative expression lies as seen from the day of writing, which its text does not give.

    `days` holds the first and the last day that it may mean, in days from the day of writing (yesterday is -1 to -1),
    once for each of a fixed choice of days of writing: "last week" begins from 7 to 13 days ago. `count` is the number
    of units that the text states ("32 years ago"), 0 where it states none or a `vague` one ("a few days ago").
    `stretch` marks a length of time ("the last three years"), and `either` a weekday alone, which is the first or the
    last day and none between. `part_of_year` is the month that an expression names ("last July"), as EDTF without year.

    A date told by its distance from the date before it ("three days later") has that date as its `anchor`, in EDTF.
    Its `days` count from there, and are empty where it states no number of units ("the same year"). `sure` marks one
    that says what it counts from ("three days after the shock", "the 9th of that month").
    """

    days: tuple[tuple[int, int], ...]
    count: int = 0
    vague: bool = False
    stretch: bool = False
    either: bool = False
    part_of_year: str | None = None
    anchor: str | None = None
    sure: bool = False


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as ISO 8601-2 (EDTF, levels 0 to 2), and the first and last day that it may mean.

    `earliest` and `latest` are ISO dates whatever `calendar` the text used: Gregorian, and before 15 October 1582
    Julian, as texts write them. Both are None where no year is known. `edtf` is None for an expression relative to a
    reference date that was not given. `inferred` says that the year was taken from the passage, or
    the date that it counts from.

    For comparison only and in no report: `offset` says where a relative or told expression lies, and `impossible_day`
    is a day as written that the month does not have ("59 June", "30 February"), of which `edtf` keeps what can be.
    """

    edtf: str | None
    earliest: str | None
    latest: str | None
    calendar: str = "gregorian"
    inferred: bool = False
    offset: DateOffset | None = None
    impossible_day: int | None = None

    def to_dict(self) -> dict[str, Any]:
        form = {"edtf": self.edtf, "earliest": self.earliest, "latest": self.latest, "calendar": self.calendar}
        return form | ({"inferred": True} if self.inferred else {})


@dataclass(frozen=True, slots=True)
class NumberValue:
    """A quantity between `low` and `high`, both included; an open end is None.

    `unit` is the counted noun as written, or a unit's code: `%`, ISO 4217, `day`, `km`. `per` is the unit of time for
    which an amount is reckoned ("a month"); it is for comparison only and in no report.
    """

    low: Decimal | None
    high: Decimal | None
    approximate: bool = False
    ordinal: bool = False
    unit: str = ""
    quantity: Quantity = "count"
    per: str = ""

    @property
    def is_share(self) -> bool:
        """Whether a count is a part of a whole, as in "four of the five matches"."""
        ends = [end for end in (self.low, self.high) if end is not None]
        return self.quantity == "count" and bool(ends) and all(0 < end < 1 for end in ends)

    def to_dict(self) -> dict[str, Any]:
        return {
            "low": None if self.low is None else format(self.low, "f"),
            "high": None if self.high is None else format(self.high, "f"),
            "approximate": self.approximate,
            "ordinal": self.ordinal,
            "unit": self.unit,
            "quantity": self.quantity,
        }


@dataclass(frozen=True, slots=True)
class NameValue:
    """A name's class and its lower-case Latin form.

    `bare` is the name as written without the particles on it, where a morphology tells them from letters of the name;
    else empty. It is for comparison only and in no report.
    """

    label: Label
    romanized: str
    bare: str = ""

    def to_dict(self) -> dict[str, Any]:
        return {"label": self.label, "romanized": self.romanized}


Value = DateValue | NumberValue | NameValue


@dataclass(frozen=True, slots=True)
class Mention:
    """One date, number or name as a text states it."""

    kind: Kind
    start: int
    end: int
    text: str
    value: Value

    def __hash__(self) -> int:
        return hash(self.start)  # hardly two of a set begin at one place, and a value takes long to hash

    def to_dict(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "value": self.value.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class Document:
    """A text in one language. `source` is where it was read from, for display only.

    `date` is the day of publication that the document itself states; words like "yesterday" are read against it.
    """

    id: str
    language: str
    text: str
    title: str = ""
    source: str = ""
    author: str = ""
    date: datetime.date | None = None

    def stated(self) -> dict[str, str]:
        """The members `author` and `date` of the JSON, each where the document states it."""
        form = {"author": self.author, "date": self.date.isoformat() if self.date else ""}
        return {name: value for name, value in form.items() if value}


BlockKind = Literal["heading", "fact", "paragraph"]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a fact-box line, or a paragraph. `label` is the field of a fact line ("Date")."""

    kind: BlockKind
    start: int
    end: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, with the clauses that it divides into and the index of its block."""

    start: int
    end: int
    block: int
    kind: BlockKind
    clauses: tuple[Span, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Pair:
    """Passages of the two documents that tell the same thing, with the probability that they do.

    A tentative pair is reported only where the comparison finds something in it. `line` is where in its file the unit
    stands that a given pair is; 0 for passages that were paired.
    """

    id: str
    score: float
    left: tuple[Span, ...]
    right: tuple[Span, ...]
    tentative: bool = False
    line: int = 0

    def to_dict(self) -> dict[str, Any]:
        form = {
            "id": self.id,
            "score": round(self.score, 2),
            "left": [span.to_dict() for span in self.left],
            "right": [span.to_dict() for span in self.right],
        }
        return form | ({"line": self.line} if self.line else {})


@dataclass(frozen=True, slots=True)
class Ground:
    """What a reason rests on, so that it can be told in another language than English.

    `rule` is the clause that decided, as the English sentence words it. `detail` is what the rule computed: a sum, or
    an EDTF date. `ties` are the names that both passages speak of, or else the values that they share. All are empty
    where nothing is known.
    """

    rule: str = ""
    detail: str = ""
    ties: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The member `ground`, where there is something to say."""
        given = {"rule": self.rule, "detail": self.detail, "ties": list(self.ties)}
        stated = {name: value for name, value in given.items() if value}
        return {"ground": stated} if stated else {}


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict on two mentions of one pair, or on a mention that its counterpart passage lacks."""

    id: str
    pair: str
    kind: Kind
    verdict: Verdict
    confidence: float
    left: Mention | None
    right: Mention | None
    reason: str
    ground: Ground = Ground()

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "pair": self.pair,
            "kind": self.kind,
            "verdict": self.verdict,
            "confidence": round(self.confidence, 4),
            "left": self.left and self.left.to_dict(),
            "right": self.right and self.right.to_dict(),
            "reason": self.reason,
        } | self.ground.to_dict()


@dataclass(frozen=True, slots=True)
class Equation:
    """Two dates that a text equates, and the days that the Islamic one means by the calendar.

    The computed days are written as `DateValue` writes them: Julian before 15 October 1582. 29 February of a
    Julian year that is none in `datetime` comes out as the 28th.
    """

    islamic: Mention
    gregorian: Mention
    computed_earliest: datetime.date
    computed_latest: datetime.date


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two mentions within one document that cannot both hold of the same thing."""

    id: str
    side: Side
    kind: Kind
    confidence: float
    first: Mention
    second: Mention
    reason: str
    ground: Ground = Ground()

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "side": self.side,
            "kind": self.kind,
            "confidence": round(self.confidence, 4),
            "first": self.first.to_dict(),
            "second": self.second.to_dict(),
            "reason": self.reason,
        } | self.ground.to_dict()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a document that could not be used, or that is wrong with a unit beside its values.

    `unit`, `line` and `rule` are of a unit of a bilingual file: its id, where it stands, and what it violates; `term`
    is what its target lacks of a glossary: the term, then its renderings.
    """

    document: str
    message: str
    unit: str = ""
    line: int = 0
    rule: Rule | None = None
    term: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        form: dict[str, Any] = {"document": self.document, "message": self.message}
        form |= {"unit": self.unit, "line": self.line, "rule": self.rule} if self.rule else {}
        return form | ({"term": list(self.term)} if self.term else {})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may choose. `name_engines` gives, by language code, another engine for names than the default."""

    encoder: str = "use"
    name_engines: Mapping[str, str] = field(default_factory=dict)
    glossary: tuple[tuple[str, str], ...] = ()  # pairs of terms that mean one thing, in either order
    max_size: int = MAX_SIZE  # bytes of a document's file, and of what is unpacked from it

    def chosen(self) -> dict[str, str]:
        """The settings that differ from the default and that no other part of a signature shows."""
        chosen = {f"names-{code}": engine for code, engine in sorted(self.name_engines.items())}
        if self.glossary:
            terms = "\n".join("\t".join(sorted(pair)) for pair in sorted(self.glossary))
            chosen["glossary"] = hashlib.sha256(terms.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        return chosen


@dataclass(frozen=True, slots=True)
class Signature:
    """What produced a result: the version, the models by language, and the settings that differ from the default."""

    version: str
    encoder: str
    models: Mapping[str, str]
    settings: Mapping[str, Any] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        return {"version": self.version, "encoder": self.encoder, **self.models, "settings": dict(self.settings)}

    def __str__(self) -> str:
        """The one-line form for the foot of a report, in the manner of sacrebleu."""
        fields = {"version": self.version, "encoder": self.encoder, **self.models, **self.settings}
        return "align|" + "|".join(f"{name}:{value}" for name, value in fields.items())


@dataclass(frozen=True, slots=True)
class DocumentAnalysis:
    """A document as the extraction stages read it."""

    document: Document
    sha256: str
    mentions: tuple[Mention, ...]
    blocks: tuple[Block, ...] = ()
    segments: tuple[Segment, ...] = ()
    figures: tuple[Mention, ...] = ()  # digits outside dates and numbers: clock times, scores, flights
    unread: tuple[Span, ...] = ()  # rows of figures without end, in which no value was looked for

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.document.id,
            "language": self.document.language,
            "title": self.document.title,
            "source": self.document.source,
            **self.document.stated(),
            "sha256": self.sha256,
            "text": self.document.text,
            "mentions": [mention.to_dict() for mention in self.mentions],
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that comparing two documents found, ready to be rendered."""

    signature: Signature
    left: DocumentAnalysis
    right: DocumentAnalysis
    pairs: tuple[Pair, ...]
    findings: tuple[Finding, ...]
    internal: tuple[Contradiction, ...] = ()
    problems: tuple[Problem, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The comparison JSON of the contract, in plain dicts and lists."""
        return {
            "schema": SCHEMA,
            "signature": self.signature.to_dict(),
            "documents": [self.left.to_dict(), self.right.to_dict()],
            "pairs": [pair.to_dict() for pair in self.pairs],
            "findings": [finding.to_dict() for finding in self.findings],
            "internal": [contradiction.to_dict() for contradiction in self.internal],
            "problems": [problem.to_dict() for problem in self.problems],
        }
