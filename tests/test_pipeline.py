"""The public functions: what they take, what they give, what they refuse."""

from __future__ import annotations

import dataclasses
import datetime
import gc
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

import align
from align import Comparison, Document
from align.pipeline import analyse, compare_analyses
from align.read import sha256
from align.report import load_schema

CompareTexts = Callable[[str, str], Comparison]

CORPORA = Path(__file__).parent.parent / "corpora"
FEW_OBJECTS = 100  # what the two texts of a topic hold is several times as many

ENGLISH = "The ferry sank in March 1994. Nine sailors drowned."
ARABIC = "غرقت العبارة في آذار 1995. ومات تسعة بحارة."


@pytest.fixture(scope="module")
def comparison(english_sentences: tuple[str, ...], arabic_sentences: tuple[str, ...]) -> Comparison:
    return align.compare(
        Document("dam.en", "en", " ".join(english_sentences), "The dam", "archive/dam.en"),
        Document("dam.ar", "ar", " ".join(arabic_sentences)),
    )


def test_the_json_is_the_contract(comparison: Comparison) -> None:
    form = json.loads(json.dumps(comparison.to_dict()))
    jsonschema.validate(form, load_schema())
    assert form["schema"] == "align.comparison/1"


def test_documents_keep_their_order_and_identity(comparison: Comparison) -> None:
    left, right = comparison.to_dict()["documents"]
    assert (left["id"], left["language"], left["title"], left["source"]) == (
        "dam.en",
        "en",
        "The dam",
        "archive/dam.en",
    )
    assert (right["id"], right["language"]) == ("dam.ar", "ar")
    assert left["sha256"] == sha256(comparison.left.document)


def test_every_mention_quotes_its_document(comparison: Comparison) -> None:
    for side in (comparison.left, comparison.right):
        assert side.mentions
        assert all(side.document.text[m.start : m.end] == m.text for m in side.mentions)


def test_the_signature_names_version_encoder_and_models(comparison: Comparison) -> None:
    signature = comparison.to_dict()["signature"]
    assert set(signature) == {"version", "encoder", "en", "ar", "settings"}
    assert signature["encoder"].startswith("use-")
    assert all(signature[name] for name in ("version", "en", "ar"))
    assert signature["settings"] == {}


def test_the_same_texts_give_the_same_answer(comparison: Comparison) -> None:
    again = align.compare(comparison.left.document, comparison.right.document)
    assert again.to_dict() == comparison.to_dict()


def test_nothing_of_a_comparison_waits_for_the_garbage_collector() -> None:
    """Documents, and what a model remembers of them, are megabytes; the command line seldom collects."""
    english, arabic = (CORPORA / code / "titanic-1912.txt" for code in ("en", "ar"))
    align.compare(english, arabic)
    gc.collect()
    gc.disable()
    try:
        align.compare(english, arabic)
        assert gc.collect() < FEW_OBJECTS
    finally:
        gc.enable()


def test_analyses_can_be_kept_and_compared_again(comparison: Comparison) -> None:
    kept = compare_analyses(analyse(comparison.left.document), analyse(comparison.right.document))
    assert kept.to_dict() == comparison.to_dict()


def test_paths_and_documents_may_be_mixed(write_text: Callable[..., Path]) -> None:
    path = write_text(ENGLISH, "ferry.txt")
    mixed = align.compare(path, Document("ferry", "ar", ARABIC))
    assert mixed.left.document.id == "ferry.txt"
    assert mixed.left.document.source == str(path)
    assert align.compare(str(path), Document("ferry", "ar", ARABIC)).to_dict() == mixed.to_dict()


def test_exchanged_sides_give_the_same_pairs(
    compare_texts: CompareTexts, english_sentences: tuple[str, ...], arabic_sentences: tuple[str, ...]
) -> None:
    english, arabic = " ".join(english_sentences), " ".join(arabic_sentences)
    pairs = {(pair.left, pair.right) for pair in compare_texts(english, arabic).pairs}
    mirrored = align.compare(Document("arabic", "ar", arabic), Document("english", "en", english))
    assert {(pair.right, pair.left) for pair in mirrored.pairs} == pairs


