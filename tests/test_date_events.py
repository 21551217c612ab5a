"""Dates that a text counts from the event that it is about."""

from __future__ import annotations

import pytest

from align import Document, compare
from align.comparison.dates import relate_dates
from align.model import DateValue
from align.pipeline import analyse

ENGLISH = "The ground shook on 8 September 2019, towards evening. By 9 November 2019 schools were open. {}"
ARABIC = "اهتزت الأرض في 8 سبتمبر 2019 عند المساء. وفتحت المدارس في 9 نوفمبر 2019. {}"


def told(text: str, language: str) -> list[tuple[str, str | None]]:
    """The dates that are told by their distance from another, with their EDTF strings."""
    values = [(mention.text, mention.value) for mention in analyse(Document("a", language, text)).mentions]
    return [
        (quote, value.edtf)
        for quote, value in values
        if isinstance(value, DateValue) and value.offset and value.offset.anchor == "2019-09-08"
    ]


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("Two days after the earthquake", "2019-09-10"),
        ("two days before the quake", "2019-09-06"),
        ("the day after the shock", "2019-09-09"),
        ("the day before the disaster", "2019-09-07"),
        ("exactly one month after the disaster", "2019-10-08"),
        ("three weeks after the disaster", "2019-09-29~"),
        ("five months after the disaster", "2020-02~"),
        ("about ten years after the disaster", "2029~"),
        ("the year after the disaster", "2020"),
        ("three days after the flight", "2019-09-11"),
        ("four days before the battle", "2019-09-04"),
    ],
)
def test_english_dates_are_counted_from_the_event(phrase: str, edtf: str) -> None:
    text = ENGLISH.format(f"Help came {phrase} to the villages.")
    assert told(text, "en") == [(phrase, edtf)]


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("بعد يومين من الزلزال", "2019-09-10"),
        ("بعد يوم واحد من الكارثة", "2019-09-09"),
        ("قبل ستة عشر يوما من الكارثة", "2019-08-23"),
        ("قبل الكارثة بيومين", "2019-09-06"),
        ("اليوم التالي للزلزال", "2019-09-09"),
        ("بعد ثلاثة أسابيع من الهزة", "2019-09-29~"),
        ("بعد ست سنوات من الكارثة", "2025"),
        ("قبل الرحلة بأربعة أيام", "2019-09-04"),
        ("بعد عشرة أيام من المعركة", "2019-09-18"),
    ],
)
def test_arabic_dates_are_counted_from_the_event(phrase: str, edtf: str) -> None:
    assert told(ARABIC.format(f"ووصلت النجدة إلى القرى {phrase} كلها."), "ar") == [(phrase, edtf)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Help came two days after the wedding.",  # no event that a text is about
        "Help came on 10 September 2019, two days after the earthquake.",  # which the date says
        "Help came two days after it.",
        "Help was there for two days after the earthquake.",  # how long, not when
        "It was the worst day before the earthquake's echo died.",
        "Help came some days after the earthquake.",
    ],
)
def test_what_is_no_distance_from_the_event(sentence: str) -> None:
    assert told(ENGLISH.format(sentence), "en") == []


def test_the_day_that_a_text_states_most_often_is_that_of_its_event() -> None:
    often = "The mine opened on 1 May 1911. It fell in on 3 June 1931. On 3 June 1931 it rained. Help came {}."
    mentions = analyse(Document("a", "en", often.format("two days after the collapse"))).mentions
    values = [mention.value for mention in mentions if isinstance(mention.value, DateValue)]
    assert values[-1].edtf == "1931-06-05"


def test_a_text_without_a_day_counts_from_none() -> None:
    mentions = analyse(Document("a", "en", "Help came two days after the collapse. The mine is in Wales.")).mentions
    assert [mention.kind for mention in mentions if mention.kind != "name"] == ["number"]


def test_a_day_counted_from_the_event_agrees_with_one_that_is_stated() -> None:
    english = ENGLISH.format("Two days after the earthquake the first helicopters landed in the village of Tamlit.")
    arabic = ARABIC.format("وفي 10 سبتمبر 2019 حطت أولى المروحيات في قرية تمليت.")
    found = compare(Document("a", "en", english), Document("b", "ar", arabic)).findings
    verdicts = {(each.left.text, each.verdict) for each in found if each.kind == "date" and each.left and each.right}
    assert ("Two days after the earthquake", "agree") in verdicts
    assert not [each for each in found if each.verdict == "conflict"]


@pytest.mark.parametrize(
    ("phrase", "other", "bearing"),
    [
        ("Two days after the earthquake", "10 September 2019", "agree"),
        ("Two days after the earthquake", "11 September 2019", "conflict"),
        ("Two days after the earthquake", "7 September 2019", "conflict"),
        # Further off it is likelier counted from another event.
        ("Two days after the earthquake", "20 September 2019", "apart"),
        ("About two days after the earthquake", "11 September 2019", "compatible"),
        ("The day after the earthquake", "11 September 2019", "apart"),
        ("Five months after the disaster", "April 2020", "apart"),
        ("Two days later", "11 September 2019", "apart"),
    ],
)
def test_what_a_day_counted_from_the_event_bears_on(phrase: str, other: str, bearing: str) -> None:
    text = f"The ground shook on 8 September 2019, towards evening. {phrase} help came to the villages."
    value, stated = last_date(text), last_date(f"Help came on {other}.")
    assert relate_dates(value, stated).bearing == bearing
    assert relate_dates(stated, value).bearing == bearing


def last_date(text: str) -> DateValue:
    dates = [m.value for m in analyse(Document("a", "en", text)).mentions if isinstance(m.value, DateValue)]
    return dates[-1]


def test_a_day_counted_from_the_event_excludes_one_that_is_stated() -> None:
    english = ENGLISH.format("Two days after the earthquake the first helicopters landed in the village of Tamlit.")
    arabic = ARABIC.format("وفي 11 سبتمبر 2019 حطت أولى المروحيات في قرية تمليت.")
    found = compare(Document("a", "en", english), Document("b", "ar", arabic)).findings
    conflicts = [
        (each.left.text, each.right.text) for each in found if each.verdict == "conflict" and each.left and each.right
    ]
    assert conflicts == [("Two days after the earthquake", "11 سبتمبر 2019")]
