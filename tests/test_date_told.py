"""Dates that a narrative tells by their distance from the date before."""

from __future__ import annotations

import pytest

from align.comparison.affinity import Affinity
from align.comparison.dates import relate_dates
from align.comparison.match import match_mentions
from align.extraction import find_values
from align.languages import LANGUAGES
from align.model import DateValue, Mention
from align.read import split_blocks
from align.segment import segment


def values(text: str) -> list[Mention]:
    language = LANGUAGES["en" if text.isascii() else "ar"]
    blocks = split_blocks(text)
    return find_values(text, blocks, language, segments=segment(text, blocks, language)).mentions


def told(text: str) -> list[tuple[str, str | None]]:
    """The dates of a text that are told from another, with their EDTF strings."""
    return [
        (mention.text, mention.value.edtf)
        for mention in values(text)
        if isinstance(mention.value, DateValue) and mention.value.offset and mention.value.offset.anchor
    ]


def last_date(text: str) -> DateValue:
    return [mention.value for mention in values(text) if isinstance(mention.value, DateValue)][-1]


def durations(text: str) -> list[str]:
    return [mention.text for mention in values(text) if mention.kind == "number"]


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("Three days later", "1997-05-08"),
        ("Nine days earlier", "1997-04-26"),
        ("A day afterwards", "1997-05-06"),
        ("Two days after that", "1997-05-07"),
        ("A week later", "1997-05-12~"),
        ("Exactly one month later", "1997-06-05"),
        ("Two months later", "1997-07~"),
        ("Ten years later", "2007"),
        ("About ten years later", "2007~"),
        ("Two years and three months later", "1999-08~"),
        ("A decade later", "2007~"),
        ("The next day", "1997-05-06"),
        ("Next day", "1997-05-06"),
        ("Next morning", "1997-05-06"),
        ("The following morning", "1997-05-06"),
        ("The previous day", "1997-05-04"),
        ("The same evening", "1997-05-05"),
        ("The following week", "1997-05-12/1997-05-18"),
        ("The same month", "1997-05"),
        ("The following year", "1998"),
        ("Early the following year", "1998~"),
        ("The end of that month", "1997-05~"),
        ("The end of the year", "1997~"),
        ("The autumn of that year", "1997-23"),
        ("The following January", "1998-01"),
        ("The following spring", "1998-21"),
    ],
)
def test_english(phrase: str, edtf: str) -> None:
    assert told(f"On 5 May 1997 it began. {phrase} it ended.") == [(phrase, edtf)]


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("بعد يومين", "1997-05-07"),
        ("بعد يوم واحد", "1997-05-06"),
        ("بعد ثلاثة أيام", "1997-05-08"),
        ("بعد 9 أيام", "1997-05-14"),
        ("بعد ذلك بيومين", "1997-05-07"),
        ("بعدها بثلاثة أيام", "1997-05-08"),
        ("بعدها بـ3 أيام", "1997-05-08"),
        ("قبل ذلك بعشر سنوات", "1987"),
        ("بعد يومين من ذلك", "1997-05-07"),
        ("بعد أسبوع", "1997-05-12~"),
        ("بعد نحو شهرين", "1997-07~"),
        ("بعد عام", "1998"),
        ("اليوم التالي", "1997-05-06"),
        ("صباح اليوم التالي", "1997-05-06"),
        ("الليلة التالية", "1997-05-06"),
        ("صبيحة اليوم نفسه", "1997-05-05"),
        ("نفس اليوم", "1997-05-05"),
        ("ذلك المساء", "1997-05-05"),
        ("الشهر نفسه", "1997-05"),
        ("العام التالي", "1998"),
        ("السنة السابقة", "1996"),
        ("نهاية ذلك الشهر", "1997-05~"),
        ("نهاية العام", "1997~"),
        ("خريف ذلك العام", "1997-23"),
        ("صيف العام نفسه", "1997-22"),
        ("يناير التالي", "1998-01"),
        ("السابع منه", "1997-05-07"),
        ("السابع من الشهر نفسه", "1997-05-07"),
    ],
)
def test_arabic(phrase: str, edtf: str) -> None:
    assert told(f"في 5 أيار 1997 بدأ الحصار. وعاد في {phrase} إلى بيته.") == [(phrase, edtf)]


