"""What is refused: one sentence on standard error, exit status 2, and nothing left half-written."""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import align
from align import Document
from align.cli import CONFLICT, MISUSE, NO_CONFLICT, main
from align.extraction.dates import find_dates
from align.extraction.numbers import find_numbers
from align.languages import LANGUAGES
from align.model import Span
from align.read import read_document, split_blocks
from align.segment import MAX_SENTENCE, segment
from align.text import tokenize

Capture = pytest.CaptureFixture[str]

GOOD_ENGLISH = "The ferry sank in March 1994. Nine sailors drowned."
GOOD_ARABIC = "غرقت العبارة في آذار 1994. ومات تسعة بحارة."
CYRILLIC = "Паром затонул в марте. Девять моряков погибли."

BAD_CONTENT: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is empty"),
    "white space only": (b" \r\n\t\n", "is empty"),
    "no-break spaces only": ("\u00a0\u2003\n".encode(), "holds no text"),
    "digits only": (b"12 34 56, 78", "holds no text"),
    "a PNG picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is not a text file"),
    "NUL bytes": (b"The ferry\x00sank.", "is not a text file"),
    "broken UTF-16": (b"\xff\xfeT\x00h\x00e", "is not valid UTF-16"),
    "half a UTF-16 pair": (b"\xff\xfeT\x00\x00\xd8", "is not valid UTF-16"),
    "bytes of no encoding": (bytes(range(0x80, 0x100)) * 4, "is in no encoding|no language for|is not a text file"),
    "Cyrillic": (CYRILLIC.encode(), "in a script that align has no language for"),
}


@pytest.fixture
def good(write_text: Callable[..., Path]) -> dict[str, str]:
    return {
        "english": str(write_text(GOOD_ENGLISH, "good.en.txt")),
        "arabic": str(write_text(GOOD_ARABIC, "good.ar.txt")),
    }


def listing(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def refusal(folder: Path, capture: Capture, *arguments: str) -> str:
    """Runs a command that must be refused and gives its message."""
    before = listing(folder)
    assert main(arguments) == MISUSE
    out, message = capture.readouterr()
    assert out == ""
    assert message.startswith("align: ")
    assert message.endswith("\n")
    assert message.count("\n") == 1, "one line, so no traceback"
    assert listing(folder) == before
    return message


@pytest.mark.parametrize("content", BAD_CONTENT)
def test_compare_refuses_content(
    content: str, tmp_path: Path, good: dict[str, str], write_text: Callable[..., Path], capsys: Capture
) -> None:
    data, expected = BAD_CONTENT[content]
    bad = write_text(data, "bad.txt")
    output = str(tmp_path / "report.json")
    message = refusal(tmp_path, capsys, "compare", str(bad), good["english"], "-o", output)
    assert any(part in message for part in expected.split("|"))
    assert "bad.txt" in message


@pytest.mark.parametrize("content", [name for name in BAD_CONTENT if name != "English again"])
def test_extract_refuses_content(
    content: str, tmp_path: Path, write_text: Callable[..., Path], capsys: Capture
) -> None:
    data, expected = BAD_CONTENT[content]
    message = refusal(tmp_path, capsys, "extract", str(write_text(data, "bad.txt")))
    assert any(part in message for part in expected.split("|"))


def test_the_right_document_is_checked_like_the_left(
    tmp_path: Path, good: dict[str, str], write_text: Callable[..., Path], capsys: Capture
) -> None:
    message = refusal(tmp_path, capsys, "compare", good["english"], str(write_text(b"", "bad.txt")))
    assert "bad.txt is empty" in message


# {F} stands for the test's folder, {E} and {A} for a good English and a good Arabic text.
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("compare {F}/missing.txt {A}", "There is no file"),
        ("compare {E} {F}", "is a folder"),
        ("compare {E}/below.txt {A}", "cannot be read"),
        ("compare - -", "Only one of the two documents"),
        ("compare {E} {A} --encoder word2vec", "no encoder 'word2vec'"),
        ("compare {E} {A} -o {F}/report.docx", "names no format"),
        ("compare {E} {A} -o {F}/report", "names no format"),
        ("compare {E} {A} -o {F}/no/such/folder/report.json", "cannot be written"),
        ("compare {E} {A} -o {E}/report.json", "cannot be written"),
        ("compare {E} {A} -f json -o {F}", "cannot be written"),
        ("extract {F}/missing.txt", "There is no file"),
        ("extract {F}", "is a folder"),
        ("extract {E} --language tlh", "no table for the language 'tlh'"),
        ("corpus {F}/missing -o {F}/reports", "There is no folder"),
        ("corpus {E} -o {F}/reports", "There is no folder"),
        ("corpus {F} -o {F}/reports", "holds no topic"),
        ("evaluate {F}", "There is no gold"),
        ("evaluate {F}/missing", "There is no gold"),
    ],
)
def test_refused_requests(arguments: str, expected: str, tmp_path: Path, good: dict[str, str], capsys: Capture) -> None:
    filled = [part.format(F=tmp_path, E=good["english"], A=good["arabic"]) for part in arguments.split(" ")]
    assert expected in refusal(tmp_path, capsys, *filled)


