"""The rules of scoring, each on a comparison and a gold made by hand; no model is loaded."""

from __future__ import annotations

import json
from typing import Any

import pytest

from align.errors import AlignError
from align.evaluate import Evaluation, Gold, GoldContradiction, GoldEntry, Rate, Scores, Tally, score
from align.evaluate.assignment import best_assignment
from align.evaluate.gold import GoldVerdict
from align.evaluate.tally import GROUPS, verdict_scores
from align.model import (
    Comparison,
    Contradiction,
    Document,
    DocumentAnalysis,
    Finding,
    Kind,
    Mention,
    NameValue,
    Pair,
    Side,
    Signature,
    Span,
    Verdict,
)

LEFT = Document("left.txt", "en", "Nine boats left. " * 12)
RIGHT = Document(
    "right.txt",
    "ar",
    "أبحرت تسعة قوارب. " * 12,
)
Bounds = tuple[int, int]
Row = tuple[Verdict, Bounds, Bounds]  # a verdict and where its two mentions stand


def mention(bounds: Bounds, kind: Kind = "number", text: str = "") -> Mention:
    return Mention(kind, *bounds, text, NameValue("MISC", ""))


def finding(
    verdict: Verdict,
    left: Bounds | None = (0, 10),
    right: Bounds | None = (0, 10),
    kind: Kind = "number",
    confidence: float = 0.8,
) -> Finding:
    sides = [mention(bounds, kind) if bounds else None for bounds in (left, right)]
    return Finding("f", "p1", kind, verdict, confidence, sides[0], sides[1], "They differ.")


def entry(
    verdict: GoldVerdict, left: Bounds = (0, 10), right: Bounds = (0, 10), kind: Kind = "number", note: str = ""
) -> GoldEntry:
    return GoldEntry(verdict, kind, Span(*left), Span(*right), note)


def analysis(document: Document, mentions: tuple[Mention, ...] = ()) -> DocumentAnalysis:
    return DocumentAnalysis(document, "0" * 64, mentions)


def compared(
    *findings: Finding,
    left: DocumentAnalysis | None = None,
    right: DocumentAnalysis | None = None,
    pairs: tuple[Pair, ...] = (),
    internal: tuple[Contradiction, ...] = (),
) -> Comparison:
    signature = Signature("0.1.0", "use", {"en": "m1", "ar": "m2"})
    return Comparison(signature, left or analysis(LEFT), right or analysis(RIGHT), pairs, findings, internal)


def gold(
    *expected: GoldEntry,
    stem: str = "boats",
    internal: tuple[GoldContradiction, ...] = (),
) -> Gold:
    return Gold(stem, "Boats", LEFT, RIGHT, expected, (), internal)


def tally(findings: list[Finding], entries: list[GoldEntry]) -> Tally:
    return score(compared(*findings), gold(*entries))


@pytest.mark.parametrize(
    ("left", "right", "kind", "met"),
    [
        ((0, 10), (0, 10), "number", True),
        ((5, 15), (0, 10), "number", True),  # half of the shorter
        ((6, 16), (0, 10), "number", False),  # less than half
        ((2, 4), (0, 10), "number", True),  # within the entry
        ((0, 60), (0, 10), "number", True),  # around the entry
        ((9, 11), (0, 10), "number", True),  # half of a short mention
        ((0, 10), (10, 20), "number", False),  # on one side only
        ((20, 30), (0, 10), "number", False),
        ((3, 3), (0, 10), "number", False),  # nothing is in common with an empty mention
        ((0, 10), (0, 10), "date", False),  # another kind
    ],
)
def test_meeting(left: Bounds, right: Bounds, kind: Kind, met: bool) -> None:
    result = tally([finding("agree", left, right, kind)], [entry("agree")])
    assert (result.outcomes[0].finding is not None) == met


@pytest.mark.parametrize(
    ("mentions", "met"),
    [
        ((), False),
        (((0, 4),), False),
        (((0, 4), (5, 9)), True),
        (((0, 4), (30, 34)), False),  # the second lies elsewhere
        (((0, 4), (8, 20)), False),  # most of the second lies elsewhere
    ],
)
def test_a_compound_entry_is_met_by_any_overlap(mentions: tuple[Bounds, ...], met: bool) -> None:
    side = analysis(LEFT, tuple(mention(bounds) for bounds in mentions))
    result = score(compared(finding("agree", (8, 30)), left=side), gold(entry("agree")))
    assert (result.outcomes[0].finding is not None) == met


def test_a_value_on_one_side_only_meets_nothing() -> None:
    result = tally([finding("only-left", right=None), finding("only-right", left=None)], [entry("agree")])
    assert result.judgements == ()
    assert result.outcomes[0].finding is None