@pytest.mark.parametrize(
    "sentence",
    [
        "He rested for three days later extended.",
        "Two days after the wedding he came.",
        "Later he came.",
        "He came two days later than planned.",
        "He came two or three days later.",
        "He came more than two days later.",
        "He came a few days later.",
        "He was jailed for three years.",
        "He came on the same day as the queen.",
        "He came at the end of the week.",
        "He came on the 7th floor.",
        "He came on the 2nd.",  # no narrative goes back without the month
        "He said that year after year it rained.",
        "A week later, on 12 May 1997, he came.",
        "A year later in 1998 he came.",
    ],
)
def test_english_that_is_told_from_nothing(sentence: str) -> None:
    assert told(f"On 5 May 1997 it began. {sentence}") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "وعاد بعد يومين من العرس.",
        "وعاد بعد عامين على رحيله.",
        "وعاد بعد أربعة أيام متواصلة من القتال.",
        "وعاد بعد عام الحزن.",
        "وعاد بعد عام 1998 إلى بيته.",
        "وعاد بعد يومي عمل.",
        "وعاد بعد بضعة أيام.",
        "ثم مكث بعد ذلك ثلاثة أيام.",
        "وعاد في اليوم نفسه الذي رحلوا فيه.",
        "وعاد في العام التالي لوفاته.",
        "وعاد في نهاية العام الدراسي.",
        "وقرأ الجزء السابع منه.",
        "وعاد بعد عام في 3 مايو 1998.",
    ],
)
def test_arabic_that_is_told_from_nothing(sentence: str) -> None:
    assert told(f"في 5 أيار 1997 بدأ الحصار. {sentence}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May 1997 it began. Three days later it ended.", []),  # a month has no day to count from
        ("In 1997 it began. Two months later it ended.", []),
        ("From 1995 to 1997 it rained. In the same year it ended.", []),
        ("In May 1997 it began. Two months later it ended.", [("Two months later", "1997-07")]),
        ("On 5 May it began. Three days later it ended.", [("Three days later", "XXXX-05-08")]),
        ("On 28 February it began. The next day it ended.", []),  # of which year, nobody says
        ("On 5 May it began. Ten years later it ended.", []),
        ("On 5 May 1997 it began.\n\nThree days later it ended.", [("Three days later", "1997-05-08")]),
        ("On 5 May 1997 it began.\n\n== The end ==\n\nThree days later it ended.", []),
        ("On 5 May 1997 it began. It rained. It blew. It froze.\n\nThree days later it ended.", []),
        ("Three days later it ended. On 5 May 1997 it began.", []),
        ("On 5 May 1997 it began, and two days later it ended.", [("two days later", "1997-05-07")]),
        (
            "On 5 May 1997 it began. The next day it rained. Two days later it ended.",
            [("The next day", "1997-05-06"), ("Two days later", "1997-05-08")],
        ),
        # What cannot be told breaks the chain.
        (
            "On 5 May 1997 it began. Two months later it rained. Two days later it ended.",
            [("Two months later", "1997-07~")],
        ),
        ("On 5 May 1997 it began. It rained. It snowed. Two days later it ended.", [("Two days later", "1997-05-07")]),
        ("On 5 May 1997 it began. It rained. It blew. It froze. It snowed. Two days later it ended.", []),
        ("On 5 May 1997 it began. On the 7th they came again.", [("the 7th", "1997-05-07")]),
        ("On 5 May 1997 it began. It ended on the 7th.", [("the 7th", "1997-05-07")]),
        ("On 5 May 1997 it began. On Friday the 9th, it ended.", [("Friday the 9th", "1997-05-09")]),
        (
            "In November 1996 it began. In March of the following year it ended.",
            [("March of the following year", "1997-03")],
        ),
        ("In March 1996 it began. In November of the same year it ended.", []),  # November has the year already
        ("On 5 May 1997 it began. Yesterday it ended, and next year it begins.", []),
    ],
)
def test_what_it_is_told_from(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three days later it ended.", ["Three days"]),
        ("In May 1997 it began. Three days later it ended.", ["Three days"]),
        ("On 5 May 1997 it began. Two days after the wedding it ended.", ["two days"]),
        ("On 5 May 1997 it began. Three days later it ended.", []),
        ("في 5 أيار 1997 بدأ الحصار. وعاد بعد يومين من العرس.", ["يومين"]),
        ("في 5 أيار 1997 بدأ الحصار. وعاد بعد يومين.", []),
    ],
)
def test_what_is_no_date_stays_a_length_of_time(text: str, expected: list[str]) -> None:
    assert [quoted.lower() for quoted in durations(text)] == [quoted.lower() for quoted in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the middle of August 1997 it began. Four weeks later it ended.", "1997-09~"),
        ("It began in June 1990. He came in March of the following year. They left on 3 April.", "1991-04-03"),
        ("It began in June 1990. They left on 3 April.", "1990-04-03"),
        ("In May 1997 it began. On 2 February of the same year he had left.", "1997-02-02"),
        (
            "وقع ذلك في 16 حزيران 1990. واهتزت الأرض في منتصف آذار من العام التالي، وانفجرت في الثاني من نيسان.",
            "1991-04-02",
        ),
    ],
)
def test_the_last_date_of_a_passage(text: str, expected: str) -> None:
    assert last_date(text).edtf == expected


