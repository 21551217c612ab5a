"""Which differences look like a slip of the pen: dates that only comparison knows more of than their EDTF form."""

from __future__ import annotations

import pytest
from date_cases import dates, value

from align import Document
from align.comparison.alone import discrepancy, lone_days
from align.comparison.slips import differ_throughout, slip
from align.pipeline import analyse


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("on 59 June 1953", "في 19 يونيو 1953", 1.0),
        ("on 59 June 1953", "في 19 يونيو", 1.0),
        ("on 59 June 1953", "في 19 يوليو 1953", 0.5),
        ("on 59 June 1953", "في عام 1953", 0.0),
        ("on 59 June 1953", "في 59 يونيو 1953", 0.0),
        ("on 19 July 1953", "في 19 يونيو 1953", 1.0),
        ("on 12 September 1333", "في فاتح محرم 735هـ", 1.0),
        ("on 12 September 1333", "في 5 محرم 735هـ", 0.0),
        ("on 5 May 1 BC", "في 5 محرم 735هـ", 0.0),
        ("on 15 March 44 BC", "في 5 محرم 735هـ", 0.0),
        ("32 years ago", "قبل 52 عاما", 0.5),
        ("32 years ago", "قبل 23 عاما", 1.0),
        ("32 years ago", "قبل 57 عاما", 0.0),
        ("yesterday", "غدا", 0.0),
    ],
)
def test_dates(left: str, right: str, expected: float) -> None:
    (a,), (b,) = dates(left), dates(right, "ar")
    assert slip(value(a), value(b)) == expected
    assert slip(value(b), value(a)) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("50 per cent", "15 في المئة", 0.5),  # heard, not read
        ("17 hours", "70 ساعة", 0.5),
        ("50 per cent", "16 في المئة", 0.0),
        ("forty feet", "40 مترا", 1.0),
        ("40 people", "40 سفينة", 0.5),
        ("ninety-five in every hundred", "59 في المئة", 1.0),
        ("half", "15 في المئة", 0.5),  # fifty and fifteen
        ("four feet", "4 أمتار", 0.0),  # small figures meet by chance
        ("2.5 millimetres", "2,5 سنتيمتر", 1.0),
        ("0.7 gram", "سبعة أعشار الكيلوغرام", 0.5),
        ("174 feet", "35 مترا", 0.5),  # which are 53 metres
        ("174 feet", "36 مترا", 0.0),
        ("53 metres", "174 قدما", 0.0),  # which is a conversion
        ("six inches", "15 مليمترا", 0.5),  # which are 15 centimetres
        ("six inches", "16 مليمترا", 0.0),
        ("300 kilos", "ثلاثة أطنان", 0.5),
        ("300,000 jobs", "ثلاثين ألف وظيفة", 0.5),
        ("three jobs", "ثلاثين وظيفة", 0.0),
        ("12 billion dollars", "12 تريليون دولار", 1.0),
        ("12 billion dollars", "1.2 تريليون دولار", 0.0),  # a hundred times as much is another sum
    ],
)
def test_numbers(left: str, right: str, expected: float) -> None:
    (a,), (b,) = (analyse(Document(code, code, text)).mentions for code, text in (("en", left), ("ar", right)))
    assert slip(a.value, b.value) == expected
    assert slip(b.value, a.value) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("on 8 November 1349", "في 18 نونبر 1349", 1.0),
        ("on 8 November 1349", "في 18 نونبر", 1.0),
        ("on 12 July 1349", "في 21 تموز 1349", 1.0),
        ("on 12 July 1349", "في 21 حزيران 1349", 0.0),
        ("on 12 July 1349", "في 28 تموز 1349", 0.0),
        ("on 8 November 1349", "في 18 دجنبر 1349", 0.0),
        ("on 8 November 1349", "في 17 نونبر 1349", 0.0),
        ("on 8 November 1349", "في 9 نونبر 1349", 0.75),
        ("in 1953", "في آب 1952", 0.75),
        ("in 1902", "في 15 مايو 1903", 0.75),
        ("in 1953", "في آب 1950", 0.0),
        ("in July 1953", "في آب 1952", 0.0),
        ("ten million euros", "مليون يورو", 0.5),
        ("ten million euros", "نصف مليون يورو", 0.0),
    ],
)
def test_values_that_neither_text_has_of_the_other(left: str, right: str, expected: float) -> None:
    (a,), (b,) = (analyse(Document(code, code, text)).mentions for code, text in (("en", left), ("ar", right)))
    assert discrepancy(a.value, b.value, alone=True) == discrepancy(b.value, a.value, alone=True) == expected
    assert discrepancy(a.value, b.value, alone=False) <= min(expected, 0.5)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("in April 2002", "في 12 تموز", True),
        ("in 1968", "في 19 أكتوبر 1954", True),
        ("in 1953", "في آب 1952", False),  # the year beside it
        ("in 1953", "في آب 1950", True),
        ("on 4 August 2020", "في أيلول 2019", True),
        ("in 1968", "في عام 1969", False),
        ("in 1968", "في 19 أكتوبر 1968", False),
        ("on 4 August", "في 4 أيلول", False),
        ("in April 2002", "في نيسان 2001", False),
        ("on 26 July 1260", "في 15 رمضان 658هـ", False),
        ("yesterday", "في 12 تموز", False),
    ],
)
def test_dates_that_differ_throughout(left: str, right: str, expected: bool) -> None:
    (a,), (b,) = dates(left), dates(right, "ar")
    assert differ_throughout(value(a), value(b)) is expected
    assert differ_throughout(value(b), value(a)) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("on 8 September 1911", "في 8 آب 1911", True),
        ("on 8 November 1349", "في 18 نونبر 1349", True),
        ("on 8 September", "في 8 آب 1911", False),  # of any year
        ("on 8 September 1911", "في 9 أيلول 1911", False),  # two days of one story, as often
        ("in 1911", "سنة 1921", False),
    ],
)
def test_lone_days_that_differ_by_a_slip(left: str, right: str, expected: bool) -> None:
    (a,), (b,) = (analyse(Document(code, code, text)).mentions for code, text in (("en", left), ("ar", right)))
    assert lone_days(a.value, b.value, alone=True) == lone_days(b.value, a.value, alone=True) == expected
    assert not lone_days(a.value, b.value, alone=False)