@pytest.mark.parametrize(
    ("findings", "entries", "chosen"),
    [
        # The equal verdict wins, whichever comes first and overlaps more.
        ([("agree", (0, 10), (0, 10)), ("conflict", (0, 5), (0, 10))], [("conflict", (0, 10), (0, 10))], [1]),
        ([("conflict", (0, 5), (0, 10)), ("agree", (0, 10), (0, 10))], [("conflict", (0, 10), (0, 10))], [0]),
        # Agree stands nearer to compatible than a conflict does.
        ([("conflict", (0, 10), (0, 10)), ("agree", (0, 6), (0, 10))], [("compatible", (0, 10), (0, 10))], [1]),
        # One equal verdict is worth more than two that are near.
        (
            [("agree", (0, 20), (0, 10)), ("compatible", (0, 10), (0, 10))],
            [("agree", (0, 10), (0, 10)), ("compatible", (15, 20), (0, 10))],
            [0, None],
        ),
        # One finding meets one entry, and the closer of two.
        ([("agree", (0, 10), (0, 10))], [("agree", (0, 10), (0, 10)), ("agree", (0, 20), (0, 10))], [0, None]),
        ([("agree", (5, 15), (0, 10))], [("agree", (0, 10), (0, 10)), ("agree", (5, 15), (0, 10))], [None, 0]),
        # A part and its total: both entries are met where both can be.
        (
            [("conflict", (0, 40), (0, 10)), ("conflict", (20, 40), (12, 20))],
            [("conflict", (20, 40), (12, 20)), ("conflict", (0, 40), (0, 10))],
            [1, 0],
        ),
    ],
)
def test_assignment_of_findings(findings: list[Row], entries: list[Any], chosen: list[int | None]) -> None:
    made = [finding(*row) for row in findings]
    result = tally(made, [entry(*row) for row in entries])
    assert [outcome.finding for outcome in result.outcomes] == [None if n is None else made[n] for n in chosen]


def test_an_earlier_merit_outweighs_all_later_ones() -> None:
    # Taking (0, 0) leaves 1 without an entry, and is right nevertheless.
    assert best_assignment({(0, 0): (1, 0), (0, 1): (0, 2), (1, 0): (0, 2)}) == {0: 0}
    assert best_assignment({(0, 0): (1, 0), (0, 1): (1, 0), (1, 0): (1, 0)}) == {0: 1, 1: 0}
    assert best_assignment({}) == {}


A, B, C = (0, 10), (20, 30), (40, 50)
FAR = (90, 100)


@pytest.mark.parametrize(
    ("group", "kind", "findings", "entries", "precision", "recall"),
    [
        ("conflict", None, [("conflict", A, A)], [("conflict", A, A)], Rate(1, 1), Rate(1, 1)),
        ("conflict", None, [("agree", A, A)], [("conflict", A, A)], Rate(0, 0), Rate(0, 1)),
        ("conflict", None, [("conflict", A, A)], [("agree", A, A)], Rate(0, 1), Rate(0, 0)),
        ("conflict", None, [("conflict", A, A), ("conflict", B, FAR)], [("conflict", A, A)], Rate(1, 2), Rate(1, 1)),
        ("conflict", None, [("conflict", A, A), ("conflict", A, A)], [("conflict", A, A)], Rate(1, 2), Rate(1, 1)),
        ("agree", None, [("compatible", A, A)], [("agree", A, A)], Rate(0, 0), Rate(0, 1)),
        ("compatible", None, [("compatible", A, A)], [("agree", A, A)], Rate(0, 1), Rate(0, 0)),
        ("agree or compatible", None, [("compatible", A, A)], [("agree", A, A)], Rate(1, 1), Rate(1, 1)),
        ("agree or compatible", None, [("agree", A, A)], [("conflict", A, A)], Rate(0, 1), Rate(0, 0)),
        ("agree", "number", [("agree", A, A)], [("agree", A, A)], Rate(1, 1), Rate(1, 1)),
        ("agree", "date", [("agree", A, A)], [("agree", A, A)], Rate(0, 0), Rate(0, 0)),
        ("agree", None, [("agree", A, A), ("only-left", B, None)], [("agree", A, A)], Rate(1, 1), Rate(1, 1)),
    ],
)
def test_precision_and_recall(
    group: str, kind: Kind | None, findings: list[Row], entries: list[Any], precision: Rate, recall: Rate
) -> None:
    result = tally([finding(*row) for row in findings], [entry(*row) for row in entries])
    assert verdict_scores([result], GROUPS[group], kind) == Scores(precision, recall)


