"""The language that reports speak: the catalogue says all that the code does, and values and reasons come out right."""

from __future__ import annotations

import ast
import dataclasses
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from report_cases import date, mention, number, small_comparison

from align import languages
from align.comparison import reasons as own_reasons
from align.errors import AlignError
from align.languages.language import Language
from align.model import Contradiction, Finding, Ground, Mention, NameValue, NumberValue, Quantity, Value
from align.report import problems, reasons, wording, workbook
from align.report.facts import AGREEMENT_NAMES
from align.report.reasons import plain_reason, reason_parts, rule_in_words
from align.report.units.sarif import RULES
from align.report.wording import text_names, verdict_sign, verdict_title
from align.wording import INTERFACES, LABEL_NAMES, interface, value_in_words
from align.wording.edtf import PARTS_OF_YEAR, date_in_words
from align.wording.interface import DEFAULT, catalogue
from align.wording.numbers import duration_messages

PACKAGE = Path(__file__).parent.parent / "align"
TRANSLATED = [code for code in INTERFACES if code != DEFAULT]
ARABIC = interface("ar")
PLACE = re.compile(r"%\((\w+)\)s")
# What a translation may say instead of, or beside, the places of the English message.
MORE_PLACES = {
    "%(code)s %(amount)s": {"name"},
    "aged %(amount)s": {"time"},
    "%(ordinal)s": {"number"},
    "%(first)ss": {"last"},
}


# --- the catalogue ---------------------------------------------------------------------------------------------


def in_templates() -> Iterator[str | tuple[str, str]]:
    for path in (PACKAGE / "report" / "templates").glob("*.html"):
        source = path.read_text(encoding="utf-8")
        yield from re.findall(r"\b_\('([^']+)'", source)
        yield from re.findall(r"counted\('([^']+)', '([^']+)'", source)


def in_modules() -> Iterator[str | tuple[str, str]]:
    """The strings handed to `text` and `counted` of an interface."""
    for path in [*(PACKAGE / "report").rglob("*.py"), *(PACKAGE / "wording").glob("*.py")]:
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call):
                called = getattr(call.func, "attr", getattr(call.func, "id", ""))
                given = [each.value for each in call.args if isinstance(each, ast.Constant)]
                if called in ("text", "_sheet", "_in_full", "_table") and given:
                    yield str(given[0])
                elif called == "counted" and len(given) == 2:
                    yield str(given[0]), str(given[1])


def rules() -> Iterator[str]:
    """Every rule that a comparison can give as its ground."""
    for path in (PACKAGE / "comparison").glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("Relation", "Ground"):
                at = 1 if getattr(call.func, "id", "") == "Relation" else 0
                worded = call.args[at] if len(call.args) > at else None
                for part in ast.walk(worded) if worded else ():
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.value
    yield from (own_reasons.MISSING, own_reasons.TOLD_ELSEWHERE)


def untranslated_sentences() -> Iterator[str]:
    """Every sentence that says why a unit counts as untranslated, as the module gives them for each language."""
    source = (PACKAGE / "bilingual" / "untranslated.py").read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("The target "):
            if node.value.endswith("."):
                yield node.value
            else:
                yield from (f"{node.value}{language.name} letter." for language in languages.LANGUAGES.values())


