"""The benchmark's own logic: when a reading is right, how lines grow, and that a run gives a figure of each kind."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from align.languages import LANGUAGES
from benchmarks import contestants, extraction, machine
from benchmarks.accuracy import accuracies, group_of
from benchmarks.contestants import Contestant, Read, date_of_period, read_align, read_figures
from benchmarks.length import Growth, Line, measure_growth
from benchmarks.scoring import Case, DateReading, Days, NumberReading, Readings, Sort, is_right, load_cases
from benchmarks.sentences import load_sentences
from benchmarks.speed import in_rounds, measure_speed
from benchmarks.tables import growth_table, percentage, table

MAY_DAY = ("1999-05-01", "1999-05-01")
JUNE_DAY = ("1999-06-01", "1999-06-01")
MAY = ("1999-05-01", "1999-05-31")


@pytest.fixture(autouse=True)
def any_core(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a run from tying the test process, and so all tests after it, to one core."""
    monkeypatch.setattr(machine, "stay_on_one_core", lambda: None)


def case(suite: str, *expected: float | str | Days, near: str | None = None, allows_more: bool = False) -> Case:
    return Case("", "en", suite, expected, near=near, allows_more=allows_more)


def dates(*readings: DateReading) -> Readings:
    return Readings(dates=readings)


def day(days: Days, has_year: bool = True, calendar: str = "gregorian") -> DateReading:
    return DateReading((days,), days[0][5:], has_year, calendar)


def numbers(*values: float, sort: Sort | None = "number") -> Readings:
    return Readings(numbers=tuple(NumberReading(value, sort) for value in values))


def reader(read: Read, name: str = "reader") -> Contestant:
    return Contestant(name, "1", "all", {"en": frozenset({"number", "date"})}, read)


@pytest.mark.parametrize(
    ("wanted", "readings", "right"),
    [
        pytest.param(case("number", 3.0, 5.0), numbers(5, 3), True, id="in any order"),
        pytest.param(case("number", 3.0, 3.0), numbers(3), False, id="each as often as stated"),
        pytest.param(case("number", 3.0), numbers(3, 5), False, id="none else"),
        pytest.param(case("number", 1 / 3), numbers(0.33333333), True, id="up to a millionth"),
        pytest.param(case("number", 1 / 3), numbers(0.333), False, id="not rounded further"),
        pytest.param(case("number"), numbers(7, sort="ordinal"), True, id="other sorts are not asked for"),
        pytest.param(case("percent", 7.0), numbers(7), False, id="the sort is part of the value"),
        pytest.param(case("percent", 7.0), numbers(7, sort=None), True, id="a library that tells no sorts"),
    ],
)
def test_numbers_are_right(wanted: Case, readings: Readings, right: bool) -> None:
    assert is_right(wanted, readings) is right


@pytest.mark.parametrize(
    ("wanted", "readings", "right"),
    [
        pytest.param(case("date", MAY_DAY), dates(day(MAY_DAY)), True, id="the day"),
        pytest.param(case("date", MAY_DAY), dates(day(JUNE_DAY)), False, id="another day"),
        pytest.param(case("date", MAY), dates(day(MAY_DAY)), False, id="a day for its month"),
        pytest.param(case("date", MAY), dates(DateReading((MAY_DAY, MAY))), True, id="one of two left open"),
        pytest.param(case("date", "XXXX-05-01"), dates(day(MAY_DAY)), True, id="a year for a day without one"),
        pytest.param(case("date", MAY_DAY), dates(DateReading((), "05-01", False)), True, id="no year beside one"),
        pytest.param(case("date", MAY), dates(DateReading((), "05-01", False)), False, id="no year beside a span"),
        pytest.param(case("date", MAY_DAY), dates(day(MAY_DAY), day(JUNE_DAY)), False, id="none else"),
        pytest.param(
            case("date", MAY_DAY, allows_more=True), dates(day(JUNE_DAY), day(MAY_DAY)), True, id="more beside"
        ),
        pytest.param(case("date", MAY_DAY, allows_more=True), dates(day(JUNE_DAY)), False, id="more, but not this"),
        pytest.param(case("date"), dates(), True, id="nothing to find"),
    ],
)
def test_dates_are_right(wanted: Case, readings: Readings, right: bool) -> None:
    assert is_right(wanted, readings) is right


