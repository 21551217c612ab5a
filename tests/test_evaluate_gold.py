"""Gold files and the run over a corpus folder, with a comparison that stands in for the pipeline's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from align.errors import InputError, LanguageError
from align.evaluate import Rate, evaluate, load_gold
from align.model import Comparison, Document, DocumentAnalysis, Signature

ENGLISH = "The harbour was opened in May 1904. It held nine boats, and nine more came.\n"
ARABIC = "افتتح المرفأ في أيار 1904. وكان يتسع لتسعة قوارب.\n"
MONTH = "أيار 1904"
OPENED = "افتتح المرفأ في أيار 1904"


def comparison_of(left: Document, right: Document) -> Comparison:
    """A comparison that found nothing."""
    sides = [DocumentAnalysis(document, "0" * 64, ()) for document in (left, right)]
    return Comparison(Signature("0.1.0", "use", {}), sides[0], sides[1], (), ())


def gold_form(**changes: Any) -> dict[str, Any]:
    dates = {
        "verdict": "agree",
        "kind": "date",
        "left": {"text": "May 1904", "in": "opened in May 1904"},
        "right": {"text": MONTH, "in": OPENED},
        "note": "The opening.",
    }
    form = {"topic": "A harbour", "left": "en", "right": "ar", "expected": [dates], "passages": [], "internal": []}
    return form | {"passages": [{"left": "The harbour was opened", "right": OPENED}]} | changes


def corpus(folder: Path, form: object, stem: str = "harbour") -> Path:
    """A corpus folder of one topic; returns the path of its gold."""
    files = {f"en/{stem}.txt": ENGLISH, f"ar/{stem}.txt": ARABIC, f"gold/{stem}.json": json.dumps(form)}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "gold" / f"{stem}.json"


def test_gold_is_resolved_to_places(tmp_path: Path) -> None:
    both = {"text": "nine", "in": "It held nine"}, {"text": "nine", "in": "and nine more"}
    internal = [{"side": "left", "kind": "number", "first": both[0], "second": both[1], "note": "Nine twice."}]
    labelled = load_gold(corpus(tmp_path, gold_form(internal=internal)))
    left, right = labelled.left.text, labelled.right.text
    (dates,), (passage,), (contradiction,) = labelled.expected, labelled.passages, labelled.internal
    assert (labelled.stem, labelled.topic) == ("harbour", "A harbour")
    assert (labelled.left.language, labelled.right.language) == ("en", "ar")
    assert (dates.verdict, dates.kind, dates.note) == ("agree", "date", "The opening.")
    assert left[dates.left.start : dates.left.end] == "May 1904"
    assert right[dates.right.start : dates.right.end] == MONTH
    assert left[passage.left.start : passage.left.end] == "The harbour was opened"
    assert contradiction.first.start == left.index("nine")
    assert contradiction.second.start == left.rindex("nine")


def expecting(**changes: Any) -> dict[str, Any]:
    """A gold file whose one entry is changed."""
    form = gold_form()
    return form | {"expected": [form["expected"][0] | changes]}


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ([], "the file: an object is wanted"),
        (gold_form(topic=3), "it has no text 'topic'"),
        (gold_form(expected={}), "expected: a list is wanted"),
        (gold_form(expected=["x"]), r"expected\[0\]: an object is wanted"),
        (expecting(verdict="only-left"), r"expected\[0\]: 'verdict' is none of"),
        (expecting(kind="place"), r"expected\[0\]: 'kind' is none of"),
        (expecting(left="May 1904"), r"expected\[0\].left: an object is wanted"),
        (expecting(left={"text": "nine", "in": ""}), r"expected\[0\].left: it has no text 'in'"),
        (expecting(left={"text": "nine", "in": "nine"}), "'nine' is more than once in .*harbour.txt"),
        (expecting(left={"text": "ten", "in": "ten boats"}), "'ten boats' is not in .*harbour.txt"),
        (expecting(left={"text": "ten", "in": "nine boats"}), "'ten' is not in its own quote"),
        (expecting(left={"text": "nine", "in": "nine boats, and nine"}), "'nine' is more than once in its own quote"),
        (gold_form(passages=[{"left": "The harbour"}]), r"passages\[0\]: it has no text 'right'"),
        (gold_form(internal=[{"side": "top", "kind": "date"}]), r"internal\[0\]: 'side' is none of"),
    ],
)
def test_malformed_gold_is_told_with_its_place(tmp_path: Path, form: object, message: str) -> None:
    with pytest.raises(InputError, match=message):
        load_gold(corpus(tmp_path, form))


def test_gold_that_is_no_json(tmp_path: Path) -> None:
    path = corpus(tmp_path, {})
    path.write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="not valid JSON"):
        load_gold(path)


def test_gold_in_a_language_without_a_table(tmp_path: Path) -> None:
    with pytest.raises(LanguageError):
        load_gold(corpus(tmp_path, gold_form(left="../en")))


@pytest.mark.parametrize(("name", "message"), [("harbour.md", "2 texts"), ("", "no text")])
def test_gold_needs_exactly_one_text_a_side(tmp_path: Path, name: str, message: str) -> None:
    path = corpus(tmp_path, gold_form())
    if name:
        (tmp_path / "en" / name).write_text(ENGLISH, encoding="utf-8")
    else:
        (tmp_path / "en" / "harbour.txt").unlink()
    with pytest.raises(InputError, match=message):
        load_gold(path)


@pytest.mark.parametrize(
    ("topics", "order"),
    [(None, ["bay", "harbour"]), ([], ["bay", "harbour"]), (["harbour", "harbour"], ["harbour"])],
)
def test_each_topic_is_compared_once(tmp_path: Path, topics: list[str] | None, order: list[str]) -> None:
    for stem in ("harbour", "bay"):
        corpus(tmp_path, gold_form(), stem)
    seen: list[str] = []
    announced: list[str] = []

    def compare(left: Document, right: Document) -> Comparison:
        seen.append(left.id)
        return comparison_of(left, right)

    def progress(stems: Any) -> Any:
        announced.extend(stems)
        return stems

    result = evaluate(tmp_path, topics, compare, progress)
    assert seen == [f"{stem}.txt" for stem in order]
    assert announced == [tally.stem for tally in result.tallies] == order
    assert result.scores("agree").recall == Rate(0, len(order))


@pytest.mark.parametrize(
    ("folder", "topics", "message"),
    [
        ("nowhere", None, "no gold in"),
        (".", ["../harbour"], "no gold for ../harbour"),
        (".", ["bay"], "there is for harbour"),
    ],
)
def test_a_folder_or_topic_without_gold(tmp_path: Path, folder: str, topics: list[str] | None, message: str) -> None:
    corpus(tmp_path, gold_form())
    with pytest.raises(InputError, match=message):
        evaluate(tmp_path / folder, topics, comparison_of)