def in_tables() -> Iterator[str | tuple[str, str]]:
    yield from LABEL_NAMES.values()
    yield from PARTS_OF_YEAR.values()
    yield from wording.VERDICT_NAMES.values()
    yield from AGREEMENT_NAMES.values()
    yield from wording.KIND_NAMES.values()
    yield from wording.KIND_PLURALS.values()
    yield wording._INTERNAL_NAME
    for singular, plural in wording._MANY.values():
        yield singular if singular == plural else (singular, plural)
    for kind in wording.KIND_NAMES:
        yield f"this {kind}"
    for language in languages.LANGUAGES.values():
        yield f"the {language.name} text"
        yield from (duration_messages(unit) for unit in language.numbers.units.durations.values())
    yield "the first text"
    yield "the second text"
    yield "%(date)s (islamic calendar)"
    yield from ("%(first)s or %(last)s", "%(first)s and %(last)s", "until %(date)s", "from %(date)s")
    yield from ("%(first)s \u2013 %(last)s", "%(first)s\u2013%(last)s")
    for name in (
        "MATCH",
        "MATCH_WITHOUT_RULE",
        "MISSING",
        "WITHIN",
        "WITHIN_WITHOUT_RULE",
        "TIES",
        "TOTALS",
        "STATED_TOTAL",
    ):
        yield getattr(reasons, name)
    yield from reasons.SENTENCES.values()
    yield from (problems.TERM, problems.UNIT, *untranslated_sentences(), *RULES.values())
    for column in workbook._ORDER:
        yield column.partition("_")[2] or column
    yield from ("text", "mention", "value", "first place", "second place", "reason", "id", "kind", "confidence")
    yield from ("%(number)s topic", "%(number)s topics")


def said() -> set[str]:
    """Every message that readers may see, one of its forms."""
    messages = [*in_templates(), *in_modules(), *in_tables(), *rules()]
    return {each if isinstance(each, str) else each[0] for each in messages} - {"%(number)s topics"}


def entries(code: str) -> dict[str, tuple[str, ...]]:
    """The catalogue by message, contexts left out of account: the forms of each translation."""
    found = {}
    for message in catalogue(code):
        if message.id and not message.context:
            key = message.id if isinstance(message.id, str) else message.id[0]
            found[key] = (message.string,) if isinstance(message.string, str) else tuple(message.string)
    return found


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_message_is_in_the_catalogue(code: str) -> None:
    assert said() - entries(code).keys() == set()


@pytest.mark.parametrize("code", TRANSLATED)
def test_nothing_in_the_catalogue_is_out_of_use(code: str) -> None:
    assert entries(code).keys() - said() == set()


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_translation_says_something_with_the_places_there_are(code: str) -> None:
    for message, forms in entries(code).items():
        for form in forms:
            places = set(PLACE.findall(form))
            assert form.strip() and places <= set(PLACE.findall(message)) | MORE_PLACES.get(message, set()), message


@pytest.mark.parametrize("code", TRANSLATED)
@pytest.mark.parametrize("language", languages.LANGUAGES.values(), ids=lambda language: language.code)
def test_every_unit_of_measure_has_its_sign(language: Language, code: str) -> None:
    known = {message.id for message in catalogue(code) if message.context == "unit"}
    assert set(language.numbers.units.measures.values()) <= known


def test_an_unknown_interface_is_misuse() -> None:
    with pytest.raises(AlignError, match="choose one of en, ar"):
        interface("xx")


# --- values ----------------------------------------------------------------------------------------------------

UNTIL = "حتى 1996"
SINCE = "منذ سبتمبر 1996"
MONTH = "سبتمبر 1996"
DAY = "27 سبتمبر 1996"
NINETIES = "أعوام 1990 إلى 1999"
DAY_OF_YEAR = "8 أغسطس (بلا سنة)"
ABOUT_MAY = "مايو 1997 تقريبًا"
QUARTER = "الربع الثاني من 1996"
ANCIENT = "45 ق.م"
YEARS = "من 1990 إلى 1995"
DAYS_OF_MONTH = "من 21 إلى 30 سبتمبر 1995"
ACROSS = "من 22 مايو إلى 3 يونيو 1997"
EITHER = "1995 أو 1996"


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1996-09", MONTH),
        ("1996-09-27", DAY),
        ("199X", NINETIES),
        ("XXXX-08-08", DAY_OF_YEAR),
        ("1997-05~", ABOUT_MAY),
        ("1996-34", QUARTER),
        ("-0044", ANCIENT),
        ("1990/1995", YEARS),
        ("1995-09-21/1995-09-30", DAYS_OF_MONTH),
        ("1997-05-22/1997-06-03", ACROSS),
        ("../1996", UNTIL),
        ("1996-09/", SINCE),
        ("[1995,1996]", EITHER),
        ("1996-99", "1996-99"),
    ],
)
def test_dates_in_arabic_words(edtf: str, words: str) -> None:
    assert date_in_words(edtf, ARABIC) == words


