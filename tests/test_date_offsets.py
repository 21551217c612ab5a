"""Relative dates of two texts, neither of which gives its day of writing."""

from __future__ import annotations

import pytest
from date_cases import dates, value

from align.comparison.dates import relate_dates
from align.model import DateValue


def only_date(text: str) -> DateValue:
    (mention,) = dates(text, "en" if text.isascii() else "ar")
    return value(mention)


@pytest.mark.parametrize(
    ("left", "right", "bearing"),
    [
        ("They left yesterday.", "غادروا أمس", "agree"),
        ("They left yesterday.", "يغادرون غدا", "conflict"),
        ("They left the day before yesterday.", "غادروا قبل يومين", "agree"),
        ("They left last week.", "غادروا الأسبوع الماضي", "agree"),
        ("They leave next week.", "غادروا الأسبوع الماضي", "conflict"),
        ("They left last year.", "غادروا العام الماضي", "agree"),
        ("They left last year.", "غادروا قبل عام", "compatible"),
        ("They left early last year.", "غادروا العام الماضي", "compatible"),
        ("They joined 32 years ago.", "انضموا منذ 32 عاما", "agree"),
        ("They joined 32 years ago.", "انضموا منذ 52 عاما", "conflict"),
        ("They joined 32 years ago.", "انضموا قبل 33 عاما", "conflict"),
        ("They joined 32 years ago.", "انضموا العام الماضي", "conflict"),
        ("They joined 11 months ago.", "انضموا قبل 12 شهرا", "conflict"),
        ("They joined two weeks ago.", "انضموا قبل 14 يوما", "compatible"),
        ("They joined a few days ago.", "انضموا قبل بضعة أيام", "agree"),
        ("They joined a few days ago.", "انضموا قبل خمسة أيام", "compatible"),
        ("They joined a few days ago.", "انضموا قبل خمسة أعوام", "conflict"),
        ("They joined nearly 30 years ago.", "انضموا قبل 29 عاما", "compatible"),
        ("They joined about 30 years ago.", "انضموا قبل نحو 32 عاما", "compatible"),
        ("It rained over the last three years.", "خلال السنوات الثلاث الماضية", "agree"),
        ("It rained over the last five years.", "خلال السنوات الثلاث الماضية", "conflict"),
        ("They meet on Friday.", "يلتقون يوم الجمعة", "agree"),
        ("They meet on Friday.", "يلتقون يوم الخميس", "conflict"),
        ("They met on Friday.", "التقوا يوم الجمعة الماضي", "compatible"),
        ("They met on Friday.", "التقوا أمس", "apart"),
        ("They met last Friday.", "التقوا يوم الخميس الماضي", "conflict"),
        ("It began in July.", "بدأ في يوليو الماضي", "compatible"),
        ("It began in September.", "بدأ في يوليو الماضي", "conflict"),
        ("It began last July.", "بدأ في يوليو 1997", "compatible"),
        ("It began last July.", "بدأ في عام 1997", "apart"),
        ("They left yesterday.", "غادروا في 5 أيار 1997", "apart"),
    ],
)
def test_offsets(left: str, right: str, bearing: str) -> None:
    a, b = only_date(left), only_date(right)
    assert relate_dates(a, b).bearing == bearing
    assert relate_dates(b, a).bearing == bearing


@pytest.mark.parametrize("text", ["9999 years ago", "the next 9999 centuries"])
def test_no_offset_beyond_the_calendar(text: str) -> None:
    assert only_date(text) == DateValue(None, None, None)