@pytest.mark.parametrize(
    ("languages", "message"),
    [
        (("en", "fr"), "no table for the language 'fr'; align reads ar, en"),
        (("", "ar"), "no table for the language ''"),
    ],
)
def test_languages_that_cannot_be_compared(languages: tuple[str, str], message: str) -> None:
    with pytest.raises(align.LanguageError, match=message):
        align.compare(Document("left", languages[0], ENGLISH), Document("right", languages[1], ARABIC))


@pytest.mark.parametrize(
    ("left", "right", "named"),
    [("", ARABIC, ["left"]), (ENGLISH, " \n", ["right"]), ("", "", ["left", "right"])],
)
def test_a_document_without_text_is_a_problem_and_no_crash(left: str, right: str, named: list[str]) -> None:
    comparison = align.compare(Document("left", "en", left), Document("right", "ar", right))
    assert [problem.document for problem in comparison.problems] == named
    assert (comparison.pairs, comparison.findings) == ((), ())
    jsonschema.validate(json.loads(json.dumps(comparison.to_dict())), load_schema())


@pytest.mark.parametrize("text", ["The ferry \ud800 sank in March 1994.", "\udfff\ud800 Nine sailors drowned."])
def test_lone_surrogates_are_no_crash(text: str) -> None:
    comparison = align.compare(Document("left", "en", text), Document("right", "ar", f"\udc00 {ARABIC}"))
    assert comparison.left.document.text == text
    assert all(text[m.start : m.end] == m.text for m in comparison.left.mentions)


def test_a_reference_date_resolves_relative_days_of_both_texts() -> None:
    english, arabic = "The old harbour was closed yesterday.", "أغلق المرفأ القديم أمس."
    day = datetime.date(2001, 3, 1)
    comparison = align.compare(Document("l", "en", english), Document("r", "ar", arabic), reference_date=day)
    values = [m.value for side in (comparison.left, comparison.right) for m in side.mentions if m.kind == "date"]
    assert [value.to_dict()["edtf"] for value in values] == ["2001-02-28", "2001-02-28"]


# extract


def test_extract_gives_mentions_in_text_order() -> None:
    mentions = align.extract(ENGLISH, language="en")
    assert [(m.kind, m.text) for m in mentions] == [("date", "March 1994"), ("number", "Nine sailors")]
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)


@pytest.mark.parametrize("text", [ENGLISH, ARABIC])
def test_extract_tells_the_language(text: str) -> None:
    assert [m.kind for m in align.extract(text)] == ["date", "number"]


def test_a_number_inside_a_date_is_part_of_the_date_only() -> None:
    mentions = align.extract("On 8 August 1998, at the gate, 8 guards stood.", "en")
    assert [(m.kind, m.text) for m in mentions] == [("date", "8 August 1998"), ("number", "8 guards")]


@pytest.mark.parametrize(
    ("text", "language", "message"),
    [
        ("Паром затонул.", None, "The text is in a script that align has no language for"),
        (ENGLISH, "tlh", "no table for the language 'tlh'"),
    ],
)
def test_extract_refuses_languages_without_a_table(text: str, language: str | None, message: str) -> None:
    with pytest.raises(align.LanguageError, match=message):
        align.extract(text, language)


def test_extract_of_nothing_is_nothing() -> None:
    assert align.extract("", "en") == []


def test_results_cannot_be_changed(comparison: Comparison) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        comparison.pairs = ()  # type: ignore[misc]


def test_errors_share_one_parent() -> None:
    errors = (align.InputError, align.LanguageError, align.ModelError, align.OutputError)
    assert all(issubclass(error, align.AlignError) for error in errors)


def test_an_unknown_public_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'translate'"):
        align.translate  # noqa: B018