def stated(low: int | None, high: int | None, unit: str, quantity: Quantity, *, approximate: bool = False) -> Value:
    least, most = (None if bound is None else Decimal(bound) for bound in (low, high))
    return NumberValue(least, most, approximate, quantity == "ordinal", unit, quantity)


ONE_DAY = "يوم واحد"
TWO_DAYS = "يومان"
FEW_DAYS = "10 أيام"
MANY_DAYS = "11 يومًا"
HUNDRED_DAYS = "100 يوم"
HUNDRED_AND_THREE_DAYS = "103 أيام"
RANGE_OF_DAYS = "من 3 إلى 5 أيام"
ABOUT_TWO_YEARS = "سنتان تقريبًا"
AT_LEAST = "8,000 على الأقل"
PERCENT = "5%"
DOLLARS = "1,200 دولار أمريكي"
KILOMETRES = "5 كم"
AGE = "العمر: 45 سنة"
THIRD = "الترتيب: 3"
BELOW_ZERO = "\u200e-\u200e5 ° مئوية"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (stated(1, 1, "day", "duration"), ONE_DAY),
        (stated(2, 2, "day", "duration"), TWO_DAYS),
        (stated(10, 10, "day", "duration"), FEW_DAYS),
        (stated(11, 11, "day", "duration"), MANY_DAYS),
        (stated(100, 100, "day", "duration"), HUNDRED_DAYS),
        (stated(103, 103, "day", "duration"), HUNDRED_AND_THREE_DAYS),
        (stated(3, 5, "day", "duration"), RANGE_OF_DAYS),
        (stated(2, 2, "year", "duration", approximate=True), ABOUT_TWO_YEARS),
        (stated(8000, None, "", "count"), AT_LEAST),
        (stated(5, 5, "%", "percent"), PERCENT),
        (stated(1200, 1200, "USD", "money"), DOLLARS),
        (stated(5, 5, "km", "measure"), KILOMETRES),
        (stated(45, 45, "year", "age"), AGE),
        (stated(3, 3, "", "ordinal"), THIRD),
        (stated(-5, -5, "degC", "measure"), BELOW_ZERO),
    ],
)
def test_numbers_in_arabic_words(value: Value, words: str) -> None:
    assert str(value_in_words(value, ARABIC)) == words


# --- reasons ---------------------------------------------------------------------------------------------------

YEAR_LATER = "سبتمبر 1997"
NAME = "مسعود"
EXCLUDE = "لا يصح التاريخان معًا"
REASON_OF_DATES = f"في النص الإنجليزي: {MONTH}، وفي النص العربي: {YEAR_LATER}؛ {EXCLUDE}."
REASON_WITH_TIES = f"{REASON_OF_DATES[:-1]}؛ ويرد في المقطعين كليهما \u2068Kabul\u2069 و\u2068{NAME}\u2069."
REASON_WITHOUT_RULE = f"في النص الإنجليزي: {MONTH}، وفي النص العربي: {YEAR_LATER}."
MISSING_RIGHT = f"لا يرد هذا التاريخ في المقطع المقابل من النص العربي: {MONTH}."
MISSING_LEFT = f"لا يرد هذا الاسم في المقطع المقابل من النص الإنجليزي: \u2068{NAME}\u2069 (\u2068masoud\u2069)."
ELSEWHERE = "لا يرد \u2068Kabul\u2069 في أحد المقطعين المتقابلين، لكن نصّه يذكر الاسم في موضع آخر."
TOTALS = (
    "في النص الإنجليزي: 9 \u2068men\u2069، وفي النص العربي: 11 \u2068men\u2069؛ بحساب المجموع، لا يصح العددان معًا "
    "(\u2068\u200e1 + 8 = 9\u2069؛ \u206811\u2069، منها \u2068\u200e10 + 1\u2069)."
)
WITHIN = f"في موضعين من النص قولان: {MONTH}، ثم {YEAR_LATER}."
WITHIN_BY_RULE = f"{WITHIN[:-1]}؛ {EXCLUDE}."
EQUATED = "يساوي النص بين \u20681 Safar 657\u2069 و10 فبراير 1258، لكن الموافق بحساب التقويم الهجري هو 28 يناير 1259."

