"""A third language is one more table: nothing else has to know of it.

The table here is a sketch of Russian, just large enough for a few sentences. All that it leaves empty must be
allowed to be empty.
"""

from __future__ import annotations

import json
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import jsonschema
import pytest

import align
from align import Document, languages
from align.cli import CONFLICT, NO_CONFLICT, main
from align.languages.date_words import DateWords
from align.languages.language import Language, SentenceRules
from align.languages.name_words import NameWords
from align.languages.number_words import NounRules, NumberWords, Proclitics, UnitWords
from align.languages.told_words import ToldWords
from align.report import load_schema, render

Capture = pytest.CaptureFixture[str]
Table = TypeVar("Table", DateWords, NumberWords, NounRules, UnitWords)


def table(kind: type[Table], **words: Any) -> Table:
    """A table in which every field that is not given is empty."""
    empty: dict[str, Any] = {}
    for name, declared in typing.get_type_hints(kind).items():
        of = typing.get_origin(declared) or declared
        empty[name] = {} if of not in (frozenset, tuple, str, bool, int, Proclitics, ToldWords) else of()
    return kind(**(empty | words))


def months() -> dict[str, int]:
    genitives = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
    locatives = "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре"
    return {name: at for names in (genitives, locatives) for at, name in enumerate(names.split(), 1)}


UNITS = table(
    UnitWords,
    locale="ru",
    percents=frozenset({"%", "процент", "процента", "процентов"}),
    currencies={"долларов": "USD"},
    durations={"день": "day", "дня": "day", "дней": "day", "лет": "year"},
)
NUMBERS = table(
    NumberWords,
    cardinals={"два": 2, "три": 3, "пять": 5, "восемь": 8, "девять": 9, "двенадцать": 12, "сорок": 40},
    scales={"тысяч": 1000, "тысячи": 1000, "миллионов": 10**6},
    hedges={"около": "about", "более": "least"},
    units=UNITS,
    nouns=table(NounRules, stops=frozenset({"и", "в", "на", "из"}), plural_endings=("ов", "ей", "ек", "ы", "и")),
)
DATES = table(
    DateWords,
    locales=("ru",),
    months=months(),
    year_labels=frozenset({"год", "года", "году", "г ."}),
    year_cues=frozenset({"в"}),
)
RUSSIAN = Language(
    code="ru",
    name="Russian",
    direction="ltr",
    script="Cyrillic",
    sentences=SentenceRules(
        ends=".!?", abbreviations=frozenset({"г"}), clause_marks=",;:", clause_words=frozenset({"и", "что", "когда"})
    ),
    numbers=NUMBERS,
    dates=DATES,
    names=NameWords(),
    joining_words=frozenset({"и"}),
    part_words=("из них", "в том числе"),
)

ENGLISH_TEXT = (
    "The river carried away the old railway bridge in March 1994. Eight workers drowned. "
    "The fire destroyed 3,200 books in the library. Every spring the families light candles at the cemetery."
)
RUSSIAN_SENTENCES = (
    "Река снесла старый железнодорожный мост в марте 1995 года.",
    "Утонули восемь рабочих.",
    "Пожар уничтожил 3200 книг в библиотеке.",
    "Каждую весну семьи зажигают свечи на кладбище.",
)
RUSSIAN_TEXT = " ".join(RUSSIAN_SENTENCES)
ARABIC_TEXT = (
    "جرف النهر جسر السكة الحديد القديم في آذار 1995. "
    "وأتى الحريق على 3200 كتاب في المكتبة. "
    "وفي كل ربيع تضيء العائلات الشموع في المقبرة."
)


@pytest.fixture(autouse=True)
def russian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(languages.LANGUAGES, "ru", RUSSIAN)


def test_its_mentions_are_read() -> None:
    mentions = align.extract("В марте 1994 года утонули восемь рабочих, сгорели 3200 книг.", "ru")
    values = [(mention.kind, mention.value.to_dict()) for mention in mentions]
    assert [kind for kind, _ in values] == ["date", "number", "number"]
    assert values[0][1]["edtf"] == "1994-03"
    assert [value["low"] for _, value in values[1:]] == ["8", "3200"]


def test_its_script_tells_the_language() -> None:
    assert [mention.kind for mention in align.extract("Это было 5 марта 1994 года.")] == ["date"]


def test_english_against_it() -> None:
    comparison = align.compare(Document("l", "en", ENGLISH_TEXT), Document("r", "ru", RUSSIAN_TEXT))
    text = comparison.right.document.text
    paired = [" ".join(text[span.start : span.end] for span in pair.right) for pair in comparison.pairs]
    assert paired == list(RUSSIAN_SENTENCES)
    verdicts = {(finding.kind, finding.verdict) for finding in comparison.findings if finding.left and finding.right}
    assert verdicts == {("date", "conflict"), ("number", "agree")}
    conflict = next(finding for finding in comparison.findings if finding.verdict == "conflict")
    assert "the Russian text March 1995" in conflict.reason


def test_it_against_arabic() -> None:
    comparison = align.compare(Document("l", "ru", RUSSIAN_TEXT), Document("r", "ar", ARABIC_TEXT))
    assert [document["language"] for document in comparison.to_dict()["documents"]] == ["ru", "ar"]
    agreed = {f.left.text for f in comparison.findings if f.verdict == "agree" and f.left}
    assert any("3200" in text for text in agreed)
    assert any("1995" in text for text in agreed)


@pytest.mark.parametrize("form", ["json", "html", "md", "csv"])
def test_its_reports_are_written(form: str) -> None:
    comparison = align.compare(Document("l", "en", ENGLISH_TEXT), Document("r", "ru", RUSSIAN_TEXT))
    report = render(comparison, form)
    assert "1995" in report
    if form == "json":
        jsonschema.validate(json.loads(report), load_schema())


def test_the_commands_take_it(write_text: Callable[..., Path], capsys: Capture) -> None:
    english, russian = str(write_text(ENGLISH_TEXT)), str(write_text(RUSSIAN_TEXT))
    assert main(["compare", english, russian]) == CONFLICT
    assert "март" in capsys.readouterr().out
    assert main(["extract", russian]) == NO_CONFLICT
    assert '"1995-03"' in capsys.readouterr().out


def test_a_corpus_folder_takes_it(write_text: Callable[..., Path], tmp_path: Path, capsys: Capture) -> None:
    for code, text in (("en", ENGLISH_TEXT), ("ru", RUSSIAN_TEXT), ("ar", ARABIC_TEXT)):
        write_text(text, f"corpus/{code}/river.txt")
    main(["corpus", str(tmp_path / "corpus"), "-o", str(tmp_path / "reports")])
    assert len(list((tmp_path / "reports").glob("river.*-*.json"))) == 3, "one report for each two languages"
