"""The forms of a report: what each must hold, and that none of them lets a document's words do anything."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import jsonschema
import pytest
from report_cases import (
    ARABIC_GUESTS,
    ENGLISH,
    OPENING_DATE,
    empty_comparison,
    mirrored,
    quoting,
    small_comparison,
)

from align.errors import AlignError
from align.model import Comparison
from align.report import FORMATS, load_schema, render, render_bytes, terminal_summary

RIGHT_TO_LEFT_OVERRIDE = "\u202e"
BIDI_CONTROLS = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]


def rows(comparison: Comparison) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(comparison, "csv").removeprefix("\ufeff"), newline="")))


def schema_errors(form: Any) -> list[str]:
    schema = load_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(form)]


# --- every form ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("comparison", [small_comparison(), mirrored(small_comparison()), empty_comparison()])
def test_the_same_comparison_gives_the_same_bytes(comparison: Comparison, form: str) -> None:
    assert render_bytes(comparison, form) == render_bytes(comparison, form)


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_can_be_written_as_utf8_whatever_the_text_holds(form: str) -> None:
    written = render_bytes(quoting("a lone \ud800 surrogate and NUL \0", "surrogate"), form)
    assert form == "xlsx" or written.decode("utf-8")


def test_an_unknown_form_is_misuse() -> None:
    with pytest.raises(AlignError, match="choose one of json, html, md, csv"):
        render(small_comparison(), "docx")


# --- JSON ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("comparison", [small_comparison(), mirrored(small_comparison()), empty_comparison()])
def test_json_follows_its_schema(comparison: Comparison) -> None:
    assert schema_errors(json.loads(render(comparison, "json"))) == []


def test_json_keeps_arabic_readable_and_ends_its_last_line() -> None:
    text = render(small_comparison(), "json")
    assert OPENING_DATE in text
    assert text.endswith("}\n")


def test_json_sorts_the_members_of_the_signature_whose_names_are_data() -> None:
    assert list(json.loads(render(small_comparison(), "json"))["signature"]) == [
        "version",
        "encoder",
        "ar",
        "en",
        "settings",
    ]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("extra",), 1),
        (("schema",), "align.comparison/2"),
        (("documents", 0, "sha256"), "abc"),
        (("documents", 0, "mentions", 0, "value", "extra"), 1),
        (("documents", 0, "mentions", 0, "start"), -1),
        (("findings", 0, "verdict"), "maybe"),
        (("findings", 0, "left"), None),
        (("findings", 0, "confidence"), 1.5),
        (("findings", 0, "reason"), ""),
        (("findings", 0, "left", "kind"), "date"),  # a date with a name's value
        (("findings", 1, "left", "value", "low"), 8000),  # numbers are decimal strings
        (("findings", 2, "right"), {}),  # only-left has no right mention
        (("findings", 3, "left", "value", "earliest"), "1996"),
        (("internal", 0, "side"), "middle"),
        (("pairs", 0, "left"), []),
        (("problems", 0, "line"), 9),
    ],
)
def test_the_schema_refuses(path: tuple[str | int, ...], value: object) -> None:
    form: Any = json.loads(render(small_comparison(), "json"))
    target = form
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    assert schema_errors(form)


def test_the_schema_allows_an_inferred_year_and_a_date_without_one() -> None:
    form: Any = json.loads(render(small_comparison(), "json"))
    value = form["findings"][3]["left"]["value"]
    value |= {"inferred": True, "edtf": None, "earliest": None, "latest": None}
    assert schema_errors(form) == []


# --- CSV -------------------------------------------------------------------------------------------------------


def test_csv_has_a_row_for_each_finding_conflicts_first() -> None:
    assert [row["verdict"] for row in rows(small_comparison())] == ["conflict", "only-left", "compatible", "agree"]


def test_csv_starts_with_a_byte_order_mark_and_ends_lines_as_rfc_4180_says() -> None:
    text = render(small_comparison(), "csv")
    assert text.startswith("\ufeffid,verdict,")
    assert text.count("\r\n") == 5


def test_csv_gives_both_mentions_with_their_values_and_places() -> None:
    row = rows(small_comparison())[0]
    assert (row["left_text"], row["left_value"]) == ("September 1996", "1996-09")
    assert (row["right_text"], row["right_value"]) == (OPENING_DATE, "1995-09-21/1995-09-30")
    assert ENGLISH[int(row["left_start"]) : int(row["left_end"])] == "September 1996"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_csv_lets_no_cell_begin_a_formula(start: str) -> None:
    row = rows(quoting(f"{start}HYPERLINK(1) told", f"{start}HYPERLINK(1)"))[0]
    assert row["left_text"].startswith(f"'{start}HYPERLINK")
    assert not any(cell.startswith(start) for cell in row.values())


@pytest.mark.parametrize("text", ['a "quoted", listed\nword', "semi;colon, comma"])
def test_csv_quotes_what_would_break_a_row(text: str) -> None:
    assert rows(quoting(f"x {text}", text))[0]["left_text"] == text


# --- Markdown --------------------------------------------------------------------------------------------------


def test_markdown_tells_conflicts_with_both_quotations() -> None:
    text = render(small_comparison(), "md")
    conflicts = text[text.index("## Conflicts") : text.index("## Contradictions")]
    assert "opened in **\u2068September 1996\u2069**." in conflicts
    assert f"**\u2068{OPENING_DATE}\u2069**" in conflicts
    assert "21–30 September 1995 · 1995-09-21/1995-09-30" in conflicts


def test_markdown_isolates_right_to_left_quotations() -> None:
    quotation = next(line for line in render(small_comparison(), "md").splitlines() if line.startswith("> \u2067"))
    assert quotation.endswith("\u2069")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
        ("[a](http://b) told", "\\[a\\](http\\://b)"),
        ("![a](b) told", "!\\[a\\](b)"),
        ("`code` told", "\\`code\\`"),
        ("a | b", "a \\| b"),
        ("&lt; told", "&amp;lt;"),
        ("*bold* _it_ ~gone~", "\\*bold\\* \\_it\\_ \\~gone\\~"),
        ("www.example.org @name :smile: $x$ #1", "www\\.example.org \\@name \\:smile: \\$x\\$ \\#1"),
        ("one\n\n# two\n- three", "one \\# two - three"),
    ],
)
def test_markdown_lets_no_words_of_a_document_be_markup(text: str, escaped: str) -> None:
    rendered = render(quoting(f"{text} end", text), "md")
    assert f"**\u2068{escaped}" in rendered
    assert f"# {escaped}" in rendered  # the title


@pytest.mark.parametrize(("ticks", "fence"), [("`", "``"), ("a``b", "```")])
def test_markdown_keeps_a_code_span_closed_by_its_own_fence_only(ticks: str, fence: str) -> None:
    line = next(line for line in render(quoting(ticks, ticks), "md").splitlines() if "align|version" in line)
    assert line.startswith(f"{fence} align|") and line.endswith(f" {fence}")


# --- terminal --------------------------------------------------------------------------------------------------


def test_the_terminal_shows_conflicts_before_everything_else() -> None:
    text = terminal_summary(small_comparison(), color=False)
    headings = ["Conflicts\n", "Contradictions within one text\n", "Compatible\n", "= 1 agreement", "problem", "align|"]
    places = [text.index(heading) for heading in headings]
    assert places == sorted(places)


def test_the_terminal_counts_by_verdict() -> None:
    line = terminal_summary(small_comparison(), color=False).splitlines()[1]
    expected = "1 conflict, 1 only on the left, 0 only on the right, 1 compatible, 1 agreement; 1 pair of passages"
    assert line == expected


@pytest.mark.parametrize(
    ("color", "marked"), [(False, "in [September 1996]. More"), (True, "in \x1b[1;4mSeptember 1996\x1b[0m. More")]
)
def test_the_terminal_marks_the_mention_in_its_passage(color: bool, marked: str) -> None:
    assert marked in terminal_summary(small_comparison(), color=color)


@pytest.mark.parametrize("comparison", [small_comparison(), mirrored(small_comparison())])
def test_the_terminal_isolates_each_arabic_line(comparison: Comparison) -> None:
    lines = terminal_summary(comparison, color=False).splitlines()
    quotation = next(line for line in lines if f"[{OPENING_DATE}]" in line)
    assert quotation.startswith("    ar  \u2067") and quotation.endswith("\u2069")


def test_the_terminal_isolates_arabic_within_a_reason() -> None:
    assert f"\u2068{OPENING_DATE}\u2069 cannot both" in terminal_summary(small_comparison(), color=False)


def test_the_terminal_is_plain_without_color() -> None:
    assert "\x1b" not in terminal_summary(small_comparison(), color=False)


def test_no_document_controls_the_terminal() -> None:
    text = terminal_summary(quoting("clear \x1b[2J screen \x07 \x9b31m red", "screen"), color=False)
    assert not {"\x1b", "\x07", "\x9b"} & set(text)
    assert "clear \u241b[2J" in text


def test_a_summary_of_nothing_still_names_the_documents() -> None:
    assert terminal_summary(empty_comparison(), color=False).startswith("rain (en)")


# --- bidirectional controls -------------------------------------------------------------------------------------


@pytest.mark.parametrize("control", BIDI_CONTROLS)
@pytest.mark.parametrize("form", ["html", "md", "terminal"])
def test_no_document_reorders_a_report(form: str, control: str) -> None:
    comparison = quoting(f"five {control}men told", f"{control}men")
    text = terminal_summary(comparison, color=False) if form == "terminal" else render(comparison, form)
    assert f"five ‹U+{ord(control):04X}›" in text.replace("[", "").replace("**\u2068", "").replace("<mark>", "")
    assert RIGHT_TO_LEFT_OVERRIDE not in text
    for line in text.splitlines():
        assert isolates_are_balanced(line), line


def isolates_are_balanced(line: str) -> bool:
    depth = 0
    for letter in line:
        depth += (letter in "\u2066\u2067\u2068") - (letter == "\u2069")
        if depth < 0:
            return False
    return depth == 0


def test_a_right_to_left_unit_is_isolated_in_a_list() -> None:
    text = terminal_summary(small_comparison(), color=False)
    assert f"\u2067{ARABIC_GUESTS}\u2069 (\u2068about 8,000 ضيف\u2069)" in text