SEPTEMBER = mention("September 1996", "September 1996", date("1996-09", "1996-09-01", "1996-09-30"))
LATER = mention("September 1997", "September 1997", date("1997-09", "1997-09-01", "1997-09-30"))
MASSOUD = mention(NAME, NAME, NameValue("PER", "masoud"))
KABUL = mention("Kabul", "Kabul", NameValue("LOC", "kabul"))
NINE = mention("nine men", "nine men", number(9, 9, "men"))
ELEVEN = mention("eleven men", "eleven men", number(11, 11, "men"))
SAFAR = mention("1 Safar 657", "1 Safar 657", date("1259-01-28", "1259-01-28", "1259-01-28", calendar="islamic"))
FEBRUARY = mention("10 February 1258", "10 February 1258", date("1258-02-10", "1258-02-10", "1258-02-10"))
DATES = "the two dates exclude each other"


def told(left: Mention | None, right: Mention | None, ground: Ground) -> str:
    given = left or right
    assert given is not None
    found = Finding("id", "p1", given.kind, "conflict", 0.9, left, right, "English.", ground)
    return plain_reason(reason_parts(found, ARABIC, text_names(small_comparison(), ARABIC)), ARABIC)


@pytest.mark.parametrize(
    ("left", "right", "ground", "sentence"),
    [
        (SEPTEMBER, LATER, Ground(DATES), REASON_OF_DATES),
        (SEPTEMBER, LATER, Ground(DATES, ties=("Kabul", NAME)), REASON_WITH_TIES),
        (SEPTEMBER, LATER, Ground(), REASON_WITHOUT_RULE),
        (SEPTEMBER, LATER, Ground("a rule of a later version"), REASON_WITHOUT_RULE),
        (SEPTEMBER, None, Ground(own_reasons.MISSING), MISSING_RIGHT),
        (SEPTEMBER, None, Ground(), MISSING_RIGHT),
        (None, MASSOUD, Ground(own_reasons.MISSING), MISSING_LEFT),
        (KABUL, MASSOUD, Ground(own_reasons.TOLD_ELSEWHERE), ELSEWHERE),
        (NINE, ELEVEN, Ground("the two figures exclude each other", "1 + 8 = 9; 11, of which 10 + 1"), TOTALS),
    ],
)
def test_a_reason_is_told_anew_in_arabic(
    left: Mention | None, right: Mention | None, ground: Ground, sentence: str
) -> None:
    assert told(left, right, ground) == sentence


@pytest.mark.parametrize(
    ("first", "second", "ground", "sentence"),
    [
        (SEPTEMBER, LATER, Ground(), WITHIN),
        (SEPTEMBER, LATER, Ground(DATES), WITHIN_BY_RULE),
        (SAFAR, FEBRUARY, Ground("by the Islamic calendar it is another day", "1259-01-28"), EQUATED),
    ],
)
def test_a_contradiction_is_told_anew_in_arabic(first: Mention, second: Mention, ground: Ground, sentence: str) -> None:
    found = Contradiction("id", "left", "date", 0.9, first, second, "English.", ground)
    assert plain_reason(reason_parts(found, ARABIC), ARABIC) == sentence