@pytest.mark.parametrize(
    ("group", "kind", "scores"),
    [
        ("agree", None, Scores(Rate(0, 0), Rate(1, 1))),  # an unlabelled name that agrees is no mistake
        ("agree", "name", Scores(None, Rate(1, 1))),
        ("conflict", None, Scores(Rate(0, 1), Rate(0, 0))),
        ("conflict", "name", Scores(Rate(0, 1), Rate(0, 0))),
    ],
)
def test_names_are_left_out_of_precision_but_for_conflicts(group: str, kind: Kind | None, scores: Scores) -> None:
    names = [finding("agree", A, A, "name"), finding("agree", B, B, "name"), finding("conflict", C, C, "name")]
    result = tally(names, [entry("agree", A, A, "name")])
    assert verdict_scores([result], GROUPS[group], kind) == scores


@pytest.mark.parametrize(
    ("precision", "recall", "f1"),
    [
        (Rate(1, 1), Rate(1, 1), 1.0),
        (Rate(1, 2), Rate(1, 1), 2 / 3),
        (Rate(0, 3), Rate(0, 3), 0.0),
        (Rate(0, 0), Rate(1, 1), None),
        (Rate(1, 1), Rate(0, 0), None),
        (None, Rate(1, 1), None),
    ],
)
def test_f1(precision: Rate | None, recall: Rate, f1: float | None) -> None:
    assert Scores(precision, recall).f1 == (None if f1 is None else pytest.approx(f1))


@pytest.mark.parametrize(
    ("findings", "entries", "faults"),
    [
        ([("conflict", A, A)], [("conflict", A, A)], []),
        ([("conflict", A, A)], [("compatible", A, A)], ["contradicts-gold"]),
        ([("conflict", A, A)], [("conflict", A, B)], ["not-in-gold"]),
        ([("conflict", A, A), ("conflict", (0, 9), A)], [("conflict", A, A)], ["repeats-gold"]),
        # The entry was met by the finding that agrees; the other finding still contradicts it.
        ([("conflict", A, A), ("agree", A, A)], [("agree", A, A)], ["contradicts-gold"]),
        ([("agree", A, A)], [("conflict", A, A)], []),  # a miss, not a false alarm
    ],
)
def test_false_alarms(findings: list[Row], entries: list[Any], faults: list[str]) -> None:
    result = tally([finding(*row) for row in findings], [entry(*row) for row in entries])
    assert [judgement.fault for judgement in result.false_alarms] == faults
    counts = Evaluation((result,)).false_alarms
    assert {fault: count for fault, count in counts.items() if count} == dict.fromkeys(faults, 1)


@pytest.mark.parametrize(
    ("confidence", "bin_number"),
    [(0.0, 0), (0.49, 0), (0.5, 1), (0.69, 1), (0.7, 2), (0.89, 2), (0.9, 3), (1.0, 3)],
)
def test_bins_of_calibration(confidence: float, bin_number: int) -> None:
    bins = Evaluation((tally([finding("conflict", confidence=confidence)], []),)).calibration
    assert [bin_.conflicts.of for bin_ in bins] == [int(n == bin_number) for n in range(4)]


def test_calibration_counts_what_is_right() -> None:
    findings = [
        finding("conflict", A, A, confidence=0.95),
        finding("conflict", FAR, FAR, confidence=0.95),
        finding("agree", B, B, confidence=0.95),
        finding("agree", C, C, "name", confidence=0.95),  # not counted: names are only sampled
    ]
    top = Evaluation((tally(findings, [entry("conflict", A, A), entry("compatible", B, B)]),)).calibration[-1]
    assert (top.conflicts, top.all, top.either) == (Rate(1, 2), Rate(1, 3), Rate(2, 3))


def pair(left: list[Bounds], right: list[Bounds]) -> Pair:
    return Pair("p1", 0.9, tuple(Span(*b) for b in left), tuple(Span(*b) for b in right))


@pytest.mark.parametrize(
    ("side", "kind", "first", "second", "met"),
    [
        ("left", "number", A, B, 1),
        ("left", "number", B, A, 1),  # in either order
        ("right", "number", A, B, 0),
        ("left", "date", A, B, 0),
        ("left", "number", A, C, 0),
        ("left", "number", A, A, 0),
    ],
)
def test_internal(side: Side, kind: Kind, first: Bounds, second: Bounds, met: int) -> None:
    found = Contradiction("i1", side, kind, 0.8, mention(first, kind), mention(second, kind), "Both cannot be.")
    labelled = GoldContradiction("left", "number", Span(*A), Span(*B))
    result = score(compared(internal=(found,)), gold(internal=(labelled,)))
    assert result.internal == Scores(Rate(met, 1), Rate(met, 1))


def test_a_comparison_of_other_texts_is_refused() -> None:
    other = analysis(Document("left.txt", "en", "Ten boats left."))
    with pytest.raises(AlignError, match="boats"):
        score(compared(left=other), gold())


