"""Comparisons for the tests of the review, made from sentences, so that one of them can be edited."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from report_cases import SIGNATURE, analysis, date, finding, mention, number

from align.model import Comparison, Contradiction, Finding, Pair, Span, Verdict
from align.report import render

OPENED = "The bridge at Samra opened in September 1996."
GUESTS = "More than 8,000 guests came to the harbour on that day."
BOATS = "The town had built 41 boats for them."
RAIN = "Nobody minded the rain."
ARABIC_OPENED = "افتتح جسر سامرا في أيلول 1995."
ARABIC_GUESTS = "وجاء إلى الميناء ستة آلاف ضيف."
ARABIC_BOATS = "وكانت البلدة قد صنعت قوارب لهم."
ARABIC_RAIN = "ولم يبال أحد بالمطر."
ENGLISH = (OPENED, GUESTS, BOATS, RAIN)
ARABIC = (ARABIC_OPENED, ARABIC_GUESTS, ARABIC_BOATS, ARABIC_RAIN)
# What each sentence states, and what its counterpart does.
MONTH, ARABIC_MONTH = "September 1996", "أيلول 1995"
CROWD, ARABIC_CROWD = "8,000 guests", "ستة آلاف ضيف"
FLEET = "41 boats"


def comparison(
    english: Sequence[str] = ENGLISH,
    arabic: Sequence[str] = ARABIC,
    verdict: Verdict = "conflict",
    *,
    months: tuple[str, str] = (MONTH, ARABIC_MONTH),
    crowds: tuple[str, str] = (CROWD, ARABIC_CROWD),
    fleet: str = FLEET,
    reason: str = "The two exclude each other.",
) -> Comparison:
    """Two conflicts (of `verdict` the first) and a number only on the left; a sentence a line, paired in order."""
    left, right = "\n".join(english), "\n".join(arabic)
    month = date("1996-09", "1996-09-01", "1996-09-30"), date("1995-09", "1995-09-01", "1995-09-30")
    opened = [mention(text, quoted, value) for text, quoted, value in zip((left, right), months, month, strict=True)]
    crowd = [mention(left, crowds[0], number(8000, 8000)), mention(right, crowds[1], number(6000, 6000))]
    boats = mention(left, fleet, number(41, 41, "boats"))
    spans = (lines(left), lines(right))
    pairs = tuple(Pair(f"p{at}", 0.9, (spans[0][at],), (spans[1][at],)) for at in range(len(spans[0])))

    def told(verdict: Verdict, sides: Sequence[object], confidence: float) -> Finding:
        made = finding(verdict, sides[0], sides[1], confidence, reason)  # type: ignore[arg-type]
        start = made.left.start if made.left else 0
        pair = next(pair.id for pair in pairs if pair.left[0].start <= start < pair.left[0].end)
        content = "|".join([made.verdict, made.kind, made.left.text if made.left else ""])
        return dataclasses.replace(made, id=hashlib.sha256(content.encode()).hexdigest()[:16], pair=pair)

    return Comparison(
        signature=SIGNATURE,
        left=analysis("en", left, "bridge", *opened[:1], *crowd[:1], boats),
        right=analysis("ar", right, "jisr", *opened[1:], *crowd[1:]),
        pairs=pairs,
        findings=(
            told(verdict, opened, 0.93),
            told("conflict", crowd, 0.8),
            told("only-left", (boats, None), 0.5),
        ),
    )


def lines(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def with_internal(compared: Comparison) -> Comparison:
    """The same with a contradiction within the left text."""
    first, second = compared.left.mentions[1:3]
    found = Contradiction("i1", "left", "number", 0.6, first, second, "The text counts them twice.")
    return dataclasses.replace(compared, internal=(found,))


def write(path: Path, compared: Comparison) -> Path:
    path.write_text(render(compared, "json"), encoding="utf-8", newline="")
    return path


def changed_json(compared: Comparison, *path: str | int, to: object) -> str:
    """The JSON of a comparison with one value in it replaced."""
    form = json.loads(render(compared, "json"))
    place = form
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return json.dumps(form)