def test_a_reason_in_english_is_the_findings_own() -> None:
    found = Finding("id", "p1", "date", "conflict", 0.9, SEPTEMBER, LATER, "Its own words.", Ground(DATES))
    assert plain_reason(reason_parts(found)) == "Its own words."


def test_an_override_in_a_tie_or_a_detail_turns_nothing_around() -> None:
    sentence = told(SEPTEMBER, LATER, Ground(DATES, "\u202e1 + 1", ("\u202eKabul\u2069",)))
    assert "\u202e" not in sentence and sentence.count("\u2068") == sentence.count("\u2069")


@pytest.mark.parametrize(("code", "rule"), [("en", DATES), ("ar", EXCLUDE)])
def test_the_rule_is_told_by_itself(code: str, rule: str) -> None:
    found = Finding("id", "p1", "date", "conflict", 0.9, SEPTEMBER, LATER, "x", Ground(DATES))
    assert rule_in_words(found, interface(code)) == rule


# --- names of verdicts and texts -------------------------------------------------------------------------------

ENGLISH_TEXT = "النص الإنجليزي"
FIRST_TEXT = "النص الأول"
ONE_CONFLICT = "تعارض"
MANY_CONFLICTS = "تعارضات"


@pytest.mark.parametrize(("code", "side", "sign"), [("en", "only-left", "◀"), ("ar", "only-left", "▶")])
def test_an_arrow_points_to_where_the_text_stands(code: str, side: wording.Shown, sign: str) -> None:
    assert verdict_sign(side, interface(code)) == sign


@pytest.mark.parametrize(
    ("code", "number", "title"),
    [("en", 1, "conflict"), ("en", 2, "conflicts"), ("ar", 1, ONE_CONFLICT), ("ar", 5, MANY_CONFLICTS)],
)
def test_a_count_has_its_plural(code: str, number: int, title: str) -> None:
    assert verdict_title("conflict", number, interface(code)) == title


@pytest.mark.parametrize(
    ("codes", "name"),
    [(("en", "ar"), ENGLISH_TEXT), (("en", "en"), "bridge.txt"), (("zz", "ar"), FIRST_TEXT)],
)
def test_texts_are_named_by_language_where_that_tells_them_apart(codes: tuple[str, str], name: str) -> None:
    comparison = small_comparison()
    for side, code in zip(("left", "right"), codes, strict=True):
        analysis = getattr(comparison, side)
        document = dataclasses.replace(analysis.document, language=code)
        changed: dict[str, Any] = {side: dataclasses.replace(analysis, document=document)}
        comparison = dataclasses.replace(comparison, **changed)
    assert text_names(comparison, ARABIC)["left"] == name


def test_a_package_may_have_a_catalogue_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "page_of_another" / "locales"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    header = '"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: nplurals=6; plural=5;\\n"'
    (folder / "ar.po").write_text(f'msgid ""\nmsgstr ""\n{header}\n\nmsgid "ours"\nmsgstr "own"\n', encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    spoken = interface("ar", "page_of_another")
    assert (spoken.text("ours"), spoken.text("conflict")) == ("own", ONE_CONFLICT)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 11, 100])
@pytest.mark.parametrize("verdict", [*wording.VERDICT_NAMES, wording.INTERNAL])
def test_counts_of_verdicts_are_told_in_arabic(verdict: wording.Shown, count: int) -> None:
    assert not verdict_title(verdict, count, ARABIC).isascii()


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("degC", "5 \u00b0C"),
        ("km3", "5 km\u00b3"),
        ("mi2", "5 mi\u00b2"),
        ("km/h", "5 km/h"),
    ],
)
def test_units_have_their_signs_in_english(unit: str, words: str) -> None:
    assert str(value_in_words(stated(5, 5, unit, "measure"))) == words
