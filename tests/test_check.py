"""`align check` from the command line, on files that the Translate Toolkit made of texts written for these tests.

museum.tmx, museum.xlf and museum2.xlf come of po2tmx, po2xliff and its storage of XLIFF 2; tests/bilingual/README.md
tells of the others.
"""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from align.cli import main
from align.report import load_schema

FILES = Path(__file__).parent / "bilingual"
VALUES = ("--kinds", "date,number")


def check(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main(["check", "--no-config", *map(str, arguments)])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def checked(capsys: pytest.CaptureFixture[str], *files: object) -> dict[str, Any]:
    """The JSON of a check of values, held against the schema, with every quotation at its place."""
    _, out, _ = check(capsys, *files, *VALUES, "-f", "json")
    form: dict[str, Any] = json.loads(out)
    jsonschema.validate(form, load_schema())
    for document in form["documents"]:
        assert all(document["text"][m["start"] : m["end"]] == m["text"] for m in document["mentions"])
    for finding in form["findings"]:
        for document, side in zip(form["documents"], ("left", "right"), strict=True):
            mention = finding[side]
            assert mention is None or document["text"][mention["start"] : mention["end"]] == mention["text"]
    return form


def told(form: dict[str, Any]) -> set[tuple[str, str, int]]:
    """Verdicts and rules that are no agreement, each with its unit and its line."""
    lines = {pair["id"]: pair["line"] for pair in form["pairs"]}
    found = {(f["verdict"], f["pair"], lines[f["pair"]]) for f in form["findings"] if f["verdict"] != "agree"}
    return found | {(p["rule"], p["unit"], p["line"]) for p in form["problems"] if "rule" in p}


PLURALS = "%d picture of the 12"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            ["museum.po"],
            {
                ("conflict", "The storm of 1931 sank 46 boats.", 16),
                ("only-left", "Restoration cost $2.5 million, and 30% was paid by the town.", 20),
                ("untranslated", "button: Save the picture", 25),
                ("conflict", f"{PLURALS}[5]", 30),
            },
        ),
        (
            ["museum.xliff2po.po"],
            {
                ("conflict", "The storm of 1931 sank 46 boats.", 24),
                ("only-left", "Restoration cost $2.5 million, and 30% was paid by the town.", 28),
                ("untranslated", "Save the picture", 32),
                ("conflict", f"{PLURALS}[5]", 36),
                ("conflict", "Closed in 1999", 54),
            },
        ),
        (
            ["museum.tmx"],
            {("conflict", "2", 14), ("only-left", "3", 22), ("conflict", "9", 70)},
        ),
        (
            ["museum.xlf"],
            {
                ("conflict", "4", 33),
                ("only-left", "5", 41),
                ("untranslated", "6", 49),
                ("conflict", "7[5]", 82),
                ("conflict", "9", 95),
                ("conflict", "10", 103),
            },
        ),
        (["museum2.xlf"], {("conflict", "1", 5), ("untranslated", "3", 15)}),
        (["museum.csv"], {("conflict", "hall:2", 3)}),
        (
            ["museum.po2csv.csv"],
            {
                ("conflict", "hall.c:11", 3),
                ("only-left", "hall.c:12", 4),
                ("untranslated", "shop.c:5", 5),
                ("conflict", "shop.c:15", 9),
                ("conflict", "10", 10),
            },
        ),
        (["museum.calc.csv"], {("conflict", "3", 3), ("untranslated", "4", 4)}),
        (["museum.tsv"], {("conflict", "3", 3), ("untranslated", "4", 4)}),
        (["museum.calc.tsv"], {("conflict", "3", 3), ("untranslated", "4", 4)}),
        (["museum.en.txt", "museum.ar.txt"], {("conflict", "2", 2), ("untranslated", "3", 3)}),
        (["gate.en.txt", "gate.ar.txt"], {("conflict", "3", 3)}),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_every_format_is_checked(
    files: list[str], expected: set[tuple[str, str, int]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(checked(capsys, *(FILES / name for name in files))) == expected


def test_arabic_may_be_the_source(capsys: pytest.CaptureFixture[str]) -> None:
    form = checked(capsys, FILES / "museum.ar.txt", FILES / "museum.en.txt")
    assert [document["language"] for document in form["documents"]] == ["ar", "en"]
    assert ("conflict", "2", 2) in told(form)


def tmx(*units: str, header: str = "en") -> str:
    return f'<tmx version="1.4"><header srclang="{header}"/><body>' + "\n".join(units) + "</body></tmx>"


def tu(english: str, arabic: str, more: str = "") -> str:
    sides = (("en-US", english), ("ar-SA", arabic))
    left, right = (f'<tuv xml:lang="{code}"><seg>{text}</seg></tuv>' for code, text in sides)
    return f"<tu>{left}{more}{right}</tu>"


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        ('Press <bpt i="1">&lt;b size=7&gt;</bpt>start<ept i="1">&lt;/b&gt;</ept>', "اضغط ابدأ"),
        ('Wait <ph x="1">12</ph> now', "انتظر الآن"),
        ("It holds <hi>12 boats</hi>", "فيه 12 قاربا"),
        ("Page {0} of {1:02d}", "الصفحة {0} من {1}"),
        ("%1$s wrote %2$d letters", "كتب %1$s عدد %2$d من الرسائل"),
        ("%(count)d boats &amp;#1633;", "%(count)d من القوارب"),
        ("See https://example.org/2019/44 for more", "انظر https://example.org/ للمزيد"),
        ('&lt;a href="/room/17"&gt;Room&lt;/a&gt;', '&lt;a href="/room/18"&gt;قاعة&lt;/a&gt;'),
        ("{n, plural, one {1 boat} other {# boats}}", "{n, plural, two {قاربان} other {# قوارب}}"),
    ],
)
def test_codes_and_placeholders_are_no_values(
    english: str, arabic: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "codes.tmx"
    path.write_text(tmx(tu(english, arabic)), "utf-8")
    assert told(checked(capsys, path)) == set()


def test_text_within_markup_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "marked.tmx"
    path.write_text(tmx(tu("It holds <hi>12</hi> boats", "فيه <hi>13</hi> قاربا"), tu("50% off", "خصم 15%")), "utf-8")
    assert told(checked(capsys, path)) == {("conflict", "1", 1), ("conflict", "2", 2)}


def test_other_languages_are_passed_over_with_a_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    french = '<tuv xml:lang="fr"><seg>Il y a 99 bateaux</seg></tuv>'
    alone = f'<tu><tuv xml:lang="en"><seg>One</seg></tuv>{french}</tu>'
    path = tmp_path / "three.tmx"
    path.write_text(tmx(tu("It holds 12 boats", "فيه 12 قاربا", french), alone), "utf-8")
    form = checked(capsys, path)
    assert len(form["pairs"]) == 1
    assert [problem["message"] for problem in form["problems"]] == [
        "Texts in other languages were passed over: fr.",
        "1 unit does not have a text in both languages (en, ar).",
    ]


def test_ids_that_repeat_are_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unit = tu("One", "واحد").replace("<tu>", '<tu tuid="same">')
    path = tmp_path / "same.tmx"
    path.write_text(tmx(unit, unit), "utf-8")
    assert [pair["id"] for pair in checked(capsys, path)["pairs"]] == ["same", "same#2"]


ENTITIES = '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("entities.tmx", ENTITIES + tmx(tu("&b;", "x")), "declares the entity 'a', and align reads XML without"),
        ("external.tmx", EXTERNAL + tmx(tu("&a;", "x")), "declares the entity 'a', and align reads XML without"),
        ("deep.xlf", "<xliff>" + "<group>" * 300 + "</group>" * 300 + "</xliff>", "nests elements more than 200 deep"),
        ("wide.tmx", f'<tmx version="{"1" * 2_000_000}"></tmx>', "has a tag of more than 1,048,576 bytes"),
        ("long.tmx", tmx(tu("a" * 1_000_001, "x")), "has a segment of more than 1,000,000 characters"),
        ("broken.tmx", tmx(tu("One", "واحد")).replace("</body>", "\n</bdy>"), "(mismatched tag), in line 2."),
        ("broken.xlf", "<xliff>\n<file>", "(no element found), in line 2."),
        ("empty.tmx", "", "is empty."),
        ("none.tmx", tmx(), "has no translation unit."),
        ("french.tmx", tmx(tu("x", "y").replace("ar-SA", "fr").replace("en-US", "de")), "its languages are: de, fr."),
        ("broken.po", 'msgid "One"\nmsgstr "واحد"\nmsgxx "two"\n', "is no PO file that can be read"),
        ("broken.csv", 'a,b\n"One,واحد\n', "is no CSV that can be read: unexpected end of data, from line 2 on."),
        ("three.tsv", "One\tواحد\t1\n", "Line 1 of {} has 3 columns"),
        ("short.tsv", "One\tواحد\nTwo\n", "Line 2 of {} has 1 columns"),
        ("binary.csv", "a\0b", "is not a text file."),
        ("alone.txt", "One\n", "is plain text; name the file after it"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(
    name: str, content: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, output = tmp_path / name, tmp_path / "out.json"
    path.write_text(content, "utf-8")
    status, _, err = check(capsys, path, *VALUES, "-o", output)
    assert status == 2
    assert says.format(path) in err
    assert err.count("\n") == 1
    assert sorted(each.name for each in tmp_path.iterdir()) == [name]


@pytest.mark.parametrize(
    ("name", "length", "says"),
    [
        ("museum.tmx", 2000, "is no well-formed XML"),
        ("museum.xlf", 2000, "is no well-formed XML"),
        ("museum2.xlf", 400, "is no well-formed XML"),
        ("museum.po", 522, "is no PO file that can be read"),
        ("museum.po2csv.csv", 500, "is no CSV that can be read"),
        ("museum.calc.tsv", 73, "has 1 columns, too few for a source and a target."),
    ],
)
def test_a_file_that_was_cut_off_is_refused(
    name: str, length: int, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes((FILES / name).read_bytes()[:length])
    status, out, err = check(capsys, tmp_path / name, *VALUES, "-f", "json")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert says in err


def test_texts_in_no_encoding_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("One\n", "utf-8")
    (tmp_path / "b.txt").write_bytes("واحد".encode()[:-1] + b"\n")
    status, _, err = check(capsys, tmp_path / "a.txt", tmp_path / "b.txt", *VALUES)
    assert status == 2
    assert "b.txt" in err and err.count("\n") == 1


def test_texts_of_different_length_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("One\nTwo\n", "utf-8")
    (tmp_path / "b.txt").write_text("واحد\n", "utf-8")
    status, _, err = check(capsys, tmp_path / "a.txt", tmp_path / "b.txt", *VALUES)
    assert status == 2
    assert "b.txt has 1 lines and" in err


@pytest.mark.parametrize(
    ("lines", "level", "status"),
    [
        ("12 boats\t12 قاربا", "any", 0),
        ("12 boats\t13 قاربا", "conflict", 1),
        ("12 boats\tقوارب", "conflict", 0),
        ("12 boats\tقوارب", "missing", 1),
        ("Open the door\t ", "conflict", 0),
        ("Open the door\t ", "missing", 1),
    ],
)
def test_what_a_run_fails_for(
    lines: str, level: str, status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(lines + "\nThe sea\tالبحر\n", "utf-8")
    assert check(capsys, path, *VALUES, "--fail-on", level)[0] == status


def test_several_files_in_one_junit_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "out.xml"
    status, _, _ = check(capsys, FILES / "museum.tmx", FILES / "museum.csv", *VALUES, "-o", output)
    assert status == 1
    root = ElementTree.parse(output).getroot()
    assert [(suite.get("tests"), suite.get("failures")) for suite in root] == [("10", "2"), ("3", "1")]
    case = root.find(".//testcase[@name='hall:2']")
    assert case is not None
    assert case.get("line") == "3"
    assert [failure.get("type") for failure in case] == ["number-conflict"]


def test_sarif_has_the_line_of_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = check(capsys, FILES / "museum.po", *VALUES, "-f", "sarif")
    run = json.loads(out)["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    results = [
        (result["ruleId"], result["locations"][0]["physicalLocation"]["region"]["startLine"])
        for result in run["results"]
    ]
    assert results[:2] == [("number-conflict", 16), ("number-conflict", 30)]
    assert ("untranslated", 25) in results
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])


def test_csv_has_a_row_for_each_finding_and_problem(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = check(capsys, FILES / "museum.po", *VALUES, "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(out.lstrip("\ufeff"))))
    assert [(row["verdict"], row["line"]) for row in rows[:4]] == [
        ("conflict", "16"),
        ("conflict", "30"),
        ("only-left", "20"),
        ("untranslated", "25"),
    ]


def test_reports_made_whole_have_a_limit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("html", "md", "xlsx"):
        output = tmp_path / f"out.{form}"
        assert check(capsys, FILES / "museum.tmx", *VALUES, "-o", output)[0] == 1
        assert output.stat().st_size > 100
    status, _, err = check(capsys, FILES / "museum.tmx", *VALUES, "-f", "html", "--most-units", 5)
    assert status == 2
    assert "more than 5 units, too many for html" in err


def test_stretches_make_one_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """More units than are compared at once: offsets count in the whole text, and each unit has findings of its own."""
    path = tmp_path / "many.tsv"
    path.write_text("There are 12 boats\tهناك 13 قاربا\n" * 1000, "utf-8")
    form = checked(capsys, path)
    assert len(form["pairs"]) == len({finding["id"] for finding in form["findings"]}) == 1000
    assert form["documents"][0]["text"] == "\n".join(["There are 12 boats"] * 1000)


@pytest.mark.parametrize(
    ("english", "arabic", "is_missing"),
    [
        ("The lighthouse is open", "المنارة مفتوحة", False),
        ("Some lighthouses are open", "وبالمنارات مفتوحة", False),
        ("The lighthouse is open", "الفنار مفتوح", True),
        ("The light is on", "الضوء مضاء", False),
    ],
)
def test_terms_of_a_glossary(
    english: str, arabic: str, is_missing: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "terms.tsv").write_text("lighthouse\tمنارة\n", "utf-8")
    path = tmp_path / "a.tsv"
    path.write_text(f"{english}\t{arabic}\n", "utf-8")
    status, out, _ = check(
        capsys, path, *VALUES, "--glossary", tmp_path / "terms.tsv", "--fail-on", "any", "-f", "json"
    )
    assert [problem["rule"] for problem in json.loads(out)["problems"]] == ["term"] * is_missing
    assert status == is_missing


@pytest.mark.parametrize(
    ("english", "arabic", "verdicts"),
    [
        ("It opened in 5997, not before.", "افتُتح عام 1997 لا قبله.", ["conflict"]),
        ("A speed of 600 kph", "سرعة قدرها 800 كيلومتر", ["conflict"]),
        ("For the first time he won both games", "لقد فاز في المباراتين", []),
        ("He won 1 of 4 games", "فاز في واحدة من أصل 4 مباريات", ["only-left"]),
        ("He scored in the fourth minute", "سجل في أولى الدقائق", []),
        ("Nine players won", "فاز اللاعبان", ["only-left"]),
    ],
)
def test_what_each_side_alone_has(
    english: str, arabic: str, verdicts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(f"{english}\t{arabic}\n", "utf-8")
    found = [finding["verdict"] for finding in checked(capsys, path)["findings"]]
    assert [verdict for verdict in found if verdict not in ("agree", "compatible")] == verdicts


TBX = """<martif type="TBX"><text><body><termEntry id="1">
<langSet xml:lang="en-GB"><tig><term>lighthouse</term></tig></langSet>
<langSet xml:lang="ar"><tig><term>منارة</term></tig><tig><term>فنار</term></tig></langSet>
<langSet xml:lang="fr"><tig><term>phare</term></tig></langSet></termEntry></body></text></martif>"""


@pytest.mark.parametrize(("arabic", "missing"), [("الفنار مفتوح", 0), ("المنارة مفتوحة", 0), ("البرج مفتوح", 1)])
def test_a_term_base_is_a_glossary(
    arabic: str, missing: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "terms.tbx").write_text(TBX, "utf-8")
    path = tmp_path / "a.tsv"
    path.write_text(f"The lighthouse is open\t{arabic}\n", "utf-8")
    _, out, _ = check(capsys, path, *VALUES, "--glossary", tmp_path / "terms.tbx", "-f", "json")
    assert len(json.loads(out)["problems"]) == missing


@pytest.mark.slow
def test_names_are_compared_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("Ahmad Nasser met Karim Haddad in Beirut.\tالتقى أحمد ناصر كريم حداد في بيروت.\n", "utf-8")
    status, out, _ = check(capsys, path, "-f", "json")
    form = json.loads(out)
    assert status == 0
    assert {finding["verdict"] for finding in form["findings"] if finding["kind"] == "name"} == {"agree"}
