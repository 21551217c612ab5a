"""Figures that are no dates or numbers: what is kept of them, and what is said where two texts differ in one."""

from __future__ import annotations

from decimal import Decimal

import pytest

import align
from align import Document
from align.extraction.figures import LONGEST, find_figures
from align.model import Span
from align.report.wording import value_in_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flight 6321 left at 3.40 from gate B12", ["6321", "3.40", "12"]),
        ("a 2&1 win", ["2", "1"]),
        ("16.5 to 10.5", ["16.5", "10.5"]),
        ("log 1,247.", ["1247"]),
        ("at 11:15 or 11.15pm, for ١٥:٠٥", ["11.15", "11.15", "15.05"]),
        ("12:30:45 and 3:1 and 10:75", ["12", "30", "45", "3", "1", "10", "75"]),
        (
            "الرحلة ٦٣٢١ الساعة ٣٫٤٠",
            ["6321", "3.40"],
        ),
        ("no figure", []),
        ("9" * (LONGEST + 1), []),
    ],
)
def test_figures_are_read_as_they_are_written(text: str, expected: list[str]) -> None:
    found = find_figures(text, [])
    assert [str(figure.value.to_dict()["low"]) for figure in found] == expected
    assert all(text[figure.start : figure.end] == figure.text for figure in found)


def test_what_is_read_already_is_no_figure() -> None:
    text = "On 4 May 1998 gate 7 of 12 opened"
    assert [figure.text for figure in find_figures(text, [Span(3, 13), Span(24, 26)])] == ["7"]


def test_a_figure_is_a_number_without_unit() -> None:
    value = find_figures("gate 0800", [])[0].value
    assert value.to_dict() == {
        "low": str(Decimal(800)),
        "high": "800",
        "approximate": False,
        "ordinal": False,
        "unit": "",
        "quantity": "count",
    }


def test_a_time_is_told_as_it_is_written() -> None:
    left, right = Document("en", "en", "It left at 3:30 pm."), Document("ar", "ar", "غادرت الساعة 15:45.")
    (finding,) = (each for each in align.compare(left, right).findings if each.verdict == "conflict")
    assert "gives 3:30, the Arabic text 15:45" in finding.reason
    assert value_in_words(finding.right).words == "15:45" if finding.right else False


# The figures stand in a story that both texts tell sentence by sentence, as a translation does.
ENGLISH = (
    "The ferry company of the island published a new timetable in spring. {} "
    "The mayor of Marsa called the change overdue. Older residents had asked for it for many years. "
    "The harbour master promised to keep the old ticket office open."
)
ARABIC = (
    "نشرت شركة العبّارات في الجزيرة جدولا جديدا للمواعيد في الربيع. {} "
    "وقال عمدة مرسى إن التغيير طال انتظاره. وكان المسنون من السكان يطالبون به منذ سنوات طويلة. "
    "ووعد مدير الميناء بإبقاء مكتب التذاكر القديم مفتوحا."
)


@pytest.mark.parametrize(
    ("english", "arabic", "conflict"),
    [
        (
            "The night ferry with route number 417 leaves the old harbour at 3.40 a.m.",
            "تغادر العبّارة الليلية ذات رقم الخط 467 الميناء القديم في الساعة 3.40 فجرا.",
            ("417", "467"),
        ),
        (
            "The night ferry on Line 4 leaves the old harbour at 3.40 a.m.",
            "تغادر العبّارة الليلية على الخط 4 الميناء القديم في الساعة 5.40 فجرا.",
            ("3.40", "5.40"),
        ),
        (
            "The night ferry on Line 4 leaves the old harbour at 3.40 a.m.",
            "تغادر العبّارة الليلية على الخط ٤ الميناء القديم في الساعة ٣٫٤٠ فجرا.",
            None,
        ),
        (
            "The last ferry on Line 4 leaves the old harbour at 9 p.m.",
            "تغادر آخر عبّارة على الخط 4 الميناء القديم في الساعة 21.",
            None,
        ),
        (
            "The last ferry on Line 4 leaves the old harbour at 1447 GMT.",
            "تغادر آخر عبّارة على الخط 4 الميناء القديم في الساعة 14,47 ت غ.",
            None,
        ),
        (
            "The night ferry on Line 4 leaves the old harbour at 3.40 a.m.",
            "تغادر العبّارة الليلية على الخط الرابع الميناء القديم قبل الفجر.",
            None,
        ),
        (
            "The night ferry leaves the old harbour at 3.40am and reaches Line 4 by 11:05.",
            "تغادر العبّارة الليلية الميناء القديم في الساعة 3:40 فجرا وتصل إلى الخط 4 في 11.05.",
            None,
        ),
        (
            "The night ferry leaves the old harbour at 3.40am and reaches Line 4 by 11:05.",
            "تغادر العبّارة الليلية الميناء القديم في الساعة 3:50 فجرا وتصل إلى الخط 4 في 11.05.",
            ("3.40", "3:50"),
        ),
        (
            "The night ferry is 1-of-4 boats that leave the old harbour at 3.40 a.m.",
            "العبّارة الليلية واحدة من أصل 4 قوارب تغادر الميناء القديم في الساعة 3.40 فجرا.",
            None,
        ),
        ("They meet at 1500 GMT in the old harbour.", "ويلتقون في الميناء القديم الساعة 15:00 بتوقيت غرينتش.", None),
        (
            "They meet at 1500 GMT in the old harbour.",
            "ويلتقون في الميناء القديم الساعة 16:00 بتوقيت غرينتش.",
            ("1500", "16:00"),
        ),
        (
            "Call 0800 555 111 for the night ferry from the old harbour.",
            "للعبّارة الليلية من الميناء القديم اتصلوا بالرقم 111 555 0800.",
            None,
        ),
    ],
)
@pytest.mark.parametrize("arabic_left", [False, True])
def test_one_figure_left_over_on_each_side(
    english: str, arabic: str, conflict: tuple[str, str] | None, arabic_left: bool
) -> None:
    sides = [Document("en", "en", ENGLISH.format(english)), Document("ar", "ar", ARABIC.format(arabic))]
    found = align.compare(*(reversed(sides) if arabic_left else sides))
    conflicts = [
        (finding.left.text, finding.right.text)
        for finding in found.findings
        if finding.verdict == "conflict" and finding.left and finding.right
    ]
    expected = [conflict[::-1] if arabic_left else conflict] if conflict else []
    assert conflicts == expected


def test_an_hour_in_words_with_its_minutes_in_digits() -> None:
    left = "By 6.14 on my watch the border lay behind us, and the clocks had jumped ahead."
    right = "وعند السادسة و14 دقيقة بحسب ساعتي كانت الحدود قد صارت وراءنا، وقفزت العقارب إلى الأمام."
    found = align.compare(Document("en", "en", left), Document("ar", "ar", right)).findings
    assert not [each for each in found if each.verdict == "conflict"]