def test_no_encoder_leaves_no_report_folder(tmp_path: Path, write_text: Callable[..., Path], capsys: Capture) -> None:
    write_text(GOOD_ENGLISH, "corpus/en/ferry.txt")
    write_text(GOOD_ARABIC, "corpus/ar/ferry.txt")
    arguments = ("corpus", str(tmp_path / "corpus"), "-o", str(tmp_path / "reports"), "--encoder", "word2vec")
    assert "no encoder 'word2vec'" in refusal(tmp_path, capsys, *arguments)


def test_a_report_folder_that_cannot_be_made(tmp_path: Path, write_text: Callable[..., Path], capsys: Capture) -> None:
    write_text(GOOD_ENGLISH, "corpus/en/ferry.txt")
    write_text(GOOD_ARABIC, "corpus/ar/ferry.txt")
    taken = write_text("a file", "taken")
    message = refusal(tmp_path, capsys, "corpus", str(tmp_path / "corpus"), "-o", str(taken / "reports"))
    assert "cannot be made" in message


def test_an_old_report_survives_a_failed_run(tmp_path: Path, good: dict[str, str], capsys: Capture) -> None:
    report = tmp_path / "report.md"
    report.write_text("the old report", encoding="utf-8")
    refusal(tmp_path, capsys, "compare", good["english"], str(tmp_path / "none.txt"), "-o", str(report))
    assert report.read_text(encoding="utf-8") == "the old report"


