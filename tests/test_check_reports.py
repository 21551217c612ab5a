"""What reports on checked files say of units: their id and line in every form, and all of it in Arabic too."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest

from align.cli import main
from align.report import load_schema
from align.review.reading import load_comparison

UNITS = (
    ("The ferry sank in 1931 with 46 boats.", "غرقت العبّارة عام 1931 ومعها 64 قاربا."),
    ("The harbour office is open.", ""),
    ("The mill burned in 1954.", "احترقت الطاحونة القديمة."),
    ("The lighthouse keeper wrote a letter.", "كتب الحارس رسالة."),
    ("A gale blew on the coast.", "A gale blew on the coast."),
    ("They sold a house.", "they sold a house here"),
)
GLOSSARY = "lighthouse keeper\tحارس المنارة\n"
# What no page in Arabic may say in English, and what it says instead.
SAID = {
    "The target is empty.": "الترجمة فارغة.",
    "The target is the same as the source.": "الترجمة هي الأصل بعينه.",
    "The target has no Arabic letter.": "ليس في الترجمة حرف عربي.",
    "The glossary renders": "يقابل المسردُ المصطلحَ",
}
RULES = {
    "A unit without a translation.": "وحدة بلا ترجمة.",
    "A term of the glossary that the target renders in another way.": "مصطلح من المسرد تُرجم بغير ما فيه.",
}
FORMS = ("html", "md", "csv", "sarif", "junit", "xlsx")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [("id", "source", "target"), *((f"sign-{n}", *texts) for n, texts in enumerate(UNITS, 1))]
    (tmp_path / "signs.tsv").write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")
    (tmp_path / "terms.tsv").write_text(GLOSSARY, "utf-8")
    return tmp_path


def check(folder: Path, output: str, *more: str) -> int:
    files = (str(folder / "signs.tsv"), "--glossary", str(folder / "terms.tsv"), "-o", str(folder / output))
    return main(["check", *files, "--kinds", "date,number", *(more or ("--no-config",))])


def shown(path: Path) -> str:
    """All that a report says, whatever its form."""
    if path.suffix != ".xlsx":
        return path.read_text("utf-8")
    cells = (cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row)
    return "\n".join(str(cell.value) for cell in cells if cell.value is not None)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_speaks_the_language_of_its_reader(form: str, folder: Path) -> None:
    sentences = SAID | (RULES if form == "sarif" else {})
    for ui in ("en", "ar"):
        check(folder, f"{ui}.{form}", "--no-config", "--ui", ui, "-f", form)
    english, arabic = shown(folder / f"en.{form}"), shown(folder / f"ar.{form}")
    assert [sentence for sentence in sentences if sentence not in english] == []
    assert [sentence for sentence in sentences.values() if sentence not in arabic] == []
    assert [sentence for sentence in sentences if sentence in arabic] == []


def test_json_is_the_same_in_both(folder: Path) -> None:
    for ui in ("en", "ar"):
        check(folder, f"{ui}.json", "--no-config", "--ui", ui)
    assert (folder / "en.json").read_bytes() == (folder / "ar.json").read_bytes()


@pytest.mark.parametrize(
    ("form", "ui", "units"),
    [
        ("md", "en", ["unit sign-1, line 2", "- unit sign-2, line 3: The target is empty.", "| unit sign-3, line 4 |"]),
        ("md", "ar", ["الوحدة \u2068sign-1\u2069، السطر 2", "- الوحدة \u2068sign-2\u2069، السطر 3: الترجمة فارغة."]),
        (
            "html",
            "en",
            ["<dt>Unit</dt> <dd><bdi>sign-1</bdi></dd>", "<dt>Line</dt> <dd>2</dd>", "<bdi>sign-5</bdi>, line 6"],
        ),
        ("html", "ar", ["<dt>الوحدة</dt> <dd><bdi>sign-3</bdi></dd>", "<dt>السطر</dt> <dd>4</dd>"]),
    ],
)
def test_findings_and_problems_have_their_unit_and_line(form: str, ui: str, units: list[str], folder: Path) -> None:
    check(folder, f"report.{form}", "--no-config", "--ui", ui)
    told = shown(folder / f"report.{form}")
    assert [place for place in units if place not in told] == []
    assert "Passages match" not in told  # of what is given nothing was measured


def test_a_workbook_has_a_column_for_the_line(folder: Path) -> None:
    check(folder, "report.xlsx")
    book = openpyxl.load_workbook(folder / "report.xlsx")
    heads, *rows = list(book["Findings"].iter_rows(values_only=True))
    assert {(row[heads.index("pair")], row[heads.index("line")]) for row in rows} == {("sign-1", 2), ("sign-3", 4)}
    about = [row[2] for row in book["About"].iter_rows(values_only=True) if row[0] == "Problem"]
    assert about == [f"unit sign-{unit}, line {unit + 1}" for unit in (2, 4, 5, 6)]


def test_what_one_side_lacks_is_shown_with_the_passage_that_lacks_it(folder: Path) -> None:
    check(folder, "report.md")
    (row,) = [line for line in shown(folder / "report.md").splitlines() if "sign-3" in line]
    assert "1954" in row and "احترقت الطاحونة القديمة." in row


def test_lines_and_rules_survive_the_way_to_review(folder: Path) -> None:
    check(folder, "report.json")
    form: dict[str, Any] = json.loads((folder / "report.json").read_text("utf-8"))
    jsonschema.validate(form, load_schema())
    read = load_comparison(folder / "report.json").to_dict()
    assert (read["pairs"], read["problems"]) == (form["pairs"], form["problems"])
    assert [pair["line"] for pair in read["pairs"]] == [2, 3, 4, 5, 6, 7]
    assert [problem["term"] for problem in read["problems"] if problem["rule"] == "term"] == [
        ["lighthouse keeper", "حارس المنارة"]
    ]


@pytest.mark.parametrize("wrong", [{"line": -1}, {"line": "3"}, {"rule": "style"}, {"term": "keeper"}])
def test_damaged_problems_are_told(wrong: dict[str, object], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check(folder, "report.json")
    form = json.loads((folder / "report.json").read_text("utf-8"))
    form["problems"][0] |= wrong
    (folder / "report.json").write_text(json.dumps(form), "utf-8")
    assert main(["review", str(folder / "report.json"), "--no-browser"]) == 2
    assert "is a damaged comparison" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("ignored", "kept", "left_out"),
    [
        ('["untranslated"]', {"term"}, 3),
        ('["term"]', {"untranslated"}, 1),
        ('["untranslated", "term", "only-left"]', set(), 5),
    ],
)
def test_a_project_ignores_rules(
    ignored: str, kept: set[str], left_out: int, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "align.toml").write_text(f"ignore = {ignored}\n", "utf-8")
    for form in ("json", "csv", "junit"):
        check(folder, f"report.{form}", "-f", form)
        noun = "finding" if left_out == 1 else "findings"
        assert f"leaves out {left_out} {noun}." in capsys.readouterr().err
    problems = json.loads((folder / "report.json").read_text("utf-8"))["problems"]
    assert {problem["rule"] for problem in problems} == kept
    rows = csv.DictReader(io.StringIO((folder / "report.csv").read_text("utf-8-sig")))
    assert {row["verdict"] for row in rows} & {"untranslated", "term"} == kept
    outputs = ElementTree.parse(folder / "report.junit").iter("system-out")
    assert {rule for text in outputs for rule in ("untranslated", "term") if f"{rule}:" in str(text.text)} == kept


@pytest.mark.parametrize(
    ("ignored", "status"),
    [("[]", 1), ('["untranslated"]', 1), ('["untranslated", "term", "conflict", "only-left"]', 0)],
)
def test_what_is_ignored_fails_no_run(ignored: str, status: int, folder: Path) -> None:
    (folder / "align.toml").write_text(f"ignore = {ignored}\n", "utf-8")
    assert check(folder, "report.json", "--fail-on", "any") == status


def test_a_rule_goes_with_no_kind(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "align.toml").write_text('ignore = ["number untranslated"]\n', "utf-8")
    assert check(folder, "report.json", "-f", "json") == 2
    assert "or rule of units (untranslated, term)" in capsys.readouterr().err