@pytest.mark.parametrize(
    ("near", "first", "calendar", "right"),
    [
        ("1999-05-03", "1999-05-01", "islamic", True),
        ("1999-05-04", "1999-05-01", "islamic", False),
        ("1999-05-01", "1999-05-01", "gregorian", False),
        ("1260-09-03", "1260-09-12", "islamic", True),  # Julian beside Gregorian
        ("1260-09-03", "1260-09-13", "islamic", False),
    ],
)
def test_an_islamic_date_is_right_near_its_gregorian_day(near: str, first: str, calendar: str, right: bool) -> None:
    wanted = case("hijri", near=near, allows_more=True)
    assert is_right(wanted, dates(day((first, first), calendar=calendar))) is right


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 barrels, 3,400 bottles and 2.5 casks", [(12, "number"), (3400, "number"), (2.5, "number")]),
        ("the 21st of 30", [(21, "ordinal"), (30, "number")]),
        ("the B52 and version 1.2.3", []),
        ("In 1904.", [(1904, "number")]),
    ],
)
def test_figures_are_read_with_their_sort(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(reading.value, reading.sort) for reading in read_figures(text)] == expected


@pytest.mark.parametrize(
    ("period", "span"),
    [
        ("week", ("2024-02-12", "2024-02-18")),
        ("month", ("2024-02-01", "2024-02-29")),
        ("quarter", ("2024-01-01", "2024-03-31")),
        ("year", ("2024-01-01", "2024-12-31")),
        ("time", None),
    ],
)
def test_a_period_stands_beside_its_day(period: str, span: Days | None) -> None:
    spans = date_of_period(datetime.date(2024, 2, 15), period).spans
    assert spans == (*([span] if span else []), ("2024-02-15", "2024-02-15"))


def test_align_is_read_without_names_and_with_numbers_outside_dates() -> None:
    found = read_align("Omar sold 12 boats on 1 May 1999, and more than 40 later.", "en")
    assert [date.spans for date in found.dates] == [(MAY_DAY,)]
    assert [number.value for number in found.numbers] == [12]


def test_a_library_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contestants, "_OTHERS", {"no-such-distribution": lambda version: []})
    found, missing = contestants.load_contestants()
    assert ([contestant.name for contestant in found], missing) == (["align"], ["no-such-distribution"])


def test_accuracy_counts_errors_as_wrong_and_leaves_out_what_is_not_claimed() -> None:
    def fail(text: str, language: str, reference: datetime.date | None) -> Readings:
        raise RecursionError

    cases = [case("number", 3.0), case("number", 5.0), case("number"), case("ordinal", 1.0)]
    lines = accuracies([reader(lambda *_: numbers(3), "good"), reader(fail, "bad")], cases)
    assert [(line.group.kind, line.cases, line.right) for line in lines] == [
        ("number", 3, {"good": 1, "bad": 0}),
        ("ordinal", 1, {"good": None, "bad": None}),
    ]


@pytest.mark.parametrize(
    ("wanted", "kind"),
    [
        (case("number", 3.0), "number"),
        (case("date", MAY_DAY, "XXXX-05-01"), "date, days"),
        (case("date", MAY_DAY, MAY), "date, spans"),
    ],
)
def test_dates_are_grouped_by_whether_they_are_days(wanted: Case, kind: str) -> None:
    assert group_of(wanted).kind == kind


def test_no_sentence_is_read_in_two_rounds() -> None:
    shares = in_rounds([str(number) for number in range(10)], 2)
    assert sorted(sentence for share in shares for sentence in share) == [str(number) for number in range(10)]
    assert len(shares) == 3


def test_too_few_sentences_are_refused() -> None:
    with pytest.raises(ValueError, match="too few"):
        in_rounds(["one"], 1)


def test_speed_counts_the_sentences_behind_its_rates() -> None:
    speed = measure_speed(reader(lambda *_: Readings()), "en", ["a", "b", "c", "d", "e", "f"], rounds=2)
    assert (speed.sentences, len(speed.rates)) == (4, 2)
    assert min(speed.rates) <= speed.median <= max(speed.rates)


@pytest.mark.parametrize(("size", "text"), [(2, "ab"), (3, "abc"), (7, "abcabca")])
def test_a_line_has_its_length(size: int, text: str) -> None:
    assert Line("en", "", "abc").of_length(size) == text