@pytest.mark.parametrize(("encoder", "package"), [("labse", "sentence_transformers")])
def test_an_encoder_that_is_not_installed_says_what_to_install(
    encoder: str,
    package: str,
    tmp_path: Path,
    good: dict[str, str],
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    encode = importlib.import_module("align.encode")
    load, _ = encode.ENCODERS[encoder]
    load.cache_clear()
    monkeypatch.setitem(sys.modules, package, None)  # importing it now fails
    message = refusal(tmp_path, capsys, "compare", good["english"], good["arabic"], "--encoder", encoder)
    assert f"pip install 'align-sources[{encoder}]'" in message


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare", "only-one.txt"],
        ["compare", "a.txt", "b.txt", "-f", "pdf"],
        ["compare", "a.txt", "b.txt", "--reference-date", "yesterday"],
        ["extract"],
        ["translate", "a.txt"],
    ],
)
def test_misuse_of_the_command_line_is_told_with_the_usage(arguments: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == MISUSE
    out, message = capsys.readouterr()
    assert out == ""
    assert message.startswith("usage: align")
    assert "error:" in message.splitlines()[-1]


def test_a_bad_file_in_a_corpus_stops_no_other_topic(
    tmp_path: Path, write_text: Callable[..., Path], capsys: Capture
) -> None:
    write_text(GOOD_ENGLISH, "corpus/en/ferry.txt")
    write_text(GOOD_ARABIC, "corpus/ar/ferry.txt")
    write_text(GOOD_ENGLISH, "corpus/en/broken.txt")
    write_text(b"\x00\x01\x02", "corpus/ar/broken.txt")
    reports = tmp_path / "reports"
    status = main(["corpus", str(tmp_path / "corpus"), "-o", str(reports)])
    out, message = capsys.readouterr()
    assert status in (NO_CONFLICT, CONFLICT)
    assert message.startswith("align: ")
    assert message.count("\n") == 1
    assert "broken.txt is not a text file" in message
    assert "ferry" in out
    assert "broken" not in out
    assert {path.name for path in reports.iterdir()} >= {"ferry.html", "ferry.md", "ferry.json", "index.html"}
    assert not list(reports.glob("broken*"))


def test_a_corpus_of_bad_files_only_is_refused(
    tmp_path: Path, write_text: Callable[..., Path], capsys: Capture
) -> None:
    write_text(GOOD_ENGLISH, "corpus/en/broken.txt")
    write_text(b"", "corpus/ar/broken.txt")
    message = refusal(tmp_path, capsys, "corpus", str(tmp_path / "corpus"), "-o", str(tmp_path / "reports"))
    assert "is empty" in message


# Odd texts that are read all the same: an English one, an Arabic one.
ODD_TEXTS = {
    "one word": ("Ferry.", "عبارة"),
    "directions mixed": (
        "The ferry «العبارة» sank in March 1994 (آذار 1994).",
        "غرقت العبارة Marsa Star في March 1994 قرب المرفأ القديم، ومات تسعة من بحارتها.",
    ),
    "bidi controls": (
        "The \u202eferry\u202c sank in \u2067March 1994\u2069.",
        "غرقت \u202bالعبارة\u202c في \u200fآذار\u200e 1994.",
    ),
    "an override that is never closed": (f"\u202e{GOOD_ENGLISH}", f"\u2066{GOOD_ARABIC}"),
    "headings only": ("== Ferry ==\n\n== Sailors ==", "== العبارة ==\n\n== البحارة =="),
    "marks without letters between": ("a " + "-*|=# " * 200, "ع " + "-*|=# " * 200),
    "letters beyond the first plane": (GOOD_ENGLISH + " \U0001d400\U0001f6a2", GOOD_ARABIC + " \U0001eef0\U0001f6a2"),
}


@pytest.mark.parametrize("name", ODD_TEXTS)
@pytest.mark.parametrize("form", ["json", "html", "md", "csv"])
def test_odd_texts_are_compared(
    name: str, form: str, tmp_path: Path, write_text: Callable[..., Path], capsys: Capture
) -> None:
    english, arabic = (str(write_text(text)) for text in ODD_TEXTS[name])
    report = tmp_path / f"report.{form}"
    assert main(["compare", english, arabic, "-o", str(report)]) in (NO_CONFLICT, CONFLICT)
    assert capsys.readouterr() == ("", "")
    assert report.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ODD_TEXTS)
def test_quotes_of_odd_texts_are_what_stands_there(name: str) -> None:
    english, arabic = ODD_TEXTS[name]
    form = align.compare(Document("a", "en", english), Document("b", "ar", arabic)).to_dict()
    assert [document["text"] for document in form["documents"]] == [english, arabic]
    for document in form["documents"]:
        for mention in document["mentions"]:
            assert document["text"][mention["start"] : mention["end"]] == mention["text"]


ENDLESS = {
    "words": "drowned sailors of the old ferry ",
    "figures": "1,250 ",
    "number words": "thirty thousand and ",
    "full stops": "a.b, ",
    "month names": "May ",
    "open brackets": "([«",
    "fact marks": "- Date: ",
    "hyphens": "co-",
    "accents": "e\u0301\u0301\u0301",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", ENDLESS)
def test_a_line_without_end_takes_linear_time(name: str) -> None:
    """Blocks, sentences, dates and numbers of one long line: eight times the length; quadratic, 64 times the time."""

    def seconds(size: int) -> float:
        text = "The " + ENDLESS[name] * (size // len(ENDLESS[name]))
        clock = time.process_time()
        tokens = tokenize(text)
        segment(text, split_blocks(text), LANGUAGES["en"])
        dates = find_dates(text, tokens, LANGUAGES["en"], None)
        find_numbers(text, tokens, LANGUAGES["en"], [Span(date.start, date.end) for date in dates])
        return time.process_time() - clock

    seconds(1_000)
    assert seconds(80_000) < 24 * max(seconds(10_000), 0.02)


@pytest.mark.slow
def test_three_megabytes_without_a_full_stop_are_read(write_text: Callable[..., Path]) -> None:
    path = write_text("the old ferry sank near the shore " * 90_000)
    document = read_document(path)
    sentences = segment(document.text, split_blocks(document.text), LANGUAGES["en"])
    assert len(document.text) > 3_000_000
    assert max(sentence.end - sentence.start for sentence in sentences) <= MAX_SENTENCE
