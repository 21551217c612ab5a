"""Names in running text: labels, exact spans, and what the rest of the document adds."""

from __future__ import annotations

import importlib
import time
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

import pytest
import spacy

from align import extract
from align.errors import ModelError
from align.extraction import name_models
from align.extraction.name_models import engine_name as model_engine_name
from align.extraction.name_shipped import engine_name as shipped_engine_name
from align.extraction.names import find_names, model_name
from align.languages import get
from align.languages.language import Language
from align.languages.name_words import NameWords


def found(language: str, *texts: str, engine: str = "") -> list[tuple[str, str]]:
    """(text, label) of the names in all texts."""
    read = find_names(texts, get(language), engine)
    return [(name.text, name.value.to_dict()["label"]) for names in read for name in names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("زار الوفد كابل يوم الأحد", [("كابل", "LOC")]),
        ("وصل الجنود إلى مزار شريف فجرا", [("مزار شريف", "LOC")]),
        ("سافر من ألمانيا إلى النمسا", [("ألمانيا", "LOC"), ("النمسا", "LOC")]),
        ("أصدرت هيومن رايتس ووتش تقريرا", [("هيومن رايتس ووتش", "ORG")]),
        ("اجتمع مجلس الأمن مساء أمس", [("مجلس الأمن", "ORG")]),
        ("انسحب مقاتلو طالبان من المدينة", [("طالبان", "ORG")]),
        ("قصفت القوات الأفغانية التلال", [("الأفغانية", "MISC")]),
        ("لجأ الأوزبك والطاجيك إلى الجبال", [("الأوزبك", "MISC"), ("والطاجيك", "MISC")]),
        ("أعلنت وزارة الدفاع الأفغانية النتائج", [("وزارة الدفاع الأفغانية", "ORG")]),
        ("وقّع محمود عباس الاتفاق", [("محمود عباس", "PER")]),
        ("غادر أحمد شاه مسعود العاصمة", [("أحمد شاه مسعود", "PER")]),
        ("قال الرئيس الفرنسي جاك شيراك كلمته", [("الفرنسي", "MISC"), ("جاك شيراك", "PER")]),
        ("استقبله الملا عمر في بيته", [("عمر", "PER")]),
        ("ولد محمد بن سلمان في الرياض", [("محمد بن سلمان", "PER"), ("الرياض", "LOC")]),
    ],
)
def test_arabic_names_by_rules(text: str, expected: list[tuple[str, str]]) -> None:
    assert found("ar", text, engine="rules") == expected


@pytest.mark.parametrize("engine", ["shipped", "rules"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اتجهوا لمزار شريف ليلا", [("لمزار شريف", "LOC")]),
        ("عادوا إلى قندهار وهرات", [("قندهار", "LOC"), ("وهرات", "LOC")]),
        ("قرار للأمم المتحدة", [("للأمم المتحدة", "ORG")]),
        ("أقام ببغداد سنتين", [("ببغداد", "LOC")]),
    ],
)
def test_arabic_spans_cover_whole_written_words(text: str, expected: list[tuple[str, str]], engine: str) -> None:
    assert found("ar", text, engine=engine) == expected


@pytest.mark.parametrize("engine", ["shipped", "rules"])
@pytest.mark.parametrize(
    "text",
    [
        "كان البيت كبيرا وجميلا",
        "هذا رجل كريم سعيد بما عنده",
        "جاء القرار كرد على الهجوم",
        "نزل المطر على الحقول في الصباح",
        "لجأ السكان إلى القرى المجاورة لإعادة تنظيم الصفوف",
        "",
        "   ",
        "١٢٣ ، . !",
    ],
)
def test_ordinary_arabic_holds_no_names(text: str, engine: str) -> None:
    assert found("ar", text, engine=engine) == []


def test_an_arabic_family_name_is_found_alone_once_the_document_gave_the_full_name() -> None:
    full, short = "كرمت اللجنة نجيب محفوظ", "وشكر محفوظ الحاضرين"
    assert found("ar", full, short, engine="rules")[-1] == ("محفوظ", "PER")
    assert found("ar", short, engine="rules") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fighters entered Kabul on Friday.", [("Kabul", "LOC")]),
        ("The road to Mazar-i-Sharif was closed.", [("Mazar-i-Sharif", "LOC")]),
        ("The Uzbek and Tajik soldiers left.", [("Uzbek", "MISC"), ("Tajik", "MISC")]),
        ("The Taliban's envoy spoke to the UN.", [("Taliban", "ORG"), ("UN", "ORG")]),
        ("He worked for Human Rights Watch.", [("Human Rights Watch", "ORG")]),
        ("Troops crossed the U.S. border.", [("U.S.", "LOC")]),
        ("It is raining and nobody is outside.", []),
        ("It was an ad-hoc, as-yet stay-at-Home order.", []),
        ("", []),
    ],
)
def test_english_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert found("en", text) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["The doctor Ayman al-Zawahiri spoke in Cairo."], ("Ayman al-Zawahiri", "PER")),
        (["Kofi Annan flew to Geneva.", "Everyone listened to Annan."], ("Annan", "PER")),
        (["He was found on a farm at ad-Dawr."], ("ad-Dawr", "LOC")),
        (["They left by night for as-Salam."], ("as-Salam", "MISC")),
        (["King Hussein's brother Hassan travelled to London."], ("London", "LOC")),
    ],
)
def test_english_names_include(texts: Sequence[str], expected: tuple[str, str]) -> None:
    assert expected in found("en", *texts)


