"""What is said of names that two passages do not share, with the real models on short texts of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from align import Comparison, Document, Settings, compare
from align.comparison.place_roles import may_lie_on_other
from align.model import Finding, Mention, NameValue

CompareTexts = Callable[[str, str], Comparison]

BEFORE = ("The storm tore the roof from the school. ", "اقتلعت العاصفة سقف المدرسة. ")
AFTER = (" The children were taught in tents for a year.", " وتلقى الأطفال دروسهم في الخيام سنة كاملة.")


def framed(english: str, arabic: str) -> tuple[str, str]:
    return f"{BEFORE[0]}{english}{AFTER[0]}", f"{BEFORE[1]}{arabic}{AFTER[1]}"


def verdicts(comparison: Comparison) -> set[tuple[str, str, str]]:
    """(verdict, left, right) of the findings on names."""
    return {
        (f.verdict, f.left.text if f.left else "", f.right.text if f.right else "")
        for f in comparison.findings
        if f.kind == "name"
    }


@pytest.mark.parametrize(
    ("english", "arabic", "left", "right"),
    [
        (
            "Later the engineer Khalid Barnes promised to build a new school.",
            "ثم وعد المهندس خالد منصور ببناء مدرسة جديدة.",
            "Khalid Barnes",
            "خالد منصور",
        ),
        (
            "Later the engineer Vladimir Mansour promised to build a new school.",
            "ثم وعد المهندس خالد منصور ببناء مدرسة جديدة.",
            "Vladimir Mansour",
            "خالد منصور",
        ),
    ],
    ids=["another family name", "another given name"],
)
def test_persons_that_share_one_name_and_differ_in_the_other(
    english: str, arabic: str, left: str, right: str, compare_texts: CompareTexts
) -> None:
    found = verdicts(compare_texts(*framed(english, arabic)))
    assert found == {("conflict", left, right)}


def test_a_word_that_is_no_name_without_the_next_is_shared_by_many(compare_texts: CompareTexts) -> None:
    english = "Later the engineer Abu Nasser promised to build a new school."
    arabic = "ثم وعد المهندس أبو طليح ببناء مدرسة جديدة."
    found = verdicts(compare_texts(*framed(english, arabic)))
    assert found == {("only-left", "Abu Nasser", ""), ("only-right", "", "أبو طليح")}


STAYED = (
    "On 5 May 1994 the wounded were taken to the hospital in {}.",
    "نُقل الجرحى في 5 أيار/مايو 1994 إلى المستشفى في {}.",
)


@pytest.mark.parametrize(
    ("english", "arabic", "conflict"),
    [
        ("Merca", "كيسمايو", True),
        ("Marrakesh", "الدار البيضاء", True),
        ("Merca", "مركا", False),
        ("the town of Sceaux", "بلدة سو", False),  # two letters leave too much of a sound out
        ("Casablanca", "الدار البيضاء", False),
        ("Siberia", "كولتسوفو", False),  # a region and a town that may lie in it
        ("Stony Valley", "كيسمايو", False),  # ordinary words may be translated
        ("Merca", "ميركا قرب كيسمايو", False),
        ("Merca", "كيسمايو أو هرجيسا", False),  # which of the two would it be?
        ("Batumi", "بوتي", True),  # alike by sound, but the tables have «باطومي»
        ("Batumi", "باطومي", False),
        ("the Zurich clinic", "كيسمايو", False),  # it says whose, not where
        ("Calgary", "إدمونتون", True),  # a dictionary has it, but both are cities
        ("the island of Rodrigues", "جزيرة دييغو غارسيا", True),  # which lies in a country: both are islands
        ("the Merca river", "مدينة كيسمايو", False),  # which may lie on it
        ("the island of Chios", "جزيرة رودس", True),
        ("Liberia", "ليبيا", True),  # countries that sound alike
        ("Liberia", "ليبيريا", False),
        ("Niger", "نيجيريا", True),
        ("Slovakia", "سلوفينيا", True),
        ("the island of Roses", "جزيرة الورود", False),  # which translates it
    ],
)
def test_places_that_only_one_text_tells_conflict(
    english: str, arabic: str, conflict: bool, compare_texts: CompareTexts
) -> None:
    found = verdicts(compare_texts(*framed(STAYED[0].format(english), STAYED[1].format(arabic))))
    names = english.removeprefix("the island of "), arabic.removeprefix("جزيرة ")
    assert (("conflict", *names) in found) == conflict
    assert conflict or all(verdict != "conflict" for verdict, *_ in found)


ROAD = (
    "Most shops in Benghazi and Tobruk stayed closed during the week of mourning. {} The harvest had been good.",
    "بقيت معظم المتاجر في بنغازي وطبرق مغلقة طوال أسبوع الحداد. {} وكان الحصاد وفيرا.",
)


@pytest.mark.parametrize(
    ("english", "arabic", "conflict"),
    [
        (
            "The bus hit a car on the road from Benghazi.",
            "اصطدمت الحافلة بسيارة على الطريق الآتي من طبرق.",
            True,
        ),
        (
            "The bus hit a car on the road from Benghazi.",
            "اصطدمت الحافلة بسيارة على الطريق الآتي من بنغازي.",
            False,
        ),
        (
            "The bus hit a car on the road from Benghazi.",
            "اصطدمت الحافلة بسيارة من طبرق على الطريق الآتي من بنغازي.",
            False,
        ),
        (
            "The bus hit a car on the road from Benghazi.",
            "اصطدمت الحافلة بسيارة على الطريق في ليبيا.",  # where Benghazi is
            False,
        ),
    ],
)
def test_places_that_both_texts_tell_conflict_in_one_role(
    english: str, arabic: str, conflict: bool, compare_texts: CompareTexts
) -> None:
    found = verdicts(compare_texts(ROAD[0].format(english), ROAD[1].format(arabic)))
    assert (("conflict", "Benghazi", "طبرق") in found) == conflict
    assert conflict or all(verdict != "conflict" for verdict, *_ in found)


SHOPS = (
    "{}\n\nThe harvest had been good.\n\nShops in Helsinki and Stockholm stayed closed.",
    "{}\n\nكان القطار متأخرا.\n\nلم يبع أحد شيئا، لا في ستوكهولم ولا في هلسنكي، وعاد الناس إلى بيوتهم.",
)


@pytest.mark.parametrize(
    ("english", "conflict"),
    [
        ("On 15 August 2005, after years of quarrels, they made their peace in Helsinki.", True),
        (
            "It rained on 15 August 2005. On 15 August 2005 after years they made their peace in Helsinki.",
            False,  # the day has two events
        ),
        ("On 15 August, after years of quarrels, they made their peace in Helsinki.", False),  # of any year
    ],
)
def test_a_day_that_is_told_once_has_one_event(english: str, conflict: bool, compare_texts: CompareTexts) -> None:
    arabic = "أعلنوا أنهم راضون، وتصالحوا في ستوكهولم في 15 آب 2005، تحت نظر الوسيط."
    found = verdicts(compare_texts(SHOPS[0].format(english), SHOPS[1].format(arabic)))
    assert (("conflict", "Helsinki", "ستوكهولم") in found) == conflict


def test_places_conflict_wherever_one_is_told_again(compare_texts: CompareTexts) -> None:
    english = f"{STAYED[0].format('Merca')} Nurses of Merca washed 4,312 blankets there in one single night of May."
    arabic = f"{STAYED[1].format('كيسمايو')} وغسلت الممرضات هناك 4312 بطانية في ليلة واحدة من أيار."
    found = compare_texts(*framed(english, arabic))
    starts = [f.left.start for f in found.findings if f.verdict == "conflict" and f.left and f.left.text == "Merca"]
    assert len(set(starts)) == 2


def test_a_persons_first_word_may_be_left_untagged(compare_texts: CompareTexts) -> None:
    english = "Later he met Mansa Sulayman, who gave him three loaves and a gourd of sour milk."
    arabic = "ثم مثل أمام منسا موسى فأعطاه ثلاثة أرغفة وشيئا من اللبن الرائب."
    found = verdicts(compare_texts(*framed(english, arabic)))
    assert ("conflict", "Mansa Sulayman", "موسى") in found


DIED = (
    "The engineer was born in Cairo. The engineer had worked in Luxor. On 5 April 1923 {}.",
    "ولد المهندس في القاهرة. وعمل المهندس في الأقصر. {} في 5 أبريل 1923.",
)


@pytest.mark.parametrize(
    ("english", "arabic", "conflict"),
    [
        ("he died in a hotel in Cairo", "وتوفي في الأقصر", ("Cairo", "الأقصر")),
        ("he died in a hotel in Cairo", "وتوفي في القاهرة", None),
        ("he died in a hotel in Egypt", "وتوفي في الأقصر", None),  # where Luxor is
        ("he died in a hotel in Sidi Bakr", "وتوفي في الأقصر", None),  # which may be a quarter of it
        ("he died between Cairo and Luxor", "وتوفي في الأقصر", None),
        ("he left his house in Cairo", "وتوفي في الأقصر", None),  # another event
        ("he died with Cairo on his mind", "وتوفي في الأقصر", None),
    ],
)
def test_one_event_took_place_in_one_city(
    english: str, arabic: str, conflict: tuple[str, str] | None, compare_texts: CompareTexts
) -> None:
    found = verdicts(compare_texts(*framed(DIED[0].format(english), DIED[1].format(arabic))))
    assert [names for verdict, *names in found if verdict == "conflict"] == ([list(conflict)] if conflict else [])


@pytest.mark.parametrize(
    "arabic",
    [
        "ثم وعد المهندس خالد بارننس ببناء مدرسة جديدة.",
        "ثم وعد المهندس خالد بارنزالذي جاء ببناء مدرسة جديدة.",
    ],
    ids=["misprint", "space missing"],
)
def test_a_name_written_badly_is_in_no_conflict(arabic: str, compare_texts: CompareTexts) -> None:
    english = "Later the engineer Khalid Barnes promised to build a new school."
    assert not [found for found in verdicts(compare_texts(*framed(english, arabic))) if found[0] == "conflict"]


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        (
            "Later the engineer Khalid Mansour promised to build a new school.",
            "ثم وعد المهندس خالد منصور ببناء مدرسة جديدة.",
        ),
        (
            "Later the engineer Khalid Mansour promised to build a new school.",
            "ثم وعد المهندس منصور ببناء مدرسة جديدة.",
        ),
        (
            "Later the engineer Khalid Mansour promised to build a new school.",
            "ثم وعد المهندسخالدمنصوربناء مدرسة جديدة.",
        ),
        (
            "The mayor of the city asked the Supreme Court for help with the new school.",
            "وطلب رئيس البلدية عون المحكمة العليا في بناء المدرسة الجديدة.",
        ),
        (
            "Later a Spanish engineer from Spain promised to build a new school.",
            "ثم وعد مهندس إسباني ببناء مدرسة جديدة.",
        ),
        (
            "Later the engineer Rory McIlroy promised to build a new school.",
            "ثم وعد المهندس روري ماك إلروي ببناء مدرسة جديدة.",
        ),
    ],
    ids=["the same", "the family name alone", "no space between", "a translated name", "a people", "two words for one"],
)
def test_a_name_that_the_passage_tells_is_not_missed(english: str, arabic: str, compare_texts: CompareTexts) -> None:
    assert {verdict for verdict, _, _ in verdicts(compare_texts(*framed(english, arabic)))} <= {"agree"}


@pytest.mark.parametrize(
    ("english", "arabic", "left"),
    [
        (
            "Later Gennady Fremmer promised to build a new school.",
            "ثم وعد أحد السكان ببناء مدرسة جديدة.",
            "Gennady Fremmer",
        ),
        (
            "Later Khalid Fremmer promised to build a new school.",
            "ثم وعد خالد منهم ببناء مدرسة جديدة.",
            "Khalid Fremmer",
        ),
    ],
    ids=["no word of it", "its last word"],
)
def test_a_person_whom_the_other_text_never_names(
    english: str, arabic: str, left: str, compare_texts: CompareTexts
) -> None:
    found = verdicts(compare_texts(*framed(english, arabic)))
    assert {left_text for verdict, left_text, _ in found if verdict == "only-left"} == {left}
    assert "conflict" not in {verdict for verdict, _, _ in found}


def test_a_name_is_reported_missing_once(compare_texts: CompareTexts) -> None:
    english = "Later Gennady Fremmer promised to build a new school. Gennady Fremmer kept his word in the spring."
    arabic = "ثم وعد أحد السكان ببناء مدرسة جديدة. ووفى الرجل بوعده في الربيع."
    found = [f for f in compare_texts(*framed(english, arabic)).findings if f.kind == "name"]
    assert [(f.verdict, f.left and f.left.text) for f in found] == [("only-left", "Gennady Fremmer")]


def test_a_name_told_elsewhere_is_not_missed(compare_texts: CompareTexts) -> None:
    english = "Later Khalid Mansour promised to build a new school."
    arabic = "ثم وعد أحد السكان ببناء مدرسة جديدة."
    left, right = framed(english, arabic)
    found = verdicts(compare_texts(left, f"{right} والرجل هو خالد منصور."))
    assert found == {("compatible", "Khalid Mansour", "خالد منصور")}


def test_a_glossary_settles_what_letters_cannot() -> None:
    english = "Later the Qorvath Zelmun promised to build a new school."
    arabic = "ثم وعد بيت الحكمة ببناء مدرسة جديدة."
    left, right = (Document(code, code, text) for code, text in zip(("en", "ar"), framed(english, arabic), strict=True))

    def missing(*terms: tuple[str, str]) -> list[Finding]:
        found = compare(left, right, Settings(glossary=terms)).findings
        return [f for f in found if f.kind == "name" and f.verdict == "only-left"]

    assert missing()
    assert not missing(("Qorvath Zelmun", "بيت الحكمة"))


def test_a_city_may_lie_in_what_is_called_a_province() -> None:
    texts = ("He set up his base in Sheberghan, a city of the north.", "سقطت عاصمة ولاية بلخ ومدينة شبرغان.")
    left, right = (Document(code, code, text) for code, text in zip(("en", "ar"), texts, strict=True))
    city, province, other = (
        Mention("name", text.index(name), text.index(name) + len(name), name, NameValue("LOC", name))
        for text, name in zip((texts[0], texts[1], texts[1]), ("Sheberghan", "بلخ", "شبرغان"), strict=True)
    )
    assert may_lie_on_other(city, province, (left, right))
    assert not may_lie_on_other(city, other, (left, right))
