"""Comparisons built by hand for the tests of the reports: two short texts of ours, and hostile variants."""

from __future__ import annotations

import dataclasses
import hashlib
from decimal import Decimal

from align.model import (
    Block,
    Comparison,
    Contradiction,
    DateValue,
    Document,
    DocumentAnalysis,
    Finding,
    Kind,
    Mention,
    NameValue,
    NumberValue,
    Pair,
    Problem,
    Segment,
    Signature,
    Span,
    Value,
    Verdict,
)

ENGLISH = (
    "The bridge at Samra opened in September 1996. More than 8,000 guests came, and 40 boats lay in the harbour.\n"
    "The town had built 41 boats. Its mayor, Karim, spoke on 5 May."
)
OPENING_DATE = "أواخر أيلول 1995"
ARABIC_GUESTS = "نحو 8 آلاف ضيف"
RAIN = "مطر"
GUESTS = "ضيف"
BRIDGE = "جسر"
ARABIC_TOWN = "سامرا"
ARABIC = f"افتتح جسر {ARABIC_TOWN} في {OPENING_DATE} وحضر {ARABIC_GUESTS}.\nثم أضاءت المدينة مصابيحها."
SIGNATURE = Signature("0.1.0", "use-v3", {"en": "model 3.8.0", "ar": "table"}, {"windows": 3})


def date(edtf: str | None, earliest: str | None, latest: str | None, **rest: str | bool | int) -> DateValue:
    return DateValue(edtf, earliest, latest, **rest)  # type: ignore[arg-type]


def number(low: int | None, high: int | None, unit: str = "", *, approximate: bool = False) -> NumberValue:
    return NumberValue(
        None if low is None else Decimal(low), None if high is None else Decimal(high), approximate, unit=unit
    )


def mention(text: str, quoted: str, value: Value) -> Mention:
    kind: Kind = {DateValue: "date", NumberValue: "number", NameValue: "name"}[type(value)]  # type: ignore[assignment]
    start = text.index(quoted)
    return Mention(kind, start, start + len(quoted), quoted, value)


def analysis(language: str, text: str, title: str, *mentions: Mention) -> DocumentAnalysis:
    """Each line is one block and one segment."""
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    return DocumentAnalysis(
        document=Document(f"{title}.txt", language, text, title, f"{language}/{title}.txt"),
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        mentions=tuple(sorted(mentions, key=lambda found: found.start)),
        blocks=tuple(Block("paragraph", start, end) for start, end in lines),
        segments=tuple(Segment(start, end, index, "paragraph") for index, (start, end) in enumerate(lines)),
    )


def finding(verdict: Verdict, left: Mention | None, right: Mention | None, confidence: float, reason: str) -> Finding:
    given = left or right
    assert given is not None
    return Finding(f"{verdict}-{given.start}", "p1", given.kind, verdict, confidence, left, right, reason)


def small_comparison() -> Comparison:
    """English left, Arabic right; every verdict, a contradiction within the left text, and a problem."""
    opened = mention(ENGLISH, "September 1996", date("1996-09", "1996-09-01", "1996-09-30"))
    guests = mention(ENGLISH, "More than 8,000 guests", number(8000, None, "guests"))
    boats = mention(ENGLISH, "40 boats", number(40, 40, "boats"))
    more_boats = mention(ENGLISH, "41 boats", number(41, 41, "boats"))
    town = mention(ENGLISH, "Samra", NameValue("LOC", "samra"))
    mayor = mention(ENGLISH, "Karim", NameValue("PER", "karim"))
    speech = mention(ENGLISH, "5 May", date("XXXX-05-05", None, None))
    arabic_opened = mention(ARABIC, OPENING_DATE, date("1995-09-21/1995-09-30", "1995-09-21", "1995-09-30"))
    arabic_guests = mention(ARABIC, ARABIC_GUESTS, number(8000, 8000, GUESTS, approximate=True))
    arabic_town = mention(ARABIC, ARABIC_TOWN, NameValue("LOC", "samra"))
    return Comparison(
        signature=SIGNATURE,
        left=analysis("en", ENGLISH, "bridge", opened, guests, boats, more_boats, town, mayor, speech),
        right=analysis("ar", ARABIC, BRIDGE, arabic_opened, arabic_guests, arabic_town),
        pairs=(Pair("p1", 0.91, (Span(0, ENGLISH.index("\n")),), (Span(0, ARABIC.index("\n")),)),),
        findings=(
            finding("agree", town, arabic_town, 0.9, "Both name the same place."),
            finding("compatible", guests, arabic_guests, 0.8, "More than 8,000 and about 8,000 can both be true."),
            finding("only-left", boats, None, 0.5, "The counterpart passage counts no boats."),
            finding(
                "conflict",
                opened,
                arabic_opened,
                0.93,
                f"September 1996 and {OPENING_DATE} cannot both be the opening.",
            ),
        ),
        internal=(Contradiction("i1", "left", "number", 0.6, boats, more_boats, "40 boats, then 41 boats."),),
        problems=(Problem("bridge.txt", "Line 9 is not valid UTF-8."),),
    )


def mirrored(comparison: Comparison) -> Comparison:
    """The same with the sides exchanged, so that the Arabic text is on the left."""
    sides: dict[Verdict, Verdict] = {"only-left": "only-right", "only-right": "only-left"}
    return dataclasses.replace(
        comparison,
        left=comparison.right,
        right=comparison.left,
        pairs=tuple(dataclasses.replace(pair, left=pair.right, right=pair.left) for pair in comparison.pairs),
        findings=tuple(
            dataclasses.replace(
                found, left=found.right, right=found.left, verdict=sides.get(found.verdict, found.verdict)
            )
            for found in comparison.findings
        ),
        internal=tuple(dataclasses.replace(found, side="right") for found in comparison.internal),
    )


def quoting(text: str, quoted: str, unit: str = "") -> Comparison:
    """A comparison with one conflict, in which a text of one's choice stands wherever a document's words can."""
    left = mention(text, quoted, number(5, 5, unit or quoted))
    right = mention(ARABIC, ARABIC_GUESTS, number(8000, 8000, GUESTS))
    document = analysis("en", text, "plain", left)
    titled = dataclasses.replace(document.document, id=text, title=text, source=text)
    return Comparison(
        signature=dataclasses.replace(SIGNATURE, settings={"note": text}),
        left=dataclasses.replace(document, document=titled),
        right=analysis("ar", ARABIC, BRIDGE, right),
        pairs=(Pair("p1", 0.5, (Span(0, len(text)),), (Span(0, len(ARABIC)),)),),
        findings=(finding("conflict", left, right, 0.7, f"The left says {quoted}, the right {ARABIC_GUESTS}."),),
        problems=(Problem(text, text),),
    )


def empty_comparison() -> Comparison:
    """Two texts that share nothing."""
    return Comparison(SIGNATURE, analysis("en", "Rain.", "rain"), analysis("ar", RAIN, RAIN), (), ())
