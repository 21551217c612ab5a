"""Arabic names by camel-tools' own code, on a recogniser and a morphology that are made here."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import camel_data_folder as folders
import pytest

from align.cli import main
from align.errors import ModelError
from align.extraction.camel_morphology import without_particles
from align.extraction.name_camel import engine_name, find_spans
from align.extraction.names import find_names
from align.languages import LANGUAGES
from align.model import Document, Label, NameValue, Settings
from align.names.shared import SharedNames
from align.pipeline import analyse

pytestmark = pytest.mark.slow

ARABIC = LANGUAGES["ar"]
FULL_NAME = "سالم البستاني"
ZERO_WIDTH_NON_JOINER = "\u200c"
REPLACEMENT = "\ufffd"


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The recogniser and the morphology, without the table of frequencies."""
    root = tmp_path_factory.mktemp("camel")
    folders.write_catalogue(root)
    folders.write_recognizer(root)
    folders.write_morphology(root)
    return root


@pytest.fixture(autouse=True)
def chosen(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The folder is chosen as a user chooses it, and nothing is asked of a network."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a network was asked")

    monkeypatch.setenv("CAMELTOOLS_DATA", str(data))
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    yield


@pytest.fixture
def damaged(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the folder, chosen in its place, that a test may damage."""
    copy = tmp_path / "damaged"
    shutil.copytree(data, copy)
    monkeypatch.setenv("CAMELTOOLS_DATA", str(copy))
    return copy


def names_in(*texts: str) -> list[list[tuple[str, str]]]:
    found = find_spans(texts, ARABIC)
    return [[(text[start:end], label) for start, end, label in spans] for text, spans in zip(texts, found, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("زار سالم البستاني مدينة حلب.", [(FULL_NAME, "PER"), ("حلب", "LOC")]),
        ("رحب مجلس الأمن باتفاق الأوزبك", [("مجلس الأمن", "ORG"), ("الأوزبك", "MISC")]),
        ("من حلب وكابل", [("حلب", "LOC"), ("وكابل", "LOC")]),
        ("عاد إلى لحلب", [("لحلب", "LOC")]),
        ("  زار\tسالم \n البستاني", [("سالم \n البستاني", "PER")]),
        ("أبو-البستاني", [("أبو-البستاني", "PER")]),
        ("زار سالم البستاني، حلب", [(FULL_NAME, "PER"), ("حلب", "LOC")]),
        ("زار سَالِم البستـاني", [("سَالِم البستـاني", "PER")]),
        ("ثم ثم عاد", []),
        ("", []),
    ],
)
def test_labels_become_spans_of_whole_written_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert names_in(text) == [expected]


@pytest.mark.parametrize("sign", [REPLACEMENT, f" {ZERO_WIDTH_NON_JOINER} ", "\u0640", "\x07"])
def test_a_word_without_pieces_moves_no_label(sign: str) -> None:
    assert names_in(f"زار {sign} {sign} سالم البستاني ثم")[0] == [(FULL_NAME, "PER")]


@pytest.mark.parametrize("before", [0, 127, 128, *range(240, 260), 600])
def test_a_sentence_longer_than_the_model_reads_loses_no_label(before: int) -> None:
    text = f"{folders.FILLER} " * before + "زار سالم البستاني مدينة حلب" + f" {folders.FILLER}" * 300 + " وكابل"
    assert names_in(text)[0] == [(FULL_NAME, "PER"), ("حلب", "LOC"), ("وكابل", "LOC")]


@pytest.mark.parametrize("before", range(240, 260))
def test_a_long_sentence_is_divided_behind_a_mark(before: int, monkeypatch: pytest.MonkeyPatch) -> None:
    from camel_tools.ner import NERecognizer

    shown: list[list[str]] = []
    predict = NERecognizer.predict

    def record(self: NERecognizer, sentences: list[list[str]], batch_size: int) -> list[list[str]]:
        shown.extend(sentences)
        tags: list[list[str]] = predict(self, sentences, batch_size)
        return tags

    monkeypatch.setattr(NERecognizer, "predict", record)
    names_in(f"{folders.FILLER} " * (before - 10) + "، " + f"{folders.FILLER} " * 10 + "سالم البستاني" + " ثم" * 9)
    assert len(shown) == (1 if before < 243 else 2)
    assert any(FULL_NAME in " ".join(words) for words in shown)
    assert all(len(words) <= 254 for words in shown)


def test_a_word_of_more_pieces_than_the_model_reads_stops_nothing() -> None:
    assert names_in("中" * 1000 + " زار سالم البستاني")[0] == [(FULL_NAME, "PER")]


def test_many_texts_keep_their_own_names() -> None:
    texts = ["زار حلب" if number % 3 else "" for number in range(100)]
    assert names_in(*texts) == [[("حلب", "LOC")] if number % 3 else [] for number in range(100)]


def test_labels_without_an_entry_in_the_table_are_dropped() -> None:
    only_places = dataclasses.replace(ARABIC, names=dataclasses.replace(ARABIC.names, labels={"LOC": "LOC"}))
    text = "زار سالم البستاني مدينة حلب"
    assert [text[start:end] for start, end, _ in find_spans([text], only_places)[0]] == ["حلب"]


def test_a_document_is_read_by_the_engine_that_the_settings_name() -> None:
    text = "زار سالم البستاني مدينة حلب في 12 مايو 1994.\n\nوصل كمران ثم عاد إلى لحلب."
    mentions = analyse(Document("text", "ar", text), settings=Settings(name_engines={"ar": "camel"})).mentions
    names = [(mention.text, text[mention.start : mention.end]) for mention in mentions if mention.kind == "name"]
    assert names == [(quoted, quoted) for quoted in (FULL_NAME, "حلب", "كمران", "لحلب")]


def test_the_signature_names_what_is_installed() -> None:
    assert engine_name(ARABIC).split("+")[1:] == ["ner-arabert-1.1.0", "morphology-db-msa-r13-0.4.0"]


def test_the_command_line_reads_by_camel_tools(data: Path, tmp_path: Path) -> None:
    """In a process of its own, in which the command has imported spaCy without PyTorch."""
    path = tmp_path / "text.txt"
    path.write_text("زار سالم البستاني مدينة حلب.", encoding="utf-8")
    command = [sys.executable, "-m", "align", "extract", str(path), "--language", "ar", "--ar-names", "camel"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=os.environ | {"OMP_NUM_THREADS": "1"})
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(name["text"], name["value"]["label"]) for name in found] == [(FULL_NAME, "PER"), ("حلب", "LOC")]
    assert done.stderr == ""


class TestMissingData:
    """What is not installed is a sentence that says what to install, and status 2."""

    @pytest.mark.parametrize("root", ["nothing", "catalogue"])
    def test_the_message_says_which_package_to_install(
        self, root: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        if root == "catalogue":
            folders.write_catalogue(tmp_path / root)
        monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path / root))
        path = tmp_path / "text.txt"
        path.write_text("زار سالم البستاني مدينة حلب.", encoding="utf-8")
        assert main(["extract", str(path), "--language", "ar", "--ar-names", "camel"]) == 2
        message = capsys.readouterr().err
        assert message.endswith("install them with: camel_data -i ner-arabert\n")
        assert message.count("\n") == 1

    def test_a_comparison_stops_before_the_other_text_is_read(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
        monkeypatch.setattr("align.pipeline.extract_mentions", lambda *_: pytest.fail("a text was read"))
        with pytest.raises(ModelError, match="camel_data -i ner-arabert"):
            analyse(Document("en", "en", "They met in Marsa."), settings=Settings(name_engines={"ar": "camel"}))

    def test_the_engine_cannot_name_itself(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
        with pytest.raises(ModelError, match="camel_data -i ner-arabert"):
            engine_name(ARABIC)

    def test_nothing_heavy_is_imported_first(self, tmp_path: Path) -> None:
        script = (
            "import sys\nfrom align.errors import ModelError\nfrom align.extraction.name_camel import find_spans\n"
            "from align.languages import LANGUAGES\n"
            "try:\n    find_spans(['x'], LANGUAGES['ar'])\nexcept ModelError:\n"
            "    print(sorted({'transformers', 'camel_tools.ner', 'camel_tools.data'} & set(sys.modules)))"
        )
        environment = os.environ | {"CAMELTOOLS_DATA": str(tmp_path)}
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", env=environment)
        assert done.stdout == "[]\n", done.stderr

    def test_names_are_found_without_the_morphology(self, damaged: Path) -> None:
        shutil.rmtree(damaged / folders.MORPHOLOGY)
        mentions = find_names(["من حلب وكابل"], ARABIC, "camel")[0]
        assert [mention.text for mention in mentions] == ["حلب", "وكابل"]
        assert without_particles("وكابل", "LOC", ARABIC) is None
        assert engine_name(ARABIC).split("+")[1:] == ["ner-arabert-1.1.0"]


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:1000])


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: _truncate(folder / "model.safetensors"),
        lambda folder: (folder / "model.safetensors").unlink(),
        lambda folder: (folder / "config.json").write_text("{"),
        lambda folder: (folder / "config.json").write_text("{}"),
        lambda folder: (folder / "vocab.txt").write_text(""),
    ],
    ids=["weights cut", "no weights", "broken configuration", "empty configuration", "empty vocabulary"],
)
def test_a_damaged_recogniser_is_one_sentence(damaged: Path, damage: Callable[[Path], object]) -> None:
    damage(damaged / folders.RECOGNIZER)
    with pytest.raises(ModelError, match=r"^camel-tools cannot load .*: camel_data -i -f ner-arabert$") as error:
        find_spans(["زار سالم"], ARABIC)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"components": []}'])
def test_a_damaged_catalogue_is_one_sentence(damaged: Path, content: str) -> None:
    (damaged / "catalogue.json").write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=r"cannot be read; delete it, then run: camel_data -i ner-arabert$"):
        find_spans(["زار سالم"], ARABIC)


class TestParticles:
    @pytest.mark.parametrize(
        ("name", "label", "bare"),
        [
            ("وكابل", "LOC", "كابل"),
            ("وَكَابُل", "LOC", "كابل"),
            ("وكابل القديمة", "LOC", "كابل القديمة"),
            ("كمران", "PER", "كمران"),
            ("وسام", "PER", "وسام"),
            ("وندي", "PER", "وندي"),
            ("وتكرما", "LOC", "تكرما"),
            ("للعراق", "LOC", "العراق"),
            ("وللعراق", "LOC", "العراق"),
            ("العراق", "LOC", "العراق"),
            ("وكالة", "ORG", "وكالة"),
            ("حلب", "LOC", "حلب"),  # begins with no particle: the database is not asked
            ("بغلان", "LOC", None),  # not in the database
        ],
    )
    def test_the_database_decides(self, name: str, label: Label, bare: str | None) -> None:
        assert without_particles(name, label, ARABIC) == bare

    def test_the_table_of_frequencies_decides_where_it_is_installed(self, damaged: Path) -> None:
        folders.write_frequencies(damaged)
        assert without_particles("وسام", "PER", ARABIC) == "سام"
        assert engine_name(ARABIC).endswith("+disambig-mle-calima-msa-r13-0.2.5")

    def test_the_mentions_follow_the_database(self) -> None:
        """Where the tables alone read Nada with a particle in one, and no particle in the other."""
        found = find_names(["وصل وندي إلى وتكرما"], ARABIC, "camel")[0]
        assert [mention.value for mention in found] == [
            NameValue("PER", "wandi", "وندي"),
            NameValue("LOC", "takarma", "تكرما"),
        ]

    def test_names_are_compared_without_their_particles(self) -> None:
        settings = Settings(name_engines={"ar": "camel"})
        english = analyse(Document("en", "en", "Karim Haddad came to Takrama on Friday."), settings=settings)
        arabic = analyse(Document("ar", "ar", "وصل وندي إلى وتكرما."), settings=settings)
        left = next(mention for mention in english.mentions if mention.text == "Takrama")
        assert SharedNames(english, arabic).similarity(left, arabic.mentions[-1]) > 0.8

    def test_a_word_of_any_length_is_linear(self) -> None:
        assert without_particles("و" * 1_000_000, "PER", ARABIC) is None

    @pytest.mark.parametrize("file", [f"{folders.MORPHOLOGY}/morphology.db", f"{folders.FREQUENCIES}/model.json"])
    def test_a_damaged_file_is_one_sentence(self, damaged: Path, file: str) -> None:
        folders.write_frequencies(damaged)
        (damaged / file).write_text("###NOTHING###\n", encoding="utf-8")
        with pytest.raises(ModelError, match=r"^camel-tools cannot load .*: camel_data -i -f (morphology|disambig)-"):
            without_particles("وكابل", "LOC", ARABIC)
