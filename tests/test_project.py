"""`align.toml`: where it is found, what it may say, and that every command does what it says."""

from __future__ import annotations

import datetime
import json
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from review_cases import FLEET, comparison, with_internal, write

from align.cli import CONFLICT, MISUSE, NO_CONFLICT, main
from align.errors import InputError
from align.model import Settings
from align.project import NO_PROJECT, find_project, load_project
from align.suppressions import Suppressions, suppress, suppress_mentions

WHOLE = """
encoder = "e5"
glossary = "terms.tsv"
reference-date = 1998-08-08
ignore = ["name", "only-left", "number only-right"]

[name-engines]
ar = "rules"

[thresholds]
conflict = 0.7
internal = 1

[[dismissed]]
id = "0123456789abcdef"
reason = "ورد في الطبعة الأولى."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "terms.tsv").write_text("league\tرابطة\n", encoding="utf-8")
    (tmp_path / "align.toml").write_text(WHOLE, encoding="utf-8")
    return tmp_path


def written(folder: Path, content: str) -> Path:
    path = folder / "align.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_every_key_is_read(folder: Path) -> None:
    project = load_project(folder / "align.toml")
    assert project.settings() == Settings("e5", {"ar": "rules"}, (("league", "رابطة"),))
    assert project.reference_date == datetime.date(1998, 8, 8)
    assert project.suppressions.ignored == {("name", ""), ("", "only-left"), ("number", "only-right")}
    assert project.suppressions.thresholds == {"conflict": 0.7, "internal": 1.0}
    assert project.suppressions.dismissed == {"0123456789abcdef": "ورد في الطبعة الأولى."}


def test_the_command_line_outranks_the_file(folder: Path) -> None:
    (folder / "other.tsv").write_text("union\tاتحاد\n", encoding="utf-8")
    project = load_project(folder / "align.toml")
    settings = project.settings("labse", {"ar": "camel"}, folder / "other.tsv")
    assert settings == Settings("labse", {"ar": "camel"}, (("union", "اتحاد"),))


@pytest.mark.parametrize(
    "content",
    ["", "# nothing\n", "\ufeffignore = []\n", "[thresholds]\n", "dismissed = []"],
)
def test_a_file_that_chooses_nothing_changes_nothing(tmp_path: Path, content: str) -> None:
    project = load_project(written(tmp_path, content))
    assert project.settings() == Settings()
    assert suppress(comparison(), project.suppressions) == comparison()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("encoder", "is not TOML"),
        ("encoder = 5", "gives encoder as 5"),
        ("encodder = 'use'", "has no use for 'encodder'"),
        ("glossary = 'missing.tsv'", "missing.tsv"),
        ("reference-date = '1998-08-08'", "no date"),
        ("reference-date = 1998-08-08T10:00:00", "no date"),
        ("ignore = 'name'", "no list"),
        ("ignore = ['names']", "no kind"),
        ("ignore = ['name date']", "no kind"),
        ("ignore = ['']", "no kind"),
        ("ignore = [5]", "no text"),
        ("thresholds = 0.5", "no table"),
        ("[thresholds]\nconflicts = 0.5", "'conflicts'"),
        ("[thresholds]\nconflict = 50", "no number from 0 to 1"),
        ("[thresholds]\nconflict = true", "no number from 0 to 1"),
        ("[thresholds]\nconflict = nan", "no number from 0 to 1"),
        ("dismissed = ['abc']", r"\[\[dismissed\]\] tables"),
        ("[[dismissed]]\nid = 'abc'", "an id and a reason"),
        ("[[dismissed]]\nid = 'abc'\nreason = ''", "an id and a reason"),
        ("[[dismissed]]\nid = 'abc'\nreason = 'x'\nby = 'y'", "an id and a reason"),
        ("[[dismissed]]\nid = 5\nreason = 'x'", "gives id as 5"),
        ("a = " + "[" * 5000, "is not TOML"),
    ],
)
def test_a_mistake_is_told_with_the_file(tmp_path: Path, content: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        load_project(written(tmp_path, content))


@pytest.mark.parametrize(
    ("place", "text", "expected"),
    [
        (".", "en.txt", True),
        (".", "en/topic/text.txt", True),
        ("en", "en/text.txt", True),
        ("ar", "en/text.txt", False),
        (".", "corpora", True),
        ("corpora", "corpora", True),
    ],
)
def test_the_nearest_file_upwards_counts(tmp_path: Path, place: str, text: str, expected: bool) -> None:
    (tmp_path / "corpora").mkdir()
    (tmp_path / place).mkdir(exist_ok=True)
    path = written(tmp_path / place, "encoder = 'e5'")
    assert find_project([tmp_path / text]).path == (path if expected else None)


def test_the_first_text_that_has_one_decides(tmp_path: Path) -> None:
    for name in ("left", "right", "none"):
        (tmp_path / name).mkdir()
    left, right = (written(tmp_path / name, "") for name in ("left", "right"))
    assert find_project([tmp_path / "none/a.txt", tmp_path / "right/a.txt"]).path == right
    assert find_project([tmp_path / "left/a.txt", tmp_path / "right/a.txt"]).path == left
    assert find_project([tmp_path / "none/a.txt"]) == NO_PROJECT


def test_standard_input_has_the_project_of_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "encoder = 'e5'")
    monkeypatch.chdir(tmp_path)
    assert find_project(["-"]).encoder == "e5"


# Suppressions.


@pytest.mark.parametrize(
    ("suppressions", "left"),
    [
        (Suppressions(ignored=frozenset({("date", "")})), [1, 2, 3]),
        (Suppressions(ignored=frozenset({("", "conflict")})), [2, 3]),
        (Suppressions(ignored=frozenset({("number", "conflict")})), [0, 2, 3]),
        (Suppressions(ignored=frozenset({("name", "conflict")})), [0, 1, 2, 3]),
        (Suppressions(ignored=frozenset({("", "internal")})), [0, 1, 2]),
        (Suppressions(ignored=frozenset({("number", "")})), [0]),
        (Suppressions(thresholds={"conflict": 0.9}), [0, 2, 3]),
        (Suppressions(thresholds={"conflict": 0.8}), [0, 1, 2, 3]),
        (Suppressions(thresholds={"internal": 0.7, "only-left": 0.6}), [0, 1]),
        (Suppressions(dismissed={comparison().findings[1].id: "x", "i1": "y", "unknown": "z"}), [0, 2]),
    ],
)
def test_suppressions_leave_out_just_what_they_say(suppressions: Suppressions, left: list[int]) -> None:
    whole = with_internal(comparison())
    ids = [found.id for found in whole.findings] + [found.id for found in whole.internal]
    kept = suppress(whole, suppressions)
    assert [f.id for f in kept.findings] + [f.id for f in kept.internal] == [ids[at] for at in left]
    assert kept.signature.settings["suppressions"] == suppressions.digest()
    assert (kept.left, kept.right, kept.pairs) == (whole.left, whole.right, whole.pairs)


def test_other_suppressions_have_another_fingerprint() -> None:
    some = [
        Suppressions(thresholds={"conflict": 0.9}),
        Suppressions(thresholds={"conflict": 0.8}),
        Suppressions(ignored=frozenset({("name", "")})),
        Suppressions(ignored=frozenset({("", "conflict")})),
        Suppressions(dismissed={"a": "x"}),
    ]
    assert len({each.digest() for each in some}) == len(some)
    assert Suppressions(dismissed={"a": "other words"}).digest() == some[-1].digest()


def test_mentions_of_an_ignored_kind_are_left_out() -> None:
    mentions = comparison().left.mentions
    kept = suppress_mentions(mentions, Suppressions(ignored=frozenset({("number", ""), ("date", "conflict")})))
    assert [mention.kind for mention in kept] == ["date"]
    assert FLEET not in [mention.text for mention in kept]


# The commands.


@pytest.fixture
def texts(
    write_text: Callable[..., Path], english_sentences: tuple[str, ...], arabic_sentences: tuple[str, ...]
) -> list[str]:
    """An English and an Arabic file that disagree on one year, as a corpus folder has them."""
    english = " ".join(english_sentences[2:6]).replace("1989", "1991")
    left = write_text(english, "corpus/en/dam.txt")
    return [str(left), str(write_text(" ".join(arabic_sentences[2:6]), "corpus/ar/dam.txt"))]


def test_a_dismissed_conflict_is_no_conflict_for_compare(texts: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *texts, "-f", "json"]) == CONFLICT
    found = json.loads(capsys.readouterr().out)["findings"]
    [conflict] = [each["id"] for each in found if each["verdict"] == "conflict"]
    path = written(Path(texts[0]).parent.parent, f'[[dismissed]]\nid = "{conflict}"\nreason = "Known."\n')
    assert main(["compare", *texts, "-f", "json"]) == NO_CONFLICT
    out, messages = capsys.readouterr()
    assert messages == f"align: {path} leaves out 1 finding.\n"
    assert conflict not in out
    assert main(["compare", *texts, "-f", "json", "--no-config"]) == CONFLICT
    assert main(["compare", *texts, "-f", "json", "--config", str(path)]) == NO_CONFLICT


@pytest.mark.parametrize("arguments", [["corpus", "{folder}", "-o", "{out}"], ["compare", "{en}", "{ar}"]])
def test_ignored_conflicts_are_none_for_every_command(texts: list[str], tmp_path: Path, arguments: list[str]) -> None:
    folder = Path(texts[0]).parent.parent
    places = {"folder": str(folder), "out": str(tmp_path / "out"), "en": texts[0], "ar": texts[1]}
    command = [argument.format(**places) for argument in arguments]
    assert main(command) == CONFLICT
    written(folder, 'ignore = ["conflict"]')
    assert main(command) == NO_CONFLICT


def test_extract_leaves_out_ignored_kinds(texts: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    written(Path(texts[0]).parent, 'ignore = ["number", "name"]')
    assert main(["extract", texts[0]]) == NO_CONFLICT
    kinds = {json.loads(line)["kind"] for line in capsys.readouterr().out.splitlines()}
    assert kinds == {"date"}


@pytest.mark.parametrize(
    "command", [["compare", "{en}", "{ar}"], ["corpus", "{folder}"], ["extract", "{en}"], ["review", "{en}", "{ar}"]]
)
def test_a_mistake_in_the_file_is_misuse(
    texts: list[str], command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(texts[0]).parent.parent
    written(folder, "ignore = 5")
    places = {"folder": str(folder), "en": texts[0], "ar": texts[1]}
    assert main([argument.format(**places) for argument in command]) == MISUSE
    assert "align.toml gives ignore as 5" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["missing.json"], "cannot be read"),
        (["{en}"], "two texts"),
        (["{en}", "{ar}", "{en}"], "two texts"),
        (["{json}", "{en}"], "two texts"),
        (["{json}", "--port", "{taken}", "--no-browser"], "cannot be used: "),
        (["{json}", "--port", "70000", "--no-browser"], "70000 is no port"),
        (["{json}", "--judgements", "{folder}", "--no-browser"], "cannot be used for judgements"),
    ],
)
def test_review_tells_misuse_in_one_sentence(
    texts: list[str], arguments: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = write(tmp_path / "report.json", comparison())
    with socket.create_server(("127.0.0.1", 0)) as other:
        places = {"json": report, "en": texts[0], "ar": texts[1], "folder": tmp_path, "taken": other.getsockname()[1]}
        assert main(["review", *(argument.format(**places) for argument in arguments)]) == MISUSE
    assert told in capsys.readouterr().err