@pytest.mark.parametrize(
    ("mentions", "pairs", "findings", "stage", "why"),
    [
        ([(), ()], [], [], "extract", "No number was extracted there on the left and the right."),
        ([(A,), ()], [], [], "extract", "No number was extracted there on the right."),
        ([(A,), (A,)], [], [], "pair", "were not paired"),
        (
            [(A,), (A,)],
            [pair([(50, 60)], [(0, 12)]), pair([(0, 12)], [(50, 60)])],
            [],
            "pair",
            "were not paired",
        ),
        ([(A,), (A,)], [pair([(0, 12)], [(0, 12)])], [], "match", "these mentions were not matched"),
        (
            [(A,), (A,)],
            [],
            [finding("compatible", confidence=0.75)],
            "verdict",
            "Called compatible (0.75): They",
        ),
    ],
)
def test_why_a_conflict_was_missed(
    mentions: list[tuple[Bounds, ...]], pairs: list[Pair], findings: list[Finding], stage: str, why: str
) -> None:
    left, right = (
        analysis(document, tuple(mention(bounds) for bounds in places))
        for document, places in zip((LEFT, RIGHT), mentions, strict=True)
    )
    comparison = compared(*findings, left=left, right=right, pairs=tuple(pairs))
    (mistake,) = Evaluation(
        (score(comparison, gold(entry("conflict", note="The boats are counted in two ways."))),)
    ).mistakes
    assert mistake.fault == "missed"
    assert mistake.why.startswith("Gold: conflict. The boats are counted in two ways.")
    assert why in mistake.why


def test_mistakes_quote_both_sides_and_isolate_arabic() -> None:
    shown = Evaluation((tally([finding("conflict", (5, 10), (7, 11))], []),)).list_mistakes()
    arabic = RIGHT.text[7:11]
    assert "Nine [boats] left." in shown
    line = next(line for line in shown.splitlines() if arabic in line)
    assert line.split()[0] == "ar"
    assert line.index("\u2067") < line.index(f"[{arabic}]") < line.index("\u2069")


def test_without_mistakes_nothing_is_listed() -> None:
    assert Evaluation((tally([finding("conflict")], [entry("conflict")]),)).list_mistakes() == ""


def figures(evaluation: Evaluation, row: str) -> list[str]:
    """The cells after the name of one row of the table."""
    lines = evaluation.as_table().splitlines()
    return next(line for line in lines if line.startswith(row)).removeprefix(row).split()


def two_topics() -> Evaluation:
    first = tally([finding("conflict", A, A), finding("conflict", FAR, FAR)], [entry("conflict", A, A)])
    second = score(compared(finding("agree", A, A)), gold(entry("agree"), entry("conflict", B, B), stem="ships"))
    return Evaluation((first, second))


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("conflict", ["2", "1", "50.0", "2", "1", "50.0", "50.0"]),
        ("agree", ["1", "1", "100.0", "1", "1", "100.0", "100.0"]),
        ("compatible", ["0", "0", "–", "0", "0", "–", "–"]),
        ("boats", ["2", "1", "1", "1", "–", "–", "–"]),
        ("ships", ["0", "0", "1", "0", "100.0", "100.0", "–"]),
        ("Missed gold entries: 1 ", ["(1", "not", "extracted)"]),
        ("False alarms: 1 of 2 conflicts ", ["(1", "about", "what", "the", "gold", "does", "not", "label)"]),
    ],
)
def test_the_table_counts_all_topics_together(row: str, cells: list[str]) -> None:
    assert figures(two_topics(), row) == cells


def test_the_signature_names_rules_and_gold_at_the_foot() -> None:
    foot = two_topics().as_table().splitlines()[-1]
    assert foot.startswith("align|version:0.1.0|encoder:use|en:m1|ar:m2|rules:1|topics:2|gold:")
    other = Evaluation((score(compared(), Gold("boats", "Boats", LEFT, RIGHT, (), sha256="1")),))
    assert other.signature.settings["gold"] != Evaluation((tally([], []),)).signature.settings["gold"]


def test_the_json_form() -> None:
    form = json.loads(json.dumps(two_topics().to_dict()))
    assert form["schema"] == "align.evaluation/1"
    assert form["verdicts"]["conflict"]["all"] == {
        "precision": {"hits": 1, "of": 2, "share": 0.5},
        "recall": {"hits": 1, "of": 2, "share": 0.5},
        "f1": 0.5,
    }
    assert form["verdicts"]["agree"]["name"]["precision"] is None
    assert form["false_alarms"] == {"contradicts-gold": 0, "repeats-gold": 0, "not-in-gold": 1}
    assert [mistake["fault"] for mistake in form["mistakes"]] == ["not-in-gold", "missed"]
    assert list(form["topics"]) == ["boats", "ships"]
    assert form["calibration"][2]["conflicts"] == {"hits": 1, "of": 2, "share": 0.5}


def test_no_topic_at_all_is_a_table_of_dashes() -> None:
    assert figures(Evaluation(()), "conflict") == ["0", "0", "–", "0", "0", "–", "–"]