def hang(text: str, language: str, reference: datetime.date | None) -> Readings:
    while len(text) > 200:
        pass
    return Readings()


def crash(text: str, language: str, reference: datetime.date | None) -> Readings:
    if len(text) > 200:
        raise RecursionError
    return Readings()


@pytest.mark.parametrize(("read", "outcome"), [(hang, "over"), (crash, "failed")])
def test_what_hangs_or_fails_is_not_tried_on_longer_lines(read: Read, outcome: str) -> None:
    growth = measure_growth(reader(read), Line("en", "", "a "), [150, 300, 600], limit=1)
    assert isinstance(growth.seconds.pop(150), float)
    assert growth.seconds == {300: outcome}
    assert growth.ratio() is None


def test_growth_is_shown_with_the_ratio_of_the_longest_lines() -> None:
    whole = Growth("quick", Line("en", "news", "a"), {10: 0.1, 100: 0.5, 1000: 6.0})
    broken = Growth("slow", Line("en", "news", "a"), {10: 0.1, 100: "over"})
    assert growth_table([whole, broken]).splitlines() == [
        "| language | library | line of |    10 |   100 | 1,000 | ratio |",
        "| -------- | ------- | ------- | ----: | ----: | ----: | ----: |",
        "| en       | quick   | news    | 0.100 | 0.500 | 6.000 |  12.0 |",
        "| en       | slow    | news    | 0.100 |  over |     – |     – |",
    ]


def test_tables_align_words_left_and_figures_right() -> None:
    assert table(["what", "n"], [["a|b", "10"], ["words", "5"]], words=1).splitlines() == [
        "| what  |   n |",
        "| ----- | --: |",
        "| a\\|b  |  10 |",
        "| words |   5 |",
    ]


@pytest.mark.parametrize(("part", "shown"), [(None, "–"), (0, "0.0"), (2, "66.7"), (3, "100.0")])
def test_percentages(part: int | None, shown: str) -> None:
    assert percentage(part, 3) == shown


def test_our_cases_are_readable_and_cover_every_suite_in_both_languages() -> None:
    cases = load_cases(extraction.OWN_CASES)
    suites = {"date", "date-relative", "hijri", "number", "percent", "ordinal"}
    for language in LANGUAGES:
        own = [case for case in cases if case.language == language]
        assert len(own) >= 60
        assert suites <= {case.suite for case in own}
    assert len({case.text for case in cases}) == len(cases)


def test_sentences_come_from_a_folder_or_from_the_corpora(tmp_path: Path) -> None:
    for language in LANGUAGES:
        (tmp_path / f"one.{language}.txt").write_text("first\n\nsecond\n", "utf-8")
    assert load_sentences(tmp_path) == {language: ["first", "second"] for language in LANGUAGES}
    assert all(len(sentences) > 100 for sentences in load_sentences(None).values())


def test_an_empty_folder_is_misuse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert extraction.main(["--news", str(tmp_path), "--parts", "speed"]) == 2
    assert "no text" in capsys.readouterr().err


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Arguments for a run of a moment, with align alone."""
    monkeypatch.setattr(contestants, "_OTHERS", {})
    for language in LANGUAGES:
        (tmp_path / f"one.{language}.txt").write_text("In 1999.\n2000\n5\n", "utf-8")
    cases = tmp_path / "cases.jsonl"
    cases.write_text(json.dumps({"text": "7 men", "language": "en", "suite": "number", "expected": [7]}), "utf-8")
    return ["--news", str(tmp_path), "--cases", str(cases), "--rounds", "2", "--sizes", "100", "200"]


def test_a_run_prints_all_its_parts(tiny: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert extraction.main(tiny) == 0
    shown = capsys.readouterr().out
    for part in ("processor:", "Python:", "versions: align", "sentences: en 3", "median", "number", "ratio", "memory"):
        assert part in shown


def test_a_run_gives_json_of_the_parts_asked_for(tiny: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert extraction.main([*tiny, "--json", "--parts", "accuracy", "length"]) == 0
    run = json.loads(capsys.readouterr().out)
    assert (run["speeds"], run["sentences"]) == ([], {"en": 3, "ar": 3})
    assert run["accuracies"][-1]["right"] == {"align": 1}
    assert list(run["growths"][0]["seconds"]) == ["100", "200"]
