"""The drawings of the report: the line of time, the counts, and the map beside each text."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

import pytest
from report_cases import ENGLISH, analysis, date, empty_comparison, finding, mention, mirrored, small_comparison

from align.model import Comparison, Mention, Pair, Span
from align.report.columns import MAP_HEIGHT, lay_out_columns
from align.report.page import _bars, in_reading_order
from align.report.timeline import LABELS, WIDTH, Timeline, draw_timeline
from align.wording import interface


def timeline(comparison: Comparison, ui: str = "en") -> Timeline:
    drawn = draw_timeline(comparison, in_reading_order(comparison, 100), interface(ui))
    assert drawn is not None
    return drawn


def dated(*days: str | tuple[str, str]) -> Comparison:
    """Two texts, the left of which gives the days."""
    bounds = [(each, each) if isinstance(each, str) else each for each in days]
    text = " ".join(f"{start}/{end}" for start, end in bounds)
    mentions, at = [], 0
    for start, end in bounds:
        quoted = f"{start}/{end}"
        mentions.append(Mention("date", at, at + len(quoted), quoted, date(quoted, start, end)))
        at += len(quoted) + 1
    return dataclasses.replace(empty_comparison(), left=analysis("en", text, "dates", *mentions))


def test_both_texts_have_their_dates_and_a_finding_joins_them() -> None:
    drawn = timeline(small_comparison())
    assert [(dot.side, dot.verdict) for dot in sorted(drawn.dots, key=lambda dot: dot.side)] == [
        ("left", "conflict"),
        ("right", "conflict"),
    ]
    (tie,) = drawn.ties
    assert (tie.verdict, tie.finding) == ("conflict", 0)
    assert tie.x2 < tie.x1  # September 1995 on the right stands before September 1996 on the left


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_time_runs_with_the_interface(ui: str) -> None:
    drawn = timeline(dated("1200-01-01", "1996-09-27", "1996-09-28", "2020-05-05"), ui)
    in_order = [dot.x for dot in sorted(drawn.dots, key=lambda dot: dot.title)]
    by_target = sorted(drawn.dots, key=lambda dot: int(dot.target.split("-")[1]))
    places = [dot.x for dot in by_target]
    assert places == sorted(places, reverse=ui == "ar") and len(set(in_order)) == 4


def test_days_stay_apart_beside_centuries() -> None:
    drawn = timeline(dated("-0044-03-15", "1996-09-27", "1996-09-28"))
    first, second, third = sorted(dot.x for dot in drawn.dots)
    assert third - second > (second - first) / 20
    assert first >= 0 and third <= WIDTH


def test_a_span_of_time_is_a_bar_and_one_day_is_not() -> None:
    drawn = timeline(dated(("1996-01-01", "1996-12-31"), "1996-05-05"))
    bar, point = drawn.dots  # what is long is drawn first, so that it hides nothing
    assert bar.x < point.x == point.end < bar.end


def test_the_same_date_told_twice_is_one_dot() -> None:
    (dot,) = timeline(dated("1996-05-05", "1996-05-05")).dots
    assert dot.mentions == 2 and dot.target == "left-0"


def spans(drawn: Timeline) -> list[tuple[float, float]]:
    """How far the labels of the left text reach, at most 7 units a letter."""
    labels = sorted((label for label in drawn.labels if label.y == LABELS["left"]), key=lambda label: label.x)
    return [(label.x - 3.5 * len(label.text), label.x + 3.5 * len(label.text)) for label in labels]


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_labels_neither_touch_nor_leave_the_drawing(ui: str) -> None:
    reach = spans(timeline(dated(*(f"{year}-09-{year % 28 + 1:02}" for year in range(1900, 1990))), ui))
    assert len(reach) > 3 and all(end < start for (_, end), (start, _) in pairwise(reach))
    assert reach[0][0] >= 0 and reach[-1][1] <= WIDTH


def test_a_date_in_dispute_is_named_before_any_other() -> None:
    years = [f"{year}-01-01" for year in range(1900, 1990)]
    comparison = dated(*years)
    disputed = comparison.left.mentions[37]
    right = analysis("ar", "1990-01-01", "other", mention("1990-01-01", "1990-01-01", date("1990", *[years[-1]] * 2)))
    found = finding("conflict", disputed, right.mentions[0], 0.9, "They differ.")
    drawn = timeline(dataclasses.replace(comparison, right=right, findings=(found,)))
    assert [label.text for label in drawn.labels if label.verdict == "conflict"] == ["1 January 1937", "1 January 1989"]
    assert len(spans(drawn)) > 3


@pytest.mark.parametrize(
    ("days", "label"),
    [
        ("1996-05-05", "5 May 1996"),
        (("1996-05-01", "1996-05-31"), "May 1996"),
        (("1996-01-01", "1996-12-31"), "1996"),
        (("1995-09-21", "1995-09-30"), "21\u201330 September 1995"),
        (("1990-01-01", "1995-12-31"), "1990\u20131995"),
        (("1997-05-01", "1998-08-31"), "May 1997 \u2013 August 1998"),
        (("1600-01-01", "1699-12-31"), "1600\u20131699"),
    ],
)
def test_a_label_is_as_exact_as_its_date(days: str | tuple[str, str], label: str) -> None:
    assert [each.text for each in timeline(dated(days)).labels] == [label]


def test_a_bar_within_a_bar_is_thinner() -> None:
    outer, inner = timeline(dated(("1996-01-01", "1996-12-31"), ("1996-05-01", "1996-05-31"))).dots
    assert outer.thickness > inner.thickness > 0


def test_more_dates_than_can_be_told_apart_are_counted() -> None:
    drawn = timeline(dated(*(f"{year}-01-01" for year in range(1000, 1400))))
    assert (len(drawn.dots), drawn.left_out) == (150, 250)


@pytest.mark.parametrize("comparison", [empty_comparison(), dated()])
def test_there_is_no_timeline_without_dates(comparison: Comparison) -> None:
    assert draw_timeline(comparison, [], interface("en")) is None


def test_the_share_of_a_text_with_a_counterpart_counts_letters_once() -> None:
    text = "aa bb\ncc dd"
    comparison = dataclasses.replace(
        empty_comparison(),
        left=analysis("en", text, "letters"),
        pairs=(Pair("p1", 0.9, (Span(0, 5),), (Span(0, 1),)), Pair("p2", 0.9, (Span(3, 8),), (Span(0, 1),))),
    )
    left, _ = lay_out_columns(comparison, [], interface("en"))
    assert left.paired == 75


@pytest.mark.parametrize(("paragraphs", "stretches"), [(0, 0), (400, 1), (401, 17)])
def test_only_a_long_text_is_laid_out_in_stretches(paragraphs: int, stretches: int) -> None:
    text = "\n".join(["Rain."] * paragraphs)
    comparison = dataclasses.replace(empty_comparison(), left=analysis("en", text, "rain"))
    left, _ = lay_out_columns(comparison, [], interface("en"))
    assert len(left.stretches) == stretches
    assert [each for stretch in left.stretches for each in stretch] == left.paragraphs


@pytest.mark.parametrize("turned", [False, True])
def test_the_map_of_a_text_has_each_finding_at_its_place(turned: bool) -> None:
    comparison = mirrored(small_comparison()) if turned else small_comparison()
    evidences = in_reading_order(comparison, 100)
    columns = lay_out_columns(comparison, evidences, interface("en"))
    english = columns[1 if turned else 0]
    conflict = english.ticks[-1]  # the gravest lies over the others
    assert (conflict.verdict, conflict.finding) == ("conflict", 0)
    assert conflict.y == MAP_HEIGHT * ENGLISH.index("September 1996") // len(ENGLISH)
    assert all(tick.y >= 0 and tick.y + tick.height <= MAP_HEIGHT for tick in english.ticks)


def test_bars_share_out_each_verdict_by_kind() -> None:
    bars = {bar.verdict: bar for bar in _bars(in_reading_order(small_comparison(), 100), interface("en"))}
    assert list(bars) == ["conflict", "internal", "only-left", "only-right", "compatible", "agree"]
    assert bars["conflict"].shares == (("date", 1, 0, 1000), ("number", 0, 1000, 0), ("name", 0, 1000, 0))
    assert bars["only-right"].count == 0