@pytest.mark.parametrize(
    "text",
    [
        "The Man's House",
        "Background and Aftermath of the Long Siege",
    ],
)
def test_capitals_of_a_heading_make_no_names(text: str) -> None:
    assert found("en", text, "Refugees returned to Kabul and to Herat in the spring.")[:1] == [("Kabul", "LOC")]


def test_a_heading_names_what_the_document_names() -> None:
    texts = ("The Fall Of Sheberghan", "The garrison of Sheberghan surrendered, and Sheberghan was looted.")
    assert found("en", *texts)[0] == ("Sheberghan", "LOC")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Refugees from Herat met Ahmad Shah Massoud's envoys in Kabul."),
        ("ar", "التقى لاجئون من هرات أحمد شاه مسعود، ثم عادوا إلى كَابُل."),
    ],
)
def test_offsets_quote_the_text(language: str, text: str) -> None:
    names = find_names([text], get(language))[0]
    assert len(names) >= 2
    assert all(text[name.start : name.end] == name.text for name in names)
    assert [name.start for name in names] == sorted(name.start for name in names)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_text_gets_a_list(language: str) -> None:
    assert find_names([], get(language)) == []
    assert [len(names) for names in find_names(["", "x", ""], get(language))] == [0, 0, 0]


@pytest.mark.parametrize(("language", "start"), [("en", "en_core_web_"), ("ar", "ar_align_names-")])
def test_the_engine_says_its_name_and_version(language: str, start: str) -> None:
    name = model_name(get(language))
    assert name.startswith(start)
    assert name.rpartition("-")[2]


def test_a_model_is_named_as_it_calls_itself_when_loaded() -> None:
    package, _, version = model_engine_name(get("en")).rpartition("-")
    assert spacy.load(package).meta["version"] == version
    importlib.import_module("align.extraction.name_tagger")  # has the component of the stored pipeline
    with as_file(files("align.data") / get("ar").names.shipped) as path:
        meta = spacy.load(path).meta
    assert shipped_engine_name(get("ar")) == f"{meta['lang']}_{meta['name']}-{meta['version']}"


class ToyLanguage:
    """As much of a language as names need."""

    def __init__(self, names: NameWords) -> None:
        self.code = "tlh"
        self.names = names


def test_a_missing_model_says_what_to_install() -> None:
    language = ToyLanguage(
        NameWords(engines=("installed",), models=("no_such_model_of_names",), install="pip install some-model")
    )
    with pytest.raises(ModelError, match="pip install some-model"):
        model_engine_name(language)  # type: ignore[arg-type]


def test_a_language_without_words_has_no_names() -> None:
    language: Language = ToyLanguage(NameWords())  # type: ignore[assignment]
    assert find_names(["Qo'noS Kabul"], language) == [[]]


@pytest.mark.parametrize(
    "text",
    ["محمد " * 20_000, "ال" * 50_000, "و" * 100_000, "رئيس " * 20_000, "بن " * 20_000, "حزب ال" * 20_000],
)
def test_hostile_arabic_takes_linear_time(text: str) -> None:
    find_names(["كابل"], get("ar"))
    started = time.process_time()
    find_names([text], get("ar"))
    assert time.process_time() - started < 5.0


@pytest.mark.parametrize(
    ("text", "ordinals"),
    [
        ("عاد الملك الحسن الثاني إلى الرباط في اليوم الثاني.", ["اليوم الثاني"]),
        ("زار الملك محمد السادس المصنع.", []),
        ("وقف السائق في الطابق الثاني.", ["الطابق الثاني"]),
    ],
)
def test_the_number_of_a_ruler_is_part_of_his_name(text: str, ordinals: list[str]) -> None:
    found = [m.text for m in extract(text, "ar") if m.kind == "number" or m.kind == "date"]
    assert found == ordinals


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "كلفته خمسة آلاف جنيه إسترليني", []),
        ("ar", "دفع المصري 5 ملايين جنيه مصري", ["المصري"]),
        ("en", "The Saudi paid 500 Saudi riyals.", ["Saudi"]),
    ],
)
def test_the_currency_of_a_sum_is_no_name(language: str, text: str, expected: list[str]) -> None:
    assert [mention.text for mention in extract(text, language) if mention.kind == "name"] == expected


def test_english_names_are_those_that_the_installed_pipeline_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        line for path in sorted(Path("corpora/en").glob("a*.txt")) for line in path.read_text("utf-8").splitlines()
    ]
    texts = [*lines, "", " ", "Paris"]
    assert len(texts) > name_models.BATCH
    package, _, _ = model_engine_name(get("en")).rpartition("-")
    pipeline, labels = spacy.load(package), get("en").names.labels
    expected = [
        [(ent.start_char, ent.end_char, labels[ent.label_]) for ent in doc.ents if ent.label_ in labels]
        for doc in pipeline.pipe(texts)
    ]
    monkeypatch.setattr(name_models, "repair", lambda texts, found, lexicon: found)
    assert name_models.find_spans(texts, get("en")) == expected
    assert sum(map(len, expected)) > 50