def test_told_dates_are_marked_as_inferred() -> None:
    form = last_date("On 5 May 1997 it began. Three days later it ended.").to_dict()
    days = {"edtf": "1997-05-08", "earliest": "1997-05-08", "latest": "1997-05-08"}
    assert form == days | {"calendar": "gregorian", "inferred": True}


@pytest.mark.parametrize(
    ("left", "right", "bearing"),
    [
        ("On 5 May 1997 it began. Three days later it ended.", "It ended on 8 May 1997.", "agree"),
        ("On 5 May 1997 it began. Three days later it ended.", "It ended in May 1997.", "compatible"),
        ("On 5 May 1997 it began. Three days later it ended.", "It ended on 9 May 1997.", "apart"),
        ("On 5 May 1997 it began. Three days later it ended.", "It ended on 9 June.", "apart"),
        ("On 5 May 1997 it began. Three days later it ended.", "It ended last July.", "apart"),
        ("On 5 May it began. Three days later it ended.", "It ended on 8 May 1997.", "compatible"),
        ("On 5 May 1997 it began. Three weeks later it ended.", "It ended on 24 May 1997.", "compatible"),
        ("On 5 May 1997 it began. Three days later it ended.", "في 5 أيار 1997 بدأ. وبعد ثلاثة أيام انتهى.", "agree"),
        # Two counts from one date are lengths of time, which exclude each other whatever they count from.
        ("On 5 May 1997 it began. Three days later it ended.", "في 5 أيار 1997 بدأ. وبعد يومين انتهى.", "conflict"),
        ("On 5 May 1997 it began. Three days later it ended.", "في 5 أيار بدأ. وبعد يومين انتهى.", "conflict"),
        ("On 5 May 1997 it began. Three days later it ended.", "في 9 أيار 1997 بدأ. وبعد يومين انتهى.", "apart"),
        (
            "On 5 May 1997 it began. Three days later it ended.",
            "في 9 أيار 1997 بدأ. وبعد ثلاثة أيام انتهى.",
            "compatible",
        ),
        ("On 5 May 1997 it began. Three days earlier it ended.", "في 5 أيار 1997 بدأ. وبعد يومين انتهى.", "apart"),
        # A day of the month before is told surely.
        ("It ended on 8 May.", "في 5 أيار 1997 بدأ. وانتهى في السابع من الشهر.", "conflict"),
        ("It ended on 7 May.", "في 5 أيار 1997 بدأ. وانتهى في السابع من الشهر.", "compatible"),
        ("It ended on 28 May.", "في 5 أيار 1997 بدأ. وانتهى في السابع من الشهر.", "apart"),
        ("On 5 May 1997 it began. The next day it ended.", "في 5 أيار 1997 بدأ. وبعد يومين انتهى.", "apart"),
    ],
)
def test_what_told_dates_bear_on(left: str, right: str, bearing: str) -> None:
    a, b = last_date(left), last_date(right)
    assert relate_dates(a, b).bearing == bearing
    assert relate_dates(b, a).bearing == bearing


@pytest.mark.parametrize(
    ("left", "right", "translated", "expected"),
    [
        ("They last met in 1955, having parted two years before.", "التقوا سنة 1953.", True, {("1955", "سنة 1953")}),
        (
            "They last met in 1955, having parted two years before.",
            "التقوا سنة 1953.",
            False,
            {("two years before", "سنة 1953")},
        ),
        (  # the same year is one, though the year implied of a day fits as well
            "First held in 1935, it ends on June 15.",
            "أقيم أول مرة عام 1935 وينتهي يوم 15 سبتمبر.",
            True,
            {("1935", "عام 1935"), ("June 15", "يوم 15 سبتمبر")},
        ),
        (  # what is left over may be told in the one and stated in the other
            "On 5 May 1997 it began. Three days later it ended.",
            "في 5 أيار 1997 بدأ. وفي 8 أيار 1997 انتهى.",
            True,
            {("5 May 1997", "5 أيار 1997"), ("Three days later", "8 أيار 1997")},
        ),
    ],
)
def test_a_translation_states_what_is_stated(
    left: str, right: str, translated: bool, expected: set[tuple[str, str]]
) -> None:
    def affinity(a: Mention, b: Mention) -> Affinity:
        return Affinity(None, 1 - abs(a.start / len(left) - b.start / len(right)), 0.0)

    matches = match_mentions(values(left), values(right), affinity, translated)
    assert {(match.left.text, match.right.text) for match in matches} == expected
